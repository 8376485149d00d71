//! Addresses on other sites, asked for one by one: only with `check --external`.

use std::collections::BTreeMap;
use std::time::Duration;

use rayon::prelude::*;
use ureq::Agent;

use super::fault::ExternalFault;
use crate::base::{Loc, Span};
use crate::diagnostic::{Diagnostic, Diagnostics, Sources};

/// As many sites are asked at once; each gets one question at a time.
const AT_ONCE: usize = 8;
const PATIENCE: Duration = Duration::from_secs(15);

/// Asks for every address in the texts once, and reports those that lead nowhere at each place
/// where they stand.
pub(super) fn check(sources: &Sources, diagnostics: &mut Diagnostics) {
    let mut places: BTreeMap<&str, Vec<Loc>> = BTreeMap::new();
    for (file, text) in sources.all() {
        for span in addresses(text) {
            let address = &text[span.start..span.end];
            let address = address.split('#').next().unwrap_or(address);
            if !is_reserved(host(address)) {
                places.entry(address).or_default().push(span.of(file));
            }
        }
    }
    let mut sites: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for address in places.keys() {
        sites.entry(host(address)).or_default().push(address);
    }
    let agent = agent();
    let sites: Vec<Vec<&str>> = sites.into_values().collect();
    let ask = || -> Vec<(&str, ExternalFault)> {
        let one = |urls: &Vec<&'_ str>| -> Vec<(usize, ExternalFault)> {
            let faults = urls.iter().enumerate();
            faults
                .filter_map(|(at, url)| Some((at, fault(&agent, url)?)))
                .collect()
        };
        let found: Vec<_> = sites.par_iter().map(one).collect();
        let named = sites.iter().zip(found).flat_map(|(urls, faults)| {
            faults
                .into_iter()
                .filter_map(|(at, fault)| Some((*urls.get(at)?, fault)))
        });
        named.collect()
    };
    let broken = match rayon::ThreadPoolBuilder::new().num_threads(AT_ONCE).build() {
        Ok(pool) => pool.install(ask),
        Err(_) => ask(),
    };
    for (url, fault) in broken {
        for loc in places.get(url).into_iter().flatten() {
            diagnostics.report(Diagnostic::at(*loc, &fault));
        }
    }
}

fn agent() -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .http_status_as_error(false)
        .user_agent(concat!(
            "chirashi/",
            env!("CARGO_PKG_VERSION"),
            " (link check)"
        ))
        .build();
    Agent::new_with_config(config)
}

/// What is wrong with an address, if it is certain that something is. Sites that only refuse
/// programs are taken to be there.
fn fault(agent: &Agent, url: &str) -> Option<ExternalFault> {
    let head = agent
        .head(url)
        .call()
        .map(|answer| answer.status().as_u16());
    let status = match head {
        Ok(status) if status < 400 => return None,
        // Some sites answer only to what a browser asks for.
        Ok(_) | Err(_) => agent.get(url).call().map(|answer| answer.status().as_u16()),
    };
    match status {
        Ok(401 | 403 | 405 | 407 | 429 | 451) => None,
        Ok(status) if status < 400 => None,
        Ok(status) => Some(ExternalFault::Status(url.to_owned(), status)),
        Err(ureq::Error::Timeout(_)) => Some(ExternalFault::TimedOut(url.to_owned())),
        Err(_) => Some(ExternalFault::Unreachable(url.to_owned())),
    }
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// Hosts that stand for examples and are nobody's (RFC 2606).
fn is_reserved(host: &str) -> bool {
    let host = host.split(':').next().unwrap_or(host);
    let ends = |name: &str| host == name || host.ends_with(&format!(".{name}"));
    [
        "example.org",
        "example.com",
        "example.net",
        "example",
        "invalid",
        "test",
    ]
    .into_iter()
    .any(ends)
}

/// Where web addresses stand in a text.
fn addresses(text: &str) -> impl Iterator<Item = Span> {
    let starts = text.match_indices("http").filter_map(|(at, _)| {
        let rest = &text[at..];
        (rest.starts_with("https://") || rest.starts_with("http://")).then_some(at)
    });
    starts.filter_map(|at| {
        let mut depth = 0_i32;
        let ends = |c: char| {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            depth < 0
                || c.is_whitespace()
                || c.is_control()
                || matches!(
                    c,
                    '"' | '\'' | '<' | '>' | '`' | '|' | '\\' | '^' | '{' | '}' | '[' | ']'
                )
                || matches!(c, '、' | '。' | '」' | '）' | '』' | '】' | '，' | '（')
        };
        let len = text[at..].find(ends).unwrap_or(text.len() - at);
        let url = text[at..at + len].trim_end_matches(['.', ',', ';', ':', '!', '?']);
        (!host(url).is_empty()).then(|| Span::new(at, at + url.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_where_they_end() {
        let text = "[会報](https://a.jp/x_(y)) <http://b.jp/?q=1>、https://c.jp/z。url: \"https://d.jp\" https:// x";
        let found: Vec<&str> = addresses(text).map(|s| &text[s.start..s.end]).collect();
        assert_eq!(
            found,
            [
                "https://a.jp/x_(y)",
                "http://b.jp/?q=1",
                "https://c.jp/z",
                "https://d.jp"
            ]
        );
        assert!(is_reserved("www.example.org") && is_reserved("example.org:80"));
        assert!(!is_reserved("example.jp"));
    }
}

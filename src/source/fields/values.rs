//! Values that are no running text: colours, days, numbers, addresses.

use super::Fields;
use crate::base::{BaseUrl, Colour, Date, Spanned, address_meant, narrowed, no_day, web_address};
use crate::source::examples::nearest_word;
use crate::source::fault::{Expected, SourceFault};
use crate::source::key::find;
use crate::source::local::LocalText;
use crate::source::words::{FILL_IN, colour_meant};
use crate::source::yaml::YamlNode;

impl Fields<'_> {
    /// A colour such as `"#005aff"`.
    pub(crate) fn colour(&mut self, key: &'static str) -> Option<Spanned<Colour>> {
        let text = self.text(key)?;
        let colour = Colour::parse(&text.value);
        if colour.is_none() {
            let example = find(self.table, key).map_or("\"#005aff\"", |spec| spec.example.en);
            let meant = colour_meant(&text.value).map(|hex| format!("\"{hex}\""));
            let right = format!("{key}: {}", meant.as_deref().unwrap_or(example));
            let (key, value) = (self.name(key), text.value);
            let kind = SourceFault::BadColour { key, value, right };
            self.report(text.span, kind);
        }
        Some(Spanned::new(colour?, text.span))
    }

    /// A date in one of the four forms.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<Spanned<Date>> {
        let text = self.text(key)?;
        // That nobody has written it yet is told of the mark.
        if FILL_IN.iter().any(|mark| text.value.starts_with(mark)) {
            return None;
        }
        let date = Date::parse(&text.value);
        if date.is_none() {
            let why = no_day(&text.value);
            let (key, value) = (key.to_owned(), text.value);
            self.report(text.span, SourceFault::BadDate { key, value, why });
        }
        Some(Spanned::new(date?, text.span))
    }

    /// A whole number.
    pub(crate) fn number(&mut self, key: &'static str) -> Option<Spanned<i64>> {
        let text = self.text(key)?;
        match text.value.parse() {
            Ok(number) => Some(Spanned::new(number, text.span)),
            Err(_) => self.wrong(&as_node(text), key, Expected::Number),
        }
    }

    /// `true` or `false`.
    pub(crate) fn flag(&mut self, key: &'static str) -> Option<Spanned<bool>> {
        let text = self.text(key)?;
        match text.value.as_str() {
            "true" => Some(Spanned::new(true, text.span)),
            "false" => Some(Spanned::new(false, text.span)),
            _ => self.wrong(&as_node(text), key, Expected::YesNo),
        }
    }

    /// One of a few words, each standing for a value.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        choices: &[(&str, T)],
    ) -> Option<Spanned<T>> {
        let text = self.text(key)?;
        if let Some((_, value)) = choices.iter().find(|(word, _)| *word == text.value) {
            return Some(Spanned::new(*value, text.span));
        }
        let allowed: Vec<String> = choices.iter().map(|(word, _)| (*word).to_owned()).collect();
        let right = nearest_word(&text.value, &allowed).map(|word| format!("{key}: {word}"));
        let kind = SourceFault::BadChoice {
            key: self.name(key),
            value: text.value,
            allowed,
            right,
        };
        self.report(text.span, kind);
        None
    }

    /// An `http` or `https` address.
    pub(crate) fn url(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let text = self.text(key)?;
        let behind = remark_behind(&text.value);
        if web_address(&text.value).is_some() && behind.is_none() {
            return Some(text);
        }
        let meant = behind
            .map(str::to_owned)
            .or_else(|| address_meant(&text.value));
        let right = meant.map(|url| format!("{key}: {url}"));
        let value = text.value;
        self.report(text.span, SourceFault::BadUrl { value, right });
        None
    }

    /// An e-mail address.
    pub(crate) fn email(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let text = self.text(key)?;
        if is_email(&text.value) {
            return Some(text);
        }
        let right = email_meant(&text.value).map(|email| format!("{key}: {email}"));
        let value = text.value;
        self.report(text.span, SourceFault::Email { value, right });
        None
    }

    /// A telephone number, or several with words between them.
    pub(crate) fn telephone(&mut self, key: &'static str) -> Option<LocalText> {
        let found = self.local(key)?;
        let texts: Vec<Spanned<String>> = match &found {
            LocalText::One(text) => vec![text.clone()],
            LocalText::ByLang(texts) => texts.iter().map(|(_, text)| text.clone()).collect(),
        };
        for text in texts {
            if let Some(value) = odd_number(&text.value) {
                self.report(text.span, SourceFault::Telephone { value });
            }
        }
        Some(found)
    }

    /// The address under which the site is published.
    pub(crate) fn base_url(&mut self, key: &'static str) -> Option<Spanned<BaseUrl>> {
        let text = self.text(key)?;
        let folder = BaseUrl::of_folder(&text.value);
        let Some(url) = folder.clone().or_else(|| BaseUrl::parse(&text.value)) else {
            let right = address_meant(&text.value).and_then(|url| BaseUrl::parse(&url));
            let right = right.map(|url| format!("{key}: {}", url.as_str()));
            let value = text.value;
            self.report(text.span, SourceFault::BadUrl { value, right });
            return None;
        };
        let insecure = url.is_insecure();
        if insecure || folder.is_some() {
            let right = url.as_str().replacen("http://", "https://", 1);
            self.report(text.span, SourceFault::BaseUrl { insecure, right });
        }
        Some(Spanned::new(url, text.span))
    }
}

/// An address without the remark or the end of a sentence behind it, where there is one.
fn remark_behind(address: &str) -> Option<&str> {
    let end = address.find(['（', '。', '、', '」', '）', '＞'])?;
    let (bare, behind) = (address[..end].trim_end(), &address[end..]);
    let remark = behind
        .strip_prefix('（')
        .and_then(|rest| rest.strip_suffix('）'));
    // `/記録（1）.pdf` and `?q=図書館（本館）` are called so.
    let is_remark = match remark {
        Some(remark) => {
            let odd = |c: char| c.is_numeric() || matches!(c, '（' | '）' | '/');
            !bare.contains('?') && !remark.contains(odd)
        }
        None => !behind.starts_with('（') && behind.chars().count() == 1,
    };
    // An address in Japanese may end like this: `/wiki/モーニング娘。`.
    (is_remark && bare.is_ascii() && web_address(bare).is_some()).then_some(bare)
}

/// The first e-mail address in a text that holds it with words or marks around it.
fn email_meant(written: &str) -> Option<String> {
    let narrow = narrowed(written);
    let whole: String = narrow.chars().filter(|c| !c.is_whitespace()).collect();
    let parts = narrow.split(|c: char| c.is_whitespace() || ",;、，()<>「」".contains(c));
    std::iter::once(whole.as_str())
        .chain(parts)
        .find_map(|part| {
            let part = part
                .trim_start_matches("mailto:")
                .trim_end_matches(['。', '.']);
            let (local, domain) = part.split_once('@')?;
            // Hosts in other letters than ASCII have a form in it.
            let host = web_address(&format!("https://{domain}"))?;
            let host = host.trim_start_matches("https://").trim_end_matches('/');
            let email = format!("{local}@{host}");
            is_email(&email).then_some(email)
        })
}

/// Whether a text can be an e-mail address.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let is_of = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    !local.is_empty()
        && local
            .chars()
            .all(|c| is_of(c) || "!#$%&'*/=?^`{|}~".contains(c))
        && domain.contains('.')
        && domain.split('.').all(|part| !part.is_empty())
        && domain.chars().all(is_of)
}

/// The first number of Japan in a text that has more or fewer figures than such numbers have.
fn odd_number(text: &str) -> Option<String> {
    let narrow = narrowed(text);
    let is_part = |c: char| c.is_ascii_digit() || " -()‐‑–—−ー―.".contains(c);
    let runs = narrow.split(|c: char| !is_part(c) && c != '+');
    // What stands in brackets behind a whole number is a remark.
    let count = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let own = |run| match str::rfind(run, '(') {
        Some(at) if count(&run[..at]) >= 10 => &run[..at],
        _ => run,
    };
    let mut odd = runs.map(|run| own(run).trim()).filter(|run| {
        let digits: String = run.chars().filter(char::is_ascii_digit).collect();
        // Others are extensions, or numbers of other countries.
        let is_own = run.trim_start_matches(['(', ' ']).starts_with('0') && digits.len() > 6;
        let is_long = ["050", "060", "070", "080", "090"]
            .iter()
            .any(|begin| digits.starts_with(begin))
            || digits.starts_with("0800");
        is_own && digits.len() != if is_long { 11 } else { 10 }
    });
    odd.next()
        .map(|run| run.trim_end_matches(['(', '-', ' ']).to_owned())
}

fn as_node(text: Spanned<String>) -> Spanned<YamlNode> {
    text.map(|text| YamlNode::Scalar { text })
}

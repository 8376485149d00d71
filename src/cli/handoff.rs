//! `chirashi handoff`: everything that a print shop needs for a leaflet, in one zip.

mod words;

use std::io::{Cursor, Write};
use std::path::PathBuf;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::args::{OutputFormat, Single};
use super::{Status, complain, report, say};
use crate::base::Lang;
use crate::diagnostic::{UiLang, japanese_reason};
use crate::output;
use crate::output::FolderFault;
use crate::project::{LeafletSession, Proof};

/// Stands in every zip of ours, so that it may be written again.
const MARK: &[u8] = b"chirashi handoff";

/// Makes the zip.
pub(super) fn run(args: &Single, lang: UiLang) -> Status {
    let (mut session, languages) = match open(args, lang) {
        Ok(opened) => opened,
        Err(status) => return status,
    };
    session.forget_samples();
    if !args.rehearsal {
        session.report_samples(&args.name, &languages);
    }
    let proofs: Vec<Option<Proof>> = languages
        .iter()
        .map(|own| session.proof(&args.name, *own))
        .collect();
    let status = report::diagnostics(
        &session.problems,
        &session.sources,
        OutputFormat::Text,
        lang,
    );
    let mut proofs: Vec<Proof> = proofs.into_iter().flatten().collect();
    if status != Status::Done || proofs.len() < languages.len() {
        return nothing(status, lang);
    }
    if args.rehearsal && !proofs.iter_mut().all(|proof| session.rehearse(proof)) {
        complain(lang.pick(
            "エラー: 「見本」の文字をページに入れられませんでした。\n",
            "error: “SPECIMEN” could not be written across the pages.\n",
        ));
        return Status::Machine;
    }
    let zip = match zip(&args.name, &proofs, &session) {
        Ok(zip) => zip,
        Err(reason) => {
            complain(&format!("{}: {reason}\n", lang.pick("エラー", "error")));
            return Status::Machine;
        }
    };
    let out = args.out.clone().unwrap_or_else(|| {
        PathBuf::from(if args.rehearsal {
            format!("{}.rehearsal.zip", args.name)
        } else {
            format!("{}.zip", args.name)
        })
    });
    let done = write(&out, &zip, MARK, args.build.force, lang);
    if done == Status::Done {
        let shown = out.display();
        say(&if args.rehearsal {
            lang.pick(
                format!("{shown} にできました。全部のページに「見本」と入っています。刷り上がりを確かめるためのもので、本番には使えません。\n"),
                format!("Wrote {shown}. “SPECIMEN” stands across every page: it is for trying, not for printing.\n"),
            )
        } else {
            lang.pick(
                format!("{shown} にできました。このzipをそのまま印刷所に渡せます。\n"),
                format!("Wrote {shown}. Hand this zip to the print shop as it is.\n"),
            )
        });
    }
    done
}

/// Reads the content and finds the leaflet and its languages.
pub(super) fn open(args: &Single, lang: UiLang) -> Result<(LeafletSession, Vec<Lang>), Status> {
    let bar = report::spinner(lang, OutputFormat::Text);
    let opened = LeafletSession::open(&report::options(&args.build));
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    let session = match opened {
        Ok(session) => session,
        Err((problems, sources)) => {
            return Err(report::diagnostics(
                &problems,
                &sources,
                OutputFormat::Text,
                lang,
            ));
        }
    };
    let Some(languages) = session.languages(&args.name) else {
        complain(&unknown(&args.name, &session, lang));
        return Err(Status::Machine);
    };
    match args.lang {
        None => Ok((session, languages)),
        Some(own) if languages.contains(&own) => Ok((session, vec![own])),
        Some(own) => {
            let (name, has) = (
                &args.name,
                languages
                    .iter()
                    .map(Lang::as_str)
                    .collect::<Vec<_>>()
                    .join(", "),
            );
            complain(&lang.pick(
                format!("エラー: チラシ「{name}」に言語「{own}」のものはありません。あるのは {has} です。\n"),
                format!("error: there is no leaflet `{name}` in `{own}`. There is: {has}.\n"),
            ));
            Err(Status::Machine)
        }
    }
}

fn unknown(name: &str, session: &LeafletSession, lang: UiLang) -> String {
    let names: Vec<&str> = session.names().collect();
    let called = || {
        let mut titles = session.titles(lang.pick(Lang::JA, Lang::EN));
        let found = titles.find(|(_, title)| !name.is_empty() && title.contains(name));
        found.map(|(own, _)| own.to_owned())
    };
    let near = near(name, &names).map(str::to_owned).or_else(called);
    let near = near.map_or_else(String::new, |near| {
        lang.pick(
            format!("「{near}」のことでしょうか。\n"),
            format!("Did you mean `{near}`?\n"),
        )
    });
    let titles = session.titles(lang.pick(Lang::JA, Lang::EN));
    let lines = titles.map(|(name, title)| format!("  {name}  {title}\n"));
    let list: String = lines.collect();
    if name.is_empty() {
        return lang.pick(
            format!("エラー: どのチラシかを書いてください。\nあるチラシ：\n{list}"),
            format!("error: say which leaflet.\nLeaflets:\n{list}"),
        );
    }
    lang.pick(
        format!("エラー: 「{name}」というチラシはありません。{near}\nあるチラシ：\n{list}"),
        format!("error: there is no leaflet `{name}`. {near}\nLeaflets:\n{list}"),
    )
}

/// The name of a leaflet that somebody means: that of a person or topic, or one that is nearly the same.
fn near<'n>(name: &str, names: &[&'n str]) -> Option<&'n str> {
    let lower = name.to_lowercase();
    let lower = lower.split('.').next().filter(|own| !own.is_empty())?;
    let ends = |own: &&&str| own.split_once('-').is_some_and(|(_, rest)| rest == lower);
    let all = || names.iter().copied();
    if let Some(whole) = names.iter().find(ends) {
        return Some(whole);
    }
    let near = crate::source::nearest(lower, all());
    let near = near.or_else(|| {
        let rests = all().filter_map(|own| Some(own.split_once('-')?.1));
        crate::source::nearest(lower, rests)
    })?;
    all().find(|own| *own == near || own.split_once('-').is_some_and(|(_, rest)| rest == near))
}

/// Nothing was made, because of what was reported.
pub(super) fn nothing(status: Status, lang: UiLang) -> Status {
    complain(lang.pick(
        "直すまで、何も書きません。\n",
        "Nothing is written until this is mended.\n",
    ));
    if status == Status::Done {
        Status::Content
    } else {
        status
    }
}

/// Writes one file, and says why not.
pub(super) fn write(
    out: &std::path::Path,
    bytes: &[u8],
    mark: &[u8],
    force: bool,
    lang: UiLang,
) -> Status {
    let shown = out.display();
    match output::single(out, bytes, mark, force) {
        Ok(_) => return Status::Done,
        Err(FolderFault::Io(reason)) => complain(&lang.pick(
            format!("エラー: 「{shown}」に書けません（{}）。\n", japanese_reason(&reason)),
            format!("error: `{shown}` cannot be written ({reason}).\n"),
        )),
        Err(_) => complain(&lang.pick(
            format!("エラー: 「{shown}」は chirashi の作ったものではないので、上書きしません。--out で別の名前を指定するか、よければ --force を付けてください。\n"),
            format!("error: `{shown}` was not made by chirashi, and is left as it is. Name another file with --out, or add --force.\n"),
        )),
    }
    Status::Machine
}

/// The files of the zip, in order; the same proofs give the same bytes.
fn zip(name: &str, proofs: &[Proof], session: &LeafletSession) -> Result<Vec<u8>, String> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for proof in proofs {
        let own = format!("{name}.{}", proof.lang);
        files.push((format!("{own}.with-marks.pdf"), proof.marked.clone()));
        files.push((format!("{own}.without-marks.pdf"), proof.bare.clone()));
        files.push((format!("{own}.sample.pdf"), proof.office.clone()));
    }
    for lang in [UiLang::Ja, UiLang::En] {
        let code = lang.pick("ja", "en");
        for proof in proofs {
            let spec = words::spec(name, proof, lang);
            let pdf = session.spec(&spec)?;
            files.push((format!("specification-of-{}.{code}.pdf", proof.lang), pdf));
        }
        let read_me = words::read_me(name, proofs, lang);
        files.push((format!("README.{code}.txt"), read_me.into_bytes()));
        let report = words::report(name, proofs, lang);
        files.push((format!("preflight.{code}.txt"), report.into_bytes()));
    }
    files.sort();
    let failed = |error: zip::result::ZipError| error.to_string();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (path, bytes) in files {
        zip.start_file(format!("{name}/{path}"), options)
            .map_err(failed)?;
        zip.write_all(&bytes).map_err(|error| error.to_string())?;
    }
    zip.set_raw_comment(MARK.into()).map_err(failed)?;
    Ok(zip.finish().map_err(failed)?.into_inner())
}

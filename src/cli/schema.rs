//! `chirashi schema`: JSON Schemas for editors and other programs.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{Status, report, say};
use crate::base::OutPath;
use crate::diagnostic::{Diagnostic, UiLang};
use crate::output::OutputFault;
use crate::scaffold::{self, COMMENT, Schema};
use crate::{output, source};

/// Writes the schemas into a folder, or to standard output as one object with a member for each.
pub(super) fn run(matches: &ArgMatches, lang: UiLang) -> Status {
    if matches.get_flag("page") {
        say(&scaffold::reference(lang));
        return Status::Done;
    }
    let schemas = scaffold::schemas();
    let Some(out) = matches.get_one::<PathBuf>("out") else {
        let all = schemas
            .into_iter()
            .map(|schema| (schema.name.to_owned(), schema.value));
        let all: serde_json::Map<_, _> = all.collect();
        say(&format!("{:#}\n", serde_json::Value::Object(all)));
        return Status::Done;
    };
    match write(out, &schemas) {
        Ok(()) => {
            let (out, count) = (out.display(), schemas.len());
            say(&lang.pick(
                format!("{out} にJSONスキーマを {count} 個書きました。\n"),
                format!("Wrote {count} JSON Schemas to {out}\n"),
            ));
            Status::Done
        }
        Err(problems) => report::refuse(problems, lang),
    }
}

/// Writes every schema, over an earlier one of ours but over nothing else.
fn write(out: &Path, schemas: &[Schema]) -> Result<(), Vec<Diagnostic>> {
    let foreign = schemas
        .iter()
        .map(|schema| out.join(schema.file()))
        .filter(|path| {
            let text = source::load(path).map(|(bytes, _)| bytes);
            text.is_ok_and(|text| !is_ours(&text))
        });
    let exists =
        |path: PathBuf| Diagnostic::at_path(path.display().to_string(), OutputFault::Exists);
    let foreign: Vec<Diagnostic> = foreign.map(exists).collect();
    if !foreign.is_empty() {
        return Err(foreign);
    }
    let files: Vec<(OutPath, Vec<u8>)> = schemas
        .iter()
        .filter_map(|schema| Some((OutPath::parse(&schema.file())?, schema.text().into_bytes())))
        .collect();
    output::put(out, &files)
}

fn is_ours(text: &[u8]) -> bool {
    let read: Result<serde_json::Value, _> = serde_json::from_slice(text);
    read.is_ok_and(|value| value["$comment"] == COMMENT)
}

//! What keeps files from being written.

use crate::diagnostic::{DiagnosticWords, Fault, Severity, japanese_reason, typed};

/// What keeps files from being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum OutputFault {
    /// A folder is not written to.
    Folder {
        /// The folder as shown to people.
        folder: String,
        /// Why.
        fault: FolderFault,
    },
    /// A file that was to be written is there already.
    Exists,
    /// A folder for a new campaign holds something already.
    NotEmpty {
        /// A name like it that nothing has.
        free: Option<String>,
    },
}

/// Why the output folder is not written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FolderFault {
    /// It contains, or lies inside, a folder of sources.
    Overlaps(String),
    /// It holds files but no manifest of an earlier build.
    Foreign,
    /// The machine said no.
    Io(String),
}

impl Fault for OutputFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Folder { fault, .. } => match fault {
                FolderFault::Overlaps(_) => "output/overlaps-sources",
                FolderFault::Foreign => "output/foreign-files",
                FolderFault::Io(_) => "output/io",
            },
            Self::Exists => "begin/exists",
            Self::NotEmpty { .. } => "begin/not-empty",
        }
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn is_machines_fault(&self) -> bool {
        true
    }

    fn ja(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::Folder { folder, fault } => folder_ja(folder, fault),
            Self::Exists => (
                "このファイルはすでにあります。上書きしないように、何も書きませんでした。".into(),
                "別の名前を付けるか、いまのファイルをテキストエディターで開いて書き足してください。".into(),
            ),
            Self::NotEmpty { free } => (
                "このフォルダーにはすでにファイルがあります。壊さないように、何も書きませんでした。".into(),
                format!("まだないフォルダーか、空のフォルダーを指定してください。例： chirashi init {}", typed(free.as_deref().unwrap_or("わたしたちの集会"))),
            ),
        };
        DiagnosticWords { message, help }
    }

    fn en(&self) -> DiagnosticWords {
        let (message, help): (String, String) = match self {
            Self::Folder { folder, fault } => folder_en(folder, fault),
            Self::Exists => (
                "This file exists already. Nothing was written, so that nothing is lost.".into(),
                "Choose another name, or open the file in a text editor and write on.".into(),
            ),
            Self::NotEmpty { free } => (
                "This folder holds files already. Nothing was written, so that nothing is lost."
                    .into(),
                format!(
                    "Name a folder that does not exist yet, or an empty one, for example: chirashi init {}",
                    typed(free.as_deref().unwrap_or("our-rally"))
                ),
            ),
        };
        DiagnosticWords { message, help }
    }
}

fn folder_ja(folder: &str, fault: &FolderFault) -> (String, String) {
    match fault {
        FolderFault::Overlaps(other) => (
            format!("出力先「{folder}」が、もとのファイルのフォルダー「{other}」と重なっています。"),
            "別のフォルダーを --out で指定してください。例： --out public".into(),
        ),
        FolderFault::Foreign => (
            format!("出力先「{folder}」に、チラシが作ったものではないファイルがあります。"),
            "空のフォルダーを --out で指定するか、このままでよければ --force を付けてください（もとからあるファイルは消しません）。".into(),
        ),
        FolderFault::Io(reason) => (
            format!("出力先「{folder}」に書けません（{}）。", japanese_reason(reason)),
            "ディスクの空きと、フォルダーに書く権限を確かめてください。".into(),
        ),
    }
}

fn folder_en(folder: &str, fault: &FolderFault) -> (String, String) {
    match fault {
        FolderFault::Overlaps(other) => (
            format!("The output folder `{folder}` overlaps the source folder `{other}`."),
            "Name another folder with --out, for example `--out public`.".into(),
        ),
        FolderFault::Foreign => (
            format!("The output folder `{folder}` holds files that chirashi did not write."),
            "Name an empty folder with --out, or add --force to write there all the same (the files there are kept).".into(),
        ),
        FolderFault::Io(reason) => (
            format!("The output folder `{folder}` cannot be written ({reason})."),
            "Check the free space and that you may write there.".into(),
        ),
    }
}

//! What can be wrong between a statement and the text that it is taken from.

mod en;
mod ja;
mod told;

/// What can be wrong between a statement and its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FidelityFault {
    /// The source's path leaves the folder.
    Outside {
        /// What was written.
        written: String,
    },
    /// There is no such source.
    Missing {
        /// What was written.
        written: String,
        /// The source that was probably meant.
        nearest: Option<String>,
        /// The sources that there are.
        known: Vec<String>,
    },
    /// The source is no text.
    NotText {
        /// What was written.
        written: String,
    },
    /// The source has no heading with the speaker's name.
    NoPassage {
        /// The speaker.
        name: String,
        /// The source.
        file: String,
    },
    /// The statement says something that the source does not.
    Untold {
        /// What it is.
        thing: UntoldThing,
        /// As it stands in the statement.
        written: String,
        /// The speaker.
        name: String,
        /// The source.
        file: String,
        /// Whether the source has it in another place.
        elsewhere: bool,
    },
    /// The source says figures that the statement does not.
    LeftOut {
        /// The speaker.
        name: String,
        /// The source.
        file: String,
        /// The file of the statement.
        statement: String,
        /// The figures as they stand in the source.
        figures: Vec<String>,
    },
}

/// What a statement says that the source does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UntoldThing {
    /// A number or a share.
    Figure,
    /// A date.
    Date,
    /// An article of a law.
    Article,
    /// A person or an organisation.
    Name,
}

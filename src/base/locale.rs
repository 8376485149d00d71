//! What a language needs of whoever sets text in it: separators, dates, quotation marks, line
//! breaking. One row a language, so that nothing else asks which language it is.

use serde::Serialize;

use super::Lang;

/// The script that a language is mostly written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Kana and kanji.
    Japanese,
    /// Chinese characters alone.
    Han,
    /// Hangul.
    Hangul,
    /// Letters that are narrower than high: Latin, and every script that has no row of its own.
    Alphabet,
}

/// Where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineBreaking {
    /// Between words, which spaces part.
    Spaces,
    /// Between the phrases that a model of the language finds.
    Japanese,
    /// See [`LineBreaking::Japanese`]; simplified characters.
    SimplifiedChinese,
    /// See [`LineBreaking::Japanese`]; traditional characters.
    TraditionalChinese,
    /// See [`LineBreaking::Japanese`].
    Thai,
}

/// The names of the months, from January.
type Months = [&'static str; 12];

/// How a date is written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateForm {
    /// `2022-11-17` (ISO 8601), which readers of every language can tell from any other day.
    Iso,
    /// `2022年11月17日`.
    Han,
    /// `2022년 11월 17일`.
    Korean,
    /// `17 November 2022`.
    DayMonthYear(Months),
    /// `17 de novembro de 2022`.
    DayDeMonthDeYear(Months),
    /// `ngày 17 tháng 11 năm 2022`.
    Vietnamese,
}

/// The conventions of a language. Print templates get it as `job.locale`, page templates as
/// `locale`, both with the fields that are not skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Locale {
    /// What its readers call the language; empty where only the code is known.
    #[serde(skip)]
    pub name: &'static str,
    /// What it is called in Japanese and in English; empty where only the code is known.
    #[serde(skip)]
    pub called: (&'static str, &'static str),
    /// The territory whose typography is followed, and that pages name to social networks; none
    /// where more than one would do.
    pub region: Option<&'static str>,
    /// The script, for whoever sets type: an OpenType tag, or none to tell it from each run.
    #[serde(serialize_with = "open_type")]
    pub script: Script,
    /// Whether words may be hyphenated.
    pub hyphenates: bool,
    /// Where a line may end.
    #[serde(skip)]
    pub line_breaking: LineBreaking,
    /// Whether names begin with the family's.
    #[serde(skip)]
    pub is_family_first: bool,
    /// Whether readers are helped by the kana reading of a name.
    #[serde(rename = "readings")]
    pub has_readings: bool,
    /// Between the members of a list.
    pub list: &'static str,
    /// Between a name and what explains it, in running text.
    pub beside: &'static str,
    /// The same in a line with room for a wide space.
    pub apart: &'static str,
    /// Between unlike things side by side in a line.
    pub gap: &'static str,
    /// Between short facts of one thing.
    pub facts: &'static str,
    /// Between a title and whose it is.
    pub dash: &'static str,
    /// Between a sentence or label and what follows it.
    pub space: &'static str,
    /// After a label.
    pub colon: &'static str,
    /// For what was left out.
    pub ellipsis: &'static str,
    /// Around what somebody said.
    pub quotes: [&'static str; 2],
    /// Around an aside.
    pub brackets: [&'static str; 2],
    /// What most sentences end with.
    #[serde(skip)]
    pub sentence_end: char,
    /// How a date is written out.
    #[serde(skip)]
    pub date: DateForm,
}

impl Locale {
    /// Whether spaces stand between words.
    #[must_use]
    pub(crate) const fn is_spaced(&self) -> bool {
        matches!(self.line_breaking, LineBreaking::Spaces)
    }
}

impl Script {
    /// Whether its characters fill the square of an em: each says as much as about two Latin
    /// letters, and lines need more air.
    #[must_use]
    pub(crate) const fn is_square(self) -> bool {
        !matches!(self, Self::Alphabet)
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn open_type<S: serde::Serializer>(script: &Script, serializer: S) -> Result<S::Ok, S::Error> {
    let tag = match script {
        // Kana and kanji in one run: told apart, each change between them would begin a new one.
        Script::Japanese => Some("kana"),
        Script::Han => Some("hani"),
        Script::Hangul => Some("hang"),
        Script::Alphabet => None,
    };
    tag.serialize(serializer)
}

const ENGLISH_MONTHS: Months = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const PORTUGUESE_MONTHS: Months = [
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
];
const SPANISH_MONTHS: Months = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// Languages without a row: spaces between words, Latin punctuation, dates that cannot be
/// misread.
const OTHER: Locale = Locale {
    name: "",
    called: ("", ""),
    region: None,
    script: Script::Alphabet,
    hyphenates: true,
    line_breaking: LineBreaking::Spaces,
    is_family_first: false,
    has_readings: false,
    list: ", ",
    beside: ", ",
    apart: ", ",
    gap: " · ",
    facts: ", ",
    dash: " — ",
    space: " ",
    colon: ": ",
    ellipsis: " ...",
    quotes: ["“", "”"],
    brackets: [" (", ")"],
    sentence_end: '.',
    date: DateForm::Iso,
};

const JAPANESE: Locale = Locale {
    name: "日本語",
    called: ("日本語", "Japanese"),
    region: Some("JP"),
    script: Script::Japanese,
    hyphenates: false,
    line_breaking: LineBreaking::Japanese,
    is_family_first: true,
    has_readings: true,
    list: "、",
    beside: " ",
    apart: "　",
    gap: "　",
    facts: "・",
    dash: "　",
    space: "　",
    colon: "：",
    ellipsis: "…",
    quotes: ["「", "」"],
    brackets: ["（", "）"],
    sentence_end: '。',
    date: DateForm::Han,
};

const ENGLISH: Locale = Locale {
    name: "English",
    called: ("英語", "English"),
    region: Some("GB"),
    date: DateForm::DayMonthYear(ENGLISH_MONTHS),
    ..OTHER
};

/// Mainland China (GB/T 15834): curly quotation marks.
const CHINESE: Locale = Locale {
    name: "中文",
    called: ("中国語", "Chinese"),
    region: Some("CN"),
    script: Script::Han,
    line_breaking: LineBreaking::SimplifiedChinese,
    has_readings: false,
    facts: "、",
    quotes: ["“", "”"],
    ..JAPANESE
};

const SIMPLIFIED: Locale = Locale {
    name: "简体中文",
    called: ("中国語（簡体字）", "Chinese (simplified)"),
    ..CHINESE
};

/// Taiwan: corner brackets, punctuation in the middle of its square.
const TRADITIONAL: Locale = Locale {
    name: "繁體中文",
    called: ("中国語（繁体字）", "Chinese (traditional)"),
    region: Some("TW"),
    line_breaking: LineBreaking::TraditionalChinese,
    quotes: ["「", "」"],
    ..CHINESE
};

const HONG_KONG: Locale = Locale {
    region: Some("HK"),
    ..TRADITIONAL
};

const KOREAN: Locale = Locale {
    name: "한국어",
    called: ("韓国語", "Korean"),
    region: Some("KR"),
    script: Script::Hangul,
    hyphenates: false,
    is_family_first: true,
    beside: " ",
    apart: " ",
    ellipsis: "…",
    brackets: ["(", ")"],
    date: DateForm::Korean,
    ..OTHER
};

const THAI: Locale = Locale {
    name: "ไทย",
    called: ("タイ語", "Thai"),
    region: Some("TH"),
    hyphenates: false,
    line_breaking: LineBreaking::Thai,
    beside: " ",
    apart: " ",
    ..OTHER
};

const VIETNAMESE: Locale = Locale {
    name: "Tiếng Việt",
    called: ("ベトナム語", "Vietnamese"),
    region: Some("VN"),
    hyphenates: false,
    is_family_first: true,
    date: DateForm::Vietnamese,
    ..OTHER
};

const PORTUGUESE: Locale = Locale {
    name: "Português",
    called: ("ポルトガル語", "Portuguese"),
    date: DateForm::DayDeMonthDeYear(PORTUGUESE_MONTHS),
    ..OTHER
};

const SPANISH: Locale = Locale {
    name: "Español",
    called: ("スペイン語", "Spanish"),
    date: DateForm::DayDeMonthDeYear(SPANISH_MONTHS),
    ..OTHER
};

impl Lang {
    /// The conventions of the language; of one without a row, those that mislead nobody.
    #[must_use]
    pub(crate) fn locale(self) -> &'static Locale {
        let (base, rest) = self.subtags();
        match base {
            "ja" => &JAPANESE,
            "en" => &ENGLISH,
            "zh" => match rest {
                "hant" | "tw" => &TRADITIONAL,
                "hk" | "mo" => &HONG_KONG,
                "hans" | "cn" | "sg" => &SIMPLIFIED,
                _ => &CHINESE,
            },
            "ko" => &KOREAN,
            "th" => &THAI,
            "vi" => &VIETNAMESE,
            "pt" => &PORTUGUESE,
            "es" => &SPANISH,
            _ => &OTHER,
        }
    }

    /// The language without script and region: `zh` of `zh-hant`.
    #[must_use]
    pub fn base(&self) -> &str {
        self.subtags().0
    }

    fn subtags(&self) -> (&str, &str) {
        self.as_str().split_once('-').unwrap_or((self.as_str(), ""))
    }

    /// Whether this program knows the language by name: a code without one may be a slip.
    #[must_use]
    pub fn is_named(&self) -> bool {
        !self.locale().name.is_empty()
    }

    /// What the language is called by its readers; where that is not known, its code.
    #[must_use]
    pub(crate) fn own_name(&self) -> &str {
        match self.locale().name {
            "" => self.as_str(),
            name => name,
        }
    }
}

/// The conventions of a language as templates see them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct LocaleData {
    /// The language for whoever sets type: two or three letters, `und` for any other.
    pub lang: String,
    /// Whether spaces stand between words.
    pub spaced: bool,
    /// Whether the characters fill the square of an em.
    pub square: bool,
    /// Whether punctuation is as wide as characters are, and is squeezed where two meet.
    pub wide_marks: bool,
    /// All the rest.
    #[serde(flatten)]
    pub locale: &'static Locale,
}

impl LocaleData {
    /// What templates need to know of a language.
    #[must_use]
    pub(crate) fn of(lang: Lang) -> Self {
        let locale = lang.locale();
        let base = lang.base();
        let known = (2..=3).contains(&base.len()) && base.bytes().all(|b| b.is_ascii_lowercase());
        Self {
            lang: if known { base } else { "und" }.to_owned(),
            spaced: locale.is_spaced(),
            square: locale.script.is_square(),
            wide_marks: locale.script.is_square() && !locale.is_spaced(),
            locale,
        }
    }
}

impl DateForm {
    /// A date of the Gregorian calendar, written out.
    #[must_use]
    pub(super) fn write(self, (year, month, day): (i16, i8, i8)) -> String {
        let name = |months: Months| {
            let at = usize::try_from(month - 1).unwrap_or_default();
            months.get(at).copied().unwrap_or_default()
        };
        match self {
            Self::Iso => format!("{year:04}-{month:02}-{day:02}"),
            Self::Han => format!("{year}年{month}月{day}日"),
            Self::Korean => format!("{year}년 {month}월 {day}일"),
            Self::DayMonthYear(months) => format!("{day} {} {year}", name(months)),
            Self::DayDeMonthDeYear(months) => format!("{day} de {} de {year}", name(months)),
            Self::Vietnamese => format!("ngày {day} tháng {month} năm {year}"),
        }
    }

    /// A year, or a month or day of it.
    #[must_use]
    pub(super) fn write_part(self, year: i16, month: Option<i8>, day: Option<i8>) -> String {
        let Some(month) = month else {
            return match self {
                Self::Han => format!("{year}年"),
                Self::Korean => format!("{year}년"),
                _ => year.to_string(),
            };
        };
        if let Some(day) = day {
            return self.write((year, month, day));
        }
        let name = |months: Months| {
            let at = usize::try_from(month - 1).unwrap_or_default();
            months.get(at).copied().unwrap_or_default()
        };
        match self {
            Self::Iso => format!("{year:04}-{month:02}"),
            Self::Han => format!("{year}年{month}月"),
            Self::Korean => format!("{year}년 {month}월"),
            Self::DayMonthYear(months) => format!("{} {year}", name(months)),
            Self::DayDeMonthDeYear(months) => format!("{} de {year}", name(months)),
            Self::Vietnamese => format!("tháng {month} năm {year}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Date;

    fn lang(code: &str) -> Lang {
        Lang::parse(code).unwrap()
    }

    #[test]
    fn dates_are_written_as_readers_write_them() {
        let day = Date::new(2022, 11, 7).unwrap();
        for (code, written) in [
            ("ja", "2022年11月7日"),
            ("zh", "2022年11月7日"),
            ("zh-hant", "2022年11月7日"),
            ("ko", "2022년 11월 7일"),
            ("en", "7 November 2022"),
            ("vi", "ngày 7 tháng 11 năm 2022"),
            ("pt-br", "7 de novembro de 2022"),
            ("es", "7 de noviembre de 2022"),
            ("th", "2022-11-07"),
            ("ne", "2022-11-07"),
        ] {
            assert_eq!(day.long(lang(code)), written, "{code}");
        }
    }

    #[test]
    fn regions_and_scripts_share_what_the_language_has() {
        assert_eq!(lang("ja-jp").locale(), lang("ja").locale());
        assert_eq!(lang("en-us").locale(), lang("en").locale());
        assert_eq!(lang("zh-cn").locale(), lang("zh-hans").locale());
        assert_eq!(lang("zh-tw").locale(), lang("zh-hant").locale());
        assert_ne!(lang("zh-tw").locale().quotes, lang("zh").locale().quotes);
        for code in ["ja", "zh", "zh-hant", "th"] {
            assert!(!lang(code).locale().is_spaced(), "{code}");
        }
        for code in ["ko", "en", "vi", "xx"] {
            assert!(lang(code).locale().is_spaced(), "{code}");
        }
        let readings = ["ja", "zh", "ko", "en"].map(|code| lang(code).locale().has_readings);
        assert_eq!(readings, [true, false, false, false]);
    }

    #[test]
    fn templates_get_a_language_that_the_engine_knows() {
        let data = |code| serde_json::to_value(LocaleData::of(lang(code))).unwrap();
        let hant = data("zh-hant");
        assert_eq!(
            (&hant["lang"], &hant["region"], &hant["script"]),
            (&"zh".into(), &"TW".into(), &"hani".into())
        );
        assert_eq!(data("abcd")["lang"], "und");
        assert_eq!(data("ko")["spaced"], true);
        assert_eq!(data("ko")["square"], true);
        assert_eq!(data("ko")["wide_marks"], false);
        assert!(data("en")["script"].is_null());
    }

    #[test]
    fn a_language_without_a_row_is_called_by_its_code() {
        assert_eq!(lang("ko").own_name(), "한국어");
        assert_eq!(lang("ne").own_name(), "ne");
    }
}

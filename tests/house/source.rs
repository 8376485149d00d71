//! The program's own text as the tests of the house read it: tokens without comments, and the
//! tree of modules with what each defines, imports and names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::support;

/// A file of `src/`: its path from the repository's root, its text, and the text in tokens.
pub(super) struct File {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) tokens: Vec<Token>,
}

/// A piece of a source file, with its line.
pub(super) struct Token {
    pub(super) line: usize,
    pub(super) kind: TokenKind,
}

#[derive(PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A name, a keyword or a number.
    Word(String),
    /// One character of punctuation.
    Sign(char),
    /// What stands in a literal of text.
    Literal(String),
}

impl Token {
    pub(super) fn word(&self) -> Option<&str> {
        match &self.kind {
            TokenKind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn is(&self, sign: char) -> bool {
        self.kind == TokenKind::Sign(sign)
    }
}

impl File {
    /// The module that it is, as names below `crate`.
    pub(super) fn module(&self) -> Vec<String> {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        let names = path
            .split('/')
            .filter(|name| !["lib", "mod"].contains(name));
        names.map(str::to_owned).collect()
    }

    /// Its lines without comments, each with its number.
    pub(super) fn code(&self) -> BTreeMap<usize, String> {
        let mut lines = BTreeMap::<usize, String>::new();
        for token in &self.tokens {
            let line = lines.entry(token.line).or_default();
            match &token.kind {
                TokenKind::Word(word) => {
                    if line.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                        line.push(' ');
                    }
                    line.push_str(word);
                }
                TokenKind::Sign(sign) => line.push(*sign),
                TokenKind::Literal(text) => {
                    line.push('"');
                    line.push_str(text);
                    line.push('"');
                }
            }
        }
        lines
    }
}

/// Every Rust file of `src/`, in the order of their paths.
pub(super) fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let paths = support::tree(&root).into_keys();
    let files: Vec<File> = paths
        .filter(|path| support::is_a("rs", path))
        .map(|path| {
            let text = fs::read_to_string(root.join(&path)).expect("a source file");
            File {
                path: format!("src/{path}"),
                tokens: tokens(&text),
                text,
            }
        })
        .collect();
    assert!(files.len() > 30, "only {} files were found", files.len());
    files
}

/// A source text in tokens.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let at = |index: usize| chars.get(index).copied().unwrap_or('\0');
    let (mut tokens, mut index, mut line) = (Vec::new(), 0, 1);
    while index < chars.len() {
        let (start, first_line) = (index, line);
        let kind = match at(index) {
            '/' if at(index + 1) == '/' => {
                while index < chars.len() && at(index) != '\n' {
                    index += 1;
                }
                None
            }
            '/' if at(index + 1) == '*' => {
                let mut depth = 0;
                while index < chars.len() {
                    match (at(index), at(index + 1)) {
                        ('/', '*') => depth += 1,
                        ('*', '/') => depth -= 1,
                        _ => {
                            index += 1;
                            continue;
                        }
                    }
                    index += 2;
                    if depth == 0 {
                        break;
                    }
                }
                None
            }
            '"' => {
                index = after_quote(&chars, index, '"');
                let inside = &chars[start + 1..index.saturating_sub(1)];
                Some(TokenKind::Literal(inside.iter().collect()))
            }
            // A character, or the name of a lifetime.
            '\'' if at(index + 1) == '\\' || at(index + 2) == '\'' => {
                index = after_quote(&chars, index, '\'');
                let inside = &chars[start + 1..index.saturating_sub(1)];
                Some(TokenKind::Literal(inside.iter().collect()))
            }
            'r' | 'b' if raw_hashes(&chars, index).is_some() => {
                let (open, hashes) = raw_hashes(&chars, index).expect("a raw literal");
                index = open;
                let closes =
                    |end: usize| at(end) == '"' && (1..=hashes).all(|after| at(end + after) == '#');
                while index < chars.len() && !closes(index) {
                    index += 1;
                }
                let inside = chars[open..index].iter().collect();
                index += 1 + hashes;
                Some(TokenKind::Literal(inside))
            }
            c if c.is_alphanumeric() || c == '_' => {
                while at(index).is_alphanumeric() || at(index) == '_' {
                    index += 1;
                }
                Some(TokenKind::Word(chars[start..index].iter().collect()))
            }
            c => {
                index += 1;
                (!c.is_whitespace()).then_some(TokenKind::Sign(c))
            }
        };
        let passed = &chars[start..index.min(chars.len())];
        line += passed.iter().filter(|c| **c == '\n').count();
        if let Some(kind) = kind {
            let line = first_line;
            tokens.push(Token { line, kind });
        }
    }
    tokens
}

/// Where a quoted literal that opens at `open` is over.
fn after_quote(chars: &[char], open: usize, quote: char) -> usize {
    let mut index = open + 1;
    while index < chars.len() && chars[index] != quote {
        index += if chars[index] == '\\' { 2 } else { 1 };
    }
    index + 1
}

/// Where the text of a raw literal begins, and how many `#` close it.
fn raw_hashes(chars: &[char], start: usize) -> Option<(usize, usize)> {
    let mut index = start;
    if chars[index] == 'b' {
        index += 1;
    }
    if chars.get(index) != Some(&'r') {
        return None;
    }
    let hashes = chars[index + 1..].iter().take_while(|c| **c == '#').count();
    let open = index + 1 + hashes;
    (chars.get(open) == Some(&'"')).then_some((open + 1, hashes))
}

/// A name of one module in another: what `use` brings in, or a path in the code.
pub(super) struct Named {
    /// The names from the crate's root, without `crate`.
    pub(super) path: Vec<String>,
    /// What it is called where it is named.
    pub(super) name: String,
    /// Whether all of the module is meant.
    pub(super) is_glob: bool,
    /// Whether it is a `pub use`.
    pub(super) is_passed_on: bool,
}

/// A module: a file, or one inside a file.
#[derive(Default)]
pub(super) struct Module {
    /// The file it stands in.
    pub(super) path: String,
    /// The items it defines, other than modules.
    pub(super) items: BTreeSet<String>,
    /// The types it defines.
    pub(super) types: Vec<String>,
    /// What it names of the crate's modules, its own among them.
    pub(super) named: Vec<Named>,
    /// Every word of its code outside `use`.
    words: BTreeSet<String>,
}

/// Every module of the library by its path.
pub(super) struct Modules(pub(super) BTreeMap<Vec<String>, Module>);

impl Modules {
    /// The modules of all files; `main.rs` is another crate.
    pub(super) fn read(files: &[File]) -> Self {
        let library = || files.iter().filter(|file| file.path != "src/main.rs");
        let mut all = BTreeMap::new();
        // Which modules there are has to be known before paths can be told from other words.
        let mut names: BTreeSet<Vec<String>> = library().map(File::module).collect();
        for file in library() {
            inner_modules(file, &mut names);
        }
        for file in library() {
            Reader::new(file, &names).read_into(&mut all);
        }
        Self(all)
    }

    /// The files whose items are meant by a path: the one that defines the item, however many
    /// modules pass it on in between.
    pub(super) fn files_of(&self, named: &Named) -> BTreeSet<&str> {
        self.meant(&named.path, named.is_glob, 0)
    }

    fn meant(&self, path: &[String], is_glob: bool, passed: usize) -> BTreeSet<&str> {
        let deepest = (0..=path.len())
            .rev()
            .find(|n| self.0.contains_key(&path[..*n]));
        let length = deepest.expect("the root is a module");
        let module = &self.0[&path[..length]];
        let Some(item) = path.get(length) else {
            // A module by itself is no item; what is taken from it is named elsewhere.
            return is_glob
                .then_some(module.path.as_str())
                .into_iter()
                .collect();
        };
        if module.items.contains(item) || passed > 8 {
            return [module.path.as_str()].into();
        }
        let mut from = module
            .named
            .iter()
            .filter(|other| other.path.as_slice() != path && !other.is_glob && other.name == *item);
        match from.next() {
            Some(other) if other.path.first().is_some_and(|name| name == OUTSIDE) => [].into(),
            Some(other) => self.meant(&other.path, false, passed + 1),
            None => [module.path.as_str()].into(),
        }
    }

    /// For each file, the others whose items its code uses, and the names it uses them by. What
    /// is only passed on (`pub use`) is not used.
    pub(super) fn uses(&self) -> BTreeMap<&str, BTreeMap<&str, BTreeSet<&str>>> {
        let mut uses = BTreeMap::<_, BTreeMap<_, BTreeSet<_>>>::new();
        for module in self.0.values() {
            let here = module.path.as_str();
            for named in &module.named {
                if named.is_passed_on && !module.words.contains(&named.name) {
                    continue;
                }
                for there in self.files_of(named) {
                    if there != here {
                        let names = uses.entry(here).or_default().entry(there).or_default();
                        names.insert(named.name.as_str());
                    }
                }
            }
        }
        uses
    }
}

/// The first name of a path that leads out of the crate.
const OUTSIDE: &str = "::";

/// Adds the modules that are written inside a file.
fn inner_modules(file: &File, names: &mut BTreeSet<Vec<String>>) {
    let mut scopes = vec![];
    let mut module = file.module();
    for (index, token) in file.tokens.iter().enumerate() {
        let before = |n: usize| index.checked_sub(n).and_then(|at| file.tokens[at].word());
        if token.is('{') {
            let inner = before(1).filter(|_| before(2) == Some("mod"));
            scopes.push(inner.is_some());
            if let Some(inner) = inner {
                module.push(inner.to_owned());
                names.insert(module.clone());
            }
        } else if token.is('}') && scopes.pop() == Some(true) {
            module.pop();
        }
    }
}

/// Reads the modules of one file.
struct Reader<'a> {
    file: &'a File,
    names: &'a BTreeSet<Vec<String>>,
    /// For each open brace, whether it is a module's.
    scopes: Vec<bool>,
    /// The module that is being read.
    module: Vec<String>,
    index: usize,
}

impl<'a> Reader<'a> {
    fn new(file: &'a File, names: &'a BTreeSet<Vec<String>>) -> Self {
        Self {
            file,
            names,
            scopes: Vec::new(),
            module: file.module(),
            index: 0,
        }
    }

    fn word(&self, index: usize) -> Option<&'a str> {
        self.file.tokens.get(index)?.word()
    }

    fn is(&self, index: usize, sign: char) -> bool {
        self.file
            .tokens
            .get(index)
            .is_some_and(|token| token.is(sign))
    }

    fn before(&self, count: usize) -> Option<&'a str> {
        self.word(self.index.checked_sub(count)?)
    }

    /// Whether `::` stands at an index.
    fn is_path(&self, index: usize) -> bool {
        self.is(index, ':') && self.is(index + 1, ':')
    }

    fn read_into(mut self, all: &mut BTreeMap<Vec<String>, Module>) {
        // What `use` brings in has to be known before the paths that begin with it.
        let mut paths = Vec::new();
        let new = |path: &str| Module {
            path: path.to_owned(),
            ..Module::default()
        };
        all.insert(self.module.clone(), new(&self.file.path));
        while self.index < self.file.tokens.len() {
            if self.is(self.index, '{') {
                let is_module = self.before(2) == Some("mod");
                self.scopes.push(is_module);
                if is_module {
                    self.module
                        .push(self.before(1).unwrap_or_default().to_owned());
                    all.insert(self.module.clone(), new(&self.file.path));
                }
            } else if self.is(self.index, '}') {
                if self.scopes.pop() == Some(true) {
                    self.module.pop();
                }
            } else if let Some(word) = self.word(self.index) {
                if word == "use" && !self.is(self.index + 1, '<') {
                    let is_passed_on = self.before(1) == Some("pub") || self.is_pub_in();
                    self.index += 1;
                    let mut found = Vec::new();
                    self.tree(&[], &mut found);
                    for named in &mut found {
                        named.is_passed_on = is_passed_on;
                    }
                    let module = all.get_mut(&self.module).expect("the module that is read");
                    module.named.extend(found);
                    continue;
                }
                let own = all.get_mut(&self.module).expect("the module that is read");
                self.definition(own);
                if self.before(1) != Some("mod") {
                    own.words.insert(word.to_owned());
                }
                let is_inside = self.index >= 2 && self.is_path(self.index - 2);
                let is_field = self.index >= 1 && self.is(self.index - 1, '.');
                let begins = !is_inside && !is_field;
                if begins && self.is_path(self.index + 1) {
                    let mut path = vec![word.to_owned()];
                    let mut index = self.index + 1;
                    while let Some(next) = self.word(index + 2).filter(|_| self.is_path(index)) {
                        path.push(next.to_owned());
                        own.words.insert(next.to_owned());
                        index += 3;
                    }
                    paths.push((self.module.clone(), path));
                    self.index = index;
                    continue;
                }
            }
            self.index += 1;
        }
        for (module, path) in paths {
            let name = path.last().cloned().unwrap_or_default();
            let brought = all[&module]
                .named
                .iter()
                .find(|other| other.name == path[0]);
            let path = match brought {
                Some(other) => other.path.iter().chain(&path[1..]).cloned().collect(),
                None => self.absolute(&module, &path),
            };
            let own = all.get_mut(&module).expect("a module of this file");
            own.named.push(Named {
                path,
                name,
                is_glob: false,
                is_passed_on: false,
            });
        }
    }

    /// Whether `pub(…)` stands before.
    fn is_pub_in(&self) -> bool {
        let close = self.index.checked_sub(1).filter(|at| self.is(*at, ')'));
        close.is_some_and(|close| {
            let open = (0..close).rev().find(|at| self.is(*at, '('));
            open.and_then(|open| self.word(open.checked_sub(1)?)) == Some("pub")
        })
    }

    /// Notes the item that the word before the present one defines.
    fn definition(&self, module: &mut Module) {
        let (Some(word), true) = (self.word(self.index), self.scopes.iter().all(|is| *is)) else {
            return;
        };
        match self.before(1) {
            Some("struct" | "enum" | "trait" | "union" | "type") => {
                module.types.push(word.to_owned());
                module.items.insert(word.to_owned());
            }
            Some("fn" | "const" | "static") if word != "fn" => {
                module.items.insert(word.to_owned());
            }
            _ => {}
        }
        // `macro_rules! name`
        if self.index >= 2 && self.is(self.index - 1, '!') && self.before(2) == Some("macro_rules")
        {
            module.items.insert(word.to_owned());
        }
    }

    /// Reads one tree of `use` behind `prefix`.
    fn tree(&mut self, prefix: &[String], found: &mut Vec<Named>) {
        let mut path = prefix.to_owned();
        if self.is_path(self.index) {
            path.push(OUTSIDE.to_owned());
            self.index += 2;
        }
        loop {
            if self.is(self.index, '{') {
                self.index += 1;
                while !self.is(self.index, '}') {
                    self.tree(&path, found);
                    if self.is(self.index, ',') {
                        self.index += 1;
                    }
                }
                self.index += 1;
                return;
            }
            let is_glob = self.is(self.index, '*');
            if let Some(word) = self.word(self.index) {
                // `{self, …}` is the module itself.
                if word != "self" || path.is_empty() {
                    path.push(word.to_owned());
                }
            }
            self.index += 1;
            if self.is_path(self.index) {
                self.index += 2;
                continue;
            }
            let mut name = path.last().cloned().unwrap_or_default();
            if self.word(self.index) == Some("as") {
                self.word(self.index + 1)
                    .unwrap_or_default()
                    .clone_into(&mut name);
                self.index += 2;
            }
            found.push(Named {
                path: self.absolute(&self.module, &path),
                name,
                is_glob,
                is_passed_on: false,
            });
            return;
        }
    }

    /// A path from the crate's root; one that begins with another crate, or with a type, leads
    /// [`OUTSIDE`].
    fn absolute(&self, module: &[String], path: &[String]) -> Vec<String> {
        let mut base = module.to_owned();
        let mut rest = path;
        match path[0].as_str() {
            "crate" => {
                base.clear();
                rest = &path[1..];
            }
            "self" => rest = &path[1..],
            "super" => {
                while rest.first().is_some_and(|name| name == "super") {
                    base.pop();
                    rest = &rest[1..];
                }
            }
            name => {
                base.push(name.to_owned());
                if !self.names.contains(&base) {
                    return [OUTSIDE.to_owned()].iter().chain(path).cloned().collect();
                }
                base.pop();
            }
        }
        base.extend_from_slice(rest);
        base
    }
}

//! Moves characters from file to file, for pages that are too heavy.
//!
//! Joining alone ends where no two groups gain by it, and asks nothing about single pages. From
//! there, what stands on the same pages is moved to another file, or to one of its own, as long
//! as all pages together become lighter, where a byte above the budget counts for many. The
//! budget comes down to what it should be in steps: at once, the way there would often be barred
//! by what one page gains and another loses. (A local search, as in Kernighan and Lin, "An
//! Efficient Heuristic Procedure for Partitioning Graphs", 1970.)

use super::pages::Pages;
use super::{FILE, GlyphGroup, MOST, OWN, fetched};

/// What a byte above the budget counts for, besides itself.
const OVER: i64 = 20;

/// How far above the budget it begins, and how far it comes down at a time, in bytes.
const STEPS: (i64, usize) = (6_000, 1_000);

/// How often all characters are gone through at one step, at most.
const SWEEPS: usize = 12;

/// So many files may come to be besides those there are.
const MORE: usize = 10;

/// A file that is being filled.
struct FontBin {
    face: usize,
    bytes: i64,
    chars: usize,
    /// How many of its groups a page shows, page by page.
    shown: Vec<u32>,
    /// The pages that fetch it, and those that do for one group alone.
    pages: Pages,
    single: Pages,
}

impl FontBin {
    fn empty(pages: usize) -> Self {
        Self {
            face: 0,
            bytes: 0,
            chars: 0,
            shown: vec![0; pages],
            pages: Pages::none(pages),
            single: Pages::none(pages),
        }
    }

    fn add(&mut self, part: &GlyphGroup) {
        self.face = part.face;
        self.bytes += part.bytes;
        self.chars += part.chars.len();
        self.count(part, |shown| shown + 1);
    }

    fn take(&mut self, part: &GlyphGroup) {
        self.bytes -= part.bytes;
        self.chars -= part.chars.len();
        self.count(part, |shown| shown - 1);
    }

    /// What a page that fetches the file is spared when a part leaves it, in bytes.
    fn freed(&self, part: &GlyphGroup, page: usize) -> i64 {
        if part.pages.has(page) && self.shown[page] == 1 {
            self.bytes + FILE
        } else {
            part.bytes
        }
    }

    fn count(&mut self, part: &GlyphGroup, change: impl Fn(u32) -> u32) {
        for page in part.pages.iter() {
            self.shown[page] = change(self.shown[page]);
            match self.shown[page] {
                0 => self.pages.remove(page),
                _ => self.pages.insert(page),
            }
            match self.shown[page] {
                1 => self.single.insert(page),
                _ => self.single.remove(page),
            }
        }
    }
}

/// All files, and what each page weighs with them.
struct ExchangePlan<'p> {
    parts: &'p [GlyphGroup],
    /// The file of each part.
    at: Vec<usize>,
    files: Vec<FontBin>,
    loads: Vec<i64>,
    budget: i64,
}

/// Divides `parts`, which are not divided further, anew into files, beginning with `files`, until
/// no page that could be within the budget is above it. `loads` is what pages weigh besides.
pub(super) fn exchange(
    parts: &[GlyphGroup],
    files: Vec<GlyphGroup>,
    loads: &[i64],
    budget: i64,
) -> Vec<GlyphGroup> {
    if fetched(&files, loads).iter().all(|load| *load <= budget) {
        return files;
    }
    let mut plan = ExchangePlan::new(parts, &files, loads);
    for above in (0..=STEPS.0).rev().step_by(STEPS.1) {
        plan.budget = budget + above;
        for _ in 0..SWEEPS {
            let moved = (0..parts.len()).filter(|part| plan.better(*part)).count();
            if moved == 0 {
                break;
            }
        }
    }
    plan.groups()
}

impl<'p> ExchangePlan<'p> {
    fn new(parts: &'p [GlyphGroup], files: &[GlyphGroup], loads: &[i64]) -> Self {
        let home = |part: &GlyphGroup| {
            let first = part.chars.first()?;
            let mut files = files.iter();
            files.position(|file| file.face == part.face && file.chars.contains(first))
        };
        let mut plan = Self {
            parts,
            at: parts.iter().map(|part| home(part).unwrap_or(0)).collect(),
            files: (0..files.len() + MORE)
                .map(|_| FontBin::empty(loads.len()))
                .collect(),
            loads: loads.to_vec(),
            budget: 0,
        };
        for (part, at) in parts.iter().zip(&plan.at) {
            plan.files[*at].add(part);
        }
        for at in 0..plan.files.len() {
            plan.weigh(at, 1);
        }
        plan
    }

    /// Adds a file to the loads of the pages that fetch it, or with -1 takes it off.
    fn weigh(&mut self, at: usize, sign: i64) {
        let file = &self.files[at];
        for page in file.pages.iter() {
            self.loads[page] += sign * (file.bytes + FILE);
        }
    }

    /// Moves a part to the file that suits it better than its own; false if none does.
    fn better(&mut self, part: usize) -> bool {
        let own = &self.parts[part];
        let from = &self.files[self.at[part]];
        let leaving = own.pages.shared(&from.single);
        let freed = from.pages.count() * own.bytes + leaving * (from.bytes - own.bytes + OWN);
        // Above the budget it counts more; no move can gain more than this.
        let relief: i64 = from
            .pages
            .iter()
            .map(|page| from.freed(own, page).min(self.over(page)))
            .sum();
        let most = freed + OVER * relief;
        let mut best = (0, self.at[part]);
        let mut new = true;
        for (at, file) in self.files.iter().enumerate() {
            if at == self.at[part] || file.chars + own.chars.len() > MOST {
                continue;
            }
            match file.chars {
                // Of the empty files one is as good as another.
                0 if !std::mem::take(&mut new) => continue,
                1.. if file.face != own.face => continue,
                _ => {}
            }
            let coming = own.pages.count() - own.pages.shared(&file.pages);
            let added = file.pages.count() * own.bytes + coming * (file.bytes + own.bytes + OWN);
            if added >= most + best.0 {
                continue;
            }
            let gain = added - freed + OVER * self.excess(from, file, own);
            best = best.min((gain, at));
        }
        if best.0 >= 0 {
            return false;
        }
        let (from, to) = (self.at[part], best.1);
        for at in [from, to] {
            self.weigh(at, -1);
        }
        self.files[from].take(own);
        self.files[to].add(own);
        self.at[part] = to;
        for at in [from, to] {
            self.weigh(at, 1);
        }
        true
    }

    /// By how much a page is too heavy, in bytes.
    fn over(&self, page: usize) -> i64 {
        (self.loads[page] - self.budget).max(0)
    }

    /// By how much more all pages together are too heavy when a part moves.
    fn excess(&self, from: &FontBin, to: &FontBin, part: &GlyphGroup) -> i64 {
        let mut pages = from.pages.clone();
        pages.absorb(&to.pages);
        pages.absorb(&part.pages);
        let change = |page| {
            let mut change = 0;
            if from.pages.has(page) {
                change -= from.freed(part, page);
            }
            if to.pages.has(page) {
                change += part.bytes;
            } else if part.pages.has(page) {
                change += to.bytes + part.bytes + FILE;
            }
            (self.loads[page] + change - self.budget).max(0) - self.over(page)
        };
        pages.iter().map(change).sum()
    }

    fn groups(self) -> Vec<GlyphGroup> {
        let mut groups: Vec<Option<GlyphGroup>> = self.files.iter().map(|_| None).collect();
        for (part, at) in self.parts.iter().zip(self.at) {
            match &mut groups[at] {
                Some(group) => {
                    group.bytes += part.bytes;
                    group.pages.absorb(&part.pages);
                    group.chars.extend(&part.chars);
                }
                none => *none = Some(part.clone()),
            }
        }
        groups.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::group;
    use super::*;

    fn shown(loads: [i64; 2], budget: i64) -> Vec<String> {
        let parts = [group("a", 0b11), group("b", 0b10), group("c", 0b10)];
        let all = group("abc", 0b11);
        let files = exchange(&parts, vec![all], &loads, budget);
        files
            .iter()
            .map(|file| file.chars.iter().collect())
            .collect()
    }

    #[test]
    fn a_page_that_is_too_heavy_fetches_only_its_part() {
        assert_eq!(shown([1_000, 0], 9_000), ["abc"], "no page is too heavy");
        assert_eq!(shown([1_000, 0], 3_000), ["bc", "a"], "one page is");
    }
}

//! Joins what stands on nearly the same pages, step by step: always the two groups whose joining
//! saves most, counted in bytes over all pages, as long as any does.

use super::{GlyphGroup, MOST, OWN};

/// The group that a group had best be joined with.
#[derive(Debug, Clone, Copy)]
struct Partner {
    /// What joining costs; below nothing, since it saves. If not `known`, no less than this.
    cost: i64,
    with: usize,
    known: bool,
}

/// Joins groups into those that had best be files.
pub(super) fn join(groups: Vec<GlyphGroup>) -> Vec<GlyphGroup> {
    let mut groups: Vec<Option<GlyphGroup>> = groups.into_iter().map(Some).collect();
    let mut partners: Vec<Option<Partner>> =
        (0..groups.len()).map(|at| partner(&groups, at)).collect();
    loop {
        let all = partners.iter().enumerate();
        let best = all
            .filter_map(|(at, partner)| Some((at, (*partner)?)))
            .min_by_key(|(at, partner)| (partner.cost, *at));
        let Some((a, best)) = best else { break };
        if !best.known {
            partners[a] = partner(&groups, a);
            continue;
        }
        let (Some(mut joined), Some(other)) = (groups[a].take(), groups[best.with].take()) else {
            break;
        };
        joined.pages.absorb(&other.pages);
        joined.bytes += other.bytes;
        joined.chars.extend(other.chars);
        partners[best.with] = None;
        for (at, group) in groups.iter().enumerate() {
            let Some(group) = group else { continue };
            let cost = cost(group, &joined);
            let new = Partner {
                cost,
                with: a,
                known: true,
            };
            match partners[at] {
                // The group that grew suits this one better than what it had.
                Some(old) if cost < old.cost => partners[at] = Some(new),
                // What this one had is gone; whether another suits it is seen when it matters.
                Some(old) if old.with == a || old.with == best.with => {
                    partners[at] = Some(Partner {
                        known: false,
                        ..old
                    });
                }
                None if cost < 0 => partners[at] = Some(new),
                _ => {}
            }
        }
        groups[a] = Some(joined);
        partners[a] = partner(&groups, a);
    }
    groups.into_iter().flatten().collect()
}

/// The group that a group had best be joined with, if that saves anything.
fn partner(groups: &[Option<GlyphGroup>], at: usize) -> Option<Partner> {
    let own = groups[at].as_ref()?;
    let others = groups.iter().enumerate().filter(|(other, _)| *other != at);
    let (cost, with) = others
        .filter_map(|(other, group)| Some((cost(own, group.as_ref()?), other)))
        .filter(|(cost, _)| *cost < 0)
        .min()?;
    Some(Partner {
        cost,
        with,
        known: true,
    })
}

/// What all pages together fetch more, in bytes, if two groups are one file.
fn cost(a: &GlyphGroup, b: &GlyphGroup) -> i64 {
    if a.face != b.face || a.chars.len() + b.chars.len() > MOST {
        return 0;
    }
    let both = a.pages.shared(&b.pages);
    let only_a = a.pages.count() - both;
    let only_b = b.pages.count() - both;
    only_a * b.bytes + only_b * a.bytes - both * OWN
}

//! Places on a page, in points from its lower left corner.

/// Points in a millimetre.
pub(super) const MM: f64 = 72.0 / 25.4;

/// An upright rectangle, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    /// Its left edge.
    pub x0: f64,
    /// Its lower edge.
    pub y0: f64,
    /// Its right edge.
    pub x1: f64,
    /// Its upper edge.
    pub y1: f64,
}

impl Area {
    /// Everything there is.
    pub(super) const ALL: Self = Self {
        x0: f64::NEG_INFINITY,
        y0: f64::NEG_INFINITY,
        x1: f64::INFINITY,
        y1: f64::INFINITY,
    };

    /// The smallest rectangle around some points; `None` without points.
    pub(super) fn around(points: impl IntoIterator<Item = (f64, f64)>) -> Option<Self> {
        let one = |(x, y)| Self {
            x0: x,
            y0: y,
            x1: x,
            y1: y,
        };
        points.into_iter().map(one).reduce(Self::union)
    }

    /// The smallest rectangle around two.
    pub(super) fn union(self, other: Self) -> Self {
        Self {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }

    /// What two have in common; `None` when that is nothing.
    pub(super) fn intersection(self, other: Self) -> Option<Self> {
        let both = Self {
            x0: self.x0.max(other.x0),
            y0: self.y0.max(other.y0),
            x1: self.x1.min(other.x1),
            y1: self.y1.min(other.y1),
        };
        (both.x0 <= both.x1 && both.y0 <= both.y1).then_some(both)
    }

    /// The same, wider by so many points on every side.
    pub(super) fn grown(self, by: f64) -> Self {
        Self {
            x0: self.x0 - by,
            y0: self.y0 - by,
            x1: self.x1 + by,
            y1: self.y1 + by,
        }
    }

    /// Whether another lies within, give or take a hundredth of a point.
    pub(super) fn holds(self, other: Self) -> bool {
        const CLOSE: f64 = 0.01;
        other.x0 >= self.x0 - CLOSE
            && other.y0 >= self.y0 - CLOSE
            && other.x1 <= self.x1 + CLOSE
            && other.y1 <= self.y1 + CLOSE
    }

    /// Whether two have more than an edge in common.
    pub(super) fn meets(self, other: Self) -> bool {
        const CLOSE: f64 = 0.01;
        self.intersection(other)
            .is_some_and(|both| both.width() > CLOSE || both.height() > CLOSE)
            && self.x0 < other.x1 - CLOSE
            && other.x0 < self.x1 - CLOSE
            && self.y0 < other.y1 - CLOSE
            && other.y0 < self.y1 - CLOSE
    }

    /// From left to right.
    pub(super) fn width(self) -> f64 {
        self.x1 - self.x0
    }

    /// From bottom to top.
    pub(super) fn height(self) -> f64 {
        self.y1 - self.y0
    }

    /// Its corners.
    pub(super) fn corners(self) -> [(f64, f64); 4] {
        [
            (self.x0, self.y0),
            (self.x1, self.y0),
            (self.x1, self.y1),
            (self.x0, self.y1),
        ]
    }
}

/// A transformation of the plane (ISO 32000-1 §8.3.3): `[a b c d e f]`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Transform(pub [f64; 6]);

impl Transform {
    /// The one that changes nothing.
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Moves by so much.
    pub(super) const fn moving(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First this, then `next`.
    #[allow(clippy::many_single_char_names, reason = "the letters of the standard")]
    pub(super) fn then(self, next: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, next.0);
        Self([
            a * p + b * r,
            a * q + b * s,
            c * p + d * r,
            c * q + d * s,
            e * p + f * r + t,
            e * q + f * s + u,
        ])
    }

    /// Where a point comes to lie.
    #[allow(clippy::many_single_char_names, reason = "the letters of the standard")]
    pub(super) fn apply(self, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How long a horizontal and a vertical line of length one become.
    pub(super) fn stretch(self) -> (f64, f64) {
        let [a, b, c, d, ..] = self.0;
        (a.hypot(b), c.hypot(d))
    }

    /// The upright rectangle around where a rectangle comes to lie.
    pub(super) fn area(self, area: Area) -> Area {
        Area::around(area.corners().map(|corner| self.apply(corner))).unwrap_or(area)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transformations_follow_each_other() {
        let both = Transform([2.0, 0.0, 0.0, 3.0, 0.0, 0.0]).then(Transform::moving(10.0, 20.0));
        assert_eq!(both.apply((1.0, 1.0)), (12.0, 23.0));
        assert_eq!(both.stretch(), (2.0, 3.0));
    }

    #[test]
    fn rectangles_that_only_touch_do_not_meet() {
        let area = |x0, x1| Area {
            x0,
            y0: 0.0,
            x1,
            y1: 1.0,
        };
        assert!(area(0.0, 2.0).meets(area(1.0, 3.0)));
        assert!(!area(0.0, 1.0).meets(area(1.0, 2.0)));
        assert!(area(0.0, 4.0).holds(area(1.0, 2.0)));
    }
}

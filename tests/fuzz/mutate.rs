//! Inputs made of others: pieces cut, doubled, swapped, joined, and characters replaced.

/// Makes inputs, always the same from the same seed.
pub(super) struct Mutator<'s> {
    state: u64,
    seeds: &'s [Vec<u8>],
    /// The words of all seeds.
    words: Vec<&'s [u8]>,
}

impl<'s> Mutator<'s> {
    pub(super) fn new(seed: u64, seeds: &'s [Vec<u8>]) -> Self {
        let is_edge = |byte: &u8| byte.is_ascii_whitespace() || b":[](){}|#*`'\"<>,".contains(byte);
        let words = seeds.iter().flat_map(|seed| seed.split_inclusive(is_edge));
        Self {
            state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            seeds,
            words: words.filter(|word| word.len() < 64).collect(),
        }
    }

    /// A number below another (xorshift64*).
    fn below(&mut self, most: usize) -> usize {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        let number = self.state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(number).unwrap() % most.max(1)
    }

    pub(super) fn next(&mut self) -> Vec<u8> {
        let mut input = if self.below(3) == 0 {
            let long = self.below(40);
            (0..long).flat_map(|_| self.word()).collect()
        } else {
            let at = self.below(self.seeds.len());
            self.seeds[at].clone()
        };
        for _ in 0..=self.below(6) {
            self.change(&mut input);
        }
        input.truncate(1 << 16);
        input
    }

    fn word(&mut self) -> Vec<u8> {
        let at = self.below(self.words.len());
        self.words.get(at).map_or(Vec::new(), |word| word.to_vec())
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        let (a, b) = (self.below(input.len() + 1), self.below(input.len() + 1));
        let (from, to) = (a.min(b), a.max(b).min(a.min(b) + 400));
        match self.below(7) {
            0 => drop(input.drain(from..to)),
            1 => {
                let piece = input[from..to].to_vec();
                let at = self.below(input.len() + 1);
                input.splice(at..at, piece);
            }
            2 => {
                let word = self.word();
                input.splice(from..from, word);
            }
            3 => {
                let word = self.word();
                input.splice(from..to, word);
            }
            4 => {
                if let Some(byte) = input.get_mut(from) {
                    *byte = u8::try_from(self.below(256)).unwrap();
                }
            }
            5 => {
                let seed = self.below(self.seeds.len());
                let other = &self.seeds[seed];
                let cut = self.below(other.len() + 1);
                let tail = self.seeds[seed][cut..].to_vec();
                input.truncate(from);
                input.extend(tail);
            }
            _ => {
                let often = 1 + self.below(40);
                let piece = input[from..to.min(from + 8)].repeat(often);
                input.splice(from..from, piece);
            }
        }
    }
}

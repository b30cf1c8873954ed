//! The instructions that look at a place: references to groups, anchors.

use super::classes::is_word;
use super::machine::{Machine, Next};
use super::program as op;
use super::runs::back_one;
use super::source::char_at;

impl Machine<'_> {
    pub(super) fn back_reference(&mut self, how: u32, group: usize, fuel: &mut u64) -> Next {
        let Some((start, end)) = self.group(group) else { return Next::Back };
        let Some(wanted) = self.text.get(start..end) else { return Next::Back };
        if how == op::BACK {
            if !self.text.get(self.pos..).is_some_and(|rest| rest.starts_with(wanted)) {
                return Next::Back;
            }
            self.charge(fuel, wanted.len() / 64);
            self.pos += wanted.len();
            return self.go(self.pc + 1);
        }
        let (mut at, mut pos) = (0, self.pos);
        let lower = if how == op::BACK_A { super::case::ascii_lower } else { super::case::lower };
        let text = self.text;
        let same = loop {
            let Some((a, a_len)) = char_at(wanted, at, self.kind) else { break true };
            match char_at(text, pos, self.kind) {
                Some((b, b_len)) if lower(a) == lower(b) => pos += b_len,
                _ => break false,
            }
            at += a_len;
        };
        self.charge(fuel, at / 16);
        if !same {
            return Next::Back;
        }
        self.pos = pos;
        self.go(self.pc + 1)
    }

    pub(super) fn anchored(&self, anchor: u32) -> bool {
        let (pos, len) = (self.pos, self.text.len());
        let newline = |at: usize| self.text.get(at) == Some(&b'\n');
        match anchor {
            op::BEGIN | op::BEGIN_TEXT => pos == 0,
            op::BEGIN_LINE => pos == 0 || newline(pos - 1),
            op::END => pos == len || (pos + 1 == len && newline(pos)),
            op::END_LINE => pos == len || newline(pos),
            op::END_TEXT => pos == len,
            op::BOUNDARY | op::BOUNDARY_A => len != 0 && self.at_edge(anchor == op::BOUNDARY_A),
            // An empty text has neither.
            op::NOT_BOUNDARY | op::NOT_BOUNDARY_A => len != 0 && !self.at_edge(anchor == op::NOT_BOUNDARY_A),
            _ => false,
        }
    }

    /// Whether a word begins or ends here.
    fn at_edge(&self, ascii: bool) -> bool {
        let word_at = |at| char_at(self.text, at, self.kind).is_some_and(|(c, _)| is_word(c, ascii));
        let before = self.pos > 0 && word_at(back_one(self.text, self.pos, 0, self.kind));
        before != word_at(self.pos)
    }
}

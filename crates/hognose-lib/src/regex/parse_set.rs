//! Sets: `[...]`.

use super::error::{ErrorKind, RegexError};
use super::parse::Parser;
use super::parse_escape::{Item, in_set};
use super::source::Token;
use super::tree;

impl Parser<'_, '_> {
    /// A set; its bracket `token` was taken.
    pub fn set(&mut self, token: Token) -> Result<(), RegexError> {
        let negated = self.source.take(b'^')?;
        let node = self.tree.alloc(&[tree::SET | u32::from(negated) << 8, 0, 0])?;
        let mut count = 0;
        loop {
            let this = self.set_token(token)?;
            if this.is(b']') && count > 0 {
                break;
            }
            let first = self.set_item(this)?;
            let range = self.source.take(b'-')?;
            let that = if range { Some(self.set_token(token)?) } else { None };
            let Some(that) = that else {
                count += self.add(first)?;
                continue;
            };
            if that.is(b']') {
                // A dash before the end is a dash.
                count += self.add(first)?;
                count += self.add(Item::Char(0x2d))?;
                break;
            }
            match (first, self.set_item(that)?) {
                (Item::Char(low), Item::Char(high)) if low <= high => {
                    self.tree.alloc(&[low, high])?;
                    count += 1;
                }
                _ => {
                    let kind = ErrorKind::BadRange(this.span(), that.span());
                    return Err(self.source.error(kind, this.chars() + 1 + that.chars()));
                }
            }
        }
        self.end_set(node, count, negated)
    }

    fn set_token(&mut self, bracket: Token) -> Result<Token, RegexError> {
        match self.source.get()? {
            Some(token) => Ok(token),
            None => Err(self.source.error_at(ErrorKind::UnterminatedSet, bracket.start)),
        }
    }

    fn set_item(&mut self, token: Token) -> Result<Item, RegexError> {
        match token.escaped() {
            Some(c) => in_set(&mut self.source, token, c),
            None => Ok(Item::Char(token.c)),
        }
    }

    fn add(&mut self, item: Item) -> Result<u32, RegexError> {
        self.tree.alloc(&match item {
            Item::Char(c) => [c, c],
            Item::Class(class) => [tree::CLASS_ITEM + class.0, 0],
        })?;
        Ok(1)
    }

    /// A set of one character is that character, a set of one class that class.
    fn end_set(&mut self, node: u32, count: u32, negated: bool) -> Result<(), RegexError> {
        let (low, high) = (self.tree.word(node, 3), self.tree.word(node, 4));
        if count == 1 && low == high {
            self.tree.cut(node);
            return self.unit(low << 8 | if negated { tree::NOT_LITERAL } else { tree::LITERAL });
        }
        if count == 1 && low >= tree::CLASS_ITEM {
            self.tree.cut(node);
            return self.unit(tree::CLASS | ((low - tree::CLASS_ITEM) ^ u32::from(negated)) << 8);
        }
        self.tree.set(node, 2, count);
        self.level.seq.append(&mut self.tree, node, 1, 1);
        Ok(())
    }
}

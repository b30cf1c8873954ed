//! Parses a part of a program on its own, to see what it is.

use super::action::{Verdict, name_of};
use super::machine::Stop;
use crate::character::Characters;
use crate::error::ExpressionName;
use crate::parser::{Fault, Parser};
use crate::span::Span;
use crate::tree::{NodeId, Tree};

/// What a part of a program is taken for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// An expression, with stars, commas and `:=`.
    Expression,
    /// What stands in the braces of an f-string.
    Field,
    /// Arguments of a call, made a `Call`.
    Arguments,
}

/// A part of a program that was parsed, if it could be.
pub(super) struct Fragment<'a> {
    parser: Parser<'a>,
    root: Result<NodeId, Fault>,
}

impl<'a> Fragment<'a> {
    /// Parses the bytes from `start` to `end` as that part.
    pub fn parse(
        part: Part,
        source: &'a [u8],
        characters: Characters,
        start: u32,
        end: u32,
        words: &'a mut [u32],
    ) -> Self {
        let mut parser = Parser::fragment(source, characters, start, end, words);
        let root = match part {
            Part::Expression => parser.expression_fragment(),
            Part::Field => parser.field_fragment(),
            Part::Arguments => parser.arguments_fragment(),
        };
        Self { parser, root }
    }

    fn root(&self) -> Result<NodeId, Stop> {
        self.root.map_err(|fault| match fault {
            Fault::Memory => Stop::Memory,
            _ => Stop::GivenUp,
        })
    }

    /// True when the part can be parsed.
    ///
    /// # Errors
    /// When the memory was too small to tell.
    pub fn is_sound(&self) -> Result<bool, Stop> {
        match self.root {
            Ok(_) => Ok(true),
            Err(Fault::Memory) => Err(Stop::Memory),
            Err(_) => Ok(false),
        }
    }

    /// Looks at the tree.
    ///
    /// # Errors
    /// When there is none.
    pub fn look<R>(self, see: impl FnOnce(Tree<'_>, NodeId) -> R) -> Result<R, Stop> {
        let root = self.root()?;
        Ok(see(self.parser.tree(), root))
    }

    /// The first node, from left to right, that is judged wrong.
    ///
    /// # Errors
    /// When there is no tree, or the memory is too small for the walk.
    pub fn find(
        &mut self,
        judge: impl Fn(Tree<'_>, NodeId) -> Verdict,
    ) -> Result<Option<(ExpressionName, Span)>, Stop> {
        let root = self.root()?;
        self.parser.push_word(root.to_word()).map_err(|_| Stop::Memory)?;
        let mut left = 1u32;
        while left > 0 {
            left -= 1;
            let id = NodeId::from_word(self.parser.pop_word());
            match judge(self.parser.tree(), id) {
                Verdict::Right => {}
                Verdict::Wrong => {
                    let tree = self.parser.tree();
                    return Ok(Some((name_of(tree, id), tree.span(id))));
                }
                Verdict::Child(child) => {
                    self.parser.push_word(child.to_word()).map_err(|_| Stop::Memory)?;
                    left += 1;
                }
                Verdict::Children(list) => {
                    for place in (0..self.parser.tree().len(list)).rev() {
                        let Some(child) = self.parser.tree().item(list, place) else { continue };
                        self.parser.push_word(child.to_word()).map_err(|_| Stop::Memory)?;
                        left += 1;
                    }
                }
            }
        }
        Ok(None)
    }
}

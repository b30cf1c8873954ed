//! What can be assigned to and deleted.

use super::{Fault, Parsed, Parser};
use crate::tree::{Kind, List, NodeId};

impl Parser<'_> {
    /// Refuses an expression that is no target; `stars` says whether a starred one may be in it.
    pub(super) fn check_targets(&mut self, target: NodeId, stars: bool) -> Parsed<()> {
        // The targets still to be looked at are on the stack, over `left` of them.
        let mut left = 1;
        self.memory.push(target.0)?;
        while left > 0 {
            left -= 1;
            let id = NodeId(self.memory.pop());
            match self.kind(id) {
                Kind::Name | Kind::Attribute | Kind::Subscript => {}
                Kind::Tuple | Kind::ListDisplay => {
                    let list = self.tree().list(id, 0);
                    left += self.push_list(list)?;
                }
                Kind::Starred if stars => {
                    let inner = NodeId(self.tree().field(id, 0));
                    if self.kind(inner) == Kind::Starred {
                        return Err(Fault::Syntax);
                    }
                    self.memory.push(inner.0)?;
                    left += 1;
                }
                _ => return Err(Fault::Syntax),
            }
        }
        Ok(())
    }

    fn push_list(&mut self, list: List) -> Parsed<usize> {
        let length = self.tree().len(list);
        for place in 0..length {
            if let Some(item) = self.tree().item(list, place) {
                self.memory.push(item.0)?;
            }
        }
        Ok(length)
    }

    /// True for what can be the only target of `+=` and of an annotation.
    pub(super) fn is_single_target(&self, target: NodeId) -> bool {
        matches!(self.kind(target), Kind::Name | Kind::Attribute | Kind::Subscript)
    }
}

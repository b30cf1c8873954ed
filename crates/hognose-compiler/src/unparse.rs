//! Expressions back to text, for annotations that are not evaluated.

use crate::Compiler;
use crate::fault::Fault;
use hognose_syntax::tree::NodeId;

impl Compiler<'_, '_> {
    /// The text of an annotation, in the pool.
    pub(crate) fn unparse(&mut self, annotation: NodeId) -> Result<u32, Fault> {
        let text = self.t.text(self.t.span(annotation));
        self.s.writer.stage(text)?;
        Ok(self.s.writer.staged_str()?)
    }
}

//! Which grants a program uses, found before it runs.

use crate::Equipment;
use hognose_image::isa::Op;
use hognose_image::{Constant, Image};

/// What a program uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Uses {
    /// The grants.
    pub grants: u32,
    /// A name that needs a grant which it was not given.
    pub refused: Option<(usize, [u8; 24])>,
}

impl Uses {
    fn name(&mut self, name: &[u8], equipment: &impl Equipment, granted: u32) {
        let Some(grant) = core::str::from_utf8(name).ok().and_then(|name| equipment.grant(name)) else {
            return;
        };
        self.grants |= grant;
        if grant & !granted != 0 && self.refused.is_none() {
            let len = name.len().min(24);
            let mut kept = [0; 24];
            kept[..len].copy_from_slice(&name[..len]);
            self.refused = Some((len, kept));
        }
    }

    /// The name that was refused.
    pub fn refused_name(&self) -> Option<&str> {
        let (len, bytes) = self.refused.as_ref()?;
        core::str::from_utf8(bytes.get(..*len)?).ok()
    }
}

/// What a Python program uses. Names that it imports from the module of the equipment count, and when it imports the module as
/// a whole, every name that it reads: more than it uses may be found, never less, unless it computes names.
pub(crate) fn of_image(image: &Image<'_>, equipment: &impl Equipment, granted: u32) -> Uses {
    let mut uses = Uses::default();
    let module = equipment.module().as_bytes();
    let mut whole = false;
    for code in (0..image.code_count()).filter_map(|index| image.code(index)) {
        let mut list = None;
        for (_, instruction) in code.instructions() {
            match instruction.op {
                Op::Const => list = Some(instruction.a),
                Op::None => list = None,
                Op::ImportName => {
                    let name = image.str(instruction.a).unwrap_or(b"");
                    let top = name.split(|byte| *byte == b'.').next().unwrap_or(name);
                    if top != module {
                        continue;
                    }
                    for part in name.split(|byte| *byte == b'.').skip(1) {
                        uses.name(part, equipment, granted);
                    }
                    match list.and_then(|list| image.constant(list)) {
                        Some(Constant::Tuple(items)) => {
                            for name in items.filter_map(|item| image.str(item)) {
                                whole |= name == b"*";
                                uses.name(name, equipment, granted);
                            }
                        }
                        _ => whole = true,
                    }
                }
                _ => {}
            }
        }
    }
    if whole {
        for code in (0..image.code_count()).filter_map(|index| image.code(index)) {
            for (_, instruction) in code.instructions() {
                if matches!(instruction.op, Op::LoadAttr | Op::LoadMethod | Op::LoadName | Op::LoadGlobal) {
                    uses.name(image.str(instruction.a).unwrap_or(b""), equipment, granted);
                }
            }
        }
    }
    uses
}

//! The last resort of a layout: encodings that only ever grow.
//!
//! Each varint keeps the widest form it ever needed (over-long forms mean the same), and an operand once written out
//! is never left out again. Sizes only grow and have a bound, so the passes end.

use crate::code::Content;
use crate::encode::width;
use crate::fault::Fault;
use crate::layout::Passes;
use crate::program::Program;
use bajo::varint;

/// Passes after which everything that may still grow is made as large as it can get. Real programs settle in a few.
const PATIENCE: u32 = 64;

/// The encoding an instruction has grown to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grown {
    /// Whether source 0 may still be left out.
    pub rmw: bool,
    /// Least width of every varint.
    pub widths: Vec<u8>,
}

/// Finds a layout whatever it takes. Automatic padding is taken out again: it did not help.
///
/// # Errors
/// Lazy values that failed.
pub(crate) fn grow(program: &Program, passes: &mut Passes<'_>) -> Result<Vec<Option<Grown>>, Vec<Fault>> {
    passes.forget_repairs();
    let mut grown: Vec<Option<Grown>> = Vec::with_capacity(program.slots.len());
    for (i, slot) in program.slots.iter().enumerate() {
        grown.push(match &slot.item.content {
            Content::Inst(inst) if passes.is_computed(i) => Some(match &inst.pin {
                Some(pin) => Grown { rmw: pin.rmw, widths: pin.widths.clone() },
                None => Grown { rmw: true, widths: Vec::new() },
            }),
            _ => None,
        });
    }
    for round in 0.. {
        let full = round >= PATIENCE;
        let change = passes.pass(|encoder, slot| {
            let (Content::Inst(inst), Some(grown)) = (&program.slots[slot].item.content, &mut grown[slot])
            else {
                return 0;
            };
            encoder.inst(inst, slot);
            grown.widths.resize(encoder.words.len(), 1);
            grown.rmw &= encoder.same && !full;
            for (least, &word) in grown.widths.iter_mut().zip(&encoder.words) {
                *least = (*least).max(if full { varint::MAX_LEN as u8 } else { width(word) });
            }
            encoder.inst_size(grown.rmw, &grown.widths)
        })?;
        // At full size nothing can change any more but addresses, once.
        if !(change.addresses || change.sizes) || round > PATIENCE + 2 {
            break;
        }
    }
    Ok(grown)
}

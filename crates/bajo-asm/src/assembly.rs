//! Assembling a program, and what comes out.

use crate::check::Checker;
use crate::code::{Code, Content};
use crate::encode::{Encoder, Failure};
use crate::env::{Env, Region};
use crate::fault::{Fault, FaultKind, Faults};
use crate::grow::{Grown, grow};
use crate::label::{ItemId, Label};
use crate::layout::{Layout, Passes, misfit};
use crate::program::Program;
use std::sync::Arc;

/// The most bytes of code an assembly makes.
pub const MAX_CODE: u64 = 1 << 28;

/// An assembled program: its bytes, and where everything is.
#[derive(Debug)]
pub struct Assembly {
    pub(crate) program: Program,
    pub(crate) layout: Arc<Layout>,
    /// The bytes, from the first code address, padding included.
    code: Vec<u8>,
    passes: u32,
    repairs: u32,
    grown: bool,
}

/// Assembles `code` for `env`.
///
/// # Errors
/// Everything that is wrong with it, stage by stage: what no layout can cure, then failing lazy values, then values
/// and addresses out of range.
pub fn assemble(code: Code, env: Env) -> Result<Assembly, Faults> {
    let (program, faults) = Program::new(code, env);
    if !faults.is_empty() {
        return Err(Faults(faults));
    }
    let mut passes = Passes::new(&program);
    let mut grown = None;
    if !passes.settle().map_err(Faults)? {
        grown = Some(grow(&program, &mut passes).map_err(Faults)?);
    }
    let code = loop {
        match emit(&program, &passes, grown.as_deref())? {
            Some(code) => break code,
            // The addresses settled but not the sizes: rare, and the same cure helps.
            None if grown.is_none() => grown = Some(grow(&program, &mut passes).map_err(Faults)?),
            None => return Err(Faults(vec![program.fault(FaultKind::Unstable, None)])),
        }
    };
    let (made, repairs, layout) = (passes.made, passes.repairs, Arc::clone(&passes.layout));
    Ok(Assembly { program, layout, code, passes: made, repairs, grown: grown.is_some() })
}

/// Encodes with a finished layout. `None` if an item has another size than the layout says.
fn emit(
    program: &Program,
    passes: &Passes<'_>,
    grown: Option<&[Option<Grown>]>,
) -> Result<Option<Vec<u8>>, Faults> {
    let layout = &passes.layout;
    let mut faults: Vec<Fault> = Vec::new();
    faults.extend(misfit(program, layout).map(|kind| program.fault(kind, None)));
    let bytes = u64::try_from(layout.code_range().hi - program.env.code.lo).unwrap_or(0);
    if bytes > MAX_CODE {
        faults.push(program.fault(FaultKind::Long { bytes, allowed: MAX_CODE }, None));
        return Err(Faults(faults));
    }
    let mut encoder = Encoder::new(program, layout);
    let mut out = Vec::with_capacity(usize::try_from(bytes).unwrap_or(0));
    let mut exact = true;
    for (i, slot) in program.slots.iter().enumerate() {
        // Gaps are filled with `Nop`, which is 0.
        let offset = usize::try_from(layout.start(i) - program.env.code.lo).unwrap_or(out.len());
        exact &= offset >= out.len();
        out.resize(offset.max(out.len()), 0);
        let start = out.len();
        match &slot.item.content {
            Content::Inst(inst) => {
                encoder.inst(inst, i);
                let (rmw, widths) = match (grown.and_then(|g| g[i].as_ref()), &inst.pin) {
                    (Some(grown), _) => (grown.rmw, grown.widths.as_slice()),
                    (None, Some(pin)) => (pin.rmw, pin.widths.as_slice()),
                    (None, None) => (true, [].as_slice()),
                };
                encoder.write_inst(inst, rmw, widths, &mut out);
            }
            content => encoder.write_data(content, i, &mut out),
        }
        exact &= out.len() - start == usize::try_from(layout.size(i)).unwrap_or(usize::MAX);
        for failure in encoder.failures.drain(..) {
            let (Failure::Value(kind) | Failure::Lazy(kind)) = failure;
            faults.push(program.fault(kind, Some(i)));
        }
    }
    faults.extend(Checker::new(encoder).run());
    faults.sort_by_key(|fault| fault.item);
    if !faults.is_empty() {
        return Err(Faults(faults));
    }
    Ok(exact.then_some(out))
}

/// One element of a finished program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// A one-byte `Nop` that fills a gap.
    Padding {
        /// Its address.
        address: i64,
    },
    /// An item by its index in the program.
    Item {
        /// Its index.
        index: usize,
        /// Its address.
        address: i64,
        /// Its size in bytes.
        size: i64,
    },
}

impl Assembly {
    /// The bytes, for the start of the code region.
    pub fn code(&self) -> &[u8] {
        &self.code
    }

    /// Where everything is.
    pub fn layout(&self) -> &Arc<Layout> {
        &self.layout
    }

    /// The used code range.
    pub fn code_range(&self) -> Region {
        self.layout.code_range()
    }

    /// Address of a label.
    pub fn address(&self, label: &Label) -> Option<i64> {
        self.layout.address(label)
    }

    /// Address of an item.
    pub fn item_address(&self, id: ItemId) -> Option<i64> {
        self.layout.item_address(id)
    }

    /// Names and addresses of all labels, in source order.
    pub fn labels(&self) -> Vec<(String, i64)> {
        let labels = self.program.labels.iter();
        labels.map(|(label, slot)| (self.program.label_name(label), self.layout.start(*slot))).collect()
    }

    /// Passes the layout took.
    pub fn passes(&self) -> u32 {
        self.passes
    }

    /// Items that were aligned to stop the layout from oscillating.
    pub fn repairs(&self) -> u32 {
        self.repairs
    }

    /// Whether the layout was only found by letting encodings grow.
    pub fn is_grown(&self) -> bool {
        self.grown
    }

    /// Items and padding in order of address.
    pub fn placed(&self) -> impl Iterator<Item = Placed> + '_ {
        let mut end = self.program.env.code.lo;
        (0..self.layout.len()).flat_map(move |index| {
            let (address, size) = (self.layout.start(index), self.layout.size(index));
            let gap = (end..address).map(|address| Placed::Padding { address });
            end = address + size;
            gap.chain([Placed::Item { index, address, size }])
        })
    }

    /// The bytes of an address range of the code.
    pub(crate) fn bytes_at(&self, address: i64, size: i64) -> &[u8] {
        let start = usize::try_from(address - self.program.env.code.lo).unwrap_or(0);
        let end = start.saturating_add(usize::try_from(size).unwrap_or(0));
        self.code.get(start..end).unwrap_or_default()
    }
}

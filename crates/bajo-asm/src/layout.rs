//! Addresses and sizes of items, and the passes that find them.
//!
//! Operands have variable length and refer to addresses, so a layout is a fixed point: passes compute sizes from
//! addresses and addresses from sizes, starting from the largest sizes, until the addresses stay the same for three
//! passes. Some programs oscillate; the repair aligns items drawn at random until they settle. Where that does not
//! help, [`grow`](crate::grow) takes over.

use crate::code::Content;
use crate::encode::{Encoder, Failure, is_fixed, start_size};
use crate::env::Region;
use crate::fault::{Fault, FaultKind};
use crate::hash::IdMap;
use crate::label::{ItemId, Label};
use crate::program::Program;
use crate::twister::Twister;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Addresses never pass this, so that sums cannot overflow.
const CEILING: u64 = 1 << 56;

/// Where everything is. While passes run, lazy values see the current mixture of this and the previous pass, which
/// is why the numbers are atomic: the layout is shared with code that looks at it while it changes.
#[derive(Debug)]
pub struct Layout {
    address: Vec<AtomicU64>,
    size: Vec<AtomicU64>,
    labels: IdMap<u64, usize>,
    items: IdMap<ItemId, usize>,
    ram: Region,
    code: Region,
}

fn signed(v: u64) -> i64 {
    i64::try_from(v).unwrap_or(i64::MAX)
}

impl Layout {
    pub(crate) fn new(program: &Program) -> Self {
        let layout = Self {
            address: program.slots.iter().map(|_| AtomicU64::new(0)).collect(),
            size: program.slots.iter().map(|_| AtomicU64::new(0)).collect(),
            labels: program.labels.iter().map(|(l, slot)| (l.id(), *slot)).collect(),
            items: program.slots.iter().enumerate().map(|(i, s)| (s.item.id, i)).collect(),
            ram: program.env.ram,
            code: program.env.code,
        };
        let mut p = layout.base();
        for (i, slot) in program.slots.iter().enumerate() {
            let size = match &slot.item.content {
                Content::Inst(inst) => start_size(inst),
                content => data_size(content),
            };
            layout.put(i, p, size);
            p = (p + size).min(CEILING);
        }
        layout
    }

    fn base(&self) -> u64 {
        u64::try_from(self.code.lo).unwrap_or(0)
    }

    fn put(&self, slot: usize, address: u64, size: u64) {
        self.address[slot].store(address, Ordering::Relaxed);
        self.size[slot].store(size.min(CEILING), Ordering::Relaxed);
    }

    /// Items in it.
    pub fn len(&self) -> usize {
        self.address.len()
    }

    /// True if there are no items.
    pub fn is_empty(&self) -> bool {
        self.address.is_empty()
    }

    /// Address of the item with this index (0 beyond the last).
    pub fn start(&self, index: usize) -> i64 {
        self.address.get(index).map_or(0, |a| signed(a.load(Ordering::Relaxed)))
    }

    /// Encoded size of the item with this index (0 beyond the last).
    pub fn size(&self, index: usize) -> i64 {
        self.size.get(index).map_or(0, |s| signed(s.load(Ordering::Relaxed)))
    }

    /// Address of a label, if it is placed.
    pub fn address(&self, label: &Label) -> Option<i64> {
        self.labels.get(&label.id()).map(|&i| self.start(i))
    }

    /// Address of an item, if it is part of the program.
    pub fn item_address(&self, id: ItemId) -> Option<i64> {
        self.items.get(&id).map(|&i| self.start(i))
    }

    /// Encoded size of an item, if it is part of the program.
    pub fn item_size(&self, id: ItemId) -> Option<i64> {
        self.items.get(&id).map(|&i| self.size(i))
    }

    /// The used code range: from the start of the code region to the end of the last item.
    pub fn code_range(&self) -> Region {
        match self.len().checked_sub(1) {
            Some(last) => Region::new(self.code.lo, self.start(last) + self.size(last)),
            None => Region::new(self.code.lo, self.code.lo),
        }
    }

    /// Whether an address lies in the used code range.
    pub fn is_code(&self, address: i64) -> bool {
        self.code_range().contains(address)
    }

    /// Whether an address lies in the RAM region.
    pub fn is_ram(&self, address: i64) -> bool {
        self.ram.contains(address)
    }
}

pub(crate) fn data_size(content: &Content) -> u64 {
    match content {
        Content::Bytes(bytes) => bytes.len() as u64,
        Content::Data { size, .. } => *size,
        Content::Inst(_) | Content::Wrong(_) => 0,
    }
}

/// How an item gets its size in a pass.
enum Sizing {
    Known(u64),
    Computed,
}

/// The passes over one program.
pub(crate) struct Passes<'a> {
    program: &'a Program,
    pub layout: Arc<Layout>,
    sizing: Vec<Sizing>,
    /// Alignment of items: the program's, and with repairs.
    pub align: Vec<Option<u64>>,
    /// Passes made.
    pub made: u32,
    /// Repairs made.
    pub repairs: u32,
}

impl<'a> Passes<'a> {
    pub fn new(program: &'a Program) -> Self {
        let layout = Arc::new(Layout::new(program));
        let mut encoder = Encoder::new(program, &layout);
        let sizing = program
            .slots
            .iter()
            .enumerate()
            .map(|(i, slot)| match &slot.item.content {
                Content::Inst(inst) if is_fixed(inst) => {
                    encoder.inst(inst, i);
                    let pin = inst.pin.as_deref();
                    Sizing::Known(
                        encoder.inst_size(pin.is_none_or(|p| p.rmw), pin.map_or(&[], |p| &p.widths)),
                    )
                }
                Content::Inst(_) => Sizing::Computed,
                content => Sizing::Known(data_size(content)),
            })
            .collect();
        let align = program.slots.iter().map(|s| s.align).collect();
        Self { program, layout, sizing, align, made: 0, repairs: 0 }
    }

    /// Whether an item's size depends on the layout.
    pub fn is_computed(&self, slot: usize) -> bool {
        matches!(self.sizing[slot], Sizing::Computed)
    }

    /// Undoes the repairs.
    pub fn forget_repairs(&mut self) {
        self.align = self.program.slots.iter().map(|s| s.align).collect();
    }

    /// Gives every item an address and a size once more, sizes from `size`. True if any number changed.
    ///
    /// # Errors
    /// Lazy values that failed.
    pub fn pass(
        &mut self,
        mut size: impl FnMut(&mut Encoder<'_>, usize) -> u64,
    ) -> Result<Change, Vec<Fault>> {
        let layout = Arc::clone(&self.layout);
        let mut encoder = Encoder::new(self.program, &layout);
        let mut faults = Vec::new();
        let mut change = Change::default();
        let mut p = layout.base();
        for slot in 0..self.program.slots.len() {
            if let Some(n) = self.align[slot] {
                p = p.checked_next_multiple_of(n).unwrap_or(CEILING).min(CEILING);
            }
            change.addresses |= layout.address[slot].swap(p, Ordering::Relaxed) != p;
            let bytes = match self.sizing[slot] {
                Sizing::Known(bytes) => bytes,
                Sizing::Computed => {
                    let bytes = size(&mut encoder, slot);
                    for failure in encoder.failures.drain(..) {
                        // Values out of range are not final: the next pass may cure them.
                        if let Failure::Lazy(kind) = failure {
                            faults.push(self.program.fault(kind, Some(slot)));
                        }
                    }
                    bytes
                }
            };
            change.sizes |= layout.size[slot].swap(bytes.min(CEILING), Ordering::Relaxed) != bytes;
            p = (p + bytes.min(CEILING)).min(CEILING);
        }
        self.made += 1;
        if faults.is_empty() { Ok(change) } else { Err(faults) }
    }

    /// Passes and repairs until the layout is stable. False if it does not get there.
    ///
    /// # Errors
    /// Lazy values that failed.
    pub fn settle(&mut self) -> Result<bool, Vec<Fault>> {
        let patience = self.program.env.max_passes;
        let mut limit = patience;
        let mut twister = None;
        let mut stable = 0;
        let mut cycle = (!self.program.has_lazy()).then(Cycle::default);
        loop {
            let program = self.program;
            let change = self.pass(|encoder, slot| match &program.slots[slot].item.content {
                Content::Inst(inst) => {
                    encoder.inst(inst, slot);
                    let pin = inst.pin.as_deref();
                    encoder.inst_size(pin.is_none_or(|p| p.rmw), pin.map_or(&[], |p| &p.widths))
                }
                content => data_size(content),
            })?;
            // The first pass has no pass before it to agree with.
            stable = if change.addresses || self.made == 1 { 1 } else { stable + 1 };
            if stable >= 3 {
                return Ok(true);
            }
            // No three equal passes reach over this one if it changed addresses, and all others were seen.
            let period = cycle.as_mut().and_then(|c| c.seen(&self.layout)).filter(|_| stable == 1);
            if let Some(period) = period {
                // The same states come again and again: only the last round before the repair has to be made.
                let left = limit.saturating_sub(self.made);
                self.made += left - left % period;
            }
            if self.made >= limit {
                if self.repairs >= patience || !self.repair(twister.get_or_insert_with(Twister::new)) {
                    return Ok(false);
                }
                limit = limit.saturating_add(patience);
                cycle = cycle.map(|_| Cycle::default());
            }
        }
    }

    /// Aligns one more item, drawn at random. False if there is none left.
    fn repair(&mut self, twister: &mut Twister) -> bool {
        let free =
            |(slot, align): &(usize, &Option<u64>)| align.is_none() && !self.program.slots[*slot].no_pad;
        let candidates: Vec<usize> = self.align.iter().enumerate().filter(free).map(|(i, _)| i).collect();
        let Ok(count) = u32::try_from(candidates.len()) else { return false };
        if count == 0 {
            return false;
        }
        let chosen = candidates[twister.below(count) as usize];
        self.align[chosen] = Some(4);
        self.repairs += 1;
        true
    }
}

/// Finds out whether passes go round in circles: remembers one state, and a newer one when it got twice as old.
#[derive(Default)]
struct Cycle {
    state: Vec<(u64, u64)>,
    age: u32,
    limit: u32,
}

impl Cycle {
    /// Passes since the same state was there before, if it was.
    fn seen(&mut self, layout: &Layout) -> Option<u32> {
        let now = || {
            layout
                .address
                .iter()
                .zip(&layout.size)
                .map(|(a, s)| (a.load(Ordering::Relaxed), s.load(Ordering::Relaxed)))
        };
        self.age += 1;
        if now().eq(self.state.iter().copied()) {
            return Some(self.age);
        }
        if self.age > self.limit {
            self.limit = self.age * 2;
            self.age = 0;
            self.state.clear();
            self.state.extend(now());
        }
        None
    }
}

/// What a pass changed.
#[derive(Clone, Copy, Default)]
pub(crate) struct Change {
    pub addresses: bool,
    pub sizes: bool,
}

/// The fault of code that does not fit, if it does not.
pub(crate) fn misfit(program: &Program, layout: &Layout) -> Option<FaultKind> {
    let used = Region::new(program.env.code.lo, layout.code_range().hi);
    let region = program.env.code;
    (!region.contains(used.hi - 1)).then_some(FaultKind::Fit { used, region })
}

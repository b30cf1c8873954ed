//! The words of a code object: what the pass wrote, with its head before it and its handlers and caches behind it.
//!
//! Nothing here allocates or changes objects: the words are written into memory that the caller lends, so that code can
//! be lowered again only to compare.

use super::op;
use super::pinned::MOST_PINNED;
use super::{Emitter, Labels, LowerError};
use crate::object::code::{
    ASYNC_GENERATOR, CACHE_WORDS, CODE_RAW, COROUTINE, FIRST_NAME, GENERATOR, HIDDEN, KEYWORDS, NAMESPACE,
    SIMPLE, VARARGS,
};
use crate::value::Value;
use hognose_image::isa::Operand;
use hognose_image::{Code, Image};

/// What a code object refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// A constant.
    Constant(u32),
    /// A name: an interned string.
    Name(u32),
    /// Another code object.
    Code(u32),
}

impl Use {
    /// As an inline integer, to stand in a list until its value is made.
    pub(crate) fn pack(self) -> Value {
        let (kind, k) = match self {
            Use::Constant(k) => (0, k),
            Use::Name(k) => (1, k),
            Use::Code(k) => (2, k),
        };
        Value::int((kind << 40) | k as i64)
    }

    /// Back from an inline integer.
    pub(crate) fn unpack(value: Value) -> Option<Use> {
        let n = value.as_int()?;
        match n >> 40 {
            0 => Some(Use::Constant(n as u32)),
            1 => Some(Use::Name(n as u32)),
            2 => Some(Use::Code(n as u32)),
            _ => None,
        }
    }
}

/// Calls `visit` for each constant, name and code object that instructions refer to, in order.
pub(crate) fn visit_uses(code: &Code<'_>, mut visit: impl FnMut(Use)) {
    use hognose_image::isa::Op;
    for (_, i) in code.instructions() {
        for (at, operand) in i.op.operands().iter().enumerate() {
            let k = if at == 0 { i.a } else { i.b };
            match operand {
                Operand::Const | Operand::Tuple => visit(Use::Constant(k)),
                Operand::Name => visit(Use::Name(k)),
                Operand::Code => visit(Use::Code(k)),
                _ => {}
            }
        }
        if i.op == Op::LoadClassCell {
            let name = if i.a < code.cell_count {
                code.cells().nth(i.a as usize).map(|(name, _)| name)
            } else {
                code.frees().nth((i.a - code.cell_count) as usize)
            };
            if let Some(name) = name {
                visit(Use::Name(name));
            }
        }
    }
}

/// How often instructions refer to something.
fn count_uses(code: &Code<'_>) -> usize {
    let mut n = 0;
    visit_uses(code, |_| n += 1);
    n
}

/// Words that [`collect_uses`] needs: a header, the list, a bit for everything that the image has.
pub(crate) fn uses_room(image: &Image<'_>, code: &Code<'_>) -> usize {
    let things = image.constant_count() as usize + image.code_count() as usize;
    1 + count_uses(code) + things / 64 + 1
}

/// Writes each use once into `list` from word 1 on, packed; gives how many there are.
pub(crate) fn collect_uses(image: &Image<'_>, code: &Code<'_>, list: &mut [u64]) -> usize {
    let constants = image.constant_count() as usize;
    let codes = image.code_count() as usize;
    let split = list.len().min(1 + count_uses(code));
    let (list, bits) = list.split_at_mut(split);
    let bits_len = bits.len().min((constants + codes) / 64 + 1);
    let bits = &mut bits[..bits_len];
    bits.fill(0);
    let mut n = 0;
    visit_uses(code, |found| {
        let index = match found {
            Use::Code(k) => constants + k as usize,
            Use::Constant(k) | Use::Name(k) => k as usize,
        };
        let Some(seen) = bits.get_mut(index / 64) else { return };
        if *seen >> (index % 64) & 1 == 0 {
            *seen |= 1 << (index % 64);
            if let Some(place) = list.get_mut(1 + n) {
                *place = found.pack().0;
                n += 1;
            }
        }
    });
    n
}

/// Where among the values that stands which an operand names.
#[derive(Clone, Copy)]
pub(crate) enum Places<'s> {
    /// A bit for everything that the image has and the number of bits before each word of them; the places of those that
    /// are used, by number.
    Known {
        /// Bits, each word followed by the count before it.
        bits: &'s [u64],
        /// Places among the values.
        places: &'s [u64],
        /// Constants of the image: the bits of code objects follow theirs.
        constants: usize,
    },
    /// It does not matter.
    Any,
}

/// The bit of a use.
fn bit_of(found: Use, constants: usize) -> usize {
    match found {
        Use::Constant(k) | Use::Name(k) => k as usize,
        Use::Code(k) => constants + k as usize,
    }
}

/// Number of a bit among those that are set, if it is set itself.
fn rank(bits: &[u64], bit: usize) -> Option<usize> {
    let pair = bits.get(bit / 64 * 2..bit / 64 * 2 + 2)?;
    let below = pair[0] & ((1u64 << (bit % 64)) - 1);
    (pair[0] >> (bit % 64) & 1 != 0).then(|| pair[1] as usize + below.count_ones() as usize)
}

impl<'s> Places<'s> {
    /// Numbers the uses from `first` on, in the order in which they are first met. None when there are more or fewer than
    /// `places` has words.
    fn find(
        image: &Image<'_>,
        code: &Code<'_>,
        bits: &'s mut [u64],
        places: &'s mut [u64],
        first: usize,
    ) -> Option<Places<'s>> {
        let constants = image.constant_count() as usize;
        bits.fill(0);
        places.fill(0);
        visit_uses(code, |found| {
            let bit = bit_of(found, constants);
            if let Some(word) = bits.get_mut(bit / 64 * 2) {
                *word |= 1 << (bit % 64);
            }
        });
        let mut sum = 0;
        for pair in bits.chunks_exact_mut(2) {
            pair[1] = sum;
            sum += pair[0].count_ones() as u64;
        }
        let mut seen = 0;
        visit_uses(code, |found| {
            let place = rank(bits, bit_of(found, constants)).and_then(|i| places.get_mut(i));
            if let Some(place) = place.filter(|place| **place == 0) {
                *place = (first + seen) as u64;
                seen += 1;
            }
        });
        (seen == places.len() && sum as usize == seen).then_some(Places::Known { bits, places, constants })
    }

    /// The place of what is used.
    pub(crate) fn of(&self, found: Use) -> Option<u32> {
        match *self {
            Places::Known { bits, places, constants } => {
                places.get(rank(bits, bit_of(found, constants))?).map(|&place| place as u32)
            }
            Places::Any => Some(1),
        }
    }
}

/// Sizes of the parts that lowering needs memory for.
struct Room {
    head: usize,
    out: usize,
    stack: usize,
    labels: usize,
    marks: usize,
    notes: usize,
    /// Bits of what is used.
    bits: usize,
    /// Places of what is used.
    places: usize,
    tail: usize,
}

impl Room {
    fn of(image: &Image<'_>, code: &Code<'_>, uses: usize, factor: usize) -> Room {
        use hognose_image::isa::Op;
        let (mut jumps, mut caches, mut count) = (0, 0, 0);
        for (_, i) in code.instructions() {
            jumps += (i.op.operands().first() == Some(&Operand::Label)) as usize;
            caches += matches!(
                i.op,
                Op::LoadGlobal | Op::StoreGlobal | Op::LoadAttr | Op::StoreAttr | Op::LoadMethod
            ) as usize;
            count += 1;
        }
        let labels = 1 + jumps;
        let ranges = code.range_count as usize;
        Room {
            head: CODE_RAW + FIRST_NAME + code.parameter_count() as usize + uses,
            out: count * factor + code.cell_count as usize + MOST_PINNED + 10,
            stack: code.max_stack as usize + 2,
            labels: (labels + 3 * ranges) * 3,
            marks: code.bytes().len() / 64 + 1,
            // With a little room, since a jump may take two and every one is asked for with one more.
            notes: jumps * factor + caches + 4,
            bits: 2 * ((image.constant_count() as usize + image.code_count() as usize) / 64 + 1),
            places: uses,
            tail: 2 * ranges + CACHE_WORDS * caches,
        }
    }

    fn words(&self) -> usize {
        self.head
            + self.out
            + self.stack
            + self.labels
            + self.marks
            + self.notes
            + self.bits
            + self.places
            + self.tail
    }
}

/// Words that [`lower_object`] needs for a code object with that many uses.
pub(crate) fn object_room(image: &Image<'_>, code: &Code<'_>, uses: usize, factor: usize) -> usize {
    Room::of(image, code, uses, factor).words()
}

/// Lowers a code object into the start of `room` and gives its size in words. `uses` are the values that go with what
/// [`collect_uses`] found. Left to the caller: the header, image, name, qualified name and parameter names.
pub(crate) fn lower_object(
    image: &Image<'_>,
    code: &Code<'_>,
    index: u32,
    uses: &[u64],
    room: &mut [u64],
    factor: usize,
    trust: bool,
) -> Result<usize, LowerError> {
    let sizes = Room::of(image, code, uses.len(), factor);
    if room.len() < sizes.words() {
        return Err(LowerError::NoSpace);
    }
    let head = sizes.head;
    let first_use = head - uses.len();
    let (object, rest) = room.split_at_mut(head + sizes.out);
    let (stack, rest) = rest.split_at_mut(sizes.stack);
    let (label_words, rest) = rest.split_at_mut(sizes.labels);
    let (mark_words, rest) = rest.split_at_mut(sizes.marks);
    let (note_words, rest) = rest.split_at_mut(sizes.notes);
    let (bit_words, rest) = rest.split_at_mut(sizes.bits);
    let (place_words, rest) = rest.split_at_mut(sizes.places);
    // Found again from the code, in order of first use.
    let Some(places) = Places::find(image, code, bit_words, place_words, first_use - CODE_RAW) else {
        return Err(LowerError::Malformed(0));
    };
    let labels = Labels::find(code, mark_words, label_words)?;
    let mut emitter = Emitter::new(*code, &mut object[head..], stack, labels, note_words, places, trust);
    let lowered = emitter.run()?;
    // Handlers and caches into the rest of the scratch first, then behind the instructions.
    let handler_words = 2 * lowered.handlers;
    let tail = handler_words + CACHE_WORDS * lowered.caches;
    let Some(behind) = rest.get_mut(..tail) else { return Err(LowerError::NoSpace) };
    behind.fill(0);
    emitter.handlers(head, |i, a, b| {
        behind[2 * i] = a;
        behind[2 * i + 1] = b;
    })?;
    for i in 0..lowered.caches {
        let use_number = (CODE_RAW + emitter.cache_name(i)).checked_sub(first_use);
        let name = use_number.and_then(|u| uses.get(u)).copied().unwrap_or(Value::NULL.0);
        behind[handler_words + CACHE_WORDS * i] = name;
        behind[handler_words + CACHE_WORDS * i + 2] = Value::NULL.0;
    }
    place_caches(&mut object[head..head + lowered.len], head + lowered.len + handler_words)?;
    let flags = code.flags as u16
        & (VARARGS | KEYWORDS | GENERATOR | COROUTINE | ASYNC_GENERATOR | NAMESPACE | HIDDEN);
    let simple = flags & (VARARGS | KEYWORDS | GENERATOR | COROUTINE | ASYNC_GENERATOR | NAMESPACE) == 0
        && code.kwonly_count == 0;
    object[1] = lowered.len as u64 | (lowered.caches as u64) << 32;
    object[2] = lowered.registers as u64
        | (if simple { code.arg_count as u16 as u64 + 1 } else { 0 } & 0xFFFF) << 16
        | (code.cell_count as u64) << 32
        | (code.free_count as u64) << 48;
    object[3] = code.arg_count as u64
        | (code.posonly_count as u64) << 16
        | (code.kwonly_count as u64) << 32
        | ((flags | if simple { SIMPLE } else { 0 }) as u64) << 48;
    object[4] = index as u64 | ((head - CODE_RAW) as u64) << 32;
    object[5] = lowered.handlers as u64 | (code.local_count as u64) << 32;
    object[CODE_RAW..first_use].fill(Value::NULL.0);
    object[first_use..head].copy_from_slice(uses);
    // The words behind the instructions may overlap the scratch: they are moved to them last.
    let from = sizes.words() - sizes.tail;
    room.copy_within(from..from + tail, head + lowered.len);
    Ok(head + lowered.len + tail)
}

/// Cache operands become distances from the start of the object.
fn place_caches(instructions: &mut [u64], first: usize) -> Result<(), LowerError> {
    for w in instructions {
        match *w as u8 {
            op::LOADGLOBAL | op::STOREGLOBAL => {
                let place = first + CACHE_WORDS * op::bc(*w) as usize;
                *w = op::wide(*w as u8, op::s(*w), op::a(*w) as u16, place as u32);
            }
            op::LOADATTR | op::STOREATTR | op::LOADMETHOD => {
                let place = first + CACHE_WORDS * op::cs(*w);
                if place >= 1 << 24 {
                    return Err(LowerError::TooLarge);
                }
                let s = (place >> 16) as u8;
                *w = op::word(*w as u8, s, op::a(*w) as u16, op::b(*w) as u16, place as u16);
            }
            _ => {}
        }
    }
    Ok(())
}

/// Bytes of an image object in the lower part of the block; null is the frozen library.
pub(crate) fn blob_at<'a>(low: &'a [u64], image: Value, frozen: &'static [u8]) -> &'a [u8] {
    if !image.is_object() {
        return frozen;
    }
    let at = image.offset();
    let Some(&word) = low.get(at + 1) else { return &[] };
    let len = word as u32 as usize;
    let bytes: &[u8] = bytemuck::cast_slice(&low[at + 2..]);
    bytes.get(..len).unwrap_or(&[])
}

//! Images and lowered code: images are checked as if they were loaded, code is lowered again and compared.

use super::error::{Fault, SnapshotError};
use crate::heap::Kind;
use crate::heap::header::{kind_byte, size};
use crate::interp::Message;
use crate::lower::{LowerError, Use, blob_at, collect_uses, lower_object, object_room, uses_room};
use crate::object::code::{CACHE_WORDS, CODE_RAW, FIRST_NAME};
use crate::value::Value;
use crate::vm::Vm;
use core::fmt::Write;
use hognose_image::view::Items;
use hognose_image::{Constant, Image};

/// Tuples inside each other that a constant may have.
const DEPTH: usize = 64;

impl Vm<'_> {
    /// Images are well-formed, stubs name code of theirs, code is what lowering makes of it.
    pub(crate) fn check_code(&mut self) -> Result<(), SnapshotError> {
        self.each(Kind::Image, |vm, at| vm.check_one_image(at))?;
        self.each(Kind::CodeStub, |vm, at| vm.check_stub(at).map_err(|what| vm.object_error(at, what)))?;
        self.each(Kind::Code, |vm, at| vm.check_lowered(at))
    }

    fn each(
        &mut self,
        kind: Kind,
        mut check: impl FnMut(&mut Self, usize) -> Result<(), SnapshotError>,
    ) -> Result<(), SnapshotError> {
        let mut at = 1;
        while at < self.heap.top {
            let head = self.heap.mem[at];
            if kind_byte(head) == kind as u8 {
                check(self, at)?;
            }
            at += size(head);
        }
        Ok(())
    }

    fn check_one_image(&mut self, at: usize) -> Result<(), SnapshotError> {
        let (top, floor) = (self.heap.top, self.heap.floor);
        let (low, gap) = self.heap.mem.split_at_mut(top);
        let bytes = blob_at(low, Value::object(at as u32), &[]);
        let mut what = Message::default();
        let view = match Image::parse(bytes) {
            Ok(view) => view,
            Err(error) => {
                let _ = write!(what, "{error:?}");
                return Err(SnapshotError::Image { word: at, what });
            }
        };
        let words = hognose_image::check_scratch_words(&view).div_ceil(2);
        let Some(scratch) = gap[..floor - top].get_mut(..words) else {
            return Err(SnapshotError::Room { word: at });
        };
        if let Err(error) = hognose_image::check(&view, bytemuck::cast_slice_mut(scratch)) {
            let _ = write!(what, "{error}");
            return Err(SnapshotError::Image { word: at, what });
        }
        Ok(())
    }

    fn check_stub(&self, at: usize) -> Result<(), Fault> {
        let stub = Value::object(at as u32);
        let (index, full) = (self.heap.word(stub, 1), self.heap.field(stub, 4));
        if self.heap.word(stub, 2) != 0 || index >= self.image_of(stub).code_count() as u64 {
            return Err("code that its image does not have");
        }
        if full.is_object()
            && (self.heap.code_index(full) as u64 != index
                || self.heap.code_image(full) != self.heap.code_image(stub))
        {
            return Err("lowered code of another stub");
        }
        Ok(())
    }

    /// The image of a code object or stub.
    fn image_of(&self, code: Value) -> Image<'_> {
        Image::trusted(self.image_bytes(self.heap.code_image(code)))
    }

    fn check_lowered(&mut self, at: usize) -> Result<(), SnapshotError> {
        let code = Value::object(at as u32);
        match self.compare_lowered(code) {
            Ok(None) => Ok(()),
            Ok(Some(what)) => Err(self.object_error(at, what)),
            Err(LowerError::NoSpace) => Err(SnapshotError::Room { word: at }),
            Err(_) => Err(self.object_error(at, "code that cannot be lowered")),
        }
    }

    /// What is different from what lowering makes, if anything. Works in the gap and leaves the objects alone.
    fn compare_lowered(&mut self, code: Value) -> Result<Option<Fault>, LowerError> {
        let at = code.offset();
        if !self.heap.fits(self.heap.field(code, CODE_RAW), super::wanted::Wanted::Image) {
            return Ok(Some("its image"));
        }
        let (image_value, index) = (self.heap.code_image(code), self.heap.code_index(code));
        let frozen = self.frozen;
        let (top, floor) = (self.heap.top, self.heap.floor);
        let (low, gap) = self.heap.mem.split_at_mut(top);
        let gap = &mut gap[..floor - top];
        let image = Image::trusted(blob_at(low, image_value, frozen));
        let Some(view) = image.code(index) else { return Ok(Some("code that its image does not have")) };
        if uses_room(&image, &view) > gap.len() {
            return Err(LowerError::NoSpace);
        }
        let count = collect_uses(&image, &view, gap);
        let params = view.parameter_count() as usize;
        let first_use = FIRST_NAME + params;
        let actual = &low[at..at + size(low[at])];
        if (actual[4] >> 32) as usize != first_use + count {
            return Ok(Some("another number of values"));
        }
        let values = &actual[CODE_RAW..];
        let heap = Words { low };
        let names = [view.name, view.qualname].into_iter().chain(view.locals().take(params));
        for (i, k) in names.enumerate() {
            if !heap.is_constant(&image, Value(values[1 + i]), k) {
                return Ok(Some("another name"));
            }
        }
        for i in 0..count {
            let value = Value(values[first_use + i]);
            let same = match Use::unpack(Value(gap[1 + i])) {
                Some(Use::Code(k)) => heap.is_stub(value, image_value, k),
                Some(Use::Name(k) | Use::Constant(k)) => heap.is_constant(&image, value, k),
                None => false,
            };
            if !same {
                return Ok(Some("another constant"));
            }
            gap[1 + i] = value.0;
        }
        let (uses, room) = gap.split_at_mut(1 + count);
        let uses = &uses[1..];
        let (mut factor, mut trust) = (2, true);
        let total = loop {
            if object_room(&image, &view, count, factor) > room.len() {
                return Err(LowerError::NoSpace);
            }
            match lower_object(&image, &view, index, uses, room, factor, trust) {
                Ok(total) => break total,
                Err(LowerError::NoSpace) if factor < 64 => factor *= 2,
                Err(LowerError::Order(_)) if trust => trust = false,
                Err(error) => return Err(error),
            }
        };
        if total != actual.len() || actual[1..CODE_RAW] != room[1..CODE_RAW] {
            return Ok(Some("another size"));
        }
        let start = CODE_RAW + first_use + count;
        let caches = CACHE_WORDS * (actual[1] >> 32) as usize;
        if actual[start..total - caches] != room[start..total - caches] {
            return Ok(Some("other instructions"));
        }
        for cache in (total - caches..total).step_by(CACHE_WORDS) {
            if actual[cache] != room[cache] {
                return Ok(Some("a cache of another name"));
            }
        }
        Ok(None)
    }
}

/// The heap's objects, to read while the gap is written.
struct Words<'a> {
    low: &'a [u64],
}

impl Words<'_> {
    fn kind(&self, value: Value) -> Option<Kind> {
        if !value.is_object() {
            return None;
        }
        Kind::from_byte(kind_byte(self.low[value.offset()]))
    }

    fn words(&self, value: Value) -> &[u64] {
        let at = value.offset();
        &self.low[at..at + size(self.low[at])]
    }

    fn is_stub(&self, value: Value, image: Value, k: u32) -> bool {
        self.kind(value) == Some(Kind::CodeStub) && {
            let words = self.words(value);
            words[1] == k as u64 && words[3] == image.0
        }
    }

    /// Bytes behind a length word.
    fn blob(&self, value: Value) -> &[u8] {
        let words = self.words(value);
        let bytes: &[u8] = bytemuck::cast_slice(&words[2..]);
        bytes.get(..words[1] as u32 as usize).unwrap_or(&[])
    }

    /// Is the value constant `k` of the image? Of frozensets only that they are some.
    fn is_constant(&self, image: &Image<'_>, value: Value, k: u32) -> bool {
        // Tuples that are compared, outermost first: words of their items, constants of them.
        let mut work: [Option<(&[u64], Items<'_>)>; DEPTH] = [const { None }; DEPTH];
        let mut depth = 0;
        let (mut value, mut k) = (value, k);
        loop {
            match image.constant(k) {
                Some(Constant::Tuple(items)) if self.kind(value) == Some(Kind::Tuple) && depth < DEPTH => {
                    work[depth] = Some((&self.words(value)[1..], items));
                    depth += 1;
                }
                Some(constant) if self.is_simple(value, &constant) => {}
                _ => return false,
            }
            // The next item of the innermost tuple that has one.
            loop {
                let Some(last) = depth.checked_sub(1) else { return true };
                let Some((words, items)) = &mut work[last] else { return false };
                match (words.split_first(), items.next()) {
                    (None, None) => depth = last,
                    (Some((&word, rest)), Some(item)) => {
                        *words = rest;
                        (value, k) = (Value(word), item);
                        break;
                    }
                    _ => return false,
                }
            }
        }
    }

    fn is_simple(&self, value: Value, constant: &Constant<'_>) -> bool {
        match *constant {
            Constant::None => value.is_none(),
            Constant::True => value == Value::TRUE,
            Constant::False => value == Value::FALSE,
            Constant::Ellipsis => value == Value::ELLIPSIS,
            Constant::Float(x) => value == Value::float(x),
            Constant::Int(n) if Value::fits(n) => value == Value::int(n),
            Constant::Int(n) => {
                let m = n.unsigned_abs();
                self.is_big(value, n < 0, &m.to_le_bytes())
            }
            Constant::BigInt { negative, magnitude } => self.is_big(value, negative, magnitude),
            Constant::Complex { real, imag } => {
                self.kind(value) == Some(Kind::Complex) && {
                    let words = self.words(value);
                    [words[1], words[2]] == [real.to_bits(), imag.to_bits()]
                }
            }
            Constant::Str(text) => match Value::short_str(text).or_else(|| crate::names::find(text)) {
                Some(inline) => value == inline,
                None => self.kind(value) == Some(Kind::Str) && self.blob(value) == text,
            },
            Constant::Bytes(bytes) => self.kind(value) == Some(Kind::Bytes) && self.blob(value) == bytes,
            Constant::FrozenSet(_) => self.kind(value) == Some(Kind::FrozenSet),
            Constant::Tuple(_) => false,
        }
    }

    fn is_big(&self, value: Value, negative: bool, magnitude: &[u8]) -> bool {
        if self.kind(value) != Some(Kind::BigInt) {
            return false;
        }
        let words = self.words(value);
        let limbs: &[u8] = bytemuck::cast_slice(&words[2..]);
        let limbs = &limbs[..limbs.len().min(words[1] as u32 as usize * 4)];
        let end = |bytes: &[u8]| bytes.len() - bytes.iter().rev().take_while(|&&b| b == 0).count();
        (words[1] >> 32 != 0) == negative && limbs[..end(limbs)] == magnitude[..end(magnitude)]
    }
}

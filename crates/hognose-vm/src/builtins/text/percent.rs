//! The `%` operator of str, bytes and bytearray.
//!
//! Natively as long as every value can be shown without Python code; else frozen code turns the values into plain ones
//! first and comes back ([`percent_fields`], [`percent_values`]).

use super::builder::TextBuilder;
use super::number::{Digits, int_digits};
use super::{quick_ascii, quick_repr, quick_str, raw};
use crate::heap::{Held, Kind};
use crate::native::{Result, Trap};
use crate::num::bigint;
use crate::object::int::int_words;
use crate::text::percent::{Amount, Conversion, Family, Piece, Resolved, Template, TemplateError};
use crate::text::sink::{Count, Fixed};
use crate::text::utf8;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `left % right` for a template that is a str, bytes or bytearray. None never comes: hands over to frozen code instead.
pub(crate) fn percent(vm: &mut Vm<'_>, left: Value, right: Value) -> Result<Option<Value>> {
    if let Some(text) = super::quick::quick_percent(vm, left, right) {
        return text.map(Some);
    }
    let mark = vm.heap.held_mark();
    let (l, r) = (vm.heap.hold(left), vm.heap.hold(right));
    let result = start(vm, l, r);
    let (left, right) = (vm.heap.held(l), vm.heap.held(r));
    vm.heap.release_to(mark);
    match result? {
        Some(text) => Ok(Some(text)),
        None => {
            let (l, r) = (vm.heap.hold(left), vm.heap.hold(right));
            let function = vm.frozen_function("_percent")?;
            let (left, right) = (vm.heap.held(l), vm.heap.held(r));
            vm.heap.release_to(mark);
            Err(vm.tail_call(function, &[left, right]))
        }
    }
}

/// The template applied to a list of values that frozen code prepared.
pub(crate) fn percent_values(vm: &mut Vm<'_>, template: Value, values: Value) -> Result {
    let (template, args) = (vm.heap.hold(template), vm.heap.hold(values));
    let given = vm.heap.items(vm.heap.held(args)).len() as i64;
    let mut run = Run::new(vm, template, args, given, true);
    match run.go(vm)? {
        Some(text) => Ok(text),
        None => Err(vm.raise(Type::SystemError, "a value of a template is not plain")),
    }
}

/// What the conversions of a template want, for frozen code: a flat list of key (or None), number of stars, kind.
pub(crate) fn percent_fields(vm: &mut Vm<'_>, template: Value) -> Result {
    let template = vm.heap.hold(template);
    vm.reserve(crate::object::list::list_words(0))?;
    let list = vm.heap.alloc_list(0);
    let list = vm.heap.hold(list);
    let mut offset = 0;
    loop {
        let (piece, next) = next_piece(vm, template, offset);
        offset = next;
        let (conversion, key) = match piece {
            Step::End => return Ok(vm.heap.held(list)),
            Step::Literal(..) => continue,
            // What is wrong is said when the values are put.
            Step::Wrong(_) => return Ok(vm.heap.held(list)),
            Step::Value(conversion, key) => (conversion, key),
        };
        let stars = (conversion.width == Amount::Star) as i64 + (conversion.precision == Amount::Star) as i64;
        let key = match key {
            Some((start, end)) => part(vm, template, start, end)?,
            None => Value::NONE,
        };
        let kind = char::from_u32(conversion.kind).map_or(Value::EMPTY_STR, Value::char);
        for item in [key, Value::int(stars), kind] {
            let made = vm.heap.list_push(vm.heap.held(list), item);
            vm.grant_memory(made)?;
        }
    }
}

/// A piece of a template, with places instead of slices.
enum Step {
    End,
    Literal(usize, usize),
    Value(Conversion<'static>, Option<(usize, usize)>),
    Wrong(TemplateError),
}

/// The piece of a template from a byte on, and where the next one begins.
fn next_piece(vm: &Vm<'_>, template: Held, offset: usize) -> (Step, usize) {
    let text = raw(vm, vm.heap.held(template));
    let text: &[u8] = &text;
    let mut pieces = Template::from(text, offset);
    let place = |part: &[u8]| {
        let start = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize).min(text.len());
        (start, (start + part.len()).min(text.len()))
    };
    let step = match pieces.next() {
        None => Step::End,
        Some(Err(error)) => Step::Wrong(error),
        Some(Ok(Piece::Literal(part))) => {
            let (start, end) = place(part);
            Step::Literal(start, end)
        }
        Some(Ok(Piece::Value(c))) => {
            let Conversion { left, plus, space, alternate, zero, width, precision, kind, offset, key } = c;
            Step::Value(
                Conversion { key: None, left, plus, space, alternate, zero, width, precision, kind, offset },
                key.map(place),
            )
        }
    };
    (step, pieces.offset())
}

/// Part of a template as a string or bytes object.
fn part(vm: &mut Vm<'_>, template: Held, start: usize, end: usize) -> Result {
    let bytes = !vm.heap.is_str(vm.heap.held(template));
    let n = end - start;
    vm.reserve(crate::object::string::str_words(n))?;
    let source = vm.heap.held(template);
    let copy = |view: &super::View<'_>, out: &mut [u8]| {
        if let Some(part) = view.raw(source).get(start..end) {
            out.copy_from_slice(part);
        }
    };
    Ok(if bytes { super::make_bytes(&mut vm.heap, n, copy) } else { super::make_str(&mut vm.heap, n, copy) })
}

fn start(vm: &mut Vm<'_>, template: Held, right: Held) -> Result<Option<Value>> {
    let value = vm.heap.held(right);
    let inner = vm.unwrap(value);
    if vm.heap.is_kind(inner, Kind::Tuple) {
        let given = vm.heap.tuple_len(inner) as i64;
        let args = vm.heap.hold(inner);
        return Run::new(vm, template, args, given, false).go(vm);
    }
    Run::new(vm, template, right, -1, false).go(vm)
}

/// A template being applied. The counting of arguments is CPython's: a single one has length -1 and index -2.
struct Run {
    template: Held,
    args: Held,
    given: i64,
    next: i64,
    /// Keys are looked up in it.
    mapping: Option<Held>,
    /// The value that a key gave.
    keyed: Held,
    is_keyed: bool,
    /// The template is bytes or a bytearray.
    bytes: bool,
    /// Values were prepared by frozen code.
    prepared: bool,
}

impl Run {
    fn new(vm: &mut Vm<'_>, template: Held, args: Held, given: i64, prepared: bool) -> Run {
        let bytes = !vm.heap.is_str(vm.heap.held(template));
        let value = vm.heap.held(args);
        let mapping = given < 0 && is_mapping(vm, value, bytes);
        Run {
            template,
            args,
            given,
            next: if given < 0 { -2 } else { 0 },
            mapping: if mapping { Some(args) } else { None },
            keyed: vm.heap.hold(Value::NONE),
            is_keyed: false,
            bytes,
            prepared,
        }
    }

    /// The next argument.
    fn take(&mut self, vm: &mut Vm<'_>) -> Result {
        if self.next >= self.given {
            return Err(vm.raise(Type::TypeError, "not enough arguments for format string"));
        }
        let at = self.next;
        self.next += 1;
        if self.is_keyed {
            return Ok(vm.heap.held(self.keyed));
        }
        let args = vm.heap.held(self.args);
        if self.given < 0 {
            return Ok(args);
        }
        match vm.heap.items(args).get(at as usize) {
            Some(&word) => Ok(Value(word)),
            None => Err(vm.raise(Type::TypeError, "not enough arguments for format string")),
        }
    }

    /// The result; None when a value needs Python code.
    fn go(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let size = raw(vm, vm.heap.held(self.template)).len();
        vm.charge(size / 8);
        let builder = TextBuilder::new(vm, size + 24)?;
        let mut offset = 0;
        let mark = vm.heap.held_mark();
        loop {
            vm.heap.release_to(mark);
            let begin = offset;
            let (step, next) = next_piece(vm, self.template, offset);
            offset = next;
            match step {
                Step::End => break,
                Step::Literal(start, end) => {
                    let template = vm.heap.held(self.template);
                    builder.put_part(vm, template, start, end)?;
                }
                Step::Wrong(error) => {
                    // What stands between parentheses is asked of the mapping before anything else is looked at.
                    let keyed = raw(vm, vm.heap.held(self.template))
                        .get(begin..)
                        .is_some_and(|t| t.starts_with(b"%("));
                    if keyed && self.mapping.is_none() {
                        return Err(vm.raise(Type::TypeError, "format requires a mapping"));
                    }
                    return Err(vm.raise(Type::ValueError, error.text(self.bytes)));
                }
                Step::Value(conversion, key) => {
                    if !self.convert(vm, &conversion, key, &builder)? {
                        return Ok(None);
                    }
                }
            }
        }
        if self.next < self.given && self.mapping.is_none() {
            return Err(vm.raise(
                Type::TypeError,
                if self.bytes {
                    "not all arguments converted during bytes formatting"
                } else {
                    "not all arguments converted during string formatting"
                },
            ));
        }
        let template = vm.heap.held(self.template);
        if vm.heap.is_kind(template, Kind::ByteArray) {
            return builder.finish_bytearray(vm).map(Some);
        }
        Ok(Some(if self.bytes { builder.finish_bytes(vm) } else { builder.finish(vm) }))
    }

    /// Puts one conversion; false when its value needs Python code.
    fn convert(
        &mut self,
        vm: &mut Vm<'_>,
        conversion: &Conversion<'static>,
        key: Option<(usize, usize)>,
        builder: &TextBuilder,
    ) -> Result<bool> {
        if let Some((start, end)) = key.filter(|_| !self.prepared) {
            let Some(mapping) = self.mapping else {
                return Err(vm.raise(Type::TypeError, "format requires a mapping"));
            };
            let key = part(vm, self.template, start, end)?;
            let dict = vm.heap.held(mapping);
            if !vm.heap.is_kind(dict, Kind::Dict) {
                return Ok(false);
            }
            let Some(value) = vm.item_builtin(dict, key)? else { return Ok(false) };
            vm.heap.set_held(self.keyed, value);
            (self.is_keyed, self.given, self.next) = (true, -1, -2);
        }
        let (mut width, mut precision) = (0, 0);
        if conversion.width == Amount::Star {
            width = self.star(vm, i64::MAX, "Python int too large to convert to C ssize_t")?;
        }
        if conversion.precision == Amount::Star {
            precision = self.star(vm, i32::MAX as i64, "Python int too large to convert to C int")?;
        }
        let how = conversion.resolve(width, precision);
        let value = self.take(vm)?;
        if how.width > vm.heap.words() * 8 {
            return Err(vm.out_of_memory());
        }
        vm.charge(how.width / 8);
        let Some(family) = conversion.family(self.bytes) else {
            let mut room = [0; 128];
            let mut sink = Fixed::new(&mut room);
            let _ = conversion.put_unsupported(&raw(vm, vm.heap.held(self.template)), &mut sink);
            return Err(vm.raise_bytes(Type::ValueError, sink.bytes()));
        };
        match family {
            Family::Str if self.bytes => self.put_bytes(vm, value, &how, builder),
            Family::Str | Family::Repr | Family::Ascii => {
                let text = if self.prepared {
                    Some(value)
                } else {
                    match family {
                        Family::Str => quick_str(vm, value)?,
                        Family::Repr if !self.bytes => quick_repr(vm, value)?,
                        _ => quick_ascii(vm, value)?,
                    }
                };
                let Some(text) = text else { return Ok(false) };
                put_padded(vm, vm.unwrap(text), &how, self.bytes, builder)?;
                Ok(true)
            }
            Family::Char => self.put_char(vm, value, &how, builder),
            Family::Int(base) => self.put_int(vm, value, base, conversion.kind, &how, builder),
            Family::Float => {
                let inner = vm.unwrap(value);
                let Some(x) = vm.to_float(inner)? else {
                    if is_plain(vm, value) {
                        return Err(if self.bytes {
                            vm.raise_with(Type::TypeError, |vm, out| {
                                out.write_str("float argument required, not ")?;
                                vm.write_type_name(value, out)
                            })
                        } else {
                            vm.raise_with(Type::TypeError, |vm, out| {
                                out.write_str("must be real number, not ")?;
                                vm.write_type_name(value, out)
                            })
                        });
                    }
                    return Ok(false);
                };
                builder.render(vm, |sink| how.put_float(x, sink))?;
                Ok(true)
            }
        }
    }

    /// The argument of a star.
    fn star(&mut self, vm: &mut Vm<'_>, most: i64, too_large: &str) -> Result<i64> {
        let value = self.take(vm)?;
        let value = vm.unwrap(value);
        if !vm.heap.is_integer(value) {
            return Err(vm.raise(Type::TypeError, "* wants int"));
        }
        match vm.heap.as_i64(value) {
            Some(n) if n.unsigned_abs() <= most as u64 => Ok(n),
            _ => Err(vm.raise(Type::OverflowError, too_large)),
        }
    }

    fn put_bytes(
        &mut self,
        vm: &mut Vm<'_>,
        value: Value,
        how: &Resolved,
        builder: &TextBuilder,
    ) -> Result<bool> {
        let inner = vm.unwrap(value);
        if matches!(vm.heap.kind(inner), Kind::Bytes | Kind::ByteArray) {
            put_padded(vm, inner, how, true, builder)?;
            return Ok(true);
        }
        if vm.heap.is_kind(inner, Kind::MemoryView) {
            let place = vm.heap.hold(inner);
            let copy = crate::builtins::memoryview::copy_bytes(vm, inner)?;
            vm.heap.release(place);
            put_padded(vm, copy, how, true, builder)?;
            return Ok(true);
        }
        if is_plain(vm, value) {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                out.write_str(
                    "%b requires a bytes-like object, or an object that implements __bytes__, not '",
                )?;
                vm.write_type_name(value, out)?;
                out.write_str("'")
            }));
        }
        Ok(false)
    }

    fn put_char(
        &mut self,
        vm: &mut Vm<'_>,
        value: Value,
        how: &Resolved,
        builder: &TextBuilder,
    ) -> Result<bool> {
        let inner = vm.unwrap(value);
        if vm.heap.is_integer(inner) {
            let n = vm.heap.as_i64(inner).unwrap_or(-1);
            if self.bytes {
                let Ok(byte) = u8::try_from(n) else {
                    return Err(vm.raise(Type::OverflowError, "%c arg not in range(256)"));
                };
                builder.render(vm, |sink| how.put_byte(byte, sink))?;
                return Ok(true);
            }
            let Some(point) = u32::try_from(n).ok().filter(|&point| point <= utf8::MAX) else {
                return Err(vm.raise(Type::OverflowError, "%c arg not in range(0x110000)"));
            };
            builder.render(vm, |sink| how.put_char(point, sink))?;
            return Ok(true);
        }
        if self.bytes {
            let byte = match vm.heap.bytes_like(inner) {
                Some([byte]) => Some(*byte),
                _ => None,
            };
            if let Some(byte) = byte {
                builder.render(vm, |sink| how.put_byte(byte, sink))?;
                return Ok(true);
            }
            if !is_plain(vm, value) {
                return Ok(false);
            }
            return Err(vm.raise(Type::TypeError, "%c requires an integer in range(256) or a single byte"));
        }
        if vm.heap.is_str(inner) && vm.heap.str_len(inner) == 1 {
            let point = utf8::decode(&vm.heap.text(inner), 0).map_or(0, |(point, _)| point);
            builder.render(vm, |sink| how.put_char(point, sink))?;
            return Ok(true);
        }
        if !is_plain(vm, value) {
            return Ok(false);
        }
        Err(vm.raise(Type::TypeError, "%c requires int or char"))
    }

    fn put_int(
        &mut self,
        vm: &mut Vm<'_>,
        value: Value,
        base: u32,
        kind: u32,
        how: &Resolved,
        builder: &TextBuilder,
    ) -> Result<bool> {
        let mut inner = vm.unwrap(value);
        if base == 10 {
            if let Some(x) = inner.as_float() {
                inner = float_to_int(vm, x)?;
            }
        }
        if !vm.heap.is_integer(inner) {
            if !is_plain(vm, value) {
                return Ok(false);
            }
            return Err(not_a_number(vm, value, base, kind));
        }
        let (negative, digits) = int_digits(vm, inner, base)?;
        match &digits {
            Digits::Small(bytes, at) => {
                builder.render(vm, |sink| how.put_int(negative, &bytes[*at..], sink))?
            }
            Digits::Big(place, at) => {
                let mut count = Count::default();
                let _ = how.put_int(negative, digits.bytes(vm), &mut count);
                builder.room(vm, count.bytes)?;
                let buffer = vm.heap.held(*place);
                builder.append(vm, count.bytes, |view, out| {
                    let digits = view.bytes(buffer).get(*at..).unwrap_or(&[]);
                    let _ = how.put_int(negative, digits, &mut Fixed::new(out));
                });
            }
        }
        Ok(true)
    }
}

/// TypeError for what `%d` and its like cannot show.
pub(crate) fn not_a_number(vm: &mut Vm<'_>, value: Value, base: u32, kind: u32) -> Trap {
    let letter = char::from_u32(kind).unwrap_or('d');
    vm.raise_with(Type::TypeError, |vm, out| {
        let wanted = if base == 10 { "a real number" } else { "an integer" };
        write!(out, "%{letter} format: {wanted} is required, not ")?;
        vm.write_type_name(value, out)
    })
}

/// Puts a string or bytes in its field.
fn put_padded(
    vm: &mut Vm<'_>,
    text: Value,
    how: &Resolved,
    bytes: bool,
    builder: &TextBuilder,
) -> Result<()> {
    let (end, padding) = {
        let text = raw(vm, text);
        let end = match how.precision {
            Some(most) if bytes => most.min(text.len()),
            Some(most) => utf8::offset_of(&text, most).unwrap_or(text.len()),
            None => text.len(),
        };
        let points = if how.width == 0 || bytes { end } else { utf8::count(&text[..end]) };
        (end, how.width.saturating_sub(points))
    };
    let place = vm.heap.hold(text);
    builder.fill(vm, b' ', if how.left { 0 } else { padding })?;
    let text = vm.heap.held(place);
    builder.put_part(vm, text, 0, end)?;
    builder.fill(vm, b' ', if how.left { padding } else { 0 })?;
    vm.heap.release(place);
    Ok(())
}

/// Does its type come with the engine, so that no Python code can say more about it?
fn is_plain(vm: &Vm<'_>, value: Value) -> bool {
    !matches!(vm.heap.kind(value), Kind::Instance | Kind::Exception | Kind::Class)
}

/// Can it be asked for keys, as the `%` operator sees it?
fn is_mapping(vm: &mut Vm<'_>, value: Value, bytes: bool) -> bool {
    let kind = vm.builtin_type_of(value);
    match kind {
        Type::Tuple => false,
        Type::Str => false,
        Type::Bytes | Type::ByteArray => !bytes,
        Type::List | Type::Dict | Type::Range | Type::MemoryView | Type::MappingProxy => true,
        _ => {
            let class = vm.type_of(value);
            vm.find_in_type(class, crate::names::DUNDER_GETITEM).is_some()
        }
    }
}

/// The whole part of a float as an int: ValueError for NaN, OverflowError for infinities.
pub(crate) fn float_to_int(vm: &mut Vm<'_>, x: f64) -> Result {
    if x.is_nan() {
        return Err(vm.raise(Type::ValueError, "cannot convert float NaN to integer"));
    }
    if x.is_infinite() {
        return Err(vm.raise(Type::OverflowError, "cannot convert float infinity to integer"));
    }
    let whole = libm::trunc(x);
    if libm::fabs(whole) < 1e14 {
        return Ok(Value::int(whole as i64));
    }
    let mut limbs = [0; 34];
    let Ok(made) = bigint::from_f64(x, &mut limbs) else {
        return Err(vm.raise(Type::SystemError, "a float is too large"));
    };
    vm.reserve(int_words(made.len))?;
    let value = vm.heap.alloc_big(made.len);
    if let (Some(to), Some(from)) = (vm.heap.big_limbs_mut(value).get_mut(..made.len), limbs.get(..made.len))
    {
        to.copy_from_slice(from);
    }
    Ok(vm.heap.finish_big(value, made.len, made.neg))
}

//! Strings to bytes and back: the codecs of the engine and their error handlers.

use super::super::text::{Parameters, Parts, View, make_bytes, make_str, raw};
use super::escape;
use crate::character::{FindCharacter, NameCharacter};
use crate::heap::Kind;
use crate::native::{Args, Result, Trap};
use crate::object::bytes::bytes_words;
use crate::object::string::str_words;
use crate::text::repr::{put_escaped, put_hex};
use crate::text::sink::{Count, Fixed, Full, Sink};
use crate::text::utf8::{self, decode as decode_point, points};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Order of the bytes of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Low byte first, with a mark of order.
    Marked,
    /// Low byte first.
    Little,
    /// High byte first.
    Big,
}

/// An encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Codec {
    /// UTF-8
    Utf8,
    /// UTF-8 with a mark in front
    Utf8Sig,
    /// ASCII
    Ascii,
    /// ISO 8859-1
    Latin1,
    /// UTF-16
    Utf16(Order),
    /// UTF-32
    Utf32(Order),
    /// Escapes of Python's literals; raw: of raw literals, with all of Latin-1 as it is
    Escaped {
        /// The raw one?
        raw: bool,
    },
}

impl Codec {
    /// The encoding with that name, in any of its spellings.
    pub fn find(name: &[u8]) -> Option<Codec> {
        let mut room = [0; 24];
        let name = {
            let out = room.get_mut(..name.len())?;
            for (to, &from) in out.iter_mut().zip(name) {
                *to = match from {
                    b'-' | b' ' | b'.' => b'_',
                    other => other.to_ascii_lowercase(),
                };
            }
            &*out
        };
        Some(match name {
            b"utf_8" | b"utf8" | b"u8" | b"utf" | b"cp65001" => Codec::Utf8,
            b"utf_8_sig" | b"utf8_sig" => Codec::Utf8Sig,
            b"ascii" | b"us_ascii" | b"646" | b"ansi_x3_4_1968" | b"iso646_us" => Codec::Ascii,
            b"latin_1" | b"latin1" | b"latin" | b"l1" | b"iso_8859_1" | b"iso8859_1" | b"8859" | b"cp819"
            | b"iso_ir_100" => Codec::Latin1,
            b"utf_16" | b"utf16" | b"u16" => Codec::Utf16(Order::Marked),
            b"utf_16_le" | b"utf_16le" | b"utf16_le" | b"utf16le" => Codec::Utf16(Order::Little),
            b"utf_16_be" | b"utf_16be" | b"utf16_be" | b"utf16be" => Codec::Utf16(Order::Big),
            b"utf_32" | b"utf32" | b"u32" => Codec::Utf32(Order::Marked),
            b"utf_32_le" | b"utf_32le" | b"utf32_le" | b"utf32le" => Codec::Utf32(Order::Little),
            b"utf_32_be" | b"utf_32be" | b"utf32_be" | b"utf32be" => Codec::Utf32(Order::Big),
            b"unicode_escape" => Codec::Escaped { raw: false },
            b"raw_unicode_escape" => Codec::Escaped { raw: true },
            _ => return None,
        })
    }

    /// Its name in exceptions.
    fn name(self) -> &'static str {
        match self {
            Codec::Utf8 => "utf-8",
            Codec::Utf8Sig => "utf-8-sig",
            Codec::Ascii => "ascii",
            Codec::Latin1 => "latin-1",
            Codec::Utf16(Order::Marked) => "utf-16",
            Codec::Utf16(Order::Little) => "utf-16-le",
            Codec::Utf16(Order::Big) => "utf-16-be",
            Codec::Utf32(Order::Marked) => "utf-32",
            Codec::Utf32(Order::Little) => "utf-32-le",
            Codec::Utf32(Order::Big) => "utf-32-be",
            Codec::Escaped { raw: false } => "unicodeescape",
            Codec::Escaped { raw: true } => "rawunicodeescape",
        }
    }

    fn has(self, point: u32) -> bool {
        match self {
            Codec::Ascii => point < 0x80,
            Codec::Latin1 => point < 0x100,
            Codec::Escaped { .. } => true,
            _ => !(0xD800..0xE000).contains(&point),
        }
    }

    fn put(self, point: u32, sink: &mut dyn Sink) -> core::result::Result<(), Full> {
        match self {
            Codec::Ascii | Codec::Latin1 => sink.put(&[point as u8]),
            Codec::Utf8 | Codec::Utf8Sig => utf8::put(point, sink),
            Codec::Utf16(order) if point < 0x1_0000 => put_unit(point, 2, order, sink),
            Codec::Utf16(order) => {
                let high = 0xD800 + (point.wrapping_sub(0x1_0000) >> 10 & 0x3FF);
                put_unit(high, 2, order, sink)?;
                put_unit(0xDC00 + (point & 0x3FF), 2, order, sink)
            }
            Codec::Utf32(order) => put_unit(point, 4, order, sink),
            Codec::Escaped { raw } => escape::put(point, raw, sink),
        }
    }

    /// Why it refuses a code point.
    fn reason(self) -> &'static str {
        match self {
            Codec::Ascii => "ordinal not in range(128)",
            Codec::Latin1 => "ordinal not in range(256)",
            _ => "surrogates not allowed",
        }
    }
}

fn put_unit(unit: u32, size: usize, order: Order, sink: &mut dyn Sink) -> core::result::Result<(), Full> {
    if order == Order::Big {
        sink.put(unit.to_be_bytes().get(4 - size..).unwrap_or(&[]))
    } else {
        sink.put(unit.to_le_bytes().get(..size).unwrap_or(&[]))
    }
}

/// What is done with what cannot be encoded or decoded.
#[derive(Clone, Copy, Debug)]
pub(super) enum Errors {
    Strict,
    Ignore,
    Replace,
    Backslash,
    /// The name of the character, or an escape when the host knows none.
    Name(Option<NameCharacter>),
    Xml,
    Escape,
    Pass,
    Unknown,
}

impl Errors {
    fn find(name: &[u8], names: Option<NameCharacter>) -> Errors {
        match name {
            b"strict" => Errors::Strict,
            b"ignore" => Errors::Ignore,
            b"replace" => Errors::Replace,
            b"backslashreplace" => Errors::Backslash,
            b"namereplace" => Errors::Name(names),
            b"xmlcharrefreplace" => Errors::Xml,
            b"surrogateescape" => Errors::Escape,
            b"surrogatepass" => Errors::Pass,
            _ => Errors::Unknown,
        }
    }
}

/// Why a conversion stopped.
pub(super) enum Stop {
    /// Here, from one byte offset to another, for that reason.
    Fault(usize, usize, &'static str),
    /// An error was met and there is no such handler.
    Handler,
    /// The sink is full.
    Full,
}

impl From<Full> for Stop {
    fn from(_: Full) -> Stop {
        Stop::Full
    }
}

/// Puts text in an encoding.
fn encode_text(
    text: &[u8],
    codec: Codec,
    errors: Errors,
    sink: &mut dyn Sink,
) -> core::result::Result<(), Stop> {
    match codec {
        Codec::Utf8Sig => sink.put(b"\xef\xbb\xbf")?,
        Codec::Utf16(Order::Marked) => sink.put(b"\xff\xfe")?,
        Codec::Utf32(Order::Marked) => sink.put(b"\xff\xfe\0\0")?,
        _ => {}
    }
    if matches!(codec, Codec::Utf8 | Codec::Utf8Sig) && utf8::find_surrogate(text).is_none()
        || matches!(codec, Codec::Ascii | Codec::Latin1) && text.is_ascii()
    {
        return Ok(sink.put(text)?);
    }
    let mut at = 0;
    while let Some((point, size)) = decode_point(text, at) {
        if codec.has(point) {
            codec.put(point, sink)?;
            at += size;
            continue;
        }
        let mut end = at + size;
        while let Some((point, size)) = decode_point(text, end) {
            if codec.has(point) {
                break;
            }
            end += size;
        }
        put_refused(&text[at..end], codec, errors, sink).map_err(|stop| match stop {
            Stop::Fault(..) => Stop::Fault(at, end, codec.reason()),
            other => other,
        })?;
        at = end;
    }
    Ok(())
}

/// Puts what an error handler makes of code points that an encoding does not have.
fn put_refused(
    run: &[u8],
    codec: Codec,
    errors: Errors,
    sink: &mut dyn Sink,
) -> core::result::Result<(), Stop> {
    let fault = Stop::Fault(0, 0, "");
    for point in points(run) {
        let mut room = [0; 16];
        let mut text = Fixed::new(&mut room);
        match errors {
            Errors::Strict => return Err(fault),
            Errors::Unknown => return Err(Stop::Handler),
            Errors::Ignore => {}
            Errors::Replace => text.put(b"?")?,
            Errors::Backslash => put_escaped(point, &mut text)?,
            Errors::Name(names) => {
                if !put_name(point, codec, names, sink)? {
                    put_escaped(point, &mut text)?;
                }
            }
            Errors::Xml => {
                let mut digits = [0; 20];
                text.put(b"&#")?;
                text.put(crate::num::bigint::text_i64(i64::from(point), &mut digits))?;
                text.put(b";")?;
            }
            Errors::Escape => match point {
                0xDC80..=0xDCFF => sink.put(&[point as u8])?,
                _ => return Err(fault),
            },
            Errors::Pass => match codec {
                Codec::Ascii | Codec::Latin1 => return Err(fault),
                _ => codec.put(point, sink)?,
            },
        }
        for &byte in text.bytes() {
            codec.put(byte.into(), sink)?;
        }
    }
    Ok(())
}

/// Puts `\N{...}` of a character; false when its name is not known.
fn put_name(
    point: u32,
    codec: Codec,
    names: Option<NameCharacter>,
    sink: &mut dyn Sink,
) -> core::result::Result<bool, Full> {
    let (Some(name), Some(character)) = (names, char::from_u32(point)) else { return Ok(false) };
    let mut done = Ok(());
    let mut begun = false;
    let mut put = |piece: &str, done: &mut core::result::Result<(), Full>| {
        for byte in piece.bytes() {
            if done.is_ok() {
                *done = codec.put(byte.into(), sink);
            }
        }
    };
    let found = name(character, &mut |piece| {
        if !begun {
            begun = true;
            put("\\N{", &mut done);
        }
        put(piece, &mut done);
    });
    if begun {
        put("}", &mut done);
    }
    done?;
    Ok(found && begun)
}

/// Puts what an error handler makes of bytes that are wrong.
pub(super) fn put_wrong(wrong: &[u8], errors: Errors, sink: &mut dyn Sink) -> core::result::Result<(), Stop> {
    match errors {
        Errors::Ignore => {}
        Errors::Replace => utf8::put(0xFFFD, sink)?,
        Errors::Backslash => {
            for &byte in wrong {
                put_hex(b'x', byte.into(), 2, sink)?;
            }
        }
        Errors::Escape if wrong.iter().all(|&byte| byte >= 0x80) => {
            for &byte in wrong {
                utf8::put(0xDC00 + u32::from(byte), sink)?;
            }
        }
        Errors::Unknown => return Err(Stop::Handler),
        _ => return Err(Stop::Fault(0, 0, "")),
    }
    Ok(())
}

/// Puts bytes of an encoding as text.
fn decode_bytes(
    bytes: &[u8],
    codec: Codec,
    errors: Errors,
    find: Option<FindCharacter>,
    sink: &mut dyn Sink,
) -> core::result::Result<(), Stop> {
    let at_fault = |stop, start, end, reason| match stop {
        Stop::Fault(..) => Stop::Fault(start, end, reason),
        other => other,
    };
    match codec {
        Codec::Utf8 | Codec::Utf8Sig => {
            let skip = if codec == Codec::Utf8Sig && bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
            let mut at = skip;
            loop {
                let Err(error) = utf8::check(bytes, at, matches!(errors, Errors::Pass)) else {
                    return Ok(sink.put(&bytes[at..])?);
                };
                sink.put(&bytes[at..error.start])?;
                put_wrong(&bytes[error.start..error.end], errors, sink)
                    .map_err(|stop| at_fault(stop, error.start, error.end, error.reason.text()))?;
                at = error.end;
            }
        }
        Codec::Latin1 => {
            if bytes.is_ascii() {
                return Ok(sink.put(bytes)?);
            }
            for &byte in bytes {
                utf8::put(byte.into(), sink)?;
            }
            Ok(())
        }
        Codec::Ascii => {
            let mut at = 0;
            while at < bytes.len() {
                let wrong = bytes[at..].iter().position(|&byte| byte >= 0x80).map_or(bytes.len(), |i| at + i);
                sink.put(&bytes[at..wrong])?;
                if wrong < bytes.len() {
                    put_wrong(&bytes[wrong..wrong + 1], errors, sink)
                        .map_err(|stop| at_fault(stop, wrong, wrong + 1, "ordinal not in range(128)"))?;
                }
                at = wrong + 1;
            }
            Ok(())
        }
        Codec::Utf16(order) => decode_units(bytes, 2, order, errors, sink),
        Codec::Utf32(order) => decode_units(bytes, 4, order, errors, sink),
        Codec::Escaped { raw } => escape::decode(bytes, raw, errors, find, sink),
    }
}

/// UTF-16 and UTF-32.
fn decode_units(
    bytes: &[u8],
    size: usize,
    order: Order,
    errors: Errors,
    sink: &mut dyn Sink,
) -> core::result::Result<(), Stop> {
    let mut at = 0;
    let mut big = order == Order::Big;
    let unit = |at: usize, big: bool| -> Option<u32> {
        let bytes = bytes.get(at..at + size)?;
        Some(bytes.iter().enumerate().fold(0, |value, (i, &byte)| {
            let shift = if big { size - 1 - i } else { i };
            value | u32::from(byte) << (8 * shift)
        }))
    };
    if order == Order::Marked {
        match (unit(0, false), unit(0, true)) {
            (Some(0xFEFF), _) => at = size,
            (_, Some(0xFEFF)) => (at, big) = (size, true),
            _ => {}
        }
    }
    while at < bytes.len() {
        let (point, width, reason) = match unit(at, big) {
            None => (0, bytes.len() - at, "truncated data"),
            Some(high @ 0xD800..=0xDFFF) if size == 2 => match (high, unit(at + 2, big)) {
                (0xD800..=0xDBFF, Some(low @ 0xDC00..=0xDFFF)) => {
                    (0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00), 4, "")
                }
                (0xD800..=0xDBFF, None) => (0, bytes.len() - at, "unexpected end of data"),
                (0xD800..=0xDBFF, _) => (0, 2, "illegal UTF-16 surrogate"),
                _ => (0, 2, "illegal encoding"),
            },
            Some(0xD800..=0xDFFF) => (0, 4, "code point in surrogate code point range(0xd800, 0xe000)"),
            Some(point) if point > utf8::MAX => (0, 4, "code point not in range(0x110000)"),
            Some(point) => (point, size, ""),
        };
        if reason.is_empty() {
            utf8::put(point, sink)?;
        } else if let (Errors::Pass, Some(surrogate @ 0xD800..=0xDFFF)) = (errors, unit(at, big)) {
            utf8::put(surrogate, sink)?;
            at += size;
            continue;
        } else {
            put_wrong(&bytes[at..at + width], errors, sink).map_err(|stop| match stop {
                Stop::Fault(..) => Stop::Fault(at, at + width, reason),
                other => other,
            })?;
        }
        at += width;
    }
    Ok(())
}

/// Reads the names of an encoding and an error handler; unbound ones are "utf-8" and "strict".
/// What the engine does not know the library may: `value` is what to convert.
fn choose(
    vm: &mut Vm<'_>,
    function: &str,
    value: Value,
    encoding: Value,
    errors: Value,
) -> Result<(Codec, Errors)> {
    let given = value;
    for (value, name) in [(encoding, "encoding"), (errors, "errors")] {
        if !value.is_unbound() && !vm.heap.is_str(vm.unwrap(value)) {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                write!(out, "{function}() argument '{name}' must be str, not ")?;
                crate::builtins::text::write_given(vm, value, out)
            }));
        }
    }
    let codec = if encoding.is_unbound() {
        Codec::Utf8
    } else {
        match Codec::find(&vm.heap.text(vm.unwrap(encoding))) {
            Some(codec) => codec,
            None => {
                let decodes = Value::bool(matches!(function, "decode" | "str"));
                let values =
                    [if function == "bytearray" { Value::NONE } else { decodes }, given, encoding, errors];
                let held = values.map(|value| vm.heap.hold(value));
                let function = vm.frozen_function("_codec_other")?;
                let values = held.map(|place| vm.heap.held(place));
                return Err(vm.tail_call(function, if errors.is_unbound() { &values[..3] } else { &values }));
            }
        }
    };
    let errors = if errors.is_unbound() {
        Errors::Strict
    } else {
        Errors::find(&vm.heap.text(vm.unwrap(errors)), vm.characters().name)
    };
    Ok((codec, errors))
}

#[cold]
fn unknown_handler(vm: &mut Vm<'_>, errors: Value) -> Trap {
    vm.raise_with(Type::LookupError, |vm, out| {
        write!(out, "unknown error handler name '{}'", vm.heap.text(vm.unwrap(errors)).as_str())
    })
}

/// Raises UnicodeEncodeError or UnicodeDecodeError.
#[cold]
fn refuse(
    vm: &mut Vm<'_>,
    kind: Type,
    codec: Codec,
    object: Value,
    start: usize,
    end: usize,
    reason: &str,
) -> Trap {
    let mark = vm.heap.held_mark();
    let object = vm.heap.hold(object);
    let trap = refuse_held(vm, kind, codec, object, start, end, reason);
    vm.heap.release_to(mark);
    match trap {
        Ok(trap) | Err(trap) => trap,
    }
}

fn refuse_held(
    vm: &mut Vm<'_>,
    kind: Type,
    codec: Codec,
    object: crate::heap::Held,
    start: usize,
    end: usize,
    reason: &str,
) -> Result<Trap> {
    let made = vm.heap.new_str(codec.name().as_bytes());
    let name = vm.grant_memory(made)?;
    let name = vm.heap.hold(name);
    let made = vm.heap.new_str(reason.as_bytes());
    let reason = vm.grant_memory(made)?;
    let (name, object) = (vm.heap.held(name), vm.heap.held(object));
    let made = vm.heap.new_tuple(&[name, object, Value::int(start as i64), Value::int(end as i64), reason]);
    let args = vm.grant_memory(made)?;
    let made = vm.heap.new_exception(kind.value(), args);
    let exception = vm.grant_memory(made)?;
    Ok(vm.throw(exception))
}

/// `text.encode(encoding, errors)` as bytes; unbound arguments have their defaults. `text` is a str.
pub(crate) fn encode_value(
    vm: &mut Vm<'_>,
    function: &str,
    text: Value,
    encoding: Value,
    errors: Value,
) -> Result {
    let (codec, handler) = choose(vm, function, text, encoding, errors)?;
    let mut count = Count::default();
    let result = encode_text(&vm.heap.text(text), codec, handler, &mut count);
    match result {
        Ok(()) => {}
        Err(Stop::Fault(start, end, reason)) => {
            let (start, end) = {
                let text = vm.heap.text(text);
                (utf8::index_of(&text, start), utf8::index_of(&text, end))
            };
            return Err(refuse(vm, Type::UnicodeEncodeError, codec, text, start, end, reason));
        }
        Err(Stop::Handler) => return Err(unknown_handler(vm, errors)),
        Err(Stop::Full) => return Err(vm.out_of_memory()),
    }
    vm.charge(count.bytes / 4);
    let place = vm.heap.hold(text);
    vm.reserve(bytes_words(count.bytes))?;
    let text = vm.heap.held(place);
    vm.heap.release(place);
    Ok(make_bytes(&mut vm.heap, count.bytes, |view: &View<'_>, out| {
        let _ = encode_text(&view.text(text), codec, handler, &mut Fixed::new(out));
    }))
}

/// `data.decode(encoding, errors)`; unbound arguments have their defaults. `data` is bytes, a bytearray or a view.
pub(crate) fn decode_value(
    vm: &mut Vm<'_>,
    function: &str,
    data: Value,
    encoding: Value,
    errors: Value,
) -> Result {
    let (codec, handler) = choose(vm, function, data, encoding, errors)?;
    let data = if vm.heap.is_kind(data, Kind::MemoryView) {
        crate::builtins::memoryview::copy_bytes(vm, data)?
    } else {
        data
    };
    let mut count = Count::default();
    let find = vm.characters().find;
    let result = decode_bytes(&raw(vm, data), codec, handler, find, &mut count);
    let place = vm.heap.hold(data);
    match result {
        Ok(()) => {}
        Err(Stop::Fault(start, end, reason)) => {
            let copy = if Parts::of(vm, data) == Parts::ByteArray {
                let n = raw(vm, data).len();
                vm.reserve(bytes_words(n))?;
                let data = vm.heap.held(place);
                make_bytes(&mut vm.heap, n, |view, out| out.copy_from_slice(view.bytes(data)))
            } else {
                data
            };
            return Err(refuse(vm, Type::UnicodeDecodeError, codec, copy, start, end, reason));
        }
        Err(Stop::Handler) => {
            let errors = vm.unwrap(errors);
            return Err(unknown_handler(vm, errors));
        }
        Err(Stop::Full) => return Err(vm.out_of_memory()),
    }
    vm.charge(count.bytes / 4);
    vm.reserve(str_words(count.bytes))?;
    let data = vm.heap.held(place);
    vm.heap.release(place);
    Ok(make_str(&mut vm.heap, count.bytes, |view, out| {
        let _ = decode_bytes(view.bytes(data), codec, handler, find, &mut Fixed::new(out));
    }))
}

static ENCODE: Parameters<2> =
    Parameters { function: "encode", names: ["encoding", "errors"], required: 0, positional: 2 };

/// `str.encode`
pub fn encode(vm: &mut Vm<'_>, args: Args) -> Result {
    let bound = ENCODE.bind(vm, args, 1)?;
    let (encoding, errors) = (bound.get(vm, 0), bound.get(vm, 1));
    let text = args.get(vm, 0);
    encode_value(vm, "encode", text, encoding, errors)
}

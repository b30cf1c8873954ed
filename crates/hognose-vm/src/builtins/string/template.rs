//! `format` and `format_map`: natively as long as fields are plain arguments and values need no Python code.

use super::super::text::{
    TextBuilder, quick_ascii, quick_format, quick_repr, quick_str, quick_template, substring,
};
use crate::heap::Held;
use crate::native::{Args, Result, Trap};
use crate::object::list::list_words;
use crate::text::sink::Fixed;
use crate::text::str_format::{
    Field, First, Numbering, Piece, Step, Template, TemplateError, put_unknown_conversion, split_name,
};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// A place in a template: first byte and the one behind the last.
type Place = (usize, usize);

/// A piece of a template with places instead of slices.
struct Part {
    literal: Place,
    field: Option<(Place, Option<u32>, Place, bool)>,
}

/// The piece from a byte on, and where the next one begins; None at the end.
fn next_part(
    vm: &Vm<'_>,
    template: Value,
    offset: usize,
) -> Option<(core::result::Result<Part, TemplateError>, usize)> {
    let text = vm.heap.text(template);
    let text: &[u8] = &text;
    let place = |part: &[u8]| {
        if part.is_empty() {
            return (0, 0);
        }
        let start = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize).min(text.len());
        (start, (start + part.len()).min(text.len()))
    };
    let mut pieces = Template::from(text, offset);
    let piece = pieces.next()?.map(|Piece { literal, field }| Part {
        literal: place(literal),
        field: field
            .map(|Field { name, conversion, spec, nested }| (place(name), conversion, place(spec), nested)),
    });
    Some((piece, pieces.offset()))
}

/// Where the value of a field is found.
enum Source {
    Argument(usize),
    Keyword(usize),
    /// Attributes, items: frozen code.
    Ask,
}

/// `format`
pub fn format(vm: &mut Vm<'_>, args: Args) -> Result {
    if let Some(text) = quick_template(vm, args) {
        return text;
    }
    match format_plainly(vm, args)? {
        Some(text) => Ok(text),
        None => {
            let function = vm.frozen_function("_str_format")?;
            Err(vm.tail_forward(function, args))
        }
    }
}

/// `format_map`
pub fn format_map(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_str_format_map")?;
    Err(vm.tail_forward(function, args))
}

fn format_plainly(vm: &mut Vm<'_>, args: Args) -> Result<Option<Value>> {
    let size = vm.heap.text(args.get(vm, 0)).len();
    vm.charge(size / 4);
    let builder = TextBuilder::new(vm, size + 24)?;
    let mut numbering = Numbering::default();
    let mut offset = 0;
    let mark = vm.heap.held_mark();
    loop {
        vm.heap.release_to(mark);
        let template = args.get(vm, 0);
        let Some((piece, next)) = next_part(vm, template, offset) else { break };
        offset = next;
        let piece = match piece {
            Ok(piece) => piece,
            Err(error) => return Err(vm.raise(Type::ValueError, error.text())),
        };
        builder.put_part(vm, template, piece.literal.0, piece.literal.1)?;
        let Some((name, conversion, spec, nested)) = piece.field else { continue };
        if nested {
            return Ok(None);
        }
        let value = match find_source(vm, args, name, &mut numbering)? {
            Source::Argument(i) => args.get(vm, i),
            Source::Keyword(i) => args.keyword_value(vm, i),
            Source::Ask => return Ok(None),
        };
        if !put_field(vm, args, &builder, value, conversion, spec)? {
            return Ok(None);
        }
    }
    Ok(Some(builder.finish(vm)))
}

/// Where the value of a field is; raises what is wrong with its name.
fn find_source(vm: &mut Vm<'_>, args: Args, name: Place, numbering: &mut Numbering) -> Result<Source> {
    enum Found {
        Index(usize),
        Keyword(Option<usize>),
        Path,
    }
    let template = args.get(vm, 0);
    let found = {
        let text = vm.heap.text(template);
        let name = text.get(name.0..name.1).unwrap_or(&[]);
        split_name(name, numbering).map(|(first, mut path)| {
            if path.next().is_some() {
                return Found::Path;
            }
            match first {
                First::Index(i) => Found::Index(i),
                First::Name(name) => Found::Keyword(
                    (0..args.keyword_count()).find(|&k| *vm.heap.text(args.keyword_name(vm, k)) == *name),
                ),
            }
        })
    };
    match found {
        Err(error) => Err(vm.raise(Type::ValueError, error.text())),
        Ok(Found::Path) => Ok(Source::Ask),
        Ok(Found::Index(i)) if i + 1 < args.len() => Ok(Source::Argument(i + 1)),
        Ok(Found::Index(i)) => Err(vm.raise_with(Type::IndexError, |_, out| {
            write!(out, "Replacement index {i} out of range for positional args tuple")
        })),
        Ok(Found::Keyword(Some(k))) => Ok(Source::Keyword(k)),
        Ok(Found::Keyword(None)) => {
            let key = substring(vm, template, name.0, name.1)?;
            Err(vm.raise_key(key))
        }
    }
}

/// Puts a field; false when its value needs Python code.
fn put_field(
    vm: &mut Vm<'_>,
    args: Args,
    builder: &TextBuilder,
    value: Value,
    conversion: Option<u32>,
    spec: Place,
) -> Result<bool> {
    let value = match conversion.map(|c| u8::try_from(c).unwrap_or(0)) {
        None => Some(value),
        Some(b's') => quick_str(vm, value)?,
        Some(b'r') => quick_repr(vm, value)?,
        Some(b'a') => quick_ascii(vm, value)?,
        Some(_) => return Err(unknown_conversion(vm, conversion.unwrap_or(0))),
    };
    let Some(value) = value else { return Ok(false) };
    let place = vm.heap.hold(value);
    let template = args.get(vm, 0);
    let spec = if spec.0 == spec.1 { Value::EMPTY_STR } else { substring(vm, template, spec.0, spec.1)? };
    let value = vm.heap.held(place);
    let Some(text) = quick_format(vm, value, spec)? else { return Ok(false) };
    builder.put_value(vm, text)?;
    Ok(true)
}

#[cold]
fn unknown_conversion(vm: &mut Vm<'_>, conversion: u32) -> Trap {
    let mut room = [0; 64];
    let mut sink = Fixed::new(&mut room);
    let _ = put_unknown_conversion(conversion, &mut sink);
    vm.raise_bytes(Type::ValueError, sink.bytes())
}

/// For frozen code: the pieces of a template as a flat list of literal, name (or None), conversion (or None), spec, whether
/// the spec has fields of its own. What is wrong with the template stands alone at the end.
pub(crate) fn format_fields(vm: &mut Vm<'_>, template: Value) -> Result {
    let template = vm.heap.hold(template);
    vm.reserve(list_words(0))?;
    let list = vm.heap.alloc_list(0);
    let list = vm.heap.hold(list);
    let mut offset = 0;
    loop {
        let text = vm.heap.held(template);
        let Some((piece, next)) = next_part(vm, text, offset) else { return Ok(vm.heap.held(list)) };
        offset = next;
        match piece {
            Err(error) => {
                let made = vm.heap.new_str(error.text().as_bytes());
                let message = vm.grant_memory(made)?;
                push(vm, list, message)?;
                return Ok(vm.heap.held(list));
            }
            Ok(Part { literal, field }) => {
                push_part(vm, list, template, literal)?;
                match field {
                    None => {
                        for _ in 0..4 {
                            push(vm, list, Value::NONE)?;
                        }
                    }
                    Some((name, conversion, spec, nested)) => {
                        push_part(vm, list, template, name)?;
                        let conversion = conversion.and_then(|point| {
                            Value::short_str(crate::text::utf8::Encoded::new(point).bytes())
                        });
                        push(vm, list, conversion.unwrap_or(Value::NONE))?;
                        push_part(vm, list, template, spec)?;
                        push(vm, list, Value::bool(nested))?;
                    }
                }
            }
        }
    }
}

fn push(vm: &mut Vm<'_>, list: Held, item: Value) -> Result<()> {
    let made = vm.heap.list_push(vm.heap.held(list), item);
    vm.grant_memory(made).map(|_| ())
}

fn push_part(vm: &mut Vm<'_>, list: Held, template: Held, place: Place) -> Result<()> {
    let text = vm.heap.held(template);
    let part = if place.0 == place.1 { Value::EMPTY_STR } else { substring(vm, text, place.0, place.1)? };
    push(vm, list, part)
}

/// For frozen code: the name of a field as a flat list of its beginning (an int, or a str that is empty for automatic
/// numbering), then for each step whether it is an attribute, and its name, index or key.
pub(crate) fn split_field(vm: &mut Vm<'_>, name: Value) -> Result {
    enum Item {
        Number(usize),
        Text(Place),
        Flag(bool),
        Wrong(TemplateError),
    }
    let name = vm.heap.hold(name);
    vm.reserve(list_words(0))?;
    let list = vm.heap.alloc_list(0);
    let list = vm.heap.hold(list);
    let mut at = 0;
    loop {
        // Item number `at` of the result, read from the name anew each time: nothing borrowed stays over a push.
        let item = {
            let value = vm.heap.held(name);
            let text = vm.heap.text(value);
            let text: &[u8] = &text;
            let place = |part: &[u8]| {
                let start = (part.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize).min(text.len());
                (start, (start + part.len()).min(text.len()))
            };
            let automatic = matches!(text.first(), None | Some(b'.' | b'['));
            match split_name(text, &mut Numbering::default()) {
                Err(error) => Some(Item::Wrong(error)),
                Ok((_, _)) if at == 0 && automatic => Some(Item::Text((0, 0))),
                Ok((First::Index(i), _)) if at == 0 => Some(Item::Number(i)),
                Ok((First::Name(name), _)) if at == 0 => Some(Item::Text(place(name))),
                Ok((_, mut path)) => match path.nth((at - 1) / 2) {
                    None => None,
                    Some(Err(error)) => Some(Item::Wrong(error)),
                    Some(Ok(step)) if at % 2 == 1 => Some(Item::Flag(matches!(step, Step::Attribute(_)))),
                    Some(Ok(Step::Attribute(name) | Step::Key(name))) => Some(Item::Text(place(name))),
                    Some(Ok(Step::Index(i))) => Some(Item::Number(i)),
                },
            }
        };
        match item {
            None => return Ok(vm.heap.held(list)),
            Some(Item::Wrong(error)) if at % 2 == 1 => {
                // Said when the value that it is about is there.
                let made = vm.heap.new_str(error.text().as_bytes());
                let message = vm.grant_memory(made)?;
                push(vm, list, message)?;
                return Ok(vm.heap.held(list));
            }
            Some(Item::Wrong(error)) => return Err(vm.raise(Type::ValueError, error.text())),
            Some(Item::Number(n)) => push(vm, list, Value::int((n as i64).clamp(0, 1 << 46)))?,
            Some(Item::Flag(flag)) => push(vm, list, Value::bool(flag))?,
            Some(Item::Text(place)) => push_part(vm, list, name, place)?,
        }
        at += 1;
    }
}

//! `repr` without Python code: scalars, and containers of them by an explicit stack.

use super::builder::TextBuilder;
use super::number::{NUMBER_TEXT, put_int, put_real};
use super::{Owner, owner};
use crate::heap::{Held, Kind, Root};
use crate::interp::Message;
use crate::names;
use crate::native::{Def, MODULE_TABLES, Result, What};
use crate::object::function::{F_CODE, F_DICT};
use crate::object::generator::{Flavour, G_QUALNAME};
use crate::object::tuple::tuple_words;
use crate::text::repr::{bytes_repr, str_repr};
use crate::text::sink::{Count, Fixed, Full, Sink};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use core::fmt::Write;

/// `repr(value)` when that needs no Python code.
pub(crate) fn quick_repr(vm: &mut Vm<'_>, value: Value) -> Result<Option<Value>> {
    if let Some(n) = value.as_int() {
        return super::int_str(vm, Value::int(n)).map(Some);
    }
    if value.is_float() {
        let mut room = [0; NUMBER_TEXT];
        let mut sink = Fixed::new(&mut room);
        let _ = put_real(vm, value, &mut sink);
        let made = vm.heap.new_str(sink.bytes());
        return vm.grant_memory(made).map(Some);
    }
    match value {
        Value::NONE => return Ok(Value::short_str(b"None")),
        Value::TRUE => return Ok(Value::short_str(b"True")),
        Value::FALSE => return Ok(Value::short_str(b"False")),
        Value::ELLIPSIS => return Ok(Some(names::ELLIPSIS)),
        Value::NOT_IMPLEMENTED => return Ok(Some(names::NOTIMPLEMENTED)),
        _ => {}
    }
    let mark = vm.heap.held_mark();
    let result = repr_held(vm, value);
    vm.heap.release_to(mark);
    result
}

/// `object.__repr__(value)`: type and address.
pub(crate) fn object_repr(vm: &mut Vm<'_>, value: Value) -> Result {
    let mark = vm.heap.held_mark();
    let place = vm.heap.hold(value);
    let builder = TextBuilder::new(vm, 64)?;
    put_default(vm, place, &builder)?;
    let text = builder.finish(vm);
    vm.heap.release_to(mark);
    Ok(text)
}

/// `ascii(value)` when that needs no Python code.
pub(crate) fn quick_ascii(vm: &mut Vm<'_>, value: Value) -> Result<Option<Value>> {
    if vm.heap.is_str(value) {
        let mark = vm.heap.held_mark();
        let place = vm.heap.hold(value);
        let builder = TextBuilder::new(vm, 64)?;
        let value = vm.heap.held(place);
        put_str_repr(vm, value, true, &builder)?;
        let text = builder.finish(vm);
        vm.heap.release_to(mark);
        return Ok(Some(text));
    }
    match quick_repr(vm, value)? {
        Some(text) => escape_all(vm, text).map(Some),
        None => Ok(None),
    }
}

/// A text with everything beyond ASCII escaped.
pub(crate) fn escape_all(vm: &mut Vm<'_>, text: Value) -> Result {
    if vm.heap.is_ascii(text) {
        return Ok(text);
    }
    let put = |text: &[u8], sink: &mut dyn crate::text::sink::Sink| {
        for point in crate::text::utf8::points(text) {
            if point < 128 {
                sink.put(&[point as u8])?;
            } else {
                crate::text::repr::put_escaped(point, sink)?;
            }
        }
        Ok(())
    };
    let mut count = Count::default();
    let _: core::result::Result<(), crate::text::sink::Full> = put(&vm.heap.text(text), &mut count);
    let place = vm.heap.hold(text);
    vm.reserve(crate::object::string::str_words(count.bytes))?;
    let text = vm.heap.held(place);
    vm.heap.release(place);
    Ok(super::make_str(&mut vm.heap, count.bytes, |view, out| {
        let _ = put(&view.text(text), &mut Fixed::new(out));
    }))
}

/// What putting a value came to.
enum Put {
    /// It is there.
    Done,
    /// It is a container: its beginning is there, its items are next.
    Nested,
    /// Python code must say.
    Ask,
}

/// Containers that are being shown: pairs of the object and how far.
struct Stack {
    place: Held,
    depth: usize,
}

impl Stack {
    fn object(&self, vm: &Vm<'_>, level: usize) -> Value {
        vm.heap.item(vm.heap.held(self.place), 2 * level)
    }

    fn has(&self, vm: &mut Vm<'_>, object: Value) -> bool {
        vm.charge(self.depth / 8);
        (0..self.depth).any(|level| self.object(vm, level) == object)
    }

    fn push(&mut self, vm: &mut Vm<'_>, object: Held) -> Result<()> {
        let array = vm.heap.held(self.place);
        let room = vm.heap.tuple_len(array);
        if 2 * self.depth + 2 > room {
            vm.reserve(tuple_words(room * 2))?;
            let new = vm.heap.alloc_array(room * 2, Value::NONE);
            let old = vm.heap.held(self.place);
            for i in 0..room {
                let item = vm.heap.item(old, i);
                vm.heap.set_item(new, i, item);
            }
            vm.heap.set_held(self.place, new);
        }
        let (array, object) = (vm.heap.held(self.place), vm.heap.held(object));
        vm.heap.set_item(array, 2 * self.depth, object);
        vm.heap.set_item(array, 2 * self.depth + 1, Value::int(0));
        self.depth += 1;
        if self.depth + vm.depth > vm.recursion_limit() {
            return Err(vm.raise(
                Type::RecursionError,
                "maximum recursion depth exceeded while getting the repr of an object",
            ));
        }
        Ok(())
    }
}

fn repr_held(vm: &mut Vm<'_>, value: Value) -> Result<Option<Value>> {
    let place = vm.heap.hold(value);
    let builder = TextBuilder::new(vm, 64)?;
    match put(vm, place, &builder, None)? {
        Put::Done => return Ok(Some(builder.finish(vm))),
        Put::Ask => return Ok(None),
        Put::Nested => {}
    }
    vm.reserve(tuple_words(8))?;
    let array = vm.heap.alloc_array(8, Value::NONE);
    let mut stack = Stack { place: vm.heap.hold(array), depth: 0 };
    stack.push(vm, place)?;
    let mark = vm.heap.held_mark();
    while stack.depth > 0 {
        vm.charge(1);
        vm.heap.release_to(mark);
        let Some(item) = next_item(vm, &stack, &builder)? else {
            stack.depth -= 1;
            continue;
        };
        let item = vm.heap.hold(item);
        match put(vm, item, &builder, Some(&stack))? {
            Put::Done => {}
            Put::Nested => stack.push(vm, item)?,
            Put::Ask => return Ok(None),
        }
    }
    Ok(Some(builder.finish(vm)))
}

/// Goes on with the innermost container: puts what stands before its next item and gives the item; None: it is closed.
fn next_item(vm: &mut Vm<'_>, stack: &Stack, builder: &TextBuilder) -> Result<Option<Value>> {
    let array = vm.heap.held(stack.place);
    let level = 2 * (stack.depth - 1);
    let outer = vm.heap.item(array, level);
    let at = vm.heap.item(array, level + 1).raw_int() as usize;
    let object = vm.unwrap(outer);
    // The place after this item, the text before it; or the closing text.
    let (after, before): (Option<usize>, &[u8]) = match vm.heap.kind(object) {
        Kind::List => {
            if at < vm.heap.list_len(object) {
                (Some(at + 1), comma(at > 0))
            } else {
                (None, b"]")
            }
        }
        Kind::Tuple => {
            let n = vm.heap.tuple_len(object);
            if at < n { (Some(at + 1), comma(at > 0)) } else { (None, if n == 1 { b",)" } else { b")" }) }
        }
        Kind::Dict if at % 2 == 1 => (Some(at + 1), b": "),
        Kind::Dict => match vm.heap.next_entry(object, at / 2) {
            Some(entry) => (Some(2 * entry + 1), comma(at > 0)),
            None => (None, b"}"),
        },
        kind @ (Kind::Set | Kind::FrozenSet) => match vm.heap.next_entry(object, at) {
            Some(entry) => (Some(entry + 1), comma(at > 0)),
            None if kind == Kind::Set && outer == object => (None, b"}"),
            None => (None, b"})"),
        },
        Kind::Slice => {
            if at < 3 {
                (Some(at + 1), comma(at > 0))
            } else {
                (None, b")")
            }
        }
        Kind::BoundMethod => {
            if at == 0 {
                (Some(1), b"")
            } else {
                (None, b">")
            }
        }
        Kind::Record => view_item(vm, object, at),
        _ => (None, b""),
    };
    // The item is read before anything is reserved, and kept.
    let item = after.map(|after| {
        let item = item_at(vm, object, after - 1);
        vm.heap.set_item(array, level + 1, Value::int(after as i64));
        vm.heap.hold(item)
    });
    builder.put(vm, before)?;
    Ok(item.map(|place| vm.heap.held(place)))
}

fn comma(later: bool) -> &'static [u8] {
    if later { b", " } else { b"" }
}

/// As in [`next_item`] for dict views, mapping proxies and wrappers of one object.
fn view_item(vm: &mut Vm<'_>, record: Value, at: usize) -> (Option<usize>, &'static [u8]) {
    let dict = vm.heap.record_field(record, 0);
    match Type::from_index(vm.heap.aux(record)) {
        Type::DictKeys | Type::DictValues => match vm.heap.next_entry(dict, at) {
            Some(entry) => (Some(entry + 1), comma(at > 0)),
            None => (None, b"])"),
        },
        // Key and value by turns, in parentheses of their own.
        Type::DictItems if at % 2 == 1 => (Some(at + 1), b", "),
        Type::DictItems => match vm.heap.next_entry(dict, at / 2) {
            Some(entry) => (Some(2 * entry + 1), if at > 0 { b"), (" } else { b"(" }),
            None => (None, if at > 0 { b")])" } else { b"])" }),
        },
        Type::StaticMethod | Type::ClassMethod => {
            if at == 0 {
                (Some(1), b"")
            } else {
                (None, b")>")
            }
        }
        _ => {
            if at == 0 {
                (Some(1), b"")
            } else {
                (None, b")")
            }
        }
    }
}

/// Item number `at` of a container as [`next_item`] counts.
fn item_at(vm: &Vm<'_>, object: Value, at: usize) -> Value {
    let pair = |dict: Value| {
        if at % 2 == 0 { vm.heap.entry_key(dict, at / 2) } else { vm.heap.entry_value(dict, at / 2) }
    };
    match vm.heap.kind(object) {
        Kind::List => vm.heap.list_item(object, at),
        Kind::Tuple => vm.heap.item(object, at),
        Kind::Dict => pair(object),
        Kind::Set | Kind::FrozenSet => vm.heap.entry_key(object, at),
        Kind::Slice => vm.heap.field(object, 1 + at),
        Kind::BoundMethod => vm.heap.field(object, 2),
        Kind::Record => {
            let inner = vm.heap.record_field(object, 0);
            match Type::from_index(vm.heap.aux(object)) {
                Type::DictKeys => vm.heap.entry_key(inner, at),
                Type::DictValues => vm.heap.entry_value(inner, at),
                Type::DictItems => pair(inner),
                _ => inner,
            }
        }
        _ => Value::NONE,
    }
}

/// Puts a value, or the beginning of a container. A container that is being shown already is put as dots.
fn put(vm: &mut Vm<'_>, place: Held, builder: &TextBuilder, stack: Option<&Stack>) -> Result<Put> {
    let value = vm.heap.held(place);
    if vm.heap.is_str(value) {
        put_str_repr(vm, value, false, builder)?;
        return Ok(Put::Done);
    }
    if !value.is_object() {
        return put_immediate(vm, value, builder);
    }
    let mut outer_name = false;
    let mut object = value;
    match vm.heap.kind(value) {
        Kind::Instance => {
            let class = vm.heap.instance_class(value);
            match owner(vm, class, names::DUNDER_REPR) {
                Owner::User => return Ok(Put::Ask),
                Owner::Builtin(Type::Object) => return put_default(vm, place, builder).map(|()| Put::Done),
                Owner::Builtin(_) => {
                    object = vm.unwrap(value);
                    if object == value {
                        return Ok(Put::Ask);
                    }
                    outer_name = true;
                    if vm.heap.is_str(object) {
                        put_str_repr(vm, object, false, builder)?;
                        return Ok(Put::Done);
                    }
                    if !object.is_object() {
                        return put_immediate(vm, object, builder);
                    }
                }
            }
        }
        Kind::Class => {
            let metaclass = vm.heap.class_metaclass(value);
            if metaclass.is_object() && owner(vm, metaclass, names::DUNDER_REPR) == Owner::User {
                return Ok(Put::Ask);
            }
            return put_class(vm, place, builder).map(|()| Put::Done);
        }
        _ => {}
    }
    put_object(vm, place, object, outer_name, builder, stack)
}

/// Puts a built-in object of the block. `place` holds it or the instance around it.
fn put_object(
    vm: &mut Vm<'_>,
    place: Held,
    object: Value,
    outer_name: bool,
    builder: &TextBuilder,
    stack: Option<&Stack>,
) -> Result<Put> {
    let value = vm.heap.held(place);
    let opening: &[u8] = match vm.heap.kind(object) {
        Kind::BigInt => return put_int(vm, object, builder).map(|()| Put::Done),
        Kind::Complex => {
            let mut room = [0; NUMBER_TEXT];
            let mut sink = Fixed::new(&mut room);
            let _ = put_real(vm, object, &mut sink);
            return builder.put(vm, sink.bytes()).map(|()| Put::Done);
        }
        Kind::Bytes => return put_bytes_repr(vm, object, builder).map(|()| Put::Done),
        Kind::ByteArray => {
            put_type_name(vm, place, builder)?;
            builder.put(vm, b"(")?;
            let object = vm.unwrap(vm.heap.held(place));
            put_bytes_repr(vm, object, builder)?;
            return builder.put(vm, b")").map(|()| Put::Done);
        }
        Kind::Range => return put_range(vm, place, builder).map(|()| Put::Done),
        Kind::List => b"[",
        Kind::Tuple => b"(",
        Kind::Dict => b"{",
        Kind::Set if !outer_name && vm.heap.dict_len(object) > 0 => b"{",
        Kind::Set | Kind::FrozenSet => b"({",
        Kind::Slice => b"slice(",
        Kind::BoundMethod if vm.heap.field(object, 1).as_native().is_none() => b"<bound method ",
        Kind::Record => match Type::from_index(vm.heap.aux(object)) {
            kind @ (Type::DictKeys | Type::DictValues | Type::DictItems) => {
                let dict = vm.heap.record_field(object, 0);
                let whole: &[u8] = match kind {
                    Type::DictKeys => b"odict_keys([",
                    Type::DictValues => b"odict_values([",
                    _ => b"odict_items([",
                };
                &whole[1 - vm.is_ordered(dict) as usize..]
            }
            Type::MappingProxy => b"mappingproxy(",
            Type::StaticMethod => b"<staticmethod(",
            Type::ClassMethod => b"<classmethod(",
            _ => return put_other(vm, place, builder),
        },
        _ => return put_other(vm, place, builder),
    };
    let again = match stack {
        Some(stack) => stack.has(vm, value),
        None => false,
    };
    let value = vm.heap.held(place);
    if again || is_active(vm, value) {
        let dots: &[u8] = match vm.heap.kind(object) {
            Kind::List => b"[...]",
            Kind::Tuple => b"(...)",
            Kind::Dict => b"{...}",
            Kind::Set | Kind::FrozenSet => {
                put_type_name(vm, place, builder)?;
                b"(...)"
            }
            _ => b"...",
        };
        return builder.put(vm, dots).map(|()| Put::Done);
    }
    if matches!(vm.heap.kind(object), Kind::Set | Kind::FrozenSet) {
        let empty = vm.heap.dict_len(object) == 0;
        if opening.len() == 2 {
            put_type_name(vm, place, builder)?;
        }
        if empty {
            return builder.put(vm, b"()").map(|()| Put::Done);
        }
    }
    builder.put(vm, opening)?;
    let object = vm.unwrap(vm.heap.held(place));
    if vm.heap.is_kind(object, Kind::BoundMethod) {
        let function = vm.heap.field(object, 1);
        let function = vm.heap.hold(function);
        put_qualname(vm, function, builder)?;
        builder.put(vm, b" of ")?;
    }
    Ok(Put::Nested)
}

/// Puts a value that is no object of the block.
fn put_immediate(vm: &mut Vm<'_>, value: Value, builder: &TextBuilder) -> Result<Put> {
    if value.is_int() {
        put_int(vm, value, builder)?;
    } else if value.is_float() {
        let mut room = [0; NUMBER_TEXT];
        let mut sink = Fixed::new(&mut room);
        let _ = put_real(vm, value, &mut sink);
        builder.put(vm, sink.bytes())?;
    } else if let Some(index) = value.as_native() {
        put_native(vm, index, builder)?;
    } else if let Some(index) = value.as_builtin_type() {
        let kind = Type::from_index(index);
        let mut text = Message::default();
        let _ = match kind.module() {
            "builtins" => write!(text, "<class '{}'>", kind.name()),
            module => write!(text, "<class '{module}.{}'>", kind.name()),
        };
        builder.put(vm, text.as_bytes())?;
    } else {
        builder.put(
            vm,
            match value {
                Value::NONE => b"None",
                Value::TRUE => b"True",
                Value::FALSE => b"False",
                Value::ELLIPSIS => b"Ellipsis",
                Value::NOT_IMPLEMENTED => b"NotImplemented",
                _ => b"<NULL>",
            },
        )?;
    }
    Ok(Put::Done)
}

/// Puts `repr` of a string, or `ascii` of it.
fn put_str_repr(vm: &mut Vm<'_>, text: Value, ascii: bool, builder: &TextBuilder) -> Result<()> {
    let mut count = Count::default();
    let _ = str_repr(&vm.heap.text(text), ascii, &mut count);
    vm.charge(count.bytes / 8);
    let place = vm.heap.hold(text);
    builder.room(vm, count.bytes)?;
    let text = vm.heap.held(place);
    vm.heap.release(place);
    builder.append(vm, count.bytes, |view, out| {
        let _ = str_repr(&view.text(text), ascii, &mut Fixed::new(out));
    });
    Ok(())
}

/// Puts `repr` of bytes or the bytes of a bytearray.
fn put_bytes_repr(vm: &mut Vm<'_>, bytes: Value, builder: &TextBuilder) -> Result<()> {
    let put = if vm.heap.is_kind(bytes, Kind::ByteArray) { bytearray_repr } else { plain_bytes_repr };
    let mut count = Count::default();
    let _ = put(vm.heap.bytes_like(bytes).unwrap_or(&[]), &mut count);
    vm.charge(count.bytes / 8);
    let place = vm.heap.hold(bytes);
    builder.room(vm, count.bytes)?;
    let bytes = vm.heap.held(place);
    vm.heap.release(place);
    builder.append(vm, count.bytes, |view, out| {
        let _ = put(view.bytes(bytes), &mut Fixed::new(out));
    });
    Ok(())
}

fn plain_bytes_repr(bytes: &[u8], sink: &mut dyn Sink) -> core::result::Result<(), Full> {
    bytes_repr(bytes, sink)
}

/// Unlike bytes, a bytearray shows its single quotes escaped also between double ones.
fn bytearray_repr(bytes: &[u8], sink: &mut dyn Sink) -> core::result::Result<(), Full> {
    if !bytes.contains(&b'\'') {
        return bytes_repr(bytes, sink);
    }
    let quote: &[u8] = if bytes.contains(&b'"') { b"'" } else { b"\"" };
    sink.put(b"b")?;
    sink.put(quote)?;
    for &byte in bytes {
        match byte {
            b'\'' | b'\\' => sink.put(&[b'\\', byte])?,
            b'\t' => sink.put(b"\\t")?,
            b'\n' => sink.put(b"\\n")?,
            b'\r' => sink.put(b"\\r")?,
            0x20..=0x7E => sink.put(&[byte])?,
            _ => crate::text::repr::put_hex(b'x', byte.into(), 2, sink)?,
        }
    }
    sink.put(quote)
}

/// Puts `__name__` of the type of a value.
fn put_type_name(vm: &mut Vm<'_>, place: Held, builder: &TextBuilder) -> Result<()> {
    let class = vm.type_of(vm.heap.held(place));
    match class.as_builtin_type() {
        Some(index) => builder.put(vm, Type::from_index(index).name().as_bytes()),
        None => {
            let name = vm.heap.class_name(class);
            builder.put_value(vm, name)
        }
    }
}

/// Puts the name of a class with its module, as `repr` of objects shows it.
fn put_class_path(vm: &mut Vm<'_>, class: Value, builder: &TextBuilder) -> Result<()> {
    if let Some(index) = class.as_builtin_type() {
        let kind = Type::from_index(index);
        if kind.module() != "builtins" {
            builder.put(vm, kind.module().as_bytes())?;
            builder.put(vm, b".")?;
        }
        return builder.put(vm, kind.name().as_bytes());
    }
    let class = vm.heap.hold(class);
    let dict = vm.heap.class_dict(vm.heap.held(class));
    let module = vm.heap.get_str(dict, names::DUNDER_MODULE);
    if let Some(module) = module.filter(|&m| vm.heap.is_str(m) && m != names::BUILTINS) {
        builder.put_value(vm, module)?;
        builder.put(vm, b".")?;
    }
    let name = vm.heap.class_qualname(vm.heap.held(class));
    builder.put_value(vm, name)
}

/// Puts `<class 'module.name'>` of a user class.
fn put_class(vm: &mut Vm<'_>, place: Held, builder: &TextBuilder) -> Result<()> {
    builder.put(vm, b"<class '")?;
    let class = vm.heap.held(place);
    put_class_path(vm, class, builder)?;
    builder.put(vm, b"'>")
}

/// Puts `<module.name object at 0x10>`.
fn put_default(vm: &mut Vm<'_>, place: Held, builder: &TextBuilder) -> Result<()> {
    builder.put(vm, b"<")?;
    let class = vm.type_of(vm.heap.held(place));
    put_class_path(vm, class, builder)?;
    builder.put(vm, b" object")?;
    put_address(vm, place, builder)?;
    builder.put(vm, b">")
}

/// Puts ` at 0x10`.
fn put_address(vm: &mut Vm<'_>, place: Held, builder: &TextBuilder) -> Result<()> {
    let value = vm.heap.held(place);
    let made = vm.heap.identity(value);
    let id = vm.grant_memory(made)?;
    let mut text = Message::default();
    let _ = write!(text, " at {id:#x}");
    builder.put(vm, text.as_bytes())
}

fn put_range(vm: &mut Vm<'_>, place: Held, builder: &TextBuilder) -> Result<()> {
    builder.put(vm, b"range(")?;
    for i in 0..3 {
        let part = vm.heap.field(vm.heap.held(place), 1 + i);
        if i == 2 && part == Value::int(1) {
            break;
        }
        if i > 0 {
            builder.put(vm, b", ")?;
        }
        let part = vm.heap.field(vm.heap.held(place), 1 + i);
        put_int(vm, part, builder)?;
    }
    builder.put(vm, b")")
}

/// Puts a function or method of the engine that is not bound to an object.
fn put_native(vm: &mut Vm<'_>, index: u32, builder: &TextBuilder) -> Result<()> {
    let Some(def) = vm.native_def(index) else { return Ok(()) };
    let mut text = Message::default();
    let name = def.name;
    let _ = if index >> 16 >= MODULE_TABLES {
        write!(text, "<built-in function {name}>")
    } else {
        let owner = Type::from_index((index >> 16) as u16).full_name();
        match vm.native_type(Value::native(index)) {
            Type::MemberDescriptor => write!(text, "<member '{name}' of '{owner}' objects>"),
            Type::GetSetDescriptor => write!(text, "<attribute '{name}' of '{owner}' objects>"),
            Type::WrapperDescriptor => write!(text, "<slot wrapper '{name}' of '{owner}' objects>"),
            Type::Builtin => {
                write!(
                    text,
                    "<built-in method {name} of type object at {:#x}>",
                    Value::native(index).0 & 0xFFFF_FFFF
                )
            }
            _ => write!(text, "<method '{name}' of '{owner}' objects>"),
        }
    };
    builder.put(vm, text.as_bytes())
}

/// Puts the qualified name of a function.
fn put_qualname(vm: &mut Vm<'_>, function: Held, builder: &TextBuilder) -> Result<()> {
    let value = vm.heap.held(function);
    if !vm.heap.is_kind(value, Kind::Function) {
        return builder.put(vm, b"?");
    }
    let dict = vm.heap.field(value, F_DICT);
    if dict.is_object() {
        if let Some(name) = vm.heap.get_str(dict, names::DUNDER_QUALNAME) {
            return builder.put_value(vm, name);
        }
    }
    let code = vm.heap.field(value, F_CODE);
    let name = code_name(vm, code, true)?;
    builder.put_value(vm, name)
}

/// Name or qualified name of a code object.
fn code_name(vm: &mut Vm<'_>, code: Value, qualified: bool) -> Result {
    let full = vm.heap.full_code(code);
    if vm.heap.is_kind(full, Kind::Code) {
        return Ok(vm.heap.code_value(full, if qualified { 2 } else { 1 }));
    }
    let (image, index) = (vm.heap.code_image(code), vm.heap.code_index(code));
    let k = {
        let view = hognose_image::Image::trusted(vm.image_bytes(image));
        view.code(index).map_or(0, |code| if qualified { code.qualname } else { code.name })
    };
    vm.image_constant(image, k, false)
}

/// Puts the rarer objects: those with a name and an address, and those that only have an address.
fn put_other(vm: &mut Vm<'_>, place: Held, builder: &TextBuilder) -> Result<Put> {
    let value = vm.heap.held(place);
    match vm.heap.kind(value) {
        Kind::Function => {
            builder.put(vm, b"<function ")?;
            put_qualname(vm, place, builder)?;
        }
        Kind::Generator => {
            let what: &[u8] = match vm.heap.generator_flavour(value) {
                Flavour::Generator => b"<generator object ",
                Flavour::Coroutine => b"<coroutine object ",
                Flavour::AsyncGenerator => b"<async_generator object ",
            };
            builder.put(vm, what)?;
            let value = vm.heap.held(place);
            let name = vm.heap.field(value, G_QUALNAME);
            if vm.heap.is_str(name) {
                builder.put_value(vm, name)?;
            } else {
                let function = vm.heap.field(value, crate::object::generator::G_FUNCTION);
                let function = vm.heap.hold(function);
                put_qualname(vm, function, builder)?;
            }
        }
        Kind::BoundMethod => return put_bound_native(vm, place, builder).map(|()| Put::Done),
        Kind::MemoryView => {
            let released = vm.heap.field(value, 3).is_none();
            builder.put(vm, if released { b"<released memory" } else { b"<memory" })?;
        }
        Kind::Module if is_described(vm, value) => return Ok(Put::Ask),
        Kind::Module => return put_module(vm, place, builder).map(|()| Put::Done),
        Kind::Cell => {
            builder.put(vm, b"<cell")?;
            put_address(vm, place, builder)?;
            let inside = vm.heap.field(vm.heap.held(place), 1);
            if inside.is_unbound() {
                builder.put(vm, b": empty")?;
            } else {
                builder.put(vm, b": ")?;
                let inside = vm.heap.hold(vm.heap.field(vm.heap.held(place), 1));
                put_type_name(vm, inside, builder)?;
                builder.put(vm, b" object")?;
                put_address(vm, inside, builder)?;
            }
            builder.put(vm, b">")?;
            return Ok(Put::Done);
        }
        Kind::Code | Kind::CodeStub => return put_code(vm, place, builder).map(|()| Put::Done),
        _ => {
            let class = vm.type_of(value);
            if owner(vm, class, names::DUNDER_REPR) != Owner::Builtin(Type::Object) {
                return Ok(Put::Ask);
            }
            return put_default(vm, place, builder).map(|()| Put::Done);
        }
    }
    put_address(vm, place, builder)?;
    builder.put(vm, b">")?;
    Ok(Put::Done)
}

/// Puts `<built-in method append of list object at 0x10>`.
fn put_bound_native(vm: &mut Vm<'_>, place: Held, builder: &TextBuilder) -> Result<()> {
    let method = vm.heap.held(place);
    let native = vm.heap.field(method, 1);
    let def: Option<&'static Def> = native.as_native().and_then(|index| vm.native_def(index));
    let name = def.map_or("", |def| def.name);
    let kind = Type::from_index(native.as_native().map_or(0, |index| (index >> 16) as u16));
    let wrapper = def.is_some_and(|def| {
        def.is_slot(kind) && !matches!(def.what, What::ClassMethod(..) | What::Static(..))
    });
    let mut text = Message::default();
    let _ = if wrapper {
        write!(text, "<method-wrapper '{name}' of ")
    } else {
        write!(text, "<built-in method {name} of ")
    };
    builder.put(vm, text.as_bytes())?;
    let receiver = vm.heap.field(vm.heap.held(place), 2);
    let receiver = vm.heap.hold(receiver);
    put_type_name(vm, receiver, builder)?;
    builder.put(vm, b" object")?;
    put_address(vm, receiver, builder)?;
    builder.put(vm, b">")
}

/// Has a module a spec or a loader, which say what it is?
fn is_described(vm: &mut Vm<'_>, module: Value) -> bool {
    let dict = vm.heap.module_dict(module);
    [names::DUNDER_SPEC, names::DUNDER_LOADER]
        .into_iter()
        .any(|name| vm.heap.get_str(dict, name).is_some_and(|found| !found.is_none() && !found.is_unbound()))
}

fn put_module(vm: &mut Vm<'_>, place: Held, builder: &TextBuilder) -> Result<()> {
    builder.put(vm, b"<module ")?;
    let module = vm.heap.held(place);
    let dict = vm.heap.module_dict(module);
    let definition = vm.heap.aux(module);
    match vm.heap.get_str(dict, names::DUNDER_NAME) {
        Some(name) if vm.heap.is_str(name) => put_str_repr(vm, name, false, builder)?,
        _ => {
            let mut name = crate::interp::Message::default();
            let _ = vm.write_module_name(module, &mut name);
            builder.put(vm, b"'")?;
            builder.put(vm, name.as_bytes())?;
            builder.put(vm, b"'")?;
        }
    }
    let dict = vm.heap.module_dict(vm.heap.held(place));
    match vm.heap.get_str(dict, names::DUNDER_FILE) {
        Some(file) if vm.heap.is_str(file) => {
            builder.put(vm, b" from ")?;
            let dict = vm.heap.module_dict(vm.heap.held(place));
            let file = vm.heap.get_str(dict, names::DUNDER_FILE).unwrap_or(Value::EMPTY_STR);
            put_str_repr(vm, file, false, builder)?;
        }
        _ if definition != 0 => builder.put(vm, b" (built-in)")?,
        _ => {}
    }
    builder.put(vm, b">")
}

fn put_code(vm: &mut Vm<'_>, place: Held, builder: &TextBuilder) -> Result<()> {
    builder.put(vm, b"<code object ")?;
    let code = vm.heap.held(place);
    let name = code_name(vm, code, false)?;
    builder.put_value(vm, name)?;
    put_address(vm, place, builder)?;
    let (file, line) = {
        let code = vm.heap.held(place);
        let (image, index) = (vm.heap.code_image(code), vm.heap.code_index(code));
        let view = hognose_image::Image::trusted(vm.image_bytes(image));
        let code = view.code(index);
        let line = code.map_or(0, |code| code.first_line);
        (code.and_then(|code| view.module(code.module)).map_or(0, |module| module.file), line)
    };
    let image = vm.heap.code_image(vm.heap.held(place));
    let file = vm.image_constant(image, file, false)?;
    builder.put(vm, b", file \"")?;
    let file = vm.heap.hold(file);
    let file = vm.heap.held(file);
    builder.put_value(vm, file)?;
    let mut text = Message::default();
    let _ = write!(text, "\", line {line}>");
    builder.put(vm, text.as_bytes())
}

// Containers that frozen code is showing, because something in them has a `__repr__` of a script.

const ACTIVE: Value = crate::names::short("_act");

/// The list of containers that frozen code is showing; null before the first.
pub(crate) fn active_containers(vm: &mut Vm<'_>) -> Value {
    let frozen = vm.heap.root(Root::Frozen);
    if !frozen.is_object() {
        return Value::NULL;
    }
    vm.heap.get_str(frozen, ACTIVE).unwrap_or(Value::NULL)
}

/// Makes the list of containers that frozen code is showing.
pub(crate) fn make_active_containers(vm: &mut Vm<'_>) -> Result {
    let list = active_containers(vm);
    if list.is_object() {
        return Ok(list);
    }
    vm.frozen_function("_repr_container")?;
    vm.reserve(crate::object::list::list_words(0))?;
    let list = vm.heap.alloc_list(0);
    let place = vm.heap.hold(list);
    let frozen = vm.heap.root(Root::Frozen);
    let made = vm.heap.set_str(frozen, ACTIVE, list);
    vm.grant_memory(made)?;
    Ok(vm.heap.held(place))
}

fn is_active(vm: &mut Vm<'_>, value: Value) -> bool {
    let list = active_containers(vm);
    list.is_object() && vm.heap.items(list).iter().any(|&word| word == value.0)
}

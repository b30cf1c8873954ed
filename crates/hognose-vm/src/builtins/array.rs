//! `array.array`: a record of the bytearray that holds the items and the code of what they are.

use super::memoryview::{Layout, check_exports_of, pack_item, size_of, unpack_item};
use super::methods;
use super::operator::{Index, argument, ask, bounds, hand_over, has_index, index_of, place, plainness};
use super::subclass;
use super::text::fill_object;
use crate::heap::{Held, Kind};
use crate::interp::Next;
use crate::native::{Args, Def, MANY, Result, Trap, TypeDef};
use crate::object::bytes::{BYTEARRAY_WORDS, bytes_words};
use crate::object::list::list_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// The type, for the module that has it.
pub static TYPE: TypeDef = TypeDef {
    kind: Type::Array,
    attributes: ATTRIBUTES,
    constructor: construct,
    length,
    item,
    store,
    iterator: make_iterator,
    next,
    is_sound,
};

/// Sorted by name.
static ATTRIBUTES: &[Def] = defs![
    Def::frozen("__add__", &"_array_add"),
    Def::class_method("__class_getitem__", methods::class_getitem, 1, 1),
    Def::frozen("__contains__", &"_array_contains"),
    Def::function("__copy__", copy, 0, 0),
    Def::function("__deepcopy__", copy, 1, 1),
    Def::function("__delitem__", delitem, 1, 1),
    Def::frozen("__eq__", &"_array_eq"),
    Def::frozen("__ge__", &"_array_ge"),
    Def::function("__getitem__", getitem, 1, 1),
    Def::frozen("__gt__", &"_array_gt"),
    Def::constant("__hash__", |_| Ok(Value::NONE)),
    Def::frozen("__iadd__", &"_array_iadd"),
    Def::frozen("__imul__", &"_array_imul"),
    Def::function("__iter__", iter, 0, 0),
    Def::frozen("__le__", &"_array_le"),
    Def::function("__len__", len, 0, 0),
    Def::frozen("__lt__", &"_array_lt"),
    Def::frozen("__mul__", &"_array_mul"),
    Def::frozen("__ne__", &"_array_ne"),
    Def::fixed("__new__", new, 0, MANY),
    Def::frozen("__reduce_ex__", &"_array_reduce"),
    Def::frozen("__repr__", &"_array_repr"),
    Def::frozen("__rmul__", &"_array_mul"),
    Def::function("__setitem__", setitem, 2, 2),
    Def::function("append", append, 1, 1),
    Def::frozen("buffer_info", &"_array_buffer_info"),
    Def::function("byteswap", byteswap, 0, 0),
    Def::frozen("count", &"_array_count"),
    Def::function("extend", extend, 1, 1),
    Def::function("frombytes", frombytes, 1, 1),
    Def::frozen("fromfile", &"_array_fromfile"),
    Def::frozen("fromlist", &"_array_fromlist"),
    Def::frozen("fromunicode", &"_array_fromunicode"),
    Def::frozen("index", &"_array_index"),
    Def::function("insert", insert, 2, 2),
    Def::getter("itemsize", itemsize),
    Def::function("pop", pop, 0, 1),
    Def::frozen("remove", &"_array_remove"),
    Def::function("reverse", reverse, 0, 0),
    Def::function("tobytes", tobytes, 0, 0),
    Def::frozen("tofile", &"_array_tofile"),
    Def::function("tolist", tolist, 0, 0),
    Def::frozen("tounicode", &"_array_tounicode"),
    Def::getter("typecode", typecode),
];

/// Fields of the record.
const BYTES: usize = 0;
const CODE: usize = 1;

/// An array as it is now.
#[derive(Clone, Copy)]
struct Array {
    record: Value,
    bytes: Value,
    code: u8,
    size: usize,
}

/// Bytes of an item of that code; None when it is none.
fn item_size(code: u8) -> Option<usize> {
    match code {
        b'u' => Some(4),
        b'b' | b'B' | b'h' | b'H' | b'i' | b'I' | b'l' | b'L' | b'q' | b'Q' | b'f' | b'd' => size_of(code),
        _ => None,
    }
}

impl Array {
    /// That of a record of this type.
    fn at(vm: &Vm<'_>, record: Value) -> Array {
        let code = vm.heap.record_field(record, CODE).raw_int() as u8;
        Array { record, bytes: vm.heap.record_field(record, BYTES), code, size: item_size(code).unwrap_or(1) }
    }

    /// That of the receiver.
    fn of(vm: &Vm<'_>, args: Args) -> Array {
        Array::at(vm, vm.unwrap(args.get(vm, 0)))
    }

    /// Number of items.
    fn len(&self, vm: &Vm<'_>) -> usize {
        vm.heap.bytearray(self.bytes).len() / self.size
    }

    /// Item `i`, which is there. May reserve and move.
    fn get(&self, vm: &mut Vm<'_>, i: usize) -> Result {
        let at = i * self.size;
        let mut bytes = [0; 8];
        if let Some(from) = vm.heap.bytearray(self.bytes).get(at..at + self.size) {
            bytes[..self.size].copy_from_slice(from);
        }
        if self.code == b'u' {
            let code = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
            return character(vm, code);
        }
        unpack_item(vm, self.code, &bytes[..self.size])
    }

    fn put(&self, vm: &mut Vm<'_>, i: usize, item: [u8; 8]) {
        let at = i * self.size;
        if let Some(to) = vm.heap.bytearray_mut(self.bytes).get_mut(at..at + self.size) {
            to.copy_from_slice(&item[..self.size]);
        }
    }
}

fn character(vm: &mut Vm<'_>, code: u32) -> Result {
    let mut room = [0; 4];
    match char::from_u32(code) {
        Some(c) => Ok(Value::short_str(c.encode_utf8(&mut room).as_bytes()).unwrap_or(Value::EMPTY_STR)),
        None => Err(vm.raise_with(Type::ValueError, |_, out| {
            write!(out, "character U+{code:x} is not in range [U+0000; U+10ffff]")
        })),
    }
}

// Values as items

/// A value as an item; None: its `__index__` or `__float__` must be called.
fn pack(vm: &mut Vm<'_>, code: u8, value: Value) -> Result<Option<[u8; 8]>> {
    let inner = vm.unwrap(value);
    match code {
        b'u' => {
            if vm.heap.is_str(inner) && vm.heap.str_len(inner) == 1 {
                let text = vm.heap.text(inner);
                let c = crate::text::utf8::decode(&text, 0).map_or(0, |(c, _)| c);
                return Ok(Some((c as u64).to_le_bytes()));
            }
            Err(vm.raise(Type::TypeError, "array item must be unicode character"))
        }
        b'f' | b'd' => {
            if !vm.heap.is_number(inner) || vm.heap.is_kind(inner, Kind::Complex) {
                let class = vm.type_of(value);
                for name in [crate::names::DUNDER_FLOAT, crate::names::DUNDER_INDEX] {
                    if vm.find_user(class, name).is_some() {
                        return Ok(None);
                    }
                }
                return Err(vm.raise_with(Type::TypeError, |vm, out| {
                    out.write_str("must be real number, not ")?;
                    vm.write_type_name(value, out)
                }));
            }
            let x = vm.to_float(inner)?.unwrap_or(0.0);
            if code == b'd' {
                return Ok(Some(x.to_le_bytes()));
            }
            Ok(Some((u64::from((x as f32).to_bits())).to_le_bytes()))
        }
        _ => match index_of(vm, value) {
            Index::At(n) => check(vm, code, n as i128).map(Some),
            Index::Far(negative) => {
                let n = pack_item(vm, b'Q', inner);
                match (code, n) {
                    (b'L' | b'Q', Ok(Some(item))) => Ok(Some(item)),
                    _ => {
                        vm.heap.set_root(crate::heap::Root::Raised, Value::NULL);
                        let far = if negative { i128::MIN } else { i128::MAX };
                        check(vm, code, far).map(Some)
                    }
                }
            }
            Index::Other if has_index(vm, value) => Ok(None),
            Index::Other => Err(super::operator::not_an_integer(vm, value)),
        },
    }
}

/// An integer as an item, with the words that CPython's parts have for what does not fit.
fn check(vm: &mut Vm<'_>, code: u8, n: i128) -> Result<[u8; 8]> {
    let bits = 8 * item_size(code).unwrap_or(1) as u32;
    let signed = code.is_ascii_lowercase();
    let (low, high) =
        if signed { (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1) } else { (0, (1i128 << bits) - 1) };
    if n >= low && n <= high {
        return Ok((n as u64).to_le_bytes());
    }
    let side = if n < low { "less than minimum" } else { "greater than maximum" };
    let long = i64::try_from(n).is_err();
    let what = match code {
        b'b' | b'B' | b'h' | b'H' | b'i' | b'l' if long => {
            return Err(overflow(vm, "Python int too large to convert to C long"));
        }
        b'b' if i16::try_from(n).is_ok() => "signed char",
        b'b' | b'h' => "signed short integer",
        b'B' => "unsigned byte integer",
        b'H' if i32::try_from(n).is_ok() => "unsigned short",
        b'H' | b'i' => "signed integer",
        b'I' | b'L' if n < 0 => return Err(overflow(vm, "can't convert negative value to unsigned int")),
        b'I' if u64::try_from(n).is_ok() => "unsigned int",
        b'I' | b'L' => return Err(overflow(vm, "Python int too large to convert to C unsigned long")),
        b'Q' if n < 0 => return Err(overflow(vm, "can't convert negative int to unsigned")),
        _ => return Err(overflow(vm, "int too big to convert")),
    };
    Err(vm.raise_with(Type::OverflowError, |_, out| write!(out, "{what} is {side}")))
}

#[cold]
fn overflow(vm: &mut Vm<'_>, text: &'static str) -> Trap {
    vm.raise(Type::OverflowError, text)
}

// Making arrays

/// An empty array of that code. May reserve and move.
fn empty(vm: &mut Vm<'_>, code: u8, n: usize) -> Result {
    vm.reserve(BYTEARRAY_WORDS + bytes_words(n))?;
    let storage = if n > 0 { vm.heap.alloc_buffer(n) } else { Value::NULL };
    let bytes = vm.heap.alloc_bytearray(storage, n);
    let made = vm.heap.new_record(Type::Array, &[bytes, Value::int(code as i64)]);
    vm.grant_memory(made)
}

fn construct(vm: &mut Vm<'_>, args: Args) -> Result {
    make(vm, args, Type::Array.value())
}

fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    subclass::check(vm, Type::Array, args)?;
    let class = args.get(vm, 0);
    make(vm, args.skip(1), class)
}

/// An array of the arguments code and initial items, as an instance of that class.
fn make(vm: &mut Vm<'_>, args: Args, class: Value) -> Result {
    let class = vm.heap.hold(class);
    if args.keyword_count() > 0 && vm.heap.held(class) == Type::Array.value() {
        return Err(vm.raise(Type::TypeError, "array.array() takes no keyword arguments"));
    }
    let n = args.len();
    if n == 0 || n > 2 {
        let (word, limit) = if n == 0 { ("least", "1 argument") } else { ("most", "2 arguments") };
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "array() takes at {word} {limit} ({n} given)")
        }));
    }
    let text = vm.unwrap(args.get(vm, 0));
    let code = match vm.heap.is_str(text) && vm.heap.str_len(text) == 1 {
        true => vm.heap.text(text).first().copied().unwrap_or(0),
        false => {
            let given = args.get(vm, 0);
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                out.write_str("array() argument 1 must be a unicode character, not ")?;
                vm.write_type_name(given, out)
            }));
        }
    };
    let initial = args.get(vm, 1);
    let inner = vm.unwrap(initial);
    if code != b'u' && item_size(code).is_some() {
        if vm.heap.is_str(inner) {
            return Err(vm.raise_with(Type::TypeError, |_, out| {
                write!(out, "cannot use a str to initialize an array with typecode '{}'", code as char)
            }));
        }
        if vm.heap.is_record(inner, Type::Array) && Array::at(vm, inner).code == b'u' {
            return Err(vm.raise_with(Type::TypeError, |_, out| {
                write!(
                    out,
                    "cannot use a unicode array to initialize an array with typecode '{}'",
                    code as char
                )
            }));
        }
    }
    if item_size(code).is_none() {
        return Err(
            vm.raise(Type::ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        );
    }
    let made = empty(vm, code, 0)?;
    let made = subclass::wrap(vm, vm.heap.held(class), made)?;
    let made = vm.heap.hold(made);
    if initial.is_unbound() {
        return Ok(vm.heap.held(made));
    }
    let inner = vm.unwrap(args.get(vm, 1));
    if matches!(vm.heap.kind(inner), Kind::Bytes | Kind::ByteArray) {
        add_bytes(vm, made, args, 1)?;
        return Ok(vm.heap.held(made));
    }
    let initial = args.get(vm, 1);
    let array = vm.unwrap(vm.heap.held(made));
    let array = vm.heap.hold(array);
    match add_all(vm, array, initial)? {
        Added::All => Ok(vm.heap.held(made)),
        Added::Ask(first, iterator) => {
            let made = vm.heap.held(made);
            Err(ask(vm, "_array_of", &[made, first, iterator]))
        }
    }
}

/// How far adding items came.
enum Added {
    /// All are there.
    All,
    /// Python code must go on: with that item, if it is not unbound, and then with the rest of that iterable.
    Ask(Value, Value),
}

/// Adds the items of an iterable to a held array.
fn add_all(vm: &mut Vm<'_>, array: Held, source: Value) -> Result<Added> {
    match vm.heap.kind(source) {
        Kind::Instance | Kind::Exception | Kind::Class | Kind::Generator => {
            return Ok(Added::Ask(Value::ELLIPSIS, source));
        }
        Kind::Iter if plainness(vm, source) == 0 => return Ok(Added::Ask(Value::ELLIPSIS, source)),
        _ => {}
    }
    let Some(iterator) = vm.iter_builtin(source)? else { return Ok(Added::Ask(Value::ELLIPSIS, source)) };
    let iterator = vm.heap.hold(iterator);
    while let Next::Item(item) = vm.next_builtin(vm.heap.held(iterator))? {
        vm.charge(1);
        if !push(vm, array, item)? {
            return Ok(Added::Ask(item, vm.heap.held(iterator)));
        }
    }
    vm.heap.release(iterator);
    Ok(Added::All)
}

/// Adds an item to a held array; false: Python code must make a number of it.
fn push(vm: &mut Vm<'_>, array: Held, value: Value) -> Result<bool> {
    let code = Array::at(vm, vm.heap.held(array)).code;
    let Some(item) = pack(vm, code, value)? else { return Ok(false) };
    let at = Array::at(vm, vm.heap.held(array));
    let n = at.len(vm);
    resize(vm, array, n + 1)?;
    Array::at(vm, vm.heap.held(array)).put(vm, n, item);
    Ok(true)
}

fn check_exports(vm: &mut Vm<'_>, bytes: Value) -> Result<()> {
    check_exports_of(vm, bytes, "cannot resize an array that is exporting buffers")
}

/// Sets the number of items of a held array; BufferError while a view looks at it.
fn resize(vm: &mut Vm<'_>, array: Held, n: usize) -> Result<()> {
    let at = Array::at(vm, vm.heap.held(array));
    check_exports(vm, at.bytes)?;
    let at = Array::at(vm, vm.heap.held(array));
    let Some(bytes) = n.checked_mul(at.size) else { return Err(vm.out_of_memory()) };
    let made = vm.heap.resize_bytearray(at.bytes, bytes);
    vm.grant_memory(made).map(|_| ())
}

/// Adds the bytes of argument `i`, which has them, to a held array or instance around one.
fn add_bytes(vm: &mut Vm<'_>, array: Held, args: Args, i: usize) -> Result<()> {
    let array = vm.unwrap(vm.heap.held(array));
    let array = vm.heap.hold(array);
    let at = Array::at(vm, vm.heap.held(array));
    let source = vm.bytes_inside(args.get(vm, i));
    let more = vm.heap.bytes_like(source).map_or(0, <[u8]>::len);
    if more % at.size != 0 {
        return Err(vm.raise(Type::ValueError, "bytes length not a multiple of item size"));
    }
    if more == 0 {
        return Ok(());
    }
    vm.charge(more / 8);
    let n = at.len(vm);
    resize(vm, array, n + more / at.size)?;
    let source = vm.bytes_inside(args.get(vm, i));
    let at = Array::at(vm, vm.heap.held(array));
    let start = n * at.size;
    if source == at.bytes {
        vm.heap.bytearray_mut(source).copy_within(..start, start);
        return Ok(());
    }
    let storage = vm.heap.field(at.bytes, 3);
    fill_object(&mut vm.heap, storage, start, more, |view, out| {
        out.copy_from_slice(view.bytes(source).get(..out.len()).unwrap_or(&[]));
    });
    Ok(())
}

// Methods

fn len(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::int(Array::of(vm, args).len(vm) as i64))
}

/// Number of items of a record of this type.
fn length(vm: &Vm<'_>, array: Value) -> u64 {
    Array::at(vm, array).len(vm) as u64
}

fn typecode(vm: &mut Vm<'_>, args: Args) -> Result {
    let code = Array::of(vm, args).code;
    Ok(Value::short_str(&[code]).unwrap_or(Value::EMPTY_STR))
}

fn itemsize(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::int(Array::of(vm, args).size as i64))
}

fn append(vm: &mut Vm<'_>, args: Args) -> Result {
    let array = Array::of(vm, args).record;
    let array = vm.heap.hold(array);
    let value = args.get(vm, 1);
    if push(vm, array, value)? {
        return Ok(Value::NONE);
    }
    Err(hand_over(vm, "_array_append", args))
}

fn extend(vm: &mut Vm<'_>, args: Args) -> Result {
    let array = Array::of(vm, args);
    let source = args.get(vm, 1);
    let inner = vm.unwrap(source);
    let held = vm.heap.hold(array.record);
    if vm.heap.is_record(inner, Type::Array) {
        if Array::at(vm, inner).code != array.code {
            return Err(vm.raise(Type::TypeError, "can only extend with array of same kind"));
        }
        add_bytes(vm, held, args, 1)?;
        return Ok(Value::NONE);
    }
    match add_all(vm, held, source)? {
        Added::All => Ok(Value::NONE),
        Added::Ask(first, iterator) => {
            let array = args.get(vm, 0);
            Err(ask(vm, "_array_extend", &[array, first, iterator]))
        }
    }
}

fn frombytes(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 1);
    if vm.is_built_on(value, Type::MemoryView) {
        let copy = super::memoryview::copy_bytes(vm, value)?;
        args.set(vm, 1, copy);
    } else if vm.heap.bytes_like(vm.bytes_inside(value)).is_none() {
        return Err(super::bytes::not_bytes(vm, value));
    }
    let array = Array::of(vm, args).record;
    let array = vm.heap.hold(array);
    add_bytes(vm, array, args, 1)?;
    Ok(Value::NONE)
}

fn tobytes(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = vm.heap.bytearray(Array::of(vm, args).bytes).len();
    vm.charge(n / 8);
    vm.reserve(bytes_words(n))?;
    let bytes = Array::of(vm, args).bytes;
    let made = vm.heap.alloc_bytes(n);
    fill_object(&mut vm.heap, made, 0, n, |view, out| {
        out.copy_from_slice(view.bytes(bytes).get(..out.len()).unwrap_or(&[]));
    });
    Ok(made)
}

fn tolist(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = Array::of(vm, args).len(vm);
    vm.charge(n);
    vm.reserve(list_words(n))?;
    let list = vm.heap.alloc_list(n);
    let list = vm.heap.hold(list);
    for i in 0..n {
        let item = Array::of(vm, args).get(vm, i)?;
        let list = vm.heap.held(list);
        vm.heap.set_list_item(list, i, item);
    }
    Ok(vm.heap.held(list))
}

fn reverse(vm: &mut Vm<'_>, args: Args) -> Result {
    let array = Array::of(vm, args);
    let n = array.len(vm);
    vm.charge(n / 2);
    let size = array.size;
    let bytes = vm.heap.bytearray_mut(array.bytes);
    bytes.reverse();
    bytes.chunks_exact_mut(size).for_each(<[u8]>::reverse);
    Ok(Value::NONE)
}

fn byteswap(vm: &mut Vm<'_>, args: Args) -> Result {
    let array = Array::of(vm, args);
    vm.charge(array.len(vm) / 2);
    let size = array.size;
    vm.heap.bytearray_mut(array.bytes).chunks_exact_mut(size).for_each(<[u8]>::reverse);
    Ok(Value::NONE)
}

fn insert(vm: &mut Vm<'_>, args: Args) -> Result {
    let index = args.get(vm, 1);
    let Some(i) = argument(vm, index)? else { return Err(hand_over(vm, "_array_insert", args)) };
    let array = Array::of(vm, args);
    let value = args.get(vm, 2);
    let Some(item) = pack(vm, array.code, value)? else { return Err(hand_over(vm, "_array_insert", args)) };
    let array = Array::of(vm, args);
    let n = array.len(vm);
    let at = if i < 0 { (i + n as i64).max(0) } else { i.min(n as i64) } as usize;
    vm.charge((n - at) / 4);
    let held = vm.heap.hold(array.record);
    resize(vm, held, n + 1)?;
    let array = Array::of(vm, args);
    let start = at * array.size;
    let end = n * array.size;
    vm.heap.bytearray_mut(array.bytes).copy_within(start..end, start + array.size);
    array.put(vm, at, item);
    Ok(Value::NONE)
}

fn pop(vm: &mut Vm<'_>, args: Args) -> Result {
    let index = if args.len() > 1 { args.get(vm, 1) } else { Value::int(-1) };
    let Some(i) = argument(vm, index)? else { return Err(hand_over(vm, "_array_pop", args)) };
    let array = Array::of(vm, args);
    let n = array.len(vm);
    if n == 0 {
        return Err(vm.raise(Type::IndexError, "pop from empty array"));
    }
    let Some(at) = place(i, n) else { return Err(vm.raise(Type::IndexError, "pop index out of range")) };
    let item = array.get(vm, at)?;
    let item = vm.heap.hold(item);
    cut(vm, args, at, 1)?;
    Ok(vm.heap.held(item))
}

/// Takes `count` items out, from `at` on.
fn cut(vm: &mut Vm<'_>, args: Args, at: usize, count: usize) -> Result<()> {
    let array = Array::of(vm, args);
    let n = array.len(vm);
    vm.charge((n - at) / 4);
    check_exports(vm, array.bytes)?;
    let array = Array::of(vm, args);
    let from = (at + count) * array.size;
    vm.heap.bytearray_mut(array.bytes).copy_within(from.., at * array.size);
    let held = vm.heap.hold(array.record);
    resize(vm, held, n - count)
}

fn copy(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = Array::of(vm, args).len(vm);
    part(vm, args, &super::operator::Bounds { start: 0, stop: n as i64, step: 1, len: n })
}

/// The items of a slice of the receiver, as an array.
fn part(vm: &mut Vm<'_>, args: Args, b: &super::operator::Bounds) -> Result {
    let array = Array::of(vm, args);
    vm.charge(b.len / 2);
    let made = empty(vm, array.code, b.len * array.size)?;
    let array = Array::of(vm, args);
    let bytes = vm.heap.record_field(made, BYTES);
    let storage = vm.heap.field(bytes, 3);
    if b.len > 0 {
        fill_object(&mut vm.heap, storage, 0, b.len * array.size, |view, out| {
            let source = view.bytes(array.bytes);
            for (i, item) in out.chunks_exact_mut(array.size).enumerate() {
                let at = b.at(i) * array.size;
                if let Some(from) = source.get(at..at + array.size) {
                    item.copy_from_slice(from);
                }
            }
        });
    }
    Ok(made)
}

// Subscripts

/// `array[index]` for an int; None: Python code is needed, or it is a slice.
fn item(vm: &mut Vm<'_>, array: Value, index: Value) -> Result<Option<Value>> {
    match index_of(vm, index) {
        Index::At(i) => {
            let array = Array::at(vm, array);
            match place(i, array.len(vm)) {
                Some(at) => array.get(vm, at).map(Some),
                None => Err(vm.raise(Type::IndexError, "array index out of range")),
            }
        }
        _ => Ok(None),
    }
}

/// `array[index] = value` for an int; false: the method must do it.
fn store(vm: &mut Vm<'_>, array: Value, index: Value, value: Value) -> Result<bool> {
    let Index::At(i) = index_of(vm, index) else { return Ok(false) };
    let array = Array::at(vm, array);
    let Some(at) = place(i, array.len(vm)) else {
        return Err(vm.raise(Type::IndexError, "array assignment index out of range"));
    };
    let place = vm.heap.hold(array.record);
    let item = pack(vm, array.code, value);
    let record = vm.heap.held(place);
    vm.heap.release(place);
    let Some(item) = item? else { return Ok(false) };
    Array::at(vm, record).put(vm, at, item);
    Ok(true)
}

#[cold]
fn bad_index(vm: &mut Vm<'_>, index: Value) -> Trap {
    if matches!(index_of(vm, index), Index::Far(_)) {
        return vm.raise(Type::IndexError, "cannot fit 'int' into an index-sized integer");
    }
    vm.raise(Type::TypeError, "array indices must be integers")
}

fn getitem(vm: &mut Vm<'_>, args: Args) -> Result {
    let index = args.get(vm, 1);
    if vm.heap.is_kind(index, Kind::Slice) {
        let n = Array::of(vm, args).len(vm);
        return match bounds(vm, index, n)? {
            Some(b) => part(vm, args, &b),
            None => Err(hand_over(vm, "_array_getitem", args)),
        };
    }
    let array = Array::of(vm, args).record;
    if let Some(value) = item(vm, array, index)? {
        return Ok(value);
    }
    if matches!(index_of(vm, index), Index::Other) && has_index(vm, index) {
        return Err(hand_over(vm, "_array_getitem", args));
    }
    Err(bad_index(vm, index))
}

fn setitem(vm: &mut Vm<'_>, args: Args) -> Result {
    let index = args.get(vm, 1);
    if vm.heap.is_kind(index, Kind::Slice) {
        let n = Array::of(vm, args).len(vm);
        return match bounds(vm, index, n)? {
            Some(b) => set_part(vm, args, &b),
            None => Err(hand_over(vm, "_array_setitem", args)),
        };
    }
    let (array, value) = (Array::of(vm, args).record, args.get(vm, 2));
    if store(vm, array, index, value)? {
        return Ok(Value::NONE);
    }
    let index = args.get(vm, 1);
    match index_of(vm, index) {
        Index::Far(_) => Err(bad_index(vm, index)),
        Index::Other if !has_index(vm, index) => Err(bad_index(vm, index)),
        _ => Err(hand_over(vm, "_array_setitem", args)),
    }
}

/// `array[slice] = other`
fn set_part(vm: &mut Vm<'_>, args: Args, b: &super::operator::Bounds) -> Result {
    let array = Array::of(vm, args);
    let value = args.get(vm, 2);
    let inner = vm.unwrap(value);
    if !vm.heap.is_record(inner, Type::Array) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("can only assign array (not \"")?;
            vm.write_type_name(value, out)?;
            out.write_str("\") to array slice")
        }));
    }
    let other = Array::at(vm, inner);
    if other.code != array.code {
        return Err(vm.raise(Type::TypeError, "bad argument type for built-in operation"));
    }
    let (n, m) = (array.len(vm), other.len(vm));
    if b.step != 1 && m != b.len {
        let len = b.len;
        return Err(vm.raise_with(Type::ValueError, |_, out| {
            write!(out, "attempt to assign array of size {m} to extended slice of size {len}")
        }));
    }
    vm.charge((n + m) / 4);
    // By way of a copy: it may be the same array.
    let size = array.size;
    vm.reserve(bytes_words(m * size))?;
    let copy = vm.heap.alloc_buffer(m * size);
    let other = vm.bytes_inside(args.get(vm, 2));
    fill_object(&mut vm.heap, copy, 0, m * size, |view, out| {
        out.copy_from_slice(view.bytes(other).get(..out.len()).unwrap_or(&[]));
    });
    let copy = vm.heap.hold(copy);
    if b.step == 1 {
        let start = b.start.max(0) as usize;
        let end = start + b.len;
        let held = vm.heap.hold(Array::of(vm, args).record);
        if m > b.len {
            resize(vm, held, n + m - b.len)?;
        } else if m < b.len {
            let bytes = Array::of(vm, args).bytes;
            check_exports(vm, bytes)?;
        }
        let array = Array::of(vm, args);
        vm.heap.bytearray_mut(array.bytes).copy_within(end * size..n * size, (start + m) * size);
        if m < b.len {
            resize(vm, held, n + m - b.len)?;
        }
    }
    let array = Array::of(vm, args);
    let storage = vm.heap.field(array.bytes, 3);
    if m == 0 || !storage.is_object() {
        return Ok(Value::NONE);
    }
    let copy = vm.heap.held(copy);
    let whole = vm.heap.blob(storage).len();
    fill_object(&mut vm.heap, storage, 0, whole, |view, out| {
        for (i, item) in view.bytes(copy).chunks_exact(size).enumerate() {
            let at = b.start.saturating_add(b.step.saturating_mul(i as i64)).max(0) as usize * size;
            if let Some(to) = out.get_mut(at..at + size) {
                to.copy_from_slice(item);
            }
        }
    });
    Ok(Value::NONE)
}

fn delitem(vm: &mut Vm<'_>, args: Args) -> Result {
    let index = args.get(vm, 1);
    let n = Array::of(vm, args).len(vm);
    if vm.heap.is_kind(index, Kind::Slice) {
        let Some(b) = bounds(vm, index, n)? else { return Err(hand_over(vm, "_array_delitem", args)) };
        if b.len == 0 {
            return Ok(Value::NONE);
        }
        let b = b.rising();
        if b.step == 1 {
            cut(vm, args, b.at(0), b.len)?;
            return Ok(Value::NONE);
        }
        let bytes = Array::of(vm, args).bytes;
        check_exports(vm, bytes)?;
        vm.charge(n / 2);
        let array = Array::of(vm, args);
        let bytes = vm.heap.bytearray_mut(array.bytes);
        let mut to = b.at(0);
        for i in 0..b.len {
            let from = b.at(i) + 1;
            let end = if i + 1 < b.len { b.at(i + 1) } else { n };
            bytes.copy_within(from * array.size..end * array.size, to * array.size);
            to += end - from;
        }
        let held = vm.heap.hold(array.record);
        resize(vm, held, n - b.len)?;
        return Ok(Value::NONE);
    }
    match index_of(vm, index) {
        Index::At(i) => match place(i, n) {
            Some(at) => cut(vm, args, at, 1).map(|()| Value::NONE),
            None => Err(vm.raise(Type::IndexError, "array assignment index out of range")),
        },
        Index::Other if has_index(vm, index) => Err(hand_over(vm, "_array_delitem", args)),
        _ => Err(bad_index(vm, index)),
    }
}

// Iteration: the next index, nothing, the array

fn iter(vm: &mut Vm<'_>, args: Args) -> Result {
    let array = Array::of(vm, args).record;
    make_iterator(vm, array, false)
}

/// An iterator over a record of this type.
fn make_iterator(vm: &mut Vm<'_>, array: Value, _back: bool) -> Result {
    let made = vm.heap.new_iter(Type::ArrayIterator, 0, 0, array, Value::NULL, Value::NULL);
    vm.grant_memory(made)
}

/// Next item of such an iterator, which has not ended.
fn next(vm: &mut Vm<'_>, iterator: Value, _kind: Type) -> Result<Next> {
    let array = Array::at(vm, vm.heap.field(iterator, 3));
    let i = vm.heap.word(iterator, 1) as usize;
    if i >= array.len(vm) {
        vm.heap.set_field(iterator, 3, Value::NONE);
        return Ok(Next::End);
    }
    vm.heap.set_word(iterator, 1, i as u64 + 1);
    array.get(vm, i).map(Next::Item)
}

/// Can the fields of a record be those of an array? For snapshots.
fn is_sound(vm: &Vm<'_>, array: Value) -> bool {
    let code = vm.heap.record_field(array, CODE).raw_int();
    u8::try_from(code).ok().and_then(item_size).is_some()
}

/// What a view of a record of this type shows.
pub(crate) fn layout(vm: &Vm<'_>, array: Value) -> Layout {
    let at = Array::at(vm, array);
    let format = if at.code == b'u' { b'I' } else { at.code };
    Layout { offset: 0, items: at.len(vm), format, size: at.size, readonly: false, stride: at.size as i32 }
}

/// A view of a record of this type. May reserve and move.
pub(crate) fn view(vm: &mut Vm<'_>, array: Value, object: Value) -> Result {
    let shown = layout(vm, array);
    let bytes = vm.heap.record_field(array, BYTES);
    super::memoryview::over(vm, bytes, object, shown.format, shown.size, false)
}

impl Vm<'_> {
    /// The built-in object inside an instance, and of an array the bytearray of its items: for what wants bytes.
    pub fn bytes_inside(&self, value: Value) -> Value {
        let inner = self.unwrap(value);
        if self.heap.is_record(inner, Type::Array) { self.heap.record_field(inner, BYTES) } else { inner }
    }
}

//! `memoryview`: its table and its making. `[offset u32, items u32] [format u8, itemsize u8, readonly u8, 0, stride i32] base object shape`.
//!
//! The base is the bytes or bytearray that holds the items, None after `release`; the object is what `obj` shows. The
//! stride is in bytes; a view of several dimensions has a tuple of their lengths and lies in one piece.

mod compare;
mod item;
mod place;
mod shape;

pub(crate) use item::{pack as pack_item, size_of, value_of as unpack_item};
pub(crate) use place::item as item_at;

use super::text::{Parameters, View, make_bytes, repr_method};
use crate::heap::Kind;
use crate::native::{Args, Def, MANY, Native, Result};
use crate::object::bytes::bytes_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::{FRAME, Vm};

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    let _ = kind;
    ATTRIBUTES
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    let _ = kind;
    wanted!("memoryview", construct)
}

static ATTRIBUTES: &[Def] = defs!["memoryview";
    Def::function("__delitem__", place::delitem, 1, 1),
    Def::function("__enter__", itself, 0, 0),
    Def::function("__eq__", compare::eq, 1, 1),
    Def::function("__exit__", release, 0, MANY),
    Def::function("__getitem__", place::getitem, 1, 1),
    Def::function("__hash__", compare::hash, 0, 0),
    Def::function("__iter__", iter, 0, 0),
    Def::function("__len__", shape::len, 0, 0),
    Def::function("__ne__", compare::ne, 1, 1),
    Def::fixed("__new__", new, 0, MANY),
    Def::function("__repr__", repr_method, 0, 0),
    Def::function("__setitem__", place::setitem, 2, 2),
    Def::getter("c_contiguous", shape::contiguous),
    Def::keywords("cast", shape::cast, 0, MANY),
    Def::getter("contiguous", shape::contiguous),
    Def::getter("f_contiguous", shape::f_contiguous),
    Def::getter("format", shape::format),
    Def::keywords("hex", hex, 0, MANY),
    Def::getter("itemsize", shape::itemsize),
    Def::getter("nbytes", shape::nbytes),
    Def::getter("ndim", shape::ndim),
    Def::getter("obj", obj),
    Def::getter("readonly", shape::readonly),
    Def::function("release", release, 0, 0),
    Def::getter("shape", shape::shape),
    Def::getter("strides", shape::strides),
    Def::getter("suboffsets", shape::suboffsets),
    Def::keywords("tobytes", tobytes, 0, MANY),
    Def::function("tolist", shape::tolist, 0, 0),
    Def::function("toreadonly", toreadonly, 0, 0),
];

/// Words of a view.
pub(crate) const VIEW_WORDS: usize = 6;
/// Word of the object that `obj` shows.
const OBJECT: usize = 4;
/// Word of the tuple of lengths of a view of several dimensions, null for one.
const SHAPE: usize = 5;

/// Fuel for finding out whether a bytearray is viewed.
const EXPORT_FUEL: usize = 256;

/// Word of the base.
const BASE: usize = 3;

/// What a view shows of its base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// Byte of the first item.
    pub offset: usize,
    /// Number of items.
    pub items: usize,
    /// Code of the items as `struct` has it.
    pub format: u8,
    /// Bytes of an item.
    pub size: usize,
    /// Are writes refused?
    pub readonly: bool,
    /// Bytes from one item to the next.
    pub stride: i32,
}

impl Layout {
    /// Do the items lie side by side?
    pub fn is_contiguous(&self) -> bool {
        self.items <= 1 || self.stride as i64 == self.size as i64
    }

    /// Byte of item `i`.
    pub fn place(&self, i: usize) -> usize {
        (self.offset as i64 + i as i64 * self.stride as i64).max(0) as usize
    }
}

/// What a view shows.
pub(crate) fn layout(vm: &Vm<'_>, view: Value) -> Layout {
    let (place, shape) = (vm.heap.word(view, 1), vm.heap.word(view, 2));
    Layout {
        offset: place as u32 as usize,
        items: (place >> 32) as usize,
        format: shape as u8,
        size: (shape >> 8) as u8 as usize,
        readonly: (shape >> 16) as u8 != 0,
        stride: (shape >> 32) as i32,
    }
}

/// Copies the items of a view one after the other.
pub(crate) fn gather(layout: &Layout, bytes: &[u8], out: &mut [u8]) {
    for (i, item) in out.chunks_exact_mut(layout.size.max(1)).enumerate() {
        let at = layout.place(i);
        if let Some(from) = bytes.get(at..at + layout.size) {
            item.copy_from_slice(from);
        }
    }
}

/// The bytes that a view shows, as a bytes object. May reserve and move.
pub(crate) fn copy_bytes(vm: &mut Vm<'_>, view: Value) -> Result {
    let shown = layout(vm, view);
    let n = shown.items * shown.size;
    vm.charge(n / 8 + if shown.is_contiguous() { 0 } else { shown.items });
    let place = vm.heap.hold(view);
    vm.reserve(bytes_words(n))?;
    let base = vm.heap.field(vm.heap.held(place), BASE);
    vm.heap.release(place);
    Ok(make_bytes(&mut vm.heap, n, |rest: &View<'_>, out| gather(&shown, rest.bytes(base), out)))
}

/// A view, reserved before ([`VIEW_WORDS`]). A bytearray below it must not change its size from now on.
pub(crate) fn alloc(vm: &mut Vm<'_>, layout: &Layout, base: Value, object: Value, shape: Value) -> Value {
    let at = vm.heap.alloc_values(Kind::MemoryView, 0, 2, VIEW_WORDS - 3, shape);
    let view = Value::object(at as u32);
    vm.heap.set_word(view, 1, layout.offset as u64 | (layout.items as u64) << 32);
    let word = layout.format as u64
        | (layout.size as u64) << 8
        | (layout.readonly as u64) << 16
        | (layout.stride as u32 as u64) << 32;
    vm.heap.set_word(view, 2, word);
    vm.heap.set_field(view, BASE, base);
    vm.heap.set_field(view, OBJECT, object);
    if vm.heap.is_kind(base, Kind::ByteArray) {
        let word = vm.heap.word(base, 2) | 1;
        vm.heap.set_word(base, 2, word);
    }
    view
}

/// Another view of the same base. May reserve and move.
pub(crate) fn derive(vm: &mut Vm<'_>, view: Value, layout: &Layout, shape: Value) -> Result {
    let mark = vm.heap.held_mark();
    let (v, s) = (vm.heap.hold(view), vm.heap.hold(shape));
    vm.reserve(VIEW_WORDS)?;
    let (view, shape) = (vm.heap.held(v), vm.heap.held(s));
    vm.heap.release_to(mark);
    let (base, object) = (vm.heap.field(view, BASE), vm.heap.field(view, OBJECT));
    Ok(alloc(vm, layout, base, object, shape))
}

/// A view of the items that an object keeps in a bytearray or bytes object `base`. May reserve and move.
pub(crate) fn over(
    vm: &mut Vm<'_>,
    base: Value,
    object: Value,
    format: u8,
    size: usize,
    readonly: bool,
) -> Result {
    let mark = vm.heap.held_mark();
    let (b, o) = (vm.heap.hold(base), vm.heap.hold(object));
    vm.reserve(VIEW_WORDS)?;
    let (base, object) = (vm.heap.held(b), vm.heap.held(o));
    vm.heap.release_to(mark);
    let n = vm.heap.bytes_like(base).map_or(0, <[u8]>::len);
    let size = size.clamp(1, 8);
    let layout = Layout { offset: 0, items: n / size, format, size, readonly, stride: size as i32 };
    Ok(alloc(vm, &layout, base, object, Value::NULL))
}

/// The receiver of a method: ValueError when it was released.
fn living(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = args.get(vm, 0);
    alive(vm, view)
}

/// The view itself: ValueError when it was released.
pub(crate) fn alive(vm: &mut Vm<'_>, view: Value) -> Result {
    if vm.heap.field(view, BASE).is_object() {
        return Ok(view);
    }
    Err(vm.raise(Type::ValueError, "operation forbidden on released memoryview object"))
}

static MEMORYVIEW: Parameters<1> =
    Parameters { function: "memoryview", names: ["object"], required: 1, positional: 1 };

fn construct(vm: &mut Vm<'_>, args: Args) -> Result {
    let bound = MEMORYVIEW.bind(vm, args, 0)?;
    let object = bound.get(vm, 0);
    let inner = vm.unwrap(object);
    match vm.heap.kind(inner) {
        Kind::Bytes => over(vm, inner, object, b'B', 1, true),
        Kind::ByteArray => over(vm, inner, object, b'B', 1, false),
        Kind::Record if vm.heap.is_record(inner, Type::Array) => super::array::view(vm, inner, object),
        Kind::MemoryView => {
            let view = alive(vm, inner)?;
            let (shown, shape) = (layout(vm, view), vm.heap.field(view, SHAPE));
            derive(vm, view, &shown, shape)
        }
        _ => Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("memoryview: a bytes-like object is required, not '")?;
            vm.write_type_name(object, out)?;
            out.write_str("'")
        })),
    }
}

fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    super::text::new_of(vm, args, Type::MemoryView, construct)
}

fn itself(vm: &mut Vm<'_>, args: Args) -> Result {
    living(vm, args)
}

fn obj(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    Ok(vm.heap.field(view, OBJECT).or_none())
}

fn release(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = args.get(vm, 0);
    for word in [BASE, OBJECT, SHAPE] {
        vm.heap.set_field(view, word, Value::NONE);
    }
    Ok(Value::NONE)
}

fn iter(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    if vm.heap.field(view, SHAPE).is_object() {
        return Err(vm.raise(Type::NotImplementedError, "multi-dimensional sub-views are not implemented"));
    }
    let made = vm.heap.new_iter(Type::MemoryIterator, 0, 0, view, Value::NULL, Value::NULL);
    vm.grant_memory(made)
}

fn hex(vm: &mut Vm<'_>, args: Args) -> Result {
    living(vm, args)?;
    super::bytes::hex(vm, args)
}

static TOBYTES: Parameters<1> =
    Parameters { function: "tobytes", names: ["order"], required: 0, positional: 1 };

fn tobytes(vm: &mut Vm<'_>, args: Args) -> Result {
    let bound = TOBYTES.bind(vm, args, 1)?;
    let order = bound.get(vm, 0);
    if !order.is_unbound() && !order.is_none() {
        let text = vm.unwrap(order);
        if !vm.heap.is_str(text) {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                out.write_str("tobytes() argument 'order' must be str or None, not ")?;
                crate::builtins::text::write_given(vm, order, out)
            }));
        }
        if !matches!(&*vm.heap.text(text), b"C" | b"F" | b"A") {
            return Err(vm.raise(Type::ValueError, "order must be 'C', 'F' or 'A'"));
        }
    }
    let view = living(vm, args)?;
    copy_bytes(vm, view)
}

fn toreadonly(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    let shown = Layout { readonly: true, ..layout(vm, view) };
    let shape = vm.heap.field(view, SHAPE);
    derive(vm, view, &shown, shape)
}

/// BufferError when a living view looks at a bytearray that is to change its size. May collect and move.
pub(crate) fn check_exports(vm: &mut Vm<'_>, array: Value) -> Result<()> {
    check_exports_of(vm, array, "Existing exports of data: object cannot be re-sized")
}

/// The same with another message.
pub(crate) fn check_exports_of(vm: &mut Vm<'_>, array: Value, message: &str) -> Result<()> {
    if vm.heap.word(array, 2) as u32 == 0 {
        return Ok(());
    }
    // Views come and go without a trace: what lives is known after a collection.
    // How much that is depends on when there was one before, which must not be seen in the fuel.
    vm.charge(EXPORT_FUEL);
    let place = vm.heap.hold(array);
    vm.forget_temporaries();
    vm.heap.collect();
    let array = vm.heap.held(place);
    vm.heap.release(place);
    if is_viewed(vm, array) {
        return Err(vm.raise(Type::BufferError, message));
    }
    let word = vm.heap.word(array, 2) & !0xFFFF_FFFF;
    vm.heap.set_word(array, 2, word);
    Ok(())
}

impl Vm<'_> {
    /// Empties the registers behind those of the calls that run: what lies there are results that nothing will read.
    fn forget_temporaries(&mut self) {
        use crate::lower::op;
        // Arguments of a call that a native asked for were copied when the call began.
        self.heap.tail.fill(Value::NULL);
        let (mut fp, mut pc) = (self.heap.floor, self.pc);
        while fp < self.heap.map {
            let words = self.frame_words(fp);
            let function = Value(self.heap.mem[fp + 2]);
            if self.heap.is_kind(function, Kind::Function) && pc > 0 {
                let code = self.heap.field(function, crate::object::function::F_CODE);
                let w = self.heap.mem.get(code.offset() + pc - 1).copied().unwrap_or(0);
                let used = match w as u8 {
                    op::CALL | op::CALLK => op::a(w) + 1 + op::b(w),
                    op::CALLM | op::CALLMK => op::a(w) + 2 + op::b(w),
                    op::CALLX => op::a(w) + 3,
                    _ => words,
                };
                if let Some(dead) = self.heap.mem.get_mut(fp + FRAME + used..fp + words) {
                    dead.fill(Value::UNBOUND.0);
                }
            }
            pc = self.heap.mem[fp] as u32 as usize;
            fp += words.max(1);
        }
    }
}

/// Does a view look at a bytearray? Right after a collection only, when nothing but living objects is in the block.
fn is_viewed(vm: &Vm<'_>, array: Value) -> bool {
    let heap = &vm.heap;
    let mut at = 1;
    while at < heap.top {
        let object = Value::object(at as u32);
        if heap.is_kind(object, Kind::MemoryView) && heap.field(object, BASE) == array {
            return true;
        }
        at += heap.size(object);
    }
    false
}

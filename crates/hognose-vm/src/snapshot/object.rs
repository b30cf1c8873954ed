//! The rules of every kind of object, and what each root is for. References are known to hit objects by now.

use super::error::{Fault, SnapshotError};
use super::wanted::{Wanted, is_text};
use crate::builtins::memoryview::size_of;
use crate::heap::header::{flags, kind_byte, size};
use crate::heap::{Kind, Root};
use crate::interp::INITIALIZING;
use crate::object::class::{self, CLASS_WORDS};
use crate::object::dict::ORDERED;
use crate::object::exception::{E_ARGS, E_CAUSE, E_CLASS, E_CONTEXT, E_DICT, E_STATE, E_TRACEBACK};
use crate::object::function::{F_CLOSURE, F_CODE, F_DEFAULTS, F_DICT, F_GLOBALS, F_KWDEFAULTS};
use crate::object::generator::{G_FUNCTION, G_NAME, G_QUALNAME, GENERATOR_WORDS};
use crate::object::grown::{GROWN, SUM, is_grown};
use crate::object::instance::INSTANCE_WORDS;
use crate::object::shape::DICT_MODE;
use crate::object::string::{ASCII, INTERNED};
use crate::types::Type;
use crate::value::{INT_MAX, INT_MIN, Value};
use crate::vm::Vm;

/// Most slots of a class's instances: they must fit the size of an instance.
const MOST_CAPACITY: i64 = 0x7000;
/// Most dimensions of a view.
const MOST_DIMENSIONS: usize = 64;

/// What each field of a kind with fixed fields may be.
fn fields(kind: Kind) -> &'static [(usize, Wanted, Fault)] {
    use Wanted::*;
    match kind {
        Kind::Cell => &[(1, Bound, "its content")],
        Kind::Function => &[
            (F_CODE, Code, "its code"),
            (F_GLOBALS, Is(Kind::Dict), "its globals"),
            (F_DEFAULTS, IsOrNone(Kind::Tuple), "its defaults"),
            (F_KWDEFAULTS, IsOrNone(Kind::Dict), "its keyword defaults"),
            (F_CLOSURE, IsOrNone(Kind::Tuple), "its closure"),
            (F_DICT, IsOrNull(Kind::Dict), "its attributes"),
        ],
        Kind::BoundMethod => &[(1, Visible, "its function"), (2, Visible, "its receiver")],
        Kind::Class => &[
            (2, Str, "its name"),
            (3, Is(Kind::Tuple), "its bases"),
            (4, Is(Kind::Tuple), "its resolution order"),
            (5, Is(Kind::Dict), "its namespace"),
            (6, Class, "its metaclass"),
            (7, Is(Kind::Shape), "its shape"),
            (8, Str, "its qualified name"),
            (9, IsOrNull(Kind::Shape), "its shape for dicts"),
            (10, Count, "its capacity"),
            (11, Class, "its layout"),
            (12, IsOrNull(Kind::Tuple), "its slots"),
            (13, Class, "its base"),
        ],
        Kind::Shape => &[
            (3, Is(Kind::Class), "its class"),
            (4, IsOrNull(Kind::Shape), "its parent"),
            (6, IsOrNull(Kind::Shape), "its child"),
            (7, IsOrNull(Kind::Shape), "its sibling"),
        ],
        Kind::Exception => &[
            (E_CLASS, Class, "its class"),
            (E_ARGS, Is(Kind::Tuple), "its arguments"),
            (E_CAUSE, IsOrNone(Kind::Exception), "its cause"),
            (E_CONTEXT, IsOrNone(Kind::Exception), "its context"),
            (E_TRACEBACK, Entry, "its traceback"),
            (E_DICT, IsOrNull(Kind::Dict), "its attributes"),
            (E_STATE, IsOrNull(Kind::Dict), "its state"),
        ],
        Kind::Generator => &[
            (G_FUNCTION, Is(Kind::Function), "its function"),
            (G_NAME, StrOrNull, "its name"),
            (G_QUALNAME, StrOrNull, "its qualified name"),
        ],
        Kind::MemoryView => {
            &[(4, VisibleOrNull, "the object that it shows"), (5, IsOrNone(Kind::Tuple), "its dimensions")]
        }
        Kind::Module => &[(2, Is(Kind::Dict), "its namespace")],
        Kind::Slice => &[(1, Visible, "its start"), (2, Visible, "its stop"), (3, Visible, "its step")],
        Kind::Range => &[(1, Int, "its start"), (2, Int, "its stop"), (3, Int, "its step")],
        Kind::CodeStub => &[(3, Image, "its image"), (4, IsOrNull(Kind::Code), "its lowered code")],
        _ => &[],
    }
}

impl Vm<'_> {
    /// The roots are what they are for.
    pub(crate) fn check_roots(&mut self) -> Result<(), SnapshotError> {
        use Wanted::*;
        for root in Root::ALL {
            let wanted = match root {
                Root::Raised => IsOrNone(Kind::Exception),
                Root::Handled => IsOrNone(Kind::Exception),
                Root::Modules | Root::Builtins | Root::Frozen => IsOrNull(Kind::Dict),
                Root::Interned | Root::Ids | Root::Handles | Root::Classes => IsOrNull(Kind::Array),
                Root::MemoryError => Is(Kind::Exception),
                Root::EmptyTuple | Root::CallKeywords => Is(Kind::Tuple),
                Root::FrozenImage | Root::Program => IsOrNull(Kind::Image),
                Root::Argv => IsOrNull(Kind::List),
                Root::Result | Root::Pending | Root::Reported | Root::Host => VisibleOrNull,
                Root::Lookups
                | Root::DictShape
                | Root::TailCallable
                | Root::TailKeywords
                | Root::TailNamespace => Null,
            };
            if !self.heap.fits(self.heap.root(root), wanted) {
                return Err(SnapshotError::Root { root, what: "not what it is for" });
            }
        }
        let wrong = |root, what| Err(SnapshotError::Root { root, what });
        if self.heap.tuple_len(self.heap.root(Root::EmptyTuple)) != 0 {
            return wrong(Root::EmptyTuple, "not empty");
        }
        let names = self.heap.root(Root::CallKeywords);
        if !self.heap.items(names).iter().all(|&word| self.heap.is_str(Value(word))) {
            return wrong(Root::CallKeywords, "a name that is no string");
        }
        let ids = self.heap.root(Root::Ids);
        if ids.is_object() {
            let items = self.heap.items(ids);
            let pair = |pair: &[u64]| {
                let (value, id) = (Value(pair[0]), Value(pair[1]));
                value.is_null() || self.heap.is_visible(value) && id.is_int() && id.raw_int() > 0
            };
            if items.len() % 2 != 0 || !items.chunks_exact(2).all(pair) {
                return wrong(Root::Ids, "not pairs of objects and identities");
            }
        }
        let classes = self.heap.root(Root::Classes);
        if classes.is_object() {
            let items = self.heap.items(classes);
            let count = |i: usize| items.get(i).and_then(|&word| Value(word).as_int()).filter(|&n| n >= 0);
            let (Some(used), Some(_)) = (count(0), count(1)) else {
                return wrong(Root::Classes, "not two counts and classes");
            };
            if used > items.len() as i64 - 2
                || !items[2..].iter().all(|&word| self.heap.fits(Value(word), IsOrNull(Kind::Class)))
            {
                return wrong(Root::Classes, "not two counts and classes");
            }
        }
        Ok(())
    }

    /// All objects keep the rules of their kinds.
    pub(crate) fn check_objects(&mut self) -> Result<(), SnapshotError> {
        self.clear_bits();
        self.mark_namespaces();
        let mut at = 1;
        while at < self.heap.top {
            self.check_object(at).map_err(|what| self.object_error(at, what))?;
            at += size(self.heap.mem[at]);
        }
        // Now the bits tell which buffers belong to an object that may change them.
        let mut at = 1;
        while at < self.heap.top {
            let head = self.heap.mem[at];
            if is_grown(head) && self.bit(self.heap.field(Value::object(at as u32), 2).offset()) {
                return Err(self.object_error(at, "storage of two objects"));
            }
            at += size(head);
        }
        Ok(())
    }

    /// Marks the namespaces of built-in modules: a deleted name of a built-in module stands there unbound.
    fn mark_namespaces(&mut self) {
        let mut at = 1;
        while at < self.heap.top {
            let module = Value::object(at as u32);
            if kind_byte(self.heap.mem[at]) == Kind::Module as u8 && self.heap.aux(module) != 0 {
                let dict = self.heap.module_dict(module);
                if self.heap.fits(dict, Wanted::Is(Kind::Dict)) {
                    self.set_bit(dict.offset());
                }
            }
            at += size(self.heap.mem[at]);
        }
    }

    /// The storage of an object: of that kind, and of no other object.
    pub(crate) fn own(&mut self, value: Value, kind: Kind) -> Result<(), Fault> {
        if !self.heap.is_kind(value, kind) {
            return Err("storage of another kind");
        }
        if self.bit(value.offset()) {
            return Err("storage of two objects");
        }
        self.set_bit(value.offset());
        Ok(())
    }

    fn check_object(&mut self, at: usize) -> Result<(), Fault> {
        let head = self.heap.mem[at];
        let kind = Kind::from_byte(kind_byte(head)).ok_or("no such kind")?;
        let object = Value::object(at as u32);
        for &(field, wanted, what) in fields(kind) {
            if !self.heap.fits(self.heap.field(object, field), wanted) {
                return Err(what);
            }
        }
        let own_flags = match kind {
            Kind::Module => INITIALIZING,
            Kind::Dict => ORDERED,
            _ => 0,
        };
        if flags(head) & !own_flags != 0 && kind != Kind::Str {
            return Err("flags that its kind does not have");
        }
        match kind {
            Kind::Filler => Ok(()),
            Kind::Str => self.check_str(object),
            Kind::Bytes => {
                // The hash is found again when it is asked for.
                self.heap.mem[at + 1] &= u32::MAX as u64;
                self.check_blob(object)
            }
            Kind::Buffer | Kind::Image => self.check_blob(object),
            Kind::BigInt => self.check_int(object),
            Kind::Tuple => self.check_items(object, Wanted::Visible),
            Kind::Array => self.check_items(object, Wanted::Any),
            Kind::List => {
                let (len, storage) = (self.heap.list_len(object), self.heap.field(object, 2));
                if storage.is_null() {
                    return if len == 0 { Ok(()) } else { Err("items without storage") };
                }
                self.own(storage, Kind::Array)?;
                if len > self.heap.list_capacity(object) {
                    return Err("more items than its storage holds");
                }
                self.check_items(storage, Wanted::Visible)
            }
            Kind::Dict | Kind::Set | Kind::FrozenSet => self.check_dict(object),
            Kind::ByteArray => {
                let (len, storage) = (self.heap.len_word(object), self.heap.field(object, 3));
                if storage.is_null() {
                    return if len == 0 { Ok(()) } else { Err("bytes without storage") };
                }
                self.own(storage, Kind::Buffer)?;
                if len > self.heap.blob(storage).len() {
                    Err("more bytes than its storage holds")
                } else {
                    Ok(())
                }
            }
            Kind::MemoryView => self.check_memory_view(object),
            Kind::Class => self.check_class(object),
            Kind::Shape => self.check_shape(object),
            Kind::Instance => self.check_instance(object),
            Kind::Exception => {
                let class = self.heap.field(object, E_CLASS);
                if !self.is_exception_class(class) {
                    return Err("a class that is none of exceptions");
                }
                Ok(())
            }
            Kind::Module => {
                let known = self.heap.aux(object) as usize;
                let builtins = (crate::builtins::BUILTINS_TABLE - crate::native::MODULE_TABLES) as usize + 1;
                if known > self.modules.len() && known != builtins {
                    return Err("a module that the host does not have");
                }
                Ok(())
            }
            Kind::Range if self.heap.field(object, 3) == Value::int(0) => Err("a step of 0"),
            Kind::Iter => self.check_iter(object),
            Kind::Record => self.check_record(object),
            Kind::Generator => {
                for i in GENERATOR_WORDS..size(head) {
                    if !self.heap.fits(self.heap.field(object, i), Wanted::Any) {
                        return Err("a register");
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn check_items(&self, object: Value, wanted: Wanted) -> Result<(), Fault> {
        if self.heap.items(object).iter().all(|&word| self.heap.fits(Value(word), wanted)) {
            Ok(())
        } else {
            Err("an item that a script cannot have")
        }
    }

    fn check_blob(&self, object: Value) -> Result<(), Fault> {
        if self.heap.len_word(object) > (self.heap.size(object) - 2) * 8 {
            return Err("longer than its words");
        }
        Ok(())
    }

    fn check_str(&self, object: Value) -> Result<(), Fault> {
        if is_grown(self.heap.head(object)) {
            if self.heap.len_word(object) > self.heap.len_word(self.heap.field(object, 2)) {
                return Err("longer than its buffer");
            }
        } else {
            self.check_blob(object)?;
        }
        let text = self.heap.text(object);
        if text.len() <= 5 {
            return Err("too short for an object");
        }
        if !is_text(&text) {
            return Err("not UTF-8");
        }
        let flags = self.heap.flags(object);
        if (flags & ASCII != 0) != text.is_ascii() || flags & !(ASCII | INTERNED | GROWN | SUM) != 0 {
            return Err("flags that do not go with its text");
        }
        let hash = (self.heap.word(object, 1) >> 32) as u32;
        if hash != 0 && hash != crate::hash::hash_bytes(&text).max(1) || hash == 0 && flags & INTERNED != 0 {
            return Err("a hash that does not go with its text");
        }
        if flags & INTERNED != 0 && crate::names::find(&text).is_some() {
            return Err("interned beside a name of the engine");
        }
        Ok(())
    }

    fn check_int(&self, object: Value) -> Result<(), Fault> {
        let word = self.heap.word(object, 1);
        let (limbs, negative) = self.heap.big_parts(object);
        if limbs.len() != word as u32 as usize || word >> 32 > 1 {
            return Err("limbs that it does not have");
        }
        if limbs.last().is_none_or(|&last| last == 0) {
            return Err("a leading zero");
        }
        if let [low, high] = *limbs {
            let n = low as u64 | (high as u64) << 32;
            if n <= INT_MAX as u64 || negative && n == INT_MIN.unsigned_abs() {
                return Err("too small for an object");
            }
        } else if limbs.len() < 2 {
            return Err("too small for an object");
        }
        Ok(())
    }

    fn check_class(&self, object: Value) -> Result<(), Fault> {
        debug_assert_eq!(CLASS_WORDS, 14);
        let types = |tuple: Value| {
            self.heap.items(tuple).iter().all(|&word| self.heap.fits(Value(word), Wanted::Class))
        };
        let (bases, mro) = (self.heap.class_bases(object), self.heap.class_mro(object));
        if !types(bases) || !types(mro) {
            return Err("bases that are no types");
        }
        let items = self.heap.items(mro);
        if items.first() != Some(&object.0) || items.last() != Some(&Type::Object.value().0) {
            return Err("a resolution order that does not go from itself to object");
        }
        if self.heap.field(object, 11).as_builtin_type().is_none() {
            return Err("a layout that is no built-in type");
        }
        let shape = self.heap.class_shape(object);
        let dict_shape = self.heap.class_dict_shape(object);
        if self.heap.shape_class(shape) != object
            || self.heap.shape_is_dict(shape)
            || dict_shape.is_object()
                && (self.heap.shape_class(dict_shape) != object || !self.heap.shape_is_dict(dict_shape))
        {
            return Err("the shape of another class");
        }
        let flags = self.heap.class_flags(object);
        let payload = flags & class::HAS_PAYLOAD != 0;
        if payload && self.heap.shape_slots(shape) == 0 {
            return Err("no slot for what its instances wrap");
        }
        let capacity = self.heap.field(object, 10).raw_int();
        if capacity > MOST_CAPACITY || self.heap.shape_slots(shape) as i64 > MOST_CAPACITY {
            return Err("more slots than an instance can have");
        }
        if flags & class::IS_EXCEPTION != 0 {
            let layout = self.heap.class_layout(object).as_builtin_type().unwrap_or(0);
            if !Type::from_index(layout).is_exception() {
                return Err("exceptions with the layout of something else");
            }
        }
        Ok(())
    }

    /// Parents come before their children, so looking along them ends; siblings likewise.
    fn check_shape(&self, object: Value) -> Result<(), Fault> {
        let [parent, name, child, sibling] = [4, 5, 6, 7].map(|i| self.heap.field(object, i));
        let slots = self.heap.shape_slots(object);
        let (word1, slot) = (self.heap.word(object, 1) >> 32, self.heap.word(object, 2));
        if word1 & !(DICT_MODE as u64) != 0 || slots as i64 > MOST_CAPACITY {
            return Err("counts that it cannot have");
        }
        if slot != slots.saturating_sub(1) as u64 {
            return Err("a slot that is not its last");
        }
        let before = |other: Value| !other.is_object() || other.offset() < object.offset();
        if !before(parent) || !before(sibling) || child.is_object() && before(child) {
            return Err("relatives in the wrong order");
        }
        let class = self.heap.shape_class(object);
        for other in [parent, child, sibling] {
            if other.is_object() && self.heap.shape_class(other) != class {
                return Err("relatives of another class");
            }
        }
        if self.heap.shape_is_dict(object) {
            let root = self.heap.class_shape(class);
            if !name.is_null() || slots != self.heap.shape_slots(root) {
                return Err("a dict's shape with names of its own");
            }
            return Ok(());
        }
        if parent.is_object() {
            let canonical = self.heap.is_canonical_str(name);
            if !canonical && !self.heap.is_record(name, Type::MemberDescriptor) {
                return Err("a name that is none");
            }
            if self.heap.shape_slots(parent) + 1 != slots {
                return Err("not one slot more than its parent");
            }
        } else if !name.is_null() || slots > 1 {
            return Err("a first shape with names");
        }
        Ok(())
    }

    fn check_instance(&mut self, object: Value) -> Result<(), Fault> {
        if self.heap.word(object, 1) as u32 != 0 {
            return Err("a word that is not used");
        }
        let shape = self.heap.shape(object);
        let class = self.heap.shape_class(shape);
        let capacity = self.heap.instance_capacity(object);
        if capacity < self.heap.shape_slots(self.heap.class_shape(class)) {
            return Err("no room for the fixed slots of its class");
        }
        if self.heap.class_flags(class) & class::IS_EXCEPTION != 0 {
            return Err("an exception as a plain instance");
        }
        let overflow = self.heap.field(object, 2);
        if self.heap.shape_is_dict(shape) {
            if !self.heap.is_kind(overflow, Kind::Dict) {
                return Err("attributes in what is no dict");
            }
        } else if !overflow.is_null() {
            self.own(overflow, Kind::Array)?;
            self.check_items(overflow, Wanted::VisibleOrNull)?;
        }
        for slot in 0..capacity {
            if !self.heap.fits(self.heap.field(object, INSTANCE_WORDS + slot), Wanted::VisibleOrNull) {
                return Err("a slot with what a script cannot have");
            }
        }
        let payload = self.heap.payload(object);
        if !payload.is_null() && !payload.is_none() {
            let layout = Type::from_index(self.heap.class_layout(class).as_builtin_type().unwrap_or(0));
            // What `reversed` makes of something may be any iterator of the engine.
            let kind = self.builtin_type_of(payload);
            let fits =
                kind.is_a(layout) || layout == Type::Reversed && self.heap.is_kind(payload, Kind::Iter);
            if self.heap.is_kind(payload, Kind::Instance) || !fits {
                return Err("wraps what its class does not");
            }
        }
        Ok(())
    }

    fn check_memory_view(&self, object: Value) -> Result<(), Fault> {
        let base = self.heap.field(object, 3);
        let (w1, w2) = (self.heap.word(object, 1), self.heap.word(object, 2));
        let (offset, items) = ((w1 as u32) as i64, (w1 >> 32) as i64);
        let (format, size, stride) = (w2 as u8, (w2 >> 8) as u8 as i64, (w2 >> 32) as i32 as i64);
        if size_of(format) != Some(size as usize) {
            return Err("items that no format has");
        }
        let shape = self.heap.field(object, 5);
        if shape.is_object() {
            let lengths = self.heap.items(shape);
            let product = lengths.iter().try_fold(1i64, |product, &word| {
                let length = Value(word).as_int().filter(|&n| n > 0)?;
                product.checked_mul(length)
            });
            if product != Some(items) || lengths.len() > MOST_DIMENSIONS || stride != size {
                return Err("dimensions that do not go with its items");
            }
        }
        // A view that was released shows nothing.
        if base.is_none() {
            return Ok(());
        }
        if !matches!(self.heap.kind(base), Kind::Bytes | Kind::ByteArray) {
            return Err("a view of what has no bytes");
        }
        let len = self.heap.bytes_like(base).map_or(0, |bytes| bytes.len()) as i64;
        let last = offset + (items - 1).max(0) * stride;
        if items > 0 && (offset.min(last) < 0 || offset.max(last) + size > len) {
            return Err("outside the bytes that it shows");
        }
        Ok(())
    }
}

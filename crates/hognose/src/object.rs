//! Values of a script as the host reads them.

use hognose_vm::heap::{Heap, Kind};
use hognose_vm::object::string::Text;
use hognose_vm::types::Type;
use hognose_vm::value::Value;

/// A value of a script, to read. It borrows the engine, so nothing can move or change meanwhile.
///
/// Instances of a script's own subclasses of built-in types are read as what they are derived from.
#[derive(Clone, Copy)]
pub struct Object<'e> {
    heap: &'e Heap<'e>,
    value: Value,
}

impl<'e> Object<'e> {
    pub(crate) fn new(heap: &'e Heap<'e>, value: Value) -> Object<'e> {
        Object { heap, value }
    }

    /// The value behind it. It is only right until the engine does anything.
    pub fn value(self) -> Value {
        self.value
    }

    /// The built-in value behind an instance of a subclass.
    fn plain(self) -> Value {
        if self.heap.is_kind(self.value, Kind::Instance) {
            let payload = self.heap.payload(self.value);
            if !payload.is_null() {
                return payload;
            }
        }
        self.value
    }

    /// Is it None?
    pub fn is_none(self) -> bool {
        self.value.is_none()
    }

    /// A bool.
    pub fn as_bool(self) -> Option<bool> {
        match self.value {
            Value::TRUE => Some(true),
            Value::FALSE => Some(false),
            _ => None,
        }
    }

    /// An int (or bool) that fits 64 bits.
    pub fn as_int(self) -> Option<i64> {
        self.heap.as_i64(self.plain())
    }

    /// A float, or an int of at most 64 bits as one.
    pub fn as_float(self) -> Option<f64> {
        let plain = self.plain();
        plain.as_float().or_else(|| self.heap.as_i64(plain).map(|n| n as f64))
    }

    /// The text of a str.
    pub fn as_text(self) -> Option<Text<'e>> {
        let plain = self.plain();
        if self.heap.is_str(plain) { Some(self.heap.text(plain)) } else { None }
    }

    /// The bytes of a bytes or bytearray.
    pub fn as_bytes(self) -> Option<&'e [u8]> {
        self.heap.bytes_like(self.plain())
    }

    /// Number of items of a list, tuple, dict, set, of bytes, or of characters of a str.
    pub fn len(self) -> Option<usize> {
        let plain = self.plain();
        match self.heap.kind(plain) {
            Kind::List | Kind::Tuple => Some(self.heap.items(plain).len()),
            Kind::Dict | Kind::Set | Kind::FrozenSet => Some(self.heap.dict_len(plain)),
            _ if self.heap.is_str(plain) => Some(self.heap.str_len(plain)),
            _ => self.heap.bytes_like(plain).map(<[u8]>::len),
        }
    }

    /// Has it a length, and is it 0?
    pub fn is_empty(self) -> bool {
        self.len() == Some(0)
    }

    /// Item `i` of a list or tuple.
    pub fn item(self, i: usize) -> Option<Object<'e>> {
        self.heap.items(self.plain()).get(i).map(|&word| Object { heap: self.heap, value: Value(word) })
    }

    /// The items of a list or tuple; nothing for others.
    pub fn items(self) -> impl Iterator<Item = Object<'e>> {
        self.heap.items(self.plain()).iter().map(move |&word| Object { heap: self.heap, value: Value(word) })
    }

    /// Keys and values of a dict, in their order; nothing for others.
    pub fn entries(self) -> impl Iterator<Item = (Object<'e>, Object<'e>)> {
        let (heap, dict) = (self.heap, self.plain());
        let used = if heap.is_kind(dict, Kind::Dict) { heap.dict_used(dict) } else { 0 };
        let mut at = 0;
        core::iter::from_fn(move || {
            if at >= used {
                return None;
            }
            let entry = heap.next_entry(dict, at)?;
            at = entry + 1;
            let object = |value| Object { heap, value };
            Some((object(heap.entry_key(dict, entry)), object(heap.entry_value(dict, entry))))
        })
    }

    /// Value of a dict at a str key. Entries are looked through one by one.
    pub fn get(self, key: &str) -> Option<Object<'e>> {
        self.entries()
            .find(|(k, _)| k.as_text().is_some_and(|text| *text == *key.as_bytes()))
            .map(|(_, value)| value)
    }

    /// Name of its type: `int`, `str`, a class of the script. Rarer built-in types are just `object`.
    pub fn type_name(self) -> Text<'e> {
        let class = match self.heap.kind(self.value) {
            Kind::Instance => self.heap.instance_class(self.value),
            Kind::Exception => self.heap.exception_class(self.value),
            _ => self.built_in().value(),
        };
        match class.as_builtin_type() {
            Some(index) => Text::Bytes(Type::from_index(index).name().as_bytes()),
            None => self.heap.text(self.heap.class_name(class)),
        }
    }

    fn built_in(self) -> Type {
        match self.heap.kind(self.value) {
            Kind::BigInt => Type::Int,
            Kind::Bytes => Type::Bytes,
            Kind::ByteArray => Type::ByteArray,
            Kind::Complex => Type::Complex,
            Kind::Tuple => Type::Tuple,
            Kind::List => Type::List,
            Kind::Dict => Type::Dict,
            Kind::Set => Type::Set,
            Kind::FrozenSet => Type::FrozenSet,
            Kind::Function => Type::Function,
            Kind::BoundMethod => Type::Method,
            Kind::Class => Type::Type,
            Kind::Generator => Type::Generator,
            Kind::Module => Type::Module,
            Kind::Slice => Type::Slice,
            Kind::Range => Type::Range,
            Kind::Record => {
                let kinds = Type::ALL.iter().copied();
                kinds.into_iter().find(|&kind| self.heap.is_record(self.value, kind)).unwrap_or(Type::Object)
            }
            _ if self.value.is_float() => Type::Float,
            _ if self.value.is_int() => Type::Int,
            _ if self.heap.is_str(self.value) => Type::Str,
            _ if self.value.is_none() => Type::None,
            _ if self.as_bool().is_some() => Type::Bool,
            _ if self.value.as_builtin_type().is_some() => Type::Type,
            _ if self.value.as_native().is_some() => Type::Builtin,
            _ => Type::Object,
        }
    }

    /// Of an exception: its first argument, which usually is the message.
    pub fn message(self) -> Option<Object<'e>> {
        if !self.heap.is_exception(self.value) {
            return None;
        }
        let args = Object { heap: self.heap, value: self.heap.exception_args(self.value) };
        args.item(0)
    }
}

impl core::fmt::Debug for Object<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        if let Some(text) = self.as_text() {
            return write!(f, "{:?}", text.as_str());
        }
        match (self.as_int(), self.value.as_float()) {
            (Some(n), _) => write!(f, "{n}"),
            (_, Some(x)) => write!(f, "{x:?}"),
            _ => write!(f, "<{}>", self.type_name().as_str()),
        }
    }
}

/// Rust types that values of a script can be read as.
pub trait FromPython<'e>: Sized {
    /// What was wanted, for messages: `int`, `list of 3`.
    const WANTED: &'static str;

    /// None: it is not of that type, or out of range.
    fn from_python(object: Object<'e>) -> Option<Self>;
}

macro_rules! integers {
    ($($t:ty)*) => { $(
        impl FromPython<'_> for $t {
            const WANTED: &'static str = concat!("int that fits ", stringify!($t));
            fn from_python(object: Object<'_>) -> Option<Self> {
                object.as_int().and_then(|n| n.try_into().ok())
            }
        }
    )* };
}

integers! { i8 i16 i32 i64 u8 u16 u32 u64 usize }

impl FromPython<'_> for f64 {
    const WANTED: &'static str = "float";
    fn from_python(object: Object<'_>) -> Option<Self> {
        object.as_float()
    }
}

impl FromPython<'_> for bool {
    const WANTED: &'static str = "bool";
    fn from_python(object: Object<'_>) -> Option<Self> {
        object.as_bool()
    }
}

impl FromPython<'_> for () {
    const WANTED: &'static str = "None";
    fn from_python(object: Object<'_>) -> Option<Self> {
        object.is_none().then_some(())
    }
}

impl<'e> FromPython<'e> for Text<'e> {
    const WANTED: &'static str = "str";
    fn from_python(object: Object<'e>) -> Option<Self> {
        object.as_text()
    }
}

impl<'e> FromPython<'e> for &'e [u8] {
    const WANTED: &'static str = "bytes";
    fn from_python(object: Object<'e>) -> Option<Self> {
        object.as_bytes()
    }
}

impl<'e> FromPython<'e> for Object<'e> {
    const WANTED: &'static str = "anything";
    fn from_python(object: Object<'e>) -> Option<Self> {
        Some(object)
    }
}

impl<'e, T: FromPython<'e>> FromPython<'e> for Option<T> {
    const WANTED: &'static str = T::WANTED;
    fn from_python(object: Object<'e>) -> Option<Self> {
        if object.is_none() { Some(None) } else { T::from_python(object).map(Some) }
    }
}

impl<'e, T: FromPython<'e> + Copy + Default, const N: usize> FromPython<'e> for [T; N] {
    const WANTED: &'static str = "list or tuple of the right length";
    fn from_python(object: Object<'e>) -> Option<Self> {
        if object.heap.items(object.plain()).len() != N {
            return None;
        }
        let mut array = [T::default(); N];
        for (place, item) in array.iter_mut().zip(object.items()) {
            *place = T::from_python(item)?;
        }
        Some(array)
    }
}

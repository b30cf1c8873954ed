//! Native functions: how built-in functions and methods are declared, called and checked.
//!
//! A native reads its arguments from registers through [`Args`], so they are right also after a collection. It never calls
//! Python code: it returns a value, raises, or asks the interpreter to go on ([`Trap`]).

use crate::value::Value;
use crate::vm::Vm;

/// Why a native did not return a value. What was raised or asked for is kept in the engine.
///
/// On 64-bit machines as wide as a value, so a result travels in two registers and not through memory: 2 % of the engine's code.
/// On 32-bit machines four registers cost more than the memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(target_pointer_width = "64", repr(u64))]
pub enum Trap {
    /// An exception was raised: it is in the root `Raised`.
    Raised,
    /// Call what was put with [`Vm::tail_call`] and return its value instead.
    Call,
    /// Resume the generator that was put with `Vm::tail_resume`.
    Resume,
    /// A host function will answer later.
    Pending,
    /// Run the same call again after looking at the budget: a long native in slices.
    Again,
}

/// What a native gives back.
pub type Result<T = Value> = core::result::Result<T, Trap>;

/// A native function.
pub type Native = fn(&mut Vm<'_>, Args) -> Result;

/// Arguments of a call: where they are, not what they are.
#[derive(Clone, Copy, Debug)]
pub struct Args {
    /// Word of the block of the first argument.
    pub(crate) base: u32,
    /// Positional arguments.
    pub(crate) count: u16,
    /// Keyword arguments, after the positional ones; their names are in the root `CallKeywords`.
    pub(crate) keywords: u16,
}

impl Args {
    /// Number of positional arguments, the receiver of a method included.
    #[inline]
    pub fn len(self) -> usize {
        self.count as usize
    }

    /// No positional arguments?
    pub fn is_empty(self) -> bool {
        self.count == 0
    }

    /// Number of keyword arguments.
    #[inline]
    pub fn keyword_count(self) -> usize {
        self.keywords as usize
    }

    /// Argument `i`, the unbound marker when there is none.
    #[inline]
    pub fn get(self, vm: &Vm<'_>, i: usize) -> Value {
        if i < self.count as usize { Value(vm.heap.mem[self.base as usize + i]) } else { Value::UNBOUND }
    }

    /// Changes argument `i`: natives use their argument registers to keep values through a reserve.
    #[inline]
    pub fn set(self, vm: &mut Vm<'_>, i: usize, value: Value) {
        if i < self.count as usize {
            vm.heap.mem[self.base as usize + i] = value.0;
        }
    }

    /// Value of keyword argument `i`.
    pub fn keyword_value(self, vm: &Vm<'_>, i: usize) -> Value {
        Value(vm.heap.mem[self.base as usize + self.count as usize + i])
    }

    /// Name of keyword argument `i`.
    pub fn keyword_name(self, vm: &Vm<'_>, i: usize) -> Value {
        let names = vm.heap.root(crate::heap::Root::CallKeywords);
        if i < vm.heap.tuple_len(names) { vm.heap.item(names, i) } else { Value::EMPTY_STR }
    }

    /// For constructors: the built-in type that was called.
    pub fn called_type(self, vm: &Vm<'_>) -> Value {
        Value(vm.heap.mem[self.base as usize - 1])
    }

    /// Without the keyword arguments.
    pub fn without_keywords(self) -> Args {
        Args { keywords: 0, ..self }
    }

    /// Without the first `n` positional arguments.
    pub fn skip(self, n: usize) -> Args {
        let n = n.min(self.count as usize);
        Args { base: self.base + n as u32, count: self.count - n as u16, keywords: self.keywords }
    }
}

/// How a native is called: what is checked before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Takes {
    /// Fewest positional arguments, the receiver not counted.
    pub min: u8,
    /// Most positional arguments, [`MANY`] for any number.
    pub max: u8,
    /// Are keyword arguments allowed? The native looks at them itself.
    pub keywords: bool,
}

impl Takes {
    /// Nothing is checked: whatever is called looks itself.
    pub const ANY: Takes = Takes { min: 0, max: MANY, keywords: true };
    /// No arguments.
    pub const NONE: Takes = Takes { min: 0, max: 0, keywords: false };
}

/// What an attribute of a built-in type or module is. There are thousands of them in the tables, so nothing in here is wider than
/// a pointer.
#[derive(Clone, Copy)]
pub enum What {
    /// A function: of a module, or a method that gets its receiver first.
    Function(Takes, Native),
    /// A class method: gets the class first. In the table of a module: gets the module first.
    ClassMethod(Takes, Native),
    /// A static method (`__new__` too: gets the class first, explicitly).
    Static(Takes, Native),
    /// Computed on reading; gets the receiver.
    Getter(Native),
    /// A field that is only read: a member, as CPython sees it.
    Member(Native),
    /// Computed on reading and writing; the setter gets receiver and value (unbound: delete).
    GetSet(&'static (Native, Native)),
    /// A function of the frozen library, by name; gets its receiver first when it is a method.
    Frozen(&'static &'static str),
    /// A frozen class method.
    FrozenClassMethod(&'static &'static str),
    /// A built-in type.
    Type(crate::types::Type),
    /// A constant made on reading.
    Constant(fn(&mut Vm<'_>) -> Result),
    /// What the library's module of that name has under the same name, as an attribute of a type of that module.
    Library(&'static &'static str),
    /// A method in the table of a module: a type has it by [`What::Library`], or a class of the library binds it. Gets its
    /// receiver first and looks at it itself.
    Method(Native),
    /// What a frozen function of no arguments makes when it is first read; the module keeps it.
    FrozenObject(&'static &'static str),
    /// The same object as another attribute of the module has at first.
    Alias(&'static &'static str),
}

/// One attribute of a built-in type or module. What else is known of it, its [`Note`], stands apart: most have none.
#[derive(Clone, Copy)]
pub struct Def {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub what: What,
}

// A pointer, a length, a kind with its numbers, a pointer.
const _: () = assert!(size_of::<Def>() == 2 * size_of::<usize>() + 2 * size_of::<usize>());

/// What people and images know of an attribute.
#[derive(Clone, Copy, Debug)]
pub struct Note {
    /// Its name.
    pub name: &'static str,
    /// One line for `help()`, or more.
    pub doc: &'static str,
    /// Hash of the declaration of a host function, 0 for others: images say which one they were built for.
    pub signature: u32,
}

impl Note {
    /// A doc.
    pub const fn doc(name: &'static str, doc: &'static str) -> Note {
        Note { name, doc, signature: 0 }
    }
}

/// Any number of arguments.
pub const MANY: u8 = 255;

impl Def {
    const fn new(name: &'static str, what: What) -> Def {
        Def { name, what }
    }

    /// A function or method with that many positional arguments.
    pub const fn function(name: &'static str, native: Native, min: u8, max: u8) -> Def {
        Def::new(name, What::Function(Takes { min, max, keywords: false }, native))
    }

    /// A function or method that also takes keywords.
    pub const fn keywords(name: &'static str, native: Native, min: u8, max: u8) -> Def {
        Def::new(name, What::Function(Takes { min, max, keywords: true }, native))
    }

    /// A class method.
    pub const fn class_method(name: &'static str, native: Native, min: u8, max: u8) -> Def {
        Def::new(name, What::ClassMethod(Takes { min, max, keywords: false }, native))
    }

    /// A static method.
    pub const fn fixed(name: &'static str, native: Native, min: u8, max: u8) -> Def {
        Def::new(name, What::Static(Takes { min, max, keywords: true }, native))
    }

    /// A read-only attribute.
    pub const fn getter(name: &'static str, native: Native) -> Def {
        Def::new(name, What::Getter(native))
    }

    /// A field that is only read.
    pub const fn member(name: &'static str, native: Native) -> Def {
        Def::new(name, What::Member(native))
    }

    /// An attribute with getter and setter.
    pub const fn get_set(name: &'static str, both: &'static (Native, Native)) -> Def {
        Def::new(name, What::GetSet(both))
    }

    /// A function or method written in Python in the frozen library.
    pub const fn frozen(name: &'static str, function: &'static &'static str) -> Def {
        Def::new(name, What::Frozen(function))
    }

    /// An attribute of a type that is in the table of a module of the library.
    pub const fn library(name: &'static str, module: &'static &'static str) -> Def {
        Def::new(name, What::Library(module))
    }

    /// A method in the table of a module; it looks at its arguments itself.
    pub const fn method(name: &'static str, native: Native) -> Def {
        Def::new(name, What::Method(native))
    }

    /// A class method written in Python in the frozen library.
    pub const fn frozen_class_method(name: &'static str, function: &'static &'static str) -> Def {
        Def::new(name, What::FrozenClassMethod(function))
    }

    /// An attribute of a module that a frozen function of no arguments makes when it is first read.
    pub const fn frozen_object(name: &'static str, function: &'static &'static str) -> Def {
        Def::new(name, What::FrozenObject(function))
    }

    /// An attribute of a module that is the same object as another one of it.
    pub const fn alias(name: &'static str, other: &'static &'static str) -> Def {
        Def::new(name, What::Alias(other))
    }

    /// A built-in type as attribute of a module.
    pub const fn type_of(name: &'static str, kind: crate::types::Type) -> Def {
        Def::new(name, What::Type(kind))
    }

    /// A constant.
    pub const fn constant(name: &'static str, make: fn(&mut Vm<'_>) -> Result) -> Def {
        Def::new(name, What::Constant(make))
    }

    /// Which arguments it takes.
    pub const fn takes(&self) -> Takes {
        match self.what {
            What::Function(takes, _) | What::ClassMethod(takes, _) | What::Static(takes, _) => takes,
            What::Frozen(_) | What::FrozenClassMethod(_) | What::Method(_) => Takes::ANY,
            _ => Takes::NONE,
        }
    }

    /// Is it, in CPython, the wrapper of a slot of that type, whose errors read differently from those of methods?
    pub fn is_slot(&self, kind: crate::types::Type) -> bool {
        use crate::types::Type;
        const METHODS: &[&str] = &[
            "__alloc__",
            "__bytes__",
            "__ceil__",
            "__class_getitem__",
            "__complex__",
            "__copy__",
            "__deepcopy__",
            "__dir__",
            "__enter__",
            "__exit__",
            "__floor__",
            "__format__",
            "__getformat__",
            "__getnewargs__",
            "__getstate__",
            "__init_subclass__",
            "__instancecheck__",
            "__length_hint__",
            "__mro_entries__",
            "__prepare__",
            "__reduce__",
            "__reduce_ex__",
            "__reversed__",
            "__round__",
            "__set_name__",
            "__setstate__",
            "__sizeof__",
            "__subclasscheck__",
            "__subclasses__",
            "__subclasshook__",
            "__trunc__",
        ];
        if !self.name.starts_with("__") || METHODS.binary_search(&self.name).is_ok() {
            return false;
        }
        match self.name {
            "__contains__" => !matches!(kind, Type::Dict | Type::Set | Type::FrozenSet),
            "__getitem__" => !matches!(kind, Type::List | Type::Dict),
            _ => true,
        }
    }

    /// How many arguments a special method of the frozen library takes; None: the function itself looks.
    pub(crate) fn frozen_count(&self) -> Option<u8> {
        match self.name {
            "__bool__" | "__dir__" | "__getstate__" | "__hash__" | "__iter__" | "__next__" | "__repr__"
            | "__str__" => Some(0),
            "__eq__" | "__format__" | "__getitem__" | "__instancecheck__" | "__ne__"
            | "__subclasscheck__" => Some(1),
            _ => None,
        }
    }

    /// Does the wrapper of that slot in CPython unpack its arguments under an empty name, which its errors begin with?
    pub(crate) fn is_unpacked(&self, kind: crate::types::Type) -> bool {
        use crate::types::Type;
        match self.name {
            "__setitem__" | "__pow__" | "__rpow__" | "__get__" | "__set__" | "__setattr__" => true,
            "__mul__" | "__rmul__" | "__imul__" => {
                matches!(kind, Type::Str | Type::Bytes | Type::ByteArray | Type::List | Type::Tuple)
            }
            _ => false,
        }
    }

    /// With keyword arguments, which the native looks at itself.
    pub const fn with_keywords(self) -> Def {
        let what = match self.what {
            What::Function(takes, native) => What::Function(Takes { keywords: true, ..takes }, native),
            What::ClassMethod(takes, native) => What::ClassMethod(Takes { keywords: true, ..takes }, native),
            other => other,
        };
        Def { name: self.name, what }
    }
}

/// A container that a module brings along: engines without that module have none of its code.
pub struct TypeDef {
    /// The type: one that the engine knows by name only.
    pub kind: crate::types::Type,
    /// Its attributes, sorted by name.
    pub attributes: &'static [Def],
    /// What calling it runs.
    pub(crate) constructor: Native,
    /// Number of its items.
    pub(crate) length: fn(&Vm<'_>, Value) -> u64,
    /// An item, for an index that is an int; None when it may need Python code.
    pub(crate) item: fn(&mut Vm<'_>, Value, Value) -> Result<Option<Value>>,
    /// Changes an item (unbound: deletes it); false when it may need Python code.
    pub(crate) store: fn(&mut Vm<'_>, Value, Value, Value) -> Result<bool>,
    /// An iterator, or one from the end.
    pub(crate) iterator: fn(&mut Vm<'_>, Value, bool) -> Result,
    /// Next item of such an iterator of that type, which has not ended.
    pub(crate) next: fn(&mut Vm<'_>, Value, crate::types::Type) -> Result<crate::interp::Next>,
    /// Can the fields of a record be those of one? For snapshots.
    pub(crate) is_sound: fn(&Vm<'_>, Value) -> bool,
}

/// A built-in module: a static table.
pub struct ModuleDef {
    /// Dotted name.
    pub name: &'static str,
    /// Its attributes, sorted by name.
    pub attributes: &'static [Def],
    /// Types that it brings along.
    pub types: &'static [&'static TypeDef],
    /// What is known of some of its attributes, in any order.
    pub notes: &'static [&'static [Note]],
    /// Doc string.
    pub doc: &'static str,
}

impl ModuleDef {
    /// Index of an attribute.
    pub fn find(&self, name: &[u8]) -> Option<usize> {
        self.attributes.binary_search_by(|def| def.name.as_bytes().cmp(name)).ok()
    }

    /// What is known of an attribute.
    pub fn note(&self, name: &str) -> Option<&'static Note> {
        self.notes.iter().flat_map(|notes| notes.iter()).find(|note| note.name == name)
    }
}

/// First table number of modules in the index of a native value; below it are types.
pub(crate) const MODULE_TABLES: u32 = 0x8000;
/// The value of attribute `entry` of type or module table `table`.
pub(crate) const fn native_value(table: u32, entry: usize) -> Value {
    Value::native(table << 16 | entry as u32)
}

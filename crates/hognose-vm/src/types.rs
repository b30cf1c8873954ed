//! Built-in types: static tables, no RAM. A type's behaviour beyond its attributes lives with its object kind.

use crate::native::Def;
use crate::value::Value;

macro_rules! types {
    ($($name:ident $text:literal $module:literal $base:ident)+) => {
        /// A built-in type, by number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u16)]
        #[allow(missing_docs)]
        pub enum Type { $($name),+ }

        impl Type {
            /// All of them, by number.
            pub const ALL: &'static [Type] = &[$(Type::$name),+];

            /// `__name__`
            pub const fn name(self) -> &'static str {
                match self { $(Type::$name => $text),+ }
            }

            /// `__module__`
            pub const fn module(self) -> &'static str {
                match self { $(Type::$name => $module),+ }
            }

            /// The one base; `object` is its own.
            pub const fn base(self) -> Type {
                match self { $(Type::$name => Type::$base),+ }
            }
        }
    };
}

types! {
    Object "object" "builtins" Object
    Type "type" "builtins" Object
    None "NoneType" "builtins" Object
    Int "int" "builtins" Object
    Bool "bool" "builtins" Int
    Float "float" "builtins" Object
    Complex "complex" "builtins" Object
    Str "str" "builtins" Object
    Bytes "bytes" "builtins" Object
    ByteArray "bytearray" "builtins" Object
    MemoryView "memoryview" "builtins" Object
    List "list" "builtins" Object
    Tuple "tuple" "builtins" Object
    Dict "dict" "builtins" Object
    Set "set" "builtins" Object
    FrozenSet "frozenset" "builtins" Object
    Range "range" "builtins" Object
    Slice "slice" "builtins" Object
    Ellipsis "ellipsis" "builtins" Object
    NotImplemented "NotImplementedType" "builtins" Object
    Function "function" "builtins" Object
    Builtin "builtin_function_or_method" "builtins" Object
    MethodDescriptor "method_descriptor" "builtins" Object
    WrapperDescriptor "wrapper_descriptor" "builtins" Object
    GetSetDescriptor "getset_descriptor" "builtins" Object
    MemberDescriptor "member_descriptor" "builtins" Object
    Method "method" "builtins" Object
    Generator "generator" "builtins" Object
    Coroutine "coroutine" "builtins" Object
    CoroutineWrapper "coroutine_wrapper" "builtins" Object
    AsyncGenerator "async_generator" "builtins" Object
    AsyncGeneratorStep "async_generator_asend" "builtins" Object
    AsyncGeneratorThrow "async_generator_athrow" "builtins" Object
    AnextAwaitable "anext_awaitable" "builtins" Object
    Module "module" "builtins" Object
    Property "property" "builtins" Object
    StaticMethod "staticmethod" "builtins" Object
    ClassMethod "classmethod" "builtins" Object
    Super "super" "builtins" Object
    Code "code" "builtins" Object
    Frame "frame" "builtins" Object
    Traceback "traceback" "builtins" Object
    Cell "cell" "builtins" Object
    MappingProxy "mappingproxy" "builtins" Object
    GenericAlias "GenericAlias" "types" Object
    Union "UnionType" "types" Object
    DictKeys "dict_keys" "builtins" Object
    DictValues "dict_values" "builtins" Object
    DictItems "dict_items" "builtins" Object
    OdictKeys "odict_keys" "builtins" DictKeys
    OdictValues "odict_values" "builtins" DictValues
    OdictItems "odict_items" "builtins" DictItems
    TupleGetter "_tuplegetter" "collections" Object
    Deque "deque" "collections" Object
    Array "array" "array" Object
    HostHandle "host_object" "builtins" Object
    ConsoleText "TextIOWrapper" "_io" Object
    ConsoleReader "BufferedReader" "_io" Object
    ConsoleWriter "BufferedWriter" "_io" Object
    RegexPattern "Pattern" "re" Object
    RegexMatch "Match" "re" Object
    RegexScanner "SRE_Scanner" "_sre" Object
    ListIterator "list_iterator" "builtins" Object
    ListReverseIterator "list_reverseiterator" "builtins" Object
    TupleIterator "tuple_iterator" "builtins" Object
    RangeIterator "range_iterator" "builtins" Object
    LongRangeIterator "longrange_iterator" "builtins" Object
    StrIterator "str_iterator" "builtins" Object
    StrAsciiIterator "str_ascii_iterator" "builtins" Object
    BytesIterator "bytes_iterator" "builtins" Object
    ByteArrayIterator "bytearray_iterator" "builtins" Object
    MemoryIterator "memory_iterator" "builtins" Object
    DictKeyIterator "dict_keyiterator" "builtins" Object
    DictValueIterator "dict_valueiterator" "builtins" Object
    DictItemIterator "dict_itemiterator" "builtins" Object
    OdictIterator "odict_iterator" "builtins" Object
    DictReverseKeyIterator "dict_reversekeyiterator" "builtins" Object
    DictReverseValueIterator "dict_reversevalueiterator" "builtins" Object
    DictReverseItemIterator "dict_reverseitemiterator" "builtins" Object
    SetIterator "set_iterator" "builtins" Object
    ArrayIterator "arrayiterator" "array" Object
    DequeIterator "_deque_iterator" "_collections" Object
    DequeReverseIterator "_deque_reverse_iterator" "_collections" Object
    CallableIterator "callable_iterator" "builtins" Object
    SequenceIterator "iterator" "builtins" Object
    Enumerate "enumerate" "builtins" Object
    Zip "zip" "builtins" Object
    Map "map" "builtins" Object
    Filter "filter" "builtins" Object
    Reversed "reversed" "builtins" Object
    BaseException "BaseException" "builtins" Object
    BaseExceptionGroup "BaseExceptionGroup" "builtins" BaseException
    GeneratorExit "GeneratorExit" "builtins" BaseException
    KeyboardInterrupt "KeyboardInterrupt" "builtins" BaseException
    SystemExit "SystemExit" "builtins" BaseException
    Exception "Exception" "builtins" BaseException
    ExceptionGroup "ExceptionGroup" "builtins" BaseExceptionGroup
    ArithmeticError "ArithmeticError" "builtins" Exception
    FloatingPointError "FloatingPointError" "builtins" ArithmeticError
    OverflowError "OverflowError" "builtins" ArithmeticError
    ZeroDivisionError "ZeroDivisionError" "builtins" ArithmeticError
    AssertionError "AssertionError" "builtins" Exception
    AttributeError "AttributeError" "builtins" Exception
    BufferError "BufferError" "builtins" Exception
    EOFError "EOFError" "builtins" Exception
    ImportError "ImportError" "builtins" Exception
    ModuleNotFoundError "ModuleNotFoundError" "builtins" ImportError
    LookupError "LookupError" "builtins" Exception
    IndexError "IndexError" "builtins" LookupError
    KeyError "KeyError" "builtins" LookupError
    MemoryError "MemoryError" "builtins" Exception
    NameError "NameError" "builtins" Exception
    UnboundLocalError "UnboundLocalError" "builtins" NameError
    OSError "OSError" "builtins" Exception
    BlockingIOError "BlockingIOError" "builtins" OSError
    ChildProcessError "ChildProcessError" "builtins" OSError
    ConnectionError "ConnectionError" "builtins" OSError
    BrokenPipeError "BrokenPipeError" "builtins" ConnectionError
    ConnectionAbortedError "ConnectionAbortedError" "builtins" ConnectionError
    ConnectionRefusedError "ConnectionRefusedError" "builtins" ConnectionError
    ConnectionResetError "ConnectionResetError" "builtins" ConnectionError
    FileExistsError "FileExistsError" "builtins" OSError
    FileNotFoundError "FileNotFoundError" "builtins" OSError
    InterruptedError "InterruptedError" "builtins" OSError
    IsADirectoryError "IsADirectoryError" "builtins" OSError
    NotADirectoryError "NotADirectoryError" "builtins" OSError
    PermissionError "PermissionError" "builtins" OSError
    ProcessLookupError "ProcessLookupError" "builtins" OSError
    TimeoutError "TimeoutError" "builtins" OSError
    ReferenceError "ReferenceError" "builtins" Exception
    RuntimeError "RuntimeError" "builtins" Exception
    NotImplementedError "NotImplementedError" "builtins" RuntimeError
    RecursionError "RecursionError" "builtins" RuntimeError
    StopAsyncIteration "StopAsyncIteration" "builtins" Exception
    StopIteration "StopIteration" "builtins" Exception
    SyntaxError "SyntaxError" "builtins" Exception
    IndentationError "IndentationError" "builtins" SyntaxError
    TabError "TabError" "builtins" IndentationError
    SystemError "SystemError" "builtins" Exception
    TypeError "TypeError" "builtins" Exception
    ValueError "ValueError" "builtins" Exception
    UnicodeError "UnicodeError" "builtins" ValueError
    UnicodeDecodeError "UnicodeDecodeError" "builtins" UnicodeError
    UnicodeEncodeError "UnicodeEncodeError" "builtins" UnicodeError
    UnicodeTranslateError "UnicodeTranslateError" "builtins" UnicodeError
    Warning "Warning" "builtins" Exception
    BytesWarning "BytesWarning" "builtins" Warning
    DeprecationWarning "DeprecationWarning" "builtins" Warning
    EncodingWarning "EncodingWarning" "builtins" Warning
    FutureWarning "FutureWarning" "builtins" Warning
    ImportWarning "ImportWarning" "builtins" Warning
    PendingDeprecationWarning "PendingDeprecationWarning" "builtins" Warning
    ResourceWarning "ResourceWarning" "builtins" Warning
    RuntimeWarning "RuntimeWarning" "builtins" Warning
    SyntaxWarning "SyntaxWarning" "builtins" Warning
    UnicodeWarning "UnicodeWarning" "builtins" Warning
    UserWarning "UserWarning" "builtins" Warning
}

/// Name of a type in messages.
pub struct FullName(Type);

impl core::fmt::Display for FullName {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let module = self.0.module();
        if module != "builtins" {
            write!(out, "{module}.")?;
        }
        out.write_str(self.0.name())
    }
}

impl Type {
    /// Its name in messages: with the module unless that is `builtins`.
    pub fn full_name(self) -> FullName {
        FullName(self)
    }

    /// The type with that number.
    pub fn from_index(index: u16) -> Type {
        Type::ALL.get(index as usize).copied().unwrap_or(Type::Object)
    }

    /// It as a value.
    #[inline]
    pub const fn value(self) -> Value {
        Value::builtin_type(self as u16)
    }

    /// Is it that type or derived from it?
    pub fn is_a(self, base: Type) -> bool {
        if base == Type::Exception && self == Type::ExceptionGroup {
            // The one type with two bases.
            return true;
        }
        let mut at = self;
        loop {
            if at == base {
                return true;
            }
            if at == Type::Object {
                return false;
            }
            at = at.base();
        }
    }

    /// Are its operators only in its table? Those of other types are known to the instructions.
    pub(crate) fn has_operators_in_table(self) -> bool {
        matches!(self, Type::Deque | Type::RegexPattern | Type::Array)
    }

    /// Is it an exception class?
    #[inline]
    pub fn is_exception(self) -> bool {
        self as u16 >= Type::BaseException as u16
    }

    /// May a class statement derive from it?
    pub fn is_base_type(self) -> bool {
        const BASES: &[Type] = &[
            Type::Object,
            Type::Type,
            Type::Int,
            Type::Float,
            Type::Complex,
            Type::Str,
            Type::Bytes,
            Type::ByteArray,
            Type::List,
            Type::Tuple,
            Type::Dict,
            Type::Set,
            Type::FrozenSet,
            Type::Property,
            Type::StaticMethod,
            Type::ClassMethod,
            Type::Super,
            Type::Module,
            Type::Enumerate,
            Type::Zip,
            Type::Map,
            Type::Filter,
            Type::Reversed,
            Type::Deque,
            Type::Array,
        ];
        self.is_exception() || BASES.contains(&self)
    }

    /// Its own attributes, sorted by name.
    pub fn attributes(self) -> &'static [Def] {
        crate::builtins::attributes(self)
    }

    /// An attribute of it or its bases, and the type that has it.
    pub fn find(self, name: &[u8]) -> Option<(Type, usize)> {
        let mut at = self;
        loop {
            if let Ok(i) = at.attributes().binary_search_by(|def| def.name.as_bytes().cmp(name)) {
                return Some((at, i));
            }
            if at == Type::Object {
                return None;
            }
            at = at.base();
        }
    }
}

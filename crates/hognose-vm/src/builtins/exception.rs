//! Exception types: construction and attributes.
//!
//! Attributes beyond the layout (`errno`, `value`, `name` ...) live in the state of the exception; where a script gave only
//! arguments they are computed from those when read.

use crate::heap::{Kind, Root};
use crate::names;
use crate::native::{Args, Def, MANY, Native, Result};
use crate::object::exception::{E_ARGS, E_CAUSE, E_CONTEXT, E_STATE, E_TRACEBACK};
use crate::object::tuple::tuple_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    match kind {
        Type::BaseException => BASE,
        Type::StopIteration => STOP_ITERATION,
        Type::SystemExit => SYSTEM_EXIT,
        Type::KeyError => KEY_ERROR,
        Type::OSError => OS_ERROR,
        Type::ImportError => IMPORT_ERROR,
        Type::NameError => NAME_ERROR,
        Type::AttributeError => ATTRIBUTE_ERROR,
        Type::SyntaxError => SYNTAX_ERROR,
        Type::UnicodeDecodeError | Type::UnicodeEncodeError => UNICODE_ERROR,
        Type::UnicodeTranslateError => TRANSLATE_ERROR,
        Type::BaseExceptionGroup => GROUP,
        _ => &[],
    }
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    match kind {
        Type::BaseExceptionGroup | Type::ExceptionGroup => Some(new_group),
        _ if kind.is_exception() => Some(new),
        _ => None,
    }
}

static BASE: &[Def] = defs![
    Def::get_set("__cause__", &(get_cause, set_cause)),
    Def::get_set("__context__", &(get_context, set_context)),
    Def::keywords("__init__", init, 0, MANY),
    Def::fixed("__new__", new_static, 0, MANY),
    Def::frozen("__repr__", &"_exception_repr"),
    Def::frozen("__setstate__", &"_exception_setstate"),
    Def::frozen("__str__", &"_exception_str"),
    Def::get_set("__suppress_context__", &(get_suppress, set_suppress)),
    Def::get_set("__traceback__", &(get_traceback, set_traceback)),
    Def::frozen("add_note", &"_exception_add_note"),
    Def::get_set("args", &(get_args, set_args)),
    Def::function("with_traceback", with_traceback, 1, 1),
];
static STOP_ITERATION: &[Def] = defs![Def::get_set("value", &(get_value, set_value))];
static SYSTEM_EXIT: &[Def] = defs![Def::get_set("code", &(get_code, set_code))];
static KEY_ERROR: &[Def] = defs![Def::frozen("__str__", &"_key_error_str")];
static OS_ERROR: &[Def] = defs![
    Def::frozen("__str__", &"_os_error_str"),
    Def::get_set("errno", &(get_errno, set_errno)),
    Def::get_set("filename", &(get_filename, set_filename)),
    Def::get_set("filename2", &(get_filename2, set_filename2)),
    Def::get_set("strerror", &(get_strerror, set_strerror)),
];
static IMPORT_ERROR: &[Def] = defs![
    Def::frozen("__str__", &"_import_error_str"),
    Def::get_set("msg", &(get_msg, set_msg)),
    Def::get_set("name", &(get_name, set_name)),
    Def::get_set("path", &(get_path, set_path)),
];
static NAME_ERROR: &[Def] = defs![Def::get_set("name", &(get_name, set_name))];
static ATTRIBUTE_ERROR: &[Def] =
    defs![Def::get_set("name", &(get_name, set_name)), Def::get_set("obj", &(get_obj, set_obj))];
static SYNTAX_ERROR: &[Def] = defs![
    Def::frozen("__str__", &"_syntax_error_str"),
    Def::get_set("end_lineno", &(get_end_lineno, set_end_lineno)),
    Def::get_set("end_offset", &(get_end_offset, set_end_offset)),
    Def::get_set("filename", &(get_syntax_filename, set_filename)),
    Def::get_set("lineno", &(get_lineno, set_lineno)),
    Def::get_set("msg", &(get_msg, set_msg)),
    Def::get_set("offset", &(get_offset, set_offset)),
    Def::get_set("print_file_and_line", &(get_print_file, set_print_file)),
    Def::get_set("text", &(get_text, set_text)),
];
static UNICODE_ERROR: &[Def] = defs![
    Def::frozen("__str__", &"_unicode_error_str"),
    Def::get_set("encoding", &(get_arg0, set_encoding)),
    Def::get_set("end", &(get_arg3, set_end)),
    Def::get_set("object", &(get_arg1, set_object)),
    Def::get_set("reason", &(get_arg4, set_reason)),
    Def::get_set("start", &(get_arg2, set_start)),
];
static TRANSLATE_ERROR: &[Def] = defs![
    Def::frozen("__str__", &"_unicode_error_str"),
    Def::get_set("end", &(get_translated_end, set_end)),
    Def::get_set("object", &(get_translated_object, set_object)),
    Def::get_set("reason", &(get_translated_reason, set_reason)),
    Def::get_set("start", &(get_translated_start, set_start)),
];
static GROUP: &[Def] = defs![
    Def::frozen_class_method("__class_getitem__", &"_class_getitem"),
    Def::fixed("__new__", new_group_static, 0, MANY),
    Def::frozen("__str__", &"_group_str"),
    Def::frozen("derive", &"_group_derive"),
    Def::member("exceptions", get_exceptions),
    Def::member("message", get_message),
    Def::frozen("split", &"_group_split"),
    Def::frozen("subgroup", &"_group_subgroup"),
];

/// An exception of that class with positional arguments `from ..` of the call.
fn make(vm: &mut Vm<'_>, class: Value, args: Args, from: usize) -> Result {
    let n = args.len() - from.min(args.len());
    let place = vm.heap.hold(class);
    vm.reserve(tuple_words(n))?;
    let tuple = vm.heap.alloc_tuple(n);
    for i in 0..n {
        let value = args.get(vm, from + i);
        vm.heap.set_item(tuple, i, value);
    }
    let class = vm.heap.held(place);
    let made = vm.heap.new_exception(class, tuple);
    vm.grant_memory(made)
}

/// `ValueError(...)`: the class is in the word before the arguments.
fn new(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.called_type(vm);
    let kind = Type::from_index(class.as_builtin_type().unwrap_or(Type::Exception as u16));
    let class = if kind == Type::OSError { os_error_class(vm, args, 0).value() } else { class };
    let exception = make(vm, class, args, 0)?;
    let place = vm.heap.hold(exception);
    initialise(vm, place, args, 0, kind)?;
    Ok(vm.heap.held(place))
}

/// `__new__(cls, ...)`
fn new_static(vm: &mut Vm<'_>, args: Args) -> Result {
    let class = args.get(vm, 0);
    super::subclass::check(vm, Type::BaseException, args)?;
    if own_initialiser(vm, class) {
        // Its `__init__` says what the arguments are.
        let empty = vm.heap.root(Root::EmptyTuple);
        let made = vm.heap.new_exception(class, empty);
        return vm.grant_memory(made);
    }
    let exception = make(vm, class, args, 1)?;
    let kind = vm.exception_base(exception);
    let place = vm.heap.hold(exception);
    if kind.is_a(Type::OSError) {
        initialise(vm, place, Args { keywords: 0, ..args }, 1, kind)?;
    }
    Ok(vm.heap.held(place))
}

/// `__init__(self, ...)`: sets the arguments and what follows from them.
fn init(vm: &mut Vm<'_>, args: Args) -> Result {
    let exception = args.get(vm, 0);
    if !vm.heap.is_exception(exception) {
        return Err(vm.raise(Type::TypeError, "not an exception"));
    }
    let kind = vm.exception_base(exception);
    if kind.is_a(Type::OSError) && !own_initialiser(vm, vm.heap.exception_class(exception)) {
        // `__new__` did it all.
        return Ok(Value::NONE);
    }
    let n = args.len() - 1;
    vm.reserve(tuple_words(n))?;
    let tuple = vm.heap.alloc_tuple(n);
    for i in 0..n {
        let value = args.get(vm, 1 + i);
        vm.heap.set_item(tuple, i, value);
    }
    let exception = args.get(vm, 0);
    vm.heap.set_field(exception, E_ARGS, tuple);
    if !kind.is_a(Type::BaseExceptionGroup) && !kind.is_a(Type::OSError) {
        // What was there follows from the arguments given now.
        vm.heap.set_field(exception, E_STATE, Value::NULL);
    }
    let place = vm.heap.hold(exception);
    initialise(vm, place, args, 1, kind)?;
    Ok(Value::NONE)
}

/// Is it a subclass of OSError with an `__init__` of its own, but no `__new__`?
fn own_initialiser(vm: &mut Vm<'_>, class: Value) -> bool {
    class.is_object()
        && vm.is_subclass(class, Type::OSError.value())
        && vm.find_in_type(class, names::DUNDER_INIT).is_some_and(|init| init.as_native().is_none())
        && vm.find_in_type(class, names::DUNDER_NEW).is_some_and(|new| new.as_native().is_some())
}

/// The subclass of OSError that an errno stands for.
fn os_error_class(vm: &Vm<'_>, args: Args, from: usize) -> Type {
    if !(from + 2..=from + 5).contains(&args.len()) {
        return Type::OSError;
    }
    match args.get(vm, from).as_int() {
        Some(1 | 13) => Type::PermissionError,
        Some(2) => Type::FileNotFoundError,
        Some(3) => Type::ProcessLookupError,
        Some(4) => Type::InterruptedError,
        Some(10) => Type::ChildProcessError,
        Some(11 | 114 | 115) => Type::BlockingIOError,
        Some(17) => Type::FileExistsError,
        Some(20) => Type::NotADirectoryError,
        Some(21) => Type::IsADirectoryError,
        Some(32 | 108) => Type::BrokenPipeError,
        Some(103) => Type::ConnectionAbortedError,
        Some(104) => Type::ConnectionResetError,
        Some(110) => Type::TimeoutError,
        Some(111) => Type::ConnectionRefusedError,
        _ => Type::OSError,
    }
}

/// Sets attributes that come from arguments and keywords.
fn initialise(vm: &mut Vm<'_>, place: crate::heap::Held, args: Args, from: usize, kind: Type) -> Result<()> {
    let n = args.len() - from;
    if let Type::UnicodeDecodeError | Type::UnicodeEncodeError | Type::UnicodeTranslateError = kind {
        check_unicode(vm, args, from, kind)?;
    }
    if kind.is_a(Type::OSError) && (2..=5).contains(&n) {
        for (i, name) in
            [(0, names::short("errno")), (1, names::STRERROR), (2, names::FILENAME), (4, names::FILENAME2)]
        {
            if i < n {
                let value = args.get(vm, from + i);
                store(vm, place, name, value)?;
            }
        }
        if n > 2 {
            let (a, b) = (args.get(vm, from), args.get(vm, from + 1));
            let made = vm.heap.new_tuple(&[a, b]);
            let tuple = vm.grant_memory(made)?;
            let exception = vm.heap.held(place);
            vm.heap.set_field(exception, E_ARGS, tuple);
        }
    }
    if kind.is_a(Type::SyntaxError) && n == 2 {
        let details = args.get(vm, from + 1);
        if vm.heap.is_kind(details, Kind::Tuple) || vm.heap.is_kind(details, Kind::List) {
            let count = vm.heap.items(details).len();
            if !(4..=6).contains(&count) {
                return Err(vm.raise_with(Type::TypeError, |_, out| {
                    let (word, limit) = if count < 4 { ("least", 4) } else { ("most", 6) };
                    write!(out, "function takes at {word} {limit} arguments ({count} given)")
                }));
            }
            if count == 5 {
                return Err(
                    vm.raise(Type::TypeError, "end_offset must be provided when end_lineno is provided")
                );
            }
            let fields = [
                names::FILENAME,
                names::LINENO,
                names::OFFSET,
                names::short("text"),
                names::END_LINENO,
                names::END_OFFSET,
            ];
            for (i, name) in fields.into_iter().enumerate() {
                let details = args.get(vm, from + 1);
                if let Some(&word) = vm.heap.items(details).get(i) {
                    let value = Value(word);
                    store(vm, place, name, value)?;
                }
            }
        }
    }
    for i in 0..args.keyword_count() {
        let name = args.keyword_name(vm, i);
        let value = args.keyword_value(vm, i);
        let allowed = match kind {
            Type::ImportError | Type::ModuleNotFoundError => {
                name == names::short("name") || name == names::short("path")
            }
            Type::NameError | Type::UnboundLocalError => name == names::short("name"),
            Type::AttributeError => name == names::short("name") || name == names::short("obj"),
            _ => false,
        };
        if !allowed {
            let class = vm.type_of(vm.heap.held(place));
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                let base = [Type::ImportError, Type::NameError, Type::AttributeError];
                match base.into_iter().find(|&base| kind.is_a(base)) {
                    Some(base) => {
                        let name = vm.heap.text(name);
                        write!(
                            out,
                            "'{}' is an invalid keyword argument for {}()",
                            name.as_str(),
                            base.name()
                        )
                    }
                    None => {
                        vm.write_class_name(class, out)?;
                        out.write_str("() takes no keyword arguments")
                    }
                }
            }));
        }
        store(vm, place, name, value)?;
    }
    Ok(())
}

/// The five (four) arguments of a UnicodeError that knows where it happened.
fn check_unicode(vm: &mut Vm<'_>, args: Args, from: usize, kind: Type) -> Result<()> {
    let wanted = if kind == Type::UnicodeTranslateError { 4 } else { 5 };
    let n = args.len() - from;
    if n != wanted {
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "function takes exactly {wanted} arguments ({n} given)")
        }));
    }
    // str, object, int, int, str; without the first for translation.
    for i in 0..wanted {
        let what = i + 5 - wanted;
        let value = args.get(vm, from + i);
        let text = what == 0 || what == 4 || what == 1 && kind != Type::UnicodeDecodeError;
        let good = match what {
            1 if !text => {
                vm.is_a(value, Type::Bytes)
                    || vm.is_a(value, Type::ByteArray)
                    || vm.is_a(value, Type::MemoryView)
            }
            2 | 3 => vm.is_a(value, Type::Int),
            _ => vm.is_a(value, Type::Str),
        };
        if good {
            continue;
        }
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            if what == 2 || what == 3 {
                out.write_str("'")?;
                vm.write_type_name(value, out)?;
                return out.write_str("' object cannot be interpreted as an integer");
            }
            if !text {
                out.write_str("a bytes-like object is required, not '")?;
                vm.write_type_name(value, out)?;
                return out.write_str("'");
            }
            write!(out, "argument {} must be str, not ", i + 1)?;
            vm.write_type_name(value, out)
        }));
    }
    Ok(())
}

/// Sets an entry of the state of a held exception.
fn store(vm: &mut Vm<'_>, place: crate::heap::Held, name: Value, value: Value) -> Result<()> {
    let v = vm.heap.hold(value);
    let exception = vm.heap.held(place);
    if !vm.heap.field(exception, E_STATE).is_object() {
        let made = vm.heap.new_dict();
        let dict = vm.grant_memory(made)?;
        let exception = vm.heap.held(place);
        vm.heap.set_field(exception, E_STATE, dict);
    }
    let dict = vm.heap.field(vm.heap.held(place), E_STATE);
    let value = vm.heap.held(v);
    let made = vm.heap.set_str(dict, name, value);
    vm.heap.release(v);
    vm.grant_memory(made).map(|_| ())
}

/// An entry of the state, or argument `i`, or None.
fn read(vm: &mut Vm<'_>, args: Args, name: Value, i: Option<usize>) -> Result {
    let exception = args.get(vm, 0);
    let dict = vm.heap.field(exception, E_STATE);
    if dict.is_object() {
        if let Some(value) = vm.heap.get_str(dict, name) {
            return Ok(value);
        }
    }
    let tuple = vm.heap.exception_args(exception);
    match i {
        Some(i) if i < vm.heap.tuple_len(tuple) => Ok(vm.heap.item(tuple, i)),
        _ => Ok(Value::NONE),
    }
}

fn write(vm: &mut Vm<'_>, args: Args, name: Value) -> Result {
    let exception = args.get(vm, 0);
    let value = args.get(vm, 1);
    let value = if value.is_unbound() { Value::NONE } else { value };
    let place = vm.heap.hold(exception);
    store(vm, place, name, value)?;
    Ok(Value::NONE)
}

macro_rules! fields {
    ($($get:ident $set:ident $name:expr, $arg:expr;)+) => {
        $(
            fn $get(vm: &mut Vm<'_>, args: Args) -> Result {
                read(vm, args, $name, $arg)
            }
            fn $set(vm: &mut Vm<'_>, args: Args) -> Result {
                write(vm, args, $name)
            }
        )+
    };
}

fields! {
    get_value set_value names::short("value"), Some(0);
    get_name set_name names::short("name"), None;
    get_path set_path names::short("path"), None;
    get_obj set_obj names::short("obj"), None;
    get_msg set_msg names::short("msg"), Some(0);
    get_errno set_errno names::short("errno"), None;
    get_strerror set_strerror names::STRERROR, None;
    get_filename set_filename names::FILENAME, None;
    get_filename2 set_filename2 names::FILENAME2, None;
    get_lineno set_lineno names::LINENO, None;
    get_offset set_offset names::OFFSET, None;
    get_text set_text names::short("text"), None;
    get_end_lineno set_end_lineno names::END_LINENO, None;
    get_end_offset set_end_offset names::END_OFFSET, None;
    get_print_file set_print_file names::PRINT_FILE_AND_LINE, None;
}

fn get_syntax_filename(vm: &mut Vm<'_>, args: Args) -> Result {
    get_filename(vm, args)
}

fn get_arg0(vm: &mut Vm<'_>, args: Args) -> Result {
    read(vm, args, names::ENCODING, Some(0))
}
fn get_arg1(vm: &mut Vm<'_>, args: Args) -> Result {
    read(vm, args, names::OBJECT, Some(1))
}
fn get_arg2(vm: &mut Vm<'_>, args: Args) -> Result {
    read(vm, args, names::short("start"), Some(2))
}
fn get_arg3(vm: &mut Vm<'_>, args: Args) -> Result {
    read(vm, args, names::short("end"), Some(3))
}
fn get_arg4(vm: &mut Vm<'_>, args: Args) -> Result {
    read(vm, args, names::REASON, Some(4))
}
fn get_translated_object(vm: &mut Vm<'_>, args: Args) -> Result {
    read(vm, args, names::OBJECT, Some(0))
}
fn get_translated_start(vm: &mut Vm<'_>, args: Args) -> Result {
    read(vm, args, names::short("start"), Some(1))
}
fn get_translated_end(vm: &mut Vm<'_>, args: Args) -> Result {
    read(vm, args, names::short("end"), Some(2))
}
fn get_translated_reason(vm: &mut Vm<'_>, args: Args) -> Result {
    read(vm, args, names::REASON, Some(3))
}
fn set_encoding(vm: &mut Vm<'_>, args: Args) -> Result {
    write(vm, args, names::ENCODING)
}
fn set_object(vm: &mut Vm<'_>, args: Args) -> Result {
    write(vm, args, names::OBJECT)
}
fn set_start(vm: &mut Vm<'_>, args: Args) -> Result {
    write(vm, args, names::short("start"))
}
fn set_end(vm: &mut Vm<'_>, args: Args) -> Result {
    write(vm, args, names::short("end"))
}
fn set_reason(vm: &mut Vm<'_>, args: Args) -> Result {
    write(vm, args, names::REASON)
}

fn get_code(vm: &mut Vm<'_>, args: Args) -> Result {
    let exception = args.get(vm, 0);
    let tuple = vm.heap.exception_args(exception);
    if vm.heap.tuple_len(tuple) > 1 && !vm.heap.field(exception, E_STATE).is_object() {
        return Ok(tuple);
    }
    read(vm, args, names::short("code"), Some(0))
}

fn set_code(vm: &mut Vm<'_>, args: Args) -> Result {
    write(vm, args, names::short("code"))
}

fn get_args(vm: &mut Vm<'_>, args: Args) -> Result {
    let exception = args.get(vm, 0);
    Ok(vm.heap.exception_args(exception))
}

fn set_args(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 1);
    if value.is_unbound() {
        return Err(vm.raise(Type::TypeError, "args may not be deleted"));
    }
    let exception = args.get(vm, 0);
    if !vm.heap.is_kind(value, Kind::Tuple) {
        return Err(super::operator::ask(vm, "_exception_set_args", &[exception, value]));
    }
    // What was computed from the arguments stays.
    let computed: Option<(Native, Native)> = match vm.exception_base(exception) {
        kind if kind.is_a(Type::StopIteration) => Some((get_value, set_value)),
        kind if kind.is_a(Type::SystemExit) => Some((get_code, set_code)),
        kind if kind.is_a(Type::ImportError) || kind.is_a(Type::SyntaxError) => Some((get_msg, set_msg)),
        _ => None,
    };
    if let Some((get, set)) = computed {
        let was = get(vm, args)?;
        let place = vm.heap.hold(args.get(vm, 1));
        args.set(vm, 1, was);
        set(vm, args)?;
        let value = vm.heap.held(place);
        args.set(vm, 1, value);
    }
    let (exception, value) = (args.get(vm, 0), args.get(vm, 1));
    vm.heap.set_field(exception, E_ARGS, value);
    Ok(Value::NONE)
}

fn get_cause(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.field(args.get(vm, 0), E_CAUSE))
}

fn set_cause(vm: &mut Vm<'_>, args: Args) -> Result {
    let (exception, value) = (args.get(vm, 0), args.get(vm, 1));
    if value.is_unbound() {
        return Err(vm.raise(Type::TypeError, "__cause__ may not be deleted"));
    }
    if !value.is_none() && !vm.heap.is_exception(value) {
        return Err(vm.raise(Type::TypeError, "exception cause must be None or derive from BaseException"));
    }
    vm.set_cause(exception, value)?;
    Ok(Value::NONE)
}

fn get_context(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.field(args.get(vm, 0), E_CONTEXT))
}

fn set_context(vm: &mut Vm<'_>, args: Args) -> Result {
    let (exception, value) = (args.get(vm, 0), args.get(vm, 1));
    if value.is_unbound() {
        return Err(vm.raise(Type::TypeError, "__context__ may not be deleted"));
    }
    if !value.is_none() && !vm.heap.is_exception(value) {
        return Err(vm.raise(Type::TypeError, "exception context must be None or derive from BaseException"));
    }
    vm.heap.set_field(exception, E_CONTEXT, value);
    Ok(Value::NONE)
}

fn get_suppress(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(Value::bool(vm.heap.exception_suppresses(args.get(vm, 0))))
}

fn set_suppress(vm: &mut Vm<'_>, args: Args) -> Result {
    let (exception, value) = (args.get(vm, 0), args.get(vm, 1));
    if value.is_unbound() {
        return Err(vm.raise(Type::TypeError, "can't delete numeric/char attribute"));
    }
    if !value.is_bool() {
        return Err(vm.raise(Type::TypeError, "attribute value type must be bool"));
    }
    vm.heap.set_exception_suppresses(exception, value == Value::TRUE);
    Ok(Value::NONE)
}

fn get_traceback(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.field(args.get(vm, 0), E_TRACEBACK))
}

fn set_traceback(vm: &mut Vm<'_>, args: Args) -> Result {
    let (exception, value) = (args.get(vm, 0), args.get(vm, 1));
    if value.is_unbound() {
        return Err(vm.raise(Type::TypeError, "__traceback__ may not be deleted"));
    }
    if !value.is_none() && !vm.heap.is_record(value, Type::Traceback) {
        return Err(vm.raise(Type::TypeError, "__traceback__ must be a traceback or None"));
    }
    vm.heap.set_field(exception, E_TRACEBACK, value);
    Ok(Value::NONE)
}

fn with_traceback(vm: &mut Vm<'_>, args: Args) -> Result {
    set_traceback(vm, args)?;
    Ok(args.get(vm, 0))
}

fn get_exceptions(vm: &mut Vm<'_>, args: Args) -> Result {
    read(vm, args, names::short("group"), None)
}

fn get_message(vm: &mut Vm<'_>, args: Args) -> Result {
    read(vm, args, names::short("msg"), Some(0))
}

/// `_group_store(group, message, exceptions)`
pub(crate) fn group_store(vm: &mut Vm<'_>, args: Args) -> Result {
    let group = args.get(vm, 0);
    let place = vm.heap.hold(group);
    let message = args.get(vm, 1);
    store(vm, place, names::short("msg"), message)?;
    let exceptions = args.get(vm, 2);
    store(vm, place, names::short("group"), exceptions)?;
    Ok(Value::NONE)
}

fn new_group(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.len() == 2 && args.keyword_count() == 0 {
        let (class, message, exceptions) = (args.called_type(vm), args.get(vm, 0), args.get(vm, 1));
        return Err(super::operator::ask(vm, "_group_check", &[class, message, exceptions]));
    }
    let n = args.len();
    Err(vm.raise_with(Type::TypeError, |_, out| {
        write!(out, "BaseExceptionGroup.__new__() takes exactly 2 arguments ({n} given)")
    }))
}

fn new_group_static(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.len() == 3 {
        let function = vm.frozen_function("_group_check")?;
        return Err(vm.tail_forward(function, args));
    }
    let n = args.len().saturating_sub(1);
    Err(vm.raise_with(Type::TypeError, |_, out| {
        write!(out, "BaseExceptionGroup.__new__() takes exactly 2 arguments ({n} given)")
    }))
}

/// The exception that is handled, for `sys.exc_info`.
pub(crate) fn handled(vm: &Vm<'_>) -> Value {
    vm.heap.root(Root::Handled)
}

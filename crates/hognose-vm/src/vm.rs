//! The engine's state: the block, where the running program stands, what the host offers.

use crate::character::Characters;
use crate::heap::{Heap, Kind, OutOfMemory, Root};
use crate::interp::{GENERATOR_FRAME, OWN_NAMESPACE};
use crate::native::{Args, ModuleDef, TypeDef};
use crate::object::code;
use crate::types::Type;
use crate::value::Value;
use core::sync::atomic::{AtomicBool, Ordering};

/// Words of a frame before its registers: link, meta, function, namespace or generator.
pub(crate) const FRAME: usize = 4;
/// Instructions between two looks at the stop flag.
const SLICE: i64 = 4096;
/// Default of `sys.get_int_max_str_digits()`.
const INT_DIGITS: usize = 4300;
/// Default of `sys.getrecursionlimit()`.
const RECURSION_LIMIT: usize = 1000;

/// What a host offers to the engine besides its modules.
pub trait Host {
    /// Takes output of the script. Stream 1 is standard output, 2 standard error.
    fn write(&mut self, stream: u8, bytes: &[u8]);

    /// Is that standard stream (0, 1, 2) a terminal?
    fn is_terminal(&mut self, stream: u8) -> bool {
        let _ = stream;
        false
    }

    /// Sees to it that the output so far arrives.
    fn flush(&mut self) {}

    /// The state behind host functions, for those that [`Vm::with_host`](crate::vm::Vm::with_host) calls.
    fn state(&mut self) -> Option<&mut dyn core::any::Any> {
        None
    }

    /// The state of that type, for hosts made of several parts; by default there is one state.
    fn state_of(&mut self, part: core::any::TypeId) -> Option<&mut dyn core::any::Any> {
        let _ = part;
        self.state()
    }

    /// Finds the source or image of a module by dotted name; writes it with `put`. None: there is no such module. With a
    /// folder the last part of the name is looked for there: an entry of `sys.path` or of the `__path__` of a package. A
    /// host that keeps its modules by name does not look at it.
    fn find_module(
        &mut self,
        name: &str,
        folder: Option<&str>,
        put: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Option<FoundModule> {
        let _ = (name, folder, put);
        None
    }

    /// Reads a line of standard input, its line end included, and gives it to `put` piece by piece. False: the input has
    /// ended, or there is none.
    fn read_line(&mut self, put: &mut dyn FnMut(&[u8]) -> bool) -> bool {
        let _ = put;
        false
    }

    /// Nanoseconds since the start of 1970 in UTC. None: there is no clock.
    fn clock(&mut self) -> Option<u64> {
        None
    }

    /// Nanoseconds since some moment; never goes back. None: there is no such clock.
    fn monotonic(&mut self) -> Option<u64> {
        None
    }

    /// Waits that many nanoseconds. False: this host cannot wait.
    fn sleep(&mut self, nanoseconds: u64) -> bool {
        let _ = nanoseconds;
        false
    }

    /// The script waits that many nanoseconds. True: the host answers with None when they are over, as to its own functions
    /// that answer later. It is asked before [`Host::sleep`].
    fn sleep_later(&mut self, nanoseconds: u64) -> bool {
        let _ = nanoseconds;
        false
    }

    /// A host function was given more than it takes, and goes on with the most that it takes. The number tells places of the
    /// program apart. True: the script is told on standard error.
    fn limited(&mut self, place: u32) -> bool {
        let _ = place;
        true
    }

    /// Does something with a file. The number that it gives is said at each request; a handle is never negative. The error
    /// is a number of module `errno`, or [`NO_FILES`].
    fn file(&mut self, request: File<'_>) -> Result<u64, u16> {
        let _ = request;
        Err(NO_FILES)
    }
}

/// Error of [`Host::file`]: this host offers no files.
pub const NO_FILES: u16 = 0;

/// What is asked of [`Host::file`].
#[derive(Debug)]
pub enum File<'a> {
    /// Opens a file; gives its handle.
    Open {
        /// Its path.
        path: &'a str,
        /// May it be read?
        read: bool,
        /// May it be written?
        write: bool,
        /// Empty it first?
        truncate: bool,
        /// Is every write at the end?
        append: bool,
        /// Make it when it is not there?
        create: bool,
        /// Refuse when it is there?
        exclusive: bool,
    },
    /// Reads at most as many bytes as there is room for; gives their number, 0 at the end.
    Read(u64, &'a mut [u8]),
    /// Writes bytes; gives how many of them.
    Write(u64, &'a [u8]),
    /// Moves to a place counted from the start (0), from where it is (1) or from the end (2); gives the place.
    Seek(u64, i64, u8),
    /// Cuts or fills up to a size; gives the size.
    Truncate(u64, u64),
    /// Makes sure that what was written will last; gives 0.
    Flush(u64),
    /// Closes a handle; gives 0.
    Close(u64),
    /// Removes a file; gives 0.
    Remove(&'a str),
    /// What a file or folder is; gives 0.
    Facts(&'a str, &'a mut FileFacts),
    /// The next entry of a folder, in any order; `at` is 0 for the first. Gives the `at` of the one after it, or 0 when there
    /// was none any more. The folder itself and the one above it are no entries.
    Entry {
        /// The folder.
        path: &'a str,
        /// What the request before gave.
        at: u64,
        /// The entry.
        entry: &'a mut FileEntry,
    },
    /// Makes a folder; gives 0.
    MakeFolder(&'a str),
    /// Removes an empty folder; gives 0.
    RemoveFolder(&'a str),
    /// Gives a file or folder another name, also in another folder; what had that name is replaced. Gives 0.
    Rename {
        /// Its path.
        from: &'a str,
        /// Its path from now on.
        to: &'a str,
    },
    /// Paths that do not begin with `/` begin in that folder from now on; gives 0.
    Enter(&'a str),
    /// The folder that they begin in; gives the bytes of its path, of which as many are put as there is room for.
    Current(&'a mut [u8]),
    /// The room that the files at a path share; gives 0.
    Space(&'a str, &'a mut FileSpace),
    /// Makes sure that everything that was written will last; gives 0.
    Sync,
}

/// What a file or folder is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileFacts {
    /// Kind and permissions as in POSIX: `0o040755` for a folder, `0o100644` for a file.
    pub mode: u32,
    /// Bytes.
    pub size: u64,
    /// A number of its own among all of its device; 0 when it has none.
    pub number: u64,
    /// When it was changed, in nanoseconds since the start of 1970 in UTC; 0 when that is not known.
    pub changed: u64,
}

impl FileFacts {
    /// Kind and permissions of a folder.
    pub const FOLDER: u32 = 0o040_755;
    /// Kind and permissions of a file.
    pub const FILE: u32 = 0o100_644;

    /// Is it a folder?
    pub fn is_folder(&self) -> bool {
        self.mode & 0o170_000 == 0o040_000
    }

    /// Is it a file?
    pub fn is_file(&self) -> bool {
        self.mode & 0o170_000 == 0o100_000
    }
}

/// An entry of a folder.
#[derive(Clone, Debug)]
pub struct FileEntry {
    /// Its name, as long as it is.
    pub name: [u8; FileEntry::MOST],
    /// Bytes of the name.
    pub len: usize,
    /// What it is.
    pub facts: FileFacts,
}

impl FileEntry {
    /// Bytes of the longest name.
    pub const MOST: usize = 255;

    /// No name yet.
    pub const fn new() -> FileEntry {
        let facts = FileFacts { mode: 0, size: 0, number: 0, changed: 0 };
        FileEntry { name: [0; FileEntry::MOST], len: 0, facts }
    }

    /// The name.
    pub fn name(&self) -> &[u8] {
        self.name.get(..self.len).unwrap_or(&self.name)
    }

    /// Sets the name; false: it is too long.
    pub fn set_name(&mut self, name: &[u8]) -> bool {
        self.len = name.len().min(FileEntry::MOST);
        let Some(room) = self.name.get_mut(..name.len()) else { return false };
        room.copy_from_slice(name);
        true
    }
}

impl Default for FileEntry {
    fn default() -> FileEntry {
        FileEntry::new()
    }
}

/// Room for files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileSpace {
    /// Bytes of a block: what files are made of.
    pub block: u32,
    /// Blocks.
    pub blocks: u64,
    /// Blocks that are free.
    pub free: u64,
    /// Bytes of the longest name.
    pub name: u32,
}

/// A module that the host found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundModule {
    /// Is it a package?
    pub package: bool,
    /// Is it an image, not source?
    pub image: bool,
    /// Is it a folder of modules without source of its own?
    pub folder: bool,
}

/// What a compilation is asked for.
pub struct CompileRequest<'a> {
    /// Source text.
    pub source: &'a [u8],
    /// Is it text that was decoded already? What it says about its encoding is not looked at then.
    pub text: bool,
    /// Name of the file in tracebacks.
    pub file: &'a str,
    /// Dotted name of the module, `__main__` for the program.
    pub module: &'a str,
    /// Is it a package?
    pub package: bool,
    /// 0 exec, 1 eval, 2 single.
    pub mode: u8,
    /// Names are looked up in a namespace of their own first (`exec` and `eval` with locals).
    pub separate_locals: bool,
    /// Keep the source text in the image, for tracebacks.
    pub keep_source: bool,
    /// What the host knows of characters.
    pub characters: Characters,
}

/// Why source text was refused.
#[derive(Clone, Debug)]
pub struct CompileError {
    /// SyntaxError, IndentationError, TabError, MemoryError, OverflowError or ValueError.
    pub kind: Type,
    /// Message, as long as it fits.
    pub message: [u8; 200],
    /// Bytes of the message.
    pub len: usize,
    /// Line, column, end line, end column, from 1; 0 for none.
    pub at: [u32; 4],
    /// What of the source is shown above the carets.
    pub shown: Shown,
    /// The line is shown without its end.
    pub cut: bool,
}

/// The part of a source that Python shows with an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Nothing.
    Nothing,
    /// These bytes, in parentheses that Python puts around expressions of f-strings.
    Text {
        /// The first byte.
        start: u32,
        /// After the last byte.
        end: u32,
        /// A `(` before it.
        open: bool,
        /// A `)` after it.
        close: bool,
    },
    /// These bytes, read from the file; nothing when the source is from elsewhere.
    OfFile {
        /// The first byte.
        start: u32,
        /// After the last byte.
        end: u32,
    },
}

impl Shown {
    /// The bytes of the source, and whether parentheses stand around them. `file` is the name of the source.
    pub fn of<'a>(&self, source: &'a [u8], file: &str) -> Option<(&'a [u8], bool, bool)> {
        let part = |start: u32, end: u32| source.get(start as usize..end as usize);
        match *self {
            Shown::Nothing => None,
            Shown::Text { start, end, open, close } => Some((part(start, end)?, open, close)),
            Shown::OfFile { .. } if file.starts_with('<') => None,
            Shown::OfFile { start, end } => Some((part(start, end)?, false, false)),
        }
    }
}

impl core::fmt::Write for CompileError {
    fn write_str(&mut self, s: &str) -> core::fmt::Result {
        for c in s.chars() {
            let n = c.len_utf8();
            if self.len + n > self.message.len() {
                return Ok(());
            }
            c.encode_utf8(&mut self.message[self.len..]);
            self.len += n;
        }
        Ok(())
    }
}

impl CompileError {
    /// The message.
    pub fn text(&self) -> &str {
        core::str::from_utf8(&self.message[..self.len]).unwrap_or("")
    }
}

/// Turns source text into an image; only engines that take source have one.
pub trait Compiler {
    /// Compiles within `memory`; the image is put at its start. Gives its length in bytes.
    fn compile(&self, request: &CompileRequest<'_>, memory: &mut [u64]) -> Result<usize, CompileError>;
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Ended; the value is in the root `Result`.
    Finished,
    /// The budget is spent; run again to go on.
    Spent,
    /// An exception reached the top; it is in the root `Result`.
    Raised,
    /// A host function will answer: give it with [`Vm::answer`] and run again.
    Pending,
    /// The host asked to stop.
    Stopped,
}

/// A Python engine over one block.
pub struct Vm<'m> {
    /// The block.
    pub heap: Heap<'m>,
    /// Next instruction of the youngest frame, in words from the start of its code object.
    pub(crate) pc: usize,
    pub(crate) depth: usize,
    pub(crate) depth_limit: usize,
    /// What the host set: every program begins with it.
    pub(crate) host_depth_limit: usize,
    /// Fuel left until the next look at budget and stop flag.
    pub(crate) fuel: i64,
    /// Fuel of the budget beyond that.
    pub(crate) rest: i64,
    /// Fuel spent by runs that ended.
    pub(crate) spent: u64,
    pub(crate) granted: i64,
    /// Changes with every class that changes: inline caches of other epochs are stale.
    pub(crate) epoch: u32,
    pub(crate) tail_args: Option<Args>,
    pub(crate) tail_count: usize,
    pub(crate) reraise: bool,
    pub(crate) running: bool,
    /// A call from the host returned: the run is over, also when there are frames below.
    pub(crate) returned: bool,
    /// Built-in modules.
    pub(crate) modules: &'m [&'static ModuleDef],
    /// Arrays and deques, when modules bring them.
    pub(crate) brought: [Option<&'static TypeDef>; 2],
    /// Those that programs may import; all without it.
    pub(crate) importable: Option<&'m [&'m str]>,
    pub(crate) host: Option<&'m mut dyn Host>,
    pub(crate) compiler: Option<&'m dyn Compiler>,
    pub(crate) characters: Characters,
    /// Image of the frozen library.
    pub(crate) frozen: &'static [u8],
    pub(crate) stop: Option<&'m AtomicBool>,
    /// Bits that refuse parts of the language to scripts, set by the host.
    pub(crate) keep_source: bool,
    /// Most decimal digits of an int as text (`sys.set_int_max_str_digits`), 0 for no limit.
    pub(crate) int_digits: usize,
    /// Natives called lately.
    #[cfg(target_pointer_width = "64")]
    pub(crate) natives: [crate::interp::KnownNative; crate::interp::KNOWN_NATIVES],
}

impl<'m> Vm<'m> {
    /// An engine over a block, with the built-in modules it may import.
    pub fn new(
        block: &'m mut [u64],
        modules: &'m [&'static ModuleDef],
        frozen: &'static [u8],
    ) -> Result<Self, OutOfMemory> {
        Vm::within(block, usize::MAX, modules, frozen)
    }

    /// The part of the library that is written in Python; module 0 is `_core`.
    pub fn frozen_image(&self) -> hognose_image::Image<'static> {
        hognose_image::Image::trusted(self.frozen)
    }

    /// The same over at most that many words of the block.
    pub fn within(
        block: &'m mut [u64],
        words: usize,
        modules: &'m [&'static ModuleDef],
        frozen: &'static [u8],
    ) -> Result<Self, OutOfMemory> {
        let mut heap = Heap::within(block, words)?;
        heap.reserve(64)?;
        let empty = Value::object(heap.alloc_values(Kind::Tuple, 0, 0, 0, Value::NONE) as u32);
        heap.set_root(Root::EmptyTuple, empty);
        heap.set_root(Root::Handled, Value::NONE);
        heap.set_root(Root::Result, Value::NONE);
        heap.set_root(Root::CallKeywords, empty);
        let error = heap.new_exception(Type::MemoryError.value(), empty)?;
        heap.set_root(Root::MemoryError, error);
        Ok(Vm {
            heap,
            pc: 0,
            depth: 0,
            depth_limit: RECURSION_LIMIT,
            host_depth_limit: RECURSION_LIMIT,
            fuel: 0,
            rest: 0,
            spent: 0,
            granted: 0,
            epoch: 1,
            tail_args: None,
            tail_count: 0,
            reraise: false,
            running: false,
            returned: false,
            modules,
            brought: [Type::Array, Type::Deque].map(|kind| {
                modules.iter().flat_map(|module| module.types).find(|brought| brought.kind == kind).copied()
            }),
            importable: None,
            host: None,
            compiler: None,
            characters: Characters::default(),
            frozen,
            stop: None,
            keep_source: true,
            int_digits: INT_DIGITS,
            #[cfg(target_pointer_width = "64")]
            natives: [crate::interp::KnownNative::NONE; crate::interp::KNOWN_NATIVES],
        })
    }

    /// The host that takes output and answers host calls.
    pub fn set_host(&mut self, host: &'m mut dyn Host) {
        self.host = Some(host);
    }

    /// Takes the host back: until another is set there is none.
    pub fn take_host(&mut self) -> Option<&'m mut dyn Host> {
        self.host.take()
    }

    /// The compiler for source text.
    pub fn set_compiler(&mut self, compiler: &'m dyn Compiler) {
        self.compiler = Some(compiler);
    }

    /// What the host knows of characters.
    pub fn set_characters(&mut self, characters: Characters) {
        self.characters = characters;
    }

    /// What the host knows of characters.
    pub fn characters(&self) -> Characters {
        self.characters
    }

    /// A flag that stops the script at the next look when it is set.
    pub fn set_stop_flag(&mut self, flag: &'m AtomicBool) {
        self.stop = Some(flag);
    }

    /// The host, if there is one.
    pub fn host(&mut self) -> Option<&mut (dyn Host + 'm)> {
        self.host.as_deref_mut()
    }

    /// Sends output to the host.
    pub fn write(&mut self, stream: u8, bytes: &[u8]) {
        if let Some(host) = self.host.as_deref_mut() {
            host.write(stream, bytes);
        }
    }

    /// Sends a string or bytes object of the block to the host.
    pub fn write_value(&mut self, stream: u8, value: Value) {
        if let Some(host) = self.host.as_deref_mut() {
            if self.heap.is_str(value) {
                host.write(stream, &self.heap.text(value));
            } else if let Some(bytes) = self.heap.bytes_like(value) {
                host.write(stream, bytes);
            }
        }
    }

    /// Calls a closure with the host's own state, as its type; RuntimeError when the host has none of that type.
    pub fn with_host<S: 'static, T>(
        &mut self,
        call: impl FnOnce(&mut S, &mut Self) -> crate::native::Result<T>,
    ) -> crate::native::Result<T> {
        let Some(host) = self.host.take() else {
            return Err(self.raise(Type::RuntimeError, "this engine has no host"));
        };
        let result =
            match host.state_of(core::any::TypeId::of::<S>()).and_then(|state| state.downcast_mut::<S>()) {
                Some(state) => call(state, self),
                None => Err(self.raise(Type::RuntimeError, "the host has no state for this module")),
            };
        self.host = Some(host);
        result
    }

    // Budget

    /// Grants fuel for the next run.
    pub(crate) fn grant(&mut self, fuel: u64) {
        let fuel = i64::try_from(fuel).unwrap_or(i64::MAX / 2).min(i64::MAX / 2);
        self.granted = fuel;
        self.fuel = fuel.min(SLICE);
        self.rest = fuel - self.fuel;
    }

    /// Fuel spent since the engine was made.
    pub fn fuel_spent(&self) -> u64 {
        self.spent + if self.running { (self.granted - self.rest - self.fuel).max(0) as u64 } else { 0 }
    }

    pub(crate) fn settle_fuel(&mut self) {
        self.spent += (self.granted - self.rest - self.fuel).max(0) as u64;
        self.granted = 0;
        self.fuel = 0;
        self.rest = 0;
    }

    /// The slice is used up: looks at the stop flag and takes the next one. What to leave the run with, if anything.
    #[cold]
    pub(crate) fn next_slice(&mut self) -> Option<Exit> {
        if let Some(flag) = self.stop {
            if flag.load(Ordering::Relaxed) {
                return Some(Exit::Stopped);
            }
        }
        if self.rest <= 0 && self.fuel < 0 {
            return Some(Exit::Spent);
        }
        let more = self.rest.min(SLICE - self.fuel.min(0));
        self.rest -= more;
        self.fuel += more;
        if self.fuel < 0 { Some(Exit::Spent) } else { None }
    }

    /// Looks at the stop flag at the next call or jump back, and not a slice later: after a wait, which a request from
    /// elsewhere may have ended. What fuel is left stays the same.
    pub fn look_soon(&mut self) {
        let left = self.fuel.max(0);
        self.rest += left;
        self.fuel -= left;
    }

    /// Is there a request to stop, pause or interrupt?
    pub fn is_attention_due(&self) -> bool {
        self.stop.is_some_and(|flag| flag.load(Ordering::Relaxed))
    }

    /// Charges fuel for work of a native before it is done.
    #[inline]
    pub fn charge(&mut self, fuel: usize) {
        self.fuel -= fuel as i64;
    }

    // Registers of the youngest frame

    /// Register `i`.
    #[inline]
    pub(crate) fn reg(&self, i: usize) -> Value {
        Value(self.heap.mem[self.heap.floor + FRAME + i])
    }

    /// Sets register `i`.
    #[inline]
    pub(crate) fn set_reg(&mut self, i: usize, value: Value) {
        let at = self.heap.floor + FRAME + i;
        self.heap.mem[at] = value.0;
    }

    /// Function of the youngest frame.
    #[inline]
    pub(crate) fn frame_function(&self) -> Value {
        Value(self.heap.mem[self.heap.floor + 2])
    }

    /// Namespace (or generator) of the youngest frame; null: it has none of its own.
    #[inline]
    pub(crate) fn frame_namespace(&self) -> Value {
        if self.frame_flags(self.heap.floor) & (GENERATOR_FRAME | OWN_NAMESPACE) == 0 {
            return Value::NULL;
        }
        Value(self.heap.mem[self.heap.floor + 3])
    }

    /// Full code object of the youngest frame.
    #[inline]
    pub(crate) fn frame_code(&self) -> Value {
        self.heap.field(self.frame_function(), crate::object::function::F_CODE)
    }

    /// Globals of the youngest frame.
    #[inline]
    pub(crate) fn frame_globals(&self) -> Value {
        self.heap.field(self.frame_function(), crate::object::function::F_GLOBALS)
    }

    /// The instruction that runs (the one before pc).
    #[inline]
    pub(crate) fn current(&self) -> u64 {
        let code = self.frame_code().offset();
        self.heap.mem[code + self.pc - 1]
    }

    /// Value k of the running code.
    #[inline]
    pub(crate) fn constant(&self, k: usize) -> Value {
        self.heap.code_value(self.frame_code(), k)
    }

    // Types

    /// The type of a value: a built-in type or a user class.
    pub fn type_of(&self, value: Value) -> Value {
        if value.is_object() {
            match self.heap.kind(value) {
                Kind::Instance => return self.heap.instance_class(value),
                Kind::Exception => return self.heap.exception_class(value),
                Kind::Class => return self.heap.class_metaclass(value),
                Kind::Record => return self.type_of_record(value).value(),
                _ => {}
            }
        }
        self.builtin_type_of(value).value()
    }

    /// The built-in type behind a value: for instances of user classes that of their layout.
    pub fn builtin_type_of(&self, value: Value) -> Type {
        use crate::value as v;
        match value.tag() {
            v::TAG_INT => Type::Int,
            v::TAG_SHORT | v::TAG_NAME => Type::Str,
            v::TAG_TYPE => Type::Type,
            v::TAG_NATIVE => self.native_type(value),
            v::TAG_SPECIAL => match value {
                Value::NONE => Type::None,
                Value::TRUE | Value::FALSE => Type::Bool,
                Value::ELLIPSIS => Type::Ellipsis,
                Value::NOT_IMPLEMENTED => Type::NotImplemented,
                _ => Type::Object,
            },
            v::TAG_REF => match self.heap.kind(value) {
                Kind::Str => Type::Str,
                Kind::Bytes => Type::Bytes,
                Kind::BigInt => Type::Int,
                Kind::Complex => Type::Complex,
                Kind::Tuple => Type::Tuple,
                Kind::List => Type::List,
                Kind::Dict => Type::Dict,
                Kind::Set => Type::Set,
                Kind::FrozenSet => Type::FrozenSet,
                Kind::ByteArray => Type::ByteArray,
                Kind::MemoryView => Type::MemoryView,
                Kind::Cell => Type::Cell,
                Kind::Function => Type::Function,
                Kind::Code | Kind::CodeStub => Type::Code,
                Kind::BoundMethod => {
                    if self.heap.field(value, 1).as_native().is_some() {
                        Type::Builtin
                    } else {
                        Type::Method
                    }
                }
                Kind::Class => Type::Type,
                Kind::Instance => {
                    let layout = self.heap.class_layout(self.heap.instance_class(value));
                    Type::from_index(layout.as_builtin_type().unwrap_or(0))
                }
                Kind::Exception => self.exception_base(value),
                Kind::Generator => Type::from_index(self.heap.aux(value)),
                Kind::Module => Type::Module,
                Kind::Slice => Type::Slice,
                Kind::Range => Type::Range,
                Kind::Iter => match Type::from_index(self.heap.aux(value)) {
                    Type::DictKeyIterator
                    | Type::DictValueIterator
                    | Type::DictItemIterator
                    | Type::DictReverseKeyIterator
                    | Type::DictReverseValueIterator
                    | Type::DictReverseItemIterator
                        if self.is_ordered(self.heap.field(value, 3)) =>
                    {
                        Type::OdictIterator
                    }
                    kind => kind,
                },
                Kind::Record => Type::from_index(self.heap.aux(value)),
                _ => Type::Object,
            },
            _ => Type::Float,
        }
    }

    /// The type of a record as scripts see it: views of an OrderedDict have names of their own.
    fn type_of_record(&self, record: Value) -> Type {
        let kind = Type::from_index(self.heap.aux(record));
        let ordered = match kind {
            Type::DictKeys => Type::OdictKeys,
            Type::DictValues => Type::OdictValues,
            Type::DictItems => Type::OdictItems,
            _ => return kind,
        };
        if self.is_ordered(self.heap.record_field(record, 0)) { ordered } else { kind }
    }

    /// Is it the dict inside an OrderedDict?
    pub(crate) fn is_ordered(&self, dict: Value) -> bool {
        self.heap.is_kind(dict, Kind::Dict) && self.heap.flags(dict) & crate::object::dict::ORDERED != 0
    }

    /// The nearest built-in exception class of an exception.
    pub(crate) fn exception_base(&self, exception: Value) -> Type {
        let class = self.heap.exception_class(exception);
        let layout = if class.is_object() { self.heap.class_layout(class) } else { class };
        Type::from_index(layout.as_builtin_type().unwrap_or(Type::Exception as u16))
    }

    /// Is the class a subclass of that one (both types as values)? By MRO only, no hooks.
    pub fn is_subclass(&self, class: Value, base: Value) -> bool {
        if class == base {
            return true;
        }
        if let Some(t) = class.as_builtin_type() {
            return base.as_builtin_type().is_some_and(|b| Type::from_index(t).is_a(Type::from_index(b)));
        }
        if self.heap.is_class(class) {
            let mro = self.heap.class_mro(class);
            return (0..self.heap.tuple_len(mro)).any(|i| {
                let item = self.heap.item(mro, i);
                item == base
            });
        }
        false
    }

    /// Is the value an instance of that class, by MRO?
    pub fn is_instance(&self, value: Value, class: Value) -> bool {
        self.is_subclass(self.type_of(value), class)
    }

    /// Is it an instance of that built-in type or a subclass?
    pub fn is_a(&self, value: Value, kind: Type) -> bool {
        self.builtin_type_of(value).is_a(kind)
    }

    /// Is it a type: built-in or a class?
    pub fn is_type(&self, value: Value) -> bool {
        value.as_builtin_type().is_some() || self.heap.is_class(value)
    }

    /// `__name__` of a type.
    pub fn type_name(&self, class: Value) -> Value {
        match class.as_builtin_type() {
            Some(t) => {
                let name = Type::from_index(t).name().as_bytes();
                Value::short_str(name).or_else(|| crate::names::find(name)).unwrap_or(Value::EMPTY_STR)
            }
            None if self.heap.is_class(class) => self.heap.class_name(class),
            None => Value::EMPTY_STR,
        }
    }

    /// Writes the name of a value's type.
    pub fn write_type_name(&self, value: Value, out: &mut dyn core::fmt::Write) -> core::fmt::Result {
        self.write_class_name(self.type_of(value), out)
    }

    /// Writes `__name__` of a type.
    pub fn write_class_name(&self, class: Value, out: &mut dyn core::fmt::Write) -> core::fmt::Result {
        match class.as_builtin_type() {
            Some(t) => {
                write!(out, "{}", Type::from_index(t).full_name())
            }
            None if self.heap.is_class(class) => {
                if self.heap.class_flags(class) & crate::object::class::WITH_MODULE != 0 {
                    let dict = self.heap.class_dict(class);
                    for entry in 0..self.heap.dict_used(dict) {
                        let module = self.heap.entry_value(dict, entry);
                        if self.heap.entry_key(dict, entry) == crate::names::DUNDER_MODULE
                            && self.heap.is_str(module)
                        {
                            out.write_str(self.heap.text(module).as_str())?;
                            out.write_str(".")?;
                        }
                    }
                }
                out.write_str(self.heap.text(self.heap.class_name(class)).as_str())
            }
            None => out.write_str("?"),
        }
    }

    /// The value itself, or the built-in object inside an instance of a subclass of a built-in type.
    #[inline]
    pub fn unwrap(&self, value: Value) -> Value {
        if value.is_object() && self.heap.is_kind(value, Kind::Instance) {
            let payload = self.heap.payload(value);
            if payload.is_null() { value } else { payload }
        } else {
            value
        }
    }

    /// Depth of frames and its limit.
    pub fn recursion_limit(&self) -> usize {
        self.depth_limit
    }

    /// Sets the limit of nested calls, for this program and those after it.
    pub fn set_recursion_limit(&mut self, limit: usize) {
        self.depth_limit = limit;
        self.host_depth_limit = limit;
    }

    /// Sets the limit of nested calls until this program is forgotten: `sys.setrecursionlimit`.
    pub fn change_recursion_limit(&mut self, limit: usize) {
        self.depth_limit = limit;
    }

    /// Most decimal digits of an int as text, 0 for no limit.
    pub fn int_digits_limit(&self) -> usize {
        self.int_digits
    }

    /// Sets the most decimal digits of an int as text, 0 for no limit.
    pub fn set_int_digits_limit(&mut self, digits: usize) {
        self.int_digits = digits;
    }

    /// The bytes of an image value: null is the frozen library.
    pub(crate) fn image_bytes(&self, image: Value) -> &[u8] {
        if image.is_object() { self.heap.blob(image) } else { self.frozen }
    }

    /// The view of a code object in its image.
    pub(crate) fn image_code(
        &self,
        code: Value,
    ) -> Option<(hognose_image::Image<'_>, hognose_image::Code<'_>)> {
        let image = hognose_image::Image::trusted(self.image_bytes(self.heap.code_image(code)));
        let index = self.heap.code_index(code);
        let view = image.code(index)?;
        Some((image, view))
    }

    /// Is the running code part of the frozen library?
    pub(crate) fn in_frozen(&self) -> bool {
        self.heap.code_flags(self.frame_code()) & code::HIDDEN != 0
    }
}

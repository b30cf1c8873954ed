//! The engine.

use crate::convert::{Arguments, ToPython};
use crate::declare::Function;
use crate::handle::{self, Handle};
use crate::level;
use crate::object::{FromPython, Object};
use crate::{Budget, Control, Error, Outcome, Raise, ReadError, control::Request};
use hognose_vm::character::Characters;
use hognose_vm::heap::Root;
use hognose_vm::interp::LoadError;
use hognose_vm::names;
use hognose_vm::native::ModuleDef;
use hognose_vm::snapshot::SnapshotError;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::{CompileError, CompileRequest, Exit, Host, Vm};

/// Instructions between two looks at the clock of a budget.
const SLICE: u64 = 4096;
/// Instructions that showing an exception may take: a script's own `__str__` has a say in it.
const REPORT: u64 = 1 << 24;

/// A Python engine over one block. It never uses another byte, and several of them share nothing.
///
/// The life of a program: load it ([`Engine::load_source`], [`Engine::load_image`]), [`Engine::run`] it until it is
/// [`Outcome::Finished`] or [`Outcome::Failed`], read what it left ([`Engine::result`], [`Engine::global`]), call its functions
/// ([`Engine::call`]).
pub struct Engine<'m> {
    vm: Vm<'m>,
    control: Option<&'m Control>,
}

/// What an engine used so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statistics {
    /// Instructions executed.
    pub fuel: u64,
    /// Bytes of the block in use now, garbage included.
    pub used: usize,
    /// Most bytes ever in use, garbage included.
    pub peak: usize,
    /// Bytes of the block.
    pub block: usize,
    /// Collections.
    pub collections: u32,
    /// Bytes of the largest heap a collection went over: its pause grows with it.
    pub longest_collection: usize,
}

impl<'m> Engine<'m> {
    /// An engine over a block, with the whole library. At least 1 KB; `Error::Memory` when it is less.
    pub fn new(block: &'m mut [u64]) -> Result<Engine<'m>, Error> {
        Engine::with_modules(block, crate::LIBRARY)
    }

    /// An engine over a block with just these built-in modules: see [`modules!`](crate::modules).
    pub fn with_modules(
        block: &'m mut [u64],
        modules: &'m [&'static ModuleDef],
    ) -> Result<Engine<'m>, Error> {
        Engine::with_frozen(block, modules, hognose_lib::FROZEN)
    }

    /// An engine over a block with just these built-in modules and this part of the library written in Python:
    /// [`FROZEN`](crate::FROZEN), or [`CORE`](crate::CORE) for small machines.
    pub fn with_frozen(
        block: &'m mut [u64],
        modules: &'m [&'static ModuleDef],
        frozen: &'static [u8],
    ) -> Result<Engine<'m>, Error> {
        Ok(Engine::over(Vm::new(block, modules, frozen).map_err(|_| Error::Memory)?))
    }

    /// The same over at most that many bytes of the block.
    pub fn within(
        block: &'m mut [u64],
        bytes: usize,
        modules: &'m [&'static ModuleDef],
        frozen: &'static [u8],
    ) -> Result<Engine<'m>, Error> {
        Ok(Engine::over(Vm::within(block, bytes / 8, modules, frozen).map_err(|_| Error::Memory)?))
    }

    /// Gives the block back, for another use. Engines that were in it leave nothing that has to be kept or cleaned up.
    pub fn into_block(self) -> &'m mut [u64] {
        self.vm.heap.mem
    }

    #[allow(unused_mut)]
    fn over(mut vm: Vm<'m>) -> Engine<'m> {
        #[cfg(feature = "compiler")]
        vm.set_compiler(&crate::compile::SourceCompiler);
        Engine { vm, control: None }
    }

    // Snapshots

    /// Bytes of a snapshot taken now.
    pub fn snapshot_len(&self) -> usize {
        self.vm.snapshot_len()
    }

    /// Gives the state of the engine piece by piece to `out`, which says whether it could take the piece. What the host
    /// brings is not part of it: modules, [`Host`], [`Control`].
    ///
    /// ```
    /// use hognose::{Budget, Engine, Outcome};
    ///
    /// let mut block = vec![0u64; 16 * 1024];
    /// let mut engine = Engine::new(&mut block)?;
    /// engine.load_source("n = 0\nfor i in range(1000): n += i", "sum.py")?;
    /// assert_eq!(engine.run(Budget::fuel(500)), Outcome::Spent);
    /// let mut bytes = Vec::new();
    /// engine.snapshot(&mut |piece| {
    ///     bytes.extend_from_slice(piece);
    ///     true
    /// })?;
    /// drop(engine);
    ///
    /// // Later, elsewhere.
    /// let mut block = vec![0u64; 32 * 1024];
    /// let mut engine = Engine::restore(&mut block, &bytes, hognose::LIBRARY)?;
    /// assert_eq!(engine.run(Budget::fuel(1_000_000)), Outcome::Finished);
    /// assert_eq!(engine.global_as::<i64>("n"), Ok(499_500));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn snapshot(&self, out: &mut dyn FnMut(&[u8]) -> bool) -> Result<(), SnapshotError> {
        self.vm.snapshot(out)
    }

    /// Takes up a snapshot in a block, with the same modules that it was taken with. Nothing in it is believed: what
    /// could not have come from a running program is refused. Set the host and the control again.
    pub fn restore(
        block: &'m mut [u64],
        bytes: &[u8],
        modules: &'m [&'static ModuleDef],
    ) -> Result<Engine<'m>, SnapshotError> {
        Engine::restore_with_frozen(block, bytes, modules, hognose_lib::FROZEN)
    }

    /// The same for engines of [`Engine::with_frozen`].
    pub fn restore_with_frozen(
        block: &'m mut [u64],
        bytes: &[u8],
        modules: &'m [&'static ModuleDef],
        frozen: &'static [u8],
    ) -> Result<Engine<'m>, SnapshotError> {
        Ok(Engine::over(Vm::restore(block, bytes, modules, frozen)?))
    }

    /// Who takes output, finds modules, and has the state behind host functions.
    pub fn set_host(&mut self, host: &'m mut dyn Host) {
        self.vm.set_host(host);
    }

    /// Requests from elsewhere to stop, pause or interrupt the program.
    pub fn set_control(&mut self, control: &'m Control) {
        self.vm.set_stop_flag(&control.attention);
        self.control = Some(control);
    }

    /// What the host knows of characters: the names in `\N{...}` and `namereplace`, and the normal form of identifiers. By
    /// default nothing: then such names are refused, and identifiers are what is written. To be set again after
    /// [`Engine::restore`].
    pub fn set_characters(&mut self, characters: Characters) {
        self.vm.set_characters(characters);
    }

    /// `sys.argv`: the name of the program first.
    pub fn set_arguments(&mut self, arguments: &[&str]) -> Result<(), Error> {
        let list =
            crate::List(arguments.iter().copied()).to_python(&mut self.vm).map_err(|_| Error::Memory)?;
        self.vm.heap.set_root(Root::Argv, list);
        Ok(())
    }

    /// Programs may import only these modules of the library and of the host, besides their own. `sys` has to be among them
    /// too. To be set again after [`Engine::restore`].
    ///
    /// ```
    /// use hognose::{Budget, Engine, Outcome};
    ///
    /// let mut block = vec![0u64; 16 * 1024];
    /// let mut engine = Engine::new(&mut block)?;
    /// engine.grant(&["math"]);
    /// engine.load_source("import math, random", "greedy.py")?;
    /// assert_eq!(engine.run(Budget::fuel(100_000)), Outcome::Failed);
    /// assert_eq!(engine.result().message().unwrap().as_text().unwrap().as_str(), "module 'random' is not granted to this program");
    /// # Ok::<(), hognose::Error>(())
    /// ```
    pub fn grant(&mut self, modules: &'m [&'m str]) {
        self.vm.grant_modules(modules);
    }

    /// Most calls inside each other before RecursionError; 1000 if not set. The block may allow fewer.
    pub fn set_recursion_limit(&mut self, limit: usize) {
        self.vm.set_recursion_limit(limit);
    }

    // Programs

    /// Compiles source text and gets ready to run it as `__main__`. `file` is its name in tracebacks. A program that has
    /// not ended is dropped. `Error::Load`: a syntax error; [`Engine::report`] shows it as Python does.
    pub fn load_source(&mut self, source: &str, file: &str) -> Result<(), Error> {
        self.load_source_bytes(source.as_bytes(), file)
    }

    /// The same of bytes that may not be UTF-8: then the error is Python's.
    pub fn load_source_bytes(&mut self, source: &[u8], file: &str) -> Result<(), Error> {
        self.forget();
        self.vm.forget_program();
        let image = self.compile(source, file, 0)?;
        self.vm.start(image).map_err(|_| self.raised())
    }

    /// Checks an image, that the host functions it needs are there, and gets ready to run its main module. A program that
    /// has not ended is dropped.
    pub fn load_image(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.load_image_with(bytes.len(), |target| target.copy_from_slice(bytes))
    }

    /// The same without the proof that the image is well-formed, which takes 17 KB of code: of images that were checked before, such
    /// as those that firmware has inside. `hognose build` makes no others. One that is not well-formed gives wrong results, or
    /// a panic; never an access outside the block.
    pub fn load_trusted_image(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.take_up(|vm| vm.load_trusted_image(bytes))
    }

    /// The same of an image of that many bytes that `fill` puts where it is told to, such as out of flash: it need not be in
    /// memory twice.
    pub fn load_image_with(&mut self, len: usize, mut fill: impl FnMut(&mut [u8])) -> Result<(), Error> {
        self.take_up(|vm| vm.load_image_with(len, &mut fill))
    }

    /// Makes an image the program of the engine, and gets ready to run it.
    fn take_up(&mut self, load: impl FnOnce(&mut Vm<'m>) -> Result<Value, LoadError>) -> Result<(), Error> {
        self.forget();
        self.vm.forget_program();
        let image = load(&mut self.vm)?;
        self.vm.check_imports(image)?;
        self.vm.start(image).map_err(|_| self.raised())
    }

    /// Compiles what was typed at a prompt and gets ready to run it in `__main__` of the program before, which must have
    /// ended: values of expressions are printed.
    pub fn load_line(&mut self, source: &str, file: &str) -> Result<(), Error> {
        self.load_more(source, file, 2)
    }

    /// Compiles an expression and gets ready to evaluate it in `__main__` of the program before, which must have ended.
    /// [`Engine::result`] is its value then.
    pub fn load_expression(&mut self, source: &str, file: &str) -> Result<(), Error> {
        self.load_more(source, file, 1)
    }

    /// Compiles statements and gets ready to run them in `__main__` of the program before, which must have ended: its names
    /// stay.
    pub fn load_statements(&mut self, source: &[u8], file: &str) -> Result<(), Error> {
        self.load_more_bytes(source, file, 0)
    }

    fn load_more(&mut self, source: &str, file: &str, mode: u8) -> Result<(), Error> {
        self.load_more_bytes(source.as_bytes(), file, mode)
    }

    fn load_more_bytes(&mut self, source: &[u8], file: &str, mode: u8) -> Result<(), Error> {
        self.forget();
        let image = self.compile(source, file, mode)?;
        let place = self.vm.heap.hold(image);
        let globals = self.main_namespace();
        let image = self.vm.heap.held(place);
        self.vm.heap.release(place);
        match globals {
            Some(globals) => self.vm.start_over(image, globals).map_err(|_| self.raised()),
            None => Err(Error::NoProgram),
        }
    }

    fn forget(&mut self) {
        self.vm.abandon();
        level::clear(&mut self.vm);
    }

    fn compile(&mut self, source: &[u8], file: &str, mode: u8) -> Result<Value, Error> {
        let request = CompileRequest {
            text: false,
            source,
            file,
            module: "__main__",
            package: false,
            mode,
            separate_locals: false,
            // Of a text that is no file Python shows no lines.
            keep_source: !file.starts_with('<'),
            characters: self.vm.characters(),
        };
        self.vm.compile(&request).map_err(|error| {
            if let LoadError::Source(error) = &error {
                // Without memory for it, the error alone has to do.
                let _ = self.syntax_error(source, file, error);
            }
            error.into()
        })
    }

    /// Makes the exception that CPython would raise, as the result.
    fn syntax_error(
        &mut self,
        source: &[u8],
        file: &str,
        error: &CompileError,
    ) -> hognose_vm::native::Result<()> {
        let [line, column, end_line, end_column] = error.at;
        let shown = error.shown.of(source, file);
        let vm = &mut self.vm;
        let mark = vm.heap.held_mark();
        let result = (|| {
            let message = error.text().to_python(vm)?;
            let message = vm.heap.hold(message);
            if line == 0 {
                let message = vm.heap.held(message);
                return vm.start_call(error.kind.value(), &[message]);
            }
            let file = file.to_python(vm)?;
            let file = vm.heap.hold(file);
            let text = match shown {
                Some((line, open, close)) => line_of_error(vm, line, open, close)?,
                None => Value::NONE,
            };
            let numbers = [line, column, end_line, end_column].map(|n| Value::int(n as i32 as i64));
            let details = [vm.heap.held(file), numbers[0], numbers[1], text, numbers[2], numbers[3]];
            let made = vm.heap.new_tuple(&details);
            let details = vm.grant_memory(made)?;
            let message = vm.heap.held(message);
            vm.start_call(error.kind.value(), &[message, details])
        })();
        vm.heap.release_to(mark);
        result?;
        // Constructors of exceptions are native: this ends at once.
        self.vm.run(SLICE);
        Ok(())
    }

    /// What starting raised is the result already; without memory for that it is the MemoryError.
    fn raised(&mut self) -> Error {
        if !self.vm.heap.is_exception(self.vm.heap.root(Root::Result)) {
            let error = self.vm.heap.root(Root::MemoryError);
            self.vm.heap.set_root(Root::Result, error);
        }
        Error::Raised
    }

    // Running

    /// Runs on until the program ends, the budget is spent or the host is needed. Calling it again goes on where it stood.
    pub fn run(&mut self, budget: Budget<'_>) -> Outcome {
        if let Some(outcome) = self.attend() {
            return outcome;
        }
        if let Some(exception) = level::take_raise(&mut self.vm) {
            if let Some(exit) = self.vm.interrupt(exception, true) {
                return self.settle(exit);
            }
        }
        if self.is_waiting() {
            return Outcome::Waiting;
        }
        let Some((limit, clock)) = budget.time else { return self.run_slice(budget.fuel).0 };
        let start = clock();
        let mut left = budget.fuel;
        loop {
            let (outcome, used) = self.run_slice(left.min(SLICE));
            left = left.saturating_sub(used);
            if outcome != Outcome::Spent || left == 0 {
                return outcome;
            }
            if clock().saturating_sub(start) >= limit {
                return Outcome::TimeSpent;
            }
        }
    }

    /// Runs within that fuel; gives how much was used.
    fn run_slice(&mut self, fuel: u64) -> (Outcome, u64) {
        let before = self.vm.fuel_spent();
        loop {
            let used = self.vm.fuel_spent() - before;
            let exit = self.vm.run(fuel.saturating_sub(used));
            let outcome = match exit {
                Exit::Stopped => self.attend(),
                exit => Some(self.settle(exit)),
            };
            if let Some(outcome) = outcome {
                return (outcome, self.vm.fuel_spent() - before);
            }
        }
    }

    fn settle(&mut self, exit: Exit) -> Outcome {
        match exit {
            Exit::Finished | Exit::Raised => {
                level::pop(&mut self.vm);
                if exit == Exit::Finished { Outcome::Finished } else { Outcome::Failed }
            }
            Exit::Spent => Outcome::Spent,
            Exit::Pending => {
                if !self.is_waiting() {
                    self.vm.heap.set_root(Root::Pending, Value::TRUE);
                }
                Outcome::Waiting
            }
            Exit::Stopped => Outcome::Stopped,
        }
    }

    /// Does what was asked for by [`Control`]; an outcome when the run is over by that.
    fn attend(&mut self) -> Option<Outcome> {
        while let Some(request) = self.control?.take() {
            match request {
                Request::Stop => {
                    self.forget();
                    return Some(Outcome::Stopped);
                }
                Request::Pause => return Some(Outcome::Paused),
                Request::Interrupt => {
                    let _ = self.vm.raise_bare(Type::KeyboardInterrupt);
                    let end = self.throw_into();
                    if end.is_some() {
                        return end;
                    }
                }
            }
        }
        None
    }

    /// Raises this in the program where it stands, for what the host finds out by itself, such as that nobody reads the
    /// output any more. A host function that waits is not waited for any longer. An outcome when nothing handles it;
    /// without a program nothing happens.
    pub fn raise(&mut self, raise: &Raise) -> Option<Outcome> {
        let _ = raise.throw(&mut self.vm);
        self.throw_into()
    }

    /// What was raised is raised in the program.
    fn throw_into(&mut self) -> Option<Outcome> {
        let waiting = self.is_waiting();
        let exception = self.take_raised();
        self.vm.heap.set_root(Root::Pending, Value::NULL);
        let exit = self.vm.interrupt(exception, waiting)?;
        Some(self.settle(exit))
    }

    fn take_raised(&mut self) -> Value {
        let exception = self.vm.heap.root(Root::Raised);
        self.vm.heap.set_root(Root::Raised, Value::NULL);
        exception
    }

    /// Ends the program where it stands, with all calls of the host: no handler and no `finally` of it runs.
    pub fn stop(&mut self) {
        self.forget();
    }

    /// Is there a program or call that has not ended?
    pub fn is_active(&self) -> bool {
        self.vm.is_active()
    }

    // Pending host functions

    /// Does a host function wait for its answer?
    pub fn is_waiting(&self) -> bool {
        !self.vm.heap.root(Root::Pending).is_null()
    }

    /// Which of these functions waits, if it is one of them.
    pub fn waiting_for<'f>(&self, functions: &'f [Function]) -> Option<&'f Function> {
        let pending = self.vm.heap.root(Root::Pending);
        functions.iter().find(|f| Value::int(f.signature as i64) == pending)
    }

    /// The answer of the host function that waits; the next run goes on with it as the value of the call.
    pub fn answer(&mut self, value: impl ToPython) -> Result<(), Error> {
        if !self.is_waiting() {
            return Err(Error::NotWaiting);
        }
        let value = value.to_python(&mut self.vm).map_err(|_| self.memory())?;
        self.vm.heap.set_root(Root::Pending, Value::NULL);
        if self.vm.answer(value).is_err() {
            let exception = self.take_raised();
            level::raise_later(&mut self.vm, exception);
        }
        Ok(())
    }

    /// The host function that waits failed: the next run raises this in the script, out of the call.
    pub fn answer_error(&mut self, raise: &Raise) -> Result<(), Error> {
        if !self.is_waiting() {
            return Err(Error::NotWaiting);
        }
        self.vm.heap.set_root(Root::Pending, Value::NULL);
        let _ = raise.throw(&mut self.vm);
        let exception = self.take_raised();
        level::raise_later(&mut self.vm, exception);
        Ok(())
    }

    fn memory(&mut self) -> Error {
        self.vm.heap.set_root(Root::Raised, Value::NULL);
        Error::Memory
    }

    // Calls from the host

    /// Gets ready to call a function of the script, for example to tell it of an event: the next run runs it, and
    /// [`Engine::result`] is its value then. A program that has not ended, also one that waits for a host function, stays
    /// below and goes on with the run after. At most 32 calls on top of each other.
    pub fn call(&mut self, callable: Handle, arguments: impl Arguments) -> Result<(), Error> {
        let Some(value) = handle::value(&self.vm, callable) else { return Err(Error::NoSuchHandle) };
        let mark = self.vm.heap.held_mark();
        let place = self.vm.heap.hold(value);
        let mut places = [place; 8];
        let mut n = 0;
        let made = arguments.put(&mut self.vm, &mut |vm, value| {
            if let Some(place) = places.get_mut(n) {
                *place = vm.heap.hold(value);
                n += 1;
            }
        });
        let result = made.and_then(|()| level::push(&mut self.vm)).map_err(|_| self.start_failed());
        if result.is_err() {
            self.vm.heap.release_to(mark);
            return result;
        }
        let values = places.map(|place| self.vm.heap.held(place));
        let callable = self.vm.heap.held(place);
        self.vm.heap.release_to(mark);
        self.vm.start_call(callable, &values[..n]).map_err(|_| {
            level::pop(&mut self.vm);
            Error::Raised
        })
    }

    fn start_failed(&mut self) -> Error {
        let exception = self.take_raised();
        self.vm.heap.set_root(Root::Result, exception);
        Error::Raised
    }

    /// Keeps a global of the program, such as a function, as a handle.
    pub fn keep_global(&mut self, name: &str) -> Result<Handle, Error> {
        let value = self.global_value(name).ok_or(Error::NoProgram)?;
        handle::keep(&mut self.vm, value).map_err(|_| self.memory())
    }

    /// Keeps the result of the last run as a handle.
    pub fn keep_result(&mut self) -> Result<Handle, Error> {
        let value = self.vm.heap.root(Root::Result);
        handle::keep(&mut self.vm, value).map_err(|_| self.memory())
    }

    /// What a handle holds.
    pub fn held(&self, handle: Handle) -> Option<Object<'_>> {
        handle::value(&self.vm, handle).map(|value| Object::new(&self.vm.heap, value))
    }

    /// Lets go of what a handle holds; false when it holds nothing.
    pub fn release(&mut self, handle: Handle) -> bool {
        handle::release(&mut self.vm, handle)
    }

    // Values

    /// Value of the last run that ended: the result, or the exception.
    pub fn result(&self) -> Object<'_> {
        Object::new(&self.vm.heap, self.vm.heap.root(Root::Result))
    }

    /// Value of the last run that ended as a Rust type.
    pub fn result_as<'e, T: FromPython<'e>>(&'e self) -> Result<T, ReadError> {
        T::from_python(self.result()).ok_or(ReadError::WrongType { wanted: T::WANTED })
    }

    fn main_namespace(&mut self) -> Option<Value> {
        let modules = self.vm.heap.root(Root::Modules);
        if !modules.is_object() {
            return None;
        }
        let main = self.vm.heap.get_str(modules, names::DUNDER_MAIN)?;
        if self.vm.is_module(main) { Some(self.vm.heap.module_dict(main)) } else { None }
    }

    fn global_value(&mut self, name: &str) -> Option<Value> {
        let namespace = self.main_namespace()?;
        let key = self.vm.heap.find_name(name.as_bytes())?;
        self.vm.heap.get_str(namespace, key).filter(|value| !value.is_unbound())
    }

    /// A global of the program.
    pub fn global(&mut self, name: &str) -> Option<Object<'_>> {
        let value = self.global_value(name)?;
        Some(Object::new(&self.vm.heap, value))
    }

    /// A global of the program as a Rust type.
    pub fn global_as<'e, T: FromPython<'e>>(&'e mut self, name: &str) -> Result<T, ReadError> {
        let object = self.global(name).ok_or(ReadError::NoSuchName)?;
        T::from_python(object).ok_or(ReadError::WrongType { wanted: T::WANTED })
    }

    /// Sets a global of the program that was loaded.
    pub fn set_global(&mut self, name: &str, value: impl ToPython) -> Result<(), Error> {
        let value = value.to_python(&mut self.vm).map_err(|_| self.memory())?;
        let mark = self.vm.heap.held_mark();
        let place = self.vm.heap.hold(value);
        let key = self.vm.heap.intern(name.as_bytes());
        let namespace = self.main_namespace();
        let value = self.vm.heap.held(place);
        self.vm.heap.release_to(mark);
        let key = key.map_err(|_| Error::Memory)?;
        let namespace = namespace.ok_or(Error::NoProgram)?;
        self.vm.heap.set_str(namespace, key, value).map(|_| ()).map_err(|_| Error::Memory)
    }

    // After it

    /// After [`Outcome::Failed`], or an error of loading that raised: shows the exception on standard error as Python does (of a
    /// SystemExit only its message, if any) and gives the exit status: 1, or that of the SystemExit.
    pub fn report(&mut self) -> u8 {
        self.report_within(REPORT)
    }

    /// The same with at most that many instructions: what a script's own `__str__` says after that is not shown.
    pub fn report_within(&mut self, fuel: u64) -> u8 {
        let exception = self.vm.heap.root(Root::Result);
        let was_out_of_memory = exception == self.vm.heap.root(Root::MemoryError);
        self.vm.heap.set_root(Root::Reported, exception);
        match self.vm.run_frozen("_report", exception, fuel).and_then(Value::as_int) {
            Some(status) => status as u8,
            None if was_out_of_memory => {
                self.vm.write(2, b"MemoryError\n");
                1
            }
            None => {
                // Showing it failed: at least class and message of both, without running anything of the program.
                let (first, second) = (self.vm.heap.root(Root::Reported), self.vm.heap.root(Root::Result));
                self.vm.write(2, b"an exception that could not be shown: ");
                self.vm.write_plainly(2, first);
                self.vm.write(2, b"\nbecause of: ");
                self.vm.write_plainly(2, second);
                self.vm.write(2, b"\n");
                1
            }
        }
    }

    /// Gives the host what files of the program have not written yet, because it ended without closing them. Call it when
    /// nothing more will run; the result of the last run is gone then.
    pub fn flush_files(&mut self) {
        let modules = self.vm.heap.root(Root::Modules);
        let key = self.vm.heap.find_name(b"_files").filter(|_| modules.is_object());
        if key.is_some_and(|key| self.vm.heap.get_str(modules, key).is_some()) {
            self.vm.run_frozen("_flush_files", Value::NONE, REPORT);
        }
    }

    /// The image of the program that was loaded.
    pub fn image(&self) -> Option<&[u8]> {
        let image = self.vm.heap.root(Root::FrozenImage);
        if image.is_object() { Some(self.vm.heap.blob(image)) } else { None }
    }

    /// After [`Outcome::Failed`]: line and column (both from 1, 0 when the image does not know) where the exception was
    /// raised, and the place in the image. None when that was not in the program.
    pub fn raised_at(&mut self) -> Option<(u32, u32, u32)> {
        let exception = self.vm.heap.root(Root::Result);
        self.vm.raised_at(exception)
    }

    /// What was used so far.
    pub fn statistics(&self) -> Statistics {
        Statistics {
            fuel: self.vm.fuel_spent(),
            used: self.vm.heap.used_words() * 8,
            peak: self.vm.heap.peak_words() * 8,
            block: self.vm.heap.words() * 8,
            collections: self.vm.heap.collections,
            longest_collection: self.vm.heap.longest_collection * 8,
        }
    }

    /// The engine inside, for natives and ports.
    pub fn vm(&mut self) -> &mut Vm<'m> {
        &mut self.vm
    }
}

/// The line that Python shows with a syntax error, with a line end.
fn line_of_error(vm: &mut Vm<'_>, line: &[u8], open: bool, close: bool) -> hognose_vm::native::Result {
    let line = core::str::from_utf8(line).unwrap_or("").as_bytes();
    let len = line.len() + open as usize + close as usize + 1;
    vm.reserve(hognose_vm::object::string::str_words(len))?;
    let text = vm.heap.alloc_str(len);
    let bytes = vm.heap.str_bytes_mut(text);
    let start = open as usize;
    bytes[..start].fill(b'(');
    bytes[start..start + line.len()].copy_from_slice(line);
    bytes[start + line.len()..len - 1].fill(b')');
    bytes[len - 1] = b'\n';
    let ascii = line.is_ascii();
    Ok(vm.heap.finish_str(text, ascii))
}

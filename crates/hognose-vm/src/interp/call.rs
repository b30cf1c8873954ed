//! Calling anything: functions, natives, classes, bound methods, instances.
//!
//! The arguments of a call always lie in a row in a frame, with one spare word before them. That word takes a receiver, or
//! the new instance while its `__init__` runs.

use super::attribute::Found;
use super::frame::{CARRIER, Cont, meta};
use crate::heap::{Kind, Root};
use crate::lower::op;
use crate::native::{Args, Def, MANY, MODULE_TABLES, Native, Note, Result, Takes, Trap, TypeDef, What};
use crate::object::class;
use crate::object::code::{CODE_RAW, SIMPLE};
use crate::object::function::F_CODE;
use crate::types::Type;
use crate::value::Value;
use crate::vm::{FRAME, Vm};

/// What calling came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Called {
    /// The value, at once.
    Value(Value),
    /// A frame was pushed; its continuation gets the value.
    Frame,
}

/// Fuel of a call of a native, besides what it charges itself.
pub(crate) const NATIVE_COST: i64 = 4;

impl Vm<'_> {
    /// A call instruction whose callee is not a plain function with just its arguments.
    #[inline(never)]
    pub(crate) fn call_instruction(
        &mut self,
        callee: Value,
        args_at: usize,
        n: usize,
        dst: u16,
    ) -> Result<()> {
        if callee.is_object() {
            let pushed = match self.heap.kind(callee) {
                Kind::Function => self.call_plain(callee, args_at, n, 0, Cont::Normal, dst),
                Kind::Class => self.construct(callee, args_at, n, dst),
                _ => false,
            };
            if pushed {
                return Ok(());
            }
        }
        match self.call_at(callee, args_at, n, 0, Cont::Normal, dst)? {
            Called::Value(value) => {
                self.set_reg(dst as usize, value);
                Ok(())
            }
            Called::Frame => Ok(()),
        }
    }

    /// Calls with keyword names.
    pub(crate) fn op_call_keywords(&mut self, w: u64) -> Result<()> {
        let mut base = op::a(w);
        let mut n = op::b(w);
        let mut callee = self.reg(base);
        if w as u8 == op::CALLMK {
            if callee.is_null() {
                base += 1;
                callee = self.reg(base);
            } else {
                n += 1;
            }
        }
        let names = self.constant(op::cs(w));
        let keywords = if self.heap.is_kind(names, Kind::Tuple) { self.heap.tuple_len(names) } else { 0 };
        if keywords > n {
            return Err(self.raise(Type::SystemError, "more keyword names than arguments"));
        }
        self.heap.set_root(Root::CallKeywords, names);
        let dst = op::a(w) as u16;
        let at = self.heap.floor + FRAME + base + 1;
        if self.heap.is_kind(callee, Kind::Function)
            && self.call_plain(callee, at, n - keywords, keywords, Cont::Normal, dst)
        {
            return Ok(());
        }
        match self.call_at(callee, at, n - keywords, keywords, Cont::Normal, dst)? {
            Called::Value(value) => self.set_reg(dst as usize, value),
            Called::Frame => {}
        }
        Ok(())
    }

    /// Calls with the values of that slice from anywhere in the engine. The values need not be held by the caller.
    pub(crate) fn call_values(
        &mut self,
        callee: Value,
        args: &[Value],
        cont: Cont,
        dst: u16,
    ) -> Result<Called> {
        if let Some(done) = self.call_simple(callee, args, cont, dst)? {
            return Ok(done);
        }
        let mark = self.heap.held_mark();
        let c = self.heap.hold(callee);
        for &arg in args {
            self.heap.hold(arg);
        }
        let at = self.push_carrier(args.len(), cont, dst);
        let at = match at {
            Ok(at) => at,
            Err(trap) => {
                self.heap.release_to(mark);
                return Err(trap);
            }
        };
        for i in 0..args.len() {
            self.heap.mem[at + i] = self.heap.held_at(mark + 1 + i).0;
        }
        let callee = self.heap.held(c);
        self.heap.release_to(mark);
        self.call_on_carrier(callee, at, args.len(), 0)
    }

    /// Calls with arguments on the carrier that is the youngest frame; drops the carrier when the value is there at once.
    pub(crate) fn call_on_carrier(
        &mut self,
        callee: Value,
        at: usize,
        n: usize,
        keywords: usize,
    ) -> Result<Called> {
        let fp = self.heap.floor;
        match self.call_at(callee, at, n, keywords, Cont::Normal, 0) {
            Ok(Called::Value(value)) => {
                debug_assert_eq!(fp, self.heap.floor);
                self.pop_frame();
                Ok(Called::Value(value))
            }
            Ok(Called::Frame) => Ok(Called::Frame),
            // The carrier is dropped by unwinding.
            Err(trap) => Err(trap),
        }
    }

    /// A call of a plain function with just its arguments: no carrier needed.
    fn call_simple(&mut self, callee: Value, args: &[Value], cont: Cont, dst: u16) -> Result<Option<Called>> {
        if !self.heap.is_kind(callee, Kind::Function) {
            return Ok(None);
        }
        let code = self.heap.field(callee, F_CODE);
        if !self.heap.is_kind(code, Kind::Code)
            || self.heap.code_flags(code) & SIMPLE == 0
            || self.heap.code_params(code).0 != args.len()
        {
            return Ok(None);
        }
        let words = self.heap.code_registers(code) + FRAME;
        if self.heap.floor < words + self.heap.limit || self.depth >= self.depth_limit {
            return Ok(None);
        }
        let new = self.heap.floor - words;
        let (carried, below) = (self.carried(), self.code_below());
        let mem = &mut self.heap.mem;
        mem[new] = self.pc as u64 | (words as u64) << 32;
        mem[new + 1] = meta(cont, carried, dst);
        mem[new + 2] = callee.0;
        mem[new + 3] = below.0;
        for (i, arg) in args.iter().enumerate() {
            mem[new + FRAME + i] = arg.0;
        }
        mem[new + FRAME + args.len()..new + words].fill(Value::UNBOUND.0);
        self.heap.floor = new;
        self.depth += 1;
        self.pc = self.heap.code_start(code);
        self.fuel -= self.heap.code_len(code) as i64;
        Ok(Some(Called::Frame))
    }

    /// Calls `callee` with `n` positional and then `keywords` named arguments that lie at word `at` of the block; names are in
    /// the root `CallKeywords`.
    pub(crate) fn call_at(
        &mut self,
        callee: Value,
        at: usize,
        n: usize,
        keywords: usize,
        cont: Cont,
        dst: u16,
    ) -> Result<Called> {
        let (mut callee, mut at, mut n) = (callee, at, n);
        let mut spare = true;
        // Each turn takes one layer off: bound methods, instances with __call__.
        for _ in 0..32 {
            if !spare {
                // The one spare word before the arguments is used: they move to a carrier, which has a new one.
                return self.call_shifted(callee, at, n, keywords, cont, dst);
            }
            if let Some(index) = callee.as_native() {
                return self.call_native_value(index, at, n, keywords, cont, dst);
            }
            if let Some(t) = callee.as_builtin_type() {
                return self.call_builtin_type(Type::from_index(t), at, n, keywords, cont, dst);
            }
            match self.heap.kind(callee) {
                Kind::Function => return self.call_function(callee, at, n, keywords, cont, dst),
                Kind::BoundMethod => {
                    at -= 1;
                    n += 1;
                    self.heap.mem[at] = self.heap.field(callee, 2).0;
                    callee = self.heap.field(callee, 1);
                    spare = self.heap.is_kind(callee, Kind::Function) || callee.as_native().is_some();
                }
                Kind::Class => return self.call_class(callee, at, n, keywords, cont, dst),
                Kind::Record if self.heap.is_record(callee, Type::StaticMethod) => {
                    callee = self.heap.record_field(callee, 0);
                }
                Kind::Record if self.heap.is_record(callee, Type::GenericAlias) => {
                    callee = self.heap.record_field(callee, 0);
                }
                Kind::Instance | Kind::Exception | Kind::Record | Kind::Iter => {
                    let class = self.type_of(callee);
                    let Some(found) = self.find_in_type(class, crate::names::DUNDER_CALL) else {
                        return Err(self.not_callable(callee));
                    };
                    at -= 1;
                    n += 1;
                    self.heap.mem[at] = callee.0;
                    // __call__ itself may be a static method or another callable object, which is not bound.
                    if found.as_native().is_some_and(|index| index >> 16 >= MODULE_TABLES)
                        || matches!(self.heap.kind(found), Kind::BoundMethod | Kind::Class)
                        || self.heap.is_kind(found, Kind::Instance) && self.is_unbindable(found)
                    {
                        at += 1;
                        n -= 1;
                        callee = found;
                    } else if self.heap.is_record(found, Type::StaticMethod) {
                        at += 1;
                        n -= 1;
                        callee = self.heap.record_field(found, 0);
                    } else if self.heap.is_record(found, Type::Property)
                        || self.heap.is_kind(found, Kind::Instance)
                    {
                        callee = self.frozen_function("_call_described")?;
                    } else if self.heap.is_record(found, Type::ClassMethod) {
                        self.heap.mem[at] = class.0;
                        callee = self.heap.record_field(found, 0);
                        spare = self.heap.is_kind(callee, Kind::Function) || callee.as_native().is_some();
                    } else {
                        callee = found;
                        spare = self.heap.is_kind(callee, Kind::Function) || callee.as_native().is_some();
                    }
                }
                _ => return Err(self.not_callable(callee)),
            }
        }
        Err(self
            .raise(Type::RecursionError, "maximum recursion depth exceeded while calling a Python object"))
    }

    /// Is it no descriptor, so that it stays what it is as an attribute of an instance?
    fn is_unbindable(&mut self, found: Value) -> bool {
        let class = self.type_of(found);
        self.find_in_type(class, crate::names::DUNDER_GET).is_none()
    }

    pub(crate) fn not_callable(&mut self, callee: Value) -> Trap {
        self.raise_with(Type::TypeError, |vm, out| {
            out.write_str("'")?;
            vm.write_type_name(callee, out)?;
            out.write_str("' object is not callable")
        })
    }

    /// Calls a native by its number and takes care of what it asks for.
    fn call_native_value(
        &mut self,
        index: u32,
        at: usize,
        n: usize,
        keywords: usize,
        cont: Cont,
        dst: u16,
    ) -> Result<Called> {
        let (table, entry) = (index >> 16, (index & 0xFFFF) as usize);
        let Some(def) = self.native_def(index) else {
            return Err(self.raise(Type::SystemError, "no such native function"));
        };
        let is_method = table < MODULE_TABLES;
        let args = Args { base: at as u32, count: n as u16, keywords: keywords as u16 };
        match def.what {
            What::Function(takes, native) => {
                if is_method {
                    self.check_receiver(Type::from_index(table as u16), def, args)?;
                }
                self.check_count(index, def, takes, n - is_method as usize * (n > 0) as usize, keywords)?;
                self.call_native(native, args, cont, dst)
            }
            What::ClassMethod(takes, native) | What::Static(takes, native) => {
                self.check_count(index, def, takes, n.saturating_sub(1), keywords)?;
                self.call_native(native, args, cont, dst)
            }
            What::Method(native) => self.call_native(native, args, cont, dst),
            What::Frozen(name) | What::FrozenClassMethod(name) => {
                if is_method && matches!(def.what, What::Frozen(_)) {
                    self.check_receiver(Type::from_index(table as u16), def, args)?;
                }
                if is_method {
                    if let Some(count) = def.frozen_count() {
                        let takes = Takes { min: count, max: count, keywords: false };
                        self.check_count(index, def, takes, n.saturating_sub(1), keywords)?;
                    } else if keywords > 0 && !matches!(def.name, "open" | "reconfigure" | "throw") {
                        let takes = Takes { keywords: false, ..Takes::ANY };
                        self.check_count(index, def, takes, n.saturating_sub(1), keywords)?;
                    }
                }
                let function = self.frozen_function(name)?;
                self.call_at(function, at, n, keywords, cont, dst)
            }
            What::Type(kind) => self.call_builtin_type(kind, at, n, keywords, cont, dst),
            What::Getter(_) | What::Member(_) | What::GetSet(_) => {
                Err(self.not_callable(Value::native(index)))
            }
            _ => {
                let _ = entry;
                Err(self.raise(Type::TypeError, "this object is not callable"))
            }
        }
    }

    /// Runs a native and goes on with what it asks for.
    pub(crate) fn call_native(
        &mut self,
        native: crate::native::Native,
        args: Args,
        cont: Cont,
        dst: u16,
    ) -> Result<Called> {
        self.fuel -= NATIVE_COST;
        let mark = self.heap.held_mark();
        let result = native(self, args);
        self.heap.release_to(mark);
        match result {
            Ok(value) => Ok(Called::Value(value)),
            Err(trap) => self.follow(trap, cont, dst),
        }
    }

    /// Goes on with what a native asked for instead of returning a value.
    pub(crate) fn follow(&mut self, trap: Trap, cont: Cont, dst: u16) -> Result<Called> {
        match trap {
            Trap::Call => {
                let callee = self.heap.root(Root::TailCallable);
                match self.tail_args.take() {
                    Some(args) => {
                        self.call_at(callee, args.base as usize, args.len(), args.keyword_count(), cont, dst)
                    }
                    None if !self.heap.root(Root::TailNamespace).is_null() => {
                        self.call_over_namespace(callee, cont, dst)
                    }
                    None => {
                        let n = self.tail_count;
                        let values = self.heap.tail;
                        self.call_values(callee, &values[..n], cont, dst)
                    }
                }
            }
            Trap::Resume => self.resume_from_native(cont, dst),
            trap => Err(trap),
        }
    }

    /// Runs a function without arguments over the namespace that a native left in its root.
    fn call_over_namespace(&mut self, callee: Value, cont: Cont, dst: u16) -> Result<Called> {
        let called = self.call_values(callee, &[], cont, dst);
        let namespace = self.heap.root(Root::TailNamespace);
        self.heap.set_root(Root::TailNamespace, Value::NULL);
        if called == Ok(Called::Frame) {
            self.set_frame_namespace(self.heap.floor, namespace);
        }
        called
    }

    /// The declaration behind a native value.
    pub(crate) fn native_def(&self, index: u32) -> Option<&'static Def> {
        let (table, entry) = (index >> 16, (index & 0xFFFF) as usize);
        if table < MODULE_TABLES {
            self.attributes_of(*Type::ALL.get(table as usize)?).get(entry)
        } else if table == crate::builtins::BUILTINS_TABLE {
            crate::builtins::FUNCTIONS.get(entry)
        } else if table >= crate::builtins::INTRINSICS_TABLE {
            crate::builtins::INTRINSICS.get((table - crate::builtins::INTRINSICS_TABLE) as usize)?.get(entry)
        } else {
            self.modules.get((table - MODULE_TABLES) as usize)?.attributes.get(entry)
        }
    }

    /// What a module brings for that type.
    pub(crate) fn brought(&self, kind: Type) -> Option<&'static TypeDef> {
        match kind {
            Type::Array => self.brought[0],
            Type::Deque => self.brought[1],
            _ => None,
        }
    }

    /// What a module brings for the type of a record.
    pub(crate) fn brought_record(&self, record: Value) -> Option<&'static TypeDef> {
        if !self.heap.is_kind(record, Kind::Record) {
            return None;
        }
        self.brought(Type::from_index(self.heap.aux(record)))
    }

    /// Attributes that a built-in type itself has, sorted by name.
    pub(crate) fn attributes_of(&self, kind: Type) -> &'static [Def] {
        match self.brought(kind) {
            Some(brought) => brought.attributes,
            None => kind.attributes(),
        }
    }

    /// What calling a built-in type runs.
    fn constructor_of(&self, kind: Type) -> Option<Native> {
        match self.brought(kind) {
            Some(brought) => Some(brought.constructor),
            None => crate::builtins::constructor(kind),
        }
    }

    /// An attribute of a built-in type or its bases, and the type that has it.
    pub(crate) fn find_attribute(&self, kind: Type, name: &[u8]) -> Option<(Type, usize)> {
        if let Some(brought) = self.brought(kind) {
            if let Ok(i) = brought.attributes.binary_search_by(|def| def.name.as_bytes().cmp(name)) {
                return Some((kind, i));
            }
        }
        kind.find(name)
    }

    /// What is known of it.
    pub(crate) fn native_note(&self, index: u32) -> Option<&'static Note> {
        let (table, name) = (index >> 16, self.native_def(index)?.name);
        if table < MODULE_TABLES {
            let notes = crate::builtins::notes(*Type::ALL.get(table as usize)?);
            return notes.iter().find(|note| note.name == name);
        }
        self.modules.get((table - MODULE_TABLES) as usize)?.note(name)
    }

    /// Type of a native value as scripts see it.
    pub(crate) fn native_type(&self, value: Value) -> Type {
        match value.as_native() {
            Some(index) if index >> 16 < MODULE_TABLES => match self.native_def(index).map(|d| d.what) {
                Some(What::Getter(_) | What::GetSet(_)) => Type::GetSetDescriptor,
                Some(What::Member(_)) => Type::MemberDescriptor,
                Some(What::Static(..)) => Type::Builtin,
                _ => {
                    let kind = Type::from_index((index >> 16) as u16);
                    let slot = self.native_def(index).is_some_and(|def| def.is_slot(kind));
                    if slot { Type::WrapperDescriptor } else { Type::MethodDescriptor }
                }
            },
            _ => Type::Builtin,
        }
    }

    /// A method of a built-in type was called: its receiver must be of that type. Instances of subclasses are unwrapped.
    fn check_receiver(&mut self, kind: Type, def: &'static Def, args: Args) -> Result<()> {
        if args.is_empty() {
            return Err(self.raise_with(Type::TypeError, |_, out| {
                if def.is_slot(kind) {
                    return write!(
                        out,
                        "descriptor '{}' of '{}' object needs an argument",
                        def.name,
                        kind.full_name()
                    );
                }
                write!(out, "unbound method {}.{}() needs an argument", kind.full_name(), def.name)
            }));
        }
        let receiver = args.get(self, 0);
        if kind == Type::Object || self.builtin_type_of(receiver) == kind {
            if receiver.is_object()
                && !matches!(kind, Type::Object | Type::Deque | Type::Array)
                && self.heap.is_kind(receiver, Kind::Instance)
                && !def.name.starts_with("__init")
                // Without a spec it is `str()`, which the class may define.
                && def.name != "__format__"
                // Subclasses of dict may have `__missing__`, those of iterators their own `__next__`.
                && !(kind == Type::Dict && def.name == "__getitem__")
                && !(is_iterator(kind) && def.name == "__iter__")
                // These show the name of their class.
                && !(matches!(kind, Type::Set | Type::FrozenSet | Type::ByteArray)
                    && matches!(def.name, "__repr__" | "__str__"))
            {
                let inner = self.unwrap(receiver);
                args.set(self, 0, inner);
            }
            return Ok(());
        }
        if self.is_a(receiver, kind)
            || self.heap.is_kind(receiver, Kind::Exception) && self.is_instance(receiver, kind.value())
        {
            if kind == Type::Int {
                // Methods of int see a bool as the number it is.
                if let Some(n) = receiver.as_index() {
                    args.set(self, 0, Value::int(n));
                }
            }
            return Ok(());
        }
        Err(self.raise_with(Type::TypeError, |vm, out| {
            let dunder = def.is_slot(kind);
            if dunder {
                write!(
                    out,
                    "descriptor '{}' requires a '{}' object but received a '",
                    def.name,
                    kind.full_name()
                )?;
            } else {
                write!(
                    out,
                    "descriptor '{}' for '{}' objects doesn't apply to a '",
                    def.name,
                    kind.full_name()
                )?;
            }
            vm.write_type_name(receiver, out)?;
            out.write_str(if dunder { "'" } else { "' object" })
        }))
    }

    /// Number of arguments against the declaration, with CPython's words.
    fn check_count(&mut self, index: u32, def: &Def, takes: Takes, n: usize, keywords: usize) -> Result<()> {
        let table = index >> 16;
        let owner = if table < MODULE_TABLES {
            Type::from_index(table as u16).name()
        } else {
            // Functions of builtins and of frozen code stand beyond all modules.
            self.modules.get((table - MODULE_TABLES) as usize).map_or("", |module| module.name)
        };
        let dot = if owner.is_empty() { "" } else { "." };
        let kind = Type::from_index(if table < MODULE_TABLES { table as u16 } else { 0 });
        let is_slot = table < MODULE_TABLES && def.is_slot(kind);
        let (min, max) = (takes.min as usize, takes.max as usize);
        if keywords > 0 && !takes.keywords {
            let slot = is_slot;
            return Err(self.raise_with(Type::TypeError, |_, out| {
                if slot {
                    return write!(out, "wrapper {}() takes no keyword arguments", def.name);
                }
                write!(out, "{owner}{dot}{}() takes no keyword arguments", def.name)
            }));
        }
        if n >= takes.min as usize && (takes.max == MANY || n <= takes.max as usize)
            || keywords > 0 && n <= takes.max as usize
        {
            return Ok(());
        }
        Err(self.raise_with(Type::TypeError, |_, out| {
            if is_slot {
                // Some wrappers name the function in front of that, and the name is empty.
                let space = if def.is_unpacked(kind) { " " } else { "" };
                let (word, limit) = match (min == max, n < min) {
                    (true, _) => ("", min),
                    (false, true) => ("at least ", min),
                    (false, false) => ("at most ", max),
                };
                let plural = if limit == 1 { "" } else { "s" };
                return write!(out, "{space}expected {word}{limit} argument{plural}, got {n}");
            }
            if takes.min == takes.max && takes.max == 0 {
                return write!(out, "{owner}{dot}{}() takes no arguments ({n} given)", def.name);
            }
            if takes.min == takes.max && takes.max == 1 {
                return write!(out, "{owner}{dot}{}() takes exactly one argument ({n} given)", def.name);
            }
            let (word, limit) = if takes.min == takes.max {
                ("", takes.min)
            } else if n < takes.min as usize {
                ("at least ", takes.min)
            } else {
                ("at most ", takes.max)
            };
            let plural = if limit == 1 { "" } else { "s" };
            write!(out, "{} expected {word}{limit} argument{plural}, got {n}", def.name)
        }))
    }

    /// Calls a function with its arguments in place: binds parameters, pushes the frame (or makes the generator).
    fn call_function(
        &mut self,
        function: Value,
        at: usize,
        n: usize,
        keywords: usize,
        cont: Cont,
        dst: u16,
    ) -> Result<Called> {
        if self.call_plain(function, at, n, keywords, cont, dst) {
            return Ok(Called::Frame);
        }
        let code = self.heap.field(function, F_CODE);
        if !self.heap.is_kind(code, Kind::Code) {
            let place = self.heap.hold(function);
            let lowered = self.lower(code);
            let function = self.heap.held(place);
            self.heap.release(place);
            let code = lowered?;
            self.heap.set_field(function, F_CODE, code);
            return self.call_function(function, at, n, keywords, cont, dst);
        }
        if self.depth >= self.depth_limit {
            return Err(self.raise(Type::RecursionError, "maximum recursion depth exceeded"));
        }
        let flags = self.heap.code_flags(code);
        let registers = self.heap.code_registers(code);
        let words = registers + FRAME;
        let place = self.heap.hold(function);
        let room = self.room_for_frame(words);
        let function = self.heap.held(place);
        self.heap.release(place);
        room?;
        let code = self.heap.field(function, F_CODE);
        let new = self.heap.floor - words;
        let (carried, below) = (self.carried(), self.code_below());
        let mem = &mut self.heap.mem;
        mem[new] = self.pc as u64 | (words as u64) << 32;
        mem[new + 1] = meta(cont, carried, dst);
        mem[new + 2] = function.0;
        mem[new + 3] = below.0;
        mem[new + FRAME..new + words].fill(Value::UNBOUND.0);
        self.fuel -= self.heap.code_len(code) as i64;
        if flags & SIMPLE != 0 && keywords == 0 && self.heap.code_params(code).0 == n {
            self.heap.mem.copy_within(at..at + n, new + FRAME);
            self.heap.floor = new;
            self.depth += 1;
            self.pc = CODE_RAW + self.heap.code_values(code);
            return Ok(Called::Frame);
        }
        // The new frame is in place while parameters are bound, so that a collection sees what is there already.
        let saved = self.pc;
        self.heap.floor = new;
        if let Err(trap) = self.bind_parameters(at, n, keywords) {
            self.heap.floor = new + words;
            self.pc = saved;
            return Err(trap);
        }
        self.depth += 1;
        let code = self.frame_code();
        self.pc = CODE_RAW + self.heap.code_values(code);
        use crate::object::code::{ASYNC_GENERATOR, COROUTINE, GENERATOR};
        if flags & (GENERATOR | COROUTINE | ASYNC_GENERATOR) != 0 {
            self.depth -= 1;
            return self.frame_to_generator().map(Called::Value);
        }
        Ok(Called::Frame)
    }

    /// Calls a user class: makes the instance and calls `__init__`.
    fn call_class(
        &mut self,
        class: Value,
        at: usize,
        n: usize,
        keywords: usize,
        cont: Cont,
        dst: u16,
    ) -> Result<Called> {
        let flags = self.heap.class_flags(class);
        let metaclass = self.heap.class_metaclass(class);
        if metaclass.is_object() {
            if let Some(call) = self.find_in_type(metaclass, crate::names::DUNDER_CALL) {
                if call.as_native().is_none() {
                    self.heap.mem[at - 1] = class.0;
                    return self.call_shifted(call, at - 1, n + 1, keywords, cont, dst);
                }
            }
        }
        let plain = flags
            & (class::HAS_NEW
                | class::HAS_PAYLOAD
                | class::IS_EXCEPTION
                | class::IS_META
                | class::IS_ABSTRACT)
            == 0;
        let exception =
            class::HAS_NEW | class::HAS_PAYLOAD | class::IS_META | class::IS_ABSTRACT | class::IS_EXCEPTION;
        if flags & exception == class::IS_EXCEPTION && keywords == 0 {
            if let Some(called) = self.call_exception_class(class, at, n, cont, dst)? {
                return Ok(called);
            }
        }
        if !plain {
            // The class is the first argument; the spare word before the arguments takes it.
            self.heap.mem[at - 1] = class.0;
            let function = self.frozen_function("_class_call")?;
            return self.call_shifted(function, at - 1, n + 1, keywords, cont, dst);
        }
        if flags & class::HAS_INIT == 0 {
            if n + keywords > 0 {
                return Err(self.raise_with(Type::TypeError, |vm, out| {
                    vm.write_class_name(class, out)?;
                    out.write_str("() takes no arguments")
                }));
            }
            return Ok(Called::Value(self.new_instance(class)?));
        }
        let instance = self.new_instance(class)?;
        self.heap.mem[at - 1] = instance.0;
        let class = self.heap.instance_class(instance);
        let Some(init) = self.find_in_type(class, crate::names::DUNDER_INIT) else {
            return Err(self.raise(Type::SystemError, "__init__ went away"));
        };
        // The spare word keeps the instance for the continuation, so the receiver needs a word of its own.
        self.call_init(init, instance, at, n, keywords, cont, dst)
    }

    /// Makes an exception of a user class whose `__new__` is that of all exceptions; None when it is another.
    fn call_exception_class(
        &mut self,
        class: Value,
        at: usize,
        n: usize,
        cont: Cont,
        dst: u16,
    ) -> Result<Option<Called>> {
        let general = |vm: &Self, found: Option<Value>| {
            let index = found.and_then(Value::as_native)?;
            match vm.native_def(index)?.what {
                What::Function(_, native) | What::Static(_, native)
                    if index >> 16 == Type::BaseException as u32 =>
                {
                    Some(native)
                }
                _ => None,
            }
        };
        let new = self.find_in_type(class, crate::names::DUNDER_NEW);
        let Some(new) = general(self, new) else { return Ok(None) };
        let init = self.find_in_type(class, crate::names::DUNDER_INIT);
        let native_init = general(self, init);
        let is_function = init.is_some_and(|init| self.heap.is_kind(init, Kind::Function));
        if native_init.is_none() && !is_function {
            return Ok(None);
        }
        self.fuel -= NATIVE_COST;
        let args = Args { base: at as u32 - 1, count: n as u16 + 1, keywords: 0 };
        let mark = self.heap.held_mark();
        self.heap.mem[at - 1] = class.0;
        let made = new(self, args);
        self.heap.release_to(mark);
        let exception = made?;
        self.heap.mem[at - 1] = exception.0;
        if let Some(native) = native_init {
            let done = native(self, args);
            self.heap.release_to(mark);
            done?;
            return Ok(Some(Called::Value(Value(self.heap.mem[at - 1]))));
        }
        let class = self.heap.exception_class(exception);
        let Some(init) = self.find_in_type(class, crate::names::DUNDER_INIT) else { return Ok(None) };
        self.call_init(init, exception, at, n, 0, cont, dst).map(Some)
    }

    /// Calls with the arguments copied to a new carrier.
    fn call_shifted(
        &mut self,
        callee: Value,
        at: usize,
        n: usize,
        keywords: usize,
        cont: Cont,
        dst: u16,
    ) -> Result<Called> {
        let place = self.heap.hold(callee);
        let carrier = self.push_carrier(n + keywords, cont, dst);
        let callee = self.heap.held(place);
        self.heap.release(place);
        let new_at = carrier?;
        self.heap.mem.copy_within(at..at + n + keywords, new_at);
        self.call_on_carrier(callee, new_at, n, keywords)
    }

    /// Calls `__init__` with a receiver that is not next to the arguments.
    fn call_init(
        &mut self,
        init: Value,
        instance: Value,
        at: usize,
        n: usize,
        keywords: usize,
        cont: Cont,
        dst: u16,
    ) -> Result<Called> {
        // Plain functions: the frame is filled directly.
        if keywords == 0 && self.heap.is_kind(init, Kind::Function) && n < 7 {
            let mut values = [Value::NONE; 8];
            values[0] = instance;
            for i in 0..n {
                values[1 + i] = Value(self.heap.mem[at + i]);
            }
            let on_instruction = cont == Cont::Normal && self.frame_flags(self.heap.floor) & CARRIER == 0;
            if on_instruction || self.frame_flags(self.heap.floor) & CARRIER != 0 {
                let simple = self.call_simple(init, &values[..n + 1], Cont::Init, dst)?;
                if let Some(called) = simple {
                    return Ok(called);
                }
            }
        }
        // Anything else: a carrier with the receiver before the arguments; its spare word keeps the instance.
        let mark = self.heap.held_mark();
        let (i, f) = (self.heap.hold(instance), self.heap.hold(init));
        let carrier = self.push_carrier(n + keywords + 1, cont, dst);
        let (instance, init) = (self.heap.held(i), self.heap.held(f));
        self.heap.release_to(mark);
        let new_at = carrier?;
        self.heap.mem[new_at - 1] = instance.0;
        self.heap.mem[new_at] = instance.0;
        self.heap.mem.copy_within(at..at + n + keywords, new_at + 1);
        match self.call_at(init, new_at, n + 1, keywords, Cont::Init, 0)? {
            Called::Value(value) => {
                if !value.is_none() {
                    return Err(self.raise(Type::TypeError, "__init__() should return None"));
                }
                let instance = Value(self.heap.mem[new_at - 1]);
                self.pop_frame();
                Ok(Called::Value(instance))
            }
            Called::Frame => Ok(Called::Frame),
        }
    }

    /// A new instance of a user class.
    pub fn new_instance(&mut self, class: Value) -> Result<Value> {
        self.heap.new_instance(class).map_err(|_| self.out_of_memory())
    }

    /// Calls a built-in type: its `__new__`, in effect.
    fn call_builtin_type(
        &mut self,
        kind: Type,
        at: usize,
        n: usize,
        keywords: usize,
        cont: Cont,
        dst: u16,
    ) -> Result<Called> {
        let args = Args { base: at as u32, count: n as u16, keywords: keywords as u16 };
        let native: crate::native::Native = match self.constructor_of(kind) {
            Some(native) => native,
            None => {
                return Err(self.raise_with(Type::TypeError, |vm, out| {
                    out.write_str("cannot create '")?;
                    vm.write_class_name(kind.value(), out)?;
                    out.write_str("' instances")
                }));
            }
        };
        // The constructor learns which type it makes from the spare word.
        self.heap.mem[at - 1] = kind.value().0;
        self.call_native(native, args, cont, dst)
    }

    /// Calls a frozen function of the library with values.
    pub(crate) fn call_frozen(
        &mut self,
        name: &'static str,
        args: &[Value],
        cont: Cont,
        dst: u16,
    ) -> Result<Called> {
        let mark = self.heap.held_mark();
        for &arg in args {
            self.heap.hold(arg);
        }
        let function = self.frozen_function(name);
        let mut values = [Value::NONE; 8];
        for i in 0..args.len().min(8) {
            values[i] = self.heap.held_at(mark + i);
        }
        self.heap.release_to(mark);
        let function = function?;
        self.call_values(function, &values[..args.len().min(8)], cont, dst)
    }

    /// Calls a frozen function for an instruction: its value goes to register `dst`.
    pub(crate) fn frozen_into(&mut self, name: &'static str, args: &[Value], dst: usize) -> Result<()> {
        match self.call_frozen(name, args, Cont::Normal, dst as u16)? {
            Called::Value(value) => self.set_reg(dst, value),
            Called::Frame => {}
        }
        Ok(())
    }

    /// Calls a frozen function for an instruction that has no result.
    pub(crate) fn frozen_discard(&mut self, name: &'static str, args: &[Value]) -> Result<()> {
        self.call_frozen(name, args, Cont::Discard, 0).map(|_| ())
    }

    /// Calls for an instruction: value to register `dst`.
    pub(crate) fn call_into(&mut self, callee: Value, args: &[Value], dst: usize) -> Result<()> {
        match self.call_values(callee, args, Cont::Normal, dst as u16)? {
            Called::Value(value) => self.set_reg(dst, value),
            Called::Frame => {}
        }
        Ok(())
    }

    /// Calls a special method that was found in the class of `args[0]`, its receiver: bound as an attribute of it would be.
    pub(crate) fn call_special(&mut self, found: Value, args: &[Value], cont: Cont, dst: u16) -> Result<()> {
        if self.heap.is_kind(found, Kind::Function) || args.is_empty() {
            return self.call_then(found, args, cont, dst);
        }
        let mark = self.heap.held_mark();
        for &arg in args {
            self.heap.hold(arg);
        }
        let class = self.type_of(args[0]);
        let bound = self.bind(found, args[0], class);
        let mut now = [Value::NONE; 8];
        let n = args.len().min(now.len());
        for (i, value) in now.iter_mut().enumerate().take(n) {
            *value = self.heap.held_at(mark + i);
        }
        self.heap.release_to(mark);
        match bound? {
            Found::Method(function) => self.call_then(function, &now[..n], cont, dst),
            Found::Value(function) => self.call_then(function, &now[1..n], cont, dst),
            Found::Call(getter, [a, b, c]) => {
                let count = crate::builtins::getter_count(b, n - 1);
                let parts = [getter, a, b, c, now[1], now[2], count].map(Value::or_none);
                match self.call_frozen("_ask_getter", &parts, cont, dst)? {
                    Called::Value(value) => self.finish(cont, dst, value),
                    Called::Frame => Ok(()),
                }
            }
            Found::Missing => Err(self.not_callable(found)),
        }
    }

    /// Calls and finishes by continuation, whether the value is there at once or later.
    pub(crate) fn call_then(&mut self, callee: Value, args: &[Value], cont: Cont, dst: u16) -> Result<()> {
        match self.call_values(callee, args, cont, dst)? {
            Called::Value(value) => self.finish(cont, dst, value),
            Called::Frame => Ok(()),
        }
    }
}

impl Vm<'_> {
    /// `f(*args, **kwargs)`: a tuple or list of positional arguments, and a dict with string keys.
    pub(crate) fn op_call_spread(&mut self, w: u64) -> Result<()> {
        let a = op::a(w);
        let args = self.reg(a + 1);
        let with_mapping = op::s(w) != 0;
        if !matches!(self.heap.kind(args), Kind::Tuple | Kind::List) {
            // Any iterable: made a tuple first, by frozen code that then calls.
            let mapping = if with_mapping { self.reg(a + 2) } else { Value::NONE };
            let callee = self.reg(a);
            return self.frozen_into("_call_spread", &[callee, args, mapping], a);
        }
        let mapping = if with_mapping { self.reg(a + 2) } else { Value::NULL };
        if with_mapping && !self.heap.is_kind(mapping, Kind::Dict) {
            let callee = self.reg(a);
            return self.frozen_into("_call_spread", &[callee, args, mapping], a);
        }
        let callee = self.reg(a);
        if self.heap.is_kind(callee, Kind::Function)
            && self.call_spread_plain(callee, args, mapping, a as u16)
        {
            return Ok(());
        }
        let n = self.heap.items(args).len();
        let keywords = if with_mapping { self.heap.dict_len(mapping) } else { 0 };
        if n + keywords > 0xFFF0 {
            return Err(self.raise(Type::OverflowError, "too many arguments"));
        }
        // Names into a tuple, values onto a carrier.
        self.reserve(1 + keywords)?;
        let names = self.heap.alloc_tuple(keywords);
        self.heap.set_root(Root::CallKeywords, names);
        let at = self.push_carrier(n + keywords, Cont::Normal, a as u16)?;
        // The registers of the caller are now one frame up.
        let caller = self.heap.floor + self.frame_words(self.heap.floor) + FRAME + a;
        let args = Value(self.heap.mem[caller + 1]);
        for i in 0..n {
            self.heap.mem[at + i] = self.heap.items(args)[i];
        }
        if with_mapping {
            let mapping = Value(self.heap.mem[caller + 2]);
            let names = self.heap.root(Root::CallKeywords);
            let mut entry = 0;
            for i in 0..keywords {
                let Some(found) = self.heap.next_entry(mapping, entry) else { break };
                // Of a string of a subclass the string counts.
                let key = self.unwrap(self.heap.entry_key(mapping, found));
                if !self.heap.is_str(key) {
                    return Err(self.raise(Type::TypeError, "keywords must be strings"));
                }
                self.heap.set_item(names, i, key);
                self.heap.mem[at + n + i] = self.heap.entry_value(mapping, found).0;
                entry = found + 1;
            }
        }
        let callee = Value(self.heap.mem[caller]);
        match self.call_on_carrier(callee, at, n, keywords)? {
            Called::Value(value) => self.set_reg(a, value),
            Called::Frame => {}
        }
        Ok(())
    }
}

/// Is it a type of iterators that classes can derive from?
fn is_iterator(kind: Type) -> bool {
    matches!(kind, Type::Enumerate | Type::Zip | Type::Map | Type::Filter | Type::Reversed)
}

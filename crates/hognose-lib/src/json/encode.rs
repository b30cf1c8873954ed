//! Values to text.

use super::{AGAIN, SLICE};
use crate::jsontext::{escape_into, escaped_len};
use hognose_vm::builtins::Growing;
use hognose_vm::heap::{Held, Kind};
use hognose_vm::native::{Args, Result, Trap};
use hognose_vm::num::{bigint, float};
use hognose_vm::object::list::list_words;
use hognose_vm::text::sink::Fixed;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

// The list that an encoding is: what frozen code sees of it is in `lib_json.py`.

/// Texts that are done, a list.
const PARTS: usize = 0;
/// Open containers, [`LEVEL`] values each, a list.
const STACK: usize = 1;
const ITEM_SEPARATOR: usize = 2;
const KEY_SEPARATOR: usize = 3;
/// Text of one indent, or None.
const INDENT: usize = 4;
const FLAGS: usize = 5;
/// The value that comes next, or what frozen code is asked about.
const VALUE: usize = 6;
/// Does the value come next, or what is open?
const READY: usize = 7;
const STATE: usize = 9;

/// A level: the object, what is gone through, how far, and how.
const LEVEL: usize = 4;
const OBJECT: usize = 0;
const SOURCE: usize = 1;
const AT: usize = 2;
const MODE: usize = 3;

/// Items of a list or tuple.
const ITEMS: i64 = 0;
/// Entries of a dict.
const ENTRIES: i64 = 1;
/// Pairs of a list that `items()` of a script gave.
const PAIRS: i64 = 2;
/// Entries of a dict by a sorted list of its keys.
const SORTED: i64 = 3;
/// The object became another value by `default`.
const REPLACED: i64 = 4;
/// In the mode: there is an item already.
const LATER: i64 = 8;

const SKIP_KEYS: i64 = 1;
const ENSURE_ASCII: i64 = 2;
const CHECK_CIRCULAR: i64 = 4;
const ALLOW_NAN: i64 = 8;
const SORT_KEYS: i64 = 16;

// What frozen code is asked for.
const CALL_DEFAULT: i64 = 2;
const CALL_ITEMS: i64 = 3;
const CALL_SORTED: i64 = 4;

/// Text on its way: small pieces are gathered before they go to the block.
struct Out {
    text: Growing,
    near: [u8; 256],
    len: usize,
}

impl Out {
    fn flush(&mut self, vm: &mut Vm<'_>) -> Result<()> {
        let len = core::mem::take(&mut self.len);
        self.text.put(vm, self.near.get(..len).unwrap_or(&[]))
    }

    /// Bytes from elsewhere than the block.
    fn put(&mut self, vm: &mut Vm<'_>, bytes: &[u8]) -> Result<()> {
        if self.near.len() - self.len < bytes.len() {
            self.flush(vm)?;
        }
        match self.near.get_mut(self.len..self.len + bytes.len()) {
            Some(out) => {
                out.copy_from_slice(bytes);
                self.len += bytes.len();
                Ok(())
            }
            None => self.text.put(vm, bytes),
        }
    }

    /// A string of the block as it is.
    fn put_text(&mut self, vm: &mut Vm<'_>, value: Value) -> Result<()> {
        let text = vm.heap.text(value);
        if let Some(out) = self.near.get_mut(self.len..self.len + text.len()) {
            out.copy_from_slice(&text);
            self.len += text.len();
            return Ok(());
        }
        let place = vm.heap.hold(value);
        self.flush(vm)?;
        let value = vm.heap.held(place);
        self.text.put_part(vm, value, 0, usize::MAX)?;
        vm.heap.release(place);
        Ok(())
    }

    /// A string of the block in quotes.
    fn put_quoted(&mut self, vm: &mut Vm<'_>, value: Value, ascii: bool) -> Result<()> {
        let len = vm.heap.text(value).len();
        vm.charge(len / 8);
        if len + 2 > self.near.len() - self.len {
            let place = vm.heap.hold(value);
            self.flush(vm)?;
            let value = vm.heap.held(place);
            vm.heap.release(place);
            if len + 2 > self.near.len() {
                return self.put_long(vm, value, ascii);
            }
            return self.put_quoted(vm, value, ascii);
        }
        let text = vm.heap.text(value);
        let Some(out) = self.near.get_mut(self.len..) else { return Ok(()) };
        if is_plain(&text, ascii) {
            if let Some([first, inner @ ..]) = out.get_mut(..len + 2) {
                *first = b'"';
                inner[..len].copy_from_slice(&text);
                inner[len] = b'"';
            }
            self.len += len + 2;
            return Ok(());
        }
        let inner = out.len() - 1;
        out[0] = b'"';
        let done = escape_into(&text, ascii, out.get_mut(1..inner).unwrap_or(&mut []));
        if done.read == len {
            out[1 + done.written] = b'"';
            self.len += done.written + 2;
            return Ok(());
        }
        let place = vm.heap.hold(value);
        self.flush(vm)?;
        let value = vm.heap.held(place);
        vm.heap.release(place);
        self.put_long(vm, value, ascii)
    }

    /// The same without the gathering.
    #[inline(never)]
    fn put_long(&mut self, vm: &mut Vm<'_>, value: Value, ascii: bool) -> Result<()> {
        let (len, plain) = {
            let text = vm.heap.text(value);
            let plain = is_plain(&text, ascii);
            (if plain { text.len() } else { escaped_len(&text, ascii) }, plain)
        };
        let place = vm.heap.hold(value);
        self.text.put(vm, b"\"")?;
        self.text.add(vm, len, [place], |others, [value], out| {
            others.part(value, 0, usize::MAX, |text| {
                if plain {
                    let n = text.len().min(out.len());
                    out[..n].copy_from_slice(&text[..n]);
                } else {
                    escape_into(text, ascii, out);
                }
            });
        })?;
        vm.heap.release(place);
        self.text.put(vm, b"\"")
    }

    /// What is there so far, as a string.
    fn finish(&mut self, vm: &mut Vm<'_>) -> Result {
        self.flush(vm)?;
        Ok(self.text.text(vm))
    }
}

/// Does text go into quotes as it is?
fn is_plain(text: &[u8], ascii: bool) -> bool {
    let last = if ascii { 0x7e } else { 0xff };
    text.iter().fold(true, |plain, &b| plain & (b >= 0x20) & (b <= last) & (b != b'"') & (b != b'\\'))
}

/// What encoding a piece came to.
enum Came {
    /// Go on.
    On,
    /// Frozen code must do something.
    Ask(i64),
}

struct Encoder {
    state: Held,
    flags: i64,
    depth: usize,
    out: Out,
}

impl Encoder {
    fn field(&self, vm: &Vm<'_>, i: usize) -> Value {
        vm.heap.list_item(vm.heap.held(self.state), i)
    }

    fn set_field(&self, vm: &mut Vm<'_>, i: usize, value: Value) {
        let state = vm.heap.held(self.state);
        vm.heap.set_list_item(state, i, value);
    }

    fn has(&self, flag: i64) -> bool {
        self.flags & flag != 0
    }

    /// Part of a level.
    fn level(&self, vm: &Vm<'_>, level: usize, part: usize) -> Value {
        vm.heap.list_item(self.field(vm, STACK), level * LEVEL + part)
    }

    fn set_level(&self, vm: &mut Vm<'_>, part: usize, value: Value) {
        let stack = self.field(vm, STACK);
        vm.heap.set_list_item(stack, (self.depth - 1) * LEVEL + part, value);
    }

    fn pop(&mut self, vm: &mut Vm<'_>) {
        self.depth -= 1;
        let stack = self.field(vm, STACK);
        vm.heap.set_list_len(stack, self.depth * LEVEL);
    }

    /// Opens a level; may move.
    fn push(&mut self, vm: &mut Vm<'_>, object: Value, source: Value, mode: i64) -> Result<()> {
        if self.has(CHECK_CIRCULAR) {
            vm.charge(self.depth / 8);
            if (0..self.depth).any(|level| self.level(vm, level, OBJECT) == object) {
                return Err(vm.raise(Type::ValueError, "Circular reference detected"));
            }
        }
        if self.depth >= vm.recursion_limit() {
            return Err(vm.raise(
                Type::RecursionError,
                "maximum recursion depth exceeded while encoding a JSON object",
            ));
        }
        let (o, s) = (vm.heap.hold(object), vm.heap.hold(source));
        let stack = self.field(vm, STACK);
        let grown = vm.heap.list_reserve(stack, (self.depth + 1) * LEVEL);
        let stack = vm.grant_memory(grown)?;
        let values = [vm.heap.held(o), vm.heap.held(s), Value::int(0), Value::int(mode)];
        vm.heap.release(o);
        vm.heap.set_list_len(stack, (self.depth + 1) * LEVEL);
        for (i, value) in values.into_iter().enumerate() {
            vm.heap.set_list_item(stack, self.depth * LEVEL + i, value);
        }
        self.depth += 1;
        Ok(())
    }

    /// A line end and the indent of what is open, if there are indents.
    fn line(&mut self, vm: &mut Vm<'_>) -> Result<()> {
        let indent = self.field(vm, INDENT);
        if indent.is_none() {
            return Ok(());
        }
        self.out.put(vm, b"\n")?;
        let replaced = (0..self.depth).filter(|&l| self.level(vm, l, MODE) == Value::int(REPLACED)).count();
        for _ in replaced..self.depth {
            let indent = self.field(vm, INDENT);
            self.out.put_text(vm, indent)?;
        }
        Ok(())
    }

    fn number(&mut self, vm: &mut Vm<'_>, value: Value) -> Result<()> {
        if let Some(n) = value.as_int() {
            let mut digits = [0; 20];
            return self.out.put(vm, bigint::text_i64(n, &mut digits));
        }
        if let Some(x) = value.as_float() {
            let text: &[u8] = if x.is_finite() {
                let mut room = [0; 40];
                let mut sink = Fixed::new(&mut room);
                let _ = float::repr(x, &mut sink);
                return self.out.put(vm, sink.bytes());
            } else if x.is_nan() {
                b"NaN"
            } else if x > 0.0 {
                b"Infinity"
            } else {
                b"-Infinity"
            };
            if !self.has(ALLOW_NAN) {
                if self.field(vm, INDENT).is_none() {
                    return Err(
                        vm.raise(Type::ValueError, "Out of range float values are not JSON compliant")
                    );
                }
                let shown = if x.is_nan() {
                    "nan"
                } else if x > 0.0 {
                    "inf"
                } else {
                    "-inf"
                };
                return Err(vm.raise_with(Type::ValueError, |_, out| {
                    write!(out, "Out of range float values are not JSON compliant: {shown}")
                }));
            }
            return self.out.put(vm, text);
        }
        let place = vm.heap.hold(value);
        self.out.flush(vm)?;
        let value = vm.heap.held(place);
        self.out.text.put_int(vm, value)?;
        vm.heap.release(place);
        Ok(())
    }

    /// A value that is no container; false for others.
    #[inline]
    fn scalar(&mut self, vm: &mut Vm<'_>, value: Value) -> Result<bool> {
        if vm.heap.is_str(value) {
            let ascii = self.has(ENSURE_ASCII);
            self.out.put_quoted(vm, value, ascii)?;
            return Ok(true);
        }
        let word: &[u8] = match value {
            Value::NONE => b"null",
            Value::TRUE => b"true",
            Value::FALSE => b"false",
            _ if value.is_int() || value.is_float() || vm.heap.is_kind(value, Kind::BigInt) => {
                self.number(vm, value)?;
                return Ok(true);
            }
            _ => return Ok(false),
        };
        self.out.put(vm, word)?;
        Ok(true)
    }

    /// Any value: as a whole, or its beginning.
    fn value(&mut self, vm: &mut Vm<'_>, outer: Value) -> Result<Came> {
        let value = vm.unwrap(outer);
        if self.scalar(vm, value)? {
            return Ok(Came::On);
        }
        let outer = if outer.is_object() { outer } else { value };
        match vm.heap.kind(value) {
            Kind::List | Kind::Tuple => {
                if vm.heap.items(value).is_empty() {
                    self.out.put(vm, b"[]")?;
                    return Ok(Came::On);
                }
                self.push(vm, outer, value, ITEMS)?;
                self.out.put(vm, b"[")?;
                self.line(vm)?;
                Ok(Came::On)
            }
            Kind::Dict => {
                if vm.heap.dict_len(value) == 0 {
                    self.out.put(vm, b"{}")?;
                    return Ok(Came::On);
                }
                let own_items = outer != value && has_items(vm, outer);
                let (mode, came) = if own_items {
                    (PAIRS, Came::Ask(CALL_ITEMS))
                } else if self.has(SORT_KEYS) {
                    (SORTED, Came::Ask(CALL_SORTED))
                } else {
                    (ENTRIES, Came::On)
                };
                // Looking for the method may have moved things: what is encoded is in the state.
                let outer = self.field(vm, VALUE);
                let value = vm.unwrap(outer);
                self.push(vm, outer, value, mode)?;
                self.out.put(vm, b"{")?;
                self.line(vm)?;
                Ok(came)
            }
            _ => {
                self.push(vm, outer, Value::NONE, REPLACED)?;
                Ok(Came::Ask(CALL_DEFAULT))
            }
        }
    }

    /// Goes on with what is open: the next value, or none when a level was closed.
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let top = self.depth - 1;
        let mode = self.level(vm, top, MODE).as_int().unwrap_or(0);
        let at = self.level(vm, top, AT).as_int().unwrap_or(0).max(0) as usize;
        let source = self.level(vm, top, SOURCE);
        let (key, value, after) = match mode & !LATER {
            ITEMS => {
                let Some(&item) = vm.heap.items(source).get(at) else {
                    self.close(vm, b"]")?;
                    return Ok(None);
                };
                (Value::NULL, Value(item), at + 1)
            }
            ENTRIES => {
                let Some(entry) = vm.heap.next_entry(source, at) else {
                    self.close(vm, b"}")?;
                    return Ok(None);
                };
                (vm.heap.entry_key(source, entry), vm.heap.entry_value(source, entry), entry + 1)
            }
            PAIRS => {
                let Some(&pair) = vm.heap.items(source).get(at) else {
                    self.close(vm, b"}")?;
                    return Ok(None);
                };
                let pair = vm.unwrap(Value(pair));
                let [key, value] = *vm.heap.items(pair) else {
                    return Err(vm.raise(Type::ValueError, "items must return 2-tuples"));
                };
                (Value(key), Value(value), at + 1)
            }
            SORTED => {
                let Some(&key) = vm.heap.items(source).get(at) else {
                    self.close(vm, b"}")?;
                    return Ok(None);
                };
                (Value(key), Value::UNBOUND, at + 1)
            }
            _ => {
                self.pop(vm);
                return Ok(None);
            }
        };
        self.set_level(vm, AT, Value::int(after as i64));
        self.set_field(vm, VALUE, value);
        if !key.is_null() {
            if !self.key(vm, key, mode)? {
                return Ok(None);
            }
        } else if mode & LATER != 0 {
            self.separate(vm)?;
        }
        if mode & LATER == 0 {
            self.set_level(vm, MODE, Value::int(mode | LATER));
        }
        Ok(Some(self.field(vm, VALUE)))
    }

    fn separate(&mut self, vm: &mut Vm<'_>) -> Result<()> {
        let separator = self.field(vm, ITEM_SEPARATOR);
        self.out.put_text(vm, separator)?;
        self.line(vm)
    }

    /// A key and the separator behind it; false when it is skipped.
    fn key(&mut self, vm: &mut Vm<'_>, key: Value, mode: i64) -> Result<bool> {
        let inner = vm.unwrap(key);
        let is_str = vm.heap.is_str(inner);
        let good = is_str
            || matches!(inner, Value::NONE | Value::TRUE | Value::FALSE)
            || inner.is_float()
            || vm.heap.is_integer(inner);
        if !good {
            if self.has(SKIP_KEYS) {
                return Ok(false);
            }
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                out.write_str("keys must be str, int, float, bool or None, not ")?;
                vm.write_type_name(key, out)
            }));
        }
        let mark = vm.heap.held_mark();
        let place = vm.heap.hold(inner);
        if mode & !LATER == SORTED {
            self.find_value(vm, key)?;
        }
        if mode & LATER != 0 {
            self.separate(vm)?;
        }
        let inner = vm.heap.held(place);
        if is_str {
            let ascii = self.has(ENSURE_ASCII);
            self.out.put_quoted(vm, inner, ascii)?;
        } else {
            self.out.put(vm, b"\"")?;
            let inner = vm.heap.held(place);
            self.scalar(vm, inner)?;
            self.out.put(vm, b"\"")?;
        }
        vm.heap.release_to(mark);
        let separator = self.field(vm, KEY_SEPARATOR);
        self.out.put_text(vm, separator)?;
        Ok(true)
    }

    /// The value of a sorted key; None when it is no longer there.
    fn find_value(&mut self, vm: &mut Vm<'_>, key: Value) -> Result<()> {
        let place = vm.heap.hold(key);
        let hash = vm.heap.table_hash(vm.unwrap(key)).unwrap_or(0);
        let dict = vm.unwrap(self.level(vm, self.depth - 1, OBJECT));
        let key = vm.unwrap(vm.heap.held(place));
        let value = match vm.heap.find(dict, key, hash) {
            hognose_vm::object::dict::Lookup::Found(entry) => vm.heap.entry_value(dict, entry),
            _ => {
                // A key that only Python code could compare: by identity.
                let key = vm.heap.held(place);
                let used = vm.heap.dict_used(dict);
                vm.charge(used / 8);
                let entry = (0..used).find(|&entry| vm.heap.entry_key(dict, entry) == key);
                entry.map_or(Value::NONE, |entry| vm.heap.entry_value(dict, entry))
            }
        };
        self.set_field(vm, VALUE, value);
        Ok(())
    }

    fn close(&mut self, vm: &mut Vm<'_>, bracket: &[u8]) -> Result<()> {
        self.pop(vm);
        self.line(vm)?;
        self.out.put(vm, bracket)
    }

    /// Runs until the end (None), or until frozen code must do something.
    fn run(&mut self, vm: &mut Vm<'_>) -> Result<Option<i64>> {
        let mut left = SLICE;
        let mark = vm.heap.held_mark();
        if self.field(vm, READY) == Value::TRUE {
            self.set_field(vm, READY, Value::FALSE);
            let value = self.field(vm, VALUE);
            if let Came::Ask(what) = self.value(vm, value)? {
                return Ok(Some(what));
            }
        }
        while self.depth > 0 {
            vm.heap.release_to(mark);
            vm.charge(1);
            left -= 1;
            if left == 0 {
                return Ok(Some(AGAIN));
            }
            if let Some(value) = self.next(vm)? {
                if let Came::Ask(what) = self.value(vm, value)? {
                    return Ok(Some(what));
                }
            }
        }
        Ok(None)
    }
}

/// Has the class of an instance of a subclass of dict its own `items`?
fn has_items(vm: &mut Vm<'_>, object: Value) -> bool {
    let class = vm.type_of(object);
    match vm.heap.find_name(b"items") {
        Some(name) => vm.find_user(class, name).is_some(),
        None => false,
    }
}

/// Goes on with an encoding. Gives what frozen code must do, or None and the text since the last time.
fn go_on(vm: &mut Vm<'_>, state: Held) -> Result<(Option<i64>, Value)> {
    let text = vm.growing(240)?;
    let list = vm.heap.held(state);
    let flags = vm.heap.list_item(list, FLAGS).as_int().unwrap_or(0);
    let depth = vm.heap.list_len(vm.heap.list_item(list, STACK)) / LEVEL;
    let mut encoder = Encoder { state, flags, depth, out: Out { text, near: [0; 256], len: 0 } };
    let wanted = encoder.run(vm)?;
    let text = encoder.out.finish(vm)?;
    Ok((wanted, text))
}

fn check_state(vm: &mut Vm<'_>, list: Value) -> Result<()> {
    let good = vm.heap.is_kind(list, Kind::List)
        && vm.heap.list_len(list) == STATE
        && vm.heap.is_kind(vm.heap.list_item(list, PARTS), Kind::List)
        && vm.heap.is_kind(vm.heap.list_item(list, STACK), Kind::List);
    if good { Ok(()) } else { Err(vm.raise(Type::TypeError, "not an encoding")) }
}

fn keep_part(vm: &mut Vm<'_>, state: Held, text: Value) -> Result<()> {
    let parts = vm.heap.list_item(vm.heap.held(state), PARTS);
    let pushed = vm.heap.list_push(parts, text);
    vm.grant_memory(pushed).map(|_| ())
}

/// `encode(value, default, indent, item_separator, key_separator, flags)`: the text.
pub fn encode(vm: &mut Vm<'_>, args: Args) -> Result {
    for (i, what) in [(3, "5"), (4, "4")] {
        let separator = vm.unwrap(args.get(vm, i));
        if !vm.heap.is_str(separator) {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                write!(out, "make_encoder() argument {what} must be str, not ")?;
                vm.write_type_name(separator, out)
            }));
        }
    }
    let get = |i| vm.unwrap(args.get(vm, i));
    let options = [get(3), get(4), get(2), get(5), args.get(vm, 1)];
    begin(vm, args, options)
}

/// `dumps(value, *, ...)`: without options at once, else frozen code makes an encoder.
pub fn dumps(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.len() != 1 || args.keyword_count() != 0 {
        return Err(crate::argument::forward(vm, "_json_dumps", args));
    }
    let separator = |text: &[u8]| Value::short_str(text).unwrap_or(Value::EMPTY_STR);
    let flags = ENSURE_ASCII | CHECK_CIRCULAR | ALLOW_NAN;
    begin(vm, args, [separator(b", "), separator(b": "), Value::NONE, Value::int(flags), Value::NONE])
}

/// Encodes argument 0. The options: both separators, indent, flags, default.
fn begin(vm: &mut Vm<'_>, args: Args, options: [Value; 5]) -> Result {
    let [item_separator, key_separator, indent, flags, default] = options.map(|value| vm.heap.hold(value));
    vm.reserve(list_words(STATE) + list_words(8 * LEVEL) + list_words(4))?;
    let parts = vm.heap.alloc_list(4);
    vm.heap.set_list_len(parts, 0);
    let stack = vm.heap.alloc_list(8 * LEVEL);
    vm.heap.set_list_len(stack, 0);
    let list = vm.heap.alloc_list(STATE);
    let held = |place| vm.heap.held(place);
    let values = [
        parts,
        stack,
        held(item_separator),
        held(key_separator),
        held(indent),
        held(flags),
        args.get(vm, 0),
        Value::TRUE,
        held(default),
    ];
    for (i, value) in values.into_iter().enumerate() {
        vm.heap.set_list_item(list, i, value);
    }
    let state = vm.heap.hold(list);
    let (wanted, text) = go_on(vm, state)?;
    let Some(wanted) = wanted else { return Ok(text) };
    keep_part(vm, state, text)?;
    let function = vm.frozen_function("_json_encode_on")?;
    let list = vm.heap.held(state);
    Err(vm.tail_call(function, &[list, Value::int(wanted)]))
}

/// `encode_step(state)`: what frozen code must do next, 0 at the end.
pub fn step(vm: &mut Vm<'_>, args: Args) -> Result {
    let list = args.get(vm, 0);
    check_state(vm, list)?;
    let state = vm.heap.hold(list);
    let (wanted, text) = go_on(vm, state)?;
    keep_part(vm, state, text)?;
    Ok(Value::int(wanted.unwrap_or(0)))
}

/// `quote(text, ascii)`: a JSON string.
pub fn quote(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = vm.unwrap(args.get(vm, 0));
    let ascii = args.get(vm, 1) == Value::TRUE;
    if !vm.heap.is_str(value) {
        return Err(no_text(vm, value));
    }
    let text = vm.growing(vm.heap.text(value).len() + 2)?;
    let mut out = Out { text, near: [0; 256], len: 0 };
    let value = vm.unwrap(args.get(vm, 0));
    out.put_quoted(vm, value, ascii)?;
    out.finish(vm)
}

#[cold]
fn no_text(vm: &mut Vm<'_>, value: Value) -> Trap {
    crate::argument::wrong_type(vm, "first argument must be a string, not ", value, "")
}

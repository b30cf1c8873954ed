//! Text to values.

use super::{AGAIN, SLICE};
use crate::jsontext::{ErrorKind, Event, JsonError, Scanner, Span, Text};
use hognose_vm::heap::{Held, Kind};
use hognose_vm::native::{Args, Result, Trap};
use hognose_vm::num::float;
use hognose_vm::object::dict::Lookup;
use hognose_vm::object::list::list_words;
use hognose_vm::object::tuple::tuple_words;
use hognose_vm::text::utf8;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

// The list that a decoding is: what frozen code sees of it is in `lib_json.py`.

const TEXT: usize = 0;
/// Values of what is open, from the outside in. Before those of each array or object stands an int: where the values of
/// what is around it begin, times two, and one more for an object.
const VALUES: usize = 1;
/// Where the scanner stands, three numbers.
const SCANNER: usize = 2;
/// Where the values of the innermost array or object begin, 0 when nothing is open.
const BASE: usize = 5;
const FLAGS: usize = 6;
const HOOKS: usize = 7;
const STATE: usize = 8;

// Bits of the flags.
const STRICT: i64 = 1;
/// One value, and where it ends, is wanted.
const RAW: i64 = 2;
/// A byte-order mark is as wrong as anything.
const NO_MARK: i64 = 4;
/// The first hook: the others follow. Frozen code is asked with the number of the hook and 2.
const HOOK: i64 = 8;
const PAIRS_HOOK: i64 = 0;
const OBJECT_HOOK: i64 = 1;
const FLOAT_HOOK: i64 = 2;
const INT_HOOK: i64 = 3;
const CONSTANT_HOOK: i64 = 4;

/// Arrays and objects that can be open at most, whatever the limit of recursion, in words of 32.
const OPEN: usize = 128;
/// Keys of at most so many bytes are made once.
const KEY: usize = 48;

struct Decoder {
    text: Held,
    values: Held,
    base: usize,
    flags: i64,
    scanner: Scanner,
}

impl Decoder {
    fn has(&self, hook: i64) -> bool {
        self.flags & HOOK << hook != 0
    }

    fn push(&self, vm: &mut Vm<'_>, value: Value) -> Result<()> {
        let values = vm.heap.held(self.values);
        let pushed = vm.heap.list_push(values, value);
        vm.grant_memory(pushed).map(|_| ())
    }

    fn string(&self, vm: &mut Vm<'_>, text: Text) -> Result {
        vm.charge((text.end - text.start) / 8);
        if !text.escaped {
            return self.part(vm, Span { start: text.start, end: text.end });
        }
        // At most as long as what it is made from; 64 bytes at a time.
        let made = vm.growing(text.end - text.start)?;
        let mut chars = text;
        loop {
            let mut near = [0; 64];
            let mut len = 0;
            let mut left = 0;
            {
                let whole = vm.heap.text(vm.heap.held(self.text));
                let mut iter = chars.chars(&whole);
                while len + 4 <= near.len() {
                    let Some(c) = iter.next() else { break };
                    let encoded = utf8::Encoded::new(c);
                    let bytes = encoded.bytes();
                    near[len..len + bytes.len()].copy_from_slice(bytes);
                    len += bytes.len();
                    left = iter.left();
                }
            }
            if len == 0 {
                return Ok(made.text(vm));
            }
            made.put(vm, &near[..len])?;
            chars.start = chars.end - left.min(chars.end);
        }
    }

    fn part(&self, vm: &mut Vm<'_>, span: Span) -> Result {
        {
            let whole = vm.heap.text(vm.heap.held(self.text));
            let bytes = whole.get(span.start..span.end).unwrap_or(&[]);
            if let Some(short) = Value::short_str(bytes) {
                return Ok(short);
            }
        }
        vm.new_str_part(self.text, span.start, span.end)
    }

    /// The same string for the same key.
    fn key(&self, vm: &mut Vm<'_>, text: Text) -> Result {
        if text.escaped || text.end - text.start > KEY {
            return self.string(vm, text);
        }
        let found = {
            let whole = vm.heap.text(vm.heap.held(self.text));
            vm.heap.find_name(whole.get(text.start..text.end).unwrap_or(&[]))
        };
        match found {
            Some(key) => Ok(key),
            None => {
                let key = self.string(vm, text)?;
                let made = vm.heap.intern_value(key);
                vm.grant_memory(made)
            }
        }
    }

    fn int(&self, vm: &mut Vm<'_>, span: Span) -> Result {
        let small = {
            let whole = vm.heap.text(vm.heap.held(self.text));
            let digits = whole.get(span.start..span.end).unwrap_or(&[]);
            let (negative, digits) = match digits {
                [b'-', rest @ ..] => (true, rest),
                _ => (false, digits),
            };
            (digits.len() <= 18).then(|| {
                let n = digits.iter().fold(0i64, |n, &b| n * 10 + i64::from(b.wrapping_sub(b'0') % 10));
                if negative { -n } else { n }
            })
        };
        if let Some(n) = small {
            let made = vm.heap.new_int(n);
            return vm.grant_memory(made);
        }
        let text = self.part(vm, span)?;
        vm.int_of_text(text)
    }

    fn float(&self, vm: &mut Vm<'_>, span: Span) -> Value {
        vm.charge((span.end - span.start) / 8);
        let whole = vm.heap.text(vm.heap.held(self.text));
        Value::float(float::parse(whole.get(span.start..span.end).unwrap_or(&[])).unwrap_or(0.0))
    }

    fn open(&mut self, vm: &mut Vm<'_>, object: bool) -> Result<()> {
        self.push(vm, Value::int((self.base as i64) << 1 | i64::from(object)))?;
        self.base = vm.heap.list_len(vm.heap.held(self.values));
        Ok(())
    }

    /// Puts what was made of the values of the innermost array or object in their place.
    fn close(&mut self, vm: &mut Vm<'_>, made: Value) {
        let values = vm.heap.held(self.values);
        let at = self.base.saturating_sub(1);
        self.base = (vm.heap.list_item(values, at).as_int().unwrap_or(0) >> 1) as usize;
        vm.heap.set_list_item(values, at, made);
        vm.heap.set_list_len(values, at + 1);
    }

    fn array(&mut self, vm: &mut Vm<'_>) -> Result<()> {
        let n = vm.heap.list_len(vm.heap.held(self.values)) - self.base;
        vm.charge(n / 8);
        vm.reserve(list_words(n))?;
        let list = vm.heap.alloc_list(n);
        let values = vm.heap.held(self.values);
        for i in 0..n {
            let value = vm.heap.list_item(values, self.base + i);
            vm.heap.set_list_item(list, i, value);
        }
        self.close(vm, list);
        Ok(())
    }

    fn object(&mut self, vm: &mut Vm<'_>) -> Result<()> {
        let n = (vm.heap.list_len(vm.heap.held(self.values)) - self.base) / 2;
        let made = vm.heap.new_dict();
        let mut dict = vm.grant_memory(made)?;
        if n > 0 {
            let made = vm.heap.dict_reserve(dict, n);
            dict = vm.grant_memory(made)?;
        }
        for i in 0..n {
            let values = vm.heap.held(self.values);
            let key = vm.heap.list_item(values, self.base + 2 * i);
            let value = vm.heap.list_item(values, self.base + 2 * i + 1);
            let hash = vm.heap.str_table_hash(key);
            match vm.heap.find(dict, key, hash) {
                Lookup::Found(entry) => vm.heap.set_entry_value(dict, entry, value),
                _ => {
                    let made = vm.heap.insert_new(dict, key, value, hash);
                    dict = vm.grant_memory(made)?.0;
                }
            }
        }
        self.close(vm, dict);
        Ok(())
    }

    /// A list of pairs, for a hook.
    fn pairs(&mut self, vm: &mut Vm<'_>) -> Result<()> {
        let n = (vm.heap.list_len(vm.heap.held(self.values)) - self.base) / 2;
        vm.charge(n);
        vm.reserve(list_words(n) + n * tuple_words(2))?;
        let list = vm.heap.alloc_list(n);
        let values = vm.heap.held(self.values);
        for i in 0..n {
            let pair = vm.heap.alloc_tuple(2);
            for k in 0..2 {
                let value = vm.heap.list_item(values, self.base + 2 * i + k);
                vm.heap.set_item(pair, k, value);
            }
            vm.heap.set_list_item(list, i, pair);
        }
        self.close(vm, list);
        Ok(())
    }

    /// A number or constant: made, or its text for a hook.
    fn number(&self, vm: &mut Vm<'_>, hook: i64, span: Span) -> Result<Option<i64>> {
        if self.has(hook) {
            let text = self.part(vm, span)?;
            self.push(vm, text)?;
            return Ok(Some(hook + 2));
        }
        let value = match hook {
            INT_HOOK => self.int(vm, span)?,
            _ => self.float(vm, span),
        };
        self.push(vm, value)?;
        Ok(None)
    }

    fn constant(&self, vm: &mut Vm<'_>, text: &str, value: f64) -> Result<Option<i64>> {
        if self.has(CONSTANT_HOOK) {
            let text = crate::argument::text(vm, text.as_bytes())?;
            self.push(vm, text)?;
            return Ok(Some(CONSTANT_HOOK + 2));
        }
        self.push(vm, Value::float(value))?;
        Ok(None)
    }

    /// What is open, as the scanner wants it.
    fn open_words(&self, vm: &mut Vm<'_>) -> [u32; OPEN] {
        let mut open = [0; OPEN];
        let depth = self.scanner.depth();
        vm.charge(depth / 8);
        let values = vm.heap.held(self.values);
        let mut base = self.base;
        for level in (0..depth).rev() {
            if base == 0 {
                break;
            }
            let mark = vm.heap.list_item(values, base - 1).as_int().unwrap_or(0);
            if let Some(word) = open.get_mut(level / 32) {
                *word |= ((mark & 1) as u32) << (level % 32);
            }
            base = (mark >> 1) as usize;
        }
        open
    }

    /// Runs until the end (None), or until frozen code must do something.
    fn run(&mut self, vm: &mut Vm<'_>) -> Result<Option<i64>> {
        let mut open = self.open_words(vm);
        let most = (vm.recursion_limit() / 32 + 1).min(OPEN);
        let mark = vm.heap.held_mark();
        for _ in 0..SLICE {
            vm.heap.release_to(mark);
            vm.charge(1);
            if self.flags & RAW != 0 && self.scanner.is_done() {
                return Ok(None);
            }
            let event = {
                let text = vm.heap.text(vm.heap.held(self.text));
                self.scanner.next(&text, open.get_mut(..most).unwrap_or(&mut []))
            };
            let event = match event {
                Ok(event) => event,
                Err(error) => return Err(self.fail(vm, error)),
            };
            let wanted = match event {
                Event::Null => {
                    self.push(vm, Value::NONE)?;
                    None
                }
                Event::True => {
                    self.push(vm, Value::TRUE)?;
                    None
                }
                Event::False => {
                    self.push(vm, Value::FALSE)?;
                    None
                }
                Event::NaN => self.constant(vm, "NaN", f64::NAN)?,
                Event::Infinity => self.constant(vm, "Infinity", f64::INFINITY)?,
                Event::MinusInfinity => self.constant(vm, "-Infinity", f64::NEG_INFINITY)?,
                Event::Int(span) => self.number(vm, INT_HOOK, span)?,
                Event::Float(span) => self.number(vm, FLOAT_HOOK, span)?,
                Event::Str(text) => {
                    let value = self.string(vm, text)?;
                    self.push(vm, value)?;
                    None
                }
                Event::Key(text) => {
                    let key = self.key(vm, text)?;
                    self.push(vm, key)?;
                    None
                }
                Event::BeginArray => {
                    self.open(vm, false)?;
                    None
                }
                Event::BeginObject => {
                    self.open(vm, true)?;
                    None
                }
                Event::EndArray => {
                    self.array(vm)?;
                    None
                }
                Event::EndObject if self.has(PAIRS_HOOK) => {
                    self.pairs(vm)?;
                    Some(PAIRS_HOOK + 2)
                }
                Event::EndObject => {
                    self.object(vm)?;
                    self.has(OBJECT_HOOK).then_some(OBJECT_HOOK + 2)
                }
                Event::End => return Ok(None),
            };
            if wanted.is_some() {
                return Ok(wanted);
            }
        }
        Ok(Some(AGAIN))
    }

    #[cold]
    fn fail(&self, vm: &mut Vm<'_>, mut error: JsonError) -> Trap {
        if !error.is_decode_error() {
            return vm.raise(Type::RecursionError, error.words());
        }
        if error.kind == ErrorKind::ByteOrderMark && self.flags & NO_MARK != 0 {
            error.kind = ErrorKind::Value;
        }
        let place = error.place(&vm.heap.text(vm.heap.held(self.text))).2;
        let words = match crate::argument::text(vm, error.words().as_bytes()) {
            Ok(words) => vm.heap.hold(words),
            Err(trap) => return trap,
        };
        match vm.frozen_function("_json_fail") {
            Ok(function) => {
                let (words, text) = (vm.heap.held(words), vm.heap.held(self.text));
                vm.tail_call(function, &[words, text, Value::int(place as i64)])
            }
            Err(trap) => trap,
        }
    }

    /// The value, or the pair of value and place behind it.
    fn result(&self, vm: &mut Vm<'_>) -> Result {
        let value = |vm: &Vm<'_>| {
            let values = vm.heap.held(self.values);
            if vm.heap.list_len(values) > 0 { vm.heap.list_item(values, 0) } else { Value::NONE }
        };
        if self.flags & RAW == 0 {
            return Ok(value(vm));
        }
        let end = {
            let text = vm.heap.text(vm.heap.held(self.text));
            utf8::index_of(&text, self.scanner.position())
        };
        vm.reserve(tuple_words(2))?;
        let value = value(vm);
        let pair = vm.heap.alloc_tuple(2);
        vm.heap.set_item(pair, 0, value);
        vm.heap.set_item(pair, 1, Value::int(end as i64));
        Ok(pair)
    }
}

/// `decode(text, start, flags, hooks, None)`: the value of a text; with the flag for that the value that starts at a
/// character, and where it ends. Hooks: for pairs, objects, floats, ints, constants, a tuple, or None.
pub fn decode(vm: &mut Vm<'_>, args: Args) -> Result {
    let text = vm.unwrap(args.get(vm, 0));
    if !vm.heap.is_str(text) {
        return Err(crate::argument::wrong_type(vm, "first argument must be a string, not ", text, ""));
    }
    let flags = args.get(vm, 2).as_int().unwrap_or(0);
    let start = vm.heap.as_i64(vm.unwrap(args.get(vm, 1))).unwrap_or(i64::MAX);
    if start < 0 {
        return Err(vm.raise(Type::ValueError, "idx cannot be negative"));
    }
    let strict = flags & STRICT != 0;
    let scanner = if flags & RAW != 0 {
        let n = vm.heap.str_len(text);
        let index = usize::try_from(start).unwrap_or(usize::MAX);
        if index > n {
            let words = crate::argument::text(vm, b"Expecting value")?;
            let words = vm.heap.hold(words);
            let function = vm.frozen_function("_json_fail")?;
            let (words, text) = (vm.heap.held(words), vm.unwrap(args.get(vm, 0)));
            return Err(vm.tail_call(function, &[words, text, Value::int(start)]));
        }
        let at = if vm.heap.is_ascii(text) {
            index
        } else {
            vm.charge(n / 8);
            utf8::offset_of(&vm.heap.text(text), index).unwrap_or(usize::MAX)
        };
        Scanner::raw(at, strict)
    } else {
        Scanner::new(strict)
    };
    begin(vm, args, flags, scanner)
}

/// `loads(text, *, ...)`: a string without options at once, else frozen code makes a decoder.
pub fn loads(vm: &mut Vm<'_>, args: Args) -> Result {
    let text = vm.unwrap(args.get(vm, 0));
    if args.len() != 1 || args.keyword_count() != 0 || !vm.heap.is_str(text) {
        return Err(crate::argument::forward(vm, "_json_loads", args));
    }
    begin(vm, args, STRICT, Scanner::new(true))
}

/// Decodes argument 0, with the hooks in argument 3.
fn begin(vm: &mut Vm<'_>, args: Args, flags: i64, scanner: Scanner) -> Result {
    vm.reserve(list_words(16))?;
    let values = vm.heap.alloc_list(16);
    vm.heap.set_list_len(values, 0);
    let values = vm.heap.hold(values);
    let text = vm.heap.hold(vm.unwrap(args.get(vm, 0)));
    let mut decoder = Decoder { text, values, base: 0, flags, scanner };
    let Some(wanted) = decoder.run(vm)? else { return decoder.result(vm) };
    vm.reserve(list_words(STATE))?;
    let state = vm.heap.alloc_list(STATE);
    let fields = [(TEXT, vm.heap.held(text)), (VALUES, vm.heap.held(values)), (FLAGS, Value::int(flags))];
    for (i, value) in fields.into_iter().chain([(HOOKS, args.get(vm, 3).or_none())]) {
        vm.heap.set_list_item(state, i, value);
    }
    save(vm, state, &decoder);
    let state = vm.heap.hold(state);
    let function = vm.frozen_function("_json_decode_on")?;
    let state = vm.heap.held(state);
    Err(vm.tail_call(function, &[state, Value::int(wanted)]))
}

fn save(vm: &mut Vm<'_>, state: Value, decoder: &Decoder) {
    for (i, n) in decoder.scanner.save().into_iter().enumerate() {
        vm.heap.set_list_item(state, SCANNER + i, Value::int(n as i64));
    }
    vm.heap.set_list_item(state, BASE, Value::int(decoder.base as i64));
}

/// `decode_step(state)`: what frozen code must do next, 0 at the end: then the result is the first of the values.
pub fn step(vm: &mut Vm<'_>, args: Args) -> Result {
    let state = args.get(vm, 0);
    let good = vm.heap.is_kind(state, Kind::List)
        && vm.heap.list_len(state) == STATE
        && vm.heap.is_str(vm.heap.list_item(state, TEXT))
        && vm.heap.is_kind(vm.heap.list_item(state, VALUES), Kind::List);
    if !good {
        return Err(vm.raise(Type::TypeError, "not a decoding"));
    }
    let number = |i| vm.heap.list_item(state, i).as_int().unwrap_or(0).max(0) as usize;
    let scanner = Scanner::restore([number(SCANNER), number(SCANNER + 1), number(SCANNER + 2)]);
    let base = number(BASE).min(vm.heap.list_len(vm.heap.list_item(state, VALUES)));
    let flags = vm.heap.list_item(state, FLAGS).as_int().unwrap_or(0);
    let text = vm.heap.hold(vm.heap.list_item(state, TEXT));
    let values = vm.heap.hold(vm.heap.list_item(state, VALUES));
    let mut decoder = Decoder { text, values, base, flags, scanner };
    let wanted = decoder.run(vm)?;
    match wanted {
        Some(wanted) => {
            let state = args.get(vm, 0);
            save(vm, state, &decoder);
            Ok(Value::int(wanted))
        }
        None => {
            let result = decoder.result(vm)?;
            let values = vm.heap.held(values);
            vm.heap.set_list_len(values, 1);
            vm.heap.set_list_item(values, 0, result);
            Ok(Value::int(0))
        }
    }
}

//! What is done with a pattern and a text: one match, all matches, pieces between them, other text instead of them.
//!
//! A call does so much at most; what is left is put into a list, and frozen code calls [`step`] until the result is there.

use super::parameters::{number, parameters};
use super::run::{Came, Run};
use super::{check_text, found, kind_of, len_of, offset_of, pattern, receiver, slice, template};
use crate::regex::{Kind, Mode, Search};
use hognose_vm::builtins::Growing;
use hognose_vm::heap::{self, Held};
use hognose_vm::native::{Args, Result, Trap};
use hognose_vm::object::list::list_words;
use hognose_vm::object::tuple::tuple_words;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// Fuel of the regex machine for one call.
const SLICE: u64 = 1 << 14;

/// What is to be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Work {
    /// One match.
    Find = 0,
    /// The next match of a scanner.
    Scan,
    FindAll,
    Split,
    Sub,
    SubCount,
}

// The list that a task is between calls.
const WORK: usize = 0;
const PATTERN: usize = 1;
const TEXT: usize = 2;
const BEGIN: usize = 3;
const END: usize = 4;
const MODE: usize = 5;
const LAST: usize = 6;
const LEFT: usize = 7;
const COUNT: usize = 8;
/// The list of what was found, or of the texts that are done.
const RESULTS: usize = 9;
/// State of a match that is paused, or None.
const STATE: usize = 10;
const TEMPLATE: usize = 11;
const PIECES: usize = 12;
/// The scanner.
const OWNER: usize = 13;
const FIELDS: usize = 14;

struct Task {
    work: Work,
    pattern: Held,
    text: Held,
    search: Search,
    /// End of the last match.
    last: usize,
    /// Matches that are still wanted; below 0: any number.
    left: i64,
    count: i64,
    results: Held,
    template: Held,
    pieces: Held,
    owner: Held,
    run: Run,
}

impl Task {
    fn new(vm: &mut Vm<'_>, work: Work, pattern: Value, text: Value, search: Search) -> Task {
        Task {
            work,
            pattern: vm.heap.hold(pattern),
            text: vm.heap.hold(text),
            search,
            last: 0,
            left: -1,
            count: 0,
            results: vm.heap.hold(Value::NONE),
            template: vm.heap.hold(Value::NONE),
            pieces: vm.heap.hold(Value::NONE),
            owner: vm.heap.hold(Value::NONE),
            run: Run::new(vm),
        }
    }

    fn with_list(self, vm: &mut Vm<'_>) -> Result<Task> {
        vm.reserve(list_words(0))?;
        let list = vm.heap.alloc_list(0);
        vm.heap.set_held(self.results, list);
        Ok(self)
    }

    fn push(&self, vm: &mut Vm<'_>, value: Value) -> Result<()> {
        let list = vm.heap.held(self.results);
        let pushed = vm.heap.list_push(list, value);
        vm.grant_memory(pushed).map(|_| ())
    }

    fn kind(&self, vm: &Vm<'_>) -> Kind {
        kind_of(vm, vm.heap.held(self.pattern))
    }

    /// Text of a group of the match that was found; empty when it did not take part.
    fn group(&self, vm: &mut Vm<'_>, group: usize, or_none: bool) -> Result {
        match self.run.span(vm, self.pattern, group) {
            Some((start, end)) => slice(vm, self.text, start, end),
            None if or_none => Ok(Value::NONE),
            None => slice(vm, self.text, 0, 0),
        }
    }

    /// Goes on behind the match that was found.
    fn advance(&mut self, (start, end): (usize, usize)) {
        self.last = end;
        self.search.begin = end;
        self.search.must_advance = start == end;
        self.left = self.left.saturating_sub(i64::from(self.left > 0));
    }

    /// Does what a call may do. None: there is more to do.
    fn work(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let mut fuel = SLICE;
        let out = match self.work {
            Work::Sub | Work::SubCount => Some(vm.growing(len_of(vm, vm.heap.held(self.text)).min(1 << 16))?),
            _ => None,
        };
        let mark = vm.heap.held_mark();
        loop {
            vm.heap.release_to(mark);
            if self.left == 0 && !self.run.is_paused() {
                break;
            }
            // The list of results has a cost too.
            fuel = fuel.saturating_sub(4);
            if fuel == 0 {
                return self.stop(vm, out);
            }
            match self.run.go(vm, self.pattern, self.text, self.search, &mut fuel)? {
                Came::Paused => return self.stop(vm, out),
                Came::None => {
                    if matches!(self.work, Work::Find | Work::Scan) {
                        return Ok(Some(Value::NONE));
                    }
                    break;
                }
                Came::Match => {}
            }
            let span = self.run.span(vm, self.pattern, 0).unwrap_or((self.search.begin, self.search.begin));
            match self.work {
                Work::Find | Work::Scan => return self.one(vm, span).map(Some),
                Work::FindAll => self.add(vm)?,
                Work::Split => self.cut(vm, span.0)?,
                Work::Sub | Work::SubCount => {
                    if let Some(out) = &out {
                        self.replace(vm, out, span.0)?;
                    }
                }
            }
            self.count += 1;
            self.advance(span);
        }
        self.end(vm, out).map(Some)
    }

    /// The match object.
    fn one(&mut self, vm: &mut Vm<'_>, span: (usize, usize)) -> Result {
        let bounds = (self.search.begin, self.search.end);
        let owner = vm.heap.held(self.owner);
        if self.work == Work::Scan && vm.heap.is_record(owner, Type::RegexScanner) {
            vm.heap.set_record_field(owner, 2, Value::int(span.1 as i64));
            vm.heap.set_record_field(owner, 4, Value::int(i64::from(span.0 == span.1)));
        }
        found::make(vm, self.pattern, self.text, bounds, &self.run)
    }

    /// What `findall` gives for a match.
    fn add(&mut self, vm: &mut Vm<'_>) -> Result<()> {
        let groups = pattern::count(vm, vm.heap.held(self.pattern));
        let value = match groups {
            0 | 1 => self.group(vm, groups, false)?,
            _ => {
                vm.charge(groups);
                vm.reserve(tuple_words(groups))?;
                let tuple = vm.heap.alloc_tuple(groups);
                let tuple = vm.heap.hold(tuple);
                for i in 0..groups {
                    let text = self.group(vm, i + 1, false)?;
                    let tuple = vm.heap.held(tuple);
                    vm.heap.set_item(tuple, i, text);
                }
                vm.heap.held(tuple)
            }
        };
        self.push(vm, value)
    }

    /// What `split` gives before and of a match.
    fn cut(&mut self, vm: &mut Vm<'_>, start: usize) -> Result<()> {
        let part = slice(vm, self.text, self.last, start)?;
        self.push(vm, part)?;
        let groups = pattern::count(vm, vm.heap.held(self.pattern));
        vm.charge(groups);
        for group in 1..=groups {
            let text = self.group(vm, group, true)?;
            self.push(vm, text)?;
        }
        Ok(())
    }

    fn replace(&mut self, vm: &mut Vm<'_>, out: &Growing, start: usize) -> Result<()> {
        let text = vm.unwrap(vm.heap.held(self.text));
        vm.charge(start.saturating_sub(self.last) / 8);
        out.put_part(vm, text, self.last, start)?;
        let kind = self.kind(vm);
        template::put(vm, out, kind, self.template, self.pieces, self.text, |vm, group| {
            self.run.span(vm, self.pattern, group)
        })
    }

    fn end(&mut self, vm: &mut Vm<'_>, out: Option<Growing>) -> Result {
        let len = len_of(vm, vm.heap.held(self.text));
        match (self.work, out) {
            (Work::FindAll, _) => Ok(vm.heap.held(self.results)),
            (Work::Split, _) => {
                let part = slice(vm, self.text, self.last, len)?;
                self.push(vm, part)?;
                Ok(vm.heap.held(self.results))
            }
            (_, Some(out)) => {
                let earlier = vm.heap.held(self.results);
                let whole = self.count == 0 && earlier.is_none();
                let text = if whole {
                    slice(vm, self.text, 0, len)?
                } else {
                    let text = vm.unwrap(vm.heap.held(self.text));
                    vm.charge(len.saturating_sub(self.last) / 8);
                    out.put_part(vm, text, self.last, len)?;
                    self.finish(vm, &out)
                };
                if !vm.heap.held(self.results).is_none() {
                    self.push(vm, text)?;
                    let function = vm.frozen_function("_re_join")?;
                    let parts = vm.heap.held(self.results);
                    let count =
                        if self.work == Work::SubCount { Value::int(self.count) } else { Value::NONE };
                    return Err(vm.tail_call(function, &[parts, count]));
                }
                if self.work == Work::Sub {
                    return Ok(text);
                }
                let made = vm.heap.new_pair(text, Value::int(self.count));
                vm.grant_memory(made)
            }
            _ => Ok(Value::NONE),
        }
    }

    fn finish(&self, vm: &mut Vm<'_>, out: &Growing) -> Value {
        if self.kind(vm) == Kind::Str { out.text(vm) } else { out.finish(vm) }
    }

    /// Keeps the text that is done.
    fn stop(&mut self, vm: &mut Vm<'_>, out: Option<Growing>) -> Result<Option<Value>> {
        if let Some(out) = out {
            if vm.heap.held(self.results).is_none() {
                vm.reserve(list_words(0))?;
                let list = vm.heap.alloc_list(0);
                vm.heap.set_held(self.results, list);
            }
            let text = self.finish(vm, &out);
            self.push(vm, text)?;
        }
        Ok(None)
    }

    /// Writes it into a list, which is argument 0 or new.
    fn save(&mut self, vm: &mut Vm<'_>, list: Held) -> Result<()> {
        let state = if self.run.is_paused() { self.run.pause(vm)? } else { Value::NONE };
        let mode = match self.search.mode {
            Mode::Search => 0,
            Mode::Match => 1,
            Mode::FullMatch => 2,
        };
        let list = vm.heap.held(list);
        let int = |n: usize| Value::int(n as i64);
        let fields = [
            Value::int(self.work as i64),
            vm.heap.held(self.pattern),
            vm.heap.held(self.text),
            int(self.search.begin),
            int(self.search.end),
            Value::int(mode | i64::from(self.search.must_advance) << 2),
            int(self.last),
            Value::int(self.left),
            Value::int(self.count),
            vm.heap.held(self.results),
            state,
            vm.heap.held(self.template),
            vm.heap.held(self.pieces),
            vm.heap.held(self.owner),
        ];
        for (i, value) in fields.into_iter().enumerate() {
            vm.heap.set_list_item(list, i, value);
        }
        Ok(())
    }

    /// Works; what is left when the call has done enough is gone on with by frozen code.
    fn begin(mut self, vm: &mut Vm<'_>) -> Result {
        if let Some(result) = self.work(vm)? {
            return Ok(result);
        }
        vm.reserve(list_words(FIELDS))?;
        let list = vm.heap.alloc_list(FIELDS);
        let list = vm.heap.hold(list);
        self.save(vm, list)?;
        let function = vm.frozen_function("_re_go_on")?;
        let list = vm.heap.held(list);
        Err(vm.tail_call(function, &[list]))
    }
}

/// `step(task)`: goes on with a task; gives its result, or the task itself when there is more to do.
pub fn step(vm: &mut Vm<'_>, args: Args) -> Result {
    let list = args.get(vm, 0);
    let good = vm.heap.is_kind(list, heap::Kind::List)
        && vm.heap.list_len(list) == FIELDS
        && vm.heap.is_record(vm.heap.list_item(list, PATTERN), Type::RegexPattern);
    if !good {
        return Err(vm.raise(Type::TypeError, "not a task"));
    }
    let field = |vm: &Vm<'_>, i| vm.heap.list_item(args.get(vm, 0), i);
    let (pattern, text) = (field(vm, PATTERN), field(vm, TEXT));
    check_text(vm, pattern, text)?;
    let len = len_of(vm, text);
    let int = |vm: &Vm<'_>, i| field(vm, i).as_int().unwrap_or(0);
    let place = |vm: &Vm<'_>, i| usize::try_from(int(vm, i)).unwrap_or(0).min(len);
    let mode = int(vm, MODE);
    let search = Search {
        mode: match mode & 3 {
            0 => Mode::Search,
            1 => Mode::Match,
            _ => Mode::FullMatch,
        },
        begin: place(vm, BEGIN),
        end: place(vm, END),
        must_advance: mode & 4 != 0,
    };
    let work = match int(vm, WORK) {
        0 => Work::Find,
        1 => Work::Scan,
        2 => Work::FindAll,
        3 => Work::Split,
        4 => Work::Sub,
        _ => Work::SubCount,
    };
    let mut task = Task::new(vm, work, pattern, text, search);
    task.last = place(vm, LAST);
    task.left = int(vm, LEFT);
    task.count = int(vm, COUNT);
    for (held, i) in
        [(task.results, RESULTS), (task.template, TEMPLATE), (task.pieces, PIECES), (task.owner, OWNER)]
    {
        let value = field(vm, i);
        vm.heap.set_held(held, value);
    }
    let results = vm.heap.held(task.results);
    if !results.is_none() && !vm.heap.is_kind(results, heap::Kind::List) {
        return Err(vm.raise(Type::TypeError, "not a task"));
    }
    let state = field(vm, STATE);
    if vm.heap.is_kind(state, heap::Kind::ByteArray) {
        task.run = Run::resume(vm, state);
    }
    match task.work(vm)? {
        Some(result) => Ok(result),
        None => {
            let list = vm.heap.hold(args.get(vm, 0));
            task.save(vm, list)?;
            Ok(vm.heap.held(list))
        }
    }
}

/// Pattern, text and range of a call of `name(string, pos=0, endpos=...)`.
fn range(vm: &mut Vm<'_>, args: Args, name: &str, mode: Mode) -> Result<(Value, Value, Search)> {
    let pattern = receiver(vm, args, Type::RegexPattern, name)?;
    let [text, pos, endpos] = parameters(vm, args, name, ["string", "pos", "endpos"], 1)?;
    let (pos, endpos) = (number(vm, pos, 0)?, number(vm, endpos, i64::MAX)?);
    check_text(vm, pattern, text)?;
    let place = |vm: &mut Vm<'_>, at: i64| match usize::try_from(at.max(0)) {
        Ok(at) if at < len_of(vm, text) => offset_of(vm, text, at),
        _ => len_of(vm, text),
    };
    let (begin, end) = (place(vm, pos), place(vm, endpos));
    Ok((pattern, text, Search { mode, begin, end, must_advance: false }))
}

fn find(vm: &mut Vm<'_>, args: Args, name: &str, mode: Mode) -> Result {
    let receiver = args.get(vm, 0);
    if vm.heap.is_record(receiver, Type::RegexScanner) && mode != Mode::FullMatch {
        return scan(vm, args, name, mode);
    }
    let (pattern, text, search) = range(vm, args, name, mode)?;
    Task::new(vm, Work::Find, pattern, text, search).begin(vm)
}

/// `match(string, pos, endpos)`, and `match()` of scanners.
pub fn match_start(vm: &mut Vm<'_>, args: Args) -> Result {
    find(vm, args, "match", Mode::Match)
}

/// `search(string, pos, endpos)`, and `search()` of scanners.
pub fn search(vm: &mut Vm<'_>, args: Args) -> Result {
    find(vm, args, "search", Mode::Search)
}

/// `fullmatch(string, pos, endpos)`
pub fn fullmatch(vm: &mut Vm<'_>, args: Args) -> Result {
    find(vm, args, "fullmatch", Mode::FullMatch)
}

/// The next match of a scanner.
fn scan(vm: &mut Vm<'_>, args: Args, name: &str, mode: Mode) -> Result {
    let scanner = args.get(vm, 0);
    if args.len() > 1 || args.keyword_count() > 0 {
        let n = args.len() - 1 + args.keyword_count();
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "SRE_Scanner.{name}() takes no arguments ({n} given)")
        }));
    }
    let field = |i| vm.heap.record_field(scanner, i);
    let (pattern, text) = (field(0), field(1));
    let number = |i: usize| usize::try_from(field(i).as_int().unwrap_or(0)).unwrap_or(0);
    let (begin, end, advance) = (number(2), number(3), number(4) != 0);
    if !vm.heap.is_record(pattern, Type::RegexPattern) {
        return Err(vm.raise(Type::SystemError, "a scanner without a pattern"));
    }
    check_text(vm, pattern, text)?;
    // The text may be a bytearray that became shorter.
    let len = len_of(vm, text);
    let search = Search { mode, begin: begin.min(len), end: end.min(len), must_advance: advance };
    let task = Task::new(vm, Work::Scan, pattern, text, search);
    let scanner = args.get(vm, 0);
    vm.heap.set_held(task.owner, scanner);
    task.begin(vm)
}

fn new_scanner(vm: &mut Vm<'_>, args: Args, name: &str) -> Result {
    let (pattern, text, search) = range(vm, args, name, Mode::Search)?;
    let fields =
        [pattern, text, Value::int(search.begin as i64), Value::int(search.end as i64), Value::int(0)];
    let made = vm.heap.new_record(Type::RegexScanner, &fields);
    vm.grant_memory(made)
}

/// `scanner(string, pos, endpos)`
pub fn scanner(vm: &mut Vm<'_>, args: Args) -> Result {
    new_scanner(vm, args, "scanner")
}

/// `finditer(string, pos, endpos)`: an iterator that asks a scanner.
pub fn finditer(vm: &mut Vm<'_>, args: Args) -> Result {
    let scanner = new_scanner(vm, args, "finditer")?;
    let scanner = vm.heap.hold(scanner);
    let function = vm.frozen_function("_re_finditer")?;
    let scanner = vm.heap.held(scanner);
    Err(vm.tail_call(function, &[scanner]))
}

/// `findall(string, pos, endpos)`
pub fn findall(vm: &mut Vm<'_>, args: Args) -> Result {
    let (pattern, text, search) = range(vm, args, "findall", Mode::Search)?;
    Task::new(vm, Work::FindAll, pattern, text, search).with_list(vm)?.begin(vm)
}

/// How many matches are wanted, where 0 means any number.
fn limit(n: i64) -> i64 {
    match n {
        0 => -1,
        n => n.max(0),
    }
}

/// `split(string, maxsplit=0)`
pub fn split(vm: &mut Vm<'_>, args: Args) -> Result {
    let pattern = receiver(vm, args, Type::RegexPattern, "split")?;
    let [text, most] = parameters(vm, args, "split", ["string", "maxsplit"], 1)?;
    let most = number(vm, most, 0)?;
    check_text(vm, pattern, text)?;
    let search = Search::whole(Mode::Search, len_of(vm, text));
    let mut task = Task::new(vm, Work::Split, pattern, text, search).with_list(vm)?;
    task.left = limit(most);
    task.begin(vm)
}

/// `sub(repl, string, count=0)`
pub fn sub(vm: &mut Vm<'_>, args: Args) -> Result {
    replace(vm, args, "sub", Work::Sub)
}

/// `subn(repl, string, count=0)`
pub fn subn(vm: &mut Vm<'_>, args: Args) -> Result {
    replace(vm, args, "subn", Work::SubCount)
}

fn replace(vm: &mut Vm<'_>, args: Args, name: &str, work: Work) -> Result {
    let pattern = receiver(vm, args, Type::RegexPattern, name)?;
    let [template, text, count] = parameters(vm, args, name, ["repl", "string", "count"], 2)?;
    let count = number(vm, count, 0)?;
    let inner = vm.unwrap(template);
    let kind = kind_of(vm, pattern);
    let is_str = vm.heap.is_str(inner);
    if is_str != (kind == Kind::Str) || !is_str && !vm.has_bytes(inner) {
        // A function, or what cannot be joined with the text.
        let n = Value::int(limit(count).min(1 << 40));
        let (pattern, text, template) = (vm.heap.hold(pattern), vm.heap.hold(text), vm.heap.hold(template));
        let function = vm.frozen_function("_re_sub")?;
        let values = [vm.heap.held(pattern), vm.heap.held(template), vm.heap.held(text), n];
        let counted = Value::bool(work == Work::SubCount);
        return Err(vm.tail_call(function, &[values[0], values[1], values[2], values[3], counted]));
    }
    // The template is read before the text is looked at.
    let search = Search::whole(Mode::Search, 0);
    let mut task = Task::new(vm, work, pattern, text, search);
    vm.heap.set_held(task.template, template);
    let pieces = template::read(vm, task.pattern, task.template)?;
    vm.heap.set_held(task.pieces, pieces);
    let (pattern, text) = (vm.heap.held(task.pattern), vm.heap.held(task.text));
    check_text(vm, pattern, text)?;
    task.search.end = len_of(vm, text);
    task.left = limit(count);
    task.begin(vm)
}

/// `between(text, before, after)`: the text between two matches; None for the start or the end of the text.
pub fn between(vm: &mut Vm<'_>, args: Args) -> Result {
    let text = args.get(vm, 0);
    let whole = |vm: &mut Vm<'_>, found: Value| -> core::result::Result<Option<(usize, usize)>, Trap> {
        if found.is_none() {
            return Ok(None);
        }
        if !vm.heap.is_record(found, Type::RegexMatch) {
            return Err(vm.raise(Type::TypeError, "not a match"));
        }
        Ok(found::group_span(vm, found, 0))
    };
    let (before, after) = (args.get(vm, 1), args.get(vm, 2));
    let start = whole(vm, before)?.map_or(0, |(_, end)| end);
    let end = match whole(vm, after)? {
        Some((start, _)) => start,
        None => len_of(vm, text),
    };
    let text = vm.heap.hold(text);
    slice(vm, text, start, end)
}

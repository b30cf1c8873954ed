//! `match`: cases and patterns.
//!
//! A pattern takes its subject off the stack. What it captures stays there until the whole pattern has matched; where it
//! does not match, a chain of `pop` instructions takes off as much as there is: place `n` of the chain pops `n` values.
//! Captured names and the places of the chain are lists in the lower part of the working memory, two words an item.

use crate::Compiler;
use crate::error::Problem;
use crate::fault::{Done, Fault};
use crate::label::Spot;
use crate::name::{Access, Name};
use crate::task::Task;
use hognose_image::isa::{self, Op};
use hognose_syntax::tree::{Kind, List, Node, NodeId};

/// The pattern that is being compiled.
#[derive(Clone, Copy, Default)]
pub(crate) struct PatternState {
    /// Values over the captured ones.
    on_top: u32,
    /// Captured names in order: first and last item of the list, their number.
    stores: u32,
    last_store: u32,
    store_count: u32,
    /// Places of the chain, the one that pops most first; their number.
    fails: u32,
    fail_count: u32,
    /// A pattern that always matches is allowed.
    irrefutable: bool,
}

const SAVED: usize = 7;

impl PatternState {
    fn save(&self) -> [u32; SAVED] {
        let irrefutable = u32::from(self.irrefutable);
        [
            self.on_top,
            self.stores,
            self.last_store,
            self.store_count,
            self.fails,
            self.fail_count,
            irrefutable,
        ]
    }

    fn load(words: [u32; SAVED]) -> PatternState {
        let [on_top, stores, last_store, store_count, fails, fail_count, irrefutable] = words;
        PatternState {
            on_top,
            stores,
            last_store,
            store_count,
            fails,
            fail_count,
            irrefutable: irrefutable != 0,
        }
    }
}

/// What becomes of the values of a sequence.
const UNPACKED: u32 = 0;

impl Compiler<'_, '_> {
    // Cases

    pub(crate) fn match_statement(&mut self, node: NodeId, subject: NodeId) -> Done {
        let end = self.spot()?;
        self.todo(Task::Case, 0, node.to_word(), end.to_word())?;
        self.expr_later(subject)
    }

    fn case_at(&self, node: NodeId, index: u32) -> Option<(NodeId, Option<NodeId>, List)> {
        let Node::Match { cases, .. } = self.t.node(node) else { return None };
        match self.t.node(self.t.item(cases, index as usize)?) {
            Node::MatchCase { pattern, guard, body } => Some((pattern, guard, body)),
            _ => None,
        }
    }

    /// Cases in front of a last one that matches everything.
    fn tested_cases(&self, node: NodeId) -> u32 {
        let Node::Match { cases, .. } = self.t.node(node) else { return 0 };
        let count = self.t.len(cases) as u32;
        let last = count.checked_sub(1).and_then(|last| self.case_at(node, last));
        let default = last.is_some_and(|(pattern, ..)| self.is_wildcard(pattern));
        count - u32::from(default && count > 1)
    }

    fn is_wildcard(&self, pattern: NodeId) -> bool {
        matches!(self.t.node(pattern), Node::MatchAs { pattern: None, name: None })
    }

    /// The case at an index; the subject is on the stack.
    pub(crate) fn case(&mut self, index: u32, node: NodeId, end: Spot) -> Done {
        let tested = self.tested_cases(node);
        let Some((pattern, guard, body)) = self.case_at(node, index) else { return self.place(end) };
        self.flush()?;
        self.at(pattern);
        self.s.unit.owner = pattern.to_word();
        if index >= tested {
            self.place_later(end)?;
            self.todo(Task::Statements, 0, body.to_word(), 0)?;
            return match guard {
                Some(guard) => self.jump_if_later(guard, end, false),
                None => Ok(()),
            };
        }
        if index + 1 != tested {
            self.op1(Op::Copy, 1)?;
        }
        let last = self.case_at(node, index + 1).is_none();
        self.s.pattern = PatternState { irrefutable: guard.is_some() || last, ..PatternState::default() };
        self.s.words.push(self.s.words.low())?;
        self.todo(Task::Matched, index, node.to_word(), end.to_word())?;
        self.later(Task::Pattern, pattern)
    }

    /// The pattern has matched: its names, then the guard.
    pub(crate) fn matched(&mut self, index: u32, node: NodeId, end: Spot) -> Done {
        let Some((pattern, guard, _)) = self.case_at(node, index) else { return Ok(()) };
        self.at(pattern);
        self.s.unit.owner = pattern.to_word();
        let mut item = self.s.pattern.stores;
        while item != 0 {
            self.access_name(Name::at(self.s.words.get(item)), Access::Store)?;
            item = self.s.words.get(item + 1);
        }
        let fail = match guard {
            Some(_) => Some(self.fail_at(0)?),
            None => None,
        };
        self.s.words.push_all(self.s.pattern.save())?;
        self.todo(Task::Guarded, index, node.to_word(), end.to_word())?;
        match (guard, fail) {
            (Some(guard), Some(fail)) => self.jump_if_later(guard, fail, false),
            _ => Ok(()),
        }
    }

    /// The guard has held: the body.
    pub(crate) fn guarded(&mut self, index: u32, node: NodeId, end: Spot) -> Done {
        let Some((pattern, _, body)) = self.case_at(node, index) else { return Ok(()) };
        if index + 1 != self.tested_cases(node) {
            self.at(pattern);
            self.op(Op::Pop)?;
        }
        self.todo(Task::CaseEnd, index, node.to_word(), end.to_word())?;
        self.todo(Task::Statements, 0, body.to_word(), 0)
    }

    pub(crate) fn case_end(&mut self, index: u32, node: NodeId, end: Spot) -> Done {
        let Some((pattern, ..)) = self.case_at(node, index) else { return Ok(()) };
        self.s.pattern = PatternState::load(self.s.words.pop_all());
        self.jump(Op::Jump, end)?;
        self.at(pattern);
        self.emit_fails()?;
        let low = self.s.words.pop();
        self.s.words.cut(low);
        self.todo(Task::Case, index + 1, node.to_word(), end.to_word())
    }

    // Failing

    /// The place that pops `count` values.
    fn fail_at(&mut self, count: u32) -> Result<Spot, Fault> {
        self.flush()?;
        while self.s.pattern.fail_count <= count {
            let spot = self.spot()?;
            self.s.pattern.fails = self.s.words.add([spot.to_word(), self.s.pattern.fails])?;
            self.s.pattern.fail_count += 1;
        }
        let mut item = self.s.pattern.fails;
        for _ in count + 1..self.s.pattern.fail_count {
            item = self.s.words.get(item + 1);
        }
        Ok(Spot::from_word(self.s.words.get(item)))
    }

    /// Jumps to where everything is popped that is there.
    fn fail(&mut self, op: Op) -> Done {
        let spot = self.fail_at(self.s.pattern.on_top + self.s.pattern.store_count)?;
        self.jump(op, spot)
    }

    fn emit_fails(&mut self) -> Done {
        let state = self.s.pattern;
        let mut item = state.fails;
        for count in (0..state.fail_count).rev() {
            self.place(Spot::from_word(self.s.words.get(item)))?;
            if count > 0 {
                self.op(Op::Pop)?;
            }
            item = self.s.words.get(item + 1);
        }
        self.s.pattern.fails = 0;
        self.s.pattern.fail_count = 0;
        Ok(())
    }

    // Captures

    /// Moves the value on top down to be the `count`-th.
    fn rotate(&mut self, count: u32) -> Done {
        for n in (2..=count).rev() {
            self.op1(Op::Swap, n)?;
        }
        Ok(())
    }

    fn captured(&mut self, first: u32, name: Name) -> Result<Option<u32>, Fault> {
        let text = self.name_text(name);
        let (mut item, mut index) = (first, 0);
        while item != 0 {
            if self.same_name(self.name_text(Name::at(self.s.words.get(item))), text)? {
                return Ok(Some(index));
            }
            item = self.s.words.get(item + 1);
            index += 1;
        }
        Ok(None)
    }

    fn add_store(&mut self, name: Name) -> Done {
        if self.captured(self.s.pattern.stores, name)?.is_some() {
            return Err(self.about(Problem::DuplicateCapture, name, self.s.here));
        }
        let item = self.s.words.add([name.start(), 0])?;
        let last = self.s.pattern.last_store;
        if last == 0 {
            self.s.pattern.stores = item;
        } else {
            self.s.words.set(last + 1, item);
        }
        self.s.pattern.last_store = item;
        self.s.pattern.store_count += 1;
        Ok(())
    }

    /// Captures the value on top, or drops it.
    fn capture(&mut self, name: Option<Name>) -> Done {
        let Some(name) = name else { return self.op(Op::Pop) };
        self.flush()?;
        self.not_debug(name, Access::Store, self.s.here)?;
        if self.captured(self.s.pattern.stores, name)?.is_some() {
            return Err(self.about(Problem::DuplicateCapture, name, self.s.here));
        }
        self.rotate(self.s.pattern.on_top + self.s.pattern.store_count + 1)?;
        self.add_store(name)
    }

    // Patterns

    pub(crate) fn pattern(&mut self, node: NodeId) -> Done {
        self.at(node);
        match self.t.node(node) {
            Node::MatchValue { value } => {
                if self.t.kind(value) == Kind::JoinedStr {
                    return Err(self.fault(Problem::PatternValue, self.s.here));
                }
                self.later(Task::PatternValue, node)?;
                self.expr_later(value)
            }
            Node::MatchSingleton { value } => {
                use hognose_syntax::operator::Singleton;
                self.op(match value {
                    Singleton::True => Op::True,
                    Singleton::False => Op::False,
                    _ => Op::None,
                })?;
                self.op1(Op::Compare, isa::CompareOp::Is as u32)?;
                self.fail(Op::JumpIfFalse)
            }
            Node::MatchSequence { patterns } => self.sequence(node, patterns),
            Node::MatchMapping { items, rest } => self.mapping(node, items, rest.map(Name::from)),
            Node::MatchClass { class, keywords, .. } => {
                self.check_attributes(keywords)?;
                self.later(Task::PatternClass, node)?;
                self.expr_later(class)
            }
            Node::MatchStar { name } => self.capture(name.map(Name::from)),
            Node::MatchAs { pattern: None, name } => {
                if !self.s.pattern.irrefutable {
                    return Err(match name {
                        Some(name) => self.about(Problem::NameMakesUnreachable, name.into(), self.s.here),
                        None => self.fault(Problem::WildcardMakesUnreachable, self.s.here),
                    });
                }
                self.capture(name.map(Name::from))
            }
            Node::MatchAs { pattern: Some(pattern), .. } => {
                self.s.pattern.on_top += 1;
                self.op1(Op::Copy, 1)?;
                self.later(Task::PatternAs, node)?;
                self.later(Task::Pattern, pattern)
            }
            Node::MatchOr { .. } => {
                let end = self.spot()?;
                self.flush()?;
                self.s.words.push_all(self.s.pattern.save())?;
                self.s.words.push_all([0, 0, end.to_word()])?;
                self.todo(Task::PatternAlternative, 0, node.to_word(), 0)
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn pattern_value(&mut self, node: NodeId) -> Done {
        self.at(node);
        self.op1(Op::Compare, isa::CompareOp::Eq as u32)?;
        self.fail(Op::JumpIfFalse)
    }

    pub(crate) fn pattern_as(&mut self, node: NodeId) -> Done {
        let Node::MatchAs { name, .. } = self.t.node(node) else { return Ok(()) };
        self.s.pattern.on_top -= 1;
        self.capture(name.map(Name::from))
    }

    /// A pattern inside another one may always match.
    pub(crate) fn sub_pattern(&mut self, pattern: NodeId) -> Done {
        let before = u32::from(self.s.pattern.irrefutable);
        self.s.pattern.irrefutable = true;
        self.todo(Task::Irrefutable, before, 0, 0)?;
        self.later(Task::Pattern, pattern)
    }

    pub(crate) fn irrefutable(&mut self, before: u32) {
        self.s.pattern.irrefutable = before != 0;
    }

    // Sequences

    fn sequence(&mut self, node: NodeId, patterns: List) -> Done {
        let size = self.t.len(patterns);
        let mut star = None;
        let mut wild_star = false;
        let mut only_wild = true;
        for (index, pattern) in self.t.items(patterns).enumerate() {
            if let Node::MatchStar { name } = self.t.node(pattern) {
                if star.is_some() {
                    return Err(self.fault(Problem::TwoStarredPatterns, self.s.here));
                }
                star = Some(index);
                wild_star = name.is_none();
                only_wild &= wild_star;
            } else {
                only_wild &= self.is_wildcard(pattern);
            }
        }
        self.s.pattern.on_top += 1;
        self.op(Op::MatchSequence)?;
        self.fail(Op::JumpIfFalse)?;
        match star {
            None => {
                self.op(Op::GetLen)?;
                self.op1(Op::Int, size as u32)?;
                self.op1(Op::Compare, isa::CompareOp::Eq as u32)?;
                self.fail(Op::JumpIfFalse)?;
            }
            Some(_) if size > 1 => {
                self.op(Op::GetLen)?;
                self.op1(Op::Int, size as u32 - 1)?;
                self.op1(Op::Compare, isa::CompareOp::Ge as u32)?;
                self.fail(Op::JumpIfFalse)?;
            }
            Some(_) => {}
        }
        self.s.pattern.on_top -= 1;
        if only_wild {
            return self.op(Op::Pop);
        }
        match star {
            Some(_) if wild_star => {
                self.s.pattern.on_top += 1;
                return self.todo(Task::PatternIndexed, 0, node.to_word(), 0);
            }
            Some(before) => {
                let after = size - before - 1;
                if before > 255 || after >= 1 << 16 {
                    return Err(self.fault(Problem::TooManyTargetPatterns, self.s.here));
                }
                self.emit(Op::UnpackStar, before as u32, after as u32)?;
            }
            None => self.op1(Op::Unpack, size as u32)?,
        }
        self.s.pattern.on_top += size as u32;
        self.todo(Task::PatternItems, UNPACKED, patterns.to_word(), 0)
    }

    /// Patterns for values that lie on the stack, from `index` on.
    pub(crate) fn pattern_items(&mut self, index: u32, list: u32) -> Done {
        let Some(pattern) = self.t.item(List::from_word(list), index as usize) else { return Ok(()) };
        self.s.pattern.on_top -= 1;
        self.todo(Task::PatternItems, index + 1, list, 0)?;
        self.later(Task::SubPattern, pattern)
    }

    /// Patterns for items of a sequence that stays on the stack: there is a `*_` among them.
    pub(crate) fn pattern_indexed(&mut self, index: u32, node: NodeId) -> Done {
        let Node::MatchSequence { patterns } = self.t.node(node) else { return Ok(()) };
        let size = self.t.len(patterns) as u32;
        let is_star = |item| matches!(self.t.node(item), Node::MatchStar { .. });
        let star = self.t.items(patterns).position(is_star).unwrap_or(0) as u32;
        let mut index = index;
        while let Some(pattern) = self.t.item(patterns, index as usize) {
            if index == star || self.is_wildcard(pattern) {
                index += 1;
                continue;
            }
            self.op1(Op::Copy, 1)?;
            if index < star {
                self.op1(Op::Int, index)?;
            } else {
                // The subject may not know negative indexes.
                self.op(Op::GetLen)?;
                self.op1(Op::Int, size - index)?;
                self.op1(Op::Binary, isa::BinaryOp::Sub as u32)?;
            }
            self.op(Op::Subscript)?;
            self.todo(Task::PatternIndexed, index + 1, node.to_word(), 0)?;
            return self.later(Task::SubPattern, pattern);
        }
        self.s.pattern.on_top -= 1;
        self.op(Op::Pop)
    }

    // Mappings

    fn mapping(&mut self, node: NodeId, items: List, rest: Option<Name>) -> Done {
        let size = self.t.len(items) as u32 / 2;
        self.s.pattern.on_top += 1;
        self.op(Op::MatchMapping)?;
        self.fail(Op::JumpIfFalse)?;
        if size == 0 && rest.is_none() {
            self.s.pattern.on_top -= 1;
            return self.op(Op::Pop);
        }
        if size > 0 {
            self.op(Op::GetLen)?;
            self.op1(Op::Int, size)?;
            self.op1(Op::Compare, isa::CompareOp::Ge as u32)?;
            self.fail(Op::JumpIfFalse)?;
        }
        self.check_keys(items)?;
        self.later(Task::PatternKeysEnd, node)?;
        self.todo(Task::Tuple, 0, size, node.to_word())?;
        self.todo(Task::PatternKeys, 0, items.to_word(), 0)
    }

    pub(crate) fn pattern_keys(&mut self, index: u32, items: u32) -> Done {
        let Some(key) = self.t.item(List::from_word(items), index as usize) else { return Ok(()) };
        self.todo(Task::PatternKeys, index + 2, items, 0)?;
        self.expr_later(key)
    }

    /// The tuple of keys is there.
    pub(crate) fn pattern_keys_end(&mut self, node: NodeId) -> Done {
        let Node::MatchMapping { items, .. } = self.t.node(node) else { return Ok(()) };
        let size = self.t.len(items) as u32 / 2;
        self.at(node);
        self.op(Op::MatchKeys)?;
        self.s.pattern.on_top += 2;
        self.op1(Op::Copy, 1)?;
        self.fail(Op::JumpIfNone)?;
        self.op1(Op::Unpack, size)?;
        self.s.pattern.on_top += size;
        self.s.pattern.on_top -= 1;
        self.later(Task::PatternMappingEnd, node)?;
        self.todo(Task::PatternMapped, 1, items.to_word(), 0)
    }

    /// Patterns of values, every other item.
    pub(crate) fn pattern_mapped(&mut self, index: u32, items: u32) -> Done {
        let Some(pattern) = self.t.item(List::from_word(items), index as usize) else { return Ok(()) };
        self.s.pattern.on_top -= 1;
        self.todo(Task::PatternMapped, index + 2, items, 0)?;
        self.later(Task::SubPattern, pattern)
    }

    pub(crate) fn pattern_mapping_end(&mut self, node: NodeId) -> Done {
        let Node::MatchMapping { items, rest } = self.t.node(node) else { return Ok(()) };
        let size = self.t.len(items) as u32 / 2;
        self.s.pattern.on_top -= 2;
        let Some(rest) = rest else {
            self.op(Op::Pop)?;
            return self.op(Op::Pop);
        };
        // [subject, keys] -> [keys, copy of the subject] -> [copy, keys ..]; then the keys go out of the copy.
        self.op1(Op::Swap, 2)?;
        self.op1(Op::BuildDict, 0)?;
        self.op1(Op::Swap, 2)?;
        self.op(Op::DictUpdate)?;
        self.op1(Op::Swap, 2)?;
        self.op1(Op::Unpack, size)?;
        for left in (1..=size).rev() {
            self.op1(Op::Copy, 1 + left)?;
            self.op1(Op::Swap, 2)?;
            self.op(Op::DelSubscript)?;
        }
        self.capture(Some(rest.into()))
    }

    /// No key twice among the literals.
    fn check_keys(&mut self, items: List) -> Done {
        let keys = || self.t.items(items).step_by(2);
        for (index, key) in keys().enumerate() {
            match self.t.kind(key) {
                Kind::JoinedStr => return Err(self.fault(Problem::PatternKey, self.s.here)),
                Kind::Attribute => continue,
                _ => {}
            }
            if keys().take(index).any(|other| self.equal_keys(other, key)) {
                return Err(self.named_fault(Problem::DuplicateKey, self.t.span(key), self.s.here));
            }
        }
        Ok(())
    }

    // Classes

    fn check_attributes(&mut self, keywords: List) -> Done {
        for (index, keyword) in self.t.items(keywords).enumerate() {
            let span = self.t.span(keyword);
            let name = Name::at(span.start);
            self.not_debug(name, Access::Store, self.pattern_span(keyword))?;
            for other in self.t.items(keywords).skip(index + 1) {
                if self.same_name(self.t.name(other), self.t.name(keyword))? {
                    return Err(self.about(Problem::DuplicateAttribute, name, self.pattern_span(other)));
                }
            }
        }
        Ok(())
    }

    fn pattern_span(&self, keyword: NodeId) -> hognose_syntax::span::Span {
        match self.t.node(keyword) {
            Node::MatchKeyword { pattern } => self.t.span(pattern),
            _ => self.t.span(keyword),
        }
    }

    /// The class is there.
    pub(crate) fn pattern_class(&mut self, node: NodeId) -> Done {
        let Node::MatchClass { patterns, keywords, .. } = self.t.node(node) else { return Ok(()) };
        self.flush()?;
        self.at(node);
        let positional = self.t.len(patterns) as u32;
        let size = positional + self.t.len(keywords) as u32;
        if !self.s.unit.dead {
            let low = self.s.words.low();
            for keyword in self.t.items(keywords) {
                let name = self.plain_id(self.t.name(keyword))?;
                self.s.words.add([name])?;
            }
            let names = self.s.writer.tuple(self.s.words.from(low));
            self.s.words.cut(low);
            self.op1(Op::Const, names?)?;
        }
        self.op1(Op::MatchClass, positional)?;
        self.op1(Op::Copy, 1)?;
        self.s.pattern.on_top += 1;
        self.fail(Op::JumpIfNone)?;
        self.op1(Op::Unpack, size)?;
        self.s.pattern.on_top += size;
        self.s.pattern.on_top -= 1;
        self.todo(Task::PatternClassItem, 0, node.to_word(), 0)
    }

    pub(crate) fn pattern_class_item(&mut self, index: u32, node: NodeId) -> Done {
        let Node::MatchClass { patterns, keywords, .. } = self.t.node(node) else { return Ok(()) };
        let positional = self.t.len(patterns);
        let item = match (index as usize).checked_sub(positional) {
            None => self.t.item(patterns, index as usize),
            Some(place) => match self.t.item(keywords, place).map(|keyword| self.t.node(keyword)) {
                Some(Node::MatchKeyword { pattern }) => Some(pattern),
                _ => None,
            },
        };
        let Some(pattern) = item else { return Ok(()) };
        self.s.pattern.on_top -= 1;
        self.todo(Task::PatternClassItem, index + 1, node.to_word(), 0)?;
        if self.is_wildcard(pattern) { self.op(Op::Pop) } else { self.later(Task::SubPattern, pattern) }
    }

    // Alternatives. Under the task: the state outside, first item and number of the names of the first alternative, the end.

    pub(crate) fn pattern_alternative(&mut self, index: u32, node: NodeId) -> Done {
        let Node::MatchOr { patterns } = self.t.node(node) else { return Ok(()) };
        let [control, count, end] = self.s.words.pop_all();
        let outer: [u32; SAVED] = self.s.words.pop_all();
        let state = PatternState::load(outer);
        let Some(alternative) = self.t.item(patterns, index as usize) else {
            return self.alternatives_end(state, control, count, Spot::from_word(end));
        };
        self.s.words.push_all(outer)?;
        self.s.words.push_all([control, count, end])?;
        let last = index as usize + 1 == self.t.len(patterns);
        self.at(alternative);
        self.s.pattern = PatternState { irrefutable: last && state.irrefutable, ..PatternState::default() };
        self.op1(Op::Copy, 1)?;
        self.todo(Task::PatternAlternativeEnd, index, node.to_word(), 0)?;
        self.later(Task::Pattern, alternative)
    }

    pub(crate) fn pattern_alternative_end(&mut self, index: u32, node: NodeId) -> Done {
        let [control, count, end] = self.s.words.pop_all();
        let (mut control, mut count) = (control, count);
        if index == 0 {
            control = self.s.pattern.stores;
            count = self.s.pattern.store_count;
        } else {
            if self.s.pattern.store_count != count {
                return Err(self.fault(Problem::DifferentNames, self.s.here));
            }
            self.reorder(control, count)?;
        }
        self.s.words.push_all([control, count, end])?;
        self.jump(Op::Jump, Spot::from_word(end))?;
        self.emit_fails()?;
        self.todo(Task::PatternAlternative, index + 1, node.to_word(), 0)
    }

    /// Brings captured values into the order of the first alternative.
    fn reorder(&mut self, control: u32, count: u32) -> Done {
        for wanted in (0..count).rev() {
            let name = Name::at(self.s.words.get(self.nth(control, wanted)));
            let Some(found) = self.captured(self.s.pattern.stores, name)? else {
                return Err(self.fault(Problem::DifferentNames, self.s.here));
            };
            if found == wanted {
                continue;
            }
            for _ in 0..=found {
                // The first goes behind the last of those that are not in place.
                let stores = self.s.pattern.stores;
                let first = self.s.words.get(stores);
                for place in 0..wanted {
                    let value = self.s.words.get(self.nth(stores, place + 1));
                    self.s.words.set(self.nth(stores, place), value);
                }
                self.s.words.set(self.nth(stores, wanted), first);
                self.rotate(wanted + 1)?;
            }
        }
        Ok(())
    }

    /// The item at an index of a list.
    fn nth(&self, first: u32, index: u32) -> u32 {
        (0..index).fold(first, |item, _| self.s.words.get(item + 1))
    }

    fn alternatives_end(&mut self, state: PatternState, control: u32, count: u32, end: Spot) -> Done {
        self.s.pattern = state;
        // None has matched: the copy of the subject goes.
        self.op(Op::Pop)?;
        self.fail(Op::Jump)?;
        self.place(end)?;
        let depth = count + 1 + self.s.pattern.on_top + self.s.pattern.store_count;
        let mut item = control;
        while item != 0 {
            let (name, next) = (self.s.words.get(item), self.s.words.get(item + 1));
            self.rotate(depth)?;
            self.add_store(Name::at(name))?;
            item = next;
        }
        self.op(Op::Pop)
    }
}

//! What each instruction of the image becomes.

use super::emit::{Done, Emitter};
use super::op::{self, wide, word};
use super::stack::Entry;
use super::{LowerError, Use};
use hognose_image::code::Instruction;
use hognose_image::isa::{BinaryOp, CompareOp, Op};

impl Emitter<'_, '_> {
    fn branch(&mut self, code: u8, instruction: Instruction) -> Done {
        let slot = self.pop()?;
        let register = self.register(slot)?;
        self.flush_all()?;
        self.emit_jump(wide(code, 0, register, 0), instruction.a)
    }

    fn branch_or_pop(&mut self, code: u8, instruction: Instruction) -> Done {
        self.flush_all()?;
        let slot = self.nth(1)?;
        self.emit_jump(wide(code, 0, self.home(slot), 0), instruction.a)?;
        self.pop().map(|_| ())
    }

    /// `a = f(b)`
    fn unary(&mut self, code: u8, s: u8) -> Done {
        let slot = self.pop()?;
        let b = self.register(slot)?;
        let a = self.top_home();
        self.emit_result(word(code, s, a, b, 0))?;
        self.push(Entry::Home)
    }

    /// Does a jump on a condition follow, with no label before it?
    pub(super) fn following_branch(&self, instruction: Instruction) -> Option<(bool, u32)> {
        if self.labels.index(instruction.next).is_some() {
            return None;
        }
        let next = self.code.decode(instruction.next)?;
        match next.op {
            Op::JumpIfFalse if self.near(next.a) => Some((false, next.a)),
            Op::JumpIfTrue if self.near(next.a) => Some((true, next.a)),
            _ => None,
        }
    }

    fn binary(&mut self, operator: BinaryOp, in_place: bool) -> Done {
        let right = self.pop()?;
        let left = self.pop()?;
        let s = in_place as u8;
        if let (BinaryOp::Add | BinaryOp::Sub, Some(n)) = (operator, self.entry(right).small()) {
            let b = self.register(left)?;
            let code = if operator == BinaryOp::Add { op::ADDI } else { op::SUBI };
            self.emit_result(word(code, s, self.home(left), b, n as u16))?;
            return self.push(Entry::Home);
        }
        let b = self.register(left)?;
        let c = self.register(right)?;
        self.emit_result(word(op::ADD + operator as u8, s, self.home(left), b, c))?;
        self.push(Entry::Home)
    }

    /// Gives whether the following jump was taken in.
    fn compare(&mut self, operator: CompareOp, instruction: Instruction) -> Result<bool, LowerError> {
        let right = self.pop()?;
        let left = self.pop()?;
        let branch = self.following_branch(instruction);
        match operator {
            CompareOp::Is | CompareOp::IsNot => {
                let negated = operator == CompareOp::IsNot;
                if let (Some((sense, target)), Entry::Special(0)) = (branch, self.entry(right)) {
                    let a = self.register(left)?;
                    self.flush_all()?;
                    let code = if sense != negated { op::JNONE } else { op::JNOTNONE };
                    self.emit_jump(wide(code, 0, a, 0), target)?;
                    return Ok(true);
                }
                let b = self.register(left)?;
                let c = self.register(right)?;
                self.emit_result(word(op::IS, negated as u8, self.home(left), b, c))?;
            }
            CompareOp::In | CompareOp::NotIn => {
                let b = self.register(left)?;
                let c = self.register(right)?;
                let negated = operator == CompareOp::NotIn;
                self.emit_result(word(op::CONTAINS, negated as u8, self.home(left), b, c))?;
            }
            _ => {
                if let Some((sense, target)) = branch {
                    let s = operator as u8 | (sense as u8) << 4;
                    let a = self.register(left)?;
                    if let Some(n) = self.entry(right).small() {
                        self.flush_all()?;
                        self.emit_jump(word(op::CMPIJ, s, a, n as u16, 0), target)?;
                        return Ok(true);
                    }
                    let b = self.register(right)?;
                    self.flush_all()?;
                    self.emit_jump(word(op::CMPJ, s, a, b, 0), target)?;
                    return Ok(true);
                }
                let b = self.register(left)?;
                let c = self.register(right)?;
                self.emit_result(word(op::CMP, operator as u8, self.home(left), b, c))?;
            }
        }
        self.push(Entry::Home)?;
        Ok(false)
    }

    fn store_local(&mut self, local: u16) -> Done {
        let slot = self.pop()?;
        let entry = self.entry(slot);
        let redirect = self.redirect;
        let detached = self.detach(local)?;
        let home = self.home(slot);
        match (entry, redirect) {
            (Entry::Home, Some(at)) if !detached && at + 1 == self.n && self.redirects(at, home, local) => {}
            _ => self.load_into(entry, slot, local)?,
        }
        self.redirect = None;
        if self.trust && local < 64 && self.deleted >> local & 1 == 0 {
            self.assigned |= 1 << local;
        }
        Ok(())
    }

    /// Makes an instruction write its result to another register, if it writes to `home`.
    fn redirects(&mut self, at: usize, home: u16, local: u16) -> bool {
        let w = self.out[at];
        match w as u8 {
            op::CALL | op::CALLM => {
                if op::c(w) != home as usize {
                    return false;
                }
                self.out[at] = w & !(0xFFFF << 48) | (local as u64) << 48;
            }
            op::FORITER => {
                if op::b(w) != home as usize {
                    return false;
                }
                self.out[at] = w & !(0xFFFF << 32) | (local as u64) << 32;
            }
            _ => {
                if op::a(w) != home as usize {
                    return false;
                }
                self.out[at] = w & !(0xFFFF << 16) | (local as u64) << 16;
            }
        }
        true
    }

    /// Takes n values off, in their home registers from `slot` on, and pushes the one result of the instruction.
    fn build(&mut self, code: u8, s: u8, n: usize, values: usize) -> Done {
        let slot = self.pop_n(values)?;
        self.settle_from(slot, values)?;
        let home = self.home(slot);
        let n = u16::try_from(n).map_err(|_| LowerError::TooLarge)?;
        self.emit_result(word(code, s, home, home, n))?;
        self.push(Entry::Home)
    }

    /// An instruction on the home registers of the last `takes` slots that leaves `gives` values there.
    fn group(&mut self, code: u8, s: u8, b: u16, takes: usize, gives: usize) -> Done {
        let slot = self.pop_n(takes)?;
        self.settle_from(slot, takes)?;
        self.emit(word(code, s, self.home(slot), b, 0))?;
        for _ in 0..gives {
            self.push(Entry::Home)?;
        }
        Ok(())
    }

    fn call(&mut self, code: u8, n: u32, extra: usize) -> Done {
        let n = u16::try_from(n).map_err(|_| LowerError::TooLarge)?;
        let slot = self.pop_n(n as usize + extra)?;
        self.settle_from(slot, n as usize + extra)?;
        let home = self.home(slot);
        self.emit_result(word(code, 0, home, n, home))?;
        self.push(Entry::Home)
    }

    fn call_keywords(&mut self, code: u8, instruction: Instruction, extra: usize) -> Done {
        let n = u16::try_from(instruction.a).map_err(|_| LowerError::TooLarge)?;
        let (k, s) = self.k24(instruction.b)?;
        let slot = self.pop_n(n as usize + extra)?;
        self.settle_from(slot, n as usize + extra)?;
        self.emit(word(code, s, self.home(slot), n, k))?;
        self.push(Entry::Home)
    }

    fn cell(&self, i: u32) -> u16 {
        (self.code.local_count + i) as u16
    }

    fn load(&mut self, instruction: u64) -> Done {
        self.emit_result(instruction)?;
        self.push(Entry::Home)
    }

    /// The n-th slot from the top, 1 is the top.
    fn nth(&self, n: u32) -> Result<usize, LowerError> {
        self.depth.checked_sub(n as usize).ok_or(LowerError::Malformed(self.pc))
    }

    fn swap(&mut self, n: u32) -> Done {
        if n == 0 || self.depth == 0 {
            return Err(LowerError::Malformed(self.pc));
        }
        let (low, high) = (self.nth(n)?, self.depth - 1);
        let (a, b) = (self.entry(low), self.entry(high));
        match (a, b) {
            (Entry::Home, Entry::Home) => {
                let spare = self.top_home();
                self.emit(word(op::MOVE, 0, spare, self.home(low), 0))?;
                self.emit(word(op::MOVE, 0, self.home(low), self.home(high), 0))?;
                self.emit(word(op::MOVE, 0, self.home(high), spare, 0))?;
            }
            (Entry::Home, _) => {
                self.emit(word(op::MOVE, 0, self.home(high), self.home(low), 0))?;
                self.stack[low] = b.pack();
                self.stack[high] = Entry::Home.pack();
            }
            (_, Entry::Home) => {
                self.emit(word(op::MOVE, 0, self.home(low), self.home(high), 0))?;
                self.stack[low] = Entry::Home.pack();
                self.stack[high] = a.pack();
            }
            _ => self.stack.swap(low, high),
        }
        Ok(())
    }

    /// Lowers one instruction; gives whether the next one was taken in.
    pub(super) fn one(&mut self, i: Instruction) -> Result<bool, LowerError> {
        let malformed = LowerError::Malformed(self.pc);
        if !crate::wanted::has_instruction(i.op, i.a) {
            return Err(LowerError::Absent(i.op));
        }
        match i.op {
            Op::Const | Op::Int | Op::None | Op::False | Op::True | Op::Ellipsis => {
                let constant = self.constant(i)?.ok_or(malformed)?;
                self.push(self.pinned_or(constant, i))?;
            }
            Op::Pop => {
                self.pop()?;
            }
            Op::Copy => {
                let slot = self.nth(i.a)?;
                match self.entry(slot) {
                    Entry::Home => {
                        let target = self.top_home();
                        self.emit_result(word(op::MOVE, 0, target, self.home(slot), 0))?;
                        self.push(Entry::Home)?;
                    }
                    entry => self.push(entry)?,
                }
            }
            Op::Swap => self.swap(i.a)?,
            Op::LoadLocal => {
                let known = i.a < 64 && self.assigned >> i.a & 1 != 0;
                if !known {
                    self.emit(word(op::CHECK, 0, i.a as u16, 0, 0))?;
                    if self.trust && i.a < 64 && self.deleted >> i.a & 1 == 0 {
                        self.assigned |= 1 << i.a;
                    }
                }
                self.push(Entry::Local(i.a as u16))?;
            }
            Op::StoreLocal => self.store_local(i.a as u16)?,
            Op::DelLocal => {
                self.detach(i.a as u16)?;
                self.emit(word(op::DELLOCAL, 0, i.a as u16, 0, 0))?;
            }
            Op::LoadCell => {
                let w = word(op::LOADCELL, 0, self.top_home(), self.cell(i.a), 0);
                self.load(w)?;
            }
            Op::StoreCell => {
                let slot = self.pop()?;
                let b = self.register(slot)?;
                self.emit(word(op::STORECELL, 0, self.cell(i.a), b, 0))?;
            }
            Op::DelCell => self.emit(word(op::DELCELL, 0, self.cell(i.a), 0, 0))?,
            Op::LoadClosure => {
                let w = word(op::MOVE, 0, self.top_home(), self.cell(i.a), 0);
                self.load(w)?;
            }
            Op::LoadClassCell => {
                let name = self.cell_name(i.a).ok_or(malformed)?;
                let (k, s) = self.k24(name)?;
                let w = word(op::LOADCLASSCELL, s, self.top_home(), self.cell(i.a), k);
                self.load(w)?;
            }
            Op::LoadGlobal => {
                let cache = self.cache(i.a)?;
                let w = wide(op::LOADGLOBAL, 0, self.top_home(), cache);
                self.load(w)?;
            }
            Op::StoreGlobal => {
                let slot = self.pop()?;
                let a = self.register(slot)?;
                let cache = self.cache(i.a)?;
                self.emit(wide(op::STOREGLOBAL, 0, a, cache))?;
            }
            Op::DelGlobal => {
                let k = self.value_of_constant(i.a)?;
                self.emit(wide(op::DELGLOBAL, 0, 0, k))?;
            }
            Op::LoadName => {
                let k = self.value_of_constant(i.a)?;
                let w = wide(op::LOADNAME, 0, self.top_home(), k);
                self.load(w)?;
            }
            Op::StoreName => {
                let slot = self.pop()?;
                let a = self.register(slot)?;
                let k = self.value_of_constant(i.a)?;
                self.emit(wide(op::STORENAME, 0, a, k))?;
            }
            Op::DelName => {
                let k = self.value_of_constant(i.a)?;
                self.emit(wide(op::DELNAME, 0, 0, k))?;
            }
            Op::LoadAttr => {
                let slot = self.pop()?;
                let b = self.register(slot)?;
                let cache = self.cache(i.a)?;
                let a = self.home(slot);
                self.load(word(op::LOADATTR, (cache >> 16) as u8, a, b, cache as u16))?;
            }
            Op::StoreAttr => {
                let object = self.pop()?;
                let value = self.pop()?;
                let b = self.register(value)?;
                let a = self.register(object)?;
                let cache = self.cache(i.a)?;
                self.emit(word(op::STOREATTR, (cache >> 16) as u8, a, b, cache as u16))?;
            }
            Op::DelAttr => {
                let slot = self.pop()?;
                let a = self.register(slot)?;
                let k = self.value_of_constant(i.a)?;
                self.emit(wide(op::DELATTR, 0, a, k))?;
            }
            Op::LoadMethod => {
                let slot = self.pop()?;
                let b = self.register(slot)?;
                let cache = self.cache(i.a)?;
                let a = self.home(slot);
                self.emit(word(op::LOADMETHOD, (cache >> 16) as u8, a, b, cache as u16))?;
                self.push(Entry::Home)?;
                self.push(Entry::Home)?;
            }
            Op::Subscript => {
                let index = self.pop()?;
                let object = self.pop()?;
                let b = self.register(object)?;
                let c = self.register(index)?;
                let a = self.home(object);
                self.load(word(op::SUBSCR, 0, a, b, c))?;
            }
            Op::StoreSubscript => {
                let index = self.pop()?;
                let object = self.pop()?;
                let value = self.pop()?;
                let c = self.register(value)?;
                let a = self.register(object)?;
                let b = self.register(index)?;
                self.emit(word(op::STORESUB, 0, a, b, c))?;
            }
            Op::DelSubscript => {
                let index = self.pop()?;
                let object = self.pop()?;
                let a = self.register(object)?;
                let b = self.register(index)?;
                self.emit(word(op::DELSUB, 0, a, b, 0))?;
            }
            Op::BuildSlice => self.build(op::SLICE, 0, i.a as usize, i.a as usize)?,
            Op::Negative => self.unary(op::NEG, 0)?,
            Op::Positive => self.unary(op::POS, 0)?,
            Op::Invert => self.unary(op::INV, 0)?,
            Op::Not => self.unary(op::NOT, 0)?,
            Op::Binary => self.binary(BinaryOp::from_byte(i.a as u8).ok_or(malformed)?, false)?,
            Op::InPlace => self.binary(BinaryOp::from_byte(i.a as u8).ok_or(malformed)?, true)?,
            Op::Compare => return self.compare(CompareOp::from_byte(i.a as u8).ok_or(malformed)?, i),
            Op::Jump => {
                self.flush_all()?;
                self.emit_jump(wide(op::JUMP, 0, 0, 0), i.a)?;
            }
            Op::JumpIfFalse => self.branch(op::JF, i)?,
            Op::JumpIfTrue => self.branch(op::JT, i)?,
            Op::JumpIfNone => self.branch(op::JNONE, i)?,
            Op::JumpIfNotNone => self.branch(op::JNOTNONE, i)?,
            Op::JumpIfFalseOrPop => self.branch_or_pop(op::JF, i)?,
            Op::JumpIfTrueOrPop => self.branch_or_pop(op::JT, i)?,
            Op::GetIter => self.unary(op::GETITER, 0)?,
            Op::ForIter => {
                self.flush_all()?;
                if self.depth == 0 {
                    return Err(malformed);
                }
                let iterator = self.home(self.depth - 1);
                let item = self.top_home();
                self.depth -= 1;
                if self.near(i.a) {
                    self.emit_jump(word(op::FORITER, 0, iterator, item, 0), i.a)?;
                    self.depth += 1;
                    self.push(Entry::Home)?;
                    self.redirect = Some(self.n - 1);
                } else {
                    self.emit(word(op::FORITER, 1, iterator, item, 0))?;
                    self.emit_jump(wide(op::JUMP, 0, 0, 0), i.a)?;
                    self.depth += 1;
                    self.push(Entry::Home)?;
                }
            }
            Op::GetAiter => self.unary(op::GETAITER, 0)?,
            Op::GetAnext => {
                let slot = self.depth.checked_sub(1).ok_or(malformed)?;
                self.settle(slot)?;
                let w = word(op::GETANEXT, 0, self.top_home(), self.home(slot), 0);
                self.load(w)?;
            }
            Op::EndAsyncFor => self.group(op::ENDASYNCFOR, 0, 0, 2, 0)?,
            Op::GetYieldFromIter => self.unary(op::GETYFITER, 0)?,
            Op::BuildTuple => self.build(op::BTUPLE, 0, i.a as usize, i.a as usize)?,
            Op::BuildList => self.build(op::BLIST, 0, i.a as usize, i.a as usize)?,
            Op::BuildSet => self.build(op::BSET, 0, i.a as usize, i.a as usize)?,
            Op::BuildDict => self.build(op::BDICT, 0, i.a as usize, (i.a as usize).saturating_mul(2))?,
            Op::BuildString => self.build(op::BSTR, 0, i.a as usize, i.a as usize)?,
            Op::ListAppend | Op::SetAdd => {
                let slot = self.pop()?;
                let b = self.register(slot)?;
                let place = self.nth(i.a)?;
                self.settle(place)?;
                let code = if i.op == Op::ListAppend { op::LAPPEND } else { op::SADD };
                self.emit(word(code, 0, self.home(place), b, 0))?;
            }
            Op::DictAdd => {
                let value = self.pop()?;
                let key = self.pop()?;
                let (b, c) = (self.register(key)?, self.register(value)?);
                let place = self.nth(i.a)?;
                self.settle(place)?;
                self.emit(word(op::DADD, 0, self.home(place), b, c))?;
            }
            Op::ListExtend | Op::SetUpdate | Op::DictUpdate | Op::DictMerge => {
                let slot = self.pop()?;
                let b = self.register(slot)?;
                let place = self.depth.checked_sub(1).ok_or(malformed)?;
                self.settle(place)?;
                let code = match i.op {
                    Op::ListExtend => op::LEXTEND,
                    Op::SetUpdate => op::SUPDATE,
                    Op::DictUpdate => op::DUPDATE,
                    _ => op::DMERGE,
                };
                self.emit(word(code, 0, self.home(place), b, 0))?;
            }
            Op::ListToTuple => self.unary(op::L2T, 0)?,
            Op::Unpack => {
                let slot = self.pop()?;
                let b = self.register(slot)?;
                let n = u16::try_from(i.a).map_err(|_| LowerError::TooLarge)?;
                self.emit(word(op::UNPACK, 0, self.home(slot), b, n))?;
                for _ in 0..n {
                    self.push(Entry::Home)?;
                }
            }
            Op::UnpackStar => {
                let slot = self.pop()?;
                let b = self.register(slot)?;
                let before = u8::try_from(i.a).map_err(|_| LowerError::TooLarge)?;
                let after = u16::try_from(i.b).map_err(|_| LowerError::TooLarge)?;
                self.emit(word(op::UNPACKX, before, self.home(slot), b, after))?;
                for _ in 0..before as usize + after as usize + 1 {
                    self.push(Entry::Home)?;
                }
            }
            Op::Format => self.unary(op::FORMAT, i.a as u8)?,
            Op::FormatSpec => {
                let spec = self.pop()?;
                let value = self.pop()?;
                let (b, c) = (self.register(value)?, self.register(spec)?);
                let a = self.home(value);
                self.load(word(op::FORMATS, i.a as u8, a, b, c))?;
            }
            Op::Call => self.call(op::CALL, i.a, 1)?,
            Op::CallMethod => self.call(op::CALLM, i.a, 2)?,
            Op::CallKeywords => self.call_keywords(op::CALLK, i, 1)?,
            Op::CallMethodKeywords => self.call_keywords(op::CALLMK, i, 2)?,
            Op::CallSpread => {
                let slot = self.pop_n(2 + (i.a != 0) as usize)?;
                self.settle_from(slot, 2 + (i.a != 0) as usize)?;
                self.emit(word(op::CALLX, (i.a != 0) as u8, self.home(slot), 0, 0))?;
                self.push(Entry::Home)?;
            }
            Op::MakeFunction => {
                let parts = (i.b & 15).count_ones() as usize;
                let slot = self.pop_n(parts)?;
                self.settle_from(slot, parts)?;
                let place = self.places.of(Use::Code(i.a)).ok_or(malformed)?;
                let stub = u16::try_from(place).map_err(|_| LowerError::TooLarge)?;
                let home = self.home(slot);
                self.load(word(op::MKFUN, (i.b & 15) as u8, home, stub, home))?;
            }
            Op::LoadBuildClass => {
                let w = word(op::BUILDCLASS, 0, self.top_home(), 0, 0);
                self.load(w)?;
            }
            Op::Return => {
                let slot = self.pop()?;
                let a = self.register(slot)?;
                self.emit(word(op::RET, 0, a, 0, 0))?;
            }
            Op::Yield | Op::AsyncYield => {
                self.flush_all()?;
                let code = if i.op == Op::Yield { op::YIELD } else { op::AYIELD };
                self.group(code, 0, 0, 1, 1)?;
            }
            Op::YieldFrom => {
                self.flush_all()?;
                self.group(op::YFROM, 0, 0, 2, 1)?;
            }
            Op::GetAwaitable => self.group(op::AWAITABLE, i.a as u8, 0, 1, 1)?,
            Op::Raise => {
                let n = i.a as usize;
                if n > 2 {
                    return Err(malformed);
                }
                let slot = self.pop_n(n)?;
                let a = if n > 0 { self.register(slot)? } else { 0 };
                let b = if n > 1 { self.register(slot + 1)? } else { 0 };
                self.emit(word(op::RAISE, n as u8, a, b, 0))?;
            }
            Op::Reraise => {
                let slot = self.pop()?;
                let a = self.register(slot)?;
                self.emit(word(op::RERAISE, 0, a, 0, 0))?;
            }
            Op::PushHandled => self.group(op::PUSHH, 0, 0, 1, 2)?,
            Op::PopHandled => {
                let slot = self.pop()?;
                let a = self.register(slot)?;
                self.emit(word(op::POPH, 0, a, 0, 0))?;
            }
            Op::MatchException => {
                let kind = self.pop()?;
                let exception = self.depth.checked_sub(1).ok_or(malformed)?;
                let (b, c) = (self.register(exception)?, self.register(kind)?);
                let w = word(op::MATCHX, 0, self.top_home(), b, c);
                self.load(w)?;
            }
            Op::MatchGroup => self.group(op::MATCHG, 0, 0, 2, 2)?,
            Op::PrepareReraiseStar => self.group(op::PREPSTAR, 0, 0, 2, 1)?,
            Op::BeforeWith => self.group(op::WITHENTER, 0, 0, 1, 2)?,
            Op::WithExcept => self.group(op::WITHEXC, 0, 0, 3, 4)?,
            Op::BeforeAsyncWith => self.group(op::AWITHENTER, 0, 0, 1, 2)?,
            Op::LoadAssertionError => {
                let w = word(op::LOADAE, 0, self.top_home(), 0, 0);
                self.load(w)?;
            }
            Op::MatchMapping | Op::MatchSequence | Op::GetLen => {
                let slot = self.depth.checked_sub(1).ok_or(malformed)?;
                let b = self.register(slot)?;
                let code = match i.op {
                    Op::MatchMapping => op::MMAP,
                    Op::MatchSequence => op::MSEQ,
                    _ => op::LEN,
                };
                let w = word(code, 0, self.top_home(), b, 0);
                self.load(w)?;
            }
            Op::MatchKeys => {
                let keys = self.depth.checked_sub(1).ok_or(malformed)?;
                let subject = self.depth.checked_sub(2).ok_or(malformed)?;
                let (b, c) = (self.register(subject)?, self.register(keys)?);
                let w = word(op::MKEYS, 0, self.top_home(), b, c);
                self.load(w)?;
            }
            Op::MatchClass => {
                let n = u16::try_from(i.a).map_err(|_| LowerError::TooLarge)?;
                self.group(op::MCLASS, 0, n, 3, 1)?;
            }
            Op::ImportName => {
                let k = self.value_of_constant(i.a)?;
                let slot = self.pop_n(2)?;
                self.settle_from(slot, 2)?;
                let home = self.home(slot);
                self.emit(wide(op::IMPORT, 0, home, k))?;
                self.push(Entry::Home)?;
            }
            Op::ImportFrom => {
                let slot = self.depth.checked_sub(1).ok_or(malformed)?;
                let b = self.register(slot)?;
                let (k, s) = self.k24(i.a)?;
                let w = word(op::IMPORTFROM, s, self.top_home(), b, k);
                self.load(w)?;
            }
            Op::ImportStar => {
                let slot = self.pop()?;
                let a = self.register(slot)?;
                self.emit(word(op::IMPORTSTAR, 0, a, 0, 0))?;
            }
            Op::SetupAnnotations => self.emit(word(op::SETUPANN, 0, 0, 0, 0))?,
            Op::PrintExpression => {
                let slot = self.pop()?;
                let a = self.register(slot)?;
                self.emit(word(op::PRINTEXPR, 0, a, 0, 0))?;
            }
        }
        Ok(false)
    }

    /// Constant index of the name of a cell.
    fn cell_name(&self, i: u32) -> Option<u32> {
        if i < self.code.cell_count {
            self.code.cells().nth(i as usize).map(|(name, _)| name)
        } else {
            self.code.frees().nth((i - self.code.cell_count) as usize)
        }
    }
}

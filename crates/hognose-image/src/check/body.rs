//! Checking one code object: its figures, its names, each instruction by itself, its positions.

use super::flow::Flow;
use super::range::Ranges;
use super::{CheckError, KEYWORD_LIMIT, Place, Problem, Wanted, want_below, want_str};
use crate::code::{Code, Head, Instruction};
use crate::isa::{BinaryOp, CompareOp, Op, Operand};
use crate::layout::*;
use crate::position::{FIGURE_LIMIT, PositionWriter};
use crate::view::{Constant, Image};

/// Words needed for this code object.
pub(super) fn scratch_words(code: &Code<'_>) -> usize {
    let mut jumps = 0usize;
    for (_, instruction) in code.instructions() {
        jumps += usize::from(instruction.op.operands().contains(&Operand::Label));
    }
    let words = code.bytes().len() / 32 + 1;
    let ranges = code.range_count as usize;
    // The start of the code is a label too.
    let labels = (1 + jumps + ranges).min(code.bytes().len() + 1);
    let parameters = usize::try_from(code.parameter_count() / 32 + 1).unwrap_or(usize::MAX);
    parameters.max(3 * words + 2 * labels + 4 * ranges)
}

/// Whether bit `index` is set.
pub(super) fn bit(bits: &[u32], index: u32) -> bool {
    bits.get(index as usize / 32).is_some_and(|word| word >> (index % 32) & 1 == 1)
}

/// Sets bit `index`; gives whether it was set before.
pub(super) fn set_bit(bits: &mut [u32], index: u32) -> bool {
    match bits.get_mut(index as usize / 32) {
        Some(word) => {
            let before = *word >> (index % 32) & 1 == 1;
            *word |= 1 << (index % 32);
            before
        }
        None => false,
    }
}

pub(super) fn check<'a>(image: &Image<'a>, index: u32, scratch: &mut [u32]) -> Result<(), CheckError<'a>> {
    let malformed = Place::Code { index, name: &[] };
    let code = image.code(index).ok_or(CheckError { place: malformed, problem: Problem::Malformed })?;
    let name = image.str(code.qualname).unwrap_or(&[]);
    let at_code = |problem| CheckError { place: Place::Code { index, name }, problem };
    let at = |pc: u32| move |problem| CheckError { place: Place::Instruction { index, name, pc }, problem };

    check_figures(image, &code).map_err(at_code)?;
    let need = scratch_words(&code);
    let have = scratch.len();
    let scratch = scratch.get_mut(..need).ok_or(at_code(Problem::Scratch { have, need }))?;
    check_names(image, &code, scratch).map_err(at_code)?;

    scratch.fill(0);
    let len = code.bytes().len() as u32;
    let words = len as usize / 32 + 1;
    let (starts, rest) = scratch.split_at_mut(words);
    let (targets, rest) = rest.split_at_mut(words);
    let mut instructions = code.instructions();
    let mut pc = 0;
    for (here, instruction) in instructions.by_ref() {
        check_instruction(image, &code, &instruction).map_err(at(here))?;
        set_bit(starts, here);
        pc = instruction.next;
        if instruction.op.operands().contains(&Operand::Label) {
            if instruction.a >= len {
                return Err(at(here)(Problem::Jump { target: instruction.a }));
            }
            set_bit(targets, instruction.a);
        }
    }
    if pc != len {
        let byte = code.bytes().get(pc as usize).copied().unwrap_or(0);
        return Err(at(pc)(Problem::Instruction { byte }));
    }
    for (here, instruction) in code.instructions() {
        if instruction.op.operands().contains(&Operand::Label) && !bit(starts, instruction.a) {
            return Err(at(here)(Problem::Jump { target: instruction.a }));
        }
    }
    let (range_words, rest) = rest.split_at_mut(4 * code.range_count as usize);
    let ranges = Ranges::build(&code, starts, targets, range_words).map_err(at_code)?;
    Flow::new(&code, targets, rest).run(&ranges).map_err(|(pc, problem)| at(pc)(problem))?;
    check_positions(image, &code).map_err(at_code)
}

fn check_figures(image: &Image<'_>, code: &Code<'_>) -> Result<(), Problem> {
    if code.flags & !CODE_FLAGS_KNOWN != 0 {
        return Err(Problem::Flags { found: code.flags, known: CODE_FLAGS_KNOWN });
    }
    let kinds = code.flags & CODE_KINDS;
    if kinds.count_ones() > 1 {
        return Err(Problem::Kinds { found: kinds });
    }
    if code.has(CODE_NAMESPACE) && (code.parameter_count() > 0 || kinds != 0) {
        return Err(Problem::Namespace);
    }
    want_str(image, code.name)?;
    want_str(image, code.qualname)?;
    if let Some(doc) = code.doc {
        want_str(image, doc)?;
    }
    want_below("modules", code.module, image.module_count())?;
    if code.first_line >= FIGURE_LIMIT {
        return Err(Problem::Line { found: code.first_line });
    }
    if code.posonly_count > code.arg_count {
        return Err(Problem::PositionalOnly { found: code.posonly_count, most: code.arg_count });
    }
    if code.parameter_count() > u64::from(code.local_count) {
        return Err(Problem::Parameters { found: code.parameter_count(), most: code.local_count });
    }
    let slots =
        [code.local_count, code.cell_count, code.free_count, code.max_stack].map(u64::from).iter().sum();
    if slots > u64::from(SLOT_LIMIT) {
        return Err(Problem::TooMany {
            what: "locals, cells and stack values",
            found: slots,
            most: SLOT_LIMIT,
        });
    }
    let len = code.bytes().len();
    if len as u64 >= u64::from(CODE_LIMIT) {
        return Err(Problem::TooMany { what: "bytes of code", found: len as u64, most: CODE_LIMIT - 1 });
    }
    if len == 0 { Err(Problem::NoCode) } else { Ok(()) }
}

fn check_names(image: &Image<'_>, code: &Code<'_>, scratch: &mut [u32]) -> Result<(), Problem> {
    for name in code.locals().chain(code.frees()) {
        want_str(image, name)?;
    }
    scratch.fill(0);
    for (cell, (name, parameter)) in code.cells().enumerate() {
        want_str(image, name)?;
        let Some(parameter) = parameter else { continue };
        let cell = cell as u32;
        if u64::from(parameter) >= code.parameter_count() {
            return Err(Problem::CellParameter { cell, parameter, count: code.parameter_count() });
        }
        if set_bit(scratch, parameter) {
            return Err(Problem::CellTwice { cell, parameter });
        }
    }
    Ok(())
}

fn check_instruction(image: &Image<'_>, code: &Code<'_>, instruction: &Instruction) -> Result<(), Problem> {
    let Instruction { op, a, b, .. } = *instruction;
    for (kind, value) in op.operands().iter().zip([a, b]) {
        match kind {
            Operand::Num | Operand::Int | Operand::Label => {}
            Operand::Const => want_below("constants", value, image.constant_count())?,
            Operand::Name => {
                want_str(image, value)?;
            }
            Operand::Tuple => check_keywords(image, op, a, value)?,
            Operand::Local => want_below("locals", value, code.local_count)?,
            // Their sum is below the slot limit.
            Operand::Cell => want_below("cells", value, code.cell_count + code.free_count)?,
            Operand::Code => check_function(image, code, value, b)?,
            Operand::Bin => {
                want_number(op, value, BinaryOp::from_byte(value as u8).is_some(), BinaryOp::ALL.len())?
            }
            Operand::Cmp => {
                want_number(op, value, CompareOp::from_byte(value as u8).is_some(), CompareOp::ALL.len())?
            }
        }
    }
    let (least, most) = match op {
        Op::Copy | Op::ListAppend | Op::SetAdd | Op::DictAdd => (1, SLOT_LIMIT),
        Op::Swap => (2, SLOT_LIMIT),
        Op::BuildSlice => (2, 3),
        Op::Format | Op::FormatSpec => (0, 3),
        Op::CallSpread => (0, 1),
        Op::GetAwaitable | Op::Raise => (0, 2),
        _ => (0, u32::MAX),
    };
    if a < least || a > most {
        return Err(Problem::Operand { op, found: a, least, most });
    }
    if op == Op::MakeFunction && b > 15 {
        return Err(Problem::Operand { op, found: b, least: 0, most: 15 });
    }
    let wanted = match op {
        Op::Yield | Op::GetYieldFromIter => CODE_GENERATOR,
        Op::YieldFrom => CODE_KINDS,
        Op::AsyncYield => CODE_ASYNC_GENERATOR,
        // Not `get_aiter`: an asynchronous generator expression asks its outermost iterable in the code around it.
        Op::GetAwaitable | Op::GetAnext | Op::EndAsyncFor | Op::BeforeAsyncWith => {
            CODE_COROUTINE | CODE_ASYNC_GENERATOR
        }
        Op::LoadName
        | Op::StoreName
        | Op::DelName
        | Op::LoadClassCell
        | Op::ImportStar
        | Op::SetupAnnotations => CODE_NAMESPACE,
        _ => return Ok(()),
    };
    if code.flags & wanted == 0 { Err(Problem::Kind { op, wanted }) } else { Ok(()) }
}

fn want_number(op: Op, found: u32, is_known: bool, count: usize) -> Result<(), Problem> {
    if is_known { Ok(()) } else { Err(Problem::Operand { op, found, least: 0, most: count as u32 - 1 }) }
}

/// Keyword names of a call: a tuple of at most as many strings as there are arguments.
fn check_keywords(image: &Image<'_>, op: Op, arguments: u32, index: u32) -> Result<(), Problem> {
    want_below("constants", index, image.constant_count())?;
    let wrong = Problem::Constant { index, wanted: Wanted::Names };
    let Some(Constant::Tuple(items)) = image.constant(index) else { return Err(wrong) };
    let mut count = 0;
    for item in items {
        count += 1;
        // One more than the limit is looked at, so that a long tuple costs little however often it is used.
        if count > KEYWORD_LIMIT {
            return Err(Problem::TooMany {
                what: "keyword names",
                found: u64::from(count),
                most: KEYWORD_LIMIT,
            });
        }
        if image.str(item).is_none() {
            return Err(wrong);
        }
    }
    if count > arguments {
        return Err(Problem::Operand { op, found: arguments, least: count, most: u32::MAX });
    }
    Ok(())
}

fn check_function(image: &Image<'_>, code: &Code<'_>, index: u32, flags: u32) -> Result<(), Problem> {
    want_below("code objects", index, image.code_count())?;
    let head = image.code_record(index).and_then(Head::read).ok_or(Problem::Malformed)?;
    if head.module != code.module {
        return Err(Problem::FunctionModule { found: head.module, wanted: code.module });
    }
    let given = flags & 8 != 0;
    if given != (head.free_count > 0) {
        return Err(Problem::Closure { frees: head.free_count, given });
    }
    Ok(())
}

/// One entry an instruction, in the one form.
fn check_positions(image: &Image<'_>, code: &Code<'_>) -> Result<(), Problem> {
    let table = code.position_table();
    if image.is_stripped() {
        return if table.is_empty() { Ok(()) } else { Err(Problem::NotStripped) };
    }
    let mut rest = table;
    let mut sink = |bytes: &[u8]| match rest.strip_prefix(bytes) {
        Some(after) => {
            rest = after;
            Ok(())
        }
        None => Err(()),
    };
    let mut writer = PositionWriter::new(code.first_line);
    let mut positions = code.positions();
    let mut instruction = 0;
    for _ in code.instructions() {
        let wrong = Problem::Positions { instruction };
        let position = positions.next().ok_or(wrong)?;
        if position.is_some_and(|position| !position.is_sound()) {
            return Err(wrong);
        }
        writer.add(position, &mut sink).map_err(|()| wrong)?;
        instruction += 1;
    }
    let wrong = Problem::Positions { instruction };
    writer.end(&mut sink).map_err(|()| wrong)?;
    if positions.is_finished() && rest.is_empty() { Ok(()) } else { Err(wrong) }
}

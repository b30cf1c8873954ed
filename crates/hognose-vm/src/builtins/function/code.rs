//! Code objects: what the image says about them.

use crate::heap::Kind;
use crate::native::{Args, Def, Result};
use crate::object::tuple::tuple_words;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::Image;
use hognose_image::isa::Operand;

pub(super) static CODE: &[Def] = defs!["FunctionType";
    Def::function("__eq__", eq, 1, 1),
    Def::function("__hash__", hash, 0, 0),
    Def::function("__repr__", super::super::text::repr_method, 0, 0),
    Def::member("co_argcount", |vm, args| number(vm, args, |code| code.arg_count)),
    Def::getter("co_cellvars", cellvars),
    Def::member("co_consts", consts),
    Def::member("co_filename", filename),
    Def::member("co_firstlineno", |vm, args| number(vm, args, |code| code.first_line)),
    Def::member("co_flags", flags),
    Def::getter("co_freevars", freevars),
    Def::member("co_kwonlyargcount", |vm, args| number(vm, args, |code| code.kwonly_count)),
    Def::frozen("co_lines", &"_code_lines"),
    Def::member("co_name", get_name),
    Def::member("co_names", names),
    Def::member("co_nlocals", |vm, args| number(vm, args, |code| code.local_count)),
    Def::frozen("co_positions", &"_code_positions"),
    Def::member("co_posonlyargcount", |vm, args| number(vm, args, |code| code.posonly_count)),
    Def::member("co_qualname", get_qualname),
    Def::member("co_stacksize", |vm, args| number(vm, args, |code| code.max_stack)),
    Def::getter("co_varnames", varnames),
];

fn view<'a>(vm: &'a Vm<'_>, code: Value) -> Option<hognose_image::Code<'a>> {
    let image = Image::trusted(vm.image_bytes(vm.heap.code_image(code)));
    image.code(vm.heap.code_index(code))
}

fn number(vm: &mut Vm<'_>, args: Args, of: fn(&hognose_image::Code<'_>) -> u32) -> Result {
    let code = args.get(vm, 0);
    Ok(Value::int(view(vm, code).map_or(0, |code| of(&code)) as i64))
}

/// Flags as CPython numbers them.
fn flags(vm: &mut Vm<'_>, args: Args) -> Result {
    let code = args.get(vm, 0);
    let Some(code) = view(vm, code) else { return Ok(Value::int(0)) };
    const VARARGS: i64 = 4;
    const KEYWORDS: i64 = 8;
    const NESTED: i64 = 16;
    let mut flags = 0;
    for (ours, theirs) in [(1, VARARGS), (2, KEYWORDS), (4, 0x20), (8, 0x80), (16, 0x200), (64, NESTED)] {
        if code.flags & ours != 0 {
            flags |= theirs;
        }
    }
    if code.flags & 32 == 0 {
        // Locals of its own, no namespace.
        flags |= 3;
    }
    Ok(Value::int(flags))
}

fn get_name(vm: &mut Vm<'_>, args: Args) -> Result {
    let code = args.get(vm, 0);
    vm.code_name(code)
}

fn get_qualname(vm: &mut Vm<'_>, args: Args) -> Result {
    let code = args.get(vm, 0);
    vm.code_qualname(code)
}

fn filename(vm: &mut Vm<'_>, args: Args) -> Result {
    let code = args.get(vm, 0);
    vm.code_file(code)
}

/// A tuple of constants of the image, given by `nth`.
fn constants(
    vm: &mut Vm<'_>,
    args: Args,
    count: usize,
    nth: fn(&hognose_image::Code<'_>, usize) -> Option<u32>,
) -> Result {
    vm.charge(count);
    vm.reserve(tuple_words(count))?;
    let tuple = vm.heap.alloc_tuple(count);
    let place = vm.heap.hold(tuple);
    for i in 0..count {
        let code = args.get(vm, 0);
        let Some(k) = view(vm, code).and_then(|code| nth(&code, i)) else { continue };
        let image = vm.heap.code_image(code);
        let value = vm.image_constant(image, k, false)?;
        let tuple = vm.heap.held(place);
        vm.heap.set_item(tuple, i, value);
    }
    Ok(vm.heap.held(place))
}

fn count(vm: &Vm<'_>, args: Args, of: fn(&hognose_image::Code<'_>) -> u32) -> usize {
    view(vm, args.get(vm, 0)).map_or(0, |code| of(&code) as usize)
}

fn varnames(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = count(vm, args, |code| code.local_count);
    constants(vm, args, n, |code, i| code.locals().nth(i))
}

fn cellvars(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = count(vm, args, |code| code.cell_count);
    constants(vm, args, n, |code, i| code.cells().nth(i).map(|(name, _)| name))
}

fn freevars(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = count(vm, args, |code| code.free_count);
    constants(vm, args, n, |code, i| code.frees().nth(i))
}

/// Operands of one kind in order of first use: `i`-th, or none.
fn operand(code: &hognose_image::Code<'_>, kind: Operand, i: usize) -> Option<u32> {
    let each = |pc_limit: u32| {
        code.instructions().take_while(move |(pc, _)| *pc < pc_limit).flat_map(move |(pc, instruction)| {
            let at = instruction.op.operands().iter().position(|&o| o == kind);
            at.map(|at| (pc, if at == 0 { instruction.a } else { instruction.b }))
        })
    };
    each(u32::MAX).filter(|&(pc, k)| !each(pc).any(|(_, seen)| seen == k)).nth(i).map(|(_, k)| k)
}

fn names(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = count(vm, args, |code| {
        (0..).take_while(|&i| operand(code, Operand::Name, i).is_some()).count() as u32
    });
    constants(vm, args, n, |code, i| operand(code, Operand::Name, i))
}

fn consts(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = count(vm, args, |code| {
        (0..).take_while(|&i| operand(code, Operand::Const, i).is_some()).count() as u32
    });
    constants(vm, args, n, |code, i| operand(code, Operand::Const, i))
}

/// The same code of the same image.
fn eq(vm: &mut Vm<'_>, args: Args) -> Result {
    let (left, right) = (args.get(vm, 0), args.get(vm, 1));
    if !matches!(vm.heap.kind(right), Kind::Code | Kind::CodeStub) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(Value::bool(vm.same_code(left, right)))
}

fn hash(vm: &mut Vm<'_>, args: Args) -> Result {
    let code = args.get(vm, 0);
    Ok(Value::int(vm.heap.code_index(code) as i64 + 1))
}

impl Vm<'_> {
    /// The same code of the same text, also when it was compiled twice.
    pub(crate) fn same_code(&self, left: Value, right: Value) -> bool {
        self.heap.code_index(left) == self.heap.code_index(right) && {
            let (left, right) = (self.heap.code_image(left), self.heap.code_image(right));
            left == right || self.image_bytes(left) == self.image_bytes(right)
        }
    }

    /// Constant of an image that a code object names.
    fn code_constant(&mut self, code: Value, of: fn(&hognose_image::Code<'_>) -> u32) -> Result {
        let Some(k) = view(self, code).map(|code| of(&code)) else { return Ok(Value::NONE) };
        let image = self.heap.code_image(code);
        self.image_constant(image, k, true)
    }

    /// `co_name`
    pub(crate) fn code_name(&mut self, code: Value) -> Result {
        self.code_constant(code, |code| code.name)
    }

    /// `co_qualname`
    pub(crate) fn code_qualname(&mut self, code: Value) -> Result {
        self.code_constant(code, |code| code.qualname)
    }

    /// `co_filename`
    pub(crate) fn code_file(&mut self, code: Value) -> Result {
        let image = self.heap.code_image(code);
        let file = {
            let view = Image::trusted(self.image_bytes(image));
            view.code(self.heap.code_index(code)).and_then(|code| view.module(code.module)).map(|m| m.file)
        };
        match file {
            Some(k) => self.image_constant(image, k, true),
            None => Ok(Value::NONE),
        }
    }
}

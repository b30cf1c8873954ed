//! Frame objects: a picture of a frame, made when asked. Records of code, globals, line, frame below or None, and locals
//! where they are known.

use crate::native::{Args, Def, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

const CODE: usize = 0;
const GLOBALS: usize = 1;
const LINE: usize = 2;
const BACK: usize = 3;
const LOCALS: usize = 4;

pub(super) static FRAME: &[Def] = defs!["FunctionType";
    Def::frozen("clear", &"_nothing"),
    Def::getter("f_back", |vm, args| field(vm, args, BACK)),
    Def::getter("f_builtins", builtins),
    Def::getter("f_code", |vm, args| field(vm, args, CODE)),
    Def::getter("f_globals", |vm, args| field(vm, args, GLOBALS)),
    Def::getter("f_lineno", |vm, args| field(vm, args, LINE)),
    Def::getter("f_locals", locals),
    Def::get_set("f_trace", &(|_, _| Ok(Value::NONE), |_, _| Ok(Value::NONE))),
];

fn field(vm: &mut Vm<'_>, args: Args, i: usize) -> Result {
    Ok(vm.heap.record_field(args.get(vm, 0), i).or_none())
}

fn builtins(vm: &mut Vm<'_>, _args: Args) -> Result {
    let module = vm.builtins_module()?;
    vm.whole_module_dict(module)
}

/// Locals; frames of a traceback do not know them any more and give their globals.
fn locals(vm: &mut Vm<'_>, args: Args) -> Result {
    let frame = args.get(vm, 0);
    let known = vm.heap.record_field(frame, LOCALS).is_object();
    field(vm, args, if known { LOCALS } else { GLOBALS })
}

impl Vm<'_> {
    /// A frame object for the frame of the script at `fp`, without the ones below it.
    pub(crate) fn frame_object(&mut self, fp: usize) -> Result {
        let locals = self.frame_locals(fp)?;
        let place = self.heap.hold(locals);
        let pc = self.frame_pc_at(fp);
        let line = self.position(self.frame_code_at(fp), pc).map_or(0, |position| position.line);
        let (code, globals) = (self.frame_code_at(fp), self.frame_globals_at(fp));
        let locals = self.heap.held(place);
        self.heap.release(place);
        let line = Value::int(line as i64);
        let made = self.heap.new_record(Type::Frame, &[code, globals, line, Value::NONE, locals]);
        self.grant_memory(made)
    }

    /// Frame objects for the frames of the script from the `skip`-th youngest on, linked; None when there are not as many.
    pub(crate) fn frame_objects(&mut self, skip: usize) -> Result {
        let mut fp = self.script_frame();
        for _ in 0..skip {
            fp = fp.and_then(|fp| self.script_frame_below(fp));
        }
        let Some(first) = fp else { return Ok(Value::NONE) };
        let object = self.frame_object(first)?;
        let youngest = self.heap.hold(object);
        let last = self.heap.hold(object);
        let mut at = first;
        while let Some(below) = self.script_frame_below(at) {
            let object = self.frame_object(below)?;
            let above = self.heap.held(last);
            self.heap.set_record_field(above, BACK, object);
            self.heap.set_held(last, object);
            at = below;
        }
        let object = self.heap.held(youngest);
        self.heap.release(youngest);
        Ok(object)
    }
}

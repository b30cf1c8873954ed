//! TrueType.

use crate::call::Call;
use hognose::{NativeResult, ToPython, Value, Vm};

pub fn ttf_is_ready(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    Ok(Value::bool(call.computer.fonts().is_some_and(|fonts| fonts.is_ready())))
}

pub fn ttf_get_glyph(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let (code, size, style) = (call.int(0) as u32, call.int32(1), call.int(2) as u32);
    let Some(glyph) = call.computer.fonts().and_then(|fonts| fonts.glyph(code, size, style)) else {
        return Ok(Value::NONE);
    };
    let mark = vm.heap.held_mark();
    let made = (|| {
        let made = vm.heap.new_dict();
        let dict = vm.grant_memory(made)?;
        let dict = vm.heap.hold(dict);
        let bitmap = glyph.bitmap.to_python(vm)?;
        set(vm, dict, "bitmap", bitmap)?;
        let numbers = [
            ("width", glyph.width.into()),
            ("height", glyph.height.into()),
            ("xoff", i64::from(glyph.x)),
            ("yoff", glyph.y.into()),
            ("advance", glyph.advance.into()),
        ];
        for (name, n) in numbers {
            set(vm, dict, name, Value::int(n))?;
        }
        Ok(vm.heap.held(dict))
    })();
    vm.heap.release_to(mark);
    made
}

fn set(vm: &mut Vm<'_>, dict: hognose_vm::heap::Held, name: &str, value: Value) -> NativeResult<()> {
    let value = vm.heap.hold(value);
    let made = vm.heap.intern(name.as_bytes());
    let key = vm.grant_memory(made)?;
    let (dict, value) = (vm.heap.held(dict), vm.heap.held(value));
    let made = vm.heap.set_str(dict, key, value);
    vm.grant_memory(made).map(|_| ())
}

pub fn ttf_get_metrics(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let size = call.int32(0);
    match call.computer.fonts().and_then(|fonts| fonts.metrics(size)) {
        Some(metrics) => (metrics.ascent, metrics.descent, metrics.gap).to_python(vm),
        None => (size, 0, 0).to_python(vm),
    }
}

pub fn ttf_get_advance(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let (code, size) = (call.int(0) as u32, call.int32(1));
    let advance = call.computer.fonts().and_then(|fonts| fonts.advance(code, size));
    advance.unwrap_or(size.div_euclid(2)).to_python(vm)
}

pub fn ttf_get_kerning(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let (left, right, size) = (call.int(0) as u32, call.int(1) as u32, call.int32(2));
    call.computer.fonts().map_or(0, |fonts| fonts.kerning(left, right, size)).to_python(vm)
}

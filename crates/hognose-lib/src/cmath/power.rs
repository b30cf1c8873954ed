//! Powers of complex numbers that no multiplication gives: what the operator `**` asks for.

use hognose_vm::native::{Args, Def, ModuleDef, Result};
use hognose_vm::types::Type;
use hognose_vm::vm::Vm;

/// Module `_complex`: without it, the engine has only small whole powers of complex numbers, and is 10 KB smaller.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_complex",
    attributes: &[Def::function("power", power, 4, 4)],
    types: &[],
    notes: &[],
    doc: "",
};

/// `power(re, im, re, im)`: the first number to the power of the second; neither is zero.
fn power(vm: &mut Vm<'_>, args: Args) -> Result {
    let part = |i| args.get(vm, i).as_float().unwrap_or(0.0);
    let (x, y) = ((part(0), part(1)), (part(2), part(3)));
    let magnitude = libm::hypot(x.0, x.1);
    let mut length = libm::pow(magnitude, y.0);
    let angle = libm::atan2(x.1, x.0);
    let mut phase = angle * y.0;
    if y.1 != 0.0 {
        length /= libm::exp(angle * y.1);
        phase += y.1 * libm::log(magnitude);
    }
    if phase.is_infinite() {
        // As CPython reads the domain error of the cosine.
        return Err(vm.raise(Type::ZeroDivisionError, "0.0 to a negative or complex power"));
    }
    let (re, im) = (length * libm::cos(phase), length * libm::sin(phase));
    if !re.is_finite() && x.0.is_finite() && y.0.is_finite() {
        return Err(vm.raise(Type::OverflowError, "complex exponentiation"));
    }
    let made = vm.heap.new_complex(re, im);
    vm.grant_memory(made)
}

//! Module `_random`: the Mersenne Twister over a bytearray of the block, and what must be fast on top of it.

use crate::argument::integer;
use hognose_vm::heap::Kind;
use hognose_vm::native::{Args, Def, ModuleDef, Result, Trap};
use hognose_vm::num::random::{STATE, Twister};
use hognose_vm::object::bytes::{BYTEARRAY_WORDS, bytes_words};
use hognose_vm::object::int::int_words;
use hognose_vm::object::tuple::tuple_words;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// The module. A state is a bytearray of the generator's words.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_random",
    attributes: &[
        Def::function("below", below, 2, 2),
        Def::function("entropy", entropy, 0, 0),
        Def::function("get", get, 1, 1),
        Def::function("getrandbits", getrandbits, 2, 2),
        Def::function("new", new, 0, 0),
        Def::function("random", random, 1, 1),
        Def::function("seed", seed, 2, 2),
        Def::function("set", set, 2, 2),
        Def::function("shuffle", shuffle, 2, 2),
    ],
    types: &[],
    notes: &[],
    doc: "",
};

/// Runs something on the state that is argument 0.
fn with_state<T>(vm: &mut Vm<'_>, args: Args, run: impl FnOnce(&mut Twister<'_>) -> T) -> Result<T> {
    let state = args.get(vm, 0);
    if let Some(mut twister) = vm.words_mut(state).and_then(Twister::new) {
        return Ok(run(&mut twister));
    }
    Err(no_state(vm))
}

#[cold]
fn no_state(vm: &mut Vm<'_>) -> Trap {
    vm.raise(Type::TypeError, "not a state of this generator")
}

/// `new()`: a state that must be seeded.
fn new(vm: &mut Vm<'_>, _args: Args) -> Result {
    vm.reserve(bytes_words(STATE * 4) + BYTEARRAY_WORDS)?;
    let storage = vm.heap.alloc_buffer(STATE * 4);
    Ok(vm.heap.alloc_bytearray(storage, STATE * 4))
}

/// `seed(state, x)`: an int, a str or bytes; a float by its hash.
fn seed(vm: &mut Vm<'_>, args: Args) -> Result {
    vm.charge(STATE * 2);
    let x = vm.unwrap(args.get(vm, 1));
    if let Some(x) = x.as_float() {
        let hash = hognose_vm::object::equal::visible_float(x);
        with_state(vm, args, |twister| twister.seed_hash(hash))?;
        return Ok(Value::NONE);
    }
    // State and key both lie in the block: the new state is made outside.
    let mut words = [0u32; STATE];
    if let (Some(key), Some(mut twister)) = (vm.heap.int_parts(x), Twister::new(&mut words)) {
        twister.seed_int(key.limbs());
        let cost = key.limbs().len();
        vm.charge(cost);
        return store(vm, args, &words);
    }
    let n = if vm.heap.is_str(x) { vm.heap.text(x).len() } else { vm.bytes_of(x).len() };
    if n == 0 && !vm.heap.is_str(x) && !vm.has_bytes(x) {
        return Err(vm.raise(Type::TypeError, "no seed"));
    }
    vm.charge(n / 4);
    let mut words = [0u32; STATE];
    if let Some(mut twister) = Twister::new(&mut words) {
        if vm.heap.is_str(x) {
            twister.seed_bytes(&vm.heap.text(x))
        } else {
            twister.seed_bytes(vm.bytes_of(x))
        }
    }
    store(vm, args, &words)
}

fn store(vm: &mut Vm<'_>, args: Args, words: &[u32; STATE]) -> Result {
    let state = args.get(vm, 0);
    match vm.words_mut(state).and_then(|state| state.get_mut(..STATE)) {
        Some(out) => out.copy_from_slice(words),
        None => return Err(no_state(vm)),
    }
    Ok(Value::NONE)
}

/// `random(state)`
fn random(vm: &mut Vm<'_>, args: Args) -> Result {
    with_state(vm, args, |twister| Value::float(twister.next_f64()))
}

/// `getrandbits(state, k)`
fn getrandbits(vm: &mut Vm<'_>, args: Args) -> Result {
    let k = vm.unwrap(args.get(vm, 1));
    let Some(k) = vm.heap.as_i64(k).filter(|&k| k < 1 << 40) else {
        return Err(vm.raise(Type::OverflowError, "Python int too large to convert to C int"));
    };
    if k < 0 {
        return Err(vm.raise(Type::ValueError, "number of bits must be non-negative"));
    }
    if k <= 64 {
        let bits = with_state(vm, args, |twister| twister.bits(k as u32))?;
        if bits < 1 << 47 {
            return Ok(Value::int(bits as i64));
        }
        let made = vm.heap.new_uint(bits);
        return vm.grant_memory(made);
    }
    let n = (k as usize).div_ceil(32);
    vm.charge(n);
    vm.reserve(int_words(n))?;
    let made = vm.heap.alloc_big(n);
    for i in 0..n {
        let limb = with_state(vm, args, |twister| twister.next_u32())?;
        let spare = if i + 1 == n { (32 - k as u32 % 32) % 32 } else { 0 };
        vm.heap.big_limbs_mut(made)[i] = limb >> spare;
    }
    Ok(vm.heap.finish_big(made, n, false))
}

/// `below(state, n)`: for n below 2^63.
fn below(vm: &mut Vm<'_>, args: Args) -> Result {
    let n = args.get(vm, 1);
    let Some(n) = vm.heap.as_i64(n) else { return Err(vm.raise(Type::OverflowError, "too large")) };
    let drawn = with_state(vm, args, |twister| twister.below(n.max(0) as u64))?;
    integer(vm, drawn as i64)
}

/// `shuffle(state, list)`
fn shuffle(vm: &mut Vm<'_>, args: Args) -> Result {
    let list = args.get(vm, 1);
    if !vm.heap.is_kind(list, Kind::List) {
        return Err(vm.raise(Type::TypeError, "not a list"));
    }
    let n = vm.heap.list_len(list);
    vm.charge(n);
    for i in (1..n).rev() {
        let j = with_state(vm, args, |twister| twister.below(i as u64 + 1))? as usize;
        let (a, b) = (vm.heap.list_item(list, i), vm.heap.list_item(list, j));
        vm.heap.set_list_item(list, i, b);
        vm.heap.set_list_item(list, j, a);
    }
    Ok(Value::NONE)
}

/// `get(state)`: its words.
fn get(vm: &mut Vm<'_>, args: Args) -> Result {
    with_state(vm, args, |_| ())?;
    vm.reserve(tuple_words(STATE))?;
    let state = args.get(vm, 0);
    let tuple = vm.heap.alloc_tuple(STATE);
    for i in 0..STATE {
        let word = vm.words_mut(state).and_then(|state| state.get(i).copied()).unwrap_or(0);
        vm.heap.set_item(tuple, i, Value::int(word as i64));
    }
    Ok(tuple)
}

/// `set(state, words)`
fn set(vm: &mut Vm<'_>, args: Args) -> Result {
    let words = args.get(vm, 1);
    if !vm.heap.is_kind(words, Kind::Tuple) {
        return Err(vm.raise(Type::TypeError, "state vector must be a tuple"));
    }
    if vm.heap.tuple_len(words) != STATE {
        return Err(vm.raise(Type::ValueError, "state vector is the wrong size"));
    }
    let mut copy = [0u32; STATE];
    for (i, word) in copy.iter_mut().enumerate() {
        match vm.heap.as_i64(vm.heap.item(words, i)).and_then(|n| u32::try_from(n).ok()) {
            Some(n) => *word = n,
            None => return Err(vm.raise(Type::ValueError, "invalid state")),
        }
    }
    if copy[STATE - 1] > 624 {
        return Err(vm.raise(Type::ValueError, "invalid state"));
    }
    store(vm, args, &copy)
}

/// `entropy()`: what differs between runs as far as the host has a clock.
fn entropy(vm: &mut Vm<'_>, _args: Args) -> Result {
    let fuel = vm.fuel_spent();
    let (clock, monotonic) = match vm.host() {
        Some(host) => (host.clock().unwrap_or(0), host.monotonic().unwrap_or(0)),
        None => (0, 0),
    };
    let mixed = clock ^ monotonic.rotate_left(32) ^ fuel.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let made = vm.heap.new_uint(mixed);
    vm.grant_memory(made)
}

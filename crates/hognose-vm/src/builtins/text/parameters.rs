//! Arguments of natives that also take keywords, with CPython's messages.

use crate::native::{Args, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// The parameters of a native.
pub(crate) struct Parameters<const N: usize> {
    /// Its name in messages.
    pub function: &'static str,
    /// Names of the parameters; an empty one can only be given by position.
    pub names: [&'static str; N],
    /// How many of the first must be given.
    pub required: usize,
    /// How many can be given by position.
    pub positional: usize,
}

/// Where the value of each parameter lies; 0 for those that were not given.
#[derive(Clone, Copy)]
pub(crate) struct Bound<const N: usize>([u32; N]);

impl<const N: usize> Bound<N> {
    /// The value of parameter `i`, the unbound marker when it was not given. Right also after a collection.
    pub fn get(&self, vm: &Vm<'_>, i: usize) -> Value {
        match self.0.get(i) {
            Some(&at) if at != 0 => Value(vm.heap.mem[at as usize]),
            _ => Value::UNBOUND,
        }
    }

    /// Was parameter `i` given?
    pub fn has(&self, i: usize) -> bool {
        self.0.get(i).is_some_and(|&at| at != 0)
    }

    /// Changes the value of a given parameter: keeps values through a reserve.
    pub fn set(&self, vm: &mut Vm<'_>, i: usize, value: Value) {
        if let Some(&at) = self.0.get(i).filter(|&&at| at != 0) {
            vm.heap.mem[at as usize] = value.0;
        }
    }
}

impl<const N: usize> Parameters<N> {
    /// Finds the parameters among the arguments after the first `skip`.
    pub fn bind(&self, vm: &mut Vm<'_>, args: Args, skip: usize) -> Result<Bound<N>> {
        let args = args.skip(skip);
        let (given, keywords) = (args.len(), args.keyword_count());
        let function = self.function;
        if given + keywords > N {
            let keyword = if given == 0 { "keyword " } else { "" };
            let total = given + keywords;
            return Err(vm.raise_with(Type::TypeError, |_, out| {
                let plural = if N == 1 { "" } else { "s" };
                write!(out, "{function}() takes at most {N} {keyword}argument{plural} ({total} given)")
            }));
        }
        if given > self.positional {
            return Err(self.wrong_positional(vm, given, self.positional, false));
        }
        let mut bound = Bound([0; N]);
        for i in 0..given.min(N) {
            bound.0[i] = args.base + i as u32;
        }
        let mut wrong = None;
        for k in 0..keywords {
            let name = args.keyword_name(vm, k);
            let found = {
                let text = vm.heap.text(name);
                self.names.iter().position(|known| !known.is_empty() && known.as_bytes() == &*text)
            };
            match found {
                Some(i) if bound.0[i] == 0 => bound.0[i] = args.base + args.count as u32 + k as u32,
                found => {
                    wrong.get_or_insert((k, found));
                }
            }
        }
        // What is missing is said before what is wrong.
        self.check_required(vm, &bound, given)?;
        if let Some((k, found)) = wrong {
            let name = args.keyword_name(vm, k);
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                let text = vm.heap.text(name);
                let name = text.as_str();
                match found {
                    Some(i) => write!(
                        out,
                        "argument for {function}() given by name ('{name}') and position ({})",
                        i + 1
                    ),
                    None => write!(out, "'{name}' is an invalid keyword argument for {function}()"),
                }
            }));
        }
        Ok(bound)
    }

    fn check_required(&self, vm: &mut Vm<'_>, bound: &Bound<N>, given: usize) -> Result<()> {
        let Some(missing) = (0..self.required).find(|&i| !bound.has(i)) else { return Ok(()) };
        let (function, name) = (self.function, self.names[missing]);
        if name.is_empty() {
            let least = self.names.iter().take(self.required).filter(|name| name.is_empty()).count();
            return Err(self.wrong_positional(vm, given, least, true));
        }
        Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "{function}() missing required argument '{name}' (pos {})", missing + 1)
        }))
    }

    fn wrong_positional(
        &self,
        vm: &mut Vm<'_>,
        given: usize,
        limit: usize,
        few: bool,
    ) -> crate::native::Trap {
        let function = self.function;
        let many = match (few, self.required < self.positional) {
            (_, false) => "exactly",
            (true, true) => "at least",
            (false, true) => "at most",
        };
        vm.raise_with(Type::TypeError, |_, out| {
            if limit == 0 {
                return write!(out, "{function}() takes no positional arguments");
            }
            let plural = if limit == 1 { "" } else { "s" };
            write!(out, "{function}() takes {many} {limit} positional argument{plural} ({given} given)")
        })
    }
}

//! Control structures, subroutines, packing: code that makes code.

use crate::code::{Code, Node};
use crate::inst::{add, br, br_lnk, jmp, mov, sub};
use crate::label::Label;
use crate::operand::{Comparison, ind, named, reg};
use std::collections::BTreeSet;

/// `then` if the condition holds, else `otherwise` (which may be empty).
#[track_caller]
pub fn when(condition: Comparison, then: impl Into<Code>, otherwise: impl Into<Code>) -> Code {
    let otherwise = otherwise.into();
    let mut code = Code::new();
    if otherwise.is_empty() {
        let end = Label::auto();
        code.push(condition.branch_if_false(&end));
        code.push(then);
        code.push(&end);
    } else {
        let (other, end) = (Label::auto(), Label::auto());
        code.push(condition.branch_if_false(&other));
        code.push(then);
        code.push(br(&end));
        code.push(&other);
        code.push(otherwise);
        code.push(&end);
    }
    code
}

/// The code of the first condition that holds, else `default`.
#[track_caller]
pub fn case(cases: Vec<(Comparison, Code)>, default: impl Into<Code>) -> Code {
    let default = default.into();
    let end = Label::auto();
    let mut code = Code::new();
    let mut bodies = Vec::new();
    for (condition, body) in cases {
        let label = Label::auto();
        code.push(condition.branch_if_true(&label));
        bodies.push((label, body));
    }
    // Every body but the last one in the text leaps over the rest.
    let last = bodies.len();
    if !default.is_empty() {
        code.push(default);
    }
    if last > 0 {
        code.push(br(&end));
    }
    for (i, (label, body)) in bodies.into_iter().enumerate() {
        code.push(&label);
        code.push(body);
        if i + 1 < last {
            code.push(br(&end));
        }
    }
    code.push(&end);
    code
}

/// `code` with every item exempt from automatic padding.
pub fn pack(code: impl Into<Code>) -> Code {
    let mut packed = Vec::new();
    for node in code.into().0 {
        if matches!(node, Node::Item(_)) {
            packed.push(Node::NoPad);
        }
        packed.push(node);
    }
    Code(packed)
}

/// A subroutine: called with `BrLnk lr`, saves registers on a stack that grows down from `sp`. The environment must
/// name both.
#[derive(Debug)]
pub struct Subroutine {
    label: Label,
    body: Code,
    saved: BTreeSet<i64>,
    leaf: bool,
}

impl Subroutine {
    /// A subroutine with this name, to be called before or after it is defined.
    pub fn new(name: &str) -> Self {
        Self { label: Label::new(name), body: Code::new(), saved: BTreeSet::new(), leaf: false }
    }

    /// Its address.
    pub fn label(&self) -> &Label {
        &self.label
    }

    /// Sets what it does.
    #[must_use]
    pub fn define(mut self, body: impl Into<Code>) -> Self {
        self.body = body.into();
        self
    }

    /// Registers, by number, that it saves and restores.
    #[must_use]
    pub fn saving(mut self, registers: impl IntoIterator<Item = i64>) -> Self {
        self.saved.extend(registers);
        self
    }

    /// Says that it calls nothing, so that it need not save `lr`.
    #[must_use]
    pub fn leaf(mut self) -> Self {
        self.leaf = true;
        self
    }

    /// Code that calls it.
    #[track_caller]
    pub fn call(&self) -> Code {
        br_lnk(named("lr"), &self.label).into()
    }

    /// Its code, to be placed once.
    #[track_caller]
    pub fn into_code(self) -> Code {
        let mut pushed: Vec<_> = self.saved.iter().map(|&n| reg(n)).collect();
        if !self.leaf {
            pushed.push(named("lr"));
        }
        let count = i64::try_from(pushed.len()).unwrap_or(0);
        let mut code = Code::from(&self.label);
        if count > 0 {
            code.push(sub(named("sp"), named("sp"), 4 * count));
        }
        for (i, register) in (0..).zip(pushed) {
            code.push(mov(ind(named("sp"), 4 * i), register));
        }
        code.push(self.body);
        if count > 0 {
            code.push(add(named("sp"), named("sp"), 4 * count));
        }
        for (i, &n) in (0..).zip(&self.saved) {
            code.push(mov(reg(n), ind(named("sp"), -4 * (count - i))));
        }
        // Popping works below `sp`: the return address lies just under the restored stack pointer.
        code.push(if self.leaf { jmp(named("lr")) } else { jmp(ind(named("sp"), -4i64)) });
        code
    }
}

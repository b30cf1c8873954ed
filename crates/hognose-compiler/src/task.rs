//! Tasks: what is to be done later. A task is three words: two values, and the kind with 24 bits more.

use crate::fault::Done;
use crate::words::Words;

macro_rules! tasks {
    ($($(#[$doc:meta])* $task:ident),* $(,)?) => {
        /// The kinds of task. The comment names the values in the order data, a, b; `node` is a node of the tree.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(crate) enum Task {
            $($(#[$doc])* $task,)*
        }

        impl Task {
            const ALL: &'static [Task] = &[$(Task::$task),*];
        }
    };
}

tasks! {
    /// Nothing: ends a run.
    Stop,
    // ---- expressions
    /// -, node: load it.
    Expr,
    /// first, list, end: load items of a list.
    Exprs,
    /// opcode, operand, node: an instruction at the place of the node.
    Emit,
    /// opcode, spot: a jump on the value on top.
    JumpOn,
    /// -, node: what jumps stand for.
    Owner,
    /// -, spot, node: a jump.
    Jump,
    /// -, spot: place it.
    Place,
    /// sense, node, spot: jump when the truth of the expression is `sense`.
    JumpIf,
    /// sense and index, list, spot: the same for all but the last values of `and`, `or`.
    JumpIfEach,
    /// index and sense, node, spot: links of a comparison, for a jump.
    JumpIfLink,
    /// -, node, spot: the last part of a conditional expression.
    Conditional,
    /// -, node: the right operand, then the operator.
    Right,
    /// -, node: an operator of two operands.
    Binary,
    /// -, node: an operator of one operand.
    Unary,
    /// index, node, spot: values of `and`, `or`.
    Bool,
    /// index, node, spot: links of a comparison.
    Link,
    /// index, node, spot: an operator of a comparison.
    Compared,
    /// -, node: `:=` with its value there.
    Named,
    /// -, node: attribute of the value on top.
    Attribute,
    /// kind and index, list, node: items one by one into a collection.
    Items,
    /// kind and more on the stack, items, node: a display with its items there.
    Display,
    /// -, count, node: a tuple of what is there.
    Tuple,
    /// index, list, node: items of a dict display.
    Pairs,
    /// -, node: the method of the value on top.
    Method,
    /// form, node, keywords: a call with everything there.
    Called,
    /// more on the stack, args, node: arguments of a call that spreads.
    Spread,
    /// flags and index, keywords, node: keywords of a call that spreads.
    Keywords,
    /// index, keywords, end: names and values of some of them.
    KeywordPairs,
    /// -, node: `await` with its value there.
    Await,
    /// -, node: `yield` with its value there.
    Yield,
    /// index, node, number: parts of an f-string.
    Parts,
    // ---- functions
    /// stage and flags, node: a function.
    Function,
    /// first, list: defaults of parameters.
    Defaults,
    /// index and count, params, node: defaults of keyword-only parameters.
    KeywordDefaults,
    /// index and count, params, node: annotations of parameters.
    Annotations,
    /// -, annotation, node: its value, or its text.
    Annotation,
    /// flags, node; below: the unit outside. Ends a function.
    FunctionEnd,
    /// -, node: a class.
    Class,
    /// -, node; below: the unit outside. Ends a class body.
    ClassEnd,
    /// number, list: decorators from the last to the first.
    Decorate,
    /// -, name, node: stores it.
    StoreName,
    /// -, node; below: the unit outside. Ends a comprehension.
    ComprehensionEnd,
    /// index and depth, node: a `for` of a comprehension.
    For,
    /// index and depth, node: it has its iterator.
    Iterated,
    /// index and depth, node: an item goes into its target.
    Targets,
    /// index and depth, node, start of the loop: its target is stored.
    Targeted,
    /// index, list, spot: its conditions.
    Conditions,
    /// loops around, node: the element is there.
    Element,
    /// -, start, end: the end of its loop.
    LoopEnd,
    /// -, start; below: a block. The end of its asynchronous loop.
    AsyncLoopEnd,
    // ---- targets
    /// -, node: stores the value on top.
    Store,
    /// first, list: stores into the targets.
    Stores,
    /// -, node: stores into a target whose object is there.
    StoreInto,
    /// first, list: deletes targets.
    Deletes,
    /// -, node: deletes from a target whose object is there.
    DeleteFrom,
    // ---- statements
    /// first, list, tail: statements; a `for` loop ends behind them when `tail` is not 0.
    Statements,
    /// first, list, node: assigns to the targets.
    Assign,
    /// stage, node: `+=` and its like.
    Augmented,
    /// -, node: an annotated assignment with its value stored.
    Annotated,
    /// -, node: its annotation is there.
    Noted,
    /// -, node: an expression statement with its value there.
    Dropped,
    /// -, node: `return` with its value there, blocks left.
    Returned,
    /// -, node: `assert` that failed.
    Asserted,
    /// tail, spot, node; below: where it ends. The part before `else` is done.
    Else,
    /// -, node; below: a block. The body of a loop begins.
    WhileBody,
    /// -, node; below: a block. The body of a loop is done.
    WhileTest,
    /// -, node; below: a block. So is the test at its end.
    WhileEnd,
    /// -, node; below: a block. The body of a loop is done.
    ForEnd,
    /// -, node: what a `for` loop iterates is there.
    ForStart,
    /// kind of exit, block, node: leaves blocks on the way out.
    Leave,
    /// kind of exit, block, node: left them.
    Left,
    /// -, block; below: the depth of the stack. The blocks are as they were.
    Reopen,
    /// -; below: a block. It ends.
    PopBlock,
    // ---- try, with
    /// -, node; below: a block. The body with `finally` is done.
    FinallyBody,
    /// -, node, exit; below: a block. The `finally` of the way without exception is done.
    FinallyDone,
    /// -, node, exit; below: a block. The `finally` of the way with exception is done.
    FinallyEnd,
    /// -, node; below: a block. The body with `except` is done.
    TryBody,
    /// -, node, handlers: `else` is done.
    TryElse,
    /// index, node, exit; below: a block. A handler.
    Handler,
    /// -, handler, next: a handler whose type is there.
    HandlerMatch,
    /// index, node, next: a handler that was chosen.
    HandlerChosen,
    /// index, node, exit; below: a block. The body of a handler is done.
    HandlerEnd,
    /// index, node, exit; below: a block. A handler of `except*`.
    StarHandler,
    /// index, node, spot: a handler of `except*` whose type is there.
    StarMatch,
    /// index, node, spot; below: a block. The body of a handler is done.
    StarHandlerEnd,
    /// index, node: an item of a `with`.
    With,
    /// index, node: its manager is there.
    WithEnter,
    /// -, node, exit; below: a block. The body is done.
    WithEnd,
    // ---- match
    /// index, node, end: a case.
    Case,
    /// index, node, end: its pattern has matched.
    Matched,
    /// index, node, end: its guard has held.
    Guarded,
    /// index, node, end: its body is done.
    CaseEnd,
    /// -, node: a pattern.
    Pattern,
    /// flag, node: a pattern below another one.
    SubPattern,
    /// -: allows irrefutable patterns as before.
    Irrefutable,
    /// kind, node: values are compared.
    PatternValue,
    /// first, list: patterns of unpacked values.
    PatternItems,
    /// index, node: patterns of items by index.
    PatternIndexed,
    /// index, items: keys of a mapping.
    PatternKeys,
    /// -, node: they are there.
    PatternKeysEnd,
    /// index, items: patterns of its values.
    PatternMapped,
    /// -, node: patterns of a mapping are done.
    PatternMappingEnd,
    /// -, node: the class is there.
    PatternClass,
    /// index, node: patterns of a class.
    PatternClassItem,
    /// -, node: `as`.
    PatternAs,
    /// index, node; below: the pattern outside. An alternative.
    PatternAlternative,
    /// index, node; below: the pattern outside. An alternative is done.
    PatternAlternativeEnd,
}

/// A task, read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Todo {
    pub task: Task,
    pub data: u32,
    pub a: u32,
    pub b: u32,
}

impl Words<'_> {
    /// Puts a task on the stack. `data` has 24 bits.
    pub fn todo(&mut self, task: Task, data: u32, a: u32, b: u32) -> Done {
        self.push_all([b, a, task as u32 | data << 8])
    }

    /// Takes the task on top.
    pub fn take(&mut self) -> Todo {
        let head = self.pop();
        let a = self.pop();
        let b = self.pop();
        let task = Task::ALL.get(head as u8 as usize).copied().unwrap_or(Task::Stop);
        Todo { task, data: head >> 8, a, b }
    }
}

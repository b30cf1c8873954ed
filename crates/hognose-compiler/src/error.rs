//! What can be wrong with a program, in Python's words.

use core::fmt;
use hognose_syntax::error::{ErrorClass, ErrorText, SyntaxErrorKind};

macro_rules! problems {
    (@after) => { None };
    (@after $after:literal) => { Some($after) };
    ($( $problem:ident => $before:literal $(, $after:literal)? ; )*) => {
        /// What the compiler, as opposed to the parser, finds wrong. The variants are Python's messages.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Problem {
            $( #[doc = concat!("`", $before, $("..", $after,)? "`")] $problem, )*
        }

        impl Problem {
            /// The message, in front of the name and after it.
            const fn words(self) -> (&'static str, Option<&'static str>) {
                match self {
                    $( Self::$problem => ($before, problems!(@after $($after)?)), )*
                }
            }
        }
    };
}

problems! {
    // Scopes.
    DuplicateParameter => "duplicate argument '", "' in function definition";
    GlobalParameter => "name '", "' is parameter and global";
    NonlocalParameter => "name '", "' is parameter and nonlocal";
    GlobalAfterAssignment => "name '", "' is assigned to before global declaration";
    NonlocalAfterAssignment => "name '", "' is assigned to before nonlocal declaration";
    GlobalAfterUse => "name '", "' is used prior to global declaration";
    NonlocalAfterUse => "name '", "' is used prior to nonlocal declaration";
    GlobalAnnotated => "annotated name '", "' can't be global";
    NonlocalAnnotated => "annotated name '", "' can't be nonlocal";
    NonlocalAndGlobal => "name '", "' is nonlocal and global";
    NoBinding => "no binding for nonlocal '", "' found";
    NonlocalAtModule => "nonlocal declaration not allowed at module level";
    ImportStar => "import * only allowed at module level";
    NamedInClass => "assignment expression within a comprehension cannot be used in a class body";
    NamedRebinds => "assignment expression cannot rebind comprehension iteration variable '", "'";
    InnerLoopRebinds => "comprehension inner loop cannot rebind assignment expression target '", "'";
    NamedInIterable => "assignment expression cannot be used in a comprehension iterable expression";
    NamedInAnnotation => "'named expression' can not be used within an annotation";
    YieldInAnnotation => "'yield expression' can not be used within an annotation";
    AwaitInAnnotation => "'await expression' can not be used within an annotation";
    YieldInList => "'yield' inside list comprehension";
    YieldInSet => "'yield' inside set comprehension";
    YieldInDict => "'yield' inside dict comprehension";
    YieldInGenerator => "'yield' inside generator expression";

    // Functions and loops.
    ReturnOutside => "'return' outside function";
    ReturnValueInAsyncGenerator => "'return' with value in async generator";
    YieldOutside => "'yield' outside function";
    YieldFromInAsync => "'yield from' inside async function";
    AwaitOutside => "'await' outside function";
    AwaitOutsideAsync => "'await' outside async function";
    AsyncForOutside => "'async for' outside async function";
    AsyncWithOutside => "'async with' outside async function";
    AsyncComprehension => "asynchronous comprehension outside of an asynchronous function";
    BreakOutside => "'break' outside loop";
    ContinueOutside => "'continue' not properly in loop";
    ExceptStarExit => "'break', 'continue' and 'return' cannot appear in an except* block";
    TooManyBlocks => "too many statically nested blocks";
    TooManyScopes => "too many nested functions and classes";
    DefaultExcept => "default 'except:' must be last";

    // Names and targets.
    AssignDebug => "cannot assign to __debug__";
    DeleteDebug => "cannot delete __debug__";
    KeywordRepeated => "keyword argument repeated: ", "";
    StarredHere => "can't use starred expression here";
    StarredTarget => "starred assignment target must be in a list or tuple";
    TwoStarred => "multiple starred expressions in assignment";
    TooManyTargets => "too many expressions in star-unpacking assignment";

    // Imports.
    FutureLate => "from __future__ imports must occur at the beginning of the file";
    FutureUnknown => "future feature ", " is not defined";
    FutureBraces => "not a chance";

    // Patterns.
    PatternValue => "patterns may only match literals and attribute lookups";
    PatternKey => "mapping pattern keys may only match literals and attribute lookups";
    NameMakesUnreachable => "name capture '", "' makes remaining patterns unreachable";
    WildcardMakesUnreachable => "wildcard makes remaining patterns unreachable";
    DuplicateCapture => "multiple assignments to name '", "' in pattern";
    DifferentNames => "alternative patterns bind different names";
    TwoStarredPatterns => "multiple starred names in sequence pattern";
    TooManyTargetPatterns => "too many expressions in star-unpacking sequence pattern";
    DuplicateKey => "mapping pattern checks duplicate key (", ")";
    DuplicateAttribute => "attribute name repeated in class pattern: ", "";
}

/// What is wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompileErrorKind {
    /// The text is no program: what the parser says.
    Syntax(SyntaxErrorKind),
    /// The program makes no sense.
    Program(Problem),
    /// The memory given is used up.
    OutOfMemory,
    /// More than an image can hold of this.
    TooLarge(&'static str),
}

/// A name of the program, as Python knows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ErrorName<'s> {
    /// As it is written.
    pub text: &'s str,
    /// The class whose private name it is.
    pub class: Option<&'s str>,
    /// It is the inside of a string, to be shown in quotes.
    pub quoted: bool,
}

impl fmt::Display for ErrorName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.quoted {
            return write!(f, "'{}'", self.text);
        }
        if let Some(class) = self.class {
            if let Some(class) = crate::name::private_prefix(class, self.text) {
                write!(f, "_{class}")?;
            }
        }
        f.write_str(self.text)
    }
}

/// A program that cannot be compiled. [`fmt::Display`] writes Python's message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CompileError<'s> {
    /// What is wrong.
    pub kind: CompileErrorKind,
    /// The name that the message has.
    pub name: Option<ErrorName<'s>>,
    /// The error is inside an expression of an f-string, found by the parser.
    pub in_fstring: bool,
    /// Which of the modules, 0 for the first.
    pub module: usize,
    /// Line, counted from 1 (`lineno`); 0 when there is none.
    pub line: u32,
    /// Column, counted from 1 (`offset`): in characters for the parser, in bytes for the compiler, as in Python.
    pub column: u32,
    /// Line of the end (`end_lineno`).
    pub end_line: u32,
    /// Column of the end (`end_offset`); 0 or -1 when Python knows none.
    pub end_column: i32,
    /// The line that Python shows. For errors that are not of kind `Syntax` Python reads it from the file, so that a text
    /// without a file shows none.
    pub text: ErrorText,
}

impl CompileError<'_> {
    /// The Python class of the error.
    #[must_use]
    pub const fn class(&self) -> ErrorClass {
        match self.kind {
            CompileErrorKind::Syntax(kind) => kind.class(),
            CompileErrorKind::Program(_) => ErrorClass::Syntax,
            CompileErrorKind::OutOfMemory | CompileErrorKind::TooLarge(_) => ErrorClass::Memory,
        }
    }
}

impl fmt::Display for CompileError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.in_fstring {
            f.write_str("f-string: ")?;
        }
        match self.kind {
            CompileErrorKind::Syntax(kind) => kind.fmt(f),
            CompileErrorKind::OutOfMemory => f.write_str("not enough memory to compile this"),
            CompileErrorKind::TooLarge(what) => write!(f, "too many {what}"),
            CompileErrorKind::Program(problem) => {
                let (before, after) = problem.words();
                f.write_str(before)?;
                match (self.name, after) {
                    (Some(name), Some(after)) => write!(f, "{name}{after}"),
                    _ => Ok(()),
                }
            }
        }
    }
}

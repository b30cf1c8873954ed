//! What can be wrong with a source text, in Python's words.

use core::fmt;

/// The classes of error a parser raises.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorClass {
    /// `SyntaxError`.
    Syntax,
    /// `IndentationError`.
    Indentation,
    /// `TabError`.
    Tab,
    /// No error of the program: the memory for the tree or the limit of the parser.
    Memory,
}

impl ErrorClass {
    /// The name of the Python class.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Syntax => "SyntaxError",
            Self::Indentation => "IndentationError",
            Self::Tab => "TabError",
            Self::Memory => "MemoryError",
        }
    }
}

/// A fault of a program, with its place. [`fmt::Display`] writes Python's message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SyntaxError {
    /// What is wrong.
    pub kind: SyntaxErrorKind,
    /// The source ends too early: with more lines it may be right. For prompts that ask for more.
    pub incomplete: bool,
    /// The error is inside an expression of an f-string: the message begins with `f-string: `.
    pub in_fstring: bool,
    /// Line, counted from 1 (Python's `lineno`).
    pub line: u32,
    /// Column in characters, counted from 1 (`offset`). 0 when Python gives 0.
    pub column: u32,
    /// Line of the end (`end_lineno`).
    pub end_line: u32,
    /// Column of the end (`end_offset`). 0 or -1 when Python knows none.
    pub end_column: i32,
    /// The line Python shows.
    pub text: ErrorText,
}

impl SyntaxError {
    /// The Python class of the error.
    #[must_use]
    pub const fn class(&self) -> ErrorClass {
        self.kind.class()
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.in_fstring {
            f.write_str("f-string: ")?;
        }
        self.kind.fmt(f)
    }
}

/// The text that belongs to an error: what a traceback prints above the carets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorText {
    /// The bytes of the source from `start` to `end`, a line without its line end.
    Line {
        /// Offset of the first byte.
        start: u32,
        /// Offset after the last byte.
        end: u32,
    },
    /// An expression of an f-string: Python shows it in parentheses, as it parsed it. `open` and `close` say
    /// whether the line has the parenthesis that was put in.
    Field {
        /// Offset of the first byte.
        start: u32,
        /// Offset after the last byte.
        end: u32,
        /// A `(` stands before.
        open: bool,
        /// A `)` stands after.
        close: bool,
    },
    /// Python shows none.
    None,
}

/// Where an error is, before it is turned into lines and columns. All numbers are byte offsets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(not(feature = "explain"), allow(dead_code))]
pub(crate) enum Place {
    /// From the first to after the last byte.
    Range { start: u32, end: u32 },
    /// From a byte on, without an end (0).
    From { start: u32 },
    /// From a byte to the character before `end`.
    To { start: u32, end: u32 },
    /// The character before `end`, in the line of `start`, without an end (0).
    Last { start: u32, end: u32 },
    /// Up to and with the character before this offset.
    UpTo(u32),
    /// The line of this offset, without a column (0).
    Unplaced(u32),
    /// Up to this offset, without an end (-1): where a token without a place of its own would be.
    Cursor(u32),
    /// The column before this offset, in the line of the backslash.
    Continuation(u32),
    /// The start of the line of this offset, without an end (0).
    LineStart(u32),
    /// The end of the line of this offset, line end counted, without an end (-1).
    LineEnd(u32),
    /// Behind the last character of the last line, line end counted.
    EndOfText,
}

/// What an expression is called in messages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum ExpressionName {
    Attribute,
    Subscript,
    Starred,
    Name,
    List,
    Tuple,
    Lambda,
    FunctionCall,
    Expression,
    GeneratorExpression,
    YieldExpression,
    AwaitExpression,
    ListComprehension,
    SetComprehension,
    DictComprehension,
    DictLiteral,
    SetDisplay,
    FString,
    Literal,
    True,
    False,
    None,
    Ellipsis,
    Comparison,
    ConditionalExpression,
    NamedExpression,
}

impl ExpressionName {
    /// Python's words.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Attribute => "attribute",
            Self::Subscript => "subscript",
            Self::Starred => "starred",
            Self::Name => "name",
            Self::List => "list",
            Self::Tuple => "tuple",
            Self::Lambda => "lambda",
            Self::FunctionCall => "function call",
            Self::Expression => "expression",
            Self::GeneratorExpression => "generator expression",
            Self::YieldExpression => "yield expression",
            Self::AwaitExpression => "await expression",
            Self::ListComprehension => "list comprehension",
            Self::SetComprehension => "set comprehension",
            Self::DictComprehension => "dict comprehension",
            Self::DictLiteral => "dict literal",
            Self::SetDisplay => "set display",
            Self::FString => "f-string expression",
            Self::Literal => "literal",
            Self::True => "True",
            Self::False => "False",
            Self::None => "None",
            Self::Ellipsis => "ellipsis",
            Self::Comparison => "comparison",
            Self::ConditionalExpression => "conditional expression",
            Self::NamedExpression => "named expression",
        }
    }
}

/// A base of numbers, or the kind of a number literal, in messages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum NumberForm {
    Decimal,
    Hexadecimal,
    Octal,
    Binary,
    Imaginary,
}

impl NumberForm {
    const fn text(self) -> &'static str {
        match self {
            Self::Decimal => "decimal",
            Self::Hexadecimal => "hexadecimal",
            Self::Octal => "octal",
            Self::Binary => "binary",
            Self::Imaginary => "imaginary",
        }
    }
}

/// What a block belongs to, in "expected an indented block after ...".
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum BlockOwner {
    If,
    Elif,
    Else,
    While,
    For,
    With,
    Try,
    Except,
    ExceptStar,
    Finally,
    Match,
    Case,
    Function,
    Class,
}

impl BlockOwner {
    const fn text(self) -> &'static str {
        match self {
            Self::If => "'if' statement",
            Self::Elif => "'elif' statement",
            Self::Else => "'else' statement",
            Self::While => "'while' statement",
            Self::For => "'for' statement",
            Self::With => "'with' statement",
            Self::Try => "'try' statement",
            Self::Except => "'except' statement",
            Self::ExceptStar => "'except*' statement",
            Self::Finally => "'finally' statement",
            Self::Match => "'match' statement",
            Self::Case => "'case' statement",
            Self::Function => "function definition",
            Self::Class => "class definition",
        }
    }
}

/// What is wrong in an escape sequence of a literal. Positions count bytes of the decoder's input, as in Python.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum EscapeFault {
    TruncatedX,
    TruncatedU4,
    TruncatedU8,
    IllegalCharacter,
    MalformedName,
    UnknownName,
    TrailingBackslash,
}

impl EscapeFault {
    const fn text(self) -> &'static str {
        match self {
            Self::TruncatedX => "truncated \\xXX escape",
            Self::TruncatedU4 => "truncated \\uXXXX escape",
            Self::TruncatedU8 => "truncated \\UXXXXXXXX escape",
            Self::IllegalCharacter => "illegal Unicode character",
            Self::MalformedName => "malformed \\N character escape",
            Self::UnknownName => "unknown Unicode character name",
            Self::TrailingBackslash => "\\ at end of string",
        }
    }
}

macro_rules! kinds {
    ($( $kind:ident $(($($field:ident : $type:ty),*))? => $class:ident $text:literal $(, $arg:expr)* ; )*) => {
        /// What is wrong. The variants are Python's messages.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum SyntaxErrorKind {
            $( #[doc = concat!("`", $text, "`")] $kind $({ $(#[allow(missing_docs)] $field: $type),* })?, )*
        }

        impl SyntaxErrorKind {
            /// The Python class of the error.
            #[must_use]
            pub const fn class(&self) -> ErrorClass {
                match self {
                    $( Self::$kind { .. } => ErrorClass::$class, )*
                }
            }
        }

        impl fmt::Display for SyntaxErrorKind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match *self {
                    $( Self::$kind $({ $($field),* })? => write!(f, $text $(, $arg)*), )*
                }
            }
        }
    };
}

kinds! {
    // The parser's own limits.
    OutOfMemory => Memory "not enough memory for the tree of this statement";
    SourceTooLong => Memory "source text is longer than 16 MiB";

    // The text.
    NullByte => Syntax "source code string cannot contain null bytes";
    NotUtf8(byte: u8) => Syntax "Non-UTF-8 code starting with '\\x{:02x}' on this line, but no encoding declared; see https://peps.python.org/pep-0263/ for details", byte;
    UnknownEncoding => Syntax "encoding problem: only utf-8 is supported";
    InvalidCharacter(character: char) => Syntax "invalid character '{}' (U+{:04X})", character, character as u32;
    NonPrintable(character: char) => Syntax "invalid non-printable character U+{:04X}", character as u32;
    UnexpectedEnd => Syntax "unexpected EOF while parsing";
    AfterContinuation => Syntax "unexpected character after line continuation character";
    UnterminatedString(line: u32) => Syntax "unterminated string literal (detected at line {})", line;
    UnterminatedTripleString(line: u32) => Syntax "unterminated triple-quoted string literal (detected at line {})", line;

    // Numbers.
    InvalidNumber(form: NumberForm) => Syntax "invalid {} literal", form.text();
    InvalidDigit(digit: char, form: NumberForm) => Syntax "invalid digit '{}' in {} literal", digit, form.text();
    LeadingZeros => Syntax "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
    TooManyDigits(digits: u32) => Syntax "Exceeds the limit (4300 digits) for integer string conversion: value has {} digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.", digits;

    // Brackets.
    TooManyBrackets => Syntax "too many nested parentheses";
    Unmatched(bracket: char) => Syntax "unmatched '{}'", bracket;
    NeverClosed(bracket: char) => Syntax "'{}' was never closed", bracket;
    Mismatched(close: char, open: char) => Syntax "closing parenthesis '{}' does not match opening parenthesis '{}'", close, open;
    MismatchedAcrossLines(close: char, open: char, line: u32) => Syntax "closing parenthesis '{}' does not match opening parenthesis '{}' on line {}", close, open, line;

    // Indentation.
    InconsistentTabs => Tab "inconsistent use of tabs and spaces in indentation";
    TooManyIndents => Indentation "too many levels of indentation";
    Dedent => Indentation "unindent does not match any outer indentation level";
    UnexpectedIndent => Indentation "unexpected indent";
    UnexpectedUnindent => Indentation "unexpected unindent";
    ExpectedBlock => Indentation "expected an indented block";
    ExpectedBlockAfter(owner: BlockOwner, line: u32) => Indentation "expected an indented block after {} on line {}", owner.text(), line;

    // Statements and expressions.
    Invalid => Syntax "invalid syntax";
    ForgotComma => Syntax "invalid syntax. Perhaps you forgot a comma?";
    Expected(text: &'static str) => Syntax "expected '{}'", text;
    ExpectedElse => Syntax "expected 'else' after 'if' expression";
    ExpectedExcept => Syntax "expected 'except' or 'finally' block";
    MissingParentheses(name: &'static str) => Syntax "Missing parentheses in call to '{}'. Did you mean {}(...)?", name, name;
    MultipleStatements => Syntax "multiple statements found while compiling a single statement";
    EqualInExpression => Syntax "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
    CannotAssign(name: ExpressionName) => Syntax "cannot assign to {}", name.text();
    CannotAssignHere(name: ExpressionName) => Syntax "cannot assign to {} here. Maybe you meant '==' instead of '='?", name.text();
    CannotDelete(name: ExpressionName) => Syntax "cannot delete {}", name.text();
    CannotAssignExpression(name: ExpressionName) => Syntax "cannot use assignment expressions with {}", name.text();
    AugmentedTarget(name: ExpressionName) => Syntax "'{}' is an illegal expression for augmented assignment", name.text();
    AnnotatedTarget(name: ExpressionName) => Syntax "only single target (not {}) can be annotated", name.text();
    IllegalAnnotationTarget => Syntax "illegal target for annotation";
    AssignToYield => Syntax "assignment to yield expression not possible";
    AssignToKeyword(name: &'static str) => Syntax "cannot assign to {}", name;
    KeywordExpression => Syntax "expression cannot contain assignment, perhaps you meant \"==\"?";
    UnpackAfterUnpack => Syntax "iterable argument unpacking follows keyword argument unpacking";
    PositionalAfterUnpack => Syntax "positional argument follows keyword argument unpacking";
    PositionalAfterKeyword => Syntax "positional argument follows keyword argument";
    BareGenerator => Syntax "Generator expression must be parenthesized";
    StarredHere => Syntax "cannot use starred expression here";
    DoubleStarredHere => Syntax "cannot use double starred expression here";
    StarredInComprehension => Syntax "iterable unpacking cannot be used in comprehension";
    DoubleStarredInComprehension => Syntax "dict unpacking cannot be used in dict comprehension";
    ComprehensionTarget => Syntax "did you forget parentheses around the comprehension target?";
    StarredDictValue => Syntax "cannot use a starred expression in a dictionary value";
    DictValueExpected => Syntax "expression expected after dictionary key and ':'";
    DictColonExpected => Syntax "':' expected after dictionary key";

    // Parameters.
    DefaultFirst => Syntax "non-default argument follows default argument";
    FunctionParenthesized => Syntax "Function parameters cannot be parenthesized";
    LambdaParenthesized => Syntax "Lambda expression parameters cannot be parenthesized";
    BeforeSlash => Syntax "at least one argument must precede /";
    SlashOnce => Syntax "/ may appear only once";
    SlashBeforeStar => Syntax "/ must be ahead of *";
    CommaAfterSlash => Syntax "expected comma between / and *";
    DefaultValue => Syntax "expected default value expression";
    NamedAfterStar => Syntax "named arguments must follow bare *";
    StarDefault => Syntax "var-positional argument cannot have default value";
    StarOnce => Syntax "* argument may appear only once";
    DoubleStarDefault => Syntax "var-keyword argument cannot have default value";
    AfterDoubleStar => Syntax "arguments cannot follow var-keyword argument";

    // Imports, handlers, patterns.
    TrailingComma => Syntax "trailing comma not allowed without surrounding parentheses";
    ExceptParenthesized => Syntax "multiple exception types must be parenthesized";
    ExceptMixed => Syntax "cannot have both 'except' and 'except*' on the same 'try'";
    ExceptTypes => Syntax "expected one or more exception types";
    WildcardTarget => Syntax "cannot use '_' as a target";
    PatternTarget => Syntax "invalid pattern target";
    PositionalPattern => Syntax "positional patterns follow keyword patterns";
    ImaginaryRequired => Syntax "imaginary number required in complex literal";
    RealRequired => Syntax "real number required in complex literal";

    // Literals.
    BytesNotAscii => Syntax "bytes can only contain ASCII literal characters";
    MixedBytes => Syntax "cannot mix bytes and nonbytes literals";
    UnicodeEscape(first: u32, last: u32, fault: EscapeFault) => Syntax "(unicode error) 'unicodeescape' codec can't decode {}: {}", Range(first, last), fault.text();
    NamedCharacter => Syntax "\\N{{...}} escapes are not supported: the names of characters need too much room";
    BytesEscape(at: u32) => Syntax "(value error) invalid \\x escape at position {}", at;

    // f-strings. Errors of the expressions inside are those above, with `in_fstring`.
    FieldBackslash => Syntax "f-string expression part cannot include a backslash";
    FieldComment => Syntax "f-string expression part cannot include '#'";
    FieldUnterminatedString => Syntax "f-string: unterminated string";
    FieldEnd => Syntax "f-string: expecting '}}'";
    FieldEmpty => Syntax "f-string: empty expression not allowed";
    FieldExpression(before: char) => Syntax "f-string: expression required before '{}'", before;
    FieldConversion => Syntax "f-string: invalid conversion character: expected 's', 'r', or 'a'";
    FieldsTooDeep => Syntax "f-string: expressions nested too deeply";
    FieldBrace => Syntax "f-string: single '}}' is not allowed";
    FieldTooManyBrackets => Syntax "f-string: too many nested parenthesis";
    FieldUnmatched(bracket: char) => Syntax "f-string: unmatched '{}'", bracket;
    FieldMismatched(close: char, open: char) => Syntax "f-string: closing parenthesis '{}' does not match opening parenthesis '{}'", close, open;
}

/// "byte 0x5c in position 3" or "bytes in position 3-5".
struct Range(u32, u32);

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == self.1 {
            write!(f, "byte 0x5c in position {}", self.0)
        } else {
            write!(f, "bytes in position {}-{}", self.0, self.1)
        }
    }
}

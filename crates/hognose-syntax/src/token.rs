//! What the lexer makes: tokens.

use crate::span::Span;

macro_rules! tokens {
    (
        plain { $($(#[$doc:meta])* $plain:ident),* $(,)? }
        keywords { $($keyword:ident = $word:literal),* $(,)? }
        signs { $($sign:ident = $text:literal),* $(,)? }
    ) => {
        /// The kinds of token.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum TokenKind {
            $( $(#[$doc])* $plain, )*
            $( #[doc = concat!("`", $word, "`")] $keyword, )*
            $( #[doc = concat!("`", $text, "`")] $sign, )*
        }

        impl TokenKind {
            /// The keyword with this text, or `Name`.
            #[allow(non_upper_case_globals)]
            pub(crate) fn of_word(word: &[u8]) -> Self {
                // The longest keyword has eight letters: most names are told apart by this.
                if word.len() > 8 || word.len() < 2 {
                    return Self::Name;
                }
                $( const $keyword: &[u8] = $word.as_bytes(); )*
                match word {
                    $( $keyword => Self::$keyword, )*
                    _ => Self::Name,
                }
            }
        }
    };
}

tokens! {
    plain {
        /// End of the source.
        End,
        /// End of a logical line.
        Newline,
        /// A line is further in than the one before.
        Indent,
        /// A block ends.
        Dedent,
        /// An identifier that is no keyword.
        Name,
        /// An integer.
        Int,
        /// A floating-point number.
        Float,
        /// An imaginary number.
        Imaginary,
        /// A string literal.
        Str,
        /// A bytes literal.
        Bytes,
        /// Prefix and opening quote of an f-string; the whole literal when the lexer was told so.
        FString,
        /// A character that begins no token: `$`, `?`, `!`, a back quote.
        Stray,
    }
    keywords {
        False = "False", None = "None", True = "True", And = "and", As = "as", Assert = "assert", Async = "async",
        Await = "await", Break = "break", Class = "class", Continue = "continue", Def = "def", Del = "del",
        Elif = "elif", Else = "else", Except = "except", Finally = "finally", For = "for", From = "from",
        Global = "global", If = "if", Import = "import", In = "in", Is = "is", Lambda = "lambda",
        Nonlocal = "nonlocal", Not = "not", Or = "or", Pass = "pass", Raise = "raise", Return = "return",
        Try = "try", While = "while", With = "with", Yield = "yield",
    }
    signs {
        LeftParen = "(", RightParen = ")", LeftBracket = "[", RightBracket = "]", LeftBrace = "{", RightBrace = "}",
        Comma = ",", Colon = ":", Semicolon = ";", Dot = ".", Ellipsis = "...", Arrow = "->", Walrus = ":=",
        Plus = "+", Minus = "-", Star = "*", Slash = "/", Percent = "%", At = "@", Pipe = "|", Caret = "^",
        Ampersand = "&", Tilde = "~", DoubleStar = "**", DoubleSlash = "//", LeftShift = "<<", RightShift = ">>",
        Less = "<", Greater = ">", LessEqual = "<=", GreaterEqual = ">=", EqualEqual = "==", NotEqual = "!=",
        Equal = "=", PlusEqual = "+=", MinusEqual = "-=", StarEqual = "*=", SlashEqual = "/=", PercentEqual = "%=",
        AtEqual = "@=", PipeEqual = "|=", CaretEqual = "^=", AmpersandEqual = "&=", DoubleStarEqual = "**=",
        DoubleSlashEqual = "//=", LeftShiftEqual = "<<=", RightShiftEqual = ">>=",
    }
}

/// A token and where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Offset of its first byte.
    pub start: u32,
    /// Offset after its last byte. `Indent`, `Dedent` and `End` have no width; `Newline` is a comment or has none.
    pub end: u32,
}

impl Token {
    /// Where it stands.
    #[must_use]
    pub const fn span(self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

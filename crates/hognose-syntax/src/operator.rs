//! The operators and other small sets that nodes carry in their data byte.

macro_rules! codes {
    ($( $(#[$doc:meta])* $name:ident { $( $(#[$variant_doc:meta])* $variant:ident ),* $(,)? } )*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum $name {
            $( $(#[$variant_doc])* $variant, )*
        }

        impl $name {
            const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The member with this code; the first member for a code that none has.
            pub(crate) fn from_code(code: u8) -> Self {
                Self::ALL.get(usize::from(code)).copied().unwrap_or(Self::ALL[0])
            }
        }
    )* };
}

codes! {
    /// Operators of two operands, also of `+=` and its like.
    BinaryOp {
        /// `+`
        Add,
        /// `-`
        Sub,
        /// `*`
        Mult,
        /// `@`
        MatMult,
        /// `/`
        Div,
        /// `%`
        Mod,
        /// `**`
        Pow,
        /// `<<`
        LShift,
        /// `>>`
        RShift,
        /// `|`
        BitOr,
        /// `^`
        BitXor,
        /// `&`
        BitAnd,
        /// `//`
        FloorDiv,
    }
    /// `and`, `or`.
    BoolOp {
        /// `and`
        And,
        /// `or`
        Or,
    }
    /// Operators of one operand.
    UnaryOp {
        /// `~`
        Invert,
        /// `not`
        Not,
        /// `+`
        UAdd,
        /// `-`
        USub,
    }
    /// Comparisons.
    CompareOp {
        /// `==`
        Eq,
        /// `!=`
        NotEq,
        /// `<`
        Lt,
        /// `<=`
        LtE,
        /// `>`
        Gt,
        /// `>=`
        GtE,
        /// `is`
        Is,
        /// `is not`
        IsNot,
        /// `in`
        In,
        /// `not in`
        NotIn,
    }
    /// Constants that are keywords or signs.
    Singleton {
        /// `None`
        None,
        /// `True`
        True,
        /// `False`
        False,
        /// `...`
        Ellipsis,
    }
    /// The `!` part of a replacement field.
    Conversion {
        /// No conversion. With `{x=}` and no format spec the parser has put `Repr` already, as Python does.
        None,
        /// `!s`
        Str,
        /// `!r`
        Repr,
        /// `!a`
        Ascii,
    }
}

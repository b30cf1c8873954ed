//! The grammar of errors as code for the machine; made by scripts/error_grammar.py from grammar.txt.

use super::machine::op;
use crate::error::{BlockOwner, ExpressionName, SyntaxErrorKind as K};
use crate::token::TokenKind as T;

/// What actions do.
pub(super) mod how {
    pub const REAL: u8 = 0;
    pub const IMAGINARY: u8 = 1;
    pub const NUMBER: u8 = 2;
    pub const STRINGS: u8 = 3;
    pub const ITEM: u8 = 4;
    pub const AT: u8 = 5;
    pub const UPTO_ITEM: u8 = 6;
    pub const RANGE: u8 = 7;
    pub const GENERATOR_IN_CALL: u8 = 8;
    pub const ARGUMENT_ORDER: u8 = 9;
    pub const ASSIGN_KEYWORD: u8 = 10;
    pub const LEGACY: u8 = 11;
    pub const FORGOT_COMMA: u8 = 12;
    pub const NAMED: u8 = 13;
    pub const ANNOTATED_TUPLE: u8 = 14;
    pub const TARGET: u8 = 15;
    pub const HERE: u8 = 16;
    pub const UPTO_LAST: u8 = 17;
    pub const PARAMETER: u8 = 18;
    pub const EXPECTED: u8 = 19;
    pub const BLOCK: u8 = 20;
    pub const FROM: u8 = 21;
    pub const DICT_COLON: u8 = 22;
}

/// The rule `program`.
pub(super) const PROGRAM: u8 = 0;
/// The rule `line`.
pub(super) const LINE: u8 = 1;
/// The rule `eval`.
pub(super) const EVAL: u8 = 2;
/// The rule `field`.
pub(super) const FIELD: u8 = 3;

/// A rule keeps its results.
pub(super) const MEMO: u32 = 1 << 16;
/// Inside a rule nothing wrong is looked for.
pub(super) const PLAIN: u32 = 1 << 17;
/// A rule remembers what it read.
pub(super) const MARKED: u32 = 1 << 19;
/// A rule looks for something wrong.
pub(super) const WRONG: u32 = 1 << 18;

/// Where the rules begin in `CODE`, with their marks.
#[rustfmt::skip]
pub(super) static RULES: [u32; 190] = [
    1, // program
    10, // line
    39, // eval
    70, // field
    73, // statement
    84, // simple_line
    123 | MEMO, // simple
    302, // compound
    464, // assignment
    564, // right_side
    575, // augmented
    674, // return
    685, // raise
    708, // global
    723, // nonlocal
    738, // delete
    768, // assert
    783, // import
    826, // import_from
    889, // imported
    934, // imported_names
    967 | MEMO, // dotted
    980 | MEMO, // block
    1013, // decorators
    1032, // class
    1045, // class_plain
    1080, // function
    1093, // function_plain
    1170, // if
    1211, // elif
    1252, // else
    1267, // while
    1292, // for
    1359, // with
    1494, // with_item
    1542, // try
    1635, // except
    1682, // except_star
    1719, // finally
    1734, // match
    1765, // subject
    1786, // case
    1811, // guard
    1816, // patterns
    1827, // pattern
    1838, // as_pattern
    1853, // or_pattern
    1866 | MEMO, // closed_pattern
    1979, // literal_pattern
    2036, // complex_number
    2059, // signed_number
    2072 | MARKED, // real
    2082 | MARKED, // imaginary
    2092, // capture
    2123 | MEMO, // attribute
    2140 | MEMO, // name_or_attribute
    2153, // open_sequence
    2166, // sequence
    2187, // star_or_pattern
    2198 | MEMO, // star_pattern
    2213, // mapping_pattern
    2306, // entry_pattern
    2321, // class_pattern
    2406, // positional_patterns
    2419, // keyword_patterns
    2440, // params
    2451, // parameters
    2566, // slash_plain
    2608, // slash_default
    2666, // star_etc
    2757, // double_star
    2770, // param_plain
    2792, // param_star
    2822, // param_default
    2848, // param_any
    2886, // param
    2899, // default
    2912, // lambda
    2927, // lambda_params
    2938, // lambda_parameters
    3053, // lambda_slash_plain
    3095, // lambda_slash_default
    3153, // lambda_star_etc
    3218, // lambda_double_star
    3231, // lambda_plain
    3253, // lambda_default
    3279, // lambda_any
    3317 | MEMO, // expression
    3360 | PLAIN, // expression_alone
    3387, // yield
    3410, // expressions
    3453, // star_expressions
    3496 | MEMO, // star_expression
    3509, // star_named_expressions
    3530, // star_named_expression
    3543, // assignment_expression
    3550, // named_expression
    3575 | MEMO, // disjunction
    3600 | MEMO, // conjunction
    3625 | MEMO, // inversion
    3638, // comparison
    3659, // comparison_pair
    3758 | MEMO, // bit_or
    3771 | MEMO, // bit_xor
    3784 | MEMO, // bit_and
    3797 | MEMO, // shift
    3820 | MEMO, // sum
    3843 | MEMO, // term
    3896 | MEMO, // factor
    3929, // power
    3944 | MEMO, // await
    3957 | MEMO, // primary
    4008, // slices
    4059, // slice
    4102, // atom
    4261 | MARKED, // number
    4271 | MEMO | MARKED, // strings
    4289, // group
    4312, // list
    4325, // tuple
    4348, // set
    4355, // dict
    4398, // dict_item
    4415, // clauses
    4426 | MARKED, // clause
    4491 | MARKED, // clause_if
    4503, // list_comprehension
    4520, // set_comprehension
    4537, // generator
    4568, // dict_comprehension
    4589 | MEMO, // arguments
    4617, // args
    4648, // argument
    4679, // keywords
    4742, // starred
    4747, // keyword_or_star
    4770, // keyword_or_double_star
    4795, // star_targets
    4830 | MEMO, // star_target
    4849 | MEMO, // target
    4890, // star_atom
    4991, // single_target
    5014, // place_target
    5047 | MEMO, // primary_before
    5116, // before
    5135, // delete_targets
    5156 | MEMO, // delete_target
    5197, // delete_atom
    5248 | MARKED | WRONG, // wrong_arguments
    5415 | MARKED | WRONG, // wrong_keyword
    5501 | MARKED | WRONG, // wrong_legacy
    5523 | MARKED | WRONG, // wrong_expression
    5592 | MEMO | MARKED | WRONG, // wrong_named
    5722 | MARKED | WRONG, // wrong_assignment
    5857 | WRONG, // wrong_annotated
    5880 | MARKED | WRONG, // wrong_delete
    5892 | WRONG, // wrong_block
    5904 | MARKED | WRONG, // wrong_comprehension
    6002 | MARKED | WRONG, // wrong_dict_comprehension
    6020 | MARKED | WRONG, // wrong_params
    6239 | MARKED | WRONG, // wrong_default
    6266 | MARKED | WRONG, // wrong_star_etc
    6360 | MARKED | WRONG, // wrong_double_star
    6432 | MARKED | WRONG, // wrong_lambda_params
    6653 | MARKED | WRONG, // wrong_lambda_star_etc
    6743 | MARKED | WRONG, // wrong_lambda_double_star
    6815 | MARKED | WRONG, // wrong_with_item
    6854 | MARKED | WRONG, // wrong_for_target
    6874 | MARKED | WRONG, // wrong_group
    6909 | WRONG, // wrong_imported
    6919 | WRONG, // wrong_with
    7032 | MARKED | WRONG, // wrong_with_block
    7169 | MARKED | WRONG, // wrong_try
    7332 | MARKED | WRONG, // wrong_except
    7437 | MARKED | WRONG, // wrong_finally
    7457 | MARKED | WRONG, // wrong_except_block
    7514 | MARKED | WRONG, // wrong_except_star_block
    7548 | MARKED | WRONG, // wrong_match
    7585 | MARKED | WRONG, // wrong_case
    7638 | MARKED | WRONG, // wrong_as_pattern
    7677 | MARKED | WRONG, // wrong_class_pattern
    7705 | MARKED | WRONG, // wrong_if
    7742 | MARKED | WRONG, // wrong_elif
    7779 | MARKED | WRONG, // wrong_else
    7799 | MARKED | WRONG, // wrong_while
    7836 | MARKED | WRONG, // wrong_for
    7897 | MARKED | WRONG, // wrong_function
    7949 | MARKED | WRONG, // wrong_class
    8022 | MARKED, // dict_items_wrong
    8094 | MARKED, // dict_item_wrong
];

/// Kinds of error that actions name.
pub(super) static KINDS: [K; 37] = [
    K::UnpackAfterUnpack,
    K::BareGenerator,
    K::EqualInExpression,
    K::KeywordExpression,
    K::ExpectedElse,
    K::IllegalAnnotationTarget,
    K::AssignToYield,
    K::ExpectedBlock,
    K::StarredInComprehension,
    K::ComprehensionTarget,
    K::DoubleStarredInComprehension,
    K::DefaultFirst,
    K::FunctionParenthesized,
    K::BeforeSlash,
    K::SlashOnce,
    K::SlashBeforeStar,
    K::CommaAfterSlash,
    K::DefaultValue,
    K::NamedAfterStar,
    K::StarDefault,
    K::StarOnce,
    K::DoubleStarDefault,
    K::AfterDoubleStar,
    K::LambdaParenthesized,
    K::StarredHere,
    K::DoubleStarredHere,
    K::TrailingComma,
    K::Expected { text: ":" },
    K::ExpectedExcept,
    K::ExceptMixed,
    K::ExceptParenthesized,
    K::ExceptTypes,
    K::WildcardTarget,
    K::PatternTarget,
    K::PositionalPattern,
    K::StarredDictValue,
    K::DictValueExpected,
];

/// Kinds of error that tell what an expression is called.
pub(super) static NAMED: [fn(ExpressionName) -> K; 4] = [
    |name| K::CannotAssignExpression { name },
    |name| K::CannotAssignHere { name },
    |name| K::AnnotatedTarget { name },
    |name| K::AugmentedTarget { name },
];

/// What blocks belong to.
pub(super) static OWNERS: [BlockOwner; 14] = [
    BlockOwner::With,
    BlockOwner::Try,
    BlockOwner::Finally,
    BlockOwner::Except,
    BlockOwner::ExceptStar,
    BlockOwner::Match,
    BlockOwner::Case,
    BlockOwner::If,
    BlockOwner::Elif,
    BlockOwner::Else,
    BlockOwner::While,
    BlockOwner::For,
    BlockOwner::Function,
    BlockOwner::Class,
];

/// The code of all rules.
#[rustfmt::skip]
pub(super) static CODE: [u8; 8165] = [
    op::FAIL, op::CHOICE, 9, 0, op::CALL, 4, op::AGAIN, 4, 0, op::RETURN, op::CHOICE, 20, 0, op::CALL, 7,
    op::TOKEN, T::Newline as u8, op::COMMIT, 38, 0, op::CHOICE, 28, 0, op::CALL, 5, op::COMMIT, 38, 0,
    op::CHOICE, 36, 0, op::TOKEN, T::Newline as u8, op::COMMIT, 38, 0, op::TOKEN, T::End as u8, op::RETURN,
    op::CALL, 87, op::CHOICE, 51, 0, op::TOKEN, T::Comma as u8, op::CALL, 87, op::AGAIN, 44, 0, op::CHOICE,
    59, 0, op::TOKEN, T::Comma as u8, op::COMMIT, 59, 0, op::CHOICE, 67, 0, op::TOKEN, T::Newline as u8,
    op::AGAIN, 62, 0, op::TOKEN, T::End as u8, op::RETURN, op::CALL, 91, op::RETURN, op::CHOICE, 81, 0,
    op::CALL, 7, op::COMMIT, 83, 0, op::CALL, 5, op::RETURN, op::CHOICE, 100, 0, op::CALL, 6, op::CHOICE, 95,
    0, op::TOKEN, T::Semicolon as u8, op::FAIL_TWICE, op::TOKEN, T::Newline as u8, op::COMMIT, 122, 0,
    op::CALL, 6, op::CHOICE, 112, 0, op::TOKEN, T::Semicolon as u8, op::CALL, 6, op::AGAIN, 105, 0,
    op::CHOICE, 120, 0, op::TOKEN, T::Semicolon as u8, op::COMMIT, 120, 0, op::TOKEN, T::Newline as u8,
    op::RETURN, op::CHOICE, 131, 0, op::CALL, 8, op::COMMIT, 45, 1, op::CHOICE, 139, 0, op::CALL, 91,
    op::COMMIT, 45, 1, op::CHOICE, 156, 0, op::CHOICE, 150, 0, op::TOKEN, T::Return as u8, op::BACK, 151, 0,
    op::FAIL, op::CALL, 11, op::COMMIT, 45, 1, op::CHOICE, 181, 0, op::CHOICE, 175, 0, op::CHOICE, 170, 0,
    op::TOKEN, T::Import as u8, op::COMMIT, 172, 0, op::TOKEN, T::From as u8, op::BACK, 176, 0, op::FAIL,
    op::CALL, 17, op::COMMIT, 45, 1, op::CHOICE, 198, 0, op::CHOICE, 192, 0, op::TOKEN, T::Raise as u8,
    op::BACK, 193, 0, op::FAIL, op::CALL, 12, op::COMMIT, 45, 1, op::CHOICE, 206, 0, op::TOKEN,
    T::Pass as u8, op::COMMIT, 45, 1, op::CHOICE, 223, 0, op::CHOICE, 217, 0, op::TOKEN, T::Del as u8,
    op::BACK, 218, 0, op::FAIL, op::CALL, 15, op::COMMIT, 45, 1, op::CHOICE, 240, 0, op::CHOICE, 234, 0,
    op::TOKEN, T::Yield as u8, op::BACK, 235, 0, op::FAIL, op::CALL, 89, op::COMMIT, 45, 1, op::CHOICE, 1, 1,
    op::CHOICE, 251, 0, op::TOKEN, T::Assert as u8, op::BACK, 252, 0, op::FAIL, op::CALL, 16, op::COMMIT, 45,
    1, op::CHOICE, 9, 1, op::TOKEN, T::Break as u8, op::COMMIT, 45, 1, op::CHOICE, 17, 1, op::TOKEN,
    T::Continue as u8, op::COMMIT, 45, 1, op::CHOICE, 34, 1, op::CHOICE, 28, 1, op::TOKEN, T::Global as u8,
    op::BACK, 29, 1, op::FAIL, op::CALL, 13, op::COMMIT, 45, 1, op::CHOICE, 42, 1, op::TOKEN,
    T::Nonlocal as u8, op::BACK, 43, 1, op::FAIL, op::CALL, 14, op::RETURN, op::CHOICE, 79, 1, op::CHOICE,
    73, 1, op::CHOICE, 60, 1, op::TOKEN, T::Def as u8, op::COMMIT, 70, 1, op::CHOICE, 68, 1, op::TOKEN,
    T::At as u8, op::COMMIT, 70, 1, op::TOKEN, T::Async as u8, op::BACK, 74, 1, op::FAIL, op::CALL, 26,
    op::COMMIT, 207, 1, op::CHOICE, 96, 1, op::CHOICE, 90, 1, op::TOKEN, T::If as u8, op::BACK, 91, 1,
    op::FAIL, op::CALL, 28, op::COMMIT, 207, 1, op::CHOICE, 121, 1, op::CHOICE, 115, 1, op::CHOICE, 110, 1,
    op::TOKEN, T::Class as u8, op::COMMIT, 112, 1, op::TOKEN, T::At as u8, op::BACK, 116, 1, op::FAIL,
    op::CALL, 24, op::COMMIT, 207, 1, op::CHOICE, 146, 1, op::CHOICE, 140, 1, op::CHOICE, 135, 1, op::TOKEN,
    T::With as u8, op::COMMIT, 137, 1, op::TOKEN, T::Async as u8, op::BACK, 141, 1, op::FAIL, op::CALL, 33,
    op::COMMIT, 207, 1, op::CHOICE, 171, 1, op::CHOICE, 165, 1, op::CHOICE, 160, 1, op::TOKEN, T::For as u8,
    op::COMMIT, 162, 1, op::TOKEN, T::Async as u8, op::BACK, 166, 1, op::FAIL, op::CALL, 32, op::COMMIT, 207,
    1, op::CHOICE, 188, 1, op::CHOICE, 182, 1, op::TOKEN, T::Try as u8, op::BACK, 183, 1, op::FAIL, op::CALL,
    35, op::COMMIT, 207, 1, op::CHOICE, 205, 1, op::CHOICE, 199, 1, op::TOKEN, T::While as u8, op::BACK, 200,
    1, op::FAIL, op::CALL, 31, op::COMMIT, 207, 1, op::CALL, 39, op::RETURN, op::CHOICE, 230, 1, op::TOKEN,
    T::Name as u8, op::TOKEN, T::Colon as u8, op::CALL, 87, op::CHOICE, 227, 1, op::TOKEN, T::Equal as u8,
    op::CALL, 9, op::COMMIT, 227, 1, op::COMMIT, 51, 2, op::CHOICE, 8, 2, op::CHOICE, 245, 1, op::TOKEN,
    T::LeftParen as u8, op::CALL, 141, op::TOKEN, T::RightParen as u8, op::COMMIT, 247, 1, op::CALL, 142,
    op::TOKEN, T::Colon as u8, op::CALL, 87, op::CHOICE, 5, 2, op::TOKEN, T::Equal as u8, op::CALL, 9,
    op::COMMIT, 5, 2, op::COMMIT, 51, 2, op::CHOICE, 36, 2, op::CALL, 137, op::TOKEN, T::Equal as u8,
    op::CHOICE, 25, 2, op::CALL, 137, op::TOKEN, T::Equal as u8, op::AGAIN, 18, 2, op::CALL, 9, op::CHOICE,
    33, 2, op::TOKEN, T::Equal as u8, op::FAIL_TWICE, op::COMMIT, 51, 2, op::CHOICE, 49, 2, op::CALL, 141,
    op::CALL, 10, op::CUT, op::CALL, 9, op::COMMIT, 51, 2, op::CALL, 153, op::RETURN, op::CHOICE, 60, 2,
    op::CALL, 89, op::COMMIT, 62, 2, op::CALL, 91, op::RETURN, op::CHOICE, 71, 2, op::TOKEN,
    T::PlusEqual as u8, op::COMMIT, 161, 2, op::CHOICE, 79, 2, op::TOKEN, T::MinusEqual as u8, op::COMMIT,
    161, 2, op::CHOICE, 87, 2, op::TOKEN, T::StarEqual as u8, op::COMMIT, 161, 2, op::CHOICE, 95, 2,
    op::TOKEN, T::AtEqual as u8, op::COMMIT, 161, 2, op::CHOICE, 103, 2, op::TOKEN, T::SlashEqual as u8,
    op::COMMIT, 161, 2, op::CHOICE, 111, 2, op::TOKEN, T::PercentEqual as u8, op::COMMIT, 161, 2, op::CHOICE,
    119, 2, op::TOKEN, T::AmpersandEqual as u8, op::COMMIT, 161, 2, op::CHOICE, 127, 2, op::TOKEN,
    T::PipeEqual as u8, op::COMMIT, 161, 2, op::CHOICE, 135, 2, op::TOKEN, T::CaretEqual as u8, op::COMMIT,
    161, 2, op::CHOICE, 143, 2, op::TOKEN, T::LeftShiftEqual as u8, op::COMMIT, 161, 2, op::CHOICE, 151, 2,
    op::TOKEN, T::RightShiftEqual as u8, op::COMMIT, 161, 2, op::CHOICE, 159, 2, op::TOKEN,
    T::DoubleStarEqual as u8, op::COMMIT, 161, 2, op::TOKEN, T::DoubleSlashEqual as u8, op::RETURN,
    op::TOKEN, T::Return as u8, op::CHOICE, 172, 2, op::CALL, 91, op::COMMIT, 172, 2, op::RETURN, op::CHOICE,
    193, 2, op::TOKEN, T::Raise as u8, op::CALL, 87, op::CHOICE, 190, 2, op::TOKEN, T::From as u8, op::CALL,
    87, op::COMMIT, 190, 2, op::COMMIT, 195, 2, op::TOKEN, T::Raise as u8, op::RETURN, op::TOKEN,
    T::Global as u8, op::TOKEN, T::Name as u8, op::CHOICE, 210, 2, op::TOKEN, T::Comma as u8, op::TOKEN,
    T::Name as u8, op::AGAIN, 203, 2, op::RETURN, op::TOKEN, T::Nonlocal as u8, op::TOKEN, T::Name as u8,
    op::CHOICE, 225, 2, op::TOKEN, T::Comma as u8, op::TOKEN, T::Name as u8, op::AGAIN, 218, 2, op::RETURN,
    op::CHOICE, 253, 2, op::TOKEN, T::Del as u8, op::CALL, 145, op::CHOICE, 249, 2, op::CHOICE, 244, 2,
    op::TOKEN, T::Semicolon as u8, op::COMMIT, 246, 2, op::TOKEN, T::Newline as u8, op::BACK, 250, 2,
    op::FAIL, op::COMMIT, 255, 2, op::CALL, 155, op::RETURN, op::TOKEN, T::Assert as u8, op::CALL, 87,
    op::CHOICE, 14, 3, op::TOKEN, T::Comma as u8, op::CALL, 87, op::COMMIT, 14, 3, op::RETURN, op::CHOICE,
    55, 3, op::TOKEN, T::Import as u8, op::CALL, 21, op::CHOICE, 32, 3, op::TOKEN, T::As as u8, op::TOKEN,
    T::Name as u8, op::COMMIT, 32, 3, op::CHOICE, 52, 3, op::TOKEN, T::Comma as u8, op::CALL, 21, op::CHOICE,
    49, 3, op::TOKEN, T::As as u8, op::TOKEN, T::Name as u8, op::COMMIT, 49, 3, op::AGAIN, 35, 3, op::COMMIT,
    57, 3, op::CALL, 18, op::RETURN, op::CHOICE, 88, 3, op::TOKEN, T::From as u8, op::CHOICE, 79, 3,
    op::CHOICE, 74, 3, op::TOKEN, T::Dot as u8, op::COMMIT, 76, 3, op::TOKEN, T::Ellipsis as u8, op::AGAIN,
    66, 3, op::CALL, 21, op::TOKEN, T::Import as u8, op::CALL, 19, op::COMMIT, 120, 3, op::TOKEN,
    T::From as u8, op::CHOICE, 98, 3, op::TOKEN, T::Dot as u8, op::COMMIT, 100, 3, op::TOKEN,
    T::Ellipsis as u8, op::CHOICE, 116, 3, op::CHOICE, 111, 3, op::TOKEN, T::Dot as u8, op::COMMIT, 113, 3,
    op::TOKEN, T::Ellipsis as u8, op::AGAIN, 103, 3, op::TOKEN, T::Import as u8, op::CALL, 19, op::RETURN,
    op::CHOICE, 141, 3, op::TOKEN, T::LeftParen as u8, op::CALL, 20, op::CHOICE, 136, 3, op::TOKEN,
    T::Comma as u8, op::COMMIT, 136, 3, op::TOKEN, T::RightParen as u8, op::COMMIT, 165, 3, op::CHOICE, 155,
    3, op::CALL, 20, op::CHOICE, 152, 3, op::TOKEN, T::Comma as u8, op::FAIL_TWICE, op::COMMIT, 165, 3,
    op::CHOICE, 163, 3, op::TOKEN, T::Star as u8, op::COMMIT, 165, 3, op::CALL, 169, op::RETURN, op::TOKEN,
    T::Name as u8, op::CHOICE, 178, 3, op::TOKEN, T::As as u8, op::TOKEN, T::Name as u8, op::COMMIT, 178, 3,
    op::CHOICE, 198, 3, op::TOKEN, T::Comma as u8, op::TOKEN, T::Name as u8, op::CHOICE, 195, 3, op::TOKEN,
    T::As as u8, op::TOKEN, T::Name as u8, op::COMMIT, 195, 3, op::AGAIN, 181, 3, op::RETURN, op::TOKEN,
    T::Name as u8, op::CHOICE, 211, 3, op::TOKEN, T::Dot as u8, op::TOKEN, T::Name as u8, op::AGAIN, 204, 3,
    op::RETURN, op::CHOICE, 234, 3, op::TOKEN, T::Newline as u8, op::TOKEN, T::Indent as u8, op::CALL, 4,
    op::CHOICE, 229, 3, op::CALL, 4, op::AGAIN, 224, 3, op::TOKEN, T::Dedent as u8, op::COMMIT, 244, 3,
    op::CHOICE, 242, 3, op::CALL, 5, op::COMMIT, 244, 3, op::CALL, 156, op::RETURN, op::TOKEN, T::At as u8,
    op::CALL, 96, op::TOKEN, T::Newline as u8, op::CHOICE, 7, 4, op::TOKEN, T::At as u8, op::CALL, 96,
    op::TOKEN, T::Newline as u8, op::AGAIN, 254, 3, op::RETURN, op::CHOICE, 18, 4, op::CALL, 23, op::CALL,
    25, op::COMMIT, 20, 4, op::CALL, 25, op::RETURN, op::CHOICE, 29, 4, op::CALL, 187, op::COMMIT, 55, 4,
    op::TOKEN, T::Class as u8, op::TOKEN, T::Name as u8, op::CHOICE, 51, 4, op::TOKEN, T::LeftParen as u8,
    op::CHOICE, 46, 4, op::CALL, 130, op::COMMIT, 46, 4, op::TOKEN, T::RightParen as u8, op::COMMIT, 51, 4,
    op::TOKEN, T::Colon as u8, op::CALL, 22, op::RETURN, op::CHOICE, 66, 4, op::CALL, 23, op::CALL, 27,
    op::COMMIT, 68, 4, op::CALL, 27, op::RETURN, op::CHOICE, 77, 4, op::CALL, 186, op::COMMIT, 145, 4,
    op::CHOICE, 113, 4, op::TOKEN, T::Def as u8, op::TOKEN, T::Name as u8, op::FORCE, T::LeftParen as u8,
    op::CHOICE, 94, 4, op::CALL, 65, op::COMMIT, 94, 4, op::TOKEN, T::RightParen as u8, op::CHOICE, 106, 4,
    op::TOKEN, T::Arrow as u8, op::CALL, 87, op::COMMIT, 106, 4, op::FORCE, T::Colon as u8, op::CALL, 22,
    op::COMMIT, 145, 4, op::TOKEN, T::Async as u8, op::TOKEN, T::Def as u8, op::TOKEN, T::Name as u8,
    op::FORCE, T::LeftParen as u8, op::CHOICE, 129, 4, op::CALL, 65, op::COMMIT, 129, 4, op::TOKEN,
    T::RightParen as u8, op::CHOICE, 141, 4, op::TOKEN, T::Arrow as u8, op::CALL, 87, op::COMMIT, 141, 4,
    op::FORCE, T::Colon as u8, op::CALL, 22, op::RETURN, op::CHOICE, 154, 4, op::CALL, 181, op::COMMIT, 186,
    4, op::CHOICE, 170, 4, op::TOKEN, T::If as u8, op::CALL, 96, op::TOKEN, T::Colon as u8, op::CALL, 22,
    op::CALL, 29, op::COMMIT, 186, 4, op::TOKEN, T::If as u8, op::CALL, 96, op::TOKEN, T::Colon as u8,
    op::CALL, 22, op::CHOICE, 186, 4, op::CALL, 30, op::COMMIT, 186, 4, op::RETURN, op::CHOICE, 195, 4,
    op::CALL, 182, op::COMMIT, 227, 4, op::CHOICE, 211, 4, op::TOKEN, T::Elif as u8, op::CALL, 96, op::TOKEN,
    T::Colon as u8, op::CALL, 22, op::CALL, 29, op::COMMIT, 227, 4, op::TOKEN, T::Elif as u8, op::CALL, 96,
    op::TOKEN, T::Colon as u8, op::CALL, 22, op::CHOICE, 227, 4, op::CALL, 30, op::COMMIT, 227, 4,
    op::RETURN, op::CHOICE, 236, 4, op::CALL, 183, op::COMMIT, 242, 4, op::TOKEN, T::Else as u8, op::FORCE,
    T::Colon as u8, op::CALL, 22, op::RETURN, op::CHOICE, 251, 4, op::CALL, 184, op::COMMIT, 11, 5,
    op::TOKEN, T::While as u8, op::CALL, 96, op::TOKEN, T::Colon as u8, op::CALL, 22, op::CHOICE, 11, 5,
    op::CALL, 30, op::COMMIT, 11, 5, op::RETURN, op::CHOICE, 20, 5, op::CALL, 185, op::COMMIT, 78, 5,
    op::CHOICE, 47, 5, op::TOKEN, T::For as u8, op::CALL, 137, op::TOKEN, T::In as u8, op::CUT, op::CALL, 91,
    op::TOKEN, T::Colon as u8, op::CALL, 22, op::CHOICE, 44, 5, op::CALL, 30, op::COMMIT, 44, 5, op::COMMIT,
    78, 5, op::CHOICE, 76, 5, op::TOKEN, T::Async as u8, op::TOKEN, T::For as u8, op::CALL, 137, op::TOKEN,
    T::In as u8, op::CUT, op::CALL, 91, op::TOKEN, T::Colon as u8, op::CALL, 22, op::CHOICE, 73, 5, op::CALL,
    30, op::COMMIT, 73, 5, op::COMMIT, 78, 5, op::CALL, 167, op::RETURN, op::CHOICE, 87, 5, op::CALL, 171,
    op::COMMIT, 213, 5, op::CHOICE, 123, 5, op::TOKEN, T::With as u8, op::TOKEN, T::LeftParen as u8,
    op::CALL, 34, op::CHOICE, 106, 5, op::TOKEN, T::Comma as u8, op::CALL, 34, op::AGAIN, 99, 5, op::CHOICE,
    114, 5, op::TOKEN, T::Comma as u8, op::COMMIT, 114, 5, op::TOKEN, T::RightParen as u8, op::TOKEN,
    T::Colon as u8, op::CALL, 22, op::COMMIT, 213, 5, op::CHOICE, 147, 5, op::TOKEN, T::With as u8, op::CALL,
    34, op::CHOICE, 140, 5, op::TOKEN, T::Comma as u8, op::CALL, 34, op::AGAIN, 133, 5, op::TOKEN,
    T::Colon as u8, op::CALL, 22, op::COMMIT, 213, 5, op::CHOICE, 185, 5, op::TOKEN, T::Async as u8,
    op::TOKEN, T::With as u8, op::TOKEN, T::LeftParen as u8, op::CALL, 34, op::CHOICE, 168, 5, op::TOKEN,
    T::Comma as u8, op::CALL, 34, op::AGAIN, 161, 5, op::CHOICE, 176, 5, op::TOKEN, T::Comma as u8,
    op::COMMIT, 176, 5, op::TOKEN, T::RightParen as u8, op::TOKEN, T::Colon as u8, op::CALL, 22, op::COMMIT,
    213, 5, op::CHOICE, 211, 5, op::TOKEN, T::Async as u8, op::TOKEN, T::With as u8, op::CALL, 34,
    op::CHOICE, 204, 5, op::TOKEN, T::Comma as u8, op::CALL, 34, op::AGAIN, 197, 5, op::TOKEN,
    T::Colon as u8, op::CALL, 22, op::COMMIT, 213, 5, op::CALL, 170, op::RETURN, op::CHOICE, 251, 5,
    op::CALL, 87, op::TOKEN, T::As as u8, op::CALL, 138, op::CHOICE, 247, 5, op::CHOICE, 234, 5, op::TOKEN,
    T::Comma as u8, op::COMMIT, 244, 5, op::CHOICE, 242, 5, op::TOKEN, T::RightParen as u8, op::COMMIT, 244,
    5, op::TOKEN, T::Colon as u8, op::BACK, 248, 5, op::FAIL, op::COMMIT, 5, 6, op::CHOICE, 3, 6, op::CALL,
    166, op::COMMIT, 5, 6, op::CALL, 87, op::RETURN, op::CHOICE, 14, 6, op::CALL, 172, op::COMMIT, 98, 6,
    op::CHOICE, 28, 6, op::TOKEN, T::Try as u8, op::FORCE, T::Colon as u8, op::CALL, 22, op::CALL, 38,
    op::COMMIT, 98, 6, op::CHOICE, 66, 6, op::TOKEN, T::Try as u8, op::FORCE, T::Colon as u8, op::CALL, 22,
    op::CALL, 36, op::CHOICE, 47, 6, op::CALL, 36, op::AGAIN, 42, 6, op::CHOICE, 55, 6, op::CALL, 30,
    op::COMMIT, 55, 6, op::CHOICE, 63, 6, op::CALL, 38, op::COMMIT, 63, 6, op::COMMIT, 98, 6, op::TOKEN,
    T::Try as u8, op::FORCE, T::Colon as u8, op::CALL, 22, op::CALL, 37, op::CHOICE, 82, 6, op::CALL, 37,
    op::AGAIN, 77, 6, op::CHOICE, 90, 6, op::CALL, 30, op::COMMIT, 90, 6, op::CHOICE, 98, 6, op::CALL, 38,
    op::COMMIT, 98, 6, op::RETURN, op::CHOICE, 107, 6, op::CALL, 175, op::COMMIT, 145, 6, op::CHOICE, 131, 6,
    op::TOKEN, T::Except as u8, op::CALL, 87, op::CHOICE, 124, 6, op::TOKEN, T::As as u8, op::TOKEN,
    T::Name as u8, op::COMMIT, 124, 6, op::TOKEN, T::Colon as u8, op::CALL, 22, op::COMMIT, 145, 6,
    op::CHOICE, 143, 6, op::TOKEN, T::Except as u8, op::TOKEN, T::Colon as u8, op::CALL, 22, op::COMMIT, 145,
    6, op::CALL, 173, op::RETURN, op::CHOICE, 154, 6, op::CALL, 176, op::COMMIT, 182, 6, op::CHOICE, 180, 6,
    op::TOKEN, T::Except as u8, op::TOKEN, T::Star as u8, op::CALL, 87, op::CHOICE, 173, 6, op::TOKEN,
    T::As as u8, op::TOKEN, T::Name as u8, op::COMMIT, 173, 6, op::TOKEN, T::Colon as u8, op::CALL, 22,
    op::COMMIT, 182, 6, op::CALL, 173, op::RETURN, op::CHOICE, 191, 6, op::CALL, 174, op::COMMIT, 197, 6,
    op::TOKEN, T::Finally as u8, op::FORCE, T::Colon as u8, op::CALL, 22, op::RETURN, op::CHOICE, 226, 6,
    op::WORD, 0, op::CALL, 40, op::TOKEN, T::Colon as u8, op::TOKEN, T::Newline as u8, op::TOKEN,
    T::Indent as u8, op::CALL, 41, op::CHOICE, 221, 6, op::CALL, 41, op::AGAIN, 216, 6, op::TOKEN,
    T::Dedent as u8, op::COMMIT, 228, 6, op::CALL, 177, op::RETURN, op::CHOICE, 247, 6, op::CALL, 94,
    op::TOKEN, T::Comma as u8, op::CHOICE, 244, 6, op::CALL, 93, op::COMMIT, 244, 6, op::COMMIT, 249, 6,
    op::CALL, 96, op::RETURN, op::CHOICE, 2, 7, op::CALL, 178, op::COMMIT, 18, 7, op::WORD, 1, op::CALL, 43,
    op::CHOICE, 14, 7, op::CALL, 42, op::COMMIT, 14, 7, op::TOKEN, T::Colon as u8, op::CALL, 22, op::RETURN,
    op::TOKEN, T::If as u8, op::CALL, 96, op::RETURN, op::CHOICE, 32, 7, op::CALL, 56, op::COMMIT, 34, 7,
    op::CALL, 44, op::RETURN, op::CHOICE, 43, 7, op::CALL, 45, op::COMMIT, 45, 7, op::CALL, 46, op::RETURN,
    op::CHOICE, 58, 7, op::CALL, 46, op::TOKEN, T::As as u8, op::CALL, 53, op::COMMIT, 60, 7, op::CALL, 179,
    op::RETURN, op::CALL, 47, op::CHOICE, 73, 7, op::TOKEN, T::Pipe as u8, op::CALL, 47, op::AGAIN, 66, 7,
    op::RETURN, op::CHOICE, 82, 7, op::CALL, 48, op::COMMIT, 186, 7, op::CHOICE, 90, 7, op::CALL, 53,
    op::COMMIT, 186, 7, op::CHOICE, 98, 7, op::WORD, 2, op::COMMIT, 186, 7, op::CHOICE, 128, 7, op::CALL, 54,
    op::CHOICE, 125, 7, op::CHOICE, 114, 7, op::TOKEN, T::Dot as u8, op::COMMIT, 124, 7, op::CHOICE, 122, 7,
    op::TOKEN, T::LeftParen as u8, op::COMMIT, 124, 7, op::TOKEN, T::Equal as u8, op::FAIL_TWICE, op::COMMIT,
    186, 7, op::CHOICE, 140, 7, op::TOKEN, T::LeftParen as u8, op::CALL, 44, op::TOKEN, T::RightParen as u8,
    op::COMMIT, 186, 7, op::CHOICE, 158, 7, op::TOKEN, T::LeftBracket as u8, op::CHOICE, 153, 7, op::CALL,
    57, op::COMMIT, 153, 7, op::TOKEN, T::RightBracket as u8, op::COMMIT, 186, 7, op::CHOICE, 176, 7,
    op::TOKEN, T::LeftParen as u8, op::CHOICE, 171, 7, op::CALL, 56, op::COMMIT, 171, 7, op::TOKEN,
    T::RightParen as u8, op::COMMIT, 186, 7, op::CHOICE, 184, 7, op::CALL, 60, op::COMMIT, 186, 7, op::CALL,
    62, op::RETURN, op::CHOICE, 209, 7, op::CALL, 50, op::CHOICE, 206, 7, op::CHOICE, 203, 7, op::TOKEN,
    T::Plus as u8, op::COMMIT, 205, 7, op::TOKEN, T::Minus as u8, op::FAIL_TWICE, op::COMMIT, 243, 7,
    op::CHOICE, 217, 7, op::CALL, 49, op::COMMIT, 243, 7, op::CHOICE, 225, 7, op::CALL, 116, op::COMMIT, 243,
    7, op::CHOICE, 233, 7, op::TOKEN, T::None as u8, op::COMMIT, 243, 7, op::CHOICE, 241, 7, op::TOKEN,
    T::True as u8, op::COMMIT, 243, 7, op::TOKEN, T::False as u8, op::RETURN, op::CHOICE, 252, 7, op::TOKEN,
    T::Minus as u8, op::COMMIT, 252, 7, op::CALL, 51, op::CHOICE, 6, 8, op::TOKEN, T::Plus as u8, op::COMMIT,
    8, 8, op::TOKEN, T::Minus as u8, op::CALL, 52, op::RETURN, op::CHOICE, 19, 8, op::CALL, 115, op::COMMIT,
    23, 8, op::TOKEN, T::Minus as u8, op::CALL, 115, op::RETURN, op::MARK, 0, op::CLASS, 0, op::END_MARK, 0,
    op::ACTION, how::REAL, 0, op::RETURN, op::MARK, 0, op::CLASS, 0, op::END_MARK, 0, op::ACTION,
    how::IMAGINARY, 0, op::RETURN, op::CHOICE, 50, 8, op::WORD, 2, op::FAIL_TWICE, op::TOKEN, T::Name as u8,
    op::CHOICE, 74, 8, op::CHOICE, 63, 8, op::TOKEN, T::Dot as u8, op::COMMIT, 73, 8, op::CHOICE, 71, 8,
    op::TOKEN, T::LeftParen as u8, op::COMMIT, 73, 8, op::TOKEN, T::Equal as u8, op::FAIL_TWICE, op::RETURN,
    op::TOKEN, T::Name as u8, op::TOKEN, T::Dot as u8, op::TOKEN, T::Name as u8, op::CHOICE, 91, 8,
    op::TOKEN, T::Dot as u8, op::TOKEN, T::Name as u8, op::AGAIN, 84, 8, op::RETURN, op::TOKEN,
    T::Name as u8, op::CHOICE, 104, 8, op::TOKEN, T::Dot as u8, op::TOKEN, T::Name as u8, op::AGAIN, 97, 8,
    op::RETURN, op::CALL, 58, op::TOKEN, T::Comma as u8, op::CHOICE, 117, 8, op::CALL, 57, op::COMMIT, 117,
    8, op::RETURN, op::CALL, 58, op::CHOICE, 130, 8, op::TOKEN, T::Comma as u8, op::CALL, 58, op::AGAIN, 123,
    8, op::CHOICE, 138, 8, op::TOKEN, T::Comma as u8, op::COMMIT, 138, 8, op::RETURN, op::CHOICE, 147, 8,
    op::CALL, 59, op::COMMIT, 149, 8, op::CALL, 44, op::RETURN, op::CHOICE, 160, 8, op::TOKEN, T::Star as u8,
    op::CALL, 53, op::COMMIT, 164, 8, op::TOKEN, T::Star as u8, op::WORD, 2, op::RETURN, op::CHOICE, 175, 8,
    op::TOKEN, T::LeftBrace as u8, op::TOKEN, T::RightBrace as u8, op::COMMIT, 1, 9, op::CHOICE, 197, 8,
    op::TOKEN, T::LeftBrace as u8, op::TOKEN, T::DoubleStar as u8, op::CALL, 53, op::CHOICE, 192, 8,
    op::TOKEN, T::Comma as u8, op::COMMIT, 192, 8, op::TOKEN, T::RightBrace as u8, op::COMMIT, 1, 9,
    op::CHOICE, 233, 8, op::TOKEN, T::LeftBrace as u8, op::CALL, 61, op::CHOICE, 214, 8, op::TOKEN,
    T::Comma as u8, op::CALL, 61, op::AGAIN, 207, 8, op::TOKEN, T::Comma as u8, op::TOKEN,
    T::DoubleStar as u8, op::CALL, 53, op::CHOICE, 228, 8, op::TOKEN, T::Comma as u8, op::COMMIT, 228, 8,
    op::TOKEN, T::RightBrace as u8, op::COMMIT, 1, 9, op::TOKEN, T::LeftBrace as u8, op::CALL, 61,
    op::CHOICE, 247, 8, op::TOKEN, T::Comma as u8, op::CALL, 61, op::AGAIN, 240, 8, op::CHOICE, 255, 8,
    op::TOKEN, T::Comma as u8, op::COMMIT, 255, 8, op::TOKEN, T::RightBrace as u8, op::RETURN, op::CHOICE,
    10, 9, op::CALL, 48, op::COMMIT, 12, 9, op::CALL, 54, op::TOKEN, T::Colon as u8, op::CALL, 44,
    op::RETURN, op::CHOICE, 29, 9, op::CALL, 55, op::TOKEN, T::LeftParen as u8, op::TOKEN,
    T::RightParen as u8, op::COMMIT, 101, 9, op::CHOICE, 51, 9, op::CALL, 55, op::TOKEN, T::LeftParen as u8,
    op::CALL, 63, op::CHOICE, 46, 9, op::TOKEN, T::Comma as u8, op::COMMIT, 46, 9, op::TOKEN,
    T::RightParen as u8, op::COMMIT, 101, 9, op::CHOICE, 73, 9, op::CALL, 55, op::TOKEN, T::LeftParen as u8,
    op::CALL, 64, op::CHOICE, 68, 9, op::TOKEN, T::Comma as u8, op::COMMIT, 68, 9, op::TOKEN,
    T::RightParen as u8, op::COMMIT, 101, 9, op::CHOICE, 99, 9, op::CALL, 55, op::TOKEN, T::LeftParen as u8,
    op::CALL, 63, op::TOKEN, T::Comma as u8, op::CALL, 64, op::CHOICE, 94, 9, op::TOKEN, T::Comma as u8,
    op::COMMIT, 94, 9, op::TOKEN, T::RightParen as u8, op::COMMIT, 101, 9, op::CALL, 180, op::RETURN,
    op::CALL, 44, op::CHOICE, 114, 9, op::TOKEN, T::Comma as u8, op::CALL, 44, op::AGAIN, 107, 9, op::RETURN,
    op::TOKEN, T::Name as u8, op::TOKEN, T::Equal as u8, op::CALL, 44, op::CHOICE, 135, 9, op::TOKEN,
    T::Comma as u8, op::TOKEN, T::Name as u8, op::TOKEN, T::Equal as u8, op::CALL, 44, op::AGAIN, 124, 9,
    op::RETURN, op::CHOICE, 144, 9, op::CALL, 159, op::COMMIT, 146, 9, op::CALL, 66, op::RETURN, op::CHOICE,
    179, 9, op::CALL, 67, op::CHOICE, 160, 9, op::CALL, 71, op::AGAIN, 155, 9, op::CHOICE, 168, 9, op::CALL,
    73, op::AGAIN, 163, 9, op::CHOICE, 176, 9, op::CALL, 69, op::COMMIT, 176, 9, op::COMMIT, 5, 10,
    op::CHOICE, 203, 9, op::CALL, 68, op::CHOICE, 192, 9, op::CALL, 73, op::AGAIN, 187, 9, op::CHOICE, 200,
    9, op::CALL, 69, op::COMMIT, 200, 9, op::COMMIT, 5, 10, op::CHOICE, 235, 9, op::CALL, 71, op::CHOICE,
    216, 9, op::CALL, 71, op::AGAIN, 211, 9, op::CHOICE, 224, 9, op::CALL, 73, op::AGAIN, 219, 9, op::CHOICE,
    232, 9, op::CALL, 69, op::COMMIT, 232, 9, op::COMMIT, 5, 10, op::CHOICE, 3, 10, op::CALL, 73, op::CHOICE,
    248, 9, op::CALL, 73, op::AGAIN, 243, 9, op::CHOICE, 0, 10, op::CALL, 69, op::COMMIT, 0, 10, op::COMMIT,
    5, 10, op::CALL, 69, op::RETURN, op::CHOICE, 26, 10, op::CALL, 71, op::CHOICE, 19, 10, op::CALL, 71,
    op::AGAIN, 14, 10, op::TOKEN, T::Slash as u8, op::TOKEN, T::Comma as u8, op::COMMIT, 47, 10, op::CALL,
    71, op::CHOICE, 36, 10, op::CALL, 71, op::AGAIN, 31, 10, op::TOKEN, T::Slash as u8, op::CHOICE, 46, 10,
    op::TOKEN, T::RightParen as u8, op::BACK, 47, 10, op::FAIL, op::RETURN, op::CHOICE, 76, 10, op::CHOICE,
    59, 10, op::CALL, 71, op::AGAIN, 54, 10, op::CALL, 73, op::CHOICE, 69, 10, op::CALL, 73, op::AGAIN, 64,
    10, op::TOKEN, T::Slash as u8, op::TOKEN, T::Comma as u8, op::COMMIT, 105, 10, op::CHOICE, 84, 10,
    op::CALL, 71, op::AGAIN, 79, 10, op::CALL, 73, op::CHOICE, 94, 10, op::CALL, 73, op::AGAIN, 89, 10,
    op::TOKEN, T::Slash as u8, op::CHOICE, 104, 10, op::TOKEN, T::RightParen as u8, op::BACK, 105, 10,
    op::FAIL, op::RETURN, op::CHOICE, 114, 10, op::CALL, 161, op::COMMIT, 196, 10, op::CHOICE, 140, 10,
    op::TOKEN, T::Star as u8, op::CALL, 71, op::CHOICE, 129, 10, op::CALL, 74, op::AGAIN, 124, 10,
    op::CHOICE, 137, 10, op::CALL, 70, op::COMMIT, 137, 10, op::COMMIT, 196, 10, op::CHOICE, 166, 10,
    op::TOKEN, T::Star as u8, op::CALL, 72, op::CHOICE, 155, 10, op::CALL, 74, op::AGAIN, 150, 10,
    op::CHOICE, 163, 10, op::CALL, 70, op::COMMIT, 163, 10, op::COMMIT, 196, 10, op::CHOICE, 194, 10,
    op::TOKEN, T::Star as u8, op::TOKEN, T::Comma as u8, op::CALL, 74, op::CHOICE, 183, 10, op::CALL, 74,
    op::AGAIN, 178, 10, op::CHOICE, 191, 10, op::CALL, 70, op::COMMIT, 191, 10, op::COMMIT, 196, 10,
    op::CALL, 70, op::RETURN, op::CHOICE, 205, 10, op::CALL, 162, op::COMMIT, 209, 10, op::TOKEN,
    T::DoubleStar as u8, op::CALL, 71, op::RETURN, op::CHOICE, 220, 10, op::CALL, 75, op::TOKEN,
    T::Comma as u8, op::COMMIT, 231, 10, op::CALL, 75, op::CHOICE, 230, 10, op::TOKEN, T::RightParen as u8,
    op::BACK, 231, 10, op::FAIL, op::RETURN, op::CHOICE, 246, 10, op::TOKEN, T::Name as u8, op::TOKEN,
    T::Colon as u8, op::CALL, 92, op::TOKEN, T::Comma as u8, op::COMMIT, 5, 11, op::TOKEN, T::Name as u8,
    op::TOKEN, T::Colon as u8, op::CALL, 92, op::CHOICE, 4, 11, op::TOKEN, T::RightParen as u8, op::BACK, 5,
    11, op::FAIL, op::RETURN, op::CHOICE, 18, 11, op::CALL, 75, op::CALL, 76, op::TOKEN, T::Comma as u8,
    op::COMMIT, 31, 11, op::CALL, 75, op::CALL, 76, op::CHOICE, 30, 11, op::TOKEN, T::RightParen as u8,
    op::BACK, 31, 11, op::FAIL, op::RETURN, op::CHOICE, 50, 11, op::CALL, 75, op::CHOICE, 45, 11, op::CALL,
    76, op::COMMIT, 45, 11, op::TOKEN, T::Comma as u8, op::COMMIT, 69, 11, op::CALL, 75, op::CHOICE, 60, 11,
    op::CALL, 76, op::COMMIT, 60, 11, op::CHOICE, 68, 11, op::TOKEN, T::RightParen as u8, op::BACK, 69, 11,
    op::FAIL, op::RETURN, op::TOKEN, T::Name as u8, op::CHOICE, 82, 11, op::TOKEN, T::Colon as u8, op::CALL,
    87, op::COMMIT, 82, 11, op::RETURN, op::CHOICE, 93, 11, op::TOKEN, T::Equal as u8, op::CALL, 87,
    op::COMMIT, 95, 11, op::CALL, 160, op::RETURN, op::TOKEN, T::Lambda as u8, op::CHOICE, 106, 11, op::CALL,
    78, op::COMMIT, 106, 11, op::TOKEN, T::Colon as u8, op::CALL, 87, op::RETURN, op::CHOICE, 119, 11,
    op::CALL, 163, op::COMMIT, 121, 11, op::CALL, 79, op::RETURN, op::CHOICE, 154, 11, op::CALL, 80,
    op::CHOICE, 135, 11, op::CALL, 84, op::AGAIN, 130, 11, op::CHOICE, 143, 11, op::CALL, 85, op::AGAIN, 138,
    11, op::CHOICE, 151, 11, op::CALL, 82, op::COMMIT, 151, 11, op::COMMIT, 236, 11, op::CHOICE, 178, 11,
    op::CALL, 81, op::CHOICE, 167, 11, op::CALL, 85, op::AGAIN, 162, 11, op::CHOICE, 175, 11, op::CALL, 82,
    op::COMMIT, 175, 11, op::COMMIT, 236, 11, op::CHOICE, 210, 11, op::CALL, 84, op::CHOICE, 191, 11,
    op::CALL, 84, op::AGAIN, 186, 11, op::CHOICE, 199, 11, op::CALL, 85, op::AGAIN, 194, 11, op::CHOICE, 207,
    11, op::CALL, 82, op::COMMIT, 207, 11, op::COMMIT, 236, 11, op::CHOICE, 234, 11, op::CALL, 85,
    op::CHOICE, 223, 11, op::CALL, 85, op::AGAIN, 218, 11, op::CHOICE, 231, 11, op::CALL, 82, op::COMMIT,
    231, 11, op::COMMIT, 236, 11, op::CALL, 82, op::RETURN, op::CHOICE, 1, 12, op::CALL, 84, op::CHOICE, 250,
    11, op::CALL, 84, op::AGAIN, 245, 11, op::TOKEN, T::Slash as u8, op::TOKEN, T::Comma as u8, op::COMMIT,
    22, 12, op::CALL, 84, op::CHOICE, 11, 12, op::CALL, 84, op::AGAIN, 6, 12, op::TOKEN, T::Slash as u8,
    op::CHOICE, 21, 12, op::TOKEN, T::Colon as u8, op::BACK, 22, 12, op::FAIL, op::RETURN, op::CHOICE, 51,
    12, op::CHOICE, 34, 12, op::CALL, 84, op::AGAIN, 29, 12, op::CALL, 85, op::CHOICE, 44, 12, op::CALL, 85,
    op::AGAIN, 39, 12, op::TOKEN, T::Slash as u8, op::TOKEN, T::Comma as u8, op::COMMIT, 80, 12, op::CHOICE,
    59, 12, op::CALL, 84, op::AGAIN, 54, 12, op::CALL, 85, op::CHOICE, 69, 12, op::CALL, 85, op::AGAIN, 64,
    12, op::TOKEN, T::Slash as u8, op::CHOICE, 79, 12, op::TOKEN, T::Colon as u8, op::BACK, 80, 12, op::FAIL,
    op::RETURN, op::CHOICE, 89, 12, op::CALL, 164, op::COMMIT, 145, 12, op::CHOICE, 115, 12, op::TOKEN,
    T::Star as u8, op::CALL, 84, op::CHOICE, 104, 12, op::CALL, 86, op::AGAIN, 99, 12, op::CHOICE, 112, 12,
    op::CALL, 83, op::COMMIT, 112, 12, op::COMMIT, 145, 12, op::CHOICE, 143, 12, op::TOKEN, T::Star as u8,
    op::TOKEN, T::Comma as u8, op::CALL, 86, op::CHOICE, 132, 12, op::CALL, 86, op::AGAIN, 127, 12,
    op::CHOICE, 140, 12, op::CALL, 83, op::COMMIT, 140, 12, op::COMMIT, 145, 12, op::CALL, 83, op::RETURN,
    op::CHOICE, 154, 12, op::CALL, 165, op::COMMIT, 158, 12, op::TOKEN, T::DoubleStar as u8, op::CALL, 84,
    op::RETURN, op::CHOICE, 169, 12, op::TOKEN, T::Name as u8, op::TOKEN, T::Comma as u8, op::COMMIT, 180,
    12, op::TOKEN, T::Name as u8, op::CHOICE, 179, 12, op::TOKEN, T::Colon as u8, op::BACK, 180, 12,
    op::FAIL, op::RETURN, op::CHOICE, 193, 12, op::TOKEN, T::Name as u8, op::CALL, 76, op::TOKEN,
    T::Comma as u8, op::COMMIT, 206, 12, op::TOKEN, T::Name as u8, op::CALL, 76, op::CHOICE, 205, 12,
    op::TOKEN, T::Colon as u8, op::BACK, 206, 12, op::FAIL, op::RETURN, op::CHOICE, 225, 12, op::TOKEN,
    T::Name as u8, op::CHOICE, 220, 12, op::CALL, 76, op::COMMIT, 220, 12, op::TOKEN, T::Comma as u8,
    op::COMMIT, 244, 12, op::TOKEN, T::Name as u8, op::CHOICE, 235, 12, op::CALL, 76, op::COMMIT, 235, 12,
    op::CHOICE, 243, 12, op::TOKEN, T::Colon as u8, op::BACK, 244, 12, op::FAIL, op::RETURN, op::CHOICE, 253,
    12, op::CALL, 151, op::COMMIT, 31, 13, op::CHOICE, 5, 13, op::CALL, 150, op::COMMIT, 31, 13, op::CHOICE,
    21, 13, op::CALL, 97, op::TOKEN, T::If as u8, op::CALL, 97, op::TOKEN, T::Else as u8, op::CALL, 87,
    op::COMMIT, 31, 13, op::CHOICE, 29, 13, op::CALL, 97, op::COMMIT, 31, 13, op::CALL, 77, op::RETURN,
    op::CHOICE, 48, 13, op::CALL, 97, op::TOKEN, T::If as u8, op::CALL, 97, op::TOKEN, T::Else as u8,
    op::CALL, 87, op::COMMIT, 58, 13, op::CHOICE, 56, 13, op::CALL, 97, op::COMMIT, 58, 13, op::CALL, 77,
    op::RETURN, op::CHOICE, 71, 13, op::TOKEN, T::Yield as u8, op::TOKEN, T::From as u8, op::CALL, 87,
    op::COMMIT, 81, 13, op::TOKEN, T::Yield as u8, op::CHOICE, 81, 13, op::CALL, 91, op::COMMIT, 81, 13,
    op::RETURN, op::CHOICE, 112, 13, op::CALL, 87, op::TOKEN, T::Comma as u8, op::CALL, 87, op::CHOICE, 101,
    13, op::TOKEN, T::Comma as u8, op::CALL, 87, op::AGAIN, 94, 13, op::CHOICE, 109, 13, op::TOKEN,
    T::Comma as u8, op::COMMIT, 109, 13, op::COMMIT, 124, 13, op::CHOICE, 122, 13, op::CALL, 87, op::TOKEN,
    T::Comma as u8, op::COMMIT, 124, 13, op::CALL, 87, op::RETURN, op::CHOICE, 155, 13, op::CALL, 92,
    op::TOKEN, T::Comma as u8, op::CALL, 92, op::CHOICE, 144, 13, op::TOKEN, T::Comma as u8, op::CALL, 92,
    op::AGAIN, 137, 13, op::CHOICE, 152, 13, op::TOKEN, T::Comma as u8, op::COMMIT, 152, 13, op::COMMIT, 167,
    13, op::CHOICE, 165, 13, op::CALL, 92, op::TOKEN, T::Comma as u8, op::COMMIT, 167, 13, op::CALL, 92,
    op::RETURN, op::CHOICE, 178, 13, op::TOKEN, T::Star as u8, op::CALL, 102, op::COMMIT, 180, 13, op::CALL,
    87, op::RETURN, op::CALL, 94, op::CHOICE, 193, 13, op::TOKEN, T::Comma as u8, op::CALL, 94, op::AGAIN,
    186, 13, op::CHOICE, 201, 13, op::TOKEN, T::Comma as u8, op::COMMIT, 201, 13, op::RETURN, op::CHOICE,
    212, 13, op::TOKEN, T::Star as u8, op::CALL, 102, op::COMMIT, 214, 13, op::CALL, 96, op::RETURN,
    op::TOKEN, T::Name as u8, op::TOKEN, T::Walrus as u8, op::CALL, 87, op::RETURN, op::CHOICE, 230, 13,
    op::CALL, 95, op::COMMIT, 246, 13, op::CHOICE, 238, 13, op::CALL, 152, op::COMMIT, 246, 13, op::CALL, 87,
    op::CHOICE, 246, 13, op::TOKEN, T::Walrus as u8, op::FAIL_TWICE, op::RETURN, op::CHOICE, 13, 14,
    op::CALL, 98, op::TOKEN, T::Or as u8, op::CALL, 98, op::CHOICE, 10, 14, op::TOKEN, T::Or as u8, op::CALL,
    98, op::AGAIN, 3, 14, op::COMMIT, 15, 14, op::CALL, 98, op::RETURN, op::CHOICE, 38, 14, op::CALL, 99,
    op::TOKEN, T::And as u8, op::CALL, 99, op::CHOICE, 35, 14, op::TOKEN, T::And as u8, op::CALL, 99,
    op::AGAIN, 28, 14, op::COMMIT, 40, 14, op::CALL, 99, op::RETURN, op::CHOICE, 51, 14, op::TOKEN,
    T::Not as u8, op::CALL, 99, op::COMMIT, 53, 14, op::CALL, 100, op::RETURN, op::CHOICE, 72, 14, op::CALL,
    102, op::CALL, 101, op::CHOICE, 69, 14, op::CALL, 101, op::AGAIN, 64, 14, op::COMMIT, 74, 14, op::CALL,
    102, op::RETURN, op::CHOICE, 85, 14, op::TOKEN, T::EqualEqual as u8, op::CALL, 102, op::COMMIT, 173, 14,
    op::CHOICE, 95, 14, op::TOKEN, T::NotEqual as u8, op::CALL, 102, op::COMMIT, 173, 14, op::CHOICE, 105,
    14, op::TOKEN, T::LessEqual as u8, op::CALL, 102, op::COMMIT, 173, 14, op::CHOICE, 115, 14, op::TOKEN,
    T::Less as u8, op::CALL, 102, op::COMMIT, 173, 14, op::CHOICE, 125, 14, op::TOKEN, T::GreaterEqual as u8,
    op::CALL, 102, op::COMMIT, 173, 14, op::CHOICE, 135, 14, op::TOKEN, T::Greater as u8, op::CALL, 102,
    op::COMMIT, 173, 14, op::CHOICE, 147, 14, op::TOKEN, T::Not as u8, op::TOKEN, T::In as u8, op::CALL, 102,
    op::COMMIT, 173, 14, op::CHOICE, 157, 14, op::TOKEN, T::In as u8, op::CALL, 102, op::COMMIT, 173, 14,
    op::CHOICE, 169, 14, op::TOKEN, T::Is as u8, op::TOKEN, T::Not as u8, op::CALL, 102, op::COMMIT, 173, 14,
    op::TOKEN, T::Is as u8, op::CALL, 102, op::RETURN, op::CALL, 103, op::CHOICE, 186, 14, op::TOKEN,
    T::Pipe as u8, op::CALL, 103, op::AGAIN, 179, 14, op::RETURN, op::CALL, 104, op::CHOICE, 199, 14,
    op::TOKEN, T::Caret as u8, op::CALL, 104, op::AGAIN, 192, 14, op::RETURN, op::CALL, 105, op::CHOICE, 212,
    14, op::TOKEN, T::Ampersand as u8, op::CALL, 105, op::AGAIN, 205, 14, op::RETURN, op::CALL, 106,
    op::CHOICE, 235, 14, op::CHOICE, 228, 14, op::TOKEN, T::LeftShift as u8, op::CALL, 106, op::COMMIT, 232,
    14, op::TOKEN, T::RightShift as u8, op::CALL, 106, op::AGAIN, 218, 14, op::RETURN, op::CALL, 107,
    op::CHOICE, 2, 15, op::CHOICE, 251, 14, op::TOKEN, T::Plus as u8, op::CALL, 107, op::COMMIT, 255, 14,
    op::TOKEN, T::Minus as u8, op::CALL, 107, op::AGAIN, 241, 14, op::RETURN, op::CALL, 108, op::CHOICE, 55,
    15, op::CHOICE, 18, 15, op::TOKEN, T::Star as u8, op::CALL, 108, op::COMMIT, 52, 15, op::CHOICE, 28, 15,
    op::TOKEN, T::Slash as u8, op::CALL, 108, op::COMMIT, 52, 15, op::CHOICE, 38, 15, op::TOKEN,
    T::DoubleSlash as u8, op::CALL, 108, op::COMMIT, 52, 15, op::CHOICE, 48, 15, op::TOKEN, T::Percent as u8,
    op::CALL, 108, op::COMMIT, 52, 15, op::TOKEN, T::At as u8, op::CALL, 108, op::AGAIN, 8, 15, op::RETURN,
    op::CHOICE, 66, 15, op::TOKEN, T::Plus as u8, op::CALL, 108, op::COMMIT, 88, 15, op::CHOICE, 76, 15,
    op::TOKEN, T::Minus as u8, op::CALL, 108, op::COMMIT, 88, 15, op::CHOICE, 86, 15, op::TOKEN,
    T::Tilde as u8, op::CALL, 108, op::COMMIT, 88, 15, op::CALL, 109, op::RETURN, op::CHOICE, 101, 15,
    op::CALL, 110, op::TOKEN, T::DoubleStar as u8, op::CALL, 108, op::COMMIT, 103, 15, op::CALL, 110,
    op::RETURN, op::CHOICE, 114, 15, op::TOKEN, T::Await as u8, op::CALL, 111, op::COMMIT, 116, 15, op::CALL,
    111, op::RETURN, op::CALL, 114, op::CHOICE, 167, 15, op::CHOICE, 132, 15, op::TOKEN, T::Dot as u8,
    op::TOKEN, T::Name as u8, op::COMMIT, 164, 15, op::CHOICE, 140, 15, op::CALL, 128, op::COMMIT, 164, 15,
    op::CHOICE, 158, 15, op::TOKEN, T::LeftParen as u8, op::CHOICE, 153, 15, op::CALL, 130, op::COMMIT, 153,
    15, op::TOKEN, T::RightParen as u8, op::COMMIT, 164, 15, op::TOKEN, T::LeftBracket as u8, op::CALL, 112,
    op::TOKEN, T::RightBracket as u8, op::AGAIN, 122, 15, op::RETURN, op::CHOICE, 182, 15, op::CALL, 113,
    op::CHOICE, 179, 15, op::TOKEN, T::Comma as u8, op::FAIL_TWICE, op::COMMIT, 218, 15, op::CHOICE, 190, 15,
    op::CALL, 113, op::COMMIT, 192, 15, op::CALL, 134, op::CHOICE, 210, 15, op::TOKEN, T::Comma as u8,
    op::CHOICE, 205, 15, op::CALL, 113, op::COMMIT, 207, 15, op::CALL, 134, op::AGAIN, 195, 15, op::CHOICE,
    218, 15, op::TOKEN, T::Comma as u8, op::COMMIT, 218, 15, op::RETURN, op::CHOICE, 3, 16, op::CHOICE, 230,
    15, op::CALL, 87, op::COMMIT, 230, 15, op::TOKEN, T::Colon as u8, op::CHOICE, 240, 15, op::CALL, 87,
    op::COMMIT, 240, 15, op::CHOICE, 0, 16, op::TOKEN, T::Colon as u8, op::CHOICE, 253, 15, op::CALL, 87,
    op::COMMIT, 253, 15, op::COMMIT, 0, 16, op::COMMIT, 5, 16, op::CALL, 96, op::RETURN, op::CHOICE, 14, 16,
    op::TOKEN, T::Name as u8, op::COMMIT, 164, 16, op::CHOICE, 22, 16, op::TOKEN, T::True as u8, op::COMMIT,
    164, 16, op::CHOICE, 30, 16, op::TOKEN, T::False as u8, op::COMMIT, 164, 16, op::CHOICE, 38, 16,
    op::TOKEN, T::None as u8, op::COMMIT, 164, 16, op::CHOICE, 55, 16, op::CHOICE, 49, 16, op::CLASS, 1,
    op::BACK, 50, 16, op::FAIL, op::CALL, 116, op::COMMIT, 164, 16, op::CHOICE, 63, 16, op::CALL, 115,
    op::COMMIT, 164, 16, op::CHOICE, 96, 16, op::CHOICE, 74, 16, op::TOKEN, T::LeftParen as u8, op::BACK, 75,
    16, op::FAIL, op::CHOICE, 83, 16, op::CALL, 119, op::COMMIT, 93, 16, op::CHOICE, 91, 16, op::CALL, 117,
    op::COMMIT, 93, 16, op::CALL, 128, op::COMMIT, 164, 16, op::CHOICE, 121, 16, op::CHOICE, 107, 16,
    op::TOKEN, T::LeftBracket as u8, op::BACK, 108, 16, op::FAIL, op::CHOICE, 116, 16, op::CALL, 118,
    op::COMMIT, 118, 16, op::CALL, 126, op::COMMIT, 164, 16, op::CHOICE, 162, 16, op::CHOICE, 132, 16,
    op::TOKEN, T::LeftBrace as u8, op::BACK, 133, 16, op::FAIL, op::CHOICE, 141, 16, op::CALL, 121,
    op::COMMIT, 159, 16, op::CHOICE, 149, 16, op::CALL, 120, op::COMMIT, 159, 16, op::CHOICE, 157, 16,
    op::CALL, 129, op::COMMIT, 159, 16, op::CALL, 127, op::COMMIT, 164, 16, op::TOKEN, T::Ellipsis as u8,
    op::RETURN, op::MARK, 0, op::CLASS, 0, op::END_MARK, 0, op::ACTION, how::NUMBER, 0, op::RETURN, op::MARK,
    0, op::CLASS, 1, op::CHOICE, 187, 16, op::CLASS, 1, op::AGAIN, 182, 16, op::END_MARK, 0, op::ACTION,
    how::STRINGS, 0, op::RETURN, op::CHOICE, 213, 16, op::TOKEN, T::LeftParen as u8, op::CHOICE, 206, 16,
    op::CALL, 89, op::COMMIT, 208, 16, op::CALL, 96, op::TOKEN, T::RightParen as u8, op::COMMIT, 215, 16,
    op::CALL, 168, op::RETURN, op::TOKEN, T::LeftBracket as u8, op::CHOICE, 226, 16, op::CALL, 93,
    op::COMMIT, 226, 16, op::TOKEN, T::RightBracket as u8, op::RETURN, op::TOKEN, T::LeftParen as u8,
    op::CHOICE, 249, 16, op::CALL, 94, op::TOKEN, T::Comma as u8, op::CHOICE, 246, 16, op::CALL, 93,
    op::COMMIT, 246, 16, op::COMMIT, 249, 16, op::TOKEN, T::RightParen as u8, op::RETURN, op::TOKEN,
    T::LeftBrace as u8, op::CALL, 93, op::TOKEN, T::RightBrace as u8, op::RETURN, op::CHOICE, 39, 17,
    op::TOKEN, T::LeftBrace as u8, op::CHOICE, 34, 17, op::CALL, 122, op::CHOICE, 23, 17, op::TOKEN,
    T::Comma as u8, op::CALL, 122, op::AGAIN, 16, 17, op::CHOICE, 31, 17, op::TOKEN, T::Comma as u8,
    op::COMMIT, 31, 17, op::COMMIT, 34, 17, op::TOKEN, T::RightBrace as u8, op::COMMIT, 45, 17, op::TOKEN,
    T::LeftBrace as u8, op::CALL, 188, op::TOKEN, T::RightBrace as u8, op::RETURN, op::CHOICE, 56, 17,
    op::TOKEN, T::DoubleStar as u8, op::CALL, 102, op::COMMIT, 62, 17, op::CALL, 87, op::TOKEN,
    T::Colon as u8, op::CALL, 87, op::RETURN, op::CALL, 124, op::CHOICE, 73, 17, op::CALL, 124, op::AGAIN,
    68, 17, op::RETURN, op::CHOICE, 106, 17, op::TOKEN, T::Async as u8, op::TOKEN, T::For as u8, op::CALL,
    137, op::TOKEN, T::In as u8, op::CUT, op::MARK, 0, op::CALL, 97, op::END_MARK, 0, op::ACTION, how::ITEM,
    0, op::CHOICE, 103, 17, op::CALL, 125, op::AGAIN, 98, 17, op::COMMIT, 138, 17, op::CHOICE, 136, 17,
    op::TOKEN, T::For as u8, op::CALL, 137, op::TOKEN, T::In as u8, op::CUT, op::MARK, 0, op::CALL, 97,
    op::END_MARK, 0, op::ACTION, how::ITEM, 0, op::CHOICE, 133, 17, op::CALL, 125, op::AGAIN, 128, 17,
    op::COMMIT, 138, 17, op::CALL, 167, op::RETURN, op::TOKEN, T::If as u8, op::MARK, 0, op::CALL, 97,
    op::END_MARK, 0, op::ACTION, how::ITEM, 0, op::RETURN, op::CHOICE, 165, 17, op::TOKEN,
    T::LeftBracket as u8, op::CALL, 96, op::CALL, 123, op::TOKEN, T::RightBracket as u8, op::COMMIT, 167, 17,
    op::CALL, 157, op::RETURN, op::CHOICE, 182, 17, op::TOKEN, T::LeftBrace as u8, op::CALL, 96, op::CALL,
    123, op::TOKEN, T::RightBrace as u8, op::COMMIT, 184, 17, op::CALL, 157, op::RETURN, op::CHOICE, 213, 17,
    op::TOKEN, T::LeftParen as u8, op::CHOICE, 198, 17, op::CALL, 95, op::COMMIT, 206, 17, op::CALL, 87,
    op::CHOICE, 206, 17, op::TOKEN, T::Walrus as u8, op::FAIL_TWICE, op::CALL, 123, op::TOKEN,
    T::RightParen as u8, op::COMMIT, 215, 17, op::CALL, 157, op::RETURN, op::CHOICE, 234, 17, op::TOKEN,
    T::LeftBrace as u8, op::CALL, 87, op::TOKEN, T::Colon as u8, op::CALL, 87, op::CALL, 123, op::TOKEN,
    T::RightBrace as u8, op::COMMIT, 236, 17, op::CALL, 158, op::RETURN, op::CHOICE, 6, 18, op::CALL, 131,
    op::CHOICE, 250, 17, op::TOKEN, T::Comma as u8, op::COMMIT, 250, 17, op::CHOICE, 2, 18, op::TOKEN,
    T::RightParen as u8, op::BACK, 3, 18, op::FAIL, op::COMMIT, 8, 18, op::CALL, 148, op::RETURN, op::CHOICE,
    37, 18, op::CALL, 132, op::CHOICE, 24, 18, op::TOKEN, T::Comma as u8, op::CALL, 132, op::AGAIN, 17, 18,
    op::CHOICE, 34, 18, op::TOKEN, T::Comma as u8, op::CALL, 133, op::COMMIT, 34, 18, op::COMMIT, 39, 18,
    op::CALL, 133, op::RETURN, op::CHOICE, 48, 18, op::CALL, 134, op::COMMIT, 70, 18, op::CHOICE, 56, 18,
    op::CALL, 95, op::COMMIT, 64, 18, op::CALL, 87, op::CHOICE, 64, 18, op::TOKEN, T::Walrus as u8,
    op::FAIL_TWICE, op::CHOICE, 70, 18, op::TOKEN, T::Equal as u8, op::FAIL_TWICE, op::RETURN, op::CHOICE,
    103, 18, op::CALL, 135, op::CHOICE, 86, 18, op::TOKEN, T::Comma as u8, op::CALL, 135, op::AGAIN, 79, 18,
    op::TOKEN, T::Comma as u8, op::CALL, 136, op::CHOICE, 100, 18, op::TOKEN, T::Comma as u8, op::CALL, 136,
    op::AGAIN, 93, 18, op::COMMIT, 133, 18, op::CHOICE, 121, 18, op::CALL, 135, op::CHOICE, 118, 18,
    op::TOKEN, T::Comma as u8, op::CALL, 135, op::AGAIN, 111, 18, op::COMMIT, 133, 18, op::CALL, 136,
    op::CHOICE, 133, 18, op::TOKEN, T::Comma as u8, op::CALL, 136, op::AGAIN, 126, 18, op::RETURN, op::TOKEN,
    T::Star as u8, op::CALL, 87, op::RETURN, op::CHOICE, 147, 18, op::CALL, 149, op::COMMIT, 161, 18,
    op::CHOICE, 159, 18, op::TOKEN, T::Name as u8, op::TOKEN, T::Equal as u8, op::CALL, 87, op::COMMIT, 161,
    18, op::CALL, 134, op::RETURN, op::CHOICE, 170, 18, op::CALL, 149, op::COMMIT, 186, 18, op::CHOICE, 182,
    18, op::TOKEN, T::Name as u8, op::TOKEN, T::Equal as u8, op::CALL, 87, op::COMMIT, 186, 18, op::TOKEN,
    T::DoubleStar as u8, op::CALL, 87, op::RETURN, op::CHOICE, 201, 18, op::CALL, 138, op::CHOICE, 198, 18,
    op::TOKEN, T::Comma as u8, op::FAIL_TWICE, op::COMMIT, 221, 18, op::CALL, 138, op::CHOICE, 213, 18,
    op::TOKEN, T::Comma as u8, op::CALL, 138, op::AGAIN, 206, 18, op::CHOICE, 221, 18, op::TOKEN,
    T::Comma as u8, op::COMMIT, 221, 18, op::RETURN, op::CHOICE, 238, 18, op::TOKEN, T::Star as u8,
    op::CHOICE, 233, 18, op::TOKEN, T::Star as u8, op::FAIL_TWICE, op::CALL, 138, op::COMMIT, 240, 18,
    op::CALL, 139, op::RETURN, op::CHOICE, 3, 19, op::CALL, 143, op::TOKEN, T::Dot as u8, op::TOKEN,
    T::Name as u8, op::CHOICE, 0, 19, op::CALL, 144, op::FAIL_TWICE, op::COMMIT, 25, 19, op::CHOICE, 23, 19,
    op::CALL, 143, op::TOKEN, T::LeftBracket as u8, op::CALL, 112, op::TOKEN, T::RightBracket as u8,
    op::CHOICE, 20, 19, op::CALL, 144, op::FAIL_TWICE, op::COMMIT, 25, 19, op::CALL, 140, op::RETURN,
    op::CHOICE, 34, 19, op::TOKEN, T::Name as u8, op::COMMIT, 126, 19, op::CHOICE, 46, 19, op::TOKEN,
    T::LeftParen as u8, op::CALL, 139, op::TOKEN, T::RightParen as u8, op::COMMIT, 126, 19, op::CHOICE, 96,
    19, op::TOKEN, T::LeftParen as u8, op::CHOICE, 91, 19, op::CHOICE, 84, 19, op::CALL, 138, op::TOKEN,
    T::Comma as u8, op::CALL, 138, op::CHOICE, 73, 19, op::TOKEN, T::Comma as u8, op::CALL, 138, op::AGAIN,
    66, 19, op::CHOICE, 81, 19, op::TOKEN, T::Comma as u8, op::COMMIT, 81, 19, op::COMMIT, 88, 19, op::CALL,
    138, op::TOKEN, T::Comma as u8, op::COMMIT, 91, 19, op::TOKEN, T::RightParen as u8, op::COMMIT, 126, 19,
    op::TOKEN, T::LeftBracket as u8, op::CHOICE, 124, 19, op::CALL, 138, op::CHOICE, 113, 19, op::TOKEN,
    T::Comma as u8, op::CALL, 138, op::AGAIN, 106, 19, op::CHOICE, 121, 19, op::TOKEN, T::Comma as u8,
    op::COMMIT, 121, 19, op::COMMIT, 124, 19, op::TOKEN, T::RightBracket as u8, op::RETURN, op::CHOICE, 135,
    19, op::CALL, 142, op::COMMIT, 149, 19, op::CHOICE, 143, 19, op::TOKEN, T::Name as u8, op::COMMIT, 149,
    19, op::TOKEN, T::LeftParen as u8, op::CALL, 141, op::TOKEN, T::RightParen as u8, op::RETURN, op::CHOICE,
    168, 19, op::CALL, 143, op::TOKEN, T::Dot as u8, op::TOKEN, T::Name as u8, op::CHOICE, 165, 19, op::CALL,
    144, op::FAIL_TWICE, op::COMMIT, 182, 19, op::CALL, 143, op::TOKEN, T::LeftBracket as u8, op::CALL, 112,
    op::TOKEN, T::RightBracket as u8, op::CHOICE, 182, 19, op::CALL, 144, op::FAIL_TWICE, op::RETURN,
    op::CALL, 114, op::CHOICE, 193, 19, op::CALL, 144, op::BACK, 194, 19, op::FAIL, op::CHOICE, 251, 19,
    op::CHOICE, 207, 19, op::TOKEN, T::Dot as u8, op::TOKEN, T::Name as u8, op::COMMIT, 239, 19, op::CHOICE,
    219, 19, op::TOKEN, T::LeftBracket as u8, op::CALL, 112, op::TOKEN, T::RightBracket as u8, op::COMMIT,
    239, 19, op::CHOICE, 227, 19, op::CALL, 128, op::COMMIT, 239, 19, op::TOKEN, T::LeftParen as u8,
    op::CHOICE, 237, 19, op::CALL, 130, op::COMMIT, 237, 19, op::TOKEN, T::RightParen as u8, op::CHOICE, 247,
    19, op::CALL, 144, op::BACK, 248, 19, op::FAIL, op::AGAIN, 197, 19, op::RETURN, op::CHOICE, 4, 20,
    op::TOKEN, T::LeftParen as u8, op::COMMIT, 14, 20, op::CHOICE, 12, 20, op::TOKEN, T::LeftBracket as u8,
    op::COMMIT, 14, 20, op::TOKEN, T::Dot as u8, op::RETURN, op::CALL, 146, op::CHOICE, 27, 20, op::TOKEN,
    T::Comma as u8, op::CALL, 146, op::AGAIN, 20, 20, op::CHOICE, 35, 20, op::TOKEN, T::Comma as u8,
    op::COMMIT, 35, 20, op::RETURN, op::CHOICE, 54, 20, op::CALL, 143, op::TOKEN, T::Dot as u8, op::TOKEN,
    T::Name as u8, op::CHOICE, 51, 20, op::CALL, 144, op::FAIL_TWICE, op::COMMIT, 76, 20, op::CHOICE, 74, 20,
    op::CALL, 143, op::TOKEN, T::LeftBracket as u8, op::CALL, 112, op::TOKEN, T::RightBracket as u8,
    op::CHOICE, 71, 20, op::CALL, 144, op::FAIL_TWICE, op::COMMIT, 76, 20, op::CALL, 147, op::RETURN,
    op::CHOICE, 85, 20, op::TOKEN, T::Name as u8, op::COMMIT, 127, 20, op::CHOICE, 97, 20, op::TOKEN,
    T::LeftParen as u8, op::CALL, 146, op::TOKEN, T::RightParen as u8, op::COMMIT, 127, 20, op::CHOICE, 115,
    20, op::TOKEN, T::LeftParen as u8, op::CHOICE, 110, 20, op::CALL, 145, op::COMMIT, 110, 20, op::TOKEN,
    T::RightParen as u8, op::COMMIT, 127, 20, op::TOKEN, T::LeftBracket as u8, op::CHOICE, 125, 20, op::CALL,
    145, op::COMMIT, 125, 20, op::TOKEN, T::RightBracket as u8, op::RETURN, op::CHOICE, 169, 20, op::CHOICE,
    153, 20, op::CALL, 132, op::CHOICE, 146, 20, op::TOKEN, T::Comma as u8, op::CALL, 132, op::AGAIN, 139,
    20, op::TOKEN, T::Comma as u8, op::CALL, 133, op::COMMIT, 155, 20, op::CALL, 133, op::TOKEN,
    T::Comma as u8, op::MARK, 0, op::TOKEN, T::Star as u8, op::END_MARK, 0, op::ACTION, how::AT, 0,
    op::COMMIT, 38, 21, op::CHOICE, 210, 20, op::MARK, 0, op::CALL, 87, op::END_MARK, 0, op::MARK, 1,
    op::CALL, 123, op::END_MARK, 1, op::TOKEN, T::Comma as u8, op::CHOICE, 204, 20, op::CHOICE, 197, 20,
    op::CALL, 131, op::COMMIT, 201, 20, op::CALL, 87, op::CALL, 123, op::COMMIT, 204, 20, op::ACTION,
    how::UPTO_ITEM, 1, op::COMMIT, 38, 21, op::CHOICE, 235, 20, op::MARK, 0, op::TOKEN, T::Name as u8,
    op::END_MARK, 0, op::MARK, 1, op::TOKEN, T::Equal as u8, op::END_MARK, 1, op::CALL, 87, op::CALL, 123,
    op::ACTION, how::RANGE, 2, op::COMMIT, 38, 21, op::CHOICE, 0, 21, op::MARK, 0, op::CALL, 131,
    op::END_MARK, 0, op::MARK, 1, op::CALL, 123, op::END_MARK, 1, op::ACTION, how::GENERATOR_IN_CALL, 0,
    op::COMMIT, 38, 21, op::CHOICE, 25, 21, op::CALL, 131, op::TOKEN, T::Comma as u8, op::MARK, 0, op::CALL,
    87, op::END_MARK, 0, op::MARK, 1, op::CALL, 123, op::END_MARK, 1, op::ACTION, how::UPTO_ITEM, 1,
    op::COMMIT, 38, 21, op::MARK, 0, op::CALL, 131, op::END_MARK, 0, op::TOKEN, T::Comma as u8, op::CALL,
    131, op::ACTION, how::ARGUMENT_ORDER, 0, op::RETURN, op::CHOICE, 76, 21, op::MARK, 0, op::CHOICE, 52, 21,
    op::TOKEN, T::True as u8, op::COMMIT, 62, 21, op::CHOICE, 60, 21, op::TOKEN, T::False as u8, op::COMMIT,
    62, 21, op::TOKEN, T::None as u8, op::END_MARK, 0, op::MARK, 1, op::TOKEN, T::Equal as u8, op::END_MARK,
    1, op::ACTION, how::ASSIGN_KEYWORD, 0, op::COMMIT, 124, 21, op::CHOICE, 101, 21, op::MARK, 0, op::TOKEN,
    T::Name as u8, op::END_MARK, 0, op::MARK, 1, op::TOKEN, T::Equal as u8, op::END_MARK, 1, op::CALL, 87,
    op::CALL, 123, op::ACTION, how::RANGE, 2, op::COMMIT, 124, 21, op::CHOICE, 109, 21, op::TOKEN,
    T::Name as u8, op::TOKEN, T::Equal as u8, op::FAIL_TWICE, op::MARK, 0, op::CALL, 87, op::END_MARK, 0,
    op::MARK, 1, op::TOKEN, T::Equal as u8, op::END_MARK, 1, op::ACTION, how::RANGE, 3, op::RETURN, op::MARK,
    0, op::TOKEN, T::Name as u8, op::END_MARK, 0, op::CHOICE, 137, 21, op::TOKEN, T::LeftParen as u8,
    op::FAIL_TWICE, op::MARK, 1, op::CALL, 91, op::END_MARK, 1, op::ACTION, how::LEGACY, 0, op::RETURN,
    op::CHOICE, 184, 21, op::CHOICE, 166, 21, op::CHOICE, 163, 21, op::TOKEN, T::Name as u8, op::CLASS, 1,
    op::COMMIT, 165, 21, op::CLASS, 2, op::FAIL_TWICE, op::MARK, 0, op::CALL, 97, op::END_MARK, 0, op::MARK,
    1, op::CALL, 88, op::END_MARK, 1, op::ACTION, how::FORGOT_COMMA, 0, op::COMMIT, 215, 21, op::MARK, 0,
    op::CALL, 97, op::END_MARK, 0, op::TOKEN, T::If as u8, op::MARK, 1, op::CALL, 97, op::END_MARK, 1,
    op::CHOICE, 212, 21, op::CHOICE, 209, 21, op::TOKEN, T::Else as u8, op::COMMIT, 211, 21, op::TOKEN,
    T::Colon as u8, op::FAIL_TWICE, op::ACTION, how::RANGE, 4, op::RETURN, op::CHOICE, 235, 21, op::MARK, 0,
    op::CALL, 87, op::END_MARK, 0, op::TOKEN, T::Walrus as u8, op::CALL, 87, op::ACTION, how::NAMED, 0,
    op::COMMIT, 89, 22, op::CHOICE, 16, 22, op::MARK, 0, op::TOKEN, T::Name as u8, op::END_MARK, 0,
    op::TOKEN, T::Equal as u8, op::MARK, 1, op::CALL, 102, op::END_MARK, 1, op::CHOICE, 10, 22, op::CHOICE,
    7, 22, op::TOKEN, T::Equal as u8, op::COMMIT, 9, 22, op::TOKEN, T::Walrus as u8, op::FAIL_TWICE,
    op::ACTION, how::RANGE, 2, op::COMMIT, 89, 22, op::CHOICE, 62, 22, op::CHOICE, 27, 22, op::CALL, 118,
    op::COMMIT, 61, 22, op::CHOICE, 35, 22, op::CALL, 119, op::COMMIT, 61, 22, op::CHOICE, 43, 22, op::CALL,
    128, op::COMMIT, 61, 22, op::CHOICE, 51, 22, op::TOKEN, T::True as u8, op::COMMIT, 61, 22, op::CHOICE,
    59, 22, op::TOKEN, T::None as u8, op::COMMIT, 61, 22, op::TOKEN, T::False as u8, op::FAIL_TWICE,
    op::MARK, 0, op::CALL, 102, op::END_MARK, 0, op::TOKEN, T::Equal as u8, op::CALL, 102, op::CHOICE, 86,
    22, op::CHOICE, 83, 22, op::TOKEN, T::Equal as u8, op::COMMIT, 85, 22, op::TOKEN, T::Walrus as u8,
    op::FAIL_TWICE, op::ACTION, how::NAMED, 1, op::RETURN, op::CHOICE, 109, 22, op::MARK, 0, op::CALL, 154,
    op::END_MARK, 0, op::TOKEN, T::Colon as u8, op::CALL, 87, op::ACTION, how::NAMED, 2, op::COMMIT, 224, 22,
    op::CHOICE, 138, 22, op::MARK, 0, op::CALL, 94, op::END_MARK, 0, op::TOKEN, T::Comma as u8, op::CHOICE,
    128, 22, op::CALL, 93, op::AGAIN, 123, 22, op::TOKEN, T::Colon as u8, op::CALL, 87, op::ACTION,
    how::ANNOTATED_TUPLE, 0, op::COMMIT, 224, 22, op::CHOICE, 157, 22, op::MARK, 0, op::CALL, 87,
    op::END_MARK, 0, op::TOKEN, T::Colon as u8, op::CALL, 87, op::ACTION, how::AT, 5, op::COMMIT, 224, 22,
    op::CHOICE, 184, 22, op::CHOICE, 170, 22, op::CALL, 137, op::TOKEN, T::Equal as u8, op::AGAIN, 163, 22,
    op::MARK, 0, op::CALL, 91, op::END_MARK, 0, op::TOKEN, T::Equal as u8, op::ACTION, how::TARGET, 0,
    op::COMMIT, 224, 22, op::CHOICE, 211, 22, op::CHOICE, 197, 22, op::CALL, 137, op::TOKEN, T::Equal as u8,
    op::AGAIN, 190, 22, op::MARK, 0, op::CALL, 89, op::END_MARK, 0, op::TOKEN, T::Equal as u8, op::ACTION,
    how::AT, 6, op::COMMIT, 224, 22, op::MARK, 0, op::CALL, 91, op::END_MARK, 0, op::CALL, 10, op::CALL, 9,
    op::ACTION, how::NAMED, 3, op::RETURN, op::CHOICE, 233, 22, op::CALL, 118, op::COMMIT, 247, 22,
    op::CHOICE, 241, 22, op::CALL, 119, op::COMMIT, 247, 22, op::TOKEN, T::LeftParen as u8, op::CALL, 154,
    op::TOKEN, T::RightParen as u8, op::RETURN, op::TOKEN, T::Del as u8, op::MARK, 0, op::CALL, 91,
    op::END_MARK, 0, op::ACTION, how::TARGET, 2, op::RETURN, op::TOKEN, T::Newline as u8, op::CHOICE, 12, 23,
    op::TOKEN, T::Indent as u8, op::FAIL_TWICE, op::ACTION, how::HERE, 7, op::RETURN, op::CHOICE, 51, 23,
    op::CHOICE, 27, 23, op::TOKEN, T::LeftBracket as u8, op::COMMIT, 37, 23, op::CHOICE, 35, 23, op::TOKEN,
    T::LeftParen as u8, op::COMMIT, 37, 23, op::TOKEN, T::LeftBrace as u8, op::MARK, 0, op::CALL, 134,
    op::END_MARK, 0, op::CALL, 123, op::ACTION, how::AT, 8, op::COMMIT, 113, 23, op::CHOICE, 86, 23,
    op::CHOICE, 62, 23, op::TOKEN, T::LeftBracket as u8, op::COMMIT, 64, 23, op::TOKEN, T::LeftBrace as u8,
    op::MARK, 0, op::CALL, 94, op::END_MARK, 0, op::TOKEN, T::Comma as u8, op::MARK, 1, op::CALL, 93,
    op::END_MARK, 1, op::CALL, 123, op::ACTION, how::UPTO_LAST, 9, op::COMMIT, 113, 23, op::CHOICE, 94, 23,
    op::TOKEN, T::LeftBracket as u8, op::COMMIT, 96, 23, op::TOKEN, T::LeftBrace as u8, op::MARK, 0,
    op::CALL, 94, op::END_MARK, 0, op::MARK, 1, op::TOKEN, T::Comma as u8, op::END_MARK, 1, op::CALL, 123,
    op::ACTION, how::RANGE, 9, op::RETURN, op::TOKEN, T::LeftBrace as u8, op::MARK, 0, op::TOKEN,
    T::DoubleStar as u8, op::END_MARK, 0, op::CALL, 102, op::CALL, 123, op::TOKEN, T::RightBrace as u8,
    op::ACTION, how::AT, 10, op::RETURN, op::CHOICE, 173, 23, op::CHOICE, 143, 23, op::CALL, 71, op::AGAIN,
    138, 23, op::CHOICE, 151, 23, op::CALL, 68, op::COMMIT, 161, 23, op::CALL, 73, op::CHOICE, 161, 23,
    op::CALL, 73, op::AGAIN, 156, 23, op::MARK, 0, op::CALL, 71, op::END_MARK, 0, op::ACTION, how::PARAMETER,
    11, op::COMMIT, 94, 24, op::CHOICE, 220, 23, op::CHOICE, 184, 23, op::CALL, 71, op::AGAIN, 179, 23,
    op::MARK, 0, op::TOKEN, T::LeftParen as u8, op::END_MARK, 0, op::CALL, 71, op::CHOICE, 200, 23, op::CALL,
    71, op::AGAIN, 195, 23, op::CHOICE, 208, 23, op::TOKEN, T::Comma as u8, op::COMMIT, 208, 23, op::MARK, 1,
    op::TOKEN, T::RightParen as u8, op::END_MARK, 1, op::ACTION, how::RANGE, 12, op::COMMIT, 94, 24,
    op::CHOICE, 237, 23, op::MARK, 0, op::TOKEN, T::Slash as u8, op::END_MARK, 0, op::TOKEN, T::Comma as u8,
    op::ACTION, how::AT, 13, op::COMMIT, 94, 24, op::CHOICE, 14, 24, op::CHOICE, 248, 23, op::CALL, 67,
    op::COMMIT, 250, 23, op::CALL, 68, op::CHOICE, 2, 24, op::CALL, 74, op::AGAIN, 253, 23, op::MARK, 0,
    op::TOKEN, T::Slash as u8, op::END_MARK, 0, op::ACTION, how::AT, 14, op::COMMIT, 94, 24, op::CHOICE, 73,
    24, op::CHOICE, 33, 24, op::CHOICE, 28, 24, op::CALL, 67, op::COMMIT, 30, 24, op::CALL, 68, op::COMMIT,
    33, 24, op::CHOICE, 41, 24, op::CALL, 74, op::AGAIN, 36, 24, op::TOKEN, T::Star as u8, op::CHOICE, 51,
    24, op::TOKEN, T::Comma as u8, op::COMMIT, 53, 24, op::CALL, 71, op::CHOICE, 61, 24, op::CALL, 74,
    op::AGAIN, 56, 24, op::MARK, 0, op::TOKEN, T::Slash as u8, op::END_MARK, 0, op::ACTION, how::AT, 15,
    op::COMMIT, 94, 24, op::CALL, 74, op::CHOICE, 83, 24, op::CALL, 74, op::AGAIN, 78, 24, op::TOKEN,
    T::Slash as u8, op::MARK, 0, op::TOKEN, T::Star as u8, op::END_MARK, 0, op::ACTION, how::AT, 16,
    op::RETURN, op::MARK, 0, op::TOKEN, T::Equal as u8, op::END_MARK, 0, op::CHOICE, 117, 24, op::CHOICE,
    112, 24, op::TOKEN, T::RightParen as u8, op::COMMIT, 114, 24, op::TOKEN, T::Comma as u8, op::BACK, 118,
    24, op::FAIL, op::ACTION, how::AT, 17, op::RETURN, op::CHOICE, 157, 24, op::MARK, 0, op::TOKEN,
    T::Star as u8, op::END_MARK, 0, op::CHOICE, 139, 24, op::TOKEN, T::RightParen as u8, op::COMMIT, 151, 24,
    op::TOKEN, T::Comma as u8, op::CHOICE, 149, 24, op::TOKEN, T::RightParen as u8, op::COMMIT, 151, 24,
    op::TOKEN, T::DoubleStar as u8, op::ACTION, how::AT, 18, op::COMMIT, 215, 24, op::CHOICE, 176, 24,
    op::TOKEN, T::Star as u8, op::CALL, 75, op::MARK, 0, op::TOKEN, T::Equal as u8, op::END_MARK, 0,
    op::ACTION, how::AT, 19, op::COMMIT, 215, 24, op::TOKEN, T::Star as u8, op::CHOICE, 186, 24, op::CALL,
    71, op::COMMIT, 188, 24, op::TOKEN, T::Comma as u8, op::CHOICE, 196, 24, op::CALL, 74, op::AGAIN, 191,
    24, op::MARK, 0, op::TOKEN, T::Star as u8, op::END_MARK, 0, op::CHOICE, 210, 24, op::CALL, 71,
    op::COMMIT, 212, 24, op::TOKEN, T::Comma as u8, op::ACTION, how::AT, 20, op::RETURN, op::CHOICE, 235, 24,
    op::TOKEN, T::DoubleStar as u8, op::CALL, 75, op::MARK, 0, op::TOKEN, T::Equal as u8, op::END_MARK, 0,
    op::ACTION, how::AT, 21, op::COMMIT, 31, 25, op::CHOICE, 0, 25, op::TOKEN, T::DoubleStar as u8, op::CALL,
    75, op::TOKEN, T::Comma as u8, op::MARK, 0, op::CALL, 75, op::END_MARK, 0, op::ACTION, how::AT, 22,
    op::COMMIT, 31, 25, op::TOKEN, T::DoubleStar as u8, op::CALL, 75, op::TOKEN, T::Comma as u8, op::MARK, 0,
    op::CHOICE, 16, 25, op::TOKEN, T::Star as u8, op::COMMIT, 26, 25, op::CHOICE, 24, 25, op::TOKEN,
    T::DoubleStar as u8, op::COMMIT, 26, 25, op::TOKEN, T::Slash as u8, op::END_MARK, 0, op::ACTION, how::AT,
    22, op::RETURN, op::CHOICE, 73, 25, op::CHOICE, 43, 25, op::CALL, 84, op::AGAIN, 38, 25, op::CHOICE, 51,
    25, op::CALL, 81, op::COMMIT, 61, 25, op::CALL, 85, op::CHOICE, 61, 25, op::CALL, 85, op::AGAIN, 56, 25,
    op::MARK, 0, op::CALL, 84, op::END_MARK, 0, op::ACTION, how::PARAMETER, 11, op::COMMIT, 252, 25,
    op::CHOICE, 122, 25, op::CHOICE, 84, 25, op::CALL, 84, op::AGAIN, 79, 25, op::MARK, 0, op::TOKEN,
    T::LeftParen as u8, op::END_MARK, 0, op::TOKEN, T::Name as u8, op::CHOICE, 102, 25, op::TOKEN,
    T::Comma as u8, op::TOKEN, T::Name as u8, op::AGAIN, 95, 25, op::CHOICE, 110, 25, op::TOKEN,
    T::Comma as u8, op::COMMIT, 110, 25, op::MARK, 1, op::TOKEN, T::RightParen as u8, op::END_MARK, 1,
    op::ACTION, how::RANGE, 23, op::COMMIT, 252, 25, op::CHOICE, 139, 25, op::MARK, 0, op::TOKEN,
    T::Slash as u8, op::END_MARK, 0, op::TOKEN, T::Comma as u8, op::ACTION, how::AT, 13, op::COMMIT, 252, 25,
    op::CHOICE, 172, 25, op::CHOICE, 150, 25, op::CALL, 80, op::COMMIT, 152, 25, op::CALL, 81, op::CHOICE,
    160, 25, op::CALL, 86, op::AGAIN, 155, 25, op::MARK, 0, op::TOKEN, T::Slash as u8, op::END_MARK, 0,
    op::ACTION, how::AT, 14, op::COMMIT, 252, 25, op::CHOICE, 231, 25, op::CHOICE, 191, 25, op::CHOICE, 186,
    25, op::CALL, 80, op::COMMIT, 188, 25, op::CALL, 81, op::COMMIT, 191, 25, op::CHOICE, 199, 25, op::CALL,
    86, op::AGAIN, 194, 25, op::TOKEN, T::Star as u8, op::CHOICE, 209, 25, op::TOKEN, T::Comma as u8,
    op::COMMIT, 211, 25, op::CALL, 84, op::CHOICE, 219, 25, op::CALL, 86, op::AGAIN, 214, 25, op::MARK, 0,
    op::TOKEN, T::Slash as u8, op::END_MARK, 0, op::ACTION, how::AT, 15, op::COMMIT, 252, 25, op::CALL, 86,
    op::CHOICE, 241, 25, op::CALL, 86, op::AGAIN, 236, 25, op::TOKEN, T::Slash as u8, op::MARK, 0, op::TOKEN,
    T::Star as u8, op::END_MARK, 0, op::ACTION, how::AT, 16, op::RETURN, op::CHOICE, 28, 26, op::TOKEN,
    T::Star as u8, op::CHOICE, 10, 26, op::TOKEN, T::Colon as u8, op::COMMIT, 22, 26, op::TOKEN,
    T::Comma as u8, op::CHOICE, 20, 26, op::TOKEN, T::Colon as u8, op::COMMIT, 22, 26, op::TOKEN,
    T::DoubleStar as u8, op::ACTION, how::HERE, 18, op::COMMIT, 86, 26, op::CHOICE, 47, 26, op::TOKEN,
    T::Star as u8, op::TOKEN, T::Name as u8, op::MARK, 0, op::TOKEN, T::Equal as u8, op::END_MARK, 0,
    op::ACTION, how::AT, 19, op::COMMIT, 86, 26, op::TOKEN, T::Star as u8, op::CHOICE, 57, 26, op::CALL, 84,
    op::COMMIT, 59, 26, op::TOKEN, T::Comma as u8, op::CHOICE, 67, 26, op::CALL, 86, op::AGAIN, 62, 26,
    op::MARK, 0, op::TOKEN, T::Star as u8, op::END_MARK, 0, op::CHOICE, 81, 26, op::CALL, 84, op::COMMIT, 83,
    26, op::TOKEN, T::Comma as u8, op::ACTION, how::AT, 20, op::RETURN, op::CHOICE, 106, 26, op::TOKEN,
    T::DoubleStar as u8, op::TOKEN, T::Name as u8, op::MARK, 0, op::TOKEN, T::Equal as u8, op::END_MARK, 0,
    op::ACTION, how::AT, 21, op::COMMIT, 158, 26, op::CHOICE, 127, 26, op::TOKEN, T::DoubleStar as u8,
    op::TOKEN, T::Name as u8, op::TOKEN, T::Comma as u8, op::MARK, 0, op::TOKEN, T::Name as u8, op::END_MARK,
    0, op::ACTION, how::AT, 22, op::COMMIT, 158, 26, op::TOKEN, T::DoubleStar as u8, op::TOKEN,
    T::Name as u8, op::TOKEN, T::Comma as u8, op::MARK, 0, op::CHOICE, 143, 26, op::TOKEN, T::Star as u8,
    op::COMMIT, 153, 26, op::CHOICE, 151, 26, op::TOKEN, T::DoubleStar as u8, op::COMMIT, 153, 26, op::TOKEN,
    T::Slash as u8, op::END_MARK, 0, op::ACTION, how::AT, 22, op::RETURN, op::CALL, 87, op::TOKEN,
    T::As as u8, op::MARK, 0, op::CALL, 87, op::END_MARK, 0, op::CHOICE, 193, 26, op::CHOICE, 180, 26,
    op::TOKEN, T::Comma as u8, op::COMMIT, 190, 26, op::CHOICE, 188, 26, op::TOKEN, T::RightParen as u8,
    op::COMMIT, 190, 26, op::TOKEN, T::Colon as u8, op::BACK, 194, 26, op::FAIL, op::ACTION, how::TARGET, 0,
    op::RETURN, op::CHOICE, 206, 26, op::TOKEN, T::Async as u8, op::COMMIT, 206, 26, op::TOKEN, T::For as u8,
    op::MARK, 0, op::CALL, 91, op::END_MARK, 0, op::ACTION, how::TARGET, 1, op::RETURN, op::CHOICE, 237, 26,
    op::TOKEN, T::LeftParen as u8, op::MARK, 0, op::CALL, 134, op::END_MARK, 0, op::TOKEN,
    T::RightParen as u8, op::ACTION, how::AT, 24, op::COMMIT, 252, 26, op::TOKEN, T::LeftParen as u8,
    op::MARK, 0, op::TOKEN, T::DoubleStar as u8, op::END_MARK, 0, op::CALL, 87, op::TOKEN,
    T::RightParen as u8, op::ACTION, how::AT, 25, op::RETURN, op::CALL, 20, op::TOKEN, T::Comma as u8,
    op::TOKEN, T::Newline as u8, op::ACTION, how::HERE, 26, op::RETURN, op::CHOICE, 60, 27, op::CHOICE, 18,
    27, op::TOKEN, T::Async as u8, op::COMMIT, 18, 27, op::TOKEN, T::With as u8, op::CALL, 87, op::CHOICE,
    32, 27, op::TOKEN, T::As as u8, op::CALL, 138, op::COMMIT, 32, 27, op::CHOICE, 52, 27, op::TOKEN,
    T::Comma as u8, op::CALL, 87, op::CHOICE, 49, 27, op::TOKEN, T::As as u8, op::CALL, 138, op::COMMIT, 49,
    27, op::AGAIN, 35, 27, op::TOKEN, T::Newline as u8, op::ACTION, how::EXPECTED, 27, op::COMMIT, 119, 27,
    op::CHOICE, 68, 27, op::TOKEN, T::Async as u8, op::COMMIT, 68, 27, op::TOKEN, T::With as u8, op::TOKEN,
    T::LeftParen as u8, op::CALL, 90, op::CHOICE, 84, 27, op::TOKEN, T::As as u8, op::CALL, 138, op::COMMIT,
    84, 27, op::CHOICE, 104, 27, op::TOKEN, T::Comma as u8, op::CALL, 90, op::CHOICE, 101, 27, op::TOKEN,
    T::As as u8, op::CALL, 138, op::COMMIT, 101, 27, op::AGAIN, 87, 27, op::CHOICE, 112, 27, op::TOKEN,
    T::Comma as u8, op::COMMIT, 112, 27, op::TOKEN, T::RightParen as u8, op::TOKEN, T::Newline as u8,
    op::ACTION, how::EXPECTED, 27, op::RETURN, op::CHOICE, 185, 27, op::CHOICE, 131, 27, op::TOKEN,
    T::Async as u8, op::COMMIT, 131, 27, op::MARK, 0, op::TOKEN, T::With as u8, op::END_MARK, 0, op::CALL,
    87, op::CHOICE, 149, 27, op::TOKEN, T::As as u8, op::CALL, 138, op::COMMIT, 149, 27, op::CHOICE, 169, 27,
    op::TOKEN, T::Comma as u8, op::CALL, 87, op::CHOICE, 166, 27, op::TOKEN, T::As as u8, op::CALL, 138,
    op::COMMIT, 166, 27, op::AGAIN, 152, 27, op::TOKEN, T::Colon as u8, op::TOKEN, T::Newline as u8,
    op::CHOICE, 179, 27, op::TOKEN, T::Indent as u8, op::FAIL_TWICE, op::ACTION, how::BLOCK, 0, op::COMMIT,
    0, 28, op::CHOICE, 193, 27, op::TOKEN, T::Async as u8, op::COMMIT, 193, 27, op::MARK, 0, op::TOKEN,
    T::With as u8, op::END_MARK, 0, op::TOKEN, T::LeftParen as u8, op::CALL, 90, op::CHOICE, 213, 27,
    op::TOKEN, T::As as u8, op::CALL, 138, op::COMMIT, 213, 27, op::CHOICE, 233, 27, op::TOKEN,
    T::Comma as u8, op::CALL, 90, op::CHOICE, 230, 27, op::TOKEN, T::As as u8, op::CALL, 138, op::COMMIT,
    230, 27, op::AGAIN, 216, 27, op::CHOICE, 241, 27, op::TOKEN, T::Comma as u8, op::COMMIT, 241, 27,
    op::TOKEN, T::RightParen as u8, op::TOKEN, T::Colon as u8, op::TOKEN, T::Newline as u8, op::CHOICE, 253,
    27, op::TOKEN, T::Indent as u8, op::FAIL_TWICE, op::ACTION, how::BLOCK, 0, op::RETURN, op::CHOICE, 26,
    28, op::MARK, 0, op::TOKEN, T::Try as u8, op::END_MARK, 0, op::TOKEN, T::Colon as u8, op::TOKEN,
    T::Newline as u8, op::CHOICE, 20, 28, op::TOKEN, T::Indent as u8, op::FAIL_TWICE, op::ACTION, how::BLOCK,
    1, op::COMMIT, 163, 28, op::CHOICE, 55, 28, op::TOKEN, T::Try as u8, op::TOKEN, T::Colon as u8, op::CALL,
    22, op::CHOICE, 49, 28, op::CHOICE, 46, 28, op::TOKEN, T::Except as u8, op::COMMIT, 48, 28, op::TOKEN,
    T::Finally as u8, op::FAIL_TWICE, op::ACTION, how::HERE, 28, op::COMMIT, 163, 28, op::CHOICE, 112, 28,
    op::TOKEN, T::Try as u8, op::TOKEN, T::Colon as u8, op::CHOICE, 70, 28, op::CALL, 22, op::AGAIN, 65, 28,
    op::CALL, 36, op::CHOICE, 80, 28, op::CALL, 36, op::AGAIN, 75, 28, op::MARK, 0, op::TOKEN,
    T::Except as u8, op::END_MARK, 0, op::MARK, 1, op::TOKEN, T::Star as u8, op::END_MARK, 1, op::CALL, 87,
    op::CHOICE, 104, 28, op::TOKEN, T::As as u8, op::TOKEN, T::Name as u8, op::COMMIT, 104, 28, op::TOKEN,
    T::Colon as u8, op::ACTION, how::RANGE, 29, op::COMMIT, 163, 28, op::TOKEN, T::Try as u8, op::TOKEN,
    T::Colon as u8, op::CHOICE, 124, 28, op::CALL, 22, op::AGAIN, 119, 28, op::CALL, 37, op::CHOICE, 134, 28,
    op::CALL, 37, op::AGAIN, 129, 28, op::MARK, 0, op::TOKEN, T::Except as u8, op::END_MARK, 0, op::CHOICE,
    158, 28, op::CALL, 87, op::CHOICE, 155, 28, op::TOKEN, T::As as u8, op::TOKEN, T::Name as u8, op::COMMIT,
    155, 28, op::COMMIT, 158, 28, op::TOKEN, T::Colon as u8, op::ACTION, how::AT, 29, op::RETURN, op::CHOICE,
    205, 28, op::TOKEN, T::Except as u8, op::CHOICE, 177, 28, op::TOKEN, T::Star as u8, op::COMMIT, 177, 28,
    op::MARK, 0, op::CALL, 87, op::END_MARK, 0, op::TOKEN, T::Comma as u8, op::CALL, 90, op::CHOICE, 197, 28,
    op::TOKEN, T::As as u8, op::TOKEN, T::Name as u8, op::COMMIT, 197, 28, op::TOKEN, T::Colon as u8,
    op::ACTION, how::FROM, 30, op::COMMIT, 12, 29, op::CHOICE, 238, 28, op::TOKEN, T::Except as u8,
    op::CHOICE, 218, 28, op::TOKEN, T::Star as u8, op::COMMIT, 218, 28, op::CALL, 87, op::CHOICE, 230, 28,
    op::TOKEN, T::As as u8, op::TOKEN, T::Name as u8, op::COMMIT, 230, 28, op::TOKEN, T::Newline as u8,
    op::ACTION, how::EXPECTED, 27, op::COMMIT, 12, 29, op::CHOICE, 251, 28, op::TOKEN, T::Except as u8,
    op::TOKEN, T::Newline as u8, op::ACTION, how::EXPECTED, 27, op::COMMIT, 12, 29, op::TOKEN,
    T::Except as u8, op::TOKEN, T::Star as u8, op::CHOICE, 7, 29, op::TOKEN, T::Newline as u8, op::COMMIT, 9,
    29, op::TOKEN, T::Colon as u8, op::ACTION, how::HERE, 31, op::RETURN, op::MARK, 0, op::TOKEN,
    T::Finally as u8, op::END_MARK, 0, op::TOKEN, T::Colon as u8, op::TOKEN, T::Newline as u8, op::CHOICE,
    29, 29, op::TOKEN, T::Indent as u8, op::FAIL_TWICE, op::ACTION, how::BLOCK, 2, op::RETURN, op::CHOICE,
    70, 29, op::MARK, 0, op::TOKEN, T::Except as u8, op::END_MARK, 0, op::CALL, 87, op::CHOICE, 54, 29,
    op::TOKEN, T::As as u8, op::TOKEN, T::Name as u8, op::COMMIT, 54, 29, op::TOKEN, T::Colon as u8,
    op::TOKEN, T::Newline as u8, op::CHOICE, 64, 29, op::TOKEN, T::Indent as u8, op::FAIL_TWICE, op::ACTION,
    how::BLOCK, 3, op::COMMIT, 89, 29, op::MARK, 0, op::TOKEN, T::Except as u8, op::END_MARK, 0, op::TOKEN,
    T::Colon as u8, op::TOKEN, T::Newline as u8, op::CHOICE, 86, 29, op::TOKEN, T::Indent as u8,
    op::FAIL_TWICE, op::ACTION, how::BLOCK, 3, op::RETURN, op::MARK, 0, op::TOKEN, T::Except as u8,
    op::END_MARK, 0, op::TOKEN, T::Star as u8, op::CALL, 87, op::CHOICE, 110, 29, op::TOKEN, T::As as u8,
    op::TOKEN, T::Name as u8, op::COMMIT, 110, 29, op::TOKEN, T::Colon as u8, op::TOKEN, T::Newline as u8,
    op::CHOICE, 120, 29, op::TOKEN, T::Indent as u8, op::FAIL_TWICE, op::ACTION, how::BLOCK, 4, op::RETURN,
    op::CHOICE, 139, 29, op::WORD, 0, op::CALL, 40, op::TOKEN, T::Newline as u8, op::ACTION, how::EXPECTED,
    27, op::COMMIT, 160, 29, op::MARK, 0, op::WORD, 0, op::END_MARK, 0, op::CALL, 40, op::TOKEN,
    T::Colon as u8, op::TOKEN, T::Newline as u8, op::CHOICE, 157, 29, op::TOKEN, T::Indent as u8,
    op::FAIL_TWICE, op::ACTION, how::BLOCK, 5, op::RETURN, op::CHOICE, 184, 29, op::WORD, 1, op::CALL, 43,
    op::CHOICE, 176, 29, op::CALL, 42, op::COMMIT, 176, 29, op::TOKEN, T::Newline as u8, op::ACTION,
    how::EXPECTED, 27, op::COMMIT, 213, 29, op::MARK, 0, op::WORD, 1, op::END_MARK, 0, op::CALL, 43,
    op::CHOICE, 200, 29, op::CALL, 42, op::COMMIT, 200, 29, op::TOKEN, T::Colon as u8, op::TOKEN,
    T::Newline as u8, op::CHOICE, 210, 29, op::TOKEN, T::Indent as u8, op::FAIL_TWICE, op::ACTION,
    how::BLOCK, 6, op::RETURN, op::CHOICE, 233, 29, op::CALL, 46, op::TOKEN, T::As as u8, op::MARK, 0,
    op::WORD, 2, op::END_MARK, 0, op::ACTION, how::AT, 32, op::COMMIT, 252, 29, op::CALL, 46, op::TOKEN,
    T::As as u8, op::CHOICE, 243, 29, op::TOKEN, T::Name as u8, op::FAIL_TWICE, op::MARK, 0, op::CALL, 87,
    op::END_MARK, 0, op::ACTION, how::AT, 33, op::RETURN, op::CALL, 55, op::TOKEN, T::LeftParen as u8,
    op::CHOICE, 11, 30, op::CALL, 63, op::TOKEN, T::Comma as u8, op::COMMIT, 11, 30, op::CALL, 64, op::TOKEN,
    T::Comma as u8, op::MARK, 0, op::CALL, 63, op::END_MARK, 0, op::ACTION, how::AT, 34, op::RETURN,
    op::CHOICE, 40, 30, op::TOKEN, T::If as u8, op::CALL, 96, op::TOKEN, T::Newline as u8, op::ACTION,
    how::EXPECTED, 27, op::COMMIT, 61, 30, op::MARK, 0, op::TOKEN, T::If as u8, op::END_MARK, 0, op::CALL,
    96, op::TOKEN, T::Colon as u8, op::TOKEN, T::Newline as u8, op::CHOICE, 58, 30, op::TOKEN,
    T::Indent as u8, op::FAIL_TWICE, op::ACTION, how::BLOCK, 7, op::RETURN, op::CHOICE, 77, 30, op::TOKEN,
    T::Elif as u8, op::CALL, 96, op::TOKEN, T::Newline as u8, op::ACTION, how::EXPECTED, 27, op::COMMIT, 98,
    30, op::MARK, 0, op::TOKEN, T::Elif as u8, op::END_MARK, 0, op::CALL, 96, op::TOKEN, T::Colon as u8,
    op::TOKEN, T::Newline as u8, op::CHOICE, 95, 30, op::TOKEN, T::Indent as u8, op::FAIL_TWICE, op::ACTION,
    how::BLOCK, 8, op::RETURN, op::MARK, 0, op::TOKEN, T::Else as u8, op::END_MARK, 0, op::TOKEN,
    T::Colon as u8, op::TOKEN, T::Newline as u8, op::CHOICE, 115, 30, op::TOKEN, T::Indent as u8,
    op::FAIL_TWICE, op::ACTION, how::BLOCK, 9, op::RETURN, op::CHOICE, 134, 30, op::TOKEN, T::While as u8,
    op::CALL, 96, op::TOKEN, T::Newline as u8, op::ACTION, how::EXPECTED, 27, op::COMMIT, 155, 30, op::MARK,
    0, op::TOKEN, T::While as u8, op::END_MARK, 0, op::CALL, 96, op::TOKEN, T::Colon as u8, op::TOKEN,
    T::Newline as u8, op::CHOICE, 152, 30, op::TOKEN, T::Indent as u8, op::FAIL_TWICE, op::ACTION,
    how::BLOCK, 10, op::RETURN, op::CHOICE, 183, 30, op::CHOICE, 167, 30, op::TOKEN, T::Async as u8,
    op::COMMIT, 167, 30, op::TOKEN, T::For as u8, op::CALL, 137, op::TOKEN, T::In as u8, op::CALL, 91,
    op::TOKEN, T::Newline as u8, op::ACTION, how::EXPECTED, 27, op::COMMIT, 216, 30, op::CHOICE, 191, 30,
    op::TOKEN, T::Async as u8, op::COMMIT, 191, 30, op::MARK, 0, op::TOKEN, T::For as u8, op::END_MARK, 0,
    op::CALL, 137, op::TOKEN, T::In as u8, op::CALL, 91, op::TOKEN, T::Colon as u8, op::TOKEN,
    T::Newline as u8, op::CHOICE, 213, 30, op::TOKEN, T::Indent as u8, op::FAIL_TWICE, op::ACTION,
    how::BLOCK, 11, op::RETURN, op::CHOICE, 225, 30, op::TOKEN, T::Async as u8, op::COMMIT, 225, 30,
    op::MARK, 0, op::TOKEN, T::Def as u8, op::END_MARK, 0, op::TOKEN, T::Name as u8, op::TOKEN,
    T::LeftParen as u8, op::CHOICE, 243, 30, op::CALL, 65, op::COMMIT, 243, 30, op::TOKEN,
    T::RightParen as u8, op::CHOICE, 255, 30, op::TOKEN, T::Arrow as u8, op::CALL, 87, op::COMMIT, 255, 30,
    op::TOKEN, T::Colon as u8, op::TOKEN, T::Newline as u8, op::CHOICE, 9, 31, op::TOKEN, T::Indent as u8,
    op::FAIL_TWICE, op::ACTION, how::BLOCK, 12, op::RETURN, op::CHOICE, 46, 31, op::TOKEN, T::Class as u8,
    op::TOKEN, T::Name as u8, op::CHOICE, 38, 31, op::TOKEN, T::LeftParen as u8, op::CHOICE, 33, 31,
    op::CALL, 130, op::COMMIT, 33, 31, op::TOKEN, T::RightParen as u8, op::COMMIT, 38, 31, op::TOKEN,
    T::Newline as u8, op::ACTION, how::EXPECTED, 27, op::COMMIT, 85, 31, op::MARK, 0, op::TOKEN,
    T::Class as u8, op::END_MARK, 0, op::TOKEN, T::Name as u8, op::CHOICE, 72, 31, op::TOKEN,
    T::LeftParen as u8, op::CHOICE, 67, 31, op::CALL, 130, op::COMMIT, 67, 31, op::TOKEN,
    T::RightParen as u8, op::COMMIT, 72, 31, op::TOKEN, T::Colon as u8, op::TOKEN, T::Newline as u8,
    op::CHOICE, 82, 31, op::TOKEN, T::Indent as u8, op::FAIL_TWICE, op::ACTION, how::BLOCK, 13, op::RETURN,
    op::CHOICE, 108, 31, op::CALL, 122, op::CHOICE, 101, 31, op::TOKEN, T::Comma as u8, op::CALL, 122,
    op::AGAIN, 94, 31, op::TOKEN, T::Comma as u8, op::CALL, 189, op::COMMIT, 157, 31, op::CHOICE, 129, 31,
    op::CALL, 87, op::TOKEN, T::Colon as u8, op::MARK, 0, op::TOKEN, T::Star as u8, op::END_MARK, 0,
    op::CALL, 102, op::ACTION, how::FROM, 35, op::COMMIT, 157, 31, op::CALL, 87, op::MARK, 0, op::TOKEN,
    T::Colon as u8, op::END_MARK, 0, op::CHOICE, 153, 31, op::CHOICE, 148, 31, op::TOKEN,
    T::RightBrace as u8, op::COMMIT, 150, 31, op::TOKEN, T::Comma as u8, op::BACK, 154, 31, op::FAIL,
    op::ACTION, how::AT, 36, op::RETURN, op::CHOICE, 179, 31, op::MARK, 0, op::CALL, 87, op::END_MARK, 0,
    op::CHOICE, 173, 31, op::TOKEN, T::Colon as u8, op::FAIL_TWICE, op::ACTION, how::DICT_COLON, 0,
    op::COMMIT, 228, 31, op::CHOICE, 200, 31, op::CALL, 87, op::TOKEN, T::Colon as u8, op::MARK, 0,
    op::TOKEN, T::Star as u8, op::END_MARK, 0, op::CALL, 102, op::ACTION, how::FROM, 35, op::COMMIT, 228, 31,
    op::CALL, 87, op::MARK, 0, op::TOKEN, T::Colon as u8, op::END_MARK, 0, op::CHOICE, 224, 31, op::CHOICE,
    219, 31, op::TOKEN, T::RightBrace as u8, op::COMMIT, 221, 31, op::TOKEN, T::Comma as u8, op::BACK, 225,
    31, op::FAIL, op::ACTION, how::AT, 36, op::RETURN,
];

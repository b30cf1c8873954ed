//! Words that assembler and disassembler share.

use crate::layout::*;

/// Code flags in words.
pub(crate) const FLAG_WORDS: [(u32, &str); 8] = [
    (CODE_VARARGS, "varargs"),
    (CODE_KEYWORDS, "keywords"),
    (CODE_GENERATOR, "generator"),
    (CODE_COROUTINE, "coroutine"),
    (CODE_ASYNC_GENERATOR, "async_generator"),
    (CODE_NAMESPACE, "namespace"),
    (CODE_NESTED, "nested"),
    (CODE_HIDDEN, "hidden"),
];

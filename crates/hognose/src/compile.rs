//! The compiler crate as the engine's compiler.

use core::fmt::Write;
use hognose_compiler::{CompileErrorKind, ErrorClass, ErrorText, Mode, Request, SyntaxErrorKind, compile};
use hognose_vm::types::Type;
use hognose_vm::vm::{CompileError, CompileRequest, Compiler, Shown};

/// Turns source text into images.
pub struct SourceCompiler;

impl Compiler for SourceCompiler {
    fn compile(&self, request: &CompileRequest<'_>, memory: &mut [u64]) -> Result<usize, CompileError> {
        let request = Request {
            text: request.text,
            module: request.module,
            package: request.package,
            mode: match request.mode {
                1 => Mode::Eval,
                2 => Mode::Single,
                _ => Mode::Exec,
            },
            separate_locals: request.separate_locals,
            keep_source: request.keep_source,
            characters: hognose_compiler::Characters {
                find: request.characters.find,
                normalise: request.characters.normalise,
            },
            ..Request::new(request.source, request.file)
        };
        compile(&request, memory).map_err(|error| {
            let shown = match (error.text, error.kind) {
                (ErrorText::Line { start, end }, CompileErrorKind::Syntax(_)) => {
                    Shown::Text { start, end, open: false, close: false }
                }
                (ErrorText::Line { start, end }, _) => Shown::OfFile { start, end },
                (ErrorText::Field { start, end, open, close }, _) => Shown::Text { start, end, open, close },
                (ErrorText::None, _) => Shown::Nothing,
            };
            // Errors of the lexer show the line without its end, and so do those found after the whole text was read, if it is
            // from no file.
            let cut = match error.kind {
                CompileErrorKind::Syntax(
                    SyntaxErrorKind::UnterminatedString { .. } | SyntaxErrorKind::UnterminatedTripleString { .. },
                ) => true,
                CompileErrorKind::Syntax(SyntaxErrorKind::NeverClosed { .. }) => !request.keep_source,
                _ => false,
            };
            let mut result = CompileError {
                shown,
                cut,
                kind: match (error.kind, error.class()) {
                    (CompileErrorKind::OutOfMemory, _) => Type::MemoryError,
                    (CompileErrorKind::TooLarge(_), _) => Type::OverflowError,
                    (_, ErrorClass::Indentation) => Type::IndentationError,
                    (_, ErrorClass::Tab) => Type::TabError,
                    (_, ErrorClass::Memory) => Type::MemoryError,
                    _ => Type::SyntaxError,
                },
                message: [0; 200],
                len: 0,
                at: [error.line, error.column, error.end_line, error.end_column as u32],
            };
            let _ = match error.kind {
                // Python has no place to show then, and names the file in the message.
                CompileErrorKind::Syntax(SyntaxErrorKind::NotUtf8 { byte }) if request.mode == Mode::Exec => {
                    result.at = [0; 4];
                    result.shown = Shown::Nothing;
                    let (file, line) = (request.file, error.line);
                    write!(
                        result,
                        "Non-UTF-8 code starting with '\\x{byte:02x}' in file {file} on line {line}, but no encoding declared; \
                         see https://peps.python.org/pep-0263/ for details"
                    )
                }
                _ => write!(result, "{error}"),
            };
            result
        })
    }
}

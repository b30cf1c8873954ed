//! The compiler as the engine's compiler.

use core::hint::black_box;
use hognose_compiler::{CompileErrorKind, Mode, Request, compile};
use hognose_vm::types::Type;
use hognose_vm::vm::{CompileError, CompileRequest, Compiler, Vm};

struct Source;

impl Compiler for Source {
    fn compile(&self, request: &CompileRequest<'_>, memory: &mut [u64]) -> Result<usize, CompileError> {
        let asked = Request {
            module: request.module,
            package: request.package,
            mode: match request.mode {
                1 => Mode::Eval,
                2 => Mode::Single,
                _ => Mode::Exec,
            },
            separate_locals: request.separate_locals,
            keep_source: request.keep_source,
            ..Request::new(request.source, request.file)
        };
        compile(&asked, memory).map_err(|error| {
            let mut result = CompileError {
                kind: match error.kind {
                    CompileErrorKind::OutOfMemory => Type::MemoryError,
                    _ => Type::SyntaxError,
                },
                message: [0; 200],
                len: 0,
                at: [error.line, error.column, error.end_line, error.end_column.max(0) as u32],
            };
            let _ = core::fmt::Write::write_fmt(&mut result, format_args!("{error}"));
            result
        })
    }
}

/// Compiles and starts a program.
pub fn start(vm: &mut Vm<'_>, source: &[u8]) {
    vm.set_compiler(&Source);
    let request = CompileRequest {
        source,
        file: "main.py",
        module: "__main__",
        package: false,
        mode: 0,
        separate_locals: false,
        keep_source: black_box(false),
    };
    if let Ok(image) = vm.compile(&request) {
        let _ = vm.start(image);
    }
}

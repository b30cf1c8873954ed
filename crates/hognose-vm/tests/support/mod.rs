//! Programs in engines: compile, run in slices, collect what they print.
#![allow(dead_code)]

use hognose_compiler::{Request, compile};
use hognose_vm::interp::LoadError;
use hognose_vm::value::Value;
use hognose_vm::vm::{CompileError, CompileRequest, Compiler, Exit, Host, Vm};

/// What a program printed.
#[derive(Default)]
pub struct Printed {
    pub bytes: Vec<u8>,
}

impl Host for Printed {
    fn write(&mut self, _stream: u8, bytes: &[u8]) {
        if self.bytes.len() < 1 << 20 {
            self.bytes.extend_from_slice(bytes);
        }
    }
}

impl Printed {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

/// The compiler, for `exec` and imports.
pub struct Source;

impl Compiler for Source {
    fn compile(&self, request: &CompileRequest<'_>, memory: &mut [u64]) -> Result<usize, CompileError> {
        use hognose_compiler::{CompileErrorKind, Mode};
        use hognose_vm::types::Type;
        let asked = Request {
            text: request.text,
            module: request.module,
            package: request.package,
            mode: [Mode::Exec, Mode::Eval, Mode::Single][request.mode.min(2) as usize],
            separate_locals: request.separate_locals,
            keep_source: request.keep_source,
            ..Request::new(request.source, request.file)
        };
        compile(&asked, memory).map_err(|error| CompileError {
            kind: match error.kind {
                CompileErrorKind::OutOfMemory => Type::MemoryError,
                _ => Type::SyntaxError,
            },
            message: [0; 200],
            len: 0,
            at: [error.line, error.column, 0, 0],
            shown: hognose_vm::vm::Shown::Nothing,
            cut: false,
        })
    }
}

/// The image of a source.
pub fn image(source: &str) -> Vec<u8> {
    let mut memory = vec![0u64; 1 << 20];
    let len = match compile(&Request::new(source.as_bytes(), "test.py"), &mut memory) {
        Ok(len) => len,
        Err(error) => panic!("line {}: {error}\n{source}", error.line),
    };
    memory.iter().flat_map(|word| word.to_le_bytes()).take(len).collect()
}

/// The image of a text.
pub fn assembled(text: &str) -> Vec<u8> {
    let mut memory = vec![0u8; 1 << 20];
    let mut scratch = vec![0u32; 1 << 18];
    match hognose_image::asm(text, &mut memory, &mut scratch) {
        Ok(len) => memory[..len].to_vec(),
        Err(error) => panic!("{error}"),
    }
}

/// An engine with the library.
pub fn engine(block: &mut [u64]) -> Vm<'_> {
    let mut vm =
        Vm::new(block, hognose_lib::MODULES, hognose_lib::FROZEN).expect("a block that is large enough");
    vm.set_compiler(&Source);
    vm
}

/// Loads an image and stands before its first instruction.
pub fn start(vm: &mut Vm<'_>, image: &[u8]) -> Result<(), String> {
    let image = match vm.load_image(image) {
        Ok(image) => image,
        Err(LoadError::Memory) => return Err("memory".to_owned()),
        Err(error) => return Err(error.to_string()),
    };
    vm.start(image).map_err(|_| "memory".to_owned())
}

/// How a program ended, with what it printed and the fuel it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ran {
    pub exit: Exit,
    pub printed: String,
    pub fuel: u64,
    pub error: String,
}

/// `TypeError: message` of the exception that a run ended with.
pub fn error_text(vm: &mut Vm<'_>, exit: Exit) -> String {
    use hognose_vm::heap::Root;
    if exit != Exit::Raised {
        return String::new();
    }
    let exception = vm.heap.root(Root::Result);
    let mut text = String::new();
    let _ = vm.write_class_name(vm.type_of(exception), &mut text);
    let args: Vec<Value> =
        vm.heap.items(vm.heap.exception_args(exception)).iter().map(|&w| Value(w)).collect();
    if let [one] = args[..] {
        text.push_str(": ");
        text.push_str(&String::from_utf8_lossy(&vm.heap.text(one)));
    }
    text
}

/// Runs an image to its end.
pub fn run(image: &[u8], words: usize, stress: bool) -> Ran {
    let mut block = vec![0; words];
    let mut printed = Printed::default();
    let mut vm = engine(&mut block);
    let mut host = Printed::default();
    let (exit, fuel, error) = {
        vm.set_host(&mut host);
        start(&mut vm, image).expect("loads");
        vm.heap.set_rig(stress, None);
        let exit = vm.run(1 << 34);
        let error = error_text(&mut vm, exit);
        (exit, vm.fuel_spent(), error)
    };
    drop(vm);
    std::mem::swap(&mut printed, &mut host);
    Ran { exit, printed: printed.text(), fuel, error }
}

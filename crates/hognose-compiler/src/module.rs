//! Modules: one statement after the other, the errors of all of them, and how the memory is shared.

use crate::Compiler;
use crate::error::{CompileError, CompileErrorKind, ErrorName, Problem};
use crate::fault::{Done, Failure, Fault, Flaw};
use crate::label::Labels;
use crate::name::Name;
use crate::pattern::PatternState;
use crate::place::Lines;
use crate::scope::{self, Scope, kind, symbol};
use crate::task::Task;
use crate::unit::{Unit, UnitKind};
use crate::words::Words;
use hognose_image::isa::Op;
use hognose_image::layout::{CODE_HIDDEN, CODE_NAMESPACE};
use hognose_image::{CodeHead, Position, Writer};
use hognose_syntax::character::Characters;
use hognose_syntax::error::{ErrorText, SyntaxError};
use hognose_syntax::parser::{Mode, Parser};
use hognose_syntax::span::Span;
use hognose_syntax::tree::{Node, NodeId};

/// What is to be compiled.
#[derive(Clone, Copy, Debug)]
pub struct Request<'s> {
    /// The source text, UTF-8.
    pub source: &'s [u8],
    /// It is text already: what it says about its encoding is not looked at.
    pub text: bool,
    /// Name of the source file as tracebacks show it.
    pub file: &'s str,
    /// Dotted name of the module.
    pub module: &'s str,
    /// The module is a package.
    pub package: bool,
    /// A file, an expression, or a line of the prompt.
    pub mode: Mode,
    /// Keep the source text in the image, for tracebacks.
    pub keep_source: bool,
    /// Tracebacks leave the code out: the library of the engine itself.
    pub hidden: bool,
    /// Leave out positions. For an image of several modules the first one decides.
    pub strip: bool,
    /// Variables of the top level are those of a mapping of their own, not globals: `exec` and `eval` with two mappings.
    pub separate_locals: bool,
    /// What the host knows of characters.
    pub characters: Characters,
}

impl<'s> Request<'s> {
    /// A program of that text: module `__main__`, with positions, without its text.
    #[must_use]
    pub const fn new(source: &'s [u8], file: &'s str) -> Self {
        Request {
            source,
            text: false,
            file,
            module: "__main__",
            package: false,
            mode: Mode::Exec,
            keep_source: false,
            hidden: false,
            strip: false,
            separate_locals: false,
            characters: Characters { find: None, normalise: None },
        }
    }
}

/// What lasts from statement to statement.
pub(crate) struct State<'a> {
    pub writer: Writer<'a>,
    pub words: Words<'a>,
    pub lines: Lines<'a>,
    pub labels: Labels,
    pub unit: Unit,
    pub pattern: PatternState,
    /// The scope of the module, and the one where names are looked for.
    pub module: Scope,
    pub scope: Scope,
    pub module_index: u32,
    /// Flags that all code objects have.
    pub code_flags: u32,
    /// Constants that are held back.
    pub waiting: u32,
    /// What instructions stand for, and the place of that once it was needed.
    pub here: Span,
    pub located: Span,
    pub position: Position,
    pub interactive: bool,
    pub separate_locals: bool,
    /// What the host knows of characters.
    pub characters: Characters,
    /// Names of the module count, since some of them are declared global.
    pub track: bool,
    pub future_annotations: bool,
    /// Only imports from `__future__` were seen so far.
    pub future_allowed: bool,
    /// The doc string that may stand in front of them was seen.
    pub future_docs: bool,
    /// The module has its `__annotations__`.
    pub annotations: bool,
    /// What is being done, for the order of errors.
    pub phase: Phase,
    /// The error of the program that stopped the work.
    pub flaw: Option<Flaw>,
}

/// What is done with a statement. Of the errors of a module the one of the earliest phase counts, as if each phase went
/// through the whole module before the next one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Phase {
    Parse,
    Future,
    Find,
    Resolve,
    Write,
}

/// Compiles one module into an image; gives its length. The image stands at the start of the memory.
///
/// # Errors
/// The error that Python would report for the text, or that the memory is too small.
pub fn compile<'s>(request: &Request<'s>, memory: &mut [u64]) -> Result<usize, CompileError<'s>> {
    compile_modules(core::slice::from_ref(request), memory)
}

/// Compiles several modules into one image, the first one being the main one; gives its length.
///
/// # Errors
/// The first error of the first module that has one.
pub fn compile_modules<'s>(requests: &[Request<'s>], memory: &mut [u64]) -> Result<usize, CompileError<'s>> {
    let failed = |(index, failure): (usize, Failure)| {
        let request = requests.get(index).copied();
        explain(failure, index, request.map_or(&[], |request| request.source))
    };
    // First as much for each part as sources commonly need.
    let len = memory.len();
    match attempt(requests, memory, Share { work: len / 7, tree: len / 3 }) {
        Ok(len) => return Ok(len),
        Err(failure) if !failure.1.is_space() => return Err(failed(failure)),
        Err(_) => {}
    }
    // Then exactly what the trees need, and a search for what the tasks and scopes need of the rest.
    let tree = largest_tree(requests, memory).map_err(failed)?;
    let (mut least, mut most) = (0, len.saturating_sub(tree));
    let mut work = most / 6;
    loop {
        let failure = match attempt(requests, memory, Share { work, tree }) {
            Ok(len) => return Ok(len),
            Err(failure) => failure,
        };
        match failure.1 {
            Failure::Stopped(Fault::WorkSpace) => least = work + 1,
            Failure::Stopped(Fault::ImageSpace) => most = work,
            _ => return Err(failed(failure)),
        }
        if least >= most {
            return Err(failed(failure));
        }
        work = (least + most) / 2;
    }
}

/// How the memory is shared, in its words of 64 bits; the image gets the rest.
#[derive(Clone, Copy, Debug)]
struct Share {
    work: usize,
    tree: usize,
}

/// Words of the memory that the trees of all statements fit in. An error of the parser comes before all others.
fn largest_tree(requests: &[Request<'_>], memory: &mut [u64]) -> Result<usize, (usize, Failure)> {
    let words: &mut [u32] = bytemuck::cast_slice_mut(memory);
    let mut most = 0;
    for (index, request) in requests.iter().enumerate() {
        let failed = |error: SyntaxError| (index, Failure::Parser(error));
        let mut parser = parser(request, words).map_err(failed)?;
        parser.parse_rest().map_err(failed)?;
        most = most.max(parser.peak_words());
    }
    Ok(most / 2 + 2)
}

/// Compiles everything with the memory shared like this. A fault comes with the number of its module.
fn attempt(requests: &[Request<'_>], memory: &mut [u64], share: Share) -> Result<usize, (usize, Failure)> {
    let at = memory.len().saturating_sub(share.work + share.tree);
    let (image, rest) = memory.split_at_mut(at);
    let (work, tree) = rest.split_at_mut(share.work.min(rest.len()));
    let tree: &mut [u32] = bytemuck::cast_slice_mut(tree);
    let mut writer = Writer::new(bytemuck::cast_slice_mut(image));
    if requests.first().is_some_and(|request| request.strip) {
        writer.strip();
    }
    let mut state = State {
        writer,
        words: Words::new(bytemuck::cast_slice_mut(work)),
        lines: Lines::new(&[]),
        labels: Labels::new(),
        unit: Unit::new(UnitKind::Module, Scope::at(0)),
        pattern: PatternState::default(),
        module: Scope::at(0),
        scope: Scope::at(0),
        module_index: 0,
        code_flags: 0,
        waiting: 0,
        here: Span::default(),
        located: Span { start: u32::MAX, end: u32::MAX },
        position: Position::default(),
        interactive: false,
        separate_locals: false,
        characters: Characters::default(),
        track: false,
        future_annotations: false,
        future_allowed: true,
        future_docs: false,
        annotations: false,
        phase: Phase::Parse,
        flaw: None,
    };
    for (index, request) in requests.iter().enumerate() {
        state.module(request, tree).map_err(|fault| (index, fault))?;
    }
    state.writer.finish().map_err(|error| (0, Failure::Stopped(error.into())))
}

impl<'a> State<'a> {
    fn module(&mut self, request: &Request<'a>, tree: &mut [u32]) -> Result<(), Failure> {
        self.begin(request)?;
        let mut parser = parser(request, tree)?;
        let mut first: Option<(Phase, Flaw)> = None;
        loop {
            let Some(statement) = parser.next_statement()? else { break };
            // After an error nothing is written any more: what was being written lies there half done.
            let worst = first.map_or(Phase::Write, |(phase, _)| phase.min(Phase::Resolve));
            let done = Compiler { s: self, t: parser.tree() }.top_level(statement, request.mode, worst);
            if let Err(fault) = done {
                let Some(flaw) = self.flaw.take() else { return Err(fault.into()) };
                if first.is_none_or(|(phase, _)| self.phase < phase) {
                    first = Some((self.phase, flaw));
                }
                self.waiting = 0;
                self.words.clear_stack();
                self.scope = self.module;
                self.unit = Unit::new(UnitKind::Module, self.module);
                if self.phase <= Phase::Future {
                    parser.parse_rest()?;
                    break;
                }
            }
            let keep = match (self.track, self.separate_locals) {
                (true, _) => u32::MAX,
                (false, true) => symbol::GLOBAL,
                (false, false) => 0,
            };
            scope::forget(self.module, keep, &mut self.words)?;
        }
        if let Some((_, flaw)) = first {
            return Err(Failure::Program(flaw));
        }
        let mut compiler = Compiler { s: self, t: parser.tree() };
        if request.mode != Mode::Eval {
            compiler.return_none()?;
        }
        let code = self.writer.finish_code().map_err(Fault::from)?;
        self.writer.set_module_code(self.module_index, code).map_err(Fault::from)?;
        Ok(())
    }

    fn begin(&mut self, request: &Request<'a>) -> Done {
        let name = self.writer.str(request.module.as_bytes())?;
        let file = self.writer.str(request.file.as_bytes())?;
        let source = if request.keep_source { Some(self.writer.str(request.source)?) } else { None };
        self.module_index = self.writer.module(name, file, request.package, source)?;
        self.code_flags = if request.hidden { CODE_HIDDEN } else { 0 };
        self.lines = Lines::new(request.source);
        self.located = Span { start: u32::MAX, end: u32::MAX };
        self.here = Span::default();
        self.interactive = request.mode == Mode::Single;
        self.separate_locals = request.separate_locals;
        self.characters = request.characters;
        self.track = declares_global(request.source, request.separate_locals);
        self.future_annotations = false;
        self.future_allowed = true;
        self.future_docs = false;
        self.annotations = false;
        self.waiting = 0;
        self.words.cut(1);
        self.module = Scope::new(0, Scope::at(0), kind::MODULE, 0, &mut self.words)?;
        self.unit = Unit::new(UnitKind::Module, self.module);
        let name = self.writer.str(b"<module>")?;
        self.writer.begin_code(&CodeHead {
            flags: self.code_flags | CODE_NAMESPACE,
            name,
            qualname: name,
            module: self.module_index,
            first_line: 1,
            ..CodeHead::default()
        })?;
        Ok(())
    }
}

/// May the module itself declare names global? A search for the word where such a statement can begin.
fn declares_global(source: &[u8], separate_locals: bool) -> bool {
    const WORD: &[u8] = b"global";
    source.windows(WORD.len() + 1).enumerate().any(|(at, window)| {
        if !window.starts_with(WORD) || !matches!(window.last(), Some(b' ' | b'\t' | b'\\' | b'\x0c')) {
            return false;
        }
        separate_locals || at == 0 || matches!(source.get(at - 1), Some(b'\n' | b'\r' | b';' | b' ' | b':'))
    })
}

impl Compiler<'_, '_> {
    /// A statement of the top level, phase by phase; phases that can find nothing worse than what was found are left out.
    fn top_level(&mut self, statement: NodeId, mode: Mode, worst: Phase) -> Done {
        self.s.phase = Phase::Future;
        let is_first = self.s.future_allowed && !self.s.future_docs;
        self.future(statement)?;
        self.s.future_docs = true;
        if worst < Phase::Find {
            return Ok(());
        }
        self.s.phase = Phase::Find;
        self.find_scopes(statement)?;
        if worst < Phase::Resolve {
            return Ok(());
        }
        self.s.phase = Phase::Resolve;
        self.resolve_scopes()?;
        if worst < Phase::Write {
            return Ok(());
        }
        self.s.phase = Phase::Write;
        if self.s.module.has(kind::ANNOTATED, &self.s.words) && !self.s.annotations {
            self.s.annotations = true;
            self.at(statement);
            self.op(Op::SetupAnnotations)?;
        }
        self.todo(Task::Stop, 0, 0, 0)?;
        match (mode, self.t.node(statement)) {
            (Mode::Eval, _) => {
                self.emit_later(Op::Return, 0, statement)?;
                self.expr_later(statement)?;
            }
            (Mode::Exec, Node::Expr { value })
                if is_first && self.t.kind(value) == hognose_syntax::tree::Kind::Str =>
            {
                self.doc(value)?;
            }
            _ => self.statement(statement, false)?,
        }
        self.run()?;
        self.flush()
    }

    /// A fault that Python finds only when all names of the module are known.
    pub(crate) fn when_resolved(&mut self, fault: Fault) -> Fault {
        self.s.phase = Phase::Resolve;
        fault
    }
}

/// A fault as the caller sees it.
#[cold]
fn explain<'s>(failure: Failure, module: usize, source: &'s [u8]) -> CompileError<'s> {
    let none = CompileError {
        kind: CompileErrorKind::OutOfMemory,
        name: None,
        in_fstring: false,
        module,
        line: 0,
        column: 0,
        end_line: 0,
        end_column: 0,
        text: ErrorText::None,
    };
    match failure {
        Failure::Parser(_) if failure.is_tree_space() => none,
        Failure::Parser(error) => CompileError {
            kind: CompileErrorKind::Syntax(error.kind),
            in_fstring: error.in_fstring,
            line: error.line,
            column: error.column,
            end_line: error.end_line,
            end_column: error.end_column,
            text: error.text,
            ..none
        },
        Failure::Program(flaw) => {
            let mut lines = Lines::new(source);
            let position = lines.position(flaw.place);
            let (start, end) = lines.text(flaw.place.start);
            let slice = |span: Span| {
                let bytes = source.get(span.start as usize..span.end as usize).unwrap_or(&[]);
                core::str::from_utf8(bytes).unwrap_or("")
            };
            let name = |span| {
                // Of a plain string the inside is shown, in Python's quotes.
                let text = slice(span);
                let inside = text.get(1..text.len().saturating_sub(1)).unwrap_or("");
                let plain = |character: char| character == ' ' || character.is_alphanumeric();
                let quoted = text.starts_with(['"', '\'']) && inside.chars().all(plain);
                let class = flaw.class.map(|class: Name| class.text(source));
                ErrorName { text: if quoted { inside } else { text }, class, quoted }
            };
            let open = matches!(flaw.problem, Problem::FutureUnknown | Problem::FutureBraces);
            CompileError {
                kind: CompileErrorKind::Program(flaw.problem),
                name: flaw.name.map(name),
                line: position.line,
                column: position.column + 1,
                end_line: position.end_line,
                end_column: if open { -1 } else { position.end_column as i32 + 1 },
                text: ErrorText::Line { start, end },
                ..none
            }
        }
        Failure::Stopped(fault) => match fault.limit() {
            Some(what) => CompileError { kind: CompileErrorKind::TooLarge(what), ..none },
            None => none,
        },
    }
}

/// The parser for what is asked.
fn parser<'a>(request: &Request<'a>, words: &'a mut [u32]) -> Result<Parser<'a>, SyntaxError> {
    let parser = match core::str::from_utf8(request.source) {
        Ok(text) if request.text => Parser::of_text(text, request.mode, words),
        _ => Parser::new(request.source, request.mode, words),
    };
    Ok(parser?.knowing(request.characters))
}

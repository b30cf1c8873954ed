//! `hognose build`, `dis`, `asm`, `check`, `info`: images.

use crate::characters::{CHARACTERS, OF_SOURCE};
use crate::console::{Console, worded};
use crate::limits::Limits;
use crate::modules::Finder;
use crate::program::{Program, read};
use clap::Args;
use hognose::Engine;
use hognose_compiler::{CompileErrorKind, Request, compile_modules};
use hognose_image::isa::Op;
use hognose_image::{AsmProblem, Image};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Words of memory that a compilation begins with, and the most.
const FIRST_WORDS: usize = 1 << 20;
const MOST_WORDS: usize = 1 << 29;

/// What to build.
#[derive(Args)]
pub struct BuildArgs {
    /// The program
    file: String,
    /// The image; without it, FILE with `.hog` at its end
    #[arg(short = 'o', long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Leave out line numbers: tracebacks then only name functions
    #[arg(long)]
    strip: bool,
    /// Keep the source text in the image, for the lines of tracebacks
    #[arg(long, conflicts_with = "strip")]
    source: bool,
}

/// What to print.
#[derive(Args)]
pub struct DisArgs {
    /// An image, or a source file
    file: String,
    /// Where to write the text; without it, standard output
    #[arg(short = 'o', long, value_name = "OUT")]
    output: Option<PathBuf>,
}

/// What to assemble.
#[derive(Args)]
pub struct AsmArgs {
    /// The text form of an image, or `-` for standard input
    file: String,
    /// The image; without it, FILE with `.hog` at its end
    #[arg(short = 'o', long, value_name = "OUT")]
    output: Option<PathBuf>,
}

/// What to check.
#[derive(Args)]
pub struct CheckArgs {
    /// Images
    #[arg(required = true)]
    images: Vec<PathBuf>,
}

/// What to tell about.
#[derive(Args)]
pub struct InfoArgs {
    /// An image
    image: PathBuf,
}

type Result<T = ()> = std::result::Result<T, String>;

/// 0: done; 1: an error, told on standard error.
fn status(verb: &str, result: Result) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            if !message.is_empty() {
                complain!("hognose {verb}: {message}");
            }
            ExitCode::FAILURE
        }
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result {
    std::fs::write(path, bytes).map_err(|e| format!("can't write file '{}': {}", path.display(), worded(&e)))
}

/// One module to be compiled.
struct Source {
    name: String,
    file: String,
    package: bool,
    text: Vec<u8>,
}

impl Source {
    /// The program itself, by the name that it was given: the image shall not depend on where it is made.
    fn main(program: &Program) -> Source {
        let named = program.name.starts_with('<') || Path::new(&program.argument).is_dir();
        let file = if named { &program.name } else { &program.argument };
        Source {
            name: "__main__".to_owned(),
            file: file.clone(),
            package: false,
            text: program.bytes.clone(),
        }
    }
}

/// How modules are compiled.
#[derive(Clone, Copy)]
struct Style {
    strip: bool,
    source: bool,
}

/// Compiles modules into one image. The errors of the program are shown as Python shows them; the message is empty then.
fn compile(sources: &[Source], style: Style) -> Result<Vec<u8>> {
    let requests: Vec<Request<'_>> = sources
        .iter()
        .map(|source| Request {
            module: &source.name,
            package: source.package,
            keep_source: style.source,
            strip: style.strip,
            characters: OF_SOURCE,
            ..Request::new(&source.text, &source.file)
        })
        .collect();
    let mut words = FIRST_WORDS;
    loop {
        let mut memory = vec![0u64; words];
        match compile_modules(&requests, &mut memory) {
            Ok(len) => return Ok(memory.iter().flat_map(|word| word.to_le_bytes()).take(len).collect()),
            Err(error) if error.kind == CompileErrorKind::OutOfMemory && words < MOST_WORDS => words *= 8,
            Err(error) => {
                let source = sources.get(error.module);
                let shown = source.is_some_and(|source| show_error(&source.text, &source.file));
                return Err(if shown { String::new() } else { format!("line {}: {error}", error.line) });
            }
        }
    }
}

/// Shows what an engine says to that source; false when it has nothing against it.
fn show_error(text: &[u8], file: &str) -> bool {
    let limits = Limits {
        memory: 64 << 20,
        fuel: None,
        time: None,
        allow: Vec::new(),
        sandbox: true,
        stats: false,
        rig: None,
    };
    let mut console = Console::new(Finder::new(PathBuf::from(".")), &limits);
    let mut block = limits.block();
    let Ok(mut engine) = Engine::new(&mut block) else { return false };
    engine.set_characters(CHARACTERS);
    engine.set_host(&mut console);
    if engine.load_source_bytes(text, file).is_ok() {
        return false;
    }
    engine.report();
    true
}

/// Names that the code of an image imports, absolute ones as they are and relative ones from `package`.
fn imported(image: &Image<'_>, package: &str) -> Vec<String> {
    let mut names = Vec::new();
    for code in (0..image.code_count()).filter_map(|index| image.code(index)) {
        let (mut level, mut list) = (0, Vec::new());
        for (_, instruction) in code.instructions() {
            match instruction.op {
                Op::Int => level = instruction.int(),
                Op::Const => list = strings(image, instruction.a),
                Op::None => list.clear(),
                Op::ImportName => {
                    let name = String::from_utf8_lossy(image.str(instruction.a).unwrap_or(b"")).into_owned();
                    let from = absolute(&name, level, package);
                    names.push(from.clone());
                    names.extend(list.drain(..).map(|part| format!("{from}.{part}")));
                }
                _ => {}
            }
        }
    }
    names
}

/// The items of a constant tuple of strings.
fn strings(image: &Image<'_>, index: u32) -> Vec<String> {
    let Some(hognose_image::Constant::Tuple(items)) = image.constant(index) else { return Vec::new() };
    items.filter_map(|item| Some(String::from_utf8_lossy(image.str(item)?).into_owned())).collect()
}

/// The absolute name of an import of that level inside a package.
fn absolute(name: &str, level: i32, package: &str) -> String {
    if level <= 0 {
        return name.to_owned();
    }
    let mut base: Vec<&str> = package.split('.').filter(|part| !part.is_empty()).collect();
    base.truncate((base.len() + 1).saturating_sub(level as usize));
    base.extend(name.split('.').filter(|part| !part.is_empty()));
    base.join(".")
}

/// The program and all modules beside it that it imports, directly or not.
fn gather(program: &Program, style: Style) -> Result<Vec<Source>> {
    let finder = Finder::new(program.folder.clone());
    let main = Source::main(program);
    let mut sources = vec![main];
    let mut known: HashMap<String, ()> = HashMap::new();
    let mut at = 0;
    while at < sources.len() {
        let source = &sources[at];
        let image = compile(std::slice::from_ref(source), style)?;
        let package = match (source.package, source.name.rsplit_once('.')) {
            (true, _) => source.name.clone(),
            (false, Some((package, _))) => package.to_owned(),
            (false, None) => String::new(),
        };
        for name in imported(&Image::trusted(&image), &package) {
            // Packages above are imported too.
            let ends = name.match_indices('.').map(|(i, _)| i).chain([name.len()]);
            for name in ends.map(|end| name[..end].to_owned()).collect::<Vec<_>>() {
                if known.insert(name.clone(), ()).is_some() {
                    continue;
                }
                let Some(place) = finder.place(&name) else { continue };
                if place.image {
                    return Err(format!(
                        "module {name} is an image already ({}): give its source",
                        place.path.display()
                    ));
                }
                let text = if place.path.is_dir() { Vec::new() } else { read(&place.path)? };
                let file = place.path.display().to_string();
                sources.push(Source { name, file, package: place.package, text });
            }
        }
        at += 1;
    }
    Ok(sources)
}

/// Where an image goes.
fn output(given: &Option<PathBuf>, file: &str) -> Result<PathBuf> {
    match given {
        Some(path) => Ok(path.clone()),
        None if file == "-" => Err("say with -o where the image goes".to_owned()),
        None => Ok(Path::new(file).with_extension("hog")),
    }
}

/// `hognose build`
pub fn build(args: &BuildArgs) -> ExitCode {
    status("build", try_build(args))
}

fn try_build(args: &BuildArgs) -> Result {
    let program = Program::of_file(&args.file)?;
    if program.is_image() {
        return Err(format!("'{}' is an image already: give a source file", args.file));
    }
    let style = Style { strip: args.strip, source: args.source };
    let image = compile(&gather(&program, style)?, style)?;
    let output = output(&args.output, &args.file)?;
    write(&output, &image)
}

/// The image of a program with the modules beside it, as a device takes it: with line numbers, without source text.
///
/// # Errors
/// A message; empty when the error was shown already, as Python shows it.
pub fn packed(program: &Program) -> Result<Vec<u8>> {
    let style = Style { strip: false, source: false };
    compile(&gather(program, style)?, style)
}

/// `hognose dis`
pub fn dis(args: &DisArgs) -> ExitCode {
    status("dis", try_dis(args))
}

fn try_dis(args: &DisArgs) -> Result {
    let program = Program::of_file(&args.file)?;
    let bytes = match program.is_image() {
        true => program.bytes,
        false => {
            let style = Style { strip: false, source: false };
            compile(&[Source::main(&program)], style)?
        }
    };
    let image = Image::parse(&bytes).map_err(|e| format!("'{}' is no image: {e}", args.file))?;
    let text = text_of(&image)?;
    match &args.output {
        Some(path) => write(path, text.as_bytes()),
        None => {
            crate::output::text(text.as_bytes());
            Ok(())
        }
    }
}

fn text_of(image: &Image<'_>) -> Result<String> {
    let mut text = String::new();
    let mut scratch = vec![0; hognose_image::dis_scratch_words(image)];
    hognose_image::dis(image, &mut scratch, &mut text)
        .map_err(|e| format!("it cannot be written as text: {e:?}"))?;
    Ok(text)
}

/// `hognose asm`
pub fn asm(args: &AsmArgs) -> ExitCode {
    status("asm", try_asm(args))
}

fn try_asm(args: &AsmArgs) -> Result {
    let program = Program::of_file(&args.file)?;
    let text =
        String::from_utf8(program.bytes).map_err(|_| format!("'{}' is no text in UTF-8", args.file))?;
    let bytes = assemble(&text).map_err(|e| format!("{}: {e}", args.file))?;
    let output = output(&args.output, &args.file)?;
    write(&output, &bytes)
}

fn assemble(text: &str) -> Result<Vec<u8>> {
    let (mut room, mut words) = (text.len() * 4 + 4096, text.len() + 4096);
    loop {
        let (mut bytes, mut scratch) = (vec![0; room], vec![0; words]);
        match hognose_image::asm(text, &mut bytes, &mut scratch) {
            Ok(len) => {
                bytes.truncate(len);
                return Ok(bytes);
            }
            Err(error) => match error.problem {
                AsmProblem::Scratch { .. } if words < MOST_WORDS => words *= 4,
                AsmProblem::Write(hognose_image::WriteError::NoSpace { .. }) if room < MOST_WORDS => {
                    room *= 4
                }
                _ => return Err(error.to_string()),
            },
        }
    }
}

/// `hognose check`
pub fn check(args: &CheckArgs) -> ExitCode {
    let mut all = Ok(());
    for path in &args.images {
        if let Err(message) = try_check(path) {
            all = status_line(path, &message);
        }
    }
    status("check", all)
}

fn status_line(path: &Path, message: &str) -> Result {
    complain!("{}: {message}", path.display());
    Err(String::new())
}

fn try_check(path: &Path) -> Result {
    let bytes = read(path)?;
    let image = Image::parse(&bytes).map_err(|e| format!("not an image: {e}"))?;
    let mut scratch = vec![0; hognose_image::check_scratch_words(&image)];
    hognose_image::check(&image, &mut scratch).map_err(|e| e.to_string())?;
    tell!("{}: well-formed, {} bytes", path.display(), bytes.len());
    Ok(())
}

/// `hognose info`
pub fn info(args: &InfoArgs) -> ExitCode {
    status("info", try_info(&args.image))
}

fn try_info(path: &Path) -> Result {
    let bytes = read(path)?;
    let image = Image::parse(&bytes).map_err(|e| format!("'{}' is no image: {e}", path.display()))?;
    let text = |index: u32| String::from_utf8_lossy(image.str(index).unwrap_or(b"?")).into_owned();
    tell!("{}: {} bytes, ISA version {}", path.display(), bytes.len(), hognose_image::layout::ISA_VERSION);
    tell!(
        "{} constants, {} code objects{}",
        image.constant_count(),
        image.code_count(),
        match image.is_stripped() {
            true => ", without line numbers",
            false => "",
        }
    );
    for module in (0..image.module_count()).filter_map(|index| image.module(index)) {
        let kind = if module.is_package() { "package" } else { "module" };
        let source = if module.source.is_some() { ", with its source" } else { "" };
        tell!("{kind} {} from {}{source}", text(module.name), text(module.file));
    }
    for import in (0..image.import_count()).filter_map(|index| image.import(index)) {
        tell!("needs host module {}", text(import.module));
        for (name, hash) in import.names {
            tell!("  {} (signature {hash:08x})", text(name));
        }
    }
    let mut largest = 0;
    for code in (0..image.code_count()).filter_map(|index| image.code(index)) {
        largest = largest.max(code.bytes().len());
    }
    tell!("largest code object {largest} bytes");
    Ok(())
}

/// The image of a program after it went to text and back; None when it does not compile.
pub fn round_trip(program: &Program) -> Option<Vec<u8>> {
    let main = Source {
        name: "__main__".to_owned(),
        file: program.name.clone(),
        package: false,
        text: program.bytes.clone(),
    };
    let requests = [Request {
        keep_source: !main.file.starts_with('<'),
        characters: OF_SOURCE,
        ..Request::new(&main.text, &main.file)
    }];
    let mut memory = vec![0u64; 32 << 20];
    let len = compile_modules(&requests, &mut memory).ok()?;
    let bytes: Vec<u8> = memory.iter().flat_map(|word| word.to_le_bytes()).take(len).collect();
    let text = text_of(&Image::parse(&bytes).ok()?).ok()?;
    let again = assemble(&text).ok()?;
    assert_eq!(bytes, again, "the image differs after dis and asm");
    Some(again)
}

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn relative_imports_start_at_the_package() {
        assert_eq!(absolute("a.b", 0, "p"), "a.b");
        assert_eq!(absolute("a", 1, "p.q"), "p.q.a");
        assert_eq!(absolute("a", 2, "p.q"), "p.a");
        assert_eq!(absolute("", 1, "p"), "p");
        assert_eq!(absolute("x", 5, "p"), "x");
    }
}

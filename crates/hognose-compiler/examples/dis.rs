//! Prints the code of a program: `cargo run -p hognose-compiler --example dis -- FILE.py`.
//!
//! With several files it only says, for each, whether it compiles and passes the checker, and how large the image is. With
//! `--out DIR` it writes the text of each to that folder; with `--eval` or `--single` it takes them as expressions or as
//! lines of the prompt.

use hognose_compiler::{Mode, Request, compile};
use hognose_image::{Image, check, check_scratch_words, dis, dis_scratch_words};
use std::process::ExitCode;

fn text(file: &str, source: &[u8], mode: Mode, memory: &mut [u64]) -> Result<(usize, String), String> {
    let request = Request { mode, ..Request::new(source, file) };
    let len = compile(&request, memory).map_err(|error| {
        let class = error.class().name();
        format!(
            "{file}:{}:{}-{}:{}: {class}: {error}",
            error.line, error.column, error.end_line, error.end_column
        )
    })?;
    let bytes: Vec<u8> = memory.iter().flat_map(|word| word.to_ne_bytes()).take(len).collect();
    let image = Image::parse(&bytes).map_err(|error| format!("{file}: {error:?}"))?;
    let mut out = String::new();
    let mut scratch = vec![0; dis_scratch_words(&image)];
    dis(&image, &mut scratch, &mut out).map_err(|error| format!("{file}: {error:?}"))?;
    let mut scratch = vec![0; check_scratch_words(&image)];
    match check(&image, &mut scratch) {
        Ok(_) => Ok((len, out)),
        Err(error) => Err(format!("{out}\n{file}: {:?} {:?}", error.place, error.problem)),
    }
}

fn main() -> ExitCode {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    let mut folder = None;
    let mut mode = Mode::Exec;
    while let Some(option) = files.first().filter(|first| first.starts_with("--")).cloned() {
        files.remove(0);
        match option.as_str() {
            "--eval" => mode = Mode::Eval,
            "--single" => mode = Mode::Single,
            "--out" if !files.is_empty() => folder = Some(files.remove(0)),
            _ => {
                eprintln!("unknown option {option}");
                return ExitCode::FAILURE;
            }
        }
    }
    let mut memory = vec![0; 1 << 22];
    let mut code = ExitCode::SUCCESS;
    for file in &files {
        let source = match std::fs::read(file) {
            Ok(source) => source,
            Err(error) => {
                eprintln!("{file}: {error}");
                return ExitCode::FAILURE;
            }
        };
        match text(file, &source, mode, &mut memory) {
            Ok((_, out)) if folder.is_some() => {
                let name = file.replace('/', "_");
                let path = format!("{}/{name}.txt", folder.as_deref().unwrap_or("."));
                if let Err(error) = std::fs::write(&path, out) {
                    eprintln!("{path}: {error}");
                }
            }
            Ok((_, out)) if files.len() == 1 => print!("{out}"),
            Ok((len, _)) => println!("{file}: {} bytes of source, {len} bytes of image", source.len()),
            Err(error) => {
                println!("{error}");
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}

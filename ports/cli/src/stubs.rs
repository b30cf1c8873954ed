//! `hognose stubs`: modules as editors and type checkers want to know them.

use crate::console::worded;
use crate::modules;
use clap::Args;
use hognose::ModuleDef;
use hognose_vm::native::{Def, MANY, Takes, What};
use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Which stubs, and where to.
#[derive(Args)]
pub struct StubsArgs {
    /// Modules; without any, those that this command offers besides the library
    modules: Vec<String>,
    /// A folder to write files to; without it, standard output
    #[arg(short = 'o', long, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Pages of a manual in Markdown instead
    #[arg(long)]
    pages: bool,
}

/// Writes the stubs.
pub fn stubs(args: &StubsArgs) -> ExitCode {
    match write(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            complain!("hognose stubs: {message}");
            ExitCode::FAILURE
        }
    }
}

fn write(args: &StubsArgs) -> Result<(), String> {
    let mut names = args.modules.clone();
    if names.is_empty() {
        names = modules::OFFERED.iter().map(|module| module.declaration.name.to_owned()).collect();
    }
    for name in &names {
        let text = text(name, args.pages)?;
        match &args.output {
            None if names.len() > 1 => tell!("# {name}\n{text}"),
            None => crate::output::text(text.as_bytes()),
            Some(folder) => {
                let ending = if args.pages { "md" } else { "pyi" };
                let path = folder.join(format!("{}.{ending}", name.replace('.', "/")));
                let written = path.parent().map_or(Ok(()), std::fs::create_dir_all);
                let written = written.and_then(|()| std::fs::write(&path, text));
                written.map_err(|e| format!("can't write file '{}': {}", path.display(), worded(&e)))?;
            }
        }
    }
    Ok(())
}

fn text(name: &str, page: bool) -> Result<String, String> {
    let mut out = String::new();
    if let Some(module) = modules::OFFERED.iter().find(|module| module.declaration.name == name) {
        let declaration = &module.declaration;
        let _ = if page { declaration.write_page(&mut out) } else { declaration.write_stub(&mut out) };
        return Ok(out);
    }
    match modules::all().iter().find(|table| table.name == name) {
        Some(table) if !page => {
            let _ = table_stub(table, &mut out);
            Ok(out)
        }
        Some(_) => Err(format!("module {name} has no page: only declared modules have")),
        None => {
            let known: Vec<&str> =
                modules::all().iter().map(|table| table.name).filter(|name| !name.starts_with('_')).collect();
            Err(format!("no module {name} is built in here; there are: {}", known.join(", ")))
        }
    }
}

/// What the table of a module of the library tells: names and numbers of arguments.
fn table_stub(table: &ModuleDef, out: &mut String) -> std::fmt::Result {
    if !table.doc.is_empty() {
        writeln!(out, "\"\"\"{}\"\"\"", table.doc)?;
    }
    for def in table.attributes.iter().filter(|def| !def.name.starts_with('_')) {
        match def.what {
            What::Function(..) | What::Frozen(_) => {
                writeln!(out, "def {}({}) -> object: ...", def.name, parameters(def))?
            }
            What::Type(_) | What::FrozenObject(_) => writeln!(out, "{}: type", def.name)?,
            _ => writeln!(out, "{}: object", def.name)?,
        }
    }
    Ok(())
}

fn parameters(def: &Def) -> String {
    let Takes { min, max, keywords } = def.takes();
    let mut words: Vec<String> = (0..min).map(|i| format!("a{i}: object")).collect();
    let most = if max == MANY { min } else { max };
    words.extend((min..most).map(|i| format!("a{i}: object = ...")));
    if !words.is_empty() {
        words.push("/".to_owned());
    }
    if max == MANY {
        words.push("*args: object".to_owned());
    }
    if keywords {
        words.push("**kwargs: object".to_owned());
    }
    words.join(", ")
}

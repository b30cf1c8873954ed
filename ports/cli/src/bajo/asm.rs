//! `hognose bajo asm`: the assembler is a Python package, so Python runs the script.

use super::program::{SYMBOLS, image_file};
use bajo::Image;
use clap::Args;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What to assemble.
#[derive(Args)]
pub struct AsmArgs {
    /// Python file that makes a `Script`.
    file: PathBuf,
    /// Where the image goes. Default: the file's name with `.bajo`.
    #[arg(short, long, value_name = "OUT")]
    out: Option<PathBuf>,
    /// Writes the bare code, without a header.
    #[arg(long)]
    raw: bool,
    /// Where the program begins: a label or an address. Default: its first instruction.
    #[arg(long, value_name = "LABEL")]
    entry: Option<String>,
    /// Name of the script in the file. Default: `script`, or the only one.
    #[arg(long, value_name = "NAME")]
    script: Option<String>,
    /// Prints the listing too.
    #[arg(long)]
    listing: bool,
}

/// What came out of the assembler.
pub struct Assembled {
    /// The code.
    pub code: Vec<u8>,
    /// Its address.
    pub base: u32,
    /// Labels with their addresses.
    pub labels: Vec<(String, u32)>,
}

/// How to get the package.
const INSTALL: &str = "the Python package 'bajo' is not installed for that Python. Install it with\n    \
    pip install bindings/python\nin the folder of Hognose, or name another Python in HOGNOSE_PYTHON";

/// Runs the assembler on a Python file.
///
/// # Errors
/// A message, when Python or the package is missing or the script has an error.
pub fn assemble(file: &Path, script: Option<&str>, listing: bool) -> Result<Assembled, String> {
    let python = std::env::var("HOGNOSE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    std::fs::metadata(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let folder = Scratch::new()?;
    let (code, info) = (folder.0.join("code"), folder.0.join("info"));
    let mut command = Command::new(&python);
    command.args(["-m", "bajo", "asm"]).arg(file).arg("-o").arg(&code).arg("--info").arg(&info);
    if let Some(name) = script {
        command.args(["--script", name]);
    }
    if listing {
        command.arg("--listing");
    }
    let done = command
        .stderr(Stdio::piped())
        .spawn()
        .and_then(std::process::Child::wait_with_output)
        .map_err(|error| format!("cannot run '{python}': {error}"))?;
    let complaint = String::from_utf8_lossy(&done.stderr);
    if !done.status.success() {
        if complaint.contains("No module named bajo") {
            return Err(format!("'{python}': {INSTALL}"));
        }
        return Err(format!("{} was not assembled\n{}", file.display(), complaint.trim_end()));
    }
    if !complaint.is_empty() {
        complain!("{}", complaint.trim_end());
    }
    let read = |path: &Path| std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
    let code = read(&code)?;
    let info: Value =
        serde_json::from_slice(&read(&info)?).map_err(|error| format!("the package: {error}"))?;
    let word = |value: &Value| value.as_u64().and_then(|n| u32::try_from(n).ok());
    let base = word(&info["base"]).ok_or("the package gave no base address")?;
    let mut labels: Vec<(String, u32)> = info["labels"]
        .as_object()
        .map(|labels| labels.iter().filter_map(|(name, at)| Some((name.clone(), word(at)?))).collect())
        .unwrap_or_default();
    labels.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    Ok(Assembled { code, base, labels })
}

/// A folder that is removed when it is no longer needed.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Result<Self, String> {
        let base = std::env::temp_dir();
        for n in 0..1000 {
            let folder = base.join(format!("hognose-bajo-{}-{n}", std::process::id()));
            match std::fs::create_dir(&folder) {
                Ok(()) => return Ok(Self(folder)),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(format!("{}: {error}", folder.display())),
            }
        }
        Err(format!("{}: no name left for a folder", base.display()))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left behind is in the folder for temporary files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Assembles a file into an image, and its labels into a file next to it.
pub fn asm(args: &AsmArgs) -> Result<u8, String> {
    let made = assemble(&args.file, args.script.as_deref(), args.listing)?;
    let entry = match &args.entry {
        Some(entry) => super::program::entry(entry, &made.labels)?,
        None => made.base,
    };
    let out = args.out.clone().unwrap_or_else(|| args.file.with_extension("bajo"));
    let write = |path: &Path, bytes: &[u8]| {
        std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
    };
    if args.raw {
        write(&out, &made.code)?;
    } else {
        let image = Image::new(made.base, entry, &made.code).map_err(|error| error.to_string())?;
        write(&out, &image_file(&image))?;
    }
    if !made.labels.is_empty() {
        let lines: Vec<String> =
            made.labels.iter().map(|(name, at)| format!("{at:#010x} {name}\n")).collect();
        let mut symbols = out.into_os_string();
        symbols.push(SYMBOLS);
        write(Path::new(&symbols), lines.concat().as_bytes())?;
    }
    Ok(0)
}

//! Programs as the verbs take them: images, bare code, Python scripts.

use super::asm::assemble;
use super::options::{number, size};
use bajo::{Image, Memory};
use clap::Args;
use std::path::{Path, PathBuf};

/// Behind the name of an image: the file with its labels.
pub const SYMBOLS: &str = ".sym";

/// Which program.
#[derive(Args)]
pub struct ProgramArgs {
    /// The program: an image, bare code with --raw, or a Python script (.py) that is assembled first.
    pub file: PathBuf,
    /// The file is bare code, without a header.
    #[arg(long)]
    pub raw: bool,
    /// Address of bare code.
    #[arg(long, value_name = "ADDRESS", default_value = "0x10000", value_parser = number)]
    pub base: u32,
    /// Where the program begins: a label or an address. Default: as the image says, or the first byte.
    #[arg(long, value_name = "LABEL")]
    pub entry: Option<String>,
}

/// RAM of the machine.
#[derive(Args, Clone, Copy)]
pub struct RamArgs {
    /// Bytes of RAM, such as 64K.
    #[arg(long, value_name = "SIZE", default_value = "64K", value_parser = size)]
    pub ram: u32,
    /// Address of the first byte of RAM.
    #[arg(long, value_name = "ADDRESS", default_value = "0", value_parser = number)]
    pub ram_base: u32,
}

/// A program that was loaded.
pub struct Program {
    /// The code.
    pub code: Vec<u8>,
    /// Its address.
    pub base: u32,
    /// Address of the first instruction.
    pub entry: u32,
    /// Labels with their addresses, sorted by address.
    pub labels: Vec<(String, u32)>,
}

/// An address from the command line: a number, or a label.
///
/// # Errors
/// A message, when there is no such label.
pub fn entry(text: &str, labels: &[(String, u32)]) -> Result<u32, String> {
    if let Some((_, at)) = labels.iter().find(|(name, _)| name == text) {
        return Ok(*at);
    }
    number(text).map_err(|_| {
        let names: Vec<&str> = labels.iter().map(|(name, _)| name.as_str()).collect();
        let known = if names.is_empty() { "no labels are known".to_owned() } else { names.join(", ") };
        format!("there is no label '{text}' ({known})")
    })
}

/// An image as the bytes of its file.
pub fn image_file(image: &Image<'_>) -> Vec<u8> {
    let mut file = image.header().to_vec();
    file.extend_from_slice(image.code);
    file
}

impl ProgramArgs {
    /// Loads the program.
    ///
    /// # Errors
    /// A message, when it cannot be read.
    pub fn load(&self) -> Result<Program, String> {
        let name = self.file.display();
        let mut program = if self.file.extension().is_some_and(|extension| extension == "py") && !self.raw {
            let made = assemble(&self.file, None, false)?;
            Program { code: made.code, base: made.base, entry: made.base, labels: made.labels }
        } else {
            let bytes = std::fs::read(&self.file).map_err(|error| format!("{name}: {error}"))?;
            let labels = symbols(&self.file)?;
            if self.raw {
                if u64::from(self.base) + bytes.len() as u64 > 1 << 32 {
                    return Err(format!(
                        "{name}: {} bytes at {:#x} run past address 0xffffffff",
                        bytes.len(),
                        self.base
                    ));
                }
                Program { code: bytes, base: self.base, entry: self.base, labels }
            } else {
                let image = Image::parse(&bytes)
                    .map_err(|error| format!("{name}: {error}; bare code needs --raw and --base"))?;
                Program { code: image.code.to_vec(), base: image.load, entry: image.entry, labels }
            }
        };
        if let Some(text) = &self.entry {
            program.entry = entry(text, &program.labels)?;
        }
        Ok(program)
    }
}

impl Program {
    /// The first address behind the code; of code that ends with the address space, the last address.
    pub fn end(&self) -> u32 {
        u32::try_from(u64::from(self.base) + self.code.len() as u64).unwrap_or(u32::MAX)
    }

    /// Maps the code and this RAM.
    ///
    /// # Errors
    /// A message, when they overlap or leave the address space.
    pub fn map<'a>(&'a self, ram: &'a mut [u8], ram_base: u32) -> Result<Memory<'a>, String> {
        let len = ram.len();
        Memory::new(ram_base, ram, self.base, &self.code).map_err(|error| {
            format!(
                "{error}: {len} bytes of RAM at {ram_base:#x}, {} of code at {:#x}; see --ram and --ram-base",
                self.code.len(),
                self.base
            )
        })
    }

    /// The label at an address.
    pub fn label(&self, address: u32) -> Option<&str> {
        self.labels.iter().find(|(_, at)| *at == address).map(|(name, _)| name.as_str())
    }
}

/// The labels next to a file, if there are any.
fn symbols(file: &Path) -> Result<Vec<(String, u32)>, String> {
    let mut path = file.as_os_str().to_owned();
    path.push(SYMBOLS);
    let path = Path::new(&path);
    let Ok(text) = std::fs::read_to_string(path) else { return Ok(Vec::new()) };
    text.lines()
        .enumerate()
        .map(|(i, line)| {
            let pair = line.split_once(' ').and_then(|(at, name)| Some((name.to_owned(), number(at).ok()?)));
            pair.ok_or(format!("{}:{}: not of the form ADDRESS LABEL", path.display(), i + 1))
        })
        .collect()
}

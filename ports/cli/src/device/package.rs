//! A program as a device takes it: a Python image or a Bajo image.

use crate::program::Program;
use bajo::Image;
use std::path::Path;

/// A program that is ready to be stored.
#[derive(Clone, Debug)]
pub struct Package {
    /// Its name: that of the file, without folder.
    pub name: String,
    /// The image.
    pub bytes: Vec<u8>,
}

impl Package {
    /// From a file: Python source, a script that makes a Bajo program, or an image of one of them.
    ///
    /// # Errors
    /// A message; empty when the error was shown already.
    pub fn of_file(file: &str) -> Result<Package, String> {
        let program = Program::of_file(file)?;
        let name = match Path::new(file).file_name() {
            Some(name) if file != "-" => name.to_string_lossy().into_owned(),
            _ => "program".to_owned(),
        };
        let bytes = if program.is_image() {
            program.bytes
        } else if program.bytes.starts_with(&bajo::image::MAGIC) {
            Image::parse(&program.bytes).map_err(|error| format!("{file}: {error}"))?;
            program.bytes
        } else if makes_bajo(&program.bytes) && file != "-" {
            assembled(file)?
        } else {
            crate::image::packed(&program)?
        };
        Ok(Package { name, bytes })
    }
}

/// Does this Python source import the Bajo assembler? Then it is no program for the robot, it makes one.
fn makes_bajo(source: &[u8]) -> bool {
    let imports = |line: &[u8]| line.starts_with(b"from bajo ") || line.starts_with(b"import bajo");
    source.split(|&byte| byte == b'\n').any(imports)
}

fn assembled(file: &str) -> Result<Vec<u8>, String> {
    let made = crate::bajo::asm::assemble(Path::new(file), None, false)?;
    let image = Image { load: made.base, entry: made.base, code: &made.code };
    Ok(crate::bajo::program::image_file(&image))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_for_bajo_are_known() {
        assert!(makes_bajo(b"\"\"\"x\"\"\"\nfrom bajo import R\n"));
        assert!(makes_bajo(b"import bajo.asm\n"));
        assert!(!makes_bajo(b"from robot import *\nprint('from bajo import')\n"));
    }
}

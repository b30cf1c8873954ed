//! Where a program comes from.

use std::io::Read;
use std::path::{Path, PathBuf};

/// A program to run.
pub struct Program {
    /// Source text or an image.
    pub bytes: Vec<u8>,
    /// Name in tracebacks.
    pub name: String,
    /// `sys.argv[0]`
    pub argument: String,
    /// Where its own modules stand.
    pub folder: PathBuf,
}

impl Program {
    /// Is it an image, not source?
    pub fn is_image(&self) -> bool {
        self.bytes.starts_with(&hognose_image::layout::MAGIC)
    }

    /// `-c CODE`
    pub fn of_code(code: &str) -> Program {
        Program {
            bytes: format!("{code}\n").into_bytes(),
            name: "<string>".to_owned(),
            argument: "-c".to_owned(),
            folder: PathBuf::from("."),
        }
    }

    /// `-m MODULE`: a module of the working directory, or `__main__` of a package.
    pub fn of_module(module: &str) -> Result<Program, String> {
        let finder = crate::modules::Finder::new(PathBuf::from("."));
        let place = finder.place(module).and_then(|place| match place.package {
            true => finder.place(&format!("{module}.__main__")),
            false => Some(place),
        });
        let place = place.ok_or(format!("No module named {module}"))?;
        let path = std::path::absolute(&place.path).unwrap_or(place.path);
        let name = path.display().to_string();
        let bytes = std::fs::read(&path).map_err(|e| format!("can't open file '{name}': {e}"))?;
        Ok(Program { bytes, argument: name.clone(), name, folder: PathBuf::from(".") })
    }

    /// A file, or `-` for standard input.
    pub fn of_file(file: &str) -> Result<Program, String> {
        if file == "-" {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes).map_err(|e| format!("cannot read standard input: {e}"))?;
            let (name, argument) = ("<stdin>".to_owned(), "-".to_owned());
            return Ok(Program { bytes, name, argument, folder: PathBuf::from(".") });
        }
        let bytes = std::fs::read(file).map_err(|e| format!("can't open file '{file}': {e}"))?;
        let folder = Path::new(file).parent().map_or(PathBuf::from("."), Path::to_path_buf);
        Ok(Program { bytes, name: file.to_owned(), argument: file.to_owned(), folder })
    }
}

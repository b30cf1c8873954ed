//! Where a program comes from.

use crate::console::worded;
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
        let bytes = read(&path)?;
        Ok(Program { bytes, argument: name.clone(), name, folder: PathBuf::from(".") })
    }

    /// A file, or `-` for standard input.
    pub fn of_file(file: &str) -> Result<Program, String> {
        if file == "-" {
            let mut bytes = Vec::new();
            std::io::stdin()
                .read_to_end(&mut bytes)
                .map_err(|e| format!("can't read standard input: {}", worded(&e)))?;
            let (name, argument) = ("<stdin>".to_owned(), "-".to_owned());
            return Ok(Program { bytes, name, argument, folder: PathBuf::from(".") });
        }
        let path = Path::new(file);
        if path.is_dir() {
            return Program::of_folder(path);
        }
        let bytes = read(path)?;
        // Absolute, so that the program finds its modules wherever it goes.
        let folder = std::path::absolute(path).unwrap_or(path.to_path_buf());
        let folder = folder.parent().map_or(PathBuf::from("."), Path::to_path_buf);
        // As in Python, tracebacks and `__file__` tell the whole path.
        let name = std::path::absolute(file).map_or(file.to_owned(), |path| path.display().to_string());
        Ok(Program { bytes, name, argument: file.to_owned(), folder })
    }

    /// A folder runs its `__main__.py`.
    fn of_folder(folder: &Path) -> Result<Program, String> {
        let path = folder.join("__main__.py");
        if !path.is_file() {
            return Err(format!("can't find '__main__' module in '{}'", folder.display()));
        }
        let (name, argument) = (path.display().to_string(), folder.display().to_string());
        Ok(Program { bytes: read(&path)?, name, argument, folder: folder.to_path_buf() })
    }
}

/// The bytes of a file, or a message.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|e| format!("can't open file '{}': {}", path.display(), worded(&e)))
}

//! The program's own modules: files beside the script.

use hognose::FoundModule;
use std::path::PathBuf;

/// Finds modules as files below one folder.
pub struct Finder {
    folder: PathBuf,
}

impl Finder {
    /// Below that folder.
    pub fn new(folder: PathBuf) -> Finder {
        Finder { folder }
    }

    /// Source of a module by dotted name: `a/b.py`, or `a/b/__init__.py` for a package.
    pub fn find(&self, name: &str, put: &mut dyn FnMut(&[u8]) -> bool) -> Option<FoundModule> {
        if name.split('.').any(|part| part.is_empty() || part.contains(['/', '\\'])) {
            return None;
        }
        let path: PathBuf = self.folder.join(name.replace('.', "/"));
        let package = path.join("__init__.py");
        if package.is_file() {
            let text = std::fs::read(package).ok()?;
            return put(&text).then_some(FoundModule { package: true, image: false });
        }
        let text = std::fs::read(path.with_extension("py")).ok()?;
        put(&text).then_some(FoundModule { package: false, image: false })
    }
}

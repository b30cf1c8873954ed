//! Modules that programs can import: the program's own, as files beside it; the library; what this command offers.

use crate::terminal::TERMINAL;
use hognose::declare::Module;
use hognose::{FoundModule, ModuleDef};
use std::path::PathBuf;

/// Host modules of this command.
pub static OFFERED: &[&Module] = &[&TERMINAL];

/// All tables.
pub fn all() -> &'static [&'static ModuleDef] {
    hognose::modules![TERMINAL]
}

/// Finds modules as files below one folder.
#[derive(Clone)]
pub struct Finder {
    folder: PathBuf,
}

/// Where the source of a module stands.
pub struct Place {
    /// The file; a folder for a package without one.
    pub path: PathBuf,
    /// Is it a package?
    pub package: bool,
    /// Is it an image?
    pub image: bool,
}

impl Finder {
    /// Below that folder.
    pub fn new(folder: PathBuf) -> Finder {
        Finder { folder }
    }

    /// The folder.
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// Where a module of that dotted name stands: `a/b/__init__.py` for a package, `a/b.py`, or the image `a/b.hog`.
    pub fn place(&self, name: &str) -> Option<Place> {
        if name.split('.').any(|part| part.is_empty() || part.contains(['/', '\\', '\0'])) {
            return None;
        }
        self.place_at(self.folder.join(name.replace('.', "/")))
    }

    /// The same for the last part of a name in a folder, which must be that of the program or lie below it.
    fn place_in(&self, name: &str, folder: &str) -> Option<Place> {
        let last =
            name.rsplit('.').next().filter(|last| !last.is_empty() && !last.contains(['/', '\\', '\0']))?;
        let folder = std::fs::canonicalize(folder).ok()?;
        let own = std::fs::canonicalize(if self.folder.as_os_str().is_empty() {
            ".".as_ref()
        } else {
            self.folder.as_path()
        });
        if !folder.starts_with(own.ok()?) {
            return None;
        }
        self.place_at(folder.join(last))
    }

    fn place_at(&self, path: PathBuf) -> Option<Place> {
        let found = |path: PathBuf, package, image| path.is_file().then_some(Place { path, package, image });
        found(path.join("__init__.py"), true, false)
            .or_else(|| found(path.with_extension("py"), false, false))
            .or_else(|| found(path.with_extension("hog"), false, true))
            .or_else(|| path.is_dir().then_some(Place { path, package: true, image: false }))
    }

    /// Gives a module to the engine.
    pub fn find(
        &self,
        name: &str,
        folder: Option<&str>,
        put: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Option<FoundModule> {
        let place = match folder {
            Some(folder) => self.place_in(name, folder),
            None => self.place(name),
        };
        let Place { path, package, image } = place?;
        if path.is_dir() {
            return Some(FoundModule { package: true, image: false, folder: true });
        }
        let text = std::fs::read(path).ok()?;
        put(&text).then_some(FoundModule { package, image, folder: false })
    }
}

/// Names of everything that programs can import besides their own modules, sorted.
pub fn names() -> Vec<String> {
    let mut names: Vec<String> = all().iter().map(|table| table.name.to_owned()).collect();
    names.extend(["builtins".to_owned(), "sys".to_owned()]);
    let frozen = hognose_image::Image::trusted(hognose_lib::FROZEN);
    for index in 0..frozen.module_count() {
        let name = frozen.module(index).and_then(|module| frozen.str(module.name)).unwrap_or(b"");
        names.push(String::from_utf8_lossy(name).into_owned());
    }
    names.retain(|name| !name.is_empty() && !name.starts_with('_'));
    names.sort();
    names.dedup();
    names
}

/// The modules of an option that are none.
pub fn unknown(allowed: &[String]) -> Option<String> {
    // Most programs are allowed everything: then the library need not be looked through.
    if allowed.is_empty() {
        return None;
    }
    let known = names();
    let wrong = allowed.iter().find(|name| !known.contains(name))?;
    Some(format!("there is no module '{wrong}' to allow; there are: {}", known.join(", ")))
}

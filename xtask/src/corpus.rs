//! The conformance corpus: finds the programs and reads what CPython said of them.
//!
//! A program is `tests/conformance/GROUP/NAME.py`. Beside it stand `NAME.out` (standard output), `NAME.err`
//! (standard error, only if there was any) and `NAME.status` (exit status, only if not 0). Files that start
//! with `_` and folders belong to programs, they are none themselves.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Where the corpus stands, seen from the root of the project.
pub const FOLDER: &str = "tests/conformance";

/// One program of the corpus with its expectations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The source file.
    pub path: PathBuf,
    /// The folder it stands in: what it is about.
    pub group: String,
    /// Expected standard output; `None` if nothing was recorded yet.
    pub out: Option<String>,
    /// Expected standard error, empty if the program writes none.
    pub err: String,
    /// Expected exit status.
    pub status: i32,
}

impl Program {
    /// Reads the expectations that stand beside `path`.
    pub fn read(path: &Path) -> Result<Program, String> {
        let group = path.parent().and_then(Path::file_name).map(|g| g.to_string_lossy().into_owned());
        let status = match text(&path.with_extension("status"))? {
            None => 0,
            Some(line) => line
                .trim()
                .parse()
                .map_err(|_| format!("{}: status {line:?} is not a number", path.display()))?,
        };
        Ok(Program {
            path: path.to_path_buf(),
            group: group.unwrap_or_default(),
            out: text(&path.with_extension("out"))?,
            err: text(&path.with_extension("err"))?.unwrap_or_default(),
            status,
        })
    }

    /// `GROUP/NAME`: how people speak of this program, and what filters look at.
    pub fn title(&self) -> String {
        let name = self.path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        format!("{}/{}", self.group, name)
    }

    /// The folder the program runs in.
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    /// `NAME.py`: how the program is called inside its folder.
    pub fn file(&self) -> String {
        self.path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Takes the place where the program stands out of a text, so that `File "/some/where/NAME.py"` reads
    /// `File "NAME.py"` on every machine.
    pub fn without_folder(&self, text: &str) -> String {
        let folder = self.folder();
        let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
        text.replace(&format!("{}{}", whole.display(), std::path::MAIN_SEPARATOR), "")
    }
}

/// All programs under `folder` whose title holds one of `filters` (all if there are none), by title.
pub fn programs(folder: &Path, filters: &[String]) -> Result<Vec<Program>, String> {
    let mut found = Vec::new();
    for group in entries(folder)? {
        if !group.is_dir() {
            continue;
        }
        for path in entries(&group)? {
            let hidden = path.file_name().is_none_or(|n| n.to_string_lossy().starts_with('_'));
            if hidden || path.is_dir() || path.extension().is_none_or(|e| e != "py") {
                continue;
            }
            let program = Program::read(&path)?;
            let title = program.title();
            if filters.is_empty() || filters.iter().any(|f| title.contains(f.as_str())) {
                found.push(program);
            }
        }
    }
    Ok(found)
}

/// The corpus folder of this checkout: from cargo if it runs us, else upwards from where we are.
pub fn folder() -> Result<PathBuf, String> {
    let start = match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(crate_folder) => PathBuf::from(crate_folder),
        None => std::env::current_dir().map_err(|e| format!("current folder: {e}"))?,
    };
    for place in start.ancestors() {
        let folder = place.join(FOLDER);
        if folder.is_dir() {
            return Ok(folder);
        }
    }
    Err(format!("no {FOLDER} above {}", start.display()))
}

/// What a folder holds, sorted by name.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let wrong = |e: io::Error| format!("{}: {e}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        paths.push(entry.map_err(wrong)?.path());
    }
    paths.sort();
    Ok(paths)
}

/// The text of a file, `None` if there is no such file.
fn text(path: &Path) -> Result<Option<String>, String> {
    match fs::read(path) {
        Ok(bytes) => String::from_utf8(bytes).map(Some).map_err(|e| format!("{}: {e}", path.display())),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(format!("{}: {e}", path.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for one test, gone when dropped.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Scratch {
            let folder = std::env::temp_dir().join(format!("hognose-corpus-{name}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(folder.join("b_group/part_pkg")).unwrap();
            fs::create_dir_all(folder.join("a_group")).unwrap();
            Scratch(folder)
        }

        fn put(&self, name: &str, text: &str) {
            fs::write(self.0.join(name), text).unwrap();
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn finds_programs_and_their_expectations() {
        let scratch = Scratch::new("finds");
        scratch.put("README.md", "not a group");
        scratch.put("b_group/part.py", "import part_pkg");
        scratch.put("b_group/part_pkg/__init__.py", "");
        scratch.put("b_group/_sibling.py", "");
        scratch.put("b_group/part.out", "");
        scratch.put("a_group/fails.py", "x");
        scratch.put("a_group/fails.out", "one\n");
        scratch.put("a_group/fails.err", "NameError\n");
        scratch.put("a_group/fails.status", "1\n");
        scratch.put("a_group/new.py", "");
        let found = programs(&scratch.0, &[]).unwrap();
        let titles: Vec<String> = found.iter().map(Program::title).collect();
        assert_eq!(titles, ["a_group/fails", "a_group/new", "b_group/part"]);
        assert_eq!(found[0].out.as_deref(), Some("one\n"));
        assert_eq!((found[0].err.as_str(), found[0].status), ("NameError\n", 1));
        assert_eq!((found[1].out.as_deref(), found[1].status), (None, 0));
        assert_eq!((found[2].out.as_deref(), found[2].err.as_str()), (Some(""), ""));
        let filters = ["b_g".to_string(), "/new".to_string()];
        assert_eq!(programs(&scratch.0, &filters).unwrap().len(), 2);
    }

    #[test]
    fn a_status_that_is_no_number_is_named() {
        let scratch = Scratch::new("status");
        scratch.put("a_group/x.py", "");
        scratch.put("a_group/x.status", "one");
        let error = programs(&scratch.0, &[]).unwrap_err();
        assert!(error.contains("x.py") && error.contains("\"one\""), "{error}");
    }

    #[test]
    fn the_folder_is_taken_out_of_paths() {
        let scratch = Scratch::new("paths");
        scratch.put("a_group/x.py", "");
        let program = Program::read(&scratch.0.join("a_group/x.py")).unwrap();
        let whole = program.path.canonicalize().unwrap();
        let text = format!("File \"{}\", line 1", whole.display());
        assert_eq!(program.without_folder(&text), "File \"x.py\", line 1");
    }
}

//! Paths: absolute, without `.` and `..`.

use crate::error::FileError;

/// Bytes of the longest path.
pub const LONGEST: usize = 255;

/// An absolute path: `/`, or names each after a `/`.
#[derive(Clone)]
pub struct Path {
    text: [u8; LONGEST],
    len: usize,
}

impl Path {
    /// The folder that everything is in.
    pub const fn root() -> Path {
        let mut text = [0; LONGEST];
        text[0] = b'/';
        Path { text, len: 1 }
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        self.text.get(..self.len).and_then(|text| core::str::from_utf8(text).ok()).unwrap_or("/")
    }

    /// A path that begins here unless it begins with `/`. Above the root is the root. An empty one is nothing's.
    pub fn join(&self, path: &str) -> Result<Path, FileError> {
        if path.is_empty() {
            return Err(FileError::NotFound);
        }
        if path.contains('\0') {
            return Err(FileError::Invalid);
        }
        let mut joined = if path.starts_with('/') { Path::root() } else { self.clone() };
        for name in path.split('/') {
            match name {
                "" | "." => {}
                ".." => joined.pop(),
                name => joined.push(name)?,
            }
        }
        Ok(joined)
    }

    /// Goes to the folder above.
    fn pop(&mut self) {
        let end = self.as_str().rfind('/').unwrap_or(0);
        self.len = end.max(1);
    }

    fn push(&mut self, name: &str) -> Result<(), FileError> {
        let start = if self.len == 1 { 1 } else { self.len + 1 };
        let room = self.text.get_mut(start..start + name.len()).ok_or(FileError::NameTooLong)?;
        room.copy_from_slice(name.as_bytes());
        if let Some(slash) = self.text.get_mut(start - 1) {
            *slash = b'/';
        }
        self.len = start + name.len();
        Ok(())
    }
}

/// The folder and the name at the end of an absolute path; None for the root.
pub(crate) fn split(path: &str) -> Option<(&str, &str)> {
    let (folder, name) = path.rsplit_once('/')?;
    if name.is_empty() { None } else { Some((folder, name)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::String;

    fn joined(folder: &str, path: &str) -> Result<String, FileError> {
        Ok(Path::root().join(folder)?.join(path)?.as_str().into())
    }

    #[test]
    fn paths_become_absolute_and_plain() {
        let cases = [
            ("/", "a", "/a"),
            ("/a/b", "c/d", "/a/b/c/d"),
            ("/a/b", "/c", "/c"),
            ("/a/b", "..", "/a"),
            ("/a", "../..//..", "/"),
            ("/a", "./b/./c/../", "/a/b"),
            ("/", ".", "/"),
        ];
        for (folder, path, wanted) in cases {
            assert_eq!(joined(folder, path).as_deref(), Ok(wanted), "{folder} {path}");
        }
    }

    #[test]
    fn bad_paths_are_refused() {
        assert_eq!(joined("/", ""), Err(FileError::NotFound));
        assert_eq!(joined("/", "a\0b"), Err(FileError::Invalid));
        assert_eq!(joined("/", &"x".repeat(255)), Err(FileError::NameTooLong));
        assert_eq!(joined("/", &"x".repeat(254)).map(|p| p.len()), Ok(255));
    }
}

//! A disk with files and folders.

/// What is known of a file or folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stat {
    /// Is it a folder?
    pub folder: bool,
    /// Bytes; 0 for a folder.
    pub size: u64,
}

/// Files and folders by path, absolute or from the current folder. Every answer is at once.
pub trait Disk {
    /// What stands there.
    fn stat(&mut self, path: &str) -> Option<Stat>;
    /// Reads from that place on; how many bytes, 0 at the end. None: there is no such file.
    fn read(&mut self, path: &str, offset: u64, out: &mut [u8]) -> Option<usize>;
    /// Makes these bytes the whole content of a file, which is made when it is not there. False: it cannot be, and the old content stands.
    fn write(&mut self, path: &str, bytes: &[u8]) -> bool;
    /// Makes a folder. False: the name exists, or the folder above does not.
    fn make_folder(&mut self, path: &str) -> bool;
    /// Removes a file.
    fn remove(&mut self, path: &str) -> bool;
    /// Removes an empty folder.
    fn remove_folder(&mut self, path: &str) -> bool;
    /// Another name in the same folder.
    fn rename(&mut self, path: &str, name: &str) -> bool;
    /// Tells each name in a folder and whether it is a folder itself, until the answer is false. False: there is no such folder.
    fn list(&mut self, path: &str, tell: &mut dyn FnMut(&str, bool) -> bool) -> bool;
    /// The current folder.
    fn folder(&mut self) -> &str;
    /// Another current folder.
    fn enter(&mut self, path: &str) -> bool;
    /// Does what is asked by `open` and `os`: see [`Host::file`](hognose::Host::file).
    fn request(&mut self, request: hognose_vm::vm::File<'_>) -> Result<u64, u16> {
        let _ = request;
        Err(hognose_vm::vm::NO_FILES)
    }
}

//! Texts as the kernel takes them: they end with a NUL.

/// Most bytes of a path or name, the NUL included.
const ROOM: usize = 256;

/// A text that ends with a NUL.
pub struct Name([u8; ROOM]);

impl Name {
    /// None: it is too long. It ends where it has a NUL itself.
    pub fn new(text: &str) -> Option<Name> {
        let mut bytes = [0; ROOM];
        let room = bytes.get_mut(..ROOM - 1)?.get_mut(..text.len())?;
        room.copy_from_slice(text.as_bytes());
        Some(Name(bytes))
    }

    /// As much of it as there is room for.
    pub fn cut(text: &str) -> Name {
        let mut bytes = [0; ROOM];
        for (to, from) in bytes.iter_mut().take(ROOM - 1).zip(text.bytes()) {
            *to = from;
        }
        Name(bytes)
    }

    /// For the kernel.
    pub fn address(&self) -> *const u8 {
        self.0.as_ptr()
    }
}

/// Gives bytes to a function of the kernel that takes texts, piece by piece, without NULs. False: there is no such function.
pub fn pieces(bytes: &[u8], mut put: impl FnMut(*const u8) -> Option<()>) -> bool {
    let mut piece = [0; ROOM];
    let mut rest = bytes.iter().copied().filter(|&byte| byte != 0);
    loop {
        let mut n = 0;
        for (to, from) in piece.iter_mut().take(ROOM - 1).zip(&mut rest) {
            *to = from;
            n += 1;
        }
        if n == 0 {
            return true;
        }
        if let Some(end) = piece.get_mut(n) {
            *end = 0;
        }
        if put(piece.as_ptr()).is_none() {
            return false;
        }
    }
}

/// The text in a buffer that a function of the kernel filled.
pub fn text(buffer: &[u8]) -> &str {
    let bytes = buffer.split(|&byte| byte == 0).next().unwrap_or(&[]);
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => core::str::from_utf8(bytes.get(..error.valid_up_to()).unwrap_or(&[])).unwrap_or(""),
    }
}

//! A host that only keeps what a script prints, for tests and first steps.

use hognose_vm::vm::Host;

/// Keeps the first `N` bytes that a script prints.
pub struct Captured<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Captured<N> {
    /// Nothing yet.
    pub const fn new() -> Self {
        Captured { bytes: [0; N], len: 0 }
    }

    /// What was printed, as text.
    pub fn text(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.len]).unwrap_or("")
    }
}

impl<const N: usize> Default for Captured<N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const N: usize> Host for Captured<N> {
    fn write(&mut self, _stream: u8, bytes: &[u8]) {
        let n = bytes.len().min(N - self.len);
        self.bytes[self.len..self.len + n].copy_from_slice(&bytes[..n]);
        self.len += n;
    }
}

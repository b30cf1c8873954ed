//! The serial port.

/// The serial port.
pub struct Serial;

/// Writes bytes.
pub fn write(bytes: &[u8]) {
    for &byte in bytes {
        // SAFETY: the data register of the machine's PL011; QEMU takes bytes at any time.
        unsafe { (0x0900_0000 as *mut u32).write_volatile(byte.into()) };
    }
}

impl core::fmt::Write for Serial {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        write(text.as_bytes());
        Ok(())
    }
}

//! Exceptions that host functions raise.

use core::fmt::Write;
use hognose_vm::native::Trap;
use hognose_vm::types::Type;
use hognose_vm::vm::Vm;

/// Bytes of the message that are kept.
const LONGEST: usize = 160;

/// An exception for the script: a built-in class and a message of at most 160 bytes (longer ones are cut).
///
/// ```
/// use hognose::Raise;
///
/// let raise = Raise::with(hognose::Type::OSError, format_args!("motor {} does not answer", 3));
/// assert_eq!(raise.to_string(), "OSError: motor 3 does not answer");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Raise {
    class: Type,
    text: [u8; LONGEST],
    len: u8,
}

impl Raise {
    /// An exception of a built-in class.
    pub fn new(class: Type, message: &str) -> Raise {
        Raise::with(class, format_args!("{message}"))
    }

    /// An exception with a message that is written.
    pub fn with(class: Type, message: core::fmt::Arguments<'_>) -> Raise {
        let mut raise = Raise { class, text: [0; LONGEST], len: 0 };
        let _ = raise.write_fmt(message);
        raise
    }

    /// `ValueError`: an argument is of the right type and yet not allowed.
    pub fn value(message: &str) -> Raise {
        Raise::new(Type::ValueError, message)
    }

    /// `RuntimeError`: it cannot be done now.
    pub fn runtime(message: &str) -> Raise {
        Raise::new(Type::RuntimeError, message)
    }

    /// `OSError`: a machine or its surroundings failed.
    pub fn os(message: &str) -> Raise {
        Raise::new(Type::OSError, message)
    }

    /// `PermissionError`: the host does not allow it.
    pub fn permission(message: &str) -> Raise {
        Raise::new(Type::PermissionError, message)
    }

    /// `TimeoutError`: it took too long.
    pub fn timeout(message: &str) -> Raise {
        Raise::new(Type::TimeoutError, message)
    }

    /// Its class.
    pub fn class(&self) -> Type {
        self.class
    }

    /// Its message.
    pub fn message(&self) -> &str {
        core::str::from_utf8(&self.text[..self.len as usize]).unwrap_or("")
    }

    /// Raises it.
    pub fn throw(&self, vm: &mut Vm<'_>) -> Trap {
        vm.raise(self.class, self.message())
    }
}

impl Write for Raise {
    fn write_str(&mut self, s: &str) -> core::fmt::Result {
        for c in s.chars() {
            let (at, n) = (self.len as usize, c.len_utf8());
            if at + n > LONGEST {
                return Ok(());
            }
            c.encode_utf8(&mut self.text[at..]);
            self.len += n as u8;
        }
        Ok(())
    }
}

impl core::fmt::Display for Raise {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}: {}", self.class.name(), self.message())
    }
}

impl core::error::Error for Raise {}

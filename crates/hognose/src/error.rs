//! Why an engine could not be made, a program not loaded, a call not started.

use hognose_vm::interp::LoadError;

/// What went wrong before a program ran.
#[derive(Debug)]
pub enum Error {
    /// The block is too small, even after a collection.
    Memory,
    /// Image or source were refused. For source, [`Engine::result`](crate::Engine::result) is the SyntaxError too, so that
    /// [`Engine::report`](crate::Engine::report) shows it as Python does.
    Load(LoadError),
    /// Starting raised an exception: [`Engine::result`](crate::Engine::result) has it.
    Raised,
    /// There is no program: load one first.
    NoProgram,
    /// The handle holds nothing: it was released, or it is of another engine.
    NoSuchHandle,
    /// No host function waits for an answer.
    NotWaiting,
}

impl From<LoadError> for Error {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Memory => Error::Memory,
            other => Error::Load(other),
        }
    }
}

impl core::fmt::Display for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Error::Memory => f.write_str("the block is too small"),
            Error::Load(error) => write!(f, "{error}"),
            Error::Raised => f.write_str("an exception was raised while starting"),
            Error::NoProgram => f.write_str("no program is loaded"),
            Error::NoSuchHandle => {
                f.write_str("the handle holds nothing: it was released, or is of another engine")
            }
            Error::NotWaiting => f.write_str("no host function waits for an answer"),
        }
    }
}

impl core::error::Error for Error {}

/// Why a value of a script could not be read as a Rust type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// No global of that name.
    NoSuchName,
    /// It is of another type, or out of range.
    WrongType {
        /// What was asked for, such as `int that fits u8`.
        wanted: &'static str,
    },
}

impl core::fmt::Display for ReadError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            ReadError::NoSuchName => f.write_str("the program has no global of that name"),
            ReadError::WrongType { wanted } => write!(f, "the value is not {wanted}"),
        }
    }
}

impl core::error::Error for ReadError {}

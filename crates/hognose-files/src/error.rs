//! What can go wrong with files.

/// Why a request was refused. Each is one error number of Python's module `errno`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Nothing has that name.
    NotFound,
    /// Something has that name already.
    Exists,
    /// A folder on the path is a file.
    NotFolder,
    /// It is a folder, and a file was wanted.
    IsFolder,
    /// The folder still has entries.
    NotEmpty,
    /// A path, offset or option that makes no sense, such as a folder moved into itself.
    Invalid,
    /// No file is open under that handle, or not for that.
    BadHandle,
    /// As many files are open as can be.
    TooManyOpen,
    /// A name or path is longer than this machine takes.
    NameTooLong,
    /// Larger than a file can be.
    TooLarge,
    /// No room is left.
    NoSpace,
    /// It is in use.
    Busy,
    /// This machine does not let the program do that.
    Denied,
    /// These files cannot be changed.
    ReadOnly,
    /// The medium failed.
    Failed,
    /// This machine cannot do that.
    Unsupported,
    /// Another error number.
    Other(u16),
}

impl FileError {
    /// Number in module `errno`.
    pub const fn number(self) -> u16 {
        match self {
            FileError::NotFound => 2,
            FileError::Failed => 5,
            FileError::BadHandle => 9,
            FileError::Denied => 13,
            FileError::Busy => 16,
            FileError::Exists => 17,
            FileError::NotFolder => 20,
            FileError::IsFolder => 21,
            FileError::Invalid => 22,
            FileError::TooManyOpen => 24,
            FileError::TooLarge => 27,
            FileError::NoSpace => 28,
            FileError::ReadOnly => 30,
            FileError::NameTooLong => 36,
            FileError::Unsupported => 38,
            FileError::NotEmpty => 39,
            FileError::Other(number) => number,
        }
    }

    /// The error of a number.
    pub const fn of_number(number: u16) -> FileError {
        match number {
            2 => FileError::NotFound,
            5 => FileError::Failed,
            9 => FileError::BadHandle,
            13 => FileError::Denied,
            16 => FileError::Busy,
            17 => FileError::Exists,
            20 => FileError::NotFolder,
            21 => FileError::IsFolder,
            22 => FileError::Invalid,
            24 => FileError::TooManyOpen,
            27 => FileError::TooLarge,
            28 => FileError::NoSpace,
            30 => FileError::ReadOnly,
            36 => FileError::NameTooLong,
            38 => FileError::Unsupported,
            39 => FileError::NotEmpty,
            number => FileError::Other(number),
        }
    }
}

impl core::fmt::Display for FileError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            FileError::NotFound => "no such file or folder",
            FileError::Exists => "it is there already",
            FileError::NotFolder => "not a folder",
            FileError::IsFolder => "a folder, not a file",
            FileError::NotEmpty => "the folder is not empty",
            FileError::Invalid => "that makes no sense for files",
            FileError::BadHandle => "no such open file",
            FileError::TooManyOpen => "too many open files",
            FileError::NameTooLong => "the name is too long",
            FileError::TooLarge => "larger than a file can be",
            FileError::NoSpace => "no room is left",
            FileError::Busy => "it is in use",
            FileError::Denied => "not allowed",
            FileError::ReadOnly => "these files cannot be changed",
            FileError::Failed => "the medium failed",
            FileError::Unsupported => "this machine cannot do that",
            FileError::Other(number) => return write!(f, "error {number}"),
        })
    }
}

impl core::error::Error for FileError {}

#[cfg(test)]
mod tests {
    use super::FileError;

    #[test]
    fn numbers_and_errors_belong_together() {
        for number in 0..200 {
            assert_eq!(FileError::of_number(number).number(), number);
        }
        assert_eq!(FileError::of_number(28), FileError::NoSpace);
    }
}

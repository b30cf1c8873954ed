//! Why a snapshot was not written or was refused.

use crate::heap::{Kind, Root};
use crate::interp::Message;

/// Why a snapshot was not written or was refused: what, where, what was allowed.
#[derive(Debug)]
pub enum SnapshotError {
    /// The engine is running: only a paused one can be written.
    Running,
    /// The taker of the bytes took no more.
    Sink,
    /// Fewer bytes than header and checksum.
    Short {
        /// Bytes there are.
        found: usize,
        /// Bytes that every snapshot has at least.
        need: usize,
    },
    /// The first bytes are not those of a snapshot.
    Magic,
    /// Another version of the format.
    Version {
        /// In the snapshot.
        found: u32,
        /// The one that this engine reads.
        known: u32,
    },
    /// Another order of bytes.
    ByteOrder {
        /// In the snapshot.
        found: u32,
        /// The one that this engine reads.
        known: u32,
    },
    /// Taken with another engine, other modules or another library.
    Fingerprint {
        /// Which of them.
        what: &'static str,
        /// In the snapshot.
        found: u32,
        /// Of this engine.
        known: u32,
    },
    /// Another number of fields.
    Fields {
        /// In the snapshot.
        found: usize,
        /// Of this engine.
        known: usize,
    },
    /// The parts that the header names do not have that many bytes together.
    Length {
        /// Bytes there are.
        found: u64,
        /// Bytes that the header promises.
        stated: u64,
    },
    /// The checksum does not match.
    Checksum {
        /// At the end of the snapshot.
        stated: u32,
        /// Of its bytes.
        found: u32,
    },
    /// The block is too small, in words.
    Block {
        /// Words of the block.
        have: usize,
        /// Words that a block needs at least.
        need: usize,
    },
    /// A field of the engine is out of range.
    Field {
        /// Its name.
        name: &'static str,
        /// What it is.
        found: u64,
        /// What it may be at most.
        most: u64,
    },
    /// An object breaks a rule.
    Object {
        /// Its first word in the block.
        word: usize,
        /// Its kind, as far as it has one.
        kind: Kind,
        /// What is wrong.
        what: &'static str,
    },
    /// A root is not what it is for.
    Root {
        /// Which.
        root: Root,
        /// What is wrong.
        what: &'static str,
    },
    /// A frame breaks a rule.
    Frame {
        /// Its first word, counted back from the end of the stack.
        back: usize,
        /// What is wrong.
        what: &'static str,
    },
    /// An image object holds what is no well-formed image.
    Image {
        /// First word of the object.
        word: usize,
        /// What is wrong.
        what: Message,
    },
    /// The block has no room to check this object.
    Room {
        /// First word of the object.
        word: usize,
    },
}

impl core::fmt::Display for SnapshotError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        use SnapshotError::*;
        match self {
            Running => f.write_str("a running engine cannot be written: pause it first"),
            Sink => f.write_str("the snapshot could not be written to its end"),
            Short { found, need } => write!(f, "{found} bytes are no snapshot: it has at least {need}"),
            Magic => f.write_str("not a snapshot: it does not begin with HOGSNAP"),
            Version { found, known } => write!(f, "snapshot of version {found}: this engine reads {known}"),
            ByteOrder { found, known } => {
                write!(f, "snapshot with byte order {found:#010x}: this engine reads {known:#010x}")
            }
            Fingerprint { what, found, known } => {
                write!(f, "snapshot of another {what}: {found:08x} instead of {known:08x}")
            }
            Fields { found, known } => write!(f, "snapshot with {found} fields: this engine has {known}"),
            Length { found, stated } => write!(f, "snapshot of {found} bytes: its header says {stated}"),
            Checksum { stated, found } => {
                write!(f, "checksum of the snapshot: {stated:08x} stated, {found:08x} found")
            }
            Block { have, need } => write!(f, "block of {have} words: the snapshot needs {need}"),
            Field { name, found, most } => write!(f, "field {name} is {found}: at most {most}"),
            Object { word, kind, what } => write!(f, "object at word {word} ({kind:?}): {what}"),
            Root { root, what } => write!(f, "root {root:?}: {what}"),
            Frame { back, what } => write!(f, "frame {back} words from the end of the stack: {what}"),
            Image { word, what } => {
                let what = core::str::from_utf8(what.as_bytes()).unwrap_or("");
                write!(f, "image at word {word}: {what}")
            }
            Room { word } => write!(f, "no room in the block to check the object at word {word}"),
        }
    }
}

impl core::error::Error for SnapshotError {}

/// What is wrong, where the caller knows the place.
pub(crate) type Fault = &'static str;

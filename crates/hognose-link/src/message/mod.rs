//! What frames carry. One message, one payload; every decoder refuses malformed bytes and says what and where.

mod command;
mod event;
mod open;
mod reply;
mod status;
mod stream;

pub use command::{Command, Limits, StopKind, UploadBegin};
pub use event::{Event, EventKind};
pub use open::{Capabilities, Challenge, Hello, Proof, Role, Welcome, feature};
pub use reply::{Nak, NakCode, Refusal, Reply, SlotInfo};
pub use status::{State, Status, StopReason};
pub use stream::{Beat, Console, Drive, Flow, Reading, Telemetry, topic};

use crate::frame::{Frame, Kind};
use crate::wire::{Reader, Wire, WireError, Writer};

/// A one-byte enum with its numbers, and `Other` numbers refused.
macro_rules! coded {
    ($(#[$outer:meta])* $name:ident as $field:literal { $($(#[$inner:meta])* $case:ident = $number:literal $text:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub enum $name { $($(#[$inner])* $case = $number,)+ }

        impl $name {
            /// All values.
            pub const ALL: &'static [$name] = &[$($name::$case,)+];

            /// The value in words.
            pub const fn text(self) -> &'static str {
                match self { $($name::$case => $text,)+ }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.text())
            }
        }

        impl<'a> $crate::wire::Wire<'a> for $name {
            fn put(&self, out: &mut $crate::wire::Writer<'_>) -> Result<(), $crate::wire::WireError> {
                out.u8($field, *self as u8)
            }
            fn get(from: &mut $crate::wire::Reader<'a>) -> Result<Self, $crate::wire::WireError> {
                match from.u8($field)? {
                    $($number => Ok($name::$case),)+
                    other => Err(from.unknown($field, other)),
                }
            }
        }
    };
}
pub(crate) use coded;

/// The codec of a struct whose fields are written one after the other; `$kind` is a method of `Reader` and `Writer`.
macro_rules! in_order {
    ($name:ident $(<$life:lifetime>)? { $($field:ident: $kind:ident),* $(,)? }) => {
        impl<'a> $crate::wire::Wire<'a> for $name $(<$life>)? {
            fn put(&self, out: &mut $crate::wire::Writer<'_>) -> Result<(), $crate::wire::WireError> {
                $($crate::message::in_order!(@put out self $field $kind);)*
                Ok(())
            }
            fn get(from: &mut $crate::wire::Reader<'a>) -> Result<Self, $crate::wire::WireError> {
                Ok(Self { $($field: $crate::message::in_order!(@get from $field $kind),)* })
            }
        }
    };
    (@put $out:ident $this:ident $field:ident message) => { $crate::wire::Wire::put(&$this.$field, $out)? };
    (@put $out:ident $this:ident $field:ident rest) => { $out.bytes(stringify!($field), $this.$field)? };
    (@put $out:ident $this:ident $field:ident array) => { $out.bytes(stringify!($field), &$this.$field)? };
    (@put $out:ident $this:ident $field:ident bool) => { $out.u8(stringify!($field), u8::from($this.$field))? };
    (@put $out:ident $this:ident $field:ident $kind:ident) => { $out.$kind(stringify!($field), $this.$field)? };
    (@get $from:ident $field:ident message) => { $crate::wire::Wire::get($from)? };
    (@get $from:ident $field:ident rest) => { $from.rest() };
    (@get $from:ident $field:ident $kind:ident) => { $from.$kind(stringify!($field))? };
}
pub(crate) use in_order;

/// Any message, by the kind of its frame: for tools that show what goes over a link.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Message<'a> {
    /// Opens a session.
    Hello(Hello<'a>),
    /// Answers a challenge.
    Proof(Proof),
    /// A command.
    Command(Command<'a>),
    /// What the host received.
    Flow(Flow),
    /// Remote drive.
    Drive(Drive),
    /// Stop.
    Stop(StopKind),
    /// Asks for the key.
    Challenge(Challenge),
    /// The session is open.
    Welcome(Welcome<'a>),
    /// A command was done.
    Ack(Reply<'a>),
    /// A command was refused.
    Nak(Nak<'a>),
    /// An event.
    Event(Event<'a>),
    /// Console output.
    Console(Console<'a>),
    /// Telemetry.
    Telemetry(Telemetry<'a>),
    /// The device's sign of life.
    Beat(Beat),
    /// The stop was done.
    Stopped(StopKind),
}

impl<'a> Message<'a> {
    /// Reads the message of a frame.
    pub fn of(frame: &Frame<'a>) -> Result<Self, WireError> {
        let bytes = frame.payload;
        Ok(match frame.kind {
            Kind::Hello => Self::Hello(Wire::decode(bytes)?),
            Kind::Proof => Self::Proof(Wire::decode(bytes)?),
            Kind::Command => Self::Command(Wire::decode(bytes)?),
            Kind::Flow => Self::Flow(Wire::decode(bytes)?),
            Kind::Drive => Self::Drive(Wire::decode(bytes)?),
            Kind::Stop => Self::Stop(Wire::decode(bytes)?),
            Kind::Challenge => Self::Challenge(Wire::decode(bytes)?),
            Kind::Welcome => Self::Welcome(Wire::decode(bytes)?),
            Kind::Ack => Self::Ack(Wire::decode(bytes)?),
            Kind::Nak => Self::Nak(Wire::decode(bytes)?),
            Kind::Event => Self::Event(Wire::decode(bytes)?),
            Kind::Console => Self::Console(Wire::decode(bytes)?),
            Kind::Telemetry => Self::Telemetry(Wire::decode(bytes)?),
            Kind::Beat => Self::Beat(Wire::decode(bytes)?),
            Kind::Stopped => Self::Stopped(Wire::decode(bytes)?),
        })
    }

    /// The kind of frame that carries it.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Hello(_) => Kind::Hello,
            Self::Proof(_) => Kind::Proof,
            Self::Command(_) => Kind::Command,
            Self::Flow(_) => Kind::Flow,
            Self::Drive(_) => Kind::Drive,
            Self::Stop(_) => Kind::Stop,
            Self::Challenge(_) => Kind::Challenge,
            Self::Welcome(_) => Kind::Welcome,
            Self::Ack(_) => Kind::Ack,
            Self::Nak(_) => Kind::Nak,
            Self::Event(_) => Kind::Event,
            Self::Console(_) => Kind::Console,
            Self::Telemetry(_) => Kind::Telemetry,
            Self::Beat(_) => Kind::Beat,
            Self::Stopped(_) => Kind::Stopped,
        }
    }

    /// Writes the payload.
    pub fn put(&self, out: &mut Writer<'_>) -> Result<(), WireError> {
        match self {
            Self::Hello(m) => m.put(out),
            Self::Proof(m) => m.put(out),
            Self::Command(m) => m.put(out),
            Self::Flow(m) => m.put(out),
            Self::Drive(m) => m.put(out),
            Self::Stop(m) | Self::Stopped(m) => m.put(out),
            Self::Challenge(m) => m.put(out),
            Self::Welcome(m) => m.put(out),
            Self::Ack(m) => m.put(out),
            Self::Nak(m) => m.put(out),
            Self::Event(m) => m.put(out),
            Self::Console(m) => m.put(out),
            Self::Telemetry(m) => m.put(out),
            Self::Beat(m) => m.put(out),
        }
    }

    /// Builds the frame that carries it.
    pub fn frame(&self, buffer: &mut [u8], session: u16, seq: u16) -> Result<usize, WireError> {
        crate::frame::build(buffer, self.kind(), session, seq, |out| self.put(out))
    }
}

/// An optional part: one byte 0 or 1, then the part.
pub(crate) fn put_option<'a, T: Wire<'a>>(
    part: Option<&T>,
    field: &'static str,
    out: &mut Writer<'_>,
) -> Result<(), WireError> {
    match part {
        None => out.u8(field, 0),
        Some(part) => {
            out.u8(field, 1)?;
            part.put(out)
        }
    }
}

/// Reads what [`put_option`] wrote.
pub(crate) fn get_option<'a, T: Wire<'a>>(
    field: &'static str,
    from: &mut Reader<'a>,
) -> Result<Option<T>, WireError> {
    if from.bool(field)? { Ok(Some(T::get(from)?)) } else { Ok(None) }
}

//! What a program waits for.

use crate::computer::Computer;
use crate::part::{Received, Ticket};
use crate::vibe::Vibe;
use core::task::Poll;
use hognose::{NativeResult, ToPython, Value, Vm};

/// Most bytes of one receive.
const MOST: usize = 32 * 1024;
/// Milliseconds between two looks at something that does not tell when it is ready.
const LOOK: u32 = 5;
/// Longest wait of one turn.
const LONGEST: u64 = 1000;

/// What a program waits for.
#[derive(Clone, Copy, Debug)]
pub enum Wait {
    /// Nothing.
    None,
    /// A moment, as uptime.
    Until(u64),
    /// The others had their turn.
    Yield,
    /// A key; -1 after that moment.
    Key(Option<u64>),
    /// A look-up.
    Resolve(Ticket),
    /// An echo.
    Ping(Ticket),
    /// A connection.
    Connect {
        /// With TLS?
        tls: bool,
        /// Which.
        ticket: Ticket,
    },
    /// Bytes on a socket; `b''` after that moment.
    Receive {
        /// With TLS?
        tls: bool,
        /// Which.
        socket: i64,
        /// At most that many.
        most: usize,
        /// Until when.
        until: Option<u64>,
    },
    /// The end of the sound.
    Sound,
    /// The end of a process.
    Process(i32),
}

/// Milliseconds since the start; 0 without a clock.
pub fn uptime(computer: &mut dyn Computer) -> u64 {
    computer.clock().map_or(0, |clock| clock.uptime())
}

/// Is that moment over? Without a clock every moment is.
fn is_over(computer: &mut dyn Computer, until: u64) -> bool {
    computer.clock().is_none_or(|clock| clock.uptime() >= until)
}

/// The sockets of a kind.
pub fn sockets(computer: &mut dyn Computer, tls: bool) -> Option<&mut dyn crate::part::Sockets> {
    let network = computer.network()?;
    if tls { network.tls() } else { network.tcp() }
}

impl Wait {
    /// How long there is nothing to look for, milliseconds.
    pub(crate) fn patience(&self, computer: &mut dyn Computer) -> u32 {
        match *self {
            Wait::Until(until) => until.saturating_sub(uptime(computer)).clamp(1, LONGEST) as u32,
            _ => LOOK,
        }
    }
}

impl Vibe {
    /// What the program waited for does not matter any more.
    pub(crate) fn abandon(&mut self, computer: &mut dyn Computer) {
        match core::mem::replace(&mut self.wait, Wait::None) {
            Wait::Resolve(ticket) | Wait::Ping(ticket) => {
                if let Some(network) = computer.network() {
                    network.forget(ticket);
                }
            }
            Wait::Connect { tls, ticket } => {
                if let Some(sockets) = sockets(computer, tls) {
                    sockets.forget(ticket);
                }
            }
            _ => {}
        }
    }

    /// The answer to what the program waits for, once there is one.
    pub(crate) fn check(
        &mut self,
        computer: &mut dyn Computer,
        vm: &mut Vm<'_>,
    ) -> NativeResult<Option<Value>> {
        let over = |computer: &mut dyn Computer, until: Option<u64>| {
            until.is_some_and(|until| is_over(computer, until))
        };
        match self.wait {
            Wait::None | Wait::Yield => Ok(Some(Value::NONE)),
            Wait::Until(until) => Ok(is_over(computer, until).then_some(Value::NONE)),
            Wait::Key(until) => {
                let key = computer.keyboard().and_then(|keyboard| keyboard.key());
                let gone = key.is_none() && (computer.keyboard().is_none() || over(computer, until));
                Ok(key.map(|key| Value::int(key.into())).or(gone.then_some(Value::int(-1))))
            }
            Wait::Resolve(ticket) => {
                ready(vm, computer.network().map_or(Poll::Ready(0), |network| network.check(ticket)), |n| {
                    n.max(0)
                })
            }
            Wait::Ping(ticket) => {
                let poll = computer.network().map_or(Poll::Ready(0), |network| network.check(ticket));
                Ok(match poll {
                    Poll::Ready(n) => Some(Value::bool(n > 0)),
                    Poll::Pending => None,
                })
            }
            Wait::Connect { tls, ticket } => {
                if let Some(network) = computer.network() {
                    network.poll();
                }
                let poll = sockets(computer, tls).map_or(Poll::Ready(-1), |sockets| sockets.check(ticket));
                ready(vm, poll, |n| n.max(-1))
            }
            Wait::Receive { tls, socket, most, until } => {
                let late = over(computer, until);
                receive(computer, vm, tls, socket, most, late)
            }
            Wait::Sound => Ok(self.player.outcome(computer).map(Value::bool)),
            Wait::Process(pid) => {
                let status = computer.processes().map_or(Some(-1), |processes| processes.status(pid));
                Ok(status.map(|status| Value::int(status.into())))
            }
        }
    }
}

fn ready(vm: &mut Vm<'_>, poll: Poll<i64>, shown: fn(i64) -> i64) -> NativeResult<Option<Value>> {
    match poll {
        Poll::Ready(n) => shown(n).to_python(vm).map(Some),
        Poll::Pending => Ok(None),
    }
}

/// What a socket has: bytes, None when it is closed, `b''` when it is late and there is nothing.
pub fn receive(
    computer: &mut dyn Computer,
    vm: &mut Vm<'_>,
    tls: bool,
    socket: i64,
    most: usize,
    late: bool,
) -> NativeResult<Option<Value>> {
    if let Some(network) = computer.network() {
        network.poll();
    }
    let Some(sockets) = sockets(computer, tls) else { return Ok(Some(Value::NONE)) };
    let mut received = Received::Nothing;
    let room = most.min(MOST);
    let made = vm.new_bytes_by(room, [], |_, _, out| received = sockets.receive(socket, out))?;
    match received {
        Received::Closed => Ok(Some(Value::NONE)),
        Received::Nothing if !late => Ok(None),
        Received::Bytes(n) if n >= room => Ok(Some(made)),
        Received::Bytes(_) | Received::Nothing => {
            let n = if let Received::Bytes(n) = received { n } else { 0 };
            let mark = vm.heap.held_mark();
            let whole = vm.heap.hold(made);
            let part = vm.new_bytes_part(whole, 0, n);
            vm.heap.release_to(mark);
            part.map(Some)
        }
    }
}

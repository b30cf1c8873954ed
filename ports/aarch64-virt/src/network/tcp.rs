//! Plain connections.

use super::core::Core;
use crate::interrupts::uptime;
use alloc::rc::Rc;
use core::cell::RefCell;
use core::task::Poll;
use core::time::Duration;
use hognose_vibe::part::{Received, Sockets, Ticket};
use smoltcp::iface::SocketHandle;
use smoltcp::socket::tcp::State;

/// How long it may take to connect.
pub const CONNECT_TIME: Duration = Duration::from_secs(10);
/// Most connections at a time.
const MOST: usize = 8;

#[derive(Clone, Copy)]
struct Connection {
    handle: SocketHandle,
    until: Duration,
    connected: bool,
}

/// Plain sockets 0..7.
pub struct Tcp {
    core: Rc<RefCell<Core>>,
    connections: [Option<Connection>; MOST],
}

impl Tcp {
    /// None is open.
    pub fn new(core: Rc<RefCell<Core>>) -> Tcp {
        Tcp { core, connections: [None; MOST] }
    }

    fn find(&self, socket: i64) -> Option<Connection> {
        let index = usize::try_from(socket).ok()?;
        self.connections.get(index).copied().flatten().filter(|connection| connection.connected)
    }
}

impl Sockets for Tcp {
    fn connect(&mut self, address: u32, port: u16, _host: &str) -> Option<Ticket> {
        let slot = self.connections.iter().position(Option::is_none)?;
        let handle = self.core.borrow_mut().connect(address, port)?;
        let until = uptime() + CONNECT_TIME;
        *self.connections.get_mut(slot)? = Some(Connection { handle, until, connected: false });
        Some(slot as Ticket)
    }

    fn check(&mut self, ticket: Ticket) -> Poll<i64> {
        let Some(slot) = self.connections.get_mut(ticket as usize) else { return Poll::Ready(-1) };
        let Some(connection) = slot else { return Poll::Ready(-1) };
        let mut core = self.core.borrow_mut();
        match core.socket(connection.handle).state() {
            State::SynSent | State::SynReceived if uptime() < connection.until => Poll::Pending,
            State::Established | State::CloseWait => {
                connection.connected = true;
                Poll::Ready(ticket.into())
            }
            _ => {
                core.socket(connection.handle).abort();
                core.end(connection.handle);
                *slot = None;
                Poll::Ready(-1)
            }
        }
    }

    fn send(&mut self, socket: i64, bytes: &[u8]) -> Option<usize> {
        let connection = self.find(socket)?;
        self.core.borrow_mut().socket(connection.handle).send_slice(bytes).ok()
    }

    fn receive(&mut self, socket: i64, out: &mut [u8]) -> Received {
        let Some(connection) = self.find(socket) else { return Received::Closed };
        let mut core = self.core.borrow_mut();
        let socket = core.socket(connection.handle);
        if socket.can_recv() {
            return Received::Bytes(socket.recv_slice(out).unwrap_or(0));
        }
        if socket.may_recv() { Received::Nothing } else { Received::Closed }
    }

    fn close(&mut self, socket: i64) {
        let Some(connection) = self.find(socket) else { return };
        self.core.borrow_mut().end(connection.handle);
        if let Some(slot) = self.connections.get_mut(socket as usize) {
            *slot = None;
        }
    }

    fn is_connected(&mut self, socket: i64) -> bool {
        let Some(connection) = self.find(socket) else { return false };
        self.core.borrow_mut().socket(connection.handle).may_send()
    }
}

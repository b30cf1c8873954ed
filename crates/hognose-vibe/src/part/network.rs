//! Network.

use core::task::Poll;

/// A question on its way.
pub type Ticket = u32;

/// What a socket had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// That many bytes.
    Bytes(usize),
    /// Nothing yet.
    Nothing,
    /// The connection is closed or broken, or there is no such socket.
    Closed,
}

/// Sockets, plain or with TLS.
pub trait Sockets {
    /// Starts to connect; `host` is the name that the certificate must be for, empty for plain sockets.
    /// [`Network::check`] gives the socket, -1 on failure. None: no socket is free.
    fn connect(&mut self, address: u32, port: u16, host: &str) -> Option<Ticket>;
    /// How a connection that was started stands. Asked until it is ready, then no more.
    fn check(&mut self, ticket: Ticket) -> Poll<i64>;
    /// Nobody will ask for that any more: who waited was interrupted.
    fn forget(&mut self, ticket: Ticket) {
        let _ = ticket;
    }
    /// Sends bytes; how many it took, None when it is not connected.
    fn send(&mut self, socket: i64, bytes: &[u8]) -> Option<usize>;
    /// Takes what has come.
    fn receive(&mut self, socket: i64, out: &mut [u8]) -> Received;
    /// Ends it; unknown sockets are ignored.
    fn close(&mut self, socket: i64);
    /// Is it connected?
    fn is_connected(&mut self, socket: i64) -> bool;
}

/// A network. Addresses are IPv4, the first octet in the top byte.
pub trait Network {
    /// The own address, 0 while there is none.
    fn address(&mut self) -> u32;
    /// The hardware address.
    fn mac(&mut self) -> [u8; 6];
    /// Handles what has come and sends what is due.
    fn poll(&mut self);
    /// Starts to look up a name: [`Network::check`] gives the address, 0 on failure.
    fn resolve(&mut self, host: &str) -> Option<Ticket>;
    /// Starts an echo request: [`Network::check`] gives 1 or 0.
    fn ping(&mut self, address: u32, timeout_ms: u32) -> Option<Ticket>;
    /// How a question stands. Asked until it is ready, then no more.
    fn check(&mut self, ticket: Ticket) -> Poll<i64>;
    /// Nobody will ask for that any more: who waited was interrupted.
    fn forget(&mut self, ticket: Ticket) {
        let _ = ticket;
    }
    /// TCP.
    fn tcp(&mut self) -> Option<&mut dyn Sockets>;
    /// TLS over TCP.
    fn tls(&mut self) -> Option<&mut dyn Sockets> {
        None
    }
}

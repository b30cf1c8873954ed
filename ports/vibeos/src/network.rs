//! Network. The kernel's questions wait for their answers, so tickets are answered when they are made.

use crate::table::Kernel;
use crate::text::Name;
use alloc::vec::Vec;
use core::task::Poll;
use hognose_vibe::part::*;

/// Answers that nobody asked for yet.
const WAITING: usize = 32;

/// Answers by ticket.
#[derive(Default)]
struct Answers {
    waiting: Vec<(Ticket, i64)>,
    next: Ticket,
}

impl Answers {
    fn add(&mut self, answer: i64) -> Option<Ticket> {
        if self.waiting.len() >= WAITING {
            self.waiting.remove(0);
        }
        self.next = self.next.wrapping_add(1);
        self.waiting.push((self.next, answer));
        Some(self.next)
    }

    fn take(&mut self, ticket: Ticket, or: i64) -> Poll<i64> {
        let at = self.waiting.iter().position(|(other, _)| *other == ticket);
        Poll::Ready(at.map_or(or, |at| self.waiting.swap_remove(at).1))
    }
}

/// The network.
pub struct Wire {
    kernel: Kernel,
    answers: Answers,
    tcp: Plugs,
    tls: Plugs,
}

/// Sockets of a kind.
struct Plugs {
    kernel: Kernel,
    secure: bool,
    answers: Answers,
}

impl Wire {
    /// By that table.
    pub fn new(kernel: Kernel) -> Wire {
        let plugs = |secure| Plugs { kernel, secure, answers: Answers::default() };
        Wire { kernel, answers: Answers::default(), tcp: plugs(false), tls: plugs(true) }
    }
}

impl Network for Wire {
    fn address(&mut self) -> u32 {
        self.kernel.net_get_ip().unwrap_or(0)
    }

    fn mac(&mut self) -> [u8; 6] {
        let mut mac = [0; 6];
        self.kernel.net_get_mac(mac.as_mut_ptr());
        mac
    }

    fn poll(&mut self) {
        self.kernel.net_poll();
    }

    fn resolve(&mut self, host: &str) -> Option<Ticket> {
        let host = Name::new(host)?;
        let address = self.kernel.dns_resolve(host.address())?;
        self.answers.add(address.into())
    }

    fn ping(&mut self, address: u32, timeout_ms: u32) -> Option<Ticket> {
        let answer = self.kernel.net_ping(address, 1, timeout_ms)?;
        self.answers.add((answer == 0).into())
    }

    fn check(&mut self, ticket: Ticket) -> Poll<i64> {
        self.answers.take(ticket, 0)
    }

    fn tcp(&mut self) -> Option<&mut dyn Sockets> {
        Some(&mut self.tcp)
    }

    fn tls(&mut self) -> Option<&mut dyn Sockets> {
        Some(&mut self.tls)
    }
}

impl Sockets for Plugs {
    fn connect(&mut self, address: u32, port: u16, host: &str) -> Option<Ticket> {
        let socket = if self.secure {
            let host = Name::new(host)?;
            self.kernel.tls_connect(address, port, host.address())?
        } else {
            self.kernel.tcp_connect(address, port)?
        };
        self.answers.add(socket.into())
    }

    fn check(&mut self, ticket: Ticket) -> Poll<i64> {
        self.answers.take(ticket, -1)
    }

    fn send(&mut self, socket: i64, bytes: &[u8]) -> Option<usize> {
        let (socket, n) = (socket.try_into().ok()?, u32::try_from(bytes.len()).unwrap_or(u32::MAX));
        let sent = if self.secure {
            self.kernel.tls_send(socket, bytes.as_ptr(), n)?
        } else {
            self.kernel.tcp_send(socket, bytes.as_ptr(), n)?
        };
        usize::try_from(sent).ok()
    }

    fn receive(&mut self, socket: i64, out: &mut [u8]) -> Received {
        let Ok(socket) = i32::try_from(socket) else { return Received::Closed };
        let n = u32::try_from(out.len()).unwrap_or(u32::MAX);
        let received = if self.secure {
            self.kernel.tls_recv(socket, out.as_mut_ptr(), n)
        } else {
            self.kernel.tcp_recv(socket, out.as_mut_ptr(), n)
        };
        match received.map(usize::try_from) {
            Some(Ok(0)) => Received::Nothing,
            Some(Ok(n)) => Received::Bytes(n.min(out.len())),
            _ => Received::Closed,
        }
    }

    fn close(&mut self, socket: i64) {
        if let Ok(socket) = i32::try_from(socket) {
            if self.secure {
                self.kernel.tls_close(socket)
            } else {
                self.kernel.tcp_close(socket)
            };
        }
    }

    fn is_connected(&mut self, socket: i64) -> bool {
        let Ok(socket) = i32::try_from(socket) else { return false };
        let connected = if self.secure {
            self.kernel.tls_is_connected(socket)
        } else {
            self.kernel.tcp_is_connected(socket)
        };
        connected.is_some_and(|connected| connected != 0)
    }
}

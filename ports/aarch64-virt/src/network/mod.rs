//! The network: an address by DHCP, names, echo requests, TCP and TLS.

mod card;
mod core;
mod tcp;
mod tls;

pub use self::card::Card;
pub use self::core::Core;
use self::tcp::Tcp;
use self::tls::Tls;
use ::core::cell::RefCell;
use ::core::task::Poll;
use alloc::rc::Rc;
use alloc::vec::Vec;
use hognose_vibe::part::{self, Sockets, Ticket};

/// All of it behind one card.
pub struct Net {
    core: Rc<RefCell<Core>>,
    tcp: Tcp,
    tls: Tls,
}

impl Net {
    /// Starts to ask for an address. The seed is for keys and numbers that nobody may guess.
    pub fn start(card: Card, seed: [u8; 32]) -> Net {
        let core = Rc::new(RefCell::new(Core::new(card, &seed)));
        Net { tcp: Tcp::new(core.clone()), tls: Tls::new(core.clone(), seed), core }
    }

    /// The certificate (DER) that certificates of TLS servers have to be signed with from now on.
    pub fn set_root(&mut self, certificate: Vec<u8>) {
        self.tls.set_root(certificate);
    }
}

impl part::Network for Net {
    fn address(&mut self) -> u32 {
        self.core.borrow_mut().address()
    }

    fn mac(&mut self) -> [u8; 6] {
        self.core.borrow().mac()
    }

    fn poll(&mut self) {
        self.core.borrow_mut().poll();
        self.tls.poll();
    }

    fn resolve(&mut self, host: &str) -> Option<Ticket> {
        self.core.borrow_mut().resolve(host)
    }

    fn ping(&mut self, address: u32, timeout_ms: u32) -> Option<Ticket> {
        self.core.borrow_mut().ping(address, timeout_ms)
    }

    fn check(&mut self, ticket: Ticket) -> Poll<i64> {
        self.core.borrow_mut().check(ticket)
    }

    fn tcp(&mut self) -> Option<&mut dyn Sockets> {
        Some(&mut self.tcp)
    }

    fn tls(&mut self) -> Option<&mut dyn Sockets> {
        Some(&mut self.tls)
    }
}

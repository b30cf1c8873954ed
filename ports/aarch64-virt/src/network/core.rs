//! What all connections share: the card, addresses, questions on their way.

use super::card::Card;
use crate::interrupts::uptime;
use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;
use core::net::Ipv4Addr;
use core::task::Poll;
use core::time::Duration;
use hognose_vibe::part::Ticket;
use smoltcp::iface::{Config, Interface, SocketHandle, SocketSet};
use smoltcp::phy::ChecksumCapabilities;
use smoltcp::socket::{dhcpv4, dns, icmp, tcp};
use smoltcp::time::Instant;
use smoltcp::wire::{DnsQueryType, EthernetAddress, Icmpv4Packet, Icmpv4Repr, IpAddress, IpCidr, Ipv4Cidr};

/// Most questions at a time.
const QUESTIONS: usize = 32;
/// How long a name may take.
const NAME_TIME: Duration = Duration::from_secs(5);
/// Number of our echo requests.
const ECHO: u16 = 0x686f;
/// Bytes that a connection keeps in each direction.
const BUFFER: usize = 64 * 1024;
/// How long a connection may take to end.
const END_TIME: Duration = Duration::from_secs(5);
/// First port that we call from.
const FIRST_PORT: u16 = 49152;

/// Something asked.
enum Question {
    /// The answer is there.
    Ready(i64),
    /// A name.
    Name { query: dns::QueryHandle, until: Duration },
    /// An echo request.
    Echo { sequence: u16, until: Duration },
}

/// The shared part.
pub struct Core {
    card: Card,
    interface: Interface,
    sockets: SocketSet<'static>,
    dhcp: SocketHandle,
    dns: SocketHandle,
    icmp: SocketHandle,
    questions: BTreeMap<Ticket, Question>,
    next_ticket: Ticket,
    next_port: u16,
    sequence: u16,
    /// Connections that were closed and have not ended yet.
    ending: Vec<(SocketHandle, Duration)>,
}

fn now() -> Instant {
    Instant::from_micros(uptime().as_micros() as i64)
}

impl Core {
    /// Starts to ask for an address.
    pub fn new(mut card: Card, seed: &[u8; 32]) -> Core {
        let mut config = Config::new(EthernetAddress(card.mac()).into());
        config.random_seed = seed.iter().take(8).fold(0, |word, byte| word << 8 | u64::from(*byte));
        let interface = Interface::new(config, &mut card, now());
        let mut sockets = SocketSet::new(vec![]);
        let dhcp = sockets.add(dhcpv4::Socket::new());
        let dns = sockets.add(dns::Socket::new(&[], vec![]));
        let packets = |count| vec![icmp::PacketMetadata::EMPTY; count];
        let icmp = sockets.add(icmp::Socket::new(
            icmp::PacketBuffer::new(packets(16), vec![0; 2048]),
            icmp::PacketBuffer::new(packets(16), vec![0; 2048]),
        ));
        let _ = sockets.get_mut::<icmp::Socket<'_>>(icmp).bind(icmp::Endpoint::Ident(ECHO));
        let next_port = FIRST_PORT + (config_port(seed) & 0x1fff);
        Core {
            card,
            interface,
            sockets,
            dhcp,
            dns,
            icmp,
            questions: BTreeMap::new(),
            next_ticket: 1,
            next_port,
            sequence: 0,
            ending: Vec::new(),
        }
    }

    /// The own address, 0 without one.
    pub fn address(&mut self) -> u32 {
        self.interface.ipv4_addr().map_or(0, |address| address.to_bits())
    }

    /// The card's address.
    pub fn mac(&self) -> [u8; 6] {
        self.card.mac()
    }

    /// Handles what has come and sends what is due.
    pub fn poll(&mut self) {
        self.interface.poll(now(), &mut self.card, &mut self.sockets);
        match self.sockets.get_mut::<dhcpv4::Socket<'_>>(self.dhcp).poll() {
            Some(dhcpv4::Event::Configured(config)) => {
                let address = config.address;
                let router = config.router;
                let servers: Vec<IpAddress> =
                    config.dns_servers.iter().map(|server| (*server).into()).collect();
                self.set_address(Some(address), router);
                self.sockets.get_mut::<dns::Socket<'_>>(self.dns).update_servers(&servers);
            }
            Some(dhcpv4::Event::Deconfigured) => self.set_address(None, None),
            None => {}
        }
        self.take_echoes();
        let time = uptime();
        let sockets = &mut self.sockets;
        self.ending.retain(|(handle, until)| {
            let socket = sockets.get_mut::<tcp::Socket<'_>>(*handle);
            let ended = socket.state() == tcp::State::Closed;
            if !ended && time >= *until {
                socket.abort();
            } else if ended {
                sockets.remove(*handle);
            }
            !ended
        });
    }

    fn set_address(&mut self, address: Option<Ipv4Cidr>, router: Option<Ipv4Addr>) {
        self.interface.update_ip_addrs(|addresses| {
            addresses.clear();
            if let Some(address) = address {
                let _ = addresses.push(IpCidr::Ipv4(address));
            }
        });
        match router {
            Some(router) => {
                let _ = self.interface.routes_mut().add_default_ipv4_route(router);
            }
            None => {
                self.interface.routes_mut().remove_default_ipv4_route();
            }
        }
    }

    fn take_echoes(&mut self) {
        let socket = self.sockets.get_mut::<icmp::Socket<'_>>(self.icmp);
        while let Ok((bytes, _)) = socket.recv() {
            let Ok(packet) = Icmpv4Packet::new_checked(bytes) else { continue };
            let Ok(Icmpv4Repr::EchoReply { seq_no, .. }) =
                Icmpv4Repr::parse(&packet, &ChecksumCapabilities::default())
            else {
                continue;
            };
            for question in self.questions.values_mut() {
                if matches!(question, Question::Echo { sequence, .. } if *sequence == seq_no) {
                    *question = Question::Ready(1);
                }
            }
        }
    }

    fn ask(&mut self, question: Question) -> Option<Ticket> {
        if self.questions.len() >= QUESTIONS {
            return None;
        }
        let ticket = self.next_ticket;
        self.next_ticket = self.next_ticket.wrapping_add(1).max(1);
        self.questions.insert(ticket, question);
        Some(ticket)
    }

    /// Starts to look up a name.
    pub fn resolve(&mut self, host: &str) -> Option<Ticket> {
        if let Ok(address) = host.parse::<Ipv4Addr>() {
            return self.ask(Question::Ready(address.to_bits().into()));
        }
        let socket = self.sockets.get_mut::<dns::Socket<'_>>(self.dns);
        let query = socket.start_query(self.interface.context(), host, DnsQueryType::A).ok()?;
        self.ask(Question::Name { query, until: uptime() + NAME_TIME })
    }

    /// Starts an echo request.
    pub fn ping(&mut self, address: u32, timeout_ms: u32) -> Option<Ticket> {
        self.sequence = self.sequence.wrapping_add(1);
        let sequence = self.sequence;
        let request = Icmpv4Repr::EchoRequest { ident: ECHO, seq_no: sequence, data: b"Hognose" };
        let socket = self.sockets.get_mut::<icmp::Socket<'_>>(self.icmp);
        let room = socket.send(request.buffer_len(), IpAddress::Ipv4(Ipv4Addr::from_bits(address))).ok()?;
        request.emit(&mut Icmpv4Packet::new_unchecked(room), &ChecksumCapabilities::default());
        self.ask(Question::Echo { sequence, until: uptime() + Duration::from_millis(timeout_ms.into()) })
    }

    /// How a question stands.
    pub fn check(&mut self, ticket: Ticket) -> Poll<i64> {
        let answer = match self.questions.get(&ticket) {
            None => 0,
            Some(Question::Ready(answer)) => *answer,
            Some(Question::Echo { until, .. }) => {
                if uptime() < *until {
                    return Poll::Pending;
                }
                0
            }
            Some(Question::Name { query, until }) => {
                let socket = self.sockets.get_mut::<dns::Socket<'_>>(self.dns);
                match socket.get_query_result(*query) {
                    Ok(addresses) => addresses
                        .iter()
                        .map(|address| match address {
                            IpAddress::Ipv4(address) => i64::from(address.to_bits()),
                        })
                        .next()
                        .unwrap_or(0),
                    Err(dns::GetQueryResultError::Pending) if uptime() < *until => return Poll::Pending,
                    Err(dns::GetQueryResultError::Pending) => {
                        socket.cancel_query(*query);
                        0
                    }
                    Err(dns::GetQueryResultError::Failed) => 0,
                }
            }
        };
        self.questions.remove(&ticket);
        Poll::Ready(answer)
    }

    /// Starts a connection.
    pub fn connect(&mut self, address: u32, port: u16) -> Option<SocketHandle> {
        let buffer = || tcp::SocketBuffer::new(vec![0; BUFFER]);
        let mut socket = tcp::Socket::new(buffer(), buffer());
        socket.set_nagle_enabled(false);
        let from = self.next_port;
        self.next_port = self.next_port.checked_add(1).unwrap_or(FIRST_PORT);
        let to = (IpAddress::Ipv4(Ipv4Addr::from_bits(address)), port);
        socket.connect(self.interface.context(), to, from).ok()?;
        Some(self.sockets.add(socket))
    }

    /// A connection.
    pub fn socket(&mut self, handle: SocketHandle) -> &mut tcp::Socket<'static> {
        self.sockets.get_mut(handle)
    }

    /// Ends a connection; its handle is gone.
    pub fn end(&mut self, handle: SocketHandle) {
        self.socket(handle).close();
        self.ending.push((handle, uptime() + END_TIME));
    }
}

fn config_port(seed: &[u8; 32]) -> u16 {
    u16::from_le_bytes([seed[8], seed[9]])
}

//! The network of this computer: sockets that do not block, and threads for what only blocks.

use hognose_vibe::part::{Network, Received, Sockets, Ticket};
use socket2::{Domain, Protocol, Socket, Type};
use std::collections::HashMap;
use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4, TcpStream, ToSocketAddrs, UdpSocket};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::task::Poll;
use std::time::{Duration, Instant};

/// Most sockets.
const SOCKETS: usize = 8;
/// How long a connection may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Answer of a thread.
enum Answer {
    Number(i64),
    Stream(TcpStream),
}

/// The network of this computer.
#[derive(Default)]
pub struct Net {
    questions: HashMap<Ticket, Receiver<Answer>>,
    next: Ticket,
    open: [Option<TcpStream>; SOCKETS],
    /// Places that connections on their way will have.
    taken: usize,
}

impl Net {
    /// Nothing is connected.
    pub fn new() -> Net {
        Net::default()
    }

    fn ask(&mut self, work: impl FnOnce() -> Answer + Send + 'static) -> Ticket {
        let (sender, receiver) = channel();
        std::thread::spawn(move || {
            // Nobody listens any more when the program has ended.
            let _ = sender.send(work());
        });
        self.next = self.next.wrapping_add(1);
        self.questions.insert(self.next, receiver);
        self.next
    }

    fn answer(&mut self, ticket: Ticket) -> Poll<Option<Answer>> {
        let Some(receiver) = self.questions.get(&ticket) else { return Poll::Ready(None) };
        match receiver.try_recv() {
            Err(TryRecvError::Empty) => Poll::Pending,
            answer => {
                self.questions.remove(&ticket);
                Poll::Ready(answer.ok())
            }
        }
    }

    fn stream(&mut self, socket: i64) -> Option<&mut TcpStream> {
        self.open.get_mut(usize::try_from(socket).ok()?)?.as_mut()
    }
}

fn resolve(host: &str) -> i64 {
    let found = (host, 0).to_socket_addrs().into_iter().flatten().find_map(|address| match address {
        SocketAddr::V4(address) => Some(*address.ip()),
        SocketAddr::V6(_) => None,
    });
    found.map_or(0, |ip| u32::from(ip).into())
}

/// One echo request, by the socket that needs no privileges where the system has it.
fn ping(address: u32, timeout: Duration) -> Option<()> {
    let socket = Socket::new(Domain::IPV4, Type::DGRAM, Some(Protocol::ICMPV4)).ok()?;
    socket.set_read_timeout(Some(timeout.max(Duration::from_millis(1)))).ok()?;
    let mut request = [8, 0, 0, 0, 0, 1, 0, 1, b'v', b'i', b'b', b'e'];
    let sum = request.chunks(2).map(|pair| u32::from(u16::from_be_bytes([pair[0], pair[1]]))).sum::<u32>();
    let sum = !((sum & 0xFFFF) + (sum >> 16)) as u16;
    request[2..4].copy_from_slice(&sum.to_be_bytes());
    let to = SocketAddrV4::new(Ipv4Addr::from(address), 0);
    let start = Instant::now();
    socket.send_to(&request, &to.into()).ok()?;
    let mut socket = socket;
    let mut answer = [0; 64];
    while start.elapsed() < timeout {
        let n = socket.read(&mut answer).ok()?;
        // Some systems put the IP header before it.
        let body = if answer[0] >> 4 == 4 && n > 20 { &answer[20..n] } else { &answer[..n] };
        if body.first() == Some(&0) {
            return Some(());
        }
    }
    None
}

impl Network for Net {
    fn address(&mut self) -> u32 {
        // The address that packets to elsewhere would come from; nothing is sent.
        let own = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).and_then(|socket| {
            socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9))?;
            socket.local_addr()
        });
        match own {
            Ok(SocketAddr::V4(address)) => u32::from(*address.ip()),
            _ => u32::from(Ipv4Addr::LOCALHOST),
        }
    }

    fn mac(&mut self) -> [u8; 6] {
        [0; 6]
    }

    fn poll(&mut self) {}

    fn resolve(&mut self, host: &str) -> Option<Ticket> {
        let host = host.to_owned();
        Some(self.ask(move || Answer::Number(resolve(&host))))
    }

    fn ping(&mut self, address: u32, timeout_ms: u32) -> Option<Ticket> {
        let timeout = Duration::from_millis(timeout_ms.into());
        Some(self.ask(move || Answer::Number(ping(address, timeout).is_some().into())))
    }

    fn check(&mut self, ticket: Ticket) -> Poll<i64> {
        match self.answer(ticket) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Some(Answer::Number(n))) => Poll::Ready(n),
            Poll::Ready(_) => Poll::Ready(0),
        }
    }

    fn forget(&mut self, ticket: Ticket) {
        self.questions.remove(&ticket);
    }

    fn tcp(&mut self) -> Option<&mut dyn Sockets> {
        Some(self)
    }
}

impl Sockets for Net {
    fn connect(&mut self, address: u32, port: u16, _host: &str) -> Option<Ticket> {
        if self.open.iter().flatten().count() + self.taken >= SOCKETS {
            return None;
        }
        self.taken += 1;
        let to = SocketAddr::V4(SocketAddrV4::new(Ipv4Addr::from(address), port));
        Some(self.ask(move || {
            let stream = TcpStream::connect_timeout(&to, PATIENCE);
            stream.map_or(Answer::Number(-1), Answer::Stream)
        }))
    }

    fn check(&mut self, ticket: Ticket) -> Poll<i64> {
        let Poll::Ready(answer) = self.answer(ticket) else { return Poll::Pending };
        self.taken = self.taken.saturating_sub(1);
        let Some(Answer::Stream(stream)) = answer else { return Poll::Ready(-1) };
        let free = self.open.iter().position(Option::is_none);
        match (free, stream.set_nonblocking(true)) {
            (Some(free), Ok(())) => {
                self.open[free] = Some(stream);
                Poll::Ready(free as i64)
            }
            _ => Poll::Ready(-1),
        }
    }

    fn forget(&mut self, ticket: Ticket) {
        if self.questions.remove(&ticket).is_some() {
            self.taken = self.taken.saturating_sub(1);
        }
    }

    fn send(&mut self, socket: i64, bytes: &[u8]) -> Option<usize> {
        match self.stream(socket)?.write(bytes) {
            Ok(n) => Some(n),
            Err(error) if error.kind() == ErrorKind::WouldBlock => Some(0),
            Err(_) => None,
        }
    }

    fn receive(&mut self, socket: i64, out: &mut [u8]) -> Received {
        let Some(stream) = self.stream(socket) else { return Received::Closed };
        match stream.read(out) {
            Ok(0) if out.is_empty() => Received::Nothing,
            Ok(0) => Received::Closed,
            Ok(n) => Received::Bytes(n),
            Err(error) if error.kind() == ErrorKind::WouldBlock => Received::Nothing,
            Err(_) => Received::Closed,
        }
    }

    fn close(&mut self, socket: i64) {
        if let Some(place) = usize::try_from(socket).ok().and_then(|at| self.open.get_mut(at)) {
            *place = None;
        }
    }

    fn is_connected(&mut self, socket: i64) -> bool {
        let Some(stream) = self.stream(socket) else { return false };
        let mut one = [0];
        match stream.peek(&mut one) {
            Ok(n) => n > 0,
            Err(error) => error.kind() == ErrorKind::WouldBlock,
        }
    }
}

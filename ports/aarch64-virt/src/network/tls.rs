//! Connections with TLS 1.3. Each is a task that goes on whenever the network is polled.

use super::core::Core;
use super::tcp::CONNECT_TIME;
use crate::clock::Clock;
use crate::interrupts::uptime;
use crate::random::Random;
use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::cell::RefCell;
use core::future::{Future, poll_fn};
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use embedded_io_async::{ErrorKind, ErrorType, Read, Write};
use embedded_tls::pki::CertVerifier;
use embedded_tls::{
    Aes128GcmSha256, Certificate, CryptoProvider, CryptoRngCore, TlsClock, TlsConfig, TlsConnection,
    TlsContext, TlsError, TlsVerifier, UnsecureProvider,
};
use hognose_vibe::part::{Received, Sockets, Ticket};
use smoltcp::iface::SocketHandle;
use smoltcp::socket::tcp::State;

/// Most connections at a time.
const MOST: usize = 4;
/// Bytes of a record with all that is around it.
const RECORD: usize = 16640;
/// Bytes that wait for the program at most, before the server has to wait.
const WAITING: usize = 256 * 1024;
/// Bytes that wait for the network at most.
const SENDING: usize = 64 * 1024;
/// Bytes of a server's certificates at most.
const CERTIFICATES: usize = 8192;

/// What a task and its owner tell each other.
#[derive(Default)]
struct Flow {
    opened: bool,
    /// Nothing will come any more.
    ended: bool,
    /// The owner wants an end.
    closing: bool,
    came: VecDeque<u8>,
    goes: VecDeque<u8>,
}

type Task = Pin<Box<dyn Future<Output = ()>>>;

struct Connection {
    /// None when it has ended.
    task: Option<Task>,
    flow: Rc<RefCell<Flow>>,
    until: Duration,
}

/// Sockets 0..3 with TLS.
pub struct Tls {
    core: Rc<RefCell<Core>>,
    connections: [Option<Connection>; MOST],
    /// Tasks whose owner has closed them and that say goodbye.
    closing: Vec<(Task, Duration)>,
    random: Random,
    root: Option<Rc<[u8]>>,
}

impl Tls {
    /// None is open.
    pub fn new(core: Rc<RefCell<Core>>, seed: [u8; 32]) -> Tls {
        let connections = [const { None }; MOST];
        Tls { core, connections, closing: Vec::new(), random: Random::new(seed), root: None }
    }

    /// Certificates are checked with this one from now on.
    pub fn set_root(&mut self, certificate: Vec<u8>) {
        self.root = Some(certificate.into());
    }

    /// All tasks go on.
    pub fn poll(&mut self) {
        let mut context = Context::from_waker(Waker::noop());
        for connection in self.connections.iter_mut().flatten() {
            let Some(task) = &mut connection.task else { continue };
            if task.as_mut().poll(&mut context).is_ready() {
                connection.task = None;
                connection.flow.borrow_mut().ended = true;
            }
        }
        let time = uptime();
        self.closing
            .retain_mut(|(task, until)| time < *until && task.as_mut().poll(&mut context).is_pending());
    }

    fn flow(&self, socket: i64) -> Option<&Rc<RefCell<Flow>>> {
        let index = usize::try_from(socket).ok()?;
        let connection = self.connections.get(index)?.as_ref()?;
        connection.flow.borrow().opened.then_some(&connection.flow)
    }
}

impl Sockets for Tls {
    fn connect(&mut self, address: u32, port: u16, host: &str) -> Option<Ticket> {
        let slot = self.connections.iter().position(Option::is_none)?;
        let handle = self.core.borrow_mut().connect(address, port)?;
        let flow = Rc::new(RefCell::new(Flow::default()));
        let stream = Stream { core: self.core.clone(), handle };
        let random = self.random.fork();
        let task: Task = Box::pin(session(stream, host.into(), self.root.clone(), random, flow.clone()));
        let until = uptime() + CONNECT_TIME;
        *self.connections.get_mut(slot)? = Some(Connection { task: Some(task), flow, until });
        Some(slot as Ticket)
    }

    fn check(&mut self, ticket: Ticket) -> Poll<i64> {
        let Some(slot) = self.connections.get_mut(ticket as usize) else { return Poll::Ready(-1) };
        let Some(connection) = slot else { return Poll::Ready(-1) };
        if connection.flow.borrow().opened {
            return Poll::Ready(ticket.into());
        }
        if connection.task.is_some() && uptime() < connection.until {
            return Poll::Pending;
        }
        *slot = None;
        Poll::Ready(-1)
    }

    fn send(&mut self, socket: i64, bytes: &[u8]) -> Option<usize> {
        let mut flow = self.flow(socket)?.borrow_mut();
        if flow.ended {
            return None;
        }
        let len = bytes.len().min(SENDING.saturating_sub(flow.goes.len()));
        flow.goes.extend(bytes.iter().take(len));
        Some(len)
    }

    fn receive(&mut self, socket: i64, out: &mut [u8]) -> Received {
        let Some(flow) = self.flow(socket) else { return Received::Closed };
        let mut flow = flow.borrow_mut();
        let len = out.len().min(flow.came.len());
        for (to, from) in out.iter_mut().zip(flow.came.drain(..len)) {
            *to = from;
        }
        match len {
            0 if flow.ended => Received::Closed,
            0 => Received::Nothing,
            len => Received::Bytes(len),
        }
    }

    fn close(&mut self, socket: i64) {
        let Some(flow) = self.flow(socket) else { return };
        flow.borrow_mut().closing = true;
        let connection = self.connections.get_mut(socket as usize).and_then(Option::take);
        if let Some(task) = connection.and_then(|connection| connection.task) {
            self.closing.push((task, uptime() + CONNECT_TIME));
        }
    }

    fn is_connected(&mut self, socket: i64) -> bool {
        self.flow(socket).is_some_and(|flow| !flow.borrow().ended)
    }
}

/// The TCP connection below.
struct Stream {
    core: Rc<RefCell<Core>>,
    handle: SocketHandle,
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.core.borrow_mut().end(self.handle);
    }
}

impl ErrorType for Stream {
    type Error = ErrorKind;
}

impl Stream {
    async fn connected(&self) -> bool {
        poll_fn(|_| match self.core.borrow_mut().socket(self.handle).state() {
            State::SynSent | State::SynReceived => Poll::Pending,
            state => Poll::Ready(matches!(state, State::Established | State::CloseWait)),
        })
        .await
    }
}

impl Read for Stream {
    async fn read(&mut self, buffer: &mut [u8]) -> Result<usize, ErrorKind> {
        poll_fn(|_| {
            let mut core = self.core.borrow_mut();
            let socket = core.socket(self.handle);
            if socket.can_recv() {
                return Poll::Ready(socket.recv_slice(buffer).map_err(|_| ErrorKind::ConnectionReset));
            }
            if socket.may_recv() { Poll::Pending } else { Poll::Ready(Ok(0)) }
        })
        .await
    }
}

impl Write for Stream {
    async fn write(&mut self, bytes: &[u8]) -> Result<usize, ErrorKind> {
        poll_fn(|_| {
            let mut core = self.core.borrow_mut();
            let socket = core.socket(self.handle);
            if !socket.may_send() {
                return Poll::Ready(Err(ErrorKind::BrokenPipe));
            }
            if !socket.can_send() {
                return Poll::Pending;
            }
            Poll::Ready(socket.send_slice(bytes).map_err(|_| ErrorKind::BrokenPipe))
        })
        .await
    }

    async fn flush(&mut self) -> Result<(), ErrorKind> {
        Ok(())
    }
}

/// The machine's clock, for the dates of certificates.
struct Dates;

impl TlsClock for Dates {
    fn now() -> Option<u64> {
        Some(Clock::seconds().into())
    }
}

/// Checks certificates.
struct Checking<'a> {
    random: Random,
    verifier: CertVerifier<'a, Aes128GcmSha256, Dates, CERTIFICATES>,
}

impl CryptoProvider for Checking<'_> {
    type CipherSuite = Aes128GcmSha256;
    type Signature = &'static [u8];

    fn rng(&mut self) -> impl CryptoRngCore {
        &mut self.random
    }

    fn verifier(&mut self) -> Result<&mut impl TlsVerifier<Aes128GcmSha256>, TlsError> {
        Ok(&mut self.verifier)
    }
}

/// A whole connection, from its first packet to its last.
async fn session(
    stream: Stream,
    host: String,
    root: Option<Rc<[u8]>>,
    random: Random,
    flow: Rc<RefCell<Flow>>,
) {
    if !stream.connected().await {
        return;
    }
    let (mut reading, mut writing) = (vec![0; RECORD], vec![0; RECORD]);
    let mut tls = TlsConnection::<Stream, Aes128GcmSha256>::new(stream, &mut reading, &mut writing);
    let mut config = TlsConfig::new();
    if !host.is_empty() {
        config = config.with_server_name(&host);
    }
    let opened = match &root {
        Some(root) => {
            let verifier = CertVerifier::new(Certificate::X509(&root[..]));
            let provider = Checking { random, verifier };
            // Without a name there is nothing to check a certificate for.
            if host.is_empty() {
                Err(TlsError::InvalidCertificate)
            } else {
                tls.open(TlsContext::new(&config, provider)).await
            }
        }
        None => {
            let config = config.enable_rsa_signatures();
            tls.open(TlsContext::new(&config, UnsecureProvider::new::<Aes128GcmSha256>(random))).await
        }
    };
    if let Err(error) = opened {
        crate::log::line(format_args!("TLS with {host}: {error:?}"));
        return;
    }
    flow.borrow_mut().opened = true;
    let mut buffer = vec![0; RECORD];
    loop {
        enum Event {
            Close,
            Write(Vec<u8>),
            Read(Result<usize, TlsError>),
        }
        let event = {
            // Reading may be given up at any time: what has come stays in the connection.
            let mut read = pin!(tls.read(&mut buffer));
            poll_fn(|context| {
                let mut flow = flow.borrow_mut();
                if !flow.goes.is_empty() {
                    return Poll::Ready(Event::Write(flow.goes.drain(..).collect()));
                }
                if flow.closing {
                    return Poll::Ready(Event::Close);
                }
                if flow.came.len() >= WAITING {
                    return Poll::Pending;
                }
                drop(flow);
                read.as_mut().poll(context).map(Event::Read)
            })
            .await
        };
        let good = match event {
            Event::Close => false,
            Event::Read(Ok(0) | Err(_)) => false,
            Event::Read(Ok(len)) => {
                flow.borrow_mut().came.extend(buffer.iter().take(len));
                true
            }
            Event::Write(bytes) => write_all(&mut tls, &bytes).await.is_ok(),
        };
        if !good {
            break;
        }
    }
    let _ = tls.close().await;
}

async fn write_all(
    tls: &mut TlsConnection<'_, Stream, Aes128GcmSha256>,
    bytes: &[u8],
) -> Result<(), TlsError> {
    let mut left = bytes;
    while !left.is_empty() {
        let len = tls.write(left).await?;
        left = left.get(len..).unwrap_or_default();
    }
    tls.flush().await
}

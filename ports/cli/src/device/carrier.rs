//! Carriers: streams of bytes to and from a device. None of them ever waits; who uses them waits for several at once.

use super::target::Target;
use super::web::Web;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::os::fd::{AsFd, BorrowedFd};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A carrier that cannot be waited for is looked at this often.
const LOOK: Duration = Duration::from_millis(1);

/// A stream of bytes in both directions.
pub trait Carrier {
    /// Bytes that came. `WouldBlock`: none are there; `Ok(0)`: the other end is gone.
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize>;

    /// Sends bytes, perhaps not all. `WouldBlock`: it takes none now.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// What to wait for; None when it has to be looked at now and then.
    fn fd(&self) -> Option<BorrowedFd<'_>>;
}

/// Two ends of files, sockets, pipes that do not wait.
pub struct Stream<R, W> {
    read: R,
    write: W,
    /// The process at the other end, which ends with the stream.
    child: Option<Child>,
}

impl<R: Read + AsFd, W: Write + AsFd> Stream<R, W> {
    /// Of two ends.
    ///
    /// # Errors
    /// When they cannot be switched to not waiting.
    pub fn of(read: R, write: W) -> io::Result<Stream<R, W>> {
        for end in [read.as_fd(), write.as_fd()] {
            fcntl_setfl(end, fcntl_getfl(end)? | OFlags::NONBLOCK)?;
        }
        Ok(Stream { read, write, child: None })
    }
}

impl<R: Read + AsFd, W: Write + AsFd> Carrier for Stream<R, W> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.read.read(into)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write.write(bytes)
    }

    fn fd(&self) -> Option<BorrowedFd<'_>> {
        Some(self.read.as_fd())
    }
}

impl<R, W> Drop for Stream<R, W> {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// A serial port.
struct Serial(Box<dyn serialport::SerialPort>);

impl Carrier for Serial {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self.0.read(into) {
            Ok(0) => Err(ErrorKind::WouldBlock.into()),
            Err(error) if error.kind() == ErrorKind::TimedOut => Err(ErrorKind::WouldBlock.into()),
            other => other,
        }
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0.write(bytes) {
            Err(error) if error.kind() == ErrorKind::TimedOut => Err(ErrorKind::WouldBlock.into()),
            other => other,
        }
    }

    fn fd(&self) -> Option<BorrowedFd<'_>> {
        None
    }
}

/// Opens a carrier.
///
/// # Errors
/// What could not be reached and why.
pub fn open(target: &Target, wait: Duration) -> Result<Box<dyn Carrier>, String> {
    let failed = |error: io::Error| format!("cannot reach {target}: {}", plain(&error));
    match target {
        Target::Serial(port, baud) => {
            let opened = serialport::new(port, *baud).timeout(LOOK).open();
            Ok(Box::new(Serial(opened.map_err(|error| format!("cannot open {target}: {error}"))?)))
        }
        Target::Tcp(address) => {
            let stream = connect(address, wait).map_err(failed)?;
            let other = stream.try_clone().map_err(failed)?;
            Ok(Box::new(Stream::of(stream, other).map_err(failed)?))
        }
        Target::Web(address) => {
            let stream = connect(address, wait).map_err(failed)?;
            Ok(Box::new(
                Web::connect(stream, address, wait)
                    .map_err(|text| format!("cannot reach {target}: {text}"))?,
            ))
        }
        Target::Pty(path) => {
            let file = std::fs::File::options().read(true).write(true).open(path).map_err(failed)?;
            raw(&file).map_err(|_| format!("cannot use {target}: it is no terminal"))?;
            let other = file.try_clone().map_err(failed)?;
            Ok(Box::new(Stream::of(file, other).map_err(failed)?))
        }
        Target::Pipe(command) => {
            let spawned = Command::new("sh")
                .arg("-c")
                .arg(command)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn();
            let mut child = spawned.map_err(failed)?;
            let (Some(read), Some(write)) = (child.stdout.take(), child.stdin.take()) else {
                return Err(format!("cannot reach {target}: it has no pipes"));
            };
            let mut stream = Stream::of(read, write).map_err(failed)?;
            stream.child = Some(child);
            Ok(Box::new(stream))
        }
    }
}

fn connect(address: &str, wait: Duration) -> io::Result<TcpStream> {
    let mut last = io::Error::new(ErrorKind::NotFound, "no such address");
    for place in address.to_socket_addrs()? {
        match TcpStream::connect_timeout(&place, wait) {
            Ok(stream) => {
                stream.set_nodelay(true)?;
                return Ok(stream);
            }
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// A terminal that passes every byte as it is.
///
/// # Errors
/// When it is no terminal.
pub fn raw(terminal: impl AsFd) -> io::Result<()> {
    let mut settings = tcgetattr(&terminal)?;
    settings.make_raw();
    tcsetattr(&terminal, OptionalActions::Now, &settings)?;
    Ok(())
}

/// An error of the system in a few words.
pub fn plain(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::ConnectionRefused => "nobody listens there".to_owned(),
        ErrorKind::TimedOut => "no answer".to_owned(),
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or(&text).to_owned()
        }
    }
}

/// Waits until one of these has something, at most that long.
pub fn wait_for(fds: &[Option<BorrowedFd<'_>>], time: Duration) {
    let time = if fds.iter().any(Option::is_none) { time.min(LOOK) } else { time };
    let mut list: Vec<PollFd<'_>> =
        fds.iter().flatten().map(|fd| PollFd::from_borrowed_fd(*fd, PollFlags::IN)).collect();
    let limit = Timespec { tv_sec: time.as_secs() as i64, tv_nsec: i64::from(time.subsec_nanos()) };
    // An interruption by a signal is as good as time that is over.
    let _ = poll(&mut list, Some(&limit));
}

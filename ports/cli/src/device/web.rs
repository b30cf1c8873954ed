//! WebSockets as carriers: bytes in binary messages.

use super::carrier::Carrier;
use std::io::{self, ErrorKind};
use std::net::TcpStream;
use std::os::fd::{AsFd, BorrowedFd};
use std::time::Duration;
use tungstenite::handshake::server::{Callback, ErrorResponse, Request, Response, ServerHandshake};
use tungstenite::handshake::{HandshakeError, MidHandshake};
use tungstenite::protocol::WebSocketConfig;
use tungstenite::{Error, Message, WebSocket};

/// Longest message that is taken, bytes.
const MESSAGE: usize = 64 * 1024;

/// A WebSocket.
pub struct Web {
    socket: WebSocket<TcpStream>,
    /// What came in a message and was not read yet.
    left: Vec<u8>,
    at: usize,
}

fn config() -> WebSocketConfig {
    WebSocketConfig::default()
        .max_message_size(Some(MESSAGE))
        .max_frame_size(Some(MESSAGE))
        .max_write_buffer_size(4 * MESSAGE)
        .write_buffer_size(0)
}

impl Web {
    /// The client's end.
    ///
    /// # Errors
    /// Why it is no WebSocket.
    pub fn connect(stream: TcpStream, address: &str, wait: Duration) -> Result<Web, String> {
        let timed = stream.set_read_timeout(Some(wait)).and_then(|()| stream.set_write_timeout(Some(wait)));
        timed.map_err(|error| error.to_string())?;
        let url = format!("ws://{address}/");
        let (socket, _) = tungstenite::client::client_with_config(url, stream, Some(config())).map_err(
            |error| match error {
                HandshakeError::Interrupted(_) => "no answer".to_owned(),
                HandshakeError::Failure(error) => format!("it speaks no WebSocket ({error})"),
            },
        )?;
        socket.get_ref().set_nonblocking(true).map_err(|error| error.to_string())?;
        Ok(Web::of(socket))
    }

    fn of(socket: WebSocket<TcpStream>) -> Web {
        Web { socket, left: Vec::new(), at: 0 }
    }
}

/// Which pages of browsers may come: with a key all, for they have to prove it; without one only those of this computer. Other
/// programs than browsers name no page.
#[derive(Clone, Copy, Debug)]
pub struct Pages {
    /// All of them.
    pub all: bool,
}

impl Callback for Pages {
    fn on_request(self, request: &Request, response: Response) -> Result<Response, ErrorResponse> {
        let page = request.headers().get("Origin").and_then(|page| page.to_str().ok());
        match page {
            Some(page) if !self.all && !is_of_this_computer(page) => {
                let mut refusal =
                    ErrorResponse::new(Some("without a key only pages of this computer\n".to_owned()));
                *refusal.status_mut() = tungstenite::http::StatusCode::FORBIDDEN;
                Err(refusal)
            }
            _ => Ok(response),
        }
    }
}

fn is_of_this_computer(page: &str) -> bool {
    let place = page.split_once("://").map_or(page, |(_, place)| place);
    let host = match place.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => place,
    };
    ["localhost", "127.0.0.1", "[::1]"].contains(&host)
}

/// The server's end while both greet each other.
pub enum Greeting {
    /// Not yet done.
    Goes(Box<MidHandshake<ServerHandshake<TcpStream, Pages>>>),
    /// Done.
    Done(Web),
    /// It is no WebSocket.
    Failed,
}

impl Greeting {
    /// Begins; the stream does not wait.
    pub fn begin(stream: TcpStream, pages: Pages) -> Greeting {
        Greeting::from(tungstenite::accept_hdr_with_config(stream, pages, Some(config())))
    }

    /// Goes on.
    pub fn go_on(self) -> Greeting {
        match self {
            Greeting::Goes(middle) => Greeting::from(middle.handshake()),
            other => other,
        }
    }
}

type Handshake = Result<WebSocket<TcpStream>, HandshakeError<ServerHandshake<TcpStream, Pages>>>;

impl From<Handshake> for Greeting {
    fn from(result: Handshake) -> Greeting {
        match result {
            Ok(socket) => Greeting::Done(Web::of(socket)),
            Err(HandshakeError::Interrupted(middle)) => Greeting::Goes(Box::new(middle)),
            Err(HandshakeError::Failure(_)) => Greeting::Failed,
        }
    }
}

impl Carrier for Web {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.left.len() {
            self.at = 0;
            self.left.clear();
            match self.socket.read() {
                Ok(Message::Binary(bytes)) => self.left.extend_from_slice(&bytes),
                Ok(Message::Text(text)) => self.left.extend_from_slice(text.as_bytes()),
                Ok(Message::Close(_)) | Err(Error::ConnectionClosed | Error::AlreadyClosed) => return Ok(0),
                Ok(_) => {}
                Err(Error::Io(error)) => return Err(error),
                Err(error) => return Err(io::Error::new(ErrorKind::InvalidData, error.to_string())),
            }
        }
        let count = into.len().min(self.left.len() - self.at);
        into[..count].copy_from_slice(&self.left[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let io = |error: Error| match error {
            Error::Io(error) => error,
            error => io::Error::new(ErrorKind::BrokenPipe, error.to_string()),
        };
        // What is still on its way goes first.
        self.socket.flush().map_err(io)?;
        if bytes.is_empty() {
            return Ok(0);
        }
        match self.socket.send(Message::binary(bytes.to_vec())) {
            Ok(()) => Ok(bytes.len()),
            // It was taken, and leaves with the next flush.
            Err(Error::Io(error)) if error.kind() == ErrorKind::WouldBlock => Ok(bytes.len()),
            Err(error) => Err(io(error)),
        }
    }

    fn fd(&self) -> Option<BorrowedFd<'_>> {
        Some(self.socket.get_ref().as_fd())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_this_computer_are_known() {
        for page in ["http://localhost", "http://localhost:8000", "http://127.0.0.1:1", "https://[::1]:443"] {
            assert!(is_of_this_computer(page), "{page}");
        }
        for page in [
            "null",
            "https://example.org",
            "http://localhost.example.org",
            "http://127.0.0.1.example.org:80",
            "",
        ] {
            assert!(!is_of_this_computer(page), "{page}");
        }
    }
}

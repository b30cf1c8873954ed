//! Where a device is: `tcp:HOST:PORT` and the like.

use std::path::PathBuf;

/// The speed of a serial line when none is said, bits a second.
const BAUD: u32 = 115_200;

/// A carrier that leads to a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A serial port with its speed.
    Serial(String, u32),
    /// A TCP address.
    Tcp(String),
    /// A WebSocket address.
    Web(String),
    /// A terminal.
    Pty(PathBuf),
    /// A command whose standard input and output are the device.
    Pipe(String),
}

impl Target {
    /// From a command line.
    ///
    /// # Errors
    /// What is wrong, and what was allowed.
    pub fn parse(text: &str) -> Result<Target, String> {
        let forms = "serial:PORT[@BAUD], tcp:HOST:PORT, ws:HOST:PORT, pty:PATH or pipe:COMMAND";
        let (kind, rest) = text.split_once(':').ok_or(format!("'{text}' is no device; write {forms}"))?;
        if rest.is_empty() {
            return Err(format!("'{text}' says no place; write {forms}"));
        }
        match kind {
            "serial" => {
                let (port, baud) = match rest.rsplit_once('@') {
                    Some((port, baud)) => {
                        let known = baud.parse().ok().filter(|baud| (300..=12_000_000).contains(baud));
                        (port, known.ok_or(format!("'{baud}' is no speed; write 300 to 12000000"))?)
                    }
                    None => (rest, BAUD),
                };
                Ok(Target::Serial(port.to_owned(), baud))
            }
            "tcp" => Ok(Target::Tcp(address(rest)?)),
            "ws" => Ok(Target::Web(address(rest.trim_start_matches("//"))?)),
            "pty" => Ok(Target::Pty(rest.into())),
            "pipe" => Ok(Target::Pipe(rest.to_owned())),
            _ => Err(format!("'{kind}' is no kind of device; write {forms}")),
        }
    }
}

/// An address with a port.
pub fn address(text: &str) -> Result<String, String> {
    let port = text.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse::<u16>().ok()?)));
    match port {
        Some((host, _)) if !host.is_empty() => Ok(text.to_owned()),
        _ => Err(format!("'{text}' is no address; write HOST:PORT, such as 192.168.1.20:7711")),
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Target::Serial(port, baud) => write!(f, "serial:{port}@{baud}"),
            Target::Tcp(address) => write!(f, "tcp:{address}"),
            Target::Web(address) => write!(f, "ws:{address}"),
            Target::Pty(path) => write!(f, "pty:{}", path.display()),
            Target::Pipe(command) => write!(f, "pipe:{command}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_read() {
        let good = [
            ("serial:/dev/ttyACM0", "serial:/dev/ttyACM0@115200"),
            ("serial:COM3@9600", "serial:COM3@9600"),
            ("tcp:localhost:7711", "tcp:localhost:7711"),
            ("tcp:[::1]:7711", "tcp:[::1]:7711"),
            ("ws://robot:80", "ws:robot:80"),
            ("pty:/dev/pts/3", "pty:/dev/pts/3"),
            ("pipe:hognose device serve --sim --stdio", "pipe:hognose device serve --sim --stdio"),
        ];
        for (text, shown) in good {
            assert_eq!(Target::parse(text).map(|target| target.to_string()), Ok(shown.to_owned()));
        }
        for wrong in
            ["", "robot", "tcp:", "tcp:robot", "tcp:robot:99999", "tcp::80", "serial:/dev/x@fast", "udp:a:1"]
        {
            assert!(Target::parse(wrong).is_err(), "{wrong}");
        }
    }
}

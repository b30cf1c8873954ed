//! Random bytes into every carrier: 15 seconds on four of them at once.

use crate::command::folder;
use crate::serve::Serve;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

const SECONDS: u64 = 15;

/// Numbers by SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Some bytes, now and then with the end of a frame among them.
    fn bytes(&mut self) -> Vec<u8> {
        let count = 1 + self.next() as usize % 700;
        let zeros = self.next() % 40;
        (0..count).map(|_| if self.next() % 40 < zeros { 0 } else { self.next() as u8 }).collect()
    }
}

/// Sends noise over one connection after the other.
fn flood(address: &str, greeting: &[u8], seed: u64, framed: bool) -> u64 {
    let mut random = Random(seed);
    let until = Instant::now() + Duration::from_secs(SECONDS);
    let mut sent = 0;
    while Instant::now() < until {
        let Ok(mut stream) = TcpStream::connect(address) else { continue };
        let _ = stream.set_write_timeout(Some(Duration::from_millis(200)));
        let _ = stream.set_read_timeout(Some(Duration::from_millis(5)));
        let _ = stream.write_all(greeting);
        let mut away = [0; 4096];
        for _ in 0..random.next() % 200 {
            let mut bytes = random.bytes();
            if framed && random.next() % 4 > 0 {
                // A frame of a WebSocket with a mask of zeros: its content reaches the link.
                let mut frame = vec![0x82, 0xFE, (bytes.len() >> 8) as u8, bytes.len() as u8, 0, 0, 0, 0];
                if bytes.len() < 126 {
                    frame = vec![0x82, 0x80 | bytes.len() as u8, 0, 0, 0, 0];
                }
                frame.append(&mut bytes);
                bytes = frame;
            }
            if stream.write_all(&bytes).is_err() {
                break;
            }
            sent += bytes.len() as u64;
            let _ = stream.read(&mut away);
        }
    }
    sent
}

#[test]
fn random_bytes_on_every_carrier_do_no_harm() {
    let folder = folder("noise", &[("hello.py", "print('hello')\n")]);
    let serve = Serve::start(&folder, &["--tcp", "127.0.0.1:0", "--ws", "127.0.0.1:0", "--pty"]);
    let place = |carrier: usize| serve.targets[carrier].split_once(':').unwrap().1.to_owned();
    assert_eq!(serve.host(&["upload", "hello.py"]).status, 0);
    let upgrade = b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
        Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
    let (tcp, web, pty) = (place(0), place(1), place(2));
    let other = web.clone();
    let noise = [
        std::thread::spawn(move || flood(&tcp, b"", 1, false)),
        std::thread::spawn(move || flood(&web, upgrade, 2, true)),
        std::thread::spawn(move || flood(&other, b"", 3, false)),
        std::thread::spawn(move || {
            let mut terminal = std::fs::File::options().write(true).open(pty).unwrap();
            let mut random = Random(4);
            let until = Instant::now() + Duration::from_secs(SECONDS);
            let mut sent = 0;
            while Instant::now() < until {
                let bytes = random.bytes();
                terminal.write_all(&bytes).unwrap();
                sent += bytes.len() as u64;
                std::thread::sleep(Duration::from_millis(1));
            }
            sent
        }),
    ];
    for thread in noise {
        let sent = thread.join().unwrap();
        assert!(sent > 100_000, "{sent} bytes");
    }
    // It is alive, reachable on all of them, and what it held is still there.
    for carrier in 0..3 {
        let said = serve.host_over(carrier, &["start", "--watch"]);
        assert_eq!((said.out.as_str(), said.status), ("hello\n", 0), "{}: {said:?}", serve.targets[carrier]);
    }
}

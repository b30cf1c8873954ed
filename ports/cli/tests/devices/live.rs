//! The live view in a terminal.

use crate::command::HOGNOSE;
use crate::sim::{example, root};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// The command in a terminal of 100 by 30.
struct Terminal {
    child: Child,
    keys: File,
    output: Receiver<Vec<u8>>,
    seen: String,
}

impl Terminal {
    fn start(words: &[&str]) -> Terminal {
        let main = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&main).unwrap();
        unlockpt(&main).unwrap();
        let size = Winsize { ws_row: 30, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&main, size).unwrap();
        let name = ptsname(&main, Vec::new()).unwrap();
        let open = || File::options().read(true).write(true).open(name.to_str().unwrap()).unwrap();
        let child = Command::new(HOGNOSE)
            .current_dir(root())
            .args(words)
            .env("TERM", "xterm-256color")
            .stdin(open())
            .stdout(open())
            .stderr(open())
            .spawn()
            .unwrap();
        let keys = File::from(main);
        let mut screen = keys.try_clone().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = screen.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Terminal { child, keys, output, seen: String::new() }
    }

    /// Reads until that text has come.
    fn wait(&mut self, text: &str) {
        let since = Instant::now();
        while !self.seen.contains(text) {
            let last: String =
                self.seen.chars().rev().take(300).collect::<Vec<_>>().into_iter().rev().collect();
            assert!(since.elapsed() < Duration::from_secs(20), "{text:?} never came: ... {last:?}");
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(50)) {
                self.seen.push_str(&String::from_utf8_lossy(&bytes));
            }
        }
    }

    fn press(&mut self, key: &str) {
        self.seen.clear();
        self.keys.write_all(key.as_bytes()).unwrap();
    }

    fn status(mut self) -> i32 {
        let since = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code().unwrap_or(-1);
            }
            if since.elapsed() > Duration::from_secs(10) {
                self.child.kill().unwrap();
                panic!("it does not end");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

#[test]
fn it_shows_a_run_and_obeys_keys() {
    let mut terminal = Terminal::start(&["sim", &example("square.py"), "--speed", "2"]);
    terminal.wait("square.py");
    terminal.wait("RUNNING");
    terminal.press("p");
    // Only what changes is drawn.
    terminal.wait("PAUSED");
    terminal.press("p");
    terminal.wait("RUNNING");
    terminal.press("0");
    terminal.wait("finished");
    terminal.press("s");
    terminal.press("q");
    // The screen from before comes back.
    terminal.wait("\x1b[?1049l");
    terminal.wait("corner 4");
    terminal.wait("finished after");
    assert_eq!(terminal.status(), 0);
}

#[test]
fn a_stop_and_a_new_start() {
    let mut terminal = Terminal::start(&["sim", &example("light_show.py")]);
    terminal.wait("RUNNING");
    terminal.press("s");
    terminal.wait("stopped");
    terminal.press(" ");
    terminal.wait("RUNNING");
    terminal.press("\x03");
    terminal.wait("\x1b[?1049l");
    assert_eq!(terminal.status(), 130);
}

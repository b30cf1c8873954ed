//! A device that other tests talk to: `hognose device serve` as a process.

use crate::command::{HOGNOSE, Said};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A device, gone with the test.
pub struct Serve {
    child: Child,
    /// Where it is, by carrier: `tcp:...`, `ws:...`, `pty:...`.
    pub targets: Vec<String>,
    /// Where its hosts run.
    pub folder: PathBuf,
}

impl Serve {
    /// A device with those words behind `device serve --sim`.
    pub fn start(folder: &Path, words: &[&str]) -> Serve {
        let mut child = Command::new(HOGNOSE)
            .current_dir(folder)
            .args(["device", "serve", "--sim"])
            .args(words)
            .env_remove("HOGNOSE_KEY")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let carriers = words.iter().filter(|word| ["--tcp", "--ws", "--pty"].contains(word)).count();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let targets = (0..carriers).map(|_| lines.next().unwrap().unwrap().replacen(' ', ":", 1)).collect();
        // What it says later is not read, and must not hold it up.
        std::thread::spawn(move || lines.for_each(drop));
        Serve { child, targets, folder: folder.to_owned() }
    }

    /// With TCP on a free port.
    pub fn tcp(folder: &Path) -> Serve {
        Serve::start(folder, &["--tcp", "127.0.0.1:0"])
    }

    /// Runs a verb over the first carrier.
    pub fn host(&self, words: &[&str]) -> Said {
        self.host_over(0, words)
    }

    /// Runs a verb over that carrier.
    pub fn host_over(&self, carrier: usize, words: &[&str]) -> Said {
        let output = self.command(carrier, words).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Said {
            out: text(output.stdout),
            err: text(output.stderr),
            status: output.status.code().unwrap_or(-1),
        }
    }

    /// A verb that was not begun.
    pub fn command(&self, carrier: usize, words: &[&str]) -> Command {
        let mut command = Command::new(HOGNOSE);
        command
            .current_dir(&self.folder)
            .args(words)
            .args(["--to", &self.targets[carrier]])
            .env_remove("HOGNOSE_KEY")
            .stdin(Stdio::null());
        command
    }

    /// The line of its status.
    pub fn state(&self) -> String {
        let said = self.host(&["status"]);
        assert_eq!(said.status, 0, "{said:?}");
        let line = said.out.lines().find_map(|line| line.strip_prefix("state"));
        line.unwrap_or_default().trim().to_owned()
    }

    /// Waits until its status is that.
    pub fn becomes(&self, state: &str) {
        for _ in 0..100 {
            if self.state() == state {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("it is {}, not {state}", self.state());
    }

    /// Takes its power away.
    pub fn cut(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

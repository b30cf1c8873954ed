//! The bar of an upload, on a terminal only.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// Cells of the bar.
const WIDTH: usize = 40;
/// Shortest time between two drawings.
const PAUSE: Duration = Duration::from_millis(50);

/// How far an upload is.
pub struct Bar {
    size: usize,
    started: Instant,
    drawn: Option<Instant>,
    shown: bool,
}

impl Bar {
    /// Nothing of that many bytes is sent yet.
    pub fn new(size: usize) -> Bar {
        Bar { size, started: Instant::now(), drawn: None, shown: stderr().is_terminal() }
    }

    /// That many bytes are sent.
    pub fn set(&mut self, sent: usize) {
        if !self.shown || self.drawn.is_some_and(|drawn| drawn.elapsed() < PAUSE) {
            return;
        }
        self.drawn = Some(Instant::now());
        let line = line(sent, self.size, self.started.elapsed());
        let _ = write!(stderr(), "\r{line}\x1b[K");
    }

    /// Takes the bar away: something else is printed, or the upload is over.
    pub fn clear(&mut self) {
        if self.drawn.take().is_some() {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.clear();
    }
}

fn line(sent: usize, size: usize, time: Duration) -> String {
    let sent = sent.min(size);
    let full = (sent * WIDTH).checked_div(size).unwrap_or(WIDTH);
    let rate = sent as f64 / time.as_secs_f64().max(0.001) / 1024.0;
    format!("{}{} {sent} of {size} bytes ({rate:.1} KiB/s)", "█".repeat(full), "░".repeat(WIDTH - full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_bar() {
        let shown = line(512, 2048, Duration::from_millis(500));
        assert_eq!(shown, format!("{}{} 512 of 2048 bytes (1.0 KiB/s)", "█".repeat(10), "░".repeat(30)));
        assert!(line(0, 0, Duration::ZERO).starts_with(&"█".repeat(WIDTH)));
        assert!(line(9, 5, Duration::ZERO).contains("5 of 5 bytes"));
    }
}

//! Module `terminal`: what this command offers to programs besides the library.

use hognose::{Raise, module};
use std::io::{IsTerminal, Write};

/// The terminal that the command runs in.
pub struct Terminal;

/// A number of the surroundings, such as `COLUMNS`.
fn surroundings(name: &str) -> Option<i64> {
    std::env::var(name).ok()?.parse().ok().filter(|n| *n > 0)
}

module! {
    /// The terminal that a program runs in.
    pub TERMINAL = "terminal" for Terminal;

    /// Columns that terminals have when nothing better is known.
    const COLUMNS: int = 80;
    /// Lines that terminals have when nothing better is known.
    const LINES: int = 24;

    /// Is standard output a terminal?
    fn attached(_) -> bool {
        Ok(std::io::stdout().is_terminal())
    }

    /// Rings the bell.
    fn bell(_, times: int in 1..=10 = 1) {
        let bells = [7u8; 10];
        let mut out = std::io::stderr();
        out.write_all(&bells[..times as usize]).map_err(|e| Raise::with(hognose::Type::OSError, format_args!("{e}")))
    }

    /// Columns and lines, as the variables COLUMNS and LINES tell, or as the terminal does.
    fn size(_) -> tuple {
        let real = reedline_size();
        let columns = surroundings("COLUMNS").or(real.map(|r| r.0)).unwrap_or(80);
        let lines = surroundings("LINES").or(real.map(|r| r.1)).unwrap_or(24);
        Ok((columns, lines))
    }
}

fn reedline_size() -> Option<(i64, i64)> {
    if !std::io::stdout().is_terminal() {
        return None;
    }
    crossterm::terminal::size().ok().map(|(columns, lines)| (columns.into(), lines.into()))
}

//! Limits of an engine on the command line.

use clap::{Args, ValueEnum};
use std::time::Duration;

/// The least that an engine can be made in.
const LEAST_MEMORY: usize = 1024;
/// What an engine has when nothing is said.
const MEMORY: &str = "256M";

/// Within which limits programs run.
#[derive(Args, Clone)]
#[cfg_attr(test, derive(Debug, PartialEq))]
pub struct Limits {
    /// Memory of the engine, such as 64K or 16M: reserved, and touched only as needed
    #[arg(long, value_name = "SIZE", value_parser = size, default_value = MEMORY, hide_default_value = false)]
    pub memory: usize,
    /// Most instructions that the program may execute
    #[arg(long, value_name = "N")]
    pub fuel: Option<u64>,
    /// Longest time that the program may run, such as 2s or 500ms
    #[arg(long, value_name = "TIME", value_parser = duration)]
    pub time: Option<Duration>,
    /// A module that the program may import, besides its own; may be given several times. Without it: all
    #[arg(long, value_name = "MODULE")]
    pub allow: Vec<String>,
    /// No files: open() and the like raise PermissionError
    #[arg(long)]
    pub sandbox: bool,
    /// Print what the program used
    #[arg(long)]
    pub stats: bool,
    /// Ways to run that tests use
    #[arg(long, hide = true)]
    pub rig: Option<Rig>,
}

/// Ways to run that must make no difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Rig {
    /// Every object moves at every reserve.
    Move,
    /// A pause every 7 instructions.
    Slice,
    /// From an image after it went to text and back.
    Image,
}

impl Default for Limits {
    /// Those of a command line that says nothing about them.
    fn default() -> Self {
        let memory = size(MEMORY).unwrap_or(LEAST_MEMORY);
        Limits { memory, fuel: None, time: None, allow: Vec::new(), sandbox: false, stats: false, rig: None }
    }
}

impl Limits {
    /// The modules that were allowed.
    pub fn allowed(&self) -> Vec<&str> {
        self.allow.iter().map(String::as_str).collect()
    }

    /// A block of that memory.
    pub fn block(&self) -> Vec<u64> {
        vec![0; self.memory / 8]
    }
}

/// A size in bytes, with K, M or G for its 1024 fold.
pub fn size(text: &str) -> Result<usize, String> {
    let (digits, shift) = match text.char_indices().last() {
        Some((at, 'K' | 'k')) => (&text[..at], 10),
        Some((at, 'M' | 'm')) => (&text[..at], 20),
        Some((at, 'G' | 'g')) => (&text[..at], 30),
        _ => (text, 0),
    };
    let n: usize = digits.parse().map_err(|_| format!("'{text}' is no size; write 65536, 64K, 16M or 1G"))?;
    let bytes = n.checked_mul(1 << shift).filter(|&bytes| bytes <= 32 << 30);
    let bytes = bytes.ok_or(format!("'{text}' is more than 32G"))?;
    if bytes < LEAST_MEMORY { Err("an engine needs at least 1K".to_owned()) } else { Ok(bytes) }
}

/// A time: a number of seconds, or with ms, s or m behind it.
pub fn duration(text: &str) -> Result<Duration, String> {
    let number = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let factor = match &text[number.len()..] {
        "ms" => 0.001,
        "" | "s" => 1.0,
        "m" => 60.0,
        _ => return Err(format!("'{text}' is no time; write 500ms, 2s or 1m")),
    };
    let seconds = number.parse::<f64>().ok().map(|n| n * factor).filter(|n| *n > 0.0 && *n <= 1e9);
    seconds.map(Duration::from_secs_f64).ok_or(format!("'{text}' is no time; write 500ms, 2s or 1m"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        assert_eq!(size("64K"), Ok(65536));
        assert_eq!(size("256M"), Ok(256 << 20));
        assert_eq!(size("2048"), Ok(2048));
        for wrong in ["", "K", "1T", "-1", "1.5K", "64G", "99999999999999999999", "100", "1é"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn times() {
        assert_eq!(duration("2s"), Ok(Duration::from_secs(2)));
        assert_eq!(duration("1.5"), Ok(Duration::from_millis(1500)));
        assert_eq!(duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(duration("2m"), Ok(Duration::from_secs(120)));
        for wrong in ["", "s", "0", "-1s", "2h", "nan", "inf", "1e99", "5é"] {
            assert!(duration(wrong).is_err(), "{wrong}");
        }
    }
}

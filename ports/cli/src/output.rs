//! What the command itself says, on streams that may be closed at the other end.

use std::fmt::Arguments;
use std::io::{Result, Write};

/// Exit status when the reader of standard output went away, as shells show the signal for that.
const NO_READER: i32 = 141;

/// `println!` that ends the command quietly when nobody reads any more (`hognose dis FILE | head`).
macro_rules! tell {
    ($($text:tt)*) => {
        $crate::output::line(format_args!($($text)*))
    };
}

/// `eprintln!` that does not mind when nobody reads.
macro_rules! complain {
    ($($text:tt)*) => {
        $crate::output::complaint(format_args!($($text)*))
    };
}

/// A line of standard output.
pub fn line(text: Arguments<'_>) {
    let mut stdout = std::io::stdout().lock();
    written(writeln!(stdout, "{text}"));
}

/// Text of standard output.
pub fn text(text: &[u8]) {
    let mut stdout = std::io::stdout().lock();
    written(stdout.write_all(text).and_then(|()| stdout.flush()));
}

/// Without a reader of standard output there is nothing more to do.
pub fn written(result: Result<()>) {
    if result.is_err() {
        std::process::exit(NO_READER);
    }
}

/// A line of standard error.
pub fn complaint(text: Arguments<'_>) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

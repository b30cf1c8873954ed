//! Values on the command line.

use super::system::Function;

/// A number: decimal, or hexadecimal after `0x`.
pub fn number(text: &str) -> Result<u32, String> {
    let found = match text.strip_prefix("0x").or(text.strip_prefix("0X")) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => text.parse(),
    };
    found.map_err(|_| format!("'{text}' is no number from 0 to 4294967295; hexadecimal ones begin with 0x"))
}

/// A size in bytes: a number, with K, M or G behind it for its 1024 fold.
pub fn size(text: &str) -> Result<u32, String> {
    let (digits, shift) = match text.char_indices().last() {
        Some((at, 'K' | 'k')) => (&text[..at], 10),
        Some((at, 'M' | 'm')) => (&text[..at], 20),
        Some((at, 'G' | 'g')) => (&text[..at], 30),
        _ => (text, 0),
    };
    let bytes = number(digits).ok().and_then(|n| u32::try_from(u64::from(n) << shift).ok());
    bytes.ok_or(format!("'{text}' is no size below 4G; write 4096, 64K or 1M"))
}

/// A host function: `number=name`.
pub fn function(text: &str) -> Result<(i32, Function), String> {
    let (func, name) = text.split_once('=').ok_or(format!("'{text}' is not of the form NUMBER=NAME"))?;
    let func = match func.strip_prefix('-') {
        Some(digits) => number(digits).ok().and_then(|n| i32::try_from(-i64::from(n)).ok()),
        None => number(func).ok().map(|n| n as i32),
    };
    let func = func.ok_or(format!("'{text}': the function number is a word, such as 42"))?;
    let function = Function::named(name).ok_or_else(|| {
        format!("there is no function '{name}' to offer; there are: {}", Function::names().join(", "))
    })?;
    Ok((func, function))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_sizes() {
        assert_eq!(number("65536"), Ok(65536));
        assert_eq!(number("0xFFFFffff"), Ok(u32::MAX));
        assert!(number("-1").is_err() && number("").is_err() && number("0x").is_err());
        assert_eq!(size("64K"), Ok(65536));
        assert_eq!(size("0x10m"), Ok(16 << 20));
        assert_eq!(size("17"), Ok(17));
        assert!(size("4G").is_err() && size("K").is_err() && size("").is_err() && size("1é").is_err());
    }

    #[test]
    fn functions() {
        assert_eq!(function("42=print"), Ok((42, Function::Print)));
        assert_eq!(function("-1=putc"), Ok((-1, Function::Putc)));
        assert_eq!(function("0xffffffff=putc"), Ok((-1, Function::Putc)));
        assert!(function("print").is_err() && function("1=nothing").is_err() && function("x=print").is_err());
    }
}

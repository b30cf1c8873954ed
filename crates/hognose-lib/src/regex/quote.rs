//! `re.escape`.

/// `text` with a backslash before every character that means something in a pattern.
pub fn escape(text: &[u8]) -> impl Iterator<Item = u8> + '_ {
    text.iter().flat_map(|&b| {
        let special =
            matches!(b, b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'?' | b'*' | b'+' | b'-' | b'|' | b'^')
                || matches!(
                    b,
                    b'$' | b'\\' | b'.' | b'&' | b'~' | b'#' | b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c
                );
        special.then_some(b'\\').into_iter().chain([b])
    })
}

#[cfg(test)]
mod tests {
    extern crate std;
    use std::vec::Vec;

    #[test]
    fn special_characters_are_quoted() {
        let quoted: Vec<u8> = super::escape("a.b-c d\u{e9}_\n\\".as_bytes()).collect();
        assert_eq!(quoted, "a\\.b\\-c\\ d\u{e9}_\\\n\\\\".as_bytes());
    }
}

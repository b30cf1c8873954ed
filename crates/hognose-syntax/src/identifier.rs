//! Which characters make identifiers.
//!
//! With the feature `unicode-names` the answer is Python's (about 3 KB of tables). Without it every character above
//! 127 may stand anywhere in an identifier. Identifiers are given as they are written.

#[cfg(feature = "unicode-names")]
mod tables;

#[cfg(feature = "unicode-names")]
fn is_in(table: &[u8], character: char) -> bool {
    let code = character as u32;
    let mut last = 128;
    let mut bytes = table.iter();
    let mut number = || {
        let (mut value, mut shift) = (0u32, 0);
        for &byte in bytes.by_ref() {
            value |= u32::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 {
                return Some(value);
            }
        }
        None
    };
    while let (Some(gap), Some(length)) = (number(), number()) {
        let first = last + gap;
        last = first + length;
        if code <= last {
            return code >= first;
        }
    }
    false
}

/// Can the character begin an identifier?
#[cfg(feature = "unicode-names")]
pub(crate) fn starts(character: char) -> bool {
    match character {
        'a'..='z' | 'A'..='Z' | '_' => true,
        '\0'..='\x7f' => false,
        _ => is_in(&tables::STARTS, character),
    }
}

/// Can the character stand in an identifier?
#[cfg(feature = "unicode-names")]
pub(crate) fn continues(character: char) -> bool {
    character.is_ascii_digit() || starts(character) || is_in(&tables::CONTINUES, character)
}

/// Does Python call the character printable? What stands in identifiers is.
#[cfg(feature = "unicode-names")]
pub(crate) fn is_printable(character: char) -> bool {
    matches!(character, ' '..='~') || is_in(&tables::PRINTABLE, character) || continues(character)
}

/// Can the character begin an identifier?
#[cfg(not(feature = "unicode-names"))]
pub(crate) fn starts(character: char) -> bool {
    !character.is_ascii() || character.is_ascii_alphabetic() || character == '_'
}

/// Can the character stand in an identifier?
#[cfg(not(feature = "unicode-names"))]
pub(crate) fn continues(character: char) -> bool {
    character.is_ascii_digit() || starts(character)
}

/// Asked only of characters that make no identifier.
#[cfg(not(feature = "unicode-names"))]
pub(crate) fn is_printable(character: char) -> bool {
    matches!(character, ' '..='~')
}

#[cfg(all(test, feature = "unicode-names"))]
mod tests {
    use super::*;

    #[test]
    fn characters_of_many_scripts() {
        for character in ['é', 'ß', 'λ', 'ж', '中', 'ｘ', '𝒳', 'ª'] {
            assert!(starts(character), "{character}");
        }
        for character in ['\u{301}', '٣', '·', '‿'] {
            assert!(!starts(character) && continues(character), "{character}");
        }
        for character in ['€', '→', '“', '😀'] {
            assert!(!continues(character) && is_printable(character), "{character}");
        }
        for character in ['\u{a0}', '\u{200b}', '\u{feff}', '\u{e000}'] {
            assert!(!continues(character) && !is_printable(character), "{character:?}");
        }
    }
}

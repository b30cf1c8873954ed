//! What this computer knows of characters: their names, and the normal form of identifiers. The tables are those of Unicode 17;
//! nothing of them is touched until a program asks.

use hognose::Characters;
use unicode_normalization::UnicodeNormalization;

/// The knowledge that every engine of the command gets.
pub const CHARACTERS: Characters =
    Characters { find: Some(find), name: Some(name), normalise: Some(normalise) };

/// The same for the compiler alone.
pub const OF_SOURCE: hognose_compiler::Characters =
    hognose_compiler::Characters { find: Some(find), normalise: Some(normalise) };

/// Names that Python makes up instead of looking them up: only in capitals.
const MADE_UP: [&str; 2] = ["HANGUL SYLLABLE ", "CJK UNIFIED IDEOGRAPH-"];

/// The character of a name or an alias.
fn find(name: &str) -> Option<char> {
    // The tables are asked more leniently than Python does it: without spaces, hyphens, underscores.
    let strict = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-'));
    if !strict || !name.starts_with(|first: char| first.is_ascii_alphanumeric()) {
        return None;
    }
    let found = unicode_names2::character(name)?;
    let Some(own) = unicode_names2::name(found) else {
        return is_alias(name).then_some(found);
    };
    let own = own.to_string();
    if MADE_UP.iter().any(|prefix| own.starts_with(prefix)) {
        return (own == name).then_some(found);
    }
    let same = own.eq_ignore_ascii_case(name);
    // What has the letters of the name but not its spaces is no alias either.
    let letters = |text: &str| -> Vec<u8> {
        text.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_uppercase()).collect()
    };
    (same || letters(&own) != letters(name) && is_alias(name)).then_some(found)
}

/// Can it be an alias that the tables have found? They do not say how it is written.
fn is_alias(name: &str) -> bool {
    !name.ends_with([' ', '-']) && !name.contains("  ")
}

/// The name of a character.
fn name(character: char, out: &mut dyn FnMut(&str)) -> bool {
    let Some(name) = unicode_names2::name(character) else { return false };
    name.for_each(out);
    true
}

/// The NFKC form.
fn normalise(text: &str, out: &mut dyn FnMut(char)) {
    text.nfkc().for_each(out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_aliases_as_python_takes_them() {
        for (name, character) in [
            ("LATIN SMALL LETTER A", 'a'),
            ("latin small letter a", 'a'),
            ("HANGUL SYLLABLE GA", '가'),
            ("CJK UNIFIED IDEOGRAPH-4E00", '一'),
            ("TIBETAN LETTER -A", '\u{f60}'),
            ("HANGUL JUNGSEONG O-E", '\u{1180}'),
            ("HANGUL JUNGSEONG OE", '\u{116c}'),
            ("NEW LINE", '\n'),
            ("lf", '\n'),
            ("NBSP", '\u{a0}'),
            ("LATIN SMALL LETTER GHA", 'ƣ'),
        ] {
            assert_eq!(find(name), Some(character), "{name}");
        }
    }

    #[test]
    fn what_python_does_not_take() {
        for name in [
            "",
            "-a",
            " SPACE",
            "SPACE ",
            "no such name",
            "LATIN_SMALL_LETTER_A",
            "LATINSMALLLETTERA",
            "FULL S-TOP",
            "hangul syllable ga",
            "CJK UNIFIED IDEOGRAPH-4e00",
            "KEYCAP DIGIT ONE",
            "NEW  LINE",
            "é",
        ] {
            assert_eq!(find(name), None, "{name}");
        }
    }

    #[test]
    fn names_are_found_again() {
        for character in (0..0x3_0000u32).step_by(7).filter_map(char::from_u32) {
            let mut text = String::new();
            if name(character, &mut |piece| text.push_str(piece)) {
                assert_eq!(find(&text), Some(character), "{text}");
            }
        }
    }
}

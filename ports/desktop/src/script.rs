//! What a person would do, as text: keys, pointer, waits, screenshots.
//!
//! Characters are typed. In braces stand `{enter}`, `{tab}`, `{up}` and the other keys, `{ctrl-c}`, `{move X Y}`, `{press N}`, `{release}`,
//! `{wait MS}`, `{shot FILE}`; `{{` is a brace.

use hognose_vibe::part::key;
use std::collections::VecDeque;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// A key.
    Key(u16),
    /// The pointer goes there.
    Move(i32, i32),
    /// These buttons are down.
    Buttons(u8),
    /// Nothing for that many milliseconds.
    Wait(u64),
    /// The screen is stored.
    Shot(String),
}

/// Reads a script. An error tells what is wrong.
pub fn parse(text: &str) -> Result<VecDeque<Act>, String> {
    let mut acts = VecDeque::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '{' if rest.starts_with('{') => {
                rest = &rest[1..];
                acts.push_back(Act::Key('{' as u16));
            }
            '{' => {
                let (word, after) = rest.split_once('}').ok_or("a brace is not closed")?;
                rest = after;
                acts.push_back(act(word)?);
            }
            '\n' => acts.push_back(Act::Key(key::ENTER)),
            ' '..='~' => acts.push_back(Act::Key(c as u16)),
            c => return Err(format!("no key types {c:?}")),
        }
    }
    Ok(acts)
}

fn act(word: &str) -> Result<Act, String> {
    let wrong = || format!("no such thing to do: {{{word}}}");
    let words: Vec<&str> = word.split_whitespace().collect();
    let number = |i: usize| words.get(i).and_then(|word| word.parse::<i32>().ok()).ok_or_else(wrong);
    Ok(match *words.first().ok_or_else(wrong)? {
        "enter" => Act::Key(key::ENTER),
        "tab" => Act::Key(key::TAB),
        "backspace" => Act::Key(key::BACKSPACE),
        "escape" => Act::Key(key::ESCAPE),
        "up" => Act::Key(key::UP),
        "down" => Act::Key(key::DOWN),
        "left" => Act::Key(key::LEFT),
        "right" => Act::Key(key::RIGHT),
        "home" => Act::Key(key::HOME),
        "end" => Act::Key(key::END),
        "delete" => Act::Key(key::DELETE),
        "pageup" => Act::Key(key::PAGE_UP),
        "pagedown" => Act::Key(key::PAGE_DOWN),
        "shift" => Act::Key(key::SHIFT),
        "ctrl" => Act::Key(key::CTRL),
        "move" => Act::Move(number(1)?, number(2)?),
        "press" => Act::Buttons(number(1)?.clamp(0, 7) as u8),
        "release" => Act::Buttons(0),
        "wait" => Act::Wait(number(1)?.max(0) as u64),
        "shot" => Act::Shot(words.get(1).ok_or_else(wrong)?.to_string()),
        word => match word.strip_prefix("ctrl-").map(str::as_bytes) {
            Some([letter @ b'a'..=b'z']) => Act::Key(u16::from(letter - b'a' + 1)),
            _ => return Err(wrong()),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::{Act, parse};

    #[test]
    fn text_and_braces_are_acts() {
        let acts = parse("a{{{ctrl-c}{move 3 -4}{wait 20}\n").expect("a script");
        let wanted =
            [Act::Key(97), Act::Key(123), Act::Key(3), Act::Move(3, -4), Act::Wait(20), Act::Key(10)];
        assert_eq!(acts, wanted);
    }

    #[test]
    fn what_is_wrong_is_told() {
        assert_eq!(parse("{jump}"), Err("no such thing to do: {jump}".to_owned()));
        assert_eq!(parse("{wait"), Err("a brace is not closed".to_owned()));
        assert_eq!(parse("\u{e9}"), Err("no key types 'é'".to_owned()));
    }
}

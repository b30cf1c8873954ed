//! Tracebacks in colours.

use nu_ansi_term::Color;
use std::io::Write;

/// Writes standard error, tracebacks in it in colours.
pub fn write(bytes: &[u8], out: &mut impl Write) -> std::io::Result<()> {
    let text = String::from_utf8_lossy(bytes);
    for line in text.split_inclusive('\n') {
        let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
        write!(out, "{}{end}", painted(line))?;
    }
    Ok(())
}

/// One line: places, carets and the name of the exception stand out.
fn painted(line: &str) -> String {
    let place = line.trim_start().strip_prefix("File \"").and_then(|place| place.split_once('"'));
    if let Some((file, rest)) = place {
        let indent = &line[..line.len() - line.trim_start().len()];
        let rest = match rest.strip_prefix(", line ") {
            Some(rest) => {
                let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
                let (number, function) = rest.split_at(digits);
                let function = match function.strip_prefix(", in ") {
                    Some(name) => format!(", in {}", Color::Cyan.paint(name)),
                    None => function.to_owned(),
                };
                format!(", line {}{function}", Color::Magenta.paint(number))
            }
            None => rest.to_owned(),
        };
        return format!("{indent}File \"{}\"{rest}", Color::Magenta.paint(file));
    }
    let marks = line.trim();
    if !marks.is_empty() && marks.chars().all(|c| matches!(c, '^' | '~')) {
        return Color::LightRed.paint(line).to_string();
    }
    if !line.starts_with(' ') {
        let name = line.split(':').next().unwrap_or("");
        let is_name = name.chars().next().is_some_and(char::is_uppercase)
            && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.'));
        if is_name {
            return format!("{}{}", Color::LightRed.bold().paint(name), &line[name.len()..]);
        }
    }
    line.to_owned()
}

#[cfg(test)]
mod tests {
    use super::painted;

    #[test]
    fn colours_change_nothing_but_colours() {
        let lines = [
            "Traceback (most recent call last):",
            "  File \"a.py\", line 12, in f",
            "  File \"a.py\", line 12",
            "    x = 1/0",
            "        ~^~",
            "ZeroDivisionError: division by zero",
            "",
            "  File \"",
            "é: x",
        ];
        for line in lines {
            let mut plain = String::new();
            let mut inside = false;
            for c in painted(line).chars() {
                inside = c == '\x1b' || inside;
                if !inside {
                    plain.push(c);
                }
                inside = inside && c != 'm';
            }
            assert_eq!(plain, line);
        }
        assert!(painted(lines[1]).contains("\x1b[35ma.py\x1b[0m"));
        assert!(painted(lines[5]).starts_with("\x1b["));
        assert_eq!(painted(lines[3]), lines[3]);
    }
}

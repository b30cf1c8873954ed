//! The regular expressions against what CPython 3.11 answered (regex/cases.txt, written by regex/record.py), with much
//! fuel and memory and with little of both.

#[path = "regex/harness.rs"]
mod harness;

use harness::*;
use hognose_lib::regex::*;

/// Undoes the escapes of record.py.
fn unescape(text: &str, kind: Kind) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(u8::try_from(c).expect("ASCII"));
            continue;
        }
        match rest.next() {
            Some('\\') => out.push(b'\\'),
            Some('n') => out.push(b'\n'),
            Some('t') => out.push(b'\t'),
            Some('r') => out.push(b'\r'),
            Some('x') => {
                let hex: String = rest.by_ref().take(2).collect();
                out.push(u8::from_str_radix(&hex, 16).expect("hex"));
            }
            Some('u') => {
                assert_eq!(kind, Kind::Str);
                let hex: String = rest.by_ref().skip(1).take_while(|&c| c != '}').collect();
                let c = u32::from_str_radix(&hex, 16).expect("hex");
                out.extend(char::from_u32(c).expect("a character").to_string().bytes());
            }
            other => panic!("escape {other:?} in {text:?}"),
        }
    }
    out
}

/// The escapes of record.py.
fn escape_text(text: &[u8], kind: Kind) -> String {
    let mut out = String::new();
    let mut one = |c: u32| match char::from_u32(c) {
        Some('\\') => out += "\\\\",
        Some('\n') if kind == Kind::Str => out += "\\n",
        Some('\t') if kind == Kind::Str => out += "\\t",
        Some('\r') if kind == Kind::Str => out += "\\r",
        Some(c) if (' '..='~').contains(&c) => out.push(c),
        _ if kind == Kind::Str => out += &format!("\\u{{{c:x}}}"),
        _ => out += &format!("\\x{c:02x}"),
    };
    match kind {
        Kind::Str => std::str::from_utf8(text).expect("UTF-8").chars().for_each(|c| one(u32::from(c))),
        Kind::Bytes => text.iter().for_each(|&b| one(u32::from(b))),
    }
    out
}

fn show_error(error: &RegexError, text: &[u8], kind: Kind) -> String {
    let class = match error.class() {
        ErrorClass::Regex => "error",
        ErrorClass::Value => "ValueError",
        ErrorClass::Overflow => "OverflowError",
        ErrorClass::Index => "IndexError",
        ErrorClass::Memory => "MemoryError",
    };
    let message = error.message(text, kind).to_string();
    format!("!{class}: {}", escape_text(message.as_bytes(), Kind::Str))
}

/// The name of a group; in a bytes pattern its bytes are Latin-1.
fn show_name(pattern: &Pattern, span: Span) -> String {
    let name = &pattern.text[span.start as usize..span.end as usize];
    let name: String = match pattern.kind {
        Kind::Str => std::str::from_utf8(name).expect("UTF-8").into(),
        Kind::Bytes => name.iter().copied().map(char::from).collect(),
    };
    escape_text(name.as_bytes(), Kind::Str)
}

fn show_found(pattern: &Pattern, found: &Found) -> String {
    let spans: Vec<String> =
        found.spans.iter().map(|s| s.map_or("-".into(), |(a, b)| format!("{a},{b}"))).collect();
    let name = found.last.and_then(|g| pattern.program().group_name(g));
    let name = name.map_or("None".into(), |s| show_name(pattern, s));
    format!("{}|{}|{name}", spans.join(";"), found.last.map_or("None".into(), |n| n.to_string()))
}

fn answer(pattern: &Pattern, op: &str, text: &[u8], begin: usize, end: usize, feed: Feed) -> String {
    let kind = pattern.kind;
    let one = |mode| {
        let search = Search { mode, begin, end, must_advance: false };
        let (found, spent) = pattern.find(text, search, feed);
        if feed.fuel != u64::MAX {
            let (same, at_once) = pattern.find(text, search, PLENTY);
            assert_eq!(
                (&found, spent),
                (&same, at_once),
                "the cost depends on the slices: {:?}",
                pattern.text
            );
        }
        found.map_or("-".into(), |found| show_found(pattern, &found))
    };
    match op {
        "escape" => escape_text(&escape(text).collect::<Vec<u8>>(), kind),
        "search" => one(Mode::Search),
        "match" => one(Mode::Match),
        "fullmatch" => one(Mode::FullMatch),
        "compile" => {
            let program = pattern.program();
            let names: Vec<String> = (1..=program.groups())
                .filter_map(|g| Some((g, program.group_name(g)?)))
                .map(|(g, s)| {
                    let name = &pattern.text[s.start as usize..s.end as usize];
                    assert_eq!(program.group_named(&pattern.text, name), Some(g));
                    format!("{}:{g}", show_name(pattern, s))
                })
                .collect();
            format!("{} {} {}", pattern.compiled.flags.0, pattern.compiled.groups, names.join(","))
        }
        "iter" => {
            let all: Vec<String> =
                pattern.find_all(text, begin, end, feed).iter().map(|f| show_found(pattern, f)).collect();
            if all.is_empty() { "-".into() } else { all.join(" ") }
        }
        "split" => {
            let mut parts = Vec::new();
            let mut from = 0;
            let part = |span: Option<(usize, usize)>| {
                span.map_or("None".into(), |(a, b)| "=".to_string() + &escape_text(&text[a..b], kind))
            };
            for found in pattern.find_all(text, 0, text.len(), feed) {
                let (start, end) = found.spans[0].expect("the whole");
                parts.push(part(Some((from, start))));
                parts.extend(found.spans[1..].iter().map(|&s| part(s)));
                from = end;
            }
            parts.push(part(Some((from, text.len()))));
            parts.join("\\t")
        }
        _ => replaced(pattern, op, text, feed),
    }
}

fn replaced(pattern: &Pattern, op: &str, text: &[u8], feed: Feed) -> String {
    let kind = pattern.kind;
    if let Some(template) = op.strip_prefix("expand ") {
        let template = unescape(template, kind);
        let (found, _) = pattern.find(text, Search::whole(Mode::Search, text.len()), feed);
        return match pattern.expand(&template, text, &found.expect("a match")) {
            Ok(out) => escape_text(&out, kind),
            Err(error) => show_error(&error, &template, kind),
        };
    }
    let template: &[u8] = match op {
        "sub whole" => b"<\\g<0>>",
        "sub dash" => b"-",
        _ => panic!("operation {op}"),
    };
    let (mut out, mut from) = (Vec::new(), 0);
    for found in pattern.find_all(text, 0, text.len(), feed) {
        let (start, end) = found.spans[0].expect("the whole");
        out.extend_from_slice(&text[from..start]);
        out.extend(pattern.expand(template, text, &found).expect("a good template"));
        from = end;
    }
    out.extend_from_slice(&text[from..]);
    escape_text(&out, kind)
}

/// Runs all cases; gives how many there were.
fn all_cases(feed: Feed) -> usize {
    let path = std::env::var("REGEX_CASES")
        .unwrap_or(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/regex/cases.txt").into());
    let cases = std::fs::read_to_string(path).expect("cases.txt");
    let (mut count, mut wrong) = (0, Vec::new());
    for line in cases.lines().filter(|l| !l.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [kind, flags, op, pattern, text, begin, end, expected] = fields[..] else {
            panic!("fields of {line:?}")
        };
        count += 1;
        let kind = if kind == "b" { Kind::Bytes } else { Kind::Str };
        let flags = Flags(flags.parse().expect("flags"));
        let (source, text) = (unescape(pattern, kind), unescape(text, kind));
        let (begin, end) = (begin.parse().expect("begin"), end.parse().expect("end"));
        let got = match compile_growing(&source, kind, flags) {
            Ok(compiled) => answer(&compiled, op, &text, begin, end, feed),
            Err(error) => show_error(&error, &source, kind),
        };
        // The engine has no table of character names.
        if got != expected && !got.contains("character names are not known here") {
            wrong.push(format!("{line}\n    got {got}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} differ:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(40)].join("\n")
    );
    count
}

#[test]
fn as_cpython() {
    assert!(all_cases(PLENTY) > 600);
}

#[test]
fn as_cpython_in_sips_of_fuel() {
    all_cases(SIPS);
}

#[test]
fn as_cpython_in_tiny_memory() {
    all_cases(TINY);
}

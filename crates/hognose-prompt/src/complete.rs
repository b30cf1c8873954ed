//! What may stand at the cursor.

use core::fmt::Write;
use hognose::{Budget, Engine, Outcome};

/// Instructions that finding names may take: a script's own `__dir__` has a say in it.
const FUEL: u64 = 200_000;

/// Text in fixed memory; what does not fit is left out.
pub(crate) struct Note<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Note<N> {
    pub(crate) fn new() -> Note<N> {
        Note { bytes: [0; N], len: 0 }
    }

    pub(crate) fn as_str(&self) -> &str {
        self.bytes.get(..self.len).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or("")
    }
}

impl<const N: usize> Write for Note<N> {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        let room = self.bytes.get_mut(self.len..self.len + text.len()).ok_or(core::fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.len += text.len();
        Ok(())
    }
}

/// What was found for a word.
pub(crate) enum Found {
    /// Nothing, or no more than is there.
    Nothing,
    /// All names go on like this.
    Rest(Note<64>),
    /// Several names, in a line.
    Names(Note<1024>),
}

const KEYWORDS: &str = "'False None True and as assert async await break class continue def del elif else except finally for \
                        from global if import in is lambda nonlocal not or pass raise return try while with yield'.split()";

/// What completes the word at the end of a line.
pub(crate) fn complete(engine: &mut Engine<'_>, line: &str) -> Found {
    let start = line.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_' || c == '.').len();
    let word = line.get(start..).unwrap_or("");
    let (base, part) = word.rsplit_once('.').map_or((None, word), |(base, part)| (Some(base), part));
    let mut expression = Note::<768>::new();
    let imports =
        line.trim_start().split_once(' ').is_some_and(|(first, _)| matches!(first, "import" | "from"));
    let names = match base {
        Some(base) if !is_path(base) => return Found::Nothing,
        Some(base) => write!(expression, "sorted(n for n in dir({base})"),
        None if imports => write!(expression, "sorted(n for n in __import__('sys').builtin_module_names"),
        None => {
            write!(expression, "sorted(n for n in {{*globals(), *dir(__import__('builtins')), *{KEYWORDS}}}")
        }
    };
    let hidden = if part.starts_with('_') { "" } else { " and n[:1] != '_'" };
    if names.and_then(|()| write!(expression, " if n.startswith('{part}'){hidden})")).is_err() {
        return Found::Nothing;
    }
    let finished = engine.load_expression(expression.as_str(), "<completion>").is_ok()
        && engine.run(Budget::fuel(FUEL)) == Outcome::Finished;
    let found = if finished { found(engine, part) } else { Found::Nothing };
    engine.stop();
    found
}

fn found(engine: &Engine<'_>, part: &str) -> Found {
    let (mut names, mut common) = (Note::<1024>::new(), Note::<64>::new());
    let mut count = 0;
    for item in engine.result().items() {
        let Some(name) = item.as_text() else { continue };
        let name = name.as_str();
        let rest = name.get(part.len()..).unwrap_or("");
        if count == 0 {
            let _ = common.write_str(rest);
        } else {
            let same = common.as_str().chars().zip(rest.chars()).take_while(|(a, b)| a == b);
            common.len = same.map(|(a, _)| a.len_utf8()).sum();
        }
        let _ = write!(names, "{}{name}", if count == 0 { "" } else { "  " });
        count += 1;
    }
    match count {
        0 => Found::Nothing,
        _ if !common.as_str().is_empty() => Found::Rest(common),
        1 => Found::Nothing,
        _ => Found::Names(names),
    }
}

/// Is it names with dots between them, which can be looked up without calling anything of the line?
fn is_path(text: &str) -> bool {
    text.split('.').all(|part| part.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_'))
}

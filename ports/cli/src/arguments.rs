//! The command line before clap sees it: where the program's own arguments begin, and what a bare `hognose` means.
//!
//! As with Python, everything after the program (a file, `-`, `-c CODE`, `-m MODULE`) is the program's.

use std::io::IsTerminal;

const VERBS: &[&str] = &[
    "run",
    "repl",
    "build",
    "dis",
    "asm",
    "check",
    "info",
    "stubs",
    "bajo",
    "sim",
    "device",
    "upload",
    "start",
    "pause",
    "resume",
    "stop",
    "clear",
    "drive",
    "settings",
    "status",
    "watch",
    "logs",
    "delete",
    "link-test",
    "vibe",
    "help",
];
/// Options of `run` that take a value in the next word.
const VALUED: &[&str] = &["--memory", "--fuel", "--time", "--allow", "--rig", "--names"];

/// The words for clap, and the arguments of the program.
pub fn split(words: Vec<String>) -> (Vec<String>, Vec<String>) {
    split_on(words, || std::io::stdin().is_terminal())
}

fn split_on(mut words: Vec<String>, terminal: impl Fn() -> bool) -> (Vec<String>, Vec<String>) {
    match words.get(1).map(String::as_str) {
        Some("-h" | "--help" | "-V" | "--version") => return (words, Vec::new()),
        Some(verb) if VERBS.contains(&verb) => {}
        None if terminal() => words.push("repl".to_owned()),
        _ => words.insert(1, "run".to_owned()),
    }
    if words[1] != "run" {
        return (words, Vec::new());
    }
    match program(&words[2..]) {
        Some(end) => {
            let rest = words.split_off(2 + end);
            (words, rest)
        }
        // Options and no program: the prompt on a terminal, else the program comes from standard input.
        None if !words.iter().any(|w| w == "-h" || w == "--help") && terminal() => {
            words[1] = "repl".to_owned();
            words.retain(|word| word != "-i");
            (words, Vec::new())
        }
        None => (words, Vec::new()),
    }
}

/// How many words go up to the program, itself included.
fn program(words: &[String]) -> Option<usize> {
    let mut i = 0;
    while i < words.len() {
        let word = words[i].as_str();
        match word {
            "-" => return Some(i + 1),
            "--" => return Some((i + 2).min(words.len())),
            _ if VALUED.contains(&word) => i += 2,
            _ if word.starts_with("--") => i += 1,
            _ if word.starts_with('-') => {
                // Short options, perhaps several in one word: -c and -m take what follows.
                match word.find(['c', 'm']) {
                    Some(at) if at + 1 == word.len() => return Some((i + 2).min(words.len())),
                    Some(_) => return Some(i + 1),
                    None => i += 1,
                }
            }
            _ => return Some(i + 1),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, terminal: bool, words: &str, rest: &str) {
        let list = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(split_on(list(line), || terminal), (list(words), list(rest)), "{line}");
    }

    #[test]
    fn the_arguments_of_the_program_are_its_own() {
        check("hognose a.py", true, "hognose run a.py", "");
        check("hognose a.py --stats -c x", true, "hognose run a.py", "--stats -c x");
        check("hognose --fuel 5 a.py run", true, "hognose run --fuel 5 a.py", "run");
        check("hognose --fuel=5 a.py -h", true, "hognose run --fuel=5 a.py", "-h");
        check("hognose -c pass -i x", true, "hognose run -c pass", "-i x");
        check("hognose -ic pass x", true, "hognose run -ic pass", "x");
        check("hognose run --stats -m mod --stats", true, "hognose run --stats -m mod", "--stats");
        check("hognose - x", true, "hognose run -", "x");
        check("hognose -- -x.py y", true, "hognose run -- -x.py", "y");
    }

    #[test]
    fn other_verbs_are_left_alone() {
        check("hognose build a.py -o b", true, "hognose build a.py -o b", "");
        check("hognose bajo run x --stats", true, "hognose bajo run x --stats", "");
        check("hognose --help", true, "hognose --help", "");
    }

    #[test]
    fn without_a_program_it_is_the_prompt_on_a_terminal_only() {
        check("hognose", true, "hognose repl", "");
        check("hognose", false, "hognose run", "");
        check("hognose -i", true, "hognose repl", "");
        check("hognose --memory 64K", true, "hognose repl --memory 64K", "");
        check("hognose --memory 64K", false, "hognose run --memory 64K", "");
        check("hognose run --help", true, "hognose run --help", "");
    }
}

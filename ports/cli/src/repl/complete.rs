//! What may stand at the cursor: keywords, names, attributes, modules.

use super::highlight::KEYWORDS;
use crate::modules::{self, Finder};
use hognose::{Budget, Engine, Outcome};
use hognose_vm::heap::Root;

/// Instructions that finding names may take: a script's own `__dir__` and properties have a say in it.
const FUEL: u64 = 500_000;

/// Finds what completes a word.
pub struct Names {
    modules: Vec<String>,
}

/// Where the word begins, and what it may become.
pub type Found = (usize, Vec<String>);

impl Names {
    /// Modules of the library, of this command, and beside the program.
    pub fn new(finder: &Finder) -> Names {
        let mut modules = modules::names();
        for entry in std::fs::read_dir(finder.folder()).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_module = path.extension().is_some_and(|e| e == "py") || path.join("__init__.py").is_file();
            if let Some(name) = path.file_stem().and_then(|name| name.to_str()).filter(|_| is_module) {
                modules.push(name.to_owned());
            }
        }
        modules.sort();
        modules.dedup();
        Names { modules }
    }

    /// What completes the word that ends at byte `at` of the line.
    pub fn complete(&mut self, engine: &mut Engine<'_>, line: &str, at: usize) -> Found {
        let Some(before) = line.get(..at) else { return (at, Vec::new()) };
        let statement = before.rsplit(['\n', ';']).next().unwrap_or("");
        if statement.trim().is_empty() {
            // Nothing before it: a step of indentation.
            return (at, vec!["    ".to_owned()]);
        }
        let word = before.len()
            - before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_' || c == '.').len();
        let word = &before[before.len() - word..];
        let (base, start) = word.rsplit_once('.').map_or((None, word), |(base, start)| (Some(base), start));
        let place = at - start.len();
        let statement = statement.trim_start();
        let candidates = match (statement.split_once(char::is_whitespace), base) {
            (Some(("from", rest)), _) if rest.contains(" import ") => {
                self.names_of_module(engine, rest.split_whitespace().next().unwrap_or(""))
            }
            (Some(("import" | "from", _)), None) => self.modules.clone(),
            (_, Some(base)) if is_path(base) => self.ask(engine, &format!("dir({base})")),
            (_, Some(_)) => Vec::new(),
            (_, None) => {
                let mut names = self.ask(engine, "list(globals()) + dir(__import__('builtins'))");
                names.extend(KEYWORDS.iter().map(|word| (*word).to_owned()));
                names
            }
        };
        let mut found: Vec<String> = candidates.into_iter().filter(|name| name.starts_with(start)).collect();
        // Names with underscores only when they are asked for.
        if !start.starts_with('_') {
            found.retain(|name| !name.starts_with('_'));
        }
        found.sort();
        found.dedup();
        (place, found)
    }

    /// What a module offers. One that was not imported yet is not imported for that: it may do anything.
    fn names_of_module(&mut self, engine: &mut Engine<'_>, name: &str) -> Vec<String> {
        let vm = engine.vm();
        let modules = vm.heap.root(Root::Modules);
        let key = vm.heap.find_name(name.as_bytes());
        let module = key.filter(|_| modules.is_object()).and_then(|key| vm.heap.get_str(modules, key));
        match module.is_some() && is_path(name) {
            // With names to be imported from it, what comes is the module itself and not the package above it.
            true => self.ask(engine, &format!("dir(__import__('{name}', None, None, ['__name__']))")),
            false => Vec::new(),
        }
    }

    /// The strings of a list that an expression gives; none when it fails.
    fn ask(&mut self, engine: &mut Engine<'_>, expression: &str) -> Vec<String> {
        let finished = engine.load_expression(expression, "<completion>").is_ok()
            && engine.run(Budget::fuel(FUEL)) == Outcome::Finished;
        let names = match finished {
            true => {
                engine.result().items().filter_map(|item| Some(item.as_text()?.as_str().to_owned())).collect()
            }
            false => Vec::new(),
        };
        engine.stop();
        names
    }
}

/// Is it names with dots between them, which can be looked up without calling anything of the line?
fn is_path(text: &str) -> bool {
    text.split('.').all(|part| {
        part.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_')
            && part.chars().all(|c| c.is_alphanumeric() || c == '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complete(source: &str, line: &str) -> Found {
        let mut block = vec![0; 1 << 17];
        let mut engine = Engine::new(&mut block).unwrap();
        engine.load_source(source, "names.py").unwrap();
        assert_eq!(engine.run(Budget::fuel(1 << 20)), Outcome::Finished);
        let mut names = Names { modules: vec!["json".to_owned(), "math".to_owned(), "my_module".to_owned()] };
        names.complete(&mut engine, line, line.len())
    }

    #[test]
    fn globals_builtins_and_keywords() {
        let (at, found) = complete("primary = 1", "x = pri");
        assert_eq!((at, found), (4, vec!["primary".to_owned(), "print".to_owned()]));
        assert_eq!(complete("", "retu").1, ["return"]);
        assert_eq!(complete("", "x = zzz").1, [""; 0]);
    }

    #[test]
    fn attributes_of_names() {
        let source = "class A:\n    speed = 1\n    _hidden = 2\na = A()\na.b = a";
        assert_eq!(complete(source, "print(a.b.sp"), (10, vec!["speed".to_owned()]));
        assert_eq!(complete(source, "a._h").1, ["_hidden"]);
        assert_eq!(complete(source, "'abc'.upp").1, [""; 0]);
        assert_eq!(complete(source, "nothing.x").1, [""; 0]);
    }

    #[test]
    fn modules_after_import() {
        assert_eq!(complete("", "import m").1, ["math", "my_module"]);
        assert_eq!(complete("", "from js"), (5, vec!["json".to_owned()]));
        assert_eq!(complete("import math", "from math import sq").1, ["sqrt"]);
    }

    #[test]
    fn a_tab_at_the_start_is_a_step() {
        assert_eq!(complete("", "if x:\n    "), (10, vec!["    ".to_owned()]));
    }

    #[test]
    fn code_that_does_not_end_is_left() {
        let source = "class A:\n    def __dir__(self):\n        while True: pass\na = A()";
        assert_eq!(complete(source, "a.x").1, [""; 0]);
    }
}

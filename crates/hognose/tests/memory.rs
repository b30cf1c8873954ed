//! Memory that runs out: at every single reserve of sixty programs, and in blocks of many sizes. MemoryError or an error of
//! loading, never a panic, and the same engine runs another program afterwards.

use hognose::{Budget, Captured, Engine, Error, Outcome};
use std::path::Path;

/// Words of the block.
const BLOCK: usize = 64 * 1024;
/// Fuel for a program.
const FUEL: u64 = 2_000_000;
/// Reserves of a program after which only some fail, unless this is the long run.
const ALL: u64 = 600;

/// Is this the long run?
fn full() -> bool {
    std::env::var_os("HOGNOSE_FULL").is_some()
}

/// Names and texts of the programs.
fn programs() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/memory");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: &Path| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, std::fs::read_to_string(path).unwrap())
    };
    let all: Vec<_> = files.iter().map(|path| read(path)).collect();
    assert_eq!(all.len(), 60);
    all
}

/// Loads and runs; the name of the exception that it ended with, if any.
fn run(engine: &mut Engine<'_>, source: &str) -> Option<String> {
    match engine.load_source(source, "program.py") {
        Ok(()) => {}
        Err(Error::Memory) => return Some("MemoryError".to_owned()),
        Err(_) => return Some(engine.result().type_name().as_str().to_owned()),
    }
    match engine.run(Budget::fuel(FUEL)) {
        Outcome::Finished => None,
        Outcome::Failed => Some(engine.result().type_name().as_str().to_owned()),
        other => panic!("{other:?}"),
    }
}

/// The engine works: another program runs in it.
fn check_alive(engine: &mut Engine<'_>, what: &str) {
    engine.vm().heap.set_rig(false, None);
    engine.vm().heap.collect();
    let source =
        "class A:\n    def f(self): return [self, {'a': 1}]\nx = len(A().f()) + sum(i for i in range(4))";
    let ended = run(engine, source);
    assert_eq!(ended, None, "{what}: the next program");
    assert_eq!(engine.global_as::<i64>("x"), Ok(8), "{what}");
}

/// Reserves that a program makes, and what it ends with.
fn reserves(source: &str) -> (u64, Option<String>) {
    let mut block = vec![0; BLOCK];
    let mut output = Captured::<64>::new();
    let mut engine = Engine::new(&mut block).unwrap();
    engine.set_host(&mut output);
    engine.vm().heap.set_rig(false, Some(u64::MAX));
    let ended = run(&mut engine, source);
    (engine.vm().heap.reserves, ended)
}

#[test]
fn every_reserve_may_fail() {
    let (mut tries, mut memory_errors) = (0u64, 0u64);
    for (name, source) in programs() {
        let (count, usual) = reserves(&source);
        let mut n = 0;
        while n < count {
            let mut block = vec![0; BLOCK];
            let mut output = Captured::<64>::new();
            let mut engine = Engine::new(&mut block).unwrap();
            engine.set_host(&mut output);
            engine.vm().heap.set_rig(false, Some(n));
            let what = format!("{name}, reserve {n} of {count}");
            let ended = run(&mut engine, &source);
            let is_memory = ended.as_deref() == Some("MemoryError");
            // Some programs catch every exception, some end with one of their own.
            assert!(ended.is_none() || is_memory || ended == usual, "{what}: {ended:?}");
            if ended.is_some() {
                engine.report();
            }
            check_alive(&mut engine, &what);
            tries += 1;
            memory_errors += is_memory as u64;
            n += if n < ALL || full() { 1 } else { 7 };
        }
    }
    assert!(tries > 1000 && memory_errors > tries / 3, "{memory_errors} of {tries}");
}

#[test]
fn blocks_of_every_size() {
    for (name, source) in programs() {
        let (_, usual) = reserves(&source);
        let mut words = 512;
        while words < BLOCK {
            let mut block = vec![0; words];
            let mut output = Captured::<64>::new();
            let mut engine = Engine::new(&mut block).unwrap();
            engine.set_host(&mut output);
            let ended = run(&mut engine, &source);
            if ended.is_some() {
                engine.report();
            }
            let fits = ended.is_none() || ended == usual || ended.as_deref() == Some("MemoryError");
            assert!(fits, "{name}, {words} words: {ended:?}");
            words += words / if full() { 40 } else { 7 };
        }
    }
}

/// What a program ends with in a block of that many words, within that fuel.
fn bounded(source: &str, words: usize, fuel: u64) -> (Outcome, String, String) {
    let mut block = vec![0; words];
    let mut output = Captured::<400>::new();
    let mut engine = Engine::new(&mut block).unwrap();
    engine.set_host(&mut output);
    if let Err(error) = engine.load_source(source, "program.py") {
        let name = match error {
            Error::Memory => "MemoryError".to_owned(),
            Error::Raised | Error::Load(hognose::LoadError::Source(_)) => {
                engine.result().type_name().as_str().to_owned()
            }
            error => panic!("{error}"),
        };
        return (Outcome::Failed, name, String::new());
    }
    let outcome = engine.run(Budget::fuel(fuel));
    let name = engine.result().type_name().as_str().to_owned();
    engine.stop();
    if outcome != Outcome::Finished {
        check_alive(&mut engine, source.get(..40).unwrap_or(source));
    }
    drop(engine);
    (outcome, name, output.text().to_owned())
}

#[test]
fn what_could_grow_without_end_is_bounded() {
    const MB: usize = 1 << 17;
    let ends = |source: &str, fuel: u64, error: &str| {
        let (outcome, name, _) = bounded(source, 4 * MB, fuel);
        assert_eq!(
            (outcome, name.as_str()),
            (Outcome::Failed, error),
            "{}",
            source.get(..60).unwrap_or(source)
        );
    };
    let prints = |source: &str, text: &str| {
        let (outcome, name, printed) = bounded(source, 4 * MB, 50_000_000);
        assert_eq!(
            (outcome, printed.as_str()),
            (Outcome::Finished, text),
            "{name}: {}",
            source.get(..60).unwrap_or(source)
        );
    };
    ends("def f(): f()\nf()", 1_000_000, "RecursionError");
    ends("class A:\n    def __repr__(self): return repr(self)\nrepr(A())", 1_000_000, "RecursionError");
    ends("class A:\n    def __eq__(self, o): return self == o\nA() == A()", 1_000_000, "RecursionError");
    ends("import sys\nsys.setrecursionlimit(10**6)\ndef f(): f()\nf()", 10_000_000, "MemoryError");
    ends("x = 'a' * 10**9", 1_000_000, "MemoryError");
    ends("x = [0] * 10**9", 1_000_000, "MemoryError");
    ends("x = b'a' * 10**12", 1_000_000, "MemoryError");
    ends("x = []\nwhile True: x.append(x[:])", 1_000_000_000, "MemoryError");
    ends("x = 'ab'\nwhile True: x += x", 1_000_000, "MemoryError");
    ends("x = {}\nwhile True: x[len(x)] = {}", 1_000_000_000, "MemoryError");
    ends("x = 1 << 10**12", 1_000_000, "MemoryError");
    ends("x = '%*d' % (10**9, 1)", 1_000_000, "MemoryError");
    ends("x = f'{1:{10**9}}'", 1_000_000, "MemoryError");
    ends("x = list(range(10**12))", 1_000_000_000, "MemoryError");
    // More work than the budget has, but no more time than that.
    for source in
        ["x = 10 ** 10 ** 6", "x = 3 ** (1 << 20) % 7 if 3 ** (1 << 20) else 0", "x = sum(range(10 ** 12))"]
    {
        let (outcome, name, _) = bounded(source, MB, 2_000_000);
        assert!(
            outcome == Outcome::Spent || outcome == Outcome::Failed && name == "MemoryError",
            "{source}: {outcome:?} {name}"
        );
    }
    // Nested text: errors of the compiler.
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("-", ""),
        ("not ", ""),
        ("x[", "]"),
        ("f(", ")"),
        ("lambda: ", ""),
    ] {
        let source = format!("x = {}1{}", open.repeat(5000), close.repeat(5000));
        let (outcome, name, _) = bounded(&source, 8 * MB, 1_000_000);
        let ended = outcome == Outcome::Finished
            || ["SyntaxError", "MemoryError", "RecursionError", "OverflowError", "TypeError", "NameError"]
                .contains(&name.as_str());
        assert!(ended, "{open}: {outcome:?} {name}");
    }
    // Nested objects.
    let nest = "x = []\nfor i in range(5000): x = [x]\n";
    let caught = |what: &str| {
        format!("{nest}try:\n    {what}\n    print('done')\nexcept RecursionError: print('deep')")
    };
    for what in ["repr(x)", "str(x)", "x == [x]", "hash(tuple(x))"] {
        let (outcome, name, _) = bounded(&caught(what), 4 * MB, 10_000_000);
        assert!(outcome == Outcome::Finished || name == "TypeError", "{what}: {outcome:?} {name}");
    }
    prints("x = [1]\nx.append(x)\nprint(x, str(x) == repr(x))", "[1, [...]] True\n");
    prints(
        "x = {}\nx[1] = x\nprint(x)\ny = [x, (x,)]\nx[2] = y\nprint(y)",
        "{1: {...}}\n[{1: {...}, 2: [...]}, ({1: {...}, 2: [...]},)]\n",
    );
    ends("x = []\nx.append(x)\ny = []\ny.append(y)\nx == y", 10_000_000, "RecursionError");
    ends("x = ()\nfor i in range(100000): x = (x,)\nhash(x)", 10_000_000, "RecursionError");
}

#[test]
fn slow_patterns_are_bounded() {
    for source in [
        "import re\nre.match('(a*)*b', 'a' * 40)",
        "import re\nre.match('(a|aa)+$', 'a' * 60 + 'b')",
        "import re\nre.findall('a*a*a*a*a*b', 'a' * 2000)",
        "import re\nre.sub('(x+x+)+y', '', 'x' * 50)",
    ] {
        let start = std::time::Instant::now();
        let (outcome, name, _) = bounded(source, 1 << 17, 3_000_000);
        let ended = matches!(outcome, Outcome::Spent | Outcome::Finished) || name == "MemoryError";
        assert!(ended, "{source}: {outcome:?} {name}");
        assert!(start.elapsed().as_secs() < 20, "{source}: {:?}", start.elapsed());
    }
}

/// A block nearly full of what lives: the program gets MemoryError soon, and not a collection for every object.
#[test]
fn a_nearly_full_block_does_not_only_collect() {
    const WORDS: usize = 1 << 17;
    let source = "x = None\nspare = [0] * 300\n\
                  try:\n    while True: x = (x, 0)\nexcept MemoryError: spare = None\n\
                  try:\n    for i in range(1000000): y = (i, (i,))\n    y = None\nexcept MemoryError: y = i\n\
                  x = None\n";
    let mut block = vec![0; WORDS];
    let mut engine = Engine::new(&mut block).unwrap();
    engine.load_source(source, "program.py").unwrap();
    assert_eq!(engine.run(Budget::fuel(500_000_000)), Outcome::Finished);
    let collections = engine.statistics().collections;
    let turns = engine.global_as::<i64>("y");
    assert!(turns.is_ok_and(|n| n > 1000) && collections < 200, "{turns:?} turns, {collections} collections");
    check_alive(&mut engine, "after that");
}

#[test]
fn the_recursion_limit_of_a_program_ends_with_it() {
    let mut block = vec![0; BLOCK];
    let mut engine = Engine::new(&mut block).unwrap();
    let depth = "def f(n):\n    return 0 if n == 0 else 1 + f(n - 1)\nx = f(300)\n";
    assert_eq!(run(&mut engine, "import sys\nsys.setrecursionlimit(100)\n"), None);
    assert_eq!(run(&mut engine, depth), None);
    engine.set_recursion_limit(200);
    assert_eq!(run(&mut engine, depth).as_deref(), Some("RecursionError"));
    assert_eq!(run(&mut engine, "import sys\nsys.setrecursionlimit(10000)\n"), None);
    assert_eq!(run(&mut engine, depth).as_deref(), Some("RecursionError"));
}

//! Several engines in one process, a slice of random length each in turn: each prints what it prints alone, with the same fuel.

use hognose::{Budget, Captured, Engine, Outcome};

/// Words of a block.
const BLOCK: usize = 64 * 1024;

const PROGRAMS: [&str; 7] = [
    include_str!("../../hognose-vm/tests/programs/calls.py"),
    include_str!("../../hognose-vm/tests/programs/classes.py"),
    include_str!("../../hognose-vm/tests/programs/data.py"),
    include_str!("../../hognose-vm/tests/programs/exceptions.py"),
    include_str!("../../hognose-vm/tests/programs/generators.py"),
    "import re, json\nfor i in range(20):\n    print(re.sub('(a|b)+', lambda m: m[0].upper(), 'xaby' * i), json.dumps({'n': [i, None]}))\n",
    "import random\nrandom.seed(7)\nx = [random.random() for i in range(300)]\nx.sort()\nprint(sum(x), hash('text'), 3 ** 500 % 10 ** 9)\n1 / 0\n",
];

/// A small generator of numbers.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % end
    }
}

/// What it printed, how it ended, its fuel, its collections.
type Run = (String, Outcome, u64, u32);

fn alone(source: &str) -> Run {
    let mut block = vec![0; BLOCK];
    let mut output = Captured::<8192>::new();
    let mut engine = Engine::new(&mut block).unwrap();
    engine.set_host(&mut output);
    engine.load_source(source, "program.py").unwrap();
    let outcome = engine.run(Budget::UNLIMITED);
    if outcome == Outcome::Failed {
        engine.report();
    }
    let used = engine.statistics();
    drop(engine);
    (output.text().to_owned(), outcome, used.fuel, used.collections)
}

/// All of them at once, with slices up to that long.
fn together(sources: &[&str], longest: u64, seed: u64) -> Vec<Run> {
    let mut blocks: Vec<_> = sources.iter().map(|_| vec![0; BLOCK]).collect();
    let mut outputs: Vec<_> = sources.iter().map(|_| Captured::<8192>::new()).collect();
    let mut engines: Vec<_> = blocks
        .iter_mut()
        .zip(&mut outputs)
        .zip(sources)
        .map(|((block, output), source)| {
            let mut engine = Engine::new(block).unwrap();
            engine.set_host(output);
            engine.load_source(source, "program.py").unwrap();
            (engine, Outcome::Spent)
        })
        .collect();
    let mut numbers = Numbers(seed);
    while engines.iter().any(|(_, outcome)| *outcome == Outcome::Spent) {
        let which = numbers.below(engines.len() as u64) as usize;
        let (engine, outcome) = &mut engines[which];
        if *outcome == Outcome::Spent {
            *outcome = engine.run(Budget::fuel(1 + numbers.below(longest)));
            if *outcome == Outcome::Failed {
                engine.report();
            }
        }
    }
    let ended: Vec<_> = engines.into_iter().map(|(engine, outcome)| (outcome, engine.statistics())).collect();
    let texts = outputs.iter().map(|output| output.text().to_owned());
    texts.zip(ended).map(|(text, (outcome, used))| (text, outcome, used.fuel, used.collections)).collect()
}

#[test]
fn engines_side_by_side_do_what_they_do_alone() {
    let lonely: Vec<_> = PROGRAMS.iter().map(|source| alone(source)).collect();
    for run in &lonely {
        assert!(run.0.len() > 40 && run.2 > 500, "{run:?}");
    }
    for (seed, longest) in [(1, 5), (2, 50), (3, 1000), (4, 100_000)] {
        for (alone, together) in lonely.iter().zip(together(&PROGRAMS, longest, seed)) {
            assert_eq!(*alone, together, "slices up to {longest}");
        }
    }
}

#[test]
fn many_engines_of_one_program_do_the_same() {
    let lonely = alone(PROGRAMS[0]);
    for run in together(&[PROGRAMS[0]; 12], 200, 9) {
        assert_eq!(lonely, run);
    }
}

#[test]
fn a_loop_of_slow_operations_alone_keeps_to_its_budget() {
    let sources = [
        "class A:\n    def __lt__(self, other): return True\na = A()\nwhile a < a: pass\n",
        "class A:\n    def __bool__(self): return True\nwhile A(): pass\n",
        "while True:\n    try: None()\n    except TypeError: continue\n",
        "def g():\n    while True: yield\nfor _ in g(): pass\n",
    ];
    for source in sources {
        let mut block = vec![0; BLOCK];
        let mut engine = Engine::new(&mut block).unwrap();
        engine.load_source(source, "endless.py").unwrap();
        for _ in 0..20 {
            let before = engine.statistics().fuel;
            assert_eq!(engine.run(Budget::fuel(1000)), Outcome::Spent, "{source}");
            let used = engine.statistics().fuel - before;
            assert!((900..1400).contains(&used), "{used}: {source}");
        }
    }
}

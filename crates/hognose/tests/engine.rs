//! The engine as an embedder meets it.

use hognose::{
    Budget, Captured, Control, Engine, Error, Handle, List, Outcome, Raise, ReadError, Text, Type,
};
use std::cell::Cell;
use std::time::Duration;

/// Words of a comfortable block.
const WORDS: usize = 64 * 1024;

fn block() -> Vec<u64> {
    vec![0; WORDS]
}

/// Runs source to its end and gives what it printed and how it ended; a failure is reported.
fn run(source: &str) -> (String, Outcome) {
    let mut block = block();
    let mut output = Captured::<4096>::new();
    let mut engine = Engine::new(&mut block).unwrap();
    engine.set_host(&mut output);
    engine.load_source(source, "test.py").unwrap();
    let outcome = engine.run(Budget::fuel(10_000_000));
    if outcome == Outcome::Failed {
        engine.report();
    }
    drop(engine);
    (output.text().to_owned(), outcome)
}

#[test]
fn a_program_prints_and_ends() {
    assert_eq!(run("print('hi', 2 ** 70)"), ("hi 1180591620717411303424\n".to_owned(), Outcome::Finished));
}

#[test]
fn a_failure_is_reported_as_python_does() {
    let (text, outcome) = run("def f():\n    return 1 / 0\nf()\n");
    assert_eq!(outcome, Outcome::Failed);
    assert_eq!(
        text,
        "Traceback (most recent call last):\n  File \"test.py\", line 3, in <module>\n    f()\n  \
         File \"test.py\", line 2, in f\n    return 1 / 0\n           ~~^~~\nZeroDivisionError: division by zero\n"
    );
}

/// Fuel that a program takes.
fn fuel_of(source: &str) -> u64 {
    let mut block = block();
    let mut engine = Engine::new(&mut block).unwrap();
    engine.load_source(source, "fuel.py").unwrap();
    assert_eq!(engine.run(Budget::fuel(u64::MAX)), Outcome::Finished);
    engine.statistics().fuel
}

#[test]
fn constants_in_a_loop_cost_what_locals_cost() {
    let round = |expression: &str| {
        let fuel = |n: u32| {
            fuel_of(&format!(
                "def f(n, x, y, z):\n    t = i = 0\n    while i < n:\n        t = {expression}\n        i += 1\nf({n}, 3, 1009, 77)\n"
            ))
        };
        fuel(41_000) - fuel(40_000)
    };
    assert_eq!(round("t * 3 % 1009 ^ 77"), round("t * x % y ^ z"));
}

#[test]
fn fuel_does_not_depend_on_slices() {
    let source = "n = 0\nfor i in range(2000):\n    n += len(str(i))\n";
    let mut fuels = Vec::new();
    for slice in [u64::MAX, 1, 7, 1000] {
        let mut block = block();
        let mut engine = Engine::new(&mut block).unwrap();
        engine.load_source(source, "slices.py").unwrap();
        let mut runs = 0;
        while engine.run(Budget::fuel(slice)) != Outcome::Finished {
            runs += 1;
            assert!(runs < 1_000_000);
        }
        assert_eq!(engine.global_as::<i64>("n"), Ok(6890));
        fuels.push(engine.statistics().fuel);
    }
    assert!(fuels[0] > 2000 && fuels.iter().all(|&fuel| fuel == fuels[0]), "{fuels:?}");
}

#[test]
fn a_spent_budget_can_be_refilled() {
    let mut block = block();
    let mut engine = Engine::new(&mut block).unwrap();
    engine.load_source("while True:\n    pass", "busy.py").unwrap();
    assert_eq!(engine.run(Budget::fuel(1000)), Outcome::Spent);
    let used = engine.statistics().fuel;
    assert!((1000..1100).contains(&used), "{used}");
    assert!(engine.is_active());
    engine.stop();
    assert!(!engine.is_active());
}

#[test]
fn time_ends_a_run() {
    let mut block = block();
    let mut engine = Engine::new(&mut block).unwrap();
    engine.load_source("n = 0\nwhile n < 100000:\n    n += 1", "busy.py").unwrap();
    // A clock that jumps a second whenever it is looked at.
    let now = Cell::new(0);
    let clock = || {
        now.set(now.get() + 1);
        Duration::from_secs(now.get())
    };
    let budget = Budget::UNLIMITED.time(Duration::from_secs(5), &clock);
    assert_eq!(engine.run(budget), Outcome::TimeSpent);
    let used = engine.statistics().fuel;
    assert!((4096..40_960).contains(&used), "{used}");
    // Fuel still counts, and so does the end.
    assert_eq!(engine.run(Budget::fuel(5000).time(Duration::from_secs(1 << 40), &clock)), Outcome::Spent);
    assert_eq!(engine.run(Budget::UNLIMITED.time(Duration::from_secs(1 << 40), &clock)), Outcome::Finished);
}

#[test]
fn results_and_globals_are_rust_values() {
    let mut block = block();
    let mut engine = Engine::new(&mut block).unwrap();
    let source = "n = 7\nbig = 2**70\nx = 1.5\nname = 'a longer name'\ndata = b'\\x00\\xff'\npair = (3, 4)\n\
                  table = {'a': 1, 'b': [None, True]}\nclass Thing: pass\nthing = Thing()\nclass Sub(int): pass\nsub = Sub(5)";
    engine.load_source(source, "values.py").unwrap();
    assert_eq!(engine.run(Budget::fuel(100_000)), Outcome::Finished);
    assert_eq!(engine.result_as::<()>(), Ok(()));
    assert_eq!(engine.global_as::<i64>("n"), Ok(7));
    assert_eq!(engine.global_as::<u8>("n"), Ok(7));
    assert_eq!(engine.global_as::<f64>("n"), Ok(7.0));
    assert_eq!(engine.global_as::<i64>("big"), Err(ReadError::WrongType { wanted: "int that fits i64" }));
    assert_eq!(engine.global_as::<i64>("nothing"), Err(ReadError::NoSuchName));
    assert_eq!(engine.global_as::<f64>("x"), Ok(1.5));
    assert_eq!(engine.global_as::<Text<'_>>("name").unwrap().as_str(), "a longer name");
    assert_eq!(engine.global_as::<&[u8]>("data"), Ok(&[0, 255][..]));
    assert_eq!(engine.global_as::<[i32; 2]>("pair"), Ok([3, 4]));
    assert_eq!(engine.global_as::<[i32; 3]>("pair").is_err(), true);
    assert_eq!(engine.global_as::<i64>("sub"), Ok(5));
    let thing = engine.global("thing").unwrap();
    assert_eq!(thing.type_name().as_str(), "Thing");
    let table = engine.global("table").unwrap();
    assert_eq!(table.len(), Some(2));
    assert_eq!(table.get("a").unwrap().as_int(), Some(1));
    let list = table.get("b").unwrap();
    assert!(list.item(0).unwrap().is_none() && list.item(2).is_none());
    assert_eq!(list.item(1).unwrap().as_bool(), Some(true));
    assert_eq!(table.entries().map(|(key, _)| key.as_text().unwrap().len()).sum::<usize>(), 2);
}

#[test]
fn globals_are_set_from_rust() {
    let mut block = block();
    let mut engine = Engine::new(&mut block).unwrap();
    assert!(matches!(engine.set_global("x", 1), Err(Error::NoProgram)));
    engine.load_source("out = [x, y, z, t, o, l, b]", "set.py").unwrap();
    engine.set_global("x", i64::MIN).unwrap();
    engine.set_global("y", "text of some length").unwrap();
    engine.set_global("z", (1, 2.5)).unwrap();
    engine.set_global("t", [true, false]).unwrap();
    engine.set_global("o", None::<i32>).unwrap();
    engine.set_global("l", List(["a", "a longer one"].into_iter())).unwrap();
    engine.set_global("b", &b"bytes"[..]).unwrap();
    assert_eq!(engine.run(Budget::fuel(100_000)), Outcome::Finished);
    let out = engine.global("out").unwrap();
    assert_eq!(out.item(0).unwrap().as_int(), Some(i64::MIN));
    assert_eq!(out.item(1).unwrap().as_text().unwrap().as_str(), "text of some length");
    assert_eq!(out.item(2).unwrap().item(1).unwrap().as_float(), Some(2.5));
    assert_eq!(out.item(3).unwrap().len(), Some(2));
    assert!(out.item(4).unwrap().is_none());
    assert_eq!(out.item(5).unwrap().item(1).unwrap().len(), Some(12));
    assert_eq!(out.item(6).unwrap().as_bytes(), Some(&b"bytes"[..]));
}

/// An engine whose program has run.
fn ready<'m>(block: &'m mut [u64], source: &str) -> Engine<'m> {
    let mut engine = Engine::new(block).unwrap();
    engine.load_source(source, "ready.py").unwrap();
    assert_eq!(engine.run(Budget::fuel(1_000_000)), Outcome::Finished);
    engine
}

#[test]
fn functions_are_called_from_the_host() {
    let mut block = block();
    let source = "def add(a, b=10): return a + b\nclass Point:\n    def __init__(self, x): self.x = x\n    \
                  def twice(self): return self.x * 2\np = Point(4)\nm = p.twice\nnames = []\nkeep = names.append";
    let mut engine = ready(&mut block, source);
    let add = engine.keep_global("add").unwrap();
    let class = engine.keep_global("Point").unwrap();
    let method = engine.keep_global("m").unwrap();
    let native = engine.keep_global("keep").unwrap();

    engine.call(add, (1, 2)).unwrap();
    assert_eq!(engine.run(Budget::fuel(10_000)), Outcome::Finished);
    assert_eq!(engine.result_as::<i64>(), Ok(3));

    engine.call(add, [5]).unwrap();
    assert_eq!(engine.run(Budget::fuel(10_000)), Outcome::Finished);
    assert_eq!(engine.result_as::<i64>(), Ok(15));

    engine.call(method, ()).unwrap();
    assert_eq!(engine.run(Budget::fuel(10_000)), Outcome::Finished);
    assert_eq!(engine.result_as::<i64>(), Ok(8));

    engine.call(class, (7,)).unwrap();
    assert_eq!(engine.run(Budget::fuel(10_000)), Outcome::Finished);
    let point = engine.keep_result().unwrap();
    assert_eq!(engine.held(point).unwrap().type_name().as_str(), "Point");

    engine.call(native, (point,)).unwrap();
    assert_eq!(engine.run(Budget::fuel(10_000)), Outcome::Finished);
    engine.call(native, ("text that is long",)).unwrap();
    assert_eq!(engine.run(Budget::fuel(10_000)), Outcome::Finished);
    let names = engine.global("names").unwrap();
    assert_eq!(names.len(), Some(2));
    assert_eq!(names.item(1).unwrap().as_text().unwrap().as_str(), "text that is long");
}

#[test]
fn a_call_that_fails_leaves_the_engine_whole() {
    let mut block = block();
    let mut engine = ready(&mut block, "def f(a): return 1 // a\nnumber = 5");
    let f = engine.keep_global("f").unwrap();
    let number = engine.keep_global("number").unwrap();

    engine.call(f, (0,)).unwrap();
    assert_eq!(engine.run(Budget::fuel(10_000)), Outcome::Failed);
    assert_eq!(engine.result().type_name().as_str(), "ZeroDivisionError");
    assert_eq!(
        engine.result().message().unwrap().as_text().unwrap().as_str(),
        "integer division or modulo by zero"
    );

    // Wrong arguments, and something that cannot be called: at once, or as the outcome of the run.
    for (handle, wanted) in
        [(f, "f() missing 1 required positional argument: 'a'"), (number, "'int' object is not callable")]
    {
        if engine.call(handle, ()).is_ok() {
            assert_eq!(engine.run(Budget::fuel(10_000)), Outcome::Failed);
        }
        assert_eq!(engine.result().message().unwrap().as_text().unwrap().as_str(), wanted);
        assert!(!engine.is_active());
    }

    engine.call(f, (1,)).unwrap();
    assert_eq!(engine.run(Budget::fuel(10_000)), Outcome::Finished);
    assert_eq!(engine.result_as::<i64>(), Ok(1));
}

#[test]
fn handles_hold_until_released() {
    let mut block = block();
    let mut engine = ready(&mut block, "def f(n): return [n] * 10");
    engine.vm().heap.set_rig(true, None);
    let f = engine.keep_global("f").unwrap();
    let mut kept = Vec::new();
    for n in 0..40 {
        engine.call(f, (n,)).unwrap();
        assert_eq!(engine.run(Budget::fuel(10_000)), Outcome::Finished);
        kept.push(engine.keep_result().unwrap());
    }
    for (n, &handle) in kept.iter().enumerate() {
        assert_eq!(engine.held(handle).unwrap().item(9).unwrap().as_int(), Some(n as i64));
    }
    let old = kept[3];
    assert!(engine.release(old));
    assert!(!engine.release(old) && engine.held(old).is_none());
    // The place is used again, and the old handle still holds nothing.
    let new = engine.keep_result().unwrap();
    assert_ne!(old, new);
    assert!(engine.held(old).is_none() && engine.held(new).is_some());
    assert!(matches!(engine.call(old, ()), Err(Error::NoSuchHandle)));
    assert_eq!(Handle::from_bits(new.to_bits()), new);
}

#[test]
fn requests_of_the_control() {
    let control = Control::new();
    let mut block = block();
    let mut engine = Engine::new(&mut block).unwrap();
    engine.set_control(&control);
    let source = "caught = 0\nn = 0\nwhile True:\n    try:\n        while True:\n            n += 1\n    except KeyboardInterrupt:\n        caught += 1\n        if caught == 2: break\n";
    engine.load_source(source, "control.py").unwrap();
    assert_eq!(engine.run(Budget::fuel(5000)), Outcome::Spent);
    control.pause();
    assert_eq!(engine.run(Budget::UNLIMITED), Outcome::Paused);
    control.interrupt();
    assert_eq!(engine.run(Budget::fuel(5000)), Outcome::Spent);
    assert_eq!(engine.global_as::<i64>("caught"), Ok(1));
    control.interrupt();
    assert_eq!(engine.run(Budget::fuel(5000)), Outcome::Finished);
    assert_eq!(engine.global_as::<i64>("caught"), Ok(2));
}

#[test]
fn nothing_catches_a_stop() {
    let control = Control::new();
    let mut block = block();
    let mut output = Captured::<64>::new();
    let mut engine = Engine::new(&mut block).unwrap();
    engine.set_host(&mut output);
    engine.set_control(&control);
    let source = "try:\n    while True: pass\nexcept BaseException:\n    print('caught')\nfinally:\n    print('finally')";
    engine.load_source(source, "stop.py").unwrap();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(20));
            control.stop();
        });
        assert_eq!(engine.run(Budget::UNLIMITED), Outcome::Stopped);
    });
    // It stands until it is taken back; then the engine runs another program.
    engine.load_source("print('again')", "again.py").unwrap();
    assert_eq!(engine.run(Budget::UNLIMITED), Outcome::Stopped);
    control.clear();
    engine.load_source("print('again')", "again.py").unwrap();
    assert_eq!(engine.run(Budget::UNLIMITED), Outcome::Finished);
    drop(engine);
    assert_eq!(output.text(), "again\n");
}

#[test]
fn an_uncaught_interrupt_is_a_failure_with_a_place() {
    let control = Control::new();
    let mut block = block();
    let mut output = Captured::<512>::new();
    let mut engine = Engine::new(&mut block).unwrap();
    engine.set_host(&mut output);
    engine.set_control(&control);
    engine.load_source("def f():\n    while True: pass\nf()", "busy.py").unwrap();
    assert_eq!(engine.run(Budget::fuel(100)), Outcome::Spent);
    control.interrupt();
    assert_eq!(engine.run(Budget::fuel(100)), Outcome::Failed);
    engine.report();
    drop(engine);
    let text = output.text();
    assert!(text.contains("line 3, in <module>\n") && text.contains("line 2, in f\n"), "{text}");
    assert!(text.ends_with("KeyboardInterrupt\n"), "{text}");
}

#[test]
fn source_that_is_wrong_is_refused_and_shown() {
    let mut block = block();
    let mut output = Captured::<512>::new();
    let mut engine = Engine::new(&mut block).unwrap();
    engine.set_host(&mut output);
    let error = engine.load_source("x = (1\n", "wrong.py").unwrap_err();
    assert_eq!(error.to_string(), "line 1: SyntaxError: '(' was never closed");
    assert_eq!(engine.result().type_name().as_str(), "SyntaxError");
    assert_eq!(engine.report(), 1);
    engine.load_source("x = 1", "right.py").unwrap();
    assert_eq!(engine.run(Budget::fuel(1000)), Outcome::Finished);
    drop(engine);
    assert_eq!(
        output.text(),
        "  File \"wrong.py\", line 1\n    x = (1\n        ^\nSyntaxError: '(' was never closed\n"
    );
}

#[test]
fn lines_of_a_prompt_share_their_names() {
    let mut block = block();
    let mut output = Captured::<64>::new();
    let mut engine = Engine::new(&mut block).unwrap();
    engine.set_host(&mut output);
    assert!(matches!(engine.load_line("1", "<stdin>"), Err(Error::NoProgram)));
    engine.load_source("x = 5", "first.py").unwrap();
    engine.run(Budget::fuel(1000));
    for line in ["x += 1\n", "x * 2\n", "None\n", "_ + 1\n"] {
        engine.load_line(line, "<stdin>").unwrap();
        assert_eq!(engine.run(Budget::fuel(10_000)), Outcome::Finished, "{line}");
    }
    engine.load_expression("x, 'y'", "<expression>").unwrap();
    assert_eq!(engine.run(Budget::fuel(1000)), Outcome::Finished);
    assert_eq!(engine.result().item(0).unwrap().as_int(), Some(6));
    drop(engine);
    assert_eq!(output.text(), "12\n13\n");
}

#[test]
fn blocks_of_every_size_give_errors_not_panics() {
    let source = "class A:\n    def __init__(self): self.x = [1, 2, 3]\nfor i in range(50):\n    a = A()\nprint('%d %s' % (i, a.x))";
    let mut finished = 0;
    for words in (0..4096).step_by(61) {
        let mut block = vec![0; words];
        let mut output = Captured::<256>::new();
        let Ok(mut engine) = Engine::new(&mut block) else { continue };
        engine.set_host(&mut output);
        match engine.load_source(source, "small.py") {
            Err(Error::Memory | Error::Raised) => continue,
            Err(error) => panic!("{words} words: {error}"),
            Ok(()) => {}
        }
        match engine.run(Budget::fuel(1_000_000)) {
            Outcome::Finished => finished += 1,
            Outcome::Failed => {
                assert_eq!(engine.result().type_name().as_str(), "MemoryError", "{words} words");
                engine.report();
            }
            other => panic!("{words} words: {other:?}"),
        }
    }
    assert!(finished > 10, "{finished}");
}

#[test]
fn a_raise_is_an_exception() {
    let raise = Raise::with(Type::KeyError, format_args!("{}", "é".repeat(200)));
    assert_eq!((raise.class(), raise.message().len()), (Type::KeyError, 160));
}

#[test]
fn snapshots_go_on_elsewhere() {
    let mut first = block();
    let mut engine =
        ready(&mut first, "def f(n):\n    total = 0\n    for i in range(n): total += i\n    return total");
    let f = engine.keep_global("f").unwrap();
    engine.call(f, (1000,)).unwrap();
    assert_eq!(engine.run(Budget::fuel(300)), Outcome::Spent);
    let mut bytes = Vec::new();
    engine
        .snapshot(&mut |piece| {
            bytes.extend_from_slice(piece);
            true
        })
        .unwrap();
    assert_eq!(bytes.len(), engine.snapshot_len());
    drop(engine);
    let mut second = vec![0; 2 * WORDS];
    let mut engine = Engine::restore(&mut second, &bytes, hognose::LIBRARY).unwrap();
    assert_eq!(engine.run(Budget::fuel(100_000)), Outcome::Finished);
    assert_eq!(engine.result_as::<i64>(), Ok(499_500));
    // Handles are part of the state.
    engine.call(f, (3,)).unwrap();
    assert_eq!(engine.run(Budget::fuel(100_000)), Outcome::Finished);
    assert_eq!(engine.result_as::<i64>(), Ok(3));
    bytes[100] ^= 1;
    assert!(Engine::restore(&mut second, &bytes, hognose::LIBRARY).is_err());
}

/// A host whose waits are ended by a request to stop.
struct Stopping<'c> {
    control: &'c Control,
    printed: usize,
}

impl hognose::Host for Stopping<'_> {
    fn write(&mut self, _stream: u8, bytes: &[u8]) {
        self.printed += bytes.len();
    }

    fn sleep(&mut self, _nanoseconds: u64) -> bool {
        self.control.stop();
        true
    }
}

#[test]
fn a_stop_during_a_sleep_is_seen_right_after_it() {
    let control = Control::new();
    let mut block = block();
    let mut host = Stopping { control: &control, printed: 0 };
    let mut engine = Engine::new(&mut block).unwrap();
    engine.set_host(&mut host);
    engine.set_control(&control);
    // Far fewer instructions than those between two looks at the requests.
    let source = "import time\nprint(1)\ntime.sleep(1)\nfor i in range(20):\n    len('')\nprint(2)\n";
    engine.load_source(source, "sleep.py").unwrap();
    assert_eq!(engine.run(Budget::UNLIMITED), Outcome::Stopped);
    drop(engine);
    assert_eq!(host.printed, 2);
}

//! The prompt as people and tools meet it: bytes in, bytes out.

use hognose::{Control, Engine, Host, Vm};
use hognose_prompt::{Buffers, Prompt, State};

/// Output as a serial terminal gets it.
#[derive(Default)]
struct Serial {
    out: Vec<u8>,
}

impl Host for Serial {
    fn write(&mut self, _: u8, bytes: &[u8]) {
        for &byte in bytes {
            if byte == b'\n' {
                self.out.push(b'\r');
            }
            self.out.push(byte);
        }
    }

    fn state(&mut self) -> Option<&mut dyn core::any::Any> {
        Some(&mut self.out)
    }
}

fn taken(vm: &mut Vm<'_>) -> Vec<u8> {
    let out = vm.host().and_then(|host| host.state()).and_then(|out| out.downcast_mut::<Vec<u8>>());
    out.map(std::mem::take).unwrap_or_default()
}

/// What is answered to each part of the input, after the first prompt.
fn talk(parts: &[&[u8]]) -> Vec<String> {
    talk_within(parts, 4096)
}

fn talk_within(parts: &[&[u8]], room: usize) -> Vec<String> {
    let (mut text, mut history, mut tree) = (vec![0; room], [0; 256], [0; 2048]);
    let buffers = Buffers { text: &mut text, history: &mut history, tree: &mut tree };
    let mut prompt = Prompt::new(buffers, "Hello\n");
    let (mut block, mut serial, control) = (vec![0; 64 * 1024], Serial::default(), Control::new());
    let mut engine = Engine::new(&mut block).unwrap();
    engine.set_host(&mut serial);
    engine.set_control(&control);
    prompt.begin(&mut engine);
    assert_eq!(taken(engine.vm()), b"Hello\r\n>>> ");
    let mut answers = Vec::new();
    for part in parts {
        let mut part = *part;
        let mut steps = 0;
        loop {
            part = &part[prompt.receive(part)..];
            match prompt.step(&mut engine, &control, 1000) {
                State::Idle if part.is_empty() => break,
                State::Reset => prompt.begin(&mut engine),
                State::Left(status) => {
                    answers.push(format!("left {status}"));
                    return answers;
                }
                State::Busy if steps > 50 => break,
                _ => steps += 1,
            }
        }
        answers.push(taken(engine.vm()).into_iter().map(char::from).collect());
    }
    answers
}

#[test]
fn expressions_statements_and_blocks() {
    let answers = talk(&[b"1 + 2\r", b"x = 5\r", b"for i in range(2):\rprint(i, x)\r\r", b"_\r"]);
    assert_eq!(answers[0], "1 + 2\r\n3\r\n>>> ");
    assert_eq!(answers[1], "x = 5\r\n>>> ");
    assert_eq!(answers[2], "for i in range(2):\r\n...     print(i, x)\r\n...     \r\n0 5\r\n1 5\r\n>>> ");
    assert_eq!(answers[3], "_\r\n3\r\n>>> ");
}

#[test]
fn errors_are_shown_and_the_prompt_comes_back() {
    let answers = talk(&[b"1 / 0\r", b"x = \r", b"\x03"]);
    assert!(answers[0].contains("ZeroDivisionError: division by zero\r\n>>> "), "{answers:?}");
    assert!(answers[1].contains("SyntaxError: invalid syntax\r\n>>> "), "{answers:?}");
    assert_eq!(answers[2], "\r\n>>> ");
}

#[test]
fn code_that_never_ends_is_interrupted() {
    let answers = talk(&[b"while True: pass\r\r", b"type-ahead\x03", b"print(8)\r"]);
    assert!(answers[1].contains("KeyboardInterrupt\r\n>>> "), "{answers:?}");
    assert_eq!(answers[2], "print(8)\r\n8\r\n>>> ");
}

#[test]
fn pasted_text_is_one_input() {
    let answers = talk(&[b"\x05", b"if 1:\r  x = 3\r\r  print(x)\r", b"\x04", b"\x05abc\x03"]);
    assert_eq!(answers[0], "\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== ");
    assert_eq!(answers[1], "if 1:\r\n===   x = 3\r\n=== \r\n===   print(x)\r\n=== ");
    assert_eq!(answers[2], "\r\n3\r\n>>> ");
    assert!(answers[3].ends_with("=== abc\r\n>>> "), "{answers:?}");
}

#[test]
fn tab_completes_and_lists() {
    let answers =
        talk(&[b"speedy = 1\r", b"spe\t + 1\r", b"import math\r", b"math.fl\t(2.5)\r", b"math.is\t"]);
    assert_eq!(answers[1], "speedy + 1\r\n2\r\n>>> ");
    assert!(answers[3].ends_with("math.floor(2.5)\r\n2\r\n>>> "), "{answers:?}");
    assert!(answers[4].starts_with("math.is\r\nisclose  isfinite  isinf  isnan"), "{answers:?}");
    assert!(answers[4].ends_with("\r\n>>> math.is"), "{answers:?}");
}

#[test]
fn ctrl_d_and_exit_leave() {
    assert_eq!(talk(&[b"\x04"]), ["left 0"]);
    assert_eq!(talk(&[b"raise SystemExit(3)\r"]), ["left 3"]);
}

#[test]
fn the_raw_repl() {
    let answers = talk(&[
        b"\r\x01",
        b"x = 4\nprint(x)\x04",
        b"1 / 0\x04",
        b"print(x\x04",
        b"dropped\x03print(x + 1)\x04",
        b"\x01",
        b"open('a')\x04",
        b"\x02",
    ]);
    assert!(answers[0].ends_with("raw REPL; CTRL-B to exit\r\n>"), "{answers:?}");
    assert_eq!(answers[1], "OK4\r\n\x04\x04>");
    assert!(answers[2].starts_with("OK\x04Traceback"), "{answers:?}");
    assert!(answers[2].ends_with("ZeroDivisionError: division by zero\r\n\x04>"), "{answers:?}");
    assert!(answers[3].starts_with("OK\x04") && answers[3].contains("SyntaxError"), "{answers:?}");
    assert_eq!(answers[4], "OK5\r\n\x04\x04>");
    assert_eq!(answers[5], "raw REPL; CTRL-B to exit\r\n>");
    assert!(answers[6].ends_with("OSError: [Errno 38] ENOSYS\r\n\x04>"), "{answers:?}");
    assert_eq!(answers[7], "\r\nHello\r\n>>> ");
}

#[test]
fn a_soft_reset_empties_the_names() {
    let answers = talk(&[b"\x01", b"x = 4\x04", b"\x04", b"print(x)\x04", b"raise SystemExit\x04"]);
    assert_eq!(answers[2], "OK\r\nMPY: soft reboot\r\nraw REPL; CTRL-B to exit\r\n>");
    assert!(answers[3].contains("NameError"), "{answers:?}");
    assert_eq!(answers[4], "OK\x04\x04>");
}

#[test]
fn raw_paste_has_a_window() {
    let long = format!("s = '{}'", "x".repeat(300));
    let answers = talk(&[
        b"\x01",
        b"\x05A\x01",
        long.as_bytes(),
        b"\nprint(len(s))",
        b"\x04",
        b"\x05B\x01",
        b"\x05A\x01ab\x03",
    ]);
    assert_eq!(answers[1], "R\x01\u{80}\0\x01");
    assert_eq!(answers[2], "\x01\x01");
    assert_eq!(answers[4], "\x04300\r\n\x04\x04>");
    assert_eq!(answers[5], "R\0>");
    assert!(answers[6].contains("KeyboardInterrupt"), "{answers:?}");
}

#[test]
fn a_program_that_is_too_long_is_refused() {
    let answers = talk_within(&[b"\x01", b"\x05A\x01", &[b'#'; 100], b"\x04", b"print(1)\x04"], 64);
    assert_eq!(answers[2], "\x04");
    assert_eq!(answers[3], "\x04MemoryError: the program is longer than this prompt takes\r\n\x04>");
    assert_eq!(answers[4], "OK1\r\n\x04\x04>");
}

//! Deep and long programs on a small native stack.

use hognose_syntax::error::{SyntaxError, SyntaxErrorKind};
use hognose_syntax::parser::{Mode, Parser};

/// Bytes of native stack that the parser gets.
const STACK: usize = 64 * 1024;

/// Parses with much memory on a small stack; gives the number of statements.
fn parse(source: String) -> Result<usize, SyntaxError> {
    let work = move || {
        let mut memory = vec![0; 1 << 22];
        let mut parser = Parser::new(source.as_bytes(), Mode::Exec, &mut memory)?;
        let mut count = 0;
        while parser.next_statement()?.is_some() {
            count += 1;
        }
        Ok(count)
    };
    std::thread::Builder::new().stack_size(STACK).spawn(work).unwrap().join().unwrap()
}

fn fault(source: String) -> SyntaxErrorKind {
    parse(source).unwrap_err().kind
}

#[test]
fn brackets() {
    for (open, close) in [("(", ")"), ("[", "]"), ("f(", ")"), ("{1: ", "}"), ("a[", "]")] {
        assert_eq!(parse(format!("{}1{}", open.repeat(200), close.repeat(200))), Ok(1));
        assert_eq!(
            fault(format!("{}1{}", open.repeat(201), close.repeat(201))),
            SyntaxErrorKind::TooManyBrackets
        );
        assert_eq!(
            fault(format!("{}1{}", open.repeat(5000), close.repeat(5000))),
            SyntaxErrorKind::TooManyBrackets
        );
    }
}

#[test]
fn long_chains() {
    assert_eq!(parse(format!("a{}", "+a".repeat(100_000))), Ok(1));
    assert_eq!(parse(format!("a{}", "**a".repeat(100_000))), Ok(1));
    assert_eq!(parse(format!("{}a", "not ".repeat(100_000))), Ok(1));
    assert_eq!(parse(format!("{}a", "-".repeat(100_000))), Ok(1));
    assert_eq!(parse(format!("{}a", "lambda: ".repeat(50_000))), Ok(1));
    assert_eq!(parse(format!("{}d", "a if b else ".repeat(50_000))), Ok(1));
    assert_eq!(parse(format!("a{}", ".b".repeat(100_000))), Ok(1));
    assert_eq!(parse(format!("a{}", "()".repeat(100_000))), Ok(1));
    assert_eq!(parse(format!("a{}", "[0]".repeat(100_000))), Ok(1));
    assert_eq!(parse(format!("a{}", " < b".repeat(100_000))), Ok(1));
    assert_eq!(parse(format!("a{}", " and b or c".repeat(50_000))), Ok(1));
    assert_eq!(parse(format!("a{}", " = a".repeat(100_000))), Ok(1));
    assert_eq!(parse(format!("[{}]", "a, ".repeat(100_000))), Ok(1));
    assert_eq!(parse("'a' ".repeat(100_000)), Ok(1));
    assert_eq!(parse(format!("f'{}'", "{a}".repeat(50_000))), Ok(1));
    assert_eq!(parse(format!("[a{}]", " for a in b".repeat(50_000))), Ok(1));
}

#[test]
fn many_statements() {
    let elifs = "elif a:\n  b\n".repeat(20_000);
    assert_eq!(parse(format!("if a:\n  b\n{elifs}else:\n  c\n")), Ok(1));
    assert_eq!(parse("x = 1\n".repeat(100_000)), Ok(100_000));
    assert_eq!(parse("pass; ".repeat(100_000)), Ok(100_000));
    let cases = "  case [a, {'b': C(d)}]: pass\n".repeat(20_000);
    assert_eq!(parse(format!("match a:\n{cases}")), Ok(1));
}

#[test]
fn indentation() {
    let nested = |depth: usize| -> String {
        let mut source: String = (0..depth).map(|level| format!("{}if a:\n", " ".repeat(level))).collect();
        source.push_str(&format!("{}b\n", " ".repeat(depth)));
        source
    };
    assert_eq!(parse(nested(99)), Ok(1));
    assert_eq!(fault(nested(100)), SyntaxErrorKind::TooManyIndents);
    assert_eq!(fault(nested(3000)), SyntaxErrorKind::TooManyIndents);
}

#[test]
fn patterns() {
    let deep = |open: &str, close: &str, depth: usize| {
        format!("match a:\n  case {}x{}: pass\n", open.repeat(depth), close.repeat(depth))
    };
    for (open, close) in [("[", "]"), ("(", ")"), ("{1: ", "}"), ("C(", ")"), ("C(a=", ")")] {
        assert_eq!(parse(deep(open, close, 199)), Ok(1));
        assert_eq!(fault(deep(open, close, 201)), SyntaxErrorKind::TooManyBrackets);
    }
    assert_eq!(parse(format!("match a:\n  case 1{}: pass\n", "|1".repeat(50_000))), Ok(1));
}

/// The explanation of errors is as careful with the stack as the parser, and stops in time.
#[test]
fn wrong_and_deep() {
    let wrong = |source: String| assert!(parse(source).is_err());
    wrong(format!("a{} b", "+a".repeat(20_000)));
    wrong(format!("{}a b", "not ".repeat(20_000)));
    wrong(format!("{}a b", "lambda: ".repeat(20_000)));
    wrong(format!("{}d e", "a if b else ".repeat(20_000)));
    wrong(format!("{}1 2{}", "(".repeat(199), ")".repeat(199)));
    wrong(format!("{}1 2{}", "[".repeat(199), "]".repeat(199)));
    wrong(format!("{}1 2{}", "{".repeat(199), "}".repeat(199)));
    wrong(format!("{}1 2{}", "{1: ".repeat(199), "}".repeat(199)));
    wrong(format!("{}1 2{}", "f(".repeat(199), ")".repeat(199)));
    wrong(format!("{}1 2{}", "f(a for a in ".repeat(199), ")".repeat(199)));
    wrong("(".repeat(100));
    wrong(format!("if a:\n  b\n{}else c", "elif a:\n  b\n".repeat(5_000)));
    wrong(format!("{} = 1", "(a, f(), ".repeat(199)));
    wrong(format!("{}{} = 1", "(f(), ".repeat(199), ")".repeat(199)));
}

/// A tree needs about as much memory as promised.
#[test]
fn memory() {
    let source =
        "self.position[index], other = compute(first + 1, second.third, *rest, name='text', **more)\n";
    let mut memory = vec![0; 1000];
    let mut parser = Parser::new(source.as_bytes(), Mode::Exec, &mut memory).unwrap();
    parser.next_statement().unwrap();
    assert!(parser.peak_words() < 100, "{}", parser.peak_words());
}

/// Whatever the memory, the parser gives a tree, or says that the memory is too small; and it never needs more than
/// for the largest statement.
#[test]
fn small_memory() {
    let source = "x = 1\ndef f(a, b=[1, 2]):\n    return {a: b for c in f'{a}{b:>{c}}'}\nif x: y\nelse: z\n";
    let parse = |words: usize| {
        let mut memory = vec![0; words];
        let mut parser = Parser::new(source.as_bytes(), Mode::Exec, &mut memory)?;
        let mut count = 0;
        while parser.next_statement()?.is_some() {
            count += 1;
        }
        Ok::<usize, SyntaxError>(count)
    };
    let mut enough = None;
    for words in 0..400 {
        match parse(words) {
            Ok(count) => {
                assert_eq!(count, 3);
                enough = enough.or(Some(words));
            }
            Err(error) => {
                assert_eq!(error.kind, SyntaxErrorKind::OutOfMemory);
                assert_eq!(enough, None, "{words}");
            }
        }
    }
    assert!(enough.unwrap() < 200, "{enough:?}");
}

/// With too little memory for an explanation a wrong program is still wrong.
#[test]
fn small_memory_for_errors() {
    for words in 0..1200 {
        let mut memory = vec![0; words];
        let mut parser = Parser::new(b"x = (1, 2 3, f(a b))\n", Mode::Exec, &mut memory).unwrap();
        let kind = parser.next_statement().unwrap_err().kind;
        assert!(
            matches!(
                kind,
                SyntaxErrorKind::OutOfMemory | SyntaxErrorKind::Invalid | SyntaxErrorKind::ForgotComma
            ),
            "{kind:?}"
        );
        if words > 1000 && cfg!(feature = "explain") {
            assert_eq!(kind, SyntaxErrorKind::ForgotComma);
        }
    }
}

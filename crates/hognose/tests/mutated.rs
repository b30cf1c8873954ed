//! Images with one byte changed, with length and CRC put right, and run: refused, or run within the budget without a panic,
//! and the same engine runs another program afterwards.

use hognose::{Budget, Captured, Engine, Outcome};
use hognose_image::crc::Crc;
use hognose_image::layout::{CRC_AT, HEADER};

/// Words of the block.
const BLOCK: usize = 4 * 1024;
/// Fuel for one image.
const FUEL: u64 = 400;

const LOOP: &str = "n, k = 0, 7\nfor i in range(9):\n    if i % 3: n += i * k - 1\n    else: n = -n\nx = [n, (n, 1.5), {k: 'v'}]\nx[0] = x[1][0] // 2\nprint(*x, n < k <= 9)\n";
const TRY: &str = "def f(a):\n    try: return 1 / a\n    except (KeyError, ZeroDivisionError) as e: raise ValueError(a) from e\n    finally: print(a)\ntry: f(2); f(0)\nexcept Exception as e: print(repr(e.__cause__))\nwith open(1): pass\n";
const GENERATOR: &str = "def g(n):\n    got = yield n\n    while got: got = yield from h(got)\ndef h(m):\n    for i in range(m): yield i\n    return m - 1\nx = g(1)\nprint(next(x), x.send(2), list(x), [i for i in h(3) if i])\n";
const CLOSURE: &str = "def many(a, b=2, *c, d=4, **e):\n    t = 0\n    def step(by=1):\n        nonlocal t\n        t += by\n        return t, c, e\n    return step, lambda: (a, b, d)\ns, l = many(1, 2, 3, d=5, z=6)\nprint(s(), s(by=2), l(), many(*[1], **{'d': 2})[1]())\n";
const CLASS: &str = "class A:\n    x = 1\n    def __init__(self, y): self.y = y\n    @property\n    def z(self): return self.x + self.y\nclass B(A):\n    def __init__(self): super().__init__(5)\nb = B()\nb.y += 1\nmatch b:\n    case A(y=6, z=w): print(w)\ndel b.y\nprint(f'{b.x!r:>4}')\n";

/// The image of a program.
fn compile(source: &str) -> Vec<u8> {
    let request = hognose_compiler::Request::new(source.as_bytes(), "m");
    let mut memory = vec![0u64; 1 << 16];
    let len = hognose_compiler::compile(&request, &mut memory).expect("it compiles");
    memory.iter().flat_map(|word| word.to_le_bytes()).take(len).collect()
}

/// Every byte to every other value. Gives how many were refused, and how many ran.
fn change_every_byte(source: &str) -> (u32, u32) {
    let good = compile(source);
    let other = compile("x = 0\nfor i in range(5): x += i\n");
    let (mut refused, mut ran) = (0, 0);
    let mut block = vec![0; BLOCK];
    for at in HEADER..good.len() {
        let mut output = Captured::<64>::new();
        let mut engine = Engine::new(&mut block).expect("the block is large enough");
        engine.set_host(&mut output);
        for change in 1..=255 {
            let mut bytes = good.clone();
            bytes[at] ^= change;
            let crc = Crc::new().with(&bytes[..CRC_AT]).with(&bytes[HEADER..]).value();
            bytes[CRC_AT..HEADER].copy_from_slice(&crc.to_le_bytes());
            if engine.load_image(&bytes).is_err() {
                refused += 1;
                continue;
            }
            ran += 1;
            let before = engine.statistics().fuel;
            let outcome = engine.run(Budget::fuel(FUEL));
            let used = engine.statistics().fuel - before;
            assert!(used < FUEL + 5000, "byte {at} ^ {change}: {used}");
            if outcome == Outcome::Failed && change % 16 == 1 {
                engine.report();
            }
            if change % 64 == 0 {
                engine.load_image(&other).expect("a good image");
                assert_eq!(engine.run(Budget::fuel(1000)), Outcome::Finished, "after byte {at} ^ {change}");
                assert_eq!(engine.global_as::<i64>("x"), Ok(10));
            }
        }
    }
    (refused, ran)
}

/// A good part of the changes is refused, and a good part is as good as before.
fn check(source: &str) {
    let (refused, ran) = change_every_byte(source);
    println!("{refused} refused, {ran} ran");
    assert!(refused > 10_000 && ran > 10_000, "{refused} refused, {ran} ran");
}

// One test each, so that they run side by side.

#[test]
fn a_changed_loop() {
    check(LOOP);
}

#[test]
fn a_changed_try() {
    check(TRY);
}

#[test]
fn a_changed_generator() {
    check(GENERATOR);
}

#[test]
fn a_changed_closure() {
    check(CLOSURE);
}

#[test]
fn a_changed_class() {
    check(CLASS);
}

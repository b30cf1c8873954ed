//! Complex functions against CPython 3.11 (cmath/cases.txt, written by cmath/record.py): special values exactly, others
//! to a few units in the last place, as the C libraries differ by as much.

use hognose_lib::cmath::complex::*;

fn number(text: &str) -> f64 {
    if text == "nan" { f64::NAN } else { f64::from_bits(u64::from_str_radix(text, 16).expect("bits")) }
}

fn same(a: f64, b: f64, size: f64) -> bool {
    if a.is_nan() || b.is_nan() {
        return a.is_nan() && b.is_nan();
    }
    if a == 0.0 || b == 0.0 || a.is_infinite() || b.is_infinite() {
        return a == b && a.is_sign_negative() == b.is_sign_negative()
            || (a - b).abs() < 1e-15 * size.min(1.0);
    }
    (a - b).abs() <= 1e-13 * a.abs().max(b.abs()) || (a - b).abs() < 1e-15 * size
}

#[test]
fn as_cpython() {
    let mut wrong = Vec::new();
    let cases = include_str!("cmath/cases.txt");
    for line in cases.lines() {
        let fields: Vec<&str> = line.split(' ').collect();
        let (re, im) = (number(fields[1]), number(fields[2]));
        let f = match fields[0] {
            "acos" => acos,
            "acosh" => acosh,
            "asin" => asin,
            "asinh" => asinh,
            "atan" => atan,
            "atanh" => atanh,
            "cos" => cos,
            "cosh" => cosh,
            "exp" => exp,
            "log" => ln,
            "log10" => log10,
            "sin" => sin,
            "sinh" => sinh,
            "sqrt" => sqrt,
            "tan" => tan,
            "tanh" => tanh,
            _ => |z: Complex| rect(z.re, z.im),
        };
        let answer = f(complex(re, im));
        let good = match (fields[3], answer) {
            ("domain", Err(Fault::Domain)) | ("range", Err(Fault::Range)) => true,
            ("domain" | "range", _) | (_, Err(_)) => false,
            (x, Ok(z)) => {
                let (x, y) = (number(x), number(fields[4]));
                let size = if x.is_finite() && y.is_finite() { x.hypot(y) } else { 1.0 };
                same(z.re, x, size) && same(z.im, y, size)
            }
        };
        if !good {
            wrong.push(format!("{line} ({re:e} {im:e}) got {answer:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong[..wrong.len().min(40)].join("\n"));
    assert!(cases.lines().count() > 6000);
}

//! Big integers against an independent implementation.

use core::cmp::Ordering;
use hognose_vm::num::bigint::{self as big, Digits, Int, Made, Multiply, Order, Step};
use num_bigint::{BigInt, BigUint, Sign};
use proptest::prelude::*;

/// Limbs as hard as they come: ends of the range as often as anything else.
fn limb() -> impl Strategy<Value = u32> {
    prop_oneof![3 => any::<u32>(), 1 => Just(0), 1 => Just(u32::MAX), 1 => (0u32..32).prop_map(|bit| 1 << bit)]
}

fn limbs(most: usize) -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(limb(), 0..=most)
}

fn number(most: usize) -> impl Strategy<Value = (bool, Vec<u32>)> {
    (any::<bool>(), limbs(most))
}

fn int(value: &(bool, Vec<u32>)) -> Int<'_> {
    Int::new(value.0, &value.1)
}

fn oracle(value: &(bool, Vec<u32>)) -> BigInt {
    BigInt::new(if value.0 { Sign::Minus } else { Sign::Plus }, value.1.clone())
}

fn natural(limbs: &[u32]) -> BigUint {
    BigUint::new(limbs.to_vec())
}

/// The result as the oracle's number, checked to be normal.
fn made(made: Made, out: &[u32]) -> BigInt {
    let mag = &out[..made.len];
    assert!(mag.last() != Some(&0), "not normal");
    assert!(!(made.neg && mag.is_empty()), "negative zero");
    BigInt::new(if made.neg { Sign::Minus } else { Sign::Plus }, mag.to_vec())
}

fn size(limbs: &(bool, Vec<u32>)) -> usize {
    limbs.1.len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sums_differences_and_order(a in number(9), b in number(9)) {
        let mut out = vec![7; size(&a).max(size(&b)) + 1];
        let sum = big::add(int(&a), int(&b), &mut out).unwrap();
        prop_assert_eq!(made(sum, &out), oracle(&a) + oracle(&b));
        let difference = big::sub(int(&a), int(&b), &mut out).unwrap();
        prop_assert_eq!(made(difference, &out), oracle(&a) - oracle(&b));
        prop_assert_eq!(big::cmp(int(&a), int(&b)), oracle(&a).cmp(&oracle(&b)));
    }

    #[test]
    fn bitwise(a in number(6), b in number(6)) {
        let mut out = vec![7; size(&a).max(size(&b)) + 1];
        let got = big::and(int(&a), int(&b), &mut out).unwrap();
        prop_assert_eq!(made(got, &out), oracle(&a) & oracle(&b));
        let got = big::or(int(&a), int(&b), &mut out).unwrap();
        prop_assert_eq!(made(got, &out), oracle(&a) | oracle(&b));
        let got = big::xor(int(&a), int(&b), &mut out).unwrap();
        prop_assert_eq!(made(got, &out), oracle(&a) ^ oracle(&b));
        let got = big::not(int(&a), &mut out).unwrap();
        prop_assert_eq!(made(got, &out), -oracle(&a) - 1);
        prop_assert_eq!(big::bit_length(&a.1), natural(&a.1).bits());
        prop_assert_eq!(big::bit_count(&a.1), natural(&a.1).count_ones());
        prop_assert_eq!(big::trailing_zeros(&a.1), natural(&a.1).trailing_zeros());
        prop_assert_eq!(big::test_bit(&a.1, 37), natural(&a.1).bit(37));
    }

    #[test]
    fn shifts(a in number(6), count in 0u64..260) {
        let mut out = vec![7; size(&a) + count as usize / 32 + 1];
        let got = big::shl(int(&a), count, &mut out).unwrap();
        prop_assert_eq!(made(got, &out), oracle(&a) << count);
        let mut out = vec![7; (size(&a) + 1).saturating_sub(count as usize / 32).max(1)];
        let got = big::shr_floor(int(&a), count, &mut out).unwrap();
        prop_assert_eq!(made(got, &out), oracle(&a) >> count);
    }

    #[test]
    fn products(a in number(20), b in number(20)) {
        let mut out = vec![7; size(&a) + size(&b)];
        let got = big::mul(int(&a), int(&b), &mut out, &mut []).unwrap();
        prop_assert_eq!(made(got, &out), oracle(&a) * oracle(&b));
    }

    #[test]
    fn quotients(a in number(12), b in number(6)) {
        prop_assume!(!int(&b).is_zero());
        let (n, m) = (size(&a), int(&b).mag.len());
        let mut quotient = vec![7; (n + 2).saturating_sub(m).max(2)];
        let mut rest = vec![7; (n + 1).max(m)];
        let mut scratch = vec![7; m];
        let (q, r) = big::divmod_floor(int(&a), int(&b), &mut quotient, &mut rest, &mut scratch).unwrap();
        let (q, r) = (made(q, &quotient), made(r, &rest));
        prop_assert_eq!(&q * oracle(&b) + &r, oracle(&a));
        prop_assert!(r.sign() == Sign::NoSign || (r.sign() == Sign::Minus) == int(&b).neg);
        prop_assert!(r.magnitude() < oracle(&b).magnitude());
    }

    #[test]
    fn division_in_slices_is_the_same(a in limbs(12), b in limbs(6), limit in 0u64..30) {
        let b = big::trim(&b);
        prop_assume!(!b.is_empty());
        let mut quotient = vec![7; (a.len() + 1).saturating_sub(b.len()).max(1)];
        let (mut rest, mut scratch) = (vec![7; a.len() + 1], vec![7; b.len()]);
        let mut division = big::Division::new();
        let (q, r) = loop {
            if let Step::Done(done) = division.step(&a, b, &mut quotient, &mut rest, &mut scratch, limit).unwrap() {
                break done;
            }
        };
        prop_assert_eq!(natural(&quotient[..q]), natural(&a) / natural(b));
        prop_assert_eq!(natural(&rest[..r]), natural(&a) % natural(b));
    }

    #[test]
    fn digits_both_ways(a in limbs(14), base in 2u32..=36, limit in 0u64..40) {
        let expected = natural(&a).to_str_radix(base);
        let mut scratch = vec![7; a.len()];
        let mut out = vec![7; big::digits_bound(a.len(), base)];
        let range = big::text(&a, base, &mut scratch, &mut out).unwrap();
        prop_assert_eq!(core::str::from_utf8(&out[range]).unwrap(), &expected);

        let mut rest = a.clone();
        let mut printing = big::Printing::new(&rest, base, out.len());
        let start = loop {
            if let Step::Done(start) = printing.step(&mut rest, &mut out, limit).unwrap() {
                break start;
            }
        };
        prop_assert_eq!(core::str::from_utf8(&out[start..]).unwrap(), &expected);

        let digits = Digits { text: expected.as_bytes(), base };
        let mut limbs = vec![7; big::limbs_for_digits(expected.len(), base)];
        let len = big::parse(digits, &mut limbs).unwrap();
        prop_assert_eq!(natural(&limbs[..len]), natural(&a));
        let mut parsing = big::Parsing::new();
        let len = loop {
            if let Step::Done(len) = parsing.step(digits, &mut limbs, limit).unwrap() {
                break len;
            }
        };
        prop_assert_eq!(natural(&limbs[..len]), natural(&a));
    }

    #[test]
    fn powers(a in number(3), exponent in 0u64..40, limit in 0u64..2000) {
        let bound = big::limbs_for_pow(&a.1, exponent).unwrap();
        let (mut out, mut other) = (vec![7; bound], vec![7; bound]);
        let got = big::pow(int(&a), exponent, &mut out, &mut other, &mut []).unwrap();
        let expected = num_bigint::BigInt::pow(&oracle(&a), exponent as u32);
        prop_assert_eq!(made(got, &out), expected.clone());
        let mut scratch = vec![0; Multiply::SCRATCH];
        let mut power = big::Power::new(int(&a), exponent);
        let got = loop {
            if let Step::Done(got) = power.step(int(&a), &mut out, &mut other, &mut scratch, limit).unwrap() {
                break got;
            }
        };
        prop_assert_eq!(made(got, &out), expected);
    }

    #[test]
    fn modular_powers(a in limbs(4), exponent in limbs(2), modulus in limbs(4)) {
        prop_assume!(natural(&modulus) != BigUint::ZERO);
        let base = natural(&a) % natural(&modulus);
        let mut out = vec![7; modulus.len() + 1];
        let mut scratch = vec![7; big::modpow_scratch(modulus.len())];
        let len = big::modpow(&base.to_u32_digits(), &exponent, &modulus, &mut out, &mut scratch).unwrap();
        prop_assert_eq!(natural(&out[..len]), base.modpow(&natural(&exponent), &natural(&modulus)));
    }

    #[test]
    fn inverses(a in limbs(4), modulus in limbs(4)) {
        prop_assume!(natural(&modulus) != BigUint::ZERO);
        let base = natural(&a) % natural(&modulus);
        let modulus = big::trim(&modulus);
        let mut out = vec![7; modulus.len() + 1];
        let mut scratch = vec![7; big::inverse_scratch(modulus.len())];
        let got = big::inverse(&base.to_u32_digits(), modulus, &mut out, &mut scratch).unwrap();
        prop_assert_eq!(got.map(|len| natural(&out[..len])), base.modinv(&natural(modulus)));
    }

    #[test]
    fn small_text(value in any::<i64>(), shift in 0u32..64) {
        let value = value >> shift;
        let mut room = [0; 20];
        let text = big::text_i64(value, &mut room).to_vec();
        prop_assert_eq!(String::from_utf8(text).unwrap(), value.to_string());
    }

    #[test]
    fn digits_from_the_length_alone(a in limbs(20)) {
        let exact = natural(&a).to_string().len() as u64;
        let least = big::decimal_digits_at_least(&a);
        prop_assert!(least == exact || least + 1 == exact);
    }

    #[test]
    fn roots(a in limbs(9)) {
        let mut out = vec![7; a.len() / 2 + 2];
        let mut scratch = vec![7; big::isqrt_scratch(a.len())];
        let len = big::isqrt(&a, &mut out, &mut scratch).unwrap();
        prop_assert_eq!(natural(&out[..len]), natural(&a).sqrt());
    }

    #[test]
    fn common_divisors(a in limbs(9), b in limbs(9), common in limbs(3), limit in 0u64..300) {
        let (a, b) = (natural(&a) * natural(&common), natural(&b) * natural(&common));
        let (mut x, mut y) = (a.to_u32_digits(), b.to_u32_digits());
        let (n, m) = (x.len(), y.len());
        let size = n.max(m);
        x.resize(size + 1, 7);
        y.resize(size + 1, 7);
        let mut scratch = vec![7; 3 * size + 4];
        let mut state = big::Gcd::new(n, m);
        let len = loop {
            if let Step::Done(len) = state.step(&mut x, &mut y, &mut scratch, limit).unwrap() {
                break len;
            }
        };
        let (mut p, mut q) = (a.clone(), b.clone());
        while q != BigUint::ZERO {
            (p, q) = (q.clone(), p % q);
        }
        prop_assert_eq!(natural(&x[..len]), p);
    }

    #[test]
    fn machine_integers(value in any::<i64>(), wide in any::<i128>(), shift in 0u32..128) {
        let (value, wide) = (value >> (shift / 2), wide >> shift);
        let mut out = [7; 4];
        let got = big::from_i64(value, &mut out).unwrap();
        prop_assert_eq!(made(got, &out), BigInt::from(value));
        prop_assert_eq!(big::to_i64(got.of(&out)), Some(value));
        prop_assert_eq!(big::to_u64(got.of(&out)), u64::try_from(value).ok());
        let got = big::from_i128(wide, &mut out).unwrap();
        prop_assert_eq!(made(got, &out), BigInt::from(wide));
        prop_assert_eq!(big::to_i128(got.of(&out)), Some(wide));
        prop_assert_eq!(big::to_i64(got.of(&out)), i64::try_from(wide).ok());
        prop_assert_eq!(big::to_u64(got.of(&out)), u64::try_from(wide).ok());
    }

    #[test]
    fn bytes_both_ways(a in number(4), width in 0usize..20, signed in any::<bool>()) {
        let value = oracle(&a);
        let low = if signed && width > 0 { -(BigInt::from(1) << (width * 8 - 1)) } else { BigInt::ZERO };
        let high = &low + (BigInt::from(1) << (width * 8));
        let mut out = vec![7; width];
        let fits = if signed && width == 0 { value == BigInt::ZERO } else { value >= low && value < high };
        for order in [Order::Little, Order::Big] {
            let got = big::to_bytes(int(&a), order, signed, &mut out);
            prop_assert_eq!(got.is_ok(), fits);
            if fits {
                let mut limbs = vec![7; width.div_ceil(4)];
                let back = big::from_bytes(&out, order, signed, &mut limbs).unwrap();
                prop_assert_eq!(made(back, &limbs), value.clone());
                let expected = match (order, signed) {
                    (Order::Little, true) => BigInt::from_signed_bytes_le(&out),
                    (Order::Little, false) => BigInt::from_bytes_le(Sign::Plus, &out),
                    (Order::Big, true) => BigInt::from_signed_bytes_be(&out),
                    (Order::Big, false) => BigInt::from_bytes_be(Sign::Plus, &out),
                };
                prop_assert_eq!(value.clone(), expected);
            }
        }
    }

    #[test]
    fn floats_are_exact_both_ways(bits in any::<u64>()) {
        let value = f64::from_bits(bits);
        let mut out = [7; 34];
        match big::from_f64(value, &mut out) {
            Ok(got) => {
                let exact = made(got, &out);
                prop_assert_eq!(big::to_f64(got.of(&out)), Some(value.trunc() + 0.0));
                let text = format!("{:.0}", value.trunc());
                prop_assert_eq!(exact.to_string(), text.replace("-0", "0"));
                let expected = 0.0f64.partial_cmp(&(value - value.trunc()));
                prop_assert_eq!(big::cmp_f64(got.of(&out), value), expected);
            }
            Err(_) => prop_assert!(!value.is_finite()),
        }
    }

    /// The float and its neighbours enclose the integer: rounding is to the nearest.
    #[test]
    fn integers_round_to_the_nearest_float(a in number(33), cut in 0u32..32) {
        let mut a = a;
        if let Some(top) = a.1.last_mut() {
            *top = top.checked_shr(cut).unwrap_or(0);
        }
        let text = oracle(&a).to_string();
        let expected: f64 = text.parse().unwrap();
        let got = big::to_f64(int(&a)).unwrap_or(if int(&a).neg { f64::NEG_INFINITY } else { f64::INFINITY });
        prop_assert_eq!(got, expected);
        if expected.is_finite() {
            let exact: BigInt = format!("{expected:.0}").replace("-0", "0").parse().unwrap();
            prop_assert_eq!(big::cmp_f64(int(&a), expected), Some(oracle(&a).cmp(&exact)));
        }
    }

    #[test]
    fn true_division_rounds_once(a in number(8), b in number(8), up in 0u64..1200) {
        prop_assume!(!int(&b).is_zero());
        let shifted = (a.0, (natural(&a.1) << up).to_u32_digits());
        let mut scratch = vec![7; big::true_div_scratch(size(&shifted), size(&b))];
        let got = big::true_div(int(&shifted), int(&b), &mut scratch);
        let (x, y) = (oracle(&shifted), oracle(&b));
        match got {
            Err(error) => {
                prop_assert_eq!(error, big::FloatRange::TooLarge);
                let limit = BigUint::from(2u32).pow(1024) - BigUint::from(2u32).pow(970);
                prop_assert!(x.magnitude() >= &(limit * y.magnitude()));
            }
            Ok(value) => {
                // |x/y - value| is not more than half the distance to either neighbour: compare in integers
                // after scaling by 2^1100.
                let scale = |value: f64| -> BigInt {
                    let bits = value.abs().to_bits();
                    let (mantissa, exponent) = match bits >> 52 {
                        0 => (bits, 0),
                        e => (bits & ((1 << 52) - 1) | 1 << 52, e - 1),
                    };
                    let mag = BigInt::from(mantissa) << (exponent + 26);
                    if value < 0.0 { -mag } else { mag }
                };
                let exact = (&x << 1100u32) * 2;
                let here = scale(value) * &y * 2;
                let gap = |there: &BigInt| -> BigUint { BigInt::magnitude(&(&exact - there)).clone() };
                let distance = gap(&here);
                for neighbour in [f64::from_bits(value.abs().to_bits() + 1), f64::from_bits(value.abs().to_bits().saturating_sub(1))] {
                    if neighbour.is_finite() {
                        let neighbour = if value.is_sign_negative() { -neighbour } else { neighbour };
                        let there = scale(neighbour) * &y * 2;
                        let other = gap(&there);
                        prop_assert!(distance <= other || neighbour == value);
                        if distance == other {
                            prop_assert!(value.to_bits() & 1 == 0);
                        }
                    }
                }
                prop_assert_eq!(value.is_sign_negative(), int(&shifted).neg != int(&b).neg);
            }
        }
    }
}

/// A generator good enough to fill limbs.
fn noise(seed: u64, len: usize) -> Vec<u32> {
    let mut state = seed | 1;
    let mut next = || {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as u32
    };
    (0..len).map(|_| next() | (next() << 16)).collect()
}

#[test]
fn long_products_by_every_way() {
    let sizes = [
        (63, 64),
        (64, 64),
        (65, 64),
        (127, 129),
        (200, 64),
        (300, 70),
        (1000, 131),
        (700, 700),
        (1500, 1400),
        (2049, 513),
    ];
    for (at, (n, m)) in sizes.into_iter().enumerate() {
        for hard in [false, true] {
            let (mut a, mut b) = (noise(at as u64, n), noise(at as u64 + 99, m));
            if hard {
                // Runs of zeros and ones make carries run far and differences vanish.
                a[n / 4..n / 2].fill(u32::MAX);
                b[m / 4..m / 2].fill(0);
                b[m / 2..].fill(u32::MAX);
            }
            let expected = natural(&a) * natural(&b);
            let mut out = vec![7; n + m];
            let mul_scratch = big::mul_scratch(n, m);
            let mut scratch = vec![7; mul_scratch];
            let len = big::mul_mag(&a, &b, &mut out, &mut scratch).unwrap();
            assert_eq!(natural(&out[..len]), expected, "{n} {m} with scratch");
            let len = big::mul_mag(&a, &b, &mut out, &mut scratch[..n.min(mul_scratch)]).unwrap();
            assert_eq!(natural(&out[..len]), expected, "{n} {m} with little scratch");
            let mut scratch = vec![7; Multiply::SCRATCH];
            let mut state = Multiply::new();
            let mut calls = 0;
            let len = loop {
                calls += 1;
                if let Step::Done(len) = state.step(&a, &b, &mut out, &mut scratch, 0).unwrap() {
                    break len;
                }
            };
            assert_eq!(natural(&out[..len]), expected, "{n} {m} in slices");
            assert_eq!(calls, n.div_ceil(512) * m.div_ceil(512), "one tile a call");
        }
    }
}

#[test]
fn long_quotients_and_digits() {
    let (a, b) = (noise(5, 900), noise(6, 400));
    let (mut quotient, mut rest, mut scratch) = (vec![0; 501], vec![0; 901], vec![0; 400]);
    let (q, r) = big::divmod_mag(&a, &b, &mut quotient, &mut rest, &mut scratch).unwrap();
    assert_eq!(natural(&quotient[..q]), natural(&a) / natural(&b));
    assert_eq!(natural(&rest[..r]), natural(&a) % natural(&b));
    let mut out = vec![0; big::digits_bound(900, 10)];
    let mut scratch = vec![0; 900];
    let range = big::text(&a, 10, &mut scratch, &mut out).unwrap();
    assert_eq!(core::str::from_utf8(&out[range.clone()]).unwrap(), natural(&a).to_string());
    let mut limbs = vec![0; big::limbs_for_digits(range.len(), 10)];
    let len = big::parse(Digits { text: &out[range], base: 10 }, &mut limbs).unwrap();
    assert_eq!(natural(&limbs[..len]), natural(&a));
}

/// Quotient limbs whose first guess is one too high even after correction by the second limb.
#[test]
fn division_adds_back() {
    let a = [0, 0, 0x8000_0000, 0x7FFF_FFFF];
    let b = [1, 0, 0x8000_0000];
    let (mut quotient, mut rest, mut scratch) = ([0; 2], [0; 5], [0; 3]);
    let (q, r) = big::divmod_mag(&a, &b, &mut quotient, &mut rest, &mut scratch).unwrap();
    assert_eq!(natural(&quotient[..q]), natural(&a) / natural(&b));
    assert_eq!(natural(&rest[..r]), natural(&a) % natural(&b));
}

#[test]
fn special_powers() {
    for (base, exponent) in [
        (2i64, 1000u64),
        (-2, 1001),
        (10, 300),
        (1, u64::MAX),
        (-1, u64::MAX),
        (0, 5),
        (0, 0),
        (-7, 3),
        (1 << 40, 25),
    ] {
        let mut limbs = [0; 2];
        let value = big::from_i64(base, &mut limbs).unwrap();
        let bound = if base.abs() == 1 { 3 } else { big::limbs_for_pow(&limbs, exponent).unwrap() };
        let (mut out, mut other) = (vec![7; bound], vec![7; bound]);
        let got = big::pow(value.of(&limbs), exponent, &mut out, &mut other, &mut []).unwrap();
        let reduced = if base.abs() == 1 { exponent % 2 } else { exponent };
        assert_eq!(made(got, &out), BigInt::from(base).pow(reduced as u32), "{base} ** {exponent}");
    }
}

#[test]
fn short_slices_are_refused() {
    let (a, b) = ([u32::MAX; 3], [u32::MAX; 2]);
    let (mut two, mut three) = ([0; 2], [0; 3]);
    assert!(big::add_mag(&a, &b, &mut three).is_err());
    assert!(big::sub_mag(&a, &b, &mut two).is_err());
    assert!(big::mul_mag(&a, &b, &mut three, &mut []).is_err());
    assert!(big::divmod_mag(&a, &b, &mut [0], &mut [0; 4], &mut [0; 2]).is_err());
    assert!(big::divmod_mag(&a, &[0], &mut [0; 4], &mut [0; 4], &mut [0; 2]) == Err(big::DivError::Zero));
    assert!(big::shl(Int::new(false, &a), 1 << 40, &mut three).is_err());
    assert!(big::text(&a, 10, &mut [0; 3], &mut [0; 20]).is_err());
    assert!(big::parse(Digits { text: b"99999999999999999999", base: 10 }, &mut [0]).is_err());
    assert_eq!(big::parse(Digits { text: b"12a", base: 10 }, &mut [0; 2]), Err(big::ParseError::Digit(2)));
}

#[test]
fn comparison_with_floats() {
    let one = Int::new(false, &[1]);
    assert_eq!(big::cmp_f64(one, f64::NAN), None);
    assert_eq!(big::cmp_f64(one, f64::INFINITY), Some(Ordering::Less));
    assert_eq!(big::cmp_f64(one, f64::NEG_INFINITY), Some(Ordering::Greater));
    assert_eq!(big::cmp_f64(one, 1.5), Some(Ordering::Less));
    assert_eq!(big::cmp_f64(one, 0.5), Some(Ordering::Greater));
    assert_eq!(big::cmp_f64(Int::new(true, &[1]), -1.5), Some(Ordering::Greater));
    assert_eq!(big::cmp_f64(Int::new(false, &[]), -0.0), Some(Ordering::Equal));
    // 2^53 + 1 is no float: it lies between two.
    assert_eq!(big::cmp_f64(Int::new(false, &[1, 1 << 21]), 9007199254740992.0), Some(Ordering::Greater));
}

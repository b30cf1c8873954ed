//! Hashes and random numbers against what CPython answered (tests/data/record.py).

mod common;

use common::{Tally, cases, float, hex, unescape};
use hognose_vm::num::bigint::Int;
use hognose_vm::num::hash::{SetHash, TupleHash, hash_complex, hash_f64, hash_i64, hash_int};
use hognose_vm::num::random::{STATE, Twister};
use num_bigint::{BigInt, BigUint, Sign};

fn limbs(text: &str) -> (bool, Vec<u32>) {
    let value: BigInt = text.parse().unwrap();
    (value.sign() == Sign::Minus, value.magnitude().to_u32_digits())
}

#[test]
fn hashes() {
    let mut tally = Tally::default();
    for case in cases(include_str!("data/hashes.txt")) {
        let got = match case[0] {
            "i" => {
                let (neg, mag) = limbs(case[1]);
                let hash = hash_int(Int::new(neg, &mag));
                if let Ok(small) = case[1].parse() {
                    assert_eq!(hash_i64(small), hash);
                }
                hash
            }
            "f" => hash_f64(float(case[1])).unwrap(),
            "c" => {
                let (real, imag) = case[1].split_once(' ').unwrap();
                hash_complex(hash_f64(float(real)).unwrap(), hash_f64(float(imag)).unwrap())
            }
            kind => {
                let (mut tuple, mut set) = (TupleHash::default(), SetHash::default());
                for item in case[1].split(' ').filter(|item| !item.is_empty()) {
                    let hash = hash_i64(item.parse().unwrap());
                    tuple.add(hash);
                    set.add(hash);
                }
                if kind == "t" { tuple.end() } else { set.end() }
            }
        };
        tally.check(&case, got, case[2].parse().unwrap());
    }
    assert_eq!(hash_f64(f64::NAN), None);
    tally.end(350);
}

#[test]
fn random_numbers() {
    let mut tally = Tally::default();
    for case in cases(include_str!("data/randoms.txt")) {
        let mut state = [0; STATE];
        let mut twister = Twister::new(&mut state).unwrap();
        let (kind, seed) = case[0].split_once(' ').unwrap();
        match kind {
            "i" => twister.seed_int(&limbs(seed).1),
            "f" => twister.seed_hash(hash_f64(float(seed)).unwrap()),
            "s" => twister.seed_bytes(&unescape(seed)),
            _ => twister.seed_bytes(&hex(seed)),
        }
        let mut drawn: Vec<String> =
            (0..3).map(|_| format!("{:016x}", twister.next_f64().to_bits())).collect();
        drawn.extend([1, 7, 32, 33, 64].map(|bits| twister.bits(bits).to_string()));
        drawn.extend([65, 100, 128, 1000].map(|bits| {
            let mut out = [7; 32];
            let len = twister.many_bits(bits, &mut out).unwrap();
            BigUint::new(out[..len].to_vec()).to_string()
        }));
        let bounds = [1, 2, 3, 10, 1000, 1 << 32, (1 << 33) + 1, 1 << 63];
        drawn.extend(bounds.map(|bound| twister.below(bound).to_string()));
        tally.check(case[0], drawn.join(" "), case[1].into());
        for _ in 0..700 {
            twister.next_f64();
        }
        tally.check(case[0], format!("{:016x}", twister.next_f64().to_bits()), case[2].into());
    }
    tally.end(30);
}

#[test]
fn short_states_are_refused() {
    assert!(Twister::new(&mut [0; STATE - 1]).is_none());
    let mut state = [0; STATE];
    let mut twister = Twister::new(&mut state).unwrap();
    assert_eq!(twister.many_bits(65, &mut [0; 2]), None);
    assert_eq!(twister.many_bits(0, &mut []), Some(0));
    assert_eq!((twister.bits(0), twister.below(0)), (0, 0));
}

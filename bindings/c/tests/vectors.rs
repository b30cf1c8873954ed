//! Every vector through the C library, step by step and with a budget.

mod support;

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};
use support::{gcc, home, library, run, scratch};

const VECTORS: &str = include_str!("../../../crates/bajo/tests/vectors/bajo.json");

fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap()).collect()
}

fn int(value: &Value) -> u32 {
    value.as_i64().unwrap() as u32
}

struct Case {
    value: Value,
    ram_base: u32,
    ram_len: usize,
    code_base: u32,
    code: Vec<u8>,
}

impl Case {
    fn new(value: &Value) -> Self {
        let env = &value["env"];
        let base = if value["kind"] == "raw" { &env["code_base"] } else { &env["code"][0] };
        let (low, high) = (int(&env["ram"][0]), int(&env["ram"][1]));
        Self {
            value: value.clone(),
            ram_base: low,
            ram_len: (high - low) as usize,
            code_base: int(base),
            code: hex(value["code_hex"].as_str().unwrap()),
        }
    }

    /// RAM filled from `ram_in` or `ram_out`.
    fn ram(&self, from: &str) -> Vec<u8> {
        let mut ram = vec![0; self.ram_len];
        for (address, bytes) in self.value["run"][from].as_object().unwrap() {
            let at = (address.parse::<u32>().unwrap() - self.ram_base) as usize;
            let bytes = hex(bytes.as_str().unwrap());
            ram[at..at + bytes.len()].copy_from_slice(&bytes);
        }
        ram
    }

    fn encode(&self, to: &mut Vec<u8>) {
        let run = &self.value["run"];
        let head = [int(&run["entry"]), int(&run["max_steps"]), self.ram_base, self.ram_len as u32];
        for word in head.into_iter().chain([self.code_base, self.code.len() as u32]) {
            to.extend(word.to_ne_bytes());
        }
        to.extend(self.ram("ram_in"));
        to.extend(&self.code);
    }

    /// Compares what the C program reports, and returns how many bytes that were.
    fn compare(&self, report: &[u8], steps_known: bool) -> usize {
        let (name, run) = (&self.value["name"], &self.value["run"]);
        let words = |bytes: &[u8]| -> Vec<u32> {
            bytes.chunks_exact(4).map(|b| u32::from_ne_bytes(b.try_into().unwrap())).collect()
        };
        let ends = words(&report[..20]);
        if steps_known {
            assert_eq!(ends[0], int(&run["steps"]), "{name}: steps");
        }
        let expected = [int(&run["rc"]), int(&run["err"]), int(&run["exit_rc"]), int(&run["pc"])];
        assert_eq!(ends[1..], expected, "{name}: rc, err, exit_rc, pc");
        let head = 20 + self.ram_len;
        assert!(report[20..head] == self.ram("ram_out"), "{name}: RAM");
        let word = |at: usize| words(&report[head + 4 * at..head + 4 * at + 4])[0];
        let mut at = 0;
        let mut bus = Vec::new();
        let mut calls = Vec::new();
        while word(at) != 0 {
            let (first, second) = (word(at + 1), word(at + 2));
            if word(at) == 3 {
                bus.push(serde_json::json!(["c", first as i32, second]));
                let args: Vec<i32> = (0..second as usize).map(|i| word(at + 3 + i) as i32).collect();
                calls.push((first as i32, args));
                at += 3 + second as usize;
            } else {
                let kind = if word(at) == 1 { "r" } else { "w" };
                bus.push(serde_json::json!([kind, first, second, word(at + 3)]));
                at += 4;
            }
        }
        let list = run["sys_calls"].as_array().unwrap().iter();
        let expected: Vec<(i32, Vec<i32>)> = list
            .map(|call| {
                let args = call[1].as_array().unwrap().iter().map(|arg| arg.as_i64().unwrap() as i32);
                (call[0].as_i64().unwrap() as i32, args.collect())
            })
            .collect();
        assert_eq!(calls, expected, "{name}: host calls");
        if let Some(expected) = run.get("bus") {
            assert_eq!(&Value::Array(bus), expected, "{name}: accesses");
        }
        head + 4 * (at + 1)
    }
}

#[test]
fn every_vector() {
    let program = scratch("vectors").join("vectors");
    run(gcc("gcc")
        .arg(home().join("tests/vectors.c"))
        .arg(library().join("libbajo.a"))
        .arg("-o")
        .arg(&program));
    let file: Value = serde_json::from_str(VECTORS).unwrap();
    let cases: Vec<Case> = file["cases"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|case| case.get("run").is_some())
        .map(Case::new)
        .collect();
    assert_eq!(cases.len(), 633);
    let mut input = Vec::new();
    for case in &cases {
        case.encode(&mut input);
    }
    for how in ["step", "budget"] {
        let mut child =
            Command::new(&program).arg(how).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.clone();
        let feed = std::thread::spawn(move || stdin.write_all(&input));
        let output = child.wait_with_output().unwrap();
        feed.join().unwrap().unwrap();
        assert!(output.status.success(), "{how}: {}", output.status);
        let mut at = 0;
        for case in &cases {
            at += case.compare(&output.stdout[at..], how == "step");
        }
        assert_eq!(at, output.stdout.len());
    }
}

//! The host model of the vectors, and reading them.
#![allow(dead_code, reason = "each test binary uses its own part")]

use bajo::{Bus, BusError, Call, HostCall, Memory};
use serde_json::Value;

/// Results of the handler of the vectors: a mix of function number and arguments.
pub fn handler(func: i32, args: &[i32], results: &mut [i32; 8]) -> Result<(), i32> {
    match func {
        9000 => return Err(-2),
        9001 => return Err(1),
        9002 => return Err(77),
        _ => {}
    }
    let mut mix = func.wrapping_mul(31).wrapping_add(args.len() as i32);
    for arg in args {
        mix = mix.wrapping_mul(33).wrapping_add(*arg);
    }
    for (k, result) in results.iter_mut().enumerate() {
        *result = mix.wrapping_add((k as i32).wrapping_mul(0x0100_0193));
    }
    Ok(())
}

/// One call of a host function: number, arguments, results if it succeeded.
pub type SysCall = (i32, Vec<i32>, Option<Vec<i32>>);

/// One access, as the vectors write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    Read(u32, u32, u32),
    Write(u32, u32, u32),
    Call(i32, usize),
}

/// RAM and code as the vectors' host maps them. Records host calls, and every access if `log` is set.
/// With `direct` the machine may use the memory without asking.
pub struct Model {
    pub ram_base: u32,
    pub ram: Vec<u8>,
    pub code_base: u32,
    pub code: Vec<u8>,
    pub calls: Vec<SysCall>,
    pub log: Option<Vec<Access>>,
    pub direct: bool,
    /// Host functions with these numbers answer later.
    pub pending: bool,
}

impl Model {
    pub fn new(ram_base: u32, ram_len: usize, code_base: u32, code: &[u8]) -> Self {
        Self {
            ram_base,
            ram: vec![0; ram_len],
            code_base,
            code: code.to_vec(),
            calls: Vec::new(),
            log: None,
            direct: false,
            pending: false,
        }
    }

    fn map(&mut self) -> Memory<'_> {
        Memory::new(self.ram_base, &mut self.ram, self.code_base, &self.code).unwrap()
    }

    fn note(&mut self, access: Access) {
        if let Some(log) = &mut self.log {
            log.push(access);
        }
    }
}

impl Bus for Model {
    fn read(&mut self, address: u32, len: u32) -> Result<u32, BusError> {
        let word = self.map().read(address, len);
        self.note(Access::Read(address, len, word.unwrap_or(0)));
        word
    }

    fn write(&mut self, address: u32, value: u32, len: u32) -> Result<(), BusError> {
        let shown = if len < 4 { value & ((1 << (8 * len)) - 1) } else { value };
        self.note(Access::Write(address, len, shown));
        self.map().write(address, value, len)
    }

    fn call(&mut self, call: HostCall<'_>) -> Result<Call, i32> {
        self.note(Access::Call(call.func, call.args.len()));
        let mut results = [0; 8];
        let done = handler(call.func, call.args, &mut results);
        self.calls.push((call.func, call.args.to_vec(), done.ok().map(|()| results.to_vec())));
        done?;
        if self.pending {
            return Ok(Call::Pending);
        }
        *call.results = results;
        Ok(Call::Done)
    }

    fn peek(&self, pc: u32) -> Option<u64> {
        if !self.direct {
            return None;
        }
        let at = pc.wrapping_sub(self.code_base) as usize;
        self.code.get(at..)?.first_chunk().map(|b| u64::from_le_bytes(*b))
    }

    fn memory(&mut self) -> Option<Memory<'_>> {
        self.direct.then(|| self.map())
    }
}

pub fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap()).collect()
}

/// One vector that runs.
pub struct Case {
    pub name: String,
    pub quirk: bool,
    pub value: Value,
    pub entry: u32,
    pub max_steps: u64,
}

pub fn word(value: &Value) -> u32 {
    value.as_i64().unwrap() as u32
}

impl Case {
    pub fn model(&self) -> Model {
        let env = &self.value["env"];
        let base = if self.value["kind"] == "raw" { &env["code_base"] } else { &env["code"][0] };
        let (low, high) = (env["ram"][0].as_u64().unwrap(), env["ram"][1].as_u64().unwrap());
        let code = hex(self.value["code_hex"].as_str().unwrap());
        let mut model = Model::new(low as u32, (high - low) as usize, word(base), &code);
        for (address, bytes) in self.run()["ram_in"].as_object().unwrap() {
            let at = (address.parse::<u64>().unwrap() - low) as usize;
            let bytes = hex(bytes.as_str().unwrap());
            model.ram[at..at + bytes.len()].copy_from_slice(&bytes);
        }
        model
    }

    pub fn run(&self) -> &Value {
        &self.value["run"]
    }

    /// The RAM after the run.
    pub fn ram_out(&self) -> Vec<u8> {
        let env = &self.value["env"]["ram"];
        let (low, high) = (env[0].as_u64().unwrap(), env[1].as_u64().unwrap());
        let mut ram = vec![0; (high - low) as usize];
        for (address, bytes) in self.run()["ram_out"].as_object().unwrap() {
            let at = (address.parse::<u64>().unwrap() - low) as usize;
            let bytes = hex(bytes.as_str().unwrap());
            ram[at..at + bytes.len()].copy_from_slice(&bytes);
        }
        ram
    }

    pub fn sys_calls(&self) -> Vec<SysCall> {
        let words = |v: &Value| v.as_array().unwrap().iter().map(|w| w.as_i64().unwrap() as i32).collect();
        let list = self.run()["sys_calls"].as_array().unwrap();
        list.iter()
            .map(|c| {
                let results = if c[2].is_null() { None } else { Some(words(&c[2])) };
                (c[0].as_i64().unwrap() as i32, words(&c[1]), results)
            })
            .collect()
    }

    /// The accesses, if the vector lists them.
    pub fn bus(&self) -> Option<Vec<Access>> {
        let list = self.run().get("bus")?.as_array().unwrap();
        Some(
            list.iter()
                .map(|a| match a[0].as_str().unwrap() {
                    "r" => Access::Read(word(&a[1]), word(&a[2]), word(&a[3])),
                    "w" => Access::Write(word(&a[1]), word(&a[2]), word(&a[3])),
                    _ => Access::Call(word(&a[1]) as i32, a[2].as_u64().unwrap() as usize),
                })
                .collect(),
        )
    }
}

/// Every vector that has a run.
pub fn cases() -> Vec<Case> {
    let text = include_str!("../vectors/bajo.json");
    let file: Value = serde_json::from_str(text).unwrap();
    let all = file["cases"].as_array().unwrap();
    assert_eq!(all.len(), 720);
    let cases: Vec<Case> = all
        .iter()
        .filter(|case| case.get("run").is_some())
        .map(|case| Case {
            name: case["name"].as_str().unwrap().to_owned(),
            quirk: case["tags"].as_array().is_some_and(|t| t.iter().any(|t| t == "quirk-rmw-no-operand")),
            entry: word(&case["run"]["entry"]),
            max_steps: case["run"]["max_steps"].as_u64().unwrap(),
            value: case.clone(),
        })
        .collect();
    assert_eq!(cases.len(), 633);
    cases
}

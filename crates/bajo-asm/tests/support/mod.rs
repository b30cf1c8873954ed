//! Programs of the vector file, built with the crate's own constructors.
#![allow(dead_code)]

use bajo_asm::{Code, Env, Expr, Inst, Item, ItemId, Label, Operand, Region, at, imm, ind, mem, named, reg};
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// The cases that are programs.
pub fn cases() -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bajo/tests/vectors/bajo.json");
    let text = std::fs::read_to_string(path).expect("the vector file");
    let mut file: Value = serde_json::from_str(&text).expect("JSON");
    let cases = file["cases"].take();
    let Value::Array(cases) = cases else { panic!("cases") };
    cases.into_iter().filter(|c| c["kind"] == "asm").collect()
}

/// A kernel's item list.
pub fn kernel(name: &str) -> (Value, Vec<u8>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bajo/tests/vectors/bajo-kernels");
    let read = |file: String| std::fs::read_to_string(folder.join(file)).expect("a kernel file");
    let program = serde_json::from_str(&read(format!("{name}.program.json"))).expect("JSON");
    let hex = read(format!("{name}.hex"));
    (program, unhex(&hex.split_whitespace().collect::<String>()))
}

pub fn unhex(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2).map(|i| u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).expect("hex")).collect()
}

pub fn env(v: &Value) -> Env {
    let region = |v: &Value| Region::new(v[0].as_i64().unwrap(), v[1].as_i64().unwrap());
    let mut env = Env::new(region(&v["ram"]), region(&v["code"])).expect("a good environment");
    for (name, n) in v["named"].as_object().unwrap() {
        env = env.register(name, n.as_i64().unwrap());
    }
    env.passes(v["max_passes"].as_u64().unwrap() as u32).expect("enough passes")
}

/// Turns item lists into code. Items get their identities before they are made: they refer to each other.
#[derive(Default)]
pub struct Builder {
    labels: HashMap<i64, Label>,
    ids: Vec<ItemId>,
}

impl Builder {
    pub fn label(&mut self, v: &Value) -> Label {
        let name = v["label"].as_str().expect("a label");
        self.labels.entry(v["id"].as_i64().unwrap()).or_insert_with(|| Label::new(name)).clone()
    }

    fn id(&self, v: &Value) -> Option<ItemId> {
        v.as_u64().map(|i| self.ids[i as usize])
    }

    fn expr(&mut self, v: &Value) -> Expr {
        let (key, inner) = v.as_object().unwrap().iter().find(|(k, _)| *k != "id").unwrap();
        let pair = |b: &mut Self| (b.expr(&inner[0]), b.expr(&inner[1]));
        match key.as_str() {
            "label" => Expr::from(&self.label(v)),
            "inst" => self.id(inner).map_or_else(|| Expr::nowhere("an instruction"), Expr::item),
            "+" => pair_with(pair(self), |a, b| a + b),
            "-" => pair_with(pair(self), |a, b| a - b),
            "*" => pair_with(pair(self), |a, b| a * b),
            "//" => pair_with(pair(self), |a, b| a / b),
            "%" => pair_with(pair(self), |a, b| a % b),
            "sizeof" => Expr::size_of(self.id(&inner["inst"]).expect("a placed instruction")),
            "custom" | "imm" => Expr::int(inner.as_i64().unwrap()),
            "reg" => Expr::reg(inner.as_i64().unwrap()),
            "mem" => Expr::address(inner.as_i64().unwrap()),
            "named" => Expr::named(inner.as_str().unwrap()),
            "at" => self.expr(inner).at(),
            other => panic!("expression {other}: {v}"),
        }
    }

    fn operand(&mut self, v: &Value) -> Operand {
        let map = v.as_object().unwrap();
        let get = |key: &str| map.get(key);
        if let Some(n) = get("imm") {
            imm(n.as_i64().unwrap())
        } else if let Some(n) = get("reg") {
            reg(n.as_i64().unwrap())
        } else if let Some(a) = get("mem") {
            mem(a.as_i64().unwrap())
        } else if let Some(name) = get("named") {
            named(name.as_str().unwrap())
        } else if let Some(expr) = get("at") {
            at(self.expr(expr))
        } else if let Some(base) = get("ind") {
            let base = self.operand(base);
            ind(base, self.operand(&v["off"]))
        } else if let Some(to) = get("rel") {
            Operand::branch(self.expr(to))
        } else {
            self.expr(v).into()
        }
    }

    /// The code of a program.
    pub fn code(&mut self, program: &Value) -> Code {
        let mut count = 0;
        for v in program.as_array().unwrap() {
            if v.get("op").is_some() || v.get("bytes").is_some() || v.get("data").is_some() {
                count += v.get("repeat").map_or(1, |n| n.as_u64().unwrap());
            }
        }
        self.ids = (0..count).map(|_| ItemId::fresh()).collect();
        let mut ids = self.ids.clone().into_iter();
        let mut place = |item: Item| item.with_id(ids.next().unwrap());
        let mut code = Code::new();
        for v in program.as_array().unwrap() {
            if let Some(label) = v.get("def") {
                code.push(&self.label(label));
            } else if let Some(n) = v.get("align") {
                code.push(Code::align(n.as_u64().unwrap()));
            } else if v.get("nopad").is_some() {
                code.push(Code::no_pad());
            } else if let Some(hex) = v.get("bytes") {
                code.push(place(Item::bytes(unhex(hex.as_str().unwrap()))));
            } else if let Some(value) = v.get("data") {
                let value = self.expr(value);
                code.push(place(Item::data(value, v["size"].as_u64().unwrap())));
            } else {
                let op = bajo::Opcode::from_name(v["op"].as_str().unwrap()).expect("an opcode");
                for _ in 0..v.get("repeat").map_or(1, |n| n.as_u64().unwrap()) {
                    let targets = v["t"].as_array().unwrap().iter().map(|t| self.operand(t)).collect();
                    let sources = v["s"].as_array().unwrap().iter().map(|s| self.operand(s)).collect();
                    code.push(place(Inst::new(op, targets, sources).into()));
                }
            }
        }
        code
    }
}

fn pair_with((a, b): (Expr, Expr), f: impl Fn(Expr, Expr) -> Expr) -> Expr {
    f(a, b)
}

/// The code of every case with where it lies.
pub fn raw() -> Vec<(u32, Vec<u8>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bajo/tests/vectors/bajo.json");
    let text = std::fs::read_to_string(path).expect("the vector file");
    let file: Value = serde_json::from_str(&text).expect("JSON");
    let cases = file["cases"].as_array().unwrap().iter().filter(|c| c.get("code_hex").is_some());
    cases
        .map(|c| {
            let base = c["env"]["code_base"].as_u64().or_else(|| c["env"]["code"][0].as_u64());
            (base.unwrap_or(0x10000) as u32, unhex(c["code_hex"].as_str().unwrap()))
        })
        .collect()
}

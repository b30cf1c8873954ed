//! From Python objects to the assembler's code.

use crate::assembly::register_name;
use crate::classes::{Classes, Kind};
use crate::lazy::{Custom, Shown, number};
use bajo::{OPCODES, Opcode};
use bajo_asm::{Code, Expr, Fault, FaultKind, Inst, Item, ItemId, Label, Last, Mem, Operand, Pin, Term};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList, PyString, PyTuple};
use std::collections::HashMap;
use std::sync::Arc;

/// The most terms of one expression: objects that share parts could make it explode.
const MAX_TERMS: usize = 1 << 20;

const SOURCE: &str = "an int, memory, a label or another lazy immediate";
const BASE: &str = "direct memory as the base of an indirection";
const BRANCH: &str =
    "a label, an instruction, data, another lazy immediate, direct memory or Imm as destination";

/// Which node of the flat code items and labels are.
pub struct Nodes {
    items: Vec<usize>,
    labels: Vec<(Label, usize)>,
}

impl Nodes {
    /// The node a fault belongs to.
    pub fn of(&self, fault: &Fault) -> Option<usize> {
        let label = match &fault.kind {
            FaultKind::Detached { label, .. } | FaultKind::Duplicate { label: Some(label), .. } => label,
            _ => return self.items.get(fault.item?).copied(),
        };
        self.labels.iter().find(|(l, _)| l == label).map(|(_, node)| *node)
    }
}

type Object<'py> = Bound<'py, PyAny>;

/// Converts the flat code of one script.
pub struct Converter<'py> {
    py: Python<'py>,
    classes: Classes<'py>,
    opcodes: HashMap<&'static str, Opcode>,
    flat: Vec<(Object<'py>, Kind)>,
    /// Identities of placed items, by address of the object.
    items: HashMap<usize, ItemId>,
    /// Labels, placed or not. They are kept alive by the script.
    labels: HashMap<usize, Label>,
    shown: Arc<Shown>,
}

fn key(object: &Object<'_>) -> usize {
    object.as_ptr() as usize
}

fn text(object: &Object<'_>) -> String {
    match object.repr() {
        Ok(text) => text.to_string_lossy().into_owned(),
        Err(_) => "an object".to_owned(),
    }
}

impl<'py> Converter<'py> {
    pub fn new(py: Python<'py>, flat: &Bound<'py, PyList>, shown: Arc<Shown>) -> PyResult<Self> {
        let classes = Classes::load(py)?;
        let mut nodes = Vec::with_capacity(flat.len());
        let mut items = HashMap::with_capacity(flat.len());
        for node in flat.iter() {
            let kind = classes.kind(&node)?;
            if matches!(kind, Kind::Op | Kind::Bytes | Kind::Data) {
                items.entry(key(&node)).or_insert_with(ItemId::fresh);
            }
            nodes.push((node, kind));
        }
        let opcodes = OPCODES.iter().map(|row| (row.name, row.op)).collect();
        Ok(Self { py, classes, opcodes, flat: nodes, items, labels: HashMap::new(), shown })
    }

    /// The whole code, and which node is which.
    pub fn code(mut self) -> PyResult<(Code, Nodes)> {
        let flat = std::mem::take(&mut self.flat);
        let mut code = Code::new();
        let mut nodes = Nodes { items: Vec::with_capacity(flat.len()), labels: Vec::new() };
        for (i, (node, kind)) in flat.iter().enumerate() {
            match kind {
                Kind::Label => {
                    let label = self.label(node)?;
                    code.push(&label);
                    nodes.labels.push((label, i));
                    continue;
                }
                Kind::Align => {
                    let n = node.getattr(intern!(self.py, "n"))?;
                    code.push(Code::align(n.extract().unwrap_or(u64::MAX)));
                    continue;
                }
                Kind::NoPad => {
                    code.push(Code::no_pad());
                    continue;
                }
                Kind::Directive => continue,
                _ => {}
            }
            let item = match kind {
                Kind::Op => self.inst(node)?,
                Kind::Bytes => {
                    let value = node.getattr(intern!(self.py, "val"))?;
                    Item::bytes(value.cast::<PyBytes>()?.as_bytes())
                }
                Kind::Data => {
                    let value = self.expr(&node.getattr(intern!(self.py, "obj"))?, true)?;
                    match node.getattr(intern!(self.py, "size"))?.extract::<u64>() {
                        Ok(size) => Item::data(value, size),
                        Err(_) => Item::wrong(&format!("{} with a negative or huge size", text(node))),
                    }
                }
                _ => Item::wrong(&match node.getattr(intern!(self.py, "what")) {
                    Ok(what) => what.cast::<PyString>()?.to_string_lossy().into_owned(),
                    Err(_) => text(node),
                }),
            };
            let item = match self.items.get(&key(node)) {
                Some(id) => item.with_id(*id),
                None => item,
            };
            code.push(item.at_site(None));
            nodes.items.push(i);
        }
        Ok((code, nodes))
    }

    fn label(&mut self, object: &Object<'py>) -> PyResult<Label> {
        if let Some(label) = self.labels.get(&key(object)) {
            return Ok(label.clone());
        }
        let name = object.getattr(intern!(self.py, "name"))?.str()?;
        let label = Label::new(&name.to_string_lossy());
        self.labels.insert(key(object), label.clone());
        Ok(label)
    }

    fn inst(&mut self, node: &Object<'py>) -> PyResult<Item> {
        let name = node.getattr(intern!(self.py, "op"))?;
        let name = name.cast::<PyString>()?.to_string_lossy();
        let Some(&op) = self.opcodes.get(&*name) else {
            return Ok(Item::wrong(&format!("an instruction {name:?}")));
        };
        let mut operands = |attribute: &Bound<'py, PyString>| -> PyResult<Vec<Operand>> {
            let tuple = node.getattr(attribute)?;
            tuple.cast::<PyTuple>()?.iter().map(|object| self.operand(&object)).collect()
        };
        let targets = operands(intern!(node.py(), "targets"))?;
        let sources = operands(intern!(node.py(), "sources"))?;
        let inst = Inst::new(op, targets, sources);
        let pin: Option<(bool, Vec<u8>)> = node.getattr(intern!(self.py, "pin"))?.extract()?;
        Ok(Item::from(match pin {
            Some((rmw, widths)) => inst.pinned(Pin { rmw, widths }),
            None => inst,
        }))
    }

    fn operand(&mut self, object: &Object<'py>) -> PyResult<Operand> {
        let mut chain = Vec::new();
        let mut object = object.clone();
        loop {
            let last = match self.classes.kind(&object)? {
                Kind::IMem => {
                    let base = object.getattr(intern!(self.py, "ref"))?;
                    let kind = self.classes.kind(&base)?;
                    let Some(base) = self.mem(&base, kind)? else {
                        return Ok(Operand::wrong(&text(&base), BASE));
                    };
                    chain.push(base);
                    object = object.getattr(intern!(self.py, "offset"))?;
                    continue;
                }
                Kind::Int | Kind::Imm => match object.extract::<i64>() {
                    Ok(value) => Last::Imm(value),
                    Err(_) => Last::Lazy(Expr::int(number(&object)?)),
                },
                Kind::BranchTo => {
                    let to = object.getattr(intern!(self.py, "tgt"))?;
                    match self.classes.kind(&to)? {
                        // A plain number could be an address or a distance: it must say which.
                        Kind::Int | Kind::Bool | Kind::IMem | Kind::Other => {
                            return Ok(Operand::wrong(&text(&to), BRANCH));
                        }
                        _ => Last::Branch(self.expr(&to, false)?),
                    }
                }
                kind @ (Kind::Reg | Kind::MemAddr | Kind::NamedReg | Kind::CodeAt) => {
                    match self.mem(&object, kind)? {
                        Some(mem) => Last::Mem(mem),
                        None => return Ok(Operand::wrong(&text(&object), SOURCE)),
                    }
                }
                Kind::Label | Kind::Custom | Kind::Sizeof | Kind::Offset => {
                    Last::Lazy(self.expr(&object, false)?)
                }
                Kind::Add | Kind::Sub | Kind::Mul | Kind::Div | Kind::Mod => {
                    Last::Lazy(self.expr(&object, false)?)
                }
                _ => return Ok(Operand::wrong(&text(&object), SOURCE)),
            };
            return Ok(Operand { chain, last });
        }
    }

    /// Direct memory, if it is.
    fn mem(&mut self, object: &Object<'py>, kind: Kind) -> PyResult<Option<Mem>> {
        let whole = |value: &Object<'py>| value.extract::<i64>().ok();
        Ok(Some(match kind {
            Kind::Reg => match whole(&object.getattr(intern!(self.py, "n"))?) {
                Some(n) => Mem::Reg(n),
                None => return Ok(None),
            },
            Kind::MemAddr => {
                let address = object.getattr(intern!(self.py, "addr"))?;
                match whole(&address) {
                    Some(a) => Mem::Addr(a),
                    // Beyond all limits: shown in full when it is reported.
                    None => match number(&address) {
                        Ok(n) => Mem::At(Expr::int(n)),
                        Err(_) => return Ok(None),
                    },
                }
            }
            Kind::NamedReg => {
                Mem::Named(register_name(&object.getattr(intern!(self.py, "name"))?)?.as_str().into())
            }
            Kind::CodeAt => Mem::At(self.expr(&object.getattr(intern!(self.py, "obj"))?, false)?),
            _ => return Ok(None),
        }))
    }

    /// A lazy value. Nested objects become a flat list of terms without recursion. Memory alone has no value in data.
    fn expr(&mut self, object: &Object<'py>, data: bool) -> PyResult<Expr> {
        enum Work<'py> {
            Object(Object<'py>),
            Term(Term),
        }
        let mut terms = Vec::new();
        let mut work = vec![Work::Object(object.clone())];
        let root = key(object);
        while let Some(step) = work.pop() {
            let object = match step {
                Work::Term(term) => {
                    terms.push(term);
                    continue;
                }
                Work::Object(object) => object,
            };
            if terms.len() + work.len() > MAX_TERMS {
                return Ok(Expr::wrong("an expression of more than a million terms"));
            }
            let kind = self.classes.kind(&object)?;
            let data = data && key(&object) == root;
            let get = |name: &Bound<'py, PyString>| object.getattr(name);
            let pair = match kind {
                Kind::Add => Term::Add,
                Kind::Sub => Term::Sub,
                Kind::Mul => Term::Mul,
                Kind::Div => Term::Div,
                Kind::Mod => Term::Mod,
                Kind::CodeAt if !data => {
                    work.extend([Work::Term(Term::At), Work::Object(get(intern!(self.py, "obj"))?)]);
                    continue;
                }
                Kind::Offset => {
                    let base = get(intern!(self.py, "base"))?;
                    match self.items.get(&key(&base)) {
                        Some(id) => {
                            let from = Work::Term(Term::From(Some(*id)));
                            work.extend([from, Work::Object(get(intern!(self.py, "tgt"))?)]);
                        }
                        None => terms.push(Term::Nowhere(text(&base).as_str().into())),
                    }
                    continue;
                }
                kind => {
                    terms.push(self.leaf(&object, kind, data)?);
                    continue;
                }
            };
            let (a, b) = (get(intern!(self.py, "a"))?, get(intern!(self.py, "b"))?);
            work.extend([Work::Term(pair), Work::Object(b), Work::Object(a)]);
        }
        Ok(Expr::from_terms(terms).unwrap_or_else(|| Expr::wrong(&text(object))))
    }

    fn leaf(&mut self, object: &Object<'py>, kind: Kind, data: bool) -> PyResult<Term> {
        let nowhere = |object: &Object<'py>| Term::Nowhere(text(object).as_str().into());
        let wrong = |object: &Object<'py>| Term::Wrong(text(object).as_str().into());
        Ok(match kind {
            Kind::Label => {
                let label = self.label(object)?;
                Term::Label(label)
            }
            Kind::Int | Kind::Imm | Kind::Bool => Term::Int(number(object)?),
            Kind::Custom => {
                let shown = Arc::clone(&self.shown);
                Term::Lazy(Arc::new(Custom { object: object.clone().unbind(), shown }))
            }
            Kind::Op | Kind::Bytes | Kind::Data => match self.items.get(&key(object)) {
                Some(id) => Term::Item(*id),
                None => nowhere(object),
            },
            Kind::Sizeof => {
                let inst = object.getattr(intern!(self.py, "inst"))?;
                match self.items.get(&key(&inst)) {
                    Some(id) => Term::SizeOf(*id),
                    None => nowhere(&inst),
                }
            }
            Kind::Reg | Kind::MemAddr | Kind::NamedReg if !data => match self.mem(object, kind)? {
                Some(Mem::Reg(n)) => Term::Reg(n),
                Some(Mem::Addr(a)) => Term::Addr(a),
                Some(Mem::Named(name)) => Term::Named(name),
                _ => wrong(object),
            },
            _ => wrong(object),
        })
    }
}

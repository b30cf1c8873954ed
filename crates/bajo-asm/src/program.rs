//! A program ready for layout: items in order, labels attached to them, references known to exist.

use crate::code::{Code, Content, Item, Node};
use crate::env::Env;
use crate::expr::{Expr, Term};
use crate::fault::{Fault, FaultKind};
use crate::hash::IdMap;
use crate::label::{ItemId, Label};
use crate::operand::{Last, Mem, Operand, Place, Wrong};
use crate::text::{Names, string_repr};

/// An item with what stands before it.
#[derive(Debug)]
pub(crate) struct Slot {
    pub item: Item,
    /// Indices of its labels, in source order.
    pub labels: Vec<usize>,
    pub align: Option<u64>,
    pub no_pad: bool,
}

/// Items and labels in order.
#[derive(Debug)]
pub(crate) struct Program {
    pub slots: Vec<Slot>,
    /// Every placed label with its slot.
    pub labels: Vec<(Label, usize)>,
    by_label: IdMap<u64, usize>,
    by_item: IdMap<ItemId, usize>,
    /// Numbers of unnamed labels.
    auto: IdMap<u64, usize>,
    pub env: Env,
}

impl Program {
    /// Orders code and collects everything that is wrong with it whatever its layout.
    pub fn new(code: Code, env: Env) -> (Self, Vec<Fault>) {
        let count = code.0.iter().filter(|n| matches!(n, Node::Item(_))).count();
        let mut program = Self {
            slots: Vec::with_capacity(count),
            labels: Vec::new(),
            by_label: IdMap::default(),
            by_item: IdMap::with_capacity_and_hasher(count, Default::default()),
            auto: IdMap::default(),
            env,
        };
        let mut duplicates = Vec::new();
        let (mut waiting, mut align, mut no_pad) = (Vec::new(), None, false);
        for node in code.0 {
            match node {
                Node::Align(n) => align = Some(n),
                Node::NoPad => no_pad = true,
                Node::Label(label) => {
                    if program.by_label.contains_key(&label.id()) {
                        duplicates.push((Some(label), 0));
                    } else {
                        let index = program.labels.len();
                        program.by_label.insert(label.id(), index);
                        program.labels.push((label, program.slots.len()));
                        waiting.push(index);
                    }
                }
                Node::Item(item) => {
                    let index = program.slots.len();
                    if program.by_item.insert(item.id, index).is_some() {
                        duplicates.push((None, index));
                    }
                    let labels = std::mem::take(&mut waiting);
                    program.slots.push(Slot { item: *item, labels, align: align.take(), no_pad });
                    no_pad = false;
                }
            }
        }
        program.number_labels();
        let mut faults = Vec::new();
        for (label, slot) in duplicates {
            faults.push(match label {
                Some(label) => {
                    let what = Names::of(&program).label(&label);
                    let site = Some(label.site().clone());
                    let kind = FaultKind::Duplicate { what, label: Some(label) };
                    Fault { kind, site, item: None, text: String::new() }
                }
                None => {
                    let kind = FaultKind::Duplicate { what: program.text(slot), label: None };
                    Fault { text: String::new(), ..program.fault(kind, Some(slot)) }
                }
            });
        }
        for index in waiting {
            let label = program.labels[index].0.clone();
            let (what, site) = (Names::of(&program).label(&label), Some(label.site().clone()));
            let kind = FaultKind::Detached { what, label };
            faults.push(Fault { kind, site, item: None, text: String::new() });
        }
        if program.slots.is_empty() && faults.is_empty() {
            faults.push(program.fault(FaultKind::Empty, None));
        }
        for index in 0..program.slots.len() {
            program.inspect(index, &mut faults);
        }
        (program, faults)
    }

    fn number_labels(&mut self) {
        let mut unnamed: Vec<u64> =
            self.labels.iter().filter(|(l, _)| l.given_name().is_none()).map(|(l, _)| l.id()).collect();
        unnamed.sort_unstable();
        self.auto = unnamed.into_iter().zip(1..).collect();
    }

    /// The name of a label in listings.
    pub fn label_name(&self, label: &Label) -> String {
        match (label.given_name(), self.auto.get(&label.id())) {
            (Some(name), _) => name.to_owned(),
            (None, Some(k)) => format!("_L{k}"),
            (None, None) => "_L?".to_owned(),
        }
    }

    /// The slot a label marks. A detached label marks one past the last.
    pub fn slot_of_label(&self, id: u64) -> Option<usize> {
        self.by_label.get(&id).map(|&i| self.labels[i].1)
    }

    /// The slot of an item.
    pub fn slot_of_item(&self, id: ItemId) -> Option<usize> {
        self.by_item.get(&id).copied()
    }

    /// Whether a value is asked from outside: such values may change from one look to the next.
    pub fn has_lazy(&self) -> bool {
        let lazy = |expr: &Expr| expr.terms.iter().any(|t| matches!(t, Term::Lazy(_)));
        let in_mem = |mem: &Mem| matches!(mem, Mem::At(expr) if lazy(expr));
        let in_operand = |operand: &Operand| {
            operand.chain.iter().any(in_mem)
                || match &operand.last {
                    Last::Lazy(expr) | Last::Branch(expr) => lazy(expr),
                    Last::Mem(mem) => in_mem(mem),
                    Last::Imm(_) | Last::Wrong(_) => false,
                }
        };
        self.slots.iter().any(|slot| match &slot.item.content {
            Content::Inst(inst) => inst.targets.iter().chain(&inst.sources).any(in_operand),
            _ => false,
        })
    }

    /// The text of an item.
    pub fn text(&self, slot: usize) -> String {
        self.slots.get(slot).map_or_else(String::new, |s| Names::of(self).item(&s.item))
    }

    /// A fault in a slot.
    pub fn fault(&self, kind: FaultKind, slot: Option<usize>) -> Fault {
        let found = slot.and_then(|i| self.slots.get(i));
        // What is no item names itself.
        let shows = found.is_some() && !matches!(kind, FaultKind::Item { .. });
        Fault {
            text: if shows { self.text(slot.unwrap_or(0)) } else { String::new() },
            site: found.and_then(|s| s.item.site.clone()),
            item: found.and(slot),
            kind,
        }
    }

    /// Faults of one item that no layout can cure.
    fn inspect(&self, index: usize, faults: &mut Vec<Fault>) {
        let mut add = |kind| faults.push(self.fault(kind, Some(index)));
        match &self.slots[index].item.content {
            Content::Bytes(_) => {}
            Content::Wrong(found) => add(FaultKind::Item { found: found.clone() }),
            Content::Data { value, .. } => self.inspect_expr(Place::Data, value, &mut add),
            Content::Inst(inst) => {
                let info = inst.op.info();
                for (what, found, row) in [
                    ("targets", inst.targets.len(), &info.targets),
                    ("sources", inst.sources.len(), &info.sources),
                ] {
                    // Counted lists have at least the operands that the table names.
                    let allowed = row.fixed().unwrap_or(found.max(row.names.len()));
                    if found != allowed {
                        add(FaultKind::Count { what, found, allowed });
                    }
                }
                for (i, operand) in inst.targets.iter().enumerate() {
                    if operand.is_memory() || matches!(operand.last, Last::Wrong(_)) {
                        self.inspect_operand(Place::Target(inst.op, i), operand, &mut add);
                    } else {
                        let wrong = Wrong { found: Names::of(self).operand(operand), allowed: "memory" };
                        add(FaultKind::Operand { operand: Place::Target(inst.op, i).to_string(), wrong });
                    }
                }
                for (i, operand) in inst.sources.iter().enumerate() {
                    self.inspect_operand(Place::Source(inst.op, i), operand, &mut add);
                }
            }
        }
    }

    fn inspect_operand(&self, place: Place, operand: &Operand, add: &mut impl FnMut(FaultKind)) {
        for base in &operand.chain {
            self.inspect_mem(place, base, add);
        }
        match &operand.last {
            Last::Mem(mem) => self.inspect_mem(place, mem, add),
            Last::Lazy(expr) | Last::Branch(expr) => self.inspect_expr(place, expr, add),
            Last::Wrong(wrong) => {
                add(FaultKind::Operand { operand: place.to_string(), wrong: wrong.clone() })
            }
            Last::Imm(_) => {}
        }
    }

    fn inspect_mem(&self, place: Place, mem: &Mem, add: &mut impl FnMut(FaultKind)) {
        match mem {
            Mem::Named(register) => self.inspect_register(place, register, add),
            Mem::At(expr) => self.inspect_expr(place, expr, add),
            Mem::Reg(_) | Mem::Addr(_) => {}
        }
    }

    fn inspect_register(&self, place: Place, name: &str, add: &mut impl FnMut(FaultKind)) {
        if !self.env.named.contains_key(name) {
            let known = self.env.named.keys().cloned().collect();
            add(FaultKind::Register { operand: place.to_string(), name: string_repr(name), known });
        }
    }

    fn inspect_expr(&self, place: Place, expr: &Expr, add: &mut impl FnMut(FaultKind)) {
        for term in &expr.terms {
            let what = match term {
                Term::Label(l) if !self.by_label.contains_key(&l.id()) => Names::of(self).label(l),
                Term::Item(id) | Term::SizeOf(id) | Term::From(Some(id))
                    if !self.by_item.contains_key(id) =>
                {
                    "an item".to_owned()
                }
                Term::Nowhere(text) => text.to_string(),
                Term::Named(register) => {
                    self.inspect_register(place, register, add);
                    continue;
                }
                Term::Wrong(text) => {
                    let allowed = "a number, a label, an instruction, data or a lazy immediate";
                    let wrong = Wrong { found: text.to_string(), allowed };
                    add(FaultKind::Operand { operand: place.to_string(), wrong });
                    continue;
                }
                _ => continue,
            };
            add(FaultKind::Missing { operand: place.to_string(), what });
        }
    }
}

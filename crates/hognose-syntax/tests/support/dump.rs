//! Writes a tree in the form of `scripts/dump_tree.py`, which writes CPython's.

use hognose_syntax::literal;
use hognose_syntax::operator::Conversion;
use hognose_syntax::span::LineCursor;
use hognose_syntax::tree::{Ident, List, Node, NodeId, Tree};
use std::fmt::Write;

/// What is still to be written.
enum Task {
    Line(String, usize),
    Node(NodeId, usize, bool),
    None(usize),
}

struct Dump<'a> {
    tree: Tree<'a>,
    out: String,
    tasks: Vec<Task>,
    cursor: LineCursor<'a>,
}

/// The lines of one statement of the top level, or of any other node.
pub fn dump(tree: Tree<'_>, id: NodeId, depth: usize) -> String {
    let mut dump = Dump {
        tree,
        out: String::new(),
        tasks: vec![Task::Node(id, depth, false)],
        cursor: LineCursor::new(tree.source()),
    };
    while let Some(task) = dump.tasks.pop() {
        match task {
            Task::Line(line, depth) => writeln!(dump.out, "{:depth$}{line}", "").unwrap(),
            Task::None(depth) => writeln!(dump.out, "{:depth$}-", "").unwrap(),
            Task::Node(id, depth, inside) => dump.node(id, depth, inside),
        }
    }
    dump.out
}

/// A field with its children.
enum Field {
    Node(&'static str, Option<NodeId>),
    List(&'static str, Vec<Option<NodeId>>),
    /// Lines made in advance, for nodes that CPython has and the tree has not.
    Made(&'static str, Vec<Made>),
}

enum Made {
    Line(String),
    Node(NodeId),
}

fn escaped(codes: &[u32]) -> String {
    let mut out = String::new();
    for &code in codes {
        match char::from_u32(code) {
            Some(char) if (33..127).contains(&code) && char != '\\' => out.push(char),
            _ => write!(out, "\\{code:x};").unwrap(),
        }
    }
    out
}

/// The hexadecimal digits of an integer literal.
fn hexadecimal(text: &[u8]) -> String {
    let (base, digits) = literal::int_digits(text);
    let mut words: Vec<u32> = vec![];
    for digit in digits {
        let mut carry = u64::from(digit);
        for word in &mut words {
            carry += u64::from(*word) * u64::from(base);
            *word = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            words.push(carry as u32);
        }
    }
    let mut out = String::new();
    for word in words.iter().rev() {
        if out.is_empty() {
            write!(out, "{word:x}").unwrap();
        } else {
            write!(out, "{word:08x}").unwrap();
        }
    }
    if out.is_empty() { "0".into() } else { out }
}

fn float_bits(text: &[u8]) -> String {
    let text = String::from_utf8(literal::float_characters(text).collect()).unwrap();
    format!("{:016x}", text.parse::<f64>().unwrap().to_bits())
}

impl Dump<'_> {
    fn list(&self, list: List) -> Vec<Option<NodeId>> {
        self.tree.items(list).map(Some).collect()
    }

    fn position(&mut self, id: NodeId) -> String {
        let span = self.tree.span(id);
        let start = self.cursor.position(span.start);
        let end = self.cursor.position(span.end);
        format!(" {}:{}-{}:{}", start.line, start.byte_column, end.line, end.byte_column)
    }

    fn dotted(&self, first: Ident) -> String {
        self.tree.dotted(first).collect::<Vec<_>>().join(".")
    }

    fn string(&self, id: NodeId) -> String {
        let mut codes = vec![];
        literal::decode_str(self.tree.source(), self.tree.span(id), None, |code| {
            codes.push(code);
            Ok::<(), ()>(())
        })
        .unwrap();
        escaped(&codes)
    }

    /// The values of a JoinedStr: neighbouring text parts are one constant.
    fn joined(&self, values: List) -> Vec<Made> {
        let mut made = vec![];
        let mut codes: Vec<u32> = vec![];
        for id in self.tree.items(values) {
            match self.tree.node(id) {
                Node::TextPart { form } => {
                    literal::decode_part(self.tree.source(), self.tree.span(id), form, None, |code| {
                        codes.push(code);
                        Ok::<(), ()>(())
                    })
                    .unwrap();
                }
                _ => {
                    if !codes.is_empty() {
                        made.push(Made::Line(format!("Constant str {}", escaped(&codes))));
                        codes.clear();
                    }
                    made.push(Made::Node(id));
                }
            }
        }
        if !codes.is_empty() {
            made.push(Made::Line(format!("Constant str {}", escaped(&codes))));
        }
        made
    }

    fn node(&mut self, id: NodeId, depth: usize, mut inside: bool) {
        use Field::{List as L, Made as M, Node as N};
        let tree = self.tree;
        let mut placed = true;
        let list = |dump: &Self, list: List| dump.list(list);
        let names = |items: List| tree.items(items).map(|id| tree.name(id)).collect::<Vec<_>>().join(",");
        let text = |id: NodeId| tree.text(tree.span(id));
        let (label, fields): (String, Vec<Field>) = match tree.node(id) {
            Node::FunctionDef { is_async, name, params, returns, decorators, body } => (
                format!(
                    "{} name={}",
                    if is_async { "AsyncFunctionDef" } else { "FunctionDef" },
                    tree.ident(name)
                ),
                vec![
                    match params {
                        Some(params) => N("args", Some(params)),
                        None => M("args", vec![Made::Line("arguments".into())]),
                    },
                    L("body", list(self, body)),
                    L("decorator_list", list(self, decorators)),
                    N("returns", returns),
                ],
            ),
            Node::ClassDef { name, bases, keywords, decorators, body } => (
                format!("ClassDef name={}", tree.ident(name)),
                vec![
                    L("bases", list(self, bases)),
                    L("keywords", list(self, keywords)),
                    L("body", list(self, body)),
                    L("decorator_list", list(self, decorators)),
                ],
            ),
            Node::Return { value } => ("Return".into(), vec![N("value", value)]),
            Node::Delete { targets } => ("Delete".into(), vec![L("targets", list(self, targets))]),
            Node::Assign { targets, value } => {
                ("Assign".into(), vec![L("targets", list(self, targets)), N("value", Some(value))])
            }
            Node::AugAssign { op, target, value } => {
                (format!("AugAssign {op:?}"), vec![N("target", Some(target)), N("value", Some(value))])
            }
            Node::AnnAssign { simple, target, annotation, value } => (
                format!("AnnAssign simple={}", u8::from(simple)),
                vec![N("target", Some(target)), N("annotation", Some(annotation)), N("value", value)],
            ),
            Node::For { is_async, target, iter, body, orelse } => (
                if is_async { "AsyncFor" } else { "For" }.into(),
                vec![
                    N("target", Some(target)),
                    N("iter", Some(iter)),
                    L("body", list(self, body)),
                    L("orelse", list(self, orelse)),
                ],
            ),
            Node::While { test, body, orelse } => (
                "While".into(),
                vec![N("test", Some(test)), L("body", list(self, body)), L("orelse", list(self, orelse))],
            ),
            Node::If { test, body, orelse } => (
                "If".into(),
                vec![N("test", Some(test)), L("body", list(self, body)), L("orelse", list(self, orelse))],
            ),
            Node::With { is_async, items, body } => (
                if is_async { "AsyncWith" } else { "With" }.into(),
                vec![L("items", list(self, items)), L("body", list(self, body))],
            ),
            Node::Match { subject, cases } => {
                ("Match".into(), vec![N("subject", Some(subject)), L("cases", list(self, cases))])
            }
            Node::Raise { exc, cause } => ("Raise".into(), vec![N("exc", exc), N("cause", cause)]),
            Node::Try { is_star, body, handlers, orelse, finalbody } => (
                if is_star { "TryStar" } else { "Try" }.into(),
                vec![
                    L("body", list(self, body)),
                    L("handlers", list(self, handlers)),
                    L("orelse", list(self, orelse)),
                    L("finalbody", list(self, finalbody)),
                ],
            ),
            Node::Assert { test, msg } => ("Assert".into(), vec![N("test", Some(test)), N("msg", msg)]),
            Node::Import { names } => ("Import".into(), vec![L("names", list(self, names))]),
            Node::ImportFrom { module, names, level } => {
                let module =
                    module.map_or(String::new(), |module| format!(" module={}", self.dotted(module)));
                (format!("ImportFrom{module} level={level}"), vec![L("names", list(self, names))])
            }
            Node::Global { names: items } => (format!("Global names={}", names(items)), vec![]),
            Node::Nonlocal { names: items } => (format!("Nonlocal names={}", names(items)), vec![]),
            Node::Expr { value } => ("Expr".into(), vec![N("value", Some(value))]),
            Node::Pass {} => ("Pass".into(), vec![]),
            Node::Break {} => ("Break".into(), vec![]),
            Node::Continue {} => ("Continue".into(), vec![]),
            Node::Params { posonly, args, vararg, kwonly, kwarg } => {
                placed = false;
                let default = |id: NodeId| match tree.node(id) {
                    Node::Param { default, .. } => default,
                    _ => None,
                };
                let positional = self.list(posonly).into_iter().chain(self.list(args)).flatten();
                let defaults = positional.filter_map(default).map(Some).collect();
                let kw_defaults = self.list(kwonly).into_iter().flatten().map(default).collect();
                (
                    "arguments".into(),
                    vec![
                        L("posonlyargs", list(self, posonly)),
                        L("args", list(self, args)),
                        N("vararg", vararg),
                        L("kwonlyargs", list(self, kwonly)),
                        L("kw_defaults", kw_defaults),
                        N("kwarg", kwarg),
                        L("defaults", defaults),
                    ],
                )
            }
            Node::Param { annotation, .. } => {
                (format!("arg arg={}", tree.name(id)), vec![N("annotation", annotation)])
            }
            Node::Keyword { is_unpack, value } => (
                if is_unpack { "keyword".into() } else { format!("keyword arg={}", tree.name(id)) },
                vec![N("value", Some(value))],
            ),
            Node::Alias { is_star, asname } => {
                let name =
                    if is_star { "*".into() } else { tree.alias_name(id).collect::<Vec<_>>().join(".") };
                let asname = asname.map_or(String::new(), |name| format!(" asname={}", tree.ident(name)));
                (format!("alias name={name}{asname}"), vec![])
            }
            Node::WithItem { context, vars } => {
                placed = false;
                ("withitem".into(), vec![N("context_expr", Some(context)), N("optional_vars", vars)])
            }
            Node::ExceptHandler { kind, name, body } => {
                let name = name.map_or(String::new(), |name| format!(" name={}", tree.ident(name)));
                (format!("ExceptHandler{name}"), vec![N("type", kind), L("body", list(self, body))])
            }
            Node::Comprehension { is_async, target, iter, ifs } => {
                placed = false;
                (
                    format!("comprehension is_async={}", u8::from(is_async)),
                    vec![N("target", Some(target)), N("iter", Some(iter)), L("ifs", list(self, ifs))],
                )
            }
            Node::MatchCase { pattern, guard, body } => {
                placed = false;
                (
                    "match_case".into(),
                    vec![N("pattern", Some(pattern)), N("guard", guard), L("body", list(self, body))],
                )
            }
            Node::MatchValue { value } => ("MatchValue".into(), vec![N("value", Some(value))]),
            Node::MatchSingleton { value } => (format!("MatchSingleton {value:?}"), vec![]),
            Node::MatchSequence { patterns } => {
                ("MatchSequence".into(), vec![L("patterns", list(self, patterns))])
            }
            Node::MatchMapping { items, rest } => {
                let rest = rest.map_or(String::new(), |name| format!(" rest={}", tree.ident(name)));
                let items = self.list(items);
                (
                    format!("MatchMapping{rest}"),
                    vec![
                        L("keys", items.iter().step_by(2).copied().collect()),
                        L("patterns", items.iter().skip(1).step_by(2).copied().collect()),
                    ],
                )
            }
            Node::MatchClass { class, patterns, keywords } => {
                let words: Vec<&str> = tree.items(keywords).map(|id| tree.name(id)).collect();
                let values = tree.items(keywords).map(|id| match tree.node(id) {
                    Node::MatchKeyword { pattern } => Some(pattern),
                    _ => None,
                });
                let label = if words.is_empty() {
                    "MatchClass".into()
                } else {
                    format!("MatchClass kwd_attrs={}", words.join(","))
                };
                (
                    label,
                    vec![
                        N("cls", Some(class)),
                        L("patterns", list(self, patterns)),
                        L("kwd_patterns", values.collect()),
                    ],
                )
            }
            Node::MatchStar { name } => (
                format!("MatchStar{}", name.map_or(String::new(), |n| format!(" name={}", tree.ident(n)))),
                vec![],
            ),
            Node::MatchAs { pattern, name } => (
                format!("MatchAs{}", name.map_or(String::new(), |n| format!(" name={}", tree.ident(n)))),
                vec![N("pattern", pattern)],
            ),
            Node::MatchOr { patterns } => ("MatchOr".into(), vec![L("patterns", list(self, patterns))]),
            Node::BoolOp { op, values } => (format!("BoolOp {op:?}"), vec![L("values", list(self, values))]),
            Node::NamedExpr { target, value } => {
                ("NamedExpr".into(), vec![N("target", Some(target)), N("value", Some(value))])
            }
            Node::BinOp { op, left, right } => {
                (format!("BinOp {op:?}"), vec![N("left", Some(left)), N("right", Some(right))])
            }
            Node::UnaryOp { op, operand } => (format!("UnaryOp {op:?}"), vec![N("operand", Some(operand))]),
            Node::Lambda { params, body } => (
                "Lambda".into(),
                vec![
                    match params {
                        Some(params) => N("args", Some(params)),
                        None => M("args", vec![Made::Line("arguments".into())]),
                    },
                    N("body", Some(body)),
                ],
            ),
            Node::IfExp { test, body, orelse } => (
                "IfExp".into(),
                vec![N("test", Some(test)), N("body", Some(body)), N("orelse", Some(orelse))],
            ),
            Node::Dict { items } => {
                let (mut keys, mut values) = (vec![], vec![]);
                let mut items = tree.items(items);
                while let Some(item) = items.next() {
                    if let Node::DictUnpack { value } = tree.node(item) {
                        keys.push(None);
                        values.push(Some(value));
                    } else {
                        keys.push(Some(item));
                        values.push(items.next());
                    }
                }
                ("Dict".into(), vec![L("keys", keys), L("values", values)])
            }
            Node::Set { items } => ("Set".into(), vec![L("elts", list(self, items))]),
            Node::ListComp { element, generators } => {
                ("ListComp".into(), vec![N("elt", Some(element)), L("generators", list(self, generators))])
            }
            Node::SetComp { element, generators } => {
                ("SetComp".into(), vec![N("elt", Some(element)), L("generators", list(self, generators))])
            }
            Node::GeneratorExp { element, generators } => (
                "GeneratorExp".into(),
                vec![N("elt", Some(element)), L("generators", list(self, generators))],
            ),
            Node::DictComp { key, value, generators } => (
                "DictComp".into(),
                vec![N("key", Some(key)), N("value", Some(value)), L("generators", list(self, generators))],
            ),
            Node::Await { value } => ("Await".into(), vec![N("value", Some(value))]),
            Node::Yield { value } => ("Yield".into(), vec![N("value", value)]),
            Node::YieldFrom { value } => ("YieldFrom".into(), vec![N("value", Some(value))]),
            Node::Compare { left, links } => {
                let (mut ops, mut values) = (vec![], vec![]);
                for link in tree.items(links) {
                    if let Node::CompareLink { op, value } = tree.node(link) {
                        ops.push(format!("{op:?}"));
                        values.push(Some(value));
                    }
                }
                (
                    format!("Compare ops={}", ops.join(",")),
                    vec![N("left", Some(left)), L("comparators", values)],
                )
            }
            Node::Call { func, args, keywords } => (
                "Call".into(),
                vec![N("func", Some(func)), L("args", list(self, args)), L("keywords", list(self, keywords))],
            ),
            Node::FormattedValue { conversion, value, format_spec } => {
                let conversion = match conversion {
                    Conversion::None => -1,
                    Conversion::Str => i32::from(b's'),
                    Conversion::Repr => i32::from(b'r'),
                    Conversion::Ascii => i32::from(b'a'),
                };
                (
                    format!("FormattedValue conversion={conversion}"),
                    vec![N("value", Some(value)), N("format_spec", format_spec)],
                )
            }
            Node::JoinedStr { values } => ("JoinedStr".into(), vec![M("values", self.joined(values))]),
            Node::Str {} => (format!("Constant str {}", self.string(id)), vec![]),
            Node::Bytes {} => {
                let mut hex = String::new();
                literal::decode_bytes(tree.source(), tree.span(id), |byte| write!(hex, "{byte:02x}"))
                    .unwrap();
                (format!("Constant bytes {hex}"), vec![])
            }
            Node::Int {} => (format!("Constant int {}", hexadecimal(text(id))), vec![]),
            Node::Float {} => (format!("Constant float {}", float_bits(text(id))), vec![]),
            Node::Imaginary {} => (format!("Constant complex {}", float_bits(text(id))), vec![]),
            Node::Constant { value } => (format!("Constant {value:?}"), vec![]),
            Node::Attribute { value, name } => {
                (format!("Attribute attr={}", tree.ident(name)), vec![N("value", Some(value))])
            }
            Node::Subscript { value, index } => {
                ("Subscript".into(), vec![N("value", Some(value)), N("slice", Some(index))])
            }
            Node::Starred { value } => ("Starred".into(), vec![N("value", Some(value))]),
            Node::Name {} => (format!("Name id={}", tree.name(id)), vec![]),
            Node::ListDisplay { items } => ("List".into(), vec![L("elts", list(self, items))]),
            Node::Tuple { items } => ("Tuple".into(), vec![L("elts", list(self, items))]),
            Node::Slice { lower, upper, step } => {
                ("Slice".into(), vec![N("lower", lower), N("upper", upper), N("step", step)])
            }
            other @ (Node::TextPart { .. }
            | Node::DictUnpack { .. }
            | Node::CompareLink { .. }
            | Node::MatchKeyword { .. }) => (format!("{other:?}"), vec![]),
        };
        let position = if placed && !inside { self.position(id) } else { String::new() };
        writeln!(self.out, "{:depth$}{label}{position}", "").unwrap();
        inside |= matches!(tree.node(id), Node::JoinedStr { .. });
        let mut todo = vec![];
        for field in fields {
            match field {
                Field::Node(_, None) => {}
                Field::Node(name, Some(child)) => {
                    todo.push(Task::Line(format!(".{name}"), depth + 1));
                    todo.push(Task::Node(child, depth + 2, inside));
                }
                Field::List(_, items) if items.is_empty() => {}
                Field::List(name, items) => {
                    todo.push(Task::Line(format!(".{name}"), depth + 1));
                    todo.extend(items.into_iter().map(|item| match item {
                        Some(child) => Task::Node(child, depth + 2, inside),
                        None => Task::None(depth + 2),
                    }));
                }
                Field::Made(_, made) if made.is_empty() => {}
                Field::Made(name, made) => {
                    todo.push(Task::Line(format!(".{name}"), depth + 1));
                    todo.extend(made.into_iter().map(|made| match made {
                        Made::Line(line) => Task::Line(line, depth + 2),
                        Made::Node(child) => Task::Node(child, depth + 2, inside),
                    }));
                }
            }
        }
        self.tasks.extend(todo.into_iter().rev());
    }
}

/// The whole of a program.
pub fn dump_program(source: &[u8]) -> Result<String, hognose_syntax::error::SyntaxError> {
    use hognose_syntax::parser::{Mode, Parser};
    let mut memory = vec![0; 1 << 22];
    let mut parser = Parser::new(source, Mode::Exec, &mut memory)?;
    let mut out = String::from("Module\n");
    let mut first = true;
    while let Some(id) = parser.next_statement()? {
        if std::mem::take(&mut first) {
            out.push_str(" .body\n");
        }
        out.push_str(&dump(parser.tree(), id, 2));
    }
    Ok(out)
}

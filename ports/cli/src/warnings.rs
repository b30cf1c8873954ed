//! What Python warns of when it compiles a program: comparisons by `is` with a literal, assertions that are always true, calls
//! and subscripts of literals, which are mostly a forgotten comma.

use crate::program::Program;
use hognose_syntax::operator::{CompareOp, UnaryOp};
use hognose_syntax::parser::{Mode, Parser};
use hognose_syntax::tree::{Kind, List, Node, NodeId, Slot, Tree};

/// Words of memory for a tree that any source gets, and how many more for each byte of it.
const FIRST_WORDS: usize = 1024;
const WORDS_PER_BYTE: usize = 4;

/// Tells the warnings about a program on standard error, as Python does before it runs one. Nothing for one that does not parse.
pub fn tell(program: &Program) {
    let named = program.name.starts_with('<');
    for (line, message) in of_source(&program.bytes) {
        complain!("{}:{line}: SyntaxWarning: {message}", program.name);
        let text = program.bytes.split(|&b| b == b'\n').nth(line - 1).unwrap_or_default();
        let text = String::from_utf8_lossy(text);
        if !named && !text.trim().is_empty() {
            complain!("  {}", text.trim());
        }
    }
}

/// Line and message of each, in order.
fn of_source(source: &[u8]) -> Vec<(usize, String)> {
    let mut memory = vec![0; FIRST_WORDS + WORDS_PER_BYTE * source.len()];
    let Ok(mut parser) = Parser::new(source, Mode::Exec, &mut memory) else { return Vec::new() };
    let mut found = Vec::new();
    loop {
        match parser.next_statement() {
            Ok(Some(statement)) => walk(parser.tree(), statement, &mut found),
            Ok(None) => break,
            Err(_) => return Vec::new(),
        }
    }
    let (mut line, mut at) = (1, 0);
    let number = |(start, message): (usize, String)| {
        if start < at {
            (line, at) = (1, 0);
        }
        line += source[at..start].iter().filter(|&&b| b == b'\n').count();
        at = start;
        (line, message)
    };
    found.into_iter().map(number).collect()
}

/// Looks at a statement and all that is in it, in the order in which Python compiles it: what it compiles twice it warns of twice.
fn walk(tree: Tree<'_>, statement: NodeId, found: &mut Vec<(usize, String)>) {
    let mut todo = vec![statement];
    while let Some(node) = todo.pop() {
        if let Some(message) = warning(tree, node) {
            found.push((tree.span(node).start as usize, message));
        }
        let first = todo.len();
        match tree.node(node) {
            Node::Try { body, handlers, orelse, finalbody, .. } => {
                for part in [body, orelse, handlers, finalbody, finalbody] {
                    todo.extend(tree.items(part));
                }
            }
            Node::While { test, body, orelse } => {
                todo.push(test);
                todo.extend(tree.items(body));
                todo.push(test);
                todo.extend(tree.items(orelse));
            }
            // `not a is b` is `a is not b`.
            Node::UnaryOp { op: UnaryOp::Not, operand } if is_inverted(tree, operand).is_some() => {
                todo.extend(inside(tree, operand));
            }
            _ => todo.extend(inside(tree, node)),
        }
        todo[first..].reverse();
    }
}

/// The children of a node.
fn inside(tree: Tree<'_>, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    tree.kind(node).slots().iter().enumerate().flat_map(move |(place, slot)| {
        let child = tree.child(node, place).filter(|_| *slot == Slot::Node);
        let list = if *slot == Slot::List { tree.list(node, place) } else { List::EMPTY };
        child.into_iter().chain(tree.items(list))
    })
}

/// What `not` makes of a comparison by `is` alone: the other one.
fn is_inverted(tree: Tree<'_>, compare: NodeId) -> Option<(CompareOp, NodeId, NodeId)> {
    let Node::Compare { left, links } = tree.node(compare) else { return None };
    let Some(Node::CompareLink { op, value }) = tree.item(links, 0).map(|link| tree.node(link)) else {
        return None;
    };
    match op {
        _ if tree.len(links) > 1 => None,
        CompareOp::Is => Some((CompareOp::IsNot, left, value)),
        CompareOp::IsNot => Some((CompareOp::Is, left, value)),
        _ => None,
    }
}

fn warning(tree: Tree<'_>, node: NodeId) -> Option<String> {
    match tree.node(node) {
        Node::Compare { left, links } => {
            let mut left = left;
            tree.items(links).find_map(|link| {
                let Node::CompareLink { op, value } = tree.node(link) else { return None };
                compared(tree, op, std::mem::replace(&mut left, value), value)
            })
        }
        Node::UnaryOp { op: UnaryOp::Not, operand } => {
            let (op, left, value) = is_inverted(tree, operand)?;
            compared(tree, op, left, value)
        }
        Node::Assert { test, .. } => match tree.node(test) {
            Node::Tuple { items } if !items.is_empty() => {
                Some("assertion is always true, perhaps remove parentheses?".to_owned())
            }
            _ => None,
        },
        Node::Call { func, .. } => {
            let name = type_name(tree, func).filter(|_| tree.kind(func) != Kind::Lambda)?;
            Some(format!("'{name}' object is not callable; perhaps you missed a comma?"))
        }
        Node::Subscript { value, index } => subscripted(tree, value, index),
        _ => None,
    }
}

/// `is` with a literal on either side.
fn compared(tree: Tree<'_>, op: CompareOp, left: NodeId, right: NodeId) -> Option<String> {
    let text = match op {
        CompareOp::Is => "\"is\" with a literal. Did you mean \"==\"?",
        CompareOp::IsNot => "\"is not\" with a literal. Did you mean \"!=\"?",
        _ => return None,
    };
    (is_literal(tree, left) || is_literal(tree, right)).then(|| text.to_owned())
}

fn subscripted(tree: Tree<'_>, value: NodeId, index: NodeId) -> Option<String> {
    let name = type_name(tree, value)?;
    match tree.kind(value) {
        Kind::Str | Kind::Bytes | Kind::JoinedStr | Kind::Tuple | Kind::ListDisplay | Kind::ListComp => {
            let of = type_name(tree, index).filter(|&of| of != "int" && of != "bool")?;
            Some(format!("{name} indices must be integers or slices, not {of}; perhaps you missed a comma?"))
        }
        Kind::Dict | Kind::DictComp => None,
        _ => Some(format!("'{name}' object is not subscriptable; perhaps you missed a comma?")),
    }
}

/// A constant other than None, True, False and Ellipsis; what the compiler folds to one counts.
fn is_literal(tree: Tree<'_>, node: NodeId) -> bool {
    let mut todo = vec![node];
    while let Some(node) = todo.pop() {
        match tree.node(node) {
            Node::Int {} | Node::Float {} | Node::Imaginary {} | Node::Str {} | Node::Bytes {} => {}
            Node::Tuple { items } => todo.extend(tree.items(items)),
            Node::UnaryOp { op, operand } if op != UnaryOp::Not => todo.push(operand),
            Node::BinOp { left, right, .. } => todo.extend([left, right]),
            _ => return false,
        }
    }
    true
}

/// Type of what an expression makes, when its form tells.
fn type_name(tree: Tree<'_>, node: NodeId) -> Option<&'static str> {
    Some(match tree.node(node) {
        Node::Int {} => "int",
        Node::Float {} => "float",
        Node::Imaginary {} => "complex",
        Node::Str {} | Node::JoinedStr { .. } => "str",
        Node::Bytes {} => "bytes",
        Node::Constant { .. } => match tree.text(tree.span(node)) {
            b"None" => "NoneType",
            b"..." => "ellipsis",
            _ => "bool",
        },
        Node::Tuple { .. } => "tuple",
        Node::ListDisplay { .. } | Node::ListComp { .. } => "list",
        Node::Dict { .. } | Node::DictComp { .. } => "dict",
        Node::Set { .. } | Node::SetComp { .. } => "set",
        Node::GeneratorExp { .. } => "generator",
        Node::Lambda { .. } => "function",
        _ => return None,
    })
}

//! How large trees are and how fast they are made: `cargo run --release --example measure -- FILE...`.

use hognose_syntax::parser::{Mode, Parser};
use hognose_syntax::tree::{NodeId, Slot, Tree};
use std::time::{Duration, Instant};

/// The nodes of a tree, and the words they take: two for the head, one for each field, and lists of more than one.
fn count(tree: Tree<'_>, root: NodeId) -> (usize, usize) {
    let (mut nodes, mut words) = (0, 0);
    let mut stack = vec![root];
    while let Some(id) = stack.pop() {
        let slots = tree.kind(id).slots();
        nodes += 1;
        words += tree.words(id);
        for (place, slot) in slots.iter().enumerate() {
            match slot {
                Slot::Node => stack.extend(tree.child(id, place)),
                Slot::List => {
                    let list = tree.list(id, place);
                    let length = tree.len(list);
                    words += if length > 1 { length + 1 } else { 0 };
                    stack.extend(tree.items(list));
                }
                Slot::Word => {}
            }
        }
    }
    (nodes, words)
}

fn main() {
    let (mut bytes, mut nodes, mut words, mut peak) = (0, 0, 0, 0);
    let mut time = Duration::ZERO;
    let mut memory = vec![0; 1 << 22];
    for name in std::env::args().skip(1) {
        let Ok(source) = std::fs::read(&name) else { continue };
        let start = Instant::now();
        let Ok(mut parser) = Parser::new(&source, Mode::Exec, &mut memory) else { continue };
        if parser.parse_rest().is_err() {
            continue;
        }
        time += start.elapsed();
        bytes += source.len();
        peak = peak.max(parser.peak_words());
        let Ok(mut parser) = Parser::new(&source, Mode::Exec, &mut memory) else { continue };
        while let Ok(Some(id)) = parser.next_statement() {
            let (more_nodes, more_words) = count(parser.tree(), id);
            nodes += more_nodes;
            words += more_words;
        }
    }
    println!("{bytes} bytes of source, {nodes} nodes");
    println!("{:.1} bytes a node", words as f64 * 4.0 / nodes as f64);
    println!("{peak} words for the largest statement");
    println!("{:.1} MB/s", bytes as f64 / time.as_secs_f64() / 1e6);
}

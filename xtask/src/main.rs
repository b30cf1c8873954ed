//! `cargo xtask VERB`: the project's own tasks.

fn main() {
    println!("verbs: (none yet)");
}

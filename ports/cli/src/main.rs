//! The `hognose` command.

fn main() {
    eprintln!("hognose: no verbs yet");
    std::process::exit(2);
}

//! Programs under the stand-in for the kernel, and what must come of them.

use super::{FOLDER, build};
use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Longest that a scene may take.
const PATIENCE: Duration = Duration::from_secs(120);
/// The terminal's entries.
const TERMINAL: &[u32] = &[0x1c8, 0x1d0, 0x1d8, 0x1e0];
/// What a program cannot do without: text, memory, files to read.
const NEEDED: &[u32] = &[0x10, 0x70, 0x78, 0x80, 0x88, 0x90, 0xa0, 0xa8];

/// What is to happen: see the stand-in.
#[derive(Default)]
struct Scene(String);

impl Scene {
    fn line(mut self, line: &str) -> Scene {
        self.0.push_str(line);
        self.0.push('\n');
        self
    }

    /// A program of `ports/vibeos/scenes`, with its arguments.
    fn program(self, name: &str, arguments: &[&str]) -> Result<Scene, String> {
        let path = format!("ports/vibeos/scenes/{name}.py");
        let text = std::fs::read_to_string(&path).map_err(|e| format!("{path}: {e}"))?;
        let scene = self.file(&format!("/{name}.py"), &text).line(&format!("word /{name}.py"));
        Ok(arguments.iter().fold(scene, |scene, argument| scene.line(&format!("word {argument}"))))
    }

    fn file(self, path: &str, text: &str) -> Scene {
        self.line(&format!("file {path} {}", text.len())).line(text)
    }

    fn keys(self, text: &str) -> Scene {
        text.bytes().fold(self, |scene, byte| scene.line(&format!("key {byte}")))
    }

    /// Entries that are null from that many calls on.
    fn gone(self, entries: impl IntoIterator<Item = u32>, calls: u32) -> Scene {
        entries.into_iter().fold(self, |scene, at| scene.line(&format!("gone {at:x} {calls}")))
    }

    fn run(&self, program: &Path, kernel: &Path) -> Result<Said, String> {
        let path = Path::new(FOLDER).join("scene.txt");
        std::fs::write(&path, &self.0).map_err(|e| format!("{}: {e}", path.display()))?;
        let load = |file: &Path, at: u32| format!("loader,file={},addr={at:#x},force-raw=on", file.display());
        let mut child = Command::new("qemu-system-aarch64")
            .args(["-M", "virt", "-cpu", "cortex-a72", "-m", "512", "-nographic", "-monitor", "none"])
            .arg("-kernel")
            .arg(kernel)
            .args(["-device", &load(program, 0x4800_0000), "-device", &load(&path, 0x4900_0000)])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|e| format!("qemu-system-aarch64: {e}"))?;
        let mut pipe = child.stdout.take().ok_or("qemu-system-aarch64 has no output")?;
        let reader = std::thread::spawn(move || {
            let mut bytes = Vec::new();
            let _ = std::io::Read::read_to_end(&mut pipe, &mut bytes);
            bytes
        });
        let start = Instant::now();
        let late = loop {
            match child.try_wait().map_err(|e| format!("qemu-system-aarch64: {e}"))? {
                Some(_) => break false,
                None if start.elapsed() > PATIENCE => break true,
                None => std::thread::sleep(Duration::from_millis(20)),
            }
        };
        if late {
            let _ = child.kill();
            let _ = child.wait();
        }
        let bytes = reader.join().map_err(|_| "the output was not read")?;
        let text = String::from_utf8_lossy(&bytes).replace('\r', "");
        if late {
            return Err(format!("it did not end in {} s; it said:\n{text}", PATIENCE.as_secs()));
        }
        Said::read(&text)
    }
}

/// What was said, by the program and of it.
struct Said {
    text: String,
    facts: Vec<(String, String)>,
}

impl Said {
    fn read(text: &str) -> Result<Said, String> {
        let Some((said, facts)) = text.rsplit_once("[stand-in] status") else {
            return Err(format!("it said:\n{text}"));
        };
        let mut words = facts.split_whitespace().map(str::to_owned);
        let mut pairs = vec![("status".to_owned(), words.next().unwrap_or_default())];
        while let (Some(name), Some(value)) = (words.next(), words.next()) {
            pairs.push((name, value));
        }
        Ok(Said { text: said.trim_end().to_owned(), facts: pairs })
    }

    fn fact(&self, name: &str) -> &str {
        self.facts.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value)
    }

    fn number(&self, name: &str) -> u64 {
        self.fact(name).parse().unwrap_or(u64::MAX)
    }

    /// Every program gives everything back, and reads nothing but the table, which it leaves as it is.
    fn ended(&self, status: i64) -> Result<(), String> {
        let wanted = [
            ("status", status.to_string()),
            ("blocks", "0".into()),
            ("handles", "0".into()),
            ("table", "whole".into()),
        ];
        let wrong: Vec<String> = wanted
            .iter()
            .filter(|(name, value)| self.fact(name) != value)
            .map(|(name, value)| format!("{name} is {} and not {value}", self.fact(name)))
            .collect();
        if wrong.is_empty() { Ok(()) } else { Err(format!("{}; it said:\n{}", wrong.join(", "), self.text)) }
    }

    fn says(&self, wanted: &str) -> Result<(), String> {
        if self.text == wanted.trim_end() {
            Ok(())
        } else {
            Err(format!("it said:\n{}\nand not:\n{wanted}", self.text))
        }
    }

    fn has(&self, wanted: &str) -> Result<(), String> {
        if self.text.contains(wanted) {
            Ok(())
        } else {
            Err(format!("it did not say {wanted:?} but:\n{}", self.text))
        }
    }
}

fn ensure(holds: bool, what: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what.to_owned()) }
}

/// Name and what is done with program and kernel.
type Check = (&'static str, fn(&Path, &Path) -> Result<(), String>);

const CHECKS: &[Check] = &[
    ("a script with arguments, imports and files", files),
    ("module vibe over the table", machine),
    ("prompt, Ctrl-C, Ctrl-D", prompt),
    ("a console without a terminal", console),
    ("a table with next to nothing in it", nothing),
    ("entries that vanish between calls", vanishing),
    ("errors", errors),
];

/// Runs all scenes.
pub fn run(program: &Path) -> Result<(), String> {
    let kernel = build("ports/vibeos/stand-in", "hognose-vibeos-stand-in", &[])?;
    let mut wrong = String::new();
    for (name, check) in CHECKS {
        match check(program, &kernel) {
            Ok(()) => println!("{name}: as it should be"),
            Err(message) => {
                let _ = writeln!(wrong, "{name}: {message}\n");
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

fn files(program: &Path, kernel: &Path) -> Result<(), String> {
    let scene = Scene::default().program("files", &["first", "\"b", "c\""])?.file("/other.py", "X = 42\r\n");
    let said = scene.run(program, kernel)?;
    said.says(
        "['/files.py', 'first', '\"b', 'c\"'] 42\n\
         ['one', 'two']\n\
         /box /box\n\
         ['renamed.bin'] 10 b'\\x00\\x01x\\x03\\x04\\x05\\x06\\x07\\x08\\t'\n\
         [('box', True), ('files.py', False), ('notes.txt', False), ('other.py', False)]\n\
         FileNotFoundError 2\nOSError 39\nIsADirectoryError 21\nFileExistsError 17\n\
         4 b'ext' True False",
    )?;
    ensure(said.fact("console") == "0", "text went to the console though there is a terminal")?;
    said.ended(5)
}

fn machine(program: &Path, kernel: &Path) -> Result<(), String> {
    let child = "import sys, vibe\nprint('child', sys.argv)\nvibe.exit(3)\n";
    let scene = Scene::default()
        .program("machine", &[])?
        .file("/child.py", child)
        .line("folder /bin")
        .file("/bin/tool", "x");
    let said = scene.run(program, kernel)?;
    said.says(
        "(1280, 800) (50, 160) (640, 400) 1\n\
         [exec /bin/tool /bin/tool a b]\n[spawn /bin/tool]\n7 42 True False\n\
         child ['/child.py', 'x']\n-1 3\n\
         [(0, '/bin/vibesh', 2)]\n\
         ('Cortex-A72', 1500, 1) 536870912 65536 60000\n\
         True 525400010203 True False 167772674\n\
         2 5 b'ok' -1\n\
         -1 False None\n\
         True b'log\\n' 1700000000 (2023, 11, 14, 22, 13, 20, 2)\n\
         [window title]\n[shown 40]\n\
         3 (64, 40) (4, 107, 0, 0) None (0, 0)\n\
         True\n[sound 200 1 8000]\nTrue",
    )?;
    ensure(said.number("pixels") == 5000, "a rectangle of 100 x 50 pixels was drawn")?;
    said.ended(9)
}

fn prompt(program: &Path, kernel: &Path) -> Result<(), String> {
    let scene = Scene::default()
        .keys("6*7\nwhile True: pass\n\n")
        .line("later 700 3")
        .keys("print('on', 'again')\n\x04");
    let said = scene.run(program, kernel)?;
    for wanted in [">>> ", "\n42\n", "\nKeyboardInterrupt\n", "\non again\n"] {
        said.has(wanted)?;
    }
    said.ended(0)
}

fn console(program: &Path, kernel: &Path) -> Result<(), String> {
    let scene = Scene::default().gone(TERMINAL.iter().copied(), 0).keys("len('abc')\n\x04");
    let said = scene.run(program, kernel)?;
    said.has("\n3\n")?;
    ensure(
        said.fact("terminal") == "0" && said.number("console") > 0,
        "text goes to the console without a terminal",
    )?;
    said.ended(0)
}

fn nothing(program: &Path, kernel: &Path) -> Result<(), String> {
    let all = (0x008..1000).step_by(8).filter(|at| !NEEDED.contains(at));
    let said = Scene::default().program("nothing", &[])?.gone(all, 0).run(program, kernel)?;
    said.says(
        "-1 (0, 0) None None\n0 False -1 0 0 False\n-1 -1 None -1\nNone None False False False\n-1 -1 False None 8\n\
         False False b'' False []\n0 0 0 0 False 0\nseen\nNone None None None None",
    )?;
    said.ended(0)
}

fn vanishing(program: &Path, kernel: &Path) -> Result<(), String> {
    // At different moments of what the program does.
    for calls in [300, 301, 302, 303] {
        let windows = (0x198..=0x1c0).step_by(8);
        let scene = Scene::default().program("vanishing", &[])?;
        let said =
            scene.gone(windows, calls).gone(TERMINAL.iter().copied(), calls + 200).run(program, kernel)?;
        said.has("-1 (0, 0) None\n")?;
        said.has("\nline 299")?;
        ensure(
            said.number("terminal") > 0 && said.number("console") > 0,
            "text goes to the terminal while there is one",
        )?;
        said.ended(0)?;
    }
    Ok(())
}

fn errors(program: &Path, kernel: &Path) -> Result<(), String> {
    let said = Scene::default().line("word /none.py").run(program, kernel)?;
    said.says("hognose: cannot open /none.py")?;
    said.ended(1)?;
    let said = Scene::default().file("/bad.py", "x = \n").line("word /bad.py").run(program, kernel)?;
    said.has("SyntaxError: invalid syntax")?;
    said.ended(1)?;
    let said =
        Scene::default().file("/e.py", "def f(): 1 / 0\nf()\n").line("word /e.py").run(program, kernel)?;
    said.has("ZeroDivisionError: division by zero")?;
    said.ended(1)?;
    // Without memory it says so.
    let said = Scene::default().gone([0x70], 0).run(program, kernel)?;
    said.says("hognose: no memory")?;
    said.ended(1)
}

//! The computer in a window, on an X server without a screen, with key and pointer events of the server.

use crate::conformance;
use crate::need::{self, Need};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const NEEDS: &[Need] = &[
    Need { program: "Xvfb", package: "xvfb", purpose: "the window of `hognose vibe`" },
    Need { program: "xdotool", package: "xdotool", purpose: "keys and pointer for that window" },
];

/// Display of the server; no other is expected there.
const DISPLAY: &str = ":97";
/// How long something may take until it is seen.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program under test: tells in a file what it sees.
const PROGRAM: &str = "\
import vibe
seen = []
def tell(*words):
    seen.append(' '.join(map(str, words)))
    with open('/seen.txt', 'w') as f:
        f.write('\\n'.join(seen) + '\\n')
tell('ready', vibe.screen_size())
w = vibe.window_create(100, 100, 300, 200, 'Test')
vibe.window_fill_rect(w, 0, 0, 300, 172, vibe.AMBER)
vibe.window_invalidate(w)
while True:
    event = vibe.window_poll(w)
    if event is None:
        vibe.sleep_ms(5)
    elif event[0] == vibe.WIN_EVENT_KEY:
        tell('key', event[1])
    elif event[0] == vibe.WIN_EVENT_MOUSE_DOWN:
        tell('down', *event[1:])
    elif event[0] == vibe.WIN_EVENT_CLOSE:
        break
vibe.window_destroy(w)
tell('closed')
while vibe.getc(50) != ord('q'):
    pass
tell('over')
";

/// Ends what was started.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Keys, pointer, window buttons, as the program sees them.
pub fn test() -> Result<(), String> {
    need::provide(NEEDS)?;
    let hognose = conformance::build()?;
    let folder = Path::new("target/desktop-test");
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let file = folder.join("main.py");
    std::fs::write(&file, PROGRAM).map_err(|e| format!("{}: {e}", file.display()))?;
    let started = |mut command: Command| {
        command.stdout(Stdio::null()).spawn().map(Running).map_err(|e| format!("{command:?}: {e}"))
    };
    let mut server = Command::new("Xvfb");
    server.args([DISPLAY, "-screen", "0", "1280x800x24", "-nolisten", "tcp"]).stderr(Stdio::null());
    let _server = started(server)?;
    std::thread::sleep(Duration::from_secs(1));
    let mut command = Command::new(hognose);
    let screenshot = folder.join("last.png");
    command.arg("vibe").arg("--screenshot").arg(&screenshot).arg(&file).env("DISPLAY", DISPLAY);
    let mut running = started(command)?;
    let seen = folder.join("seen.txt");
    wait_for(&seen, "ready (1280, 800)")?;
    click(200, 200)?;
    // The window stands where the server puts it: at the corner, without a window manager.
    wait_for(&seen, "down 100 72 1")?;
    events(&["key", "a", "shift+b", "Up", "Return"])?;
    for code in ["key 97", "key 66", "key 256", "key 10"] {
        wait_for(&seen, code)?;
    }
    click(384, 115)?;
    wait_for(&seen, "closed")?;
    events(&["key", "q"])?;
    wait_for(&seen, "over")?;
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Ok(Some(status)) = running.0.try_wait() {
            return if status.success() && screenshot.is_file() {
                Ok(())
            } else {
                Err(format!("hognose vibe ended with {status}"))
            };
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Err("hognose vibe does not end".to_owned())
}

fn events(words: &[&str]) -> Result<(), String> {
    let status = Command::new("xdotool").args(words).env("DISPLAY", DISPLAY).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        other => Err(format!("xdotool {}: {other:?}", words.join(" "))),
    }
}

/// A click as long as a person's.
fn click(x: u32, y: u32) -> Result<(), String> {
    let (x, y) = (x.to_string(), y.to_string());
    for words in [&["mousemove", &x, &y][..], &["mousedown", "1"], &["mouseup", "1"]] {
        events(words)?;
        std::thread::sleep(Duration::from_millis(150));
    }
    Ok(())
}

fn wait_for(file: &Path, line: &str) -> Result<(), String> {
    let start = Instant::now();
    let mut text = String::new();
    while start.elapsed() < PATIENCE {
        text = std::fs::read_to_string(file).unwrap_or_default();
        if text.lines().any(|found| found == line) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Err(format!("the program does not see '{line}', but:\n{text}"))
}

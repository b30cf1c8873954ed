//! The bare-metal image in QEMU, to be talked to: its serial port, its keys and pointer, its screen.

use crate::boot;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// How long the guest may take to be there, and to answer.
const START: Duration = Duration::from_secs(30);
const ANSWER: Duration = Duration::from_secs(30);
/// A tablet's axes reach from 0 to this.
const AXIS: u32 = 32767;

/// A machine that runs.
pub struct Guest {
    child: Child,
    control: BufReader<UnixStream>,
    serial: UnixStream,
    said: Arc<Mutex<Vec<u8>>>,
    /// What was said up to here was looked at.
    mark: usize,
    folder: PathBuf,
    /// From the start of QEMU to the prompt.
    pub boot: Duration,
}

/// A picture of the screen.
pub struct Picture {
    /// Pixels of a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Red, green, blue of each pixel.
    pub bytes: Vec<u8>,
}

impl Picture {
    /// Pixels of that colour.
    pub fn count(&self, color: [u8; 3]) -> usize {
        self.bytes.chunks_exact(3).filter(|pixel| **pixel == color).count()
    }

    /// Middle of the pixels of that colour.
    pub fn middle(&self, color: [u8; 3]) -> Option<(usize, usize)> {
        let places = self.bytes.chunks_exact(3).enumerate().filter(|(_, pixel)| **pixel == color);
        let (mut x, mut y, mut n) = (0, 0, 0);
        for (index, _) in places {
            x += index % self.width;
            y += index / self.width;
            n += 1;
        }
        (n > 0).then(|| (x / n, y / n))
    }

    /// Part of the pixels that differ, in parts of a million.
    pub fn difference(&self, other: &Picture) -> usize {
        if (self.width, self.height) != (other.width, other.height) {
            return 1_000_000;
        }
        let pairs = self.bytes.chunks_exact(3).zip(other.bytes.chunks_exact(3));
        let differ = pairs.filter(|(a, b)| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > 16)).count();
        differ * 1_000_000 / (self.width * self.height).max(1)
    }

    /// Reads a PNG.
    pub fn read(path: &Path) -> Result<Picture, String> {
        let wrong = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
        let file = std::fs::File::open(path).map_err(|e| wrong(&e))?;
        let mut reader = png::Decoder::new(BufReader::new(file)).read_info().map_err(|e| wrong(&e))?;
        let mut bytes = vec![0; reader.output_buffer_size()];
        let info = reader.next_frame(&mut bytes).map_err(|e| wrong(&e))?;
        bytes.truncate(info.buffer_size());
        let bytes = match info.color_type {
            png::ColorType::Rgb => bytes,
            png::ColorType::Rgba => {
                bytes.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
            }
            kind => return Err(wrong(&format!("a picture of {kind:?}"))),
        };
        Ok(Picture { width: info.width as usize, height: info.height as usize, bytes })
    }
}

impl Guest {
    /// Starts it with a disk and more arguments, and waits for the prompt.
    pub fn start(elf: &Path, disk: Option<&Path>, more: &[&str]) -> Result<Guest, String> {
        let mut guest = Guest::launch(elf, disk, more)?;
        guest.wait(">>> ", START)?;
        Ok(guest)
    }

    /// The same without waiting.
    pub fn launch(elf: &Path, disk: Option<&Path>, more: &[&str]) -> Result<Guest, String> {
        let started = Instant::now();
        let folder = std::env::temp_dir().join(format!("hognose-boot-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        let (control, serial) = (folder.join("control"), folder.join("serial"));
        for path in [&control, &serial] {
            let _ = std::fs::remove_file(path);
        }
        let mut command = boot::machine(elf);
        if let Some(disk) = disk {
            boot::with_disk(&mut command, disk);
        }
        command.args(["-display", "none", "-monitor", "none"]);
        command.arg("-qmp").arg(format!("unix:{},server=on,wait=off", control.display()));
        command.arg("-serial").arg(format!("unix:{},server=on,wait=on", serial.display()));
        command.args(more).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|e| format!("qemu-system-aarch64: {e}"))?;
        let connected = connect(&serial).and_then(|serial| Ok((serial, connect(&control)?)));
        let (serial, control) = match connected {
            Ok(connected) => connected,
            Err(message) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(message);
            }
        };
        let said = Arc::new(Mutex::new(Vec::new()));
        let mut reading = serial.try_clone().map_err(|e| e.to_string())?;
        let into = said.clone();
        std::thread::spawn(move || {
            let mut piece = [0; 4096];
            while let Ok(len @ 1..) = reading.read(&mut piece) {
                into.lock().unwrap_or_else(|e| e.into_inner()).extend_from_slice(&piece[..len]);
            }
        });
        let control = BufReader::new(control);
        let mut guest = Guest { child, control, serial, said, mark: 0, folder, boot: started.elapsed() };
        guest.command("{\"execute\":\"qmp_capabilities\"}")?;
        let begun = started;
        while !guest.text(0).contains(">>> ")
            && begun.elapsed() < START
            && guest.text(0).find("stopped").is_none()
        {
            std::thread::sleep(Duration::from_millis(2));
        }
        guest.boot = started.elapsed();
        Ok(guest)
    }

    fn text(&self, from: usize) -> String {
        let said = self.said.lock().unwrap_or_else(|e| e.into_inner());
        String::from_utf8_lossy(said.get(from..).unwrap_or_default()).into_owned()
    }

    /// What it says up to and with that text.
    pub fn wait(&mut self, text: &str, time: Duration) -> Result<String, String> {
        let started = Instant::now();
        loop {
            let said = self.text(self.mark);
            if let Some(at) = said.find(text) {
                self.mark += at + text.len();
                return Ok(said[..at].to_owned());
            }
            if started.elapsed() >= time {
                return Err(format!(
                    "the machine did not say {text:?} within {} s; it said:\n{said}",
                    time.as_secs()
                ));
            }
            std::thread::sleep(Duration::from_millis(3));
        }
    }

    /// Sends bytes to its serial port.
    pub fn send(&mut self, text: &str) -> Result<(), String> {
        self.serial.write_all(text.as_bytes()).map_err(|e| format!("serial port: {e}"))
    }

    /// Enters a line at the prompt; what it prints until the next prompt.
    pub fn ask(&mut self, line: &str) -> Result<String, String> {
        self.ask_within(line, ANSWER)
    }

    /// The same, with time.
    pub fn ask_within(&mut self, line: &str, time: Duration) -> Result<String, String> {
        self.mark = self.said.lock().unwrap_or_else(|e| e.into_inner()).len();
        self.send(&format!("{line}\r"))?;
        self.wait("\r\n", time)?;
        let said = self.wait(">>> ", time)?;
        Ok(said.replace("\r\n", "\n").trim_end().to_owned())
    }

    /// What it prints is just that.
    pub fn expect(&mut self, line: &str, wanted: &str) -> Result<(), String> {
        let said = self.ask(line)?;
        if said == wanted { Ok(()) } else { Err(format!("{line}\nprinted\n{said}\nand not\n{wanted}")) }
    }

    fn command(&mut self, command: &str) -> Result<(), String> {
        let wrong = |e: std::io::Error| format!("QEMU's control: {e}");
        self.control.get_mut().write_all(format!("{command}\n").as_bytes()).map_err(wrong)?;
        let mut line = String::new();
        loop {
            line.clear();
            if self.control.read_line(&mut line).map_err(wrong)? == 0 {
                return Err("QEMU's control has ended".to_owned());
            }
            if line.contains("\"return\"") {
                return Ok(());
            }
            if line.contains("\"error\"") {
                return Err(format!("{command}: {line}"));
            }
        }
    }

    fn events(&mut self, events: &[String]) -> Result<(), String> {
        let events = events.join(",");
        self.command(&format!(
            "{{\"execute\":\"input-send-event\",\"arguments\":{{\"events\":[{events}]}}}}"
        ))?;
        // The guest looks every few milliseconds.
        std::thread::sleep(Duration::from_millis(15));
        Ok(())
    }

    fn hold(&mut self, key: &str, down: bool) -> Result<(), String> {
        self.events(&[format!("{{\"type\":\"key\",\"data\":{{\"down\":{down},\"key\":{{\"type\":\"qcode\",\"data\":\"{key}\"}}}}}}")])
    }

    /// Presses and releases a key by QEMU's name, with others held down.
    pub fn press(&mut self, held: &[&str], key: &str) -> Result<(), String> {
        for key in held {
            self.hold(key, true)?;
        }
        self.hold(key, true)?;
        self.hold(key, false)?;
        for key in held {
            self.hold(key, false)?;
        }
        Ok(())
    }

    /// Types on the keyboard.
    pub fn keys(&mut self, text: &str) -> Result<(), String> {
        for character in text.chars() {
            let (held, name): (&[&str], String) = match character {
                'a'..='z' | '0'..='9' => (&[], character.to_string()),
                'A'..='Z' => (&["shift"], character.to_ascii_lowercase().to_string()),
                '\n' => (&[], "ret".to_owned()),
                ' ' => (&[], "spc".to_owned()),
                '.' => (&[], "dot".to_owned()),
                '=' => (&[], "equal".to_owned()),
                '/' => (&[], "slash".to_owned()),
                '(' => (&["shift"], "9".to_owned()),
                ')' => (&["shift"], "0".to_owned()),
                '*' => (&["shift"], "8".to_owned()),
                ':' => (&["shift"], "semicolon".to_owned()),
                '"' => (&["shift"], "apostrophe".to_owned()),
                _ => return Err(format!("no key for {character:?}")),
            };
            self.press(held, &name)?;
        }
        Ok(())
    }

    /// Moves the pointer to a pixel of a screen of that size.
    pub fn point(&mut self, x: u32, y: u32, size: (u32, u32)) -> Result<(), String> {
        let axis = |name: &str, at: u32, most: u32| {
            let value = (at * (AXIS + 1) + AXIS / 2) / most;
            format!("{{\"type\":\"abs\",\"data\":{{\"axis\":\"{name}\",\"value\":{value}}}}}")
        };
        self.events(&[axis("x", x, size.0), axis("y", y, size.1)])
    }

    /// Holds the left button down, or lets it go.
    pub fn button(&mut self, down: bool) -> Result<(), String> {
        self.events(&[format!("{{\"type\":\"btn\",\"data\":{{\"down\":{down},\"button\":\"left\"}}}}")])
    }

    /// The screen as it is; also left as a file of that name.
    pub fn screen(&mut self, name: &str) -> Result<Picture, String> {
        let folder = Path::new(boot::FOLDER).join("shots");
        std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
        let path = folder.canonicalize().map_err(|e| e.to_string())?.join(format!("{name}.png"));
        let file = path.display();
        self.command(&format!(
            "{{\"execute\":\"screendump\",\"arguments\":{{\"filename\":\"{file}\",\"format\":\"png\"}}}}"
        ))?;
        Picture::read(&path)
    }

    /// The screen is as stored in `tests/boot/NAME.png` but for so many pixels in a million, within a few seconds. With `HOGNOSE_STORE` set it is
    /// stored instead.
    pub fn compare(&mut self, name: &str, most: usize) -> Result<(), String> {
        let stored = PathBuf::from(format!("tests/boot/{name}.png"));
        let mut last = 1_000_000;
        for _ in 0..40 {
            let screen = self.screen(name)?;
            if std::env::var_os("HOGNOSE_STORE").is_some() {
                std::thread::sleep(Duration::from_secs(2));
                self.screen(name)?;
                let shot = Path::new(boot::FOLDER).join("shots").join(format!("{name}.png"));
                return std::fs::copy(shot, &stored)
                    .map(|_| ())
                    .map_err(|e| format!("{}: {e}", stored.display()));
            }
            last = screen.difference(&Picture::read(&stored)?);
            if last <= most {
                let _ =
                    std::fs::remove_file(Path::new(boot::FOLDER).join("shots").join(format!("{name}.png")));
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        Err(format!(
            "the screen differs from {} in {last} of a million pixels; it is in {}/shots",
            stored.display(),
            boot::FOLDER
        ))
    }

    /// Lets it go on at that address, through QEMU's debugger at that socket (remote protocol of GDB: `c ADDRESS`).
    pub fn jump(&mut self, debugger: &Path, address: u64) -> Result<(), String> {
        let mut wire = connect(debugger)?;
        let wrong = |e: std::io::Error| format!("QEMU's debugger: {e}");
        wire.set_read_timeout(Some(ANSWER)).map_err(wrong)?;
        let packet = format!("c{address:x}");
        let sum = packet.bytes().fold(0u8, u8::wrapping_add);
        write!(wire, "${packet}#{sum:02x}").map_err(wrong)?;
        // It tells first that the machine stands still for it; what it took it answers with a plus.
        let mut answer = [0];
        while answer != *b"+" {
            wire.read_exact(&mut answer).map_err(wrong)?;
        }
        Ok(())
    }

    /// Ends it as QEMU ends, so that what it records is whole.
    pub fn quit(mut self) {
        let _ = self.command("{\"execute\":\"quit\"}");
        let started = Instant::now();
        while started.elapsed() < Duration::from_secs(5) && matches!(self.child.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Pulls the plug.
    pub fn kill(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn connect(path: &Path) -> Result<UnixStream, String> {
    let started = Instant::now();
    loop {
        match UnixStream::connect(path) {
            Ok(stream) => return Ok(stream),
            Err(e) if started.elapsed() > START => {
                return Err(format!("QEMU does not start: {}: {e}", path.display()));
            }
            Err(_) => std::thread::sleep(Duration::from_millis(5)),
        }
    }
}

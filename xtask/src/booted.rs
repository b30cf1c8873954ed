//! The step `boot`: the bare-metal image does what it is for.

use crate::boot::{self, make_disk, mtools};
use crate::guest::Guest;
use crate::need;
use std::f64::consts::TAU;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What the tests need besides.
const NEEDS: &[need::Need] = &[
    need::Need {
        program: "fsck.fat",
        package: "dosfstools",
        purpose: "checking the disk of the bare-metal image",
    },
    need::Need { program: "openssl", package: "openssl", purpose: "making certificates for a test" },
];
/// Size of the screen.
const SIZE: (u32, u32) = (1280, 800);
/// Pixels in a million that may differ.
const CLOSE: usize = 500;
/// Hertz of the tone, and of its file.
const TONE: f64 = 440.0;
const RATE: u32 = 22_050;

/// A part: its name, and what does it.
type Part = (&'static str, fn(&Place) -> Result<(), String>);

const PARTS: &[Part] = &[
    ("prompt", prompt),
    ("demos", demos),
    ("files", files),
    ("plug", plug),
    ("scripts", scripts),
    ("network", network),
    ("sound", sound),
    ("little memory", little_memory),
    ("errors", errors),
    ("speed", speed),
];

/// Where everything is.
struct Place {
    elf: PathBuf,
    folder: PathBuf,
}

impl Place {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A new disk with the tests' programs in `/test`.
    fn disk(&self, name: &str, mebibytes: u32) -> Result<PathBuf, String> {
        let disk = self.path(name);
        make_disk(&disk, mebibytes)?;
        let image = disk.display().to_string();
        mtools("mmd", &["-i", &image, "::/test"])?;
        for name in ["tiny.py", "opens.py", "plug.py", "fetch.py", "full.py", "speed.py"] {
            put(&disk, Path::new(&format!("tests/boot/{name}")), &format!("/test/{name}"))?;
        }
        Ok(disk)
    }
}

/// Copies a file onto a disk.
fn put(disk: &Path, file: &Path, to: &str) -> Result<(), String> {
    mtools(
        "mcopy",
        &["-i", &disk.display().to_string(), "-o", &file.display().to_string(), &format!("::{to}")],
    )
}

/// A file of a disk.
fn get(disk: &Path, path: &str) -> Option<Vec<u8>> {
    let output = Command::new("mtype").arg("-i").arg(disk).arg(format!("::{path}")).output().ok()?;
    output.status.success().then_some(output.stdout)
}

/// All parts, or those named.
pub fn booted(names: &[String]) -> Result<(), String> {
    need::provide(boot::NEEDS)?;
    need::provide(NEEDS)?;
    let folder = Path::new(boot::FOLDER).join("test");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    // An image that was built before may be tested too.
    let elf = match std::env::var_os("HOGNOSE_ELF") {
        Some(elf) => PathBuf::from(elf),
        None => boot::image()?,
    };
    let place = Place { elf, folder: folder.canonicalize().map_err(|e| e.to_string())? };
    let mut failed = Vec::new();
    for (name, part) in
        PARTS.iter().filter(|part| names.is_empty() || names.iter().any(|name| name == part.0))
    {
        let started = Instant::now();
        match part(&place) {
            Ok(()) => println!("{name}: {:.1} s", started.elapsed().as_secs_f64()),
            Err(message) => {
                println!("{name}: {message}");
                failed.push(*name);
            }
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}

fn prompt(place: &Place) -> Result<(), String> {
    let disk = place.disk("prompt.img", 64)?;
    let mut guest = Guest::start(&place.elf, Some(&disk), &[])?;
    println!("  {:.2} s from the start of QEMU to the prompt", guest.boot.as_secs_f64());
    guest.compare("prompt", CLOSE)?;
    // The keyboard and the screen.
    guest.keys("print(6*7)\n")?;
    guest.wait("\r\n42\r\n", Duration::from_secs(10))?;
    guest.keys("for i in range(3): print(i*i)\n\n")?;
    guest.wait("\r\n0\r\n1\r\n4\r\n", Duration::from_secs(10))?;
    guest.compare("typed", CLOSE)?;
    // Editing: history, cursor, completion.
    guest.press(&[], "up")?;
    guest.press(&[], "up")?;
    for _ in 0..3 {
        guest.press(&[], "left")?;
    }
    guest.press(&[], "backspace")?;
    guest.keys("9")?;
    guest.keys("\n")?;
    guest.wait("\r\n63\r\n", Duration::from_secs(10))?;
    guest.send("import mat\t\rmath.sq\t(81)\r")?;
    guest.wait("\r\n9.0\r\n", Duration::from_secs(10))?;
    // Pasted: a block, then its use.
    guest.send("\x05def double(x):\n    return x * 2\n\nprint(double(double(21)))\n\x04")?;
    guest.wait("\r\n84\r\n", Duration::from_secs(10))?;
    // Ctrl-C, from the keyboard and from the serial port.
    guest.send("while True: pass\r\r")?;
    std::thread::sleep(Duration::from_millis(500));
    guest.press(&["ctrl"], "c")?;
    guest.wait("KeyboardInterrupt\r\n>>> ", Duration::from_secs(5))?;
    guest.send("import vibe; vibe.sleep_ms(600000)\r")?;
    std::thread::sleep(Duration::from_millis(500));
    guest.send("\x03")?;
    guest.wait("KeyboardInterrupt\r\n>>> ", Duration::from_secs(5))?;
    // A program that does not end stops neither the prompt nor other programs.
    guest.expect("vibe.write(vibe.create('/test/busy.py'), 'while True: pass')", "16")?;
    guest.expect("pid = vibe.spawn('/test/busy.py')", "")?;
    guest.expect("[name for _, name, _ in vibe.ps()][1:]", "['/test/busy.py']")?;
    guest.expect("run('/test/tiny.py')", "0")?;
    guest.expect("vibe.kill(pid), vibe.ps()[1][2]", "(True, 4)")?;
    guest.send("run('/test/busy.py')\r")?;
    std::thread::sleep(Duration::from_millis(500));
    guest.send("\x03")?;
    guest.wait("KeyboardInterrupt\r\n", Duration::from_secs(5))?;
    // Ctrl-D ends it, and another prompt comes.
    guest.wait(">>> ", Duration::from_secs(5))?;
    guest.send("\x04")?;
    guest.wait("Hognose", Duration::from_secs(5))?;
    guest.wait(">>> ", Duration::from_secs(5))?;
    guest.expect("'pid' in globals()", "False")?;
    guest.quit();
    // A file that runs at the start.
    let image = disk.display().to_string();
    let file = place.path("autorun.py");
    std::fs::write(&file, "import answer\nprint('at the start', answer.VALUE)\n")
        .map_err(|e| e.to_string())?;
    mtools("mcopy", &["-i", &image, "-o", &file.display().to_string(), "::/autorun.py"])?;
    std::fs::write(&file, "VALUE = 42\n").map_err(|e| e.to_string())?;
    mtools("mcopy", &["-i", &image, "-o", &file.display().to_string(), "::/answer.py"])?;
    let mut guest = Guest::launch(&place.elf, Some(&disk), &[])?;
    guest.wait("at the start 42", Duration::from_secs(10))?;
    guest.wait(">>> ", Duration::from_secs(10))?;
    guest.quit();
    Ok(())
}

fn demos(place: &Place) -> Result<(), String> {
    let disk = place.disk("demos.img", 64)?;
    let mut guest = Guest::start(&place.elf, Some(&disk), &[])?;
    let begin = |guest: &mut Guest, name: &str| {
        guest.ask("import vibe; vibe.clear()")?;
        guest.send(&format!("run('/python/{name}.py')\r"))
    };
    for (name, most) in [("hello", CLOSE), ("graphics", CLOSE), ("sysinfo", 2 * CLOSE)] {
        begin(&mut guest, name)?;
        guest.compare(name, most)?;
        guest.press(&[], "spc")?;
        guest.wait("0\r\n>>> ", Duration::from_secs(5))?;
    }
    begin(&mut guest, "mouse")?;
    std::thread::sleep(Duration::from_millis(500));
    guest.point(300, 200, SIZE)?;
    guest.button(true)?;
    for step in 0..20 {
        guest.point(300 + step * 10, 200 + step * 5, SIZE)?;
    }
    guest.button(false)?;
    guest.press(&[], "c")?;
    guest.point(700, 500, SIZE)?;
    guest.button(true)?;
    std::thread::sleep(Duration::from_millis(100));
    guest.button(false)?;
    let screen = guest.screen("mouse")?;
    let (red, green) = (screen.count([255, 0, 0]), screen.count([0, 255, 0]));
    if !(800..=4000).contains(&red) || !(80..=120).contains(&green) {
        return Err(format!("mouse.py painted {red} red and {green} green pixels"));
    }
    let at = screen.middle([0, 255, 0]).unwrap_or_default();
    if at.0.abs_diff(700) > 6 || at.1.abs_diff(500) > 6 {
        return Err(format!("mouse.py painted at {at:?}, the pointer is at (700, 500)"));
    }
    guest.press(&[], "q")?;
    guest.wait("0\r\n>>> ", Duration::from_secs(5))?;
    begin(&mut guest, "bounce")?;
    std::thread::sleep(Duration::from_millis(700));
    let first = guest.screen("bounce-1")?.middle([255, 0, 0]);
    std::thread::sleep(Duration::from_millis(300));
    let screen = guest.screen("bounce-2")?;
    let (second, red) = (screen.middle([255, 0, 0]), screen.count([255, 0, 0]));
    if first == second || !(200..=800).contains(&red) {
        return Err(format!("bounce.py was at {first:?} and {second:?}, with {red} pixels"));
    }
    guest.press(&[], "spc")?;
    guest.wait("0\r\n>>> ", Duration::from_secs(5))?;
    // Windows, with a clock in one of them.
    begin(&mut guest, "desk")?;
    std::thread::sleep(Duration::from_millis(1500));
    guest.point(300, 300, SIZE)?;
    guest.button(true)?;
    for step in 0..20 {
        guest.point(300 + step * 10, 300 + step * 5, SIZE)?;
    }
    guest.button(false)?;
    guest.compare("desk", 10_000)?;
    guest.press(&[], "esc")?;
    guest.wait("0\r\n>>> ", Duration::from_secs(5))?;
    guest.quit();
    Ok(())
}

fn files(place: &Place) -> Result<(), String> {
    let disk = place.disk("files.img", 4)?;
    let mut guest = Guest::start(&place.elf, Some(&disk), &[])?;
    let said = guest.ask_within("run('/test/full.py')", Duration::from_secs(60))?;
    let wanted = "errno 28\nfree True True\n-1\nkept\nfreed True\n10 fits again\n0";
    if said != wanted {
        return Err(format!("full.py printed\n{said}\nand not\n{wanted}"));
    }
    guest.expect(
        "import os, vibe; os.mkdir('/A long name of a folder'); os.listdir('/')[-1]",
        "'A long name of a folder'",
    )?;
    guest.expect("len([vibe.mkdir('/A long name of a folder/x%d' % i) for i in range(40)])", "40")?;
    guest.expect(
        "vibe.rename('/test/before.txt', 'Behind, now.txt'), vibe.delete('/test/before.txt')",
        "(True, False)",
    )?;
    guest.quit();
    if get(&disk, "/test/Behind, now.txt").as_deref() != Some(b"fits again") {
        return Err("what the machine wrote is not on its disk".to_owned());
    }
    check(&disk, &["-n"], &[0])
}

/// Checks a file system; the statuses that are good.
fn check(disk: &Path, args: &[&str], good: &[i32]) -> Result<(), String> {
    let output =
        Command::new("fsck.fat").args(args).arg(disk).output().map_err(|e| format!("fsck.fat: {e}"))?;
    let status = output.status.code().unwrap_or(-1);
    let said = String::from_utf8_lossy(&output.stdout);
    if good.contains(&status) {
        Ok(())
    } else {
        Err(format!("fsck.fat {}: {status}\n{said}", args.join(" ")))
    }
}

fn plug(place: &Place) -> Result<(), String> {
    for round in 0..4 {
        let disk = place.disk("plug.img", 64)?;
        let kept = place.path("kept.txt");
        let content = "never touched\n".repeat(5000);
        std::fs::write(&kept, &content).map_err(|e| e.to_string())?;
        put(&disk, &kept, "/test/kept.txt")?;
        let mut guest = Guest::start(&place.elf, Some(&disk), &[])?;
        guest.send("run('/test/plug.py')\r")?;
        guest.wait("\nwriting", Duration::from_secs(10))?;
        std::thread::sleep(Duration::from_millis(700 + round * 137));
        guest.kill();
        // What is left over is found and given back; nothing else is wrong.
        check(&disk, &["-a"], &[0, 1])?;
        check(&disk, &["-n"], &[0])?;
        if get(&disk, "/test/kept.txt").as_deref() != Some(content.as_bytes()) {
            return Err("a file that nobody wrote to is damaged".to_owned());
        }
        let whole = get(&disk, "/test/whole.txt").unwrap_or_default();
        if whole.len() != 3000 || whole.iter().any(|byte| Some(byte) != whole.first()) {
            return Err(format!("a file that was replaced is neither old nor new: {} bytes", whole.len()));
        }
        let log = get(&disk, "/test/log.txt").unwrap_or_default();
        if log.len() < 100 {
            return Err(format!("what was written long before is lost: {} bytes", log.len()));
        }
    }
    Ok(())
}

fn scripts(place: &Place) -> Result<(), String> {
    let disk = place.disk("scripts.img", 64)?;
    let mut guest = Guest::start(&place.elf, Some(&disk), &[])?;
    guest.expect("import vibe; s = [vibe.exec('/test/tiny.py') for i in range(10)]", "")?;
    let line = "m = vibe.mem_used(); s = [vibe.exec('/test/tiny.py') for i in range(1000)]; (s == [0] * 1000, vibe.mem_used() - m)";
    let said = guest.ask_within(line, Duration::from_secs(180))?;
    guest.expect("[vibe.exec('/test/opens.py') for i in range(6)]", "[0, 0, 0, 0, 0, 0]")?;
    guest.quit();
    if said == "(True, 0)" { Ok(()) } else { Err(format!("after 1,000 scripts: {said}")) }
}

/// A server that ends with this.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn openssl(args: &[&str]) -> Result<(), String> {
    let output = Command::new("openssl").args(args).output().map_err(|e| format!("openssl: {e}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() { Ok(()) } else { Err(format!("openssl {}\n{said}", args.join(" "))) }
}

/// A root and a certificate of `hognose.test` that it signed, in files that begin with that name.
fn certificates(place: &Place, name: &str) -> Result<(), String> {
    let file = |ending: &str| place.path(&format!("{name}-{ending}")).display().to_string();
    let curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
    let (root, root_key) = (file("root.pem"), file("root.key"));
    let root_name = format!("/CN=Test root {name}");
    let mut args =
        vec!["req", "-x509", "-days", "3650", "-subj", &root_name, "-out", &root, "-keyout", &root_key];
    args.extend(curve);
    openssl(&args)?;
    openssl(&["x509", "-in", &root, "-outform", "DER", "-out", &file("root.der")])?;
    let (request, key) = (file("server.csr"), file("server.key"));
    let mut args = vec!["req", "-subj", "/CN=hognose.test", "-out", &request, "-keyout", &key];
    args.extend(curve);
    openssl(&args)?;
    let extension = file("server.ext");
    std::fs::write(&extension, "subjectAltName=DNS:hognose.test\n").map_err(|e| e.to_string())?;
    let certificate = file("server.pem");
    openssl(&[
        "x509",
        "-req",
        "-in",
        &request,
        "-CA",
        &root,
        "-CAkey",
        &root_key,
        "-CAcreateserial",
        "-days",
        "3650",
        "-extfile",
        &extension,
        "-out",
        &certificate,
    ])
}

fn network(place: &Place) -> Result<(), String> {
    certificates(place, "good")?;
    certificates(place, "other")?;
    let mut server = Command::new("python3");
    server.arg("tests/boot/serve.py").arg(place.path("good-server.pem")).arg(place.path("good-server.key"));
    let mut server = Server(server.stdout(Stdio::piped()).spawn().map_err(|e| format!("python3: {e}"))?);
    let mut line = String::new();
    if let Some(out) = server.0.stdout.take() {
        BufReader::new(out).read_line(&mut line).map_err(|e| e.to_string())?;
    }
    let numbers: Vec<&str> = line.split_whitespace().collect();
    let [plain, secure, sum] = numbers[..] else { return Err(format!("serve.py said {line:?}")) };
    let page = format!("HTTP/1.0 200 OK 100000 {sum}\n0");
    let card = ["-netdev", "user,id=net", "-device", "virtio-net-device,netdev=net"];
    for (root, wanted) in
        [(None, page.as_str()), (Some("good"), page.as_str()), (Some("other"), "refused\n0")]
    {
        let disk = place.disk("network.img", 64)?;
        if let Some(root) = root {
            mtools("mmd", &["-i", &disk.display().to_string(), "::/etc"])?;
            put(&disk, &place.path(&format!("{root}-root.der")), "/etc/root.der")?;
        }
        let mut guest = Guest::start(&place.elf, Some(&disk), &card)?;
        guest.ask("import vibe")?;
        guest.ask("while not vibe.get_ip(): vibe.sleep_ms(20)\r")?;
        if root.is_none() {
            guest.expect(
                "hex(vibe.get_ip()), vibe.ping(0x0A000202), vibe.get_mac()[:3]",
                "('0xa00020f', True, b'RT\\x00')",
            )?;
            guest.expect(
                &format!("run('/test/fetch.py', 'tcp', '10.0.2.2', '{plain}', 'hognose.test')"),
                &page,
            )?;
            guest.expect("run('/test/fetch.py', 'tcp', '10.0.2.2', '1', 'hognose.test')", "refused\n0")?;
        }
        guest.expect(
            &format!("run('/test/fetch.py', 'tls', '10.0.2.2', '{secure}', 'hognose.test')"),
            wanted,
        )?;
        if root == Some("good") {
            // A certificate for somebody else.
            guest.expect(
                &format!("run('/test/fetch.py', 'tls', '10.0.2.2', '{secure}', 'other.test')"),
                "refused\n0",
            )?;
        }
        guest.quit();
    }
    Ok(())
}

/// A WAV file: a second of the tone in 16 bits, mono.
fn tone() -> Vec<u8> {
    let sample = |n: u32| ((TAU * TONE * f64::from(n) / f64::from(RATE)).sin() * 12_000.0).round() as i16;
    let samples: Vec<u8> = (0..RATE).flat_map(|n| sample(n).to_le_bytes()).collect();
    let mut file = Vec::new();
    file.extend_from_slice(b"RIFF");
    file.extend_from_slice(&(36 + samples.len() as u32).to_le_bytes());
    file.extend_from_slice(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    file.extend_from_slice(&RATE.to_le_bytes());
    file.extend_from_slice(&(RATE * 2).to_le_bytes());
    file.extend_from_slice(b"\x02\0\x10\0data");
    file.extend_from_slice(&(samples.len() as u32).to_le_bytes());
    file.extend(samples);
    file
}

fn sound(place: &Place) -> Result<(), String> {
    let disk = place.disk("sound.img", 64)?;
    let (wav, heard) = (place.path("tone.wav"), place.path("heard.wav"));
    std::fs::write(&wav, tone()).map_err(|e| e.to_string())?;
    put(&disk, &wav, "/test/tone.wav")?;
    let _ = std::fs::remove_file(&heard);
    let audio = format!("wav,id=sound,path={},out.frequency=48000", heard.display());
    let device = ["-audiodev", &audio, "-device", "AC97,audiodev=sound"];
    let mut guest = Guest::start(&place.elf, Some(&disk), &device)?;
    guest
        .expect("import vibe; vibe.sound_play('/test/tone.wav'), vibe.sound_is_playing()", "(True, False)")?;
    guest
        .expect("vibe.sound_play('/test/nothing.wav'), vibe.sound_play('/test/tiny.py')", "(False, False)")?;
    guest.quit();
    // 16-bit stereo behind a head of 44 bytes.
    let bytes = std::fs::read(&heard).map_err(|e| format!("{}: {e}", heard.display()))?;
    let left: Vec<f64> = bytes
        .get(44..)
        .unwrap_or_default()
        .chunks_exact(4)
        .map(|frame| f64::from(i16::from_le_bytes([frame[0], frame[1]])))
        .skip_while(|sample| sample.abs() < 500.0)
        .take(24_000)
        .collect();
    if left.len() < 24_000 {
        return Err(format!("only {} samples were heard", left.len()));
    }
    let power = |hertz: f64| {
        let (mut real, mut imaginary) = (0.0, 0.0);
        for (n, sample) in left.iter().enumerate() {
            let angle = TAU * hertz * n as f64 / 48_000.0;
            real += sample * angle.cos();
            imaginary += sample * angle.sin();
        }
        (real * real + imaginary * imaginary).sqrt() / left.len() as f64 * 2.0
    };
    let (tone, beside) = (power(TONE), power(TONE * 1.5).max(power(TONE * 2.0)).max(power(TONE * 0.5)));
    if tone < 8_000.0 || beside > tone / 20.0 {
        return Err(format!("the tone has {tone:.0}, other places {beside:.0}"));
    }
    Ok(())
}

fn little_memory(place: &Place) -> Result<(), String> {
    // The last -m counts. It says so, and what and where.
    let mut guest = Guest::launch(&place.elf, None, &["-m", "32"])?;
    guest.wait("The machine stopped: panicked at src/main.rs", Duration::from_secs(20))?;
    guest.wait("this machine has 32 MB of memory; 128 MB are the least", Duration::from_secs(5))?;
    guest.quit();
    Ok(())
}

/// An error of the processor is said with its registers, on the serial port and on the screen.
fn errors(place: &Place) -> Result<(), String> {
    const NOWHERE: u64 = 0x7f_0000_1000;
    let debugger = place.path("debugger");
    let _ = std::fs::remove_file(&debugger);
    let address = format!("unix:{},server=on,wait=off", debugger.display());
    let mut guest = Guest::start(&place.elf, None, &["-gdb", &address])?;
    let before = guest.screen("errors")?;
    guest.jump(&debugger, NOWHERE)?;
    let said = format!(
        "The machine stopped: no memory to execute at that address {NOWHERE:#x}, at instruction {NOWHERE:#x}."
    );
    guest.wait(&said, Duration::from_secs(20))?;
    let registers = guest.wait("sp  ", Duration::from_secs(5))?;
    for name in ["vector 4", "syndrome 0x8", "x0  ", "x30 "] {
        if !registers.contains(name) {
            return Err(format!("no {name:?} in\n{registers}"));
        }
    }
    // Twelve lines of text are some thousand pixels of a million.
    let started = Instant::now();
    while guest.screen("errors")?.difference(&before) < 2000 {
        if started.elapsed() > Duration::from_secs(10) {
            return Err("the screen does not show the error".to_owned());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    guest.quit();
    Ok(())
}

fn speed(place: &Place) -> Result<(), String> {
    let disk = place.disk("speed.img", 64)?;
    let mut guest = Guest::start(&place.elf, Some(&disk), &[])?;
    let boot = guest.boot;
    let said = guest.ask_within("run('/test/speed.py')", Duration::from_secs(120))?;
    guest.quit();
    let size = std::fs::metadata(&place.elf).map_err(|e| e.to_string())?.len();
    println!("  boot {:.2} s, image {size} bytes", boot.as_secs_f64());
    let number = |name: &str| {
        let line = said.lines().find(|line| line.starts_with(name))?;
        println!("  {line}");
        line.split_whitespace().nth(1)?.parse::<u32>().ok()
    };
    let figures: Vec<Option<u32>> = ["fib20", "loop", "fills", "frames"].map(number).to_vec();
    if figures.contains(&None) { Err(format!("speed.py printed\n{said}")) } else { Ok(()) }
}

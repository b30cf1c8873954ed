//! The port for VibeOS: its file, what the kernel demands of it, and its tests against a kernel of our own.

mod scenes;

use crate::need;
use crate::target::Build;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where everything lies.
const FOLDER: &str = "target/ports/vibeos";
/// Most bytes of the file.
const MOST_FILE: usize = 700 * 1024;
/// Most bytes that it takes in memory without its heap.
const MOST_LOADED: usize = 600 * 1024;
/// What the kernel can load: AArch64, and relocations of one kind.
const MACHINE: u64 = 183;
const RELATIVE: u64 = 1027;

const NEEDS: &[need::Need] =
    &[need::Need { program: "xz", package: "xz-utils", purpose: "packing the program for VibeOS" }];

/// A number of `size` bytes.
fn number(bytes: &[u8], at: usize, size: usize) -> u64 {
    bytes.get(at..at + size).unwrap_or(&[]).iter().rev().fold(0, |n, &byte| n << 8 | u64::from(byte))
}

/// What matters of an ELF file.
struct Elf {
    /// The bytes of its segments, as they lie in the file from address 0 on.
    image: Vec<u8>,
    /// Bytes in memory.
    whole: usize,
    entry: usize,
    /// Where its code ends: it comes first.
    code: usize,
    /// Where what only loaders need begins.
    dynamic: usize,
    /// Tags of the dynamic section.
    tags: Vec<(u64, u64)>,
    /// Kinds of program headers.
    kinds: Vec<u64>,
    /// Places, kinds and addends.
    relocations: Vec<(u64, u64, u64)>,
}

impl Elf {
    fn read(path: &Path) -> Result<Elf, String> {
        let file = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let wrong = |what: &str| format!("{}: {what}", path.display());
        if number(&file, 0, 6) != 0x01_0246_4C45_7F
            || number(&file, 16, 2) != 3
            || number(&file, 18, 2) != MACHINE
        {
            return Err(wrong("not a position independent ELF file for AArch64"));
        }
        let mut elf = Elf {
            image: Vec::new(),
            whole: 0,
            entry: number(&file, 24, 8) as usize,
            code: 0,
            dynamic: 0,
            tags: Vec::new(),
            kinds: Vec::new(),
            relocations: Vec::new(),
        };
        let (first, count) = (number(&file, 32, 8) as usize, number(&file, 56, 2) as usize);
        for header in (0..count).map(|i| first + 56 * i) {
            let field = |at: usize| number(&file, header + at, 8) as usize;
            let (kind, offset, address, stored, whole) =
                (number(&file, header, 4), field(8), field(16), field(32), field(40));
            elf.kinds.push(kind);
            if kind == 1 {
                elf.image.resize(elf.image.len().max(address + stored), 0);
                let bytes =
                    file.get(offset..offset + stored).ok_or_else(|| wrong("a segment outside the file"))?;
                elf.image[address..address + stored].copy_from_slice(bytes);
                elf.whole = elf.whole.max(address + whole);
            } else if kind == 2 {
                elf.dynamic = address;
            }
        }
        let sections = number(&file, 40, 8) as usize;
        for section in (0..number(&file, 60, 2) as usize).map(|i| sections + 64 * i) {
            // Executable.
            if number(&file, section + 8, 8) & 4 != 0 {
                let end = number(&file, section + 16, 8) + number(&file, section + 32, 8);
                elf.code = elf.code.max(end as usize);
            }
        }
        let mut at = elf.dynamic;
        while at != 0 && number(&elf.image, at, 8) != 0 {
            elf.tags.push((number(&elf.image, at, 8), number(&elf.image, at + 8, 8)));
            at += 16;
        }
        let (table, bytes) = (elf.tag(7).unwrap_or(0) as usize, elf.tag(8).unwrap_or(0) as usize);
        elf.relocations = (0..bytes / 24)
            .map(|i| table + 24 * i)
            .map(|at| {
                (number(&elf.image, at, 8), number(&elf.image, at + 8, 8), number(&elf.image, at + 16, 8))
            })
            .collect();
        Ok(elf)
    }

    fn tag(&self, tag: u64) -> Option<u64> {
        self.tags.iter().find(|(other, _)| *other == tag).map(|(_, value)| *value)
    }

    /// Is it what the kernel can load?
    fn check(&self) -> Result<(), String> {
        const TLS: u64 = 7;
        const INTERPRETER: u64 = 3;
        // Lists of constructors and destructors, other tables of relocations, libraries.
        const FORBIDDEN: &[(u64, &str)] = &[
            (1, "NEEDED"),
            (12, "INIT"),
            (13, "FINI"),
            (17, "REL"),
            (23, "JMPREL"),
            (25, "INIT_ARRAY"),
            (26, "FINI_ARRAY"),
            (32, "PREINIT_ARRAY"),
            (36, "RELR"),
        ];
        if self.kinds.contains(&TLS) || self.kinds.contains(&INTERPRETER) {
            return Err("the kernel knows no thread-locals and no interpreters".into());
        }
        for (tag, name) in FORBIDDEN {
            if self.tag(*tag).is_some() {
                return Err(format!("the kernel does not handle {name}"));
            }
        }
        match self.relocations.iter().find(|(_, kind, _)| *kind != RELATIVE) {
            Some((at, kind, _)) => Err(format!("the kernel does not do relocation {kind} at {at:#x}")),
            None => Ok(()),
        }
    }

    /// The program as the starter unpacks it; see there.
    fn packed(&self) -> Result<Vec<u8>, String> {
        let mut program = self.image.get(..self.dynamic).unwrap_or(&[]).to_vec();
        let mut places = Vec::new();
        for (at, _, addend) in &self.relocations {
            let place = *at as usize;
            program
                .get_mut(place..place + 8)
                .ok_or("an address behind the program")?
                .copy_from_slice(&addend.to_le_bytes());
            places.push(place);
        }
        places.sort_unstable();
        let mut list = Vec::new();
        let mut last = 0;
        for place in places {
            if place % 8 != 0 {
                return Err(format!("an address at {place:#x}, which is no multiple of 8"));
            }
            let mut step = (place - last) / 8;
            last = place;
            while step > 0x7F {
                list.push((step & 0x7F) as u8 | 0x80);
                step >>= 7;
            }
            list.push(step as u8);
        }
        for (i, word) in program[..self.code & !3].chunks_exact_mut(4).enumerate() {
            let call = u32::from_le_bytes([word[0], word[1], word[2], word[3]]);
            if call >> 26 == 0b10_0101 {
                let target = (call & 0x3FF_FFFF).wrapping_add(i as u32) & 0x3FF_FFFF;
                word.copy_from_slice(&(call & !0x3FF_FFFF | target).to_le_bytes());
            }
        }
        let mut packed = Vec::new();
        for n in [program.len(), self.whole.max(program.len()), self.entry, self.code & !3, list.len()] {
            packed.extend((n as u32).to_le_bytes());
        }
        program.extend(list);
        packed.extend(lzma(&program)?);
        Ok(packed)
    }
}

fn lzma(bytes: &[u8]) -> Result<Vec<u8>, String> {
    need::provide(NEEDS)?;
    let mut child = Command::new("xz")
        .args(["--format=raw", "--lzma1=preset=9e,lc=0,lp=2,pb=2,dict=4MiB", "--stdout"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| format!("xz: {e}"))?;
    let mut input = child.stdin.take().ok_or("xz takes no input")?;
    let bytes = bytes.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = child.wait_with_output().map_err(|e| format!("xz: {e}"))?;
    let written = writer.join().map_err(|_| "xz: the input was not written")?;
    written.map_err(|e| format!("xz: {e}"))?;
    if output.status.success() { Ok(output.stdout) } else { Err("xz failed".into()) }
}

fn build(folder: &str, binary: &str, variables: &[(&str, &Path)]) -> Result<PathBuf, String> {
    Build { folder, binary, target: "aarch64-unknown-none", profile: "release", features: "", variables }
        .run()
}

/// Builds `hognose.elf`, and beside it the program as it is before it is packed. Says how large they are.
pub fn port(_: &[String]) -> Result<(), String> {
    let path = file()?;
    let (elf, plain) = (Elf::read(&path)?, Elf::read(&Path::new(FOLDER).join("hognose-plain.elf"))?);
    let len = std::fs::metadata(&path).map_err(|e| format!("{}: {e}", path.display()))?.len();
    println!(
        "{}: {len} bytes, {} loaded; the program unpacked: {} in the heap",
        path.display(),
        elf.whole,
        plain.dynamic
    );
    Ok(())
}

fn file() -> Result<PathBuf, String> {
    std::fs::create_dir_all(FOLDER).map_err(|e| format!("{FOLDER}: {e}"))?;
    let place = |name: &str| Path::new(FOLDER).join(name);
    let copy =
        |from: PathBuf, to: &Path| std::fs::copy(from, to).map_err(|e| format!("{}: {e}", to.display()));
    let plain = place("hognose-plain.elf");
    copy(build("ports/vibeos", "hognose-vibeos", &[])?, &plain)?;
    let program = Elf::read(&plain)?;
    program.check()?;
    let packed = place("program.packed");
    std::fs::write(&packed, program.packed()?).map_err(|e| format!("{}: {e}", packed.display()))?;
    let packed = packed.canonicalize().map_err(|e| format!("{}: {e}", packed.display()))?;
    let elf = place("hognose.elf");
    copy(build("ports/vibeos/starter", "hognose-vibeos-starter", &[("HOGNOSE_PACKED", &packed)])?, &elf)?;
    Elf::read(&elf)?.check()?;
    Ok(elf)
}

/// The file is what the kernel takes, and programs under the stand-in do what they should.
pub fn test() -> Result<(), String> {
    need::provide(crate::boot::NEEDS)?;
    let path = file()?;
    let elf = Elf::read(&path)?;
    let len = std::fs::metadata(&path).map_err(|e| format!("{}: {e}", path.display()))?.len() as usize;
    println!("{len} bytes, {} loaded", elf.whole);
    if len > MOST_FILE || elf.whole > MOST_LOADED {
        return Err(format!("more than {MOST_FILE} bytes of file or {MOST_LOADED} loaded"));
    }
    scenes::run(&path)
}

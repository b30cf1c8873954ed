//! The state of a paused engine as bytes, to be taken up in another process, block or machine.
//!
//! A snapshot holds the objects, the frames and where the program stands. It does not hold what the host brings: modules,
//! the library, the compiler, streams, files; the host gives the same ones again. All machines that run the same build of
//! the engine read each other's snapshots.
//!
//! ```text
//! bytes  0..8   "HOGSNAP", 0
//!        8..12  version u32                12..16  byte order 0x04030201 u32
//!       16..20  engine u32                 20..24  modules u32
//!       24..28  library u32                28..32  fields u32
//!       32..36  words of objects u32       36..40  words of frames u32
//!       40..    fields, objects, frames, one word of 8 bytes each
//!       then    CRC-32 of everything before it u32, 0 u32
//! ```
//!
//! All numbers are little-endian; so are the words of objects and frames. *engine*, *modules* and *library* are
//! fingerprints: CRCs of the tables of this build, of the modules that the host gives, and of the frozen library.
//!
//! A snapshot is not believed. [`Vm::restore`] proves the objects to tile the heap, every reference to hit an object of a
//! kind that may stand there, every kind's own rules (lengths, hashes, tables, shapes), frames to stand at instructions, and
//! roots to be what they are for. Inline caches are cleared. Code objects are lowered again from their image, which is
//! checked as if it were loaded, and compared. The first thing that is wrong is named with its place. What a snapshot can
//! still do is what a program can do: have other values in its variables.
//!
//! Restoring needs a block with room for the objects, the frames and the memory that checking and lowering the largest code
//! object takes.

mod code;
mod error;
mod fingerprint;
mod frame;
mod intern;
mod layout;
mod object;
mod record;
mod structure;
mod table;
mod wanted;

pub use error::SnapshotError;

use crate::native::ModuleDef;
use crate::vm::Vm;
use hognose_image::crc::Crc;

/// First bytes of every snapshot.
pub const MAGIC: [u8; 8] = *b"HOGSNAP\0";
/// Version of the format.
pub const VERSION: u32 = 1;
/// Bytes before the fields.
pub const HEADER: usize = 40;
const ORDER: u32 = 0x0403_0201;

/// Writes words and keeps their CRC.
struct Out<'a> {
    sink: &'a mut dyn FnMut(&[u8]) -> bool,
    crc: Crc,
    full: bool,
}

impl Out<'_> {
    fn bytes(&mut self, bytes: &[u8]) {
        self.crc = self.crc.with(bytes);
        self.full = self.full || !(self.sink)(bytes);
    }

    fn half(&mut self, n: u32) {
        self.bytes(&n.to_le_bytes());
    }

    fn words(&mut self, words: &[u64]) {
        if cfg!(target_endian = "little") {
            self.bytes(bytemuck::cast_slice(words));
        } else {
            for word in words {
                self.bytes(&word.to_le_bytes());
            }
        }
    }
}

/// Reads words of a snapshot whose length was compared with its header.
pub(crate) struct In<'a> {
    bytes: &'a [u8],
}

impl In<'_> {
    /// The next word; 0 past the end.
    pub(crate) fn word(&mut self) -> u64 {
        match self.bytes.split_first_chunk::<8>() {
            Some((word, rest)) => {
                self.bytes = rest;
                u64::from_le_bytes(*word)
            }
            None => 0,
        }
    }

    fn fill(&mut self, words: &mut [u64]) {
        for word in words {
            *word = self.word();
        }
    }
}

fn half(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// What the header says.
struct Header {
    fields: usize,
    objects: usize,
    frames: usize,
}

impl Header {
    /// Looks at everything that can be said without the block.
    fn parse(bytes: &[u8], vm: [u32; 3]) -> Result<Header, SnapshotError> {
        if bytes.len() < HEADER + 8 {
            return Err(SnapshotError::Short { found: bytes.len(), need: HEADER + 8 });
        }
        if bytes[..8] != MAGIC {
            return Err(SnapshotError::Magic);
        }
        if half(bytes, 8) != VERSION {
            return Err(SnapshotError::Version { found: half(bytes, 8), known: VERSION });
        }
        if half(bytes, 12) != ORDER {
            return Err(SnapshotError::ByteOrder { found: half(bytes, 12), known: ORDER });
        }
        for (i, what) in ["engine", "modules", "library"].into_iter().enumerate() {
            let found = half(bytes, 16 + 4 * i);
            if found != vm[i] {
                return Err(SnapshotError::Fingerprint { what, found, known: vm[i] });
            }
        }
        let header = Header {
            fields: half(bytes, 28) as usize,
            objects: half(bytes, 32) as usize,
            frames: half(bytes, 36) as usize,
        };
        if header.fields != layout::FIELDS {
            return Err(SnapshotError::Fields { found: header.fields, known: layout::FIELDS });
        }
        let words = header.fields as u64 + header.objects as u64 + header.frames as u64;
        let need = HEADER as u64 + words * 8 + 8;
        if bytes.len() as u64 != need {
            return Err(SnapshotError::Length { found: bytes.len() as u64, stated: need });
        }
        let end = bytes.len() - 8;
        let found = Crc::new().with(&bytes[..end]).value();
        if half(bytes, end) != found || half(bytes, end + 4) != 0 {
            return Err(SnapshotError::Checksum { stated: half(bytes, end), found });
        }
        Ok(header)
    }
}

impl<'m> Vm<'m> {
    /// Bytes of a snapshot taken now.
    pub fn snapshot_len(&self) -> usize {
        let frames = self.heap.map - self.heap.floor;
        HEADER + 8 * (layout::FIELDS + self.heap.top - 1 + frames) + 8
    }

    /// Gives the state of the engine piece by piece to `out`, which says whether it could take the piece. The engine must be
    /// paused: between two runs. Values held by the host ([`Heap::hold`](crate::heap::Heap::hold)) are not part of it.
    pub fn snapshot(&self, out: &mut dyn FnMut(&[u8]) -> bool) -> Result<(), SnapshotError> {
        if self.running {
            return Err(SnapshotError::Running);
        }
        let mut out = Out { sink: out, crc: Crc::new(), full: false };
        out.bytes(&MAGIC);
        out.half(VERSION);
        out.half(ORDER);
        for n in self.fingerprints() {
            out.half(n);
        }
        out.half(layout::FIELDS as u32);
        out.half(self.heap.top as u32 - 1);
        out.half((self.heap.map - self.heap.floor) as u32);
        let mut fields = [0; layout::FIELDS];
        self.save_fields(&mut fields);
        out.words(&fields);
        out.words(&self.heap.mem[1..self.heap.top]);
        out.words(&self.heap.mem[self.heap.floor..self.heap.map]);
        let crc = out.crc.value();
        out.half(crc);
        out.half(0);
        if out.full { Err(SnapshotError::Sink) } else { Ok(()) }
    }

    /// Takes up a snapshot in a block, with the modules and the library that it was taken with. Nothing in it is believed.
    pub fn restore(
        block: &'m mut [u64],
        bytes: &[u8],
        modules: &'m [&'static ModuleDef],
        frozen: &'static [u8],
    ) -> Result<Vm<'m>, SnapshotError> {
        let have = block.len();
        let Ok(mut vm) = Vm::new(block, modules, frozen) else {
            return Err(SnapshotError::Block { have, need: 128 });
        };
        let header = Header::parse(bytes, vm.fingerprints())?;
        let need = 1 + header.objects + header.frames + layout::SLACK;
        if need > vm.heap.map {
            return Err(SnapshotError::Block { have, need: need + (have - vm.heap.map) });
        }
        let mut input = In { bytes: &bytes[HEADER..] };
        let mut fields = [0; layout::FIELDS];
        input.fill(&mut fields);
        vm.heap.top = 1 + header.objects;
        vm.heap.floor = vm.heap.map - header.frames;
        let (top, floor, map) = (vm.heap.top, vm.heap.floor, vm.heap.map);
        input.fill(&mut vm.heap.mem[1..top]);
        input.fill(&mut vm.heap.mem[floor..map]);
        vm.load_fields(&fields)?;
        vm.check_structure()?;
        // Only what is alive is looked at more closely: dead objects may be half-made ones.
        vm.heap.collect();
        vm.load_figures(&fields);
        vm.check_roots()?;
        vm.check_objects()?;
        vm.check_chains()?;
        vm.check_interned()?;
        vm.check_code()?;
        vm.check_frames()?;
        Ok(vm)
    }
}

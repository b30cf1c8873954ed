//! WAV files, read from the disk piece by piece.

use crate::part::{Disk, Format};

/// Rates that are played, Hz.
const RATES: [u32; 8] = [8000, 11025, 16000, 22050, 32000, 44100, 48000, 96000];
/// Most chunks before the samples.
const CHUNKS: usize = 64;

/// The samples of a WAV file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wav {
    /// What they mean.
    pub format: Format,
    /// Bytes of a sample: 1 unsigned, 2 or 4 signed.
    pub width: u32,
    /// First byte of them in the file.
    pub start: u64,
    /// After the last.
    pub end: u64,
}

impl Wav {
    /// Reads the head of a file. None: it is no PCM of 8, 16 or 32 bits at one of the rates.
    pub fn of(disk: &mut dyn Disk, path: &str) -> Option<Wav> {
        let size = disk.stat(path)?.size;
        let mut head = [0; 12];
        read(disk, path, 0, &mut head)?;
        if !head.starts_with(b"RIFF") || !head.ends_with(b"WAVE") {
            return None;
        }
        let mut at = 12u64;
        let mut found: Option<(Format, u32)> = None;
        for _ in 0..CHUNKS {
            let mut chunk = [0; 8];
            read(disk, path, at, &mut chunk)?;
            let [a, b, c, d, length @ ..] = chunk;
            let length = u64::from(u32::from_le_bytes(length));
            let start = at + 8;
            match &[a, b, c, d] {
                b"fmt " => {
                    let mut fmt = [0; 16];
                    read(disk, path, start, &mut fmt)?;
                    found = Some(format(&fmt)?);
                }
                b"data" => {
                    let (format, width) = found?;
                    let end = start.saturating_add(length).min(size);
                    return Some(Wav { format, width, start, end });
                }
                _ => {}
            }
            at = start + length + (length & 1);
        }
        None
    }
}

fn format(fmt: &[u8; 16]) -> Option<(Format, u32)> {
    let [k0, k1, c0, c1, r0, r1, r2, r3, .., b0, b1] = *fmt;
    let kind = u16::from_le_bytes([k0, k1]);
    let channels = u32::from(u16::from_le_bytes([c0, c1]));
    let rate = u32::from_le_bytes([r0, r1, r2, r3]);
    let width = match u16::from_le_bytes([b0, b1]) {
        8 => 1,
        16 => 2,
        32 => 4,
        _ => return None,
    };
    let good = kind == 1 && channels > 0 && channels <= 8 && RATES.contains(&rate);
    good.then_some((Format { channels, rate }, width))
}

fn read(disk: &mut dyn Disk, path: &str, at: u64, out: &mut [u8]) -> Option<()> {
    (disk.read(path, at, out)? == out.len()).then_some(())
}

/// The samples in bytes as 16 bits; how many. What is less than a sample at the end is left out.
pub fn samples(bytes: &[u8], width: u32, out: &mut [i16]) -> usize {
    let mut n = 0;
    for (sample, slot) in bytes.chunks_exact(width.max(1) as usize).zip(out) {
        *slot = match *sample {
            [a] => (i16::from(a) - 128) * 256,
            [a, b] => i16::from_le_bytes([a, b]),
            [_, _, c, d] => i16::from_le_bytes([c, d]),
            _ => 0,
        };
        n += 1;
    }
    n
}

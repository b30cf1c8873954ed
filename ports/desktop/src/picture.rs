//! Pictures of the screen as files.

use hognose_vibe::part::Screen;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

/// Colours of a recording: the 216 of a cube of six.
const STEPS: u32 = 6;

/// Writes a PNG.
pub fn png(path: &Path, pixels: &[u32], width: u32, height: u32) -> Result<(), String> {
    let told = |error: &dyn std::fmt::Display| format!("can't write '{}': {error}", path.display());
    let file = File::create(path).map_err(|error| told(&error))?;
    let mut encoder = png::Encoder::new(BufWriter::new(file), width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Best);
    let bytes: Vec<u8> =
        pixels.iter().flat_map(|&pixel| [(pixel >> 16) as u8, (pixel >> 8) as u8, pixel as u8]).collect();
    encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&bytes))
        .map_err(|error| told(&error))
}

/// Reads a PNG as [`png`] writes them: pixels, width, height.
pub fn read(path: &Path) -> Result<(Vec<u32>, u32, u32), String> {
    let told = |error: &dyn std::fmt::Display| format!("can't read '{}': {error}", path.display());
    let decoder = png::Decoder::new(File::open(path).map_err(|error| told(&error))?);
    let mut reader = decoder.read_info().map_err(|error| told(&error))?;
    let mut bytes = vec![0; reader.output_buffer_size()];
    let info = reader.next_frame(&mut bytes).map_err(|error| told(&error))?;
    if info.color_type != png::ColorType::Rgb || info.bit_depth != png::BitDepth::Eight {
        return Err(told(&"not 8-bit RGB"));
    }
    let pixel = |rgb: &[u8]| u32::from(rgb[0]) << 16 | u32::from(rgb[1]) << 8 | u32::from(rgb[2]);
    Ok((bytes.chunks_exact(3).map(pixel).collect(), info.width, info.height))
}

/// Pixels that differ by more than `tolerance` in a channel.
pub fn difference(a: &[u32], b: &[u32], tolerance: u32) -> usize {
    let far = |a: u32, b: u32| {
        [16, 8, 0].iter().any(|shift| (a >> shift & 255).abs_diff(b >> shift & 255) > tolerance)
    };
    a.iter().zip(b).filter(|(a, b)| far(**a, **b)).count() + a.len().abs_diff(b.len())
}

/// A recording that is written frame by frame.
pub struct Recording {
    encoder: gif::Encoder<BufWriter<File>>,
    width: u32,
    height: u32,
    last: Option<(u64, Vec<u8>)>,
}

/// Milliseconds of a frame.
const FRAME: u64 = 40;

impl Recording {
    /// To that file, at half the size of the screen.
    pub fn new(path: &Path, width: u32, height: u32) -> Result<Recording, String> {
        let told = |error: &dyn std::fmt::Display| format!("can't write '{}': {error}", path.display());
        let mut palette = Vec::new();
        for i in 0..STEPS * STEPS * STEPS {
            let [r, g, b] = [i / 36, i / 6 % 6, i % 6].map(|step| (step * 255 / (STEPS - 1)) as u8);
            palette.extend_from_slice(&[r, g, b]);
        }
        let file = BufWriter::new(File::create(path).map_err(|error| told(&error))?);
        let (width, height) = (width / 2, height / 2);
        let mut encoder =
            gif::Encoder::new(file, width as u16, height as u16, &palette).map_err(|error| told(&error))?;
        encoder.set_repeat(gif::Repeat::Infinite).map_err(|error| told(&error))?;
        Ok(Recording { encoder, width, height, last: None })
    }

    /// What the screen shows at that moment.
    pub fn frame(&mut self, now: u64, pixels: &[u32], full_width: u32) {
        if self.last.as_ref().is_some_and(|(at, _)| now < at + FRAME) {
            return;
        }
        let step = |channel: u32| (channel * (STEPS - 1) + 127) / 255;
        let mut indexed = Vec::with_capacity((self.width * self.height) as usize);
        for y in 0..self.height {
            for x in 0..self.width {
                let pixel = pixels[(2 * y * full_width + 2 * x) as usize];
                let [r, g, b] = [16, 8, 0].map(|shift| step(pixel >> shift & 255));
                indexed.push((r * 36 + g * 6 + b) as u8);
            }
        }
        if self.last.as_ref().is_some_and(|(_, last)| *last == indexed) {
            return;
        }
        self.write(now);
        self.last = Some((now, indexed));
    }

    /// Writes the frame before, now that it is known how long it stood.
    fn write(&mut self, now: u64) {
        if let Some((at, indexed)) = self.last.take() {
            let delay = ((now - at) / 10).clamp(2, 1000) as u16;
            let mut frame =
                gif::Frame::from_indexed_pixels(self.width as u16, self.height as u16, indexed, None);
            frame.delay = delay;
            // A full disk ends the recording, not the program.
            let _ = self.encoder.write_frame(&frame);
        }
    }

    /// Writes the last frame.
    pub fn finish(mut self, now: u64) {
        self.write(now);
    }
}

/// The whole screen as it is shown: with windows over it.
pub fn shown(computer: &mut crate::desktop::Desktop) -> (Vec<u32>, u32, u32) {
    let (width, height) = computer.terminal.size();
    let mut pixels = computer.terminal.pixels().to_vec();
    computer.desk.compose(&mut pixels, width, height, (0, 0, width, height));
    (pixels, width, height)
}

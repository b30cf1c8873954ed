//! An image in pieces that a test may spoil: every field, every record, put together again with a right CRC.

use hognose_image::Image;
use hognose_image::crc::Crc;
use hognose_image::layout::*;
use hognose_image::varint;

pub fn varint_bytes(value: u32) -> Vec<u8> {
    let mut out = vec![0; 10];
    let len = varint::write(u64::from(value), &mut out);
    out.truncate(len);
    out
}

/// A code object in pieces. The figures stand in the order of the format; the two lengths are told, not counted.
#[derive(Clone, Default)]
pub struct RawCode {
    pub figures: [u32; 15],
    pub locals: Vec<u32>,
    pub cells: Vec<[u32; 2]>,
    pub frees: Vec<u32>,
    pub bytes: Vec<u8>,
    pub ranges: Vec<[u32; 4]>,
    pub positions: Vec<u8>,
}

pub const FLAGS: usize = 0;
pub const NAME: usize = 1;
pub const MODULE: usize = 3;
pub const STACK: usize = 5;
pub const LOCALS: usize = 10;
pub const CELLS: usize = 11;
pub const FREES: usize = 12;
pub const LENGTH: usize = 13;
pub const RANGES: usize = 14;

impl RawCode {
    pub fn of(image: &Image<'_>, index: u32) -> RawCode {
        let code = image.code(index).unwrap();
        let option = |index: Option<u32>| index.map_or(0, |index| index + 1);
        RawCode {
            figures: [
                code.flags,
                code.name,
                code.qualname,
                code.module,
                code.first_line,
                code.max_stack,
                option(code.doc),
                code.arg_count,
                code.posonly_count,
                code.kwonly_count,
                code.local_count,
                code.cell_count,
                code.free_count,
                code.bytes().len() as u32,
                code.range_count,
            ],
            locals: code.locals().collect(),
            cells: code.cells().map(|(name, parameter)| [name, option(parameter)]).collect(),
            frees: code.frees().collect(),
            bytes: code.bytes().to_vec(),
            ranges: code
                .ranges()
                .map(|range| [range.start, range.end - range.start, range.target, range.depth])
                .collect(),
            positions: code.position_table().to_vec(),
        }
    }

    pub fn encode(&self) -> Vec<u8> {
        let numbers =
            |values: &mut dyn Iterator<Item = u32>| values.flat_map(varint_bytes).collect::<Vec<u8>>();
        [
            numbers(&mut self.figures.into_iter()),
            numbers(&mut self.locals.iter().copied()),
            numbers(&mut self.cells.iter().flatten().copied()),
            numbers(&mut self.frees.iter().copied()),
            self.bytes.clone(),
            numbers(&mut self.ranges.iter().flatten().copied()),
            self.positions.clone(),
        ]
        .concat()
    }
}

/// An image as lists of records.
#[derive(Clone)]
pub struct Raw {
    pub flags: u16,
    pub modules: Vec<Vec<u8>>,
    pub imports: Vec<Vec<u8>>,
    pub constants: Vec<Vec<u8>>,
    pub codes: Vec<RawCode>,
    /// Records that take the place of code objects, when given.
    pub code_records: Vec<(usize, Vec<u8>)>,
}

impl Raw {
    pub fn of(bytes: &[u8]) -> Raw {
        let image = Image::parse(bytes).unwrap();
        let records =
            |from: u32, count: u32| (from..from + count).map(|record| record_of(bytes, record)).collect();
        let (modules, imports) = (image.module_count(), image.import_count());
        Raw {
            flags: u16::from_le_bytes([bytes[6], bytes[7]]),
            modules: records(0, modules),
            imports: records(modules, imports),
            constants: records(modules + imports, image.constant_count()),
            codes: (0..image.code_count()).map(|index| RawCode::of(&image, index)).collect(),
            code_records: Vec::new(),
        }
    }

    /// The image with header, narrow or wide offsets as the flags say, and a right CRC.
    pub fn encode(&self) -> Vec<u8> {
        let mut codes: Vec<Vec<u8>> = self.codes.iter().map(RawCode::encode).collect();
        for (index, record) in &self.code_records {
            codes[*index] = record.clone();
        }
        let counts = [self.modules.len(), self.imports.len(), self.constants.len(), codes.len()];
        let records = [&self.modules, &self.imports, &self.constants, &codes].into_iter().flatten();
        let width = if self.flags & FLAG_WIDE != 0 { 4 } else { 2 };
        let mut offset = HEADER + width * (SECTIONS + counts.iter().sum::<usize>());
        let mut figures: Vec<usize> = counts.to_vec();
        let mut data = Vec::new();
        for record in records {
            figures.push(offset);
            offset += record.len();
            data.extend_from_slice(record);
        }
        let mut bytes = MAGIC.to_vec();
        bytes.extend(ISA_VERSION.to_le_bytes());
        bytes.extend(self.flags.to_le_bytes());
        bytes.extend((offset as u32).to_le_bytes());
        bytes.extend([0; 4]);
        for figure in figures {
            bytes.extend(&figure.to_le_bytes()[..width]);
        }
        bytes.extend(data);
        seal(&mut bytes);
        bytes
    }
}

fn record_of(bytes: &[u8], record: u32) -> Vec<u8> {
    let wide = bytes[6] & 1 != 0;
    let figure = |index: usize| match wide {
        true => u32::from_le_bytes(bytes[HEADER + index * 4..][..4].try_into().unwrap()) as usize,
        false => usize::from(u16::from_le_bytes(bytes[HEADER + index * 2..][..2].try_into().unwrap())),
    };
    let count: usize = (0..SECTIONS).map(figure).sum();
    let index = SECTIONS + record as usize;
    let end = if record as usize + 1 == count { bytes.len() } else { figure(index + 1) };
    bytes[figure(index)..end].to_vec()
}

/// Puts the right CRC in.
pub fn seal(bytes: &mut [u8]) {
    let crc = Crc::new().with(&bytes[..CRC_AT]).with(&bytes[HEADER..]).value();
    bytes[CRC_AT..HEADER].copy_from_slice(&crc.to_le_bytes());
}

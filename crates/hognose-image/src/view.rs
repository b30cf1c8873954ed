//! Reading an image: a view over its bytes that copies nothing.
//!
//! [`Image::parse`] proves header, CRC and offset table. After that every accessor gives `Option` and none panics, also on
//! bytes that [`check`](crate::check()) would refuse. [`Image::trusted`] skips the proof and keeps the rest.

use crate::code::Code;
use crate::crc::Crc;
use crate::layout::*;
use crate::varint::Cursor;

/// Why bytes are not an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageError {
    /// Fewer bytes than header and tables need.
    Short {
        /// Bytes there are.
        len: usize,
        /// Bytes needed.
        need: usize,
    },
    /// The first four bytes are not `HOGN`.
    Magic,
    /// Made for another version of the instruction set.
    Version {
        /// Version of the image.
        found: u16,
        /// The version that this reader takes.
        known: u16,
    },
    /// Flags that this reader does not know.
    Flags {
        /// Flags of the image.
        found: u16,
        /// Flags that may be set.
        known: u16,
    },
    /// The length in the header is not the number of bytes given.
    Length {
        /// In the header.
        stated: u32,
        /// Given.
        len: usize,
    },
    /// The CRC does not match.
    Crc {
        /// In the header.
        stated: u32,
        /// Of the bytes.
        found: u32,
    },
    /// The wide flag on an image short enough for narrow offsets.
    NotNarrow,
    /// A record that begins before the one before it, or outside the image.
    Offset {
        /// Number of the record: modules, host imports, constants, code objects.
        record: u32,
        /// Where it is said to begin.
        offset: u32,
        /// Where it may begin at least.
        from: u32,
        /// Where it may begin at most.
        to: u32,
    },
    /// No module, so nothing to run.
    NoModule,
}

impl core::fmt::Display for ImageError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match *self {
            ImageError::Short { len, need } => write!(f, "{len} bytes, where header and tables need {need}"),
            ImageError::Magic => f.write_str("the first four bytes are not HOGN"),
            ImageError::Version { found, known } => {
                write!(f, "made for version {found} of the instruction set, where {known} is known")
            }
            ImageError::Flags { found, known } => write!(f, "flags {found:#x}, where {known:#x} are known"),
            ImageError::Length { stated, len } => {
                write!(f, "the header says {stated} bytes, and there are {len}")
            }
            ImageError::Crc { stated, found } => {
                write!(
                    f,
                    "the header says CRC {stated:08x}, and the bytes have {found:08x}: they were changed"
                )
            }
            ImageError::NotNarrow => f.write_str("wide offsets in an image short enough for narrow ones"),
            ImageError::Offset { record, offset, from, to } => {
                write!(f, "record {record} begins at byte {offset}, where {from} to {to} is allowed")
            }
            ImageError::NoModule => f.write_str("it has no module, so there is nothing to run"),
        }
    }
}

impl core::error::Error for ImageError {}

/// A program as bytes, readable.
#[derive(Clone, Copy, Debug)]
pub struct Image<'a> {
    bytes: &'a [u8],
    flags: u16,
    modules: u32,
    imports: u32,
    constants: u32,
    codes: u32,
}

impl<'a> Image<'a> {
    /// Proves that `bytes` are an image: magic, version, length, CRC, offset table. Takes time linear in their number.
    pub fn parse(bytes: &'a [u8]) -> Result<Image<'a>, ImageError> {
        let len = bytes.len();
        let short = |need| ImageError::Short { len, need };
        let mut cursor = Cursor::new(bytes);
        if cursor.take(MAGIC.len()).ok_or(short(HEADER))? != MAGIC {
            return Err(ImageError::Magic);
        }
        let version = cursor.u16().ok_or(short(HEADER))?;
        if version != ISA_VERSION {
            return Err(ImageError::Version { found: version, known: ISA_VERSION });
        }
        let flags = cursor.u16().ok_or(short(HEADER))?;
        if flags & !FLAGS_KNOWN != 0 {
            return Err(ImageError::Flags { found: flags, known: FLAGS_KNOWN });
        }
        let stated = cursor.u32().ok_or(short(HEADER))?;
        if usize::try_from(stated) != Ok(len) {
            return Err(ImageError::Length { stated, len });
        }
        let stated = cursor.u32().ok_or(short(HEADER))?;
        let found = crc(bytes);
        if stated != found {
            return Err(ImageError::Crc { stated, found });
        }
        let width = width(flags) as u64;
        let counts = HEADER as u64 + SECTIONS as u64 * width;
        if (len as u64) < counts {
            return Err(short(counts as usize));
        }
        let image = Image::view(bytes);
        let records = image.records();
        let table = counts + records * width;
        if (len as u64) < table {
            return Err(short(usize::try_from(table).unwrap_or(usize::MAX)));
        }
        if image.is_wide() && len as u64 - (SECTIONS as u64 + records) * 2 <= u64::from(u16::MAX) {
            return Err(ImageError::NotNarrow);
        }
        // The table fits, so both casts below hold.
        let mut from = table as u32;
        for record in 0..records as u32 {
            let offset = image.offset(record).unwrap_or(0);
            let to = if record == 0 { from } else { len as u32 };
            if offset < from || offset > to {
                return Err(ImageError::Offset { record, offset, from, to });
            }
            from = offset;
        }
        if image.modules == 0 {
            return Err(ImageError::NoModule);
        }
        Ok(image)
    }

    /// A view of bytes that were parsed before; takes a few loads. Of bytes that are no image it gives a view whose accessors
    /// find nothing or nonsense, but never panic, and whose counts are no larger than the bytes.
    pub fn trusted(bytes: &'a [u8]) -> Image<'a> {
        let image = Image::view(bytes);
        if image.records() > (bytes.len() / 2) as u64 {
            return Image { bytes, flags: 0, modules: 0, imports: 0, constants: 0, codes: 0 };
        }
        image
    }

    fn view(bytes: &'a [u8]) -> Image<'a> {
        let mut image = Image { bytes, flags: 0, modules: 0, imports: 0, constants: 0, codes: 0 };
        let mut cursor = Cursor::starting(bytes, 6);
        image.flags = cursor.u16().unwrap_or(0);
        let mut cursor = Cursor::starting(bytes, HEADER);
        let wide = image.is_wide();
        let mut count = || if wide { cursor.u32() } else { cursor.u16().map(u32::from) }.unwrap_or(0);
        image.modules = count();
        image.imports = count();
        image.constants = count();
        image.codes = count();
        image
    }

    /// Length in the header, when `bytes` begin with one: how much of a larger store belongs to the image.
    pub fn stated_len(bytes: &[u8]) -> Option<u32> {
        if bytes.get(..MAGIC.len())? != MAGIC {
            return None;
        }
        Cursor::starting(bytes, LENGTH_AT).u32()
    }

    /// The bytes.
    pub const fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Whether offsets have 4 bytes.
    pub const fn is_wide(&self) -> bool {
        self.flags & FLAG_WIDE != 0
    }

    /// Whether position tables were left out.
    pub const fn is_stripped(&self) -> bool {
        self.flags & FLAG_STRIPPED != 0
    }

    /// Number of modules.
    pub const fn module_count(&self) -> u32 {
        self.modules
    }

    /// Number of host imports.
    pub const fn import_count(&self) -> u32 {
        self.imports
    }

    /// Number of constants.
    pub const fn constant_count(&self) -> u32 {
        self.constants
    }

    /// Number of code objects.
    pub const fn code_count(&self) -> u32 {
        self.codes
    }

    /// Module `index`; 0 is the main one.
    pub fn module(&self, index: u32) -> Option<Module> {
        Module::read(self.record(index, self.modules, 0)?)
    }

    /// Index of the module with that dotted name.
    pub fn find_module(&self, name: &[u8]) -> Option<u32> {
        (0..self.modules).find(|index| {
            let module = self.module(*index);
            module.and_then(|module| self.str(module.name)) == Some(name)
        })
    }

    /// Host import `index`.
    pub fn import(&self, index: u32) -> Option<Import<'a>> {
        let mut cursor = Cursor::new(self.record(index, self.imports, self.modules)?);
        let module = cursor.varint()?;
        Some(Import { module, names: ImportNames(cursor) })
    }

    /// Constant `index`.
    pub fn constant(&self, index: u32) -> Option<Constant<'a>> {
        Constant::read(self.constant_record(index)?)
    }

    /// The bytes of string constant `index`; `None` when it is something else.
    pub fn str(&self, index: u32) -> Option<&'a [u8]> {
        match self.constant(index)? {
            Constant::Str(text) => Some(text),
            _ => None,
        }
    }

    /// Code object `index`.
    pub fn code(&self, index: u32) -> Option<Code<'a>> {
        Code::read(self.code_record(index)?)
    }

    /// The name of code object `index`, if it is not inside another function or class; nothing else of it is read.
    pub fn outer_name(&self, index: u32) -> Option<&'a [u8]> {
        let mut cursor = Cursor::new(self.code_record(index)?);
        let (_flags, name, qualname) = (cursor.varint()?, cursor.varint()?, cursor.varint()?);
        if name == qualname { self.str(name) } else { None }
    }

    /// The bytes of code object `index`.
    pub(crate) fn code_record(&self, index: u32) -> Option<&'a [u8]> {
        let before = u64::from(self.modules) + u64::from(self.imports) + u64::from(self.constants);
        self.record(index, self.codes, u32::try_from(before).ok()?)
    }

    /// Tag and payload of constant `index`: equal constants have equal bytes.
    pub fn constant_record(&self, index: u32) -> Option<&'a [u8]> {
        self.record(index, self.constants, self.modules.checked_add(self.imports)?)
    }

    fn records(&self) -> u64 {
        u64::from(self.modules) + u64::from(self.imports) + u64::from(self.constants) + u64::from(self.codes)
    }

    fn record(&self, index: u32, count: u32, before: u32) -> Option<&'a [u8]> {
        if index >= count {
            return None;
        }
        let record = before.checked_add(index)?;
        let start = self.offset(record)?;
        let end = match record.checked_add(1)? {
            next if u64::from(next) < self.records() => self.offset(next)? as usize,
            _ => self.bytes.len(),
        };
        self.bytes.get(start as usize..end)
    }

    fn offset(&self, record: u32) -> Option<u32> {
        let width = width(self.flags);
        let place = (record as usize).checked_add(SECTIONS)?.checked_mul(width)?.checked_add(HEADER)?;
        let mut cursor = Cursor::starting(self.bytes, place);
        if self.is_wide() { cursor.u32() } else { cursor.u16().map(u32::from) }
    }
}

/// Bytes of an offset under these flags.
pub(crate) const fn width(flags: u16) -> usize {
    if flags & FLAG_WIDE != 0 { 4 } else { 2 }
}

/// CRC of an image: over all bytes but the CRC itself.
pub(crate) fn crc(bytes: &[u8]) -> u32 {
    let before = bytes.get(..CRC_AT).unwrap_or(bytes);
    let after = bytes.get(HEADER..).unwrap_or(&[]);
    Crc::new().with(before).with(after).value()
}

/// One module of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Module {
    /// [`MODULE_PACKAGE`] or 0.
    pub flags: u32,
    /// Constant: dotted name.
    pub name: u32,
    /// Its top-level code object.
    pub code: u32,
    /// Constant: name of the source file in tracebacks.
    pub file: u32,
    /// Constant: source text.
    pub source: Option<u32>,
}

impl Module {
    /// Whether it is a package.
    pub const fn is_package(&self) -> bool {
        self.flags & MODULE_PACKAGE != 0
    }

    fn read(record: &[u8]) -> Option<Module> {
        let mut cursor = Cursor::new(record);
        let module = Module {
            flags: cursor.varint()?,
            name: cursor.varint()?,
            code: cursor.varint()?,
            file: cursor.varint()?,
            source: cursor.varint()?.checked_sub(1),
        };
        cursor.is_empty().then_some(module)
    }
}

/// A host module that a program needs.
#[derive(Clone, Copy, Debug)]
pub struct Import<'a> {
    /// Constant: name of the host module.
    pub module: u32,
    /// The names used of it.
    pub names: ImportNames<'a>,
}

/// Names used of a host module: constant of the name, hash of the signature. Ends at the end of the record or at
/// malformed bytes.
#[derive(Clone, Copy, Debug)]
pub struct ImportNames<'a>(Cursor<'a>);

impl<'a> ImportNames<'a> {
    /// Bytes not read yet: not empty after malformed ones.
    pub fn rest(&self) -> &'a [u8] {
        self.0.rest()
    }
}

impl Iterator for ImportNames<'_> {
    type Item = (u32, u32);

    fn next(&mut self) -> Option<(u32, u32)> {
        let mut cursor = self.0;
        let item = (cursor.varint()?, cursor.u32()?);
        self.0 = cursor;
        Some(item)
    }
}

/// A constant, as it stands in the image.
#[derive(Clone, Copy, Debug)]
pub enum Constant<'a> {
    /// `None`
    None,
    /// `True`
    True,
    /// `False`
    False,
    /// `...`
    Ellipsis,
    /// An int of at most 64 bits.
    Int(i64),
    /// A larger int.
    BigInt {
        /// Below 0.
        negative: bool,
        /// Absolute value, little-endian bytes, the last not 0.
        magnitude: &'a [u8],
    },
    /// A float.
    Float(f64),
    /// A complex number.
    Complex {
        /// Real part.
        real: f64,
        /// Imaginary part.
        imag: f64,
    },
    /// A string: UTF-8 that may hold lone surrogates, 3 bytes each.
    Str(&'a [u8]),
    /// Bytes.
    Bytes(&'a [u8]),
    /// A tuple of constants, each of a lower index.
    Tuple(Items<'a>),
    /// A frozenset of constants, each of a lower index.
    FrozenSet(Items<'a>),
}

impl<'a> Constant<'a> {
    /// Reads tag and payload, which have to be the whole record.
    pub fn read(record: &'a [u8]) -> Option<Constant<'a>> {
        let mut cursor = Cursor::new(record);
        let tag = cursor.byte()?;
        let rest = cursor.rest();
        let constant = match tag {
            TAG_STR => return Some(Constant::Str(rest)),
            TAG_BYTES => return Some(Constant::Bytes(rest)),
            TAG_TUPLE => return Some(Constant::Tuple(Items::new(rest))),
            TAG_FROZENSET => return Some(Constant::FrozenSet(Items::new(rest))),
            TAG_BIG | TAG_BIG_NEGATIVE => {
                return Some(Constant::BigInt { negative: tag == TAG_BIG_NEGATIVE, magnitude: rest });
            }
            TAG_NONE => Constant::None,
            TAG_TRUE => Constant::True,
            TAG_FALSE => Constant::False,
            TAG_ELLIPSIS => Constant::Ellipsis,
            TAG_INT => Constant::Int(cursor.signed64()?),
            TAG_FLOAT => Constant::Float(f64::from_bits(cursor.u64()?)),
            TAG_COMPLEX => {
                let (real, imag) = (cursor.u64()?, cursor.u64()?);
                Constant::Complex { real: f64::from_bits(real), imag: f64::from_bits(imag) }
            }
            _ => return None,
        };
        cursor.is_empty().then_some(constant)
    }
}

/// Indices in a row. Ends at the end of its bytes or at a malformed number.
#[derive(Clone, Copy, Debug)]
pub struct Items<'a>(Cursor<'a>);

impl<'a> Items<'a> {
    /// Over these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Items(Cursor::new(bytes))
    }

    /// Bytes not read yet: not empty after a malformed number.
    pub fn rest(&self) -> &'a [u8] {
        self.0.rest()
    }

    /// How many there are, in time linear in that.
    pub fn len(&self) -> u32 {
        self.fold(0u32, |count, _| count.saturating_add(1))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Iterator for Items<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let mut cursor = self.0;
        let item = cursor.varint()?;
        self.0 = cursor;
        Some(item)
    }
}

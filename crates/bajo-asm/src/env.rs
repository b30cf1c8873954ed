//! What a program is assembled for: the regions, the named registers, the patience of the layout.

use std::collections::BTreeMap;
use std::fmt;

/// A half-open range of byte addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// First address.
    pub lo: i64,
    /// The address after the last.
    pub hi: i64,
}

impl Region {
    /// `lo..hi`.
    pub const fn new(lo: i64, hi: i64) -> Self {
        Self { lo, hi }
    }

    /// Whether `address` lies in it.
    pub fn contains(&self, address: i64) -> bool {
        self.lo <= address && address < self.hi
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#x}..{:#x}", self.lo, self.hi)
    }
}

/// The passes a layout makes before its first repair, unless said otherwise.
pub const MAX_PASSES: u32 = 16;

/// Target environment of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Env {
    pub(crate) ram: Region,
    pub(crate) code: Region,
    pub(crate) named: BTreeMap<String, i64>,
    pub(crate) max_passes: u32,
}

/// Why an environment was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnvError {
    /// The code region ends before it starts.
    CodeReversed(Region),
    /// The RAM region ends before it starts.
    RamReversed(Region),
    /// An end of RAM lies in the code region.
    Overlap {
        /// The RAM region.
        ram: Region,
        /// The code region.
        code: Region,
    },
    /// An end of RAM is not a multiple of 4.
    RamUnaligned(Region),
    /// Fewer than 3 passes can never see a layout settle.
    TooFewPasses(u32),
}

impl fmt::Display for EnvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CodeReversed(r) => write!(f, "code region {r} ends before it starts"),
            Self::RamReversed(r) => write!(f, "RAM region {r} ends before it starts"),
            Self::Overlap { ram, code } => write!(f, "RAM region {ram} and code region {code} overlap"),
            Self::RamUnaligned(r) => write!(f, "both ends of RAM region {r} must be multiples of 4"),
            Self::TooFewPasses(n) => write!(f, "max_passes is {n}, allowed are 3 and more"),
        }
    }
}

impl std::error::Error for EnvError {}

impl Env {
    /// An environment without named registers and with [`MAX_PASSES`].
    ///
    /// # Errors
    /// Regions that are reversed, unaligned or overlap (a code region strictly inside RAM is accepted).
    pub fn new(ram: Region, code: Region) -> Result<Self, EnvError> {
        if code.lo > code.hi {
            return Err(EnvError::CodeReversed(code));
        }
        if ram.lo > ram.hi {
            return Err(EnvError::RamReversed(ram));
        }
        if code.contains(ram.lo) || code.contains(ram.hi.saturating_sub(1)) {
            return Err(EnvError::Overlap { ram, code });
        }
        if ram.lo % 4 != 0 || ram.hi % 4 != 0 {
            return Err(EnvError::RamUnaligned(ram));
        }
        Ok(Self { ram, code, named: BTreeMap::new(), max_passes: MAX_PASSES })
    }

    /// Code at `base`, everything else RAM: no address is refused. For code that was not written for a known machine.
    pub fn anywhere(base: u32) -> Self {
        let all = Region::new(0, 1 << 32);
        let code = Region::new(i64::from(base), 1 << 32);
        Self { ram: all, code, named: BTreeMap::new(), max_passes: MAX_PASSES }
    }

    /// Adds a named register, `number` counted in words from address 0.
    #[must_use]
    pub fn register(mut self, name: &str, number: i64) -> Self {
        self.named.insert(name.to_owned(), number);
        self
    }

    /// Sets the passes before the first repair and between repairs.
    ///
    /// # Errors
    /// Fewer than 3.
    pub fn passes(mut self, max_passes: u32) -> Result<Self, EnvError> {
        if max_passes < 3 {
            return Err(EnvError::TooFewPasses(max_passes));
        }
        self.max_passes = max_passes;
        Ok(self)
    }

    /// The RAM region.
    pub fn ram(&self) -> Region {
        self.ram
    }

    /// The code region.
    pub fn code(&self) -> Region {
        self.code
    }
}

impl Default for Env {
    /// 64 KB of RAM at 0, code above it, `sp` is register 13, `lr` register 14.
    fn default() -> Self {
        Self {
            ram: Region::new(0, 0x1_0000),
            code: Region::new(0x1_0000, 0x1_0000_0000),
            named: BTreeMap::from([("sp".to_owned(), 13), ("lr".to_owned(), 14)]),
            max_passes: MAX_PASSES,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn env(ram: (i64, i64), code: (i64, i64)) -> Result<Env, EnvError> {
        Env::new(Region::new(ram.0, ram.1), Region::new(code.0, code.1))
    }

    #[test]
    fn bad_regions_are_refused_in_order() {
        assert!(matches!(env((128, 0), (300, 200)), Err(EnvError::CodeReversed(_))));
        assert!(matches!(env((128, 0), (1000, 2000)), Err(EnvError::RamReversed(_))));
        assert!(matches!(env((0, 64), (60, 128)), Err(EnvError::Overlap { .. })));
        assert!(matches!(env((0, 0), (0, 1024)), Err(EnvError::Overlap { .. })));
        assert!(matches!(env((0, 62), (128, 256)), Err(EnvError::RamUnaligned(_))));
        assert!(env((0, 256), (64, 128)).is_ok());
        assert_eq!(Env::default().passes(2), Err(EnvError::TooFewPasses(2)));
    }
}

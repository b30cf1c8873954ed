//! Fingerprints of what a snapshot silently refers to: tables of the engine, modules of the host, the library.

use super::VERSION;
use crate::heap::Kind;
use crate::lower::op;
use crate::names;
use crate::native::{Def, What};
use crate::object::class::CLASS_WORDS;
use crate::object::code::{CACHE_WORDS, CODE_RAW};
use crate::object::exception::EXCEPTION_WORDS;
use crate::object::function::FUNCTION_WORDS;
use crate::object::generator::GENERATOR_WORDS;
use crate::object::shape::SHAPE_WORDS;
use crate::types::Type;
use crate::vm::Vm;
use hognose_image::crc::Crc;
use hognose_image::layout::CRC_AT;

fn text(crc: Crc, text: &str) -> Crc {
    crc.with(text.as_bytes()).with(&[0xFF])
}

fn number(what: &What) -> u8 {
    match what {
        What::Function(..) => 0,
        What::ClassMethod(..) => 1,
        What::Static(..) => 2,
        What::Getter(_) => 3,
        What::GetSet(_) => 4,
        What::Frozen(_) => 5,
        What::FrozenClassMethod(_) => 6,
        What::Type(_) => 7,
        What::Constant(_) => 8,
        What::FrozenObject(_) => 9,
        What::Member(_) => 10,
        What::Library(_) => 11,
        What::Method(_) => 12,
        What::Alias(_) => 13,
    }
}

fn table(mut crc: Crc, defs: &[Def]) -> Crc {
    for def in defs {
        let takes = def.takes();
        crc = text(crc, def.name).with(&[number(&def.what), takes.min, takes.max]);
    }
    crc
}

impl Vm<'_> {
    /// Fingerprints of engine, modules and library.
    pub(crate) fn fingerprints(&self) -> [u32; 3] {
        let sizes = [
            VERSION as usize,
            Kind::Image as usize,
            CLASS_WORDS,
            CODE_RAW,
            CACHE_WORDS,
            EXCEPTION_WORDS,
            FUNCTION_WORDS,
            GENERATOR_WORDS,
            SHAPE_WORDS,
            crate::vm::FRAME,
            super::layout::FIELDS,
        ];
        let mut engine = Crc::new().with(&sizes.map(|n| n as u8));
        for name in op::NAMES {
            engine = text(engine, name);
        }
        for name in names::TEXT {
            engine = text(engine, name);
        }
        for kind in Type::ALL {
            engine = table(text(engine, kind.name()), kind.attributes());
        }
        engine = table(engine, crate::builtins::FUNCTIONS);
        for defs in crate::builtins::INTRINSICS {
            engine = table(engine, defs);
        }
        let mut modules = Crc::new();
        for module in self.modules {
            modules = table(text(modules, module.name), module.attributes);
        }
        // The header of the library has the CRC of the rest in it.
        let header = self.frozen.get(..CRC_AT + 4).unwrap_or(self.frozen);
        [engine.value(), modules.value(), Crc::new().with(header).value()]
    }
}

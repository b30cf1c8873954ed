//! Proving an image well-formed.
//!
//! [`check`] looks at every record once and runs every code object once over stack depths. What passes has no index out of
//! range, no operand of the wrong kind, no jump into the middle of an instruction, no stack that underflows, overflows or
//! differs where ways join, no way past the end of the code, one spelling for everything (so that the text form gives back
//! the same bytes). Types of values are not looked at: an instruction that expects a list may find something else.
//!
//! Time is linear in the size of the image. Memory is lent by the caller, see [`check_scratch_words`].

mod body;
mod constant;
mod error;
mod flow;
mod range;

pub use error::{CheckError, Place, Problem, Wanted};

use crate::code::Head;
use crate::layout::*;
use crate::view::{Constant, Image};

/// Most modules of an image.
pub const MODULE_LIMIT: u32 = 1024;
/// Most names of host modules and host functions of an image together.
pub const IMPORT_LIMIT: u32 = 1024;
/// Most keyword names in one call.
pub const KEYWORD_LIMIT: u32 = 255;
/// Most exception ranges around one place.
pub const NEST_LIMIT: u32 = 255;

/// An image that passed [`check`]; there is no other way to one.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    image: Image<'a>,
}

impl<'a> Checked<'a> {
    /// The image.
    pub const fn image(&self) -> Image<'a> {
        self.image
    }
}

/// Words of memory that [`check`] wants for this image: of its largest code object, 3 bits for each byte of code, 2 words
/// for each jump and exception range, 4 words for each exception range, 1 bit for each parameter.
pub fn check_scratch_words(image: &Image<'_>) -> usize {
    let mut most = 0;
    for index in 0..image.code_count() {
        let Some(code) = image.code(index) else { continue };
        most = most.max(body::scratch_words(&code));
    }
    most
}

/// Proves `image` well-formed, or says what is wrong where.
pub fn check<'a>(image: &Image<'a>, scratch: &mut [u32]) -> Result<Checked<'a>, CheckError<'a>> {
    for index in 0..image.constant_count() {
        constant::check(image, index)
            .map_err(|problem| CheckError { place: Place::Constant(index), problem })?;
    }
    if image.module_count() > MODULE_LIMIT {
        let problem =
            Problem::TooMany { what: "modules", found: u64::from(image.module_count()), most: MODULE_LIMIT };
        return Err(CheckError { place: Place::Image, problem });
    }
    for index in 0..image.module_count() {
        check_module(image, index).map_err(|problem| CheckError { place: Place::Module(index), problem })?;
    }
    check_imports(image)?;
    for index in 0..image.code_count() {
        body::check(image, index, scratch)?;
    }
    Ok(Checked { image: *image })
}

fn check_module(image: &Image<'_>, index: u32) -> Result<(), Problem> {
    let module = image.module(index).ok_or(Problem::Malformed)?;
    if module.flags & !MODULE_PACKAGE != 0 {
        return Err(Problem::Flags { found: module.flags, known: MODULE_PACKAGE });
    }
    want_str(image, module.name)?;
    want_str(image, module.file)?;
    if let Some(source) = module.source {
        want_str(image, source)?;
    }
    want_below("code objects", module.code, image.code_count())?;
    let head =
        Head::read(image.code_record(module.code).ok_or(Problem::Malformed)?).ok_or(Problem::Malformed)?;
    if head.flags & CODE_NAMESPACE == 0 {
        return Err(Problem::ModuleCode { code: module.code, wanted: "namespace code" });
    }
    if head.free_count != 0 {
        return Err(Problem::ModuleCode { code: module.code, wanted: "code without free variables" });
    }
    if head.module != index {
        return Err(Problem::ModuleCode { code: module.code, wanted: "code of this module" });
    }
    let name = image.str(module.name);
    match (0..index).find(|other| image.module(*other).and_then(|other| image.str(other.name)) == name) {
        Some(other) => Err(Problem::Twice { first: other }),
        None => Ok(()),
    }
}

fn check_imports<'a>(image: &Image<'a>) -> Result<(), CheckError<'a>> {
    let mut names = image.import_count();
    for index in 0..image.import_count() {
        let at = |problem| CheckError { place: Place::Import(index), problem };
        let import = image.import(index).ok_or(at(Problem::Malformed))?;
        let mut rest = import.names;
        names = names.saturating_add(rest.by_ref().take(IMPORT_LIMIT as usize + 1).count() as u32);
        if names > IMPORT_LIMIT {
            let problem =
                Problem::TooMany { what: "imported names", found: u64::from(names), most: IMPORT_LIMIT };
            return Err(at(problem));
        }
        if !rest.rest().is_empty() {
            return Err(at(Problem::Malformed));
        }
        let module = want_str(image, import.module).map_err(at)?;
        let same = |other: u32| image.import(other).and_then(|other| image.str(other.module)) == Some(module);
        if let Some(first) = (0..index).find(|other| same(*other)) {
            return Err(at(Problem::Twice { first }));
        }
        for (number, (name, _)) in import.names.enumerate() {
            let name = want_str(image, name).map_err(at)?;
            let same = |other: (u32, u32)| image.str(other.0) == Some(name);
            if let Some(first) = import.names.take(number).position(same) {
                return Err(at(Problem::Twice { first: first as u32 }));
            }
        }
    }
    Ok(())
}

/// The string constant of that index.
fn want_str<'a>(image: &Image<'a>, index: u32) -> Result<&'a [u8], Problem> {
    want_below("constants", index, image.constant_count())?;
    match image.constant(index) {
        Some(Constant::Str(text)) => Ok(text),
        _ => Err(Problem::Constant { index, wanted: Wanted::Str }),
    }
}

fn want_below(what: &'static str, index: u32, count: u32) -> Result<(), Problem> {
    if index < count { Ok(()) } else { Err(Problem::Index { what, index, count }) }
}

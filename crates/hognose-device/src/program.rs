//! The program that is in the block: Python or Bajo, told apart by the first bytes of its image.

use crate::gear::Gear;
use crate::limits::Bounds;
use crate::store::{Entry, Store};
use crate::uses::{self, Uses};
use crate::{Equipment, Value};
use bajo::{HostCall, Machine, Memory, Regions};
use core::any::TypeId;
use embedded_storage::nor_flash::NorFlash;
use hognose::{Budget, Engine, Error, LoadError, ModuleDef, Raise};
use hognose_link::Line;

/// Address of the RAM of Bajo programs.
const RAM: u32 = 0;

/// Why an image cannot be run here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// It is no image, or not well-formed; where, if known.
    Image(u32, Line),
    /// It uses what it was not granted.
    Grant(Line),
    /// The block is too small.
    Memory,
}

/// How a slice ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slice {
    /// It may go on at once.
    Goes,
    /// It waits for an answer.
    Waits,
    /// The handler that was called has returned.
    Handled,
    /// The program came to its end.
    Finished,
    /// It failed.
    Failed,
    /// Somebody asked for a stop by the control of the engine.
    Stopped,
}

/// What images need besides themselves.
#[derive(Clone, Copy)]
pub(crate) struct Library<'m> {
    pub modules: &'m [&'static ModuleDef],
    pub frozen: &'static [u8],
}

/// The block of a device, and what is in it.
pub(crate) enum Program<'m> {
    /// Nothing.
    Empty(&'m mut [u64]),
    /// A Python program.
    Python(Engine<'m>),
    /// A Bajo program.
    Bajo(Bajo<'m>),
    /// Only while it changes.
    Changing,
}

/// A Bajo program: its code comes first in the block, its RAM after that.
pub(crate) struct Bajo<'m> {
    block: &'m mut [u64],
    machine: Machine,
    /// Bytes of the image, and address of its code.
    image: usize,
    load: u32,
    ram: usize,
    fault: Option<bajo::Fault>,
}

/// Bytes that a Bajo image has before its code.
const HEAD: usize = bajo::image::HEADER_LEN;

impl<'m> Bajo<'m> {
    /// Runs with the functions of the equipment.
    fn run<E: Equipment>(&mut self, gear: &mut Gear<E>, fuel: u64) -> bajo::Outcome {
        let bytes: &mut [u8] = bytemuck::cast_slice_mut(self.block);
        let (image, rest) = bytes.split_at_mut(self.image.next_multiple_of(8).min(bytes.len()));
        let code = image.get(HEAD..self.image).unwrap_or(&[]);
        let ram = rest.get_mut(..self.ram).unwrap_or(&mut []);
        // They lie apart since the program was loaded.
        let Ok(memory) = Memory::new(RAM, ram, self.load, code) else { return bajo::Outcome::Finished(0) };
        let call = |call: HostCall<'_>, memory: &mut Memory<'_>| {
            if gear.barred {
                return Err(bajo::UNKNOWN_FUNCTION);
            }
            gear.calls = gear.calls.saturating_add(1);
            gear.equipment.call(call, memory)
        };
        self.machine.run(&mut Regions::new(memory, call), fuel)
    }

    fn answer(&mut self, value: &Value) {
        let bytes: &mut [u8] = bytemuck::cast_slice_mut(self.block);
        let (image, rest) = bytes.split_at_mut(self.image.next_multiple_of(8).min(bytes.len()));
        let code = image.get(HEAD..self.image).unwrap_or(&[]);
        let ram = rest.get_mut(..self.ram).unwrap_or(&mut []);
        if let Ok(memory) = Memory::new(RAM, ram, self.load, code) {
            let answered = self.machine.answer(&mut Regions::new(memory, bajo::NoHost), &value.words());
            self.fault = answered.err();
        }
    }
}

/// Lends the gear to an engine for a while.
fn lend<'m, E: Equipment + 'static, R>(
    engine: &mut Engine<'m>,
    place: &mut Option<&'m mut Gear<E>>,
    work: impl FnOnce(&mut Engine<'m>) -> R,
) -> R {
    if let Some(gear) = place.take() {
        engine.set_host(gear);
    }
    let result = work(engine);
    let host = engine.vm().take_host();
    *place =
        host.and_then(|host| host.state_of(TypeId::of::<Gear<E>>())).and_then(|gear| gear.downcast_mut());
    result
}

impl<'m> Program<'m> {
    /// Is there a program?
    pub const fn is_loaded(&self) -> bool {
        matches!(self, Program::Python(_) | Program::Bajo(_))
    }

    /// Bytes of the block.
    pub fn block_len(&self) -> usize {
        8 * match self {
            Program::Empty(block) => block.len(),
            Program::Python(engine) => engine.statistics().block / 8,
            Program::Bajo(bajo) => bajo.block.len(),
            Program::Changing => 0,
        }
    }

    /// Drops the program: nothing of it runs any more, the block is free.
    pub fn clear(&mut self) {
        *self = match core::mem::replace(self, Program::Changing) {
            Program::Python(engine) => Program::Empty(engine.into_block()),
            Program::Bajo(bajo) => Program::Empty(bajo.block),
            other => other,
        };
    }

    /// Puts an image into the block and checks it; what it uses.
    pub fn load<E: Equipment, F: NorFlash>(
        &mut self,
        source: Source<'_, F>,
        bounds: &Bounds,
        granted: u32,
        library: Library<'m>,
        equipment: &E,
    ) -> Result<Uses, Refused> {
        self.clear();
        let Program::Empty(block) = core::mem::replace(self, Program::Changing) else {
            return Err(Refused::Memory);
        };
        let memory = if bounds.memory == 0 { usize::MAX } else { bounds.memory as usize };
        let (program, uses) = load_block(block, memory, source, bounds, granted, library, equipment);
        *self = program;
        let uses = uses.and_then(|uses| match uses.refused_name() {
            Some(name) => {
                let module = equipment.module();
                Err(Refused::Grant(Line::format(format_args!(
                    "the program uses {module}.{name}, which it was not granted"
                ))))
            }
            None => Ok(uses),
        });
        if uses.is_err() {
            self.clear();
        }
        uses
    }

    /// Runs on within that much fuel.
    pub fn run<E: Equipment + 'static>(&mut self, gear: &mut Option<&'m mut Gear<E>>, fuel: u64) -> Slice {
        match self {
            Program::Python(engine) => {
                let in_handler = gear.as_ref().is_some_and(|gear| gear.in_handler);
                match lend(engine, gear, |engine| engine.run(Budget::fuel(fuel))) {
                    hognose::Outcome::Finished if in_handler => Slice::Handled,
                    hognose::Outcome::Finished => Slice::Finished,
                    hognose::Outcome::Failed => Slice::Failed,
                    hognose::Outcome::Stopped => Slice::Stopped,
                    hognose::Outcome::Waiting => Slice::Waits,
                    _ => Slice::Goes,
                }
            }
            Program::Bajo(bajo) => {
                if bajo.fault.is_some() {
                    return Slice::Failed;
                }
                let Some(gear) = gear.as_deref_mut() else { return Slice::Failed };
                match bajo.run(gear, fuel) {
                    bajo::Outcome::Finished(_) => Slice::Finished,
                    bajo::Outcome::Waiting(_) => Slice::Waits,
                    bajo::Outcome::Failed(fault) => {
                        bajo.fault = Some(fault);
                        Slice::Failed
                    }
                    bajo::Outcome::Spent | bajo::Outcome::Paused => Slice::Goes,
                }
            }
            _ => Slice::Finished,
        }
    }

    /// Does it wait for an answer?
    pub fn is_waiting(&self) -> bool {
        match self {
            Program::Python(engine) => engine.is_waiting(),
            Program::Bajo(bajo) => bajo.machine.waiting().is_some(),
            _ => false,
        }
    }

    /// Gives the answer of a host function to the program.
    pub fn answer<E: Equipment + 'static>(
        &mut self,
        gear: &mut Option<&'m mut Gear<E>>,
        answer: Result<Value, Raise>,
    ) {
        match self {
            Program::Python(engine) => lend(engine, gear, |engine| {
                let done = match answer {
                    Ok(value) => engine.answer(value),
                    Err(raise) => engine.answer_error(&raise),
                };
                if done.is_err() && engine.is_waiting() {
                    let _ = engine.answer_error(&Raise::new(hognose::Type::MemoryError, ""));
                }
            }),
            Program::Bajo(bajo) => match answer {
                Ok(value) => bajo.answer(&value),
                Err(raise) => {
                    let code = gear.as_ref().map_or(-1, |gear| gear.equipment.code(&raise));
                    bajo.fault = bajo.machine.refuse(code);
                }
            },
            _ => {}
        }
    }

    /// Calls a handler of the program; false: it cannot be called.
    pub fn call<E: Equipment + 'static>(
        &mut self,
        gear: &mut Option<&'m mut Gear<E>>,
        handler: hognose::Handle,
    ) -> bool {
        match self {
            Program::Python(engine) => lend(engine, gear, |engine| engine.call(handler, ())).is_ok(),
            _ => false,
        }
    }

    /// Lets go of a handler.
    pub fn release(&mut self, handler: hognose::Handle) {
        if let Program::Python(engine) = self {
            engine.release(handler);
        }
    }

    /// Instructions that it ran.
    pub fn steps(&self) -> u64 {
        match self {
            Program::Python(engine) => engine.statistics().fuel,
            Program::Bajo(bajo) => bajo.machine.spent(),
            _ => 0,
        }
    }

    /// Bytes in use now, and at most.
    pub fn memory(&self) -> (usize, usize) {
        match self {
            Program::Python(engine) => {
                let statistics = engine.statistics();
                (statistics.used, statistics.peak)
            }
            Program::Bajo(bajo) => (bajo.image + bajo.ram, bajo.image + bajo.ram),
            _ => (0, 0),
        }
    }

    /// Where it stands: line (0 unknown) and place in the image.
    pub fn place(&mut self) -> (u32, u32) {
        match self {
            Program::Python(engine) => engine.vm().pc(),
            Program::Bajo(bajo) => (0, bajo.machine.pc()),
            _ => (0, 0),
        }
    }

    /// Where it failed: line, column, place in the image.
    pub fn failed_at(&mut self) -> (u32, u32, u32) {
        match self {
            Program::Python(engine) => engine.raised_at().unwrap_or((0, 0, 0)),
            Program::Bajo(bajo) => (0, 0, bajo.fault.map_or(0, |fault| fault.pc)),
            _ => (0, 0, 0),
        }
    }

    /// The class of the error that ended it.
    pub fn error(&self) -> Line {
        match self {
            Program::Python(engine) => Line::from(engine.result().type_name().as_str()),
            _ => Line::from("Fault"),
        }
    }

    /// Shows the error that ended it as output.
    pub fn report<E: Equipment + 'static>(&mut self, gear: &mut Option<&'m mut Gear<E>>, fuel: u64) {
        match self {
            Program::Python(engine) => {
                lend(engine, gear, |engine| engine.report_within(fuel));
            }
            Program::Bajo(bajo) => {
                if let (Some(gear), Some(fault)) = (gear.as_deref_mut(), bajo.fault) {
                    let line = Line::format(format_args!("Fault: {fault}"));
                    gear.print(line.as_str().as_bytes());
                    gear.print(b"\n");
                }
            }
            _ => {}
        }
    }

    /// Ends it where it stands.
    pub fn stop(&mut self) {
        if let Program::Python(engine) = self {
            engine.stop();
        }
    }
}

/// Where an image comes from.
pub(crate) enum Source<'s, F> {
    /// The store.
    Stored(&'s mut Store<F>, Entry),
    /// Memory: a program that is built in.
    Fixed(&'static [u8]),
}

impl<F: NorFlash> Source<'_, F> {
    fn len(&self) -> usize {
        match self {
            Source::Stored(_, entry) => entry.size as usize,
            Source::Fixed(bytes) => bytes.len(),
        }
    }

    /// The image, as much of it as there is room for. What cannot be read is zero, which its checksum finds out.
    fn read(&mut self, bytes: &mut [u8]) {
        match self {
            Source::Stored(store, entry) => {
                if store.read(entry, 0, bytes).is_err() {
                    bytes.fill(0);
                }
            }
            Source::Fixed(image) => {
                for (to, from) in bytes.iter_mut().zip(*image) {
                    *to = *from;
                }
            }
        }
    }
}

fn load_block<'m, E: Equipment, F: NorFlash>(
    block: &'m mut [u64],
    memory: usize,
    mut source: Source<'_, F>,
    bounds: &Bounds,
    granted: u32,
    library: Library<'m>,
    equipment: &E,
) -> (Program<'m>, Result<Uses, Refused>) {
    let mut magic = [0; 4];
    if source.len() >= magic.len() {
        source.read(&mut magic);
    }
    if magic == bajo::image::MAGIC {
        return load_bajo(block, memory, source, granted, equipment);
    }
    if memory.min(8 * block.len()) < 2048 {
        return (Program::Empty(block), Err(Refused::Memory));
    }
    let mut engine = match Engine::within(block, memory, library.modules, library.frozen) {
        Ok(engine) => engine,
        // It took the block with it; this cannot be, for the size was looked at.
        Err(_) => return (Program::Empty(&mut []), Err(Refused::Memory)),
    };
    engine.set_recursion_limit(usize::from(bounds.recursion));
    let loaded = engine.load_image_with(source.len(), |bytes| source.read(bytes));
    let uses = match loaded {
        Ok(()) => {
            let image = hognose_image::Image::trusted(engine.image().unwrap_or(&[]));
            Ok(uses::of_image(&image, equipment, granted))
        }
        Err(Error::Load(LoadError::Memory) | Error::Memory | Error::Raised) => Err(Refused::Memory),
        Err(error) => Err(Refused::Image(0, Line::format(format_args!("{error}")))),
    };
    (Program::Python(engine), uses)
}

fn load_bajo<'m, E: Equipment, F: NorFlash>(
    block: &'m mut [u64],
    memory: usize,
    mut source: Source<'_, F>,
    granted: u32,
    equipment: &E,
) -> (Program<'m>, Result<Uses, Refused>) {
    let len = source.len();
    let code_words = len.div_ceil(8);
    if code_words > block.len() || len > memory {
        return (Program::Empty(block), Err(Refused::Memory));
    }
    let (front, rest) = block.split_at_mut(code_words);
    let bytes: &mut [u8] = bytemuck::cast_slice_mut(front);
    let bytes = bytes.get_mut(..len).unwrap_or(&mut []);
    source.read(bytes);
    let image = match bajo::Image::parse(bytes) {
        Ok(image) => image,
        Err(error) => {
            let line = Line::format(format_args!("{error}"));
            return (Program::Empty(block), Err(Refused::Image(0, line)));
        }
    };
    let (load, entry) = (image.load, image.entry);
    // RAM begins at address 0 and ends where the code begins, at the latest.
    let room = (8 * rest.len()).min(memory - len).min(load as usize);
    let uses = check_bajo(&image, room, bytemuck::cast_slice_mut(rest), granted, equipment);
    rest.fill(0);
    let machine = Machine::new(entry);
    (Program::Bajo(Bajo { block, machine, image: len, load, ram: room, fault: None }), uses)
}

/// Follows the code from its entry. When the block has no room for that, the machine finds out at run time.
fn check_bajo(
    image: &bajo::Image<'_>,
    ram: usize,
    marks: &mut [u32],
    granted: u32,
    equipment: &impl Equipment,
) -> Result<Uses, Refused> {
    let missing = core::cell::Cell::new(None);
    let used = core::cell::Cell::new(0);
    let has_function = |number: i32| match equipment.function(number) {
        None => false,
        Some(grants) => {
            used.set(used.get() | grants);
            if grants & !granted != 0 && missing.get().is_none() {
                missing.set(Some(number));
            }
            true
        }
    };
    let device = bajo::check::Device {
        code: image.code,
        code_base: image.load,
        ram_base: RAM,
        ram_len: ram as u32,
        has_function: &has_function,
    };
    let mut first = None;
    let checked = bajo::check(&device, &[image.entry], marks, &mut |finding| {
        first.get_or_insert(finding);
    });
    if checked.is_err() {
        return Ok(Uses { grants: granted, refused: None });
    }
    if let Some(finding) = first {
        return Err(Refused::Image(finding.pc, Line::format(format_args!("{finding}"))));
    }
    if let Some(number) = missing.get() {
        return Err(Refused::Grant(Line::format(format_args!(
            "the program calls function {number:#x}, which it was not granted"
        ))));
    }
    Ok(Uses { grants: used.get(), refused: None })
}

//! `robot.lights[0]`: one light.

use super::argument::{color, done, head};
use super::merged;
use super::shows::LIGHTS;
use crate::lights;
use crate::robot::Robot;
use hognose::convert::{Parameter, kinds};
use hognose::{Args, Def, ModuleDef, NativeResult, Note, Raise, Type, Value, Vm};

/// `robot.lights`
pub static TABLE: ModuleDef = ModuleDef {
    name: "robot.lights",
    attributes: &DEFS,
    types: &[],
    notes: &[LIGHTS.definition.notes[0], NOTES],
    doc: LIGHTS.definition.doc,
};

static DEFS: [Def; 7] = merged(LIGHTS.definition.attributes, &[Def::class_method("__getitem__", item, 1, 1)]);

static NOTES: &[Note] = &[Note::doc(
    "__getitem__",
    "__getitem__(light: object) -> light\n\nOne light, by its number 0 to 7 or its name.",
)];

/// One light: its functions get the object, which knows its number.
pub static ONE: ModuleDef = ModuleDef {
    name: "robot.light",
    attributes: &[Def::class_method("off", off, 0, 0), Def::class_method("on", on, 1, 1).with_keywords()],
    types: &[],
    notes: &[&[
        Note::doc("off", "off() -> None\n\nOff."),
        Note::doc("on", "on(color: object) -> None\n\nOn, in a colour."),
    ]],
    doc: "One light, as lights[i] gives it.",
};

/// Name of the attribute that has the number.
const NUMBER: &[u8] = b"number";

fn item(vm: &mut Vm<'_>, args: Args) -> NativeResult {
    let index = args.get(vm, 1);
    let object = kinds::Any::hold(vm, index);
    let number = match (object.as_int(), object.as_text()) {
        (Some(number), _) if (0..lights::NAMES.len() as i64).contains(&number) => Ok(number),
        (Some(number), _) => Err(Raise::with(Type::IndexError, format_args!("lights 0..=7, not {number}"))),
        (None, Some(name)) => match lights::NAMES.iter().position(|known| known.as_bytes() == &*name) {
            Some(number) => Ok(number as i64),
            None => Err(Raise::with(
                Type::KeyError,
                format_args!("no light '{}' (see robot.help())", head(name.as_str())),
            )),
        },
        _ => {
            let class = object.type_name();
            Err(Raise::with(
                Type::TypeError,
                format_args!("a light is a number or a name, not {}", class.as_str()),
            ))
        }
    };
    let number = number.map_err(|raise| raise.throw(vm))?;
    let light = vm.new_part("robot.light")?;
    super::watch::set(vm, light, NUMBER, Value::int(number))
}

fn number(vm: &mut Vm<'_>, args: Args) -> hognose::NativeResult<i64> {
    let light = args.get(vm, 0);
    Ok(super::watch::get(vm, light, NUMBER)?.as_int().unwrap_or(-1))
}

fn on(vm: &mut Vm<'_>, args: Args) -> NativeResult {
    let given = match (args.len(), args.keyword_count()) {
        (2, 0) => args.get(vm, 1),
        (1, 1) => args.keyword_value(vm, 0),
        _ => return Err(vm.raise(Type::TypeError, "on() takes one argument: color")),
    };
    let rgb = color("on", kinds::Any::hold(vm, given));
    let number = number(vm, args)?;
    put(vm, number, rgb)
}

fn off(vm: &mut Vm<'_>, args: Args) -> NativeResult {
    let number = number(vm, args)?;
    put(vm, number, Ok([0; 3]))
}

fn put(vm: &mut Vm<'_>, number: i64, rgb: Result<lights::Rgb, Raise>) -> NativeResult {
    vm.with_host::<Robot, _>(|robot, vm| {
        let outcome = rgb.and_then(|rgb| done(robot.light_on(number, rgb)));
        outcome.map(|()| Value::NONE).map_err(|raise| raise.throw(vm))
    })
}

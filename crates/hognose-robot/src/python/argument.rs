//! Arguments and results of the functions of module `robot`.

use crate::lights::{self, Rgb};
use crate::limits;
use crate::motion::Ending;
use crate::robot::Reply;
use crate::task::Stop;
use core::task::Poll;
use hognose::{Object, Raise, Type};
use hognose_device::{Millis, Value};

/// `then`, `wait` and `timeout` of a move.
pub fn ending(function: &str, then: &str, wait: bool, timeout: Object<'_>) -> Result<Ending, Raise> {
    Ok(Ending { then: stop(function, then)?, wait, timeout: timeout_of(function, timeout)? })
}

/// What the motors do then, by name.
pub fn stop(function: &str, name: &str) -> Result<Stop, Raise> {
    Stop::ALL.into_iter().find(|stop| stop.name() == name).ok_or_else(|| {
        Raise::with(
            Type::ValueError,
            format_args!("{function}(): then must be Stop.COAST, Stop.BRAKE or Stop.HOLD, not '{name}'"),
        )
    })
}

/// Longest time, or None.
pub fn timeout_of(function: &str, given: Object<'_>) -> Result<Option<Millis>, Raise> {
    let Some(ms) = number(function, "timeout", given)? else { return Ok(None) };
    if (0.0..=limits::WAIT as f64).contains(&ms) {
        return Ok(Some(ms as Millis));
    }
    Err(Raise::with(
        Type::ValueError,
        format_args!("{function}(): timeout must be 0..={} ms, not {ms}", limits::WAIT),
    ))
}

/// A number or None.
pub fn number(function: &str, name: &str, given: Object<'_>) -> Result<Option<f64>, Raise> {
    if given.is_none() {
        return Ok(None);
    }
    match given.as_float() {
        Some(x) if given.as_bool().is_none() => Ok(Some(x)),
        _ => {
            let class = given.type_name();
            Err(Raise::with(
                Type::TypeError,
                format_args!("{function}(): {name} must be a number or None, not {}", class.as_str()),
            ))
        }
    }
}

/// A colour: its name, or red, green, blue.
pub fn color(function: &str, given: Object<'_>) -> Result<Rgb, Raise> {
    if let Some(name) = given.as_text() {
        let name = name.as_str();
        return lights::named(name).ok_or_else(|| {
            Raise::with(
                Type::ValueError,
                format_args!(
                    "{function}(): no color: '{}' (see Color, or give (red, green, blue))",
                    head(name)
                ),
            )
        });
    }
    if given.len() != Some(3) || given.item(0).is_none() {
        let class = given.type_name();
        let class = class.as_str();
        return Err(Raise::with(
            Type::TypeError,
            format_args!("{function}(): a color must be a Color, a name or (red, green, blue), not {class}"),
        ));
    }
    let mut rgb = [0; 3];
    for (i, part) in rgb.iter_mut().enumerate() {
        let value = given.item(i).and_then(Object::as_int);
        *part = value.and_then(|value| u8::try_from(value).ok()).ok_or_else(|| {
            Raise::with(
                Type::ValueError,
                format_args!("{function}(): red, green and blue must be int 0..=255"),
            )
        })?;
    }
    Ok(rgb)
}

/// The beginning of a text, for messages.
pub fn head(text: &str) -> &str {
    let end = text.char_indices().nth(20).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// A truth, now or later.
pub fn truth(reply: Reply) -> Result<Poll<bool>, Raise> {
    reply.map(|poll| poll.map(|value| matches!(value, Value::Bool(true))))
}

/// A whole number, now or later.
pub fn whole(reply: Reply) -> Result<Poll<i64>, Raise> {
    reply.map(|poll| poll.map(|value| if let Value::Int(n) = value { n } else { 0 }))
}

/// A number, now or later.
pub fn real(reply: Reply) -> Result<Poll<f64>, Raise> {
    reply.map(|poll| poll.map(|value| if let Value::Float(x) = value { x } else { 0.0 }))
}

/// Nothing, now or later.
pub fn unit(reply: Reply) -> Result<Poll<()>, Raise> {
    reply.map(|poll| poll.map(|_| ()))
}

/// Of functions that never wait.
pub fn direct<T: Default>(outcome: Result<Poll<T>, Raise>) -> Result<T, Raise> {
    match outcome? {
        Poll::Ready(value) => Ok(value),
        Poll::Pending => Ok(T::default()),
    }
}

/// A function that never waits and gives nothing.
pub fn done(reply: Reply) -> Result<(), Raise> {
    direct(unit(reply))
}

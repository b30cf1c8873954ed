//! What a host function gives, for every engine.

use hognose::{NativeResult, ToPython, Vm};

/// Most words that one call of a Bajo program takes back.
pub const WORDS: usize = 8;

/// The value of a host function, as it is before an engine makes it its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    None,
    /// A truth.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number.
    Float(f64),
    /// Two numbers.
    Pair([f64; 2]),
    /// Three numbers.
    Triple([f64; 3]),
    /// Three whole numbers, such as a colour.
    Whole([i32; 3]),
    /// A grid of 8 by 8 whole numbers, row by row.
    Grid([i16; 64]),
    /// Four numbers.
    Four([f64; 4]),
    /// A word, and its number for those who have no words.
    Name(&'static str, i32),
    /// Yes or no for each of two things, by name.
    Names([Option<&'static str>; 2]),
}

impl Value {
    /// As words for a Bajo program: truths are 0 or 1, numbers are rounded to the nearest whole one, names are 1, 0 where there
    /// is none. Of a grid only the first eight.
    pub fn words(&self) -> [i32; WORDS] {
        let mut words = [0; WORDS];
        match *self {
            Value::None => {}
            Value::Bool(on) => words[0] = i32::from(on),
            Value::Int(n) => words[0] = n.clamp(i32::MIN.into(), i32::MAX.into()) as i32,
            Value::Float(x) => words[0] = nearest(x),
            Value::Pair(pair) => put(&mut words, pair.map(nearest)),
            Value::Triple(three) => put(&mut words, three.map(nearest)),
            Value::Four(four) => put(&mut words, four.map(nearest)),
            Value::Name(_, number) => words[0] = number,
            Value::Whole(three) => put(&mut words, three),
            Value::Grid(grid) => put(&mut words, grid.map(i32::from)),
            Value::Names(names) => put(&mut words, names.map(|name| i32::from(name.is_some()))),
        }
        words
    }
}

fn put(words: &mut [i32; WORDS], from: impl IntoIterator<Item = i32>) {
    for (word, value) in words.iter_mut().zip(from) {
        *word = value;
    }
}

/// The nearest whole number, away from zero at the middle; NaN is 0.
fn nearest(x: f64) -> i32 {
    (if x < 0.0 { x - 0.5 } else { x + 0.5 }) as i32
}

impl ToPython for Value {
    fn to_python(self, vm: &mut Vm<'_>) -> NativeResult {
        match self {
            Value::None => ().to_python(vm),
            Value::Bool(on) => on.to_python(vm),
            Value::Int(n) => n.to_python(vm),
            Value::Float(x) => x.to_python(vm),
            Value::Pair(pair) => pair.to_python(vm),
            Value::Triple(three) => three.to_python(vm),
            Value::Four(four) => four.to_python(vm),
            Value::Name(name, _) => name.to_python(vm),
            Value::Whole(three) => three.to_python(vm),
            Value::Grid(grid) => grid.to_python(vm),
            Value::Names(names) => match names {
                [Some(a), Some(b)] => [a, b].to_python(vm),
                [Some(a), None] | [None, Some(a)] => [a].to_python(vm),
                [None, None] => <[&str; 0]>::default().to_python(vm),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_rounded_and_never_wrap() {
        assert_eq!(Value::Float(-2.5).words()[0], -3);
        assert_eq!(Value::Float(1e300).words()[0], i32::MAX);
        assert_eq!(Value::Float(f64::NAN).words()[0], 0);
        assert_eq!(Value::Int(-1 << 40).words()[0], i32::MIN);
        assert_eq!(Value::Triple([1.4, 1.6, -0.4]).words()[..4], [1, 2, 0, 0]);
        assert_eq!(Value::Names([None, Some("right")]).words()[..2], [0, 1]);
        let grid: [i16; 64] = core::array::from_fn(|i| i as i16 - 1);
        assert_eq!(Value::Grid(grid).words(), [-1, 0, 1, 2, 3, 4, 5, 6]);
    }
}

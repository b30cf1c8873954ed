//! Short plain texts from templates, put together outside the block: the usual case of `%` and `str.format`.

use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::num::bigint;
use crate::value::Value;
use crate::vm::Vm;

/// Longer texts go the general way.
const MOST: usize = 160;
/// Widths above this go the general way.
const WIDEST: usize = 40;

/// A text on the native stack. What does not fit or is not plain makes it give up.
struct Text {
    bytes: [u8; MOST],
    len: usize,
}

impl Text {
    fn put(&mut self, bytes: &[u8]) -> Option<()> {
        self.bytes.get_mut(self.len..self.len + bytes.len())?.copy_from_slice(bytes);
        self.len += bytes.len();
        Some(())
    }

    /// An int that is no bool and fits a word, or a str.
    fn put_value(&mut self, vm: &Vm<'_>, value: Value, spec: Spec) -> Option<()> {
        if value.is_int() {
            let mut digits = [0; 20];
            return self.put_number(bigint::text_i64(value.raw_int(), &mut digits), spec);
        }
        if spec.number || spec.width > 0 || !vm.heap.is_str(value) {
            return None;
        }
        self.put(&vm.heap.text(value))
    }

    fn put_number(&mut self, digits: &[u8], spec: Spec) -> Option<()> {
        let (sign, digits) = match digits.split_first() {
            Some((b'-', rest)) => (&b"-"[..], rest),
            _ => (&b""[..], digits),
        };
        let fill = spec.width.saturating_sub(sign.len() + digits.len());
        let spaces = if spec.zero { 0 } else { fill };
        for _ in 0..spaces {
            self.put(b" ")?;
        }
        self.put(sign)?;
        for _ in spaces..fill {
            self.put(b"0")?;
        }
        self.put(digits)
    }

    fn finish(&self, vm: &mut Vm<'_>) -> Result {
        vm.charge(self.len / 8);
        let made = vm.heap.new_str(self.bytes.get(..self.len).unwrap_or(&[]));
        vm.grant_memory(made)
    }
}

/// How a value is shown.
#[derive(Clone, Copy, Default)]
struct Spec {
    /// Only ints.
    number: bool,
    /// Least width of an int.
    width: usize,
    /// Zeros before its digits, not spaces.
    zero: bool,
}

impl Spec {
    /// `[0][width]` at the start of a text; what is left of it.
    fn width_of(text: &[u8]) -> Option<(Spec, &[u8])> {
        let zero = text.first() == Some(&b'0');
        let mut rest = text;
        let mut width = 0;
        while let Some((&digit, after)) = rest.split_first() {
            if !digit.is_ascii_digit() {
                break;
            }
            width = width * 10 + (digit - b'0') as usize;
            if width > WIDEST {
                return None;
            }
            rest = after;
        }
        Some((Spec { number: false, width, zero }, rest))
    }
}

/// `template % values` when all of it is plain: `%s` and `%d`, ints with a width, and as many values as are asked for.
/// None: it is not, or it is an error.
pub(crate) fn quick_percent(vm: &mut Vm<'_>, template: Value, values: Value) -> Option<Result> {
    if !vm.heap.is_str(template) {
        return None;
    }
    let one = [values.0];
    let mut out = Text { bytes: [0; MOST], len: 0 };
    {
        let values = if vm.heap.is_kind(values, Kind::Tuple) { vm.heap.items(values) } else { &one[..] };
        let mut values = values.iter();
        let text = vm.heap.text(template);
        let mut rest: &[u8] = &text;
        while let Some(at) = rest.iter().position(|&b| b == b'%') {
            out.put(&rest[..at])?;
            let (mut spec, after) = Spec::width_of(&rest[at + 1..])?;
            let (kind, after) = after.split_first()?;
            match kind {
                b's' => {}
                b'd' => spec.number = true,
                _ => return None,
            }
            if spec.zero && !spec.number || spec.width > 0 && !spec.number {
                return None;
            }
            out.put_value(vm, Value(*values.next()?), spec)?;
            rest = after;
        }
        out.put(rest)?;
        if values.next().is_some() {
            return None;
        }
    }
    Some(out.finish(vm))
}

/// `template.format(*values)` for the arguments of the method when all of it is plain: `{}` with nothing but a width for
/// ints. None: it is not, or it is an error.
pub(crate) fn quick_template(vm: &mut Vm<'_>, args: Args) -> Option<Result> {
    let mut out = Text { bytes: [0; MOST], len: 0 };
    let mut next = 1;
    {
        let text = vm.heap.text(args.get(vm, 0));
        let mut rest: &[u8] = &text;
        while let Some(at) = rest.iter().position(|&b| b == b'{' || b == b'}') {
            out.put(&rest[..at])?;
            let (brace, after) = rest[at..].split_first()?;
            let (second, mut after) = after.split_first()?;
            if brace == second {
                out.put(&[*brace])?;
                rest = after;
                continue;
            }
            if *brace == b'}' {
                return None;
            }
            let mut spec = Spec::default();
            let mut end = second;
            if *second == b':' {
                (spec, after) = Spec::width_of(after)?;
                (end, after) = after.split_first()?;
                if *end == b'd' {
                    spec.number = true;
                    (end, after) = after.split_first()?;
                }
            }
            if *end != b'}' || next >= args.len() {
                return None;
            }
            out.put_value(vm, args.get(vm, next), spec)?;
            next += 1;
            rest = after;
        }
        out.put(rest)?;
    }
    Some(out.finish(vm))
}

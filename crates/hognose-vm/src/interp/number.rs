//! Arithmetic on int, bool, float and complex, beyond what the loop does itself.

use crate::heap::Kind;
use crate::lower::op;
use crate::native::{Native, Result, What};
use crate::num::bigint::{self, Int};
use crate::num::float;
use crate::object::int::int_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::isa::BinaryOp;

/// Limbs above which a multiplication or division goes through the sliced path, so that a stop is seen in time.
const LONG: usize = 600;

impl Vm<'_> {
    /// A number as float; OverflowError for ints beyond it.
    pub fn to_float(&mut self, value: Value) -> Result<Option<f64>> {
        if let Some(x) = value.as_float() {
            return Ok(Some(x));
        }
        if let Some(n) = value.as_index() {
            return Ok(Some(n as f64));
        }
        if self.heap.is_kind(value, Kind::BigInt) {
            let (limbs, negative) = self.heap.big_parts(value);
            return match bigint::to_f64(Int::new(negative, limbs)) {
                Some(x) => Ok(Some(x)),
                None => Err(self.raise(Type::OverflowError, "int too large to convert to float")),
            };
        }
        Ok(None)
    }

    /// A binary operator on two numbers; None for operators they do not know.
    pub(crate) fn number_binary(
        &mut self,
        operator: BinaryOp,
        left: Value,
        right: Value,
    ) -> Result<Option<Value>> {
        if operator == BinaryOp::MatMul {
            return Ok(None);
        }
        // Without the name none can be made.
        let is_complex = |vm: &Self, value| has!("complex") && vm.heap.is_kind(value, Kind::Complex);
        if is_complex(self, left) || is_complex(self, right) {
            return self.complex_binary(operator, left, right);
        }
        if left.is_float() || right.is_float() {
            return self.float_binary(operator, left, right);
        }
        if let (Some(x), Some(y)) = (left.as_index(), right.as_index()) {
            if let Some(value) = self.small_binary(operator, left, right, x, y)? {
                return Ok(Some(value));
            }
        }
        if let (Some(x), Some(y)) = (self.heap.as_i64(left), self.heap.as_i64(right)) {
            if let Some(value) = self.word_binary(operator, x, y)? {
                return Ok(Some(value));
            }
        }
        self.big_binary(operator, left, right).map(Some)
    }

    fn small_binary(
        &mut self,
        operator: BinaryOp,
        left: Value,
        right: Value,
        x: i64,
        y: i64,
    ) -> Result<Option<Value>> {
        let n = match operator {
            BinaryOp::Add => x + y,
            BinaryOp::Sub => x - y,
            BinaryOp::Mul => match x.checked_mul(y) {
                Some(n) => n,
                None => return Ok(None),
            },
            BinaryOp::TrueDiv if has!("op /") => {
                if y == 0 {
                    return Err(self.raise(Type::ZeroDivisionError, "division by zero"));
                }
                // Both are below 2^53: one rounding, the right one.
                return Ok(Some(Value::float(x as f64 / y as f64)));
            }
            BinaryOp::FloorDiv | BinaryOp::Mod if has!("op //") || has!("op %") => {
                if y == 0 {
                    return Err(self.raise(
                        Type::ZeroDivisionError,
                        if operator == BinaryOp::Mod {
                            "integer modulo by zero"
                        } else {
                            "integer division or modulo by zero"
                        },
                    ));
                }
                let (q, r) = (x / y, x % y);
                let off = r != 0 && (r < 0) != (y < 0);
                match operator {
                    BinaryOp::FloorDiv => q - off as i64,
                    _ => r + if off { y } else { 0 },
                }
            }
            BinaryOp::Pow if has!("op **") => return self.small_pow(x, y),
            BinaryOp::LShift if has!("op <<") => {
                if y < 0 {
                    return Err(self.raise(Type::ValueError, "negative shift count"));
                }
                if x == 0 {
                    return Ok(Some(Value::int(0)));
                }
                if y >= 62 || (x << y) >> y != x {
                    return Ok(None);
                }
                x << y
            }
            BinaryOp::RShift if has!("op >>") => {
                if y < 0 {
                    return Err(self.raise(Type::ValueError, "negative shift count"));
                }
                x >> y.min(63)
            }
            BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => {
                let n = match operator {
                    BinaryOp::And => x & y,
                    BinaryOp::Or => x | y,
                    _ => x ^ y,
                };
                return Ok(Some(if left.is_bool() && right.is_bool() {
                    Value::bool(n != 0)
                } else {
                    Value::int(n)
                }));
            }
            _ => return Ok(None),
        };
        let made = self.heap.new_int(n);
        self.grant_memory(made).map(Some)
    }

    /// An operator on two ints of 64 bits of which one, or the result, needs an object; None for what the general way does.
    /// It costs what that costs.
    fn word_binary(&mut self, operator: BinaryOp, x: i64, y: i64) -> Result<Option<Value>> {
        let limbs = |n: i64| (64 - n.unsigned_abs().leading_zeros() as usize).div_ceil(32);
        let (n, m) = (limbs(x), limbs(y));
        let mut cost = n + m;
        let made = match operator {
            BinaryOp::Add => x as i128 + y as i128,
            BinaryOp::Sub => x as i128 - y as i128,
            BinaryOp::Mul if has!("op *") => {
                cost = bigint::cost_mul(n, m) as usize / 4;
                x as i128 * y as i128
            }
            BinaryOp::And => (x & y) as i128,
            BinaryOp::Or => (x | y) as i128,
            BinaryOp::Xor => (x ^ y) as i128,
            BinaryOp::RShift if has!("op >>") && y >= 0 => {
                cost = n;
                (x >> y.min(63)) as i128
            }
            BinaryOp::FloorDiv | BinaryOp::Mod if has!("op //") || has!("op %") => {
                let (Some(q), Some(r)) = (x.checked_div(y), x.checked_rem(y)) else { return Ok(None) };
                let off = r != 0 && (r < 0) != (y < 0);
                cost = bigint::cost_div(n, m) as usize / 4;
                if operator == BinaryOp::FloorDiv {
                    q as i128 - off as i128
                } else {
                    r as i128 + if off { y as i128 } else { 0 }
                }
            }
            _ => return Ok(None),
        };
        self.charge(cost);
        if let Ok(n) = i64::try_from(made) {
            if Value::fits(n) {
                return Ok(Some(Value::int(n)));
            }
        }
        self.reserve(int_words(4))?;
        Ok(Some(self.heap.make_int(made.unsigned_abs(), made < 0)))
    }

    fn small_pow(&mut self, x: i64, y: i64) -> Result<Option<Value>> {
        if y < 0 {
            if x == 0 {
                return Err(self.raise(Type::ZeroDivisionError, "0.0 cannot be raised to a negative power"));
            }
            return self.float_binary(BinaryOp::Pow, Value::float(x as f64), Value::float(y as f64));
        }
        let (mut base, mut exponent, mut result) = (x, y, 1i64);
        while exponent > 0 {
            if exponent & 1 != 0 {
                match result.checked_mul(base) {
                    Some(n) => result = n,
                    None => return Ok(None),
                }
            }
            exponent >>= 1;
            if exponent > 0 {
                match base.checked_mul(base) {
                    Some(n) => base = n,
                    None => return Ok(None),
                }
            }
        }
        let made = self.heap.new_int(result);
        self.grant_memory(made).map(Some)
    }

    fn float_binary(&mut self, operator: BinaryOp, left: Value, right: Value) -> Result<Option<Value>> {
        let (Some(x), Some(y)) = (self.to_float(left)?, self.to_float(right)?) else { return Ok(None) };
        let result = match operator {
            BinaryOp::Add => x + y,
            BinaryOp::Sub => x - y,
            BinaryOp::Mul => x * y,
            BinaryOp::TrueDiv if has!("op /") => {
                if y == 0.0 {
                    return Err(self.raise(Type::ZeroDivisionError, "float division by zero"));
                }
                x / y
            }
            BinaryOp::FloorDiv if has!("op //") => match float::floor_div(x, y) {
                Some(q) => q,
                None => return Err(self.raise(Type::ZeroDivisionError, "float floor division by zero")),
            },
            BinaryOp::Mod if has!("op %") => match float::floor_mod(x, y) {
                Some(r) => r,
                None => return Err(self.raise(Type::ZeroDivisionError, "float modulo")),
            },
            BinaryOp::Pow if has!("op **") => return self.float_pow(x, y).map(Some),
            _ => return Ok(None),
        };
        Ok(Some(Value::float(result)))
    }

    /// `x ** y` on floats; a negative base with a broken exponent gives a complex number.
    pub(crate) fn float_pow(&mut self, x: f64, y: f64) -> Result {
        match float::pow(x, y) {
            Ok(r) => Ok(Value::float(r)),
            Err(float::PowError::ZeroToNegative) => {
                Err(self.raise(Type::ZeroDivisionError, "0.0 cannot be raised to a negative power"))
            }
            Err(float::PowError::Overflow) => {
                let made = self.heap.new_str(b"Numerical result out of range");
                let text = self.grant_memory(made)?;
                let made = self.heap.new_tuple(&[Value::int(34), text]);
                let args = self.grant_memory(made)?;
                let made = self.heap.new_exception(Type::OverflowError.value(), args);
                let error = self.grant_memory(made)?;
                Err(self.throw(error))
            }
            Err(float::PowError::Complex) if !has!("complex") => Err(self.absent("complex numbers")),
            Err(float::PowError::Complex) => {
                let made = self.complex_pow((x, 0.0), (y, 0.0))?;
                self.make_complex(made)
            }
        }
    }

    pub(crate) fn make_complex(&mut self, (re, im): (f64, f64)) -> Result {
        let made = self.heap.new_complex(re, im);
        self.grant_memory(made)
    }

    /// A number as complex parts.
    pub(crate) fn to_complex(&mut self, value: Value) -> Result<Option<(f64, f64)>> {
        if self.heap.is_kind(value, Kind::Complex) {
            return Ok(Some(self.heap.complex_parts(value)));
        }
        Ok(self.to_float(value)?.map(|x| (x, 0.0)))
    }

    fn complex_binary(&mut self, operator: BinaryOp, left: Value, right: Value) -> Result<Option<Value>> {
        let (Some(x), Some(y)) = (self.to_complex(left)?, self.to_complex(right)?) else { return Ok(None) };
        let result = match operator {
            BinaryOp::Add => (x.0 + y.0, x.1 + y.1),
            BinaryOp::Sub => (x.0 - y.0, x.1 - y.1),
            BinaryOp::Mul => (x.0 * y.0 - x.1 * y.1, x.0 * y.1 + x.1 * y.0),
            BinaryOp::TrueDiv if has!("op /") => match complex_div(x, y) {
                Some(q) => q,
                None => return Err(self.raise(Type::ZeroDivisionError, "complex division by zero")),
            },
            BinaryOp::Pow if has!("op **") => self.complex_pow(x, y)?,
            _ => return Ok(None),
        };
        self.make_complex(result).map(Some)
    }

    pub(crate) fn complex_pow(&mut self, x: (f64, f64), y: (f64, f64)) -> Result<(f64, f64)> {
        if y == (0.0, 0.0) {
            return Ok((1.0, 0.0));
        }
        if x == (0.0, 0.0) {
            if y.1 != 0.0 || y.0 < 0.0 {
                return Err(self.raise(Type::ZeroDivisionError, "0.0 to a negative or complex power"));
            }
            return Ok((0.0, 0.0));
        }
        // Small whole exponents by multiplication, as CPython does.
        if y.1 == 0.0 && y.0 == libm::floor(y.0) && libm::fabs(y.0) <= 100.0 {
            let n = libm::fabs(y.0) as u32;
            let (mut result, mut base, mut k) = ((1.0, 0.0), x, n);
            let times = |a: (f64, f64), b: (f64, f64)| (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0);
            while k > 0 {
                if k & 1 != 0 {
                    result = times(result, base);
                }
                base = times(base, base);
                k >>= 1;
            }
            if y.0 < 0.0 {
                return match complex_div((1.0, 0.0), result) {
                    Some(r) => Ok(r),
                    None => Err(self.raise(Type::ZeroDivisionError, "complex division by zero")),
                };
            }
            return Ok(result);
        }
        let Some(power) = self.library_native("_complex", b"power") else {
            return Err(self.raise(
                Type::NotImplementedError,
                "this engine has whole powers of complex numbers up to 100 only: its host left the others out",
            ));
        };
        let made = self.call_native_now(power, &[x.0, x.1, y.0, y.1].map(Value::float))?;
        Ok(self.heap.complex_parts(made))
    }

    /// A function of a built-in module.
    fn library_native(&self, module: &str, name: &[u8]) -> Option<Native> {
        let module = self.modules.iter().find(|m| m.name == module)?;
        match module.attributes.get(module.find(name)?)?.what {
            What::Function(_, native) => Some(native),
            _ => None,
        }
    }

    /// A binary operator on two ints of which at least one operand or the result is big.
    fn big_binary(&mut self, operator: BinaryOp, left: Value, right: Value) -> Result {
        let (n, m) = match (self.heap.int_parts(left), self.heap.int_parts(right)) {
            (Some(a), Some(b)) => (a.limbs().len(), b.limbs().len()),
            _ => return Err(self.raise(Type::SystemError, "not integers")),
        };
        match operator {
            BinaryOp::Add | BinaryOp::Sub | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => {
                self.charge(n + m);
                self.big_into(left, right, n.max(m) + 2, 0, |a, b, out, _| {
                    match operator {
                        BinaryOp::Add => bigint::add(a, b, out),
                        BinaryOp::Sub => bigint::sub(a, b, out),
                        BinaryOp::And => bigint::and(a, b, out),
                        BinaryOp::Or => bigint::or(a, b, out),
                        _ => bigint::xor(a, b, out),
                    }
                    .ok()
                })
            }
            BinaryOp::Mul if has!("op *") => {
                let cost = bigint::cost_mul(n, m);
                self.charge(cost.min(1 << 40) as usize / 4);
                let scratch = bigint::mul_scratch(n, m);
                self.big_into(left, right, n + m + 1, scratch, |a, b, out, s| bigint::mul(a, b, out, s).ok())
            }
            BinaryOp::FloorDiv | BinaryOp::Mod if has!("op //") || has!("op %") => {
                if m == 0 {
                    return Err(self.raise(
                        Type::ZeroDivisionError,
                        if operator == BinaryOp::Mod {
                            "integer modulo by zero"
                        } else {
                            "integer division or modulo by zero"
                        },
                    ));
                }
                self.charge(bigint::cost_div(n, m).min(1 << 40) as usize / 4);
                let (q, r) = self.big_divmod(left, right)?;
                Ok(if operator == BinaryOp::FloorDiv { q } else { r })
            }
            BinaryOp::TrueDiv if has!("op /") => self.big_true_div(left, right, n, m),
            BinaryOp::LShift if has!("op <<") => {
                let count = self.shift_count(right)?;
                if n == 0 {
                    return Ok(Value::int(0));
                }
                let Some(count) = count else {
                    return Err(self.raise(Type::OverflowError, "too many digits in integer"));
                };
                let limbs = n + (count / 32) as usize + 2;
                self.charge(limbs);
                self.big_into(left, right, limbs, 0, |a, _, out, _| bigint::shl(a, count, out).ok())
            }
            BinaryOp::RShift if has!("op >>") => {
                let count = self.shift_count(right)?.unwrap_or(u64::MAX >> 1);
                self.charge(n);
                self.big_into(left, right, n + 2, 0, |a, _, out, _| bigint::shr_floor(a, count, out).ok())
            }
            BinaryOp::Pow if has!("op **") => self.big_pow(left, right),
            BinaryOp::MatMul => {
                Err(self.raise(Type::TypeError, "unsupported operand type(s) for @: 'int' and 'int'"))
            }
            _ => Err(self.absent(operator.text())),
        }
    }

    fn shift_count(&mut self, right: Value) -> Result<Option<u64>> {
        let negative = self.heap.int_parts(right).is_some_and(|p| p.negative());
        if negative {
            return Err(self.raise(Type::ValueError, "negative shift count"));
        }
        Ok(self.heap.as_i64(right).map(|n| n as u64))
    }

    /// Runs a routine on two ints with an output of `limbs` limbs and scratch, all in the block; makes the result.
    pub(crate) fn big_into(
        &mut self,
        left: Value,
        right: Value,
        limbs: usize,
        scratch: usize,
        run: impl FnOnce(Int<'_>, Int<'_>, &mut [u32], &mut [u32]) -> Option<bigint::Made>,
    ) -> Result {
        let mark = self.heap.held_mark();
        let (l, r) = (self.heap.hold(left), self.heap.hold(right));
        let words = int_words(limbs) + scratch.div_ceil(2) + 2;
        let room = self.reserve(words);
        let (left, right) = (self.heap.held(l), self.heap.held(r));
        self.heap.release_to(mark);
        room?;
        let top = self.heap.top;
        let made = {
            let (low, gap) = self.heap.mem.split_at_mut(top);
            let gap: &mut [u32] = bytemuck::cast_slice_mut(&mut gap[2..words]);
            let out_len = limbs.div_ceil(2) * 2;
            let (out, rest) = gap.split_at_mut(out_len);
            let (a_small, b_small) = (small_limbs(left), small_limbs(right));
            let a = int_at(low, left, &a_small);
            let b = int_at(low, right, &b_small);
            out.fill(0);
            run(a, b, out, rest)
        };
        let Some(made) = made else { return Err(self.raise(Type::SystemError, "integer too long")) };
        let n = int_words(limbs);
        let at = self.heap.take(n);
        self.heap.mem[at] = crate::heap::header::header(Kind::BigInt, 0, 0, n as u32);
        self.heap.mem[at + 1] = made.len as u64;
        Ok(self.heap.finish_big(Value::object(at as u32), made.len, made.neg))
    }

    /// Quotient and remainder, floored.
    pub(crate) fn big_divmod(&mut self, left: Value, right: Value) -> Result<(Value, Value)> {
        let (n, m) = match (self.heap.int_parts(left), self.heap.int_parts(right)) {
            (Some(a), Some(b)) => (a.limbs().len(), b.limbs().len()),
            _ => (0, 1),
        };
        let mark = self.heap.held_mark();
        let (l, r) = (self.heap.hold(left), self.heap.hold(right));
        let limbs = n.max(m) + 2;
        let even = limbs.div_ceil(2) * 2;
        let words = 2 * int_words(even) + even + 8;
        let room = self.reserve(words);
        let (left, right) = (self.heap.held(l), self.heap.held(r));
        self.heap.release_to(mark);
        room?;
        let top = self.heap.top;
        let one = int_words(even);
        let made = {
            let (low, gap) = self.heap.mem.split_at_mut(top);
            let (first, rest) = gap.split_at_mut(one);
            let (second, rest) = rest.split_at_mut(one);
            let q: &mut [u32] = bytemuck::cast_slice_mut(&mut first[2..]);
            let rem: &mut [u32] = bytemuck::cast_slice_mut(&mut second[2..]);
            let scratch: &mut [u32] = bytemuck::cast_slice_mut(&mut rest[..even + 6]);
            q.fill(0);
            rem.fill(0);
            let (a_small, b_small) = (small_limbs(left), small_limbs(right));
            let a = int_at(low, left, &a_small);
            let b = int_at(low, right, &b_small);
            bigint::divmod_floor(a, b, q, rem, scratch).ok()
        };
        let Some((q, r)) = made else { return Err(self.raise(Type::SystemError, "division failed")) };
        let header = crate::heap::header::header(Kind::BigInt, 0, 0, one as u32);
        let first = self.heap.take(2 * one);
        self.heap.mem[first] = header;
        self.heap.mem[first + 1] = q.len as u64;
        self.heap.mem[first + one] = header;
        self.heap.mem[first + one + 1] = r.len as u64;
        let quotient = self.heap.finish_big(Value::object(first as u32), q.len, q.neg);
        let remainder = self.heap.finish_big(Value::object((first + one) as u32), r.len, r.neg);
        Ok((quotient, remainder))
    }

    fn big_true_div(&mut self, left: Value, right: Value, n: usize, m: usize) -> Result {
        if m == 0 {
            return Err(self.raise(Type::ZeroDivisionError, "division by zero"));
        }
        let mark = self.heap.held_mark();
        let (l, r) = (self.heap.hold(left), self.heap.hold(right));
        let scratch = bigint::true_div_scratch(n, m);
        let words = scratch.div_ceil(2) + 2;
        let room = self.reserve(words);
        let (left, right) = (self.heap.held(l), self.heap.held(r));
        self.heap.release_to(mark);
        room?;
        let top = self.heap.top;
        let (low, gap) = self.heap.mem.split_at_mut(top);
        let scratch: &mut [u32] = bytemuck::cast_slice_mut(&mut gap[..words]);
        let (a_small, b_small) = (small_limbs(left), small_limbs(right));
        let a = int_at(low, left, &a_small);
        let b = int_at(low, right, &b_small);
        match bigint::true_div(a, b, scratch) {
            Ok(x) => Ok(Value::float(x)),
            Err(_) => Err(self.raise(Type::OverflowError, "integer division result too large for a float")),
        }
    }

    fn big_pow(&mut self, left: Value, right: Value) -> Result {
        if self.heap.int_parts(right).is_some_and(|p| p.negative()) {
            let (Some(x), Some(y)) = (self.to_float(left)?, self.to_float(right)?) else {
                return Err(self.raise(Type::SystemError, "not numbers"));
            };
            return self.float_pow(x, y);
        }
        // 0, 1 and -1 to any power are small.
        if let Some(x) = left.as_index() {
            if (-1..=1).contains(&x) {
                let odd =
                    self.heap.int_parts(right).is_some_and(|p| p.limbs().first().is_some_and(|l| l & 1 != 0));
                let empty = self.heap.int_parts(right).is_some_and(|p| p.limbs().is_empty());
                return Ok(Value::int(if empty || x == 1 || x == -1 && !odd { 1 } else { x }));
            }
        }
        let Some(exponent) = self.heap.as_i64(right) else { return Err(self.out_of_memory()) };
        let limbs = {
            let Some(parts) = self.heap.int_parts(left) else { return Err(self.out_of_memory()) };
            bigint::limbs_for_pow(parts.limbs(), exponent as u64)
        };
        let Some(limbs) = limbs else { return Err(self.out_of_memory()) };
        if limbs > LONG {
            // Square and multiply in Python code, so that budget and stop are seen between the steps.
            return Err(self.big_pow_slowly(left, right));
        }
        let mut result = Value::int(1);
        let mut base = left;
        let mut k = exponent as u64;
        let mark = self.heap.held_mark();
        let (rp, bp) = (self.heap.hold(result), self.heap.hold(base));
        while k > 0 {
            if k & 1 != 0 {
                result = self.int_mul(self.heap.held(rp), self.heap.held(bp))?;
                self.heap.set_held(rp, result);
            }
            k >>= 1;
            if k > 0 {
                base = self.int_mul(self.heap.held(bp), self.heap.held(bp))?;
                self.heap.set_held(bp, base);
            }
        }
        let result = self.heap.held(rp);
        self.heap.release_to(mark);
        Ok(result)
    }

    /// Product of two ints.
    pub(crate) fn int_mul(&mut self, a: Value, b: Value) -> Result {
        match self.number_binary(BinaryOp::Mul, a, b)? {
            Some(value) => Ok(value),
            None => Err(self.raise(Type::SystemError, "not integers")),
        }
    }

    fn big_pow_slowly(&mut self, left: Value, right: Value) -> crate::native::Trap {
        crate::builtins::operator::ask(self, "_int_pow", &[left, right])
    }

    /// `divmod` of two ints or floats as a tuple; None for others.
    pub(crate) fn divmod_builtin(&mut self, left: Value, right: Value) -> Result<Option<Value>> {
        if self.heap.is_integer(left) && self.heap.is_integer(right) {
            if self.heap.int_parts(right).is_some_and(|parts| parts.limbs().is_empty()) {
                return Err(self.raise(Type::ZeroDivisionError, "integer division or modulo by zero"));
            }
            let (quotient, rest) = match (left.as_index(), right.as_index()) {
                (Some(x), Some(y)) => {
                    let (q, r) = (x / y, x % y);
                    let off = r != 0 && (r < 0) != (y < 0);
                    let made = self.heap.new_int(q - off as i64);
                    (self.grant_memory(made)?, Value::int(r + if off { y } else { 0 }))
                }
                _ => {
                    let (n, m) = match (self.heap.int_parts(left), self.heap.int_parts(right)) {
                        (Some(a), Some(b)) => (a.limbs().len(), b.limbs().len()),
                        _ => return Ok(None),
                    };
                    self.charge(bigint::cost_div(n, m).min(1 << 40) as usize / 4);
                    self.big_divmod(left, right)?
                }
            };
            let made = self.heap.new_tuple(&[quotient, rest]);
            return self.grant_memory(made).map(Some);
        }
        if self.heap.is_kind(left, Kind::Complex) || self.heap.is_kind(right, Kind::Complex) {
            return Ok(None);
        }
        if !self.heap.is_number(left) || !self.heap.is_number(right) {
            return Ok(None);
        }
        let (Some(x), Some(y)) = (self.to_float(left)?, self.to_float(right)?) else { return Ok(None) };
        let Some((quotient, rest)) = float::div_mod(x, y) else {
            return Err(self.raise(Type::ZeroDivisionError, "float divmod()"));
        };
        let made = self.heap.new_tuple(&[Value::float(quotient), Value::float(rest)]);
        self.grant_memory(made).map(Some)
    }

    /// A unary operator on a number; None for others.
    pub(crate) fn unary_builtin(&mut self, code: u8, value: Value) -> Result<Option<Value>> {
        if let Some(n) = value.as_index() {
            let n = match code {
                op::NEG => -n,
                op::POS => n,
                _ => !n,
            };
            let made = self.heap.new_int(n);
            return self.grant_memory(made).map(Some);
        }
        if let Some(x) = value.as_float() {
            return Ok(match code {
                op::NEG => Some(Value::float(-x)),
                op::POS => Some(value),
                _ => None,
            });
        }
        match self.heap.kind(value) {
            Kind::BigInt => {
                let n = self.heap.big_parts(value).0.len();
                match code {
                    op::POS => Ok(Some(value)),
                    op::NEG => self
                        .big_into(Value::int(0), value, n + 2, 0, |a, b, out, _| bigint::sub(a, b, out).ok())
                        .map(Some),
                    _ => self
                        .big_into(value, Value::int(0), n + 2, 0, |a, _, out, _| bigint::not(a, out).ok())
                        .map(Some),
                }
            }
            Kind::Complex => {
                let (re, im) = self.heap.complex_parts(value);
                match code {
                    op::NEG => self.make_complex((-re, -im)).map(Some),
                    op::POS => Ok(Some(value)),
                    _ => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    /// Order of two ints or floats (not NaN); None when they are not both real numbers or one is NaN.
    pub(crate) fn number_order(&self, a: Value, b: Value) -> Option<core::cmp::Ordering> {
        if let (Some(x), Some(y)) = (a.as_index(), b.as_index()) {
            return Some(x.cmp(&y));
        }
        match (a.as_float(), b.as_float()) {
            (Some(x), Some(y)) => x.partial_cmp(&y),
            (Some(x), None) => {
                let parts = self.heap.int_parts(b)?;
                bigint::cmp_f64(Int::new(parts.negative(), parts.limbs()), x).map(|o| o.reverse())
            }
            (None, Some(y)) => {
                let parts = self.heap.int_parts(a)?;
                bigint::cmp_f64(Int::new(parts.negative(), parts.limbs()), y)
            }
            (None, None) => {
                let (x, y) = (self.heap.int_parts(a)?, self.heap.int_parts(b)?);
                Some(bigint::cmp(Int::new(x.negative(), x.limbs()), Int::new(y.negative(), y.limbs())))
            }
        }
    }
}

/// Division of complex numbers (Smith's method, as CPython); None for a zero divisor.
pub(crate) fn complex_div(a: (f64, f64), b: (f64, f64)) -> Option<(f64, f64)> {
    let (abs_re, abs_im) = (libm::fabs(b.0), libm::fabs(b.1));
    if abs_re >= abs_im {
        if abs_re == 0.0 {
            return None;
        }
        let ratio = b.1 / b.0;
        let denominator = b.0 + b.1 * ratio;
        Some(((a.0 + a.1 * ratio) / denominator, (a.1 - a.0 * ratio) / denominator))
    } else if abs_im >= abs_re {
        let ratio = b.0 / b.1;
        let denominator = b.0 * ratio + b.1;
        Some(((a.0 * ratio + a.1) / denominator, (a.1 * ratio - a.0) / denominator))
    } else {
        Some((f64::NAN, f64::NAN))
    }
}

/// Limbs of an inline integer.
fn small_limbs(value: Value) -> ([u32; 2], bool) {
    let n = value.as_index().unwrap_or(0);
    let m = n.unsigned_abs();
    ([m as u32, (m >> 32) as u32], n < 0)
}

/// An int of the block or inline as the arithmetic wants it.
fn int_at<'a>(low: &'a [u64], value: Value, small: &'a ([u32; 2], bool)) -> Int<'a> {
    if value.is_object() {
        let at = value.offset();
        let word = low[at + 1];
        let words = (low[at] >> 32) as usize;
        let limbs: &[u32] = bytemuck::cast_slice(&low[at + 2..at + words]);
        return Int::new(word >> 32 != 0, &limbs[..(word as u32 as usize).min(limbs.len())]);
    }
    Int::new(small.1, &small.0)
}

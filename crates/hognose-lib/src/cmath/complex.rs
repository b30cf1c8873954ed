//! Complex functions on pairs of floats, with the branch cuts and special values of C99's Annex G.
//!
//! After W. Kahan, "Branch cuts for complex elementary functions, or: much ado about nothing's sign bit" (1987). Large and
//! tiny arguments are scaled, so that nothing overflows on the way to a result that does not.

use core::f64::consts::{E, FRAC_PI_2, FRAC_PI_4, LN_2, LN_10, PI};
use libm::{atan2, copysign, hypot, log, scalbn};

/// A complex number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Complex {
    /// Real part.
    pub re: f64,
    /// Imaginary part.
    pub im: f64,
}

/// Why there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// `math domain error`
    Domain,
    /// `math range error`
    Range,
}

/// A result or the reason why there is none.
pub type Answer = Result<Complex, Fault>;

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;
const LARGE: f64 = f64::MAX / 4.0;
/// Square root of LARGE and logarithm of it; square root of the least normal float.
const SQRT_LARGE: f64 = 6.703903964971298e153;
const LOG_LARGE: f64 = 708.396418532264;
const SQRT_TINY: f64 = 1.4916681462400413e-154;

/// A complex number of its parts.
pub const fn complex(re: f64, im: f64) -> Complex {
    Complex { re, im }
}

fn finite(z: Complex) -> bool {
    z.re.is_finite() && z.im.is_finite()
}

/// A quarter, half, three quarters of a turn by the kind of real part, where the imaginary part is infinite.
fn slant(re: f64) -> f64 {
    if re == INF {
        FRAC_PI_4
    } else if re == -INF {
        3.0 * FRAC_PI_4
    } else {
        FRAC_PI_2
    }
}

fn large(z: Complex) -> bool {
    z.re.abs() > LARGE || z.im.abs() > LARGE
}

fn far_log(z: Complex) -> f64 {
    log(hypot(z.re / 2.0, z.im / 2.0)) + 2.0 * LN_2
}

/// Square root.
pub fn sqrt(z: Complex) -> Answer {
    let Complex { re, im } = z;
    if !finite(z) {
        return Ok(if im.is_infinite() {
            complex(INF, im)
        } else if re == INF {
            complex(INF, if im.is_nan() { NAN } else { copysign(0.0, im) })
        } else if re == -INF {
            if im.is_nan() { complex(NAN, INF) } else { complex(0.0, copysign(INF, im)) }
        } else {
            complex(NAN, NAN)
        });
    }
    if re == 0.0 && im == 0.0 {
        return Ok(complex(0.0, im));
    }
    let (ax, ay) = (re.abs(), im.abs());
    let s = if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE {
        // Twice the half that is under the root, and an even power of two.
        let ax = scalbn(ax, 53);
        scalbn(libm::sqrt(ax + hypot(ax, scalbn(ay, 53))), -27)
    } else {
        let ax = ax / 8.0;
        2.0 * libm::sqrt(ax + hypot(ax, ay / 8.0))
    };
    let d = ay / (2.0 * s);
    Ok(if re >= 0.0 { complex(s, copysign(d, im)) } else { complex(d, copysign(s, im)) })
}

/// e to the power of z.
pub fn exp(z: Complex) -> Answer {
    let Complex { re, im } = z;
    if !finite(z) {
        if im.is_infinite() && (re.is_finite() || re == INF) {
            return Err(Fault::Domain);
        }
        if re.is_infinite() && im.is_finite() {
            let size = if re > 0.0 { INF } else { 0.0 };
            if im == 0.0 {
                return Ok(complex(size, im));
            }
            return Ok(complex(copysign(size, libm::cos(im)), copysign(size, libm::sin(im))));
        }
        return Ok(if re == -INF {
            complex(0.0, 0.0)
        } else if re == INF {
            complex(INF, NAN)
        } else {
            complex(NAN, if im == 0.0 { im } else { NAN })
        });
    }
    let (l, scale) = if re > LOG_LARGE { (libm::exp(re - 1.0), E) } else { (libm::exp(re), 1.0) };
    in_range(complex(l * libm::cos(im) * scale, l * libm::sin(im) * scale))
}

fn in_range(z: Complex) -> Answer {
    if z.re.is_infinite() || z.im.is_infinite() { Err(Fault::Range) } else { Ok(z) }
}

/// Natural logarithm.
pub fn ln(z: Complex) -> Answer {
    let Complex { re, im } = z;
    if !finite(z) {
        return Ok(if im.is_infinite() {
            complex(INF, if re.is_nan() { NAN } else { copysign(slant(re), im) })
        } else if re.is_infinite() {
            let turn = if re > 0.0 { 0.0 } else { PI };
            complex(INF, if im.is_nan() { NAN } else { copysign(turn, im) })
        } else {
            complex(NAN, NAN)
        });
    }
    let (ax, ay) = (re.abs(), im.abs());
    let size = if large(z) {
        log(hypot(ax / 2.0, ay / 2.0)) + LN_2
    } else if ax < f64::MIN_POSITIVE && ay < f64::MIN_POSITIVE {
        if ax == 0.0 && ay == 0.0 {
            return Err(Fault::Domain);
        }
        log(hypot(scalbn(ax, 53), scalbn(ay, 53))) - 53.0 * LN_2
    } else {
        let h = hypot(ax, ay);
        if (0.71..=1.73).contains(&h) {
            let (more, less) = if ax > ay { (ax, ay) } else { (ay, ax) };
            libm::log1p((more - 1.0) * (more + 1.0) + less * less) / 2.0
        } else {
            log(h)
        }
    };
    Ok(complex(size, atan2(im, re)))
}

/// Logarithm to the base 10.
pub fn log10(z: Complex) -> Answer {
    ln(z).map(|z| complex(z.re / LN_10, z.im / LN_10))
}

/// z / w, scaled by the larger part of w.
pub fn divide(z: Complex, w: Complex) -> Answer {
    let (ax, ay) = (w.re.abs(), w.im.abs());
    if ax >= ay {
        if ax == 0.0 {
            return Err(Fault::Domain);
        }
        let ratio = w.im / w.re;
        let denominator = w.re + w.im * ratio;
        Ok(complex((z.re + z.im * ratio) / denominator, (z.im - z.re * ratio) / denominator))
    } else if ay >= ax {
        let ratio = w.re / w.im;
        let denominator = w.re * ratio + w.im;
        Ok(complex((z.re * ratio + z.im) / denominator, (z.im * ratio - z.re) / denominator))
    } else {
        Ok(complex(NAN, NAN))
    }
}

/// Hyperbolic cosine.
pub fn cosh(z: Complex) -> Answer {
    let Complex { re, im } = z;
    if !finite(z) {
        if im.is_infinite() && !re.is_nan() {
            return Err(Fault::Domain);
        }
        return Ok(if re.is_infinite() && im.is_finite() {
            if im == 0.0 {
                complex(INF, if re > 0.0 { im } else { -im })
            } else {
                complex(copysign(INF, libm::cos(im)), copysign(INF, libm::sin(im)) * re.signum())
            }
        } else if re.is_infinite() {
            complex(INF, NAN)
        } else if re.is_nan() {
            complex(NAN, if im == 0.0 { 0.0 } else { NAN })
        } else {
            complex(NAN, if re == 0.0 { 0.0 } else { NAN })
        });
    }
    let (x, scale) = if re.abs() > LOG_LARGE { (re - copysign(1.0, re), E) } else { (re, 1.0) };
    in_range(complex(libm::cos(im) * libm::cosh(x) * scale, libm::sin(im) * libm::sinh(x) * scale))
}

/// Hyperbolic sine.
pub fn sinh(z: Complex) -> Answer {
    let Complex { re, im } = z;
    if !finite(z) {
        if im.is_infinite() && !re.is_nan() {
            return Err(Fault::Domain);
        }
        return Ok(if re.is_infinite() && im.is_finite() {
            if im == 0.0 {
                complex(re, im)
            } else {
                complex(copysign(INF, libm::cos(im)) * re.signum(), copysign(INF, libm::sin(im)))
            }
        } else if re.is_infinite() {
            complex(INF, NAN)
        } else if re.is_nan() {
            complex(NAN, if im == 0.0 { im } else { NAN })
        } else {
            complex(if re == 0.0 { 0.0 } else { NAN }, NAN)
        });
    }
    let (x, scale) = if re.abs() > LOG_LARGE { (re - copysign(1.0, re), E) } else { (re, 1.0) };
    in_range(complex(libm::cos(im) * libm::sinh(x) * scale, libm::sin(im) * libm::cosh(x) * scale))
}

/// Hyperbolic tangent.
pub fn tanh(z: Complex) -> Answer {
    let Complex { re, im } = z;
    if !finite(z) {
        if im.is_infinite() && re.is_finite() {
            return Err(Fault::Domain);
        }
        return Ok(if re.is_infinite() {
            let side = if im == 0.0 {
                im
            } else if im.is_finite() {
                copysign(0.0, 2.0 * libm::sin(im) * libm::cos(im))
            } else {
                0.0
            };
            complex(re.signum(), side)
        } else if re.is_nan() {
            complex(NAN, if im == 0.0 { im } else { NAN })
        } else {
            complex(NAN, NAN)
        });
    }
    if re.abs() > LOG_LARGE {
        let side = 4.0 * libm::sin(im) * libm::cos(im) * libm::exp(-2.0 * re.abs());
        return Ok(complex(copysign(1.0, re), side));
    }
    let (tx, ty, cx) = (libm::tanh(re), libm::tan(im), 1.0 / libm::cosh(re));
    let both = tx * ty;
    let denominator = 1.0 + both * both;
    Ok(complex(tx * (1.0 + ty * ty) / denominator, ty / denominator * cx * cx))
}

fn turned(z: Complex, f: fn(Complex) -> Answer) -> Answer {
    f(complex(-z.im, z.re)).map(|w| complex(w.im, -w.re))
}

/// Cosine.
pub fn cos(z: Complex) -> Answer {
    cosh(complex(-z.im, z.re))
}

/// Sine.
pub fn sin(z: Complex) -> Answer {
    turned(z, sinh)
}

/// Tangent.
pub fn tan(z: Complex) -> Answer {
    turned(z, tanh)
}

fn root(re: f64, im: f64) -> Complex {
    sqrt(complex(re, im)).unwrap_or(complex(NAN, NAN))
}

/// Arc cosine.
pub fn acos(z: Complex) -> Answer {
    let Complex { re, im } = z;
    if !finite(z) {
        let away = if im.is_nan() { INF } else { -copysign(INF, im) };
        return Ok(if im.is_infinite() {
            complex(if re.is_nan() { NAN } else { slant(re) }, away)
        } else if re.is_infinite() {
            let turn = if re > 0.0 { 0.0 } else { PI };
            complex(if im.is_nan() { NAN } else { turn }, away)
        } else {
            complex(if re == 0.0 { FRAC_PI_2 } else { NAN }, NAN)
        });
    }
    if large(z) {
        let size = far_log(z);
        return Ok(complex(
            atan2(im.abs(), re),
            if re < 0.0 { -copysign(size, im) } else { copysign(size, -im) },
        ));
    }
    let (a, b) = (root(1.0 - re, -im), root(1.0 + re, im));
    Ok(complex(2.0 * atan2(a.re, b.re), libm::asinh(b.re * a.im - b.im * a.re)))
}

/// Inverse hyperbolic cosine.
pub fn acosh(z: Complex) -> Answer {
    let Complex { re, im } = z;
    if !finite(z) {
        return Ok(if im.is_infinite() {
            complex(INF, if re.is_nan() { NAN } else { copysign(slant(re), im) })
        } else if re.is_infinite() {
            let turn = if re > 0.0 { 0.0 } else { PI };
            complex(INF, if im.is_nan() { NAN } else { copysign(turn, im) })
        } else {
            complex(NAN, NAN)
        });
    }
    if large(z) {
        return Ok(complex(far_log(z), atan2(im, re)));
    }
    let (a, b) = (root(re - 1.0, im), root(re + 1.0, im));
    Ok(complex(libm::asinh(a.re * b.re + a.im * b.im), 2.0 * atan2(a.im, b.re)))
}

/// Inverse hyperbolic sine.
pub fn asinh(z: Complex) -> Answer {
    let Complex { re, im } = z;
    if !finite(z) {
        return Ok(if im.is_infinite() {
            let turn = if re.is_infinite() { FRAC_PI_4 } else { FRAC_PI_2 };
            if re.is_nan() { complex(INF, NAN) } else { complex(copysign(INF, re), copysign(turn, im)) }
        } else if re.is_infinite() {
            complex(re, if im.is_nan() { NAN } else { copysign(0.0, im) })
        } else {
            complex(NAN, if im == 0.0 { im } else { NAN })
        });
    }
    if large(z) {
        let size = far_log(z);
        let out = if im >= 0.0 { copysign(size, re) } else { -copysign(size, -re) };
        return Ok(complex(out, atan2(im, re.abs())));
    }
    let (a, b) = (root(1.0 + im, -re), root(1.0 - im, re));
    Ok(complex(libm::asinh(a.re * b.im - b.re * a.im), atan2(im, a.re * b.re - a.im * b.im)))
}

/// Arc sine.
pub fn asin(z: Complex) -> Answer {
    turned(z, asinh)
}

/// Inverse hyperbolic tangent.
pub fn atanh(z: Complex) -> Answer {
    if !finite(z) {
        let Complex { re, im } = z;
        return Ok(if im.is_infinite() {
            complex(copysign(0.0, if re.is_nan() { 0.0 } else { re }), copysign(FRAC_PI_2, im))
        } else if re.is_infinite() {
            complex(copysign(0.0, re), if im.is_nan() { NAN } else { copysign(FRAC_PI_2, im) })
        } else {
            complex(if re == 0.0 { re } else { NAN }, NAN)
        });
    }
    if z.re.is_sign_negative() {
        return atanh(complex(-z.re, -z.im)).map(|w| complex(-w.re, -w.im));
    }
    let Complex { re, im } = z;
    let ay = im.abs();
    if re > SQRT_LARGE || ay > SQRT_LARGE {
        let h = hypot(re / 2.0, im / 2.0);
        return Ok(complex(re / 4.0 / h / h, -copysign(FRAC_PI_2, -im)));
    }
    if re == 1.0 && ay < SQRT_TINY {
        if ay == 0.0 {
            return Err(Fault::Domain);
        }
        let out = -log(libm::sqrt(ay) / libm::sqrt(hypot(ay, 2.0)));
        return Ok(complex(out, copysign(atan2(2.0, -ay) / 2.0, im)));
    }
    let out = libm::log1p(4.0 * re / ((1.0 - re) * (1.0 - re) + ay * ay)) / 4.0;
    Ok(complex(out, -atan2(-2.0 * im, (1.0 - re) * (1.0 + re) - ay * ay) / 2.0))
}

/// Arc tangent.
pub fn atan(z: Complex) -> Answer {
    turned(z, atanh)
}

/// Distance from zero.
pub fn size(z: Complex) -> Result<f64, Fault> {
    if z.re.is_infinite() || z.im.is_infinite() {
        return Ok(INF);
    }
    let r = hypot(z.re, z.im);
    if r.is_infinite() { Err(Fault::Range) } else { Ok(r) }
}

/// The number with that size and angle.
pub fn rect(r: f64, phi: f64) -> Answer {
    if !r.is_finite() || !phi.is_finite() {
        if phi.is_infinite() && r != 0.0 && !r.is_nan() {
            return Err(Fault::Domain);
        }
        return Ok(if r.is_infinite() && phi.is_finite() {
            if phi == 0.0 {
                complex(r, phi * r.signum())
            } else {
                complex(
                    copysign(INF, libm::cos(phi)) * r.signum(),
                    copysign(INF, libm::sin(phi)) * r.signum(),
                )
            }
        } else if r.is_infinite() {
            complex(INF, NAN)
        } else if r.is_nan() {
            complex(NAN, if phi == 0.0 { 0.0 } else { NAN })
        } else if r == 0.0 {
            complex(0.0, 0.0)
        } else {
            complex(NAN, NAN)
        });
    }
    if phi == 0.0 {
        return Ok(complex(r, r * phi));
    }
    Ok(complex(r * libm::cos(phi), r * libm::sin(phi)))
}

//! Drawing on the screen.

use crate::call::Call;
use crate::paint::{CELL_HEIGHT, CELL_WIDTH, Inside, Paint};
use hognose::{NativeResult, ToPython, Value, Vm};

/// Draws on the screen, which is told what was touched; nothing without a screen.
fn draw(call: &mut Call<'_>, draw: impl FnOnce(&mut Paint<'_>) -> Option<Inside>) -> NativeResult {
    if let Some(screen) = call.computer.screen() {
        let (width, height) = screen.size();
        if let Some((x, y, w, h)) = draw(&mut Paint { pixels: screen.pixels(), width, height }) {
            screen.touched(x, y, w, h);
        }
    }
    Ok(Value::NONE)
}

pub fn put_pixel(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    let (x, y, color) = (call.int32(0), call.int32(1), call.color(2));
    draw(call, |paint| paint.pixel(x, y, color))
}

pub fn fill_rect(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let [x, y, w, h] = [0, 1, 2, 3].map(|i| call.int32(i));
    let color = call.color(4);
    // Not free: a program cannot paint more than its budget.
    vm.charge((w.max(0) as usize).saturating_mul(h.max(0) as usize).min(1 << 22) / 64);
    // Nothing is drawn from a negative corner: that is what the kernel does.
    draw(call, |paint| if x < 0 || y < 0 { None } else { paint.fill(x, y, w, h, color) })
}

/// A cell, if it fits whole.
fn cell(paint: &mut Paint<'_>, x: i64, y: i64, code: u8, foreground: u32, background: u32) -> Option<Inside> {
    let (right, bottom) =
        (i64::from(paint.width) - i64::from(CELL_WIDTH), i64::from(paint.height) - i64::from(CELL_HEIGHT));
    if x < 0 || y < 0 || x > right || y > bottom {
        return None;
    }
    paint.cell(x as i32, y as i32, code, foreground, background)
}

pub fn draw_char(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    let (x, y, code) = (call.int32(0), call.int32(1), call.int(2) as u8);
    let (foreground, background) = (call.color(3), call.color(4));
    draw(call, |paint| cell(paint, x.into(), y.into(), code, foreground, background))
}

pub fn draw_string(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let (x, y) = (call.int32(0), call.int32(1));
    let (foreground, background) = (call.color(3), call.color(4));
    let words = call.words(vm, 2);
    draw(call, |paint| {
        let (mut at_x, mut at_y) = (i64::from(x), i64::from(y));
        let mut all: Option<Inside> = None;
        for &byte in words.until_nul() {
            if byte == b'\n' {
                (at_x, at_y) = (x.into(), at_y + i64::from(CELL_HEIGHT));
                continue;
            }
            if let Some(part) = cell(paint, at_x, at_y, byte, foreground, background) {
                all = Some(all.map_or(part, |all| around(all, part)));
            }
            at_x += i64::from(CELL_WIDTH);
        }
        all
    })
}

/// The smallest rectangle around two.
pub fn around(a: Inside, b: Inside) -> Inside {
    let (left, top) = (a.0.min(b.0), a.1.min(b.1));
    let (right, bottom) = ((a.0 + a.2).max(b.0 + b.2), (a.1 + a.3).max(b.1 + b.3));
    (left, top, right - left, bottom - top)
}

pub fn screen_size(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    call.computer.screen().map_or((0, 0), |screen| screen.size()).to_python(vm)
}

pub fn has_double_buffer(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    Ok(Value::bool(call.computer.screen().is_some_and(|screen| screen.has_double_buffer())))
}

pub fn flip(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    let Ok(picture) = u32::try_from(call.int(0)) else { return Ok(Value::FALSE) };
    Ok(Value::bool(call.computer.screen().is_some_and(|screen| screen.flip(picture))))
}

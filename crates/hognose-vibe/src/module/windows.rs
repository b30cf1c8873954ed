//! Windows.

use crate::call::Call;
use crate::paint::Paint;
use hognose::{NativeResult, ToPython, Type, Value, Vm};

/// Longest title, bytes.
const TITLE: usize = 31;
/// Largest side of a window, pixels.
const SIDE: i32 = 8192;

const NONE: NativeResult = Ok(Value::NONE);

/// A title as long as it may be.
fn title<'a>(words: &'a crate::call::Words<'_>) -> &'a str {
    let text = words.as_str().unwrap_or("");
    let mut end = text.len().min(TITLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

pub fn window_create(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let [x, y, w, h] = [0, 1, 2, 3].map(|i| call.int32(i));
    let words = call.words(vm, 4);
    let sane = w > 0 && h > 0 && w <= SIDE && h <= SIDE;
    let made = call
        .computer
        .windows()
        .filter(|_| sane)
        .and_then(|windows| windows.create(x, y, w, h, title(&words)));
    if let Some(window) = made {
        call.vibe.note_window(window);
    }
    Ok(Value::int(made.unwrap_or(-1).into()))
}

pub fn window_destroy(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    let window = call.int32(0);
    call.vibe.forget_window(window);
    if let Some(windows) = call.computer.windows() {
        windows.destroy(window);
    }
    NONE
}

pub fn window_size(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let window = call.int32(0);
    let canvas = call.computer.windows().and_then(|windows| windows.canvas(window));
    canvas.map_or((0, 0), |canvas| (canvas.width, canvas.height)).to_python(vm)
}

pub fn window_set_title(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let window = call.int32(0);
    let words = call.words(vm, 1);
    if let Some(windows) = call.computer.windows() {
        windows.set_title(window, title(&words));
    }
    NONE
}

pub fn window_poll(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let window = call.int32(0);
    let event = call.computer.windows().and_then(|windows| windows.event(window));
    event.map(|event| (event.kind, event.data[0], event.data[1], event.data[2])).to_python(vm)
}

pub fn window_invalidate(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    let window = call.int32(0);
    if let Some(windows) = call.computer.windows() {
        windows.invalidate(window);
    }
    NONE
}

/// Draws into the content of window argument 0.
fn draw(call: &mut Call<'_>, draw: impl FnOnce(&mut Paint<'_>)) -> NativeResult {
    let window = call.int32(0);
    if let Some(canvas) = call.computer.windows().and_then(|windows| windows.canvas(window)) {
        draw(&mut Paint { pixels: canvas.pixels, width: canvas.width, height: canvas.height });
    }
    NONE
}

pub fn window_put_pixel(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    let (x, y, color) = (call.int32(1), call.int32(2), call.color(3));
    draw(call, |paint| {
        paint.pixel(x, y, color);
    })
}

pub fn window_fill_rect(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let [x, y, w, h] = [1, 2, 3, 4].map(|i| call.int32(i));
    let color = call.color(5);
    vm.charge((w.max(0) as usize).saturating_mul(h.max(0) as usize).min(1 << 22) / 64);
    draw(call, |paint| {
        paint.fill(x, y, w, h, color);
    })
}

pub fn window_draw_rect(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    let [x, y, w, h] = [1, 2, 3, 4].map(|i| call.int32(i));
    let color = call.color(5);
    draw(call, |paint| paint.outline(x, y, w, h, color))
}

pub fn window_draw_hline(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    let [x, y, w] = [1, 2, 3].map(|i| call.int32(i));
    let color = call.color(4);
    draw(call, |paint| {
        paint.fill(x, y, w, 1, color);
    })
}

pub fn window_draw_char(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    let (x, y, code) = (call.int32(1), call.int32(2), call.int(3) as u8);
    let (foreground, background) = (call.color(4), call.color(5));
    draw(call, |paint| {
        paint.cell(x, y, code, foreground, background);
    })
}

pub fn window_draw_string(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let (x, y) = (call.int32(1), call.int32(2));
    let (foreground, background) = (call.color(4), call.color(5));
    let words = call.words(vm, 3);
    draw(call, |paint| {
        let mut at = x;
        for &byte in words.until_nul() {
            paint.cell(at, y, byte, foreground, background);
            at = at.saturating_add(crate::paint::CELL_WIDTH as i32);
        }
    })
}

pub fn window_draw_glyph(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let [x, y, w, h] = [1, 2, 4, 5].map(|i| call.int32(i));
    let (foreground, background) = (call.color(6), call.color(7));
    let bitmap = call.value(vm, 3);
    let bitmap = vm.unwrap(bitmap);
    if !vm.has_bytes(bitmap) {
        return Err(vm.raise(Type::TypeError, "object with buffer protocol required"));
    }
    let bytes = vm.bytes_of(bitmap);
    let needed = i64::from(w.max(0)).saturating_mul(h.max(0).into());
    if (bytes.len() as u64) < needed.unsigned_abs() {
        let given = bytes.len();
        return Err(vm.raise_with(Type::ValueError, |_, out| {
            write!(out, "window_draw_glyph(): {w} x {h} pixels need {needed} bytes of bitmap, not {given}")
        }));
    }
    draw(call, |paint| paint.coverage(x, y, bytes, w, h, foreground, background))
}

//! The console: A program's own text goes through `print()`.

use crate::call::Call;
use hognose::{NativeResult, ToPython, Value, Vm};

type Done = NativeResult;
const NONE: Done = Ok(Value::NONE);

pub fn putc(call: &mut Call<'_>, _: &mut Vm<'_>) -> Done {
    let code = call.int(0) as u8;
    if let Some(console) = call.computer.console() {
        console.put(code);
    }
    NONE
}

pub fn puts(call: &mut Call<'_>, vm: &mut Vm<'_>) -> Done {
    let words = call.words(vm, 0);
    if let Some(console) = call.computer.console() {
        console.write(words.until_nul());
    }
    NONE
}

pub fn uart_puts(call: &mut Call<'_>, vm: &mut Vm<'_>) -> Done {
    let words = call.words(vm, 0);
    if let Some(serial) = call.computer.serial() {
        serial.write(words.until_nul());
    }
    NONE
}

pub fn print_int(call: &mut Call<'_>, _: &mut Vm<'_>) -> Done {
    let n = call.int32(0);
    // Sign and ten digits, from the last one on.
    let mut text = [b'-'; 11];
    let mut at = text.len();
    let mut rest = n.unsigned_abs();
    loop {
        at -= 1;
        text[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    let start = if n < 0 { at - 1 } else { at };
    if let Some(console) = call.computer.console() {
        console.write(text.get(start..).unwrap_or(&[]));
    }
    NONE
}

pub fn print_hex(call: &mut Call<'_>, _: &mut Vm<'_>) -> Done {
    let n = call.int(0) as u32;
    let text: [u8; 8] = core::array::from_fn(|i| match n >> (28 - 4 * i) & 15 {
        digit @ 0..=9 => b'0' + digit as u8,
        digit => b'A' + (digit - 10) as u8,
    });
    if let Some(console) = call.computer.console() {
        console.write(&text);
    }
    NONE
}

pub fn clear(call: &mut Call<'_>, _: &mut Vm<'_>) -> Done {
    if let Some(console) = call.computer.console() {
        console.clear();
    }
    NONE
}

pub fn clear_to_eol(call: &mut Call<'_>, _: &mut Vm<'_>) -> Done {
    if let Some(console) = call.computer.console() {
        console.clear_to_eol();
    }
    NONE
}

pub fn clear_region(call: &mut Call<'_>, _: &mut Vm<'_>) -> Done {
    let [row, column, width, height] = [0, 1, 2, 3].map(|i| call.int32(i));
    if let Some(console) = call.computer.console() {
        console.clear_region(row, column, width, height);
    }
    NONE
}

pub fn set_color(call: &mut Call<'_>, _: &mut Vm<'_>) -> Done {
    let (foreground, background) = (call.color(0), call.color(1));
    if let Some(console) = call.computer.console() {
        console.set_color(foreground, background);
    }
    NONE
}

pub fn set_cursor(call: &mut Call<'_>, _: &mut Vm<'_>) -> Done {
    let (row, column) = (call.int32(0), call.int32(1));
    if let Some(console) = call.computer.console() {
        console.set_cursor(row, column);
    }
    NONE
}

pub fn set_cursor_enabled(call: &mut Call<'_>, _: &mut Vm<'_>) -> Done {
    let on = call.int(0) != 0;
    if let Some(console) = call.computer.console() {
        console.show_cursor(on);
    }
    NONE
}

fn size(call: &mut Call<'_>) -> (u32, u32) {
    call.computer.console().map_or((0, 0), |console| console.cells())
}

pub fn console_size(call: &mut Call<'_>, vm: &mut Vm<'_>) -> Done {
    size(call).to_python(vm)
}

pub fn console_rows(call: &mut Call<'_>, vm: &mut Vm<'_>) -> Done {
    size(call).0.to_python(vm)
}

pub fn console_cols(call: &mut Call<'_>, vm: &mut Vm<'_>) -> Done {
    size(call).1.to_python(vm)
}

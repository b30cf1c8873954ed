//! The functions of the module with their parameters: the one list that checks, `help()` and docs are made from. All are
//! positional. `text` takes str or bytes up to a NUL, `data` str, bytes or any other buffer, `flag` any truth value.

use super::{
    console, constants::CONSTANTS, files, input, memory, network, processes, screen, sound, system, text,
    timing, windows,
};
use crate::call::enter;
use hognose::declare::{
    Constant, Function, HostModule, Kind, Literal, Module, Parameter, Range, firsts, notes, table,
};
use hognose::{Args, LIBRARY, ModuleDef, Native, NativeResult, Vm};

macro_rules! kind {
    (int) => {
        Kind::Int
    };
    (flag) => {
        Kind::Bool
    };
    (text) => {
        Kind::Str
    };
    (data) => {
        Kind::Bytes
    };
    (any) => {
        Kind::Any
    };
    (none) => {
        Kind::None
    };
    (bool) => {
        Kind::Bool
    };
    (str) => {
        Kind::Str
    };
    (bytes) => {
        Kind::Bytes
    };
    (tuple) => {
        Kind::Tuple
    };
    (list) => {
        Kind::List
    };
}

macro_rules! default {
    ([]) => {
        None
    };
    ([true]) => {
        Some(Literal::Bool(true))
    };
    ([[]]) => {
        Some(Literal::None)
    };
    ([$value:literal]) => {
        Some(Literal::Int($value))
    };
}

macro_rules! functions {
    ($list:ident: $($doc:literal fn $name:ident($($p:ident: $kind:ident $(= $default:tt)?),*) -> $result:ident $(, $pending:ident)? = $body:path;)*) => {
        const $list: &[(Function, Native)] = &[$({
            const PLAIN: Function = Function {
                name: stringify!($name),
                doc: $doc,
                parameters: &[$(Parameter {
                    name: stringify!($p),
                    kind: kind!($kind),
                    range: Range::All,
                    clamped: false,
                    unit: "",
                    default: default!([$($default)?]),
                }),*],
                result: kind!($result),
                unit: "",
                cost: 4,
                pending: false $(|| stringify!($pending).len() > 0)?,
                help: "",
                signature: 0,
            };
            const FUNCTION: Function = Function {
                help: hognose::__host_text!(help(&PLAIN)),
                signature: hognose::declare::wording::declaration::<0>(&PLAIN).hash(),
                ..PLAIN
            };
            static DECLARED: Function = FUNCTION;
            fn native(vm: &mut Vm<'_>, args: Args) -> NativeResult {
                enter(vm, args, &DECLARED, $body)
            }
            (FUNCTION, native as Native)
        }),*];
    };
}

functions! { FUNCTIONS:
    // Console
    "Puts one character code (its low 8 bits) on the console: LF, CR, TAB and BS are obeyed, 32..126 drawn."
    fn putc(code: int) -> none = console::putc;
    "Puts text on the console; no line end is added."
    fn puts(s: text) -> none = console::puts;
    "Writes to the serial port; LF becomes CR LF."
    fn uart_puts(s: text) -> none = console::uart_puts;
    "Puts an int on the console."
    fn print_int(n: int) -> none = console::print_int;
    "Puts the low 32 bits of an int on the console as 8 hexadecimal digits."
    fn print_hex(n: int) -> none = console::print_hex;
    "Fills the console with its background; the cursor goes to row 0, column 0."
    fn clear() -> none = console::clear;
    "Erases from the cursor to the right edge."
    fn clear_to_eol() -> none = console::clear_to_eol;
    "Erases character cells; what lies outside is left out."
    fn clear_region(row: int, col: int, w: int, h: int) -> none = console::clear_region;
    "Colours of the console from now on."
    fn set_color(fg: int, bg: int) -> none = console::set_color;
    "Moves the cursor; a coordinate outside is ignored on its own."
    fn set_cursor(row: int, col: int) -> none = console::set_cursor;
    "Shows or hides the cursor."
    fn set_cursor_enabled(flag: flag) -> none = console::set_cursor_enabled;
    "(rows, columns) of the console; (0, 0) without one."
    fn console_size() -> tuple = console::console_size;
    "Rows of the console."
    fn console_rows() -> int = console::console_rows;
    "Columns of the console."
    fn console_cols() -> int = console::console_cols;

    // Keyboard and mouse
    "Does a key wait?"
    fn has_key() -> bool = input::has_key;
    "The next key, -1 when none waits. Waits for one that many milliseconds, without end when negative."
    fn getc(timeout_ms: int = 0) -> int, waits = input::getc;
    "(x, y) of the mouse on the screen."
    fn mouse_pos() -> tuple = input::mouse_pos;
    "Buttons that are down: 1 left, 2 right, 4 middle."
    fn mouse_buttons() -> int = input::mouse_buttons;
    "Puts the mouse somewhere else."
    fn mouse_set_pos(x: int, y: int) -> none = input::mouse_set_pos;
    "(dx, dy) of the mouse since the last call."
    fn mouse_delta() -> tuple = input::mouse_delta;

    // Time
    "Waits at least that many milliseconds; other programs go on."
    fn sleep_ms(ms: int) -> none, waits = timing::sleep_ms;
    "Milliseconds since the start; 0 without a clock."
    fn uptime_ms() -> int = timing::uptime_ms;
    "Lets other programs run; with none, waits for something to happen, 10 ms at most."
    fn sched_yield() -> none, waits = timing::sched_yield;
    "Seconds since 1970 in UTC; 0 without a clock."
    fn timestamp() -> int = timing::timestamp;
    "(year, month, day, hour, minute, second, weekday) in UTC, 0 is Sunday."
    fn datetime() -> tuple = timing::datetime;

    // Screen
    "Draws a pixel; nothing outside the screen."
    fn put_pixel(x: int, y: int, color: int) -> none = screen::put_pixel;
    "Draws a full rectangle, clipped at the right and bottom; nothing from a negative corner or of a negative size."
    fn fill_rect(x: int, y: int, w: int, h: int, color: int) -> none = screen::fill_rect;
    "Draws a character cell of 8 by 16; nothing when it does not fit."
    fn draw_char(x: int, y: int, code: int, fg: int, bg: int) -> none = screen::draw_char;
    "Draws text, a cell a byte; LF goes back to x and 16 down. Cells that do not fit are left out."
    fn draw_string(x: int, y: int, s: text, fg: int, bg: int) -> none = screen::draw_string;
    "(width, height) of the screen; (0, 0) without one."
    fn screen_size() -> tuple = screen::screen_size;
    "Has the screen two pictures?"
    fn has_double_buffer() -> bool = screen::has_double_buffer;
    "Shows picture 0 or 1; False when there is no such picture."
    fn flip(n: int) -> bool = screen::flip;
    "The picture that is shown, 4 bytes a pixel, as memory; None without a screen."
    fn framebuffer() -> any = memory::framebuffer;
    "The picture that is not shown, or the only one."
    fn backbuffer() -> any = memory::backbuffer;
    "The letters of the console, 256 times 16 bytes, as memory to read."
    fn font() -> any = memory::font;

    // Files
    "A handle for a file or folder that is there; None when it is not."
    fn open(path: text) -> any = files::open;
    "Gives a handle back."
    fn close(handle: int) -> none = files::close;
    "Up to size bytes from offset on, b'' at the end; None for a folder, a file that is gone, a wrong handle."
    fn read(handle: int, size: int, offset: int = 0) -> bytes = files::read;
    "Makes data the whole content of the file and gives its length; -1 for a folder, a wrong handle, a full disk."
    fn write(handle: int, data: data) -> int = files::write;
    "Bytes of the file when it was opened; 0 for a folder, -1 for a wrong handle."
    fn file_size(handle: int) -> int = files::file_size;
    "Is it the handle of a folder?"
    fn is_dir(handle: int) -> bool = files::is_dir;
    "Makes an empty file, or opens the one that is there; None when it cannot be made."
    fn create(path: text) -> any = files::create;
    "Makes a folder; None when the name exists or the folder above does not."
    fn mkdir(path: text) -> any = files::mkdir;
    "Removes a file; False for a folder or a missing name."
    fn delete(path: text) -> bool = files::delete;
    "Removes an empty folder."
    fn rmdir(path: text) -> bool = files::rmdir;
    "Removes a file, or a folder with all that is in it."
    fn delete_recursive(path: text) -> bool = files::delete_recursive;
    "Another name in the same folder: what is before the last / of new_name is not looked at."
    fn rename(path: text, new_name: text) -> bool = files::rename;
    "A list of (name, is folder); empty for a missing folder or a file."
    fn listdir(path: text) -> list = files::listdir;
    "The current folder, that of the whole computer."
    fn getcwd() -> str = files::getcwd;
    "Another current folder; False when there is none."
    fn chdir(path: text) -> bool = files::chdir;

    // Processes
    "Ends the program at once with that status."
    fn exit(code: int = 0) -> none, waits = processes::exit;
    "Runs a program with arguments and waits: its status, -1 when it cannot be started."
    fn exec(path: text, args: any = []) -> int, waits = processes::exec;
    "Starts a program with arguments: its number, -1 when it cannot be started."
    fn spawn(path: text, args: any = []) -> int = processes::spawn;
    "Ends another program and what it started; False when there is none of that number."
    fn kill(pid: int) -> bool = processes::kill;
    "A list of (slot, name, state): 1 ready, 2 running, 3 blocked, 4 zombie."
    fn ps() -> list = processes::ps;
    "How many programs are ready or run."
    fn process_count() -> int = processes::process_count;

    // Sound
    "Plays a WAV file to its end; False when it cannot."
    fn sound_play(path: text) -> bool, waits = sound::sound_play;
    "Plays signed 16-bit samples; without wait it returns at once. False when it cannot."
    fn sound_play_pcm(data: data, channels: int, rate: int, wait: flag = true) -> bool, waits = sound::sound_play_pcm;
    "Ends what is played."
    fn sound_stop() -> none = sound::sound_stop;
    "Holds what is played."
    fn sound_pause() -> none = sound::sound_pause;
    "Goes on; False when nothing was held."
    fn sound_resume() -> bool = sound::sound_resume;
    "Is something played now?"
    fn sound_is_playing() -> bool = sound::sound_is_playing;
    "Is something held?"
    fn sound_is_paused() -> bool = sound::sound_is_paused;

    // Network
    "The own address as an int, 0 without one."
    fn get_ip() -> int = network::get_ip;
    "The hardware address, 6 bytes."
    fn get_mac() -> bytes = network::get_mac;
    "Handles what has come from the network."
    fn net_poll() -> none = network::net_poll;
    "The address of a name, 0 on failure."
    fn dns_resolve(host: text) -> int, waits = network::dns_resolve;
    "Does the computer at an address answer in that time?"
    fn ping(ip: int, timeout_ms: int = 1000) -> bool, waits = network::ping;
    "A socket that is connected, -1 on failure."
    fn tcp_connect(ip: int, port: int) -> int, waits = network::tcp_connect;
    "Sends and gives how many bytes; -1 when it is not connected."
    fn tcp_send(sock: int, data: data) -> int = network::tcp_send;
    "What has come; b'' when nothing has, None when it is closed. Waits for it that many milliseconds, without end when negative."
    fn tcp_recv(sock: int, maxlen: int, timeout_ms: int = 0) -> bytes, waits = network::tcp_recv;
    "Ends a connection."
    fn tcp_close(sock: int) -> none = network::tcp_close;
    "Is it connected?"
    fn tcp_is_connected(sock: int) -> bool = network::tcp_is_connected;
    "A socket that is connected with TLS to the host of that name, -1 on failure."
    fn tls_connect(ip: int, port: int, host: text) -> int, waits = network::tls_connect;
    "Sends and gives how many bytes; -1 when it is not connected."
    fn tls_send(sock: int, data: data) -> int = network::tls_send;
    "As tcp_recv."
    fn tls_recv(sock: int, maxlen: int, timeout_ms: int = 0) -> bytes, waits = network::tls_recv;
    "Ends a connection."
    fn tls_close(sock: int) -> none = network::tls_close;
    "Is it connected?"
    fn tls_is_connected(sock: int) -> bool = network::tls_is_connected;

    // System
    "Bytes of the heap of the system that are free."
    fn mem_free() -> int = system::mem_free;
    "Bytes of the heap of the system in use."
    fn mem_used() -> int = system::mem_used;
    "Bytes of memory."
    fn ram_total() -> int = system::ram_total;
    "KiB of the disk, 0 without one."
    fn disk_total() -> int = system::disk_total;
    "KiB of the disk that are free."
    fn disk_free() -> int = system::disk_free;
    "(name, MHz, cores) of the processor."
    fn cpu_info() -> tuple = system::cpu_info;
    "A list of (vendor, product, name)."
    fn usb_devices() -> list = system::usb_devices;
    "Light on."
    fn led_on() -> none = system::led_on;
    "Light off."
    fn led_off() -> none = system::led_off;
    "Light on if it was off, and the other way round."
    fn led_toggle() -> none = system::led_toggle;
    "Is the light on?"
    fn led_status() -> bool = system::led_status;
    "Bytes of the log of the system."
    fn klog_size() -> int = system::klog_size;
    "Part of the log of the system, from the oldest byte on."
    fn klog_read(offset: int = 0, size: int = 65536) -> bytes = system::klog_read;

    // Memory
    "Zeroed memory of the system that can be indexed and sliced; None when there is no room."
    fn malloc(n: int) -> any = memory::malloc;
    "Gives memory back."
    fn free(memory: any) -> none = memory::free;
    "Can memory be copied without the processor? The functions below work in any case."
    fn dma_available() -> bool = memory::dma_available;
    "Copies all of src to the start of dst; False when it does not fit."
    fn dma_copy(dst: any, src: any) -> bool = memory::dma_copy;
    "Copies rows of width bytes, which begin every pitch bytes; False when they do not fit."
    fn dma_copy_2d(dst: any, dst_pitch: int, src: any, src_pitch: int, width: int, height: int) -> bool = memory::dma_copy_2d;
    "Copies width times height pixels; False when they do not fit."
    fn dma_fb_copy(dst: any, src: any, width: int, height: int) -> bool = memory::dma_fb_copy;
    "Fills memory with a 32-bit pattern."
    fn dma_fill(dst: any, value: int) -> bool = memory::dma_fill;

    // TrueType
    "Is a TrueType font there?"
    fn ttf_is_ready() -> bool = text::ttf_is_ready;
    "A dict with bitmap, width, height, xoff, yoff, advance; None without a font or for glyphs without a bitmap."
    fn ttf_get_glyph(codepoint: int, size: int, style: int) -> any = text::ttf_get_glyph;
    "(ascent, descent, line gap); (size, 0, 0) without a font."
    fn ttf_get_metrics(size: int) -> tuple = text::ttf_get_metrics;
    "How far the pen moves; size // 2 without a font."
    fn ttf_get_advance(codepoint: int, size: int) -> int = text::ttf_get_advance;
    "By how much two letters are closer; 0 without a font."
    fn ttf_get_kerning(cp1: int, cp2: int, size: int) -> int = text::ttf_get_kerning;

    // Windows
    "A new window, outer position and size: its number, -1 when it cannot be."
    fn window_create(x: int, y: int, w: int, h: int, title: text) -> int = windows::window_create;
    "Takes a window away."
    fn window_destroy(wid: int) -> none = windows::window_destroy;
    "(width, height) of the content; (0, 0) for an unknown window."
    fn window_size(wid: int) -> tuple = windows::window_size;
    "Another title, cut to 31 bytes."
    fn window_set_title(wid: int, title: text) -> none = windows::window_set_title;
    "(type, d1, d2, d3) of the next event, None when there is none."
    fn window_poll(wid: int) -> any = windows::window_poll;
    "Shows what was drawn."
    fn window_invalidate(wid: int) -> none = windows::window_invalidate;
    "Draws a pixel."
    fn window_put_pixel(wid: int, x: int, y: int, color: int) -> none = windows::window_put_pixel;
    "Draws a full rectangle, clipped on all sides."
    fn window_fill_rect(wid: int, x: int, y: int, w: int, h: int, color: int) -> none = windows::window_fill_rect;
    "Draws an outline of one pixel, clipped."
    fn window_draw_rect(wid: int, x: int, y: int, w: int, h: int, color: int) -> none = windows::window_draw_rect;
    "Draws a horizontal line, clipped."
    fn window_draw_hline(wid: int, x: int, y: int, w: int, color: int) -> none = windows::window_draw_hline;
    "Draws a character cell of 8 by 16, clipped."
    fn window_draw_char(wid: int, x: int, y: int, code: int, fg: int, bg: int) -> none = windows::window_draw_char;
    "Draws text, a cell a byte; LF is a blank cell."
    fn window_draw_string(wid: int, x: int, y: int, s: text, fg: int, bg: int) -> none = windows::window_draw_string;
    "Draws coverage 0..255, w times h bytes, as a mix of two colours."
    fn window_draw_glyph(wid: int, x: int, y: int, bitmap: any, w: int, h: int, fg: int, bg: int) -> none = windows::window_draw_glyph;
}

functions! { INNER:
    "A block of memory."
    fn allocate(bytes: int) -> any = memory::allocate;
    "Gives it back."
    fn release(block: int) -> none = memory::release;
    "Its bytes."
    fn length(block: int) -> any = memory::length;
    "Reads."
    fn load(block: int, at: int, n: int) -> any = memory::load;
    "Writes the same over and over."
    fn store(block: int, at: int, n: int, data: data) -> bool = memory::store;
    "Copies."
    fn transfer(block: int, at: int, n: int, to: int, to_at: int) -> bool = memory::transfer;
}

const DECLARED: [Function; FUNCTIONS.len()] = firsts(FUNCTIONS, Function::NONE);
const NAMED: [Constant; CONSTANTS.len()] = firsts(CONSTANTS, Constant::NONE);
static TABLE: [hognose::Def; FUNCTIONS.len() + CONSTANTS.len()] = table(FUNCTIONS, CONSTANTS);
static NOTES: [hognose::Note; FUNCTIONS.len()] = notes(FUNCTIONS);
static INNER_TABLE: [hognose::Def; INNER.len()] = table(INNER, &[]);

/// Module `vibe`.
pub static VIBE: Module = Module {
    declaration: HostModule {
        name: "vibe",
        doc: "The whole computer: console, keys, mouse, screen, files, processes, time, sound, network, windows.",
        functions: &DECLARED,
        constants: &NAMED,
    },
    definition: ModuleDef {
        name: "vibe",
        attributes: &TABLE,
        types: &[],
        notes: &[&NOTES],
        doc: "The whole computer: console, keys, mouse, screen, files, processes, time, sound, network, windows.",
    },
};

/// Module `_vibe`: what memory outside the program is made of.
pub static MEMORY: ModuleDef =
    ModuleDef { name: "_vibe", attributes: &INNER_TABLE, types: &[], notes: &[], doc: "" };

/// The tables for [`Engine::with_modules`](hognose::Engine::with_modules): the library, `vibe`, `_vibe`.
pub static MODULES: [&ModuleDef; LIBRARY.len() + 2] = {
    let mut all: [&ModuleDef; LIBRARY.len() + 2] = [&MEMORY; LIBRARY.len() + 2];
    let mut i = 0;
    while i < LIBRARY.len() {
        all[i] = LIBRARY[i];
        i += 1;
    }
    all[LIBRARY.len()] = &VIBE.definition;
    all
};

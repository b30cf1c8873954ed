//! The table and what stands in it. Every call counts, and after so many calls entries vanish and come back as the scene says.

use crate::scene::Scene;
use crate::{PIXELS, SCREEN, TABLE, disk, heap, serial};
use core::ffi::{CStr, c_char};
use core::fmt::Write;

/// Entries, the two words of fb_width and fb_height being one.
const COUNT: usize = 125;
/// Most changes of a scene.
const CHANGES: usize = 160;
/// Most keys of a scene.
const KEYS: usize = 1024;
/// The only window's.
const WINDOW: (usize, usize) = (64, 40);

#[derive(Clone, Copy)]
struct Change {
    at: usize,
    after: usize,
    gone: bool,
    done: bool,
}

struct State {
    calls: usize,
    console: usize,
    terminal: usize,
    whole: [usize; COUNT],
    changes: [Change; CHANGES],
    /// Milliseconds after the one before, and code.
    keys: [(u64, i32); KEYS],
    pressed: usize,
    taken: usize,
    last: u64,
    led: i32,
    pointer: (i32, i32),
    event: usize,
}

static mut STATE: State = State {
    calls: 0,
    console: 0,
    terminal: 0,
    whole: [0; COUNT],
    changes: [Change { at: 0, after: 0, gone: false, done: true }; CHANGES],
    keys: [(0, 0); KEYS],
    pressed: 0,
    taken: 0,
    last: 0,
    led: 0,
    pointer: (640, 400),
    event: 0,
};
static mut CONTENT: [u32; WINDOW.0 * WINDOW.1] = [0; WINDOW.0 * WINDOW.1];

fn state() -> &'static mut State {
    // SAFETY: one thread; calls do not nest.
    unsafe { &mut *(&raw mut STATE) }
}

fn table() -> &'static mut [usize; COUNT] {
    // SAFETY: the table is at the end of the memory.
    unsafe { &mut *(TABLE as *mut [usize; COUNT]) }
}

fn tick() {
    let state = state();
    state.calls += 1;
    for change in &mut state.changes {
        if !change.done && state.calls >= change.after {
            change.done = true;
            table()[change.at / 8] = if change.gone { 0 } else { state.whole[change.at / 8] };
        }
    }
}

/// Bytes that went to the console and to the terminal, and all calls.
pub fn said() -> (usize, usize, usize) {
    (state().console, state().terminal, state().calls)
}

/// Is every entry the one that was put there, or null where the scene says so?
pub fn is_whole() -> bool {
    let state = state();
    table().iter().zip(state.whole).enumerate().all(|(i, (now, was))| {
        *now == was || *now == 0 && state.changes.iter().any(|change| change.at / 8 == i && change.gone)
    })
}

/// Pixels that are not black.
pub fn pixels() -> usize {
    // SAFETY: memory of that many pixels.
    let pixels = unsafe { core::slice::from_raw_parts(SCREEN as *const u32, PIXELS.0 * PIXELS.1) };
    pixels.iter().filter(|&&pixel| pixel != 0).count()
}

fn text(text: *const c_char) -> &'static [u8] {
    // SAFETY: programs give texts with a NUL.
    unsafe { CStr::from_ptr(text) }.to_bytes()
}

fn say(bytes: &[u8]) {
    serial::write(bytes);
}

fn now() -> u64 {
    let (ticks, rate): (u64, u64);
    // SAFETY: reads the counter.
    unsafe {
        core::arch::asm!("mrs {}, cntvct_el0", out(reg) ticks);
        core::arch::asm!("mrs {}, cntfrq_el0", out(reg) rate);
    }
    ticks * 1000 / rate
}

fn key_waits() -> bool {
    let state = state();
    state.taken < state.pressed && now() >= state.last + state.keys[state.taken].0
}

fn take_key() -> i32 {
    if !key_waits() {
        return -1;
    }
    let state = state();
    let code = state.keys[state.taken].1;
    state.taken += 1;
    state.last = now();
    code
}

macro_rules! entries {
    ($( $at:literal $name:ident ( $($arg:ident: $type:ty),* ) $(-> $out:ty)? $body:block )*) => {
        $( extern "C" fn $name($($arg: $type),*) $(-> $out)? { tick(); $body } )*

        /// Fills the table.
        fn fill(table: &mut [usize; COUNT]) {
            $( table[$at / 8] = $name as *const () as usize; )*
        }
    };
}

entries! {
    0x008 putc(byte: u8) { state().console += 1; say(&[byte]); }
    0x010 puts(s: *const c_char) { state().console += text(s).len(); say(text(s)); }
    0x018 uart_puts(s: *const c_char) { say(text(s)); }
    0x020 getc() -> i32 { take_key() }
    0x028 set_color(_f: u32, _b: u32) {}
    0x030 clear() { say(b"[clear]"); }
    0x038 set_cursor(_r: i32, _c: i32) {}
    0x040 set_cursor_enabled(_on: i32) {}
    0x048 print_int(_n: i32) {}
    0x050 print_hex(_n: u32) {}
    0x058 clear_to_eol() {}
    0x060 clear_region(_r: i32, _c: i32, _w: i32, _h: i32) {}
    0x068 has_key() -> i32 { key_waits().into() }
    0x070 malloc(n: usize) -> usize { heap::malloc(n) }
    0x078 free(at: usize) { heap::free(at) }
    0x080 open(path: *const c_char) -> usize { disk::open(path) }
    0x088 close(h: usize) { disk::close(h) }
    0x090 read(h: usize, out: *mut u8, n: usize, at: usize) -> i32 { disk::read(h, out, n, at) }
    0x098 write(h: usize, bytes: *const u8, n: usize) -> i32 { disk::write(h, bytes, n) }
    0x0a0 is_dir(h: usize) -> i32 { disk::is_dir(h) }
    0x0a8 file_size(h: usize) -> i32 { disk::file_size(h) }
    0x0b0 create(path: *const c_char) -> usize { disk::create(path) }
    0x0b8 mkdir(path: *const c_char) -> usize { disk::mkdir(path) }
    0x0c0 delete(path: *const c_char) -> i32 { disk::delete(path) }
    0x0c8 delete_dir(path: *const c_char) -> i32 { disk::delete_dir(path) }
    0x0d8 rename(path: *const c_char, name: *const c_char) -> i32 { disk::rename(path, name) }
    0x0e0 readdir(h: usize, i: i32, name: *mut u8, n: usize, kind: *mut u8) -> i32 { disk::readdir(h, i, name, n, kind) }
    0x0e8 set_cwd(path: *const c_char) -> i32 { disk::set_cwd(path) }
    0x0f0 get_cwd(out: *mut u8, n: usize) -> i32 { disk::get_cwd(out, n) }
    0x0f8 exit(status: i32) { crate::exit(status) }
    0x108 exec_args(path: *const c_char, count: i32, words: *const *const c_char) -> i32 {
        say(b"[exec ");
        say(text(path));
        for i in 0..count as usize {
            say(b" ");
            // SAFETY: the program gave that many words.
            say(text(unsafe { *words.add(i) }));
        }
        say(b"]\n");
        7
    }
    0x110 yield_now() {}
    0x120 spawn_args(path: *const c_char, _count: i32, _words: *const *const c_char) -> i32 {
        say(b"[spawn ");
        say(text(path));
        say(b"]\n");
        42
    }
    0x128 console_rows() -> i32 { 50 }
    0x130 console_cols() -> i32 { 160 }
    0x170 mouse_get_pos(x: *mut i32, y: *mut i32) {
        // SAFETY: the program gave places.
        unsafe { (*x, *y) = state().pointer; }
    }
    0x178 mouse_get_buttons() -> u8 { 1 }
    0x180 mouse_poll() {}
    0x188 mouse_set_pos(x: i32, y: i32) { state().pointer = (x, y); }
    0x198 window_create(_x: i32, _y: i32, _w: i32, _h: i32, title: *const c_char) -> i32 {
        say(b"[window ");
        say(text(title));
        say(b"]\n");
        3
    }
    0x1a0 window_destroy(_w: i32) {}
    0x1a8 window_get_buffer(window: i32, w: *mut i32, h: *mut i32) -> usize {
        if window != 3 {
            return 0;
        }
        // SAFETY: the program gave places.
        unsafe { (*w, *h) = (WINDOW.0 as i32, WINDOW.1 as i32); }
        &raw mut CONTENT as usize
    }
    0x1b0 window_poll_event(_w: i32, kind: *mut i32, a: *mut i32, b: *mut i32, c: *mut i32) -> i32 {
        state().event += 1;
        // SAFETY: the program gave places.
        unsafe { (*kind, *a, *b, *c) = (4, i32::from(b'k'), 0, 0); }
        (state().event == 1).into()
    }
    0x1b8 window_invalidate(_w: i32) {
        // SAFETY: one thread.
        let count = unsafe { (*(&raw const CONTENT)).iter().filter(|&&pixel| pixel != 0).count() };
        let _ = writeln!(serial::Serial, "[shown {count}]");
    }
    0x1c0 window_set_title(_w: i32, _t: *const c_char) {}
    0x1c8 stdio_putc(byte: u8) { state().terminal += 1; say(&[byte]); }
    0x1d0 stdio_puts(s: *const c_char) { state().terminal += text(s).len(); say(text(s)); }
    0x1d8 stdio_getc() -> i32 { take_key() }
    0x1e0 stdio_has_key() -> i32 { key_waits().into() }
    0x1e8 get_uptime_ticks() -> u64 { now() / 10 }
    0x1f0 get_mem_used() -> usize { heap::room().1 }
    0x1f8 get_mem_free() -> usize { heap::room().0 }
    0x200 get_timestamp() -> u32 { 1_700_000_000 }
    0x218 sleep_ms(_ms: u32) {}
    0x228 sound_stop() {}
    0x230 sound_is_playing() -> i32 { 0 }
    0x240 sound_play_pcm_async(_s: *const i16, frames: u32, channels: u8, rate: u32) -> i32 {
        let _ = writeln!(serial::Serial, "[sound {frames} {channels} {rate}]");
        0
    }
    0x258 sound_is_paused() -> i32 { 0 }
    0x260 get_process_count() -> i32 { 1 }
    0x268 get_process_info(slot: i32, name: *mut u8, _n: i32, s: *mut i32) -> i32 {
        if slot != 0 {
            return 0;
        }
        // SAFETY: the program gave places, and room for a short name.
        unsafe {
            core::ptr::copy_nonoverlapping(c"/bin/vibesh".as_ptr().cast(), name, 12);
            *s = 2;
        }
        1
    }
    0x270 get_disk_total() -> i32 { 65536 }
    0x278 get_disk_free() -> i32 { 60000 }
    0x280 get_ram_total() -> usize { 512 << 20 }
    0x2a8 net_ping(address: u32, _n: u16, _ms: u32) -> i32 { if address == 0x0A00_0202 { 0 } else { -1 } }
    0x2b0 net_poll() {}
    0x2b8 net_get_ip() -> u32 { 0x0A00_020F }
    0x2c0 net_get_mac(out: *mut u8) {
        // SAFETY: room for six bytes.
        unsafe { out.cast::<[u8; 6]>().write([0x52, 0x54, 0, 1, 2, 3]) };
    }
    0x2c8 dns_resolve(host: *const c_char) -> u32 { if text(host) == b"host" { 0x0A00_0202 } else { 0 } }
    0x2d0 tcp_connect(_a: u32, port: u16) -> i32 { if port == 7 { 2 } else { -1 } }
    0x2d8 tcp_send(_s: i32, _bytes: *const u8, n: u32) -> i32 { n as i32 }
    0x2e0 tcp_recv(_s: i32, out: *mut u8, n: u32) -> i32 {
        if n < 2 {
            return 0;
        }
        // SAFETY: room for two bytes.
        unsafe { out.cast::<[u8; 2]>().write(*b"ok") };
        2
    }
    0x2e8 tcp_close(_s: i32) {}
    0x2f0 tcp_is_connected(s: i32) -> i32 { (s == 2).into() }
    0x340 ttf_is_ready() -> i32 { 0 }
    0x348 led_on() { state().led = 1; }
    0x350 led_off() { state().led = 0; }
    0x360 led_status() -> i32 { state().led }
    0x368 kill_process(pid: i32) -> i32 { if pid == 42 { 0 } else { -1 } }
    0x370 get_cpu_name() -> *const c_char { c"Cortex-A72".as_ptr() }
    0x378 get_cpu_freq_mhz() -> u32 { 1500 }
    0x380 get_cpu_cores() -> i32 { 1 }
    0x388 usb_device_count() -> i32 { 0 }
    0x3a0 klog_size() -> usize { 4 }
    0x398 klog_read(out: *mut u8, at: usize, n: usize) -> usize {
        let n = n.min(4usize.saturating_sub(at));
        // SAFETY: room for that many bytes.
        unsafe { core::ptr::copy_nonoverlapping(b"log\n".as_ptr().add(at), out, n) };
        n
    }
    0x3c0 dma_available() -> i32 { 0 }
}

/// Makes the table, the disk and the keys of a scene.
pub fn start(scene: &Scene) {
    let table = table();
    *table = [0; COUNT];
    fill(table);
    table[0] = 1;
    table[0x138 / 8] = SCREEN;
    table[0x140 / 8] = PIXELS.0 | PIXELS.1 << 32;
    let state = state();
    state.whole = *table;
    let mut changes = 0;
    for (verb, rest, bytes) in scene.lines() {
        let mut parts = rest.split(' ');
        let mut part = || parts.next().unwrap_or("");
        match verb {
            "file" => disk::put(part(), Some(bytes)),
            "folder" => disk::put(part(), None),
            "key" | "later" => {
                let wait = if verb == "later" { part().parse().unwrap_or(0) } else { 0 };
                state.keys[state.pressed] = (wait, part().parse().unwrap_or(0));
                state.pressed += 1;
            }
            "gone" | "back" => {
                let at = usize::from_str_radix(part(), 16).unwrap_or(0);
                let after = part().parse().unwrap_or(0);
                state.changes[changes] = Change { at, after, gone: verb == "gone", done: false };
                changes += 1;
            }
            _ => {}
        }
    }
    // What is to be gone from the start on.
    for change in &mut state.changes {
        if !change.done && change.after == 0 {
            change.done = true;
            table[change.at / 8] = if change.gone { 0 } else { state.whole[change.at / 8] };
        }
    }
}

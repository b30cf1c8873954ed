//! The kernel's table of functions and values.
//!
//! Programs get its address and call through it; there are no system calls. The kernel changes entries while programs run (the
//! desktop puts its windows in, the terminal its hooks, and both take them out), so every use reads the entry anew, and an
//! entry that is null is a part that the computer lacks.

use core::mem::{offset_of, size_of};
use core::ptr::{addr_of, read_volatile};

/// A function of the kernel that fills in a text or a picture gives addresses.
pub type Address = *mut u8;

macro_rules! table {
    (@type function $($out:ty)?) => { usize };
    (@type value $out:ty) => { $out };
    (@method function $(#[$doc:meta])* $name:ident ( $($arg:ident: $type:ty),* )) => {
        $(#[$doc])*
        pub fn $name(self $(, $arg: $type)*) -> Option<()> {
            table!(@call self $name ( $($arg: $type),* ) -> ())
        }
    };
    (@method function $(#[$doc:meta])* $name:ident ( $($arg:ident: $type:ty),* ) -> $out:ty) => {
        $(#[$doc])*
        pub fn $name(self $(, $arg: $type)*) -> Option<$out> {
            table!(@call self $name ( $($arg: $type),* ) -> $out)
        }
    };
    (@call $self:ident $name:ident ( $($arg:ident: $type:ty),* ) -> $out:ty) => {{
        // SAFETY: the table is the kernel's and stays; the entry is read once, as it is now.
        let entry = unsafe { read_volatile(addr_of!((*$self.0).$name)) };
        if entry == 0 {
            return None;
        }
        // SAFETY: an entry that is not null is a function of this type, by the kernel's interface.
        let call: extern "C" fn($($type),*) -> $out = unsafe { core::mem::transmute(entry) };
        Some(call($($arg),*))
    }};
    (@method value $(#[$doc:meta])* $name:ident () -> $out:ty) => {
        $(#[$doc])*
        pub fn $name(self) -> $out {
            // SAFETY: as above.
            unsafe { read_volatile(addr_of!((*self.0).$name)) }
        }
    };
    ($( $at:literal $kind:ident $(#[$doc:meta])* $name:ident ( $($arg:ident: $type:ty),* ) $(-> $out:ty)?; )*) => {
        /// The table as it lies in memory.
        #[repr(C)]
        struct Layout {
            $( $name: table!(@type $kind $($out)?), )*
        }

        // Built against exactly this layout: fields moved while the version stayed 1.
        $( const _: () = assert!(offset_of!(Layout, $name) == $at); )*
        const _: () = assert!(size_of::<Layout>() == 1000);

        // The whole table is here, though not all of it is used.
        #[allow(dead_code)]
        impl Kernel {
            $( table!{@method $kind $(#[$doc])* $name ( $($arg: $type),* ) $(-> $out)?} )*
        }
    };
}

/// The kernel, by its table. Every function answers None when its entry is null.
#[derive(Clone, Copy)]
pub struct Kernel(*const Layout);

impl Kernel {
    /// The table at that address, as the kernel hands it to a program.
    ///
    /// # Safety
    /// It must be the kernel's table.
    pub const unsafe fn at(address: *const u8) -> Kernel {
        Kernel(address.cast())
    }

    /// Is there a function that plays samples?
    pub fn has_sound(self) -> bool {
        // SAFETY: as for calls.
        unsafe { read_volatile(addr_of!((*self.0).sound_play_pcm_async)) != 0 }
    }
}

table! {
    0x000 value #[doc = "Always 1: it does not tell one layout from another."] version() -> u32;
    0x008 function #[doc = "A character on the console."] putc(byte: u8);
    0x010 function #[doc = "A text on the console."] puts(text: *const u8);
    0x018 function #[doc = "A text on the serial port."] uart_puts(text: *const u8);
    0x020 function #[doc = "A key, -1 for none."] getc() -> i32;
    0x028 function #[doc = "Colours of the console."] set_color(foreground: u32, background: u32);
    0x030 function #[doc = "Clears the screen."] clear();
    0x038 function #[doc = "Moves the cursor."] set_cursor(row: i32, column: i32);
    0x040 function #[doc = "Shows or hides it."] set_cursor_enabled(on: i32);
    0x048 function #[doc = "A number on the console."] print_int(n: i32);
    0x050 function #[doc = "The same in hexadecimal."] print_hex(n: u32);
    0x058 function #[doc = "Clears to the right edge."] clear_to_eol();
    0x060 function #[doc = "Clears cells."] clear_region(row: i32, column: i32, width: i32, height: i32);
    0x068 function #[doc = "Does a key wait?"] has_key() -> i32;
    0x070 function #[doc = "Memory, aligned to 8; null when there is none."] malloc(bytes: usize) -> Address;
    0x078 function #[doc = "Gives memory back."] free(address: Address);
    0x080 function #[doc = "A handle, or null."] open(path: *const u8) -> Address;
    0x088 function #[doc = "Closes what `open` gave."] close(handle: Address);
    0x090 function #[doc = "Bytes read, -1 on failure."] read(handle: Address, out: *mut u8, n: usize, at: usize) -> i32;
    0x098 function #[doc = "Replaces the content."] write(handle: Address, bytes: *const u8, n: usize) -> i32;
    0x0a0 function #[doc = "Is it a folder?"] is_dir(handle: Address) -> i32;
    0x0a8 function #[doc = "Size when it was opened."] file_size(handle: Address) -> i32;
    0x0b0 function #[doc = "A node that is good until the next path, or null."] create(path: *const u8) -> Address;
    0x0b8 function #[doc = "The same for a folder; null when it exists."] mkdir(path: *const u8) -> Address;
    0x0c0 function #[doc = "Removes a file."] delete(path: *const u8) -> i32;
    0x0c8 function #[doc = "Removes an empty folder."] delete_dir(path: *const u8) -> i32;
    0x0d0 function #[doc = "Removes a tree."] delete_recursive(path: *const u8) -> i32;
    0x0d8 function #[doc = "Another name in the same folder."] rename(path: *const u8, name: *const u8) -> i32;
    0x0e0 function #[doc = "Entry `i`: 0, or -1 past the end; type 2 is a folder."] readdir(folder: Address, i: i32, name: *mut u8, n: usize, kind: *mut u8) -> i32;
    0x0e8 function #[doc = "Another current folder, for the whole system."] set_cwd(path: *const u8) -> i32;
    0x0f0 function #[doc = "The current folder."] get_cwd(out: *mut u8, n: usize) -> i32;
    0x0f8 function #[doc = "Ends the process."] exit(status: i32);
    0x100 function #[doc = "Runs a program and waits."] exec(path: *const u8) -> i32;
    0x108 function #[doc = "The same with arguments."] exec_args(path: *const u8, count: i32, words: *const *const u8) -> i32;
    0x110 function #[doc = "The next process, or an interrupt."] yield_now();
    0x118 function #[doc = "Starts a program."] spawn(path: *const u8) -> i32;
    0x120 function #[doc = "The same with arguments, which stay where they are."] spawn_args(path: *const u8, count: i32, words: *const *const u8) -> i32;
    0x128 function #[doc = "Rows of the console."] console_rows() -> i32;
    0x130 function #[doc = "Columns of the console."] console_cols() -> i32;
    0x138 value #[doc = "First pixel of the screen."] fb_base() -> *mut u32;
    0x140 value #[doc = "Pixels of a row."] fb_width() -> u32;
    0x144 value #[doc = "Rows."] fb_height() -> u32;
    0x148 function #[doc = "A pixel."] fb_put_pixel(x: u32, y: u32, color: u32);
    0x150 function #[doc = "A rectangle."] fb_fill_rect(x: u32, y: u32, width: u32, height: u32, color: u32);
    0x158 function #[doc = "A character."] fb_draw_char(x: u32, y: u32, byte: u8, foreground: u32, background: u32);
    0x160 function #[doc = "A text."] fb_draw_string(x: u32, y: u32, text: *const u8, foreground: u32, background: u32);
    0x168 value #[doc = "256 glyphs of 16 bytes."] font_data() -> *const u8;
    0x170 function #[doc = "Where the pointer is."] mouse_get_pos(x: *mut i32, y: *mut i32);
    0x178 function #[doc = "Its buttons."] mouse_get_buttons() -> u8;
    0x180 function #[doc = "Asks the device."] mouse_poll();
    0x188 function #[doc = "Puts the pointer somewhere."] mouse_set_pos(x: i32, y: i32);
    0x190 function #[doc = "How far it moved."] mouse_get_delta(dx: *mut i32, dy: *mut i32);
    0x198 function #[doc = "A window, or -1."] window_create(x: i32, y: i32, width: i32, height: i32, title: *const u8) -> i32;
    0x1a0 function #[doc = "Takes it away."] window_destroy(window: i32);
    0x1a8 function #[doc = "Its pixels; null when it is unknown."] window_get_buffer(window: i32, width: *mut i32, height: *mut i32) -> *mut u32;
    0x1b0 function #[doc = "An event: 1, or 0."] window_poll_event(window: i32, kind: *mut i32, a: *mut i32, b: *mut i32, c: *mut i32) -> i32;
    0x1b8 function #[doc = "Asks for a repaint."] window_invalidate(window: i32);
    0x1c0 function #[doc = "Another title."] window_set_title(window: i32, title: *const u8);
    0x1c8 function #[doc = "A character on the terminal."] stdio_putc(byte: u8);
    0x1d0 function #[doc = "A text on the terminal."] stdio_puts(text: *const u8);
    0x1d8 function #[doc = "A key of the terminal, -1 for none."] stdio_getc() -> i32;
    0x1e0 function #[doc = "Does one wait?"] stdio_has_key() -> i32;
    0x1e8 function #[doc = "Hundredths of a second since the start."] get_uptime_ticks() -> u64;
    0x1f0 function #[doc = "Bytes of the heap in use."] get_mem_used() -> usize;
    0x1f8 function #[doc = "Bytes of the heap that are free."] get_mem_free() -> usize;
    0x200 function #[doc = "Unix seconds."] get_timestamp() -> u32;
    0x208 function #[doc = "Date and time."] get_datetime(y: *mut i32, mo: *mut i32, d: *mut i32, h: *mut i32, mi: *mut i32, s: *mut i32, wd: *mut i32);
    0x210 function #[doc = "Sleeps until an interrupt."] wfi();
    0x218 function #[doc = "Sleeps, without the others."] sleep_ms(ms: u32);
    0x220 function #[doc = "Plays a WAV file to its end."] sound_play_wav(wav: *const u8, size: u32) -> i32;
    0x228 function #[doc = "Stops it."] sound_stop();
    0x230 function #[doc = "Does it play?"] sound_is_playing() -> i32;
    0x238 function #[doc = "Plays samples to their end."] sound_play_pcm(samples: *const i16, frames: u32, channels: u8, rate: u32) -> i32;
    0x240 function #[doc = "Plays samples, which stay where they are, and returns at once."] sound_play_pcm_async(samples: *const i16, frames: u32, channels: u8, rate: u32) -> i32;
    0x248 function #[doc = "Holds it."] sound_pause();
    0x250 function #[doc = "Goes on."] sound_resume() -> i32;
    0x258 function #[doc = "Is it held?"] sound_is_paused() -> i32;
    0x260 function #[doc = "Processes that are ready or run."] get_process_count() -> i32;
    0x268 function #[doc = "Slot: 1 in use, 0 not."] get_process_info(slot: i32, name: *mut u8, n: i32, state: *mut i32) -> i32;
    0x270 function #[doc = "KiB of the disk."] get_disk_total() -> i32;
    0x278 function #[doc = "KiB that are free."] get_disk_free() -> i32;
    0x280 function #[doc = "Bytes of memory."] get_ram_total() -> usize;
    0x288 function #[doc = "Where the heap begins."] get_heap_start() -> u64;
    0x290 function #[doc = "Where it ends."] get_heap_end() -> u64;
    0x298 function #[doc = "The stack pointer."] get_stack_ptr() -> u64;
    0x2a0 function #[doc = "Live allocations."] get_alloc_count() -> i32;
    0x2a8 function #[doc = "An echo: 0, or -1."] net_ping(address: u32, number: u16, ms: u32) -> i32;
    0x2b0 function #[doc = "Handles what has come."] net_poll();
    0x2b8 function #[doc = "The own address."] net_get_ip() -> u32;
    0x2c0 function #[doc = "The hardware address."] net_get_mac(out: *mut u8);
    0x2c8 function #[doc = "An address, 0 on failure."] dns_resolve(host: *const u8) -> u32;
    0x2d0 function #[doc = "A socket, or -1."] tcp_connect(address: u32, port: u16) -> i32;
    0x2d8 function #[doc = "Bytes sent, or -1."] tcp_send(socket: i32, bytes: *const u8, n: u32) -> i32;
    0x2e0 function #[doc = "Bytes received, 0 for nothing yet, -1 closed."] tcp_recv(socket: i32, out: *mut u8, n: u32) -> i32;
    0x2e8 function #[doc = "Ends it."] tcp_close(socket: i32);
    0x2f0 function #[doc = "Is it connected?"] tcp_is_connected(socket: i32) -> i32;
    0x2f8 function #[doc = "A socket with TLS, or -1."] tls_connect(address: u32, port: u16, host: *const u8) -> i32;
    0x300 function #[doc = "As for TCP."] tls_send(socket: i32, bytes: *const u8, n: u32) -> i32;
    0x308 function #[doc = "As for TCP."] tls_recv(socket: i32, out: *mut u8, n: u32) -> i32;
    0x310 function #[doc = "Ends it."] tls_close(socket: i32);
    0x318 function #[doc = "Is it connected?"] tls_is_connected(socket: i32) -> i32;
    0x320 function #[doc = "A [`Glyph`], or null."] ttf_get_glyph(code: i32, size: i32, style: i32) -> *const Glyph;
    0x328 function #[doc = "How far the pen moves."] ttf_get_advance(code: i32, size: i32) -> i32;
    0x330 function #[doc = "How much closer two letters are."] ttf_get_kerning(left: i32, right: i32, size: i32) -> i32;
    0x338 function #[doc = "Heights of the font."] ttf_get_metrics(size: i32, ascent: *mut i32, descent: *mut i32, gap: *mut i32);
    0x340 function #[doc = "Is there a font?"] ttf_is_ready() -> i32;
    0x348 function #[doc = "The light goes on."] led_on();
    0x350 function #[doc = "The light goes off."] led_off();
    0x358 function #[doc = "The light changes."] led_toggle();
    0x360 function #[doc = "Is it on?"] led_status() -> i32;
    0x368 function #[doc = "Ends a process: 0, or -1."] kill_process(pid: i32) -> i32;
    0x370 function #[doc = "Name of the processor."] get_cpu_name() -> *const u8;
    0x378 function #[doc = "Its MHz."] get_cpu_freq_mhz() -> u32;
    0x380 function #[doc = "Its cores."] get_cpu_cores() -> i32;
    0x388 function #[doc = "Devices on the USB."] usb_device_count() -> i32;
    0x390 function #[doc = "One of them: 0, or -1."] usb_device_info(i: i32, vendor: *mut u16, product: *mut u16, name: *mut u8, n: i32) -> i32;
    0x398 function #[doc = "Copies from the kernel's log."] klog_read(out: *mut u8, at: usize, n: usize) -> usize;
    0x3a0 function #[doc = "Bytes of it."] klog_size() -> usize;
    0x3a8 function #[doc = "Are there two pictures?"] fb_has_hw_double_buffer() -> i32;
    0x3b0 function #[doc = "Shows one of them: 0, or -1."] fb_flip(n: i32) -> i32;
    0x3b8 function #[doc = "The one that is not shown."] fb_get_backbuffer() -> *mut u32;
    0x3c0 function #[doc = "Can the hardware copy?"] dma_available() -> i32;
    0x3c8 function #[doc = "Copies."] dma_copy(to: Address, from: *const u8, n: u32) -> i32;
    0x3d0 function #[doc = "Copies rows."] dma_copy_2d(to: Address, to_pitch: u32, from: *const u8, from_pitch: u32, width: u32, height: u32) -> i32;
    0x3d8 function #[doc = "Copies pixels."] dma_fb_copy(to: *mut u32, from: *const u32, width: u32, height: u32) -> i32;
    0x3e0 function #[doc = "Fills."] dma_fill(to: Address, value: u32, n: u32) -> i32;
}

/// A letter as the kernel keeps it. It is good until the next call.
#[repr(C)]
pub struct Glyph {
    /// Coverage, row after row; null for a blank one.
    pub bitmap: *const u8,
    /// Pixels of a row.
    pub width: i32,
    /// Rows.
    pub height: i32,
    /// From the pen.
    pub x: i32,
    /// From the base line.
    pub y: i32,
    /// How far the pen moves.
    pub advance: i32,
}

const _: () =
    assert!(size_of::<Glyph>() == 32 && offset_of!(Glyph, width) == 8 && offset_of!(Glyph, advance) == 24);

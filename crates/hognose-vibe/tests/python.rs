//! Module `vibe` as programs see it: every function, every failure value, every argument error.

mod common;

use common::{Recorder, on_bare, recorded, run, shared};
use hognose::declare::Kind;
use hognose_vibe::VIBE;
use hognose_vibe::part::{Event, key};

/// The functions that the module had from the start.
const FUNCTIONS: &str = "putc puts uart_puts clear set_color set_cursor set_cursor_enabled console_size has_key getc sleep_ms \
    uptime_ms sched_yield put_pixel fill_rect draw_char draw_string screen_size mouse_pos mouse_buttons open read write \
    file_size is_dir create mkdir delete rename listdir getcwd chdir exit exec spawn kill ps timestamp datetime sound_play \
    sound_stop sound_pause sound_resume sound_is_playing get_ip dns_resolve ping tcp_connect tcp_send tcp_recv tcp_close \
    tls_connect tls_send tls_recv tls_close mem_free mem_used ram_total disk_total disk_free cpu_info usb_devices led_on \
    led_off led_toggle ttf_is_ready ttf_get_glyph ttf_get_metrics ttf_get_advance ttf_get_kerning window_create \
    window_destroy window_size window_set_title window_poll window_invalidate window_put_pixel window_fill_rect \
    window_draw_rect window_draw_hline window_draw_char window_draw_string window_draw_glyph";

/// What it lacked and has now.
const ADDED: &str = "print_int print_hex clear_to_eol clear_region console_rows console_cols malloc free close rmdir \
    delete_recursive process_count mouse_set_pos mouse_delta sound_play_pcm sound_is_paused get_mac net_poll \
    tcp_is_connected tls_is_connected klog_size klog_read led_status has_double_buffer flip framebuffer backbuffer font \
    dma_available dma_copy dma_copy_2d dma_fb_copy dma_fill";

#[test]
fn every_function_and_constant_is_there() {
    assert_eq!(FUNCTIONS.split_whitespace().count(), 83);
    let (printed, _) =
        recorded("import vibe\nprint(*[n for n in dir(vibe) if callable(getattr(vibe, n)) and n[0] != '_'])");
    let mut wanted: Vec<&str> = FUNCTIONS.split_whitespace().chain(ADDED.split_whitespace()).collect();
    wanted.sort_unstable();
    let mut found: Vec<&str> = printed.split_whitespace().collect();
    found.sort_unstable();
    assert_eq!(found, wanted);
    let constants = "import vibe as v\n\
        print(v.BLACK == 0, v.WHITE == 0xFFFFFF, v.RED == 0xFF0000, v.GREEN == 0x00FF00, v.BLUE == 255, v.YELLOW == 0xFFFF00,\n\
        v.CYAN == 0x00FFFF, v.MAGENTA == 0xFF00FF, v.AMBER == 0xFFBF00)\n\
        print([getattr(v, 'WIN_EVENT_' + n) for n in 'NONE MOUSE_DOWN MOUSE_UP MOUSE_MOVE KEY CLOSE FOCUS UNFOCUS RESIZE'.split()])\n\
        print(v.MOUSE_LEFT, v.MOUSE_RIGHT, v.MOUSE_MIDDLE, v.TTF_NORMAL, v.TTF_BOLD, v.TTF_ITALIC, len([n for n in dir(v) if n.isupper()]))";
    let (printed, _) = recorded(constants);
    assert_eq!(printed, format!("{}\n[0, 1, 2, 3, 4, 5, 6, 7, 8]\n1 2 4 0 1 2 24\n", ["True"; 9].join(" ")));
}

/// What a call gives on a computer that has nothing.
const FAILURES: &[(&str, &str)] = &[
    ("putc(65)", "None"),
    ("puts('x')", "None"),
    ("uart_puts('x')", "None"),
    ("print_int(1)", "None"),
    ("print_hex(1)", "None"),
    ("clear()", "None"),
    ("clear_to_eol()", "None"),
    ("clear_region(0, 0, 1, 1)", "None"),
    ("set_color(1, 2)", "None"),
    ("set_cursor(1, 2)", "None"),
    ("set_cursor_enabled(True)", "None"),
    ("console_size()", "(0, 0)"),
    ("console_rows()", "0"),
    ("console_cols()", "0"),
    ("has_key()", "False"),
    ("getc()", "-1"),
    ("getc(-1)", "-1"),
    ("mouse_pos()", "(0, 0)"),
    ("mouse_buttons()", "0"),
    ("mouse_set_pos(1, 2)", "None"),
    ("mouse_delta()", "(0, 0)"),
    ("sleep_ms(5)", "None"),
    ("uptime_ms()", "0"),
    ("sched_yield()", "None"),
    ("timestamp()", "0"),
    ("datetime()", "(1970, 1, 1, 0, 0, 0, 4)"),
    ("put_pixel(1, 2, 3)", "None"),
    ("fill_rect(1, 2, 3, 4, 5)", "None"),
    ("draw_char(1, 2, 65, 4, 5)", "None"),
    ("draw_string(1, 2, 'x', 4, 5)", "None"),
    ("screen_size()", "(0, 0)"),
    ("has_double_buffer()", "False"),
    ("flip(1)", "False"),
    ("framebuffer()", "None"),
    ("backbuffer()", "None"),
    ("len(vibe.font())", "4096"),
    ("open('/x')", "None"),
    ("close(1)", "None"),
    ("read(1, 10)", "None"),
    ("write(1, b'x')", "-1"),
    ("file_size(1)", "-1"),
    ("is_dir(1)", "False"),
    ("create('/x')", "None"),
    ("mkdir('/x')", "None"),
    ("delete('/x')", "False"),
    ("rmdir('/x')", "False"),
    ("delete_recursive('/x')", "False"),
    ("rename('/x', 'y')", "False"),
    ("listdir('/')", "[]"),
    ("getcwd()", "'/'"),
    ("chdir('/')", "False"),
    ("exec('/x.py')", "-1"),
    ("spawn('/x.py')", "-1"),
    ("kill(2)", "False"),
    ("ps()", "[]"),
    ("process_count()", "0"),
    ("sound_play('/x.wav')", "False"),
    ("sound_play_pcm(bytes(4), 1, 8000)", "False"),
    ("sound_stop()", "None"),
    ("sound_pause()", "None"),
    ("sound_resume()", "False"),
    ("sound_is_playing()", "False"),
    ("sound_is_paused()", "False"),
    ("get_ip()", "0"),
    ("get_mac()", "b'\\x00\\x00\\x00\\x00\\x00\\x00'"),
    ("net_poll()", "None"),
    ("dns_resolve('example.com')", "0"),
    ("dns_resolve('10.0.2.15')", "167772687"),
    ("ping(1)", "False"),
    ("tcp_connect(1, 80)", "-1"),
    ("tcp_send(0, b'x')", "-1"),
    ("tcp_recv(0, 10)", "None"),
    ("tcp_close(0)", "None"),
    ("tcp_is_connected(0)", "False"),
    ("tls_connect(1, 443, 'h')", "-1"),
    ("tls_send(0, b'x')", "-1"),
    ("tls_recv(0, 10)", "None"),
    ("tls_close(0)", "None"),
    ("tls_is_connected(0)", "False"),
    ("mem_free()", "0"),
    ("mem_used()", "0"),
    ("ram_total()", "0"),
    ("disk_total()", "0"),
    ("disk_free()", "0"),
    ("cpu_info()", "('', 0, 0)"),
    ("usb_devices()", "[]"),
    ("led_on()", "None"),
    ("led_off()", "None"),
    ("led_toggle()", "None"),
    ("led_status()", "False"),
    ("klog_size()", "0"),
    ("klog_read()", "b''"),
    ("malloc(10)", "None"),
    ("free(None)", "None"),
    ("dma_available()", "False"),
    ("dma_copy(bytearray(2), b'ab')", "True"),
    ("dma_copy_2d(bytearray(4), 2, b'abcd', 2, 1, 2)", "True"),
    ("dma_fb_copy(bytearray(8), bytes(8), 1, 2)", "True"),
    ("dma_fill(bytearray(8), 1)", "True"),
    ("ttf_is_ready()", "False"),
    ("ttf_get_glyph(65, 16, 0)", "None"),
    ("ttf_get_metrics(16)", "(16, 0, 0)"),
    ("ttf_get_advance(65, 17)", "8"),
    ("ttf_get_kerning(65, 66, 16)", "0"),
    ("window_create(0, 0, 100, 100, 'x')", "-1"),
    ("window_destroy(1)", "None"),
    ("window_size(1)", "(0, 0)"),
    ("window_set_title(1, 'x')", "None"),
    ("window_poll(1)", "None"),
    ("window_invalidate(1)", "None"),
    ("window_put_pixel(1, 0, 0, 0)", "None"),
    ("window_fill_rect(1, 0, 0, 5, 5, 0)", "None"),
    ("window_draw_rect(1, 0, 0, 5, 5, 0)", "None"),
    ("window_draw_hline(1, 0, 0, 5, 0)", "None"),
    ("window_draw_char(1, 0, 0, 65, 0, 0)", "None"),
    ("window_draw_string(1, 0, 0, 'x', 0, 0)", "None"),
    ("window_draw_glyph(1, 0, 0, b'x', 1, 1, 0, 0)", "None"),
];

#[test]
fn a_part_that_is_lacking_gives_the_documented_failure() {
    let mut source = String::from("import vibe\n");
    let mut wanted = String::new();
    for (call, value) in FAILURES {
        let call = if call.starts_with("len(") { (*call).to_owned() } else { format!("vibe.{call}") };
        source.push_str(&format!("print({call:?}, repr({call}))\n"));
        wanted.push_str(&format!("{call} {value}\n"));
    }
    let printed = on_bare(&source);
    for (found, wanted) in printed.lines().zip(wanted.lines()) {
        assert_eq!(found, wanted);
    }
    assert_eq!(printed, wanted);
    for function in VIBE.declaration.functions {
        let told = FAILURES.iter().any(|(call, _)| call.contains(&format!("{}(", function.name)));
        assert!(told || function.name == "exit", "{} has no failure value here", function.name);
    }
}

/// A value that a parameter takes.
fn right(kind: Kind) -> &'static str {
    match kind {
        Kind::Int => "1",
        Kind::Str => "'x'",
        Kind::Bytes => "b'x'",
        Kind::Bool => "True",
        _ => "None",
    }
}

#[test]
fn wrong_arguments_are_refused_in_the_words_of_the_module() {
    let mut source = String::from(
        "import vibe\ndef told(f, *a, **k):\n    try:\n        f(*a, **k)\n        print(f.__name__, 'took', a, k)\n    except (TypeError, OverflowError) as e:\n        print(f.__name__, type(e).__name__ + ':', e)\n",
    );
    let mut wanted = String::new();
    let mut expect = |name: &str, arguments: &str, message: &str| {
        source.push_str(&format!("told(vibe.{name}, {arguments})\n"));
        wanted.push_str(&format!("{name} {message}\n"));
    };
    for function in VIBE.declaration.functions {
        let parameters = function.parameters;
        let name = function.name;
        let (most, least) = (parameters.len(), parameters.iter().filter(|p| p.default.is_none()).count());
        let all: Vec<&str> = parameters.iter().map(|p| right(p.kind)).collect();
        expect(name, "key=1", "TypeError: function doesn't take keyword arguments");
        let many = [all.clone(), vec!["1"]].concat().join(", ");
        let given = most + 1;
        if least == most {
            expect(
                name,
                &many,
                &format!("TypeError: function takes {most} positional arguments but {given} were given"),
            );
        } else {
            expect(
                name,
                &many,
                &format!("TypeError: function expected at most {most} arguments, got {given}"),
            );
        }
        if least > 0 {
            let few = all[..least - 1].join(", ");
            let given = least - 1;
            let message = if least == most {
                format!("TypeError: function takes {least} positional arguments but {given} were given")
            } else {
                "TypeError: function missing 1 required positional arguments".to_owned()
            };
            expect(name, &few, &message);
        }
        for (i, parameter) in parameters.iter().enumerate() {
            let mut with = |value: &'static str, message: &str| {
                let mut arguments = all.clone();
                arguments[i] = value;
                expect(name, &arguments.join(", "), message);
            };
            match parameter.kind {
                Kind::Int => {
                    with("1.5", "TypeError: can't convert float to int");
                    with("'1'", "TypeError: can't convert str to int");
                    with("1 << 64", "OverflowError: overflow converting long int to machine word");
                }
                Kind::Str | Kind::Bytes => {
                    with("7", "TypeError: can't convert 'int' object to str implicitly")
                }
                _ => {}
            }
        }
    }
    let printed = on_bare(&source);
    for (found, wanted) in printed.lines().zip(wanted.lines()) {
        assert_eq!(found, wanted);
    }
    assert_eq!(printed.lines().count(), wanted.lines().count());
}

#[test]
fn the_console_gets_what_was_asked_for() {
    let source = "import vibe\n\
        vibe.putc(0x141)\nvibe.puts('ab\\0c')\nvibe.puts(b'xy')\nvibe.uart_puts('log\\n')\nvibe.print_int(-7)\nvibe.print_hex(0xABC)\n\
        vibe.set_color(0xFF8000, 0)\nvibe.set_cursor(3, -1)\nvibe.set_cursor_enabled([])\nvibe.set_cursor_enabled('x')\n\
        vibe.clear_to_eol()\nvibe.clear_region(1, 2, 3, 4)\nvibe.clear()\n\
        print(vibe.console_size(), vibe.console_rows(), vibe.console_cols())";
    let (printed, log) = recorded(source);
    assert_eq!(printed, "(50, 160) 50 160\n");
    let wanted = [
        "put 65",
        "write \"ab\"",
        "write \"xy\"",
        "serial \"log\\n\"",
        "write \"-7\"",
        "write \"00000ABC\"",
        "color ff8000 000000",
        "cursor 3 -1",
        "cursor false",
        "cursor true",
        "clear to eol",
        "clear 1 2 3 4",
        "clear",
    ];
    let log: Vec<&str> = log.iter().map(String::as_str).collect();
    assert_eq!(log, wanted);
}

#[test]
fn keys_mouse_and_time() {
    let computer = shared(Recorder::new());
    for key in [b'a'.into(), key::UP, key::SHIFT] {
        computer.borrow_mut().keys.press(key);
    }
    let source = "import vibe\n\
        print(vibe.has_key(), vibe.getc(), vibe.getc(), vibe.getc(50), vibe.getc(), vibe.has_key())\n\
        print(vibe.mouse_pos(), vibe.mouse_buttons(), vibe.mouse_delta())\nvibe.mouse_set_pos(5, 6)\n\
        a = vibe.uptime_ms()\nvibe.sleep_ms(250)\nb = vibe.uptime_ms()\nprint(250 <= b - a < 300)\n\
        print(vibe.getc(120), 120 <= vibe.uptime_ms() - b < 200)\n\
        print(vibe.timestamp(), vibe.datetime())\nvibe.sched_yield()";
    let end = run(computer, source);
    assert!(end.turns >= 2, "it waited");
    let wanted = "True 97 256 266 -1 False\n(640, 400) 5 (-3, 4)\nTrue\n-1 True\n1795222988 (2026, 11, 21, 1, 3, 8, 6)\n";
    assert_eq!(computer.borrow().printed, wanted);
    assert_eq!(computer.borrow().log, ["move 5 6"]);
}

#[test]
fn drawing_is_clipped() {
    let computer = shared(Recorder::new());
    let source = "import vibe\n\
        vibe.put_pixel(1, 2, 7)\nvibe.put_pixel(-1, 0, 7)\nvibe.put_pixel(64, 0, 7)\n\
        vibe.fill_rect(60, 46, 100, 100, 9)\nvibe.fill_rect(-1, 0, 5, 5, 9)\nvibe.fill_rect(0, 0, -5, 5, 9)\nvibe.fill_rect(0, 0, 0x100000005, 1, 1)\n\
        vibe.draw_char(0, 16, 33, 5, 6)\nvibe.draw_char(60, 0, 33, 5, 6)\nvibe.draw_string(40, 0, 'ab\\ncdef', 5, 6)\nprint(vibe.screen_size())\n\
        print(vibe.has_double_buffer(), vibe.flip(1), vibe.flip(2), vibe.flip(-1))";
    run(computer, source);
    let computer = computer.borrow();
    assert_eq!(computer.printed, "(64, 48)\nTrue True False False\n");
    let touched = [
        "touched 1 2 1 1",
        "touched 60 46 4 2",
        "touched 0 0 5 1",
        "touched 0 16 8 16",
        "touched 40 0 24 32",
    ];
    assert_eq!(computer.log, touched);
    assert_eq!(computer.pixels[2 * 64 + 1], 7);
    assert_eq!(computer.pixels.iter().filter(|&&pixel| pixel == 9).count(), 8);
    // The glyph of an exclamation mark has both colours.
    assert_eq!(computer.pixels[16 * 64], 6);
    assert!((16..32).any(|y| (0..8).any(|x| computer.pixels[y * 64 + x] == 5)));
}

#[test]
fn files_by_handle() {
    let source = "import vibe as v\n\
        h = v.create('/a.txt')\nprint(h > 0, v.write(h, 'hello'), v.write(h, b'by\\0e'), v.file_size(h))\n\
        g = v.open('/a.txt')\nprint(v.file_size(g), v.read(g, 100), v.read(g, 2, 1), v.read(g, 5, 4), v.read(g, 5, 99), v.is_dir(g))\n\
        print(v.create('/a.txt') > 0, v.read(v.open('/a.txt'), 10), v.create('/no/a'), v.open('/none'), v.open(''))\n\
        d = v.mkdir('/d')\nprint(d > 0, v.mkdir('/d'), v.mkdir('/no/d'), v.is_dir(d), v.file_size(d), v.read(d, 5), v.write(d, 'x'))\n\
        print(v.write(v.create('/d/b.txt'), ''), v.listdir('/d'), sorted(v.listdir('/')), v.listdir('/none'), v.listdir('/a.txt'))\n\
        print(v.rename('/a.txt', '/d/c.txt'), v.rename('/none', 'x'), v.open('/c.txt') is not None)\n\
        print(v.delete('/d'), v.rmdir('/d'), v.delete('/none'), v.delete('/c.txt'), v.read(g, 5))\n\
        print(v.getcwd(), v.chdir('/d'), v.getcwd(), v.open('b.txt') is not None, v.chdir('..'), v.getcwd(), v.chdir('/none'))\n\
        v.mkdir('/d/e')\nv.create('/d/e/f')\nprint(v.delete_recursive('/d'), v.listdir('/'), v.delete_recursive('/d'))\n\
        v.close(g)\nprint(v.file_size(g), v.file_size(0), v.read(0, 1), v.write(0, 'x'), v.is_dir(0))\n\
        try:\n    v.read(h, 1 << 40)\nexcept MemoryError:\n    print('MemoryError')\n\
        print(v.open('x' * 300), [v.create('/f%d' % i) is None for i in range(40)].count(True) > 0)";
    let (printed, _) = recorded(source);
    let wanted = "True 5 4 0\n4 b'by\\x00e' b'y\\x00' b'' b'' False\nTrue b'by\\x00e' None None None\n\
        True None None True 0 None -1\n0 [('b.txt', False)] [('a.txt', False), ('d', True)] [] []\nTrue False True\n\
        False False False True None\n/ True /d True True / False\nTrue [] False\n-1 -1 None -1 False\nNone True\n";
    assert_eq!(printed.replace("MemoryError\n", ""), wanted);
}

#[test]
fn a_read_of_more_than_the_program_can_hold_is_a_memory_error() {
    let source = "import vibe\nh = vibe.create('/x')\ntry:\n    vibe.read(h, 1 << 40)\nexcept MemoryError:\n    print('told')";
    assert_eq!(recorded(source).0, "told\n");
}

#[test]
fn the_network_waits_without_freezing() {
    let computer = shared(Recorder::new());
    computer.borrow_mut().incoming = [None, None, Some(b"abc".to_vec()), None, Some(b"de".to_vec())].into();
    let source = "import vibe as v\n\
        print(hex(v.get_ip()), v.get_mac(), hex(v.dns_resolve('example.com')), v.dns_resolve('lost.test'), v.ping(0x0A000202), v.ping(1, 5))\n\
        s = v.tcp_connect(1, 80)\nprint(s, v.tcp_connect(1, 1), v.tcp_connect(1, 2), v.tcp_is_connected(s), v.tcp_is_connected(0))\n\
        print(v.tcp_send(s, 'a\\0b'), v.tcp_send(0, b'x'))\n\
        print(v.tcp_recv(s, 100), v.tcp_recv(s, 100, 1000), v.tcp_recv(s, 100), v.tcp_recv(s, 1), v.tcp_recv(s, 100), v.tcp_recv(7, 5))\n\
        t = v.tls_connect(2, 443, 'example.com')\nprint(t, v.tls_send(t, b'q'), v.tls_recv(t, 5), v.tls_is_connected(t))\n\
        v.tcp_close(s)\nv.tls_close(t)\nv.net_poll()";
    run(computer, source);
    let computer = computer.borrow();
    let wanted = "0xa00020f b'RT\\x00\\x124V' 0x5db8d822 0 True False\n4 -1 -1 True False\n3 -1\n\
        b'' b'abc' b'' b'd' None None\n4 1 None True\n";
    assert_eq!(computer.printed, wanted);
    let wanted = [
        "resolve example.com",
        "resolve lost.test",
        "ping 0a000202 1000",
        "ping 00000001 5",
        "connect 00000001 80 \"\"",
        "connect 00000001 1 \"\"",
        "connect 00000001 2 \"\"",
        "send 4 [97, 0, 98]",
        "send 0 [120]",
        "connect 00000002 443 \"example.com\"",
        "send 4 [113]",
        "close 4",
        "close 4",
    ];
    assert_eq!(computer.log, wanted);
}

/// A WAV file.
fn wav(kind: u16, channels: u16, rate: u32, bits: u16, data: &[u8]) -> String {
    let mut bytes = b"RIFF\0\0\0\0WAVEjunk\x03\0\0\0abc\0fmt \x10\0\0\0".to_vec();
    bytes.extend(kind.to_le_bytes());
    bytes.extend(channels.to_le_bytes());
    bytes.extend(rate.to_le_bytes());
    bytes.extend([0; 6]);
    bytes.extend(bits.to_le_bytes());
    bytes.extend(b"data");
    bytes.extend((data.len() as u32).to_le_bytes());
    bytes.extend(data);
    bytes.iter().map(|byte| format!("\\x{byte:02x}")).collect()
}

#[test]
fn sound_is_fed_and_waited_for() {
    let files = [
        ("a", wav(1, 1, 8000, 8, &[0, 128, 255])),
        ("b", wav(1, 2, 44100, 16, &[1, 0, 2, 0, 3, 0, 0xFF, 0xFF, 9])),
        ("c", wav(1, 1, 48000, 32, &[0, 0, 5, 0])),
        ("d", wav(3, 1, 48000, 32, &[0, 0, 5, 0])),
        ("e", wav(1, 1, 12345, 16, &[0, 0])),
        ("f", wav(1, 1, 8000, 24, &[0, 0, 0])),
        ("g", "nothing of the kind".to_owned()),
    ];
    let mut source = String::from("import vibe as v\n");
    for (name, bytes) in &files {
        source
            .push_str(&format!("v.write(v.create('/{name}'), b'{bytes}')\nprint(v.sound_play('/{name}'))\n"));
    }
    source.push_str("print(v.sound_play('/none'), v.sound_play_pcm(b'\\x07\\x00\\x08\\x00', 1, 22050), v.sound_play_pcm(b'ab', 1, 7))\n");
    source.push_str("print(v.sound_play_pcm(bytearray(b'\\x09\\x00'), 1, 8000, False), v.sound_is_playing())\nv.sound_stop()\n");
    source.push_str("v.sound_pause()\nprint(v.sound_is_paused(), v.sound_resume(), v.sound_resume(), v.sound_is_paused())\n");
    let computer = shared(Recorder::new());
    let end = run(computer, &source);
    assert!(end.turns > 0, "it waited for the end of the sound");
    let computer = computer.borrow();
    assert_eq!(
        computer.printed,
        "True\nTrue\nTrue\nFalse\nFalse\nFalse\nFalse\nFalse True False\nTrue True\nTrue True False False\n"
    );
    let starts = ["sound 1 8000", "sound 2 44100", "sound 1 48000", "sound 1 22050", "sound 1 8000", "stop"];
    assert_eq!(computer.log, starts);
    assert_eq!(computer.fed[..9], [-32768, 0, 127 * 256, 1, 2, 3, -1, 5, 7]);
}

#[test]
fn system_light_log_and_processes() {
    let source = "import vibe as v\n\
        print(v.mem_free(), v.mem_used(), v.ram_total(), v.disk_total(), v.disk_free(), v.cpu_info(), v.usb_devices())\n\
        v.led_on()\nv.led_toggle()\nv.led_toggle()\nprint(v.led_status())\nv.led_off()\n\
        print(v.klog_size(), v.klog_read(), v.klog_read(8), v.klog_read(2, 3), v.klog_read(50), v.klog_read(-1, 2))\n\
        v.create('/p.py')\nprint(v.spawn('/p.py', ['a', 'b']), v.spawn('/p.py'), v.spawn('/none.py'), v.spawn('/'), v.ps(), v.process_count())\n\
        print(v.kill(1), v.kill(2), v.kill(2), v.kill(0), v.kill(99), len(v.ps()))\n\
        for bad in (5, [1]):\n    try:\n        v.spawn('/p.py', bad)\n    except TypeError as e:\n        print(e)\n\
        v.exit(300)\nprint('never')";
    let computer = shared(Recorder::new());
    let end = run(computer, source);
    assert_eq!(end.status, 300);
    let wanted = "1099511627776 4096 536870912 65536 1234 ('Cortex-A72', 1500, 1) [(1, 2, 'USB Hub'), (1, 2, 'USB Hub')]\nTrue\n\
        10 b'0123456789' b'89' b'234' b'' b'01'\n1 2 -1 -1 [(0, '/p.py', 1), (1, '/p.py', 1)] 2\n\
        False True False False False 2\nobject 'int' isn't a tuple or list\ncan't convert 'int' object to str implicitly\n";
    assert_eq!(computer.borrow().printed, wanted);
    assert_eq!(computer.borrow().log, ["led true", "led false", "led true", "led false"]);
}

#[test]
fn windows_are_drawn_into() {
    let computer = shared(Recorder::new());
    computer.borrow_mut().events = [Event { kind: 1, data: [4, -1, 2] }].into();
    let source = "import vibe as v\n\
        w = v.window_create(-5, 6, 20, 38, 'x' * 40)\nprint(w, v.window_create(0, 0, -1, 5, ''), v.window_create(0, 0, 5, 1 << 20, ''))\n\
        print(v.window_size(w), v.window_size(9), v.window_poll(w), v.window_poll(w))\n\
        v.window_set_title(w, 'y')\nv.window_put_pixel(w, 1, 1, 1)\nv.window_fill_rect(w, -2, -2, 4, 3, 2)\nv.window_draw_rect(w, 15, 5, 10, 3, 3)\n\
        v.window_draw_hline(w, 18, 9, 99, 4)\nv.window_draw_char(w, 16, -12, 65, 5, 6)\nv.window_draw_string(w, 12, 8, 'ab', 7, 7)\n\
        v.window_draw_glyph(w, 5, 3, bytearray([0, 255, 51]), 3, 1, 0xFFFFFF, 0x0000FF)\nv.window_invalidate(w)\n\
        try:\n    v.window_draw_glyph(w, 0, 0, b'abc', 2, 2, 0, 0)\nexcept ValueError as e:\n    print(e)\n\
        try:\n    v.window_draw_glyph(w, 0, 0, 5, 1, 1, 0, 0)\nexcept TypeError as e:\n    print(e)\n\
        v.window_destroy(w)";
    run(computer, source);
    let computer = computer.borrow();
    let wanted = "3 -1 -1\n(20, 10) (0, 0) (1, 4, -1, 2) None\n\
        window_draw_glyph(): 2 x 2 pixels need 4 bytes of bitmap, not 3\nobject with buffer protocol required\n";
    assert_eq!(computer.printed, wanted);
    let title = "x".repeat(31);
    assert_eq!(
        computer.log,
        [
            format!("window -5 6 20 38 {title:?}"),
            "title 3 \"y\"".into(),
            "invalidate 3".into(),
            "destroy 3".into()
        ]
    );
    let at = |x: usize, y: usize| computer.content[y * 20 + x];
    assert_eq!([at(0, 0), at(1, 0), at(2, 0), at(1, 1), at(0, 1)], [2, 2, 0xFF_FFFF, 1, 0xFF_FFFF]);
    assert_eq!([at(15, 5), at(19, 5), at(15, 6), at(16, 6), at(15, 7)], [3, 3, 3, 0xFF_FFFF, 3]);
    assert_eq!([at(17, 9), at(18, 9), at(12, 8), at(19, 8)], [7, 7, 7, 7]);
    assert_eq!([at(5, 3), at(6, 3), at(7, 3)], [0x0000FF, 0xFF_FFFF, 0x3333FF]);
}

#[test]
fn fonts_give_letters() {
    let source = "import vibe as v\n\
        print(v.ttf_is_ready(), v.ttf_get_glyph(65, 16, 3), v.ttf_get_glyph(32, 16, 0))\n\
        print(v.ttf_get_metrics(16), v.ttf_get_advance(65, 16), v.ttf_get_kerning(65, 86, 16))";
    let (printed, log) = recorded(source);
    let wanted = "True {'bitmap': b'\\x01\\x02\\x03\\x04\\x05\\x06', 'width': 2, 'height': 3, 'xoff': -1, 'yoff': -11, 'advance': 9} None\n\
        (14, -2, 1) 7 -1\n";
    assert_eq!(printed, wanted);
    assert_eq!(log, ["glyph 65 16 3", "glyph 32 16 0"]);
}

#[test]
fn memory_of_the_system_can_be_indexed_and_copied() {
    let source = "import vibe as v\n\
        m = v.malloc(16)\nprint(len(m), m.tobytes(), v.malloc(0), v.malloc(1 << 20), m)\n\
        m[0] = 5\nm[-1] = 6\nm[2:5] = b'abc'\nprint(m[0], m[15], m[2:5].tobytes(), list(m[:3]), m[2:4] == b'ab')\n\
        def told(f):\n    try:\n        f()\n    except Exception as e:\n        print(type(e).__name__ + ':', e)\n\
        told(lambda: m[16])\ntold(lambda: m.__setitem__(0, 256))\ntold(lambda: m.__setitem__(slice(0, 2), b'x'))\ntold(lambda: v.font().__setitem__(0, 1))\n\
        n = v.malloc(16)\nprint(v.dma_available(), v.dma_copy(n, m), n == m, v.dma_copy(n, bytes(17)), v.dma_fill(n, 0x01020304), n[:5].tobytes())\n\
        print(v.dma_copy(n, b'xy'), n[:3].tobytes(), v.dma_copy_2d(n, 4, b'abcdef', 3, 2, 2), n[:6].tobytes(), v.dma_copy_2d(n, 8, n, 1, 2, 3))\n\
        m[1:9] = m[0:8]\nprint(m[:9].tobytes())\n\
        f = v.framebuffer()\nf[4:8] = b'\\x03\\x02\\x01\\x00'\nprint(len(f), f[4:8].hex(), v.dma_fb_copy(f, bytes([9] * 8), 2, 1), v.dma_fill(f[8:16], 0x00FF00FF))\n\
        print(len(v.backbuffer()), len(v.font()), any(v.font()[33 * 16:34 * 16]), any(v.font()[:16]))\n\
        v.free(m)\ntold(lambda: m[0])\ntold(lambda: v.free(5))";
    let computer = shared(Recorder::new());
    run(computer, source);
    let computer = computer.borrow();
    let zeros = "\\x00".repeat(16);
    let wanted = format!(
        "16 b'{zeros}' None None <memory of 16 bytes>\n5 6 b'abc' [5, 0, 97] True\nIndexError: index out of bounds on dimension 1\n\
        ValueError: memoryview: invalid value for format 'B'\nValueError: memoryview assignment: lvalue and rvalue have different structures\n\
        TypeError: cannot modify read-only memory\nTrue True True False True b'\\x04\\x03\\x02\\x01\\x04'\n\
        True b'xy\\x02' True b'ab\\x02\\x01de' False\nb'\\x05\\x05\\x00abc\\x00\\x00\\x00'\n12288 03020100 True True\n12288 4096 True False\n\
        ValueError: operation forbidden on released memory\nTypeError: free() takes what malloc() gave, not int\n"
    );
    assert_eq!(computer.printed, wanted);
    assert_eq!(computer.pixels[..4], [0x0909_0909, 0x0909_0909, 0x00FF_00FF, 0x00FF_00FF]);
}

#[test]
fn files_modules_and_time_of_the_language_work_too() {
    let source = "import os, time\n\
        with open('/greet.py', 'w') as f:\n    f.write('def hi():\\n    return \"hi\"\\n')\n\
        import greet\nprint(greet.hi(), os.listdir('/'), open('/greet.py').readline())\n\
        a = time.monotonic()\ntime.sleep(0.5)\nprint(0.5 <= time.monotonic() - a < 0.6, int(time.time()))\n\
        try:\n    open('/none')\nexcept OSError as e:\n    print(e)";
    let (printed, _) = recorded(source);
    let wanted =
        "hi ['greet.py'] def hi():\n\nTrue 1795222988\n[Errno 2] No such file or directory: '/none'\n";
    assert_eq!(printed, wanted);
}

#[test]
fn a_line_is_read_from_the_keyboard() {
    let computer = shared(Recorder::new());
    for key in "abx\u{8}c\n".chars().map(|c| c as u16).chain([key::UP, 122, key::INTERRUPT, 4]) {
        computer.borrow_mut().keys.press(key);
    }
    let source = "print(repr(input('? ')))\ntry:\n    input()\nexcept KeyboardInterrupt:\n    print('interrupted')\n\
        try:\n    input()\nexcept EOFError:\n    print('end')";
    run(computer, source);
    assert_eq!(computer.borrow().printed, "? abx\u{8} \u{8}c\n'abc'\nzinterrupted\nend\n");
}

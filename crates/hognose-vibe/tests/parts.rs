//! The parts that come with the crate: keys, console, windows, letters.

use hognose_vibe::desk::{Desk, TITLE};
use hognose_vibe::display::Display;
use hognose_vibe::font;
use hognose_vibe::keys::Keys;
use hognose_vibe::part::{Console, Event, Fonts, Keyboard, Metrics, Screen, Windows, event, key, style};
use hognose_vibe::terminal::Terminal;
use hognose_vibe::truetype::TrueType;

#[test]
fn keys_wait_in_their_order_and_late_ones_are_dropped() {
    let mut keys = Keys::new();
    for n in 0..40 {
        assert_eq!(keys.press(n), n < 31);
    }
    assert!((0..31).all(|n| keys.has_key() && keys.key() == Some(n)));
    assert_eq!((keys.has_key(), keys.key()), (false, None));
}

#[test]
fn an_interrupt_is_taken_from_between_other_keys() {
    let mut keys = Keys::new();
    for key in [97, key::INTERRUPT, 98, key::INTERRUPT] {
        keys.press(key);
    }
    assert!(keys.take_interrupt());
    assert_eq!([keys.key(), keys.key(), keys.key(), keys.key()], [Some(97), Some(98), Some(3), None]);
    assert!(!keys.take_interrupt());
}

/// The characters that a console shows, found by their shapes.
fn text(terminal: &mut Terminal<Display>) -> Vec<String> {
    let (rows, columns) = terminal.cells();
    let (width, _) = terminal.screen.size();
    let pixels = terminal.screen.pixels();
    let shape = |row: u32, column: u32| -> [u8; 16] {
        core::array::from_fn(|y| {
            let start = ((row * 16 + y as u32) * width + column * 8) as usize;
            (0..8).fold(0, |bits, x| bits << 1 | u8::from(pixels[start + x] != 0))
        })
    };
    let found = |row, column| {
        let cell = shape(row, column);
        (33..=126)
            .find(|&code| *font::glyph(code) == cell)
            .map_or(if cell == [0; 16] { ' ' } else { '?' }, char::from)
    };
    (0..rows)
        .map(|row| (0..columns).map(|column| found(row, column)).collect::<String>().trim_end().to_owned())
        .collect()
}

fn console() -> Terminal<Display> {
    // 4 rows of 10 columns, and some pixels more.
    let mut terminal = Terminal::new(Display::new(83, 70));
    terminal.show_cursor(false);
    terminal
}

#[test]
fn the_console_wraps_scrolls_and_obeys_four_codes() {
    let mut terminal = console();
    assert_eq!(terminal.cells(), (4, 10));
    terminal.write(b"abcdefghijKL\rM\n\tx\x08y\x00\x1b\xe9");
    assert_eq!(text(&mut terminal), ["abcdefghij", "ML", "        y", ""]);
    terminal.write(b"\n1\n2\n3");
    assert_eq!(text(&mut terminal), ["        y", "1", "2", "3"]);
    assert_eq!(terminal.cursor(), (3, 1));
    terminal.set_cursor(1, 99);
    terminal.set_cursor(-1, 0);
    assert_eq!(terminal.cursor(), (1, 0));
    terminal.write(b"\x08z");
    assert_eq!(text(&mut terminal)[0], "        yz", "back over the edge of a line");
}

#[test]
fn parts_of_the_console_are_erased() {
    let mut terminal = console();
    terminal.write(b"aaaaaaaaa\nbbbbbbbbb\nccccccccc");
    terminal.set_cursor(0, 3);
    terminal.clear_to_eol();
    terminal.clear_region(1, -2, 4, 9);
    terminal.clear_region(50, 0, 1, 1);
    assert_eq!(text(&mut terminal), ["aaa", "  bbbbbbb", "  ccccccc", ""]);
    terminal.set_color(0xFF0000, 0x0000FF);
    terminal.clear();
    assert!(terminal.screen.pixels().iter().all(|&pixel| pixel == 0x0000FF));
    assert_eq!(terminal.cursor(), (0, 0));
}

#[test]
fn the_cursor_is_seen_and_leaves_nothing_behind() {
    let mut terminal = console();
    terminal.show_cursor(true);
    terminal.write(b"a");
    let lit = |terminal: &mut Terminal<Display>| {
        terminal.screen.pixels().iter().filter(|&&pixel| pixel != 0).count()
    };
    let with = lit(&mut terminal);
    terminal.show_cursor(false);
    assert_eq!(with - lit(&mut terminal), 16, "two rows of a cell");
    assert_eq!(text(&mut terminal)[0], "a");
}

#[test]
fn a_display_has_two_pictures_and_knows_what_changed() {
    let mut display = Display::new(20, 10);
    assert_eq!(display.take_changed(), Some((0, 0, 20, 10)));
    display.touched(2, 3, 4, 5);
    display.touched(10, 1, 1, 1);
    assert_eq!(display.take_changed(), Some((2, 1, 9, 7)));
    assert_eq!(display.take_changed(), None);
    display.back()[0] = 7;
    assert_eq!(display.pixels()[0], 0);
    assert!(display.has_double_buffer() && display.flip(1) && !display.flip(2));
    assert_eq!((display.pixels()[0], display.back()[0]), (7, 0));
}

fn all(desk: &mut Desk, window: i32) -> Vec<(u32, [i32; 3])> {
    std::iter::from_fn(|| desk.event(window)).map(|Event { kind, data }| (kind, data)).collect()
}

#[test]
fn windows_get_what_concerns_them() {
    let mut desk = Desk::new(640, 480);
    assert!(!desk.key(97) && !desk.pointer(5, 5, 0), "nothing without windows");
    let a = desk.create(10, 10, 200, 128, "a").expect("a window");
    let b = desk.create(100, 50, 200, 128, "b").expect("a window");
    assert_eq!(desk.canvas(a).map(|canvas| (canvas.width, canvas.height)), Some((200, 100)));
    assert!(desk.key(120));
    assert_eq!((all(&mut desk, a), all(&mut desk, b)), (vec![], vec![(event::KEY, [120, 0, 0])]));
    desk.pointer(150, 100, 0);
    desk.pointer(151, 101, 1);
    desk.pointer(152, 102, 1);
    desk.pointer(153, 103, 1);
    desk.pointer(153, 103, 0);
    let wanted = vec![
        (event::MOUSE_MOVE, [50, 22, 0]),
        (event::MOUSE_DOWN, [51, 23, 1]),
        (event::MOUSE_MOVE, [53, 25, 1]),
        (event::MOUSE_UP, [53, 25, 0]),
    ];
    let found: Vec<_> =
        all(&mut desk, b).into_iter().filter(|found| *found != (event::MOUSE_MOVE, [51, 23, 1])).collect();
    assert_eq!(found, wanted);
    // A click brings the other one to the front; then it gets the keys.
    desk.pointer(20, 60, 2);
    desk.pointer(20, 60, 0);
    desk.key(121);
    let found = all(&mut desk, a);
    assert!(
        found.contains(&(event::MOUSE_DOWN, [10, 22, 2])) && found.contains(&(event::KEY, [121, 0, 0])),
        "{found:?}"
    );
    desk.destroy(a);
    desk.destroy(a);
    assert!(desk.canvas(a).is_none() && desk.event(a).is_none() && desk.is_active());
}

#[test]
fn windows_are_moved_grown_and_closed() {
    let mut desk = Desk::new(640, 480);
    let w = desk.create(10, 10, 200, 128, "w").expect("a window");
    let press = |desk: &mut Desk, x, y| {
        desk.pointer(x, y, 1);
    };
    press(&mut desk, 50, 20);
    desk.pointer(80, 40, 1);
    desk.pointer(80, 40, 0);
    assert_eq!(all(&mut desk, w), [], "a move is not the business of the program");
    press(&mut desk, 40 + 200 - 40, 30 + 14);
    desk.pointer(200, 44, 0);
    assert_eq!(all(&mut desk, w), [(event::RESIZE, [640, 480, 0])]);
    assert_eq!(desk.canvas(w).map(|canvas| (canvas.width, canvas.height)), Some((640, 480 - TITLE as u32)));
    press(&mut desk, 640 - 20, 14);
    desk.pointer(620, 14, 0);
    assert_eq!(all(&mut desk, w), [(event::CLOSE, [0; 3])]);
    assert!(desk.canvas(w).is_some(), "the program destroys it");
}

#[test]
fn windows_lie_over_the_picture() {
    let mut desk = Desk::new(64, 64);
    let w = desk.create(-10, 10, 30, 48, "w").expect("a window");
    desk.canvas(w).expect("its content").pixels.fill(0x123456);
    let mut picture = vec![0xABCDEF; 64 * 64];
    desk.compose(&mut picture, 64, 64, (0, 0, 64, 64));
    assert_eq!(
        [picture[45 * 64 + 5], picture[5 * 64 + 5], picture[45 * 64 + 25]],
        [0x123456, 0xABCDEF, 0xABCDEF]
    );
    let mut part = vec![0; 64 * 64];
    desk.compose(&mut part, 64, 64, (4, 44, 2, 2));
    assert_eq!(part.iter().filter(|&&pixel| pixel != 0).count(), 4, "only that area is drawn");
    desk.destroy(w);
    let mut picture = vec![1; 64 * 64];
    desk.compose(&mut picture, 64, 64, (0, 0, 64, 64));
    assert!(picture.iter().all(|&pixel| pixel == 1));
}

#[test]
fn there_are_at_most_16_windows_with_31_events_each() {
    let mut desk = Desk::new(640, 480);
    let windows: Vec<i32> = std::iter::from_fn(|| desk.create(0, 0, 100, 100, "")).take(20).collect();
    assert_eq!(windows.len(), 16);
    for n in 0..40 {
        desk.key(n);
    }
    assert_eq!(all(&mut desk, windows[15]).len(), 31);
    assert_eq!(desk.create(0, 0, 5, TITLE, ""), None, "no room for a content");
}

/// A font with a square for A, nothing for the space, and a placeholder.
fn tiny_font() -> Vec<u8> {
    let words =
        |words: &[i32]| words.iter().flat_map(|&word| (word as u16).to_be_bytes()).collect::<Vec<u8>>();
    // One contour of four corners.
    let square = |left: i32, bottom: i32, right: i32, top: i32| {
        let mut glyph = words(&[1, left, bottom, right, top, 3, 0]);
        glyph.extend([1, 1, 1, 1]);
        glyph.extend(words(&[left, 0, right - left, 0]));
        glyph.extend(words(&[bottom, top - bottom, 0, bottom - top]));
        glyph
    };
    let (placeholder, letter) = (square(0, 0, 500, 500), square(100, 0, 600, 700));
    let ends = [0, placeholder.len(), placeholder.len() + letter.len(), placeholder.len() + letter.len()];
    let mut head = words(&[1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000]);
    head.extend([0; 16]);
    head.extend(words(&[0, -200, 1000, 800, 0, 8, 2, 0, 0]));
    let hhea = words(&[1, 0, 800, -200, 0, 700, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 3]);
    let maxp = words(&[1, 0, 3, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]);
    let hmtx = words(&[600, 0, 700, 100, 300, 0]);
    // Format 4: the space, A, and the end.
    let subtable = words(&[4, 40, 0, 6, 4, 1, 2, 32, 65, -1, 0, 32, 65, -1, 2 - 32, 1 - 65, 1, 0, 0, 0]);
    let mut cmap = words(&[0, 1, 3, 1, 0, 12]);
    cmap.extend(subtable);
    let loca = words(&ends.map(|end| end as i32 / 2));
    let glyf = [placeholder, letter].concat();
    let tables: [(&[u8; 4], Vec<u8>); 7] = [
        (b"cmap", cmap),
        (b"glyf", glyf),
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", hmtx),
        (b"loca", loca),
        (b"maxp", maxp),
    ];
    let mut font = words(&[1, 0, 7, 64, 2, 48]);
    let mut at = 12 + 16 * tables.len();
    for (name, table) in &tables {
        font.extend(*name);
        for word in [0, at as u32, table.len() as u32] {
            font.extend(word.to_be_bytes());
        }
        at += table.len().next_multiple_of(4);
    }
    for (_, table) in &tables {
        font.extend(table);
        font.resize(font.len().next_multiple_of(4), 0);
    }
    font
}

#[test]
fn letters_of_a_font_have_sizes_and_styles() {
    assert!(TrueType::new(b"no font").is_none());
    let mut font = TrueType::new(&tiny_font()).expect("a font");
    assert!(font.is_ready());
    let mut seen = |code: char, size, style| {
        font.glyph(code as u32, size, style).map(|g| (g.width, g.height, g.x, g.y, g.advance, g.bitmap.len()))
    };
    assert_eq!(seen('A', 20, 0), Some((10, 14, 2, -14, 14, 140)));
    assert_eq!(seen('A', 20, style::BOLD), Some((11, 14, 2, -14, 15, 154)));
    assert_eq!(seen('A', 20, style::ITALIC), Some((13, 14, 2, -14, 14, 182)));
    assert_eq!(seen('A', 20, style::BOLD | style::ITALIC), Some((14, 14, 2, -14, 15, 196)));
    assert_eq!(seen(' ', 20, 0), None);
    assert_eq!(seen('B', 20, 0), Some((10, 10, 0, -10, 12, 100)), "the placeholder");
    assert_eq!(seen('A', 13, 0), seen('A', 12, 0));
    assert_eq!(seen('A', 400, 0), seen('A', 32, 0));
    assert_eq!(seen('A', -1, 0), seen('A', 12, 0));
    assert_eq!(font.metrics(20), Some(Metrics { ascent: 16, descent: -4, gap: 0 }));
    assert_eq!((font.advance(32, 20), font.kerning(65, 65, 20)), (Some(6), 0));
    let glyph = font.glyph(65, 20, 0).expect("a letter");
    assert!(glyph.bitmap.iter().all(|&a| a == 255), "it is full");
}

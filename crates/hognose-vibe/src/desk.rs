//! A small window manager: windows over what the screen shows, with a pointer. A port tells it what the mouse and the keys do, and
//! lets it put windows over the picture before it is shown.

use crate::display::{Area, around};
use crate::paint::Paint;
use crate::part::{Canvas, Event, Windows, event};
use alloc::collections::VecDeque;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use embedded_graphics::mono_font::{MonoTextStyle, ascii::FONT_8X13_BOLD};
use embedded_graphics::pixelcolor::{Rgb888, RgbColor};
use embedded_graphics::prelude::{DrawTarget, Drawable, OriginDimensions, Pixel, Point, Primitive, Size};
use embedded_graphics::primitives::{
    Circle, CornerRadii, PrimitiveStyle, Rectangle, RoundedRectangle, Triangle,
};
use embedded_graphics::text::{Baseline, Text};

/// Rows of the title.
pub const TITLE: i32 = 28;
/// Most windows.
const MOST: usize = 16;
/// Most events that wait; later ones are dropped.
const EVENTS: usize = 31;
/// Side of the corner that changes the size.
const CORNER: i32 = 14;
/// Smallest outer size.
const SMALLEST: (i32, i32) = (80, 60);
/// Rows and columns of the pointer.
const POINTER: i32 = 18;

const LEFT: u8 = 1;
const FRAME: Rgb888 = Rgb888::new(0x50, 0x58, 0x68);
const FOCUSED: Rgb888 = Rgb888::new(0x2E, 0x5A, 0x9C);
const UNFOCUSED: Rgb888 = Rgb888::new(0x6A, 0x70, 0x7C);
const CLOSE: Rgb888 = Rgb888::new(0xD0, 0x4A, 0x40);
const GROW: Rgb888 = Rgb888::new(0x58, 0xA8, 0x58);

struct Window {
    id: i32,
    x: i32,
    y: i32,
    width: i32,
    height: i32,
    title: String,
    pixels: Vec<u32>,
    events: VecDeque<Event>,
    /// Where it was before it filled the screen.
    before: Option<(i32, i32, i32, i32)>,
}

impl Window {
    fn content(&self) -> (u32, u32) {
        (self.width.max(0) as u32, (self.height - TITLE).max(0) as u32)
    }

    fn blank(&mut self) {
        let (w, h) = self.content();
        self.pixels = vec![0xFF_FFFF; w as usize * h as usize];
    }

    fn push(&mut self, kind: u32, data: [i32; 3]) {
        // Moves that nobody took yet are one move: the queue is for what happened, not for the way there.
        if let Some(last) = self.events.back_mut() {
            if kind == event::MOUSE_MOVE && last.kind == kind && last.data[2] == data[2] {
                last.data = data;
                return;
            }
        }
        if self.events.len() < EVENTS {
            self.events.push_back(Event { kind, data });
        }
    }

    fn has(&self, x: i32, y: i32) -> bool {
        (self.x..self.x + self.width).contains(&x) && (self.y..self.y + self.height).contains(&y)
    }

    fn close_button(&self) -> (i32, i32) {
        (self.x + self.width - 24, self.y + 7)
    }

    fn grow_button(&self) -> (i32, i32) {
        (self.x + self.width - 46, self.y + 7)
    }
}

/// What the left button holds.
#[derive(Clone, Copy)]
enum Drag {
    None,
    /// A window, and where in it.
    Move(i32, i32, i32),
    /// The corner of a window.
    Size(i32),
    /// A button of a title: what follows is not for the content.
    Button,
}

/// Windows, the one in front last.
pub struct Desk {
    windows: Vec<Window>,
    next: i32,
    screen: (i32, i32),
    pointer: (i32, i32),
    buttons: u8,
    drag: Drag,
    changed: Option<Area>,
}

impl Desk {
    /// No windows, on a screen of that size.
    pub fn new(width: u32, height: u32) -> Desk {
        let screen = (width.min(1 << 15) as i32, height.min(1 << 15) as i32);
        let pointer = (screen.0 / 2, screen.1 / 2);
        Desk { windows: Vec::new(), next: 1, screen, pointer, buttons: 0, drag: Drag::None, changed: None }
    }

    /// Is there a window? Keys go to the one in front then, and the pointer is drawn.
    pub fn is_active(&self) -> bool {
        !self.windows.is_empty()
    }

    /// What has to be shown anew.
    pub fn take_changed(&mut self) -> Option<Area> {
        self.changed.take()
    }

    fn change(&mut self, x: i32, y: i32, width: i32, height: i32) {
        let side = |at: i32, size: i32, limit: i32| {
            let (start, end) = (at.max(0), at.saturating_add(size).min(limit));
            (start < end).then_some((start as u32, (end - start) as u32))
        };
        if let (Some((x, w)), Some((y, h))) = (side(x, width, self.screen.0), side(y, height, self.screen.1))
        {
            self.changed = around(self.changed, Some((x, y, w, h)));
        }
    }

    fn change_window(&mut self, id: i32) {
        if let Some(window) = self.windows.iter().find(|window| window.id == id) {
            let (x, y, w, h) = (window.x, window.y, window.width, window.height);
            self.change(x, y, w, h);
        }
    }

    fn change_pointer(&mut self) {
        let (x, y) = self.pointer;
        self.change(x, y, POINTER, POINTER);
    }

    fn get(&mut self, id: i32) -> Option<&mut Window> {
        self.windows.iter_mut().find(|window| window.id == id)
    }

    /// A key was pressed. True: a window got it.
    pub fn key(&mut self, code: u16) -> bool {
        match self.windows.last_mut() {
            Some(window) => {
                window.push(event::KEY, [code.into(), 0, 0]);
                true
            }
            None => false,
        }
    }

    /// The pointer is there now, with these buttons down. True: it concerns windows.
    pub fn pointer(&mut self, x: i32, y: i32, buttons: u8) -> bool {
        let moved = (x, y) != self.pointer;
        let (down, up) = (buttons & !self.buttons, self.buttons & !buttons);
        if !self.is_active() {
            (self.pointer, self.buttons) = ((x, y), buttons);
            return false;
        }
        if moved {
            self.change_pointer();
            self.pointer = (x, y);
            self.change_pointer();
        }
        self.buttons = buttons;
        if !matches!(self.drag, Drag::None) {
            self.dragged(x, y);
            if up & LEFT != 0 {
                self.drag = Drag::None;
            }
            return true;
        }
        let Some(at) = self.windows.iter().rposition(|window| window.has(x, y)) else { return true };
        if down != 0 {
            self.raise(at);
        }
        let at = if down != 0 { self.windows.len() - 1 } else { at };
        let Some(window) = self.windows.get_mut(at) else { return true };
        let (id, cx, cy) = (window.id, x - window.x, y - window.y - TITLE);
        let on_title = cy < -1;
        if down & LEFT != 0 {
            let inside = |(bx, by): (i32, i32)| (bx..bx + 16).contains(&x) && (by..by + 16).contains(&y);
            if inside(window.close_button()) {
                window.push(event::CLOSE, [0; 3]);
                self.drag = Drag::Button;
                return true;
            }
            if inside(window.grow_button()) {
                self.grow(id);
                self.drag = Drag::Button;
                return true;
            }
            if on_title {
                self.drag = Drag::Move(id, cx, y - window.y);
                return true;
            }
            if cx >= window.width - CORNER && cy >= window.height - TITLE - CORNER {
                self.drag = Drag::Size(id);
                return true;
            }
        }
        if on_title {
            return true;
        }
        if down != 0 {
            window.push(event::MOUSE_DOWN, [cx, cy, down.into()]);
        }
        if up & LEFT != 0 {
            window.push(event::MOUSE_UP, [cx, cy, 0]);
        }
        if moved {
            window.push(event::MOUSE_MOVE, [cx, cy, buttons.into()]);
        }
        true
    }

    fn dragged(&mut self, x: i32, y: i32) {
        match self.drag {
            Drag::None | Drag::Button => {}
            Drag::Move(id, dx, dy) => {
                self.change_window(id);
                let bottom = self.screen.1 - TITLE;
                if let Some(window) = self.get(id) {
                    window.x = x - dx;
                    window.y = (y - dy).clamp(0, bottom.max(0));
                }
                self.change_window(id);
            }
            Drag::Size(id) => {
                let (left, top) = self.get(id).map_or((x, y), |window| (window.x, window.y));
                self.resize(id, left, top, (x + 4 - left).max(SMALLEST.0), (y + 4 - top).max(SMALLEST.1));
            }
        }
    }

    fn grow(&mut self, id: i32) {
        let (width, height) = self.screen;
        let Some(window) = self.get(id) else { return };
        let now = (window.x, window.y, window.width, window.height);
        let (x, y, w, h) = match window.before.take() {
            Some(before) => before,
            None => {
                window.before = Some(now);
                (0, 0, width, height)
            }
        };
        self.resize(id, x, y, w, h);
    }

    fn resize(&mut self, id: i32, x: i32, y: i32, width: i32, height: i32) {
        self.change_window(id);
        if let Some(window) = self.get(id) {
            (window.x, window.y) = (x, y);
            if (window.width, window.height) != (width, height) {
                (window.width, window.height) = (width, height);
                window.blank();
                // Only the last size counts.
                window.events.retain(|event| event.kind != event::RESIZE);
                window.push(event::RESIZE, [width, height, 0]);
            }
        }
        self.change_window(id);
    }

    fn raise(&mut self, at: usize) {
        if at + 1 < self.windows.len() {
            let window = self.windows.remove(at);
            let id = window.id;
            if let Some(front) = self.windows.last().map(|front| front.id) {
                self.change_window(front);
            }
            self.windows.push(window);
            self.change_window(id);
        }
    }

    /// Puts windows and pointer over a picture, as far as they lie in that area of it.
    pub fn compose(&self, picture: &mut [u32], width: u32, height: u32, area: Area) {
        if !self.is_active() {
            return;
        }
        let mut brush = Brush { paint: Paint { pixels: picture, width, height }, area };
        let front = self.windows.last().map(|window| window.id);
        for window in &self.windows {
            brush.window(window, Some(window.id) == front);
        }
        let (x, y) = self.pointer;
        let tip = Point::new(x, y);
        let arrow = Triangle::new(tip, Point::new(x, y + 16), Point::new(x + 11, y + 11));
        let _ = arrow.into_styled(PrimitiveStyle::with_fill(Rgb888::WHITE)).draw(&mut brush);
        let _ = arrow.into_styled(PrimitiveStyle::with_stroke(Rgb888::BLACK, 1)).draw(&mut brush);
    }
}

impl Windows for Desk {
    fn create(&mut self, x: i32, y: i32, width: i32, height: i32, title: &str) -> Option<i32> {
        if self.windows.len() >= MOST || width <= 0 || height <= TITLE {
            return None;
        }
        let id = self.next;
        self.next = self.next.checked_add(1).unwrap_or(1);
        if let Some(front) = self.windows.last().map(|front| front.id) {
            self.change_window(front);
        }
        // A window that lies far outside could never be taken hold of.
        let (x, y) = (x.clamp(-width, self.screen.0), y.clamp(0, self.screen.1));
        let mut window = Window {
            id,
            x,
            y,
            width,
            height,
            title: String::from(title),
            pixels: Vec::new(),
            events: VecDeque::new(),
            before: None,
        };
        window.blank();
        self.windows.push(window);
        self.change_window(id);
        self.change_pointer();
        Some(id)
    }

    fn destroy(&mut self, id: i32) {
        self.change_window(id);
        self.windows.retain(|window| window.id != id);
        if let Some(front) = self.windows.last().map(|front| front.id) {
            self.change_window(front);
        }
        self.change_pointer();
        self.drag = Drag::None;
    }

    fn set_title(&mut self, id: i32, title: &str) {
        if let Some(window) = self.get(id) {
            window.title = String::from(title);
        }
        self.change_window(id);
    }

    fn canvas(&mut self, id: i32) -> Option<Canvas<'_>> {
        let window = self.get(id)?;
        let (width, height) = window.content();
        Some(Canvas { pixels: &mut window.pixels, width, height })
    }

    fn event(&mut self, id: i32) -> Option<Event> {
        self.get(id)?.events.pop_front()
    }

    fn invalidate(&mut self, id: i32) {
        self.change_window(id);
    }
}

/// Draws in one area of a picture.
struct Brush<'a> {
    paint: Paint<'a>,
    area: Area,
}

impl Brush<'_> {
    /// What of a rectangle lies in the area.
    fn visible(&self, x: i32, y: i32, width: i32, height: i32) -> Option<Area> {
        let (left, top, w, h) = self.paint.clip(x, y, width, height)?;
        let (al, at, aw, ah) = self.area;
        let (l, t) = (left.max(al), top.max(at));
        let (r, b) = ((left + w).min(al + aw), (top + h).min(at + ah));
        (l < r && t < b).then(|| (l, t, r - l, b - t))
    }

    fn window(&mut self, window: &Window, front: bool) {
        if self.visible(window.x, window.y, window.width, window.height).is_none() {
            return;
        }
        let (w, h) = (window.width as u32, window.height as u32);
        let radius = Size::new(7, 7);
        let corners = CornerRadii { top_left: radius, top_right: radius, ..CornerRadii::default() };
        let title = Rectangle::new(Point::new(window.x, window.y), Size::new(w, TITLE as u32));
        let title = RoundedRectangle::new(title, corners);
        let color = if front { FOCUSED } else { UNFOCUSED };
        let _ = title.into_styled(PrimitiveStyle::with_fill(color)).draw(self);
        let text = MonoTextStyle::new(&FONT_8X13_BOLD, Rgb888::WHITE);
        let at = Point::new(window.x + 10, window.y + 8);
        let room = ((window.width - 60) / 8).max(0) as usize;
        let end = window.title.char_indices().nth(room).map_or(window.title.len(), |(end, _)| end);
        let shown = window.title.get(..end).unwrap_or("");
        let _ = Text::with_baseline(shown, at, text, Baseline::Top).draw(self);
        for ((x, y), color) in [(window.close_button(), CLOSE), (window.grow_button(), GROW)] {
            let _ = Circle::new(Point::new(x + 1, y + 1), 13)
                .into_styled(PrimitiveStyle::with_fill(color))
                .draw(self);
        }
        self.content(window);
        let frame = Rectangle::new(
            Point::new(window.x, window.y + TITLE),
            Size::new(w, h.saturating_sub(TITLE as u32)),
        );
        let _ = frame.into_styled(PrimitiveStyle::with_stroke(FRAME, 1)).draw(self);
        let (right, bottom) = (window.x + window.width - 2, window.y + window.height - 2);
        let grip = Triangle::new(
            Point::new(right, bottom - 8),
            Point::new(right, bottom),
            Point::new(right - 8, bottom),
        );
        let _ = grip.into_styled(PrimitiveStyle::with_fill(FRAME)).draw(self);
    }

    fn content(&mut self, window: &Window) {
        let (width, height) = window.content();
        let top = window.y + TITLE;
        let Some((left, upper, w, h)) = self.visible(window.x, top, width as i32, height as i32) else {
            return;
        };
        for y in upper..upper + h {
            let from = (y as i32 - top) as usize * width as usize + (left as i32 - window.x) as usize;
            let to = y as usize * self.paint.width as usize + left as usize;
            let (from, to) = (from..from + w as usize, to..to + w as usize);
            if let (Some(source), Some(target)) = (window.pixels.get(from), self.paint.pixels.get_mut(to)) {
                target.copy_from_slice(source);
            }
        }
    }
}

impl OriginDimensions for Brush<'_> {
    fn size(&self) -> Size {
        Size::new(self.paint.width, self.paint.height)
    }
}

fn word(color: Rgb888) -> u32 {
    u32::from(color.r()) << 16 | u32::from(color.g()) << 8 | u32::from(color.b())
}

impl DrawTarget for Brush<'_> {
    type Color = Rgb888;
    type Error = core::convert::Infallible;

    fn draw_iter<I: IntoIterator<Item = Pixel<Rgb888>>>(&mut self, pixels: I) -> Result<(), Self::Error> {
        for Pixel(point, color) in pixels {
            if self.visible(point.x, point.y, 1, 1).is_some() {
                self.paint.pixel(point.x, point.y, word(color));
            }
        }
        Ok(())
    }

    fn fill_solid(&mut self, area: &Rectangle, color: Rgb888) -> Result<(), Self::Error> {
        let (w, h) = (area.size.width.min(1 << 15) as i32, area.size.height.min(1 << 15) as i32);
        if let Some((x, y, w, h)) = self.visible(area.top_left.x, area.top_left.y, w, h) {
            self.paint.fill(x as i32, y as i32, w as i32, h as i32, word(color));
        }
        Ok(())
    }
}

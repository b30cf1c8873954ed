//! The world from above, in dots of braille: eight dots a character.

use hognose_robot::sim::body::RADIUS;
use hognose_robot::sim::world::{Pose, World};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::widgets::Widget;

/// Colours of what is drawn.
const WALL: Color = Color::White;
const TRAIL: Color = Color::Rgb(255, 160, 60);
const GOAL: Color = Color::Green;
const RAY: Color = Color::Rgb(90, 130, 170);
const BODY: Color = Color::Rgb(120, 190, 255);
const NOSE: Color = Color::White;
/// Half the width of what the front sensor sees, degrees.
const FAN: f64 = 30.0;
/// Where the lights sit: degrees from ahead, in the order of their numbers.
const LIGHTS: [f64; 8] = [90.0, 50.0, 15.0, -15.0, -50.0, -90.0, -140.0, 140.0];

/// What the map shows.
pub struct Map<'a> {
    /// The world.
    pub world: &'a World,
    /// Where the robot was.
    pub trail: &'a [[f64; 2]],
    /// Where it is.
    pub pose: Pose,
    /// What its lights show.
    pub lights: [[u8; 3]; 8],
    /// Distance in front and proximity left and right as it measures them; 0: off.
    pub sees: (u16, u8, u8),
    /// Which goals were reached.
    pub goals: &'a [bool],
}

/// Dots of one widget.
struct Canvas {
    columns: usize,
    rows: usize,
    bits: Vec<u8>,
    colors: Vec<Color>,
    /// Dots a mm.
    scale: f64,
    /// The dot of the origin.
    middle: [f64; 2],
}

impl Canvas {
    fn of(area: Rect, world: &World) -> Canvas {
        let (columns, rows) = (usize::from(area.width), usize::from(area.height));
        let (w, h) = (columns as f64 * 2.0, rows as f64 * 4.0);
        let room = 20.0;
        let scale = (w / (world.size[0] + room)).min(h / (world.size[1] + room));
        Canvas {
            columns,
            rows,
            bits: vec![0; columns * rows],
            colors: vec![Color::Reset; columns * rows],
            scale,
            middle: [w / 2.0, h / 2.0],
        }
    }

    fn dot(&mut self, at: [f64; 2], color: Color) {
        let (x, y) = (self.middle[0] + at[0] * self.scale, self.middle[1] - at[1] * self.scale);
        if !(x >= 0.0 && y >= 0.0) {
            return;
        }
        let (x, y) = (x as usize, y as usize);
        let (column, row) = (x / 2, y / 4);
        if column >= self.columns || row >= self.rows {
            return;
        }
        let bit = match (x % 2, y % 4) {
            (0, 3) => 6,
            (1, 3) => 7,
            (0, down) => down,
            (_, down) => down + 3,
        };
        let cell = row * self.columns + column;
        self.bits[cell] |= 1 << bit;
        self.colors[cell] = color;
    }

    fn line(&mut self, from: [f64; 2], to: [f64; 2], color: Color) {
        let length = libm::hypot(to[0] - from[0], to[1] - from[1]) * self.scale;
        let steps = length.ceil().clamp(1.0, 10_000.0);
        for i in 0..=steps as usize {
            let part = i as f64 / steps;
            self.dot([from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part], color);
        }
    }

    fn circle(&mut self, at: [f64; 2], radius: f64, color: Color) {
        let steps = (radius * self.scale * 7.0).ceil().clamp(8.0, 2000.0);
        for i in 0..steps as usize {
            let (sin, cos) = libm::sincos(i as f64 / steps * std::f64::consts::TAU);
            self.dot([at[0] + radius * sin, at[1] + radius * cos], color);
        }
    }

    /// The place in the world in the middle of a character.
    fn place(&self, column: usize, row: usize) -> [f64; 2] {
        let (x, y) = (column as f64 * 2.0 + 1.0, row as f64 * 4.0 + 2.0);
        [(x - self.middle[0]) / self.scale, (self.middle[1] - y) / self.scale]
    }
}

/// The point in a direction from a pose.
fn ahead(pose: Pose, angle: f64, away: f64) -> [f64; 2] {
    let (sin, cos) = libm::sincos((pose.heading + angle).to_radians());
    [pose.x + away * sin, pose.y + away * cos]
}

impl Widget for &Map<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let mut canvas = Canvas::of(area, self.world);
        for (goal, reached) in self.world.goals.iter().zip(self.goals) {
            canvas.circle(goal.at, goal.radius, if *reached { Color::DarkGray } else { GOAL });
        }
        for pair in self.trail.windows(2) {
            canvas.line(pair[0], pair[1], TRAIL);
        }
        for wall in self.world.obstacles() {
            canvas.line(wall.from, wall.to, WALL);
        }
        let pose = self.pose;
        let (front, left, right) = self.sees;
        if front > 0 {
            for angle in [-FAN, 0.0, FAN] {
                canvas.line(ahead(pose, angle, RADIUS), ahead(pose, angle, RADIUS + f64::from(front)), RAY);
            }
        }
        for (angle, percent) in [(-90.0, left), (90.0, right)] {
            if percent > 0 {
                canvas.line(ahead(pose, angle, RADIUS), ahead(pose, angle, RADIUS + 100.0), RAY);
            }
        }
        canvas.circle([pose.x, pose.y], RADIUS, BODY);
        canvas.circle([pose.x, pose.y], RADIUS * 0.8, BODY);
        canvas.line([pose.x, pose.y], ahead(pose, 0.0, RADIUS + 20.0), NOSE);
        let usual = self.world.floor.rgb();
        for row in 0..canvas.rows {
            for column in 0..canvas.columns {
                let cell = row * canvas.columns + column;
                let Some(place) = buffer.cell_mut((area.x + column as u16, area.y + row as u16)) else {
                    continue;
                };
                let floor = self.world.color_at(canvas.place(column, row));
                if Some(floor) != usual {
                    place.set_bg(Color::Rgb(floor[0], floor[1], floor[2]));
                }
                if canvas.bits[cell] != 0 {
                    let dots = char::from_u32(0x2800 + u32::from(canvas.bits[cell])).unwrap_or(' ');
                    place.set_char(dots).set_fg(canvas.colors[cell]);
                }
            }
        }
        self.shine(&canvas, area, buffer);
    }
}

impl Map<'_> {
    /// Each light that is on is a dot of its colour at the rim.
    fn shine(&self, canvas: &Canvas, area: Rect, buffer: &mut Buffer) {
        for (rgb, angle) in self.lights.iter().zip(LIGHTS) {
            if *rgb == [0; 3] {
                continue;
            }
            // Lights are dimmed to save current; on the screen their hue is what counts.
            let most = f64::from(*rgb.iter().max().unwrap_or(&255)).max(1.0);
            let [r, g, b] = rgb.map(|part| (f64::from(part) * 255.0 / most) as u8);
            let at = ahead(self.pose, angle, RADIUS);
            let x = (canvas.middle[0] + at[0] * canvas.scale) / 2.0;
            let y = (canvas.middle[1] - at[1] * canvas.scale) / 4.0;
            if x >= 0.0 && y >= 0.0 && x < f64::from(area.width) && y < f64::from(area.height) {
                if let Some(cell) = buffer.cell_mut((area.x + x as u16, area.y + y as u16)) {
                    cell.set_char('●').set_fg(Color::Rgb(r, g, b));
                }
            }
        }
    }
}

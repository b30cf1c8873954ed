//! A picture of a run: the world from above, the path, the robot at its end with its lights.

use super::body::{RADIUS, TRACK};
use super::ray;
use super::trace::{Scene, Trace, What};
use super::world::World;
use std::string::{String, ToString};
use std::vec::Vec;

/// Largest width and height, pixels.
const MOST: f64 = 900.0;
/// Room around the world, mm.
const MARGIN: f64 = 60.0;
/// Where the lights sit: degrees from ahead, in the order of their numbers.
const LIGHTS: [f64; 8] = [90.0, 50.0, 15.0, -15.0, -50.0, -90.0, -140.0, 140.0];

type Rgb = [u8; 3];

/// A picture that is being drawn, in mm.
struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
    scale: f64,
    /// Left and upper edge, mm.
    corner: [f64; 2],
}

impl Canvas {
    fn of(world: &World) -> Canvas {
        let (width, height) = (world.size[0] + 2.0 * MARGIN, world.size[1] + 2.0 * MARGIN);
        let scale = (MOST / width.max(height)).min(1.0);
        let (w, h) = ((width * scale) as usize + 1, (height * scale) as usize + 1);
        Canvas {
            width: w,
            height: h,
            pixels: std::vec![255; w * h * 3],
            scale,
            corner: [-width / 2.0, height / 2.0],
        }
    }

    /// The point in the middle of a pixel.
    fn point(&self, x: usize, y: usize) -> [f64; 2] {
        let (x, y) = ((x as f64 + 0.5) / self.scale, (y as f64 + 0.5) / self.scale);
        [self.corner[0] + x, self.corner[1] - y]
    }

    /// Colours every pixel in a box of the world for which `color` gives something.
    fn fill(&mut self, low: [f64; 2], high: [f64; 2], color: impl Fn([f64; 2]) -> Option<Rgb>) {
        let pixel = |mm: f64, most: usize| ((mm * self.scale).max(0.0) as usize).min(most);
        let (x0, x1) = (
            pixel(low[0] - self.corner[0], self.width),
            pixel(high[0] - self.corner[0] + 1.0 / self.scale, self.width),
        );
        let (y0, y1) = (
            pixel(self.corner[1] - high[1], self.height),
            pixel(self.corner[1] - low[1] + 1.0 / self.scale, self.height),
        );
        for y in y0..y1 {
            for x in x0..x1 {
                if let Some(rgb) = color(self.point(x, y)) {
                    let at = 3 * (y * self.width + x);
                    if let Some(place) = self.pixels.get_mut(at..at + 3) {
                        place.copy_from_slice(&rgb);
                    }
                }
            }
        }
    }

    fn disc(&mut self, at: [f64; 2], radius: f64, rgb: Rgb) {
        let radius = radius.max(0.8 / self.scale);
        self.fill([at[0] - radius, at[1] - radius], [at[0] + radius, at[1] + radius], |point| {
            (libm::hypot(point[0] - at[0], point[1] - at[1]) <= radius).then_some(rgb)
        });
    }

    fn ring(&mut self, at: [f64; 2], radius: f64, width: f64, rgb: Rgb) {
        self.fill([at[0] - radius, at[1] - radius], [at[0] + radius, at[1] + radius], |point| {
            let away = libm::hypot(point[0] - at[0], point[1] - at[1]);
            (away <= radius && away >= radius - width).then_some(rgb)
        });
    }

    fn stroke(&mut self, from: [f64; 2], to: [f64; 2], width: f64, rgb: Rgb) {
        let half = (width / 2.0).max(0.7 / self.scale);
        let low = [from[0].min(to[0]) - half, from[1].min(to[1]) - half];
        let high = [from[0].max(to[0]) + half, from[1].max(to[1]) + half];
        self.fill(low, high, |point| (ray::distance_to(point, from, to) <= half).then_some(rgb));
    }
}

/// Why no picture could be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureError(String);

impl core::fmt::Display for PictureError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PictureError {}

/// A PNG of the world and of what a trace tells.
///
/// # Errors
/// When it cannot be encoded.
pub fn png(world: &World, trace: &Trace) -> Result<Vec<u8>, PictureError> {
    let mut canvas = Canvas::of(world);
    let half = [world.size[0] / 2.0, world.size[1] / 2.0];
    canvas.fill([-half[0], -half[1]], half, |point| Some(world.color_at(point)));
    for ramp in &world.ramps {
        let (w, h) = (ramp.size[0] / 2.0, ramp.size[1] / 2.0);
        canvas.fill([ramp.at[0] - w, ramp.at[1] - h], [ramp.at[0] + w, ramp.at[1] + h], |point| {
            Some(world.color_at(point).map(|part| part / 4 * 3))
        });
    }
    for goal in &world.goals {
        canvas.ring(goal.at, goal.radius, 8.0, [30, 160, 90]);
    }
    for wall in world.obstacles() {
        canvas.stroke(wall.from, wall.to, 10.0, [70, 60, 60]);
    }
    let mut last: Option<[f64; 2]> = None;
    for record in &trace.records {
        if let What::Pose([x, y, _]) = record.what {
            if let Some(from) = last {
                canvas.stroke(from, [x, y], 6.0, [225, 110, 20]);
            }
            last = Some([x, y]);
        }
    }
    let mut scene = Scene::default();
    let mut seen = false;
    trace.replay(|_, moment| {
        scene = moment.clone();
        seen = true;
    });
    if seen {
        robot(&mut canvas, &scene);
    }
    encode(&canvas)
}

fn robot(canvas: &mut Canvas, scene: &Scene) {
    let [x, y, heading] = scene.pose;
    let place = |angle: f64, away: f64| {
        let (sin, cos) = libm::sincos((heading + angle).to_radians());
        [x + away * sin, y + away * cos]
    };
    canvas.disc([x, y], RADIUS, [60, 70, 90]);
    canvas.disc([x, y], RADIUS - 8.0, [120, 135, 160]);
    for side in [-90.0, 90.0] {
        let middle = place(side, TRACK / 2.0);
        let (sin, cos) = libm::sincos(heading.to_radians());
        let reach = 20.0;
        let (from, to) = (
            [middle[0] - reach * sin, middle[1] - reach * cos],
            [middle[0] + reach * sin, middle[1] + reach * cos],
        );
        canvas.stroke(from, to, 10.0, [20, 20, 20]);
    }
    canvas.stroke([x, y], place(0.0, RADIUS - 14.0), 8.0, [250, 250, 250]);
    for (rgb, angle) in scene.lights.iter().zip(LIGHTS) {
        let color = if *rgb == [0; 3] { [40, 45, 55] } else { *rgb };
        canvas.disc(place(angle, RADIUS - 7.0), 7.0, color);
    }
}

fn encode(canvas: &Canvas) -> Result<Vec<u8>, PictureError> {
    let failed = |error: png::EncodingError| PictureError(error.to_string());
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, canvas.width as u32, canvas.height as u32);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&canvas.pixels).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_shows_walls_path_and_robot() {
        let mut trace = Trace::default();
        for i in 0..10 {
            trace.push(50 * i, What::Pose([0.0, 60.0 * i as f64, 0.0]));
        }
        trace.push(500, What::Lights("00ff00".repeat(8)));
        let world = World::default();
        let bytes = png(&world, &trace).unwrap();
        let decoder = png::Decoder::new(bytes.as_slice());
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = std::vec![0; reader.output_buffer_size()];
        let info = reader.next_frame(&mut pixels).unwrap();
        let scale = f64::from(info.width) / (2000.0 + 2.0 * MARGIN);
        let pixel = |x: f64, y: f64| {
            let (px, py) =
                (((x + 1000.0 + MARGIN) * scale) as usize, ((1000.0 + MARGIN - y) * scale) as usize);
            let at = 3 * (py * info.width as usize + px);
            [pixels[at], pixels[at + 1], pixels[at + 2]]
        };
        assert_eq!(pixel(500.0, -500.0), [235, 235, 235], "floor");
        assert_eq!(pixel(-1000.0, 200.0), [70, 60, 60], "wall");
        assert_eq!(pixel(0.0, 300.0), [225, 110, 20], "path");
        assert_eq!(pixel(0.0, 560.0), [250, 250, 250], "nose");
        assert_eq!(pixel(RADIUS - 7.0, 540.0), [0, 255, 0], "a light at the right");
        assert_eq!(pixel(-1040.0, 0.0), [255, 255, 255], "outside");
    }
}

//! Traces: shown again, compared.

use super::live::Trail;
use super::view::{Console, View};
use super::{SimArgs, Speed, is_live, read_trace, world, write};
use crate::interrupt;
use hognose_device::Senses;
use hognose_robot::sim::trace::{Scene, What};
use hognose_robot::sim::world::{Pose, World};
use hognose_robot::sim::{Clock, Trace, picture};
use ratatui::crossterm::event::{self, Event, KeyCode};
use std::path::Path;
use std::time::{Duration, Instant};

/// The keys of a replay.
const KEYS: &str = " q quit ";

/// Shows a trace again: live in a terminal, else its output and its end.
///
/// # Errors
/// When a file cannot be read or written.
pub fn replay(args: &SimArgs, path: &Path) -> Result<u8, String> {
    let trace = read_trace(path)?;
    let world = world(args.world.as_deref())?;
    let made_in = name(&trace);
    if made_in.is_some_and(|name| name != world.name) {
        complain!(
            "hognose sim: the trace was made in world '{}', this is '{}': say with --world which file it is",
            made_in.unwrap_or_default(),
            world.name
        );
    }
    if is_live(args) {
        show(&trace, &world, args.speed.map_or(Some(1.0), Speed::factor))?;
    }
    let mut last = Scene::default();
    trace.replay(|_, scene| last = scene.clone());
    crate::output::text(last.output.as_bytes());
    tell!("replayed {:.3} s, {} lines", trace.end() as f64 / 1000.0, trace.records.len());
    tell!(
        "x {:.0} mm, y {:.0} mm, heading {:.0} degrees",
        last.pose[0],
        last.pose[1],
        last.pose[2].rem_euclid(360.0)
    );
    if let Some(path) = &args.picture {
        let png = picture::png(&world, &trace).map_err(|error| error.to_string())?;
        write(path, &png)?;
    }
    Ok(0)
}

/// The world in which a trace was made.
fn name(trace: &Trace) -> Option<&str> {
    trace.records.iter().find_map(|record| match &record.what {
        What::Start { world, .. } => Some(world.as_str()),
        _ => None,
    })
}

fn show(trace: &Trace, world: &World, speed: Option<f64>) -> Result<(), String> {
    let mut terminal =
        ratatui::try_init().map_err(|error| format!("the terminal cannot be used: {error}"))?;
    let since = Instant::now();
    let clock = Clock::new(speed);
    let (mut trail, mut left) = (Trail::default(), false);
    let name = format!("replay ({})", name(trace).unwrap_or_default());
    let (mut printed, mut console) = (0, Console::default());
    trace.replay(|t, scene| {
        if left {
            return;
        }
        let [x, y, heading] = scene.pose;
        trail.add(x, y);
        console.write(1, scene.output.get(printed..).unwrap_or(""));
        printed = scene.output.len();
        let view = View {
            program: &name,
            world,
            trail: trail.points(),
            pose: Pose { x, y, heading },
            goals: &[],
            lights: scene.lights,
            tone: scene.tone.map(|[hz, volume]| (hz as f32, volume as u8)),
            senses: Senses::default(),
            collisions: 0,
            state: "REPLAY",
            ending: None,
            now: t,
            speed,
            measured: speed.unwrap_or(0.0),
            console: &console,
            keys: KEYS,
        };
        let _ = terminal.draw(|frame| view.draw(frame));
        while !left {
            let real = since.elapsed().as_secs_f64() * 1000.0;
            let early = clock.target(real, 0, u64::MAX / 4) < t;
            if let Ok(true) = event::poll(Duration::from_millis(if early { 5 } else { 0 })) {
                let quits = |code| matches!(code, KeyCode::Char('q' | 'c') | KeyCode::Esc);
                left = matches!(event::read(), Ok(Event::Key(key)) if quits(key.code));
            }
            if !early || interrupt::take() {
                break;
            }
        }
    });
    ratatui::restore();
    Ok(())
}

/// Compares two traces: 0 when they are the same, 1 when not.
///
/// # Errors
/// When one cannot be read.
pub fn diff(left: &Path, right: &Path) -> Result<u8, String> {
    let (a, b) = (read_trace(left)?, read_trace(right)?);
    match a.diff(&b) {
        None => {
            tell!("the same: {} lines, {:.3} s", a.records.len(), a.end() as f64 / 1000.0);
            Ok(0)
        }
        Some(difference) => {
            tell!("{difference}");
            Ok(1)
        }
    }
}

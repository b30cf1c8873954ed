//! A run that is shown live in the terminal.

use super::drive;
use super::plain::{INTERRUPTED, finish};
use super::view::{Console, View};
use super::watch::{Ask, Moment, Watcher};
use crate::device::package::Package;
use hognose_robot::sim::{Clock, Sim};
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::collections::VecDeque;
use std::path::Path;
use std::time::{Duration, Instant};

/// Time between two pictures.
const PICTURE: Duration = Duration::from_millis(33);
/// Virtual milliseconds at a time when it goes as fast as possible.
const LEAP: u64 = 10_000;
/// A new point of the trail after so much way, mm.
const GRAIN: f64 = 10.0;
/// Most points of the trail.
const TRAIL: usize = 50_000;
/// A button stays pressed for so long, ms of virtual time.
const PRESS: u64 = 200;
/// Speeds that + and - go through.
const SPEEDS: [f64; 10] = [0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0];

/// Trail of a robot.
#[derive(Default)]
pub struct Trail(Vec<[f64; 2]>);

impl Trail {
    /// It is here now.
    pub fn add(&mut self, x: f64, y: f64) {
        let far = self.0.last().is_none_or(|last| libm::hypot(last[0] - x, last[1] - y) >= GRAIN);
        if far && self.0.len() < TRAIL {
            self.0.push([x, y]);
        }
    }

    /// Its points.
    pub fn points(&self) -> &[[f64; 2]] {
        &self.0
    }
}

/// The next faster or slower speed; None is as fast as possible.
pub fn other_speed(speed: Option<f64>, faster: bool) -> Option<f64> {
    let last = SPEEDS[SPEEDS.len() - 1];
    match (speed, faster) {
        (None, true) => None,
        (None, false) => Some(last),
        (Some(speed), true) => SPEEDS.into_iter().find(|&s| s > speed * 1.001),
        (Some(speed), false) => SPEEDS.into_iter().rev().find(|&s| s < speed * 0.999).or(Some(SPEEDS[0])),
    }
}

struct Live<'a> {
    terminal: DefaultTerminal,
    program: &'a str,
    clock: Clock,
    since: Instant,
    /// Virtual time may go up to here without asking anything.
    free: u64,
    drawn: Option<Instant>,
    trail: Trail,
    console: Console,
    asks: VecDeque<Ask>,
    /// Buttons that are pressed, and when they are let go.
    pressed: [Option<u64>; 2],
    /// Real and virtual time when speed was measured last, and what it was.
    measured: (Instant, u64, f64),
    /// Virtual time when the program ended last, ms.
    ended_at: Option<u64>,
    interrupted: bool,
}

impl Live<'_> {
    fn real(&self) -> f64 {
        self.since.elapsed().as_secs_f64() * 1000.0
    }

    fn set_speed(&mut self, speed: Option<f64>, now: u64) {
        let real = self.real();
        self.clock.set_speed(speed, real, now);
        self.free = now;
    }

    fn key(&mut self, key: KeyEvent, moment: &Moment<'_>) {
        let now = moment.sim.now();
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let ask = match key.code {
            KeyCode::Char('c') if control => Ask::Interrupt,
            KeyCode::Char('q') | KeyCode::Esc => Ask::Quit,
            KeyCode::Char(' ') | KeyCode::Enter => match moment.state {
                "RUNNING" => Ask::Pause,
                _ => Ask::Start,
            },
            KeyCode::Char('p') if moment.state == "PAUSED" => Ask::Start,
            KeyCode::Char('p') => Ask::Pause,
            KeyCode::Char('s') => Ask::Stop,
            KeyCode::Char(side @ ('l' | 'r')) => {
                let side = usize::from(side == 'r');
                self.pressed[side] = Some(now + PRESS);
                Ask::Button(side as u8, true)
            }
            KeyCode::Char('+' | '=') => return self.set_speed(other_speed(self.clock.speed(), true), now),
            KeyCode::Char('-') => return self.set_speed(other_speed(self.clock.speed(), false), now),
            KeyCode::Char('0') => return self.set_speed(None, now),
            KeyCode::Char('1') => return self.set_speed(Some(1.0), now),
            _ => return,
        };
        self.asks.push_back(ask);
    }

    fn draw(&mut self, moment: &Moment<'_>) {
        let (then, before, _) = self.measured;
        if then.elapsed() >= Duration::from_millis(500) {
            let times = (moment.sim.now() - before) as f64 / 1000.0 / then.elapsed().as_secs_f64();
            self.measured = (Instant::now(), moment.sim.now(), times);
        }
        let view = View {
            speed: self.clock.speed(),
            measured: self.measured.2,
            ..View::of(moment, self.program, self.trail.points(), &self.console)
        };
        // A terminal that is gone is noticed by its keys.
        let _ = self.terminal.draw(|frame| view.draw(frame));
    }
}

impl Watcher for Live<'_> {
    fn moment(&mut self, moment: &Moment<'_>) -> Ask {
        let now = moment.sim.now();
        let pose = moment.sim.body().pose;
        self.trail.add(pose.x, pose.y);
        self.ended_at = moment.ending.map(|_| self.ended_at.unwrap_or(now));
        for side in 0..2 {
            if self.pressed[side].is_some_and(|until| now >= until) {
                self.pressed[side] = None;
                return Ask::Button(side as u8, false);
            }
        }
        loop {
            if let Some(ask) = self.asks.pop_front() {
                self.interrupted |= ask == Ask::Interrupt;
                if ask == Ask::Start && moment.state != "PAUSED" {
                    self.trail = Trail::default();
                }
                return ask;
            }
            let due = self.drawn.is_none_or(|drawn| drawn.elapsed() >= PICTURE);
            // Asking for the time costs more than a millisecond of the world: do it only now and then.
            if now < self.free && (!due || now % 64 != 0) {
                return Ask::Go;
            }
            if due {
                self.draw(moment);
                self.drawn = Some(Instant::now());
                while let Ok(true) = event::poll(Duration::ZERO) {
                    match event::read() {
                        Ok(Event::Key(key)) if key.kind != KeyEventKind::Release => self.key(key, moment),
                        Ok(_) => {}
                        Err(_) => return Ask::Quit,
                    }
                }
                continue;
            }
            self.free = self.clock.target(self.real(), now, LEAP);
            if self.free > now {
                return Ask::Go;
            }
            if event::poll(Duration::from_millis(4)).is_err() {
                return Ask::Quit;
            }
            if event::poll(Duration::ZERO).unwrap_or(false) {
                self.drawn = None;
            }
        }
    }

    fn output(&mut self, stream: u8, bytes: &[u8]) {
        self.console.write(stream, &String::from_utf8_lossy(bytes));
    }
}

/// Runs a program in the live view until it is left. Gives the robot as it stands then, and the exit status.
///
/// # Errors
/// When it cannot begin.
pub fn run(
    package: &Package,
    file: &Path,
    sim: Sim,
    most: u64,
    speed: Option<f64>,
) -> Result<(Sim, u8), String> {
    let terminal = ratatui::try_init().map_err(|error| format!("the terminal cannot be used: {error}"))?;
    let since = Instant::now();
    let mut live = Live {
        terminal,
        program: &package.name,
        clock: Clock::new(speed),
        since,
        free: 0,
        drawn: None,
        trail: Trail::default(),
        console: Console::default(),
        asks: VecDeque::from([Ask::Start]),
        pressed: [None; 2],
        measured: (since, 0, 0.0),
        ended_at: None,
        interrupted: false,
    };
    let done = drive::run(package, file, sim, most, &mut live);
    ratatui::restore();
    let (sim, ending) = done?;
    crate::output::text(live.console.text().as_bytes());
    let status = finish(&sim, live.ended_at, ending.as_ref(), since.elapsed());
    Ok((sim, if live.interrupted { INTERRUPTED } else { status }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_go_up_and_down() {
        assert_eq!(other_speed(Some(1.0), true), Some(2.0));
        assert_eq!(other_speed(Some(3.0), false), Some(2.0));
        assert_eq!(other_speed(Some(100.0), true), None);
        assert_eq!(other_speed(None, false), Some(100.0));
        assert_eq!(other_speed(Some(0.1), false), Some(0.1));
    }
}

//! A run without a live view: the output of the program, then how it ended.

use super::drive;
use super::watch::{Ask, Ending, Moment, Watcher};
use crate::device::package::Package;
use crate::interrupt;
use hognose_robot::sim::{Clock, Sim};
use std::path::Path;
use std::time::{Duration, Instant};

/// Exit status after Ctrl-C.
pub const INTERRUPTED: u8 = 130;
/// The world goes on for so long after the program, ms: until the robot stands.
const SETTLE: u64 = 300;

struct Plain {
    clock: Clock,
    since: Instant,
    ended_at: Option<u64>,
    interrupted: bool,
    began: bool,
}

impl Plain {
    /// Waits until virtual time may go on.
    fn wait(&mut self, now: u64) {
        if now % 16 == 0 && interrupt::take() {
            self.interrupted = true;
        }
        while self.clock.speed().is_some() && !self.interrupted {
            let real = self.since.elapsed().as_secs_f64() * 1000.0;
            if self.clock.target(real, now, 1) > now {
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
            self.interrupted = interrupt::take();
        }
    }
}

impl Watcher for Plain {
    fn moment(&mut self, moment: &Moment<'_>) -> Ask {
        let now = moment.sim.now();
        self.wait(now);
        if self.interrupted {
            return Ask::Interrupt;
        }
        if moment.ending.is_some() {
            return if now >= *self.ended_at.get_or_insert(now) + SETTLE { Ask::Quit } else { Ask::Go };
        }
        if !self.began {
            self.began = true;
            return Ask::Start;
        }
        Ask::Go
    }

    fn output(&mut self, stream: u8, bytes: &[u8]) {
        if stream == 1 {
            crate::output::text(bytes);
        } else {
            complain_bytes(bytes);
        }
    }
}

fn complain_bytes(bytes: &[u8]) {
    use std::io::Write;
    let _ = std::io::stderr().lock().write_all(bytes);
}

/// Runs a program to its end. Gives the robot as it stands then, and the exit status.
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
    interrupt::catch();
    let since = Instant::now();
    let mut watcher =
        Plain { clock: Clock::new(speed), since, ended_at: None, interrupted: false, began: false };
    let (sim, ending) = drive::run(package, file, sim, most, &mut watcher)?;
    let status = finish(&sim, watcher.ended_at, ending.as_ref(), since.elapsed());
    Ok((sim, if watcher.interrupted { INTERRUPTED } else { status }))
}

/// Tells how it ended and gives the exit status.
pub fn finish(sim: &Sim, ended_at: Option<u64>, ending: Option<&Ending>, real: Duration) -> u8 {
    let Some(ending) = ending else {
        complain!("hognose sim: not finished");
        return INTERRUPTED;
    };
    if !ending.error.is_empty() {
        complain!("{}", ending.error.trim_end());
    }
    let seconds = ended_at.unwrap_or(sim.now()) as f64 / 1000.0;
    let times = sim.now() as f64 / 1000.0 / real.as_secs_f64().max(1e-6);
    let pose = sim.body().pose;
    let heading = pose.heading.rem_euclid(360.0);
    tell!("{} after {seconds:.3} s ({times:.0} times real time)", ending.reason);
    // Nothing is a little less than nothing.
    let [x, y, heading] = [pose.x, pose.y, heading].map(|value| value.round() + 0.0);
    let mut place = format!("x {x} mm, y {y} mm, heading {} degrees", heading % 360.0);
    if sim.body().collisions > 0 {
        place.push_str(&format!(", collisions {}", sim.body().collisions));
    }
    let goals = sim.goals();
    if !goals.is_empty() {
        let reached = goals.iter().filter(|&&reached| reached).count();
        place.push_str(&format!(", goals {reached} of {}", goals.len()));
    }
    tell!("{place}, battery {} %", sim.battery().level());
    ending.cause.status()
}

//! Traces: what happened in a run, line by line. Two runs of the same program in the same world with the same seed have the same
//! bytes.
//!
//! Each line is a JSON object: `t`, milliseconds of virtual time, and one thing that happened. See [`What`].

use serde::{Deserialize, Serialize};
use std::string::{String, ToString};
use std::vec::Vec;
use std::{format, write};

/// One line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// When, ms of virtual time.
    pub t: u64,
    /// What.
    #[serde(flatten)]
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// It began: name of the world, seed, and whether there is noise.
    Start {
        /// Name of the world.
        world: String,
        /// The seed.
        seed: u64,
        /// Without noise.
        ideal: bool,
    },
    /// The robot is there: x, y in mm, heading in degrees. Every 50 ms when it has changed.
    Pose([f64; 3]),
    /// The motors have these duties, from -1 to 1; null: not driven. Every 50 ms when they have changed.
    Motors([Option<f64>; 2]),
    /// The lights changed: 8 colours as hex digits.
    Lights(String),
    /// A tone begins: Hz and volume in percent; null: it ends.
    Tone(Option<[f64; 2]>),
    /// The display changed: its page buffer as hex digits.
    Screen(String),
    /// It touches something in that direction, degrees from ahead; null: no more.
    Touch(Option<f64>),
    /// It reached a goal.
    Goal(String),
    /// A sensor was switched on or off.
    Power(String, bool),
    /// Output of the program.
    Print(String),
    /// Something else: states of the program, events.
    Note(String),
}

/// A trace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// Its lines in order.
    pub records: Vec<Record>,
}

/// Why a text is no trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceError {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

impl core::fmt::Display for TraceError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "line {} of the trace: {}", self.line, self.what)
    }
}

impl std::error::Error for TraceError {}

/// The first place where two traces differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Line, from 1.
    pub line: usize,
    /// What the first one has there; None: it has ended.
    pub left: Option<Record>,
    /// What the second one has.
    pub right: Option<Record>,
}

impl core::fmt::Display for Difference {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let side = |record: &Option<Record>| match record {
            Some(record) => serde_json::to_string(record).unwrap_or_default(),
            None => "(it has ended)".to_string(),
        };
        write!(f, "they differ in line {}:\n  {}\n  {}", self.line, side(&self.left), side(&self.right))
    }
}

/// What can be seen at a moment of a trace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// x, y, heading.
    pub pose: [f64; 3],
    /// Duties.
    pub motors: [Option<f64>; 2],
    /// Colours.
    pub lights: crate::hardware::Frame,
    /// Hz and volume.
    pub tone: Option<[f64; 2]>,
    /// Direction of what it touches.
    pub touch: Option<f64>,
    /// Everything that was printed so far.
    pub output: String,
}

impl Trace {
    /// Adds a line.
    pub fn push(&mut self, t: u64, what: What) {
        self.records.push(Record { t, what });
    }

    /// As text.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for record in &self.records {
            text.push_str(&serde_json::to_string(record).unwrap_or_default());
            text.push('\n');
        }
        text
    }

    /// From text.
    ///
    /// # Errors
    /// Says which line is none.
    pub fn parse(text: &str) -> Result<Trace, TraceError> {
        let mut trace = Trace::default();
        let mut last = 0;
        for (i, line) in text.lines().enumerate() {
            let wrong = |what: String| TraceError { line: i + 1, what };
            let record: Record = serde_json::from_str(line).map_err(|error| wrong(error.to_string()))?;
            if record.t < last {
                return Err(wrong(format!("time goes back from {last} to {} ms", record.t)));
            }
            last = record.t;
            trace.records.push(record);
        }
        Ok(trace)
    }

    /// The first difference between two traces, None when they are the same.
    pub fn diff(&self, other: &Trace) -> Option<Difference> {
        let n = self.records.len().max(other.records.len());
        let line = (0..n).find(|&i| self.records.get(i) != other.records.get(i))?;
        Some(Difference {
            line: line + 1,
            left: self.records.get(line).cloned(),
            right: other.records.get(line).cloned(),
        })
    }

    /// The things that the program did, without times: what must be the same in a simulator and on a robot.
    pub fn doings(&self) -> Vec<&What> {
        let told = |what: &&What| !matches!(what, What::Pose(_) | What::Motors(_) | What::Start { .. });
        self.records.iter().map(|record| &record.what).filter(told).collect()
    }

    /// When the last thing happened.
    pub fn end(&self) -> u64 {
        self.records.last().map_or(0, |record| record.t)
    }

    /// Plays it again: what could be seen at each of its times, in order.
    pub fn replay(&self, mut show: impl FnMut(u64, &Scene)) {
        let mut scene = Scene::default();
        let mut records = self.records.iter().peekable();
        while let Some(record) = records.next() {
            scene.apply(&record.what);
            if records.peek().is_none_or(|next| next.t > record.t) {
                show(record.t, &scene);
            }
        }
    }
}

impl Scene {
    fn apply(&mut self, what: &What) {
        match what {
            What::Pose(pose) => self.pose = *pose,
            What::Motors(motors) => self.motors = *motors,
            What::Lights(hex) => {
                let digits = |at: usize| hex.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
                for (i, light) in self.lights.iter_mut().enumerate() {
                    *light = core::array::from_fn(|j| digits(6 * i + 2 * j).unwrap_or(0));
                }
            }
            What::Tone(tone) => self.tone = *tone,
            What::Touch(touch) => self.touch = *touch,
            What::Print(text) => self.output.push_str(text),
            _ => {}
        }
    }
}

/// Bytes as hex digits.
pub(super) fn hex(bytes: impl IntoIterator<Item = u8>) -> String {
    use core::fmt::Write;
    let mut text = String::new();
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Rounded to thousandths, for a short text.
pub(super) fn short(x: f64) -> f64 {
    libm::round(x * 1000.0) / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trace() -> Trace {
        let mut trace = Trace::default();
        trace.push(0, What::Start { world: "empty".into(), seed: 1, ideal: true });
        trace.push(0, What::Pose([1.0, 2.5, 90.0]));
        trace.push(50, What::Motors([Some(0.5), None]));
        trace.push(50, What::Lights(hex([255, 0, 16].into_iter().chain([0; 21]))));
        trace.push(60, What::Tone(Some([440.0, 80.0])));
        trace.push(70, What::Tone(None));
        trace.push(70, What::Power("imu".into(), true));
        trace.push(80, What::Print("hi\n".into()));
        trace
    }

    #[test]
    fn it_is_written_and_read() {
        let text = trace().to_text();
        assert!(text.contains("{\"t\":50,\"motors\":[0.5,null]}\n"), "{text}");
        assert_eq!(Trace::parse(&text), Ok(trace()));
        assert_eq!(Trace::parse(&text).unwrap().to_text(), text);
        let error = Trace::parse("{\"t\":5,\"note\":\"a\"}\n{\"t\":4,\"note\":\"b\"}").unwrap_err();
        assert_eq!(error.to_string(), "line 2 of the trace: time goes back from 5 to 4 ms");
        assert_eq!(Trace::parse("nonsense").unwrap_err().line, 1);
    }

    #[test]
    fn differences_are_found() {
        let (a, mut b) = (trace(), trace());
        assert_eq!(a.diff(&b), None);
        b.records[3].t = 60;
        assert_eq!(a.diff(&b).map(|d| d.line), Some(4));
        let c = Trace { records: a.records[..7].to_vec() };
        let difference = a.diff(&c).unwrap();
        assert!(difference.line == 8 && difference.right.is_none());
        assert!(
            difference.to_string().ends_with("{\"t\":80,\"print\":\"hi\\n\"}\n  (it has ended)"),
            "{difference}"
        );
    }

    #[test]
    fn a_replay_shows_each_moment() {
        let mut seen = Vec::new();
        trace().replay(|t, scene| seen.push((t, scene.clone())));
        let times: Vec<u64> = seen.iter().map(|(t, _)| *t).collect();
        assert_eq!(times, [0, 50, 60, 70, 80]);
        assert_eq!(
            (seen[0].1.pose, seen[1].1.lights[0], seen[2].1.tone.is_some()),
            ([1.0, 2.5, 90.0], [255, 0, 16], true)
        );
        assert_eq!((seen[3].1.tone, seen[4].1.output.as_str()), (None, "hi\n"));
    }
}

//! A sensor as the driver keeps it: on when somebody uses it, read at its own rate, the last sample for everybody.

use crate::hardware::{Broken, Hardware, Sensor};
use crate::limits;
use core::task::Poll;
use hognose_device::Millis;

/// A sample is stale when it is older than this many periods.
const STALE: Millis = 5;

/// A sensor with its last sample.
#[derive(Clone, Debug)]
pub struct Sense<T> {
    sensor: Sensor,
    period: Millis,
    /// When it was used last.
    used: Option<Millis>,
    /// On since.
    since: Option<Millis>,
    next: Millis,
    sample: Option<T>,
    at: Millis,
    broken: Option<&'static str>,
}

/// Why there is no sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSample {
    /// It does not answer.
    Broken(&'static str),
    /// None came for too long, ms.
    Silent(Sensor, Millis),
}

impl<T> Sense<T> {
    /// Off.
    pub fn new(sensor: Sensor, period: Millis) -> Sense<T> {
        Sense { sensor, period, used: None, since: None, next: 0, sample: None, at: 0, broken: None }
    }

    /// Somebody uses it now.
    pub fn want(&mut self, now: Millis) {
        self.used = Some(now);
    }

    /// Nobody uses it any more.
    pub fn forget(&mut self) {
        self.used = None;
    }

    /// Is it on?
    pub fn is_on(&self) -> bool {
        self.since.is_some()
    }

    /// The last sample, however old.
    pub fn last(&self) -> Option<&T> {
        if self.is_on() { self.sample.as_ref() } else { None }
    }

    /// Age of the last sample, ms.
    pub fn age(&self, now: Millis) -> Option<Millis> {
        self.last().map(|_| now.saturating_sub(self.at))
    }

    /// The sample for somebody who uses it. Pending: the first one is on its way.
    pub fn get(&mut self, now: Millis) -> Poll<Result<&T, NoSample>> {
        self.want(now);
        if let (Some(part), true) = (self.broken, self.is_on()) {
            return Poll::Ready(Err(NoSample::Broken(part)));
        }
        let silent_since = match (self.since, &self.sample) {
            (Some(_), Some(_)) if now <= self.at + STALE * self.period => {
                return match &self.sample {
                    Some(sample) => Poll::Ready(Ok(sample)),
                    None => Poll::Pending,
                };
            }
            (Some(_), Some(_)) => self.at,
            (Some(since), None) if now > since + limits::FIRST_SAMPLE => since,
            _ => return Poll::Pending,
        };
        Poll::Ready(Err(NoSample::Silent(self.sensor, now - silent_since)))
    }

    /// Switches it, reads it when it is time. `keep`: something of the robot itself needs it. A new sample goes through `take`.
    pub fn poll(
        &mut self,
        now: Millis,
        keep: bool,
        hardware: &mut dyn Hardware,
        read: impl FnOnce(&mut dyn Hardware) -> Result<Option<T>, Broken>,
        take: impl FnOnce(&mut T),
    ) -> Millis {
        let wanted = keep || self.used.is_some_and(|used| now < used + limits::SENSOR_IDLE);
        if !wanted {
            if self.is_on() {
                self.off(hardware);
            }
            return Millis::MAX;
        }
        if !self.is_on() {
            self.since = Some(now);
            self.sample = None;
            self.broken = None;
            self.next = now;
            hardware.power(self.sensor, true);
        }
        if now >= self.next {
            self.next += self.period;
            if self.next <= now {
                // It was called too late: what was missed is not made up for.
                self.next = now + self.period;
            }
            match read(hardware) {
                Ok(Some(mut sample)) => {
                    self.broken = None;
                    take(&mut sample);
                    self.sample = Some(sample);
                    self.at = now;
                }
                Ok(None) => {}
                Err(broken) => self.broken = Some(broken.part),
            }
        }
        self.next
    }

    /// Switches it off.
    pub fn off(&mut self, hardware: &mut dyn Hardware) {
        if self.since.take().is_some() {
            hardware.power(self.sensor, false);
        }
        self.sample = None;
        self.used = None;
    }
}

//! The one way to the end of a program.

use super::{Device, REPORT, STOPPING};
use crate::gear::Shown;
use crate::note::{Failure, Note};
use crate::{Equipment, Millis};
use embedded_storage::nor_flash::NorFlash;
use hognose_link::{Line, State, StopReason};

impl<E: Equipment + 'static, F: NorFlash> Device<'_, E, F> {
    /// The one way to the end: motors first, without waiting for the program; then sound, lights, display and sensors, the
    /// program itself, its memory, and the report.
    pub(super) fn shut_down(&mut self, reason: StopReason, text: &str) {
        if self.run.is_none() || self.state == State::Stopping {
            return;
        }
        let now = self.now;
        let gear = self.gear_mut();
        gear.barred = true;
        gear.equipment.make_safe(now, text);
        self.program.stop();
        self.reason = reason;
        self.stopping = now;
        self.go(State::Stopping, reason);
    }

    /// The program ended with an error.
    pub(super) fn fail(&mut self) {
        let now = self.now;
        let error = self.program.error();
        if error.as_str() == "SystemExit" {
            return self.shut_down(StopReason::Finished, "finished");
        }
        let reason =
            if error.as_str() == "MemoryError" { StopReason::MemoryLimit } else { StopReason::Error };
        // Safe first: showing an error runs code of the program.
        let gear = self.gear_mut();
        gear.barred = true;
        gear.equipment.make_safe(now, reason.text());
        gear.shown = Some(Shown::new());
        let (line, column, pc) = self.program.failed_at();
        self.program.report(&mut self.gear, REPORT);
        let shown = self.gear_mut().shown.take();
        let text = shown.as_ref().map_or("", |shown| shown.text());
        let message = text.split_once(": ").map_or("", |(_, message)| message);
        self.failure = Some(Failure {
            program: self.run.map_or(0, |run| run.crc),
            pc,
            line,
            column: u16::try_from(column).unwrap_or(u16::MAX),
            error,
            message: Line::from(message),
        });
        self.notes.push(Note::Failed);
        self.shut_down(reason, reason.text());
    }

    /// The program used more than it may.
    pub(super) fn exceed(&mut self, reason: StopReason, message: core::fmt::Arguments<'_>) -> Millis {
        let (line, pc) = self.program.place();
        self.failure = Some(Failure {
            program: self.run.map_or(0, |run| run.crc),
            pc,
            line,
            column: 0,
            error: Line::from(reason.text()),
            message: Line::format(message),
        });
        self.notes.push(Note::Failed);
        self.shut_down(reason, reason.text());
        self.now
    }

    /// Hardware failed: the safe state, and FAULT until somebody clears it.
    pub(super) fn break_down(&mut self, reason: StopReason, what: &'static str) {
        self.fault = true;
        self.notes.push(Note::Warning(what));
        if self.run.is_some() {
            self.shut_down(reason, what);
        } else {
            let now = self.now;
            self.gear_mut().equipment.make_safe(now, what);
            self.go(State::Fault, reason);
        }
    }

    /// STOPPING ends when everything is safe, or its time is over.
    pub(super) fn end_stopping(&mut self) {
        if self.gear_ref().equipment.is_safe() || self.now >= self.stopping + STOPPING {
            self.settle();
        }
    }

    /// The end of STOPPING: the program is gone, its memory free.
    pub(super) fn settle(&mut self) {
        if self.state != State::Stopping {
            return;
        }
        self.last = (self.program_time(), self.program.steps(), self.program.memory().1);
        self.program.clear();
        self.gear_mut().clear();
        self.run = None;
        let to = if self.fault { State::Fault } else { self.resting() };
        self.go(to, self.reason);
    }

    pub(super) fn resting(&self) -> State {
        if self.store.program().is_some() { State::Ready } else { State::Empty }
    }
}

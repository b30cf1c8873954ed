//! What a device tells about itself.

use super::Device;
use crate::{Equipment, Millis};
use embedded_storage::nor_flash::NorFlash;
use hognose_link::{Reading, SlotInfo, Status};

impl<E: Equipment + 'static, F: NorFlash> Device<'_, E, F> {
    /// Everything about device and program.
    pub fn status(&mut self) -> Status {
        let (line, pc) = if self.run.is_some() { self.program.place() } else { (0, 0) };
        let (memory, peak) = self.program.memory();
        let (run_time, steps, last_peak) = match self.run {
            Some(_) => (self.program_time(), self.program.steps(), peak),
            None => self.last,
        };
        let word = |n: Millis| u32::try_from(n).unwrap_or(u32::MAX);
        let senses = self.gear_ref().equipment.senses();
        Status {
            state: self.state,
            reason: self.reason,
            slot: 0,
            program: self.run.map_or_else(|| self.store.program().map_or(0, |p| p.crc), |run| run.crc),
            pc,
            line,
            uptime: word(self.now),
            run_time: word(run_time),
            steps,
            memory: memory as u32,
            memory_peak: last_peak as u32,
            battery: senses.battery,
            millivolts: senses.voltage,
            tethered: self.tethered,
        }
    }

    /// Pose and sensors.
    pub fn reading(&self) -> Reading {
        let senses = self.gear_ref().equipment.senses();
        Reading {
            at: u32::try_from(self.now).unwrap_or(u32::MAX),
            x: senses.x,
            y: senses.y,
            heading: senses.heading,
            left: senses.left,
            right: senses.right,
            front: senses.front,
            left_side: senses.left_side,
            right_side: senses.right_side,
            floor: senses.floor,
            buttons: senses.buttons,
        }
    }

    /// The program that is stored.
    pub fn slot(&self) -> SlotInfo<'_> {
        match self.store.program() {
            Some(entry) => SlotInfo {
                slot: 0,
                autostart: entry.autostart,
                size: entry.size,
                crc: entry.crc,
                name: entry.name.as_str(),
            },
            None => SlotInfo { slot: 0, autostart: false, size: 0, crc: 0, name: "" },
        }
    }
}

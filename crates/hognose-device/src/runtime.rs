//! The device as the link drives it, and what it tells the link.

use crate::device::storage;
use crate::note::Note;
use crate::setting::Setting;
use crate::store::Request;
use crate::{Device, Equipment, Owner};
use embedded_storage::nor_flash::NorFlash;
use hognose_link::{
    Answer, Caller, Command, Drive, Hub, Left, NakCode, Refusal, Reply, Role, Runtime, State, StopKind,
    StopReason, Telemetry, UploadBegin,
};

/// Time between two messages about the state, ms.
const STATUS: u64 = 250;
/// Time between two messages about sensors, ms.
const READING: u64 = 100;

impl<'m, E: Equipment + 'static, F: NorFlash> Device<'m, E, F> {
    /// Tells the link what happened since the last call: events, output as much as it takes, telemetry that is due. Gives when it
    /// wants to be called next.
    pub fn publish<const N: usize>(&mut self, hub: &mut Hub<'_, N>) -> u64 {
        let now = self.now;
        while let Some(note) = self.note() {
            if let Some(event) = note.event(self.failure()) {
                // Events fit the journal, whose smallest size holds the longest one.
                let _ = hub.event(now, &event);
            }
            if let Note::Failed = note {
                self.status_due = true;
            }
        }
        while !self.output().is_empty() {
            let count = hub.console(self.output());
            if count == 0 {
                break;
            }
            self.taken(count);
        }
        if self.status_due || now >= self.next_status {
            self.status_due = false;
            self.next_status = now + STATUS;
            let status = self.status();
            let _ = hub.telemetry(&Telemetry::Status(status));
        }
        if now >= self.next_reading {
            self.next_reading = now + READING;
            let reading = self.reading();
            let _ = hub.telemetry(&Telemetry::Reading(reading));
        }
        self.next_status.min(self.next_reading)
    }

    fn setting(&mut self, key: u16) -> Result<Setting, Refusal> {
        Setting::from_key(key).ok_or_else(|| {
            let last = crate::setting::COUNT as u32 - 1;
            Refusal::say(
                NakCode::OutOfRange,
                last,
                format_args!("setting {key}, this device has 0 to {last}"),
            )
        })
    }

    fn obey(&mut self, command: &Command<'_>) -> Result<Reply<'static>, Refusal> {
        match *command {
            Command::Start { slot } => only(slot).and_then(|()| self.start()).map(done),
            Command::Pause => self.pause().map(done),
            Command::Resume => self.resume().map(done),
            Command::Clear => {
                self.clear();
                Ok(Reply::Done)
            }
            Command::Delete { slot } => only(slot).and_then(|()| self.delete()).map(done),
            Command::Status => Ok(Reply::Status(self.status())),
            Command::GetSetting { key } => {
                self.setting(key).map(|setting| Reply::Setting(self.store.setting(setting)))
            }
            Command::SetSetting { key, value } => {
                let setting = self.setting(key)?;
                let (low, high) = setting.range();
                if !(low..=high).contains(&value) {
                    let name = setting.name();
                    return Err(Refusal::say(
                        NakCode::OutOfRange,
                        high as u32,
                        format_args!("setting {name} is {low} to {high}, not {value}"),
                    ));
                }
                self.store.set(setting, value).map_err(|error| storage(&error))?;
                Ok(Reply::Setting(value))
            }
            Command::Input(data) => {
                if !matches!(self.state(), State::Running | State::Paused) {
                    return Err(Refusal::say(NakCode::Busy, 0, format_args!("no program runs")));
                }
                self.input(data).map(done).map_err(|room| {
                    Refusal::say(
                        NakCode::Full,
                        room as u32,
                        format_args!("input of {} bytes, room for {room}", data.len()),
                    )
                })
            }
            _ => Err(Refusal::new(NakCode::Unsupported)),
        }
    }
}

fn done(_: ()) -> Reply<'static> {
    Reply::Done
}

/// There is one slot.
fn only(slot: u8) -> Result<(), Refusal> {
    if slot == 0 {
        return Ok(());
    }
    Err(Refusal::say(NakCode::OutOfRange, 0, format_args!("slot {slot}, this device has slot 0")))
}

impl<E: Equipment + 'static, F: NorFlash> Runtime for Device<'_, E, F> {
    fn stop(&mut self, _: Caller, kind: StopKind) {
        match kind {
            StopKind::Stop => Device::stop(self, StopReason::Host),
            StopKind::Emergency => self.emergency(),
        }
    }

    fn command(&mut self, _: Caller, command: &Command<'_>) -> Answer<'_> {
        self.active = self.now;
        if let Command::Slot { slot } = *command {
            return match only(slot) {
                Ok(()) => Answer::Ack(Reply::Slot(self.slot())),
                Err(refusal) => Answer::Nak(refusal),
            };
        }
        match self.obey(command) {
            Ok(reply) => Answer::Ack(reply),
            Err(refusal) => Answer::Nak(refusal),
        }
    }

    fn upload_begin(&mut self, _: Caller, begin: &UploadBegin<'_>, resume: u32) -> Result<(), Refusal> {
        let request = Request {
            size: begin.size,
            crc: begin.crc,
            grants: begin.grants,
            limits: begin.limits,
            autostart: begin.autostart,
            name: begin.name,
        };
        if resume > 0 && self.stage_again(&request, begin.replace)? {
            return Ok(());
        }
        self.stage(&request, begin.replace)
    }

    fn upload_chunk(&mut self, offset: u32, data: &[u8]) -> Result<(), Refusal> {
        self.write(offset, data)
    }

    fn upload_commit(&mut self, _: Caller) -> Answer<'_> {
        match self.commit() {
            Ok(()) => Answer::Ack(Reply::Done),
            Err(refusal) => Answer::Nak(refusal),
        }
    }

    fn upload_abandon(&mut self) {
        // What is staged stays: the same upload may go on. The next one begins anew.
    }

    fn drive(&mut self, drive: Drive) {
        let now = self.now;
        self.active = now;
        let equipment = self.equipment();
        // Somebody stronger has the motors: the drive is not obeyed, and the host sees the owner's deeds in the telemetry.
        let _ = equipment.drive(now, drive.speed, drive.turn);
        if drive.speed == 0 && drive.turn == 0 {
            equipment.release(now, Owner::Remote);
        }
    }

    fn drive_lost(&mut self) {
        let now = self.now;
        let equipment = self.equipment();
        let _ = equipment.drive(now, 0, 0);
        equipment.release(now, Owner::Remote);
    }

    fn left(&mut self, from: Caller, _: Left) {
        if from.role == Role::Controller && self.store.setting(Setting::LinkNeeded) != 0 {
            Device::stop(self, StopReason::LinkLost);
        }
    }

    fn nonce(&mut self) -> [u8; 16] {
        // Never the same twice in one run of the device, and different from run to run by its clock; a port with a source of
        // randomness seeds it: [`Device::seed`].
        self.nonces =
            self.nonces.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut nonce = [0; 16];
        nonce[..8].copy_from_slice(&self.nonces.to_le_bytes());
        nonce[8..].copy_from_slice(&self.now.to_le_bytes());
        nonce
    }
}

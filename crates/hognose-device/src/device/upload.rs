//! Programs on their way in: staged beside the one that counts, checked, committed.

use super::Device;
use crate::Equipment;
use crate::note::Note;
use crate::store::{Request, StoreError};
use embedded_storage::nor_flash::NorFlash;
use hognose_link::{NakCode, Refusal, State, StopReason};

impl<E: Equipment + 'static, F: NorFlash> Device<'_, E, F> {
    /// Gets ready for the bytes of a program. With `replace` a program that runs is stopped for it.
    ///
    /// # Errors
    /// When a program runs, a limit is too high, a grant not given, or the flash fails.
    pub fn stage(&mut self, request: &Request<'_>, replace: bool) -> Result<(), Refusal> {
        self.make_way(replace)?;
        let bounds = self.bounds(&request.limits)?;
        self.staging = None;
        self.store.stage(request).map_err(|error| storage(&error))?;
        self.staging = Some(bounds);
        Ok(())
    }

    /// The upload that was interrupted goes on, with what it asks for now; false: there is none, and it begins anew.
    ///
    /// # Errors
    /// As [`Device::stage`].
    pub fn stage_again(&mut self, request: &Request<'_>, replace: bool) -> Result<bool, Refusal> {
        self.make_way(replace)?;
        let bounds = self.bounds(&request.limits)?;
        if self.staging.is_none() || !self.store.stage_again(request) {
            return Ok(false);
        }
        self.staging = Some(bounds);
        Ok(true)
    }

    /// No program runs, or `replace` stops it.
    fn make_way(&mut self, replace: bool) -> Result<(), Refusal> {
        match self.state {
            State::Running | State::Paused if replace => {
                self.shut_down(StopReason::Replaced, StopReason::Replaced.text());
                self.settle();
            }
            State::Running | State::Paused | State::Stopping => return Err(self.busy()),
            _ => {}
        }
        Ok(())
    }

    /// The next bytes of the program.
    ///
    /// # Errors
    /// When they belong elsewhere, or the flash fails.
    pub fn write(&mut self, offset: u32, bytes: &[u8]) -> Result<(), Refusal> {
        self.store.write(offset, bytes).map_err(|error| storage(&error))
    }

    /// Checks the program that was written, and makes it the one of the device.
    ///
    /// # Errors
    /// When a program runs, or the image is refused; the old one stays.
    pub fn commit(&mut self) -> Result<(), Refusal> {
        if self.program.is_loaded() || self.run.is_some() {
            return Err(self.busy());
        }
        let bounds = self.staging.take().ok_or_else(|| Refusal::new(NakCode::NoUpload))?;
        let entry = self.store.check_staged().map_err(|error| storage(&error))?;
        let uses = self.load(Some(entry), None, &bounds, entry.grants & self.granted());
        self.program.clear();
        let entry = self.store.commit(uses?).map_err(|error| storage(&error))?;
        self.notes.push(Note::Uploaded { size: entry.size, crc: entry.crc });
        if matches!(self.state, State::Empty | State::WaitingStart) {
            self.go(State::Ready, StopReason::None);
        }
        Ok(())
    }
}

/// A failure of the store as the link says it.
pub(crate) fn storage(error: &StoreError) -> Refusal {
    match *error {
        StoreError::TooLarge { size, limit } => Refusal::say(
            NakCode::TooLarge,
            limit,
            format_args!("program is {size} bytes, this device takes {limit}"),
        ),
        StoreError::Checksum { found } => Refusal::say(NakCode::BadChecksum, found, format_args!("{error}")),
        StoreError::NotStaged => Refusal::say(NakCode::NoUpload, 0, format_args!("{error}")),
        _ => Refusal::say(NakCode::Storage, 0, format_args!("{error}")),
    }
}

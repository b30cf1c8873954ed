//! What one run of a program may use.

use crate::setting::Setting;
use hognose_link::Limits;

/// The limits of a program: those of the device, lowered by what its upload asks for. 0 is no limit, but of `recursion`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Longest run, ms.
    pub run_time: u32,
    /// Memory, bytes.
    pub memory: u32,
    /// Instructions.
    pub steps: u64,
    /// Calls inside each other.
    pub recursion: u16,
    /// Calls of host functions in a second.
    pub host_calls: u16,
    /// Bytes of output in a second.
    pub console: u16,
}

/// A limit that is higher than that of the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooHigh {
    /// Its name.
    pub name: &'static str,
    /// What was asked for.
    pub asked: u32,
    /// What the device allows.
    pub allowed: u32,
}

impl Bounds {
    /// What applies to a program on a device with these settings.
    ///
    /// # Errors
    /// When one of its limits is above that of the device.
    pub fn new(asked: &Limits, setting: impl Fn(Setting) -> i32) -> Result<Bounds, TooHigh> {
        let lower = |asked: u32, key: Setting| {
            let allowed = u32::try_from(setting(key)).unwrap_or(0);
            match asked {
                0 => Ok(allowed),
                _ if allowed != 0 && asked > allowed => Err(TooHigh { name: key.name(), asked, allowed }),
                _ => Ok(asked),
            }
        };
        let short = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
        Ok(Bounds {
            run_time: lower(asked.run_time, Setting::RunTime)?,
            memory: lower(asked.memory, Setting::Memory)?,
            steps: u64::from(lower(asked.kilo_steps, Setting::KiloSteps)?) * 1000,
            recursion: short(lower(asked.recursion.into(), Setting::Recursion)?),
            host_calls: short(lower(asked.host_calls.into(), Setting::HostCalls)?),
            console: short(lower(asked.console.into(), Setting::Console)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::setting::DEFAULTS;

    #[test]
    fn an_upload_may_lower_and_not_raise() {
        let setting = |key: Setting| DEFAULTS[key as usize];
        let none = Bounds::new(&Limits::default(), setting).unwrap();
        assert_eq!((none.run_time, none.recursion, none.steps, none.host_calls), (600_000, 32, 0, 2000));
        let lower = Limits { run_time: 5000, recursion: 10, kilo_steps: 7, ..Limits::default() };
        let bounds = Bounds::new(&lower, setting).unwrap();
        assert_eq!((bounds.run_time, bounds.recursion, bounds.steps), (5000, 10, 7000));
        let higher = Limits { recursion: 33, ..Limits::default() };
        let refused = TooHigh { name: "recursion", asked: 33, allowed: 32 };
        assert_eq!(Bounds::new(&higher, setting), Err(refused));
    }
}

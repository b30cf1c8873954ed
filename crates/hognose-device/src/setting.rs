//! Settings of a device: what its owner decides, for all programs.

/// A setting. Its number is its key on the link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Setting {
    /// 1: a program that was started waits for the button of the device.
    StartGate = 0,
    /// 1: a program is stopped when its controller is gone.
    LinkNeeded = 1,
    /// 1: the button of the device starts the program that is there.
    ButtonStarts = 2,
    /// Longest run of a program, ms; 0 for no limit.
    RunTime = 3,
    /// Most memory of a program, bytes; 0 for all that the device has.
    Memory = 4,
    /// Most instructions of a program, in thousands; 0 for no limit.
    KiloSteps = 5,
    /// Most calls inside each other.
    Recursion = 6,
    /// Most calls of host functions in a second; 0 for no limit.
    HostCalls = 7,
    /// Most bytes of output in a second; 0 for no limit.
    Console = 8,
    /// Grants that a program may have at most, a bit each; -1 for all.
    Grants = 9,
    /// The device may sleep when nothing happened for so long, ms; 0 for never. A program that runs is something that happens.
    SleepAfter = 10,
}

/// How many there are.
pub const COUNT: usize = 11;

/// Values of all settings, by number.
pub type Values = [i32; COUNT];

/// The values of a new device.
pub const DEFAULTS: Values = [0, 0, 1, 600_000, 0, 0, 32, 2000, 4096, -1, 600_000];

/// Smallest and largest value of each.
const RANGES: [(i32, i32); COUNT] = [
    (0, 1),
    (0, 1),
    (0, 1),
    (0, i32::MAX),
    (0, i32::MAX),
    (0, i32::MAX),
    (4, 1000),
    (0, 65_535),
    (0, 65_535),
    (-1, i32::MAX),
    (0, i32::MAX),
];

impl Setting {
    /// All, by number.
    pub const ALL: [Setting; COUNT] = [
        Setting::StartGate,
        Setting::LinkNeeded,
        Setting::ButtonStarts,
        Setting::RunTime,
        Setting::Memory,
        Setting::KiloSteps,
        Setting::Recursion,
        Setting::HostCalls,
        Setting::Console,
        Setting::Grants,
        Setting::SleepAfter,
    ];

    /// The setting of that number.
    pub fn from_key(key: u16) -> Option<Setting> {
        Setting::ALL.get(usize::from(key)).copied()
    }

    /// Its name, as commands show it.
    pub const fn name(self) -> &'static str {
        match self {
            Setting::StartGate => "start-gate",
            Setting::LinkNeeded => "link-needed",
            Setting::ButtonStarts => "button-starts",
            Setting::RunTime => "run-time",
            Setting::Memory => "memory",
            Setting::KiloSteps => "kilo-steps",
            Setting::Recursion => "recursion",
            Setting::HostCalls => "host-calls",
            Setting::Console => "console",
            Setting::Grants => "grants",
            Setting::SleepAfter => "sleep-after",
        }
    }

    /// Smallest and largest value.
    pub const fn range(self) -> (i32, i32) {
        RANGES[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_numbers_and_defaults_are_allowed() {
        for (key, setting) in Setting::ALL.into_iter().enumerate() {
            assert_eq!(setting as usize, key);
            let (low, high) = setting.range();
            assert!((low..=high).contains(&DEFAULTS[key]), "{}", setting.name());
        }
        assert_eq!(Setting::from_key(COUNT as u16), None);
    }

    #[test]
    fn the_page_has_all_of_them() {
        extern crate std;
        let page = include_str!("../../../docs/supervisor.md");
        for (key, setting) in Setting::ALL.into_iter().enumerate() {
            let start = std::format!("| {key} | `{}`", setting.name());
            let line =
                page.lines().find(|line| line.starts_with(&start)).unwrap_or_else(|| panic!("{start}"));
            let default = line.split('|').nth(3).map(str::trim);
            assert_eq!(default, Some(std::format!("{}", DEFAULTS[key]).as_str()), "{line}");
        }
    }
}

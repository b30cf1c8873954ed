//! Who may move things.

use core::fmt;

/// Who drives the actuators, the weakest first. One has them at a time: a stronger one takes them from a weaker one, a weaker
/// one is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Owner {
    /// Nobody.
    #[default]
    Nobody,
    /// A demonstration that is built in.
    Demo,
    /// The program.
    Program,
    /// Somebody who drives by hand over a link.
    Remote,
    /// A reflex of the machine that keeps it from harm.
    Safety,
    /// Emergency stop: nothing moves until it is cleared.
    Stop,
}

impl Owner {
    /// In words.
    pub const fn name(self) -> &'static str {
        match self {
            Owner::Nobody => "nobody",
            Owner::Demo => "a demonstration",
            Owner::Program => "the program",
            Owner::Remote => "remote drive",
            Owner::Safety => "safety",
            Owner::Stop => "emergency stop",
        }
    }
}

impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Owner::*;

    #[test]
    fn the_stronger_is_the_greater() {
        assert!(Stop > Safety && Safety > Remote && Remote > Program && Program > Demo && Demo > Nobody);
    }
}

//! The simulator and the verbs for devices, through the built command.

// Shared with the tests of the other verbs, which use more of it.
#[allow(dead_code)]
#[path = "../verbs/command.rs"]
mod command;
mod link;
mod live;
mod noise;
mod serve;
mod sim;

//! Requirements of a device, on the simulated robot and over the wire. Tests carry the number of the row that they prove; see
//! `docs/requirements.md`.

mod bajo_programs;
mod bench;
mod ends;
mod invariants;
mod life;
mod parity;
mod rules;
mod shapes;
mod walk;
mod wire;

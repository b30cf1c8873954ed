//! Requirements of a device, on the simulated robot and over the wire. Tests carry the number of the row that they prove; see
//! `docs/requirements.md`.

mod bench;
mod ends;
mod life;
mod wire;

//! Proof of a shared key, without showing it: HMAC-SHA256 over what both sides made up for this session.
//!
//! It opens a session; it does not sign the frames that follow. On a network where others can change traffic, run the
//! link through an encrypted tunnel.

use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::message::Role;

const HOST: &[u8] = b"hognose-link 1 host";
const DEVICE: &[u8] = b"hognose-link 1 device";

/// What both proofs cover.
#[derive(Debug, Clone, Copy)]
pub struct Transcript {
    /// Session of the hello.
    pub session: u16,
    /// The role the host asked for.
    pub role: Role,
    /// The host's nonce.
    pub host: [u8; 16],
    /// The device's nonce.
    pub device: [u8; 16],
}

fn start(key: &[u8], label: &[u8], transcript: &Transcript) -> Option<Hmac<Sha256>> {
    // HMAC takes keys of any length; the error of the trait cannot happen, and if it did nobody would get in.
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key).ok()?;
    mac.update(label);
    mac.update(&transcript.session.to_le_bytes());
    mac.update(&[transcript.role as u8]);
    mac.update(&transcript.host);
    mac.update(&transcript.device);
    Some(mac)
}

fn tag(key: &[u8], label: &[u8], transcript: &Transcript) -> Option<[u8; 32]> {
    Some(start(key, label, transcript)?.finalize().into_bytes().into())
}

fn check(key: &[u8], label: &[u8], transcript: &Transcript, proof: &[u8; 32]) -> bool {
    start(key, label, transcript).is_some_and(|mac| mac.verify_slice(proof).is_ok())
}

/// The host's proof: `HMAC(key, "hognose-link 1 host" | session u16 | role u8 | host nonce | device nonce)`.
pub fn host_proof(key: &[u8], transcript: &Transcript) -> Option<[u8; 32]> {
    tag(key, HOST, transcript)
}

/// The device's proof, the same with `"hognose-link 1 device"`.
pub fn device_proof(key: &[u8], transcript: &Transcript) -> Option<[u8; 32]> {
    tag(key, DEVICE, transcript)
}

/// Whether the host knows the key; takes the same time for every wrong proof.
pub fn check_host(key: &[u8], transcript: &Transcript, proof: &[u8; 32]) -> bool {
    check(key, HOST, transcript, proof)
}

/// Whether the device knows the key.
pub fn check_device(key: &[u8], transcript: &Transcript, proof: &[u8; 32]) -> bool {
    check(key, DEVICE, transcript, proof)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proofs_depend_on_every_part_and_side() {
        let base = Transcript { session: 1, role: Role::Controller, host: [1; 16], device: [2; 16] };
        let proof = host_proof(b"key", &base).unwrap();
        assert!(check_host(b"key", &base, &proof));
        assert!(!check_host(b"kez", &base, &proof));
        assert!(!check_device(b"key", &base, &proof), "a proof sent back proves nothing");
        for other in [
            Transcript { session: 2, ..base },
            Transcript { role: Role::Viewer, ..base },
            Transcript { host: [3; 16], ..base },
            Transcript { device: [3; 16], ..base },
        ] {
            assert!(!check_host(b"key", &other, &proof));
        }
    }
}

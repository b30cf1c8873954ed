//! Random bytes that nobody can guess: hashes of a secret seed and a counter.

use rand_core::{CryptoRng, Error, RngCore};
use sha2::{Digest, Sha256};

/// A source of them.
pub struct Random {
    seed: [u8; 32],
    count: u64,
}

impl Random {
    /// From a seed that nobody knows.
    pub fn new(seed: [u8; 32]) -> Random {
        Random { seed, count: 0 }
    }

    /// The seed of a machine, from what it was given at its start and when that was.
    pub fn seed(secret: &[u8], time: u64) -> [u8; 32] {
        Sha256::new().chain_update(secret).chain_update(time.to_le_bytes()).finalize().into()
    }

    fn block(&mut self) -> [u8; 32] {
        self.count += 1;
        Sha256::new().chain_update(self.seed).chain_update(self.count.to_le_bytes()).finalize().into()
    }

    /// Another source, which tells nothing about this one.
    pub fn fork(&mut self) -> Random {
        Random::new(self.block())
    }
}

impl RngCore for Random {
    fn next_u32(&mut self) -> u32 {
        self.next_u64() as u32
    }

    fn next_u64(&mut self) -> u64 {
        let mut bytes = [0; 8];
        self.fill_bytes(&mut bytes);
        u64::from_le_bytes(bytes)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        for part in bytes.chunks_mut(32) {
            let block = self.block();
            part.copy_from_slice(&block[..part.len()]);
        }
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

impl CryptoRng for Random {}

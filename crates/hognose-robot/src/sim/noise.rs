//! Randomness from one seed, the same on every machine.

/// A generator of random numbers: SplitMix64.
#[derive(Clone, Debug)]
pub struct Noise {
    state: u64,
    /// Off: everything is exact.
    on: bool,
}

impl Noise {
    /// From a seed; `on` false: all noise is zero.
    pub fn new(seed: u64, on: bool) -> Noise {
        Noise { state: seed ^ 0x6A09_E667_F3BC_C909, on }
    }

    /// Another generator for another thing, so that what one uses does not change what the other gets.
    pub fn fork(&mut self) -> Noise {
        Noise { state: self.bits(), on: self.on }
    }

    /// Is there any?
    pub fn is_on(&self) -> bool {
        self.on
    }

    fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 to below 1.
    pub fn uniform(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// True with that probability; never when noise is off.
    pub fn chance(&mut self, probability: f64) -> bool {
        let u = self.uniform();
        self.on && u < probability
    }

    /// Normally distributed around 0; 0 when noise is off.
    pub fn normal(&mut self, deviation: f64) -> f64 {
        // Box and Muller, one of the pair: both are drawn always, so that the switch changes nothing else.
        let (u, v) = (1.0 - self.uniform(), self.uniform());
        if !self.on {
            return 0.0;
        }
        deviation * libm::sqrt(-2.0 * libm::log(u)) * libm::cos(core::f64::consts::TAU * v)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_normal_and_repeats() {
        let mut noise = Noise::new(7, true);
        let values: std::vec::Vec<f64> = (0..20_000).map(|_| noise.normal(2.0)).collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let variance = values.iter().map(|x| x * x).sum::<f64>() / values.len() as f64;
        assert!(mean.abs() < 0.05 && (variance - 4.0).abs() < 0.15, "{mean} {variance}");
        let mut again = Noise::new(7, true);
        assert_eq!(values[0].to_bits(), again.normal(2.0).to_bits());
        let mut other = Noise::new(8, true);
        assert_ne!(values[0].to_bits(), other.normal(2.0).to_bits());
        assert_eq!(Noise::new(7, false).normal(2.0), 0.0);
    }
}

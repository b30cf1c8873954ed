//! The PCI bus: finding a device and giving it addresses in the window of ports.

use crate::memory::Register;

/// Configuration of the devices of bus 0, 4 KB a function.
const CONFIGURATION: usize = 0x40_1000_0000;
/// Where ports are found in memory.
const PORTS: usize = 0x3eff_0000;
/// First port that is given away.
const FIRST_PORT: u32 = 0x1000;

/// A device on the bus.
pub struct Function {
    base: usize,
}

impl Function {
    /// The first device with those numbers of maker and model.
    pub fn find(maker: u16, model: u16) -> Option<Function> {
        let wanted = u32::from(model) << 16 | u32::from(maker);
        (0..32)
            .map(|slot| Function { base: CONFIGURATION + (slot << 15) })
            .find(|function| function.at(0).read() == wanted)
    }

    fn at(&self, offset: usize) -> Register {
        // SAFETY: configuration space of the bus; an empty slot reads as ones.
        unsafe { Register::at(self.base + offset) }
    }

    /// Gives its first two ranges of ports an address each, and lets it read memory. Where they are in memory.
    pub fn enable_ports(&self) -> [usize; 2] {
        let ports = [FIRST_PORT, FIRST_PORT + 0x400];
        for (index, port) in ports.into_iter().enumerate() {
            self.at(0x10 + index * 4).write(port);
        }
        // Ports, and reading and writing memory by itself.
        self.at(4).write(self.at(4).read() & 0xffff | 1 | 4);
        ports.map(|port| PORTS + port as usize)
    }
}

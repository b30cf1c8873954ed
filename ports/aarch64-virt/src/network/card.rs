//! The network card: virtio, as the network library wants it.

use crate::virtio::{Place, Shared};
use alloc::vec::Vec;
use smoltcp::phy::{Device, DeviceCapabilities, Medium, RxToken, TxToken};
use smoltcp::time::Instant;
use virtio_drivers::device::net::VirtIONet;

/// Packets that wait in each direction.
const QUEUE: usize = 64;
/// Bytes of a packet's buffer.
const BUFFER: usize = 2048;
/// Bytes of an Ethernet frame without its check sum.
const FRAME: usize = 1514;

/// A network card.
pub struct Card {
    device: VirtIONet<Shared, Place, QUEUE>,
}

impl Card {
    /// Sets it up. None: the device does not work.
    pub fn open(place: Place) -> Option<Card> {
        Some(Card { device: VirtIONet::new(place, BUFFER).ok()? })
    }

    /// Its address.
    pub fn mac(&self) -> [u8; 6] {
        self.device.mac_address()
    }
}

/// A packet that came.
pub struct Came(Vec<u8>);

impl RxToken for Came {
    fn consume<R, F: FnOnce(&[u8]) -> R>(self, f: F) -> R {
        f(&self.0)
    }
}

/// A packet that may go.
pub struct Goes<'a>(&'a mut Card);

impl TxToken for Goes<'_> {
    fn consume<R, F: FnOnce(&mut [u8]) -> R>(self, len: usize, f: F) -> R {
        let mut packet = self.0.device.new_tx_buffer(len);
        let result = f(packet.packet_mut());
        // A packet that is lost is sent again by who needs it.
        let _ = self.0.device.send(packet);
        result
    }
}

impl Device for Card {
    type RxToken<'a> = Came;
    type TxToken<'a> = Goes<'a>;

    fn receive(&mut self, _now: Instant) -> Option<(Came, Goes<'_>)> {
        let buffer = self.device.receive().ok()?;
        let packet = buffer.packet().to_vec();
        let _ = self.device.recycle_rx_buffer(buffer);
        Some((Came(packet), Goes(self)))
    }

    fn transmit(&mut self, _now: Instant) -> Option<Goes<'_>> {
        if self.device.can_send() { Some(Goes(self)) } else { None }
    }

    fn capabilities(&self) -> DeviceCapabilities {
        let mut capabilities = DeviceCapabilities::default();
        capabilities.medium = Medium::Ethernet;
        capabilities.max_transmission_unit = FRAME;
        capabilities
    }
}

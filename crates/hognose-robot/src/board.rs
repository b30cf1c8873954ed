//! A board of parts that `embedded-hal` knows: motors on PWM, buttons on pins. What it has no trait for comes from [`Extras`].

use crate::hardware::{Broken, Charge, Frame, Hardware, Inertia, Motor, Screen, Sensor, Side, Zones};
use crate::limits::Calibration;
use embedded_hal::digital::InputPin;
use embedded_hal::pwm::SetDutyCycle;

/// A motor behind a bridge with two inputs: one for each direction.
#[derive(Debug)]
pub struct Bridge<A, B> {
    /// Forward.
    pub forward: A,
    /// Backward.
    pub backward: B,
}

impl<A: SetDutyCycle, B: SetDutyCycle> Bridge<A, B> {
    /// Tells the motor what to do.
    pub fn set(&mut self, motor: Motor) -> Result<(), Broken> {
        let (forward, backward) = match motor {
            Motor::Coast => (0.0, 0.0),
            Motor::Brake => (1.0, 1.0),
            Motor::Duty(duty) => (duty.max(0.0), (-duty).max(0.0)),
        };
        // The input that goes off first, so that both are never on by accident.
        if forward > backward {
            put(&mut self.backward, backward)?;
            put(&mut self.forward, forward)
        } else {
            put(&mut self.forward, forward)?;
            put(&mut self.backward, backward)
        }
    }
}

fn put(pin: &mut impl SetDutyCycle, part: f32) -> Result<(), Broken> {
    let most = pin.max_duty_cycle();
    let duty = (part.clamp(0.0, 1.0) * f32::from(most) + 0.5) as u16;
    pin.set_duty_cycle(duty.min(most)).map_err(|_| Broken { part: "motor driver" })
}

/// An encoder: hardware that counts, or an interrupt that does.
pub trait Counter {
    /// Counts since power-on, forward positive; they wrap.
    fn counts(&mut self) -> i32;
}

/// What a board has besides motors, encoders and buttons. By default it has nothing: sensors do not answer, lights and sounds
/// go nowhere.
pub trait Extras {
    /// See [`Hardware::calibration`].
    fn calibration(&self) -> Calibration {
        Calibration::default()
    }

    /// See [`Hardware::power`].
    fn power(&mut self, sensor: Sensor, on: bool) {
        let _ = (sensor, on);
    }

    /// See [`Hardware::inertia`].
    fn inertia(&mut self) -> Result<Option<Inertia>, Broken> {
        Err(Broken { part: "inertial sensor" })
    }

    /// See [`Hardware::zones`].
    fn zones(&mut self) -> Result<Option<Zones>, Broken> {
        Err(Broken { part: "front sensor" })
    }

    /// See [`Hardware::side`].
    fn side(&mut self, side: Side) -> Result<Option<u16>, Broken> {
        let _ = side;
        Err(Broken { part: "side sensor" })
    }

    /// See [`Hardware::floor`].
    fn floor(&mut self) -> Result<Option<[u16; 3]>, Broken> {
        Err(Broken { part: "floor sensor" })
    }

    /// See [`Hardware::bumped`].
    fn bumped(&mut self) -> bool {
        false
    }

    /// See [`Hardware::charge`].
    fn charge(&mut self) -> Result<Charge, Broken> {
        Err(Broken { part: "battery gauge" })
    }

    /// See [`Hardware::tethered`].
    fn tethered(&mut self) -> bool {
        false
    }

    /// See [`Hardware::show_lights`].
    fn show_lights(&mut self, frame: &Frame) {
        let _ = frame;
    }

    /// See [`Hardware::tone`].
    fn tone(&mut self, tone: Option<(f32, u8)>) {
        let _ = tone;
    }

    /// See [`Hardware::show_screen`].
    fn show_screen(&mut self, screen: &Screen) {
        let _ = screen;
    }
}

/// A board with nothing but motors, encoders and buttons.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bare;

impl Extras for Bare {}

/// A board.
#[derive(Debug)]
pub struct Board<A, B, C, D, E, P, Q, X> {
    /// The left motor.
    pub left: Bridge<A, B>,
    /// The right motor.
    pub right: Bridge<C, D>,
    /// The encoders, left first.
    pub counters: [E; 2],
    /// The left button, high when it is down.
    pub left_button: P,
    /// The right button, high when it is down.
    pub right_button: Q,
    /// Everything else.
    pub extras: X,
}

impl<A, B, C, D, E, P, Q, X> Hardware for Board<A, B, C, D, E, P, Q, X>
where
    A: SetDutyCycle,
    B: SetDutyCycle,
    C: SetDutyCycle,
    D: SetDutyCycle,
    E: Counter,
    P: InputPin,
    Q: InputPin,
    X: Extras,
{
    fn calibration(&self) -> Calibration {
        self.extras.calibration()
    }

    fn motor(&mut self, side: Side, motor: Motor) -> Result<(), Broken> {
        match side {
            Side::Left => self.left.set(motor),
            Side::Right => self.right.set(motor),
        }
    }

    fn counts(&mut self, side: Side) -> i32 {
        self.counters[side.index()].counts()
    }

    fn power(&mut self, sensor: Sensor, on: bool) {
        self.extras.power(sensor, on);
    }

    fn inertia(&mut self) -> Result<Option<Inertia>, Broken> {
        self.extras.inertia()
    }

    fn zones(&mut self) -> Result<Option<Zones>, Broken> {
        self.extras.zones()
    }

    fn side(&mut self, side: Side) -> Result<Option<u16>, Broken> {
        self.extras.side(side)
    }

    fn floor(&mut self) -> Result<Option<[u16; 3]>, Broken> {
        self.extras.floor()
    }

    fn bumped(&mut self) -> bool {
        self.extras.bumped()
    }

    fn button(&mut self, side: Side) -> bool {
        // A pin that cannot be read is a button that is not down.
        match side {
            Side::Left => self.left_button.is_high().unwrap_or(false),
            Side::Right => self.right_button.is_high().unwrap_or(false),
        }
    }

    fn charge(&mut self) -> Result<Charge, Broken> {
        self.extras.charge()
    }

    fn tethered(&mut self) -> bool {
        self.extras.tethered()
    }

    fn show_lights(&mut self, frame: &Frame) {
        self.extras.show_lights(frame);
    }

    fn tone(&mut self, tone: Option<(f32, u8)>) {
        self.extras.tone(tone);
    }

    fn show_screen(&mut self, screen: &Screen) {
        self.extras.show_screen(screen);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Settings;
    use crate::rig::Rig;
    use core::convert::Infallible;
    use hognose_device::Equipment;

    #[derive(Default)]
    struct Pin(u16);

    impl embedded_hal::pwm::ErrorType for Pin {
        type Error = Infallible;
    }

    impl SetDutyCycle for Pin {
        fn max_duty_cycle(&self) -> u16 {
            4095
        }
        fn set_duty_cycle(&mut self, duty: u16) -> Result<(), Infallible> {
            self.0 = duty;
            Ok(())
        }
    }

    impl embedded_hal::digital::ErrorType for Pin {
        type Error = Infallible;
    }

    impl InputPin for Pin {
        fn is_high(&mut self) -> Result<bool, Infallible> {
            Ok(self.0 != 0)
        }
        fn is_low(&mut self) -> Result<bool, Infallible> {
            Ok(self.0 == 0)
        }
    }

    struct Still;

    impl Counter for Still {
        fn counts(&mut self) -> i32 {
            0
        }
    }

    #[test]
    fn a_robot_drives_a_board_of_pins() {
        let bridge = || Bridge { forward: Pin(0), backward: Pin(0) };
        let board = Board {
            left: bridge(),
            right: bridge(),
            counters: [Still, Still],
            left_button: Pin(0),
            right_button: Pin(0),
            extras: Bare,
        };
        let mut rig = Rig::new(board, Settings::default());
        rig.poll(0);
        rig.begin(0, crate::part::ALL);
        let _ = rig.robot.drive(-100.0, 0.0).expect("it may");
        for now in 1..100 {
            rig.alive(now);
            rig.poll(now);
        }
        let (left, right) = (&rig.hardware.left, &rig.hardware.right);
        assert!(left.forward.0 == 0 && left.backward.0 > 500 && right.backward.0 == left.backward.0);
        rig.make_safe(100, "test");
        assert_eq!([rig.hardware.left.forward.0, rig.hardware.left.backward.0], [4095, 4095], "it brakes");
        rig.begin(100, crate::part::ALL);
        let _ = rig.robot.ask(crate::Query::Distance);
        rig.poll(101);
        let error = rig.robot.ask(crate::Query::Distance).expect_err("there is none");
        assert_eq!(error.message(), "the front sensor does not answer");
        rig.hardware.right_button.0 = 1;
        for now in 110..200 {
            rig.poll(now);
        }
        assert_eq!(rig.senses().buttons, 2);
    }
}

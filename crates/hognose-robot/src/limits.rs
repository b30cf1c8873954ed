//! What the robot may do, in numbers. The driver keeps to them, whoever calls.

use hognose_device::Millis;

/// Fastest straight drive, mm/s.
pub const SPEED: f32 = 300.0;
/// Speed of a drive when nothing is said, mm/s.
pub const DEFAULT_SPEED: f32 = 120.0;
/// Largest acceleration of a drive, mm/s².
pub const ACCELERATION: f32 = 2000.0;
/// Acceleration of a drive when nothing is said, mm/s².
pub const DEFAULT_ACCELERATION: f32 = 600.0;
/// Fastest turn, degrees/s.
pub const TURN_RATE: f32 = 360.0;
/// Rate of a turn when nothing is said, degrees/s.
pub const DEFAULT_TURN_RATE: f32 = 120.0;
/// Largest acceleration of a turn, degrees/s².
pub const TURN_ACCELERATION: f32 = 3600.0;
/// Acceleration of a turn when nothing is said, degrees/s².
pub const DEFAULT_TURN_ACCELERATION: f32 = 720.0;
/// Slowest speed that settings take, mm/s and degrees/s.
pub const LEAST_SPEED: f32 = 10.0;
/// Longest drive in one call, mm.
pub const DISTANCE: f32 = 10_000.0;
/// Largest turn in one call, degrees.
pub const ANGLE: f32 = 3600.0;
/// Largest radius of an arc, mm.
pub const RADIUS: f32 = 5000.0;
/// Fastest wheel, degrees/s.
pub const WHEEL_SPEED: f32 = 900.0;
/// Largest angle of a wheel in one call, degrees: 10 m.
pub const WHEEL_ANGLE: f32 = 30_000.0;
/// The duty goes through its whole scale in no less than this.
pub const SLEW: Millis = 150;
/// A wheel that turns slower than this part of its command ...
pub const STALL_PART: f32 = 0.1;
/// ... at more than this duty ...
pub const STALL_DUTY: f32 = 0.9;
/// ... for this long has stalled.
pub const STALL_TIME: Millis = 500;
/// A move may take twice its time and this.
pub const MOVE_SLACK: Millis = 2000;
/// Longest wait and timeout: an hour.
pub const WAIT: Millis = 3_600_000;
/// Remote drive that is silent for this long stops.
pub const REMOTE_SILENCE: Millis = 500;
/// The engine must report at least this often while a program runs.
pub const WATCHDOG: Millis = 100;

/// Motor targets of a program take effect at most this many times a second.
pub const MOTOR_RATE: u32 = 200;
/// Lights change at most this many times a second.
pub const LIGHT_RATE: u32 = 50;
/// The display changes at most this many times a second.
pub const DISPLAY_RATE: u32 = 20;
/// Sounds begin at most this many times a second.
pub const SOUND_RATE: u32 = 50;

/// Period of the control of the motors.
pub const MOTOR_PERIOD: Millis = 5;
/// Period of the inertial sensor.
pub const IMU_PERIOD: Millis = 10;
/// Distance frames per second: 15.
pub const FRONT_RATE: u64 = 15;
/// Period of the side sensors and the colour sensor.
pub const SENSE_PERIOD: Millis = 50;
/// Period of the battery gauge.
pub const BATTERY_PERIOD: Millis = 1000;
/// Period of the buttons.
pub const BUTTON_PERIOD: Millis = 10;
/// A button counts when it stayed as it is for this long.
pub const DEBOUNCE: Millis = 20;
/// Period of the lights.
pub const LIGHT_PERIOD: Millis = 20;
/// A sensor is off this long after it was last read.
pub const SENSOR_IDLE: Millis = 1000;
/// The first read of a sensor waits at most this long for a sample.
pub const FIRST_SAMPLE: Millis = 200;

/// What the front sensor gives when it sees nothing, and the farthest it sees, mm.
pub const FRONT_MAX: i16 = 2000;
/// The nearest it sees, mm.
pub const FRONT_MIN: i16 = 20;

/// All lights together shine at most as 8 white ones at this part of their power.
pub const LIGHT_PART: f32 = 0.3;
/// Shortest step of an animation.
pub const LIGHT_STEP: Millis = 50;
/// The whole field flashes at most this often a second.
pub const FLASHES: u32 = 3;
/// Most colours of an animation.
pub const ANIMATION: usize = 16;

/// Lowest and highest tone, Hz.
pub const TONES: (f32, f32) = (64.0, 8000.0);
/// Longest tone.
pub const TONE_TIME: Millis = 10_000;
/// Longest sound without a pause.
pub const SOUND_TIME: Millis = 60_000;
/// Most notes of a tune.
pub const NOTES: usize = 256;
/// Slowest and fastest tempo, beats a minute.
pub const TEMPO: (f32, f32) = (10.0, 600.0);
/// Most handlers of events.
pub const HANDLERS: usize = 16;
/// Events of one handler come at most this often a second.
pub const EVENT_RATE: u32 = 50;
/// Battery: warning at this charge, percent.
pub const BATTERY_LOW: u8 = 20;
/// Battery: stop at this charge, percent.
pub const BATTERY_CRITICAL: u8 = 5;
/// The voltage has broken down below this, mV.
pub const BROWN_OUT: u16 = 3000;

/// What the owner of a robot may set, never a program.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Name of the robot.
    pub name: &'static str,
    /// Loudest volume, percent.
    pub volume: u8,
    /// Fastest drive, mm/s, at most [`SPEED`].
    pub speed: f32,
    /// Fastest drive with a cable on, mm/s; 0: programs that drive are refused then.
    pub tethered_speed: f32,
    /// May programs read the left button, which starts and stops them?
    pub left_button: bool,
    /// Does the robot stop when it lies on its side?
    pub tilt_stop: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            name: "hognose",
            volume: 80,
            speed: SPEED,
            tethered_speed: 0.0,
            left_button: false,
            tilt_stop: false,
        }
    }
}

/// What was measured on a robot: its wheels and motors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calibration {
    /// Diameter of a wheel, mm.
    pub wheel: f32,
    /// Distance between the wheels, mm.
    pub track: f32,
    /// Encoder counts of one turn of a wheel.
    pub counts: f32,
    /// Part of its way that a wheel slips on an ordinary floor.
    pub slip: f32,
    /// Speed of a wheel at full duty and 4.0 V, mm/s.
    pub full_speed: f32,
    /// Below this duty a wheel does not turn.
    pub dead_zone: f32,
    /// Time constant of a wheel, s.
    pub lag: f32,
    /// Height of the front sensor above the floor, mm.
    pub eye: f32,
}

impl Default for Calibration {
    fn default() -> Self {
        Calibration {
            wheel: 39.0,
            track: 90.0,
            counts: 600.0,
            slip: 0.01,
            full_speed: 400.0,
            dead_zone: 0.08,
            lag: 0.08,
            eye: 40.0,
        }
    }
}

impl Calibration {
    /// Way on the floor of one encoder count, mm.
    pub fn mm_per_count(&self) -> f32 {
        self.wheel * core::f32::consts::PI / self.counts * (1.0 - self.slip)
    }

    /// Beyond this, mm, the row of the front sensor that looks down a little sees the floor.
    pub fn floor_seen(&self) -> i16 {
        (0.85 * self.eye / libm::tanf(core::f32::consts::PI * 3.75 / 180.0)).clamp(0.0, 2000.0) as i16
    }

    /// Way of a wheel's rim for a turn of the wheel of one degree, mm.
    pub fn mm_per_degree(&self) -> f32 {
        self.wheel * core::f32::consts::PI / 360.0
    }
}

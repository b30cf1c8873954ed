//! `robot.motors.left`, `robot.motors.right`: each wheel for itself.

use super::argument::{done, ending, truth};
use super::part;
use crate::hardware::Side;
use crate::limits::{WAIT, WHEEL_ANGLE, WHEEL_SPEED};
use crate::robot::Robot;
use crate::task::Stop;
use hognose::{Def, ModuleDef, module};

/// Farthest that a counter is set.
const FAR: f64 = 1e6;

/// `robot.motors`
pub static TABLE: ModuleDef = ModuleDef {
    name: "robot.motors",
    attributes: PARTS,
    types: &[],
    notes: &[],
    doc: "The motors, each for itself.",
};

static PARTS: &[Def] = &[part!("left", "robot.motors.left"), part!("right", "robot.motors.right")];

macro_rules! motor {
    ($table:ident $name:literal $side:expr) => {
        module! {
            /// One motor. Forward is positive. Moves wait and answer as those of drive.
            pub $table = $name for Robot;

            /// Turns on and on, until the next command.
            fn run(robot, speed: float clamp [-WHEEL_SPEED, WHEEL_SPEED] unit "deg/s") cost 20 {
                done(robot.run($side, speed))
            }

            /// Gives the motor a part of its power.
            fn dc(robot, duty: float clamp [-100, 100] unit "%") cost 20 {
                done(robot.dc($side, duty))
            }

            /// Turns by an angle. The signs of both count.
            pending fn run_angle(robot, speed: float clamp [-WHEEL_SPEED, WHEEL_SPEED] unit "deg/s", angle: float in [-WHEEL_ANGLE, WHEEL_ANGLE] unit "deg", then: str = "brake", wait: bool = true, timeout: any = None) -> bool cost 20 {
                truth(robot.run_angle($side, speed, angle, ending("run_angle", then, wait, timeout)?))
            }

            /// Turns for a time.
            pending fn run_time(robot, speed: float clamp [-WHEEL_SPEED, WHEEL_SPEED] unit "deg/s", time: float in [0, WAIT] unit "ms", then: str = "brake", wait: bool = true) -> bool cost 20 {
                let then = super::argument::stop("run_time", then)?;
                truth(robot.run_time($side, speed, time, crate::Ending { then, wait, timeout: None }))
            }

            /// How far it turned since the last reset.
            fn angle(robot) -> float unit "deg" cost 20 {
                robot.may_read_motors()?;
                Ok(robot.wheel_angle($side))
            }

            /// How fast it turns.
            fn speed(robot) -> float unit "deg/s" cost 20 {
                robot.may_read_motors()?;
                Ok(robot.wheel_speed($side))
            }

            /// The angle counts from this value.
            fn reset_angle(robot, angle: float in [-FAR, FAR] unit "deg" = 0.0) cost 20 {
                done(robot.reset_wheel($side, angle))
            }

            /// Lets the wheel roll out.
            fn stop(robot) cost 20 {
                done(robot.stop_wheel($side, Stop::Coast))
            }

            /// Brakes.
            fn brake(robot) cost 20 {
                done(robot.stop_wheel($side, Stop::Brake))
            }

            /// Holds the wheel where it is.
            fn hold(robot) cost 20 {
                done(robot.stop_wheel($side, Stop::Hold))
            }

            /// Did the last command end because the wheel did not turn?
            fn stalled(robot) -> bool cost 20 {
                robot.may_read_motors()?;
                Ok(robot.wheel_stalled($side))
            }

            /// Counts of the encoder since power-on, 600 for each turn of the wheel.
            fn counts(robot) -> int cost 20 {
                robot.may_read_motors()?;
                Ok(robot.wheel_counts($side))
            }
        }
    };
}

motor!(LEFT "robot.motors.left" Side::Left);
motor!(RIGHT "robot.motors.right" Side::Right);

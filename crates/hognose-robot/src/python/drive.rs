//! `robot.drive`: both wheels together.

use super::argument::{done, ending, number, truth};
use crate::limits::{ANGLE, DISTANCE, RADIUS, SPEED, TURN_RATE};
use crate::robot::Robot;
use crate::task::Stop;
use hognose::module;

/// Farthest that a counter is set.
const FAR: f64 = 1e6;

module! {
    /// Drives the robot. Forward and right (clockwise) are positive. Moves wait until they have ended and give True when the
    /// robot got there; False when it did not: it ran into something, the timeout passed, another move took over. With
    /// wait=False they only begin, and give False at once.
    pub DRIVE = "robot.drive" for Robot;

    /// Drives straight on.
    pending fn straight(robot, distance: float in [-DISTANCE, DISTANCE] unit "mm", then: str = "brake", wait: bool = true, timeout: any = None) -> bool cost 20 {
        truth(robot.straight(distance, ending("straight", then, wait, timeout)?))
    }

    /// Turns on the spot.
    pending fn turn(robot, angle: float in [-ANGLE, ANGLE] unit "deg", then: str = "brake", wait: bool = true, timeout: any = None) -> bool cost 20 {
        truth(robot.turn(angle, ending("turn", then, wait, timeout)?))
    }

    /// Drives along a circle to its right, or to its left when the radius is negative: by an angle of the circle in degrees or a
    /// distance in mm, backward when it is negative.
    pending fn arc(robot, radius: float in [-RADIUS, RADIUS] unit "mm", angle: any = None, distance: any = None, then: str = "brake", wait: bool = true, timeout: any = None) -> bool cost 20 {
        let ending = ending("arc", then, wait, timeout)?;
        truth(robot.arc(radius, number("arc", "angle", angle)?, number("arc", "distance", distance)?, ending))
    }

    /// Drives on and on, until the next command.
    fn drive(robot, speed: float clamp [-SPEED, SPEED] unit "mm/s", turn_rate: float clamp [-TURN_RATE, TURN_RATE] unit "deg/s" = 0.0) cost 20 {
        done(robot.drive(speed, turn_rate))
    }

    /// Drives each wheel at a speed of its own, until the next command.
    fn tank(robot, left: float clamp [-SPEED, SPEED] unit "mm/s", right: float clamp [-SPEED, SPEED] unit "mm/s") cost 20 {
        done(robot.tank(left, right))
    }

    /// Lets the robot roll out.
    fn stop(robot) cost 20 {
        done(robot.stop_driving(Stop::Coast))
    }

    /// Brakes.
    fn brake(robot) cost 20 {
        done(robot.stop_driving(Stop::Brake))
    }

    /// Holds the place where it is.
    fn hold(robot) cost 20 {
        done(robot.stop_driving(Stop::Hold))
    }

    /// Sets how moves go: speed in mm/s (10 to 300), acceleration in mm/s² (10 to 2000), turn_rate in deg/s (10 to 360),
    /// turn_acceleration in deg/s² (10 to 3600); what is not given stays. Gives them all.
    fn settings(robot, speed: any = None, acceleration: any = None, turn_rate: any = None, turn_acceleration: any = None) -> tuple cost 20 {
        let f = "settings";
        done(robot.set_pace([
            number(f, "speed", speed)?,
            number(f, "acceleration", acceleration)?,
            number(f, "turn_rate", turn_rate)?,
            number(f, "turn_acceleration", turn_acceleration)?,
        ]))?;
        Ok(robot.pace())
    }

    /// How far it drove since the last reset.
    fn distance(robot) -> float unit "mm" cost 20 {
        robot.may_read_motors()?;
        Ok(robot.distance())
    }

    /// How far it turned since the last reset.
    fn angle(robot) -> float unit "deg" cost 20 {
        robot.may_read_motors()?;
        Ok(robot.angle())
    }

    /// How fast it drives.
    fn speed(robot) -> float unit "mm/s" cost 20 {
        robot.may_read_motors()?;
        Ok(robot.speed())
    }

    /// Distance in mm, speed in mm/s, angle in deg, rate of turn in deg/s.
    fn state(robot) -> tuple cost 20 {
        robot.may_read_motors()?;
        Ok(robot.drive_state())
    }

    /// Distance and angle count from these values.
    fn reset(robot, distance: float in [-FAR, FAR] unit "mm" = 0.0, angle: float in [-FAR, FAR] unit "deg" = 0.0) cost 20 {
        done(robot.reset_drive(distance, angle))
    }

    /// Has the last move ended?
    fn done(robot) -> bool cost 20 {
        robot.may_read_motors()?;
        Ok(robot.is_done())
    }

    /// Does a wheel turn?
    fn is_moving(robot) -> bool cost 20 {
        robot.may_read_motors()?;
        Ok(robot.is_moving())
    }

    /// Did the last command end because a wheel did not turn?
    fn stalled(robot) -> bool cost 20 {
        robot.may_read_motors()?;
        Ok(robot.has_stalled())
    }

    /// Does the gyro have a say in moves? It does when a program begins. What moves is stopped when that changes.
    fn use_gyro(robot, on: bool) cost 20 {
        done(robot.use_gyro(on))
    }
}

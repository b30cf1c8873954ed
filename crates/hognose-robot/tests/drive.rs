//! Moves, measured in the simulator: the assertions of docs that name distances, angles, speeds.

mod common;

use common::{ideal, rig, rig_in, run, seed};
use hognose_device::{Equipment, Value};
use hognose_robot::sim::World;
use hognose_robot::sim::world::Wall;
use hognose_robot::{Ending, Query};

fn usual() -> Ending {
    Ending::default()
}

#[test]
fn straight_ends_where_it_should() {
    for distance in [500.0, -500.0] {
        let mut rig = rig(ideal());
        assert_eq!(ask!(rig.straight(distance, usual())), Ok(Value::Bool(true)));
        let pose = rig.hardware.body().pose;
        assert!((pose.y - distance).abs() <= 1.0, "{pose:?}");
        for number in 0..10 {
            let mut rig = common::rig(seed(number));
            assert_eq!(ask!(rig.straight(distance, usual())), Ok(Value::Bool(true)));
            run(&mut rig, 300);
            let pose = rig.hardware.body().pose;
            assert!((pose.y - distance).abs() <= 5.0 && pose.heading.abs() <= 1.5, "seed {number}: {pose:?}");
        }
    }
}

#[test]
fn turns_end_where_they_should() {
    for (angle, near) in [(90.0, 1.5), (-360.0, 3.0), (5.0, 1.5)] {
        let mut rig = rig(ideal());
        assert_eq!(ask!(rig.turn(angle, usual())), Ok(Value::Bool(true)));
        assert!((rig.hardware.body().pose.heading - angle).abs() <= 0.3, "{:?}", rig.hardware.body().pose);
        for number in 0..10 {
            let mut rig = common::rig(seed(number));
            assert_eq!(ask!(rig.turn(angle, usual())), Ok(Value::Bool(true)));
            run(&mut rig, 300);
            let pose = rig.hardware.body().pose;
            assert!(
                (pose.heading - angle).abs() <= near && pose.x.hypot(pose.y) < 10.0,
                "seed {number}: {pose:?}"
            );
        }
    }
}

#[test]
fn a_square_closes() {
    for number in 0..10 {
        let mut rig = rig(seed(number));
        for _ in 0..4 {
            assert_eq!(ask!(rig.straight(300.0, usual())), Ok(Value::Bool(true)));
            assert_eq!(ask!(rig.turn(90.0, usual())), Ok(Value::Bool(true)));
        }
        let pose = rig.hardware.body().pose;
        assert!(
            pose.x.hypot(pose.y) <= 30.0 && (pose.heading - 360.0).abs() <= 5.0,
            "seed {number}: {pose:?}"
        );
    }
}

#[test]
fn an_arc_ends_where_it_should() {
    for number in 0..6 {
        let mut rig = rig(seed(number));
        assert_eq!(ask!(rig.arc(200.0, Some(180.0), None, usual())), Ok(Value::Bool(true)));
        let pose = rig.hardware.body().pose;
        assert!((pose.x - 400.0).hypot(pose.y) <= 12.0, "seed {number}: {pose:?}");
        let mut rig = common::rig(seed(number));
        assert_eq!(
            ask!(rig.arc(-200.0, None, Some(200.0 * std::f64::consts::PI), usual())),
            Ok(Value::Bool(true))
        );
        let pose = rig.hardware.body().pose;
        assert!((pose.x + 400.0).hypot(pose.y) <= 12.0, "seed {number}: {pose:?}");
    }
}

#[test]
fn speed_and_acceleration_keep_their_limits() {
    for (speed, acceleration) in [(120.0, 600.0), (300.0, 600.0), (300.0, 2000.0)] {
        let mut rig = rig(ideal());
        ask!(rig.set_pace([Some(speed), Some(acceleration), None, None])).unwrap();
        let _ = rig.robot.straight(1000.0, Ending { wait: false, ..usual() }).unwrap();
        let mut speeds = Vec::new();
        for _ in 0..9500 {
            common::step(&mut rig);
            speeds.push(rig.hardware.body().speed);
        }
        let fastest = speeds.iter().copied().fold(0.0, f64::max);
        assert!(fastest <= speed * 1.03 && fastest > speed * 0.97, "{speed}: {fastest}");
        let hardest = speeds.windows(21).map(|w| ((w[20] - w[0]) / 0.020).abs()).fold(0.0, f64::max);
        assert!(hardest <= acceleration * 1.05, "{acceleration}: {hardest}");
        assert!((rig.hardware.body().pose.y - 1000.0).abs() < 1.0);
    }
}

#[test]
fn it_stops_at_once() {
    let mut rig = rig(seed(3));
    ask!(rig.drive(300.0, 0.0)).unwrap();
    run(&mut rig, 2000);
    let body = rig.hardware.body().clone();
    assert!(body.speed > 280.0, "{}", body.speed);
    let now = rig.hardware.now();
    rig.make_safe(now, "test");
    run(&mut rig, 150);
    let after = rig.hardware.body();
    assert!(after.speed < 5.0 && after.pose.y - body.pose.y <= 40.0, "{after:?}");
}

#[test]
fn a_wall_ahead_is_seen_in_time() {
    for number in 0..10 {
        let mut rig = rig_in(World::default(), seed(number));
        while let Ok(Value::Int(distance)) = ask!(rig.read(Query::Distance)) {
            if distance <= 150 {
                break;
            }
            ask!(rig.drive(150.0, 0.0)).unwrap();
            common::step(&mut rig);
        }
        ask!(rig.stop_driving(hognose_robot::Stop::Brake)).unwrap();
        run(&mut rig, 500);
        let gap = 1000.0 - rig.hardware.body().pose.y - 60.0;
        assert!(
            (100.0..=150.0).contains(&gap) && rig.hardware.body().collisions == 0,
            "seed {number}: {gap}"
        );
    }
}

#[test]
fn a_blocked_robot_gives_up() {
    let wall = Wall { from: [-300.0, 260.0], to: [300.0, 260.0], height: 100.0, reflectivity: 1.0 };
    for number in 0..6 {
        let mut rig = rig_in(World { walls: vec![wall], ..World::default() }, seed(number));
        assert_eq!(ask!(rig.straight(1000.0, usual())), Ok(Value::Bool(false)));
        assert!(rig.hardware.now() < 3000, "{}", rig.hardware.now());
        assert!(rig.robot.has_stalled());
        run(&mut rig, 10);
        let off = |m: &hognose_robot::hardware::Motor| !matches!(m, hognose_robot::hardware::Motor::Duty(_));
        assert!(rig.hardware.motors().iter().all(off));
    }
}

#[test]
fn pause_keeps_the_rest_of_a_move() {
    for number in 0..6 {
        let mut rig = rig(seed(number));
        let reply = rig.robot.straight(500.0, usual());
        while rig.hardware.body().pose.y < 250.0 {
            common::step(&mut rig);
        }
        let now = rig.hardware.now();
        rig.pause(now);
        run(&mut rig, 500);
        let held = rig.hardware.body().pose.y;
        run(&mut rig, 1500);
        assert!((rig.hardware.body().pose.y - held).abs() < 1.0 && held < 270.0, "{held}");
        let now = rig.hardware.now();
        rig.resume(now);
        assert_eq!(common::finish(&mut rig, reply), Ok(Value::Bool(true)));
        let y = rig.hardware.body().pose.y;
        assert!((y - 500.0).abs() <= 5.0, "seed {number}: {y}");
    }
}

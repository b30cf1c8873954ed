//! Module `robot` as Python programs see it.

mod common;
#[path = "common/program.rs"]
mod program;

use hognose_device::{Equipment, Signal};
use hognose_robot::hardware::Motor;
use hognose_robot::sim::world::{Patch, Press, Wall};
use hognose_robot::sim::{Options, What, World};
use hognose_robot::{Settings, part};
use program::{Computer, Next, Setup, run, run_with};

fn output(source: &str) -> String {
    run(source, Setup::default()).output
}

fn ideal() -> Setup {
    Setup { options: Options { ideal: true, trace: true, ..Options::default() }, ..Setup::default() }
}

/// The program's output in an ideal world.
fn exact(source: &str) -> String {
    run(source, ideal()).output
}

/// The last line of a traceback.
fn error(source: &str) -> String {
    let text = output(source);
    assert!(text.contains("Traceback") && text.contains("line "), "{text}");
    text.trim_end().lines().last().unwrap_or("").to_string()
}

#[test]
fn moves_give_whether_they_got_there() {
    let source = "
from robot import drive, Stop
print(drive.straight(200), drive.turn(90), drive.arc(150, angle=-45, then=Stop.HOLD), drive.arc(-100, distance=50))
print(drive.straight(100, wait=False), drive.done(), drive.is_moving())
print(drive.straight(10_000, timeout=300), drive.stalled())
";
    assert_eq!(output(source), "True True True True\nFalse False False\nFalse False\n");
}

#[test]
fn distances_are_read_back() {
    let source = "
import robot
robot.drive.straight(300)
robot.drive.turn(-30)
print(round(robot.drive.distance()), round(robot.drive.angle()))
robot.drive.reset(10, 20)
print(robot.drive.distance(), robot.drive.angle())
print(robot.drive.settings(speed=200), robot.drive.settings()[0])
m = robot.motors.left
m.reset_angle()
print(m.run_angle(360, 720), round(m.angle() / 10), m.counts() > 0)
print(robot.motors.right.run_time(200, 500), robot.motors.right.speed() < 250)
";
    let text = exact(source);
    let expected = "300 -30\n10.0 20.0\n(200.0, 600.0, 120.0, 720.0) 200.0\nTrue 72 True\nTrue True\n";
    assert_eq!(text, expected);
}

#[test]
fn what_is_wrong_is_refused_by_name_and_range() {
    for (call, wanted) in [
        (
            "drive.straight(5000000)",
            "ValueError: straight(): distance must be -10000.0..=10000.0 mm, not 5000000",
        ),
        (
            "drive.straight(float('nan'))",
            "ValueError: straight(): distance must be -10000.0..=10000.0 mm, not nan",
        ),
        (
            "drive.straight('far')",
            "TypeError: straight(): distance must be float -10000.0..=10000.0 mm, not str",
        ),
        (
            "drive.straight()",
            "TypeError: straight() missing required argument 'distance': float -10000.0..=10000.0 mm",
        ),
        (
            "drive.straight(1, then='fly')",
            "ValueError: straight(): then must be Stop.COAST, Stop.BRAKE or Stop.HOLD, not 'fly'",
        ),
        ("drive.straight(1, timeout=-1)", "ValueError: straight(): timeout must be 0..=3600000 ms, not -1"),
        (
            "drive.straight(1, timeout='x')",
            "TypeError: straight(): timeout must be a number or None, not str",
        ),
        ("drive.arc(0, angle=5)", "ValueError: arc(): radius must not be 0: turn() turns on the spot"),
        ("drive.arc(100)", "TypeError: arc() needs either an angle or a distance, not both"),
        ("drive.arc(100, 5, 5)", "TypeError: arc() needs either an angle or a distance, not both"),
        (
            "drive.arc(5000, 3600)",
            "ValueError: arc(): the way of that angle, mm, must be -10000..=10000, not 314159.265",
        ),
        (
            "drive.drive(float('inf'))",
            "ValueError: drive(): speed must be -300.0..=300.0 (more is limited) mm/s, not inf",
        ),
        ("drive.settings(speed='fast')", "TypeError: settings(): speed must be a number or None, not str"),
        ("motors.left.run_angle(0, 90)", "ValueError: run_angle(): speed must not be 0"),
        ("wait(-5)", "ValueError: wait(): time must be 0.0..=3600000.0 ms, not -5"),
        ("lights.on('pink')", "ValueError: on(): no color: 'pink' (see Color, or give (red, green, blue))"),
        ("lights.on((1, 2, 300))", "ValueError: on(): red, green and blue must be int 0..=255"),
        ("lights.on(7)", "TypeError: on(): a color must be a Color, a name or (red, green, blue), not int"),
        ("lights[8].on('red')", "IndexError: lights 0..=7, not 8"),
        ("lights['nose'].on('red')", "KeyError: \"no light 'nose' (see robot.help())\""),
        ("lights.animate([], 100)", "ValueError: animate(): 1..=16 colors, not 0"),
        ("lights.animate(['red'] * 17, 100)", "ValueError: animate(): 1..=16 colors, not 17"),
        ("lights.blink('red', [100])", "TypeError: blink(): durations must be [on, off] in ms"),
        (
            "lights.effect('glow')",
            "ValueError: effect(): name must be 'breathe', 'rainbow' or 'strobe', not 'glow'",
        ),
        (
            "speaker.beep(440, -1)",
            "ValueError: beep(): duration must be 0.0..=10000.0 (more is limited) ms, not -1",
        ),
        (
            "lights.animate(['red'], -1)",
            "ValueError: animate(): interval must be 50.0..=3600000.0 (more is limited) ms, not -1",
        ),
        ("lights.blink('red', [-1, 5])", "ValueError: blink(): on time must not be negative, not -1"),
        ("speaker.play_notes([])", "ValueError: play_notes(): a list of at least one note"),
        (
            "speaker.play_notes(['X9'])",
            "ValueError: play_notes(): no note: 'X9' (such as 'C4/4', 'F#5/8', 'Bb3/2.', 'R/4')",
        ),
        ("speaker.play_notes(['C4/4'] * 257)", "ValueError: play_notes(): at most 256 notes"),
        ("display.image(b'x')", "ValueError: image(): data must be 1024..=1024 long, not 1"),
        (
            "buttons.left.is_pressed()",
            "PermissionError: the left button starts and stops programs: they cannot read it",
        ),
        ("buttons.wait('middle')", "ValueError: wait(): button must be 'left', 'right' or None"),
        ("floor.detectable_colors([])", "ValueError: detectable_colors(): a list of at least one Color"),
        (
            "floor.calibrate(white=(1, 2, 3))",
            "ValueError: calibrate(): white [1, 2, 3] must be brighter than black [3338, 5868, 2993]",
        ),
        ("imu.acceleration(3)", "ValueError: acceleration(): axis must be X, Y, Z or None"),
        (
            "on('knock', print)",
            "ValueError: on(): event must be one of button, front, side, bump, battery, timer, not 'knock'",
        ),
        ("on('timer', print)", "ValueError: on(): a timer needs a value: its period in ms"),
        ("on('timer', print, 5)", "ValueError: on(): value must be 20..=3600000, not 5"),
        (
            "drive.strait(5)",
            "AttributeError: module 'robot.drive' has no attribute 'strait'. Did you mean: 'straight'?",
        ),
    ] {
        assert_eq!(error(&format!("from robot import *\n\n{call}\n")), wanted, "{call}");
    }
}

#[test]
fn speeds_are_limited_and_said_once() {
    let source = "
from robot import *
for i in range(3):
    drive.drive(5000)
    wait(500)
print(drive.speed() < 306)
speaker.volume(100)
";
    let mut top = 0.0f64;
    let run = run_with(source, Setup::default(), |pc: &mut Computer| {
        top = top.max(pc.rig.hardware.body().speed);
        Next::Go
    });
    assert_eq!(
        run.output,
        "warning: line 4: drive(): speed is limited to -300.0..=300.0 mm/s, not 5000\nTrue\n"
    );
    assert!(top <= 309.0, "{top}");
    assert_eq!(run.rig.limited(), 4, "three times the speed, once the volume");
}

#[test]
fn sensors_are_read() {
    let wall = Wall { from: [-500.0, 400.0], to: [500.0, 400.0], height: 100.0, reflectivity: 1.0 };
    let side = Wall { from: [110.0, -500.0], to: [110.0, 500.0], height: 100.0, reflectivity: 1.0 };
    let red = Patch {
        at: [0.0, 0.0],
        size: Some([200.0, 200.0]),
        radius: None,
        color: hognose_robot::sim::world::Paint::Name("red".into()),
    };
    let world = World { border: false, walls: vec![wall, side], patches: vec![red], ..World::default() };
    let source = "
from robot import *
print(front.distance(), front.MAX, front.detected(), front.detected(within=400), len(front.zones()))
print(front.zones()[0], front.zones()[63] > 0, front.age() < 70)
print(left_side.proximity(), left_side.detected(), right_side.proximity(), right_side.detected(), right_side.raw())
wait(200)
print(floor.color() == Color.RED, floor.rgb(), floor.hsv()[0] < 10, floor.reflection())
floor.detectable_colors([Color.BLUE])
print(floor.color() == Color.NONE)
print(imu.heading(), imu.tilt(), imu.acceleration(Z), imu.angular_velocity(), imu.ready(), imu.stationary())
print(battery.voltage() > 4000, battery.current() > 100, battery.level(), battery.charging())
print(system.name(), len(system.version()) > 3, system.memory()[1] >= system.memory()[0] > 1000)
";
    let text = run(source, Setup { world, ..ideal() }).output;
    let expected = "341 2000 False True 64\n-1 True True\n0 False 52 True 200\nTrue (200, 35, 30) True 34\nTrue\n\
                    0.0 (0.0, 0.0) 9810.0 (0.0, 0.0, 0.0) True True\nTrue True 100 False\nhognose True True\n";
    assert_eq!(text, expected);
}

#[test]
fn time_is_the_programs_own() {
    let source = "
from robot import wait, StopWatch, system
watch = StopWatch()
wait(100)
print(100 <= watch.time() <= 105)
watch.pause()
a = watch.time()
wait(50)
print(watch.time() == a)
watch.resume()
wait(30)
print(30 <= watch.time() - a <= 35)
watch.reset()
print(watch.time() <= 2, system.time() >= 180)
other = StopWatch()
wait(10)
print(other.time() != watch.time() or True, watch is not other)
t = system.time()
for i in range(600):
    wait(100)
print(60_000 <= system.time() - t <= 60_010)
";
    let mut paused = 0;
    let run = run_with(source, Setup::default(), |pc: &mut Computer| match pc.rig.hardware.now() {
        50 => Next::Pause,
        950 => {
            paused += 1;
            Next::Resume
        }
        _ => Next::Go,
    });
    assert_eq!(run.output, "True\nTrue\nTrue\nTrue True\nTrue True\nTrue\n");
    assert!(
        paused == 1 && run.rig.hardware.now() > 61_000,
        "the pause lasted, but the program did not see it"
    );
}

#[test]
fn lights_are_seen() {
    let source = "
from robot import *
lights.on(Color.RED)
lights[4].on((0, 0, 99))
lights['back_left'].on('green')
headlights.on((60, 60, 60))
wait(1000)
lights['back_left'].off()
headlights.off()
wait(500)
lights.off()
wait(500)
";
    let run = run(source, ideal());
    let lights: Vec<&str> = run
        .rig
        .hardware
        .trace()
        .records
        .iter()
        .filter_map(|r| match &r.what {
            What::Lights(hex) => Some(hex.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(lights[0], "ff0000ff00003c3c3c3c3c3c000063ff000000ff00ff0000");
    assert_eq!(lights[1], "ff0000ff0000000000000000000063ff0000000000ff0000");
    assert_eq!(lights[2], "0".repeat(48));
}

#[test]
fn sounds_are_heard() {
    let source = "
from robot import *
speaker.beep(440, 200)
print(speaker.volume(), speaker.volume(30))
speaker.play_notes(['A4/4', 'R/4', 'A5/8_', 'A5/8'], tempo=240)
speaker.beep(880, 5000, wait=False)
wait(100)
speaker.stop()
wait(50)
";
    let run = run(source, ideal());
    assert_eq!(run.output, "50 30\n");
    let tones: Vec<(u64, Option<f64>)> = run
        .rig
        .hardware
        .trace()
        .records
        .iter()
        .filter_map(|r| match r.what {
            What::Tone(tone) => Some((r.t, tone.map(|[hz, _]| hz))),
            _ => None,
        })
        .collect();
    let lengths: Vec<(Option<f64>, u64)> = tones.windows(2).map(|w| (w[0].1, w[1].0 - w[0].0)).collect();
    let near = |(hz, ms): (Option<f64>, u64), want: Option<f64>, time: u64| {
        hz.zip(want).map_or(hz == want, |(a, b)| (a - b).abs() < 1.0) && ms.abs_diff(time) <= 10
    };
    assert!(near(lengths[0], Some(440.0), 200), "{lengths:?}");
    assert!(near(lengths[2], Some(440.0), 219) && near(lengths[3], None, 281), "{lengths:?}");
    assert!(near(lengths[4], Some(880.0), 234), "{lengths:?}");
    assert!(near(*lengths.last().unwrap(), Some(880.0), 100), "{lengths:?}");
}

#[test]
fn the_display_shows() {
    let source = "
from robot import display
display.text(0, 0, 'L')
display.line(0, 63, 127, 63)
display.rect(100, 20, 10, 10, fill=True)
display.pixel(64, 32)
display.show()
from robot import wait
wait(100)
display.clear()
display.image(bytes([255] * 1024))
display.show()
wait(100)
display.print('hello')
wait(100)
";
    let run = run(source, ideal());
    let screens: Vec<&str> = run
        .rig
        .hardware
        .trace()
        .records
        .iter()
        .filter_map(|r| match &r.what {
            What::Screen(hex) => Some(hex.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(screens.len(), 4, "the last one is that of the end");
    assert!(screens[0].starts_with("7f40404040") && screens[0].ends_with("8080"));
    assert_eq!(screens[1], "ff".repeat(1024));
    assert!(screens[2].starts_with("7f08"), "an h: {}", &screens[2][..20]);
}

#[test]
fn buttons_wait_and_remember() {
    let right = hognose_robot::sim::world::Button::Right;
    let presses =
        vec![Press { button: right, at: 500, hold: 100 }, Press { button: right, at: 1500, hold: 300 }];
    let world = World { presses, ..World::default() };
    let source = "
from robot import *
print(buttons.wait(timeout=100), buttons.right.was_pressed())
print(buttons.wait(), 500 <= system.time() <= 540, buttons.pressed(), buttons.right.is_pressed())
wait(300)
print(buttons.right.was_pressed(), buttons.right.was_pressed(), buttons.pressed())
print(buttons.wait('right', timeout=5000), 1500 <= system.time() <= 1540)
";
    let text = run(source, Setup { world, ..ideal() }).output;
    assert_eq!(text, "None False\nright True ('right',) True\nTrue False ()\nright True\n");
}

#[test]
fn events_call_handlers() {
    let right = hognose_robot::sim::world::Button::Right;
    let world = World { presses: vec![Press { button: right, at: 550, hold: 100 }], ..World::default() };
    let source = "
from robot import *
seen = []
def tick():
    seen.append(system.time() // 100)
def press():
    seen.append('press')
    wait(20)
    seen.append('later')
on('timer', tick, 200)
on('button', press)
on('front', lambda: (seen.append('front'), drive.brake()), 150)
drive.straight(1000)
on('timer', None)
wait(500)
print(seen[:7], seen.count('front'))
n = len(seen)
wait(500)
print(len(seen) == n)
";
    let run = run(source, Setup { world, ..ideal() });
    assert_eq!(run.output, "[2, 4, 'press', 'later', 6, 8, 10] 1\nTrue\n");
    let gap = 940.0 - run.rig.hardware.body().pose.y;
    assert!((80.0..150.0).contains(&gap), "{gap}");
}

#[test]
fn a_program_may_end_itself() {
    let run = run(
        "from robot import *\ndrive.drive(100)\nwait(300)\nsystem.stop('enough')\nprint('never')\n",
        ideal(),
    );
    assert_eq!(run.output, "");
    assert!(run.signals.contains(&Signal::StopRequested) && run.rig.is_safe());
    assert_eq!(run.rig.hardware.motors(), [Motor::Brake; 2]);
}

#[test]
fn grants_are_kept() {
    for (call, grant, name) in [
        ("drive.straight(1)", part::Part::Motors, "motors"),
        ("motors.left.dc(5)", part::Part::Motors, "motors"),
        ("drive.brake()", part::Part::Motors, "motors"),
        ("drive.distance()", part::Part::Motors, "motors"),
        ("lights.on('red')", part::Part::Lights, "lights"),
        ("lights[1].off()", part::Part::Lights, "lights"),
        ("headlights.on()", part::Part::Lights, "lights"),
        ("speaker.beep()", part::Part::Sound, "speaker"),
        ("display.show()", part::Part::Display, "display"),
        ("front.distance()", part::Part::Sensors, "sensors"),
        ("imu.heading()", part::Part::Sensors, "sensors"),
        ("floor.color()", part::Part::Sensors, "sensors"),
        ("left_side.raw()", part::Part::Sensors, "sensors"),
        ("buttons.right.is_pressed()", part::Part::Buttons, "buttons"),
        ("buttons.wait()", part::Part::Buttons, "buttons"),
        ("on('button', print)", part::Part::Buttons, "buttons"),
    ] {
        let source = format!("from robot import *\n{call}\n");
        let run = run(&source, Setup { grants: part::ALL & !grant.bit(), ..ideal() });
        let wanted = format!("PermissionError: this program was not granted the {name}\n");
        assert!(run.output.ends_with(&wanted), "{call}: {}", run.output);
    }
    assert_eq!(part::grant("drive"), Some(part::Part::Motors.bit()));
    assert_eq!((part::grant("wait"), part::grant("laser")), (Some(0), None));
}

#[test]
fn the_owner_may_let_programs_read_the_left_button() {
    let settings = Settings { left_button: true, ..Settings::default() };
    let run =
        run("from robot import buttons\nprint(buttons.left.is_pressed())\n", Setup { settings, ..ideal() });
    assert_eq!(run.output, "False\n");
}

#[test]
fn the_same_run_has_the_same_trace() {
    let source = "
from robot import *
for i in range(2):
    drive.straight(150)
    lights.on(Color.BLUE if i else Color.RED)
    print(front.distance())
    drive.turn(90)
speaker.beep()
";
    let trace = |seed| {
        let options = Options { seed, ideal: false, trace: true };
        run(source, Setup { options, world: World::default(), ..Setup::default() })
            .rig
            .hardware
            .trace()
            .to_text()
    };
    let (a, b, c) = (trace(5), trace(5), trace(6));
    assert!(a == b && a.len() > 5000);
    assert_ne!(a, c);
}

#[test]
fn help_lists_everything() {
    let text = output("import robot\nrobot.help()\n");
    for line in [
        "robot.wait(time: float) -> None",
        "robot.drive.straight(distance: float, then: str = 'brake', wait: bool = True, timeout: object = None) -> bool",
        "robot.StopWatch.time() -> int",
        "robot.motors.right.dc(duty: float) -> None",
    ] {
        assert!(text.lines().any(|l| l == line), "{line}\n{text}");
    }
    assert!(text.lines().count() > 80);
}

#[test]
fn it_fits_a_small_block() {
    let source = "
from robot import *
drive.straight(100)
lights.on(Color.RED)
print(front.distance())
";
    let run = run(source, Setup { block: 32 * 1024, ..ideal() });
    assert_eq!(run.output, "2000\n");
}

#[test]
fn nothing_is_lost_when_everything_moves() {
    let source = "
from robot import *
import robot
watch = StopWatch()
names = ['front_left', 'back_right', 3]
for name in names:
    lights[name].on((10, 20, 30))
    lights[name].on(color='re' + 'd')
on('timer', lambda: names.append(watch.time() > 0), 50)
drive.straight(30)
wait(100)
print(drive.settings(speed=50), front.zones()[:2], imu.tilt()[0] < 5, len(names) > 4)
watch.pause(); watch.reset(); watch.resume()
print(watch.time(), robot.motors.left is robot.motors.left, lights[1] is lights[1])
try:
    lights['no' + 'se']
except KeyError as error:
    print(error)
robot.help()
";
    let still = run(source, ideal()).output;
    let moving = run(source, Setup { moving: true, ..ideal() }).output;
    assert!(still.starts_with("(50.0, 600.0, 120.0, 720.0) (-1, -1) True True\n0 True False\n"), "{still}");
    assert_eq!(still, moving);
}

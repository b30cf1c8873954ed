//! The programs of `examples/robot`, each in its world.

mod common;
#[path = "common/program.rs"]
mod program;

use hognose_compiler::{Request, compile_modules};
use hognose_device::{Equipment, Owner};
use hognose_robot::sim::{Options, What, World};
use program::{Computer, Next, Setup, run_with};
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/robot")
}

fn world(name: &str) -> World {
    let text = std::fs::read_to_string(folder().join("worlds").join(name)).expect("readable");
    World::from_json(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn source(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).expect("readable")
}

fn play_with(name: &str, world: World, each: impl FnMut(&mut Computer) -> Next) -> Computer {
    let options = Options { seed: 3, ideal: false, trace: true };
    run_with(&source(name), Setup { world, options, block: 32 * 1024, ..Setup::default() }, each)
}

fn play(name: &str, world: World) -> Computer {
    play_with(name, world, |_| Next::Go)
}

fn open() -> World {
    World { border: false, ..World::default() }
}

#[test]
fn square() {
    let run = play("square.py", open());
    assert_eq!(run.output, "corner 1\ncorner 2\ncorner 3\ncorner 4\n");
    let pose = run.rig.hardware.body().pose;
    assert!(pose.x.hypot(pose.y) <= 30.0, "{pose:?}");
}

#[test]
fn follow_wall() {
    let run = play("follow_wall.py", world("room.json"));
    assert!(run.output.lines().count() == 3 && run.output.starts_with("corner 1 after"), "{}", run.output);
    assert_eq!((run.rig.hardware.body().collisions, run.rig.hardware.goals()), (0, &[true][..]));
}

#[test]
fn stop_before_wall() {
    let run = play("stop_before_wall.py", world("wall.json"));
    assert!(run.output.starts_with("stopped 1"), "{}", run.output);
    let gap = 500.0 - 60.0 - run.rig.hardware.body().pose.y;
    assert!((100.0..=150.0).contains(&gap) && run.rig.hardware.body().collisions == 0, "{gap}");
}

#[test]
fn color_jump() {
    let run = play("color_jump.py", world("colors.json"));
    assert_eq!(run.output, "red\ngreen\nblue\nyellow\n4 colors\n");
    let tones =
        run.rig.hardware.trace().records.iter().filter(|r| matches!(r.what, What::Tone(Some(_)))).count();
    assert_eq!((tones, run.rig.hardware.goals()), (4, &[true][..]));
}

#[test]
fn light_show() {
    let run = play("light_show.py", open());
    assert_eq!(run.output, "that was it\n");
    let frames =
        run.rig.hardware.trace().records.iter().filter(|r| matches!(r.what, What::Lights(_))).count();
    assert!(frames > 100, "{frames}");
}

#[test]
fn button_menu() {
    let run = play("button_menu.py", world("menu.json"));
    assert_eq!(run.output, "sing\ndance\ngood night\n");
}

#[test]
fn tilt_alarm() {
    let run = play("tilt_alarm.py", world("tilt.json"));
    assert_eq!(run.output, "on guard\nalarm: 0 90\n");
    assert!(run.rig.hardware.now() > 5900);
}

#[test]
fn remote_drive() {
    let run = play_with("remote_drive.py", World::default(), |pc: &mut Computer| {
        let now = pc.rig.hardware.now();
        match now {
            3000..6000 if now % 100 == 0 => pc.rig.drive(now, -150, 0).expect("it is stronger"),
            6000 => pc.rig.release(now, Owner::Remote),
            _ => {}
        }
        Next::Go
    });
    assert_eq!(run.output, "remote drive has the motors\non my own again\n");
    assert_eq!(run.rig.hardware.body().collisions, 0);
}

/// Every program is small: at most 1.5 KB as an image.
#[test]
fn images_are_small() {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .expect("readable")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".py"))
        .collect();
    names.sort();
    assert_eq!(names.len(), 8, "{names:?}");
    let mut memory = vec![0u64; 1 << 18];
    for name in &names {
        let text = source(name);
        let request = Request { module: "__main__", ..Request::new(text.as_bytes(), name) };
        let len = compile_modules(&[request], &mut memory).unwrap_or_else(|error| panic!("{name}: {error}"));
        let stripped = Request { module: "__main__", strip: true, ..Request::new(text.as_bytes(), name) };
        let bare =
            compile_modules(&[stripped], &mut memory).unwrap_or_else(|error| panic!("{name}: {error}"));
        println!("{name:22} {:5} bytes of source, {len:5} of image, {bare:5} without positions", text.len());
        assert!(bare < len && len <= 1536, "{name}: {len} bytes");
    }
}

/// Pictures of all runs that drive: for people, not compared.
#[test]
fn pictures_are_made() {
    let run = play("follow_wall.py", world("room.json"));
    let png = hognose_robot::sim::picture::png(run.rig.hardware.world(), run.rig.hardware.trace())
        .expect("a picture");
    assert!(png.starts_with(b"\x89PNG") && png.len() > 2000);
    if let Some(folder) = std::env::var_os("HOGNOSE_PICTURES") {
        std::fs::write(PathBuf::from(folder).join("follow_wall.png"), png).expect("writable");
    }
}

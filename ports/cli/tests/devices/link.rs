//! Hosts and a device, over every carrier.

use crate::command::{HOGNOSE, folder, hognose};
use crate::serve::Serve;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::process::Stdio;
use std::time::{Duration, Instant};

const HELLO: &str = "from robot import *\nprint('hello')\nwait(200)\nprint('bye')\n";
const FALLS: &str = "from robot import *\ndrive.drive(100)\nwait(300)\nx = 1 / 0\n";
const DRIVES: &str = "from robot import *\nwhile True:\n    drive.drive(100)\n    wait(50)\n";

fn programs(test: &str) -> std::path::PathBuf {
    folder(test, &[("hello.py", HELLO), ("falls.py", FALLS), ("drives.py", DRIVES)])
}

#[test]
fn programs_run_over_every_carrier() {
    let folder = programs("link-carriers");
    let mut serve = Serve::start(&folder, &["--tcp", "127.0.0.1:0", "--ws", "127.0.0.1:0", "--pty"]);
    // To a host a serial port is a terminal too.
    let serial = serve.targets[2].replace("pty:", "serial:");
    serve.targets.push(serial);
    for carrier in 0..serve.targets.len() {
        let target = &serve.targets[carrier];
        let said = serve.host_over(carrier, &["upload", "hello.py", "--watch"]);
        let (first, rest) = said.out.split_once('\n').unwrap();
        assert!(first.starts_with("hello.py is on hognose-sim: ") && first.ends_with("verified"), "{said:?}");
        assert_eq!((rest, said.status), ("hello\nbye\n", 0), "{target}: {said:?}");
        assert_eq!(said.err, "running\nready: finished\n", "{target}");
        let said = serve.host_over(carrier, &["upload", "falls.py", "--watch"]);
        assert_eq!(
            said.err,
            "running\nTraceback (most recent call last):\n  File \"falls.py\", line 4, in <module>\n    x = 1 / 0\n        \
             ^\nZeroDivisionError: division by zero\nready: error\n",
            "{target}"
        );
        assert_eq!(said.status, 1);
        // What a program that was uploaded leaves is told to who asks later.
        let said = serve.host_over(carrier, &["logs"]);
        assert!(said.out.contains("\nready: finished\n") && said.status == 0, "{target}: {said:?}");
        let (events, output) = said.out.split_once("output:\n").unwrap();
        assert!(
            events.contains("line 4, column 5\n    x = 1 / 0\n        ^\nZeroDivisionError"),
            "{target}: {said:?}"
        );
        assert!(output.contains("hello\nbye\nTraceback"), "{target}: {said:?}");
        assert!(
            output.ends_with("in <module>\n    x = 1 / 0\nZeroDivisionError: division by zero\n"),
            "{said:?}"
        );
    }
}

#[test]
fn a_pipe_is_a_carrier() {
    let folder = programs("link-pipe");
    let target = format!("pipe:{HOGNOSE} device serve --sim --stdio --store store");
    let said = hognose(&folder, &["upload", "hello.py", "--watch", "--to", &target]);
    assert!(said.out.ends_with("verified\nhello\nbye\n") && said.status == 0, "{said:?}");
    // Another process, the same store.
    let said = hognose(&folder, &["status", "--to", &target]);
    assert!(said.out.contains("state     ready") && said.out.contains("hello.py"), "{said:?}");
}

#[test]
fn the_store_outlasts_the_device() {
    let folder = programs("link-store");
    let words = ["--tcp", "127.0.0.1:0", "--store", "store"];
    let serve = Serve::start(&folder, &words);
    assert_eq!(serve.host(&["upload", "hello.py"]).status, 0);
    let other = hognose(&folder, &["device", "serve", "--sim", "--tcp", "127.0.0.1:0", "--store", "store"]);
    assert!(other.status == 2 && other.err.contains("another device uses it"), "{other:?}");
    serve.cut();
    let serve = Serve::start(&folder, &words);
    assert_eq!(serve.state(), "ready");
    let said = serve.host(&["start", "--watch"]);
    assert_eq!((said.out.as_str(), said.status), ("hello\nbye\n", 0), "{said:?}");
    assert_eq!(serve.host(&["upload", "drives.py", "--autostart"]).status, 0);
    serve.cut();
    let serve = Serve::start(&folder, &words);
    serve.becomes("running");
    assert_eq!(serve.host(&["stop"]).out, "stopped\n");
    serve.becomes("ready (stopped by host)");
    assert_eq!(serve.host(&["delete"]).out, "deleted\n");
    assert_eq!(serve.state().split(' ').next(), Some("empty"));
    let said = serve.host(&["start"]);
    assert!(said.status == 1 && said.err.contains("no program"), "{said:?}");
}

#[test]
fn the_life_of_a_program_is_in_the_hands_of_hosts() {
    let folder = programs("link-life");
    let serve = Serve::tcp(&folder);
    assert_eq!(serve.state(), "empty");
    assert_eq!(serve.host(&["upload", "drives.py", "--start"]).status, 0);
    assert_eq!(serve.state(), "running");
    assert_eq!(serve.host(&["pause"]).out, "paused\n");
    assert_eq!(serve.state(), "paused");
    assert_eq!(serve.host(&["resume"]).out, "resumed\n");
    assert_eq!(serve.state(), "running");
    let said = serve.host(&["upload", "hello.py"]);
    assert!(said.status == 1 && said.err.contains("busy"), "{said:?}");
    let watched = serve.host(&["watch", "--for", "2500ms"]);
    assert!(watched.status == 0 && watched.out.starts_with("running\n"), "{watched:?}");
    let places: Vec<&str> = watched.out.lines().filter(|line| line.starts_with("x ")).collect();
    assert!(places.len() >= 2 && places[0] != places[1], "it moves: {watched:?}");
    let said = serve.host(&["upload", "hello.py", "--replace", "--watch"]);
    assert!(said.status == 0 && said.out.ends_with("hello\nbye\n"), "{said:?}");
    let said = serve.host(&["resume"]);
    assert!(said.status == 1 && !said.err.is_empty(), "{said:?}");
    assert_eq!(serve.host(&["stop"]).status, 0, "a stop is always right");
}

#[test]
fn a_wrong_key_learns_nothing() {
    let folder = programs("link-key");
    let words = ["--tcp", "127.0.0.1:0", "--ws", "127.0.0.1:0", "--pty", "--key", "open sesame"];
    let serve = Serve::start(&folder, &words);
    for carrier in 0..2 {
        for key in [&["--key", "open barley"][..], &[]] {
            let mut line = vec!["status"];
            line.extend(key);
            let said = serve.host_over(carrier, &line);
            assert!(said.status != 0 && said.out.is_empty() && !said.err.contains("hognose-sim"), "{said:?}");
        }
        // Guessing is slowed down: the right key waits too.
        let mut said = serve.host_over(carrier, &["status", "--key", "open sesame"]);
        for _ in 0..100 {
            if said.status == 0 {
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
            said = serve.host_over(carrier, &["status", "--key", "open sesame"]);
        }
        assert!(said.status == 0 && said.out.contains("hognose-sim"), "{said:?}");
        let said = serve.host_over(carrier, &["stop"]);
        assert_eq!((said.out.as_str(), said.status), ("stopped\n", 0), "a stop needs no key");
    }
    let cable = serve.host_over(2, &["status"]);
    assert_eq!(cable.status, 0, "a cable needs none: {cable:?}");
    let open = hognose(&folder, &["device", "serve", "--sim", "--tcp", "0.0.0.0:0"]);
    assert!(open.status == 2 && open.err.contains("give a key"), "{open:?}");
}

#[test]
fn one_has_control_and_others_watch() {
    let folder = programs("link-two");
    let serve = Serve::tcp(&folder);
    let mut first = serve
        .command(0, &["upload", "drives.py", "--watch"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    serve.becomes("running");
    let second = serve.host(&["pause"]);
    assert!(second.status == 1 && second.err.contains("hognose has control"), "{second:?}");
    let viewer = serve.host(&["watch", "--for", "1200ms"]);
    assert!(viewer.status == 0 && viewer.out.contains("wheels"), "{viewer:?}");
    // Its host is gone; the program is stored on the device and goes on, as the settings of a device say by themselves.
    first.kill().unwrap();
    first.wait().unwrap();
    assert_eq!(serve.state(), "running");
    assert_eq!(serve.host(&["pause"]).out, "paused\n", "control is free again");
    assert_eq!(serve.host(&["stop"]).status, 0, "and anybody may stop it");
    serve.becomes("ready (stopped by host)");
}

#[test]
fn a_stop_needs_nobodys_leave() {
    let folder = programs("link-stop");
    let serve = Serve::tcp(&folder);
    let first = serve
        .command(0, &["upload", "drives.py", "--watch"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    serve.becomes("running");
    assert_eq!(serve.host(&["stop"]).status, 0);
    let output = first.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(4));
    assert!(String::from_utf8_lossy(&output.stderr).ends_with("ready: stopped by host\n"), "{output:?}");
}

#[test]
fn a_link_that_is_cut_is_told_in_time() {
    let folder = programs("link-cut");
    let serve = Serve::start(&folder, &["--tcp", "127.0.0.1:0", "--fault", "1s:lost_link"]);
    let since = Instant::now();
    let said = serve.host(&["watch", "--for", "30s"]);
    assert!(said.status == 3 && said.err.contains("has fallen silent"), "{said:?}");
    assert!(since.elapsed() < Duration::from_secs(8));
    let said = serve.host(&["status", "--wait", "500ms"]);
    assert!(said.status == 3 && said.err.contains("no answer from tcp:"), "{said:?}");
    // The device goes away in the middle.
    let serve = Serve::tcp(&folder);
    let watching = serve
        .command(0, &["upload", "drives.py", "--watch"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    serve.becomes("running");
    serve.cut();
    let output = watching.wait_with_output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(3) && err.contains("closed the connection"), "{output:?}");
}

#[test]
fn commands_are_answered_in_time_under_load() {
    let busy = "from robot import *\ni = 0\nwhile True:\n    i += 1\n    if i % 500 == 0:\n        print('still here', i)\n";
    let folder = folder("link-load", &[("busy.py", busy)]);
    let serve = Serve::tcp(&folder);
    assert_eq!(serve.host(&["upload", "busy.py", "--start"]).status, 0);
    // The best of three: other tests run beside this one.
    let runs: Vec<_> = (0..3).map(|_| serve.host(&["link-test", "--count", "300", "--strict"])).collect();
    assert!(runs.iter().any(|said| said.status == 0), "{runs:?}");
    assert!(runs[0].out.contains("telemetry  300 commands: p50"), "{runs:?}");
    assert_eq!(serve.host(&["stop"]).status, 0);
    serve.becomes("ready (stopped by host)");
    let said = serve.host(&["link-test", "--count", "20", "--throughput"]);
    assert!(said.status == 0 && said.out.contains("KB/s"), "{said:?}");
    assert!(serve.host(&["status"]).out.contains("busy.py"), "the program is still there");
}

#[test]
fn settings_are_listed_and_changed() {
    let folder = folder("link-settings", &[("loop.py", "while True:\n    pass\n")]);
    let serve = Serve::start(&folder, &["--tcp", "127.0.0.1:0", "--store", "store"]);
    let list = serve.host(&["settings"]).out;
    let name = |word: &str| {
        let line = list.lines().find(|line| line.contains(word));
        line.unwrap_or_else(|| panic!("{word}: {list}")).split("  ").next().unwrap().trim().to_owned()
    };
    let time = name("run");
    assert_eq!(serve.host(&["settings", &time]).out, "600000\n");
    assert_eq!(serve.host(&["settings", &time, "700"]).out, "700\n");
    let said = serve.host(&["upload", "loop.py", "--watch"]);
    assert!(said.status == 3 && said.err.contains("time limit"), "{said:?}");
    serve.cut();
    let serve = Serve::start(&folder, &["--tcp", "127.0.0.1:0", "--store", "store"]);
    assert_eq!(serve.host(&["settings", &time]).out, "700\n", "settings outlast the power");
    let said = serve.host(&["settings", &time, "-5"]);
    assert!(said.status == 1 && said.err.contains("not -5"), "{said:?}");
    let said = serve.host(&["settings", "luck"]);
    assert!(said.status == 2 && said.err.contains("there is no setting 'luck'; there are "), "{said:?}");
}

#[test]
fn it_is_driven_by_hand_unless_an_emergency_stop_holds_it() {
    let folder = programs("link-drive");
    let serve = Serve::start(&folder, &["--tcp", "127.0.0.1:0", "--ideal"]);
    let place = || {
        let said = serve.host(&["watch", "--for", "1200ms"]);
        let line = said.out.lines().rev().find(|line| line.starts_with("x ")).unwrap().to_owned();
        let y = line.split_once(" y ").unwrap().1;
        y.split(' ').next().unwrap().parse::<i32>().unwrap()
    };
    assert_eq!(serve.host(&["drive", "200", "--for", "1500ms"]).status, 0);
    let there = place();
    assert!((200..320).contains(&there), "{there} mm");
    assert_eq!(serve.host(&["stop", "--emergency"]).status, 0);
    let said = serve.host(&["upload", "drives.py", "--start"]);
    assert!(said.status == 1, "{said:?}");
    serve.host(&["drive", "200", "--for", "500ms"]);
    assert_eq!(place(), there, "nothing moves");
    assert_eq!(serve.host(&["clear"]).out, "cleared\n");
    assert_eq!(serve.host(&["start"]).status, 0);
    serve.becomes("running");
    // Who drives by hand is stronger than a program.
    assert_eq!(serve.host(&["drive", "-100", "0", "--for", "300ms"]).status, 0);
    assert_eq!(serve.host(&["stop"]).status, 0);
}

/// Passes bytes on between a host and a device; the first connection breaks after so many bytes from the host.
fn breaking(device: &str, bytes: usize) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let place = listener.local_addr().unwrap();
    let device = device.split_once(':').unwrap().1.to_owned();
    std::thread::spawn(move || {
        let mut most = bytes;
        for host in listener.incoming() {
            let (mut host, mut device) = (host.unwrap(), TcpStream::connect(&device).unwrap());
            let (mut back, mut away) = (device.try_clone().unwrap(), host.try_clone().unwrap());
            let answers = std::thread::spawn(move || std::io::copy(&mut back, &mut away));
            let _ = std::io::copy(&mut (&mut host).take(most as u64), &mut device);
            let _ = host.shutdown(Shutdown::Both);
            let _ = device.shutdown(Shutdown::Both);
            let _ = answers.join();
            most = usize::MAX;
        }
    });
    format!("tcp:{place}")
}

#[test]
fn an_upload_goes_on_where_the_connection_broke() {
    let large: String = (0..150).map(|i| format!("x{i} = 'some text that is long {i}'\n")).collect();
    let folder = folder("link-breaks", &[("large.py", &format!("{large}print(x149)\n"))]);
    let mut serve = Serve::tcp(&folder);
    // In the greeting, in the announcement, in some chunk, near the end.
    for bytes in [30, 150, 900, 2000, 4000] {
        let broken = breaking(&serve.targets[0], bytes);
        serve.targets.push(broken);
        let said = serve.host_over(serve.targets.len() - 1, &["upload", "large.py"]);
        if bytes > 100 {
            assert!(said.status == 0 && said.err.contains("trying again"), "{bytes}: {said:?}");
        } else {
            assert!(said.status == 3 && said.err.contains("closed the connection"), "{bytes}: {said:?}");
        }
    }
    let said = serve.host(&["start", "--watch"]);
    assert_eq!((said.out.as_str(), said.status), ("some text that is long 149\n", 0), "{said:?}");
}

/// Pages of other computers cannot use the browser of somebody here to get at a device without a key.
#[test]
fn strange_pages_are_kept_out() {
    let folder = programs("link-pages");
    let serve = Serve::start(&folder, &["--ws", "127.0.0.1:0"]);
    let place = serve.targets[0].split_once(':').unwrap().1;
    for (page, status) in [("https://example.org", "403"), ("http://localhost:8000", "101")] {
        let mut stream = TcpStream::connect(place).unwrap();
        let request = format!(
            "GET / HTTP/1.1\r\nHost: {place}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin: {page}\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).unwrap();
        assert_eq!(String::from_utf8_lossy(&answer), format!("HTTP/1.1 {status}"), "{page}");
    }
}

#[test]
fn wrong_words_are_answered_with_what_is_right() {
    let large: String = (0..400).map(|i| format!("x{i} = 'some text that is long {i}'\n")).collect();
    let folder = folder(
        "link-wrong",
        &[
            ("hello.py", HELLO),
            ("large.py", &large),
            ("syntax.py", "def f(:\n"),
            ("imports.py", "import socket\n"),
        ],
    );
    let serve = Serve::tcp(&folder);
    let cases: [(&[&str], i32, &str); 9] = [
        (&["upload", "none.py"], 2, "can't open file 'none.py'"),
        (&["upload", "syntax.py"], 2, "SyntaxError"),
        (&["upload", "large.py"], 1, "this device takes 8192"),
        (&["upload", "hello.py", "--slot", "9"], 1, "slot 9, this device has 0 to 0"),
        (&["upload", "hello.py", "--grant", "rockets"], 2, "there is no part 'rockets'"),
        (&["upload", "hello.py", "--grant", "front", "--watch"], 0, ""),
        (&["upload", "hello.py", "--time", "60m"], 1, "600000"),
        (&["start", "--slot", "9"], 1, "slot"),
        (&["status", "--wait", "soon"], 2, "'soon' is no time"),
    ];
    for (words, status, text) in cases {
        let said = serve.host(words);
        assert!(said.status == status && said.err.contains(text), "{words:?}: {said:?}");
    }
    let cases: [(&[&str], i32, &str); 8] = [
        (&["status"], 2, "say which device: --to"),
        (&["status", "--to", "robot"], 2, "'robot' is no device; write serial:PORT"),
        (&["status", "--to", "tcp:robot"], 2, "'robot' is no address; write HOST:PORT"),
        (&["status", "--to", "tcp:127.0.0.1:1"], 3, "nobody listens there"),
        (&["status", "--to", "ws:127.0.0.1:1"], 3, "nobody listens there"),
        (&["status", "--to", "serial:/none@9600"], 3, "cannot open serial:/none@9600"),
        (&["status", "--to", "pty:hello.py"], 3, "it is no terminal"),
        (&["status", "--to", "pipe:true", "--wait", "1s"], 3, "closed the connection"),
    ];
    for (words, status, text) in cases {
        let said = hognose(&folder, words);
        assert!(said.status == status && said.err.contains(text), "{words:?}: {said:?}");
    }
    // Something that is no device.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let place = silent.local_addr().unwrap();
    for kind in ["tcp", "ws"] {
        let since = Instant::now();
        let said = hognose(&folder, &["status", "--wait", "500ms", "--to", &format!("{kind}:{place}")]);
        assert!(said.status == 3 && said.err.contains("no answer"), "{said:?}");
        assert!(since.elapsed() < Duration::from_secs(5));
    }
}

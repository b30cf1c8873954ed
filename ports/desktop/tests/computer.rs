//! Parts of the computer that are this computer's: files, network, sound, recordings.

use hognose_desktop::desktop::Options;
use hognose_desktop::{End, run, script};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn start(folder: &Path, source: &str, network: bool, record: Option<PathBuf>) -> End {
    std::fs::write(folder.join("main.py"), source).expect("written");
    let options = Options {
        folder: folder.to_owned(),
        network,
        window: false,
        now: Some(0),
        script: script::parse("{wait 100000000}").expect("a script"),
        record,
        size: (320, 200),
    };
    run(options, &["/main.py"], 4 << 20, None).expect("it runs")
}

fn printed(end: End) -> String {
    String::from_utf8(end.printed).expect("text")
}

#[test]
fn files_are_those_of_the_folder_and_no_others() {
    let folder = folder("files");
    std::fs::create_dir(folder.join("sub")).expect("a folder");
    std::fs::write(folder.join("sub/a.txt"), "inside").expect("written");
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc", folder.join("out")).expect("a link");
    let source = "import vibe as v, os\n\
        print(v.read(v.open('/sub/a.txt'), 99), v.listdir('/sub'), v.open('/../../etc/passwd'), v.open('/out/passwd'), v.create('/out/x'))\n\
        h = v.create('/new.txt')\nprint(v.write(h, 'abc'), open('/new.txt').read(), v.rename('/new.txt', 'old.txt'), os.path.exists('/old.txt'))\n\
        print(v.delete('/old.txt'), v.delete_recursive('/sub'), v.listdir('/sub'))";
    let wanted = "b'inside' [('a.txt', False)] None None None\n3 abc True True\nTrue True []\n";
    assert_eq!(printed(start(&folder, source, false, None)), wanted);
    assert!(!folder.join("sub").exists() && Path::new("/etc").exists());
}

#[test]
fn the_network_is_there_when_it_is_granted() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a socket");
    let port = listener.local_addr().expect("an address").port();
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a connection");
        let mut question = [0; 5];
        stream.read_exact(&mut question).expect("a question");
        stream.write_all(b"answer to ").expect("sent");
        stream.write_all(&question).expect("sent");
    });
    let source = format!(
        "import vibe as v\n\
        ip = v.dns_resolve('localhost')\nprint(hex(ip), v.get_ip() != 0)\n\
        s = v.tcp_connect(ip, {port})\nprint(s, v.tcp_is_connected(s), v.tcp_send(s, 'hello'))\n\
        got = b''\nwhile True:\n    part = v.tcp_recv(s, 100, -1)\n    if part is None:\n        break\n    got += part\n\
        print(got)\nv.tcp_close(s)\nprint(v.tcp_is_connected(s), v.tcp_recv(s, 5), v.tcp_connect(ip, 1))"
    );
    let wanted = "0x7f000001 True\n0 True 5\nb'answer to hello'\nFalse None -1\n";
    assert_eq!(printed(start(&folder("network"), &source, true, None)), wanted);
    server.join().expect("it answered");
    let refused = "import vibe as v\nprint(v.dns_resolve('localhost'), v.tcp_connect(0x7F000001, 80), v.ping(0x7F000001), v.get_ip())";
    assert_eq!(printed(start(&folder("no network"), refused, false, None)), "0 -1 False 0\n");
}

#[test]
fn sound_takes_the_time_that_it_lasts() {
    let source = "import vibe as v, struct\n\
        tone = b''.join(struct.pack('<h', 8000 if i // 20 % 2 else -8000) for i in range(4000))\n\
        head = struct.pack('<4sI4s4sIHHIIHH4sI', b'RIFF', 36 + len(tone), b'WAVE', b'fmt ', 16, 1, 1, 8000, 16000, 2, 16, b'data', len(tone))\n\
        v.write(v.create('/tone.wav'), head + tone)\na = v.uptime_ms()\nprint(v.sound_play('/tone.wav'), 500 <= v.uptime_ms() - a < 700)\n\
        v.sound_play_pcm(tone, 1, 8000, False)\na = v.uptime_ms()\nprint(v.sound_is_playing())\nwhile v.sound_is_playing():\n    v.sched_yield()\n\
        print(400 <= v.uptime_ms() - a < 700)";
    let end = start(&folder("sound"), source, false, None);
    assert_eq!(end.heard.len(), 8000);
    assert_eq!((end.heard[0], end.heard[20], end.heard[7999]), (-8000, 8000, 8000));
    assert_eq!(printed(end), "True True\nTrue\nTrue\n");
}

#[test]
fn a_recording_has_the_frames_that_were_shown() {
    let folder = folder("recording");
    let file = folder.join("out.gif");
    let source = "import vibe as v\nfor color in (v.RED, v.GREEN, v.BLUE):\n    v.fill_rect(0, 0, 320, 200, color)\n    v.sleep_ms(200)";
    start(&folder, source, false, Some(file.clone()));
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::RGBA);
    let mut decoder = options.read_info(std::fs::File::open(file).expect("a recording")).expect("a GIF");
    let mut frames = Vec::new();
    while let Some(frame) = decoder.read_next_frame().expect("a frame") {
        assert_eq!((frame.width, frame.height), (160, 100));
        frames.push((frame.buffer[..3].to_vec(), frame.delay));
    }
    let colors: Vec<&[u8]> = frames.iter().map(|(color, _)| color.as_slice()).collect();
    let wanted: [&[u8]; 3] = [&[255, 0, 0], &[0, 255, 0], &[0, 0, 255]];
    assert!(colors.ends_with(&wanted), "{colors:?}");
    assert!(frames[frames.len() - 2].1.abs_diff(20) <= 2, "a fifth of a second: {frames:?}");
}

//! `hognose device serve`: a whole simulated device with its store, in real time.

use super::carrier::{self, Carrier, Stream, plain, raw};
use super::flash::HostFlash;
use super::target::address;
use super::web::{Greeting, Pages};
use super::{KEY, NO_ANSWER, Problem, end};
use crate::interrupt;
use crate::limits::size;
use crate::sim::robot::{self, Robot};
use clap::{Args, Subcommand};
use hognose_device::flash::SECTOR;
use hognose_device::{Device, Store};
use hognose_link::frame::{MAX_PAYLOAD, encoded_max};
use hognose_link::{
    Capabilities, Hub, HubMemory, PeerMemory, Settings as HubSettings, State, StopReason, feature,
};
use hognose_robot::part;
use hognose_robot::sim::world::Mishap;
use hognose_robot::sim::{Fault, Options, Sim};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::net::{SocketAddr, TcpListener};
use std::os::fd::AsFd;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Carriers at once.
const PEERS: usize = 8;
/// The carrier that is a terminal.
const PTY: usize = 0;
/// The carrier that is standard input and output.
const STDIO: usize = 1;
/// The first carrier that comes over a network.
const NETWORK: usize = 2;
/// Bytes of a chunk of an upload.
const CHUNK: u16 = 512;
/// Longest time that is caught up with after the computer was busy, ms.
const LATE: u64 = 250;
/// Who comes over a network has to open a session within this time, ms.
const OPENING: u64 = 10_000;
/// Longest wait while nothing runs.
const IDLE: Duration = Duration::from_millis(10);

/// What to do with devices on this computer.
#[derive(Args)]
pub struct DeviceArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Is a device: with the robot of the simulator, a store, and carriers that hosts connect to. Ends with Ctrl-C.
    Serve(ServeArgs),
}

/// What the device is, and how it is reached.
#[derive(Args)]
struct ServeArgs {
    /// The robot is simulated; there is no other here
    #[arg(long)]
    sim: bool,
    /// The world, a JSON file; without it an empty field of 2 by 2 m
    #[arg(long, value_name = "FILE")]
    world: Option<PathBuf>,
    /// All randomness of the robot comes from it
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// No noise, no drift, no slip
    #[arg(long)]
    ideal: bool,
    /// Something that goes wrong, as of `hognose sim`
    #[arg(long, value_name = "TIME[-TIME]:FAULT[=VALUE]", value_parser = crate::sim::fault::fault)]
    fault: Vec<Mishap>,
    /// Listen on this address, such as 127.0.0.1:7711; port 0 takes a free one
    #[arg(long, value_name = "HOST:PORT", value_parser = address)]
    tcp: Option<String>,
    /// The same for WebSockets
    #[arg(long, value_name = "HOST:PORT", value_parser = address)]
    ws: Option<String>,
    /// Be a terminal, as a board on a serial cable is
    #[arg(long)]
    pty: bool,
    /// A link to that terminal
    #[arg(long, value_name = "PATH", requires = "pty")]
    pty_link: Option<PathBuf>,
    /// Be another terminal with a Python prompt and files of its own, for people, mpremote and Thonny
    #[arg(long)]
    prompt: bool,
    /// A link to that terminal
    #[arg(long, value_name = "PATH", requires = "prompt")]
    prompt_link: Option<PathBuf>,
    /// Speak over standard input and output
    #[arg(long)]
    stdio: bool,
    /// Folder of the store; without it programs are gone with the command
    #[arg(long, value_name = "DIR")]
    store: Option<PathBuf>,
    /// Largest program
    #[arg(long, value_name = "SIZE", value_parser = size, default_value = "8K")]
    max_program: usize,
    /// The key that hosts on a network need; better in the variable HOGNOSE_KEY
    #[arg(long, value_name = "KEY")]
    key: Option<String>,
    /// Name of the device
    #[arg(long, value_name = "NAME", default_value = "hognose-sim")]
    name: String,
}

/// Does what the command line says.
pub fn device(args: DeviceArgs) -> ExitCode {
    match args.verb {
        Verb::Serve(args) => end("device serve", serve(&args)),
    }
}

/// A carrier of the device, once somebody is there.
enum Port {
    Free,
    Greets(Greeting),
    Open(Box<dyn Carrier>),
}

struct Peer {
    port: Port,
    /// When its carrier opened, ms.
    since: u64,
    out: Vec<u8>,
    at: usize,
}

/// Where hosts knock.
struct Door {
    listener: TcpListener,
    web: Option<Pages>,
}

impl Door {
    fn open(text: &str, web: bool, keyed: bool) -> Result<Door, Problem> {
        let failed = |error: std::io::Error| Problem {
            message: format!("cannot listen on {text}: {}", plain(&error)),
            status: NO_ANSWER,
        };
        let listener = TcpListener::bind(text).map_err(failed)?;
        listener.set_nonblocking(true).map_err(failed)?;
        let place = listener.local_addr().map_err(failed)?;
        if !keyed && !is_local(&place) {
            return Err(Problem::usage(format!(
                "{text} can be reached from other computers: give a key with --key or {KEY}"
            )));
        }
        announce(&format!("{} {place}", if web { "ws" } else { "tcp" }));
        Ok(Door { listener, web: web.then_some(Pages { all: keyed }) })
    }
}

fn is_local(place: &SocketAddr) -> bool {
    place.ip().is_loopback()
}

/// A line on standard error: standard output may be a carrier.
fn announce(text: &str) {
    complain!("{text}");
}

fn serve(args: &ServeArgs) -> Result<u8, Problem> {
    if !args.sim {
        return Err(Problem::usage("say --sim: this computer has no other robot"));
    }
    if args.tcp.is_none() && args.ws.is_none() && !args.pty && !args.stdio && !args.prompt {
        return Err(Problem::usage("say how it is reached: --tcp, --ws, --pty, --stdio or --prompt"));
    }
    let key = args.key.clone().or_else(|| std::env::var(KEY).ok()).filter(|key| !key.is_empty());
    let mut world = crate::sim::world(args.world.as_deref()).map_err(Problem::usage)?;
    world.faults.extend(&args.fault);
    let options = Options { seed: args.seed, ideal: args.ideal, trace: false };
    // Two areas for programs, and one sector each for what is noted about them.
    let sectors = 2 * (args.max_program.div_ceil(SECTOR) + 1);
    let flash = match &args.store {
        Some(folder) => HostFlash::in_folder(folder, sectors).map_err(Problem::usage)?,
        None => HostFlash::in_memory(sectors),
    };
    let store = Store::open(flash, args.max_program as u32)
        .map_err(|error| Problem::usage(format!("the store cannot be used: {error}")))?;
    let mut block = robot::block();
    let mut gear = robot::gear(Sim::new(world, options));
    let mut device = Device::new(&mut block, &mut gear, store, robot::config());
    device.seed(random());
    let mut memory = Memory::default();
    let mut hub = hub(args, key.as_deref(), &mut memory);
    let mut peers: [Peer; PEERS] =
        std::array::from_fn(|_| Peer { port: Port::Free, since: 0, out: Vec::new(), at: 0 });
    let mut doors = Vec::new();
    for (text, web) in [(&args.tcp, false), (&args.ws, true)] {
        if let Some(text) = text {
            doors.push(Door::open(text, web, key.is_some())?);
        }
    }
    // Held open, so that the terminal is there before anybody uses it and after.
    let mut _terminal = None;
    if args.pty {
        let (carrier, other, name) = terminal().map_err(Problem::usage)?;
        link_to(&name, args.pty_link.as_deref())?;
        announce(&format!("pty {name}"));
        peers[PTY].port = Port::Open(carrier);
        _terminal = Some(other);
    }
    if args.stdio {
        let both = own(std::io::stdin()).and_then(|read| Ok((read, own(std::io::stdout())?)));
        let stream = both.and_then(|(read, write)| Stream::of(read, write));
        let stream = stream.map_err(|error| Problem::usage(format!("standard input: {}", plain(&error))))?;
        peers[STDIO].port = Port::Open(Box::new(stream));
    }
    let mut _prompt_terminal = None;
    let mut prompt = None;
    if args.prompt {
        let (main, other, name) = terminal_pair().map_err(Problem::usage)?;
        prompt = Some(super::prompt::start(main, args.store.as_deref(), &ENDS).map_err(Problem::usage)?);
        link_to(&name, args.prompt_link.as_deref())?;
        announce(&format!("prompt {name}"));
        _prompt_terminal = Some(other);
    }
    interrupt::catch();
    device.boot(0);
    let only_stdio = args.stdio && doors.is_empty() && !args.pty && !args.prompt;
    run(&mut device, &mut hub, &mut peers, &doors, only_stdio);
    ENDS.store(true, Ordering::Relaxed);
    if let Some(prompt) = prompt {
        // Its files are closed then.
        let _ = prompt.join();
    }
    for link in [&args.pty_link, &args.prompt_link].into_iter().flatten() {
        let _ = std::fs::remove_file(link);
    }
    Ok(0)
}

/// The command ends: told to the thread of the prompt.
static ENDS: AtomicBool = AtomicBool::new(false);

/// A link to a terminal.
fn link_to(name: &str, link: Option<&Path>) -> Result<(), Problem> {
    let Some(link) = link else { return Ok(()) };
    let _ = std::fs::remove_file(link);
    std::os::unix::fs::symlink(name, link).map_err(|error| {
        Problem::usage(format!("cannot make the link '{}': {}", link.display(), plain(&error)))
    })
}

/// A file of our own for one of the standard streams.
fn own(stream: impl AsFd) -> std::io::Result<File> {
    Ok(File::from(stream.as_fd().try_clone_to_owned()?))
}

type Terminal = (Box<dyn Carrier>, File, String);

/// A terminal as a carrier.
fn terminal() -> Result<Terminal, String> {
    let failed = |error: std::io::Error| format!("no terminal can be made: {}", plain(&error));
    let (main, other, name) = terminal_pair()?;
    let twin = main.try_clone().map_err(failed)?;
    Ok((Box::new(Stream::of(main, twin).map_err(failed)?), other, name))
}

/// A terminal: our end, theirs, and its name.
fn terminal_pair() -> Result<(File, File, String), String> {
    let failed = |error: std::io::Error| format!("no terminal can be made: {}", plain(&error));
    let main = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).map_err(|error| failed(error.into()))?;
    grantpt(&main).and_then(|()| unlockpt(&main)).map_err(|error| failed(error.into()))?;
    let name = ptsname(&main, Vec::new()).map_err(|error| failed(error.into()))?;
    let name = name.to_string_lossy().into_owned();
    let other = File::options().read(true).write(true).open(&name).map_err(failed)?;
    raw(&other).map_err(failed)?;
    Ok((File::from(main), other, name))
}

fn random() -> u64 {
    let mut bytes = [0; 8];
    match getrandom::fill(&mut bytes) {
        Ok(()) => u64::from_le_bytes(bytes),
        // Different at every start, if not unforeseeable.
        Err(_) => std::time::SystemTime::UNIX_EPOCH.elapsed().map_or(1, |time| time.as_nanos() as u64),
    }
}

/// Memory of the link.
struct Memory {
    peers: [[Vec<u8>; 3]; PEERS],
    events: Vec<u8>,
    console: Vec<u8>,
    telemetry: Vec<u8>,
}

impl Default for Memory {
    fn default() -> Memory {
        let frame = encoded_max(MAX_PAYLOAD);
        Memory {
            peers: std::array::from_fn(|_| [vec![0; frame], vec![0; frame], vec![0; 512]]),
            events: vec![0; 4096],
            console: vec![0; 4096],
            telemetry: vec![0; 3 * 256],
        }
    }
}

fn hub<'a>(args: &'a ServeArgs, key: Option<&'a str>, memory: &'a mut Memory) -> Hub<'a, PEERS> {
    let capabilities = Capabilities {
        max_payload: MAX_PAYLOAD as u16,
        max_chunk: CHUNK,
        max_program: args.max_program as u32,
        slots: 1,
        features: feature::PYTHON | feature::BAJO | feature::DRIVE | feature::BATTERY | feature::SIMULATED,
        image_version: hognose_image::layout::ISA_VERSION,
        host_table: robot::host_table(),
        memory: robot::MEMORY as u32,
        grants: part::ALL,
        name: &args.name,
        firmware: concat!("hognose ", env!("CARGO_PKG_VERSION"), " (simulated)"),
    };
    let boot = (random() as u32).max(1);
    let settings = HubSettings { key: key.map(str::as_bytes), ..HubSettings::new(capabilities, boot) };
    let mut number = 0;
    let peers = memory.peers.each_mut().map(|[receive, transmit, reply]| {
        let keyed = number >= NETWORK && key.is_some();
        number += 1;
        PeerMemory { receive, transmit, reply, keyed }
    });
    let shared = HubMemory {
        events: &mut memory.events,
        console: &mut memory.console,
        telemetry: &mut memory.telemetry,
    };
    Hub::new(settings, peers, shared)
}

/// The life of the device: time, bytes, programs. Ends with Ctrl-C, or when the only carrier is gone.
fn run(
    device: &mut Robot<'_, HostFlash>,
    hub: &mut Hub<'_, PEERS>,
    peers: &mut [Peer; PEERS],
    doors: &[Door],
    only_stdio: bool,
) {
    let since = Instant::now();
    let (mut now, mut slipped) = (0, 0);
    while !interrupt::take() {
        let real = since.elapsed().as_millis() as u64 - slipped;
        if real > now + LATE {
            slipped += real - now - LATE;
        }
        let until = real.min(now + LATE);
        while now < until {
            now += 1;
            device.equipment().hardware.advance(now);
            device.step(now);
        }
        for door in doors {
            admit(door, peers, now);
        }
        let deaf = device.equipment().hardware.has(Fault::LostLink);
        for (number, peer) in peers.iter_mut().enumerate() {
            let there = receive(peer, |bytes| {
                if !deaf {
                    hub.receive(number, now, bytes, device);
                }
            });
            if hub.is_open(number) {
                peer.since = now;
            }
            let mute = number >= NETWORK && now > peer.since + OPENING;
            if !there || mute {
                peer.port = Port::Free;
                peer.out.clear();
                peer.at = 0;
                hub.disconnected(number, now, device);
            }
        }
        hub.tick(now, device);
        device.publish(hub);
        let mut full = false;
        for (number, peer) in peers.iter_mut().enumerate() {
            full |= !send(peer, |out| if deaf { 0 } else { hub.transmit(number, now, out) });
        }
        if only_stdio && matches!(peers[STDIO].port, Port::Free) {
            break;
        }
        let busy = full || matches!(device.state(), State::Running | State::Stopping);
        let time = if busy { Duration::from_millis(1) } else { IDLE };
        let mut fds: Vec<_> = doors.iter().map(|door| Some(door.listener.as_fd())).collect();
        fds.extend(peers.iter().filter_map(|peer| match &peer.port {
            Port::Open(carrier) => Some(carrier.fd()),
            Port::Greets(_) => Some(None),
            Port::Free => None,
        }));
        carrier::wait_for(&fds, time);
    }
    device.stop(StopReason::PowerOff);
    for _ in 0..50 {
        now += 1;
        device.equipment().hardware.advance(now);
        device.step(now);
    }
    let _ = std::io::stderr().flush();
}

/// Lets those in who knock, as long as there is room.
fn admit(door: &Door, peers: &mut [Peer; PEERS], now: u64) {
    while let Ok((stream, _)) = door.listener.accept() {
        let Some(peer) = peers[NETWORK..].iter_mut().find(|peer| matches!(peer.port, Port::Free)) else {
            continue;
        };
        if stream.set_nonblocking(true).and_then(|()| stream.set_nodelay(true)).is_err() {
            continue;
        }
        peer.since = now;
        if let Some(pages) = door.web {
            peer.port = Port::Greets(Greeting::begin(stream, pages));
        } else if let Ok(other) = stream.try_clone() {
            if let Ok(stream) = Stream::of(stream, other) {
                peer.port = Port::Open(Box::new(stream));
            }
        }
    }
}

/// Takes what came; false when the carrier is gone.
fn receive(peer: &mut Peer, mut take: impl FnMut(&[u8])) -> bool {
    if let Port::Greets(_) = peer.port {
        let Port::Greets(greeting) = std::mem::replace(&mut peer.port, Port::Free) else { return true };
        peer.port = match greeting.go_on() {
            Greeting::Done(web) => Port::Open(Box::new(web)),
            Greeting::Failed => return false,
            greeting => Port::Greets(greeting),
        };
    }
    let Port::Open(carrier) = &mut peer.port else { return true };
    let mut bytes = [0; 2048];
    // A flood on one carrier leaves time for the others.
    for _ in 0..4 {
        match carrier.read(&mut bytes) {
            Ok(0) => return false,
            Ok(count) => take(&bytes[..count]),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => break,
            Err(_) => return false,
        }
    }
    true
}

/// Sends what there is to send; false when the carrier takes no more now.
fn send(peer: &mut Peer, mut fill: impl FnMut(&mut [u8]) -> usize) -> bool {
    let Port::Open(carrier) = &mut peer.port else { return true };
    loop {
        if peer.at == peer.out.len() {
            let mut bytes = [0; 1024];
            let count = fill(&mut bytes);
            peer.out.clear();
            peer.out.extend_from_slice(&bytes[..count]);
            peer.at = 0;
        }
        match carrier.write(&peer.out[peer.at..]) {
            Ok(count) => peer.at += count,
            Err(error) if error.kind() == ErrorKind::WouldBlock => return false,
            // Reading tells when it is gone.
            Err(_) => return true,
        }
        if peer.out.is_empty() {
            return true;
        }
    }
}

//! Codecs: every message round-trips, malformed ones are refused with the place, and the protocol page tells the truth.

mod samples;

use hognose_link::wire::{Reader, Wire, Writer};
use hognose_link::*;
use samples::samples;

const SESSION: u16 = 0x2A51;

fn payload(message: &Message<'_>) -> Vec<u8> {
    let mut buffer = [0; 1000];
    let mut writer = Writer::new(&mut buffer);
    message.put(&mut writer).unwrap();
    let length = writer.length();
    buffer[..length].to_vec()
}

fn decode(kind: Kind, payload: &[u8]) -> Result<Message<'_>, WireError> {
    Message::of(&Frame { kind, session: SESSION, seq: 1, payload })
}

#[test]
fn every_message_round_trips() {
    for (name, message, _) in samples() {
        let bytes = payload(&message);
        assert_eq!(decode(message.kind(), &bytes), Ok(message), "{name}");
    }
}

#[test]
fn every_kind_command_reply_event_and_topic_has_a_sample() {
    let all: Vec<(Kind, Vec<u8>)> = samples().iter().map(|(_, m, _)| (m.kind(), payload(m))).collect();
    for kind in Kind::ALL {
        assert!(all.iter().any(|(k, _)| *k == kind), "{kind:?}");
    }
    // Where in the payload the number stands that tells messages of one kind apart.
    for (kind, at, field) in [
        (Kind::Command, 0, "command"),
        (Kind::Ack, 0, "reply"),
        (Kind::Event, 12, "event"),
        (Kind::Telemetry, 0, "topic"),
    ] {
        let mut known = 0;
        for tag in 0..=255u8 {
            let mut bytes = [0; 100];
            bytes[at] = tag;
            let unknown = WireError { problem: Problem::Unknown { got: u32::from(tag) }, field, at };
            if decode(kind, &bytes) != Err(unknown) {
                known += 1;
                assert!(all.iter().any(|(k, bytes)| *k == kind && bytes[at] == tag), "{kind:?} {tag}");
            }
        }
        assert!(known >= 3);
    }
}

#[test]
fn short_and_long_payloads_say_where() {
    for (name, message, _) in samples() {
        let bytes = payload(&message);
        for cut in 0..bytes.len() {
            // Messages that end with free bytes may be cut there; all else is refused.
            match decode(message.kind(), &bytes[..cut]) {
                Ok(short) => {
                    let free = [
                        "upload-chunk",
                        "input",
                        "custom",
                        "ack-data",
                        "event-custom",
                        "console",
                        "telemetry-custom",
                    ];
                    assert!(free.contains(&name), "{name} cut at {cut}: {short:?}");
                }
                Err(error) => {
                    assert!(matches!(error.problem, Problem::Truncated { .. }), "{name} {cut}: {error}");
                    assert!(error.at <= cut);
                }
            }
        }
        let mut long = bytes.clone();
        long.push(0);
        if let Err(error) = decode(message.kind(), &long) {
            assert_eq!(error.problem, Problem::Trailing { extra: 1 });
            assert_eq!(error.at, bytes.len());
        }
    }
}

#[test]
fn errors_read_well() {
    let error = Command::decode(&[0x02, 1, 2]).unwrap_err();
    assert_eq!(error.to_string(), "offset at byte 1: needs 4 bytes, 2 left");
    assert_eq!(
        Command::decode(&[0x99]).unwrap_err().to_string(),
        "command at byte 0: value 153 is not defined"
    );
    assert_eq!(
        Command::decode(&[0x06, 0]).unwrap_err().to_string(),
        "end of message at byte 1: 1 bytes too many"
    );
    assert_eq!(Command::decode(&[]).unwrap_err().to_string(), "command at byte 0: needs 1 bytes, 0 left");
    let error = Nak::decode(&[1, 0, 0, 0, 0, 2, 0xC3, 0x28]).unwrap_err();
    assert_eq!(error.to_string(), "text at byte 5: text is not UTF-8");
    let error = Reader::new(&[2]).bool("pressed").unwrap_err();
    assert_eq!(error.to_string(), "pressed at byte 0: 2, allowed at most 1");
    let error = Command::Input(&[0; 9]).encode(&mut [0; 5]).unwrap_err();
    assert_eq!(error.to_string(), "data at byte 1: needs 9 bytes, room for 4");
}

#[test]
fn random_payloads_never_panic_and_what_decodes_encodes_again() {
    let mut state = 1u64;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as u32
    };
    let all: Vec<(Kind, Vec<u8>)> = samples().iter().map(|(_, m, _)| (m.kind(), payload(m))).collect();
    let mut decoded = 0;
    for _ in 0..300_000 {
        let (kind, sample) = &all[next() as usize % all.len()];
        let mut bytes = sample.clone();
        for _ in 0..next() % 4 {
            let at = next() as usize % bytes.len();
            bytes[at] = next() as u8;
        }
        if next() % 4 == 0 {
            bytes.truncate(next() as usize % (bytes.len() + 1));
        }
        if let Ok(message) = decode(*kind, &bytes) {
            decoded += 1;
            assert_eq!(payload(&message), bytes, "{message:?}");
        }
    }
    assert!(decoded > 10_000);
}

/// One example as the page shows it.
fn example(name: &str, message: &Message<'_>, seq: u16) -> String {
    let mut buffer = [0; 1024];
    let length = message.frame(&mut buffer, SESSION, seq).unwrap();
    let mut text = format!("```text\n{name}: {message:?}\nsession 0x{SESSION:04x}, seq {seq}\n");
    for row in buffer[..length].chunks(24) {
        let hex: Vec<String> = row.iter().map(|byte| format!("{byte:02x}")).collect();
        text += &hex.join(" ");
        text += "\n";
    }
    text + "```\n"
}

#[test]
fn the_protocol_page_tells_the_truth() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/protocol.md");
    let page = std::fs::read_to_string(path).unwrap();
    let mark = "<!-- examples -->\n";
    let (words, shown) = page.split_once(mark).expect("the page has a mark where its examples start");
    let wanted: String =
        samples().iter().map(|(name, message, seq)| example(name, message, *seq) + "\n").collect();
    let wanted = wanted.trim_end().to_string() + "\n";
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, format!("{words}{mark}{wanted}")).unwrap();
    } else {
        assert_eq!(shown, wanted, "UPDATE_EXPECT=1 writes the examples anew");
    }
    // The tables name every number.
    for kind in Kind::ALL {
        assert!(words.contains(&format!("| 0x{:02X} | {kind:?} |", kind as u8)), "{kind:?}");
    }
    for code in NakCode::ALL {
        assert!(words.contains(&format!("| {} | {code:?} |", *code as u8)), "{code:?}");
    }
    for state in State::ALL {
        assert!(words.contains(&format!("{} {}", *state as u8, state.text())), "{state:?}");
    }
    for reason in StopReason::ALL {
        assert!(words.contains(&format!("{} {}", *reason as u8, reason.text())), "{reason:?}");
    }
    for default in [
        format!("at most {} bytes", frame::MAX_PAYLOAD),
        format!("`0x{:04X}`", crc::crc16(b"123456789")),
        format!("`0x{:08X}`", crc::crc32(b"123456789")),
        format!("at least {}", hub::MIN_PAYLOAD),
    ] {
        assert!(words.contains(&default), "{default}");
    }
}

#[test]
fn the_examples_of_the_page_decode() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/protocol.md");
    let page = std::fs::read_to_string(path).unwrap();
    let (_, shown) = page.split_once("<!-- examples -->\n").unwrap();
    let mut count = 0;
    for block in shown.split("```text\n").skip(1) {
        let (block, _) = block.split_once("```").unwrap();
        let (head, rest) = block.split_once('\n').unwrap();
        let (_, hex) = rest.split_once('\n').unwrap();
        let bytes: Vec<u8> =
            hex.split_whitespace().map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect();
        let mut memory = [0; 1024];
        let mut framer = Framer::new(&mut memory);
        assert_eq!(bytes.iter().filter(|byte| framer.push(**byte)).count(), 1);
        let frame = framer.frame().unwrap();
        let message = Message::of(&frame).unwrap();
        assert!(head.ends_with(&format!(": {message:?}")), "{head}");
        count += 1;
    }
    assert_eq!(count, samples().len());
}

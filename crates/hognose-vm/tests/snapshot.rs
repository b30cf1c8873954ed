//! Snapshots: what is written is taken up elsewhere and goes on as if nothing had happened; what is changed is refused.

mod support;

use hognose_vm::vm::{Exit, Vm};
use support::{Printed, Ran, engine, error_text, image, run, start};

const PROGRAMS: &[(&str, &str)] = &[
    ("calls", include_str!("programs/calls.py")),
    ("data", include_str!("programs/data.py")),
    ("classes", include_str!("programs/classes.py")),
    ("generators", include_str!("programs/generators.py")),
    ("exceptions", include_str!("programs/exceptions.py")),
];

fn bytes_of(vm: &Vm<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    vm.snapshot(&mut |piece| {
        bytes.extend_from_slice(piece);
        true
    })
    .expect("paused");
    assert_eq!(bytes.len(), vm.snapshot_len());
    bytes
}

/// Runs with that much fuel at a time, through a snapshot into another block after each.
fn run_in_pieces(image: &[u8], sizes: &[usize], fuel: u64) -> Ran {
    let mut printed = String::new();
    let mut block = vec![0; sizes[0]];
    let mut bytes = {
        let mut vm = engine(&mut block);
        start(&mut vm, image).expect("loads");
        bytes_of(&vm)
    };
    let mut turn = 0;
    loop {
        turn += 1;
        let mut block = vec![!0; sizes[turn % sizes.len()]];
        let mut host = Printed::default();
        let mut vm = match Vm::restore(&mut block, &bytes, hognose_lib::MODULES, hognose_lib::FROZEN) {
            Ok(vm) => vm,
            Err(error) => panic!("turn {turn}: {error}"),
        };
        vm.set_compiler(&support::Source);
        vm.set_host(&mut host);
        let exit = vm.run(fuel);
        if exit != Exit::Spent {
            let error = error_text(&mut vm, exit);
            let fuel = vm.fuel_spent();
            drop(vm);
            printed.push_str(&host.text());
            return Ran { exit, printed, fuel, error };
        }
        bytes = bytes_of(&vm);
        drop(vm);
        printed.push_str(&host.text());
    }
}

#[test]
fn programs_go_on_as_if_nothing_had_happened() {
    for (name, source) in PROGRAMS {
        let image = image(source);
        let whole = run(&image, 1 << 16, false);
        if whole.exit != Exit::Finished {
            eprintln!("{name}: {}\n{}", whole.error, whole.printed);
        }
        assert_eq!(run(&image, 1 << 16, true), whole, "{name}, everything moves");
        assert_eq!(run_in_pieces(&image, &[1 << 16, 1 << 17, 40_000], 97), whole, "{name}, in pieces");
    }
}

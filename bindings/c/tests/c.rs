//! C programs against the library: compiled with gcc, run, watched by valgrind, and on a Cortex-M3.

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;
use support::{arm_cargo, gcc, home, library, run, scratch, text};

const SQUARES: &str = "1\n4\n9\n16\n25\n\
    err 1, exit 55, 5 printed, 3 rounds\n\
    1\n4\n9\n16\n25\n\
    err 1, exit 55\n\
    1\n4\n9\n16\n25\n\
    err 1, exit 55, pc 10019 after 27 steps\n\
    err -1\n";

fn compile_example(to: &Path, link: &[&Path]) {
    run(gcc("gcc").arg(home().join("examples/squares.c")).args(link).arg("-o").arg(to));
}

#[test]
fn the_example_links_statically_and_dynamically() {
    let library = library();
    let folder = scratch("example");
    let (fixed, shared) = (folder.join("static"), folder.join("shared"));
    compile_example(&fixed, &[&library.join("libbajo.a")]);
    assert_eq!(text(&mut Command::new(&fixed)), SQUARES);

    compile_example(&shared, &[&library.join("libbajo.so")]);
    assert_eq!(text(Command::new(&shared).env("LD_LIBRARY_PATH", &library)), SQUARES);

    let valgrind = ["--quiet", "--leak-check=full", "--error-exitcode=9"];
    assert_eq!(text(Command::new("valgrind").args(valgrind).arg(&fixed)), SQUARES);
}

#[test]
fn the_header_is_c_and_cxx() {
    let folder = scratch("header");
    let file = folder.join("layout.c");
    let source = r#"
        #include <stddef.h>
        #include "bajo.h"
        #define SAME(a, b) typedef char check_##a[(b) ? 1 : -1]
        SAME(opcode, LONG_MUL_U == _MAX_OPCODE);
        SAME(pc, offsetof(bajo_t, pc) == 0);
        SAME(err, offsetof(bajo_t, err) == 4);
        SAME(rc, offsetof(bajo_t, exit_rc) == 8);
        SAME(read, offsetof(bajo_t, read) == (sizeof(void *) == 8 ? 16 : 12));
        SAME(write, offsetof(bajo_t, write) == offsetof(bajo_t, read) + sizeof(void *));
        SAME(call, offsetof(bajo_t, call) == offsetof(bajo_t, write) + sizeof(void *));
        SAME(size, sizeof(bajo_t) == offsetof(bajo_t, call) + sizeof(void *));
        int main(void) { bajo_t vm; bajo_init(&vm, 1); return (int)vm.pc - 1; }
    "#;
    std::fs::write(&file, source).unwrap();
    let to = folder.join("layout");
    run(gcc("gcc").arg(&file).arg(library().join("libbajo.a")).arg("-o").arg(&to));
    run(&mut Command::new(&to));
    run(Command::new("g++")
        .args(["-x", "c++", "-Wall", "-Werror", "-fsyntax-only", "-I"])
        .arg(home().join("include"))
        .arg(&file));
}

#[test]
fn callbacks_may_set_the_pc() {
    let folder = scratch("pc");
    let file = folder.join("pc.c");
    let source = r#"
        #include <stdio.h>
        #include "bajo.h"
        /* 0: Sys00 #1; 2: Exit #1; 4: Mov r1, #0; 7: Exit #2; 9: Exit #3 */
        static const unsigned char code[16] = {0x2e, 9, 0x2d, 9, 0x3d, 9, 1, 0x2d, 0x11, 0x2d, 0x19};
        static uint32_t seen;
        static uint32_t get(bajo_t *me, uint32_t addr, unsigned len) {
            uint32_t word = 0;
            seen = seen * 16 + me->pc;
            for (unsigned i = 0; i < len; i++) word |= (uint32_t)code[(addr + i) & 15] << (8 * i);
            return word;
        }
        static void put(bajo_t *me, uint32_t addr, uint32_t val, unsigned len) {
            (void)addr, (void)val, (void)len;
            me->pc = 9;
        }
        static void call(bajo_t *me, int fn, int32_t *res, const int32_t *args, unsigned nargs) {
            (void)fn, (void)res, (void)args, (void)nargs;
            me->pc = me->pc == 2 ? 4 : 0;
        }
        int main(void) {
            bajo_t vm = {0, 0, 0, get, put, call};
            int err = bajo_run(&vm);
            printf("%d %d %lx\n", err, vm.exit_rc, (unsigned long)seen);
            bajo_init(&vm, 0);
            err = bajo_run_budget(&vm, 2);
            printf("%d %d %lu\n", err, vm.exit_rc, (unsigned long)vm.pc);
            vm.read = 0;
            printf("%d\n", bajo_step(&vm));
            printf("%d\n", bajo_run(0));
            return 0;
        }
    "#;
    std::fs::write(&file, source).unwrap();
    let to = folder.join("pc");
    run(gcc("gcc").arg(&file).arg(library().join("libbajo.a")).arg("-o").arg(&to));
    // The call at 0 leads to 4, the write there to 9. While bytes are read, pc is where they stand.
    assert_eq!(text(&mut Command::new(&to)), "1 3 14569a\n0 0 9\n-1\n5\n");
}

/// The library for a Cortex-M3.
fn arm_library() -> PathBuf {
    const TARGET: &str = "thumbv7m-none-eabi";
    let target = scratch("arm");
    run(arm_cargo(TARGET)
        .args(["rustc", "--lib", "--crate-type", "staticlib", "--profile", "size", "--target", TARGET])
        .arg("--manifest-path")
        .arg(home().join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&target));
    target.join(TARGET).join("size").join("libbajo.a")
}

#[test]
fn the_example_runs_on_a_cortex_m3() {
    let elf = scratch("example").join("cortex_m3.elf");
    run(gcc("arm-none-eabi-gcc")
        .args([
            "-mcpu=cortex-m3",
            "-mthumb",
            "--specs=rdimon.specs",
            "-ffunction-sections",
            "-Wl,--gc-sections",
            "-T",
        ])
        .arg(home().join("tests/cortex_m3.ld"))
        .arg(home().join("tests/cortex_m3.c"))
        .arg(home().join("examples/squares.c"))
        .arg(arm_library())
        .arg("-o")
        .arg(&elf));
    let machine = ["-M", "mps2-an385", "-nographic", "-monitor", "none", "-serial", "none"];
    let semihosting = ["-semihosting-config", "enable=on,target=native", "-kernel"];
    let printed = text(
        Command::new("timeout").args(["60", "qemu-system-arm"]).args(machine).args(semihosting).arg(&elf),
    );
    assert_eq!(printed, SQUARES);
}

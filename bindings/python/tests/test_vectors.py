"""Every vector through the package: assembled, listed, laid out, disassembled, run."""

import builtins
import hashlib
import unittest

import bajo
import bajo.exc
from bajo import Script, Stop, Vm, VmError, disassemble
from vectors import FOLDER, PRELUDE, cases, host, reset_labels

# Here README and code of the original disagree, and both spellings work.
BOTH_SPELLINGS = {"pub-err-implicit-exit-kw-p"}


def source(case):
    """Executes the DSL source of a case."""
    reset_labels()
    scope = {}
    exec(compile(PRELUDE, "<prelude>", "exec"), scope)
    exec(compile(case["python"], f"<{case['name']}>", "exec"), scope)
    return scope["script"]


class Assembling(unittest.TestCase):
    def test_programs(self):
        done = 0
        for case in cases("asm"):
            if "error" in case:
                continue
            with self.subTest(case["name"]):
                script = source(case)
                self.assertEqual(script.encode().hex(), case["code_hex"])
                self.assertEqual(bytes(script), script.encode())
                self.assertEqual(list(script.layout.code_range), case["code_range"])
                listing = script.listing()
                if "listing" in case:
                    self.assertEqual(listing, case["listing"])
                    self.assertEqual(str(script), case["listing"])
                if "listing_sha256" in case:
                    self.assertEqual(len(listing), case["listing_chars"])
                    self.assertEqual(hashlib.sha256(listing.encode()).hexdigest(), case["listing_sha256"])
                for name, address in case.get("layout", {}).items():
                    self.assertEqual(script.layout[name], address)
                if "layout" in case:
                    self.assertEqual(set(script.layout.labels_by_name), set(case["layout"]))
                done += 1
        self.assertGreater(done, 400)

    def test_errors(self):
        done = 0
        for case in cases("asm"):
            if "error" not in case or case["name"] in BOTH_SPELLINGS:
                continue
            if case["error"] == "BuildError":
                # The original gives up; here a layout is found.
                script = source(case)
                self.assertTrue(script.encode())
                self.assertTrue(script.layout._assembly.is_grown())
                done += 1
                continue
            with self.subTest(case["name"]):
                wanted = getattr(bajo.exc, case["error"], None) or getattr(builtins, case["error"])
                stage = "source"
                with self.assertRaises(wanted) as caught:
                    script = source(case)
                    stage = "build"
                    script.build()
                self.assertEqual(stage, case["error_stage"])
                if case["error_is_bajo"]:
                    self.assertIsInstance(caught.exception, bajo.exc.BajoError)
                if stage == "build":
                    # Whatever is found while building belongs to the package and says where.
                    self.assertIsInstance(caught.exception, bajo.exc.BajoError)
                    self.assertTrue(str(caught.exception))
                done += 1
        self.assertEqual(done, 82)

    def test_both_spellings(self):
        for case in cases("asm"):
            if case["name"] in BOTH_SPELLINGS:
                self.assertEqual(source(case).encode(), bytes.fromhex("3d0109"))


class Running(unittest.TestCase):
    def check(self, case, vm, calls):
        run = case["run"]
        code = 0
        try:
            stop = vm.run(run["max_steps"])
            code = 1 if stop is Stop.EXIT else 0
        except VmError as error:
            code = error.code
        got = {"steps": vm.steps, "err": code, "exit_rc": vm.exit_code, "pc": vm.pc}
        self.assertEqual(got, {key: run[key] for key in got})
        self.assertEqual(calls, run["sys_calls"])
        lo = case["env"]["ram"][0]
        ram = bytearray(len(vm.ram))
        for address, data in run["ram_out"].items():
            data = bytes.fromhex(data)
            ram[int(address) - lo : int(address) - lo + len(data)] = data
        self.assertEqual(vm.ram, bytes(ram))

    @staticmethod
    def ram_in(case):
        return {int(address): bytes.fromhex(data) for address, data in case["run"]["ram_in"].items()}

    def test_programs(self):
        done = 0
        for case in cases("asm"):
            if "run" not in case:
                continue
            with self.subTest(case["name"]):
                calls = []
                vm = Vm(source(case), default=host(calls), ram=self.ram_in(case), entry=case["run"]["entry"])
                self.check(case, vm, calls)
                done += 1
        self.assertGreater(done, 400)

    def test_raw_code(self):
        done = 0
        for case in cases("raw"):
            with self.subTest(case["name"]):
                calls = []
                env = case.get("env", {})
                vm = Vm(
                    bytes.fromhex(case["code_hex"]),
                    base=env.get("code_base", 0x10000),
                    ram_region=tuple(env["ram"]),
                    default=host(calls),
                    ram=self.ram_in(case),
                    entry=case["run"]["entry"],
                    like_original=True,
                )
                self.check(case, vm, calls)
                done += 1
        self.assertGreater(done, 200)

    def test_kernels(self):
        folder = FOLDER / "bajo-kernels"
        for name, steps, exit_code in [("fib", 8_580_885, 196418), ("matmul", 1_602_255, 51547840)]:
            vm = Vm(bytes.fromhex((folder / f"{name}.hex").read_text()))
            self.assertIs(vm.run(), Stop.EXIT)
            self.assertEqual((vm.steps, vm.exit_code), (steps, exit_code))


class Disassembling(unittest.TestCase):
    def test_every_code_comes_back(self):
        for case in cases("asm") + cases("raw"):
            if not case.get("code_hex"):
                continue
            with self.subTest(case["name"]):
                code = bytes.fromhex(case["code_hex"])
                base = case["env"].get("code_base") if case["kind"] == "raw" else case["env"]["code"][0]
                for entries in (None, [base]):
                    script = disassemble(code, base, entries)
                    self.assertIsInstance(script, Script)
                    self.assertEqual(script.encode(), code)


if __name__ == "__main__":
    unittest.main()

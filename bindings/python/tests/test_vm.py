"""The machine of the package."""

import unittest

from bajo import (
    Br,
    D,
    Exit,
    HostError,
    Label,
    M,
    Nop,
    R,
    Script,
    StB,
    Stop,
    Sys,
    Sys00,
    Sys01,
    Sys10,
    Sys11,
    Trace,
    Vm,
    VmError,
)
from bajo.exc import OperandError


class Running(unittest.TestCase):
    def test_budgets(self):
        top = Label()
        vm = Vm(Script([top, R[1].set(R[1] + 1), Br(top)]))
        self.assertIs(vm.run(0), Stop.SPENT)
        self.assertEqual(vm.steps, 0)
        self.assertIs(vm.run(5), Stop.SPENT)
        self.assertEqual((vm.steps, vm[R[1]]), (5, 3))
        self.assertIs(vm.run(3_000_000), Stop.SPENT)
        self.assertEqual(vm.steps, 3_000_005)
        with self.assertRaises(ValueError):
            vm.run(-1)

    def test_steps(self):
        vm = Vm(Script([R[1].set(1), R[1].set(2)]))
        self.assertIs(vm.step(), Stop.SPENT)
        self.assertEqual((vm[R[1]], vm.pc), (1, 0x10003))
        vm.step()
        self.assertIs(vm.step(), Stop.EXIT)
        self.assertEqual((vm.exit_code, vm.steps), (0, 3))

    def test_errors_name_the_line(self):
        script = Script([
            R[1].set(1),
            R[2].set(R[1] / R[3]),
        ])
        vm = Vm(script)
        with self.assertRaises(VmError) as caught:
            vm.run()
        error = caught.exception
        self.assertEqual((error.code, error.pc, error.text), (6, 0x10003, "Div r2, r1, r3"))
        self.assertEqual((error.file, error.item), (__file__, script.layout[0x10003]))
        self.assertTrue(str(error).startswith(f"{__file__}:{error.line}: "))
        self.assertIs(vm.run(), Stop.EXIT)

    def test_entries(self):
        a, b = Label("a"), Label("b")
        inst = Exit(3)
        script = Script([a, Exit(1), b, Exit(2), inst])
        for entry, code in ((None, 1), (b, 2), ("b", 2), (inst, 3), (0x10002, 2)):
            vm = Vm(script, entry=entry)
            vm.run()
            self.assertEqual(vm.exit_code, code)
        vm = Vm(script)
        vm.pc = script.layout[b]
        vm.run()
        self.assertEqual(vm.exit_code, 2)
        with self.assertRaises(OperandError):
            Vm(bytes(script), entry=a)

    def test_host_functions(self):
        seen = []
        script = Script([
            Sys01(1, -5),
            Sys11(2, R[1], 20),
            Sys(3, (R[2], R[3], R[4]), (1, 2, 3)),
            Sys10(4, R[5]),
            Sys10(5, R[6]),
        ])
        functions = {
            1: seen.append,
            2: lambda x: x * 2,
            3: lambda *args: args[:2],
            4: lambda: 2**32 - 1,
            5: lambda: 2**100 + 3,
        }
        vm = Vm(script, functions=functions)
        vm.run()
        self.assertEqual(seen, [-5])
        self.assertEqual([vm[R[i]] for i in range(1, 7)], [40, 1, 2, 0, -1, 3])

    def test_host_functions_that_fail(self):
        def raises():
            raise LookupError("gone")

        def refuses():
            raise HostError(-42)

        script = Script([Sys00(1), Sys00(2), Sys00(3), Sys00(4), Sys00(5), Sys00(6)])
        vm = Vm(script, functions={1: raises, 2: refuses, 4: lambda: "text", 5: lambda: [0] * 9, 6: lambda: [1.5]})
        with self.assertRaisesRegex(LookupError, "gone"):
            vm.run()
        for code in (-42, -2):
            with self.assertRaises(VmError) as caught:
                vm.run()
            self.assertEqual(caught.exception.code, code)
        with self.assertRaisesRegex(TypeError, "host function 4 returned str"):
            vm.run()
        with self.assertRaisesRegex(ValueError, "9 results, allowed are 8"):
            vm.run()
        with self.assertRaisesRegex(TypeError, "returned float as a result"):
            vm.run()
        self.assertIs(vm.run(), Stop.EXIT)

    def test_host_functions_may_use_the_machine(self):
        script = Script([R[1].set(7), Sys01(1, 100), R[2].set(M[100]), Sys00(2), Nop(), Exit(9)])
        seen = []

        def poke(address):
            seen.append((vm[R[1]], vm.pc))
            vm[address] = 55
            vm.pause()
            with self.assertRaises(RuntimeError):
                vm.run()

        def leap():
            vm.pc = vm.pc + 1

        vm = Vm(script, functions={1: poke, 2: leap})
        self.assertIs(vm.run(), Stop.PAUSED)
        self.assertEqual(seen, [(7, vm.pc)])
        self.assertIs(vm.run(), Stop.EXIT)
        self.assertEqual((vm[R[2]], vm.exit_code, vm.steps), (55, 9, 5))

    def test_memory(self):
        data = Label("data")
        script = Script([R[1].set(-1), StB(M[R[1] + 21], 7), Exit(), data, D("text")])
        vm = Vm(script, ram=b"\1\2\3\4")
        self.assertEqual(vm[R[0]], 0x04030201)
        vm.run()
        self.assertEqual((vm[R[1]], vm[M[R[1] + 21]], vm.read(20, 1)), (-1, 7, b"\7"))
        self.assertEqual(vm.text_at(script.layout[data]), "text")
        self.assertEqual(vm.address(M[data + 1]), script.layout[data] + 1)
        self.assertEqual(vm[data], int.from_bytes(b"text", "little"))
        vm[R["sp"]] = 2**32 - 1
        self.assertEqual((vm[R[13]], vm[52]), (-1, -1))
        vm.write(0xFFFE, b"ab")
        self.assertEqual(vm.ram[-2:], b"ab")
        self.assertEqual(len(vm.ram), 0x10000)
        for bad in (0xFFFD, -4, 2**32):
            with self.assertRaisesRegex(ValueError, "outside RAM 0x0..0x10000"):
                vm[bad]
        with self.assertRaisesRegex(ValueError, "outside RAM"):
            vm.write(0x10000, b"x")
        with self.assertRaises(ValueError):
            vm[R[0]] = 2**32
        with self.assertRaisesRegex(ValueError, "allowed are 268435456"):
            Vm(b"\0", ram_region=(0x20000, 2**32))
        self.assertEqual(Vm(b"\0", ram={8: b"x"}).read(8, 1), b"x")

    def test_traces(self):
        seen = []
        vm = Vm(Script([R[1].set(2), R[2].set(R[1] * 21), R[3].set(R[2] / R[0])]))
        with self.assertRaises(VmError):
            vm.run(trace=seen.append)
        first, second, third = seen
        self.assertIsInstance(first, Trace)
        self.assertEqual(second[:6], (0x10003, "Mul r2, r1, #21", (2, 21), (8,), (42,), 0x10007))
        self.assertEqual(str(first), "   10000:\tMov r1, #2                       2 -> r1 = 2")
        self.assertIn("division by zero", third.error)
        self.assertEqual(third.results, ())

    def test_trace_functions_may_fail(self):
        def fails(step):
            raise LookupError(step.text)

        with self.assertRaisesRegex(LookupError, "Nop"):
            Vm(Script([Nop()])).run(trace=fails)

    def test_endless_programs_can_be_interrupted(self):
        import signal

        top = Label()
        vm = Vm(Script([top, R[1].set(R[1] + 1), Br(top)]))
        seen = []

        def alarm(number, frame):
            seen.append(vm[R[1]])
            raise InterruptedError("enough")

        before = signal.signal(signal.SIGALRM, alarm)
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        try:
            with self.assertRaisesRegex(InterruptedError, "enough"):
                vm.run()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
        self.assertGreater(seen[0], 0)
        self.assertIs(vm.run(10), Stop.SPENT)

    def test_code_in_ram(self):
        # Mov r1, #5; Exit r1: written by the host, run from RAM.
        vm = Vm(b"\0", ram={0x100: bytes.fromhex("3d09292d13")}, entry=0x100)
        self.assertEqual(vm.text(0x100), "Mov r1, #5")
        self.assertIs(vm.run(), Stop.EXIT)
        self.assertEqual(vm.exit_code, 5)


if __name__ == "__main__":
    unittest.main()

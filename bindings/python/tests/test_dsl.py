"""The DSL: operators, operands, lazy immediates, layout, macros."""

import subprocess
import sys
import unittest
from pathlib import Path

import bajo
from bajo import (
    Add,
    Align,
    Br,
    BrLt,
    Bytes,
    D,
    DataExpr,
    Env,
    Exit,
    Imm,
    ImmExpr,
    Jmp,
    Label,
    M,
    Mov,
    Nop,
    R,
    Reg,
    Script,
    Subroutine,
    Sys01,
    case,
    cast_s32,
    pack,
    when,
)
from bajo.asm import CodeAt, MemAddr, NamedReg, NoPad
from bajo.core import (
    OPCODES,
    Comparison,
    IMem,
    ImmAdd,
    ImmOffset,
    ImmSizeof,
    Inst,
    Op,
    RhA,
    RhAB,
    encode_varint,
)
from bajo.exc import CycleError, LazyError, MissingDefError
from bajo.script import DEF_ENV, flat_code


def code(*items):
    return Script(list(items), add_exit=False).encode().hex()


class Names(unittest.TestCase):
    def test_star_leaves_the_script_its_names(self):
        scope = {"pack": "mine", "R": "mine", "M": "mine", "D": "mine", "when": "mine", "case": "mine"}
        exec("from bajo import *", scope)
        self.assertEqual({scope[n] for n in ("pack", "R", "M", "D", "when", "case")}, {"mine"})
        self.assertIs(scope["macro"], bajo.macro)
        self.assertEqual(scope["__version__"], "0.1.0")
        for name in (*OPCODES, "BrLt", "TstLeU", "MovNe", "Script", "Env", "Label", "cast_s32", "RegFactory", "Code"):
            self.assertIn(name, scope)

    def test_every_opcode_has_its_constructor(self):
        for name in OPCODES:
            self.assertTrue(callable(getattr(bajo, name)), name)
        self.assertEqual(len(OPCODES), 72)

    def test_both_places(self):
        for name in ("when", "case", "pack", "Subroutine"):
            self.assertIs(getattr(bajo, name), getattr(bajo.macro, name))

    def test_both_spellings(self):
        script = Script([Nop()], implicit_exit=False)
        self.assertEqual(script.lst(), script.listing())
        self.assertEqual(script.encode(), b"\0")
        self.assertEqual(Script([Nop()], implicit_exit=True).encode(), b"\0\x2d\x01")
        self.assertIs(bajo.ImmExp, ImmExpr)
        self.assertEqual(bajo.Data(b"x").val, b"x")

    def test_cast(self):
        self.assertEqual([cast_s32(x) for x in (5, 2**31 - 1, 2**31, 2**32 - 1, 2**32, -3)],
                         [5, 2**31 - 1, -(2**31), -1, 0, -3])

    def test_varints(self):
        self.assertEqual(encode_varint(0), b"\x01")
        self.assertEqual(encode_varint(2**35 - 1).hex(), "f0ffffffff")
        with self.assertRaises(ValueError):
            encode_varint(2**35)


class Operators(unittest.TestCase):
    def test_pending_operations(self):
        a = R[1]
        for pending, op in [(a + 2, "Add"), (a - 2, "Sub"), (a * 2, "Mul"), (a / 2, "Div"), (a // 2, "Div"),
                            (a % 2, "Rem"), (a >> 2, "RShift"), (a << 2, "RShiftU"), (a & 2, "BitAnd"),
                            (a | 2, "BitOr"), (a ^ 2, "BitXor")]:
            self.assertIsInstance(pending, RhAB)
            self.assertEqual(repr(R[3].set(pending)), f"{op}(R[3], R[1], 2)")
        for pending, op in [(-a, "Neg"), (~a, "Inv"), (abs(a), "Abs")]:
            self.assertIsInstance(pending, RhA)
            self.assertEqual(repr(M[a].set(pending)), f"{op}(Mem[R[1] + 0], R[1])")

    def test_operators_that_do_not_exist(self):
        for bad in (lambda: +R[0], lambda: R[0] ** 2, lambda: R[0] @ R[1], lambda: divmod(R[0], 2), lambda: 1 + R[0],
                    lambda: 5 << R[0], lambda: R[0] + 1 + 2, lambda: Nop() + 1, lambda: Label() / 2, lambda: -Label(),
                    lambda: Label() < Label(), lambda: Label() + "x"):
            with self.assertRaises(TypeError):
                bad()

    def test_comparisons_and_their_mirror_images(self):
        lab = Label("lab")
        for comparison, text in [(R[1] == 2, "R[1] == 2"), (2 == R[1], "R[1] == 2"), (R[1] != 2, "R[1] != 2"),
                                 (2 < R[1], "R[1] > 2"), (2 <= R[1], "R[1] >= 2"), (2 > R[1], "R[1] < 2"),
                                 (2 >= R[1], "R[1] <= 2"), (lab < R[1], "R[1] > Label('lab')"),
                                 (lab + 1 == R[1], "R[1] == ImmAdd(Label('lab'), 1)")]:
            self.assertIsInstance(comparison, Comparison)
            self.assertEqual(repr(comparison), text)
        self.assertIs(R[1] == "x", False)
        self.assertIs(R[1] != None, True)  # noqa: E711

    def test_truth_is_structural_equality(self):
        self.assertTrue(R[4] == M[16])
        self.assertFalse(R[4] != M[16])
        self.assertTrue(R["sp"] == R["sp"])
        self.assertFalse(R["sp"] == R["lr"])
        self.assertTrue(M[R[1] + 4] == M[R[1] + 4])
        self.assertFalse(M[R[1] + 4] == M[R[1] + 5])
        lab = Label()
        self.assertTrue(M[lab + 1] == M[lab + 1])
        self.assertFalse(M[lab] == M[Label()])
        self.assertFalse(R[1] == 4)
        self.assertFalse(R[1] < R[2])
        self.assertTrue(R[0])
        self.assertEqual({R[4]: 1}[M[16]], 1)
        with self.assertRaises(TypeError):
            hash(M[R[1]])
        with self.assertRaises(TypeError):
            hash(Label() + 1)
        self.assertEqual(len({R[1] == 1: 0, R[1] == 2: 0}), 2)

    def test_equality_of_lazy_immediates(self):
        a = Label("x")
        self.assertTrue(a + 1 == a + 1)
        self.assertFalse(a + 1 == a - 1)
        self.assertFalse(a == Label("x"))

    def test_set(self):
        self.assertEqual(repr(R[1].set(R[2] < 3)), "TstGt(R[1], 3, R[2])")
        self.assertEqual(repr(R[1].set(R[2] <= 3)), "TstGe(R[1], 3, R[2])")
        self.assertEqual(repr(R[1].set(R[2] != 3)), "TstNe(R[1], R[2], 3)")
        for bad in (None, "x", 1.5, Nop(), D(1), True):
            with self.assertRaises(TypeError):
                R[1].set(bad)

    def test_ints_are_checked_where_they_are_written(self):
        for bad in (2**31, -(2**31) - 1):
            with self.assertRaisesRegex(ValueError, "outside -2147483648..2147483647"):
                Add(R[1], R[2], bad)
        self.assertEqual(code(Mov(R[1], Imm(2**32 - 1))), code(Mov(R[1], -1)))


class Memory(unittest.TestCase):
    def test_forms(self):
        lab, inst = Label("lab"), Nop()
        for operand, cls, text in [
            (R[3], Reg, "R[3]"), (R["sp"], NamedReg, "R['sp']"), (M[100], MemAddr, "M[100]"),
            (M[True], MemAddr, "M[True]"), (M[R[1]], IMem, "Mem[R[1] + 0]"), (M[M[4]], IMem, "Mem[M[4] + 0]"),
            (M[lab], CodeAt, "M[Label('lab')]"), (M[inst], CodeAt, "M[Nop()]"),
            (M[lab + 4], CodeAt, "M[ImmAdd(Label('lab'), 4)]"), (M[R[1] + 4], IMem, "Mem[R[1] + 4]"),
            (M[R[1] - 4], IMem, "Mem[R[1] + -4]"), (M[R[1] + R[2]], IMem, "Mem[R[1] + R[2]]"),
            (M[R[1] + M[R[2]]], IMem, "Mem[R[1] + Mem[R[2] + 0]]"),
            (M[R[1] - lab], IMem, "Mem[R[1] + ImmSub(0, Label('lab'))]"),
            (M[lab + R[0]], CodeAt, "M[ImmAdd(Label('lab'), R[0])]"),
        ]:
            self.assertIs(type(operand), cls)
            self.assertEqual(repr(operand), text)

    def test_what_cannot_be_memory(self):
        for bad in (R[0] - R[1], R[0] * 4, M[R[0]] + 4, -R[0], R[0] + (R[1] + 2), R[0] + "x"):
            with self.assertRaises(TypeError):
                M[bad]
        for bad in (M[R[0]], "x", 1.5, R[0] == 1):
            with self.assertRaises(AttributeError):
                M[bad]

    def test_deep_chains(self):
        operand = M[R[1] + 5]
        for _ in range(5000):
            operand = IMem(R[1], operand)
        script = Script([Mov(R[2], operand)], add_exit=False)
        self.assertEqual(len(script.encode()), 2 + 5001 + 1)

    def test_deep_arithmetic(self):
        value = lab = Label()
        for _ in range(50_000):
            value = value + 1
        self.assertEqual(Script([lab, D(value)], add_exit=False).encode(), (0x10000 + 50_000).to_bytes(4, "little"))

    def test_shared_arithmetic_does_not_explode(self):
        value = Label("x")
        for _ in range(64):
            value = value + value
        with self.assertRaises(bajo.BajoError):
            Script([R[1].set(value)]).build()

    def test_numbers_without_limit(self):
        lab = Label()
        self.assertEqual(code(lab, R[1].set((lab * 2**100 + 7 * 2**100) // 2**100 - lab)), code(R[1].set(7)))


class Lazy(unittest.TestCase):
    def test_results(self):
        class ForLayout(ImmExpr):
            def result_for(self, lay):
                return lay.addrof(lab) + lay.sizeof(inst) + lay.is_code(lay.addrof(lab)) + lay.is_ram(5)

        class Plain(ImmExpr):
            def result(self):
                return 7

        class WithLayout(ImmExpr):
            def result(self, lay):
                return lay.addrof(lab)

        class Any(ImmExpr):
            def result(self, *args):
                return len(args)

        lab, inst = Label(), R[9].set(1)
        script = Script([inst, lab, D(ForLayout()), D(Plain()), D(WithLayout()), D(Any()), R[1].set(Plain() * 2)])
        words = [int.from_bytes(script.encode()[i:i + 4], "little") for i in range(3, 19, 4)]
        self.assertEqual(words, [0x10003 + 3 + 2, 7, 0x10003, 1])

    def test_nested_results(self):
        class Sum(ImmExpr):
            def __init__(self, *parts):
                self.parts = parts

            def result_for(self, lay):
                return sum(part.result_for(lay) for part in self.parts)

        a, b = Label(), Label()
        inst = Nop()
        script = Script([a, inst, b, D(Sum(a + 1, b - a, b * 2 // 3 % 7, ImmSizeof(inst), ImmOffset(inst, b)))])
        value = 0x10001 + 1 + 0x10001 * 2 // 3 % 7 + 1 + 0
        self.assertEqual(script.encode()[1:5], value.to_bytes(4, "little"))

    def test_failures_have_their_cause_and_place(self):
        class Bad(ImmExpr):
            def result_for(self, lay):
                return {}["key"]

            def __repr__(self):
                return "Bad()"

        with self.assertRaises(LazyError) as caught:
            Script([Nop(), R[1].set(Bad() + 1)]).build()
        error = caught.exception
        self.assertIsInstance(error.__cause__, KeyError)
        self.assertEqual((error.file, error.line), (__file__, self.line_of("R[1].set(Bad() + 1)")))
        self.assertIn("source a: Bad() failed: KeyError: 'key'", str(error))

    @staticmethod
    def line_of(text):
        lines = Path(__file__).read_text().splitlines()
        return next(i for i, line in enumerate(lines, 1) if text in line)

    def test_wrong_results(self):
        class Text(ImmExpr):
            def result_for(self, lay):
                return "5"

        class Nothing(ImmExpr):
            pass

        for bad, cause in ((Text(), TypeError), (Nothing(), NotImplementedError)):
            with self.assertRaises(LazyError) as caught:
                Script([R[1].set(bad)]).build()
            self.assertIsInstance(caught.exception.__cause__, cause)

    def test_missing_labels_keep_their_class(self):
        class Far(ImmExpr):
            def result_for(self, lay):
                return lay.addrof(Label("far"))

        with self.assertRaisesRegex(MissingDefError, "Label\\('far'\\)"):
            Script([R[1].set(Far())]).build()

    def test_interrupts_go_through(self):
        class Stop(ImmExpr):
            def result_for(self, lay):
                raise KeyboardInterrupt

        with self.assertRaises(KeyboardInterrupt):
            Script([R[1].set(Stop())]).build()

    def test_a_build_that_needs_itself(self):
        class Size(ImmExpr):
            def result_for(self, lay):
                return len(script.encode())

        script = Script([R[1].set(Size())])
        with self.assertRaises(CycleError):
            script.build()

    def test_subclasses_of_arithmetic_are_asked(self):
        class Clamped(ImmAdd):
            def result_for(self, lay):
                return min(super().result_for(lay), 10)

        lab = Label()
        self.assertEqual(code(lab, R[1].set(Clamped(lab, 5))), code(R[1].set(10)))


class Building(unittest.TestCase):
    def test_nothing_is_looked_at_before_it_is_needed(self):
        Script(5)
        script = Script(x for x in [Nop()])
        self.assertEqual(script.encode(), script.encode())
        self.assertIs(script.layout, script.build())

    def test_layout(self):
        a, b = Label("a"), Label("b")
        inst = R[1].set(5)
        data = D(b"abc")
        script = Script([a, inst, Align(8), b, data])
        lay = script.layout
        self.assertEqual([lay[a], lay["b"], lay[inst], lay[data]], [0x10000, 0x10008, 0x10000, 0x10008])
        self.assertIs(lay[0x10000], inst)
        self.assertIs(lay[0x10008], data)
        self.assertEqual(repr(lay[0x10004]), "Nop()")
        self.assertEqual([type(x).__name__ for x in lay], ["Op"] * 6 + ["Bytes", "Op"])
        self.assertEqual(script.result, list(lay))
        self.assertEqual(lay.code_range, (0x10000, 0x1000D))
        self.assertEqual(lay.size, 13)
        self.assertEqual(lay.sizeof(data), 3)
        self.assertEqual(lay.labels_by_name, {"a": inst, "b": data})
        self.assertEqual(lay.addrof(100), 100)
        self.assertEqual((lay.is_code(0x1000C), lay.is_code(0x1000D), lay.is_ram(0xFFFF)), (True, False, True))
        self.assertEqual(lay.named_registers, {"sp": 13, "lr": 14})
        self.assertIs(lay.env, DEF_ENV)
        self.assertEqual(script.code_start, 0x10000)
        for missing in (Label(), Nop(), "c", R[1]):
            with self.assertRaises(MissingDefError):
                lay[missing]
        for missing in (0x10001, 0x1000D, 5):
            with self.assertRaises(KeyError):
                lay[missing]
        with self.assertRaises(bajo.exc.AddrError):
            lay.addrof(0x20000)

    def test_all_errors_are_collected_with_their_lines(self):
        twice = Nop()
        start = sys._getframe().f_lineno
        script = Script([
            Br(Label("nowhere")),
            twice,
            R["acc"].set(1),
            Add(0, R[1], 1),
            twice,
            "text",
            Subroutine("late"),
            Jmp(Nop()),
        ])
        with self.assertRaises(bajo.BajoError) as caught:
            script.build()
        errors = caught.exception.errors
        self.assertIs(errors[0], caught.exception)
        self.assertEqual([(type(e).__name__, e.line and e.line - start) for e in errors], [
            ("DuplicateDefError", -1),
            ("MissingDefError", 2),
            ("RegisterError", 4),
            ("OperandError", 5),
            ("CodeItemError", -1),
            ("MissingDefError", None),
            ("OperandError", 9),
        ])
        self.assertTrue(all(e.file in (__file__, None) for e in errors))
        self.assertIn("late", str(errors[5]))
        with self.assertRaises(bajo.BajoError) as again:
            script.encode()
        self.assertIs(again.exception, caught.exception)

    def test_values_out_of_range_are_collected(self):
        lab = Label()
        script = Script([lab, R[1].set(lab * 70000), M[-4].set(1), R[20000].set(1), D(lab - 100000)])
        with self.assertRaises(bajo.BajoError) as caught:
            script.build()
        self.assertEqual([type(e).__name__ for e in caught.exception.errors],
                         ["RangeError", "RangeError", "AddrError", "DataRangeError"])
        self.assertIn("-2147483648..4294967295", str(caught.exception))

    def test_huge_numbers_are_reported_in_full(self):
        with self.assertRaisesRegex(AssertionError, str(2**100)):
            Script([M[2**100].set(1)]).build()
        with self.assertRaisesRegex(AssertionError, "1000 bits|a number of"):
            Script([R[1].set(M[R[1] + 2**1000])]).build()

    def test_code_trees(self):
        deep = Nop()
        for _ in range(10_000):
            deep = [deep]
        self.assertEqual(code(deep), "00")
        with self.assertRaises(TypeError):
            list(flat_code([Nop(), 5]))
        kinds = [type(node).__name__ for node in flat_code([None, Nop(), (Label(), [Align(2)]), True])]
        self.assertEqual(kinds, ["Op", "Label", "Align"])

    def test_named_registers_may_be_anything(self):
        env = Env(ram_region=(0, 256), code_region=(256, 512), named_registers={("x", 1): 3})
        script = Script([R[("x", 1)].set(5)], env=env, add_exit=False)
        self.assertEqual(script.encode().hex(), "3d1929")

    def test_environments(self):
        good = dict(ram_region=(0, 64), code_region=(64, 128), named_registers={})
        Env(**good)
        for bad in (dict(ram_region=(0, 62)), dict(code_region=(60, 128)), dict(max_passes=2),
                    dict(code_region=(128, 64)), dict(ram_region=(64, 0))):
            with self.assertRaises(ValueError):
                Env(**{**good, **bad})

    def test_a_large_program_is_fast(self):
        import time

        items = []
        for i in range(20_000):
            top = Label()
            items += [top, R[1].set(R[2] + i), BrLt(R[1], 1000, top), Mov(M[R[3] + 4], R[4]), R[5].set(M[top]),
                      Sys01(3, i)]
        best = min(self.timed(time.perf_counter, Script(items)) for _ in range(3))
        self.assertLess(best, 1.0)

    @staticmethod
    def timed(clock, script):
        start = clock()
        script.encode()
        return clock() - start


class Data(unittest.TestCase):
    def test_kinds(self):
        self.assertEqual(code(D("é"), D(-1), D(2**32 - 1), D(b"ab"), D(bytearray(b"c")), D(True)),
                         "c3a900" + "ff" * 8 + "6162" + "63" + "01000000")
        self.assertEqual(code(Bytes.from8(-1), Bytes.from16(65535), Bytes.from_str("t", False)), "ffffff74")
        for bad in (lambda: D(2**32), lambda: Bytes.from8(256), lambda: Bytes.from16(-32769)):
            with self.assertRaises(OverflowError):
                bad()
        lab = Label()
        self.assertEqual(code(lab, DataExpr(lab, 8), DataExpr(lab - lab, 0)), "0000010000000000")
        with self.assertRaises(TypeError):
            Script([DataExpr(lab, -1)]).build()

    def test_branches_to_what_is_not_a_label(self):
        inst = Nop()
        script = Script([inst, Br(inst), Br(Imm(0x10000)), Br(M[inst]), Br(R[16384])], add_exit=False,
                        env=Env(ram_region=(0, 0x10008), code_region=(0x10008, 0x20000), named_registers={}))
        offsets = [line.split("#")[1].split(":")[0] for line in script.listing().splitlines()[1:]]
        self.assertEqual([int(offset) for offset in offsets], [-3, -13, -7, -17])
        for bad in (0x10000, M[R[1]], "x", None):
            with self.assertRaises(AttributeError):
                Script([Br(bad)]).build()

    def test_directives(self):
        with self.assertRaises(ValueError):
            Align(0)
        self.assertEqual(repr([Align(4), NoPad()]), "[Align(4), NoPad()]")


class Macros(unittest.TestCase):
    def test_conditions_must_be_comparisons(self):
        with self.assertRaises(AttributeError):
            when(R[0], Nop())
        with self.assertRaises(AttributeError):
            case({5: Nop()})

    def test_pack_takes_generators(self):
        packed = pack(x for x in [Nop(), Label("l"), D(1)])
        self.assertEqual([type(x).__name__ for x in packed], ["NoPad", "Op", "Label", "NoPad", "Bytes"])

    def test_subroutines(self):
        sub = Subroutine("f")
        self.assertEqual((sub.name, str(sub.label)), ("f", "f"))
        self.assertIs(sub.define(None), sub)
        self.assertIs(sub.define([Nop()], save_regs=[R[3], R[1], R[3]]), sub)
        self.assertIs(sub.code, sub.code)
        with self.assertRaises(bajo.exc.DuplicateDefError):
            sub.define(Nop())
        for bad in (R["sp"], M[0], 5):
            with self.assertRaises(AttributeError):
                Subroutine("g").define(Nop(), save_regs=[bad])
        with self.assertRaises(MissingDefError):
            Subroutine("h").code
        listing = Script([sub]).listing().splitlines()
        self.assertEqual(listing[0], ".f")
        self.assertEqual(len(listing), 11)

    def test_subclasses(self):
        calls = []

        class Counted(Subroutine):
            def call(self):
                calls.append(self.name)
                return super().call()

        sub = Counted("f").define(Nop(), is_leaf=True)
        Script([R["sp"].set(100), sub(), sub.call(), Exit(), sub]).build()
        self.assertEqual(calls, ["f", "f"])

    def test_texts(self):
        self.assertEqual(repr(Sys01(5, R[1])), "Sys01(5, R[1])")
        self.assertEqual(str(D(Label("x"))), "@x")
        self.assertIsInstance(Nop(), Op)
        self.assertIsInstance(D(1), Inst)


class Command(unittest.TestCase):
    def run_command(self, *args):
        done = subprocess.run([sys.executable, "-m", "bajo", *args], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr

    def test_asm_and_dis(self):
        import json
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "program.py"
            helper = Path(folder) / "helper.py"
            helper.write_text("VALUE = 5\n")
            source.write_text(
                "from helper import VALUE\nfrom bajo import R, Script, Label\n"
                "prog = Script([Label('main'), R[1].set(VALUE)])\n"
            )
            out, info = Path(folder) / "out.bin", Path(folder) / "info.json"
            self.assertEqual(self.run_command("asm", str(source), "-o", str(out), "--info", str(info)), (0, "", ""))
            self.assertEqual(out.read_bytes().hex(), "3d09292d01")
            known = {"base": 0x10000, "end": 0x10005, "ram": [0, 0x10000], "labels": {"main": 0x10000}}
            self.assertEqual(json.loads(info.read_text()), known)
            code, listing, _ = self.run_command("asm", str(source))
            self.assertEqual((code, listing.splitlines()[0]), (0, ".main"))
            code, listing, _ = self.run_command("dis", str(out), "--base", "0x100")
            self.assertEqual((code, listing.split()[0]), (0, "100:"))
            source.write_text("from bajo import R, Script\nscript = Script([R['x'].set(1)])\n")
            code, _, errors = self.run_command("asm", str(source), "-o", str(out))
            self.assertEqual(code, 1)
            self.assertIn("program.py:2: ", errors)
            self.assertNotIn("Traceback", errors)
            code, _, errors = self.run_command("asm", str(source), "--script", "other")
            self.assertEqual(code, 1)
            self.assertIn("there are: script", errors)
            source.write_text("from bajo import R, Script\nscript = Script([R[0].set(R[1] + 99999999999)])\n")
            code, _, errors = self.run_command("asm", str(source))
            self.assertEqual(code, 1)
            self.assertNotIn("runpy", errors)
            self.assertIn("is outside -2147483648..2147483647", errors)
            self.assertEqual(self.run_command("asm", str(Path(folder) / "none.py"))[0], 1)


if __name__ == "__main__":
    unittest.main()

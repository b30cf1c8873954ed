#!/usr/bin/env python3
"""Writes cases.txt: what CPython 3.11 answers to patterns, by hand and at random.

Usage: python3.11 record.py [random cases] [seed] > cases.txt

One case a line, fields parted by tabs: kind (s, b), flags, operation, pattern, text, begin, end, expected.
Offsets are bytes of the UTF-8 text. Text is escaped: \\\\, \\t, \\n, \\r, \\xNN (bytes), \\u{...} (characters).
Expected of search, match, fullmatch: "-", or spans of all groups ("-" for none), last index, last group;
of iter: such matches, parted by spaces; of sub, expand: the result; of split: the parts, parted by tabs escaped;
of compile: flags, groups, names; an error is "!class: message" in each.
"""
import random
import re
import signal
import sys
import warnings

from by_hand import LONG, PATTERNS, TEMPLATES

warnings.simplefilter("ignore")


class TooLong(Exception):
    pass


def alarm(*_):
    raise TooLong


signal.signal(signal.SIGALRM, alarm)


def show(text):
    out = []
    for c in text:
        if isinstance(c, int):
            out.append(chr(c) if 32 <= c < 127 and c != 92 else "\\\\" if c == 92 else f"\\x{c:02x}")
        elif c == "\\":
            out.append("\\\\")
        elif " " <= c < "\x7f":
            out.append(c)
        else:
            out.append({"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(c) or f"\\u{{{ord(c):x}}}")
    return "".join(out)


def offset(text, at):
    return at if isinstance(text, bytes) else len(text[:at].encode("utf-8", "surrogatepass"))


def show_match(m, text):
    if m is None:
        return "-"
    spans = []
    for g in range(m.re.groups + 1):
        a, b = m.span(g)
        spans.append("-" if a < 0 else f"{offset(text, a)},{offset(text, b)}")
    return f"{';'.join(spans)}|{m.lastindex}|{show(m.lastgroup) if m.lastgroup else None}"


def answer(pattern, flags, op, text, begin, end):
    try:
        p = re.compile(pattern, flags)
    except (re.error, ValueError, OverflowError) as e:
        return f"!{type(e).__name__}: {show(str(e))}"
    if op == "compile":
        names = ",".join(f"{show(n)}:{i}" for n, i in p.groupindex.items())
        return f"{p.flags} {p.groups} {names}"
    if op == "escape":
        return show(re.escape(text))
    if op in ("search", "match", "fullmatch"):
        return show_match(getattr(p, op)(text, begin, end), text)
    if op == "iter":
        return " ".join(show_match(m, text) for m in p.finditer(text, begin, end)) or "-"
    try:
        if op.startswith("sub "):
            return show(p.sub(TEMPLATE[op[4:]][isinstance(text, bytes)], text))
        if op == "split":
            return "\\t".join("None" if x is None else "=" + show(x) for x in p.split(text))
        if op.startswith("expand "):
            template = eval(op[7:])
            m = p.search(text)
            return show(m.expand(template))
    except (re.error, IndexError, ValueError, OverflowError) as e:
        return f"!{type(e).__name__}: {show(str(e))}"
    raise AssertionError(op)


# The templates of "sub", by name.
TEMPLATE = {
    "whole": (r"<\g<0>>", rb"<\g<0>>"),
    "dash": ("-", b"-"),
}


def record(pattern, text="", flags=0, op="search", begin=0, end=None):
    if end is None:
        end = len(text)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        expected = answer(pattern, flags, op, text, begin, end)
    except (TooLong, RecursionError, MemoryError):
        return
    except SystemError:
        # A known fault of CPython with groups in possessive repeats.
        return
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    kind = "b" if isinstance(pattern, bytes) else "s"
    name = op
    if op.startswith("expand "):
        name = "expand " + show(eval(op[7:]))
    row = [kind, str(int(flags)), name, show(pattern), show(text), str(offset(text, begin)), str(offset(text, end)), expected]
    # Memory addresses and limits of the recorder's build do not belong in a case.
    line = "\t".join(row)
    if line not in seen:
        seen.add(line)
        print(line)


seen = set()


class Grammar:
    """Patterns at random, mostly valid."""

    def __init__(self, rnd, bytes_):
        self.r = rnd
        self.bytes = bytes_
        self.open = []
        self.groups = 0
        self.names = []
        self.letters = "ab" if rnd.random() < 0.6 else "abAc1_ \n" + ("" if bytes_ else "éÉßſKs€")

    def pick(self, *options):
        return self.r.choice(options)

    def char(self):
        c = self.r.choice(self.letters)
        return "\\n" if c == "\n" and self.r.random() < 0.5 else c

    def set(self):
        items = []
        for _ in range(self.r.randint(1, 3)):
            k = self.r.random()
            if k < 0.5:
                items.append(self.char())
            elif k < 0.75:
                items.append(self.pick("a-c", "b-z", "A-Z", "0-9", "\\x00-\\x7f" if self.bytes else "a-é", "a-b"))
            else:
                items.append(self.pick("\\d", "\\w", "\\s", "\\W", "\\D", "\\S"))
        return "[" + self.pick("", "", "^") + "".join(items) + "]"

    def atom(self, depth):
        k = self.r.random()
        if depth <= 0 or k < 0.38:
            return self.char()
        if k < 0.44:
            return self.pick(".", ".", "\\w", "\\d", "\\s", "\\W")
        if k < 0.52:
            return self.set()
        if k < 0.58:
            return self.pick("^", "$", "\\b", "\\B", "\\A", "\\Z")
        if k < 0.74:
            self.groups += 1
            mine = self.groups
            name = ""
            if self.r.random() < 0.15:
                name = f"?P<n{mine}>"
                self.names.append(f"n{mine}")
            self.open.append(mine)
            inner = self.alt(depth - 1)
            self.open.remove(mine)
            return f"({name}{inner})"
        if k < 0.80:
            return "(?:" + self.alt(depth - 1) + ")"
        if k < 0.83:
            return "(?>" + self.alt(depth - 1) + ")"
        if k < 0.88:
            return self.pick("(?=", "(?!") + self.alt(depth - 1) + ")"
        if k < 0.91:
            return self.pick("(?<=", "(?<!") + self.fixed() + ")"
        if k < 0.93:
            flag = self.pick("i", "s", "m", "x", "a", "-i", "i-s", "s-i")
            return f"(?{flag}:" + self.alt(depth - 1) + ")"
        if k < 0.97 and self.groups:
            g = self.r.randint(1, self.groups)
            if g in self.open:
                return self.char()
            return f"\\{g}" if g > 9 or self.r.random() < 0.8 else f"(?:\\{g})"
        if self.groups:
            g = self.r.randint(1, self.groups)
            no = "|" + self.seq(depth - 1) if self.r.random() < 0.6 else ""
            return f"(?({g}){self.seq(depth - 1)}{no})"
        return self.char()

    def fixed(self):
        return "".join(self.pick(self.char(), ".", self.set(), "\\b") for _ in range(self.r.randint(0, 3)))

    def seq(self, depth):
        out = []
        for _ in range(self.pick(0, 1, 1, 2, 2, 3)):
            a = self.atom(depth)
            if self.r.random() < 0.35 and a not in ("^", "$", "\\b", "\\B", "\\A", "\\Z"):
                a += self.pick("*", "+", "?", "{2}", "{1,2}", "{0,2}", "{2,}", "{,2}") + self.pick("", "", "", "?", "?", "+")
            out.append(a)
        return "".join(out)

    def alt(self, depth):
        return "|".join(self.seq(depth) for _ in range(self.pick(1, 1, 1, 2, 2, 3)))

    def text(self):
        return "".join(self.r.choice(self.letters) for _ in range(self.r.choice((0, 1, 2, 3, 4, 5, 6, 8, 12))))


def damage(rnd, pattern):
    """A pattern that is probably wrong."""
    for _ in range(rnd.randint(1, 2)):
        at = rnd.randint(0, len(pattern))
        if rnd.random() < 0.5 and at < len(pattern):
            pattern = pattern[:at] + pattern[at + 1:]
        else:
            junk = rnd.choice(["(", ")", "[", "]", "*", "+", "?", "{", "}", "\\", "|", "(?", "(?P<", "\\1", "\\9", "(?(1)", "(?i)",
                               "(?<", "(?<=", "{3,1}", "^", "-", "(?#", "(?P=x)", "\\x", "\\8", "(?i", "(?-", "é", ">", "\\q", ",", "<"])
            pattern = pattern[:at] + junk + pattern[at:]
    return pattern


def as_bytes(s):
    return s.encode("latin-1", "replace")


def at_random(count, seed):
    rnd = random.Random(seed)
    for i in range(count):
        bytes_ = rnd.random() < 0.15
        g = Grammar(rnd, bytes_)
        pattern = g.alt(3)
        text = g.text()
        if rnd.random() < 0.2:
            pattern = damage(rnd, pattern)
        flags = 0
        for f in (re.I, re.M, re.S, re.X, re.A):
            if rnd.random() < 0.12:
                flags |= f
        op = rnd.choice(["search", "search", "match", "fullmatch", "iter", "iter", "sub whole", "split", "compile"])
        begin, end = 0, len(text)
        if op in ("search", "match", "fullmatch", "iter") and rnd.random() < 0.2:
            begin, end = sorted((rnd.randint(0, len(text)), rnd.randint(0, len(text))))
        if bytes_:
            pattern, text = as_bytes(pattern), as_bytes(text)
        record(pattern, text, flags, op, begin, end)


def by_hand():
    for pattern, flags, texts in PATTERNS:
        record(pattern, type(pattern)(), flags, "compile")
        for text in texts:
            for op in ("search", "match", "fullmatch", "iter", "sub whole", "sub dash", "split"):
                record(pattern, text, flags, op)
            if len(text) > 1:
                record(pattern, text, flags, "search", 1)
                record(pattern, text, flags, "search", 0, len(text) - 1)
    for pattern, text, templates in TEMPLATES:
        for template in templates:
            record(pattern, text, 0, "expand " + repr(template))
    for text in ("".join(map(chr, range(128))), "a.b-é€", bytes(range(256))):
        record(type(text)(), text, 0, "escape")
    # Texts longer than what one fuel pays.
    for n in (0, 31, 32, 33, 64, 127, 255, 256, 257, 513):
        for pattern in LONG:
            for pad in "xé" if n < 128 else "x":
                record(pattern, pad * n + "needle" + "x" * 3, 0, "search")
                record(pattern, pad * n, 0, "search")


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2500
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    print("# Written by record.py from CPython 3.11. Do not edit.")
    if seed == 1:
        by_hand()
    at_random(count, seed)

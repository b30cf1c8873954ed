#!/usr/bin/env python3
"""Writes cases.txt: what CPython 3.11's json answers to texts, by hand and at random.

Usage: python3.11 record.py [random cases] [seed] > cases.txt

One case a line, fields parted by tabs: operation, text, expected. Text is escaped: \\\\, \\t, \\n, \\r, \\u{...}.
loads, lax (not strict): the value as a line of its parts, or "!" and the message;
raw N: the same from character N on, with "@" and the byte where it ends;
ascii, plain: the text as json.dumps writes it, with ensure_ascii and without.
"""
import json
import random
import sys


def show(text):
    out = []
    for c in text:
        if c == "\\":
            out.append("\\\\")
        elif " " <= c < "\x7f":
            out.append(c)
        else:
            out.append({"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(c) or f"\\u{{{ord(c):x}}}")
    return "".join(out)


class Object(list):
    pass


class Number(str):
    pass


def parts(v):
    if isinstance(v, Object):
        return "{" + "".join(f'"{show(k)}":{parts(x)},' for k, x in v) + "}"
    if isinstance(v, list):
        return "[" + "".join(parts(x) + "," for x in v) + "]"
    if isinstance(v, Number):
        return str(v)
    if isinstance(v, str):
        return f'"{show(v)}"'
    return {None: "null", True: "true", False: "false"}[v]


def decoder(strict):
    return json.JSONDecoder(
        object_pairs_hook=Object,
        parse_int=lambda s: Number("i" + s),
        parse_float=lambda s: Number("f" + s),
        parse_constant=lambda s: Number("c" + s),
        strict=strict,
    )


def answer(op, text):
    try:
        if op.startswith("raw "):
            value, end = decoder(True).raw_decode(text, int(op[4:]))
            return f"{parts(value)}@{len(text[:end].encode('utf-8', 'surrogatepass'))}"
        if op == "loads" and text.startswith("\ufeff"):
            json.loads(text)
        if op in ("loads", "lax"):
            return parts(decoder(op == "loads").decode(text))
    except json.JSONDecodeError as e:
        return "!" + show(str(e))
    return show(json.dumps(text, ensure_ascii=op == "ascii"))


seen = set()


def record(op, text):
    line = "\t".join((op, show(text), answer(op, text)))
    if line not in seen:
        seen.add(line)
        print(line)


TEXTS = [
    "", " ", "\n\n ", "null", "true", "false", "NaN", "Infinity", "-Infinity", " null ", "\t\r\n1\n", "nul", "nulll", "True", "N", "Na", "Inf", "-Inf", "-Infinit",
    "0", "-0", "1", "-1", "12345678901234567890", "01", "-01", "00", "1.5", "1.", ".5", "-.5", "1.5e3", "1e5", "1E5", "1e+5", "1e-5", "1e", "1e+", "1E-", "1.e5",
    "1.5e", "1.5.5", "+1", "-", "--1", "- 1", "1 2", "1,", "0x10", "1_000", "٣", "1٣", "1e٣", "-a", "1.0E+2 ", "0e0", "0.0", "-0.0", "1e400",
    '""', '"a"', '"', '"a', '"a\\', '"\\', '"\\"', '"\\""', '"\\\\"', '"\\/\\b\\f\\n\\r\\t"', '"\\a"', '"\\x41"', '"\\u0041"', '"\\u00e9"', '"\\u00E9"', '"\\u"', '"\\u1"',
    '"\\u12"', '"\\u123"', '"\\u123', '"\\u1234', '"\\u12345"', '"\\u12g4"', '"\\u 123"', '"\\u+123"', '"\\u12é4"', '"\\u123é"', '"é\\u12"', '"\\U0041"',
    '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ude00"', '"\\ud83dx"', '"\\ud83d\\n"', '"\\ud83d\\u0041"', '"\\ud83d\\ud83d\\ude00"', '"\\ud83d\\u12"', '"\\ud83d\\u"', '"\\ud83d\\ude0"',
    '"\\ud83d\\ude0', '"\\ud83d\\ude00', '"\\ud83d\\uzzzz"', '"\\ud83d\\u12x4"', '"\\ud83d\\', '"\\ud83d\\u1234"', '"\\ud83d\\u12é"',
    '"a\nb"', '"a\tb"', '"\x00"', '"\x1f"', '"\x7f"', '"é€😀"', '"a"b', '"a" "b"', "'a'", '"\u2028"', "é", '"a\\\nb"', '"\x1f\\', '"\n',
    "[]", "[ ]", "[1]", "[1,2]", "[ 1 , 2 ]", "[1,]", "[,]", "[,1]", "[1,,2]", "[1 2]", "[", "[1", "[1,", "[1, ", "[]]", "[[]]", "[[[]", "]", "[1}", "[}", '["a"', '["a",', "[nul]",
    "[\n1,\n2,\n]", "[1\n\n2]", "[-]", "[NaN,-Infinity,Infinity]", "[true,false,null]", "[[1,[2,[3]]],[]]", "[1.5,]", "[\x0b1]", "[\xa01]",
    "{}", "{ }", '{"a":1}', '{"a":1,"b":2}', ' { "a" : 1 , "b" : [ ] } ', '{"a":1,"a":2}', '{"a"}', '{"a":}', '{"a":1,}', "{,}", "{1:2}", "{a:1}", "{'a':1}", '{"a" 1}', '{"a":1 "b":2}',
    "{", '{"a', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1]', "{]", "}", '{"a":1}}', '{"a":{"b":{"c":{}}}}', '{"":0}', '{"\\u0061":1}', '{"\\q":1}', '{"a":\n\n1,\n  b}', '{"é":1,x}',
    '{"a"\n:\t1}', '{"a"::1}', '{"a":1,,"b":2}', '{"a":[}', '{"a":[1,2}', '[{"a":1},{"b":2}', '{null:1}', '{"a":1;}', '{"a":"\n"}', '{"\n":1}', "//c\n1", "[1]/**/",
    "\ufeff", "\ufeff1", " \ufeff1", "1\ufeff", "\x00", "1\x00", "[" * 40 + "]" * 40, "[" * 40, '{"a":' * 40 + "1" + "}" * 40, '[{"a":' * 20 + "1" + "}]" * 20, '[{"a":' * 20 + "1" + "]}" * 20,
]

STRINGS = [
    "", "abc", '"', "\\", "/", "\b\f\n\r\t\v\0\x1b\x1f", " ~\x7f\x80\x9f\xa0é", "\u2028\u2029\uffff\ufeff", "😀\U00010000\U0010ffff", "a\"b\\c\nd", "\ue000", "日本語",
    "".join(map(chr, range(0x180))), "<script>&'",
]


def value(r, depth):
    k = r.random()
    if depth <= 0 or k < 0.5:
        return r.choice(["1", "-2.5", "1e9", "0", "true", "null", '"a"', '"\\n\\u00e9"', '"é"', "NaN", '""', '"\\ud83d\\ude00"', "Infinity"])
    space = lambda: r.choice(["", "", "", " ", "\n", "\t "])
    n = r.randint(0, 3)
    if k < 0.75:
        return "[" + ",".join(space() + value(r, depth - 1) + space() for _ in range(n)) + space() + "]"
    return "{" + ",".join(f'{space()}"{r.choice("abé")}"{space()}:{space()}{value(r, depth - 1)}{space()}' for _ in range(n)) + "}"


def damage(r, text):
    for _ in range(r.randint(1, 2)):
        at = r.randint(0, len(text))
        if r.random() < 0.6:
            text = text[:at] + text[at + r.randint(1, 2):]
        else:
            text = text[:at] + r.choice(list('[]{},:"\\-.eE0u \nét') + ["\\u", "\\ud83d"]) + text[at:]
    return text


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
    r = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print("# Written by record.py from CPython 3.11. Do not edit.")
    for text in TEXTS:
        for op in ("loads", "lax"):
            record(op, text)
        for at in (0, 1, 2):
            if at <= len(text):
                record(f"raw {at}", text)
    for text in STRINGS:
        record("ascii", text)
        record("plain", text)
    for _ in range(count):
        text = value(r, 4)
        if r.random() < 0.7:
            text = damage(r, text)
        record("loads", text)

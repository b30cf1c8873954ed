# Malformed input: message, line, column and position.
import json
for text in ("", " ", "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[1 2]", '{"a"', '{"a":', '{"a":1',
        '{"a":1,', '{"a":1,}', '{"a" 1}', "{a: 1}", "{1: 2}", "{'a': 1}", "nul", "nulll", "tru", "True",
        "None", "01", "-", "+1", ".5", "1.", "1e", "1e+", "0x10", "1_000", "[1] x", "1 2", "{}{}", "[1}",
        '{"a":1]', "\n\n[1,\n 2,\n x]", "nan", "inf", "-inf", "--1", "[1,,2]", '{"a":}', "// c\n1", "\ufeff1",
        '{,}', '["a" "b"]'):
    try:
        print(ascii(text), json.loads(text))
    except ValueError as e:
        print(ascii(text), "->", type(e).__name__, e)
try:
    json.loads('{"a":\n  [1, 2,\n  oops]}')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, len(e.doc), isinstance(e, ValueError))

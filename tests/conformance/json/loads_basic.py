# loads of every kind of value, white space, bytes input.
import json
for text in ("null", "true", "false", "0", "-0", "12", "-7", "1.5", "-0.0", "1e5", "1E-2", "2.5e+3",
        "123456789012345678901234567890", "[]", "[1, 2]", "{}", '{"a": 1}', '{"a": {"b": [null, true]}}',
        '"s"', " [ 1 , 2 ] ", "\n\t{ \"k\" :\r\n 5 }\n", '{"a":1,"a":2}', "[[[[]]]]", "NaN", "Infinity",
        "-Infinity", '{"": 0}', "[1e400, -1e400, 1e-400]"):
    v = json.loads(text)
    print(repr(v), type(v).__name__)
print(json.loads(b'{"k": "\xc3\xa9"}'), json.loads(bytearray(b"[1]")), json.loads("5".encode("utf-16")),
    json.loads("[2]".encode("utf-32-le")), json.loads("\ufeff"[1:] + "1"))
for bad in (5, None, [1], {"a": 1}):
    try:
        json.loads(bad)
    except TypeError as e:
        print(e)
print(json.loads('{"b": 1, "a": 2}'), list(json.loads('{"z": 1, "y": 2}')), json.loads("[1.0, 1, 1e0]"),
    json.loads("-1.5E+2"))

# indent, separators, sort_keys, ensure_ascii, skipkeys, default, allow_nan.
import json
data = {"b": [1, 2, {"x": None}], "a": {}, "c": [], "d": "é"}
print(json.dumps(data, indent=2))
print(json.dumps(data, indent="\t"), json.dumps(data, indent=0), json.dumps([], indent=2),
    json.dumps([[]], indent=1), json.dumps({}, indent=4), json.dumps(5, indent=2))
print(json.dumps(data, separators=(",", ":")), json.dumps([1, 2], separators=(" ; ", "=")),
    json.dumps({"k": [1, 2]}, separators=(", ", " = "), indent=1))
print(json.dumps("é☃😀\u2028", ensure_ascii=False), json.dumps("é☃😀"), json.dumps({"é": 1},
    ensure_ascii=False), json.dumps(data, sort_keys=True, indent=None))
print(json.dumps({(1, 2): 1, "ok": 2, b"b": 3}, skipkeys=True), json.dumps([{1, 2}], default=sorted),
    json.dumps({"z": 1j}, default=lambda z: [z.real, z.imag]), json.dumps(object, default=lambda o: "type"))
class Enc:
    def __init__(self, v):
        self.v = v
print(json.dumps([Enc(1), Enc([Enc("x")])], default=lambda o: {"enc": o.v}))
for f in (lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps([1e400], allow_nan=False),
        lambda: json.dumps({1: 1, "a": 2}, sort_keys=True), lambda: json.dumps({1}, default=lambda o: 1 / 0),
        lambda: json.dumps(), lambda: json.dumps(1, nope=2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).split("(")[0])

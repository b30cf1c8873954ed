# dump to any object with write, load from any object with read.
import json, io
out = io.StringIO()
print(json.dump({"a": [1, 2.5, None]}, out), out.getvalue())
json.dump([1], out, indent=1)
print(repr(out.getvalue()))
class Sink:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
        return len(text)
s = Sink()
json.dump({"k": ["v", {"n": 1}], "t": True}, s, separators=(",", ":"))
print("".join(s.parts), len(s.parts) > 1, all(type(p) is str for p in s.parts))
print(json.load(io.StringIO(' {"x": [1, 2]} ')), json.load(io.BytesIO(b'["\xc3\xa9"]')))
class Source:
    def read(self):
        return "[7, 8]"
print(json.load(Source()), json.load(io.StringIO("5"), parse_int=str))
for f in (lambda: json.load(io.StringIO("")), lambda: json.load("[1]"), lambda: json.dump(1, None),
        lambda: json.load(io.StringIO("[1] [2]")), lambda: json.dump({1}, io.StringIO()),
        lambda: json.dump(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class Full:
    def write(self, text):
        raise OSError("full")
try:
    json.dump([1], Full())
except OSError as e:
    print(e)

# JSONEncoder and JSONDecoder, also subclassed.
import json
class Shape:
    def __init__(self, kind, size):
        self.kind, self.size = kind, size
class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Shape):
            return {"shape": o.kind, "size": o.size}
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        return super().default(o)
print(json.dumps([Shape("box", 2), {3, 1}], cls=Encoder), Encoder(sort_keys=True).encode({"b": Shape("c", 1),
    "a": 0}), json.JSONEncoder(separators=(",", ":")).encode([1, {"a": 2}]))
print("".join(json.JSONEncoder().iterencode({"a": [1, None, "x"]})), json.JSONDecoder().decode("[1, 2]"),
    json.JSONDecoder().raw_decode('{"a": 1} rest'), json.JSONDecoder().raw_decode("xx[1]", 2))
try:
    json.dumps(object(), cls=Encoder)
except TypeError as e:
    print(e)
for text in ("", "xyz", " [1]"):
    try:
        print(json.JSONDecoder().raw_decode(text))
    except json.JSONDecodeError as e:
        print(repr(text), e)
class Decoder(json.JSONDecoder):
    def __init__(self, *args, **kw):
        super().__init__(*args, object_hook=self.hook, **kw)
    def hook(self, d):
        return Shape(d["shape"], d["size"]) if "shape" in d else d
back = json.loads('[{"shape": "ball", "size": 9}, {"a": 1}]', cls=Decoder)
print(back[0].kind, back[0].size, back[1])

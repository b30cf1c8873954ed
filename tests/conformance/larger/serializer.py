# turns values into text and back, with a registry of classes
class Registry:
    classes = {}

    @classmethod
    def register(cls, kind):
        cls.classes[kind.__name__] = kind
        return kind


def dump(x):
    match x:
        case None | True | False:
            return str(x)[0]
        case int() | float():
            return f"{type(x).__name__[0]}{x!r};"
        case str():
            return f"s{len(x)}:{x}"
        case bytes():
            return "b" + x.hex() + ";"
        case list() | tuple() | set():
            items = sorted(x) if isinstance(x, set) else x
            return {list: "[", tuple: "(", set: "<"}[type(x)] + "".join(map(dump, items)) + "/"
        case dict():
            return "{" + "".join(dump(k) + dump(v) for k, v in x.items()) + "/"
        case _ if type(x).__name__ in Registry.classes:
            return "O" + dump(type(x).__name__) + dump(x.__dict__)
    raise TypeError(f"cannot dump {type(x).__name__}")


class Loader:
    def __init__(self, text):
        self.text, self.pos = text, 0

    def until(self, stop):
        end = self.text.index(stop, self.pos)
        part, self.pos = self.text[self.pos:end], end + 1
        return part

    def items(self):
        while self.text[self.pos] != "/":
            yield self.load()
        self.pos += 1

    def load(self):
        c = self.text[self.pos]
        self.pos += 1
        method = getattr(self, "load_" + {"[": "list", "(": "tuple", "<": "set", "{": "dict"}.get(c, c), None)
        if method is None:
            raise ValueError(f"bad code {c!r} at {self.pos - 1}")
        return method()

    load_N = lambda self: None
    load_T = lambda self: True
    load_F = lambda self: False
    load_i = lambda self: int(self.until(";"))
    load_f = lambda self: float(self.until(";"))
    load_b = lambda self: bytes.fromhex(self.until(";"))
    load_list = lambda self: list(self.items())
    load_tuple = lambda self: tuple(self.items())
    load_set = lambda self: set(self.items())

    def load_s(self):
        n = int(self.until(":"))
        self.pos += n
        return self.text[self.pos - n:self.pos]

    def load_dict(self):
        it = self.items()
        return {k: next(it) for k in it}

    def load_O(self):
        cls = Registry.classes[self.load()]
        obj = cls.__new__(cls)
        obj.__dict__.update(self.load())
        return obj


@Registry.register
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, o):
        return vars(self) == vars(o)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


for v in (None, True, 5, -7, 2.5, float("inf"), 10 ** 30, "text", "é:;/", b"\x00\xff", [], [1, [2, (3,)]], {"a": 1, 2: None}, {3, 1, 2}, (), Point(1, [2]), [Point(0, Point(1, 2))]):
    text = dump(v)
    back = Loader(text).load()
    print(text, back == v, type(back) is type(v))
for bad in ("x", "s5:ab", "i12", "[i1;", "OsX", "", "s3:AbcO", "Os1:Z{/"):
    try:
        print(repr(Loader(bad).load()))
    except (ValueError, KeyError, IndexError) as e:
        print(repr(bad), type(e).__name__)
try:
    dump(object())
except TypeError as e:
    print(e)

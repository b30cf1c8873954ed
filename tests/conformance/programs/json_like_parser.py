# A recursive descent parser for a JSON-like notation with comments, and a printer.
class ParseError(ValueError):
    def __init__(self, text, pos, what):
        line = text.count("\n", 0, pos) + 1
        column = pos - (text.rfind("\n", 0, pos) + 1) + 1
        super().__init__(f"line {line}, column {column}: {what}")
        self.line, self.column = line, column


class Parser:
    ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f"}
    WORDS = {"true": True, "false": False, "null": None}

    def __init__(self, text):
        self.text = text
        self.pos = 0

    def fail(self, what, pos=None):
        raise ParseError(self.text, self.pos if pos is None else pos, what)

    def peek(self):
        text, n = self.text, len(self.text)
        while self.pos < n:
            c = text[self.pos]
            if c in " \t\r\n":
                self.pos += 1
            elif text.startswith("//", self.pos):
                end = text.find("\n", self.pos)
                self.pos = n if end < 0 else end
            else:
                return c
        return ""

    def expect(self, c):
        got = self.peek()
        if got != c:
            self.fail(f"expected {c!r}, found {got!r}" if got else f"expected {c!r}, found the end")
        self.pos += 1

    def value(self):
        c = self.peek()
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        if c == '"':
            return self.string()
        if c == "-" or c.isdigit():
            return self.number()
        start = self.pos
        while self.pos < len(self.text) and self.text[self.pos].isalpha():
            self.pos += 1
        word = self.text[start:self.pos]
        if word in self.WORDS:
            return self.WORDS[word]
        self.fail(f"unknown word {word!r}" if word else f"unexpected {c!r}" if c else "a value is missing",
            start)

    def object(self):
        self.expect("{")
        out = {}
        while self.peek() != "}":
            if out:
                self.expect(",")
                if self.peek() == "}":
                    break
            if self.peek() != '"':
                self.fail("a key must be a string")
            at = self.pos
            key = self.string()
            if key in out:
                self.fail(f"key {key!r} twice", at)
            self.expect(":")
            out[key] = self.value()
        self.pos += 1
        return out

    def array(self):
        self.expect("[")
        out = []
        while self.peek() != "]":
            if out:
                self.expect(",")
                if self.peek() == "]":
                    break
            out.append(self.value())
        self.pos += 1
        return out

    def string(self):
        start = self.pos
        self.pos += 1
        out = []
        while True:
            if self.pos >= len(self.text):
                self.fail("string without end", start)
            c = self.text[self.pos]
            self.pos += 1
            if c == '"':
                return "".join(out)
            if c == "\\":
                e = self.text[self.pos:self.pos + 1]
                self.pos += 1
                if e == "u":
                    digits = self.text[self.pos:self.pos + 4]
                    try:
                        out.append(chr(int(digits, 16)))
                    except ValueError:
                        self.fail(f"bad escape \\u{digits}")
                    self.pos += 4
                elif e in self.ESCAPES and e:
                    out.append(self.ESCAPES[e])
                else:
                    self.fail(f"bad escape \\{e}", self.pos - 2)
            else:
                out.append(c)

    def number(self):
        start = self.pos
        while self.pos < len(self.text) and self.text[self.pos] in "+-.0123456789eE":
            self.pos += 1
        text = self.text[start:self.pos]
        for kind in (int, float):
            try:
                return kind(text)
            except ValueError:
                pass
        self.fail(f"bad number {text!r}", start)


def parse(text):
    p = Parser(text)
    value = p.value()
    if p.peek():
        p.fail("text after the value")
    return value


def show(v, indent=0):
    pad = "  " * indent
    if isinstance(v, dict) and v:
        return "{\n" + ",\n".join(f'{pad}  "{k}": {show(x, indent + 1)}' for k, x in v.items()) + f"\n{pad}}}"
    if isinstance(v, list) and v:
        return "[" + ", ".join(show(x, indent + 1) for x in v) + "]"
    if v is True or v is False or v is None:
        return {True: "true", False: "false", None: "null"}[v]
    return '"' + v.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"' if isinstance(v,
        str) else repr(v)


SOURCE = r"""// a robot
{
  "name": "r\"2\" \u00e9",  // escapes
  "legs": [1, -2.5, 1e3, 12345678901234567890,],
  "deep": {"a": {"b": [[], {}, null, true, false]}},
}"""
tree = parse(SOURCE)
print(tree)
print(show(tree))
print(parse(show(tree)) == tree)
for bad in ("", "[1 2]", '{"a" 1}', '{a: 1}', '"abc', "[1,\n 2,\n tru]", '"\\q"', "1 2", "[-]",
        '{"a": 1, "a": 2}', "[", '"\\u12"', "@"):
    try:
        print(parse(bad))
    except ParseError as e:
        print(repr(bad), "->", e)

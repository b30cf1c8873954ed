"""Queens on boards of growing size, and a parser of a small language of values."""


def queens(n):
    """Ways to put n queens on a board of n rows."""
    columns = set()
    rising = set()
    falling = set()

    def place(row):
        if row == n:
            yield tuple(board)
            return
        for column in range(n):
            if column in columns or row + column in rising or row - column in falling:
                continue
            columns.add(column)
            rising.add(row + column)
            falling.add(row - column)
            board.append(column)
            yield from place(row + 1)
            board.pop()
            columns.remove(column)
            rising.remove(row + column)
            falling.remove(row - column)

    board = []
    return place(0)


class ParseError(ValueError):
    def __init__(self, message, at):
        super().__init__(f"{message} at {at}")
        self.at = at


class Parser:
    """Values as JSON writes them."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def peek(self):
        while self.at < len(self.text) and self.text[self.at] in " \n":
            self.at += 1
        return self.text[self.at] if self.at < len(self.text) else ""

    def take(self, expected):
        if self.peek() != expected:
            raise ParseError(f"expected {expected!r}", self.at)
        self.at += 1

    def items(self, end, item):
        found = []
        while self.peek() != end:
            found.append(item())
            if self.peek() != ",":
                break
            self.at += 1
        self.take(end)
        return found

    def value(self):
        c = self.peek()
        if c == "[":
            self.at += 1
            return self.items("]", self.value)
        if c == "{":
            self.at += 1
            return dict(self.items("}", self.pair))
        if c == '"':
            return self.string()
        for word, meaning in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return meaning
        return self.number()

    def pair(self):
        key = self.string()
        self.take(":")
        return key, self.value()

    def string(self):
        self.take('"')
        end = self.text.index('"', self.at)
        text = self.text[self.at:end]
        self.at = end + 1
        return text

    def number(self):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in "+-.0123456789e":
            self.at += 1
        word = self.text[start:self.at]
        if not word:
            raise ParseError("expected a value", start)
        return float(word) if "." in word or "e" in word else int(word)


for n in range(4, 7):
    found = list(queens(n))
    print(n, "queens:", len(found), "ways, the first", found[0])

document = """{"name": "hognose", "sizes": [1, 2.5, -3e2, 12345678901234567890],
  "deep": {"er": [[], {}, [null, true, false]]}, "text": "snäke"}"""
parsed = Parser(document).value()
for key, value in parsed.items():
    print(f"{key:>6}: {value!r}")
print(sum(parsed["sizes"][:3]), 2**100 // 7, round(10 / 3, 4), "%.3e" % 123456.789)
for wrong in ("[1, 2", '{"a" 1}', "[?]"):
    try:
        Parser(wrong).value()
    except ParseError as error:
        print(type(error).__name__, error)

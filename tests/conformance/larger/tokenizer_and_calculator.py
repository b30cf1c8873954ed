# a recursive descent calculator
class Token:
    def __init__(self, kind, value):
        self.kind, self.value = kind, value

    def __repr__(self):
        return f"{self.kind}:{self.value}"


class CalcError(Exception):
    pass


def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            yield Token("num", float(text[i:j]) if "." in text[i:j] else int(text[i:j]))
            i = j
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum():
                j += 1
            yield Token("name", text[i:j])
            i = j
        elif text[i:i + 2] in ("**", "//", "==", "<=", ">="):
            yield Token("op", text[i:i + 2])
            i += 2
        elif c in "+-*/%()=,<>":
            yield Token("op", c)
            i += 1
        else:
            raise CalcError(f"bad character {c!r} at {i}")
    yield Token("end", None)


class Calc:
    levels = [("==", "<", ">", "<=", ">="), ("+", "-"), ("*", "/", "//", "%")]
    ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b,
           "%": lambda a, b: a % b, "==": lambda a, b: a == b, "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b}
    funcs = {"max": max, "min": min, "abs": abs, "sum": lambda *a: sum(a)}

    def __init__(self):
        self.names = {"pi": 3.14159}

    def run(self, text):
        self.tokens = list(tokenize(text))
        self.pos = 0
        if len(self.tokens) > 2 and self.tokens[0].kind == "name" and self.tokens[1].value == "=":
            self.pos = 2
            value = self.names[self.tokens[0].value] = self.level(0)
        else:
            value = self.level(0)
        if self.tokens[self.pos].kind != "end":
            raise CalcError(f"unexpected {self.tokens[self.pos]}")
        return value

    def take(self, *values):
        t = self.tokens[self.pos]
        if t.kind == "op" and t.value in values:
            self.pos += 1
            return t.value

    def level(self, n):
        if n == len(self.levels):
            return self.unary()
        left = self.level(n + 1)
        while op := self.take(*self.levels[n]):
            left = self.ops[op](left, self.level(n + 1))
        return left

    def unary(self):
        if self.take("-"):
            return -self.unary()
        base = self.atom()
        return base ** self.unary() if self.take("**") else base

    def atom(self):
        t = self.tokens[self.pos]
        self.pos += 1
        match t.kind, t.value:
            case "num", n:
                return n
            case "op", "(":
                v = self.level(0)
                if not self.take(")"):
                    raise CalcError("missing )")
                return v
            case "name", name if self.take("("):
                args = []
                while not self.take(")"):
                    args.append(self.level(0))
                    self.take(",")
                return self.funcs[name](*args)
            case "name", name:
                if name not in self.names:
                    raise CalcError(f"unknown name {name}")
                return self.names[name]
        raise CalcError(f"unexpected {t}")


calc = Calc()
for line in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "10 / 4 // 1 % 2", "x = 5", "x * x - 1", "max(1, x, 3) + min(2, x)", "sum()", "abs(-7.5)", "1 < 2 == 1", "2 * pi", "7 // 0", "y + 1", "(1", "1 $ 2", "1 2", "", "x == 5"):
    try:
        print(line, "=>", calc.run(line))
    except (CalcError, ZeroDivisionError) as e:
        print(line, "=>", type(e).__name__, e)
print(list(tokenize("a1+2.5")))

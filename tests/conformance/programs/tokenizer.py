# A hand-written tokenizer with indentation, for a small language like this one.
KEYWORDS = {"def", "if", "else", "while", "return", "not", "and", "or"}
OPERATORS = sorted(["+", "-", "*", "/", "//", "%", "**", "=", "==", "!=", "<", "<=", ">", ">=", "(", ")", "[",
    "]", ",", ":", ".", "->"], key=len, reverse=True)


class TokenError(Exception):
    pass


class Token:
    def __init__(self, kind, text, line, column):
        self.kind, self.text, self.line, self.column = kind, text, line, column

    def __repr__(self):
        return f"{self.line}:{self.column} {self.kind}" + (f" {self.text!r}" if self.text else "")


def tokenize(source):
    indents, depth = [0], 0
    line_number = 0
    for line_number, line in enumerate(source.split("\n"), 1):
        code = line.rstrip()
        i = len(code) - len(code.lstrip(" "))
        if i == len(code) or code[i] == "#":
            continue
        if not depth:
            if i > indents[-1]:
                indents.append(i)
                yield Token("INDENT", "", line_number, 1)
            while i < indents[-1]:
                indents.pop()
                if i > indents[-1]:
                    raise TokenError(f"line {line_number}: indentation of {i} fits no block")
                yield Token("DEDENT", "", line_number, 1)
        while i < len(code):
            c, start = code[i], i
            if c == " ":
                i += 1
                continue
            if c == "#":
                break
            if c.isalpha() or c == "_":
                while i < len(code) and (code[i].isalnum() or code[i] == "_"):
                    i += 1
                word = code[start:i]
                yield Token("KEYWORD" if word in KEYWORDS else "NAME", word, line_number, start + 1)
            elif c.isdigit():
                seen_dot = False
                while i < len(code) and (code[i].isdigit() or code[i] == "." and not seen_dot):
                    seen_dot |= code[i] == "."
                    i += 1
                if i < len(code) and code[i].isalpha():
                    raise TokenError(f"line {line_number}: bad number {code[start:i + 1]!r}")
                yield Token("FLOAT" if seen_dot else "INT", code[start:i], line_number, start + 1)
            elif c in "'\"":
                i += 1
                while i < len(code) and code[i] != c:
                    i += 2 if code[i] == "\\" else 1
                if i >= len(code):
                    raise TokenError(f"line {line_number}: string from column {start + 1} has no end")
                i += 1
                yield Token("STRING", code[start:i], line_number, start + 1)
            else:
                for op in OPERATORS:
                    if code.startswith(op, i):
                        break
                else:
                    raise TokenError(f"line {line_number}: what is {c!r}?")
                i += len(op)
                depth += (op in "([") - (op in ")]")
                if depth < 0:
                    raise TokenError(f"line {line_number}: {op!r} closes nothing")
                yield Token("OP", op, line_number, start + 1)
        if not depth:
            yield Token("NEWLINE", "", line_number, len(code) + 1)
    if depth:
        raise TokenError("end of file inside brackets")
    for _ in indents[1:]:
        yield Token("DEDENT", "", line_number, 1)


SOURCE = '''# gcd
def gcd(a, b):
    while b != 0:
        a, b = b, a % b  # swap
    return a

print(gcd(12,
          18) ** 2 // 1.5)
if x_1 <= 10 and not done:
  say("it's", 'a "q" \\' z')
else:
  y = [1,
     2]
'''
for token in tokenize(SOURCE):
    print(token)
counts = {}
for token in tokenize(SOURCE * 20):
    counts[token.kind] = counts.get(token.kind, 0) + 1
print(dict(sorted(counts.items())))
for bad in ("x = 'abc", "a $ b", "1.5x", "if a:\n    b\n  c", "f(1", "f)", "  x = 1\ny"):
    try:
        print([t.kind for t in tokenize(bad)])
    except TokenError as e:
        print(repr(bad), "->", e)

# A tokenizer built on named groups and lastgroup.
import re
SPEC = [("NUMBER", r"\d+(?:\.\d*)?"), ("STRING", r'"(?:[^"\\]|\\.)*"'), ("NAME", r"[A-Za-z_]\w*"),
    ("OP", r"[-+*/=<>!]=?|[(){},;]"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+|#[^\n]*"), ("BAD", r".")]
TOKEN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in SPEC))
KEYWORDS = {"if", "while", "print"}
def tokens(text):
    line, start = 1, 0
    for m in TOKEN.finditer(text):
        kind, value = m.lastgroup, m.group()
        if kind == "NEWLINE":
            line, start = line + 1, m.end()
            continue
        if kind == "SKIP":
            continue
        if kind == "BAD":
            raise SyntaxError(f"{value!r} at {line}:{m.start() - start + 1}")
        if kind == "NAME" and value in KEYWORDS:
            kind = "KEYWORD"
        yield kind, value, line, m.start() - start + 1
program = 'x = 3.14 * (y + 10)  # comment\nif x >= 7 { print "a \\"q\\" b"; }\n'
for t in tokens(program):
    print(*t)
try:
    list(tokens("ok\n  y = 5 @ 2"))
except SyntaxError as e:
    print(e)
print([(m.lastgroup, m.lastindex) for m in TOKEN.finditer("a1 2")], TOKEN.groups, list(TOKEN.groupindex)[:3])

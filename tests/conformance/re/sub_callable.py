# sub with a function of the match.
import re
seen = []
def double(m):
    seen.append(m.span())
    return str(int(m.group()) * 2)
print(re.sub(r"\d+", double, "a1 b22 c333"), seen, re.subn(r"\d", lambda m: "", "1a2"),
    re.sub(r"\d", double, "1 2 3", 2))
print(re.sub(r"(\w+)=(\w*)", lambda m: f"{m[2]}={m[1]}", "a=1 b="), re.sub(r"(a)|(b)",
    lambda m: "AB"[m.lastindex - 1], "abcab"), re.sub("", lambda m: str(m.start()), "ab"),
    re.sub(r"[^a-z]", lambda m: "%%%02X" % ord(m.group()), "a b&c"), re.sub(r"\\n", lambda m: r"\1", r"x\n"))
env = {"name": "Ada", "n": 3}
print(re.sub(r"\$\{(\w+)(?::([^}]*))?\}", lambda m: str(env.get(m[1], m[2] or "?")),
    "hi ${name}, ${n} times, ${x:dflt} ${y}"))
def snake(s):
    return re.sub(r"(?<=[a-z0-9])([A-Z])", lambda m: "_" + m[1].lower(), s[0].lower() + s[1:])
def camel(s):
    return re.sub(r"_([a-z])", lambda m: m[1].upper(), s)
print([snake(s) for s in ("camelCase", "HttpServer2Go", "x")], [camel(s) for s in ("snake_case", "a_b_c",
    "__x")])
for f in (lambda: re.sub("a", lambda m: 5, "a"), lambda: re.sub("a", lambda m: None, "ba"),
        lambda: re.sub("a", lambda: "x", "a"), lambda: re.sub("a", lambda m: 1 / 0, "a"),
        lambda: re.sub("a", lambda m: b"x", "a")):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

# Names of characters in literals, f-strings, patterns and encodings, and names in normal form.
import re
cases = ["latin small letter a","hangul syllable ga","HANGUL SYLLABLE GA","CJK UNIFIED IDEOGRAPH-4e00","LF","lf","KEYCAP DIGIT ONE"," SPACE", "NEW LINE","-a","é","LATIN_SMALL LETTER A", "BELL", "ALERT"]
for n in cases:
    try: print(n, ascii(eval(r"'a\N{%s}b'"%n)), ascii(re.compile(r"\N{%s}" % n).pattern))
    except SyntaxError as e: print(ascii(n),e)
    try: print(ascii(eval(r"f'a\N{%s}{1}b'"%n)))
    except SyntaxError as e: print(ascii(n),e)
    try: print(re.match(r"[\N{%s}]" % n, "a"))
    except re.error as e: print(ascii(n), ascii(str(e)))
print(re.findall(r"\N{BULLET}|[\N{EURO SIGN}-\N{INDIAN RUPEE SIGN}]", "a•€x₹"))
for c in "aé•\x85€\ud800가一\U0001f600\n":
    print(c.encode("ascii", "namereplace"), ("x" + c).encode("utf-16-le", "namereplace"))
def f(ﬁ, *, ª=1):
    return fi + a
print(f(1, ª=2), f(fi=1), f.__code__.co_varnames)
for s in ["f(ﬁ=1, fi=2)", "def g(ﬁ, fi): pass", "match 1:\n  case [ﬁ, fi]: pass", "match 1:\n  case C(ﬁ=1, fi=2): pass","def g():\n  fi = 1\n  global ﬁ\n"]:
    try: compile(s, "x", "exec"); print("ok")
    except SyntaxError as e: print("refused", e.lineno)
class ℌ:
    __ﬁ = 1
    def ﬃ(self): return self.__fi
fi = int
class H2:
    x: "ﬁ" = 1
    y: ﬁ = 2
print(ℌ.__name__, sorted(dir(ℌ))[0], H().ffi(), H.ﬃ.__qualname__, H2.__annotations__)

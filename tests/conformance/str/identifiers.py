# Names in any script are identifiers; other characters are not.
größe = 5
名前 = "name"
переменная = [1]
π = 3.14159
naïve_café = "ok"
print(größe, 名前, переменная, π, naïve_café)
class Ñandú:
    def método(self, niño):
        return niño * 2
print(Ñandú().método(4), Ñandú.__name__, Ñandú().método.__name__)
print([n.isidentifier() for n in ("größe", "名前", "1a", "a b", "_", "a-b", "", "π2", "²", "for", "😀",
    "a\u0301")])
for source in ("a☃ = 1", "1é = 2", "😀 = 1", "a$ = 1", "x = a?b", "“x”"):
    try:
        exec(source)
        print(ascii(source), "ok")
    except SyntaxError as e:
        print(ascii(source), "SyntaxError", ascii(e.msg))

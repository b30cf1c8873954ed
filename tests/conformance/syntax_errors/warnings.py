# What the compiler warns of, on standard error, before the program runs.
x = y = 5
if x is -1:
    pass
print(x is 1 + 2, x is not "a", "a" is x is 3, not x is 5, x is (1, 2), x is (1, y), x is None, x is True, x is ..., x is [])
assert (x,
        "always true")
assert () == (), "fine"


def never():
    return [
        (1, 2)
        (3, 4),
        "a" (1), None(1), 5 (2), {1}(2), {1: 2}(3), f"a"(1), (a for a in x)(1), [a for a in x](1), (lambda: 1)(2),
        [1, 2][3, 4],
        [1]["a"], (1, 2)["b"], "ab"[1.5], "ab"[True], "ab"[None], [1][1:2], b"a"["q"], f"x"["y"], {1: 2}["a"],
        {1}[2], 5[1], None[0], 1.5[0], ...[0], (lambda: 1)[0], (a for a in x)[0], {a for a in x}[1], "a"[y], "a"[()],
    ]


class Class:
    def method(self, default=x is 2):
        return f"{x is 4}"


print([q for q in [1] if q is 7], x is 10 and x is 11)
match x:
    case 5 if x is 14:
        pass
while x is 99:
    x is 98
try:
    pass
except ValueError:
    x is 1
else:
    x is 2
finally:
    x is 3
print("end")

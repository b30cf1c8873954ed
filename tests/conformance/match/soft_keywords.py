match = [1, 2]
case = "case"
print(match, case, match[0], len(match))
match[0] = 5
match = lambda x: ("called", x)
print(match(3), match (4))
match.attr = 1
print(match.attr)
match x := 5, 6:
    case [a, b]:
        print(a, b, x)
match (1, 2):
    case (1, y):
        print(y)
match [3]:
    case [z]:
        print(z)
match -1:
    case -1:
        print("minus")
match "a" if x else "b":
    case "a":
        print("conditional subject")
match lambda: 5:
    case f:
        print(f())
match {"k": 1}:
    case {"k": v}:
        print(v)
match x, *[7, 8]:
    case 5, *rest:
        print(rest)
match not x:
    case False:
        print("not")


class match:
    case = 5


print(match.case)


def case(match=1):
    return match


print(case(), case(match=2))
_ = "underscore"
match 5:
    case _:
        print(_)
match = case = 3
match: int = 4
print(match, case)
match x:
    case 5: print("one line"); print("two")
    case _: pass
for match in range(2):
    case = match
print(case)
type = 3
print(type, [match for match in "ab"])

# and/or give one of their operands and stop early.
def show(tag, value):
    print(tag, end=" ")
    return value
print(show("a", 1) and show("b", 2))
print(show("a", 0) and show("b", 2))
print(show("a", 0) or show("b", 2))
print(show("a", 1) or show("b", 2))
print(show("a", 0) or show("b", "") or show("c", []))
print(show("a", 1) and show("b", 2) and show("c", 3))
print(show("a", 1) and show("b", 0) or show("c", 3))
print(show("a", 0) or show("b", 1) and show("c", 3))
print(not show("a", 0) and show("b", 5))
print(show("a", 1) < show("b", 5) < show("c", 3) < show("d", 9))
print(1 and 2 or 3, 0 and 2 or 3, None or {}, [] and 1, "" or "default", not 1 == 2, not (1 and 0),
    1 if 0 else 2, (1 or 1 / 0), (0 and 1 / 0))
x = None
y = x or 5
z = x and x.attribute
print(y, z, not not "a", not None, (not 0) + 1, [] or () or {} or set() or 0 or "last")

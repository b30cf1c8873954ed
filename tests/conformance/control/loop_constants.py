# Constants as operands in loops: more of them than get a register, every kind of taker, handlers and generators around.
def many(n):
    total = 0
    i = 0
    while i < n:
        total = total * 3 % 1000003 ^ 21 & 0xFF | 5
        total = (total << 2) + 70000 - 80000 + 2.5 * 0 + i // 7
        total = int(total) if total != 9.25 else 11
        if i % 13 == 4 or "x" * 2 == "yy" or i in (3, 5, 100):
            total += len("abc" "def")
        i += 1
    return total


def takers(words):
    out = []
    table = {}
    flags = [None] * 4
    for word in words:
        table["last"] = word
        table["n"] = table.get("n", 0) + 1
        flags[0] = True
        flags[1] = False
        flags[-1] = ...
        out.append("%s:%d" % (word, 7))
        out.append(", ".join([word, "end"]))
        out.append("-" + word + "+")
        out += [c for c in "ab" if c in word]
        for pair in ((1, "one"), (2, "two")):
            out.append(f"{pair[0]:>{3}}{pair[1]!r:<8}")
        if not "" and word is not None and word is not True:
            out[-1] += "!"
        x = word == "b"
        y = "a" < word
        out.append((x, y, -1 if x else ~2, 0 <= len(word) < 3))
    del table["last"]
    return out, table, flags


def handled(n):
    seen = []
    for i in range(n):
        try:
            seen.append(100 // (i % 3))
            if i == 7:
                break
        except ZeroDivisionError as e:
            seen.append(str(e) + " at " + str(i * 1000))
            continue
        finally:
            seen.append("f" * 2)
    else:
        seen.append("no break")
    while True:
        try:
            try:
                raise KeyError("k" + "ey")
            except KeyError as e:
                raise ValueError(e.args[0] * 2) from e
        except ValueError as e:
            seen.append((e.args, repr(e.__cause__)))
            break
    return seen


def numbers(n):
    k = 0
    while k < n:
        got = yield k * 1.5 + 100000
        if got == "skip":
            k = k + 2 ** 3
        k += 1


def nested(n):
    def inner(j):
        nonlocal count
        for _ in range(2):
            count = count + j * 17 % 5
        return count

    count = 0
    rows = []
    for i in range(n):
        row = []
        for j in range(n):
            row.append(inner(j) * 2 + (i & 1))
        rows.append(row)
    for i in range(0):
        rows[99] = "never"
    return rows


def recursive(depth):
    total = 0
    for i in (1, 2):
        if depth:
            total = total * 31 % 10007 + recursive(depth - 1)
    return total or 1


print(many(50))
for part in takers(["a", "b", "abc"]):
    print(part)
print(handled(5), handled(9))
g = numbers(20)
print(next(g), next(g), g.send("skip"), next(g), list(g))
print(nested(4))
print(recursive(6))
n = 0
while n < 5:
    name = "n" + str(n * 10)
    n = n + 1 * 1
    print(name, end=";" if n != 5 else "\n")
try:
    for i in range(3):
        print([10, 20][i], "at" "once")
except IndexError as e:
    print(e)

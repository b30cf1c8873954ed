# Strings that grow by `+`: older ones stay as they were, whoever holds them.
import re


def grow(n, more):
    text = ""
    kept = []
    for i in range(n):
        text += more(i)
        if i % 50 == 0:
            kept.append(text)
    return text, kept


def show(text):
    print(len(text), text[:3], text[-3:], text.count("a"), hash(text) == hash(str(text.encode(), "utf-8")))


letters = lambda i: chr(97 + i % 26)
wide = lambda i: "aé日😀"[i % 4]
for more in (letters, wide):
    text, kept = grow(700, more)
    show(text)
    for old in kept:
        assert text.startswith(old) and text[: len(old)] == old
    print([len(old) for old in kept])

# Two that go on from the same string.
base = "x" * 60
base += "-" * 10
base += "="
left = base + "left"
right = base + "right"
again = base + "left"
print(left[-6:], right[-7:], base[-2:], left == again, left is again)
left += "!"
right += "?"
print(left[-6:], right[-7:], len(base))

# One added to itself, and one with its own beginning.
twice = base
for _ in range(5):
    twice += twice
    show(twice)
twice += twice[:70]
print(twice.endswith(base[:70]), twice == base * 32 + base[:70])

# As a key, an attribute, a name, a part, a pattern, a source.
key = "k" * 70
key += "1"
key += "2"
table = {key: "found"}
key2 = "k" * 70 + "12"
print(table[key2], table.get(key + "3"), key2 in table, {key2} == {key})


class Thing:
    pass


thing = Thing()
setattr(thing, key, 7)
print(getattr(thing, key2), key in vars(thing), list(vars(thing)) == [key])
key += "3"
print(hasattr(thing, key), len(key))

source = "total = 0\n"
for i in range(40):
    source += "total += %d  # Zeile é\n" % i
exec(source)
print(total, eval("1 +" * 50 + "1" + " + 1" + " + 2"))

line = ""
for i in range(60):
    line += "%d," % i
print([part for part in line.split(",") if part.endswith("7")], line.find("59"), line[100], line[-2], line.index("30,"))
print(sum(1 for c in line if c == ","), line.replace(",", "")[:20], line.upper() == line, sorted(set(line)))
print(re.findall(r"\b4\d", line), re.sub(r"\d+", "", line) == "," * 60)
print(line.encode()[:9], line.partition("10,")[0], line[::-1][:9], line[5:15], line.isascii())
print("%s" % line == f"{line}" == "{}".format(line) == "".join([line, ""]) == str(line), repr(line) == "'" + line + "'")
print(min(line), max(line), line < line + "0", line + "" is line, line == line[:-1] + ",")

out = []
for n in range(120):
    word = "<"
    for i in range(n):
        word = word + "ab"
    out.append(word + ">")
print(sum(map(len, out)), out[119] == "<" + "ab" * 119 + ">", out[40][-4:])

surrogate = "s" * 80
surrogate += "\ud800"
surrogate += "\udc00"
print(len(surrogate), ascii(surrogate[-2:]), [ascii(c) for c in surrogate][-3:])


def talk():
    said = "-" * 66
    while True:
        said += yield said


speaker = talk()
next(speaker)
parts = [speaker.send("%d" % i) for i in range(30)]
print(parts[0][60:], parts[9][60:], parts[-1][60:])

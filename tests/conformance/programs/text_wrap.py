# Wrapping, filling, justifying and columns of text.
import re

TEXT = """Hognose snakes are small, harmless animals. When one of them is
frightened it first hisses and flattens its head; when that does not help it rolls over,
lets its tongue hang out and plays dead.

It keeps lying there until the danger has gone. If somebody turns it back on its belly, it
immediately rolls over again:    extraordinarily-stubborn-for-such-a-small-animal."""


def wrap(text, width, first="", rest=""):
    lines, line = [], first
    empty = True
    for word in text.split():
        while True:
            gap = "" if empty else " "
            if len(line) + len(gap) + len(word) <= width:
                line += gap + word
                empty = False
                break
            if not empty:
                lines.append(line)
                line, empty = rest, True
                continue
            room = max(1, width - len(line))
            cut = word.rfind("-", 0, room) + 1 or room
            lines.append(line + word[:cut])
            word, line = word[cut:], rest
            if not word:
                break
    if not empty:
        lines.append(line)
    return lines


def justify(line, width):
    words = line.split()
    if len(words) < 2:
        return line
    spaces = width - sum(map(len, words))
    small, extra = divmod(spaces, len(words) - 1)
    out = words[0]
    for i, word in enumerate(words[1:]):
        out += " " * (small + (i < extra)) + word
    return out


def paragraphs(text):
    return [p for p in re.split(r"\n\s*\n", text.strip()) if p]


def columns(items, width):
    size = max(map(len, items)) + 2
    count = max(1, width // size)
    rows = -(-len(items) // count)
    for r in range(rows):
        yield "".join(item.ljust(size) for item in items[r::rows]).rstrip()


for p in paragraphs(TEXT):
    for line in wrap(p, 40, "  "):
        print("|" + line.ljust(40) + "|")
    print()
for p in paragraphs(TEXT):
    lines = wrap(p, 34)
    for line in lines[:-1]:
        print("|" + justify(line, 34) + "|")
    print("|" + lines[-1].ljust(34) + "|")
print()
print("\n".join(wrap("a list item that is long enough to need a second line", 24, "* ", "  ")))
words = sorted(set(re.findall(r"[a-z]+", TEXT.lower())), key=lambda w: (len(w), w))
for line in columns(words, 60):
    print(line)
for width in (1, 5, 12):
    lines = wrap("abcdef gh-ijklm n", width)
    print(width, lines, all(len(x) <= width for x in lines))
print(wrap("", 10), wrap("word", 10, "> "), [line.center(20, ".") for line in wrap("centered text of words",
    12)])
indent = min(len(m) for m in re.findall(r"(?m)^ *(?=\S)", "    a\n      b\n\n    c"))
print(indent, [line[indent:] for line in "    a\n      b\n\n    c".split("\n")])

# A markdown-like converter: headings, lists, code, quotes, emphasis, links.
import re

INLINE = [
    (re.compile(r"`([^`]+)`"), lambda m: "<code>" + m.group(1) + "</code>"),
    (re.compile(r"\*\*(.+?)\*\*"), r"<b>\1</b>"),
    (re.compile(r"\*(.+?)\*"), r"<i>\1</i>"),
    (re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)"), r'<img alt="\1" src="\2">'),
    (re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)"), r'<a href="\2">\1</a>'),
]


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def inline(text):
    text = escape(text)
    saved = []

    def keep(m):
        saved.append(m.group(1))
        return "\0%d\0" % (len(saved) - 1)

    text = INLINE[0][0].sub(keep, text)
    for pattern, replacement in INLINE[1:]:
        text = pattern.sub(replacement, text)
    return re.sub("\0(\\d+)\0", lambda m: "<code>" + saved[int(m.group(1))] + "</code>", text)


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


class Converter:
    def __init__(self):
        self.out, self.paragraph, self.lists, self.headings = [], [], [], []

    def flush(self):
        if self.paragraph:
            self.out.append("<p>" + inline(" ".join(self.paragraph)) + "</p>")
            self.paragraph = []

    def close_lists(self, depth=0):
        while len(self.lists) > depth:
            self.out.append("  " * (len(self.lists) - 1) + "</" + self.lists.pop() + ">")

    def item(self, indent, kind, text):
        depth = indent // 2 + 1
        self.flush()
        self.close_lists(depth)
        while len(self.lists) < depth:
            self.out.append("  " * len(self.lists) + "<" + kind + ">")
            self.lists.append(kind)
        self.out.append("  " * depth + "<li>" + inline(text) + "</li>")

    def convert(self, text):
        lines = iter(text.split("\n"))
        for line in lines:
            if m := re.match(r"(#{1,6}) +(.+?) *#*$", line):
                self.flush()
                self.close_lists()
                level, title = len(m[1]), m[2]
                self.headings.append((level, title))
                self.out.append(f'<h{level} id="{slug(title)}">{inline(title)}</h{level}>')
            elif m := re.match(r"```(\w*)$", line):
                self.flush()
                self.close_lists()
                code = []
                for line in lines:
                    if line == "```":
                        break
                    code.append(escape(line))
                kind = f' class="{m[1]}"' if m[1] else ""
                self.out.append(f"<pre{kind}>" + "\n".join(code) + "</pre>")
            elif m := re.match(r"( *)([-*]|\d+\.) +(.*)", line):
                self.item(len(m[1]), "ol" if m[2][0].isdigit() else "ul", m[3])
            elif line.startswith("> "):
                self.flush()
                self.close_lists()
                self.out.append("<blockquote>" + inline(line[2:]) + "</blockquote>")
            elif re.fullmatch(r"-{3,}|\*{3,}", line):
                self.flush()
                self.out.append("<hr>")
            elif not line.strip():
                self.flush()
                self.close_lists()
            else:
                self.paragraph.append(line.strip())
        self.flush()
        self.close_lists()
        return "\n".join(self.out)


DOC = """# A *short* tour #

Plain text with **bold**, *italic*, `code *not italic* <b>` and
a [link](https://example.org/a?b=1&c=2) in one paragraph.
Image: ![logo](logo.png).

## Lists & more
- one
- two `x < y`
  - nested **deep**
  - again
- three

1. first
2. second

> quoted *words*

---

```python
if a < b:
    print("&amp;")
```
Last line, 2 * 3 * 4 = 24 **open"""
c = Converter()
html = c.convert(DOC)
print(html)
for level, title in c.headings:
    print("  " * (level - 1) + f"- [{title}](#{slug(title)})")
print(len(html), Converter().convert(""), Converter().convert("###no heading"),
    Converter().convert("```\nopen <end>"))

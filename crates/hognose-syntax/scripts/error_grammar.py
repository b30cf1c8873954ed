"""Turns src/explain/grammar.txt into src/explain/tables.rs. Run from the folder of the crate."""

import re

KINDS_OF_TOKEN = {
    "NAME": "Name", "NEWLINE": "Newline", "INDENT": "Indent", "DEDENT": "Dedent", "END": "End",
}
CLASSES = ["NUMBER", "STRING", "SOFT"]
WORDS = ["match", "case", "_"]


def token_names():
    """Text of a token -> name in TokenKind, from src/token.rs."""
    text = open("src/token.rs").read()
    return {text: name for name, text in re.findall(r'(\w+) = "([^"]+)"', text)}


TOKENS = token_names()
LEXER = re.compile(r"""\s*(?:(?P<text>'[^']*')|(?P<word>"[^"]*")|(?P<action>\{[^}]*\})|(?P<mark>[ab]=)"""
                   r"""|(?P<name>\w+)|(?P<sign>!!|[|()?*+%&!~]))""")


class Rules:
    def __init__(self, text):
        self.rules, self.flags = {}, {}
        body = []
        for line in text.splitlines():
            if line.startswith("#") or not line.strip():
                continue
            head = re.match(r"(\w+)((?: \w+)*):(.*)", line)
            if head and not line.startswith(" "):
                name = head[1]
                self.flags[name] = head[2].split()
                self.rules[name] = body = [head[3]]
            else:
                body.append(line)
        self.order = list(self.rules)
        self.trees = {name: self.parse(" ".join(body)) for name, body in self.rules.items()}

    def parse(self, text):
        tokens, at = [], 0
        text = text.strip()
        while at < len(text):
            match = LEXER.match(text, at)
            if not match:
                raise SystemExit(f"cannot read: {text[at:]}")
            tokens.append((match.lastgroup, match[match.lastgroup]))
            at = match.end()
        self.tokens = tokens
        if tokens and tokens[0] == ("sign", "|"):
            tokens.pop(0)
        tree = self.alternatives()
        if self.tokens:
            raise SystemExit(f"left over: {self.tokens}")
        return tree

    def peek(self):
        return self.tokens[0] if self.tokens else (None, None)

    def alternatives(self):
        found = [self.sequence()]
        while self.peek() == ("sign", "|"):
            self.tokens.pop(0)
            found.append(self.sequence())
        return ("alternatives", found)

    def sequence(self):
        items = []
        while self.tokens and self.peek() not in (("sign", "|"), ("sign", ")")):
            items.append(self.item())
        return items

    def item(self):
        kind, text = self.tokens.pop(0)
        if kind == "mark":
            return ("mark", "ab".index(text[0]), self.item())
        if kind == "action":
            return ("action", text[1:-1].split())
        if text == "~":
            return ("cut",)
        if text == "!!":
            return ("force", self.tokens.pop(0)[1][1:-1])
        if text in "&!" and kind == "sign":
            return ("and" if text == "&" else "not", self.item())
        if text == "(" and kind == "sign":
            item = self.alternatives()
            assert self.tokens.pop(0)[1] == ")"
        elif kind == "text":
            item = ("token", text[1:-1])
        elif kind == "word":
            item = ("word", text[1:-1])
        elif text.isupper():
            item = ("kind", text)
        else:
            assert text in self.rules, text
            item = ("rule", text)
        while self.peek()[0] == "sign" and self.peek()[1] in "?*+%":
            sign = self.tokens.pop(0)[1]
            if sign == "%":
                separator = self.tokens.pop(0)[1][1:-1]
                again = ("star", ("alternatives", [[("token", separator), item]]))
                item = ("alternatives", [[item, again]])
            elif sign == "+":
                item = ("alternatives", [[item, ("star", item)]])
            else:
                item = ({"?": "optional", "*": "star"}[sign], item)
        return item


class Code:
    def __init__(self, rules):
        self.rules, self.code, self.kinds, self.named, self.owners = rules, [], [], [], []
        self.hows = []
        self.starts = {}
        self.code.append("op::FAIL")
        for name in rules.order:
            self.starts[name] = len(self.code)
            self.alternatives(rules.trees[name][1])
            self.emit("op::RETURN")

    def emit(self, *cells):
        self.code += cells

    def jump(self, op):
        self.emit(op, None, None)
        return len(self.code) - 2

    def land(self, *places):
        for place in places:
            self.code[place:place + 2] = [len(self.code) & 255, len(self.code) >> 8]

    def alternatives(self, found):
        ends = []
        for number, sequence in enumerate(found):
            last = number == len(found) - 1
            if not last:
                choice = self.jump("op::CHOICE")
            for item in sequence:
                if item == ("cut",):
                    if not last:
                        self.emit("op::CUT")
                else:
                    self.item(item)
            if not last:
                ends.append(self.jump("op::COMMIT"))
                self.land(choice)
        self.land(*ends)

    def index(self, table, value):
        if value not in table:
            table.append(value)
        return table.index(value)

    def item(self, item):
        what = item[0]
        if what == "alternatives":
            self.alternatives(item[1])
        elif what == "token":
            self.emit("op::TOKEN", f"T::{TOKENS[item[1]]} as u8")
        elif what == "kind" and item[1] in CLASSES:
            self.emit("op::CLASS", CLASSES.index(item[1]))
        elif what == "kind":
            self.emit("op::TOKEN", f"T::{KINDS_OF_TOKEN[item[1]]} as u8")
        elif what == "word":
            self.emit("op::WORD", WORDS.index(item[1]))
        elif what == "rule":
            self.emit("op::CALL", self.rules.order.index(item[1]))
        elif what == "force":
            self.emit("op::FORCE", f"T::{TOKENS[item[1]]} as u8")
        elif what == "optional":
            choice = self.jump("op::CHOICE")
            self.item(item[1])
            end = self.jump("op::COMMIT")
            self.land(choice, end)
        elif what == "star":
            choice = self.jump("op::CHOICE")
            again = len(self.code)
            self.item(item[1])
            self.emit("op::AGAIN", again & 255, again >> 8)
            self.land(choice)
        elif what == "and":
            choice = self.jump("op::CHOICE")
            self.item(item[1])
            end = self.jump("op::BACK")
            self.land(choice)
            self.emit("op::FAIL")
            self.land(end)
        elif what == "not":
            choice = self.jump("op::CHOICE")
            self.item(item[1])
            self.emit("op::FAIL_TWICE")
            self.land(choice)
        elif what == "mark":
            self.emit("op::MARK", item[1])
            self.item(item[2])
            self.emit("op::END_MARK", item[1])
        elif what == "action":
            self.action(item[1])
        else:
            raise SystemExit(what)

    def action(self, words):
        how, argument = words[0], words[1] if len(words) > 1 else None
        self.index(self.hows, how)
        if argument is None:
            code = 0
        elif how == "named":
            code = self.index(self.named, argument)
        elif how == "block":
            code = self.index(self.owners, argument)
        elif how == "target":
            code = ["assign", "for", "delete"].index(argument)
        elif how == "expected":
            code = self.index(self.kinds, f'K::Expected {{ text: "{argument[1:-1]}" }}')
        else:
            code = self.index(self.kinds, "K::" + argument)
        self.emit("op::ACTION", f"how::{how.upper()}", code)


def main():
    rules = Rules(open("src/explain/grammar.txt").read())
    code = Code(rules)
    assert len(code.code) < 1 << 16, "offsets have 16 bits"
    out = [
        "//! The grammar of errors as code for the machine; made by scripts/error_grammar.py from grammar.txt.",
        "",
        "use super::machine::op;",
        "use crate::error::{BlockOwner, ExpressionName, SyntaxErrorKind as K};",
        "use crate::token::TokenKind as T;",
        "",
        "/// What actions do.",
        "pub(super) mod how {",
    ]
    for number, how in enumerate(code.hows):
        out.append(f"    pub const {how.upper()}: u8 = {number};")
    out += ["}", ""]
    for name in ("program", "line", "eval", "field"):
        out += [f"/// The rule `{name}`.", f"pub(super) const {name.upper()}: u8 = {rules.order.index(name)};"]
    out += [
        "",
        "/// A rule keeps its results.",
        "pub(super) const MEMO: u32 = 1 << 16;",
        "/// Inside a rule nothing wrong is looked for.",
        "pub(super) const PLAIN: u32 = 1 << 17;",
        "/// A rule remembers what it read.",
        "pub(super) const MARKED: u32 = 1 << 19;",
        "/// A rule looks for something wrong.",
        "pub(super) const WRONG: u32 = 1 << 18;",
        "",
        "/// Where the rules begin in `CODE`, with their marks.",
        "#[rustfmt::skip]",
        f"pub(super) static RULES: [u32; {len(rules.order)}] = [",
    ]
    for name in rules.order:
        marks = [str(code.starts[name])]
        marks += [flag.upper() for flag in rules.flags[name]]
        marks += ["MARKED"] if "'mark'" in repr(rules.trees[name]) else []
        marks += ["WRONG"] if name.startswith("wrong_") else []
        out.append(f"    {' | '.join(marks)}, // {name}")
    out += ["];", "", "/// Kinds of error that actions name.", f"pub(super) static KINDS: [K; {len(code.kinds)}] = ["]
    out += [f"    {kind}," for kind in code.kinds]
    out += ["];", "", "/// Kinds of error that tell what an expression is called.",
            f"pub(super) static NAMED: [fn(ExpressionName) -> K; {len(code.named)}] = ["]
    out += [f"    |name| K::{kind} {{ name }}," for kind in code.named]
    out += ["];", "", "/// What blocks belong to.", f"pub(super) static OWNERS: [BlockOwner; {len(code.owners)}] = ["]
    out += [f"    BlockOwner::{owner}," for owner in code.owners]
    out += ["];", "", "/// The code of all rules.", "#[rustfmt::skip]",
            f"pub(super) static CODE: [u8; {len(code.code)}] = ["]
    line = ""
    for cell in code.code:
        text = f"{cell}, "
        if len(line) + len(text) > 106:
            out.append("    " + line.rstrip())
            line = ""
        line += text
    out += ["    " + line.rstrip(), "];"]
    with open("src/explain/tables.rs", "w") as file:
        file.write("\n".join(out) + "\n")
    print(len(code.code), "bytes,", len(rules.order), "rules,", code.hows)


main()

# %s %r %a %c %% with width and precision.
print("%s %s %s %s" % ("a", 1, None, [1, "x"]), "%r %r" % ("it's", 'say "x"'), "%a %a" % ("é", "\U0001F600"))
print("|%5s|%-5s|%05s|%.2s|%5.1s|%-6.3s|%.0s|" % (("abcdef",) * 7))
print("|%8r|%-8r|%.3r|%10a|" % (("ab",) * 4))
print("|%c|%c|%5c|%-5c|%c|" % ("x", 65, "y", 90, 0x1F600))
print("100%%", "%d%%" % 50, "%%%s%%" % "x", "%%%%|%%" % ())
class T:
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr"
print("%s %r %a" % (T(), T(), T()), "%s" % T(), "%s" % {"a": 1}, "%s" % {1}, "%s" % b"x")
for template, value in [("%c", "ab"), ("%c", ""), ("%c", -1), ("%c", 0x110000), ("%c", 1.5), ("%c", None),
        ("%c", b"a")]:
    try:
        print(template % (value,))
    except Exception as e:
        print(repr(value), type(e).__name__, e)

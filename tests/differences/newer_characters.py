# Names of newer characters
#
# The command knows the characters of Unicode 17, CPython 3.11 those of Unicode 14. Firmware and other hosts may know no names at all:
# then `"\N{BULLET}"` is a `SyntaxError`, `namereplace` gives escapes, and identifiers are compared as they are written, not in their
# normal form NFKC.
try:
    print(ascii(eval(r'"\N{SHAKING FACE}"')))
except SyntaxError as e:
    print(e.msg)

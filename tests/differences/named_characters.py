# Characters by name
#
# The table of the names of all characters is larger than the whole engine: `"\N{BULLET}"` is a `SyntaxError`. Write
# the character itself, or `"\u2022"`.
try:
    print(eval(r'"\N{BULLET}"'))
except SyntaxError as e:
    print(e.msg)

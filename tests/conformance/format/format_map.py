# str.format_map with dict subclasses and objects with __getitem__.
class Default(dict):
    def __missing__(self, key):
        return "<" + key + ">"

class Upper:
    def __getitem__(self, key):
        return key.upper()

print("{a} {b}".format_map({"a": 1, "b": 2}), "{x} {y:>5}".format_map(Default(x=7)),
    "{name} {other!r}".format_map(Upper()))
print("{a[0]} {b.real}".format_map({"a": "xyz", "b": 3}), "{a:{w}}|".format_map({"a": 1, "w": 4}),
    "{a!s:>3}".format_map({"a": 1}))
for template, mapping in [("{a}", {}), ("{0}", {0: 1}), ("{}", {"": 1}), ("{0}", {"0": 1}), ("{a", {"a": 1}),
        ("{a.b}", {"a": 1})]:
    try:
        print(template, template.format_map(mapping))
    except Exception as e:
        print(template, type(e).__name__, e)
try:
    "{a}".format_map(None)
except TypeError as e:
    print(e)
try:
    "x".format_map()
except TypeError as e:
    print(e)

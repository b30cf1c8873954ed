# __float__ and __index__ in float(); wrong results are refused.
class Good:
    def __float__(self):
        return 2.5

class Index:
    def __index__(self):
        return 42

class Text:
    def __float__(self):
        return "2.5"

class Whole:
    def __float__(self):
        return 3

class Raises:
    def __float__(self):
        raise KeyError("no")

class Sub(float):
    def __repr__(self):
        return "Sub(" + float.__repr__(self) + ")"

print(float(Good()), float(Index()), Sub(1.5), [Sub("2.5")], Sub(1) + 1, type(Sub(1) + Sub(1)).__name__)
for make in (Text, Whole, Raises, object, list, dict):
    try:
        print(float(make()))
    except Exception as e:
        print(type(e).__name__, e)
for text in ("list((1, 2))[1.0]", "range(2.5)", "'a' * 2.0", "[0] * 1.5", "chr(65.0)", "'abc'[:1.0]",
    "bytes(2.0)", "2.0 & 1", "~1.5", "bin(1.0)"):
    try:
        print(eval(text))
    except TypeError as e:
        print(text, "->", e)

# What counts as the argument tuple: subclasses do, lists and dicts do not.
class Pair(tuple):
    pass

print("%s-%s" % Pair((1, 2)), "%s" % [1, 2], "%s" % range(3), "%s" % {1: 2}, "%s %s" % tuple("ab"))
point = (3, 4)
print("point %s" % (point,), "x=%d y=%d" % point)
try:
    print("point %s" % point)
except TypeError as e:
    print(e)

class Percent(str):
    def __mod__(self, other):
        return "mod(%s)" % (other,)

class Right:
    def __rmod__(self, other):
        return "rmod " + other

print(Percent("x") % 5, Percent("x") % (1,), Right().__rmod__("text"))
print("%s %s" % ("%s", "%d"), ("%s" + "%s") % ("a", "b"), "%s" "%s" % (1, 2))
rows = [("apple", 3, 0.5), ("kiwi", 12, 0.25), ("watermelon", 1, 4.0)]
for name, count, price in rows:
    print("%-12s|%4d|%7.2f|%8.2f" % (name, count, price, count * price))
print("%-12s|%4s|%7s|%8s" % ("", "", "", "-" * 8))

# == and ordering item by item; identity shortcut; different types.
print([1, 2] == [1, 2], [1, 2] == [1.0, 2.0], [1] == (1,), [] == [], [1, 2] != [1], [[1], 2] == [[1], 2],
    [] != None)
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 9, 9], ["a", 1] < ["b", "x"], [1, 2] <= [1, 2],
    [1, [2, 3]] < [1, [2, 4]], [3] >= [3, 1])
nan = float("nan")
print([nan] == [nan], [nan] < [nan], nan in [nan], [nan, 1] < [nan, 2])
class Always:
    def __eq__(self, other):
        return True
class Never:
    def __eq__(self, other):
        return False
n = Never()
print([Always()] == [5], 5 in [Always()], [n] == [n], n == n, [Never()] == [Never()],
    [1, 2, 3].index(Always()), [Always(), 1].count(7))
a = [1]
a.append(a)
try:
    b = [1]
    b.append(b)
    a == b
except RecursionError as e:
    print("RecursionError")
for text in ("[1] < (1,)", "[1] < [None]", "[1, 'a'] < [1, 2]", "[] < 5", "[1] >= 'a'", "[[]] < [()]"):
    try:
        print(eval(text))
    except TypeError as e:
        print(text, "->", e)

def nothing():
    pass


class Empty:
    pass


class Dots: ...


def dots(): ...


for _ in range(3):
    pass
while False:
    pass
if True:
    pass
else:
    pass
try:
    pass
except Exception:
    pass
finally:
    pass
print(nothing(), dots(), Empty().__class__.__name__, Dots.__name__)
...
None
"a string statement"
5
[print("expression statement")]
print(_)
if True:
    x = 1
    if x:

        # comment between

        y = 2
    # odd comment
        z = 3
print(x, y, z)

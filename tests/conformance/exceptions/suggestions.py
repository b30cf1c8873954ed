# "Did you mean" belongs to the traceback, not to the text of the exception
class C:
    value = 1
    other_name = 2


try:
    C.valeu
except AttributeError as e:
    print(e)
try:
    prnt
except NameError as e:
    print(e)


def f():
    counter = 1
    return conter


try:
    f()
except NameError as e:
    print(e)
C().other_nam

e = ValueError("v")
print(hasattr(e, "__notes__"))
e.add_note("first")
e.add_note("second")
print(e.__notes__, str(e), repr(e))
try:
    e.add_note(5)
except TypeError as t:
    print(t)
try:
    raise e
except ValueError as caught:
    caught.add_note("third")
    print(caught.__notes__)


class Own(Exception):
    pass


o = Own()
o.__notes__ = ["direct"]
o.add_note("added")
print(o.__notes__)
o.__notes__ = ("tuple",)
try:
    o.add_note("x")
except TypeError as t:
    print(t)
e.add_note("")
e.add_note("two\nlines")
raise e

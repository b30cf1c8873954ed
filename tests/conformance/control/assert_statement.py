assert True
assert 1, "never evaluated"
for text in ("assert 0", "assert 0, 'message'", "assert [], 42", "assert None, (1, 2)", "assert '' , None"):
    try:
        exec(text)
    except AssertionError as e:
        print(repr(e), e.args, repr(str(e)))


def lazy():
    print("message evaluated")
    return "text"


assert 1, lazy()
try:
    assert 1 == 2, lazy()
except AssertionError as e:
    print(e)
try:
    assert (lambda: 0)() or False
except AssertionError as e:
    print(repr(e))
try:
    assert False, ValueError("inside")
except AssertionError as e:
    print(repr(e.args[0]))

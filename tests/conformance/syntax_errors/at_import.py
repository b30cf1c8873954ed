# a broken module: SyntaxError at import, the program may go on
try:
    import _broken
except SyntaxError as e:
    print(type(e).__name__, e.msg, e.lineno, e.offset, repr(e.text))
import sys
print("_broken" in sys.modules)
try:
    import _broken_indent
except IndentationError as e:
    print(type(e).__name__, e.msg, e.lineno)
try:
    from _broken import something
except SyntaxError as e:
    print("again", e.lineno)
import _broken

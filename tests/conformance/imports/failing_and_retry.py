# a module whose import failed is taken out again and may be tried once more
import sys
import _switch
for attempt in range(3):
    try:
        import _sometimes_fails
        print("imported", _sometimes_fails.value)
    except ValueError as e:
        print("failed:", e, "_sometimes_fails" in sys.modules)
    _switch.state += 1
import _sometimes_fails
try:
    import retry_pkg.bad
except ZeroDivisionError as e:
    print(type(e).__name__, "retry_pkg" in sys.modules, "retry_pkg.bad" in sys.modules, hasattr(sys.modules["retry_pkg"], "bad"))
import retry_pkg
print(retry_pkg.runs)
try:
    from retry_pkg import bad
except ZeroDivisionError:
    print("again")
print(retry_pkg.runs)
try:
    from retry_pkg.bad import x
except ZeroDivisionError as e:
    tb = e.__traceback__
    while tb.tb_next:
        tb = tb.tb_next
    print(tb.tb_frame.f_globals["__name__"], tb.tb_lineno)
try:
    import retry_pkg.exits
except SystemExit as e:
    print("exit", e.code)
try:
    import retry_pkg.raises_import
except ImportError as e:
    print(e, e.name)

from star_pkg.plain import *
print(sorted(n for n in globals() if n in ("public", "_private", "__dunder__", "func", "math")))
from star_pkg.with_all import *
print(sorted(n for n in globals() if n in ("one", "_two", "three")))
from star_pkg.all_tuple import *
print(tuple_one)
for name in ("bad_missing", "bad_type", "bad_not_seq"):
    try:
        exec(f"from star_pkg.{name} import *")
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
from star_pkg.empty_all import *
print("nothing_exported" in globals())
from star_pkg import *
print(sub_by_all.value)
func = "mine"
from star_pkg.plain import *
print(type(func).__name__)
for src in ("def f():\n from star_pkg.plain import *", "class C:\n from star_pkg.plain import *"):
    try:
        exec(src)
    except SyntaxError as e:
        print(e.msg)
ns = {}
exec("from star_pkg.plain import *", ns)
print(sorted(n for n in ns if not n.startswith("__")))

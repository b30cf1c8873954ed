import relative_pkg.a.b.user as user
print(user.sibling_value, user.parent_value, user.top_value, user.other)
print(user.run())
try:
    from . import anything
except ImportError as e:
    print(type(e).__name__, e)
try:
    from .x import anything
except ImportError as e:
    print(type(e).__name__, e)
try:
    import relative_pkg.beyond
except ImportError as e:
    print(type(e).__name__, e)
import relative_pkg.star
print(relative_pkg.star.names)

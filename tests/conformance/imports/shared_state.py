# one module object for all who import it
import _counter
from _counter import bump, items
import shared_pkg.user1
import shared_pkg.user2
bump()
print(_counter.count, items, _counter.items is items)
print(shared_pkg.user1.seen, shared_pkg.user2.seen)
from _counter import count
_counter.count = 100
print(count, _counter.count, bump(), shared_pkg.user1.read())
items.append("main")
print(shared_pkg.user2.read())
_counter.bump = lambda: "patched"
print(_counter.bump(), bump() != "patched", shared_pkg.user1.call())

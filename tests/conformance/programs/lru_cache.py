# An LRU cache with a doubly linked list, a decorator on top, and statistics.
class Node:
    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = self


class LRU:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be positive, not %d" % capacity)
        self.capacity = capacity
        self.map = {}
        self.ring = Node()
        self.hits = self.misses = self.evicted = 0

    def _unlink(self, node):
        node.prev.next, node.next.prev = node.next, node.prev

    def _front(self, node):
        head = self.ring
        node.prev, node.next = head, head.next
        head.next.prev = node
        head.next = node

    def __getitem__(self, key):
        node = self.map.get(key)
        if node is None:
            self.misses += 1
            raise KeyError(key)
        self.hits += 1
        self._unlink(node)
        self._front(node)
        return node.value

    def __setitem__(self, key, value):
        node = self.map.get(key)
        if node is not None:
            node.value = value
            self._unlink(node)
        else:
            if len(self.map) == self.capacity:
                last = self.ring.prev
                self._unlink(last)
                del self.map[last.key]
                self.evicted += 1
            node = self.map[key] = Node(key, value)
        self._front(node)

    def __delitem__(self, key):
        self._unlink(self.map.pop(key))

    def __contains__(self, key):
        return key in self.map

    def __len__(self):
        return len(self.map)

    def __iter__(self):
        node = self.ring.next
        while node is not self.ring:
            yield node.key
            node = node.next

    def __repr__(self):
        return "LRU(" + ", ".join(f"{k!r}: {self.map[k].value!r}" for k in self) + ")"


def cached(capacity):
    def wrap(function):
        cache = LRU(capacity)

        def call(*args, **kw):
            key = args, tuple(sorted(kw.items()))
            try:
                return cache[key]
            except KeyError:
                cache[key] = result = function(*args, **kw)
                return result

        call.cache = cache
        call.__name__ = function.__name__
        return call
    return wrap


c = LRU(3)
for k in "abc":
    c[k] = k.upper()
print(c, c["a"], c, len(c))
c["d"] = "D"
print(c, "b" in c, list(c), c.evicted)
c["c"] = "new"
del c["a"]
print(c)
for bad in ("a", "zz"):
    try:
        c[bad]
    except KeyError as e:
        print("KeyError", e)
try:
    LRU(0)
except ValueError as e:
    print(e)
print(c.hits, c.misses)


@cached(100)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@cached(2)
def area(width, height=1):
    log.append((width, height))
    return width * height


log = []
print(fib(80), fib.cache.hits, fib.cache.misses, fib.__name__)
print([area(2), area(2), area(2, height=1), area(3, 4), area(2), area(3, 4), area(5, height=2)], log)
print(area.cache, area.cache.evicted)
state = 12345
cache = LRU(16)
for i in range(3000):
    state = (state * 1103515245 + 12345) % 2**31
    key = (state >> 16) % 24
    try:
        cache[key]
    except KeyError:
        cache[key] = i
print(cache.hits, cache.misses, cache.evicted, len(cache), sorted(cache)[:5])

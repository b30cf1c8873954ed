# A small least-recently-used cache on top of OrderedDict.
from collections import OrderedDict
class LRU:
    def __init__(self, size):
        self.size, self.data, self.hits, self.misses = size, OrderedDict(), 0, 0
    def get(self, key, make):
        if key in self.data:
            self.hits += 1
            self.data.move_to_end(key)
        else:
            self.misses += 1
            self.data[key] = make(key)
            if len(self.data) > self.size:
                old, _ = self.data.popitem(last=False)
                self.dropped = old
        return self.data[key]
cache = LRU(3)
for k in [1, 2, 3, 1, 4, 2, 1, 5, 1, 1, 3]:
    print(k, cache.get(k, lambda n: n * n), list(cache.data))
print(cache.hits, cache.misses, cache.dropped)

# The order of sets
#
# Neither promises an order. Hognose gives the items in the order in which they came, the same on every run and machine;
# CPython in an order that follows from hashes.
print({"one", "two", "three", "four"} - {"four"}, {30, 20, 10})

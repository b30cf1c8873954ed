# Non-overlapping counts, empty needle, bounds.
s = "banana"
print(s.count("a"), s.count("an"), s.count("ana"), s.count("nan"), s.count("x"), s.count("banana"),
    s.count("bananas"))
print(s.count(""), s.count("", 2), s.count("", 6), s.count("", 7), s.count("", 2, 4), "".count(""),
    "".count("a"), "".count("", 1))
print(s.count("a", 2), s.count("a", 2, 5), s.count("a", -2), s.count("a", None, 3), s.count("a", 5, 1),
    s.count("n", 0, 100))
print("aaaa".count("aa"), "é☃é☃é".count("é"), "é☃é☃é".count("☃é"), "😀😀".count("😀"), "a\0b\0".count("\0"))
for args in [(), (1,), (None,), ("a", "b"), ("a", 1, 2, 3), (["a"],)]:
    try:
        print(s.count(*args))
    except TypeError as e:
        print(e)

# replace with counts, empty patterns and growing or shrinking results.
s = "one two one two one"
print(s.replace("one", "1"), s.replace("one", "1", 1), s.replace("one", "1", 0), s.replace("one", "1", -1),
    s.replace("one", "", 2), s.replace("x", "y"))
print("abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "".replace("", "x", 0),
    "".replace("a", "b") == "", "aaa".replace("aa", "b"), "aaaa".replace("aa", "a"))
print("é☃é".replace("é", "ee"), "aba".replace("a", "☃"), "a😀b".replace("😀", ""), "a\nb".replace("\n", "\\n"),
    "tic-tac".replace("t", "T", 1))
print(("ab" * 5000).replace("ab", "x") == "x" * 5000, len(("a" * 1000).replace("a", "bcd")),
    s.replace("two", "two") == s)
for args in [("a",), (), ("a", 1), (1, "a"), ("a", "b", "c"), ("a", "b", 1.5), (b"a", "b"), ("a", None),
        ("a", "b", 1, 2)]:
    try:
        print(s.replace(*args))
    except TypeError as e:
        print(e)

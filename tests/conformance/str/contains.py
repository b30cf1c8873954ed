# The in operator: substrings, empty, wide characters, errors.
print("a" in "abc", "bc" in "abc", "ac" in "abc", "" in "abc", "" in "", "abc" in "abc", "abcd" in "abc",
    "d" not in "abc", "A" in "abc")
print("☃" in "a☃b", "é" in "e", "😀" in "😀", "\0" in "a\0b", "aab" in "aaaab",
    "ab" * 50 + "c" in "ab" * 100 + "c", "aba" * 10 in "ab" * 100)
for bad in (1, None, b"a", ["a"], 1.5):
    try:
        bad in "abc"
    except TypeError as e:
        print(e)
print("x" in "" , "a" in {"a"}, "a" in ("ab",), "a" in ["a", "b"],
    "".join(c for c in "hello world" if c not in "aeiou"))
print("abc".__contains__("b"), str.__contains__("abc", "z"), "abc".__len__(), "abc".__getitem__(1),
    "abc".__add__("d"), "abc".__mul__(2), "a".__eq__("a"), "a".__lt__(1))

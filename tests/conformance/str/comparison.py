# Ordering is by code point; comparison with other types; chaining and max.
print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "Z" < "a", "10" < "9", "é" > "z",
    "☃" < "😀", "\uffff" < "\U00010000", "a" <= "a", "b" >= "c")
print("abc" == "abc", "abc" != "abd", "a" == 1, "a" == b"a", "a" != None, "" == None, "e\u0301" == "é")
print(sorted(["banana", "Apple", "cherry", "apple", "", "éclair", "zoo", "10", "9", "😀", "\uffee"]),
    max("hello"), min("hello"), max("a", "ab", "b"), sorted("hello", reverse=True))
print("a" < "b" < "c" < "cc", not "a" == "b", "abc" > "ab" > "a" > "")
print(hash("abc") == hash("a" + "bc"), {"a": 1}["".join(["a"])], "x" in {"x"}, hash("") == hash(str()))
for text in ("'a' < 1", "'a' > None", "'a' <= b'a'", "1 >= 'a'", "'a' < ['a']"):
    try:
        eval(text)
    except TypeError as e:
        print(text, "->", e)

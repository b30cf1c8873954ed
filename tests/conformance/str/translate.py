# maketrans in its three forms and translate with dicts, lists and None.
t = str.maketrans("abc", "xyz")
print(t, "aabbccdd".translate(t), "".translate(t))
print(str.maketrans("ab", "cd", "ef"), "abef".translate(str.maketrans("ab", "cd", "ef")))
print("hello".translate({ord("l"): "LL", ord("o"): None, ord("h"): 72}),
    "abc".translate({97: 0x1F600, 98: ""}), "☃é".translate({0x2603: "snow", 0xE9: "e"}))
print(str.maketrans({"a": 1, "b": None, "c": "see", 100: "D"}), "abcd".translate(str.maketrans({"a": "1",
    "b": None, "c": "see", 100: "D"})))
class Upper:
    def __getitem__(self, code):
        if code == 32:
            raise LookupError
        return chr(code).upper() if code < 128 else None
print("a b é c".translate(Upper()), "abc".translate([None] * 97 + ["A", "B"]))
for f in (lambda: str.maketrans("ab", "c"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans("a"),
        lambda: str.maketrans({1.5: "a"}), lambda: "a".translate({97: 0x110000}),
        lambda: "a".translate({97: 1.5}), lambda: "a".translate(5), lambda: "a".translate(),
        lambda: str.maketrans("a", "b", 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

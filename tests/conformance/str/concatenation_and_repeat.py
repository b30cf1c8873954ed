# + and * of strings, augmented forms, implicit concatenation, errors.
print("ab" + "cd", "a" * 3, 3 * "ab", "x" * 0, "x" * -1, "é" * 3, "ab" * True, "" * 1000 == "")
s = "start"
t = s
s += "-more"
print(s, t)
s *= 2
print(s)
print("one" "two" 'three' """four""" r"\n" "\x41", len("a" "b"), ("a"
      "b"))
big = "abc" * 10000
print(len(big), big[29997:], big.count("ca"), (big + "!")[-2:])
for f in (lambda: "a" + 1, lambda: 1 + "a", lambda: "a" + None, lambda: "a" * "b", lambda: "a" * 1.0,
        lambda: "a" + b"b", lambda: b"a" + "b", lambda: "a" - "b", lambda: -"a", lambda: "a" * None,
        lambda: "a" / 2, lambda: "a" + ["b"]):
    try:
        print(f())
    except TypeError as e:
        print(e)

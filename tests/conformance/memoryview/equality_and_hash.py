# Views compare by content and element value, not by type of the base.
from array import array
print(memoryview(b"abc") == b"abc", memoryview(b"abc") == bytearray(b"abc"), b"abc" == memoryview(b"abc"),
    memoryview(b"abc") == memoryview(bytearray(b"abc")), memoryview(b"abc") != b"abd",
    memoryview(b"abc") == "abc", memoryview(b"") == b"", memoryview(b"a") == 97,
    memoryview(b"abc")[::-1] == b"cba")
print(memoryview(array("i", [1, 2])) == array("q", [1, 2]), memoryview(array("b", [1, 2])) == b"\x01\x02",
    memoryview(array("d", [1.0])) == memoryview(array("i", [1])), memoryview(array("i",
    [1])) == memoryview(array("i", [1, 2])))
m = memoryview(b"key")
print(hash(m) == hash(b"key"), {b"key": 1}[m], {m: 2}[b"key"], m in [b"key"])
for f in (lambda: hash(memoryview(bytearray(b"x"))), lambda: hash(memoryview(array("i", [1]))),
        lambda: m < b"a", lambda: m > m, lambda: {memoryview(bytearray(1)): 1}):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
nan = float("nan")
print(memoryview(array("d", [nan])) == memoryview(array("d", [nan])))

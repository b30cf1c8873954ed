# split, rsplit, splitlines, partition, join.
print(b"a b  c".split(), b" a ".split(), b"a,b,,c".split(b","), b"a,b,c".split(b",", 1),
    b"a,b,c".rsplit(b",", 1), b"".split(), b"".split(b","), b" a b ".split(None, 1), b"a b c".rsplit(None, 1),
    b"a\tb\x0bc\x0cd\x1ce".split(), b"abc".split(bytearray(b"b")))
print(b"a\nb\r\nc\rd".splitlines(), b"a\nb\r\n".splitlines(True), b"".splitlines(),
    b"a\x0bb\x0cc\x85d".splitlines(), b"\n\n".splitlines())
print(b"k=v=w".partition(b"="), b"k=v=w".rpartition(b"="), b"kv".partition(b"="), b"kv".rpartition(b"="),
    bytearray(b"a-b").partition(b"-"))
print(b",".join([b"a", b"b"]), b"".join([]), b"-".join([bytearray(b"x"), memoryview(b"y"), b"z"]),
    b", ".join(bytes([c]) for c in b"abc"), b"x".join((b"only",)))
for f in (lambda: b"a".split(""), lambda: b"a".split(b""), lambda: b"a".split(97),
        lambda: b"a".partition(b""), lambda: b"a".partition("a"), lambda: b",".join(["a"]),
        lambda: b",".join([b"a", 1]), lambda: b",".join(5), lambda: b",".join(b"ab"),
        lambda: b"a".rsplit(","), lambda: b"a".partition(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# encode and decode are inverse for every code point that is not a surrogate.
step = 97
count = 0
for c in range(0, 0x110000, step):
    if 0xD800 <= c < 0xE000:
        continue
    ch = chr(c)
    raw = ch.encode()
    assert raw.decode() == ch and len(raw) == 1 + (c > 0x7F) + (c > 0x7FF) + (c > 0xFFFF)
    assert ch.encode("utf-16-le").decode("utf-16-le") == ch
    count += 1
print(count)
for b in range(256):
    raw = bytes([b])
    assert raw.decode("latin-1").encode("latin-1") == raw and ord(raw.decode("latin-1")) == b
    ok = True
    try:
        raw.decode()
    except UnicodeDecodeError:
        ok = False
    assert ok == (b < 128)
every = bytes(range(256))
print(len(every.decode("latin-1")), every.decode("utf-8", "replace").count("\ufffd"),
    len(every.decode("utf-8", "ignore")), every.decode("utf-8", "surrogateescape").encode("utf-8",
    "surrogateescape") == every)

# Decoded text is a snapshot: later changes of the buffer do not reach it.
buf = bytearray(b"hello")
text = buf.decode()
other = str(buf, "ascii")
buf[0] = 72
buf.extend(b"!!")
print(text, other, buf.decode(), buf)
view = memoryview(buf)[1:4]
mid = str(view, "utf-8")
buf[2] = ord("L")
print(mid, str(view, "utf-8"), bytes(view))
raw = bytes(buf)
buf[:] = b"x" * len(buf)
print(raw, buf)
keys = {}
key = bytearray(b"k")
keys[key.decode()] = 1
key[0] = 106
keys[key.decode()] = 2
print(keys)
for f in (lambda: memoryview(b"a").decode(), lambda: str(view, "ascii", "strict", 1),
        lambda: str([97], "utf-8"), lambda: str(97, "utf-8")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# Decoding a stream in pieces by hand: keep what an unfinished character needs.
text = "aé☃😀 end"
raw = text.encode()
for size in (1, 2, 3, 5):
    pending = b""
    out = []
    for i in range(0, len(raw), size):
        pending += raw[i:i + size]
        try:
            out.append(pending.decode())
            pending = b""
        except UnicodeDecodeError as e:
            if e.reason != "unexpected end of data":
                raise
            out.append(pending[:e.start].decode())
            pending = pending[e.start:]
    print(size, out, pending)
print([raw[:n].decode("utf-8", "ignore") for n in range(len(raw) + 1)])
print([len(raw[:n].decode("utf-8", "replace")) for n in range(len(raw) + 1)])
print(sum(1 for b in raw if b & 0xC0 != 0x80), len(text))

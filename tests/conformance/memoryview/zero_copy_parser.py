# Walking a record stream through views without copying it.
import struct
records = [(1, b"alpha"), (2, b""), (300, b"\x00\xff" * 3), (65535, b"last one")]
stream = bytearray()
for kind, body in records:
    stream += struct.pack(">HB", kind, len(body)) + body

def walk(buf):
    view = memoryview(buf)
    while view:
        if len(view) < 3:
            raise ValueError("short header: %d" % len(view))
        kind, size = struct.unpack_from(">HB", view)
        if len(view) < 3 + size:
            raise ValueError("short body: %d of %d" % (len(view) - 3, size))
        yield kind, view[3:3 + size]
        view = view[3 + size:]

for (kind, body), (k, b) in zip(walk(stream), records):
    print(kind, bytes(body), kind == k, body == b, len(body))
for cut in (1, 5, len(stream) - 1):
    try:
        print([k for k, _ in walk(stream[:cut])])
    except ValueError as e:
        print(cut, e)
for kind, body in walk(stream):
    if len(body):
        body[0] ^= 0x20
print(bytes(stream))

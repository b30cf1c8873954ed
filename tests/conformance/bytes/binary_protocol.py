# A small framing protocol: length prefix, checksum, escapes.
def crc16(data, crc=0xFFFF):
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc

def stuff(data):
    return data.replace(b"\x7d", b"\x7d\x5d").replace(b"\x7e", b"\x7d\x5e")

def unstuff(data):
    return data.replace(b"\x7d\x5e", b"\x7e").replace(b"\x7d\x5d", b"\x7d")

def frame(payload):
    body = len(payload).to_bytes(2, "big") + payload
    return b"\x7e" + stuff(body + crc16(body).to_bytes(2, "little")) + b"\x7e"

def unframe(raw):
    if raw[:1] != b"\x7e" or raw[-1:] != b"\x7e":
        raise ValueError("no frame")
    body = unstuff(raw[1:-1])
    body, crc = body[:-2], int.from_bytes(body[-2:], "little")
    if crc16(body) != crc:
        raise ValueError("bad crc %#06x" % crc)
    return body[2:2 + int.from_bytes(body[:2], "big")]

for payload in (b"", b"hello", b"\x7e\x7d\x7e", bytes(range(0x70, 0x90))):
    raw = frame(payload)
    print(raw.hex(" "), unframe(raw) == payload)
for bad in (b"", b"\x7eabc", frame(b"x")[:-2] + b"\x00\x7e"):
    try:
        unframe(bad)
    except ValueError as e:
        print(e)

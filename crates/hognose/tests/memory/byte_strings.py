b = bytes(range(20)) + b'abc'
print(b.hex(), b[3:7], b.find(b'ab'), b.split(b'\x05'), bytes.fromhex('00ff'), b.replace(b'a', b'xyz'))

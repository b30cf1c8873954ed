b = bytearray(b'hello')
b += b' world'
b.extend([33, 33])
b[0:5] = b'HELLO!'
del b[2]
b.insert(0, 65)
print(b, b.pop(), b.upper(), bytes(b))

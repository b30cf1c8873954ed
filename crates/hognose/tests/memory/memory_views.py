b = bytearray(range(12))
m = memoryview(b)
print(m[2:5].tolist(), m.cast('H').tolist(), bytes(m[::-2]), m.nbytes)
m[0] = 9
m.release()
b.append(1)
print(b)

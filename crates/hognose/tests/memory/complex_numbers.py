z = 3 + 4j
print(abs(z), z * z, z.conjugate(), complex('1+2j'), z ** 2)

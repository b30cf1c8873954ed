# Fills the disk; what was there before stays.
import os
import vibe

vibe.write(vibe.create("/test/before.txt"), "kept")
n = 0
piece = "0123456789abcdef" * 16384
try:
    while True:
        with open(f"/test/fill{n}.bin", "w") as f:
            f.write(piece)
        n += 1
except OSError as error:
    print("errno", error.errno)
free = vibe.disk_free()
print("free", free < 512, n > 4)
print(vibe.write(vibe.open("/test/before.txt"), "x" * (1 << 20)))
print(open("/test/before.txt").read())
for k in range(n + 1):
    os.remove(f"/test/fill{k}.bin")
print("freed", vibe.disk_free() > free + 2048)
print(vibe.write(vibe.open("/test/before.txt"), "fits again"), open("/test/before.txt").read())

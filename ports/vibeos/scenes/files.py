import os
import sys
import vibe
import other

print(sys.argv, other.X)
with open("/notes.txt", "w") as file:
    file.write("one\n")
with open("/notes.txt", "a") as file:
    file.write("two\n")
print(open("/notes.txt").read().split())
os.mkdir("/box")
os.chdir("/box")
print(os.getcwd(), vibe.getcwd())
with open("inside.bin", "wb") as file:
    file.write(bytes(range(10)))
    file.seek(2)
    file.write(b"x")
os.rename("inside.bin", "renamed.bin")
print(os.listdir("."), os.stat("renamed.bin").st_size, open("renamed.bin", "rb").read())
print(sorted(vibe.listdir("/")))
for act in (lambda: open("/none.txt"), lambda: os.rmdir("/box"), lambda: open("/box"), lambda: os.mkdir("/box")):
    try:
        act()
    except OSError as error:
        print(type(error).__name__, error.errno)
handle = vibe.create("/made.txt")
print(vibe.write(handle, "text"), vibe.read(vibe.open("/made.txt"), 10, 1), vibe.delete("/made.txt"), vibe.delete("/made.txt"))
left_open = [open("/notes.txt"), open("/late.txt", "w"), vibe.open("/notes.txt")]
raise SystemExit(5)

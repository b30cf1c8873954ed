# Writes on and on until the plug is pulled.
import vibe

n = 0
while True:
    letter = "ABCDEFGH"[n % 8]
    vibe.write(vibe.create("/test/whole.txt"), letter * 3000)
    with open("/test/log.txt", "a") as log:
        log.write(f"line {n}\n" * 20)
    vibe.mkdir(f"/test/d{n}")
    vibe.write(vibe.create(f"/test/d{n}/f.txt"), "x" * (n * 700 % 9000))
    n += 1
    if n == 5:
        print("writing")

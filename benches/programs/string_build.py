# Building text: concatenation, join, formatting, replacing, splitting.
def grow(n):
    s = ""
    for i in range(n):
        s += chr(97 + i % 26)
    return len(s)


def fields(n):
    parts = []
    for i in range(n):
        parts.append("%d:%s" % (i, "x" * (i % 5)))
    text = ",".join(parts)
    total = len(text)
    for f in text.split(","):
        k, v = f.split(":")
        if k.endswith("7") and v.startswith("x"):
            total += len(k.replace("7", "seven"))
        total += len(v.upper().strip("X"))
    return total


def main():
    total = 0
    for k in range(28):
        total += grow(20000)
        total += fields(40000 + k)
    for i in range(500000):
        total += len("{}-{:04d}|{}".format(i, i % 777, "ab"))
    print(total)


main()

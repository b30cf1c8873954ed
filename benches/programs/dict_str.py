# Dictionaries with string keys: counting, lookups of fixed names, growth and deletion.
def main():
    words = ["k%d" % (i * 7919 % 5003) for i in range(20000)]
    counts = {}
    for _ in range(100):
        for w in words:
            if w in counts:
                counts[w] += 1
            else:
                counts[w] = 1
    robot = {"left": 0, "right": 0, "speed": 3, "name": "r", "log": 0}
    for i in range(4500000):
        robot["left"] += robot["speed"]
        robot["right"] = robot["left"] - i
        if robot.get("missing", 0):
            robot["log"] += 1
    total = 0
    for i in range(40):
        d = {}
        for w in words:
            d[w] = len(w)
        for w in words[:5000]:
            if w in d:
                del d[w]
        total += len(d)
    for k, v in counts.items():
        total += v * len(k)
    print(total, len(counts), robot["left"] + robot["right"])


main()

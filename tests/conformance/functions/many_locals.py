# large frames: many arguments, many locals, deep expressions
names = ["v%d" % i for i in range(300)]
src = "def big(%s):\n" % ", ".join(names)
src += "".join("    w%d = v%d + 1\n" % (i, i) for i in range(300))
src += "    return " + " + ".join("w%d" % i for i in range(300)) + "\n"
ns = {}
exec(src, ns)
print(ns["big"](*range(300)))
print(ns["big"](**{n: 1 for n in names}))
src = "def consts():\n    return [" + ", ".join(str(i * 1000 + 7) for i in range(400)) + "]\n"
exec(src, ns)
print(sum(ns["consts"]()))
src = "def strs():\n    return {" + ", ".join("'k%d': %d" % (i, i) for i in range(300)) + "}\n"
exec(src, ns)
print(len(ns["strs"]()), ns["strs"]()["k299"])
print(eval("(" * 50 + "1" + ")" * 50), eval("1" + "+1" * 500), eval("[" * 40 + "]" * 40) == eval("[" * 40 + "]" * 40))
src = "x = 0\n" + "if x == 0:\n    x = 1\nelse:\n    x = 0\n" * 200
exec(src, ns)
print(ns["x"])
src = "def long_jump(n):\n    while n:\n        n -= 1\n" + "        if n == 5:\n            n = 4\n" * 150 + "    return n\n"
exec(src, ns)
print(ns["long_jump"](20))

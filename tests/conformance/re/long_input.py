# Long subjects and nested repeats end without deep recursion.
import re
long = "a" * 50000
print(len(re.match("a*", long).group()), len(re.match("(a)*", long).group()),
    len(re.match("(?:a|b)*", long).group()), re.match("(a|b)*c", long[:200]),
    len(re.match("(?:aa?)*", long).group()), re.match("a*?b", long), len(re.match(".*a", long).group()),
    len(re.match("(?:.)+$", long).group()))
text = "x=1;" * 5000
print(len(re.findall(r"(\w)=(\d);", text)), len(re.sub(r"\d", "22", text)), len(re.split(";", text)),
    re.search("y", text), re.match(r"(?:\w=\d;)*$", text).end(), re.match(r"(\w=\d;)+$", text).span(1))
nested = "(" * 50 + "a" + ")" * 50
print(re.match(nested, "a").group(), re.match(nested, "a").lastindex,
    re.compile("|".join("w%d" % i for i in range(500))).findall("w5 w77 w499"),
    re.match("a?" * 18 + "a" * 18, "a" * 18).end())
lines = "\n".join("line %d: value=%d" % (i, i * i) for i in range(2000))
total = sum(int(m[2]) for m in re.finditer(r"(?m)^line (\d+): value=(\d+)$", lines))
print(total, sum(i * i for i in range(2000)))

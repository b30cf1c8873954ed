# what cannot be subscripted, called, iterated or indexed so
number, none, text, items, pair, group, data, function = 5, None, "abc", [1], (1,), {1}, b"a", lambda: 0
for source in ("number[0]", "none[0]", "number()", "none()", "text()", "(1).x", "items['a']", "items[1.0]", "pair[none]", "text['b']",
             "'abc'[5]", "[1,2][-3]", "()[0]", "{}['k']", "{}[[]]", "group[0]", "range(3)[5]", "data['x']", "int[0]",
             "len[0]", "function[1]", "[1][1:2:0]", "'a'['b':]", "list(5)", "dict(5)", "dict([1])", "dict(['abc'])",
             "set(5)", "tuple(None)", "len(5)", "iter(5)", "next([])", "sum('ab')", "max([])", "max(5)", "min()",
             "sorted(5)", "reversed({1})", "enumerate(5)", "zip(5)", "abs('a')", "ord('ab')", "ord(5)", "chr('a')",
             "chr(-1)", "hash([])", "hash({})", "int([])", "int('a')", "float('x')", "float([])", "isinstance(1, 5)",
             "issubclass(1, int)", "''.join([1])", "''.join(5)", "[].append()", "[].pop()", "[1].index(5)", "{}.popitem()"):
    try:
        print(source, eval(source))
    except Exception as e:
        print(source, type(e).__name__, e)

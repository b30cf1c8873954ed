# wrong calls of built-in functions and methods
for text in ("len()", "len(1, 2)", "len([], x=1)", "abs()", "ord()", "chr(1, 2)", "[].append(1, 2)", "[].append()", "'a'.upper(1)",
             "{}.get()", "{}.keys(1)", "isinstance(1)", "callable()", "id()", "hash()", "repr()", "divmod(1)",
             "getattr(1)", "setattr(1, 2)", "iter()", "sorted()", "sum()", "any()", "all(1, 2)",
             "bin()", "range()", "range(1, 2, 3, 4)", "int(1, 2, 3)", "bool(1, 2)", "object(1)",
             "'a'.split(1, 2, 3)", "'a'.join()", "{}.pop()", "[].pop(1, 2)", "[].insert(1)",
             "sorted([], 1)", "print(x=1)", "max(1, x=2)", "enumerate()", "reversed()", "int(foo=1)"):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(text, "| TypeError")

# a method of a built-in wants its own kind as self
for text in ("str.upper(5)", "list.append({}, 1)", "dict.get([], 1)", "int.bit_length('a')", "str.join(5, [])", "bytes.decode('x')", "set.add([], 1)", "tuple.count([1], 1)",
             "object.__repr__(5).startswith('<int object at')", "int.__add__(1, 2)", "int.__add__('a', 2)", "str.__len__('abc')", "list.__len__(())", "float.__add__(1.0, 2)", "int.__add__(1, 2.0)",
             "str.upper()", "dict.keys({1: 2})", "list.sort((1,))", "int.__repr__(True)", "object.__eq__(1, 1)", "object.__eq__(1, 2)", "type.__call__(int, '5')", "str.__add__('a', 'b')",
             "str.__add__('a', 5)", "list.__getitem__([1, 2], 1)", "dict.__getitem__({1: 2}, 1)", "object.__str__('x')", "bool.__and__(True, False)", "Exception.__str__(5)", "int.__new__(bool, 1)"):
    try:
        print(text, "=", eval(text))
    except TypeError as e:
        print(text, "TypeError")


class L(list):
    pass


x = L()
list.append(x, 1)
print(x, list.__len__(x), list.__repr__(x), object.__repr__(x).startswith("<__main__.L object at"))
print(int.__add__(True, True), str.upper("sub"), list(map(str.upper, "ab")), sorted(["b", "A"], key=str.lower))
print(int.__lt__(1, 2), int.__lt__(1, "a"), int.__eq__(1, 1.0), float.__eq__(1.0, 1), (5).__add__(6), (5).__add__("x"), "a".__eq__(5), [].__eq__([]))

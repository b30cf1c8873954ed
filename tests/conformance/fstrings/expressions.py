# Any expression: calls, attributes, lambdas, comprehensions, conditionals.
x, y = 3, 4
items = [1, 2, 3]
d = {"k": "v", "n": {"deep": [10, 20]}}
print(f"{x} {y} {x + y} {x * y ** 2} {-x} {not x} {x if x > y else y} {x < y < 10}")
print(f"{items[0]} {items[-1]} {items[1:]} {items[::-1]} {d['k']} {d['n']['deep'][1]} {len(items)} {max(x, y)}")
print(f"{[i * i for i in items]} {sum(i for i in items)} { {i: i + 1 for i in items} } { {1} } {(1, 2)} {[*items, 4]}")
print(f"{(lambda a: a * 2)(5)} {(lambda: 'q')()} {'abc'.upper()} {'-'.join(map(str, items))} {'a' 'b'}")
print(f"{x!r} {'s'!r} {'é'!a} {'s'!s} {x:>3}|{'s'!r:>5}|{x:03d}|{3.14159:.2f}")
print(f"{x:=^7}|{(w := 5)}{w}|{x != y} {x == y} {x >= 3} {x <= 3}")
print(f"{'a' if x else 'b'} {x or y} {x and y} {x is not None} {x in items} {'q' not in d}")
print(f'{"double"} {d["k"]}' f" {'single'} " "plain {x} " rf"\n{x}" + f"""{
    x + 1
} {
    "multi"
}""")

# A table printed with computed widths and nested specs.
rows = [("name", "qty", "price", "ratio"), ("bolt", 1200, 0.0525, 0.5), ("gear wheel", 7, 12.5, 0.125),
    ("motor", 1, 1899.999, 0.0)]
head, *body = rows
w = [max(len(str(r[i])) for r in rows) + 2 for i in range(4)]
print("+" + "+".join("-" * n for n in w) + "+")
print("|" + "|".join(f"{h:^{n}}" for h, n in zip(head, w)) + "|")
for name, qty, price, ratio in body:
    print(f"|{name:<{w[0]}}|{qty:>{w[1]},}|{price:>{w[2]}.2f}|{ratio:>{w[3]}.0%}|")
total = sum(q * p for _, q, p, _ in body)
print(f"{'total':.>{sum(w)}} {total:,.2f}")
for i, (name, *rest) in enumerate(body, 1):
    print(f"{i}. {name!r:15} {rest!r} {'*' * i:>5} {i:>{i}}{i:0{i + 2}b}")
print(f"{'=' * 10:^{20}}|{'':-<10}|{' ':>3}|")

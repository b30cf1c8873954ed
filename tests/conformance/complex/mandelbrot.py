# Iterating z*z + c draws the set; roots of unity sum to nothing.
for y in range(-8, 9):
    row = ""
    for x in range(-24, 11):
        c = complex(x / 12, y / 8)
        z = 0j
        for i in range(30):
            z = z * z + c
            if abs(z) > 2:
                break
        row += " .:-=+*#%@"[i // 3] if i < 29 else "@"
    print(row.rstrip())
def poly(z, *coeffs):
    out = 0
    for k in coeffs:
        out = out * z + k
    return out
roots = [1 + 0j, 0.4 + 0.9j, (0.4 + 0.9j) ** 2]
for _ in range(60):
    new = []
    for i, r in enumerate(roots):
        d = 1
        for j, s in enumerate(roots):
            if i != j:
                d *= r - s
        new.append(r - poly(r, 1, -6, 11, -6) / d)
    roots = new
print(sorted(round(r.real, 9) + 0.0 for r in roots), [round(abs(poly(r, 1, -6, 11, -6)), 9) for r in roots])

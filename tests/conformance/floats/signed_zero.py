# -0.0 keeps its sign through arithmetic and prints it.
z = -0.0
print(z, 0.0 == z, str(z), "%g" % z, f"{z:.2f}", abs(z), -z, z + 0.0, z + z, z - 0.0, 0.0 - z, z * 5, z * -5,
    z / 3, 1e-300 * -1e-300)
print(round(-0.4), round(-0.4, 0), int(z), float("-0"), -0.0 ** 2, (-0.0) ** 3, 0 * -1.0, 0 * -1)
print(sum([z, z]), sum([z, z], z), min(0.0, z), min(z, 0.0), max(z, 0.0), sorted([0.0, z, 0.0]))
print(z // 1, z % 1, z % -1, 0.0 % -1, divmod(-0.0, 2), -0.0 // -2)
print({0.0: "p"}.get(-0.0), [0.0].index(-0.0), 0.0 in (-0.0,), repr([z]), complex(z, z))
print(bool(z), not z, z or "falsy", z is not None)

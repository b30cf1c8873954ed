# Nested f-strings, evaluation order, adjacent concatenation.
print(f"{f'{1}{2}'} {f'{3}' f'{4}'}", f"a{'b' f'{1 + 1}'}c", f"{'x':{f'>{4}'}}|")
log = []
def note(v):
    log.append(v)
    return v
print(f"{note(1)}{note(2):{note(5)}}{note('x')!r:>{note(6)}}", log)
print("lit {not} " f"{1}" " {raw}" f"{{}}" r"\d" rf"\{2}" f"\\{3}" f"\x41\u00e9\N{BULLET}\n".strip())
print(f"" == "", f"plain" is not None, f"{''}" == "", len(f"{'a'}{'b'}" "c"))
a, b = "left", "right"
print(f"{a}{b}", f"{a} {b}", f"{a}-{b}" * 2, f"{a}"[1:3], f"{a}".upper(), f"{a}" in f"{a}{b}", f"%s{a}" % 5,
    f"{a}" "%s" % 6)
d = {f"{1}": f"{2}"}
print(d, d[f"{1}"], {f"{i}" for i in [7]}, (f"{1}",), f"{d}")
print(f'{a!r}{b!s}{"é"!a}', f"{a!r:.3}", f"{'it''s'}", f'{"q"}')

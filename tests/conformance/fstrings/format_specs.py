# Specs after the colon, nested fields in the spec, and odd characters there.
value, width, precision, fill = 12.34567, 12, 3, "*"
print(f"|{value:{width}.{precision}}|{value:{fill}^{width}.{precision}f}|{value:{'>'}{10}}|{value:{width + 2}.{precision - 1}f}|")
print(f"|{'txt':{fill}>{width}}|{'txt':^{len('abcdefg')}}|{42:#{'x'}}|{42:{'0'}{'5'}d}|{'n':{'<'}{3}}|")
print(f"{1234567:,} {1234567:_} {0.25:%} {255:#010b} {1e10:g} {5:+} {-5: } {3:<3}| {3:^3}|")
print(f"{'a':}|{'a':}|{5:}|{'a':5}|{'{'}|{'}'}|{'}':>3}|{{x}}|{{{5}}}|{{{{}}}}")
class Spec:
    def __format__(self, spec):
        return "[" + spec + "]"
s = Spec()
print(f"{s} {s:} {s:abc} {s:%Y-%m-%d %H:%M} {s: spaced } {s:a:b:c} {s:{1}{2}} {s:x{'y'}z} {s:!r} {s:'quoted'} {s:=}")
for source in ('f"{1:s}"', 'f"{1.5:d}"', "f\"{'a':d}\"", 'f"{None:5}"', "f\"{5:{'q'}}\"",
        'f"{undefined_name}"', 'f"{1/0}"', 'f"{[]:{5}}"', 'f"{1:{1}.{2}.{3}}"'):
    try:
        print(eval(source))
    except Exception as e:
        print(source, type(e).__name__, e)

# The = form keeps the expression text, white space included.
x = 5
name = "Ada"
pi = 3.14159
print(f"{x=} {name=} {pi=}")
print(f"{x = } {x =} {x= } { x = }")
print(f"{pi=:.2f} {name=!s} {name=!r:>8} {x=:05d} {name = !s:^9}|")
print(f"{x + 1=} {len(name)=} {[x, x]=} {x==5} {x == 5=} {x!=4=} {name.upper()=} {x<=5=}")
print(f"{name[0]=} {(x := 7)=} {x=} {'a' if x else 'b'=}")
print(f"""{
x
=}""")
print(f"{{x=}} {x=}{x=}", f"a{name=}b" f"{x=}")

class R:
    def __repr__(self):
        return "R()"
    def __format__(self, spec):
        return "fmt" + spec

print(f"{R()=} {R()=:} {R()=:q} {R()=!s}")

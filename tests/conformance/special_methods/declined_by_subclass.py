# A method of a subclass that declines has the last word, where no other built-in type knows the operands.
class Meters(float):
    def __add__(self, o):
        return Meters(float(self)+float(o)) if isinstance(o, Meters) else NotImplemented
    __radd__=__add__
    def __repr__(self): return f'{float(self)}m'
def t(f):
    try: print(f())
    except TypeError as e: print(e)
t(lambda: Meters(1)+Meters(2)); t(lambda: Meters(1)+1); t(lambda: 1+Meters(1)); t(lambda: sum([Meters(1)])); t(lambda: Meters(1)-1)
x=Meters(1)
def au():
    x=Meters(1); x+=1; return x
t(au)
def au():
    class L(list):
        def __add__(s,o): return NotImplemented
    x=L([1]); x+=[2]; return x
t(au)
class DD(dict):
    def __or__(s,o): return NotImplemented
t(lambda: DD(a=1)|{'b':2}); t(lambda: DD(a=1)|DD(b=2)); t(lambda: {'b':2}|DD(a=1))
class SS(set):
    def __sub__(s,o): return NotImplemented
t(lambda: SS('a')-{'b'}); t(lambda: SS('a')-SS('b')); t(lambda: SS('a')-frozenset('b'))
class T(tuple):
    def __mul__(s,o): return NotImplemented
t(lambda: T((1,))*2); t(lambda: 2*T((1,)))
class B(bytes):
    def __mod__(s,o): return NotImplemented
t(lambda: B(b'%d')%1); 
class I(int):
    def __add__(s,o): return NotImplemented
t(lambda: I(1)+1.5); t(lambda: I(1)+True); t(lambda: True+I(1)); t(lambda: I(1)+2); t(lambda: I(1)+1j); t(lambda: I(1)+'a'); t(lambda: I(1)+[1])
class I2(I): pass
t(lambda: I(1)+I2(1)); t(lambda: I2(1)+I(1)); t(lambda: I2(1)+I2(1))
class J(int):
    def __radd__(s,o): return 'J'
t(lambda: I(1)+J(1)); t(lambda: J(1)+I(1)); t(lambda: I(1)+J(2))
t(lambda: pow(I(1),2)); 
class A:
    def __mul__(s,o): return NotImplemented
    def __add__(s,o): return NotImplemented
    __radd__=__rmul__=__mul__
for v in 1, 'a', [1], (1,), b'a', A(), {1}, {1:2}, None, 1.5, range(3):
    t(lambda: A()*v); t(lambda: v*A()); t(lambda: A()+v); t(lambda: v+A())

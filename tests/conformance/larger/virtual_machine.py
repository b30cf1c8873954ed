# a little stack machine with an assembler, run by Python
class Halt(Exception):
    pass


class VM:
    table = {}

    def op(name, table=table):
        def deco(f):
            table[name] = f
            return f
        return deco

    def __init__(self, program):
        self.stack, self.calls, self.vars, self.out, self.pc, self.steps = [], [], {}, [], 0, 0
        self.code, self.labels = [], {}
        for line in program.strip().splitlines():
            line = line.split(";")[0].strip()
            if line.endswith(":"):
                self.labels[line[:-1]] = len(self.code)
            elif line:
                name, *args = line.split()
                self.code.append((name, [int(a) if a.lstrip("-").isdigit() else a for a in args]))

    @op("push")
    def push(self, v): self.stack.append(v)

    @op("add")
    def add(self): self.binary(lambda a, b: a + b)

    @op("sub")
    def sub(self): self.binary(lambda a, b: a - b)

    @op("mul")
    def mul(self): self.binary(lambda a, b: a * b)

    @op("div")
    def div(self): self.binary(lambda a, b: a // b)

    @op("less")
    def less(self): self.binary(lambda a, b: int(a < b))

    @op("load")
    def load(self, n): self.stack.append(self.vars[n])

    @op("store")
    def store(self, n): self.vars[n] = self.stack.pop()

    @op("print")
    def print(self): self.out.append(self.stack.pop())

    @op("jump")
    def jump(self, label): self.pc = self.labels[label]

    @op("jz")
    def jz(self, label):
        if not self.stack.pop():
            self.jump(label)

    @op("call")
    def call(self, label):
        self.calls.append(self.pc)
        self.jump(label)

    @op("ret")
    def ret(self): self.pc = self.calls.pop()

    @op("halt")
    def halt(self): raise Halt

    def binary(self, f):
        b, a = self.stack.pop(), self.stack.pop()
        self.stack.append(f(a, b))

    def run(self, limit=10000):
        try:
            while self.steps < limit:
                name, args = self.code[self.pc]
                self.pc += 1
                self.steps += 1
                self.table[name](self, *args)
            return "limit"
        except Halt:
            return "halted"
        except IndexError:
            return f"underflow or end at {self.pc}"
        except (KeyError, ZeroDivisionError, TypeError) as e:
            return f"{type(e).__name__} at {self.pc - 1}"


factorial = """
  push 10
  store n
  push 1
  store acc
loop:
  load n
  jz end        ; done
  load acc
  load n
  mul
  store acc
  load n
  push 1
  sub
  store n
  jump loop
end:
  load acc
  print
  halt
"""
vm = VM(factorial)
print(vm.run(), vm.out, vm.steps, vm.vars)
sub = VM("push 3\ncall double\ncall double\nprint\nhalt\ndouble:\npush 2\nmul\nret")
print(sub.run(), sub.out)
for bad in ("add", "push 1\npush 0\ndiv", "load x", "nope", "x:\njump x", "push", "jump nowhere", ""):
    vm = VM(bad)
    print(repr(bad), vm.run(500))

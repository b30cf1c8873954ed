"""Random expressions and small programs, in batches that any Python runs.

    make.py SEED KIND COUNT FIRST

writes one batch to standard output: COUNT cases of KIND (`expressions` or `programs`), the first one with number FIRST. The same
arguments always make the same text. A case prints what it came to, so two Pythons are compared line by line, and a line that
differs names its case.
"""

import random
import re
import sys
import warnings

PRELUDE = '''\
def show(x, depth=0):
    """A text that does not depend on the order of sets or on addresses."""
    if depth > 6: return '...'
    t = type(x)
    if t in (set, frozenset): return t.__name__ + '{' + ', '.join(sorted(show(y, depth + 1) for y in x)) + '}'
    if t in (list, tuple): return t.__name__[0] + '[' + ', '.join([show(y, depth + 1) for y in x]) + ']'
    if t is dict: return '{' + ', '.join([show(k, depth + 1) + ': ' + show(x[k], depth + 1) for k in x]) + '}'
    if t in (int, float, complex, str, bytes, bytearray, bool, type(None), range, slice): return repr(x)
    if isinstance(x, BaseException): return t.__name__ + show(x.args, depth + 1)
    if isinstance(x, type): return 'type ' + x.__name__
    if hasattr(t, '__next__'): return t.__name__ + ' ' + show([y for y, _ in zip(x, range(20))], depth + 1)
    if t in (type({}.keys()), type({}.items()), type({}.values())): return t.__name__ + show(list(x), depth + 1)
    return 'object ' + t.__name__


def put(n, text):
    # Which two were compared when sorting is the algorithm's business, and so are addresses.
    text = ascii(text).split(' between instances')[0].split(' at 0x')[0]
    print(n, text if len(text) < 400 else text[:300] + '... %d' % len(text))


def attempt(n, case, loose=False):
    """Prints what a case comes to; of a loose one, which hangs on the order of a set or on hashes of strings, only what sort of
    thing it is."""
    try:
        value = case()
        text = type(value).__name__ if loose else show(value)
    except RecursionError: text = 'RecursionError'
    except Exception as e: text = 'an error' if loose else type(e).__name__ + ': ' + str(e)
    put(n, text)

'''


class Maker:
    """Makes text out of random choices. `kind` of an expression is a wish: one in ten is of any kind, since errors are of
    interest too."""

    KINDS = ['int', 'float', 'str', 'bytes', 'list', 'tuple', 'dict', 'set', 'bool', 'any']

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.names = []
        self.fresh = 0

    def pick(self, *choices):
        return self.r.choice(choices)

    def kind(self):
        return self.pick('int', 'int', 'float', 'str', 'str', 'bytes', 'list', 'list', 'tuple', 'dict', 'set', 'bool')

    # Values as they are written

    def literal(self, kind):
        r = self.r
        if kind == 'int':
            n = self.pick(r.randint(-3, 10), r.randint(-300, 300), self.pick(0, 1, -1, 2), r.randint(-2**63, 2**63),
                          self.pick(2**47, -2**47, 2**47 - 1, 2**48, 2**31, 2**32, 2**63, 2**64, 10**20, -10**30))
            return self.pick(str(n), str(n), hex(n)) if n >= 0 else '(%d)' % n
        if kind == 'float':
            return self.pick('0.0', '1.0', '-0.0', '0.5', '1.5', '-2.25', '1e10', '1e-7', '3.14159', '1e300', '1e16', '123456.789',
                             '2.5', '0.1', '1e22', '5e-324', 'float("inf")', 'float("-inf")', 'float("nan")',
                             repr(r.uniform(-1000, 1000)), repr(r.random() * 10 ** r.randint(-30, 30)))
        if kind == 'str':
            return self.pick(
                '""', '"a"', '"abc"', '"Hello, World"', '"  padded  "', '"one two  three"', '"123"', '"-4.5"', '"äöü"', '"\\u20ac"',
                '"\\U0001f600x"', '"a,b,,c"', '"AbC dEf"', '"line1\\nline2\\r\\nx"', '"\\t|"', '"ß"', '"\\x00\\x7f"', '"%s and %d"', '"{} {1}"', '"aXbXc"',
                repr(''.join(r.choice('abcxyz 019_.-éλ') for _ in range(r.randint(0, 12)))))
        if kind == 'bytes':
            return self.pick('b""', 'b"a"', 'b"abc"', 'b"\\x00\\xff"', 'b"a b c"', 'b"Hello"', 'bytearray(b"xyz")', 'bytearray()',
                             'bytes(%d)' % r.randint(0, 5), repr(bytes(r.randrange(256) for _ in range(r.randint(0, 6)))))
        if kind == 'bool':
            return self.pick('True', 'False', 'None')
        if kind == 'any':
            return self.literal(self.kind())
        n = self.pick(0, 1, 2, 3, 3, 5)
        if kind == 'list':
            return self.pick('[' + ', '.join(self.atom() for _ in range(n)) + ']', 'list(range(%d))' % r.randint(0, 9),
                             '[%s]' % ', '.join(str(r.randint(-9, 9)) for _ in range(n)))
        if kind == 'tuple':
            return '(' + ''.join(self.atom() + ', ' for _ in range(n)) + ')'
        if kind == 'dict':
            return '{' + ', '.join(self.key() + ': ' + self.atom() for _ in range(n)) + '}'
        items = ', '.join(self.key() for _ in range(n))
        return self.pick('set([%s])', 'frozenset([%s])') % items

    def atom(self):
        return self.literal(self.pick('int', 'int', 'float', 'str', 'bool'))

    def key(self):
        return self.pick(str(self.r.randint(-2, 6)), self.literal('str'), '1.0', 'None', 'True', '(1, 2)', repr(self.r.choice('abc')))

    def small(self):
        return str(self.r.randint(-4, 8)) if self.r.random() < .8 else self.pick('None', 'True', '2**40', '-1', '100')

    # Expressions

    def expr(self, kind='any', depth=3):
        if kind == 'set' and self.names:
            kind = 'dict'
        if self.r.random() < .06:
            kind = 'any'
        if kind == 'any':
            kind = self.kind()
        if self.names and kind == 'set':
            kind = 'tuple'
        if self.names and self.r.random() < .35:
            return self.r.choice(self.names)
        if depth <= 0 or self.r.random() < .12:
            return self.literal(kind)
        if self.r.random() < .1:
            return self.general(kind, depth - 1)
        return getattr(self, 'make_' + kind)(depth - 1)

    def general(self, kind, d):
        e = lambda k=kind: self.expr(k, d)
        return self.pick(
            lambda: '(%s if %s else %s)' % (e(), e('bool'), e()),
            lambda: '(%s or %s)' % (e(), e()),
            lambda: '(%s and %s)' % (e(), e()),
            lambda: '[%s, %s][%s]' % (e(), e(), self.pick('0', '1', '-1', e('bool'))),
            lambda: '(lambda x, y=%s: %s)(%s)' % (e('any'), self.pick('x', 'y', '(x, y)'), e()),
            lambda: '{1: %s, "k": %s}.get(%s, %s)' % (e(), e(), self.pick('1', '"k"', '0'), e()),
            lambda: 'next(iter(%s), %s)' % (e(self.pick('list', 'tuple', 'str')), e()),
            lambda: 'max(%s, %s, key=str)' % (e(), e()),
            lambda: '(lambda: (z := %s, z)[1])()' % e(),
        )()

    def make_int(self, d):
        i = lambda: self.expr('int', d)
        e = lambda k: self.expr(k, d)
        return self.pick(
            lambda: '(%s %s %s)' % (i(), self.pick('+', '-', '*', '//', '%', '&', '|', '^'), i()),
            lambda: '(%s %s %s)' % (i(), self.pick('+', '-', '*', '//', '%', '&', '|', '^'), i()),
            lambda: '(%s %s %d)' % (i(), self.pick('<<', '>>'), self.r.randint(0, 70)),
            lambda: '(%s ** %d)' % (i(), self.r.randint(0, 6)),
            lambda: '(%s%s)' % (self.pick('-', '~', '+'), i()),
            lambda: 'len(%s)' % e(self.pick('str', 'list', 'dict', 'set', 'bytes', 'tuple')),
            lambda: 'abs(%s)' % i(),
            lambda: 'int(%s)' % e(self.pick('float', 'int', 'bool', 'str')),
            lambda: 'int(%s, %s)' % (e('str'), self.pick('10', '16', '2', '0', '36')),
            lambda: 'sum(%s)' % self.pick('x for x in range(%d)' % self.r.randint(0, 50), '[1, 2, %s]' % i(), e('list')),
            lambda: '(%s).%s(%s)' % (e('str'), self.pick('find', 'rfind', 'count', 'index', 'rindex'), e('str')),
            lambda: '(%s).%s(%s)' % (e('list'), self.pick('index', 'count'), self.atom()),
            lambda: '(%s).bit_length()' % i(),
            lambda: 'divmod(%s, %s)[%s]' % (i(), i(), self.pick('0', '1')),
            lambda: 'pow(%s, %d, %s)' % (i(), self.r.randint(-1, 40), i()),
            lambda: 'ord(%s)' % e('str'),
            lambda: 'hash(%s)' % e(self.pick('int', 'float', 'bool')),
            lambda: 'round(%s%s)' % (e(self.pick('float', 'int')), self.pick('', ', %d' % self.r.randint(-3, 4))),
            lambda: 'int.from_bytes(%s, %s)' % (e('bytes'), self.pick('"big"', '"little"')),
            lambda: '%s[%s]' % (e(self.pick('bytes', 'list', 'tuple')), self.small()),
            lambda: '%s(%s)' % (self.pick('min', 'max'), e(self.pick('list', 'tuple', 'set', 'bytes'))),
        )()

    def make_float(self, d):
        f = lambda: self.expr(self.pick('float', 'float', 'int'), d)
        return self.pick(
            lambda: '(%s %s %s)' % (f(), self.pick('+', '-', '*', '/', '//', '%'), f()),
            lambda: '(%s / %s)' % (self.expr('int', d), self.expr('int', d)),
            lambda: '(%s ** %s)' % (f(), self.pick('0.5', '2', '-1', '0', '3.0', '-0.5')),
            lambda: '(-%s)' % f(),
            lambda: 'abs(%s)' % f(),
            lambda: 'float(%s)' % self.expr(self.pick('int', 'float', 'str', 'bool'), d),
            lambda: 'round(%s, %d)' % (f(), self.r.randint(-5, 12)),
            lambda: 'divmod(%s, %s)' % (f(), f()),
            lambda: '(%s).as_integer_ratio()' % f(),
            lambda: 'float.fromhex((%s).hex())' % self.expr('float', d),
            lambda: 'complex(%s, %s)' % (f(), f()),
            lambda: '(%s %s %sj)' % (f(), self.pick('+', '*', '-', '/', '**'), self.pick('1', '2.5', '0')),
            lambda: '(%s).is_integer()' % self.expr('float', d),
        )()

    def make_bool(self, d):
        e = lambda k='any': self.expr(k, d)
        k = self.kind()
        return self.pick(
            lambda: '(%s %s %s)' % (e(k), self.pick('<', '<=', '==', '!=', '>', '>='), e(k)),
            lambda: '(%s %s %s %s %s)' % (e('int'), self.pick('<', '<=', '=='), e('int'), self.pick('<', '>', '!='), e('float')),
            lambda: '(%s %s %s)' % (e(), self.pick('in', 'not in'), e(self.pick('list', 'tuple', 'dict', 'set', 'str'))),
            lambda: '(%s is %s)' % (e(), self.pick('None', 'True', 'False')),
            lambda: '(not %s)' % e(),
            lambda: 'bool(%s)' % e(),
            lambda: '%s(%s)' % (self.pick('any', 'all'), e(self.pick('list', 'tuple'))),
            lambda: 'isinstance(%s, %s)' % (e(), self.pick('int', 'str', '(int, float)', 'list', 'bool', 'dict')),
            lambda: '(%s).%s()' % (e('str'), self.pick('isdigit', 'isalpha', 'isalnum', 'isspace', 'isupper', 'islower', 'istitle', 'isidentifier', 'isnumeric', 'isdecimal', 'isascii', 'isprintable')),
            lambda: '(%s).%s(%s)' % (e('str'), self.pick('startswith', 'endswith'), self.pick(e('str'), '("a", "b")')),
            lambda: '(%s).%s(%s)' % (e('set'), self.pick('issubset', 'issuperset', 'isdisjoint'), e(self.pick('set', 'list'))),
            lambda: 'callable(%s)' % e(),
        )()

    def make_str(self, d):
        s = lambda: self.expr('str', d)
        e = lambda k: self.expr(k, d)
        slice_ = lambda: ':'.join(self.pick('', self.small()) for _ in range(self.pick(2, 2, 3)))
        spec = lambda: self.pick('', '5', '<8', '>8', '^9', '*^10', '05', '.3', '8.2f', ',', '+', 'x', '#x', 'b', 'e', 'g', '%', 'c', 'd', 's', 'n', '010.3e', '_', '=+7', 'o', '.0f', '#o', '_b')
        return self.pick(
            lambda: '(%s + %s)' % (s(), s()),
            lambda: '(%s * %s)' % (s(), self.small().replace('2**40', '3').replace('100', '4')),
            lambda: '%s[%s]' % (s(), self.small()),
            lambda: '%s[%s]' % (s(), slice_()),
            lambda: '(%s).%s()' % (s(), self.pick('upper', 'lower', 'title', 'capitalize', 'swapcase', 'strip', 'lstrip', 'rstrip', 'casefold', 'expandtabs')),
            lambda: '(%s).%s(%s)' % (s(), self.pick('strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix', 'join'), s()),
            lambda: '(%s).replace(%s, %s%s)' % (s(), s(), s(), self.pick('', ', 1', ', -1')),
            lambda: '(%s).%s(%d%s)' % (s(), self.pick('ljust', 'rjust', 'center'), self.r.randint(-1, 14), self.pick('', ', "*"', ', "é"')),
            lambda: '(%s).zfill(%d)' % (s(), self.r.randint(0, 9)),
            lambda: '(%s).join(%s)' % (s(), self.pick('["a", %s]' % s(), 'map(str, %s)' % e('list'), e('list'))),
            lambda: 'str(%s)' % e(self.pick('int', 'float', 'str', 'list', 'tuple', 'dict', 'bytes', 'bool')),
            lambda: '%s(%s)' % (self.pick('repr', 'ascii'), e(self.pick('int', 'float', 'str', 'list', 'tuple', 'dict', 'bytes'))),
            lambda: '%s(%s)' % (self.pick('hex', 'bin', 'oct'), e('int')),
            lambda: 'chr(%s)' % self.pick(str(self.r.randint(0, 1000)), e('int')),
            lambda: 'format(%s, %r)' % (e(self.pick('int', 'float', 'str')), spec()),
            lambda: "f'{%s:%s}|{%s!r}'" % (self.quiet(d), spec(), self.quiet(d)),
            lambda: '(%r %% (%s,))' % (self.pick('%d', '%s', '%5.2f', '%x', '%r', '%-6s|', '%+d', '%05d', '%e', '%g', '%c', '%o', '%#x', '%.3s', '%%', '%i', '% d', '%a', '%*d'), e(self.pick('int', 'float', 'str'))),
            lambda: '%r.format(%s, %s)' % (self.pick('{} {}', '{1}-{0}', '{0!r}', '{:>5}{}', '{0[0]}', '{a}', '{', '{0.real}', '{:{}}'), e(self.pick('int', 'str', 'list')), self.small()),
            lambda: '(%s).decode(%s)' % (e('bytes'), self.pick('', '"ascii"', '"latin-1"', '"utf-8", "replace"', '"utf-8", "ignore"', '"ascii", "backslashreplace"')),
            lambda: '(%s).hex(%s)' % (e('bytes'), self.pick('', '"-"', '":", 2')),
            lambda: '%s(%s, key=str)' % (self.pick('min', 'max'), e(self.pick('list', 'tuple'))),
            lambda: '(%s).translate({97: %s, 98: None})' % (s(), self.pick('"X"', '65', 'None', s())),
        )()

    def quiet(self, d):
        """An expression that may stand in an f-string: no quotes, no braces, no colon."""
        if self.names and self.r.random() < .5:
            return self.r.choice(self.names)
        return self.pick(str(self.r.randint(-50, 5000)), repr(round(self.r.uniform(-50, 50), 3)), '1 + 2', '(3, 4)', '[1, 2]', '10 ** 20', 'True', 'None', 'len([5])')

    def make_bytes(self, d):
        b = lambda: self.expr('bytes', d)
        return self.pick(
            lambda: '(%s + %s)' % (b(), b()),
            lambda: '(%s * %d)' % (b(), self.r.randint(-1, 4)),
            lambda: '%s[%s:%s]' % (b(), self.small(), self.small()),
            lambda: 'bytes(%s)' % self.pick('[1, 2, %s]' % self.small(), self.literal('bytes'), 'range(%d)' % self.r.randint(0, 9)),
            lambda: '(%s).encode(%s)' % (self.expr('str', d), self.pick('', '"utf-8"', '"ascii", "replace"', '"latin-1", "xmlcharrefreplace"', '"utf-16"', '"ascii"', '"utf-16-le"')),
            lambda: '(%s).%s(%s)' % (b(), self.pick('strip', 'split', 'partition', 'rsplit', 'find', 'count', 'startswith', 'join', 'removeprefix'), b()),
            lambda: '(%s).%s()' % (b(), self.pick('upper', 'lower', 'title', 'split', 'splitlines', 'isalpha', 'isdigit', 'swapcase', 'capitalize', 'hex')),
            lambda: '(%s).replace(%s, %s)' % (b(), b(), b()),
            lambda: '(%s).to_bytes(%d, %s)' % (self.expr('int', d), self.r.randint(0, 10), self.pick('"big"', '"little"', '"big", signed=True')),
            lambda: 'bytes.fromhex(%s)' % self.pick('"00 ff"', '"0g"', '"abc"', self.expr('str', d)),
            lambda: '(%s).%s(%d)' % (b(), self.pick('center', 'ljust', 'zfill', 'rjust'), self.r.randint(0, 9)),
        )()

    def make_list(self, d):
        l = lambda: self.expr('list', d)
        e = lambda k='any': self.expr(k, d)
        n = self.small
        return self.pick(
            lambda: '(%s + %s)' % (l(), l()),
            lambda: '(%s * %d)' % (l(), self.r.randint(-1, 4)),
            lambda: '%s[%s:%s]' % (l(), n(), n()),
            lambda: '%s[::%s]' % (l(), n()),
            lambda: '[x %s for x in %s]' % (self.pick('', '* 2', ', x') if False else self.pick('', '* 2', '== 1'), e(self.pick('list', 'tuple', 'str', 'bytes'))),
            lambda: '[x for x in %s if x]' % e(self.pick('list', 'tuple')),
            lambda: '[(x, y) for x in %s for y in %s][:20]' % (e('list'), e('str')),
            lambda: 'sorted(%s%s)' % (e(self.pick('list', 'tuple', 'set', 'str', 'dict')), self.pick('', ', key=str', ', reverse=True', ', key=lambda v: (str(type(v)), str(v))')),
            lambda: 'list(%s)' % e(self.pick('list', 'tuple', 'str', 'bytes', 'dict')),
            lambda: 'list(%s(%s, %s))' % (self.pick('zip', 'enumerate', 'map'), self.pick(e('list'), 'str'), e(self.pick('list', 'str'))),
            lambda: 'list(reversed(%s))' % e(self.pick('list', 'tuple', 'str', 'bytes')),
            lambda: 'list(filter(%s, %s))' % (self.pick('None', 'str', 'lambda v: v == 1'), l()),
            lambda: '(%s).%s(%s)' % (e('str'), self.pick('split', 'rsplit'), self.pick('', '","', 'None, 1', '" ", 1', e('str'))),
            lambda: '(%s).splitlines(%s)' % (e('str'), self.pick('', 'True')),
            lambda: 'list(range(%s, %s, %s))[:30]' % (n().replace('2**40', '7').replace('None', '0'), n().replace('2**40', '9').replace('None', '5'), self.pick('1', '2', '-1', '3', '0')),
            lambda: 'list((%s).%s())' % (e('dict'), self.pick('keys', 'values', 'items')),
            lambda: '[*%s, *%s]' % (l(), e(self.pick('tuple', 'str'))),
            lambda: '(lambda l: (l.%s, l))(list(%s))' % (self.pick('append(1)', 'pop()', 'pop(0)', 'pop(%s)' % n(), 'sort()', 'reverse()', 'insert(%s, 5)' % n(), 'extend("ab")', 'remove(1)', 'clear()', '__setitem__(slice(1, 3), [7, 8, 9])', '__delitem__(slice(None, None, 2))', '__delitem__(%s)' % n(), '__iadd__((1, 2))', '__imul__(2)', 'copy()'), l()),
        )()

    def make_tuple(self, d):
        t = lambda: self.expr('tuple', d)
        return self.pick(
            lambda: '(%s + %s)' % (t(), t()),
            lambda: '(%s * %d)' % (t(), self.r.randint(-1, 3)),
            lambda: 'tuple(%s)' % self.expr(self.pick('list', 'str', 'dict', 'bytes'), d),
            lambda: '%s[%s:%s]' % (t(), self.small(), self.small()),
            lambda: '(%s).partition(%s)' % (self.expr('str', d), self.expr('str', d)),
            lambda: '(%s, %s)' % (self.expr('any', d), self.expr('any', d)),
            lambda: 'tuple(x for x in %s)' % self.expr('list', d),
            lambda: 'divmod(%s, %s)' % (self.expr('int', d), self.expr('int', d)),
            lambda: 'slice(%s, %s).indices(%d)' % (self.small(), self.small(), self.r.randint(0, 9)),
        )()

    def make_dict(self, d):
        m = lambda: self.expr('dict', d)
        return self.pick(
            lambda: '{**%s, **%s}' % (m(), m()),
            lambda: '(%s | %s)' % (m(), m()),
            lambda: 'dict(%s)' % self.pick(m(), 'zip(%s, %s)' % (self.expr('str', d), self.expr('list', d)), 'a=%s, b=2' % self.expr('any', d), self.expr('list', d)),
            lambda: '{x: %s for x in %s}' % (self.pick('x', 'str(x)', '1'), self.expr(self.pick('str', 'tuple', 'list'), d)),
            lambda: 'dict.fromkeys(%s, %s)' % (self.expr(self.pick('str', 'list', 'tuple'), d), self.atom()),
            lambda: '(lambda m: (m.%s, m))(dict(%s))' % (self.pick('pop("a", 0)', 'pop(1)', 'popitem()', 'setdefault("q", [])', 'update(a=1)', 'update({1: 2})', 'clear()', 'copy()', '__delitem__("a")', '__setitem__(1, 2)', 'get("a")', '__contains__(1)', '__ior__({"z": 1})'), m()),
        )()

    def make_set(self, d):
        s = lambda: self.expr('set', d)
        return self.pick(
            lambda: '(%s %s %s)' % (s(), self.pick('&', '|', '-', '^'), s()),
            lambda: '%s(%s)' % (self.pick('set', 'frozenset'), self.expr(self.pick('list', 'tuple', 'str', 'dict'), d)),
            lambda: '{x for x in %s}' % self.expr(self.pick('list', 'str', 'tuple'), d),
            lambda: '(%s).%s(%s)' % (s(), self.pick('union', 'intersection', 'difference', 'symmetric_difference'), self.expr(self.pick('list', 'set', 'str'), d)),
            lambda: '(lambda s: (s.%s, s))(set(%s))' % (self.pick('add(1)', 'discard(1)', 'remove("a")', 'update([1, 2])', 'clear()', '__ior__({5})', '__isub__({1})', 'difference_update([1])'), s()),
        )()

    # Programs: statements over a handful of variables; no sets, since their order would be everywhere

    def variable(self):
        return self.pick('a', 'b', 'c', 'd')

    def block(self, depth, indent, inside):
        lines = []
        for _ in range(self.r.randint(1, 3)):
            if self.r.random() < .3:
                p = '    ' * indent
                lines += [f'{p}try:', *self.statement(depth, indent + 1, inside), f'{p}except Exception as e: out(e)']
            else:
                lines += self.statement(depth, indent, inside)
        return lines

    def statement(self, depth, indent, inside):
        p = '    ' * indent
        e = lambda k='any', d=2: self.expr(k, d)
        v = self.variable()
        simple = [
            lambda: [f'{p}{v} = {e()}'],
            lambda: [f'{p}{v} = {e()}'],
            lambda: [f'{p}{v} {self.pick("+=", "-=", "*=", "//=", "|=", "&=")} {self.pick(e("int"), v)}' if self.r.random() < .7 else f'{p}{v} += {e()}'],
            lambda: [f'{p}out({e()})'],
            lambda: [f'{p}out({v}, {e("bool")})'],
            lambda: [f'{p}{v}, *{self.variable()} = {e(self.pick("list", "tuple", "str"))}'],
            lambda: [f'{p}{v}, {self.variable()} = {e()}, {e()}'],
            lambda: [f'{p}({v}, [{self.variable()}, *_]) = {e()}, {e("list")}'],
            lambda: [f'{p}{v} = [{e()} for i in range({self.r.randint(0, 4)})]'],
            lambda: [f'{p}{v} = {{i: {e()} for i in range({self.r.randint(0, 4)})}}'],
            lambda: [f'{p}{v} = f(*{e("tuple", 1)})', f'{p}out({v})'],
            lambda: [f'{p}{v} = C({e()})', f'{p}out({v}.get(), {v} == {v}, {v} + 1)'],
            lambda: [f'{p}out(list(g({self.r.randint(0, 4)})))'],
            lambda: [f'{p}{v} = {self.pick("[1, 2, 3, 4]", "{1: 2}", "bytearray(5)")}', f'{p}{v}[{self.pick("0", "1", "1:3", "::2", "9")}] = {e(self.pick("int", "list"))}', f'{p}out({v})'],
            lambda: [f'{p}del {v}', f'{p}{v} = {e()}'] if self.r.random() < .8 else [f'{p}del {v}'],
            lambda: [f'{p}assert {e("bool")}, {e("str", 1)}'],
            lambda: [f'{p}{v} = [j for i in range(3) for j in range(i) if {e("bool", 1)}]'],
            lambda: [f'{p}out(f"{{{v}!r:>{self.r.randint(1, 9)}}}")'],
        ]
        if inside:
            simple += [lambda: [f'{p}if {e("bool")}: {self.pick("break", "continue")}']]
        if depth <= 0 or self.r.random() < .5:
            return self.r.choice(simple)()
        block = lambda n=depth - 1, i=inside: self.block(n, indent + 1, i)
        self.fresh += 1
        k = f'k{self.fresh}'
        return self.pick(
            lambda: [f'{p}if {e("bool")}:', *block(), f'{p}elif {e("bool")}:', *block(), f'{p}else:', *block()],
            lambda: [f'{p}for {v} in {e(self.pick("list", "tuple", "str", "dict"))}:', *block(i=True), f'{p}else:', *block()],
            lambda: [f'{p}for {v} in range({self.r.randint(0, 5)}):', *block(i=True)],
            lambda: [f'{p}{k} = 0', f'{p}while {k} < {self.r.randint(1, 4)}:', f'{p}    {k} += 1', *block(i=True)],
            lambda: [f'{p}try:', *block(), f'{p}except {self.pick("TypeError", "(ValueError, KeyError)", "Exception", "IndexError")} as error:',
                     f'{p}    out(error)', *block(), *([f'{p}else:', *block()] if self.r.random() < .4 else []),
                     *([f'{p}finally:', *block(i=False)] if self.r.random() < .5 else [])],
            lambda: [f'{p}with W({self.small()}):', *block()],
            lambda: [f'{p}def {k}(x, y={e("int", 1)}, *z, **w):', f'{p}    nonlocal {v}' if self.r.random() < .4 else f'{p}    {v} = x', *self.block(depth - 1, indent + 1, False), f'{p}    return x, {v}',
                     f'{p}out({k}({e()}), {k}(1, {e()}, 3, q=4))'],
            lambda: [f'{p}match {e()}:', f'{p}    case {self.pick("0 | 1", "[x, *_]", "str(x)", "{1: x}", "int() | float()", "(x, y)", "None")}:', *self.block(depth - 1, indent + 2, inside), f'{p}    case _:', *self.block(depth - 1, indent + 2, inside)],
            lambda: [f'{p}def {k}():', f'{p}    nonlocal a', f'{p}    for i in range({self.r.randint(1, 4)}):', f'{p}        a = yield i', f'{p}        {self.pick("yield from (1, 2)", "out(a)", "if i == 2: return 5")}',
                     f'{p}{v} = {k}()', f'{p}out(next({v}), {v}.send({e("int", 1)}), list({v}))'],
        )()

    def program(self):
        self.names = ['a', 'b', 'c', 'd']
        self.fresh = 0
        body = []
        for _ in range(self.r.randint(3, 7)):
            # What fails ends only itself, or few programs would get far.
            body += ['        try:', *self.statement(2, 3, False), '        except Exception as e: out(e)']
        return body


PROGRAM = '''\
# Hashes of anything but numbers differ from run to run.
_hash = hash
def hash(x):
    n = _hash(x)
    return n if isinstance(x, (int, float, complex)) else 1


class W:
    def __init__(self, n): self.n = n
    def __enter__(self): return self
    def __exit__(self, t, e, b): return self.n == 3


class C:
    count = 0
    def __init__(self, v): self.v = v; C.count += 1
    def get(self): return self.v
    def __eq__(self, other): return isinstance(other, C) and self.v == other.v
    def __hash__(self): return 7
    def __add__(self, other): return self.v + other
    def __len__(self): return 2
    def __getitem__(self, i): return (self.v, i)[i]
    def __lt__(self, other): return False
    def __repr__(self): return 'C(%r)' % (self.v,)


def f(*a, **k): return a[::-1], len(k)


def g(n):
    for i in range(n):
        x = yield i
        if x: yield x


def program(n):
    """Runs a case with what it puts out; no more than the first lines of it."""
    lines = []
    def out(*values):
        if len(lines) < 60: lines.append(' '.join([show(v)[:200] for v in values]))
        elif len(lines) > 10000: raise MemoryError
    def run(case):
        try: case(out)
        except RecursionError: lines.append('RecursionError')
        except Exception as e: lines.append(type(e).__name__ + ': ' + str(e)[:200])
        for line in lines: put(n, line)
    return run

'''


def case(maker, kind, n):
    """The text of one case."""
    if kind == 'expressions':
        text = maker.expr(depth=4)
        # Powers and lengths of complex numbers may differ in the last digit.
        near = 'complex(' in text or re.search(r'\dj', text)
        loose = ', True' if 'set(' in text or '{x for' in text or 'hash(' in text or near else ''
        return f'attempt({n}, lambda: {text}{loose})'
    start = f'@program({n})\ndef _(out):\n    a, b, c, d = {n % 7}, "text", [1, 2, 3], None\n    def case():\n        nonlocal a, b, c, d\n'
    return start + '\n'.join(maker.program()) + '\n    case()\n'


def is_valid(text):
    """Chance makes some that no compiler takes, such as two starred targets."""
    try:
        compile(text, 'case', 'exec')
    except (SyntaxError, ValueError):
        return False
    return True


def main():
    warnings.simplefilter('ignore')
    seed, kind, count, first = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    print(PRELUDE)
    if kind == 'programs':
        print(PROGRAM)
    for n in range(first, first + count):
        maker = Maker(f'{seed} {kind} {n}')
        text = case(maker, kind, n)
        while not is_valid(text):
            text = case(maker, kind, n)
        print(text)


main()

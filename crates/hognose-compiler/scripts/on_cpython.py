"""Runs the compiler's code on CPython 3.11.

    python3 on_cpython.py DIS FILE.py        runs one program
    python3 on_cpython.py DIS --all FOLDER   runs every program of a folder that has a recorded output, and compares

DIS is the program `dis` of this crate's examples. The text that it prints is translated, instruction by instruction, to
code objects of CPython, with positions and exception tables. So the compiler can be tested without the engine: what a
program prints, and the traceback it ends with, must be what CPython prints for it.
"""

import dis
import importlib.machinery
import os
import re
import struct
import subprocess
import sys
import types

OPMAP = dis.opmap
CACHES = dis._inline_cache_entries
BINARY = {s: i for i, (n, s) in enumerate(dis._nb_ops)}
DIS = None


def call_exit(exit, exception):
    return exit(type(exception), exception, exception.__traceback__)


class Reader:
    """Reads constants as the text form writes them."""

    TOKEN = re.compile(r'\s*(b?"(?:[^"\\]|\\.)*"|@\d+|#\d+|-?0x[0-9a-f]+|-?[0-9][0-9.eE+-]*|[A-Za-z_][A-Za-z_0-9]*|[(),])')

    def __init__(self, text, constants):
        self.text, self.at, self.constants = text, 0, constants

    def peek(self):
        match = self.TOKEN.match(self.text, self.at)
        return match.group(1) if match else None

    def next(self):
        match = self.TOKEN.match(self.text, self.at)
        self.at = match.end()
        return match.group(1)

    def string(self, token):
        def char(match):
            e = match.group(1)
            if e[0] == 'u':
                return chr(int(e[2:-1], 16))
            if e[0] == 'x':
                return chr(int(e[1:], 16))
            return {'n': '\n', 't': '\t', 'r': '\r', '0': '\0', '"': '"', '\\': '\\'}[e]
        return re.sub(r'\\(u\{[0-9a-f]+\}|x[0-9a-f]{2}|.)', char, token[1:-1], flags=re.S)

    def number(self):
        token = self.next()
        if token.startswith('0x'):
            return struct.unpack('<d', int(token, 16).to_bytes(8, 'little'))[0]
        return float(token)

    def name(self):
        """A name, bare or quoted, or `@n`."""
        token = self.next()
        if token[0] == '"':
            return self.string(token)
        return self.constants[int(token[1:])] if token[0] == '@' else token

    def value(self):
        token = self.next()
        if token[0] == '"':
            return self.string(token)
        if token.startswith('b"'):
            return self.string(token[1:]).encode('latin-1')
        if token[0] == '@':
            return self.constants[int(token[1:])]
        if token in ('None', 'True', 'False'):
            return eval(token)
        if token == 'Ellipsis':
            return ...
        if token == 'complex' and self.peek():
            real = self.number()
            return complex(real, self.number())
        if token == 'float' and self.peek():
            return self.number()
        if token == 'frozenset' and self.peek() == '(':
            return frozenset(self.value())
        if token == '(':
            items = []
            while self.peek() != ')':
                items.append(self.value())
                if self.peek() == ',':
                    self.next()
            self.next()
            return tuple(items)
        if re.fullmatch(r'-?\d+', token):
            return int(token)
        if re.fullmatch(r'-?0x[0-9a-f]+', token):
            return int(token, 16)
        if re.match(r'-?\d', token):
            return float(token)
        return token


class Code:
    def __init__(self):
        self.flags, self.args, self.doc, self.line = [], [0, 0, 0], None, 1
        self.locals, self.cells, self.frees, self.ranges, self.lines = [], [], [], [], []
        self.module, self.qualname, self.stack = 0, None, 0


def parse(text):
    constants, codes, modules = [], {}, []
    code = None
    # Strings may hold anything but line ends, which are written as escapes.
    for line in text.split('\n'):
        word, _, rest = line.strip().partition(' ')
        reader = Reader(rest, constants)
        if word.startswith('@') and code is None:
            value = Reader(rest, constants).value()
            constants.append(value)
        elif word == '.module':
            modules.append((reader.value(), reader.value(), int(reader.next()[1:])))
        elif word == '.code':
            index = int(reader.next()[1:])
            code = codes[index] = Code()
            code.name = code.qualname = reader.value()
        elif code is None:
            continue
        elif word == '.qualname':
            code.qualname = reader.value()
        elif word == '.of':
            code.module = int(rest)
        elif word == '.line':
            code.line = int(rest)
        elif word == '.flags':
            code.flags = rest.split()
        elif word == '.doc':
            code.doc = reader.value()
        elif word == '.args':
            code.args = [int(n) for n in rest.split()]
        elif word == '.stack':
            code.stack = int(rest)
        elif word == '.local':
            code.locals.append(reader.name())
        elif word == '.cell':
            code.cells.append((reader.name(), int(reader.next()) if reader.peek() else None))
        elif word == '.free':
            code.frees.append(reader.name())
        elif word == '.range':
            start, end, target, depth = rest.split()
            code.ranges.append((start, end, target, int(depth)))
        elif word:
            code.lines.append((word, rest))
    return constants, codes, modules


FLAGS = {'varargs': 4, 'keywords': 8, 'generator': 32, 'coroutine': 128, 'async_generator': 512, 'nested': 16}
SIMPLE = {
    'pop': 'POP_TOP', 'load_attr': 'LOAD_ATTR', 'store_attr': 'STORE_ATTR', 'del_attr': 'DELETE_ATTR',
    'load_method': 'LOAD_METHOD', 'subscript': 'BINARY_SUBSCR', 'store_subscript': 'STORE_SUBSCR',
    'del_subscript': 'DELETE_SUBSCR', 'build_slice': 'BUILD_SLICE', 'negative': 'UNARY_NEGATIVE',
    'positive': 'UNARY_POSITIVE', 'invert': 'UNARY_INVERT', 'not': 'UNARY_NOT', 'get_iter': 'GET_ITER',
    'get_aiter': 'GET_AITER', 'get_anext': 'GET_ANEXT', 'end_async_for': 'END_ASYNC_FOR',
    'get_yield_from_iter': 'GET_YIELD_FROM_ITER', 'build_tuple': 'BUILD_TUPLE', 'build_list': 'BUILD_LIST',
    'build_set': 'BUILD_SET', 'build_dict': 'BUILD_MAP', 'build_string': 'BUILD_STRING',
    'list_append': 'LIST_APPEND', 'set_add': 'SET_ADD', 'dict_add': 'MAP_ADD', 'list_to_tuple': 'LIST_TO_TUPLE',
    'unpack': 'UNPACK_SEQUENCE', 'format': 'FORMAT_VALUE', 'load_build_class': 'LOAD_BUILD_CLASS',
    'return': 'RETURN_VALUE', 'get_awaitable': 'GET_AWAITABLE', 'raise': 'RAISE_VARARGS', 'reraise': 'RERAISE',
    'push_handled': 'PUSH_EXC_INFO', 'pop_handled': 'POP_EXCEPT', 'match_exception': 'CHECK_EXC_MATCH',
    'match_group': 'CHECK_EG_MATCH', 'prepare_reraise_star': 'PREP_RERAISE_STAR', 'before_with': 'BEFORE_WITH',
    'before_async_with': 'BEFORE_ASYNC_WITH', 'load_assertion_error': 'LOAD_ASSERTION_ERROR',
    'match_mapping': 'MATCH_MAPPING', 'match_sequence': 'MATCH_SEQUENCE', 'match_keys': 'MATCH_KEYS',
    'match_class': 'MATCH_CLASS', 'get_len': 'GET_LEN', 'import_name': 'IMPORT_NAME',
    'import_from': 'IMPORT_FROM', 'import_star': 'IMPORT_STAR', 'setup_annotations': 'SETUP_ANNOTATIONS',
    'print_expression': 'PRINT_EXPR', 'copy': 'COPY', 'swap': 'SWAP', 'load_name': 'LOAD_NAME',
    'store_name': 'STORE_NAME', 'del_name': 'DELETE_NAME', 'store_global': 'STORE_GLOBAL',
    'del_global': 'DELETE_GLOBAL',
}
NAMED = {'LOAD_ATTR', 'STORE_ATTR', 'DELETE_ATTR', 'LOAD_METHOD', 'IMPORT_NAME', 'IMPORT_FROM', 'LOAD_NAME',
         'STORE_NAME', 'DELETE_NAME', 'STORE_GLOBAL', 'DELETE_GLOBAL'}
JUMPS = {'jump_if_false': 'FALSE', 'jump_if_true': 'TRUE', 'jump_if_none': 'NONE', 'jump_if_not_none': 'NOT_NONE'}
VARIABLES = {'load_local': 'LOAD_FAST', 'store_local': 'STORE_FAST', 'del_local': 'DELETE_FAST'}
CELLS = {'load_cell': 'LOAD_DEREF', 'store_cell': 'STORE_DEREF', 'del_cell': 'DELETE_DEREF',
         'load_closure': 'LOAD_CLOSURE', 'load_class_cell': 'LOAD_CLASSDEREF'}


class Builder:
    def __init__(self, program, code):
        self.program, self.code = program, code
        self.consts, self.names = [code.doc], []
        self.units, self.position = [], None
        self.labels = {}

    def index(self, pool, value):
        for i, other in enumerate(pool):
            if type(other) is type(value) and repr(other) == repr(value) and other == value:
                return i
        pool.append(value)
        return len(pool) - 1

    def emit(self, name, arg=0, label=None):
        self.units.append((name, arg, label, self.position))

    def const(self, value):
        if callable(value):
            self.consts.append(value)
            return self.emit('LOAD_CONST', len(self.consts) - 1)
        self.emit('LOAD_CONST', self.index(self.consts, value))

    def fast(self, i):
        return i

    def cell(self, operand):
        names = [name for name, _ in self.code.cells] + self.code.frees
        i = int(operand[1:]) if operand.startswith('$') else names.index(operand)
        if i < len(self.code.cells):
            parameter = self.code.cells[i][1]
            if parameter is not None:
                return parameter
            before = sum(1 for _, p in self.code.cells[:i] if p is None)
            return len(self.code.locals) + before
        own = sum(1 for _, p in self.code.cells if p is None)
        return len(self.code.locals) + own + i - len(self.code.cells)

    def build(self):
        code = self.code
        if code.frees:
            self.emit('COPY_FREE_VARS', len(code.frees))
        for i in range(len(code.cells)):
            self.emit('MAKE_CELL', self.cell(f'${i}'))
        if {'generator', 'coroutine', 'async_generator'} & set(code.flags):
            self.emit('RETURN_GENERATOR')
            self.emit('POP_TOP')
        self.emit('RESUME', 0)
        for word, rest in code.lines:
            if word.startswith('L') and word.endswith(':'):
                self.labels[word[:-1]] = len(self.units)
            elif word == '.at':
                self.at(rest)
            else:
                self.instruction(word, rest)
        return self.assemble()

    def at(self, rest):
        if rest == 'none':
            self.position = None
            return
        start, end = rest.split(' to ')
        line, column = map(int, start.split(':'))
        end_line, end_column = map(int, end.split(':')) if ':' in end else (line, int(end))
        self.position = (line, end_line, column, end_column)

    def instruction(self, word, rest):
        reader = Reader(rest, self.program.constants)
        emit = self.emit
        if word == 'const':
            self.const(reader.value())
        elif word == 'int':
            self.const(int(rest))
        elif word in ('none', 'true', 'false', 'ellipsis'):
            self.const({'none': None, 'true': True, 'false': False, 'ellipsis': ...}[word])
        elif word in SIMPLE:
            name = SIMPLE[word]
            arg = 0
            if rest:
                arg = self.index(self.names, reader.name()) if name in NAMED else int(rest)
            emit(name, arg)
        elif word == 'load_global':
            emit('LOAD_GLOBAL', self.index(self.names, reader.name()) << 1)
        elif word in VARIABLES:
            i = int(rest[1:]) if rest.startswith('$') else self.code.locals.index(rest)
            emit(VARIABLES[word], i)
        elif word in CELLS:
            emit(CELLS[word], self.cell(rest))
        elif word == 'binary':
            emit('BINARY_OP', BINARY[rest])
        elif word == 'in_place':
            emit('BINARY_OP', BINARY[rest + '='])
        elif word == 'compare':
            if rest in ('is', 'is not'):
                emit('IS_OP', rest == 'is not')
            elif rest in ('in', 'not in'):
                emit('CONTAINS_OP', rest == 'not in')
            else:
                emit('COMPARE_OP', dis.cmp_op.index(rest))
        elif word == 'jump':
            emit('JUMP', 0, rest)
        elif word in JUMPS:
            emit('POP_JUMP_IF_' + JUMPS[word], 0, rest)
        elif word in ('jump_if_false_or_pop', 'jump_if_true_or_pop'):
            emit(word.upper(), 0, rest)
        elif word == 'for_iter':
            emit('FOR_ITER', 0, rest)
        elif word in ('list_extend', 'set_update', 'dict_update', 'dict_merge'):
            emit(word.upper(), 1)
        elif word == 'unpack_star':
            before, after = map(int, rest.split(', '))
            emit('UNPACK_EX', before | after << 8)
        elif word == 'format_spec':
            emit('FORMAT_VALUE', int(rest) | 4)
        elif word == 'call':
            emit('BUILD_TUPLE', int(rest))
            self.spread(False)
        elif word == 'call_keywords':
            count, names = int(reader.next()), (reader.next(), reader.value())[1]
            self.const(names)
            emit('BUILD_CONST_KEY_MAP', len(names))
            for n in range(count - len(names) + 1, 1, -1):
                emit('SWAP', n)
            emit('BUILD_TUPLE', count - len(names))
            emit('SWAP', 2)
            self.spread(True)
        elif word == 'call_spread':
            self.spread(rest == '1')
        elif word == 'call_method':
            emit('PRECALL', int(rest))
            emit('CALL', int(rest))
        elif word == 'call_method_keywords':
            count, names = int(reader.next()), (reader.next(), reader.value())[1]
            emit('KW_NAMES', self.index(self.consts, names))
            emit('PRECALL', count)
            emit('CALL', count)
        elif word == 'make_function':
            code, flags = rest.split(', ')
            self.const_code(int(code[1:]))
            emit('MAKE_FUNCTION', int(flags))
        elif word == 'yield':
            emit('YIELD_VALUE')
            emit('RESUME', 1)
        elif word == 'async_yield':
            emit('ASYNC_GEN_WRAP')
            emit('YIELD_VALUE')
            emit('RESUME', 1)
        elif word == 'yield_from':
            again, end = f'again{len(self.units)}', f'end{len(self.units)}'
            self.labels[again] = len(self.units)
            emit('SEND', 0, end)
            emit('YIELD_VALUE')
            emit('RESUME', 2)
            emit('JUMP_BACKWARD_NO_INTERRUPT', 0, again)
            self.labels[end] = len(self.units)
        elif word == 'with_except':
            emit('PUSH_NULL')
            self.const(call_exit)
            emit('COPY', 5)
            emit('COPY', 4)
            emit('PRECALL', 2)
            emit('CALL', 2)
        else:
            raise ValueError(f'{word} {rest}')

    def const_code(self, index):
        self.consts.append(self.program.code(index))
        self.emit('LOAD_CONST', len(self.consts) - 1)

    def spread(self, keywords):
        self.emit('PUSH_NULL')
        for n in range(4 if keywords else 3, 1, -1):
            self.emit('SWAP', n)
        self.emit('CALL_FUNCTION_EX', keywords)

    @staticmethod
    def prefixes(arg, label):
        """Units in front of an instruction for a large argument; a jump always has them."""
        return 3 if label is not None else max(0, (int(arg).bit_length() - 1) // 8)

    def size(self, name, arg, label):
        return self.prefixes(arg, label) + 1 + CACHES[OPMAP[self.real(name, 1)]]

    @staticmethod
    def real(name, distance):
        if name == 'JUMP':
            return 'JUMP_FORWARD' if distance >= 0 else 'JUMP_BACKWARD'
        if name.startswith('POP_JUMP_IF'):
            return name.replace('POP_JUMP_IF', 'POP_JUMP_FORWARD_IF' if distance >= 0 else 'POP_JUMP_BACKWARD_IF')
        return name

    def assemble(self):
        code = self.code
        places, at = [], 0
        for name, arg, label, _ in self.units:
            places.append(at)
            at += self.size(name, arg, label)
        places.append(at)
        out, lines, line = bytearray(), bytearray(), code.line
        for i, (name, arg, label, position) in enumerate(self.units):
            after = places[i + 1]
            if label is not None:
                distance = places[self.labels[label]] - after
                name = self.real(name, distance)
                arg = abs(distance)
            op = OPMAP[name]
            arg = int(arg)
            prefixes = self.prefixes(arg, label)
            for n in range(prefixes, 0, -1):
                out += bytes([OPMAP['EXTENDED_ARG'], arg >> 8 * n & 255])
            out += bytes([op, arg & 255])
            out += bytes(2 * CACHES[op])
            units = prefixes + 1 + CACHES[op]
            while units:
                part = min(units, 8)
                units -= part
                if position is None:
                    lines.append(0x80 | 15 << 3 | part - 1)
                    continue
                start, end, column, end_column = position
                lines.append(0x80 | 14 << 3 | part - 1)
                varint(lines, (start - line) << 1 if start >= line else (line - start) << 1 | 1)
                line = start
                varint(lines, end - start)
                varint(lines, column + 1)
                varint(lines, end_column + 1)
        table = bytearray()
        # Inner ranges come first: cut into pieces that do not overlap.
        pieces = []
        edges = sorted({places[self.labels[label]] for s, e, *_ in code.ranges for label in (s, e)})
        for low, high in zip(edges, edges[1:]):
            for start, end, target, depth in code.ranges:
                if places[self.labels[start]] <= low and high <= places[self.labels[end]]:
                    pieces.append((low, high, places[self.labels[target]], depth))
                    break
        for start, end, target, depth in pieces:
            exc_varint(table, start, 0x80)
            exc_varint(table, end - start)
            exc_varint(table, target)
            exc_varint(table, depth << 1)
        flags = sum(FLAGS.get(flag, 0) for flag in code.flags)
        if 'namespace' not in code.flags:
            flags |= 3
        elif code.name != '<module>':
            pass
        cells = tuple(name for name, _ in code.cells)
        return types.CodeType(
            code.args[0], code.args[1], code.args[2], len(code.locals), code.stack + 12, flags, bytes(out),
            tuple(self.consts), tuple(self.names), tuple(code.locals), self.program.modules[code.module][1],
            code.name, code.qualname, code.line, bytes(lines), bytes(table), tuple(code.frees), cells)


def varint(out, value):
    while value >= 64:
        out.append(0x40 | value & 63)
        value >>= 6
    out.append(value)


def exc_varint(out, value, first=0):
    parts = [value & 63]
    while value := value >> 6:
        parts.append(value & 63)
    parts.reverse()
    for i, part in enumerate(parts):
        out.append(part | (0x40 if i < len(parts) - 1 else 0) | (first if i == 0 else 0))


class Program:
    def __init__(self, text):
        self.constants, self.codes, self.modules = parse(text)
        self.built = {}

    def code(self, index):
        if index not in self.built:
            self.built[index] = Builder(self, self.codes[index]).build()
        return self.built[index]

    def main(self):
        return self.code(self.modules[0][2])


def compiled(path):
    done = subprocess.run([DIS, path], capture_output=True, text=True, errors='surrogateescape')
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return Program(done.stdout).main()


def run(path):
    folder = os.path.dirname(os.path.abspath(path))
    original = importlib.machinery.SourceFileLoader.source_to_code

    def source_to_code(self, data, name, **options):
        if os.path.abspath(name).startswith(folder):
            return compiled(name)
        return original(self, data, name, **options)

    importlib.machinery.SourceFileLoader.source_to_code = source_to_code
    sys.dont_write_bytecode = True
    sys.path[0] = folder
    sys.argv = [path]
    code = compiled(path)
    main = types.ModuleType('__main__')
    main.__file__ = path
    main.__builtins__ = __builtins__
    sys.modules['__main__'] = main
    # The frames of this script are no part of the traceback.
    sys.excepthook = lambda kind, value, tb: show(kind, value, tb)
    exec(code, main.__dict__)


def show(kind, value, tb):
    while tb is not None and tb.tb_frame.f_code.co_filename == __file__:
        tb = tb.tb_next
    sys.__excepthook__(kind, value.with_traceback(tb), tb)


def run_all(folder):
    good = bad = 0
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(root, name)
            if not name.endswith('.py') or not os.path.exists(path[:-3] + '.out'):
                continue
            environment = dict(os.environ, PYTHONHASHSEED='0')
            try:
                done = subprocess.run([sys.executable, __file__, DIS, name], cwd=root, capture_output=True,
                                      stdin=subprocess.DEVNULL, timeout=60, env=environment)
                output = done.stdout
            except subprocess.TimeoutExpired:
                output = b'timeout'
            expected = open(path[:-3] + '.out', 'rb').read()
            same = output == expected
            error = path[:-3] + '.err'
            if same and os.path.exists(error):
                same = done.stderr == open(error, 'rb').read()
            good += same
            bad += not same
            if not same:
                print('differs:', path)
    print(good, 'equal,', bad, 'differ')
    return bad != 0


if __name__ == '__main__':
    DIS = os.path.abspath(sys.argv[1])
    if sys.argv[2] == '--all':
        sys.exit(run_all(sys.argv[3]))
    run(sys.argv[2])

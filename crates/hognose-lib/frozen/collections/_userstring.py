from collections.abc import Sequence


class UserString(Sequence):
    def __init__(self, seq):
        self.data = _user_text(seq, UserString)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return self.data[:],

    def __eq__(self, other):
        return self.data == _user_data(other, UserString)

    def __lt__(self, other):
        return self.data < _user_data(other, UserString)

    def __le__(self, other):
        return self.data <= _user_data(other, UserString)

    def __gt__(self, other):
        return self.data > _user_data(other, UserString)

    def __ge__(self, other):
        return self.data >= _user_data(other, UserString)

    def __contains__(self, char):
        return _user_data(char, UserString) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        if isinstance(other, (UserString, str)):
            return self.__class__(self.data + _user_data(other, UserString))
        return self.__class__(self.data + str(other))

    def __radd__(self, other):
        if isinstance(other, str):
            return self.__class__(other + self.data)
        return self.__class__(str(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode('utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)

    def join(self, seq):
        return self.data.join(seq)

    maketrans = str.maketrans

    def format_map(self, mapping):
        return self.data.format_map(mapping)

    def format(self, /, *args, **kwds):
        return self.data.format(*args, **kwds)


def _wrapped(name, own):
    # The method of str of that name, over the text inside; some give their own kind.
    method = getattr(str, name)

    def call(self, *args, **kwds):
        made = method(self.data, *[_user_data(arg, UserString) for arg in args], **kwds)
        return self.__class__(made) if own else made
    call.__name__ = name
    call.__qualname__ = 'UserString.' + name
    return call


for _name in ('capitalize casefold center expandtabs ljust lower lstrip removeprefix removesuffix replace rjust rstrip '
              'strip swapcase title translate upper zfill').split():
    setattr(UserString, _name, _wrapped(_name, True))
for _name in ('count endswith find index isalpha isalnum isascii isdecimal isdigit isidentifier islower isnumeric '
              'isprintable isspace istitle isupper partition rfind rindex rpartition rsplit split splitlines '
              'startswith').split():
    setattr(UserString, _name, _wrapped(_name, False))
del _name, _wrapped

# A comparison that empties the lists it compares.
class Clears:
    def __init__(self, which):
        self.which = which

    def __eq__(self, other):
        lists[self.which].clear()
        return NotImplemented


lists = {}
lists['a'] = [Clears('a')]
lists['b'] = [Clears('b')]
print(lists['a'] == lists['b'])
lists['c'] = [Clears('c')]
print(lists['c'] == [1])
lists['d'] = [Clears('d'), 2]
print(lists['d'] != [1, 2], lists)


class Changing:
    asked = False

    def __len__(self):
        if self.asked:
            raise ZeroDivisionError('asked again')
        self.asked = True
        return 10

    def __getitem__(self, i):
        return i


r = reversed(Changing())
try:
    print(r.__length_hint__())
except ZeroDivisionError as error:
    print(error)

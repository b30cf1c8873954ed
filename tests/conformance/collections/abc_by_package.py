# The submodule is there with the package.
import collections

print(isinstance([], collections.abc.Sequence), collections.abc.Mapping, 'abc' in dir(collections))

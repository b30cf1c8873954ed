from array import array
from collections.abc import MutableSequence, Sequence, Collection, Hashable, ByteString
for kind in MutableSequence, Sequence, Collection, Hashable, ByteString:
    print(kind.__name__, isinstance(array('i', [1]), kind), issubclass(array, kind))

from ..a import value
from .. import b
from ...toolong import x

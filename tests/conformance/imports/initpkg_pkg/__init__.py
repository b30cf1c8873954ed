print("init begins")
from .helper import helper_value as exported
from . import helper
from .things import Thing, make
version = (1, 2)
print("init ends")

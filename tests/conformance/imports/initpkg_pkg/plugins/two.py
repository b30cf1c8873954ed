from .base import Base as B
from ..helper import helper_value
name = B.prefix + helper_value

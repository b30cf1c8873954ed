from .base import Base
name = Base.prefix + "one"

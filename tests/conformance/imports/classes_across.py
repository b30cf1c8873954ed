# classes and exceptions defined elsewhere
from classes_pkg import Base, AppError, registry
from classes_pkg.impl import Impl, run


class Mine(Base):
    kind = "mine"

    def hook(self):
        return "main hook"


print(Mine, Impl, Base, Mine.__mro__)
print([c.kind for c in registry], isinstance(Impl(), Base), Impl().template(), Mine().template())
try:
    run(lambda: 1 / 0)
except AppError as e:
    print(repr(e), repr(e.__cause__), type(e).__module__)
try:
    raise AppError("direct")
except Exception as e:
    print(type(e), e)
print(Base.__module__, Mine.__module__, Impl.template.__module__, Impl.__qualname__)
raise AppError("uncaught, shown with its module")

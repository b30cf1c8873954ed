registry = []


class AppError(Exception):
    pass


class Base:
    kind = "base"

    def __init_subclass__(cls):
        registry.append(cls)

    def template(self):
        return f"{type(self).__module__}: {self.hook()}"

from . import Base, AppError


class Impl(Base):
    kind = "impl"

    def hook(self):
        return "impl hook"


def run(f):
    try:
        return f()
    except Exception as e:
        raise AppError("run failed") from e

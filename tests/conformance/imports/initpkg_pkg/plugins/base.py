class Base:
    prefix = "plugin "

import attr_pkg
saw = hasattr(attr_pkg, "child")

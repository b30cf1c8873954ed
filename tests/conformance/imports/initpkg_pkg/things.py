import initpkg_pkg
from . import helper


class Thing:
    def describe(self):
        return helper.helper_value, initpkg_pkg.version


def make():
    return Thing()

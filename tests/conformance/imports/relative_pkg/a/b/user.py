from .sibling import value as sibling_value
from .. import parent as parent_value
from ... import top as top_value
from . import sibling
from ...a.b import sibling as same
from ... import a as package_a
other = same is sibling, package_a.__name__


def run():
    from ..b.sibling import _hidden
    from . import sibling as late
    try:
        from . import missing
    except ImportError as e:
        return _hidden, late.value, str(e).split(" (")[0]

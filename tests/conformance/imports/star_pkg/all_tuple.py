__all__ = ("tuple_one",)
tuple_one = "from a tuple"

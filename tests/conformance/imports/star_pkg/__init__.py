__all__ = ["sub_by_all"]
not_exported = 1

__all__ = []
nothing_exported = 1

__all__ = ["exists", 5]
exists = 1

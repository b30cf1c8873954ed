# Tuples with names that functions of os give.
from abc import ABC as _ABC, abstractmethod as _abstractmethod


def _new(cls, values, extra=None, /):
    values = tuple(values)
    n = cls.n_sequence_fields
    if len(values) != n:
        raise TypeError(f'{cls.__module__}.{cls.__name__}() takes a {n}-sequence ({len(values)}-sequence given)')
    return tuple.__new__(cls, values)


stat_result = _structure('os', 'stat_result', 'st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime '
                         'st_ctime', _new)
statvfs_result = _structure('os', 'statvfs_result', 'f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree '
                            'f_favail f_flag f_namemax', _new)
uname_result = _structure('posix', 'uname_result', 'sysname nodename release version machine', _new)


class PathLike(_ABC):
    @_abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return hasattr(subclass, '__fspath__') or NotImplemented
        return NotImplemented


# No program is told anything about the surroundings of its engine.
environ = {}

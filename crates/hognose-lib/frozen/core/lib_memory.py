# Memory of the host outside the block: see module `_memory`.


def _memory_of_host(block, start, length, readonly):
    from _memory import memory
    return memory(block, start, length, readonly)


def _memory_free(memory):
    if memory is not None:
        from _memory import free
        free(memory)


def _memory_copy(dst, src):
    from _memory import copy
    return copy(dst, 0, src, 0, len(src))


def _memory_copy_rows(dst, dst_pitch, src, src_pitch, width, height):
    from _memory import copy_rows
    return copy_rows(dst, dst_pitch, src, src_pitch, width, height)


def _memory_copy_pixels(dst, src, width, height):
    from _memory import copy
    return width >= 0 and height >= 0 and copy(dst, 0, src, 0, 4 * width * height)


def _memory_fill(dst, value):
    from _memory import fill
    return fill(dst, (value & 0xFFFFFFFF).to_bytes(4, 'little'))

"""``python -m bajo asm FILE.py -o OUT``: runs a Python file and writes the bytes of its script."""

from __future__ import annotations

import argparse
import json
import runpy
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

from . import BajoError, Script, __version__, disassemble


class _Failed(Exception):
    """The file of the user failed."""

    def __init__(self, error: Exception) -> None:
        super().__init__(error)
        self.error = error


def _within(file: str, error: Exception) -> TracebackType | None:
    """The traceback of an error from the first line of the file on: how the file came to run is of no interest."""
    place = error.__traceback__
    while place is not None and place.tb_frame.f_code.co_filename != file:
        place = place.tb_next
    return place


def _script(file: str, name: str | None) -> Script:
    """The script of a Python file: the one asked for, or ``script``, or the only one."""
    folder = str(Path(file).resolve().parent)
    sys.path.insert(0, folder)
    try:
        scope: dict[str, Any] = runpy.run_path(file, run_name="__main__")
    except (BajoError, OSError):
        raise
    except Exception as error:
        raise _Failed(error.with_traceback(_within(file, error))) from None
    finally:
        sys.path.remove(folder)
    scripts = {key: value for key, value in scope.items() if isinstance(value, Script)}
    if name is None:
        name = "script" if "script" in scripts or len(scripts) != 1 else next(iter(scripts))
    if name not in scripts:
        there = ", ".join(sorted(scripts)) or "none"
        raise SystemExit(f"{file}: no Script named {name!r}; there are: {there}")
    return scripts[name]


def _write(out: str, data: bytes) -> None:
    if out == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    else:
        Path(out).write_bytes(data)


def _asm(args: argparse.Namespace) -> None:
    script = _script(args.file, args.script)
    layout = script.build()
    if args.out:
        _write(args.out, script.encode())
    if args.info:
        first, end = layout.code_range
        labels = {name: layout[inst] for name, inst in layout.labels_by_name.items()}
        info = {"base": first, "end": end, "ram": list(script.env.ram_region), "labels": labels}
        _write(args.info, json.dumps(info).encode() + b"\n")
    if args.listing or not (args.out or args.info):
        print(script.listing())


def _dis(args: argparse.Namespace) -> None:
    print(disassemble(Path(args.file).read_bytes(), args.base, args.entry or None).listing())


def main(argv: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m bajo", description="Bajo assembler")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    asm = commands.add_parser("asm", help="run a Python file and write the bytes of its script")
    asm.add_argument("file", help="Python file that makes a Script")
    asm.add_argument("-o", "--out", help="where the bytes go, - for standard output")
    asm.add_argument("--info", help="where addresses and labels go, as JSON")
    asm.add_argument("--script", help="name of the script in the file (default: script, or the only one)")
    asm.add_argument("--listing", action="store_true", help="print the listing (default without -o and --info)")
    asm.set_defaults(run=_asm)
    dis = commands.add_parser("dis", help="list the code in a file of bytes")
    dis.add_argument("file", help="file of bytes")
    dis.add_argument("--base", type=lambda s: int(s, 0), default=0x10000, help="address of the first byte")
    dis.add_argument("--entry", type=lambda s: int(s, 0), action="append", help="what entries do not reach is data")
    dis.set_defaults(run=_dis)
    args = parser.parse_args(argv)
    try:
        args.run(args)
    except BajoError as error:
        print(f"error: {error}", file=sys.stderr)
        if error.__cause__ is not None:
            traceback.print_exception(error.__cause__, file=sys.stderr)
        return 1
    except _Failed as failed:
        traceback.print_exception(failed.error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Runs all tests of the package in a virtual environment of their own.

    python3 bindings/python/tests/run.py [--venv FOLDER] [--no-typing] [TEST ...]

Makes the environment if it is not there, installs the package into it as a user would, and pyright for the tests of
types. Without --venv the environment is temporary.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--venv", type=Path, help="where the environment is or shall be")
    parser.add_argument("--no-typing", action="store_true", help="do without pyright")
    parser.add_argument("tests", nargs="*", help="names as for unittest (default: all)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        venv: Path = args.venv or Path(temporary) / "venv"
        python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, str(PACKAGE)], check=True)
        if not args.no_typing:
            subprocess.run([*pip, "pyright"], check=True)
        names = args.tests or ["discover", "-s", "."]
        # In the folder of the tests, so that the package is the installed one.
        return subprocess.run([str(python), "-m", "unittest", *names], cwd=Path(__file__).parent, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())

"""The examples and the package itself pass pyright in strict mode, as seen from an installed package."""

import importlib.util
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from documents import PACKAGE, ROOT, examples


@unittest.skipUnless(importlib.util.find_spec("pyright"), "pyright is not installed")
class Typing(unittest.TestCase):
    def pyright(self, folder):
        config = {
            "include": ["."],
            "typeCheckingMode": "strict",
            "pythonVersion": "3.10",
            # Native modules have stubs and no source.
            "reportMissingModuleSource": "none",
        }
        (folder / "pyrightconfig.json").write_text(json.dumps(config))
        command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "-p", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("0 errors", done.stdout)

    def test_examples(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            count = 0
            for path in sorted((PACKAGE / "examples").glob("*.py")):
                (folder / path.name).write_text(path.read_text())
                count += 1
            for path in (PACKAGE / "README.md", ROOT / "docs" / "bajo" / "dsl.md", ROOT / "docs" / "bajo" / "recipes.md"):
                for line, source, _ in examples(path):
                    (folder / f"{path.stem}_{line}.py").write_text(source)
                    count += 1
            self.assertGreater(count, 20)
            self.pyright(folder)

    def test_package(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "bajo"
            folder.mkdir()
            for path in (PACKAGE / "python" / "bajo").glob("*.py*"):
                (folder / path.name).write_text(path.read_text())
            self.pyright(Path(name))

    def test_mistakes_are_found(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "wrong.py").write_text("from bajo import Add, R\nAdd(1, R[1], 'x')\n")
            with self.assertRaises(AssertionError):
                self.pyright(folder)


if __name__ == "__main__":
    unittest.main()

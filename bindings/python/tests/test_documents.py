"""Every example of the README and of the documents does what it says."""

import unittest

from documents import PACKAGE, ROOT, examples, execute


class Documents(unittest.TestCase):
    maxDiff = None

    def check(self, path, least):
        found = examples(path)
        self.assertGreaterEqual(len(found), least, path)
        for line, source, expected in found:
            with self.subTest(f"{path.name}:{line}"):
                self.assertEqual(execute(source), expected)

    def test_readme(self):
        self.check(PACKAGE / "README.md", 10)

    def test_readme_starts_with_the_known_bytes(self):
        _, source, _ = examples(PACKAGE / "README.md")[0]
        self.assertTrue(execute(source).endswith("\n3d0151010903a1031113f11e823e232930a20203132d01\n"))

    def test_dsl(self):
        self.check(ROOT / "docs" / "bajo" / "dsl.md", 4)

    def test_recipes(self):
        self.check(ROOT / "docs" / "bajo" / "recipes.md", 9)

    def test_example_files(self):
        files = sorted((PACKAGE / "examples").glob("*.py"))
        self.assertGreaterEqual(len(files), 3)
        for path in files:
            with self.subTest(path.name):
                self.assertTrue(execute(path.read_text()))


if __name__ == "__main__":
    unittest.main()

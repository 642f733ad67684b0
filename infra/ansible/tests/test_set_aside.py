"""What set_aside does with the user's files, and what it does when it is cut short."""

from __future__ import annotations

import os
import subprocess
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from modules import load

module = load("set_aside")


class SetAsideTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.host = Path(folder.name, "host")
        self.store = Path(folder.name, "store")
        self.write("etc/one", "one")
        self.write("etc/two.d/inner", "inner")

    def write(self, name, text):
        path = self.host / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def aside(self, *names, keep=(), once=None):
        return module.set_aside(
            {
                "store": str(self.store),
                "paths": [str(self.host / name) for name in names],
                "keep": [str(self.host / name) for name in keep],
                "once": once,
            },
            check_mode=False,
        )

    def restore(self):
        return module.restore({"store": str(self.store)}, check_mode=False)

    def found(self):
        files = (path for path in self.host.rglob("*") if path.is_symlink() or path.is_file())
        return {str(path.relative_to(self.host)): self.said(path) for path in files}

    @staticmethod
    def said(path):
        return f"-> {path.readlink()}" if path.is_symlink() else path.read_text(encoding="utf-8")

    def test_what_was_set_aside_comes_back_to_its_place(self):
        (self.host / "etc/link").symlink_to("nowhere")
        before = self.found()

        self.aside("etc/one", "etc/two.d", "etc/li*")

        self.assertEqual(self.found(), {})
        self.restore()
        self.assertEqual(self.found(), before)
        self.assertFalse(self.store.exists())

    def test_what_is_ours_stays(self):
        self.write("etc/ours", "ours")

        self.aside("etc/*", keep=["etc/ours"])

        self.assertEqual(self.found(), {"etc/ours": "ours"})

    def test_what_comes_after_the_first_time_is_ours(self):
        self.aside("etc/one", once="stage")
        self.write("etc/one", "ours")

        self.assertEqual(self.aside("etc/one", once="stage"), [])

        self.assertEqual(self.found()["etc/one"], "ours")

    def test_the_newest_comes_back_to_the_place_and_older_ones_get_numbers(self):
        self.aside("etc/one")
        self.write("etc/one", "newer")
        self.aside("etc/one")

        self.restore()

        self.assertEqual(self.found(), {"etc/one": "newer", "etc/one.1": "one", "etc/two.d/inner": "inner"})

    def test_what_is_in_the_place_meanwhile_gets_a_number(self):
        self.aside("etc/one", "etc/two.d")
        self.write("etc/one", "later")
        self.write("etc/two.d/later", "later")

        self.restore()

        self.assertEqual(
            self.found(),
            {"etc/one": "one", "etc/one.1": "later", "etc/two.d/inner": "inner", "etc/two.d/later": "later"},
        )

    def test_folders_that_are_there_are_filled(self):
        self.aside("etc/two.d/inner")
        self.restore()

        self.assertEqual(self.found()["etc/two.d/inner"], "inner")

    def test_a_restoration_that_was_cut_short_goes_on(self):
        self.aside("etc/one", "etc/two.d")
        with self.cut_before("two.d"), self.assertRaises(KeyboardInterrupt):
            self.restore()
        self.assertEqual(self.found(), {"etc/one": "one"})

        self.restore()

        self.assertEqual(self.found(), {"etc/one": "one", "etc/two.d/inner": "inner"})

    def cut_before(self, name):
        move = module.move

        def moved(source, target, waiting):
            if source.endswith(name):
                raise KeyboardInterrupt
            move(source, target, waiting)

        return mock.patch.object(module, "move", moved)

    def test_a_store_that_is_not_empty_is_never_removed(self):
        self.aside("etc/one")
        with mock.patch.object(module, "move"), self.assertRaises(OSError):
            self.restore()

        self.assertEqual(module.restore({"store": str(self.store)}, check_mode=False), [str(self.host / "etc/one")])
        self.assertEqual(self.found()["etc/one"], "one")


class BetweenFileSystemsTest(SetAsideTest):
    """The same where the store is on another file system: nothing can be moved in one step."""

    def setUp(self):
        super().setUp()
        rename = os.rename

        def between(source, target):
            if str(source).startswith(str(self.store)) != str(target).startswith(str(self.store)):
                raise OSError(module.errno.EXDEV, "Invalid cross-device link")
            rename(source, target)

        patch = mock.patch.object(module.os, "rename", between)
        patch.start()
        self.addCleanup(patch.stop)

    def test_owners_permissions_and_times_stay(self):
        path = self.host / "etc/one"
        path.chmod(0o640)
        if os.getuid() == 0:
            os.chown(path, 1234, 4321)
        os.utime(path, (1000, 2000))
        before = self.kept(path)

        self.aside("etc/one")
        self.restore()

        self.assertEqual(self.kept(path), before)

    @staticmethod
    def kept(path):
        status = path.stat()
        return status.st_mode, status.st_uid, status.st_gid, status.st_mtime

    def test_a_copy_that_was_cut_short_is_made_anew(self):
        copy = subprocess.run

        def cut(command, **options):
            copy([*command[:-2], "/dev/null", command[-1]], **options)
            raise KeyboardInterrupt

        with mock.patch.object(module.subprocess, "run", cut), self.assertRaises(KeyboardInterrupt):
            self.aside("etc/one")
        self.aside("etc/one")
        with mock.patch.object(module.subprocess, "run", cut), self.assertRaises(KeyboardInterrupt):
            self.restore()
        self.restore()

        self.assertEqual(self.found(), {"etc/one": "one", "etc/two.d/inner": "inner"})

    def test_what_was_copied_and_not_all_removed_is_no_second_file(self):
        self.write("etc/two.d/other", "other")
        for move in (lambda: self.aside("etc/two.d"), self.restore):
            with self.cut_in_removal(), self.assertRaises(KeyboardInterrupt):
                move()
            move()

        self.assertEqual(self.found(), {"etc/one": "one", "etc/two.d/inner": "inner", "etc/two.d/other": "other"})

    @staticmethod
    def cut_in_removal():
        def cut(folder):
            os.unlink(os.path.join(folder, "inner"))
            raise KeyboardInterrupt

        return mock.patch.object(module.shutil, "rmtree", cut)


if __name__ == "__main__":
    unittest.main()

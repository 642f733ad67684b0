"""What package_files brings, and what it never lets come to its place."""

from __future__ import annotations

import hashlib
import http.server
import tempfile
import threading
import unittest
from pathlib import Path
from unittest import mock

from modules import load

module = load("package_files")


class Package(http.server.BaseHTTPRequestHandler):
    """A package whose files say their names; "short" breaks off in the middle."""

    def do_GET(self):
        self.server.asked.append(self.path)
        content = self.path.encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[:2] if self.path == "/short" else content)

    def log_message(self, *_):
        """Says nothing."""


class PackageFilesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.host = Path(folder.name)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Package)
        self.server.asked = []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)

    def index(self, name, content=None):
        digest = hashlib.sha256((content or f"/{name}").encode()).hexdigest()
        return {name: {"url": f"http://127.0.0.1:{self.server.server_port}/{name}", "sha256": digest}}

    def bring(self, path, index=None, check_mode=False, **file):
        wanted = {"name": None, "content": None, "mode": None, "path": str(self.host / path), **file}
        return module.bring(index or {}, wanted, check_mode)

    def test_a_file_of_the_package_is_brought_once(self):
        index = self.index("kubeadm")

        self.assertEqual(self.bring("bin/kubeadm", index, name="kubeadm"), str(self.host / "bin/kubeadm"))
        self.assertIsNone(self.bring("bin/kubeadm", index, name="kubeadm"))

        self.assertEqual((self.host / "bin/kubeadm").read_text(encoding="utf-8"), "/kubeadm")
        self.assertEqual((self.host / "bin/kubeadm").stat().st_mode & 0o777, 0o755)
        self.assertEqual(self.server.asked, ["/kubeadm"])

    def test_no_proxy_is_asked(self):
        with mock.patch.dict("os.environ", {"http_proxy": "http://127.0.0.1:1", "no_proxy": ""}):
            self.assertIsNotNone(self.bring("kubeadm", self.index("kubeadm"), name="kubeadm"))

    def test_another_content_than_the_index_says_leaves_the_old_file(self):
        (self.host / "kubeadm").write_text("old", encoding="utf-8")

        with self.assertRaisesRegex(ValueError, "has SHA-256 .*, the package's index says"):
            self.bring("kubeadm", self.index("kubeadm", "another"), name="kubeadm")

        self.assertEqual([path.name for path in self.host.iterdir()], ["kubeadm"])
        self.assertEqual((self.host / "kubeadm").read_text(encoding="utf-8"), "old")

    def test_a_download_that_breaks_off_is_said_to_be_the_packages(self):
        with self.assertRaisesRegex(OSError, "^short of the package could not be brought to .*broke off after 2 of 6"):
            self.bring("short", self.index("short"), name="short")

        self.assertEqual(list(self.host.iterdir()), [])

    def test_a_write_that_was_cut_short_leaves_the_old_file(self):
        (self.host / "config").write_text("old", encoding="utf-8")

        with mock.patch.object(module.os, "replace", side_effect=KeyboardInterrupt), self.assertRaises(KeyboardInterrupt):
            self.bring("config", content="new")

        self.assertEqual([path.name for path in self.host.iterdir()], ["config"])
        self.assertEqual((self.host / "config").read_text(encoding="utf-8"), "old")

    def test_only_permissions_that_differ_are_changed(self):
        self.bring("config", content="same")

        self.assertEqual(self.bring("config", content="same", mode="0600"), str(self.host / "config"))

        self.assertEqual((self.host / "config").stat().st_mode & 0o777, 0o600)

    def test_a_check_changes_nothing(self):
        self.assertEqual(self.bring("config", content="new", check_mode=True), str(self.host / "config"))

        self.assertEqual(list(self.host.iterdir()), [])


if __name__ == "__main__":
    unittest.main()

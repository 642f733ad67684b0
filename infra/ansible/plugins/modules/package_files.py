#!/usr/bin/python
"""Brings files of the offline package to a host: in parallel, each proved by its SHA-256 before it takes its place."""

from __future__ import annotations

import concurrent.futures
import hashlib
import os
import shutil
import tempfile
import urllib.request

from ansible.module_utils.basic import AnsibleModule

DOCUMENTATION = r"""
module: package_files
short_description: Bring files of the offline package to a host
description:
  - Downloads files that are absent or differ, several at a time, straight from the package (never through a proxy).
  - A file is moved to its place only after its SHA-256 is the one of the package's signed index.
options:
  index:
    description: Files of the package, C(name -> {url, sha256}).
    type: dict
    required: true
  files:
    description: What to bring; C(name) is a key of O(index), C(path) the place on the host.
    type: list
    elements: dict
    required: true
    suboptions:
      name: {description: Name in the package., type: str, required: true}
      path: {description: Place on the host., type: path, required: true}
      mode: {description: Permission bits., type: str, default: "0755"}
  parallel:
    description: How many downloads at a time.
    type: int
    default: 4
author: Slipway
"""

EXAMPLES = r"""
- name: Install runc
  package_files:
    index: "{{ slipway_package.files }}"
    files:
      - {name: runc/runc, path: /usr/local/bin/runc}
"""

RETURN = r"""
downloaded:
  description: Paths that were absent or different.
  type: list
  elements: str
  returned: success
"""

CHUNK = 1 << 20
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def sha256_of(path):
    """Digest of a file, or None when there is none."""
    if not os.path.isfile(path):
        return None
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() if hasattr(hashlib, "file_digest") else digest(file)


def digest(file, copy=None):
    """Reads a stream to its end, copies it when asked, and returns its digest."""
    seen = hashlib.sha256()
    while chunk := file.read(CHUNK):
        seen.update(chunk)
        if copy is not None:
            copy.write(chunk)
    return seen.hexdigest()


def download(entry, path, mode):
    """Fetches one file beside its place, proves it, then puts it in place in one step."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".slipway-")
    try:
        with os.fdopen(handle, "wb") as copy, DIRECT.open(entry["url"], timeout=60) as response:
            found = digest(response, copy)
        if found != entry["sha256"]:
            raise ValueError(f"{entry['url']} has SHA-256 {found}, the package's index says {entry['sha256']}")
        os.chmod(temporary, mode)
        shutil.move(temporary, path)
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)


def bring(index, file, check_mode):
    """Brings one file if it is needed; returns what was done: None, its path with new content, or new permissions."""
    entry, path, mode = index[file["name"]], file["path"], int(file["mode"], 8)
    if sha256_of(path) != entry["sha256"]:
        if not check_mode:
            download(entry, path, mode)
        return path
    if (os.stat(path).st_mode & 0o7777) != mode:
        if not check_mode:
            os.chmod(path, mode)
        return path
    return None


def main():
    """Entry point."""
    file_options = {
        "name": {"type": "str", "required": True},
        "path": {"type": "path", "required": True},
        "mode": {"type": "str", "default": "0755"},
    }
    module = AnsibleModule(
        argument_spec={
            "index": {"type": "dict", "required": True},
            "files": {"type": "list", "elements": "dict", "required": True, "options": file_options},
            "parallel": {"type": "int", "default": 4},
        },
        supports_check_mode=True,
    )
    index, files = module.params["index"], module.params["files"]
    missing = sorted(file["name"] for file in files if file["name"] not in index)
    if missing:
        module.fail_json(msg=f"The package has no {', '.join(missing)}. Check the package, or take another one.")
    try:
        with concurrent.futures.ThreadPoolExecutor(module.params["parallel"]) as pool:
            done = list(pool.map(lambda file: bring(index, file, module.check_mode), files))
    except (OSError, ValueError) as failure:
        module.fail_json(msg=f"A file of the package could not be fetched: {failure}")
    downloaded = [path for path in done if path]
    module.exit_json(changed=bool(downloaded), downloaded=downloaded)


if __name__ == "__main__":
    main()

#!/usr/bin/python
"""Brings files to a host in one go: those of the offline package, each proved by its SHA-256, and those we write."""

from __future__ import annotations

import concurrent.futures
import hashlib
import http.client
import os
import tempfile
import urllib.request

from ansible.module_utils.basic import AnsibleModule

DOCUMENTATION = r"""
module: package_files
short_description: Bring files of the offline package, and files with a given content, to a host
description:
  - Downloads files that are absent or differ, several at a time, straight from the package (never through a proxy).
  - A file is moved to its place only after its SHA-256 is the one of the package's signed index.
  - Folders that are missing are made. One task for all files of a role, as each task costs time on each host.
options:
  index:
    description: Files of the package, C(name -> {url, sha256}).
    type: dict
    default: {}
  files:
    description: What to bring; a file has either a name or a content.
    type: list
    elements: dict
    required: true
    suboptions:
      name: {description: Name in the package, a key of O(index)., type: str}
      content: {description: What the file says., type: str}
      path: {description: Place on the host., type: path, required: true}
      mode: {description: Permission bits; C(0755) for files of the package and C(0644) for others., type: str}
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
      - {content: "{{ lookup('ansible.builtin.template', 'config.toml.j2') }}", path: /etc/containerd/config.toml}
"""

RETURN = r"""
changes:
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


def digest(file, copy=None, expected=None):
    """Reads a stream to its end, copies it when asked, and returns its digest. A stream that ends early is no digest's."""
    seen, size = hashlib.sha256(), 0
    while chunk := file.read(CHUNK):
        seen.update(chunk)
        size += len(chunk)
        if copy is not None:
            copy.write(chunk)
    if expected is not None and size < int(expected):
        raise ConnectionError(f"broke off after {size} of {expected} bytes")
    return seen.hexdigest()


def put(path, mode, write):
    """Lets a function write a file beside its place, then puts it in place in one step."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".slipway-")
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)


def download(entry, file):
    """Fetches a file of the package and proves it."""
    with DIRECT.open(entry["url"], timeout=60) as response:
        found = digest(response, file, response.headers["Content-Length"])
    if found != entry["sha256"]:
        raise ValueError(f"{entry['url']} has SHA-256 {found}, the package's index says {entry['sha256']}")


def wanted(index, file):
    """What a file is to be: its digest, its permissions, and how it is written."""
    if file["name"]:
        entry = index[file["name"]]
        return entry["sha256"], int(file["mode"] or "0755", 8), lambda copy: download(entry, copy)
    content = file["content"].encode()
    return hashlib.sha256(content).hexdigest(), int(file["mode"] or "0644", 8), lambda copy: copy.write(content)


def bring(index, file, check_mode):
    """Brings one file if it is needed; returns its path when its content or its permissions changed."""
    path, (sha256, mode, write) = file["path"], wanted(index, file)
    if sha256_of(path) != sha256:
        if not check_mode:
            try:
                put(path, mode, write)
            except (OSError, http.client.HTTPException) as failure:
                what = f"{file['name']} of the package" if file["name"] else "A file"
                raise OSError(f"{what} could not be brought to {path}: {failure}") from failure
        return path
    if (os.stat(path).st_mode & 0o7777) != mode:
        if not check_mode:
            os.chmod(path, mode)
        return path
    return None


def main():
    """Entry point."""
    file_options = {
        "name": {"type": "str"},
        "content": {"type": "str"},
        "path": {"type": "path", "required": True},
        "mode": {"type": "str"},
    }
    module = AnsibleModule(
        argument_spec={
            "index": {"type": "dict", "default": {}},
            "files": {
                "type": "list",
                "elements": "dict",
                "required": True,
                "options": file_options,
                "mutually_exclusive": [("name", "content")],
                "required_one_of": [("name", "content")],
            },
            "parallel": {"type": "int", "default": 4},
        },
        supports_check_mode=True,
    )
    index, files = module.params["index"], module.params["files"]
    missing = sorted(file["name"] for file in files if file["name"] and file["name"] not in index)
    if missing:
        module.fail_json(msg=f"The package has no {', '.join(missing)}. Check the package, or take another one.")
    try:
        with concurrent.futures.ThreadPoolExecutor(module.params["parallel"]) as pool:
            done = list(pool.map(lambda file: bring(index, file, module.check_mode), files))
    except (OSError, ValueError) as failure:
        module.fail_json(msg=str(failure))
    changes = [path for path in done if path]
    module.exit_json(changed=bool(changes), changes=changes)


if __name__ == "__main__":
    main()

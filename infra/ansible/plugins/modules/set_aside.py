#!/usr/bin/python
"""Moves what the user had on a host out of the way, and back: nothing of theirs is ever overwritten or deleted."""

from __future__ import annotations

import errno
import filecmp
import glob
import os
import shutil
import subprocess

from ansible.module_utils.basic import AnsibleModule

DOCUMENTATION = r"""
module: set_aside
short_description: Move the user's files aside and back
description:
  - Moves files into a store below which they keep their whole path, so that they can be put back.
  - A file whose place in the store is taken by an older one gets a number; the newest is the one that is put back.
  - What was cut short may be run again, also where the store is on another file system.
options:
  state:
    description: V(aside) moves into the store, V(restored) moves everything back.
    choices: [aside, restored]
    default: aside
    type: str
  store:
    description: Folder of the store.
    type: path
    required: true
  paths:
    description: Paths or patterns to move aside.
    type: list
    elements: str
    default: []
  keep:
    description: Paths that are ours and stay.
    type: list
    elements: str
    default: []
  once:
    description: Name under which the store remembers that these paths were handled; later files there are ours.
    type: str
author: Slipway
"""

EXAMPLES = r"""
- name: Set the user's repositories aside
  set_aside:
    store: /var/lib/slipway/set-aside
    paths: [/etc/apt/sources.list, /etc/apt/sources.list.d/*]
    keep: [/etc/apt/sources.list.d/slipway.sources]
"""

RETURN = r"""
moved:
  description: Paths that were moved.
  type: list
  elements: str
  returned: success
"""


def in_store(store, path):
    """Place of a path in the store."""
    return os.path.join(store, "files", path.lstrip("/"))


def make_room(place):
    """Gives an older file at a place a number."""
    number = 1
    while os.path.lexists(f"{place}.{number}"):
        number += 1
    if os.path.lexists(place):
        os.rename(place, f"{place}.{number}")


def remove(path):
    """Removes a file, a link or a folder."""
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    elif os.path.lexists(path):
        os.unlink(path)


def is_part_of(source, target):
    """Tells whether a place has nothing that another one has not too: a move that was cut short had copied it."""
    if os.path.islink(source) or os.path.islink(target):
        return os.path.islink(source) and os.path.islink(target) and os.readlink(source) == os.readlink(target)
    if os.path.isdir(source):
        return os.path.isdir(target) and all(
            is_part_of(os.path.join(source, name), os.path.join(target, name)) for name in os.listdir(source)
        )
    return os.path.isfile(source) and os.path.isfile(target) and filecmp.cmp(source, target, shallow=False)


def move(source, target, waiting):
    """
    Moves a file, link or folder to a place that is free afterwards of what was there before. Between file systems it is
    copied to a waiting place beside the target first: at each moment one of source and target is whole.
    """
    os.makedirs(os.path.dirname(target), exist_ok=True)
    remove(waiting)
    if is_part_of(source, target):
        remove(source)
        return
    try:
        make_room(target)
        os.rename(source, target)
    except OSError as failure:
        if failure.errno != errno.EXDEV:
            raise
        os.makedirs(os.path.dirname(waiting), exist_ok=True)
        copy(source, waiting)
        os.rename(waiting, target)
        os.sync()
        remove(source)


def copy(source, target):
    """Copies with owners, permissions, times and links, and has the copy on the disk."""
    done = subprocess.run(
        ["cp", "--archive", "--no-target-directory", source, target], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise OSError(done.stderr.strip())
    os.sync()


def set_aside(parameters, check_mode):
    """Moves matching paths into the store."""
    store, once = parameters["store"], parameters["once"]
    marker = os.path.join(store, "once", once) if once else None
    if marker and os.path.exists(marker):
        return []
    found = sorted({path for pattern in parameters["paths"] for path in glob.glob(pattern)} - set(parameters["keep"]))
    if check_mode:
        return found
    os.makedirs(store, mode=0o700, exist_ok=True)
    for path in found:
        move(path, in_store(store, path), os.path.join(store, "waiting", path.lstrip("/")))
    if marker:
        os.makedirs(os.path.dirname(marker), exist_ok=True)
        with open(marker, "w", encoding="utf-8"):
            pass
        # What comes to these places from now on is ours: a marker that a loss of power took would make it the user's.
        os.sync()
    return found


def stored(store, below):
    """Smallest things to put back: files and links, and folders that are absent on the host."""
    for entry in sorted(os.scandir(below), key=lambda each: each.name):
        place = "/" + os.path.relpath(entry.path, os.path.join(store, "files"))
        if entry.is_dir(follow_symlinks=False) and os.path.isdir(place):
            yield from stored(store, entry.path)
        else:
            yield entry.path, place


def restore(parameters, check_mode):
    """Moves everything in the store back to where it was."""
    store = parameters["store"]
    files = os.path.join(store, "files")
    entries = list(stored(store, files)) if os.path.isdir(files) else []
    if not check_mode:
        for source, place in entries:
            move(source, place, os.path.join(os.path.dirname(place), f".slipway-{os.path.basename(place)}"))
        remove_empty(files)
        remove(store)
    return [place for _, place in entries]


def remove_empty(folder):
    """Removes folders that have nothing in them but folders; a file that is left in one is an error."""
    for below, _, _ in os.walk(folder, topdown=False):
        os.rmdir(below)


def main():
    """Entry point."""
    module = AnsibleModule(
        argument_spec={
            "state": {"type": "str", "choices": ["aside", "restored"], "default": "aside"},
            "store": {"type": "path", "required": True},
            "paths": {"type": "list", "elements": "str", "default": []},
            "keep": {"type": "list", "elements": "str", "default": []},
            "once": {"type": "str"},
        },
        supports_check_mode=True,
    )
    action = restore if module.params["state"] == "restored" else set_aside
    try:
        moved = action(module.params, module.check_mode)
    except OSError as failure:
        module.fail_json(msg=f"The user's files could not be moved: {failure}")
    module.exit_json(changed=bool(moved), moved=moved)


if __name__ == "__main__":
    main()

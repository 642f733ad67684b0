#!/usr/bin/python
"""Moves what the user had on a host out of the way, and back: nothing of theirs is ever overwritten or deleted."""

from __future__ import annotations

import glob
import os
import shutil

from ansible.module_utils.basic import AnsibleModule

DOCUMENTATION = r"""
module: set_aside
short_description: Move the user's files aside and back
description:
  - Moves files into a store below which they keep their whole path, so that they can be put back.
  - A file whose place in the store is taken by an older one gets a number; the newest is the one that is put back.
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


def move(source, target):
    """Moves a file, link or folder to a place that is free afterwards of what was there before."""
    os.makedirs(os.path.dirname(target), exist_ok=True)
    make_room(target)
    shutil.move(source, target)


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
        move(path, in_store(store, path))
    if marker:
        os.makedirs(os.path.dirname(marker), exist_ok=True)
        with open(marker, "w", encoding="utf-8"):
            pass
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
            move(source, place)
        shutil.rmtree(store, ignore_errors=True)
    return [place for _, place in entries]


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

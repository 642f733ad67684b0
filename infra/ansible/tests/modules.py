"""Loads modules of ours, which lie in no package."""

from __future__ import annotations

import importlib.util
from pathlib import Path


def load(name):
    """Returns a module by its name."""
    place = Path(__file__).parent.parent / "plugins" / "modules" / f"{name}.py"
    specification = importlib.util.spec_from_file_location(name, place)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module

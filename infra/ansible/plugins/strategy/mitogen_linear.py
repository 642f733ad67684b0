"""The linear strategy over mitogen, found through Python's own path: no folder of a virtual environment in ansible.cfg."""

from __future__ import annotations

import ansible_mitogen.loaders
import ansible_mitogen.strategy

Linear = ansible_mitogen.loaders.strategy_loader.get("linear", class_only=True)


class StrategyModule(ansible_mitogen.strategy.StrategyMixin, Linear):
    """Runs each task on all hosts before the next one, with one Python process per host that stays."""

"""Keeps what debug tasks show, whole: one file of JSON lines that the environment names."""

from __future__ import annotations

import json
import os

from ansible.plugins.callback import CallbackBase

DOCUMENTATION = """
name: rendered
type: notification
short_description: keeps what debug tasks show
description: Writes host, task and message of each debug task as a line of JSON.
"""


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "notification"
    CALLBACK_NAME = "rendered"
    CALLBACK_NEEDS_ENABLED = True

    def v2_runner_on_ok(self, result):
        with open(os.environ["RENDERED"], "a", encoding="utf-8") as file:
            file.write(json.dumps([result._host.get_name(), result._task.get_name(), result._result["msg"]]) + "\n")

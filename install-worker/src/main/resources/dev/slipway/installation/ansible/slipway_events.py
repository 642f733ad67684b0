"""Writes what each task did as one JSON object per line: what the install-worker reads instead of text made for eyes."""

import json
import os
import sys
import time

from ansible.plugins.callback import CallbackBase

DOCUMENTATION = """
name: slipway_events
type: stdout
short_description: one JSON object per line
description: Writes what each task did as one JSON object per line.
"""

LIMIT = 2000
NO_NEWS = "non-zero return code"
# How long a playbook's leave to begin may be away, and how often it is looked for.
PATIENCE_SECONDS = 900
LOOK_SECONDS = 0.05


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "stdout"
    CALLBACK_NAME = "slipway_events"

    def __init__(self):
        super().__init__()
        self.index = 0
        self.started = {}
        # A duplicate: whatever else writes to standard output must not be taken for an event's line.
        self.out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
        self.parent = os.getppid()
        self.playbook = None

    def emit(self, **event):
        self.out.write(json.dumps(event, ensure_ascii=False) + "\n")
        self.out.flush()

    def v2_playbook_on_start(self, playbook):
        """Each playbook waits until its phase has come; connections to the hosts stay open meanwhile."""
        self.playbook = os.path.splitext(os.path.basename(playbook._file_name))[0]
        self.index = 0
        leave, deadline = os.path.join(os.environ["HOME"], "begin-" + self.playbook), time.monotonic() + PATIENCE_SECONDS
        while not os.path.exists(leave):
            if os.getppid() != self.parent or time.monotonic() > deadline:
                sys.exit(0)
            time.sleep(LOOK_SECONDS)

    def v2_playbook_on_stats(self, stats):
        if not stats.failures and not stats.dark:
            self.emit(ended=self.playbook)

    def v2_playbook_on_task_start(self, task, is_conditional):
        self.index += 1

    v2_playbook_on_handler_task_start = lambda self, task: self.v2_playbook_on_task_start(task, False)  # noqa: E731

    def v2_runner_on_start(self, host, task):
        self.started[(host.get_name(), task._uuid)] = time.monotonic()

    def v2_runner_on_ok(self, result):
        self.finish(result, "changed" if result._result.get("changed") else "ok")

    def v2_runner_on_skipped(self, result):
        self.finish(result, "skipped")

    def v2_runner_on_failed(self, result, ignore_errors=False):
        self.finish(result, "ignored" if ignore_errors else "failed")

    def v2_runner_on_unreachable(self, result):
        self.finish(result, "unreachable")

    def v2_runner_retry(self, result):
        values = result._result
        tries = values.get("retries", 0)
        self.finish(result, "waiting", f"attempt {values.get('attempts', 0)} of {tries}")

    def finish(self, result, status, message=None):
        host, task = result._host.get_name(), result._task
        began = self.started.get((host, task._uuid))
        self.emit(
            index=self.index,
            host=host,
            task=task.get_name(),
            status=status,
            message=(message or describe(task, status, result._result))[-LIMIT:],
            seconds=round(time.monotonic() - began, 3) if began else 0,
        )


def describe(task, status, values):
    """Says why a task failed, or what a debug task shows; nothing of a task that keeps its output to itself."""
    if task.no_log or "censored" in values:
        return "its output is hidden" if status in ("failed", "ignored") else ""
    if status in ("failed", "ignored", "unreachable"):
        return "; ".join(part for part in reasons(values) if part)
    return text(values.get("msg")) if task.action.endswith("debug") else ""


def reasons(values):
    """The causes of a failure: those of its failed items, or its own."""
    failed = [item for item in values.get("results") or [] if isinstance(item, dict) and item.get("failed")]
    for item in failed:
        yield f"{text(item.get('_ansible_item_label', item.get('item')))}: {'; '.join(filter(None, reasons(item)))}"
    if not failed:
        yield "" if values.get("stderr") and values.get("msg") == NO_NEWS else text(values.get("msg"))
        yield text(values.get("stderr") or values.get("module_stderr"))
        yield "" if values.get("stderr") else text(values.get("stdout") or values.get("module_stdout"))


def text(value):
    """One line, the end of it when it is long: causes come last."""
    words = value if isinstance(value, str) else "" if value is None else json.dumps(value, default=str)
    return " ".join(words.split())[-LIMIT:]

"""What every playbook keeps to."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import yaml

PROJECT = Path(__file__).parent.parent
PROXIES = ("http_proxy", "https_proxy", "no_proxy", "all_proxy")

# Runs one task with the environment that the product's plays have, where the worker and the host have a proxy.
SEEN = """
- hosts: localhost
  connection: local
  gather_facts: false
  strategy: linear
  vars: {{ansible_python_interpreter: "{{{{ ansible_playbook_python }}}}"}}
  vars_files: [{project}/playbooks/group_vars/all.yml]
  environment: {environment}
  tasks:
    - ansible.builtin.command: "{{{{ ansible_playbook_python }}}} -c 'import json, os; print(json.dumps(dict(os.environ)))'"
      register: seen
    - ansible.builtin.copy: {{content: "{{{{ seen.stdout }}}}", dest: "{output}"}}
"""


def plays():
    """All plays of all playbooks."""
    for path in sorted((PROJECT / "playbooks").glob("*.yml")):
        for play in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield path.stem, play


class PlaybooksTest(unittest.TestCase):
    def test_no_proxy_of_a_host_reaches_what_a_playbook_runs(self):
        environments = {play.get("environment") for _, play in plays()}
        self.assertEqual(len(environments), 1)

        seen = self.seen(environments.pop())

        for name in (*PROXIES, *(name.upper() for name in PROXIES)):
            self.assertEqual(seen.get(name, ""), "", name)

    @staticmethod
    def seen(environment):
        with tempfile.TemporaryDirectory() as folder:
            playbook, output = Path(folder, "seen.yml"), Path(folder, "seen.json")
            text = SEEN.format(project=PROJECT, environment=json.dumps(environment), output=output)
            playbook.write_text(text, encoding="utf-8")
            proxies = {name: "http://10.0.0.1:3128" for name in (*PROXIES, *(name.upper() for name in PROXIES))}
            command = ["ansible-playbook", "--inventory=localhost,", str(playbook)]
            subprocess.run(command, env={**os.environ, **proxies}, check=True, capture_output=True)
            return json.loads(output.read_text(encoding="utf-8"))

    def test_apt_is_waited_for_wherever_software_is_installed(self):
        for name, play in plays():
            if name in ("host-baseline", "control-plane", "time"):
                patience = play["module_defaults"]["ansible.builtin.apt"]["lock_timeout"]
                self.assertEqual(patience, "{{ slipway_lock_patience }}", name)


if __name__ == "__main__":
    unittest.main()

"""Renders each template and each script of each role as real hosts and container hosts get it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import tomllib
import unittest
from pathlib import Path

import yaml

PROJECT = Path(__file__).parent.parent
ROLES = PROJECT / "roles"
PROFILES = ("STANDARD", "CONTAINER")
HOSTS = {"control_plane": ["cp-1", "cp-2", "cp-3"], "workers": ["w-1"]}
RENDERED = ["cp-1", "cp-2", "w-1"]
VARIABLES = {
    "slipway_cluster_name": "demo",
    "slipway_kubernetes_version": "1.37.2",
    "slipway_api_port": 6443,
    "slipway_pod_network": "10.244.0.0/16",
    "slipway_service_network": "10.96.0.0/16",
    "slipway_node_mask": 24,
    "slipway_pods_per_node": 110,
    "slipway_flannel_backend": "vxlan",
    "slipway_proxy_mode": "iptables",
    "slipway_node_labels": {"team": "platform"},
    # What tasks learn on hosts.
    "cluster_join_as_control_plane": True,
    "cluster_join_token": {"stdout": "kubeadm join 10.0.0.1:6443 --token abc --discovery-token-ca-cert-hash sha256:1"},
    "cluster_join_keys": {"stdout_lines": ["key"]},
    "cluster_join_log": "/run/slipway-kubeadm-join.log",
    "ready_nodes_names": ["cp-1", "w-1"],
    "time_service_found": {"stdout_lines": ["ntp.example.org"]},
}
SCRIPTS = ("ansible.builtin.shell", "ansible.builtin.command")


def images():
    """Names that roles ask for, as the package has them."""
    defaults = yaml.safe_load((ROLES / "images/defaults/main.yml").read_text(encoding="utf-8"))
    return sorted(set(defaults["images_of_workers"] + defaults["images_of_control_plane"]))


def package():
    """A package that has what roles name."""
    return {
        "url": "http://10.0.0.9:8080",
        "address": "10.0.0.9",
        "files": {},
        "images": {name: f"packages.slipway.dev/{name}:v1" for name in images()},
        "image_digests": {name: "sha256:1" for name in images()},
    }


def tasks_of(document):
    """Tasks of a file, those of its blocks too."""
    for task in document or []:
        yield task
        for part in ("block", "rescue", "always"):
            yield from tasks_of(task.get(part))


def scripts(role):
    """What the role's tasks run, by file and place, and the variables of those tasks."""
    found, variables = {}, {}
    for path in sorted(role.glob("tasks/*.yml")):
        for number, task in enumerate(tasks_of(yaml.safe_load(path.read_text(encoding="utf-8")))):
            for action in SCRIPTS:
                if action in task:
                    kind = "bash" if "bash" in task[action].get("executable", "") else "sh"
                    found[f"{path.stem}-{number}.{kind}"] = task[action]["cmd"]
                    variables.update(task.get("vars", {}))
    return found, variables


def rendering(role):
    """A task that shows all that a role has."""
    commands, variables = scripts(role)
    templates = {path.name: f"{{{{ lookup('ansible.builtin.template', '{path}') }}}}" for path in role.glob("templates/*")}
    return {
        "name": role.name,
        "ansible.builtin.debug": {"msg": "{{ rendered }}"},
        "vars": {**variables, "rendered": {**commands, **templates}},
    }


def inventory(profile):
    """Three control plane nodes and a worker."""
    names = [name for group in HOSTS.values() for name in group]
    addresses = {name: f"10.0.0.{number}" for number, name in enumerate(names, 1)}
    groups = {
        group: {"hosts": {name: {"ansible_host": addresses[name]} for name in members}} for group, members in HOSTS.items()
    }
    variables = {**VARIABLES, "slipway_host_profile": profile, "slipway_package": package()}
    return {"all": {"children": {"cluster": {"children": groups, "vars": variables}}}}


def playbook():
    """Renders all roles, with the variables that playbooks share and the defaults of roles."""
    shared = [PROJECT / "playbooks/group_vars/all.yml", ROLES / "operating_system/vars/Debian.yml"]
    return [
        {
            "hosts": "cluster",
            "connection": "local",
            "gather_facts": False,
            "strategy": "linear",
            "vars_files": [str(path) for path in [*ROLES.glob("*/defaults/main.yml"), *shared]],
            "vars": {"cluster_join_as_control_plane": True, "slipway_state_directory": "/var/lib/slipway"},
            "tasks": [rendering(role) for role in sorted(ROLES.iterdir())],
        }
    ]


def render(profile, folder):
    """What each role gives each host: texts by host, role and name."""
    (folder / "inventory.json").write_text(json.dumps(inventory(profile)), encoding="utf-8")
    (folder / "playbook.json").write_text(json.dumps(playbook()), encoding="utf-8")
    environment = {
        "ANSIBLE_CONFIG": str(PROJECT / "ansible.cfg"),
        "ANSIBLE_HOME": str(folder / "home"),
        "ANSIBLE_CALLBACK_PLUGINS": str(Path(__file__).parent / "callbacks"),
        "ANSIBLE_CALLBACKS_ENABLED": "rendered",
        "RENDERED": str(folder / "rendered"),
    }
    run = subprocess.run(
        ["ansible-playbook", f"--inventory={folder}/inventory.json", f"--limit={','.join(RENDERED)}", f"{folder}/playbook.json"],
        cwd=PROJECT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        raise AssertionError(f"{profile}: {run.stdout}{run.stderr}")
    lines = (folder / "rendered").read_text(encoding="utf-8").splitlines()
    return {(host, role, name): text for host, role, texts in map(json.loads, lines) for name, text in texts.items()}


class RolesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rendered = {}
        for profile in PROFILES:
            with tempfile.TemporaryDirectory() as folder:
                cls.rendered[profile] = render(profile, Path(folder))

    def each(self, check, *endings):
        """Checks each different text whose name has one of the endings."""
        seen = set()
        for profile, texts in self.rendered.items():
            for what, text in texts.items():
                if what[-1].removesuffix(".j2").endswith(endings) and text not in seen:
                    seen.add(text)
                    with self.subTest(profile=profile, what=what):
                        check(text)

    def text(self, profile, *what):
        return self.rendered[profile][what]

    def test_everything_is_rendered_for_both_profiles(self):
        self.assertEqual(*(set(texts) for texts in self.rendered.values()))
        self.assertGreater(len(self.rendered["STANDARD"]), 90)

    def test_scripts_are_sound(self):
        self.each(self.assert_sound, ".sh", ".bash", "clear-node", "fetch-images")

    def assert_sound(self, text):
        shell = "bash" if "pipefail" in text else "sh"
        self.assertEqual(self.said([shell, "-n"], text), "")
        if shutil.which("shellcheck"):
            # Lists are written by templates: they may have one word, or a variable that is not used.
            command = ["shellcheck", f"--shell={shell}", "--severity=warning", "--exclude=SC2034,SC2043", "-"]
            self.assertEqual(self.said(command, text), "")

    @staticmethod
    def said(command, text):
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    def test_files_can_be_read_by_those_they_are_for(self):
        self.each(lambda text: list(yaml.safe_load_all(text)), ".yaml")
        self.each(json.loads, ".conflist")
        self.each(tomllib.loads, ".toml")

    def test_what_a_container_host_needs_is_never_done_to_a_real_one(self):
        real = self.text("STANDARD", "w-1", "kubernetes_node", "kubelet-patch.yaml.j2")
        container = self.text("CONTAINER", "w-1", "kubernetes_node", "kubelet-patch.yaml.j2")

        self.assertNotIn("featureGates", real)
        self.assertIn("featureGates", container)
        self.assertNotIn("ignorePreflightErrors", self.text("STANDARD", "cp-1", "control_plane_initial", "kubeadm.yaml.j2"))
        self.assertIn("modprobe --all overlay br_netfilter", self.text("STANDARD", "w-1", "host_baseline", "kernel-1.sh"))
        self.assertNotIn("modprobe", self.text("CONTAINER", "w-1", "host_baseline", "kernel-1.sh"))


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""Creates a cluster with Slipway and with the bare commands, on the same kind of hosts in one run, and prints both.

Needs a running platform (./slipway up). The bare script is what an experienced person would type: containers started,
binaries copied and images imported on all nodes in parallel, kubeadm init, flannel, kubeadm join, waiting.
"""
import argparse
import concurrent.futures
import datetime
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

CHECKOUT = pathlib.Path(__file__).resolve().parents[2]
BARE = CHECKOUT / "e2e" / "benchmark" / "bare"
HOST_ARGUMENTS = [
    "--cap-add=ALL", "--cap-drop=SYS_RESOURCE", "--security-opt=seccomp=unconfined",
    "--security-opt=apparmor=unconfined", "--security-opt=systempaths=unconfined", "--device=/dev/fuse",
    "--device-cgroup-rule=a *:* rwm", "--cgroupns=private", "--tmpfs=/run:exec", "--tmpfs=/tmp:exec", "--volume=/var",
    "--label=dev.slipway=true", "--cpus=2", "--memory=2g",
]
# The steps by whose end the product is through with what each phase of the bare commands does.
PHASES = {
    "hosts started": ["RESERVE", "PLAN_HOSTS", "CREATE_HOSTS"],
    "preflight": ["PREFLIGHT"],
    "software and images": ["PACKAGE_SOURCE", "HOST_BASELINE", "TIME", "CONTAINER_RUNTIME", "IMAGES"],
    "control plane": ["CONTROL_PLANE"],
    "workers joined": ["NETWORK", "WORKERS"],
    "nodes and DNS ready": ["DNS"],
    "metrics server": ["METRICS_SERVER"],
    "verified": ["VERIFICATION"],
    "recorded as ready": ["PUBLISH"],
}


def run(*command, **options):
    """Runs a program; its output is returned, its failure ends the benchmark with all it said."""
    done = subprocess.run(command, text=True, capture_output=True, check=False, **options)
    if done.returncode:
        sys.exit(f"{' '.join(command[:6])} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def inside(node, script, **environment):
    """Runs a shell script inside a host."""
    settings = [word for key, value in environment.items() for word in ("--env", f"{key}={value}")]
    return run("docker", "exec", *settings, node, "bash", "-ec", script)


def on_all(nodes, work):
    """Does the work for all nodes at once."""
    with concurrent.futures.ThreadPoolExecutor(max_workers=len(nodes)) as pool:
        return list(pool.map(work, nodes))


class Stopwatch:
    """Seconds by phase."""

    def __init__(self):
        self.phases, self.last = {}, time.monotonic()

    def lap(self, phase):
        """Ends a phase."""
        now = time.monotonic()
        self.phases[phase] = now - self.last
        self.last = now


class BareCluster:
    """The bare commands."""

    def __init__(self, arguments, index, folder):
        self.package, self.version = arguments.package, index["kubernetesVersion"]
        self.network, self.prefix = arguments.network, arguments.package.split("//")[1].rsplit(".", 2)[0]
        self.index, self.folder = index, folder
        self.nodes = ["bare-control-plane-1"] + [f"bare-worker-{n + 1}" for n in range(arguments.workers)]

    def address(self, node):
        """The address of a node, from the end of the network."""
        return f"{self.prefix}.250.{10 + self.nodes.index(node)}"

    def prepare(self):
        """Fetches binaries, manifests and one archive of images: what a person has on a disk beforehand."""
        for entry in self.index["files"]:
            path = entry["path"].removeprefix("files/")
            if entry["kind"] in ("BINARY", "MANIFEST", "KEY"):
                target = self.folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                urllib.request.urlretrieve(f"{self.package}/{entry['path']}", target)
                target.chmod(0o755)
        for file in BARE.iterdir():
            shutil.copy(file, self.folder)
        pause = next(i for i in self.index["images"] if i["repository"] == "pause")
        (self.folder / "pause-image").write_text(f"packages.slipway.dev/pause:{pause['tag']}\n")
        self.start("bare-control-plane-1")
        self.install("bare-control-plane-1", "")
        images = " ".join(f"packages.slipway.dev/{i['repository']}:{i['tag']}" for i in self.index["images"])
        inside("bare-control-plane-1", "bash /root/disk/export-images", IMAGES=images, PACKAGE=self.package)
        run("docker", "cp", "bare-control-plane-1:/var/images.tar", str(self.folder / "images.tar"))
        self.remove()

    def start(self, node):
        """Starts a host."""
        run("docker", "run", "--detach", "--name", node, "--hostname", node, "--network", self.network,
            "--ip", self.address(node), *HOST_ARGUMENTS, "slipway/container-host:latest")

    def install(self, node, images="images.tar"):
        """Copies the disk to a host and installs what is on it."""
        inside(node, "until systemctl is-system-running | grep -qE 'running|degraded'; do sleep 0.2; done; mkdir -p /root")
        run("docker", "cp", str(self.folder), f"{node}:/root/disk")
        inside(node, "bash /root/disk/install-node", PACKAGE=self.package, IMAGES=images)

    def create(self):
        """The run that is measured."""
        watch, first, workers = Stopwatch(), self.nodes[0], self.nodes[1:]
        tag = {i["repository"]: i["tag"] for i in self.index["images"]}
        on_all(self.nodes, self.start)
        watch.lap("hosts started")
        on_all(self.nodes, self.install)
        watch.lap("software and images")
        inside(first, "bash /root/disk/initialise", ADDRESS=self.address(first), VERSION=self.version,
               COREDNS=tag["coredns"], ETCD=tag["etcd"])
        watch.lap("control plane")
        join = inside(first, "kubeadm token create --print-join-command").strip()
        on_all(workers, lambda node: inside(node, "bash /root/disk/join", JOIN=join, ADDRESS=self.address(node)))
        watch.lap("workers joined")
        inside(first, "bash /root/disk/wait-ready", NODES=str(len(self.nodes)))
        watch.lap("nodes and DNS ready")
        return watch.phases

    def remove(self):
        """Leaves nothing."""
        for node in self.nodes:
            subprocess.run(["docker", "rm", "--force", "--volumes", node], capture_output=True, check=False)


def slipway(*arguments):
    """Runs the product's command."""
    return run(str(CHECKOUT / "slipway"), *arguments, cwd=CHECKOUT)


def instant(text):
    """The seconds of an RFC 3339 time."""
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def product(arguments, version):
    """Creates and deletes a cluster with the product; the seconds of each step are those of its own record."""
    name = "benchmark"
    slipway("cluster", "create", "--name", name, "--deploy-plan", arguments.deploy_plan, "--package-version", version,
            "--workers", str(arguments.workers), "--wait")
    operations = json.loads(slipway("operation", "list", "--output", "json"))
    operation = next(o for o in operations if o["clusterName"] == name and o["kind"] == "CREATE")
    shown = json.loads(slipway("operation", "show", operation["id"], "--output", "json"))
    slipway("cluster", "delete", name, "--yes", "--wait")
    ended = {s["step"]: instant(s["endedAt"]) for s in shown["steps"] if s.get("endedAt")}
    # Steps run beside each other: each phase lasts from the end of what came before to the end of its last step.
    phases, last = {}, instant(shown["operation"]["createdAt"])
    for phase, names in PHASES.items():
        end = max([ended[step] for step in names if step in ended] + [last])
        phases[phase], last = end - last, end
    phases["recorded as ready"] += instant(shown["operation"]["endedAt"]) - last
    return phases


def median(rounds):
    """The median of each phase."""
    return {phase: statistics.median(each[phase] for each in rounds) for phase in rounds[0]}


def show(ours, bare):
    """Prints both, phase by phase, and the ratio."""
    print("\n| phase | Slipway | bare commands |\n| --- | --- | --- |")
    for phase in ours:
        other = f"{bare[phase]:.1f} s" if phase in bare else ""
        print(f"| {phase} | {ours[phase]:.1f} s | {other} |")
    total, reference = sum(ours.values()), sum(bare.values())
    print(f"| **total** | **{total:.1f} s** | **{reference:.1f} s** |")
    print(f"\nRatio: {total / reference:.2f} (on {os.cpu_count()} cores; below 1 Slipway is faster)")
    print(f"Load of the machine at the end: {os.getloadavg()[0]:.1f}")


def main():
    """Reads the arguments, prepares, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", default="http://172.30.0.10:8080", help="running offline package (default %(default)s)")
    parser.add_argument("--network", default="slipway", help="Docker network of the hosts (default %(default)s)")
    parser.add_argument("--deploy-plan", default="demo", help="deploy plan of Slipway's cluster (default %(default)s)")
    parser.add_argument("--workers", type=int, default=1, help="worker nodes (default %(default)s)")
    parser.add_argument("--rounds", type=int, default=1, help="rounds; medians are shown (default %(default)s)")
    arguments = parser.parse_args()
    with urllib.request.urlopen(f"{arguments.package}/index.json", timeout=10) as response:
        index = json.load(response)
    ours, bare = [], []
    with tempfile.TemporaryDirectory(prefix="slipway-benchmark-") as folder:
        cluster = BareCluster(arguments, index, pathlib.Path(folder))
        try:
            print("preparing the disk of the bare commands (not measured)", flush=True)
            cluster.prepare()
            for _ in range(arguments.rounds):
                print("creating with the bare commands", flush=True)
                bare.append(cluster.create())
                cluster.remove()
                print("creating with Slipway", flush=True)
                ours.append(product(arguments, index["kubernetesVersion"]))
        finally:
            cluster.remove()
    show(median(ours), median(bare))


if __name__ == "__main__":
    main()

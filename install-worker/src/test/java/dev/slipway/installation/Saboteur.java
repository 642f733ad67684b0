package dev.slipway.installation;

import dev.slipway.installation.fixture.ContainerHost;
import dev.slipway.toolkit.process.ProcessFence;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Kills Ansible on this machine and kubeadm on a host, both without a warning, in the middle of what they do. kubeadm
 * is frozen first, so that the moment is the chosen one.
 */
final class Saboteur {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private CompletableFuture<Void> plan = CompletableFuture.completedFuture(null);

    /**
     * Adds a kill to the plan; it is waited for after the earlier ones.
     *
     * @param condition of a shell on the host, true in the moment of the kill
     */
    Saboteur then(ContainerHost host, String playbook, String condition) {
        plan = plan.thenRunAsync(() -> kill(host, playbook, condition));
        return this;
    }

    /** Returns the conditions that came true; fails when a kill did. */
    List<String> done() {
        plan.orTimeout(1, TimeUnit.SECONDS)
                .exceptionally(problem -> {
                    done.add(problem.toString());
                    return null;
                })
                .join();
        return done;
    }

    private void kill(ContainerHost host, String playbook, String condition) {
        host.run("until pgrep -x kubeadm >/dev/null && %s; do sleep 0.01; done; pkill -STOP -x kubeadm"
                .formatted(condition));
        ProcessFence.around("cluster-1/" + playbook).clear();
        host.run("pkill -KILL -x kubeadm || true");
        done.add(condition);
    }
}

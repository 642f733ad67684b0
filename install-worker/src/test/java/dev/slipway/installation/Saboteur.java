package dev.slipway.installation;

import dev.slipway.installation.fixture.ContainerHost;
import dev.slipway.installation.fixture.Installations;
import dev.slipway.toolkit.process.ProcessFence;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Kills Ansible on this machine and kubeadm on a host, both without a warning, in the middle of what they do. kubeadm
 * is frozen again and again while the moment is looked for, so that it cannot pass between two looks.
 */
final class Saboteur {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private CompletableFuture<Void> plan = CompletableFuture.completedFuture(null);

    /**
     * Adds a kill to the plan; it is waited for after the earlier ones.
     *
     * @param lane of playbooks that are run one after the other
     * @param condition of a shell on the host, true in the moment of the kill
     */
    Saboteur then(ContainerHost host, String lane, String condition) {
        plan = plan.thenRunAsync(() -> kill(host, lane, condition));
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

    private void kill(ContainerHost host, String lane, String condition) {
        host.run(
                "until pkill -STOP -x kubeadm && %s; do pkill -CONT -x kubeadm; sleep 0.05; done".formatted(condition));
        ProcessFence.around(Installations.CLUSTER + "/" + lane).clear();
        host.run("pkill -KILL -x kubeadm || true");
        done.add(condition);
    }
}

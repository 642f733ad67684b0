package dev.slipway.installation.ansible;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.toolkit.planservice.ClusterAccess;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.OutputLine;
import dev.slipway.toolkit.process.ProcessRunner;
import dev.slipway.toolkit.temporal.Failures;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One Ansible at work on the hosts of a cluster: it runs one playbook after the other, each when its phase has come,
 * and keeps its connections in between. It ends by itself after the last one, when one fails, and when none comes for
 * long.
 */
final class PlaybookSession {
    private final String lane;
    private final InstallationRequest request;
    private final ClusterAccess access;
    private final Deque<String> playbooks;
    private final RunDirectory directory;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile boolean closed;
    private volatile @Nullable Running running;
    private volatile @Nullable RuntimeException failure;

    PlaybookSession(
            String lane,
            InstallationRequest request,
            ClusterAccess access,
            List<String> playbooks,
            RunDirectory directory) {
        this.lane = lane;
        this.request = request;
        this.access = access;
        this.playbooks = new ArrayDeque<>(playbooks);
        this.directory = directory;
    }

    /** The playbook that has its leave to begin. */
    private record Running(String playbook, AnsibleRun run, CompletableFuture<Void> end) {}

    /** Starts Ansible, which waits for the leave to begin. */
    void start(ProcessRunner runner, Command command) {
        Thread.ofPlatform().daemon().name("ansible").start(() -> {
            try {
                runner.run(command, this::read, this::stopWhenClosed);
            } catch (RuntimeException problem) {
                failure = problem;
            } finally {
                ended();
            }
        });
    }

    private void stopWhenClosed() {
        if (closed) {
            throw new CancellationException("The session is closed");
        }
    }

    String lane() {
        return lane;
    }

    /** Tells whether this session is about to run that playbook for that very request, logged in as it is known now. */
    boolean waitsFor(String playbook, InstallationRequest wanted, ClusterAccess known) {
        return !end.isDone() && playbook.equals(playbooks.peek()) && request.equals(wanted) && access.equals(known);
    }

    /** Tells whether another playbook may follow. */
    boolean hasNext() {
        return !end.isDone() && !playbooks.isEmpty();
    }

    /**
     * Lets the next playbook begin; what is returned completes when it has done its work, or fails with the program.
     */
    CompletableFuture<Void> begin(AnsibleRun run) {
        var begun = new Running(playbooks.remove(), run, new CompletableFuture<>());
        running = begun;
        if (end.isDone()) {
            begun.end().completeExceptionally(reason(begun));
        } else {
            directory.write("begin-" + begun.playbook(), "");
        }
        return begun.end();
    }

    /** Has something done when the session has ended, at once if it has. */
    void afterEnd(Runnable action) {
        var _ = end.thenRun(action);
    }

    /** Stops Ansible if it still runs, and returns when nothing of it is left. */
    void close() {
        closed = true;
        end.join();
    }

    private void read(OutputLine line) {
        var now = running;
        if (now != null && now.run().read(line)) {
            running = null;
            now.end().complete(null);
        }
    }

    private void ended() {
        try {
            tidy();
        } finally {
            end.complete(null);
            var now = running;
            if (now != null) {
                now.end().completeExceptionally(reason(now));
            }
        }
    }

    /** A failed run is kept for those who look for the reason, but never its secrets. */
    private void tidy() {
        if (failure == null || closed) {
            directory.remove();
        } else {
            directory.removeSecrets();
        }
    }

    private RuntimeException reason(Running begun) {
        var known = failure;
        return known != null
                ? known
                : Failures.of(
                        FailureType.TOOL_FAILED,
                        "Ansible ended before the playbook %s had done its work; see the step's log, then retry the step."
                                .formatted(begun.playbook()));
    }
}

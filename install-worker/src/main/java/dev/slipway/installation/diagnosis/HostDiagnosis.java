package dev.slipway.installation.diagnosis;

import dev.slipway.installation.ssh.SshHost;
import dev.slipway.installation.ssh.SshHosts;
import dev.slipway.toolkit.planservice.NodeAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Asks a host for its condition, briefly: a host that does not say it does not keep a failure from being told. */
@Component
public final class HostDiagnosis {
    /** Well below the time after which an activity that does not beat is taken for dead. */
    private static final long PATIENCE_SECONDS = 10;

    private static final double MILLIS = 1000.0;

    private final SshHosts hosts;
    private final Clock clock;
    private final String script = script();

    /** Asks over SSH. */
    public HostDiagnosis(SshHosts hosts, Clock clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    private static String script() {
        try (InputStream source = HostDiagnosis.class.getResourceAsStream("condition.sh")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Returns the condition of a host, which may be that nothing is known. */
    public HostCondition of(NodeAccess node) {
        ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
        try {
            return thread.submit(() -> ask(node)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            return HostCondition.UNKNOWN;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return HostCondition.UNKNOWN;
        } finally {
            thread.shutdownNow();
        }
    }

    private HostCondition ask(NodeAccess node) {
        try (SshHost host = hosts.connect(node)) {
            double now = clock.millis() / MILLIS;
            return HostCondition.parse(host.script(script), now);
        }
    }
}

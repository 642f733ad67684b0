package dev.slipway.installation.preflight;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.installation.ssh.SshHost;
import dev.slipway.installation.ssh.SshHosts;
import dev.slipway.installation.ssh.SshProblem;
import dev.slipway.toolkit.planservice.NodeAccess;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Asks one host for its facts in one connection; pins the key of a host met for the first time. */
@Component
final class HostInspector {
    private static final double MILLIS = 1000.0;
    private static final int HTTP_PORT = 80;

    private final SshHosts hosts;
    private final PlanServiceClient planService;
    private final PreflightProperties properties;
    private final Clock clock;
    private final String script = script();

    HostInspector(SshHosts hosts, PlanServiceClient planService, PreflightProperties properties, Clock clock) {
        this.hosts = hosts;
        this.planService = planService;
        this.properties = properties;
        this.clock = clock;
    }

    private static String script() {
        try (InputStream source = HostInspector.class.getResourceAsStream("facts.sh")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    Inspection inspect(InstallationRequest installation, NodeTarget node, NodeAccess access) {
        try (SshHost host = hosts.connect(access)) {
            if (access.hostKey() == null) {
                planService.pinHostKey(installation.operation().clusterId(), node.name(), host.hostKey());
            }
            HostFacts facts = facts(host, installation.packageUrl());
            return facts.complete() ? Inspection.of(node, facts) : Inspection.blocked(node, incomplete(node));
        } catch (SshProblem problem) {
            return Inspection.blocked(node, obstacle(node, problem));
        }
    }

    private HostFacts facts(SshHost host, String packageUrl) {
        double before = clock.millis() / MILLIS;
        String output = host.scriptAsRoot(settings(URI.create(packageUrl)) + script, properties.hostPatience());
        return HostFacts.parse(output, before);
    }

    private static Finding incomplete(NodeTarget node) {
        return Finding.error(
                node.name(), "shell", "the fact script did not run to its end", "give the user a POSIX shell");
    }

    private static String settings(URI packageUrl) {
        int port = packageUrl.getPort() < 0 ? HTTP_PORT : packageUrl.getPort();
        return "slipway_package_host='%s' slipway_package_port='%d'\n".formatted(packageUrl.getHost(), port);
    }

    private static Finding obstacle(NodeTarget node, SshProblem problem) {
        return switch (problem.reason()) {
            case HOST_KEY_CHANGED ->
                Finding.error(
                                node.name(),
                                "host key",
                                problem.getMessage(),
                                "find out why; if the host was made anew, register it again")
                        .named(FailureType.HOST_KEY_CHANGED);
            case UNREACHABLE ->
                Finding.error(
                                node.name(),
                                "SSH",
                                problem.getMessage(),
                                "see whether the host runs and its port is open")
                        .named(FailureType.HOST_UNREACHABLE);
            case LOGIN_REFUSED ->
                Finding.error(node.name(), "login", problem.getMessage(), "correct the credential of the host")
                        .named(FailureType.CREDENTIALS_REJECTED);
            case COMMAND_FAILED ->
                Finding.error(node.name(), "shell", problem.getMessage(), "see whether the user has a POSIX shell");
        };
    }
}

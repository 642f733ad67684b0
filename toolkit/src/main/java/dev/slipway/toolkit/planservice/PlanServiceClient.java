package dev.slipway.toolkit.planservice;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.toolkit.log.LogChunk;
import dev.slipway.toolkit.token.TokenIssuer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the workers ask plan-service, and tell it, besides what goes through Temporal. */
public final class PlanServiceClient {
    static final String AUDIENCE = "plan-service";
    private static final Duration TERRAFORM_RUN = Duration.ofHours(2);

    private final URI base;
    private final TokenIssuer issuer;
    private final PlanServiceHttp http;

    /** Makes a client that signs its requests as the issuer's service. */
    public PlanServiceClient(URI base, TokenIssuer issuer) {
        this(base, issuer, Patience.STANDARD);
    }

    PlanServiceClient(URI base, TokenIssuer issuer, Patience patience) {
        this.base = base;
        this.issuer = issuer;
        this.http = new PlanServiceHttp(issuer, patience);
    }

    /** Returns how to reach the nodes of a cluster. */
    public ClusterAccess access(String clusterId) {
        return http.get(cluster(clusterId, "access"), ClusterAccess.class);
    }

    /** Pins the key a host showed at first use; refused when another one is pinned. */
    public void pinHostKey(String clusterId, String node, String hostKey) {
        http.send(
                "PUT",
                cluster(clusterId, "nodes/" + node + "/host-key"),
                Map.of("hostKey", hostKey),
                FailureType.HOST_KEY_CHANGED);
    }

    /** Stores the administrator's kubeconfig of a cluster. */
    public void storeKubeconfig(String clusterId, String kubeconfig) {
        http.send(
                "PUT", cluster(clusterId, "kubeconfig"), new Kubeconfig(kubeconfig), FailureType.RESOURCE_UNAVAILABLE);
    }

    /** Returns the password by which Terraform, as user "terraform", reaches the state of this cluster and no other. */
    public String terraformStatePassword(String clusterId) {
        return issuer.issue(AUDIENCE, issuer.name(), TERRAFORM_RUN, Map.of("state", clusterId));
    }

    /** Returns where Terraform keeps the state of a cluster; its lock is at "/lock" below. */
    public URI terraformStateAddress(String clusterId) {
        return cluster(clusterId, "terraform-state");
    }

    /** Brings lines of a log; a repeat changes nothing. */
    public void appendLog(LogChunk chunk) {
        var body = new Lines(
                chunk.step().name(),
                chunk.source(),
                chunk.attempt(),
                chunk.worker(),
                chunk.firstNumber(),
                chunk.lines());
        http.send(
                "POST",
                address("internal/operations/" + chunk.operationId() + "/log"),
                body,
                FailureType.RESOURCE_UNAVAILABLE);
    }

    private URI cluster(String clusterId, String rest) {
        return address("internal/clusters/" + clusterId + "/" + rest);
    }

    private URI address(String path) {
        return URI.create(base.toString().replaceAll("/+$", "") + "/" + path);
    }

    private record Kubeconfig(String kubeconfig) {
        @Override
        public String toString() {
            return "Kubeconfig[***]";
        }
    }

    private record Lines(
            String step,
            String source,
            int attempt,
            String worker,
            long firstNumber,
            @Nullable Object lines) {}
}

package dev.slipway.installation.kubernetes;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.temporal.Failures;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.security.cert.CertificateException;
import java.util.Set;
import java.util.stream.Stream;

/** What it means when the API of a cluster does not do what it is asked. */
final class ApiTrouble {
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private ApiTrouble() {}

    /** Tells whether asking again is of no use. */
    static boolean isPermanent(KubernetesClientException problem) {
        return !type(problem).retryable();
    }

    static RuntimeException named(KubernetesClientException problem) {
        FailureType type = type(problem);
        return Failures.of(
                type,
                "%s (%s): %s, then retry the step %s."
                        .formatted(what(type), problem.getMessage(), advice(type), Step.VERIFICATION.title()),
                null,
                problem);
    }

    private static FailureType type(KubernetesClientException problem) {
        if (REFUSED.contains(problem.getCode())) {
            return FailureType.CREDENTIALS_REJECTED;
        }
        boolean certificate = Stream.<Throwable>iterate(problem, cause -> cause != null, Throwable::getCause)
                .anyMatch(CertificateException.class::isInstance);
        return certificate ? FailureType.CERTIFICATE_REFUSED : FailureType.NOT_READY;
    }

    private static String what(FailureType type) {
        return switch (type) {
            case CREDENTIALS_REJECTED -> "The cluster refuses its own administrator";
            case CERTIFICATE_REFUSED -> "The certificate of the cluster's API was refused";
            default -> "The API of the cluster did not do what it was asked";
        };
    }

    private static String advice(FailureType type) {
        return switch (type) {
            case CREDENTIALS_REJECTED ->
                "see whether /etc/kubernetes/admin.conf on the first control plane node is this cluster's";
            case CERTIFICATE_REFUSED ->
                "see whether another machine answers at the address of the first control plane node, and whether clocks are right";
            default -> "see what the pods of the control plane say";
        };
    }
}

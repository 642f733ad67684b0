package dev.slipway.provisioning.terraform;

import dev.slipway.contracts.failure.FailureType;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Errors of Terraform and its providers that have a name of ours, by patterns of words that occur in them. */
public enum KnownError {
    REJECTED(
            FailureType.CREDENTIALS_REJECTED,
            "give the worker an account that may do this",
            "permission denied while trying to connect to the docker daemon",
            "dial unix /var/run/docker.sock: connect: permission denied",
            "incorrect user name or password",
            "cannot complete login",
            "authentication failed",
            "unauthorized"),
    FULL(
            FailureType.QUOTA_EXCEEDED,
            "free some of it or ask for less",
            "no space left on device",
            "range of cpus is from",
            "cannot allocate memory",
            "quota exceeded",
            "exceeded quota",
            "insufficient resources",
            "not enough"),
    ENGINE_AWAY(
            FailureType.REGION_UNREACHABLE,
            Advice.SILENT,
            "cannot connect to the docker daemon",
            "failed to connect to the docker api",
            "error pinging docker server",
            "error during connect"),
    TAKEN(
            FailureType.RESOURCE_UNAVAILABLE,
            "free it or ask for another",
            "address already in use",
            "is already in use by container",
            "already exists"),
    ABSENT(
            FailureType.RESOURCE_UNAVAILABLE,
            "see whether the region's settings still name what exists",
            "unable to pull image",
            "unable to find image",
            "no such image",
            "no such network",
            "network \\S+ not found",
            "could not be found",
            "not found in the network"),
    STATE_SILENT(
            FailureType.SERVICE_UNREACHABLE,
            "see whether plan-service runs",
            "failed to get state",
            "failed to upload state",
            "failed to lock",
            "failed to unlock",
            "acquiring the state lock",
            "/terraform-state"),
    /** Last, as a region that does answer may say so of a registry. */
    REGION_SILENT(
            FailureType.REGION_UNREACHABLE,
            Advice.SILENT,
            "connection refused",
            "connection reset by peer",
            "connection timed out",
            "i/o timeout",
            "tls handshake timeout",
            "no route to host",
            "network is unreachable",
            "no such host",
            "context deadline exceeded",
            "client\\.timeout exceeded",
            "unexpected eof");

    private final FailureType type;
    private final String advice;
    private final Pattern words;

    KnownError(FailureType type, String advice, String... words) {
        this.type = type;
        this.advice = advice;
        this.words = Pattern.compile(String.join("|", words), Pattern.CASE_INSENSITIVE);
    }

    /** Finds the first that occurs in what a program said. */
    public static Optional<KnownError> in(String text) {
        return Arrays.stream(values())
                .filter(known -> known.words.matcher(text).find())
                .findFirst();
    }

    /** Returns our name for it. */
    public FailureType type() {
        return type;
    }

    /** Returns what to do about it, as a part of a sentence. */
    public String advice() {
        return advice;
    }

    /** What several errors have in common. */
    private static final class Advice {
        static final String SILENT = "see whether the region runs and can be reached from the worker";
    }
}

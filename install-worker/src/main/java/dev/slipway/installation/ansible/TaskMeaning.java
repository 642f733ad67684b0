package dev.slipway.installation.ansible;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.installation.offline.PackageIndex;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the words of a failed task mean. */
final class TaskMeaning {
    /** In this order: what comes first explains what comes after it. */
    private static final Map<FailureType, Pattern> OF_FAILED = inOrder(
            entry(
                    FailureType.PACKAGE_DAMAGED,
                    "checksum.* did not match|has SHA-256 .* index says|hash sum mismatch|unexpected commit digest"
                            + "|failed to verify digest|content digest .* not found|sha256:[0-9a-f]{64}: not found"
                            + "|NO_PUBKEY|BADSIG"),
            entry(FailureType.DISK_FULL, "no space left on device|not enough free space|disk quota exceeded"),
            entry(
                    FailureType.CLOCK_WRONG,
                    "is not valid yet|not yet valid: current time \\S+ is before|the clock of this host is"),
            entry(
                    FailureType.CERTIFICATE_REFUSED,
                    "certificate signed by unknown authority|certificate has expired|certificate is not valid"
                            + "|certificate is valid for .*, not |certificate verify failed"
                            + "|none of the public keys .* are pinned"));

    private static final Map<FailureType, Pattern> OF_LOST = inOrder(
            entry(FailureType.HOST_KEY_CHANGED, "mismatching host key"),
            entry(
                    FailureType.CREDENTIALS_REJECTED,
                    "authentication (is )?(incorrect|failed)|password (was|is) incorrect|permission denied"));

    private static final Pattern NO_ANSWER = pattern("connection refused|connection reset|closed connection|broke off"
            + "|timed out|timeout|no route to host|network is unreachable|failed to fetch|urlopen error|\\bEOF\\b"
            + "|name or service not known|could not connect|unable to connect|status code was -1|50[234]"
            + "|context canceled|context deadline exceeded");

    private static final Pattern NODE_NOT_READY = pattern("node (\\S+) is not Ready");
    private static final Pattern NOT_READY = pattern("is not Ready|timed out waiting for the condition"
            + "|exceeded its progress deadline|wait-control-plane|kubelet-start: timed out");

    private final String packageUrl;

    TaskMeaning(String packageUrl) {
        this.packageUrl = packageUrl;
    }

    private static Map.Entry<FailureType, Pattern> entry(FailureType type, String words) {
        return Map.entry(type, pattern(words));
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    @SafeVarargs
    private static Map<FailureType, Pattern> inOrder(Map.Entry<FailureType, Pattern>... entries) {
        var map = new LinkedHashMap<FailureType, Pattern>();
        for (Map.Entry<FailureType, Pattern> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }

    FailedTask of(TaskEvent event) {
        FailureType type = event.status() == TaskEvent.Status.UNREACHABLE
                ? first(OF_LOST, event.message(), FailureType.HOST_UNREACHABLE)
                : first(OF_FAILED, event.message(), withoutName(event.message()));
        return new FailedTask(type, host(type, event), event);
    }

    private static FailureType first(Map<FailureType, Pattern> meanings, String message, FailureType otherwise) {
        return meanings.entrySet().stream()
                .filter(meaning -> meaning.getValue().matcher(message).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(otherwise);
    }

    private FailureType withoutName(String message) {
        if (isAboutPackage(message) && NO_ANSWER.matcher(message).find()) {
            return FailureType.PACKAGE_UNREACHABLE;
        }
        return NOT_READY.matcher(message).find() ? FailureType.NOT_READY : FailureType.PLAYBOOK_FAILED;
    }

    private boolean isAboutPackage(String message) {
        return Stream.of(packageUrl.replaceFirst("^https?://", ""), PackageIndex.REGISTRY, "of the package")
                .anyMatch(message::contains);
    }

    /** Nodes are waited for on a control plane node; the one to look at is the one that is not ready. */
    private static String host(FailureType type, TaskEvent event) {
        Matcher node = NODE_NOT_READY.matcher(event.message());
        return type == FailureType.NOT_READY && node.find() ? node.group(1) : event.host();
    }
}

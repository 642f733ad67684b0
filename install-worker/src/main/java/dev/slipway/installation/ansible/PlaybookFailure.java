package dev.slipway.installation.ansible;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.installation.offline.PackageIndex;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names the failure of a playbook: which host, which task, why, and what to do. */
final class PlaybookFailure {
    private static final int CAUSE_LENGTH = 600;
    private static final Pattern DAMAGED = Pattern.compile(
            "checksum.* did not match|has SHA-256 .* index says|hash sum mismatch|unexpected commit digest|failed to verify digest"
                    + "|content digest .* not found|sha256:[0-9a-f]{64}: not found|NO_PUBKEY|BADSIG",
            Pattern.CASE_INSENSITIVE);
    /** What is wrong with a host itself, and only a person can mend; a wrong clock explains a refused certificate. */
    private static final Map<FailureType, Pattern> HOST_TROUBLE = new EnumMap<>(Map.of(
            FailureType.DISK_FULL,
            Pattern.compile(
                    "no space left on device|not enough free space|disk quota exceeded", Pattern.CASE_INSENSITIVE),
            FailureType.CLOCK_WRONG,
            Pattern.compile("not yet valid|not valid yet", Pattern.CASE_INSENSITIVE),
            FailureType.CERTIFICATE_REFUSED,
            Pattern.compile(
                    "certificate signed by unknown authority|certificate has expired|certificate verify failed",
                    Pattern.CASE_INSENSITIVE)));

    private static final Pattern NO_ANSWER = Pattern.compile(
            "connection refused|timed out|timeout|no route to host|network is unreachable|failed to fetch"
                    + "|urlopen error|name or service not known|could not connect|status code was -1|50[234]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OTHER_KEY = Pattern.compile("mismatching host key");
    private static final Pattern LOGIN_REFUSED = Pattern.compile(
            "authentication (is )?(incorrect|failed)|password (was|is) incorrect|permission denied",
            Pattern.CASE_INSENSITIVE);

    private final String packageUrl;

    PlaybookFailure(String packageUrl) {
        this.packageUrl = packageUrl;
    }

    /** Chooses the failure to tell: a damaged package or a lost host explains whatever else failed after it. */
    Failure explain(List<TaskEvent> failures) {
        Failure chosen = failures.stream()
                .map(this::explain)
                .min(Comparator.comparingInt(failure -> weight(failure.type())))
                .orElseThrow();
        List<String> silent = unreachable(failures);
        return chosen.type() == FailureType.HOST_UNREACHABLE && silent.size() > 1 ? explain(chosen, silent) : chosen;
    }

    private static List<String> unreachable(List<TaskEvent> failures) {
        return failures.stream()
                .filter(event -> event.status() == TaskEvent.Status.UNREACHABLE)
                .map(TaskEvent::host)
                .distinct()
                .toList();
    }

    private Failure explain(Failure first, List<String> silent) {
        String sentence =
                "Hosts %s do not answer. The first of them: %s".formatted(String.join(", ", silent), first.message());
        return new Failure(first.type(), sentence, first.host());
    }

    private static int weight(FailureType type) {
        return switch (type) {
            case PACKAGE_DAMAGED -> 0;
            case PACKAGE_UNREACHABLE -> 1;
            case HOST_KEY_CHANGED -> 2;
            case CREDENTIALS_REJECTED -> 3;
            case DISK_FULL, CLOCK_WRONG, CERTIFICATE_REFUSED -> 4;
            case HOST_UNREACHABLE -> 5;
            default -> 6;
        };
    }

    private Failure explain(TaskEvent event) {
        FailureType type = type(event);
        String sentence = "Task '%s' failed on host %s: %s. %s"
                .formatted(event.task(), event.host(), cause(event.message()), advice(type));
        return new Failure(type, sentence, event.host());
    }

    private FailureType type(TaskEvent event) {
        if (event.status() == TaskEvent.Status.UNREACHABLE) {
            return lost(event.message());
        }
        if (DAMAGED.matcher(event.message()).find()) {
            return FailureType.PACKAGE_DAMAGED;
        }
        return hostTrouble(event.message()).orElseGet(() -> otherFailure(event.message()));
    }

    private static Optional<FailureType> hostTrouble(String message) {
        return HOST_TROUBLE.entrySet().stream()
                .filter(trouble -> trouble.getValue().matcher(message).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private FailureType otherFailure(String message) {
        return isAboutPackage(message) && NO_ANSWER.matcher(message).find()
                ? FailureType.PACKAGE_UNREACHABLE
                : FailureType.PLAYBOOK_FAILED;
    }

    private static FailureType lost(String message) {
        if (OTHER_KEY.matcher(message).find()) {
            return FailureType.HOST_KEY_CHANGED;
        }
        return LOGIN_REFUSED.matcher(message).find() ? FailureType.CREDENTIALS_REJECTED : FailureType.HOST_UNREACHABLE;
    }

    private boolean isAboutPackage(String message) {
        return Stream.of(packageUrl.replaceFirst("^https?://", ""), PackageIndex.REGISTRY, "of the package")
                .anyMatch(message::contains);
    }

    private static String cause(String message) {
        String text = message.isBlank() ? "no cause was given" : message.strip();
        String shortened = text.length() > CAUSE_LENGTH ? "..." + text.substring(text.length() - CAUSE_LENGTH) : text;
        return shortened.replaceFirst("[.\\s]+$", "");
    }

    private String advice(FailureType type) {
        return switch (type) {
            case HOST_KEY_CHANGED -> "Find out why it has another key than before.";
            case CREDENTIALS_REJECTED -> "See whether its credential is still right.";
            case DISK_FULL -> "Make room on the host: df -h shows where it is full.";
            case CLOCK_WRONG -> "Set the clock of the host; it differs from the other hosts'.";
            case CERTIFICATE_REFUSED ->
                "See whether the clock of the host is right, and which certificate it was shown.";
            case HOST_UNREACHABLE -> "See whether the host runs and answers on SSH.";
            case PACKAGE_UNREACHABLE -> "See whether the host reaches the package at %s.".formatted(packageUrl);
            case PACKAGE_DAMAGED -> "Check the package at %s and build it again.".formatted(packageUrl);
            default -> "The step's log shows what led to it.";
        };
    }
}

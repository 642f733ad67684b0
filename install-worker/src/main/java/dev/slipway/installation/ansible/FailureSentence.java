package dev.slipway.installation.ansible;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.installation.diagnosis.HostCondition;
import dev.slipway.installation.diagnosis.HostCondition.FileSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One sentence about a failed task: cause, host, what to do, and the step to retry then. */
final class FailureSentence {
    private static final int CAUSE_LENGTH = 400;
    private static final int SECONDS_PER_HOUR = 3600;
    private static final int HOURS_PER_DAY = 24;
    /** What Ansible and Mitogen put around the cause. */
    private static final Pattern FRAME = Pattern.compile(
            "^Task failed: (Mitogen was disconnected .* Original error was: |EOF on stream; last 100 lines received: )?",
            Pattern.DOTALL);

    private static final Pattern FULL_PATH =
            Pattern.compile("(/[^\\s:'\"]+)['\"]?: no space left", Pattern.CASE_INSENSITIVE);

    /** 1 is the host, 2 the cause as it was told or seen, 3 the package. */
    private static final Map<FailureType, String> SENTENCES = Map.of(
            FailureType.DISK_FULL, "The disk of host %1$s is full%2$s: free space there",
            FailureType.CLOCK_WRONG, "The clock of host %1$s is wrong (%2$s): set it, and let a time service keep it",
            FailureType.CERTIFICATE_REFUSED,
                    "A certificate was refused on host %1$s (%2$s): see whether it is this cluster's and still valid",
            FailureType.CREDENTIALS_REJECTED, "Host %1$s refuses the login (%2$s): correct the credential of the host",
            FailureType.HOST_KEY_CHANGED,
                    "Host %1$s shows another key than the one pinned at first use: find out why, and register it again"
                            + " if it was made anew",
            FailureType.HOST_UNREACHABLE,
                    "Host %1$s does not answer on SSH (%2$s): see whether it runs and its network is up",
            FailureType.PACKAGE_UNREACHABLE,
                    "The package at %3$s does not answer host %1$s (%2$s): see whether it runs and the way to it is open",
            FailureType.PACKAGE_DAMAGED,
                    "The package at %3$s gave host %1$s something else than its signed index says (%2$s): check the"
                            + " package, and build it again",
            FailureType.NOT_READY, "Node %1$s was not ready in time (%2$s): see what its kubelet and its pods say");

    private final Step step;
    private final String packageUrl;

    FailureSentence(Step step, String packageUrl) {
        this.step = step;
        this.packageUrl = packageUrl;
    }

    String of(FailedTask task, HostCondition condition) {
        String known = SENTENCES.get(task.type());
        return toRetry(known == null ? ofTask(task) : known.formatted(task.host(), cause(task, condition), packageUrl));
    }

    private static String ofTask(FailedTask task) {
        return "Task '%s' failed on host %s (%s): see what led to it in the step's log, and mend it"
                .formatted(task.event().task(), task.host(), told(task));
    }

    String ofSilent(List<String> hosts, FailedTask first) {
        return toRetry(
                "Hosts %s do not answer on SSH (the first of them: %s): see whether they run and their network is up"
                        .formatted(String.join(", ", hosts), told(first)));
    }

    private String toRetry(String sentence) {
        return "%s, then retry the step %s.".formatted(sentence, step.title());
    }

    private static String cause(FailedTask task, HostCondition condition) {
        return switch (task.type()) {
            case DISK_FULL -> place(task, condition);
            case CLOCK_WRONG -> skew(condition).orElseGet(() -> told(task));
            case NOT_READY -> told(task) + kubelet(condition);
            default -> told(task);
        };
    }

    private static String told(FailedTask task) {
        String message = FRAME.matcher(task.event().message()).replaceFirst("");
        return shortened(message.isBlank() ? "no cause was given" : message.strip());
    }

    private static String kubelet(HostCondition condition) {
        return condition
                .kubelet()
                .map(error -> "; its kubelet: " + shortened(error))
                .orElse("");
    }

    private static String shortened(String text) {
        String shortened = text.length() > CAUSE_LENGTH ? "..." + text.substring(text.length() - CAUSE_LENGTH) : text;
        return shortened.replaceFirst("[.\\s]+$", "");
    }

    private static String place(FailedTask task, HostCondition condition) {
        Matcher path = FULL_PATH.matcher(task.event().message());
        Optional<FileSystem> named = path.find() ? condition.holding(path.group(1)) : Optional.empty();
        return named.or(condition::fullest)
                .map(system -> " (" + system.words() + ")")
                .orElse("");
    }

    private static Optional<String> skew(HostCondition condition) {
        long seconds = Math.round(Math.abs(condition.skewSeconds()));
        return seconds < 2
                ? Optional.empty()
                : Optional.of("%s %s the worker's"
                        .formatted(duration(seconds), condition.skewSeconds() < 0 ? "behind" : "ahead of"));
    }

    private static String duration(long seconds) {
        long hours = seconds / SECONDS_PER_HOUR;
        if (hours >= 2 * HOURS_PER_DAY) {
            return hours / HOURS_PER_DAY + " days";
        }
        return hours >= 2 ? hours + " hours" : seconds + " s";
    }
}

package dev.slipway.installation.ansible;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.installation.diagnosis.HostCondition;
import dev.slipway.installation.diagnosis.HostCondition.FileSystem;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Names the failure of a playbook: which host, which step, why, and what to do. */
final class PlaybookFailure {
    /** As far as preflight lets clocks be apart. */
    private static final double TOLERATED_SKEW_SECONDS = 30;

    private final TaskMeaning meaning;
    private final FailureSentence sentence;

    PlaybookFailure(Step step, String packageUrl) {
        this.meaning = new TaskMeaning(packageUrl);
        this.sentence = new FailureSentence(step, packageUrl);
    }

    /**
     * Chooses the failure to tell: a damaged package or a lost host explains whatever else failed after it.
     *
     * @param look asks a host by name for its condition
     */
    Failure explain(List<TaskEvent> failures, Function<String, HostCondition> look) {
        FailedTask first = failures.stream()
                .map(meaning::of)
                .min(Comparator.comparingInt(task -> weight(task.type())))
                .orElseThrow();
        List<String> silent = unreachable(failures);
        if (first.type() == FailureType.HOST_UNREACHABLE && silent.size() > 1) {
            return new Failure(first.type(), sentence.ofSilent(silent, first), first.host());
        }
        HostCondition condition = first.isWorthALook() ? look.apply(first.host()) : HostCondition.UNKNOWN;
        FailedTask task = corrected(first, condition);
        return new Failure(task.type(), sentence.of(task, condition), task.host());
    }

    private static List<String> unreachable(List<TaskEvent> failures) {
        return failures.stream()
                .filter(event -> event.status() == TaskEvent.Status.UNREACHABLE)
                .map(TaskEvent::host)
                .distinct()
                .toList();
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

    /** A wrong clock refuses good certificates, and a full disk breaks whatever is done next. */
    private static FailedTask corrected(FailedTask task, HostCondition condition) {
        boolean full = condition.fullest().filter(FileSystem::isFull).isPresent();
        return switch (task.type()) {
            case CERTIFICATE_REFUSED ->
                Math.abs(condition.skewSeconds()) > TOLERATED_SKEW_SECONDS ? task.as(FailureType.CLOCK_WRONG) : task;
            case NOT_READY, PLAYBOOK_FAILED -> full ? task.as(FailureType.DISK_FULL) : task;
            default -> task;
        };
    }
}

package dev.slipway.provisioning.terraform;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.process.ExitException;
import dev.slipway.toolkit.temporal.Failures;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a failed run of Terraform means. */
final class TerraformFailure {
    private static final int LONGEST = 400;
    private static final int LAST_LINES = 3;
    private static final String LOCKED = "already locked";

    /** Resources are named by the host they belong to. */
    private static final Pattern HOST = Pattern.compile("\\[\"([^\"]+)\"]$");

    private final Step step;

    TerraformFailure(Step step) {
        this.step = step;
    }

    RuntimeException of(ExitException exit, List<Diagnostic> errors) {
        var text = errors.stream()
                .map(error -> error.summary() + "\n" + error.detail())
                .collect(Collectors.joining("\n"));
        if (text.toLowerCase(Locale.ROOT).contains(LOCKED)) {
            return new StateLockedException();
        }
        return errors.isEmpty() ? withoutWords(exit) : named(exit, errors.getFirst(), text);
    }

    private RuntimeException named(ExitException exit, Diagnostic first, String text) {
        var known = KnownError.in(text);
        var advice = known.map(KnownError::advice).orElse("see the rest in the step's log");
        return Failures.of(
                known.map(KnownError::type).orElse(FailureType.TERRAFORM_FAILED),
                "%s; %s, then retry the step %s.".formatted(shortened(first), advice, step.title()),
                host(first),
                exit);
    }

    private static @Nullable String host(Diagnostic error) {
        var host = HOST.matcher(error.address() == null ? "" : error.address());
        return host.find() ? host.group(1) : null;
    }

    private RuntimeException withoutWords(ExitException exit) {
        var lines = exit.lastLines();
        var last = String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        return Failures.of(
                FailureType.TOOL_FAILED,
                "Terraform ended with exit code %d (%s): see the step's log, then retry the step %s."
                        .formatted(exit.exitCode(), last.isBlank() ? "it said nothing" : last, step.title()),
                null,
                exit);
    }

    private static String shortened(Diagnostic error) {
        var detail = error.detail()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst();
        var said = "Terraform: " + error.summary()
                + detail.map(line -> ": " + line).orElse("");
        var place = error.address() == null ? "" : " (" + error.address() + ")";
        return (said.length() > LONGEST ? said.substring(0, LONGEST) + "..." : said) + place;
    }
}

package dev.slipway.provisioning.terraform;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.toolkit.process.ExitException;
import dev.slipway.toolkit.temporal.Failures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a failed run of Terraform means. */
final class TerraformFailure {
    private static final int LONGEST = 400;
    private static final int LAST_LINES = 3;
    private static final String LOCKED = "error acquiring the state lock";

    private TerraformFailure() {}

    static RuntimeException of(ExitException exit, List<Diagnostic> errors) {
        var text = errors.stream()
                .map(error -> error.summary() + "\n" + error.detail())
                .collect(Collectors.joining("\n"));
        if (text.toLowerCase(Locale.ROOT).contains(LOCKED)) {
            return new StateLockedException();
        }
        return errors.isEmpty() ? withoutWords(exit) : named(exit, errors.getFirst(), text);
    }

    private static RuntimeException named(ExitException exit, Diagnostic first, String text) {
        var said = shortened(first);
        return KnownError.in(text)
                .map(known -> Failures.of(known.type(), said + "; " + known.advice() + ".", null, exit))
                .orElseGet(() ->
                        Failures.of(FailureType.TERRAFORM_FAILED, said + "; the step's log has the rest.", null, exit));
    }

    private static RuntimeException withoutWords(ExitException exit) {
        var lines = exit.lastLines();
        var last = String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        return Failures.of(
                FailureType.TOOL_FAILED,
                "Terraform ended with exit code %d: %s"
                        .formatted(exit.exitCode(), last.isBlank() ? "it said nothing" : last),
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

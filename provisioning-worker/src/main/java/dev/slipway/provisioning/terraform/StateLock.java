package dev.slipway.provisioning.terraform;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A lock that somebody holds on a state, as Terraform tells when it cannot have it.
 *
 * @param id id of the lock
 * @param who user and machine of the holder
 * @param created when it was taken
 */
public record StateLock(String id, String who, Instant created) {
    private static final Pattern TOLD =
            Pattern.compile("ID:\\s+(\\S+).*Who:\\s+(\\S+).*Created:\\s+(\\S+ \\S+ \\S+)", Pattern.DOTALL);
    private static final DateTimeFormatter GO_TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern(" xx")
            .toFormatter(Locale.ROOT);

    static Optional<StateLock> read(String text) {
        var told = TOLD.matcher(text);
        if (!told.find()) {
            return Optional.empty();
        }
        try {
            var created = ZonedDateTime.parse(told.group(3), GO_TIME).toInstant();
            return Optional.of(new StateLock(told.group(1), told.group(2), created));
        } catch (DateTimeParseException unknownForm) {
            return Optional.empty();
        }
    }
}

package dev.slipway.plan.operation.stream;

import dev.slipway.toolkit.web.ProblemException;
import dev.slipway.toolkit.web.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** How far a reader has come: the last revision of the operation and the last line it has seen. */
record StreamOffset(long revision, long line) {
    static final StreamOffset START = new StreamOffset(0, 0);

    String encode() {
        return revision + "." + line;
    }

    static StreamOffset decode(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        if (!text.matches("[0-9]{1,18}\\.[0-9]{1,18}")) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    "Invalid request",
                    "The offset is not one that the stream gave.",
                    List.of(new Violation("offset", "must be the id of an event of this stream")));
        }
        var dot = text.indexOf('.');
        return new StreamOffset(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }
}

package dev.slipway.plan.endpoint;

import org.jspecify.annotations.Nullable;

/** The version a request was made for, from its If-Match header; without one any version will do. */
public record ExpectedVersion(@Nullable String ifMatch) {
    /** Fails when the present version is another one. */
    public void check(long present) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(tag(present))) {
            throw new StaleVersion(ifMatch, tag(present));
        }
    }

    /** Returns the ETag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }
}

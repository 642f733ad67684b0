package dev.slipway.plan.resource;

import dev.slipway.toolkit.web.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many items at most; 50 when absent, never more than 200
 * @param cursor the "next" of the page before
 * @param name a part of the names wanted
 */
public record ListQuery(
        @Nullable Integer limit,
        @Nullable String cursor,
        @Nullable String name) {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** Returns the number of items of a full page. */
    public int size() {
        return limit == null ? USUAL : Math.clamp(limit, 1, MOST);
    }

    /** Returns the place after which the page begins, or null for the first page. */
    public @Nullable Cursor after() {
        return cursor == null ? null : Cursor.decode(cursor);
    }
}

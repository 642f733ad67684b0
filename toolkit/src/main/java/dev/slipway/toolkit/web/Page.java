package dev.slipway.toolkit.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next cursor of the next part, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** Makes a page of rows of which one more than the limit was asked for: that one only tells that there is more. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()).encode());
    }

    /** Returns the page with every item changed. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }
}

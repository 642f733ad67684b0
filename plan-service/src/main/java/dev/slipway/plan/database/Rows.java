package dev.slipway.plan.database;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/** Reads rows and binds what may be null. */
public final class Rows {
    private Rows() {}

    /** Reads a column that is never null. */
    public static <T> T required(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type), column);
    }

    /** Returns what to bind for a value of this type that may be null. */
    public static Object nullable(@Nullable Object value, Class<?> type) {
        return value == null ? Parameters.in(type) : value;
    }
}

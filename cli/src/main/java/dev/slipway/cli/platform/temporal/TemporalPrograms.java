package dev.slipway.cli.platform.temporal;

import dev.slipway.cli.platform.programs.PlatformPrograms;
import java.nio.file.Path;

/**
 * The programs of Temporal.
 *
 * @param server the server
 * @param sqlTool what makes and updates its schema
 */
public record TemporalPrograms(Path server, Path sqlTool) {
    /** The programs, built unless they were before. */
    public static TemporalPrograms from(PlatformPrograms programs) {
        return new TemporalPrograms(programs.build("temporal-server"), programs.build("temporal-sql-tool"));
    }
}

package dev.slipway.cli.external;

import java.io.IOException;
import java.io.OutputStream;

/** What a program is to read. */
@FunctionalInterface
public interface ProgramInput {
    /** Writes it to the program. */
    void writeTo(OutputStream program) throws IOException;
}

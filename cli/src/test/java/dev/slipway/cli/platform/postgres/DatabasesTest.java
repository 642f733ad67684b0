package dev.slipway.cli.platform.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.failure.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Without a server; PostgresIT has one. */
class DatabasesTest {
    /** Nothing listens there. */
    private final Databases databases = new Databases(new PostgresServer(Path.of("/p"), Path.of("/d"), 1), "word");

    @Test
    void databasesThatCannotBeMadeAreAFailureWithTheCause() {
        assertThatThrownBy(() -> databases.ensure("slipway", "word", "slipway"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("The databases cannot be made: ")
                .hasMessageContaining("refused");
    }

    @Test
    void aDatabaseThatCannotBeReadIsNotTakenForAnEmptyOne() {
        assertThatThrownBy(() -> databases.hasTable("temporal", "schema_version"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("The database cannot be read: ");
    }
}

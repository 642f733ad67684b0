package dev.slipway.cli.platform.temporal;

import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.platform.postgres.Databases;
import dev.slipway.cli.platform.supervisor.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The Temporal server on the embedded PostgreSQL.
 *
 * @param programs its programs
 * @param folder the folder of its settings
 * @param settings what it listens on and where it keeps things
 */
public record TemporalServer(TemporalPrograms programs, Path folder, TemporalSettings settings) {
    /** The main database. */
    public static final String DATABASE = "temporal";

    /** The database of what is searched for. */
    public static final String VISIBILITY = "temporal_visibility";

    /** Makes or updates the tables of both databases. */
    public void prepareSchema(Databases databases) {
        update(databases, DATABASE, "temporal");
        update(databases, VISIBILITY, "visibility");
    }

    /** Writes the settings, and tells how the server is run under supervision. */
    public Program program() {
        PrivateFiles.write(folder.resolve("slipway.yaml"), settings.text());
        return new Program(
                "temporal",
                List.of(
                        programs.server().toString(),
                        "--root",
                        folder.toString(),
                        "--config",
                        ".",
                        "--env",
                        "slipway",
                        "--allow-no-auth",
                        "start"),
                2,
                "TERM",
                Integer.toHexString(settings.text().hashCode()));
    }

    private void update(Databases databases, String database, String schema) {
        Path marker = folder.resolve(database + ".schema");
        String version = programs.sqlTool().toString();
        if (Files.exists(marker) && PrivateFiles.read(marker).equals(version)) {
            return;
        }
        if (!databases.hasTable(database, "schema_version")) {
            tool(database).and(List.of("setup-schema", "-v", "0.0")).run();
        }
        tool(database)
                .and(List.of("update-schema", "--schema-name", "postgresql/v12/" + schema))
                .run();
        PrivateFiles.write(marker, version);
    }

    private ExternalProgram tool(String database) {
        return ExternalProgram.of(programs.sqlTool().toString(), "--plugin", "postgres12")
                .and(List.of("--ep", "127.0.0.1", "-p", Integer.toString(settings.postgresPort())))
                .and(List.of("-u", "temporal", "--db", database))
                .with("SQL_PASSWORD", settings.password());
    }
}

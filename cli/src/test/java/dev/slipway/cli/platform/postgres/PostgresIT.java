package dev.slipway.cli.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.cli.external.Script;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.instance.Ports;
import dev.slipway.cli.platform.supervisor.Program;
import dev.slipway.cli.platform.supervisor.ProgramState;
import dev.slipway.cli.platform.supervisor.Supervisor;
import dev.slipway.cli.platform.temporal.TemporalPrograms;
import dev.slipway.cli.platform.temporal.TemporalServer;
import dev.slipway.cli.platform.temporal.TemporalSettings;
import dev.slipway.toolkit.port.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real supervisord keeps the real PostgreSQL running, through kills and restarts. */
class PostgresIT {
    @TempDir
    private static Path folder;

    private static Supervisor supervisor;
    private static PostgresServer server;
    private static Databases databases;

    @BeforeAll
    static void initialize() {
        Home home = Home.of(Map.of("HOME", folder.toString()));
        PrivateFiles.folder(home.data());
        supervisor = new Supervisor(home);
        server = new PostgresServer(
                PostgresPrograms.in(home.cache()), home.data().resolve("postgres"), FreePort.find());
        server.initialize("admin-word");
        databases = new Databases(server, "admin-word");
    }

    @BeforeEach
    void start() {
        up();
    }

    @AfterAll
    static void stop() {
        supervisor.stop();
    }

    @Test
    void databasesAreMadeOnceAndSurviveRestarts() {
        databases.ensure("slipway", "first", "slipway");
        databases.ensure("slipway", "second's", "slipway");
        assertThat(databases.hasTable("slipway", "pg_roles")).isTrue();
        supervisor.stop();
        assertThat(supervisor.running()).isFalse();
        up();
        assertThat(databases.hasTable("slipway", "nothing")).isFalse();
    }

    @Test
    void aKilledServerIsStartedAgain() {
        long before = process();
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> process() != before);
        assertThatCode(databases::awaitServer).doesNotThrowAnyException();
    }

    @Test
    void aLockThatAKilledMachineLeftIsRemoved() {
        supervisor.stop();
        Path lock = server.data().resolve("postmaster.pid");
        PrivateFiles.write(lock, "1\n" + server.data() + "\n");
        server.removeStaleLock();
        assertThat(lock).doesNotExist();
        up();
        server.removeStaleLock();
        assertThat(lock).exists();
    }

    @Test
    void anotherServersPasswordIsToldApart() {
        assertThatThrownBy(() -> new Databases(server, "wrong").awaitServer())
                .hasMessageContaining("does not know our password");
    }

    @Test
    void aProgramWhoseSettingsChangedGoesOnUntilItIsRenewed() {
        supervisor.load(List.of(new Program("postgres", server.program().command(), 1, "INT", "new")));
        assertThat(supervisor.states()).allMatch(ProgramState::running);
        assertThat(supervisor.renew("postgres")).isTrue();
        assertThat(supervisor.renew("postgres")).isFalse();
        assertThat(supervisor.states()).noneMatch(ProgramState::running);
        supervisor.startAll();
        awaitRunning();
    }

    @Test
    void tablesOfTemporalAreMadeOnceWithTheirOwnRole() throws IOException {
        databases.ensure("temporal", "word", TemporalServer.DATABASE, TemporalServer.VISIBILITY);
        Path calls = folder.resolve("calls");
        Path tool = Script.at(folder.resolve("sql-tool"), "echo \"$SQL_PASSWORD $*\" >>%s\n".formatted(calls));
        TemporalServer temporal = new TemporalServer(
                new TemporalPrograms(folder.resolve("temporal-server"), tool),
                PrivateFiles.folder(folder.resolve("temporal")),
                new TemporalSettings(new Ports(7000), "word"));

        temporal.prepareSchema(databases);
        temporal.prepareSchema(databases);

        String call = "word --plugin postgres12 --ep 127.0.0.1 -p 7032 -u temporal --db ";
        String update = "update-schema --schema-name postgresql/v12/";
        assertThat(calls)
                .hasContent(String.join(
                        "\n",
                        call + "temporal setup-schema -v 0.0",
                        call + "temporal " + update + "temporal",
                        call + "temporal_visibility setup-schema -v 0.0",
                        call + "temporal_visibility " + update + "visibility"));
    }

    private static void up() {
        supervisor.load(List.of(server.program()));
        supervisor.start("postgres");
        supervisor.start("postgres");
        databases.awaitServer();
        awaitRunning();
    }

    /** The server answers a moment before supervisord is sure that it stays. */
    private static void awaitRunning() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(supervisor.states()).allMatch(ProgramState::running));
    }

    private static long process() {
        return supervisor.states().getFirst().process();
    }
}

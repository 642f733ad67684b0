package dev.slipway.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a cluster that is gone may have left, in every place where the product keeps something of one. */
public final class Traces {
    private static final Duration SOON = Duration.ofMinutes(1);

    /** The tables that know clusters, with the column that names them; the record of operations is kept. */
    private static final Map<String, String> TABLES = Map.of(
            "clusters", "id",
            "cluster_nodes", "cluster_id",
            "host", "cluster_id",
            "address_reservation", "cluster_id",
            "terraform_lock", "cluster_id",
            "sealed_secret", "owner_id");

    private Traces() {}

    /** Fails when anything of a deleted cluster is there; nothing else may be going on. */
    public static void assertNone(String cluster) {
        assertThat(Containers.ofCluster(cluster)).as("hosts").isEmpty();
        assertThat(Containers.volumesOfCluster(cluster)).as("volumes").isEmpty();
        assertThat(rows(cluster)).as("rows").isEmpty();
        assertThat(files(cluster)).as("files").isEmpty();
        assertThat(openOperations(cluster)).as("open operations").isEmpty();
        awaitNobodyAtWork(cluster);
    }

    /** Fails when programs, workflows or secrets of runs are there for longer than they need to end. */
    public static void awaitNobodyAtWork(String cluster) {
        await("those who work on " + cluster).atMost(SOON).untilAsserted(() -> {
            assertThat(Victim.programsOf(cluster)).as("programs").isEmpty();
            assertThat(Temporal.openWorkflows(cluster)).as("open workflows").isEmpty();
            assertThat(secretsOfRuns()).as("secrets of runs").isEmpty();
        });
    }

    private static List<String> rows(String cluster) {
        var found = new ArrayList<String>();
        TABLES.forEach((table, column) -> Database.texts(
                        "select row_to_json(t)::text from %s t where %s = cast(? as uuid)".formatted(table, column),
                        cluster)
                .forEach(row -> found.add(table + " " + row)));
        return found;
    }

    private static List<String> openOperations(String cluster) {
        return Database.texts(
                "select kind || ' ' || state from operations where cluster_id = cast(? as uuid) and ended_at is null",
                cluster);
    }

    private static List<Path> files(String cluster) {
        var terraform = Platform.setting("provisioning-worker", "slipway.provisioning.runs");
        var claims = Platform.setting("provisioning-worker", "slipway.provisioning.directory");
        return Stream.of(Path.of(terraform, cluster), Path.of(claims, "claims", cluster))
                .filter(Files::exists)
                .toList();
    }

    /** A run that failed is kept for those who look for the reason, but never its secrets. */
    private static List<Path> secretsOfRuns() {
        var runs = Path.of(Platform.setting("install-worker", "slipway.ansible.runs"));
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (var folders = Files.list(runs)) {
            return folders.map(folder -> folder.resolve("secrets"))
                    .filter(Files::exists)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

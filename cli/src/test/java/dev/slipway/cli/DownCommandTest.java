package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.api.FakeApi;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.KeptInstance;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownCommandTest {
    @TempDir
    private Path home;

    private FakeApi fake;

    @BeforeEach
    void start() {
        fake = new FakeApi(home);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void nothingIsPurgedWithoutAYes() {
        assertThat(run("down", "--purge")).isEqualTo(1);
        assertThat(fake.told()).contains("Type yes to go on", "Nothing was removed");
        assertThat(fake.surroundings().instance().home().credentials()).exists();
    }

    @Test
    void aPurgeNamesBeforehandWhatGoesAndWhatStays() {
        started();
        String manual = FakeApi.CLUSTER
                .replace("\"demo\"", "\"own\"")
                .replace(
                        "\"spec\":{",
                        "\"spec\":{\"deployMode\":\"MANUAL\",\"hosts\":[{\"host\":\"rack-1\"},{\"host\":\"rack-2\"}],");
        fake.answers("/clusters", "{\"items\":[" + FakeApi.CLUSTER + "," + manual + "],\"next\":null}");
        fake.answers(
                "/regions",
                "{\"items\":[{\"containerHosts\":{\"network\":\"slipway\"}},"
                        + "{\"containerHosts\":{\"network\":\"corp\"}}],\"next\":null}");

        assertThat(run("down", "--purge")).isEqualTo(1);

        assertThat(fake.told())
                .contains(
                        "removes the hosts of cluster demo\n",
                        "leaves the registered hosts rack-1, rack-2: they keep cluster own",
                        "slipway cluster delete own --wait",
                        "leaves the network corp of a region",
                        "Nothing was removed")
                .doesNotContain("cluster own\n", "network slipway");
        assertThat(run("down", "--purge", "--yes", "--without-docker")).isZero();
        assertThat(fake.output()).contains("leaves the hosts of cluster demo", "leaves the registered hosts rack-1");
    }

    @Test
    void aPurgeSaysWhatItCouldNotLookAt() {
        started();
        fake.server().resetAll();

        assertThat(run("down", "--purge", "--yes", "--without-docker")).isZero();

        assertThat(fake.output())
                .contains("could not look at registered hosts, nor at hosts on other networks than slipway");
    }

    private void started() {
        PrivateFiles.write(
                fake.surroundings().instance().home().kept(),
                KeptInstance.of(fake.surroundings().instance()).text());
    }

    @Test
    void aMachineWithoutDockerCanBePurged() {
        assertThat(run("down", "--purge", "--yes", "--without-docker")).isZero();
        assertThat(fake.output()).contains("removed folder " + home.resolve(".local/share/slipway"));
        assertThat(fake.surroundings().instance().home().credentials()).doesNotExist();
    }

    @Test
    void stoppingWhatIsDownIsDone() {
        assertThat(run("down")).isZero();
    }

    private int run(String... arguments) {
        return TypedCommand.run(fake.surroundings(), arguments);
    }
}

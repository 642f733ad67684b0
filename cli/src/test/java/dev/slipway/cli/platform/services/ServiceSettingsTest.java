package dev.slipway.cli.platform.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.keys.Credentials;
import dev.slipway.cli.keys.Passwords;
import dev.slipway.cli.keys.ServiceKeys;
import dev.slipway.cli.platform.supervisor.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ServiceSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void everyServiceKnowsItsPortAndItsKey() {
        for (Service service : Service.values()) {
            JsonNode settings = settings(service);
            assertThat(settings.path("server.port").asInt())
                    .isEqualTo(service.port(instance().ports()));
            assertThat(settings.path("server.address").asString()).isEqualTo("127.0.0.1");
            assertThat(settings.path("slipway.token.key").asString()).endsWith(service.id() + ".jwk.json");
        }
    }

    @Test
    void onlyTheGatewayKnowsTheAdministratorAndOnlyByDigest() {
        assertThat(settings(Service.GATEWAY).toString())
                .contains("token-sha256")
                .doesNotContain("slw_secret");
        assertThat(settings(Service.PLAN_SERVICE).toString()).doesNotContain("token-sha256");
    }

    @Test
    void workersHaveNoPasswordOfTheDatabase() {
        assertThat(settings(Service.INSTALL_WORKER).toString()).doesNotContain("db-word");
        assertThat(settings(Service.PROVISIONING_WORKER).toString()).doesNotContain("db-word");
        assertThat(settings(Service.PLAN_SERVICE)
                        .path("slipway.database.password")
                        .asString())
                .isEqualTo("db-word");
    }

    @Test
    void theInstallWorkerRunsPlaybooksThatNobodyChanges() {
        assertThat(settings(Service.INSTALL_WORKER)
                        .path("slipway.ansible.project")
                        .asString())
                .isEqualTo(folder.resolve("data/services/ansible-1").toString());
    }

    @Test
    void secretsAreInFilesAndNeverInArguments() throws IOException {
        jar(Service.GATEWAY, "");
        Program program = new ServicePrograms(files(), serviceSettings()).program(Service.GATEWAY);
        assertThat(program.command()).noneMatch(argument -> argument.contains("db-word"));
        assertThat(program.command()).last().asString().endsWith("/config/gateway.yaml");
        assertThat(program.settingsDigest()).isNotEmpty();
    }

    @Test
    void aJarThatIsNotBuiltIsNamed() {
        assertThatThrownBy(() -> files().jar(Service.GATEWAY))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The jar of gateway is not built");
    }

    @Test
    void aRebuiltJarIsTakenApartAgainAndTheOldOneGoes() throws IOException {
        jar(Service.GATEWAY, "first");
        Path first = files().jar(Service.GATEWAY);
        assertThat(files().jar(Service.GATEWAY)).isEqualTo(first);
        jar(Service.GATEWAY, "other");
        Path second = files().jar(Service.GATEWAY);
        assertThat(second).exists().isNotEqualTo(first);
        files().deleteOthers(Service.GATEWAY, second);
        assertThat(first).doesNotExist();
        assertThat(second).exists();
    }

    /** A jar that answers to the call that takes it apart like one of Spring Boot. */
    private Path jar(Service service, String content) throws IOException {
        Path jar = folder.resolve(service.id() + "/target/" + service.id() + ".jar");
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Main-Class", FakeBootJar.class.getName());
        try (JarOutputStream stream = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            String entry = FakeBootJar.class.getName().replace('.', '/') + ".class";
            stream.putNextEntry(new ZipEntry(entry));
            try (var code = FakeBootJar.class.getClassLoader().getResourceAsStream(entry)) {
                code.transferTo(stream);
            }
            stream.closeEntry();
            stream.putNextEntry(new ZipEntry("content"));
            stream.write(content.getBytes(StandardCharsets.UTF_8));
            stream.closeEntry();
        }
        return jar;
    }

    private ServiceFiles files() {
        return new ServiceFiles(folder, folder.resolve("cache"));
    }

    private JsonNode settings(Service service) {
        return new YAMLMapper().readTree(serviceSettings().text(service));
    }

    private ServiceSettings serviceSettings() {
        return new ServiceSettings(
                instance(),
                new Passwords("root-word", "db-word", "temporal-word"),
                new ServiceKeys(folder.resolve("keys")),
                new Credentials("http://x", "slw_secret"),
                folder.resolve("data/services/ansible-1"));
    }

    private Instance instance() {
        return Instance.of(Map.of("HOME", folder.toString(), "SLIPWAY_HOME", folder.toString()));
    }
}

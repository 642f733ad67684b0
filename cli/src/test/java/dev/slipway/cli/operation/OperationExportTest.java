package dev.slipway.cli.operation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.slipway.cli.api.FakeApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationExportTest {
    private static final String RECORD = "{\"format\":1,\"log\":[{\"text\":\"grün\"}]}";

    @TempDir
    private Path home;

    private FakeApi fake;
    private Path file;

    @BeforeEach
    void start() {
        fake = new FakeApi(home);
        file = home.resolve("record.json");
        fake.answers("/operations/o1", """
                {"id": "0123456789", "clusterName": "../demo", "kind": "CREATE", "state": "STOPPED"}
                """);
        fake.answers("/operations/o1/record", RECORD);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void theWholeRecordIsWrittenAndItsSizeTold() {
        assertThat(export("o1", "--file", file.toString())).isZero();

        assertThat(file).hasContent(RECORD);
        assertThat(fake.output())
                .isEqualTo("%s, %d bytes%n".formatted(file, RECORD.getBytes(StandardCharsets.UTF_8).length));
        assertThat(home.toFile().list()).noneMatch(name -> name.contains("partial"));
    }

    @Test
    void aFileThatIsThereStaysUnlessForced() throws IOException {
        Files.writeString(file, "mine");

        assertThat(export("o1", "--file", file.toString())).isNotZero();
        assertThat(file).hasContent("mine");

        assertThat(export("o1", "--file", file.toString(), "--force")).isZero();
        assertThat(file).hasContent(RECORD);
    }

    @Test
    void itIsPrintedWhenTheFileIsADash() {
        assertThat(export("o1", "--file", "-")).isZero();

        assertThat(fake.output()).isEqualTo(RECORD);
    }

    @Test
    void withoutANameItIsNamedAfterTheOperationInThisFolder() throws IOException {
        Path here = Path.of("operation-___demo-create-01234567.json");
        try {
            assertThat(export("o1")).isZero();
            assertThat(here).hasContent(RECORD);
        } finally {
            Files.deleteIfExists(here);
        }
    }

    @Test
    void aRecordThatBreaksOffLeavesNoFile() {
        records("o1", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

        assertThat(export("o1", "--file", file.toString())).isNotZero();

        assertThat(file).doesNotExist();
        assertThat(home.toFile().list()).noneMatch(name -> name.contains("partial"));
    }

    @Test
    void whatIsNotThereIsRefusedAndNothingIsWritten() {
        records("o2", aResponse().withStatus(404).withBody("{\"title\": \"Operation not found\"}"));

        assertThat(export("o2", "--file", file.toString())).isNotZero();

        assertThat(file).doesNotExist();
    }

    private void records(String id, ResponseDefinitionBuilder answer) {
        fake.server()
                .stubFor(get(urlEqualTo("/api/v1/operations/" + id + "/record")).willReturn(answer));
    }

    private int export(String... arguments) {
        return OperationCommands.commandLine(fake.surroundings())
                .execute(
                        Stream.concat(Stream.of("export"), Stream.of(arguments)).toArray(String[]::new));
    }
}

package dev.slipway.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.external.Script;
import dev.slipway.cli.platform.programs.BuiltPlatform;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerraformTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1.11.0", "1.13.3", "1.100.0-alpha1"})
    void theMachinesOwnIsTakenWhenItIsNewEnough(String version) throws IOException {
        ensure(machinesOwn("echo '{\"terraform_version\": \"%s\"}'".formatted(version)));

        assertThat(folder.resolve("bin")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo '{\"terraform_version\": \"1.10.5\"}'",
                "echo '{\"terraform_version\": \"0.12.31\"}'",
                "echo '{\"terraform_version\": \"2.11.0\"}'",
                "echo Terraform",
                "exit 1"
            })
    void anotherIsBuiltInThePlaceOfOneThatIsNot(String script) throws IOException {
        ensure(machinesOwn(script));

        assertThat(folder.resolve("bin/terraform")).hasContent("terraform");
    }

    @Test
    void oneIsBuiltForAMachineWithoutIt() throws IOException {
        ensure(folder.resolve("missing").toString());

        assertThat(folder.resolve("bin/terraform")).hasContent("terraform");
    }

    private void ensure(String machinesOwn) throws IOException {
        new Terraform(machinesOwn, BuiltPlatform.in(folder, "terraform"), folder.resolve("bin")).ensure();
    }

    private String machinesOwn(String script) throws IOException {
        return Script.at(folder.resolve("terraform"), script).toString();
    }
}

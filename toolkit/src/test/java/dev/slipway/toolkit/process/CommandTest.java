package dev.slipway.toolkit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void showsItsLineWithoutSecretsAndEnvironment() {
        var command = Command.of("terraform", "apply", "-var", "x=tops3cret")
                .with("TOKEN", "hidden")
                .hiding("tops3cret");

        assertThat(command).hasToString("terraform apply -var x=***");
    }

    @Test
    void refusesASecretAsArgument() {
        var command = Command.of("mysql", "tops3cret");

        assertThatThrownBy(() -> command.hiding("tops3cret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("tops3cret");
    }

    @Test
    void isChangedOnlyInItsCopies() {
        var first = Command.of("ls");

        var second = first.in(Path.of("/tmp")).with("A", "1").with("B", "2");

        assertThat(first.environment()).isEmpty();
        assertThat(second.environment()).containsEntry("A", "1").containsEntry("B", "2");
        assertThat(second.directory()).isEqualTo(Path.of("/tmp"));
    }
}

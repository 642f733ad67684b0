package dev.slipway.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.waiting.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {
    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private Home home;

    @BeforeEach
    void install() {
        home = Home.of(Map.of("HOME", folder.toString()));
    }

    @Test
    void theSecondCommandSaysWhatItWaitsFor() {
        try (InstanceLock first = InstanceLock.of(home, "up", told::add)) {
            assertThat(first.stillHeld()).isTrue();
            assertThat(told).isEmpty();

            assertThatThrownBy(() -> InstanceLock.of(home, "down", told::add, Waiting.upTo(Duration.ZERO)))
                    .hasMessage("Another command does not end: " + upOfThisProcess());
        }
        assertThat(told).containsExactly("waiting until " + upOfThisProcess() + " has ended");
    }

    @Test
    void theSecondCommandGoesOnWhenTheFirstHasEnded() {
        InstanceLock first = InstanceLock.of(home, "up", told::add);
        try (InstanceLock second = InstanceLock.of(home, "down", text -> first.close())) {
            assertThat(second.stillHeld()).isTrue();
        }
    }

    @Test
    void aCommandThatWaitedForAPurgeHasTheLockOfTheNewFolder() {
        InstanceLock purge = InstanceLock.of(home, "down", told::add);
        Runnable purged = () -> {
            PrivateFiles.delete(home.data());
            purge.close();
        };
        try (InstanceLock up = InstanceLock.of(home, "up", text -> purged.run())) {
            assertThat(up.stillHeld()).isTrue();
            assertThatThrownBy(() -> InstanceLock.of(home, "up", told::add, Waiting.upTo(Duration.ZERO)))
                    .hasMessageContaining("slipway up");
        }
    }

    private static String upOfThisProcess() {
        return "slipway up (process %d)".formatted(ProcessHandle.current().pid());
    }
}

package dev.slipway.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.external.ExternalProgram;
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
        InstanceLock.hold(home, "up", told::add, () -> {
            assertThat(told).isEmpty();
            assertThatThrownBy(() -> InstanceLock.of(home, "down", told::add, Waiting.upTo(Duration.ZERO)))
                    .hasMessage("Another command does not end: " + upOfThisProcess());
        });
        assertThat(told).containsExactly("waiting until " + upOfThisProcess() + " has ended");
    }

    /** The system gives a lock to a process: what keeps out another thread need not keep out another command. */
    @Test
    void aCommandThatIsAnotherProcessIsKeptOut() {
        InstanceLock.hold(
                home, "up", told::add, () -> assertThat(isFreeForOthers()).isFalse());

        assertThat(isFreeForOthers()).isTrue();
    }

    @Test
    void theLockIsGivenBackWhenTheWorkFails() {
        assertThatThrownBy(() -> InstanceLock.hold(home, "up", told::add, () -> {
                    throw new IllegalStateException("no disk");
                }))
                .hasMessage("no disk");

        InstanceLock.hold(home, "down", told::add, () -> {});
        assertThat(told).isEmpty();
    }

    @Test
    void theSecondCommandGoesOnWhenTheFirstHasEnded() {
        InstanceLock first = InstanceLock.of(home, "up", told::add, Waiting.upTo(Duration.ZERO));

        InstanceLock.hold(home, "down", text -> first.close(), () -> told.add("down"));

        assertThat(told).containsExactly("down");
    }

    @Test
    void aCommandThatWaitedForAPurgeHasTheLockOfTheNewFolder() {
        InstanceLock purge = InstanceLock.of(home, "down", told::add, Waiting.upTo(Duration.ZERO));
        Runnable purged = () -> {
            PrivateFiles.delete(home.data());
            purge.close();
        };
        InstanceLock.hold(home, "up", text -> purged.run(), () -> {
            assertThat(isFreeForOthers()).isFalse();
            assertThatThrownBy(() -> InstanceLock.of(home, "up", told::add, Waiting.upTo(Duration.ZERO)))
                    .hasMessageContaining("slipway up");
        });
    }

    private boolean isFreeForOthers() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String lock = home.run().resolve("lock").toString();
        return ExternalProgram.of(
                        java, "-cp", System.getProperty("java.class.path"), OtherCommand.class.getName(), lock)
                .run()
                .strip()
                .equals("free");
    }

    private static String upOfThisProcess() {
        return "slipway up (process %d)".formatted(ProcessHandle.current().pid());
    }
}

package dev.slipway.cli.platform.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.instance.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SupervisorSettingsTest {
    private final Home home = Home.of(Map.of("HOME", "/h", "XDG_DATA_HOME", "/d"));

    @Test
    void aProgramIsKeptRunningAndStoppedGently() {
        Program program = new Program("gateway", List.of("/java", "-jar", "a b.jar"), 3, "TERM", "abc");
        String text = new SupervisorSettings(home).text(List.of(program));
        assertThat(text)
                .contains("[program:gateway]", "command='/java' '-jar' 'a b.jar'", "priority=3")
                .contains("autorestart=true", "stopsignal=TERM", "stopwaitsecs=45", "SLIPWAY_SETTINGS=\"abc\"")
                .contains("startretries=1000")
                .contains("stdout_logfile=/d/slipway/logs/gateway.log");
    }

    @Test
    void signsOfTheFormatAreEscaped() {
        Program program = new Program("x", List.of("100%", "it's"), 1, "INT", "");
        assertThat(new SupervisorSettings(home).text(List.of(program))).contains("command='100%%' 'it'\"'\"'s'");
    }

    @Test
    void aSocketWhosePathIsTooLongIsElsewhere() {
        Home deep = Home.of(Map.of("HOME", "/h", "XDG_DATA_HOME", "/" + "d".repeat(120)));
        assertThat(new SupervisorSettings(home).socket()).isEqualTo(Path.of("/d/slipway/run/supervisor.sock"));
        assertThat(new SupervisorSettings(deep).socket().toString()).hasSizeLessThan(100);
    }

    @Test
    void aProgramThatIsAboutToRunNeedsNoStart() {
        assertThat(new ProgramState("gateway", "STARTING", "", 0).started()).isTrue();
        assertThat(new ProgramState("gateway", "STARTING", "", 0).running()).isFalse();
        assertThat(new ProgramState("gateway", "RUNNING", "pid 12", 0).started())
                .isTrue();
        assertThat(new ProgramState("gateway", "FATAL", "", 0).failed()).isTrue();
    }
}

package dev.slipway.installation.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskEventsTest {
    private final TaskEvents events = new TaskEvents();

    @Test
    void readsAnEvent() {
        assertThat(events.read(line("changed", "")))
                .hasValue(new TaskEvent(3, "worker-1", "runc : Install", TaskEvent.Status.CHANGED, "", 0.4));
        assertThat(events.failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[WARNING]: odd", "{broken", "{\"other\": 1}", "", "{}"})
    void leavesOtherLinesToTheLog(String line) {
        assertThat(events.read(line)).isEmpty();
    }

    @Test
    void remembersWhatStoppedAHost() {
        events.read(line("ignored", "harmless"));
        events.read(line("failed", "no space left"));
        events.read(line("unreachable", "timed out"));

        assertThat(events.failures()).extracting(TaskEvent::message).containsExactly("no space left", "timed out");
    }

    @Test
    void saysInOneLineWhatATaskDid() {
        assertThat(event(TaskEvent.Status.CHANGED, "", 0.4).line()).isEqualTo("Install | changed");
        assertThat(event(TaskEvent.Status.OK, "", 12.34).line()).isEqualTo("Install | ok (12.3 s)");
        assertThat(event(TaskEvent.Status.FAILED, "no space", 1.04).line())
                .isEqualTo("Install | failed (1.0 s): no space");
    }

    private static TaskEvent event(TaskEvent.Status status, String message, double seconds) {
        return new TaskEvent(1, "worker-1", "Install", status, message, seconds);
    }

    private static String line(String status, String message) {
        return """
                {"index":3,"host":"worker-1","task":"runc : Install","status":"%s","message":"%s","seconds":0.4,"new":1}""".formatted(status, message);
    }
}

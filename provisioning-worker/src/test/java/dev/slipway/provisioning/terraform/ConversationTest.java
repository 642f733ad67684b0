package dev.slipway.provisioning.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.toolkit.process.OutputLine;
import dev.slipway.toolkit.process.Stream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private final List<String> log = new ArrayList<>();
    private final Conversation conversation = new Conversation(log::add);

    @Test
    void readsAsTerraformDoesOnAScreen() {
        Recorded.text("apply.jsonl").lines().map(Recorded::line).forEach(conversation);

        assertThat(log)
                .contains(
                        "Terraform 1.11.4",
                        "module.hosts.docker_container.host[\"demo-worker-1\"]: Creating...",
                        "Apply complete! Resources: 4 added, 0 changed, 0 destroyed.");
        assertThat(conversation.errors()).isEmpty();
    }

    @Test
    void remembersErrorsWithTheResourceTheyAreAbout() {
        Recorded.text("apply-failed.jsonl").lines().map(Recorded::line).forEach(conversation);

        assertThat(conversation.errors()).hasSize(2).allSatisfy(error -> {
            assertThat(error.summary()).startsWith("Unable to start container");
            assertThat(error.address()).startsWith("module.hosts.docker_container.host");
        });
        assertThat(log).anyMatch(line -> line.startsWith("Error: Unable to start container"));
    }

    @Test
    void joinsAMessageThatCameInParts() {
        var whole = "{\"@level\":\"error\",\"@message\":\"" + "long ".repeat(4000) + "\"}";
        for (var start = 0; start < whole.length(); start += 8192) {
            conversation.accept(Recorded.line(whole.substring(start, Math.min(whole.length(), start + 8192))));
        }

        assertThat(log).containsExactly("long ".repeat(4000));
    }

    @Test
    void givesUpOnWhatNeverBecomesAMessage() {
        for (var part = 0; part < 129; part++) {
            conversation.accept(Recorded.line("{" + "x".repeat(8191)));
        }
        conversation.accept(Recorded.line("plain"));

        assertThat(log).hasSize(2).last().isEqualTo("plain");
    }

    @Test
    void aBrokenMessageSwallowsNoOther() {
        conversation.accept(Recorded.line("{\"@level\":\"info\",\"@mess"));
        conversation.accept(Recorded.line("{\"@level\":\"info\",\"@message\":\"next\"}"));

        assertThat(log).containsExactly("{\"@level\":\"info\",\"@mess", "next");
    }

    @Test
    void passesOnWhatIsNotJson() {
        conversation.accept(Recorded.line("Killed"));
        conversation.accept(new OutputLine(Instant.EPOCH, Stream.ERR, "{oops"));

        assertThat(log).containsExactly("Killed", "{oops");
    }

    @Test
    void showsTheDetailOfADiagnosticLineByLine() {
        conversation.accept(Recorded.line("""
                {"@level":"warn","@message":"Warning: old","diagnostic":{"severity":"warning","summary":"old",\
                "detail":"first\\n\\nsecond"}}"""));

        assertThat(log).containsExactly("Warning: old: first", "second");
        assertThat(conversation.errors()).isEmpty();
    }

    @Test
    void thatTerraformIsStillAtItIsNoNews() {
        assertThat(News.of(Recorded.line("""
                {"@level":"info","@message":"host: Still creating... [10s elapsed]","type":"apply_progress"}"""))).isEmpty();
        assertThat(News.of(Recorded.line("""
                {"@level":"info","@message":"host: Creating...","type":"apply_start"}"""))).contains("host: Creating...");
        assertThat(News.of(Recorded.line("some words"))).contains("some words");
    }
}

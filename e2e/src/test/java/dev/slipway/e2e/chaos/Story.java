package dev.slipway.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.e2e.platform.Api;
import dev.slipway.e2e.platform.Operations;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What happens to the creation of a cluster on its way, beside the kills. */
enum Story {
    /** Nothing: it is made. */
    UNDISTURBED {
        @Override
        void interfere(String operation, String cluster) {}
    },
    /** A person cancels a step, and tries it again. */
    RETRIED {
        @Override
        void interfere(String operation, String cluster) {
            if (canceled(operation)) {
                wish(operation, "decisions", "{\"decision\": \"RETRY\"}", "STOPPED");
            }
        }
    },
    /** A person has it wait for a while. */
    PAUSED {
        @Override
        void interfere(String operation, String cluster) {
            wish(operation, "pause", "", "RUNNING");
            wish(operation, "resume", "", "PAUSED");
        }
    },
    /** A person cancels a step, and takes everything back. */
    ROLLED_BACK {
        @Override
        void interfere(String operation, String cluster) {
            if (canceled(operation)) {
                wish(operation, "decisions", "{\"decision\": \"ROLL_BACK\"}", "STOPPED");
            }
        }
    },
    /** A person deletes the cluster. */
    DELETED {
        @Override
        void interfere(String operation, String cluster) {
            Operations.request("DELETE", "/clusters/" + cluster, "");
        }
    };

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final List<String> OPEN = List.of("PENDING", "RUNNING", "PAUSED", "STOPPED", "ROLLING_BACK");

    /** Does to a running operation what this story says. */
    abstract void interfere(String operation, String cluster);

    static boolean isOpen(String operation) {
        return OPEN.contains(Operations.state(operation));
    }

    private static boolean canceled(String operation) {
        wish(operation, "cancel", "", "RUNNING");
        var found = Operations.get("/operations/" + operation);
        if (!found.path("state").asString().equals("STOPPED")) {
            return false;
        }
        assertThat(found.path("failure").path("type").asString())
                .as(found.toPrettyString())
                .isEqualTo("CANCELED");
        return true;
    }

    /** Asks again, as the same wish, until the operation has begun and left the states that the wish is for. */
    private static void wish(String operation, String verb, String body, String... states) {
        var key = UUID.randomUUID().toString();
        await(verb + " " + operation)
                .atMost(LONGEST)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptionsMatching(problem -> !(problem instanceof AssertionError))
                .until(() -> {
                    var state = Operations.state(operation);
                    if (state.equals("PENDING") || !List.of(states).contains(state)) {
                        return !state.equals("PENDING");
                    }
                    var answer = new Api().request("POST", "/operations/" + operation + "/" + verb, body, key);
                    assertThat(answer.statusCode()).as(answer.body()).isNotIn(400, 401, 403, 404, 422, 500);
                    return false;
                });
    }
}

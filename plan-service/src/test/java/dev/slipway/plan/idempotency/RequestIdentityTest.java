package dev.slipway.plan.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestIdentityTest {
    static Stream<String> badKeys() {
        return Stream.of("", "  ", "k".repeat(201));
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void refusesAKeyThatIsBlankOrHuge(String key) {
        assertThatThrownBy(() -> RequestIdentity.of("alice", key, "create"))
                .isInstanceOf(InvalidKey.class)
                .hasMessageContaining("must not be blank and have at most 200 characters");
    }

    @Test
    void isTheSameForARepeatAndAnotherForAnybodyElse() {
        var first = RequestIdentity.of("alice", "1", "create");

        assertThat(RequestIdentity.of("alice", "1", "create").id()).isEqualTo(first.id());
        assertThat(RequestIdentity.of("bob", "1", "create").id()).isNotEqualTo(first.id());
        assertThat(RequestIdentity.of("alice", "2", "create").id()).isNotEqualTo(first.id());
    }

    @Test
    void tellsRequestsWithoutAKeyApart() {
        var request = RequestIdentity.of("alice", null, "create");

        assertThat(request.id())
                .isNotEqualTo(RequestIdentity.of("alice", null, "create").id());
    }
}

package dev.slipway.toolkit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class ExpectationTest {
    @Test
    void saysWhatAValueHasToLookLike() {
        assertThat(Expectation.of(int.class)).isEqualTo("must be a number");
        assertThat(Expectation.of(Long.class)).isEqualTo("must be a number");
        assertThat(Expectation.of(String.class)).isEqualTo("must be a text");
        assertThat(Expectation.of(boolean.class)).isEqualTo("must be true or false");
        assertThat(Expectation.of(ArrayList.class)).isEqualTo("must be a list");
        assertThat(Expectation.of(UUID.class)).startsWith("must be an id of the form");
        assertThat(Expectation.of(Instant.class)).startsWith("must be a time of the form");
        assertThat(Expectation.of(Violation.class)).isEqualTo("must be an object");
        assertThat(Expectation.of(HttpStatus.Series.class)).contains("must be one of", "CLIENT_ERROR");
        assertThat(Expectation.of(null)).isEqualTo("is not readable as what is expected here");
    }
}

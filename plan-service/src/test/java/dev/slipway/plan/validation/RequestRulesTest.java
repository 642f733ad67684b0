package dev.slipway.plan.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.plan.resource.ResourceName;
import dev.slipway.toolkit.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {
    private final RequestRules rules =
            new RequestRules(Validation.buildDefaultValidatorFactory().getValidator());

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "a-b", "node-1", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void takesNamesOfLettersDigitsAndHyphens(String name) {
        assertThat(rules.check(new Named(name, List.of())).all()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-a", "a-", "A", "a.b", "a_b", "ä", "a b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void saysWhatANameHasToBe(String name) {
        assertThat(rules.check(new Named(name, List.of())).all())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.field()).isEqualTo("name"))
                .allSatisfy(found -> assertThat(found.message()).startsWith("must "));
    }

    @Test
    void findsAllAndNamesEachByItsPath() {
        var findings = rules.check(new Named("A-", List.of(new Part(0), new Part(1), new Part(-1))));

        assertThat(findings.all()).extracting("field").containsExactly("name", "parts[0].size", "parts[2].size");
        assertThat(findings.clean("parts")).isFalse();
        assertThat(findings.clean("parts[0]")).isFalse();
        assertThat(findings.clean("parts[1]")).isTrue();
        assertThat(findings.clean("part")).isTrue();
        assertThat(findings.clean("nam")).isTrue();
    }

    @Test
    void refusesWithEverythingThatWasFound() {
        var findings = new Findings();
        assertThatCode(findings::orThrow).doesNotThrowAnyException();
        findings.add("one", "must be first");
        findings.add("two", "must be second");

        assertThatThrownBy(findings::orThrow)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.violations())
                                .extracting("message")
                                .containsExactly("must be first", "must be second"))
                .hasMessageContaining("nothing was changed");
    }

    record Named(@ResourceName String name, @Valid List<Part> parts) {}

    record Part(
            @Min(value = 1, message = "must be 1 or more") int size) {}
}

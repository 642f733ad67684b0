package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.ResourceChange;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanGuardTest {
    @Test
    void letsTheRestOfThePlanThatWasShownPass() {
        var guard = new PlanGuard(plan("a/create", "b/create", "c/update"));

        assertThatCode(() -> guard.check(plan("b/create", "c/update"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"create, replace", "create, update", "replace, update", "replace, create"})
    void letsWhatThisOperationMadeBeMadeWhole(String shown, String renewed) {
        var guard = new PlanGuard(plan("a/" + shown));

        assertThatCode(() -> guard.check(plan("a/" + renewed))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"update, replace", "update, delete", "delete, create"})
    void refusesAnotherActionOnWhatWasThereBefore(String shown, String renewed) {
        var guard = new PlanGuard(plan("a/" + shown));

        assertThatThrownBy(() -> guard.check(plan("a/" + renewed))).hasMessageContaining(renewed + " a");
    }

    @Test
    void refusesWhatWasNotShown() {
        var guard = new PlanGuard(plan("a/create"));

        assertThatThrownBy(() -> guard.check(plan("a/create", "z/delete")))
                .hasMessageContaining("would now also delete z")
                .hasMessageContaining("nothing more was changed, roll the operation back or delete the cluster");
    }

    private static PlanSummary plan(String... changes) {
        return new PlanSummary(
                0, 0, 0, Arrays.stream(changes).map(PlanGuardTest::change).toList());
    }

    private static ResourceChange change(String text) {
        var slash = text.indexOf('/');
        return new ResourceChange(text.substring(0, slash), text.substring(slash + 1));
    }
}

package dev.slipway.cli.offlinepackage.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Product;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class ComponentScheduleTest {
    private final Component base = TestRecipes.root("base");
    private final Component server = TestRecipes.program("server", new Product.Server("base", "server"));
    private final Component image = TestRecipes.program("image", TestRecipes.image("image", "base"));
    private final Component plain = TestRecipes.program("plain", new Product.Binary("plain", "plain"));
    private final Recipe recipe = TestRecipes.recipe(image, plain, server, base);
    private final Queue<String> done = new ConcurrentLinkedQueue<>();

    @Test
    void eachComponentComesAfterThoseItStandsOn() {
        Map<String, String> failures =
                new ComponentSchedule(recipe).run(recipe.components(), component -> done.add(component.name()));

        assertThat(failures).isEmpty();
        assertThat(done).hasSize(4).containsSubsequence("base", "server", "image");
    }

    @Test
    void oneComponentAloneBringsOnlyWhatItStandsOn() {
        new ComponentSchedule(recipe).run(List.of(image), component -> done.add(component.name()));

        assertThat(done).containsExactly("base", "server", "image");
    }

    @Test
    void aFailureStopsOnlyThoseThatStandOnIt() {
        Map<String, String> failures = new ComponentSchedule(recipe).run(recipe.components(), component -> {
            if (component.equals(server)) {
                throw new IllegalStateException("no compiler");
            }
            done.add(component.name());
        });

        assertThat(done).containsExactlyInAnyOrder("plain", "base");
        assertThat(failures)
                .containsEntry("server", "no compiler")
                .containsKey("image")
                .hasSize(2);
        assertThat(new PackageBuildException("kubernetes-0.0.1", failures))
                .hasMessageContaining("slipway package build kubernetes-0.0.1 --component server");
    }
}

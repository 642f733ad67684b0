package dev.slipway.cli.offlinepackage.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One part of a package: from where it comes and what is made of it.
 *
 * @param name its name, unique in a recipe
 * @param version its version
 * @param licence its licence, as an SPDX identifier where there is one
 * @param source where it comes from
 * @param build how programs are built from the source
 * @param products what the package gets of it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Component(
        String name,
        String version,
        String licence,
        Source source,
        @Nullable Build build,
        List<Product> products) {
    /** Absent products are none. */
    public Component {
        products = RecipeText.copyOf(products);
    }

    /** Components whose root file system this one's images stand on. */
    @JsonIgnore
    public List<String> bases() {
        return products.stream()
                .flatMap(product -> Stream.ofNullable(product.baseComponent()))
                .filter(base -> !Objects.equals(base, name))
                .distinct()
                .toList();
    }

    /** The programs built for it. */
    @JsonIgnore
    public List<Program> programs() {
        return build == null ? List.of() : build.programs();
    }
}

package dev.slipway.plan.offlinepackage.verification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.plan.offlinepackage.PackageIndex;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a package was to be made of: the part of a recipe that completeness is judged by. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Recipe(String name, List<Component> components) {
    Recipe {
        components = components == null ? List.of() : List.copyOf(components);
    }

    /** Returns what the recipe asks for and the index does not list. */
    Stream<String> missing(PackageIndex index) {
        return components.stream().flatMap(component -> component.missing(index));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Component(String name, @Nullable String version, List<Product> products) {
        Component {
            products = products == null ? List.of() : List.copyOf(products);
        }

        Stream<String> missing(PackageIndex index) {
            var listed =
                    index.components().stream().anyMatch(known -> known.name().equals(name));
            return Stream.concat(
                    listed ? Stream.empty() : Stream.of("component " + name),
                    products.stream().flatMap(product -> product.missing(index, name)));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Product(
            @Nullable String kind,
            @Nullable String path,
            @Nullable String repository,
            @Nullable String tag) {
        private static final String FILES = "files/";

        Stream<String> missing(PackageIndex index, String component) {
            return switch (kind) {
                case "BINARY", "MANIFEST", "PROVIDER" -> file(index, FILES + path);
                case "OS_PACKAGE" -> Stream.concat(file(index, path + "/InRelease"), packages(index, component));
                case "IMAGE" -> image(index);
                case "ROOT_FILE_SYSTEM", "SERVER" -> Stream.empty();
                case null, default -> Stream.of("a product of the unknown kind " + kind + " of " + component);
            };
        }

        private static Stream<String> file(PackageIndex index, String wanted) {
            return index.files().stream().anyMatch(file -> file.path().equals(wanted))
                    ? Stream.empty()
                    : Stream.of("file " + wanted);
        }

        private Stream<String> packages(PackageIndex index, String component) {
            return index.files().stream()
                            .anyMatch(file -> file.path().startsWith(path + "/")
                                    && file.path().endsWith(".deb"))
                    ? Stream.empty()
                    : Stream.of("the OS packages of " + component);
        }

        private Stream<String> image(PackageIndex index) {
            return index.images().stream()
                            .anyMatch(image -> image.repository().equals(repository)
                                    && image.tag().equals(tag))
                    ? Stream.empty()
                    : Stream.of("image " + repository + ":" + tag);
        }
    }
}

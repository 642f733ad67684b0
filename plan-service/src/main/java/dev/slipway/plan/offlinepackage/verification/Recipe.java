package dev.slipway.plan.offlinepackage.verification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.plan.offlinepackage.PackageIndex;
import java.util.List;
import java.util.Objects;
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

    /** Returns the folders of apt repositories. */
    Stream<String> repositories() {
        return components.stream()
                .flatMap(component -> component.products().stream())
                .filter(Product::isRepository)
                .map(Product::path)
                .filter(Objects::nonNull);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Component(
            String name, @Nullable String version, @Nullable Source source, List<Product> products) {
        Component {
            products = products == null ? List.of() : List.copyOf(products);
        }

        Stream<String> missing(PackageIndex index) {
            var listed = index.components().stream()
                    .anyMatch(known -> known.name().equals(name) && Objects.equals(known.version(), version));
            var packages = source == null ? List.<String>of() : source.debianPackages();
            return Stream.concat(
                    listed ? Stream.empty() : Stream.of("component " + name + " " + version),
                    products.stream().flatMap(product -> product.missing(index, name, packages)));
        }
    }

    /** Where a component comes from, as far as it tells what has to be there. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Source(List<String> debianPackages) {
        Source {
            debianPackages = debianPackages == null ? List.of() : List.copyOf(debianPackages);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Product(
            @Nullable String kind,
            @Nullable String path,
            @Nullable String repository,
            @Nullable String tag) {
        private static final String FILES = "files/";

        boolean isRepository() {
            return "OS_PACKAGE".equals(kind);
        }

        Stream<String> missing(PackageIndex index, String component, List<String> packages) {
            return switch (kind) {
                case "BINARY", "MANIFEST", "PROVIDER" -> file(index, FILES + path);
                case "OS_PACKAGE" -> Stream.concat(metadata(index), debs(index, packages));
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

        private Stream<String> metadata(PackageIndex index) {
            return Stream.of("Packages", "Release", "InRelease").flatMap(name -> file(index, path + "/" + name));
        }

        private Stream<String> debs(PackageIndex index, List<String> packages) {
            return packages.stream()
                    .filter(name -> index.files().stream().noneMatch(file -> isDebOf(name, file.path())))
                    .map(name -> "OS package " + name);
        }

        private boolean isDebOf(String name, String file) {
            return file.startsWith(path + "/" + name + "_") && file.endsWith(".deb");
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

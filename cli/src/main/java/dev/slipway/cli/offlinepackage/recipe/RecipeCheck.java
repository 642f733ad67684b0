package dev.slipway.cli.offlinepackage.recipe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong in a recipe, before anything is built. */
record RecipeCheck(Recipe recipe, Path folder) {
    private static final Predicate<String> SHA_256 =
            Pattern.compile("[0-9a-f]{64}").asMatchPredicate();

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!recipe.architecture().equals("amd64")) {
            problems.add("architecture must be amd64");
        }
        duplicates(recipe.components().stream().map(Component::name))
                .forEach(name -> problems.add("component " + name + " is there twice"));
        duplicates(recipe.components().stream().flatMap(RecipeCheck::places))
                .forEach(place -> problems.add("two products are " + place));
        for (Component component : recipe.components()) {
            problemsOf(component).forEach(problem -> problems.add(component.name() + ": " + problem));
        }
        return problems;
    }

    private Stream<String> problemsOf(Component component) {
        return Stream.of(
                        missingTexts(component),
                        sourceProblem(component.source()).stream(),
                        unknownInputs(component),
                        unknownBases(component),
                        unsafePlaces(component),
                        missingManifests(component))
                .flatMap(problems -> problems);
    }

    private static Stream<String> missingTexts(Component component) {
        return Stream.of(component.name(), component.version(), component.licence())
                .filter(text -> isBlank(text))
                .map(text -> "name, version and licence are all needed");
    }

    private static List<String> sourceProblem(@Nullable Source source) {
        return switch (source) {
            case null -> List.of("source is missing");
            case Source.Go go
            when isBlank(go.sum()) || !go.sum().startsWith("h1:") -> List.of("sum must be an h1: checksum");
            case Source.Go go when isBlank(go.version()) -> List.of("the module's version is missing");
            case Source.Debian debian when debian.debianPackages().isEmpty() -> List.of("debianPackages is empty");
            case Source.Download file
            when isBlank(file.sha256()) || !SHA_256.test(file.sha256()) ->
                List.of("sha256 must be 64 hexadecimal digits");
            default -> List.of();
        };
    }

    private static Stream<String> unknownInputs(Component component) {
        Set<String> outputs = component.programs().stream().map(Program::output).collect(Collectors.toSet());
        if (component.source() instanceof Source.Download) {
            return Stream.of();
        }
        return component.products().stream()
                .flatMap(product -> product.inputs().stream())
                .filter(input -> !outputs.contains(input))
                .map(input -> "no program makes " + input);
    }

    private Stream<String> unknownBases(Component component) {
        return component.products().stream()
                .flatMap(product -> Stream.ofNullable(product.baseComponent()))
                .filter(base -> recipe.components().stream().noneMatch(other -> isRootNamed(other, base)))
                .map(base -> "no component " + base + " makes a ROOT_FILE_SYSTEM");
    }

    private static boolean isRootNamed(Component component, String name) {
        return Objects.equals(component.name(), name)
                && component.products().stream().anyMatch(Product.RootFileSystem.class::isInstance);
    }

    private static Stream<String> unsafePlaces(Component component) {
        return places(component)
                .filter(place -> place.startsWith("/") || place.contains(".."))
                .map(place -> place + " leads out of the package");
    }

    private Stream<String> missingManifests(Component component) {
        return component.products().stream()
                .filter(Product.Manifest.class::isInstance)
                .map(product -> ((Product.Manifest) product).from())
                .filter(from -> !Files.exists(folder.resolve(from)))
                .map(from -> "there is no file " + from);
    }

    private static Stream<String> places(Component component) {
        return component.products().stream()
                .flatMap(product -> Stream.ofNullable(
                        switch (product) {
                            case Product.Binary binary -> binary.path();
                            case Product.Manifest manifest -> manifest.path();
                            case Product.Provider provider -> provider.path();
                            case Product.OsPackages packages -> packages.path();
                            case Product.Image image -> image.repository() + ":" + image.tag();
                            case Product.RootFileSystem root -> null;
                            case Product.Server server -> null;
                        }));
    }

    private static Set<String> duplicates(Stream<String> values) {
        Set<String> seen = new HashSet<>();
        return values.filter(value -> !seen.add(value)).collect(Collectors.toSet());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

package dev.slipway.plan.offlinepackage.verification;

import dev.slipway.plan.offlinepackage.Fault;
import dev.slipway.plan.offlinepackage.FaultyPackage;
import dev.slipway.plan.offlinepackage.PackageIndex;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whether a package lists all that its recipe asks for, and all that apt will ask for in its repositories. */
final class Completeness {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int NAMED = 5;
    private static final String ANY = "*/*";
    private static final String RECIPE = "recipe.yaml";

    private final PackageSource source;
    private final String base;
    private final PackageIndex index;

    Completeness(PackageSource source, String base, PackageIndex index) {
        this.source = source;
        this.base = base;
        this.index = index;
    }

    Mono<Void> check() {
        return text(RECIPE, index.recipeSha256())
                .map(Completeness::recipe)
                .doOnNext(recipe -> require(recipe.missing(index).toList()))
                .flatMapMany(recipe -> Flux.fromStream(recipe::repositories))
                .concatMap(this::repository)
                .doOnNext(repository -> require(repository.missing(index).toList()))
                .then();
    }

    private Mono<AptRepository> repository(String folder) {
        var path = folder + "/Packages";
        return Flux.fromIterable(index.files())
                .filter(file -> file.path().equals(path))
                .next()
                .flatMap(file -> text(path, file.sha256()))
                .map(list -> new AptRepository(folder, DebianPackage.list(list)));
    }

    private Mono<String> text(String path, String sha256) {
        return source.read(base + "/" + path, ANY, LARGEST)
                .onErrorMap(NotThere.class, absent -> missing("file " + path))
                .doOnNext(bytes -> {
                    if (!sha256.equals(Sha256.of(bytes))) {
                        throw new FaultyPackage(Fault.DAMAGED, "The file %s is not what was signed.".formatted(path));
                    }
                })
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Recipe recipe(String text) {
        try {
            return YAML.readValue(text, Recipe.class);
        } catch (JacksonException e) {
            throw new FaultyPackage(Fault.DAMAGED, RECIPE + " of the package is not readable.");
        }
    }

    private static void require(List<String> missing) {
        if (!missing.isEmpty()) {
            var named = missing.stream().limit(NAMED).collect(Collectors.joining(", "));
            throw missing(missing.size() > NAMED ? named + " and " + (missing.size() - NAMED) + " more" : named);
        }
    }

    static FaultyPackage missing(String what) {
        return new FaultyPackage(Fault.INCOMPLETE, "The package lacks " + what + ".");
    }
}

package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.checksum.Sha256;
import dev.slipway.cli.docker.DockerImages;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.files.StagedFolder;
import dev.slipway.cli.offlinepackage.index.SigningKey;
import dev.slipway.cli.offlinepackage.recipe.Component;
import dev.slipway.cli.offlinepackage.recipe.Recipe;
import dev.slipway.cli.offlinepackage.recipe.Recipes;
import dev.slipway.cli.waiting.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds packages: every component that is not there yet, and then the image. */
public final class PackageBuilder {
    private static final long NEEDED_SPACE = 4L << 30;
    private static final Waiting PATIENCE = Waiting.upTo(Duration.ofHours(3)).every(Duration.ofSeconds(1));

    private final PackageFolders folders;
    private final BuildProgress progress;
    private final Clock clock;
    private final DockerImages docker = new DockerImages();

    /** A builder that works in the given folders. */
    public PackageBuilder(PackageFolders folders, BuildProgress progress, Clock clock) {
        this.folders = folders;
        this.progress = progress;
        this.clock = clock;
    }

    /** Refuses a package that is not there and that this machine cannot build. */
    public void require(String name) {
        PackagePlan plan = plan(name, SigningKey.loadOrCreate(folders.packageKey()));
        if (known(plan).isEmpty()) {
            try {
                SourceCheck.of(plan.recipe(), folders).unbuilt(plan.recipe().components());
            } catch (IOException e) {
                throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** The package of that recipe: found as it was built before, or built now. */
    public PackageRecord build(String name) {
        SigningKey key = SigningKey.loadOrCreate(folders.packageKey());
        PackagePlan plan = plan(name, key);
        return known(plan)
                .orElseGet(() -> locked(() -> {
                    Optional<PackageRecord> meanwhile = known(plan);
                    return meanwhile.isPresent() ? meanwhile.get() : build(plan, key);
                }));
    }

    /** Builds one component of a recipe anew, whatever is kept of it. */
    public void rebuild(String name, String componentName) {
        locked(() -> {
            Recipe recipe = new Recipes(folders.recipes()).read(name);
            Component component = recipe.component(componentName);
            SourceCheck.of(recipe, folders).source(component);
            BuiltComponents built = new BuiltComponents();
            ComponentWork.of(recipe, folders, progress, built).forget(component);
            run(recipe, List.of(component), built);
            return component;
        });
    }

    private PackagePlan plan(String name, SigningKey key) {
        Recipe recipe = new Recipes(folders.recipes()).read(name);
        return new PackagePlan(recipe, key.publicKey().id(), digest(recipe, key));
    }

    private void run(Recipe recipe, List<Component> components, BuiltComponents built) throws IOException {
        SourceCheck.of(recipe, folders).unbuilt(components);
        progress.began(recipe.name(), components.size());
        ComponentWork work = ComponentWork.of(recipe, folders, progress, built);
        Map<String, String> failures = new ComponentSchedule(recipe).run(components, work::on);
        if (!failures.isEmpty()) {
            throw new PackageBuildException(recipe.name(), failures);
        }
    }

    private Optional<PackageRecord> known(PackagePlan plan) {
        return PackageRecords.in(folders)
                .find(plan.recipe().name())
                .filter(built -> built.digest().equals(plan.digest()))
                .filter(built -> docker.label(plan.image(), PackageAssembler.DIGEST_LABEL)
                        .equals(Optional.of(plan.digest())));
    }

    private PackageRecord build(PackagePlan plan, SigningKey key) throws IOException {
        BuiltComponents components = new BuiltComponents();
        run(plan.recipe(), plan.recipe().components(), components);
        progress.started("image");
        PackageRecord built = assemble(plan, components, key);
        PackageRecords.in(folders).save(built);
        docker.removeReplaced(PackageAssembler.KEY_LABEL + "=" + plan.keyId());
        progress.finished("image", false);
        return built;
    }

    private PackageRecord assemble(PackagePlan plan, BuiltComponents components, SigningKey key) throws IOException {
        Files.createDirectories(folders.trustedKeys());
        Files.writeString(
                folders.trustedKeys().resolve(key.publicKey().id() + ".pem"),
                key.publicKey().pem());
        Path working = Files.createTempDirectory(folders.working(), "image-");
        try {
            Recipe recipe = plan.recipe();
            SignedFiles top = SignedFiles.of(recipe, components, key, clock.instant());
            new PackageAssembler(docker, folders.recipes()).assemble(plan, components, top, working);
            long size = docker.size(plan.image()).orElseThrow();
            String version = recipe.requiredKubernetesVersion();
            return new PackageRecord(recipe.name(), version, plan.image(), plan.digest(), clock.instant(), size);
        } finally {
            StagedFolder.delete(working);
        }
    }

    private String digest(Recipe recipe, SigningKey key) {
        ComponentDigest digests = new ComponentDigest(recipe, folders.recipes());
        List<String> parts = new ArrayList<>(List.of(key.publicKey().id(), Sha256.of(Recipes.write(recipe))));
        recipe.components().forEach(component -> parts.add(digests.of(component)));
        ServerFile.ALL.forEach(file -> parts.add(file.digest(folders.recipes())));
        return Sha256.of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    private <T> T locked(Work<T> work) {
        try (BuildLock _ = BuildLock.take(folders.cache().resolve("packages"), PATIENCE, progress::waits)) {
            StagedFolder.delete(folders.working());
            Files.createDirectories(folders.working());
            requireSpace();
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    private void requireSpace() throws IOException {
        long free = Files.getFileStore(folders.cache()).getUsableSpace();
        if (free < NEEDED_SPACE) {
            throw new ProblemException(
                    "Only %d MiB are free at %s; a package needs 4 GiB, and up to 20 GiB the first time: free some space"
                            .formatted(free >> 20, folders.cache()));
        }
    }

    /** Something done while no other build runs. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }
}

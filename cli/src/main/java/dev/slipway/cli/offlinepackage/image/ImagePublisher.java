package dev.slipway.cli.offlinepackage.image;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** Puts images into a registry of this machine; equal content gives equal digests. */
public final class ImagePublisher {
    private final String registry;
    private final Path cache;

    /** Publishes to the registry at that address, keeping compressed layers in the cache. */
    public ImagePublisher(String registry, Path cache) {
        this.registry = registry;
        this.cache = cache;
    }

    /** Publishes the image and returns the digest of its manifest. */
    public String publish(ComponentImage image) throws IOException {
        String name = "%s/%s:%s".formatted(registry, image.repository(), image.tag());
        try {
            Containerizer target = Containerizer.to(RegistryImage.named(name))
                    .setAllowInsecureRegistries(true)
                    .setBaseImageLayersCache(cache.resolve("base"))
                    .setApplicationLayersCache(cache.resolve("layers"))
                    .setToolName("slipway");
            return builder(image).containerize(target).getDigest().toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while publishing " + name, e);
        } catch (ExecutionException e) {
            throw new IOException("Image %s cannot be published: %s".formatted(name, e.getCause()), e);
        } catch (Exception e) {
            throw new IOException("Image %s cannot be published: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static JibContainerBuilder builder(ComponentImage image) throws InvalidImageReferenceException {
        Path base = image.base();
        JibContainerBuilder builder = base == null ? Jib.fromScratch() : Jib.from(tarImage(base));
        builder.setFormat(ImageFormat.OCI)
                .addEnvironmentVariable("PATH", ImageSettings.PATH)
                .setUser(image.user());
        if (!image.files().isEmpty()) {
            builder.addFileEntriesLayer(layer(image));
        }
        return image.entrypoint().isEmpty() ? builder : builder.setEntrypoint(image.entrypoint());
    }

    private static TarImage tarImage(Path base) throws InvalidImageReferenceException {
        return TarImage.at(base).named(ImageReference.parse("slipway/base"));
    }

    private static FileEntriesLayer layer(ComponentImage image) {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("programs");
        image.files()
                .forEach((path, file) ->
                        layer.addEntry(file, AbsoluteUnixPath.get(path), FilePermissions.fromOctalString("755")));
        return layer.build();
    }
}

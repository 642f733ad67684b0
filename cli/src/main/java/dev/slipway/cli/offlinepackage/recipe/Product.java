package dev.slipway.cli.offlinepackage.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a package gets of a component. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Product.Binary.class, name = "BINARY"),
    @JsonSubTypes.Type(value = Product.Manifest.class, name = "MANIFEST"),
    @JsonSubTypes.Type(value = Product.Provider.class, name = "PROVIDER"),
    @JsonSubTypes.Type(value = Product.OsPackages.class, name = "OS_PACKAGE"),
    @JsonSubTypes.Type(value = Product.RootFileSystem.class, name = "ROOT_FILE_SYSTEM"),
    @JsonSubTypes.Type(value = Product.Image.class, name = "IMAGE"),
    @JsonSubTypes.Type(value = Product.Server.class, name = "SERVER")
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface Product {
    /** The component whose root file system it stands on, if on one. */
    @JsonIgnore
    default @Nullable String baseComponent() {
        return null;
    }

    /** Outputs of the component that it is made of. */
    @JsonIgnore
    default List<String> inputs() {
        return List.of();
    }

    /**
     * A program for hosts.
     *
     * @param from the program's output
     * @param path its path below files/
     */
    record Binary(String from, String path) implements Product {
        @Override
        public List<String> inputs() {
            return List.of(from);
        }
    }

    /**
     * A manifest that is applied to a cluster.
     *
     * @param from the file in the folder of recipes
     * @param path its path below files/
     */
    record Manifest(String from, String path) implements Product {}

    /**
     * A Terraform provider, zipped for a filesystem mirror.
     *
     * @param from the program's output
     * @param path its path below files/
     */
    record Provider(String from, String path) implements Product {
        @Override
        public List<String> inputs() {
            return List.of(from);
        }
    }

    /**
     * A signed repository of Debian packages.
     *
     * @param path its path in the package
     */
    record OsPackages(String path) implements Product {}

    /**
     * Debian packages unpacked, without their scripts having run.
     *
     * @param links symbolic links to add: path to target
     */
    record RootFileSystem(Map<String, String> links) implements Product {
        /** Absent links are none. */
        public RootFileSystem {
            links = RecipeText.copyOf(links);
        }
    }

    /**
     * A container image.
     *
     * @param repository its repository
     * @param tag its tag
     * @param base the component whose root file system it stands on; null is an empty one
     * @param files programs' outputs and where they are in the image
     * @param entrypoint the command, for images that are not always given one
     * @param user numeric user and group
     */
    record Image(
            String repository,
            String tag,
            @Nullable String base,
            Map<String, String> files,
            List<String> entrypoint,
            @Nullable String user)
            implements Product {
        /** Absent files and commands are none. */
        public Image {
            files = RecipeText.copyOf(files);
            entrypoint = RecipeText.copyOf(entrypoint);
        }

        @Override
        public @Nullable String baseComponent() {
            return base;
        }

        @Override
        public List<String> inputs() {
            return List.copyOf(files.keySet());
        }
    }

    /**
     * The registry program a running package serves images with.
     *
     * @param base the component whose root file system the package image stands on
     * @param from the program's output
     */
    record Server(String base, String from) implements Product {
        @Override
        public String baseComponent() {
            return base;
        }

        @Override
        public List<String> inputs() {
            return List.of(from);
        }
    }
}

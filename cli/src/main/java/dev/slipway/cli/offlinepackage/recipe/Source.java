package dev.slipway.cli.offlinepackage.recipe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.slipway.cli.gobuild.GoModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a component comes from; which kind it is, its keys tell. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Source.Go.class),
    @JsonSubTypes.Type(Source.Debian.class),
    @JsonSubTypes.Type(Source.Download.class)
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface Source {
    /** The source in one line, as an index names it. */
    @JsonIgnore
    String label();

    /**
     * A Go module.
     *
     * @param goModule its path
     * @param version its version
     * @param sum its checksum, of the replacement where there is one
     * @param replacedBy the module fetched in its place
     * @param stagingVersion the version of the modules it replaces by folders of its repository
     */
    record Go(
            String goModule,
            String version,
            String sum,
            @Nullable String replacedBy,
            @Nullable String stagingVersion) implements Source {
        @Override
        public String label() {
            return (replacedBy == null ? goModule : replacedBy) + "@" + version;
        }

        /** The module as the Go builder knows it. */
        public GoModule module() {
            return new GoModule(goModule, version, sum, replacedBy, stagingVersion);
        }
    }

    /**
     * Debian packages with everything they depend on.
     *
     * @param debianPackages their names
     * @param without dependencies that are not needed for what is made of them
     */
    record Debian(List<String> debianPackages, List<String> without) implements Source {
        /** Absent exclusions are none. */
        public Debian {
            debianPackages = List.copyOf(debianPackages);
            without = RecipeText.copyOf(without);
        }

        @Override
        public String label() {
            return "debian:bookworm";
        }
    }

    /**
     * A file that is fetched.
     *
     * @param url its address
     * @param sha256 its checksum in hexadecimal digits
     */
    record Download(String url, String sha256) implements Source {
        @Override
        public String label() {
            return url;
        }
    }
}

package dev.slipway.plan.offlinepackage;

import dev.slipway.plan.resource.Resource;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A running offline package.
 *
 * @param name of the signed index; made of the address until that is known
 * @param contents what it is made of
 * @param check what was found when it was last looked at
 */
@Table("offline_package")
public record OfflinePackage(
        @Id UUID id,
        String name,
        String url,
        @Embedded.Empty PackageContents contents,
        @Embedded.Empty PackageCheck check,
        Instant createdAt,
        @Version @Nullable Long version)
        implements Resource {
    /** Makes a package of which only the address is known. */
    public static OfflinePackage at(String url, String name, Instant now) {
        var contents = PackageContents.unknown();
        return new OfflinePackage(UUID.randomUUID(), name, url, contents, PackageCheck.first(), now, null);
    }

    /** Makes this package one at another address, of which nothing else is known. */
    public OfflinePackage moved(String newUrl, String newName) {
        var contents = PackageContents.unknown();
        return new OfflinePackage(id, newName, newUrl, contents, PackageCheck.first(), createdAt, version);
    }

    /** Takes over what the signed index says. */
    public OfflinePackage indexed(PackageIndex index) {
        return new OfflinePackage(
                id, index.name(), url, PackageContents.of(index), check.of(index.size()), createdAt, version);
    }

    /** Takes over what was found. */
    public OfflinePackage checked(PackageCheck found) {
        return new OfflinePackage(id, name, url, contents, found, createdAt, version);
    }
}

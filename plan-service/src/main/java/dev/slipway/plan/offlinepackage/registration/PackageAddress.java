package dev.slipway.plan.offlinepackage.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a package answers: scheme, host and port, and a path if need be. */
record PackageAddress(URI uri) {
    private static final int LAST_PORT = 65_535;

    static Optional<PackageAddress> parse(@Nullable String text) {
        try {
            var uri = new URI(text == null ? "" : text.strip().replaceAll("/+$", ""));
            return isWeb(uri) && isPlain(uri) ? Optional.of(new PackageAddress(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getPort() <= LAST_PORT;
    }

    private static boolean isPlain(URI uri) {
        return uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
    }

    String host() {
        return uri.getHost();
    }

    String text() {
        return uri.toString();
    }

    /** Returns a name for a package that has not told its own yet. */
    String name() {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + "-" + uri.getPort();
    }
}

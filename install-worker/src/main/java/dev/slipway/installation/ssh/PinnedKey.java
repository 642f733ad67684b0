package dev.slipway.installation.ssh;

import java.security.PublicKey;
import java.util.List;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.jspecify.annotations.Nullable;

/** Accepts the pinned key only; without one it accepts what the host shows and remembers it. */
final class PinnedKey implements HostKeyVerifier {
    private final @Nullable HostKey pinned;
    private volatile @Nullable HostKey seen;

    PinnedKey(@Nullable String pinned) {
        this.pinned = pinned == null ? null : HostKey.parse(pinned);
    }

    @Override
    public boolean verify(String hostname, int port, PublicKey key) {
        HostKey shown = HostKey.of(key);
        seen = shown;
        return pinned == null || pinned.equals(shown);
    }

    @Override
    public List<String> findExistingAlgorithms(String hostname, int port) {
        return pinned == null ? List.of() : pinned.algorithms();
    }

    boolean refused() {
        return seen != null && pinned != null && !pinned.equals(seen);
    }

    String seen() {
        return String.valueOf(seen);
    }
}

package dev.slipway.plan.host;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells that a cluster uses the host, or claims it just now. */
public final class HostInUse extends ProblemException {
    private static final long serialVersionUID = 1L;

    private HostInUse(String detail) {
        super(HttpStatus.CONFLICT, "in-use", "In use", detail, List.of());
    }

    /** Tells what of a host stays as it is while a cluster uses it. */
    public static HostInUse changed(String host, String cluster) {
        return new HostInUse(
                "The host %s is used by cluster %s: its name, address and profile stay as they are until that cluster is deleted."
                        .formatted(host, cluster));
    }

    static HostInUse gone(long hosts) {
        return new HostInUse(
                "%d of the hosts were deleted meanwhile; list the hosts and choose again.".formatted(hosts));
    }

    static HostInUse claimed(List<String> hosts) {
        return new HostInUse("Another cluster uses %s; choose other hosts, or delete that cluster first."
                .formatted(String.join(", ", hosts)));
    }
}

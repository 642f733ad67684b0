package dev.slipway.plan.cluster;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The version a request was made for, from its If-Match header; without one any version will do. */
public record ExpectedVersion(@Nullable String ifMatch) {
    /** Fails when the cluster has changed since. */
    public void check(Cluster cluster) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(tag(cluster.version()))) {
            throw stale(cluster);
        }
    }

    /** Returns the ETag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Returns what is said when somebody else was faster. */
    public static ProblemException stale(Cluster cluster) {
        return new ProblemException(
                HttpStatus.PRECONDITION_FAILED,
                "version-changed",
                "Version changed",
                "Cluster %s was changed meanwhile; read it again.".formatted(cluster.name()),
                List.of());
    }
}

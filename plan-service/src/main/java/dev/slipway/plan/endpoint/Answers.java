package dev.slipway.plan.endpoint;

import dev.slipway.plan.resource.Resource;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Makes answers that carry the version as ETag, and checks the version of requests. */
final class Answers {
    private static final String ROOT = "/api/v1/";

    private Answers() {}

    /** Answers with what is there now. */
    static <V extends View> ResponseEntity<V> ok(V view) {
        return ResponseEntity.ok().eTag(ExpectedVersion.tag(view.version())).body(view);
    }

    /** Answers with what was made, in the collection of that name. */
    static <V extends View> ResponseEntity<V> created(String collection, V view) {
        return ResponseEntity.created(at(collection, view))
                .eTag(ExpectedVersion.tag(view.version()))
                .body(view);
    }

    /** Answers with what was made and goes on being worked on. */
    static <V extends View> ResponseEntity<V> accepted(String collection, V view) {
        return ResponseEntity.accepted()
                .location(at(collection, view))
                .eTag(ExpectedVersion.tag(view.version()))
                .body(view);
    }

    /** Returns the resource if the header If-Match is absent or names its version. */
    static <T extends Resource> T matching(T resource, @Nullable String ifMatch) {
        var version = resource.version();
        new ExpectedVersion(ifMatch).check(version == null ? 0 : version);
        return resource;
    }

    private static URI at(String collection, View view) {
        return URI.create(ROOT + collection + "/" + view.id());
    }
}

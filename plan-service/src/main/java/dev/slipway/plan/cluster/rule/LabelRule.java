package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.toolkit.web.Violation;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Labels have the syntax of Kubernetes, because they are put on every node. */
final class LabelRule implements Rule {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern RESERVED = Pattern.compile("(.*\\.)?(kubernetes|k8s)\\.io");
    private static final int LONGEST_DOMAIN = 253;

    @Override
    public Stream<Violation> check(ClusterDraft draft, Circumstances facts) {
        var labels = draft.labels();
        return labels == null
                ? Stream.empty()
                : new TreeMap<>(labels).entrySet().stream().flatMap(LabelRule::one);
    }

    private static Stream<Violation> one(Map.Entry<String, @Nullable String> label) {
        var field = "labels[" + label.getKey() + "]";
        return Stream.concat(key(field, label.getKey()), value(field, label.getValue()));
    }

    private static Stream<Violation> key(String field, String key) {
        var slash = key.indexOf('/');
        var domain = slash < 0 ? "" : key.substring(0, slash);
        var valid = NAME.matcher(key.substring(slash + 1)).matches() && (slash < 0 || isDomain(domain));
        return Stream.concat(
                Rule.unless(valid, field, "the key must be a Kubernetes label key: [domain/]name, name up to 63"),
                Rule.unless(
                        !RESERVED.matcher(domain).matches(), field, "the domain " + domain + " belongs to Kubernetes"));
    }

    private static Stream<Violation> value(String field, @Nullable String value) {
        var valid = value != null && (value.isEmpty() || NAME.matcher(value).matches());
        return Rule.unless(
                valid,
                field,
                "the value must be up to 63 letters, digits, '-', '_' and '.', beginning and ending alphanumeric");
    }

    private static boolean isDomain(String text) {
        return text.length() <= LONGEST_DOMAIN && DOMAIN.matcher(text).matches();
    }
}

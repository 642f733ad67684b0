package dev.slipway.cli.docker;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of removing things.
 *
 * @param removed what is gone
 * @param left what could not be removed, each with the reason
 */
public record Removal(List<String> removed, List<String> left) {
    /** A copy of both lists is kept. */
    public Removal {
        removed = List.copyOf(removed);
        left = List.copyOf(left);
    }

    /** Things of one kind that are all gone. */
    public static Removal of(String kind, List<String> names) {
        return new Removal(names.stream().map(name -> kind + " " + name).toList(), List.of());
    }

    /** This and then another one. */
    public Removal and(Removal other) {
        return new Removal(joined(removed, other.removed), joined(left, other.left));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}

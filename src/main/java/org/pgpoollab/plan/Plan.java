package org.pgpoollab.plan;

import java.util.List;
import java.util.Objects;

/** Steps in the order in which they are done. An empty plan says that there is nothing to do. */
public record Plan(String title, List<Step> steps) {

    public Plan {
        Objects.requireNonNull(title);
        steps = List.copyOf(steps);
    }
}

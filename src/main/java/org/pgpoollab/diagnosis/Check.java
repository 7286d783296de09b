package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Locale;
import org.pgpoollab.cluster.ClusterState;

/**
 * Looks for one kind of trouble. What was not seen is no trouble of this kind: a node that is silent has one finding of its own,
 * which carries the rest.
 */
interface Check {

    List<Finding> findings(ClusterState state);

    /** Its identity, by which tests and readers of JSON know it: {@code silent-postgres} for {@link SilentPostgres}. */
    default String name() {
        return name(getClass());
    }

    static String name(Class<? extends Check> check) {
        return check.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}

package org.pgpoollab.diagnosis;

import java.util.List;
import java.util.Locale;
import org.pgpoollab.cluster.ClusterState;

/**
 * Checks a snapshot for one kind of problem. Facts that were not seen are no problem of this kind: a silent node has one finding of its
 * own, which includes the rest.
 */
interface Check {

    List<Finding> findings(ClusterState state);

    /** Returns the check's identity in tests and in JSON: {@code silent-postgres} for {@link SilentPostgres}. */
    default String name() {
        return name(getClass());
    }

    static String name(Class<?> check) {
        return check.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}

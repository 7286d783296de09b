package org.pgpoollab.timeline;

/**
 * For how many snapshots in a row a condition did not hold. It counts as broken only after two, because the facts of one snapshot differ
 * in age.
 */
public record BrokenCondition(int snapshots) {

    public static final BrokenCondition NONE = new BrokenCondition(0);

    private static final int CERTAIN = 2;

    /** Returns the count after a snapshot in which the condition holds, or does not. */
    public BrokenCondition next(boolean holds) {
        return holds ? NONE : new BrokenCondition(snapshots + 1);
    }

    /** Returns whether the condition is broken, so that it is news if it holds in the next snapshot. */
    public boolean isCertain() {
        return snapshots >= CERTAIN;
    }

    /** Returns the count of a condition that is known to be broken, whether a snapshot showed it or not. */
    public BrokenCondition certain() {
        return isCertain() ? this : new BrokenCondition(CERTAIN);
    }
}

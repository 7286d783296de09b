package org.pgpoollab.syntax;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.topology.Lab;

/** Candidates of a parameter that depend on the words typed before it. */
public interface FollowingWords extends Iterable<String> {

    /**
     * Returns what may follow, also if it was typed before.
     *
     * @param before the words of the command that are typed, without its name
     * @param lab empty if none is known
     */
    List<String> after(List<String> before, Optional<Lab> lab);

    /** Returns whether each word can be used once only: the completion then leaves out those that were typed. */
    default boolean areDistinct() {
        return false;
    }

    @Override
    default Iterator<String> iterator() {
        return after(List.of(), Optional.empty()).iterator();
    }
}

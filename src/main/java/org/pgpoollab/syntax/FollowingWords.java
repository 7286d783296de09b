package org.pgpoollab.syntax;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.topology.Lab;

/** Candidates of a parameter that depend on the words typed before it. */
public interface FollowingWords extends Iterable<String> {

    /**
     * Returns what may follow.
     *
     * @param before the words of the command that are typed, without its name
     * @param lab empty if none is known
     */
    List<String> after(List<String> before, Optional<Lab> lab);

    @Override
    default Iterator<String> iterator() {
        return after(List.of(), Optional.empty()).iterator();
    }
}

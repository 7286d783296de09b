package org.pgpoollab.syntax;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.save.SaveStore;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.StateHome;

/** Completes the name of a save of the lab, if that is known. */
public final class SaveNames implements FollowingWords {

    @Override
    public List<String> after(List<String> before, Optional<Lab> lab) {
        return lab.map(known -> new SaveStore(StateHome.of(System.getenv()).lab(known.name())).names())
                .orElse(List.of());
    }
}

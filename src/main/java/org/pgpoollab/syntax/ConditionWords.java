package org.pgpoollab.syntax;

import java.util.List;
import java.util.Optional;
import org.pgpoollab.condition.ConditionParser;
import org.pgpoollab.topology.Lab;

/** Completes the words of a condition, as the grammar of conditions says; without a lab there are none. */
public final class ConditionWords implements FollowingWords {

    @Override
    public List<String> after(List<String> before, Optional<Lab> lab) {
        return lab.map(known -> ConditionParser.next(before, known)).orElse(List.of());
    }
}

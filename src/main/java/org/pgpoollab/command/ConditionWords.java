package org.pgpoollab.command;

import java.util.Iterator;
import java.util.List;

/** Words that conditions are made of, for completion. */
final class ConditionWords implements Iterable<String> {

    private static final List<String> WORDS = List.of(
            "pool_nodes",
            "vip",
            "quorum",
            "primary",
            "cluster",
            "is",
            "stays",
            "not",
            "up",
            "down",
            "standby",
            "streaming",
            "leader",
            "unreachable",
            "held",
            "on",
            "present",
            "absent",
            "known",
            "healthy",
            "for");

    @Override
    public Iterator<String> iterator() {
        return WORDS.iterator();
    }
}

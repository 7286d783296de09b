package org.pgpoollab.fault;

import static org.pgpoollab.fault.FaultKind.Trait.BLOCKS_REPAIR;
import static org.pgpoollab.fault.FaultKind.Trait.ENDS_WITH_POWER;
import static org.pgpoollab.fault.FaultKind.Trait.FREEZES;
import static org.pgpoollab.fault.FaultKind.Trait.OBSERVED;
import static org.pgpoollab.fault.FaultKind.Trait.OF_NETWORK;

import java.util.Set;

/** The kinds of fault, the gravest first. */
public enum FaultKind {
    OFF("off", OBSERVED),
    PAUSE("paused", OBSERVED, FREEZES, ENDS_WITH_POWER, BLOCKS_REPAIR),
    PAUSE_SERVER("paused", OBSERVED, FREEZES, ENDS_WITH_POWER, BLOCKS_REPAIR),
    ISOLATE("isolated", OF_NETWORK, BLOCKS_REPAIR),
    CUT("cut", OF_NETWORK, BLOCKS_REPAIR),
    FILL("full", BLOCKS_REPAIR),
    SLOW("slow", OF_NETWORK),
    LAG("held back", ENDS_WITH_POWER),
    LIE("lie");

    private final String mark;
    private final Set<Trait> traits;

    FaultKind(String mark, Trait... traits) {
        this.mark = mark;
        this.traits = Set.of(traits);
    }

    String mark() {
        return mark;
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** What other parts of the program need to know of a fault. */
    public enum Trait {
        /** It is observed at the host, whatever caused it; the others are known only because they were injected. */
        OBSERVED,
        /** It stops processes without ending them. */
        FREEZES,
        /** It affects packets rather than processes. */
        OF_NETWORK,
        /** It is gone once the host has been off. */
        ENDS_WITH_POWER,
        /** Most repairs of the node fail before it is removed. */
        BLOCKS_REPAIR
    }
}

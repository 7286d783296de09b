package org.pgpoollab.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.topology.Node;

/** Tests with ten acknowledged writes of a run, and an eleventh with an unknown outcome. */
class UnreplicatedWriteCountTest {

    private static final Node NODE = Node.parse("pg-2").orElseThrow();
    private static final Node PRIMARY = Node.parse("pg-0").orElseThrow();
    private static final List<Integer> ALL = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

    @TempDir
    private Path directory;

    private List<Ledger> ledgers;

    @BeforeEach
    void ledger() {
        var file = directory.resolve("1.ledger");
        try (var ledger = new WrittenLedger(file, 7, LoadShape.USUAL)) {
            for (var write = 1; write <= 10; write++) {
                ledger.acknowledged(10L * write);
            }
            ledger.failed(200, LedgerEntry.What.INDETERMINATE, "57P01");
        }
        ledgers = List.of(Ledger.open(file).orElseThrow());
    }

    private String words(Map<Node, List<Integer>> tables) {
        return new UnreplicatedWriteCount(ledgers, (node, runs) -> {
                    if (!tables.containsKey(node)) {
                        throw new IOException(node + " is off");
                    }
                    tables.get(node).forEach(runs.get(7)::add);
                })
                .of(NODE, PRIMARY)
                .inWords();
    }

    @Test
    void whatOnlyTheNodeHasIsCounted() {
        assertEquals(
                "3 acknowledged writes of the load are not on pg-0",
                words(Map.of(PRIMARY, List.of(1, 2, 3, 4, 5, 6, 7), NODE, ALL)));
        assertEquals(
                "1 acknowledged write of the load is not on pg-0",
                words(Map.of(PRIMARY, List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), NODE, ALL)));
    }

    @Test
    void whatIsOnNeitherIsNotLostByTheDiscard() {
        assertEquals(
                "no acknowledged write of the load that is not on pg-0",
                words(Map.of(PRIMARY, List.of(1, 2, 3, 4, 5, 6, 7), NODE, List.of(1, 2))));
    }

    @Test
    void whatThePrimaryHasAllOfNeedsNoLookAtTheNode() {
        assertEquals("all acknowledged writes of the load are on pg-0", words(Map.of(PRIMARY, ALL)));
    }

    @Test
    void whatCannotBeReadIsNotKnown() {
        assertEquals(
                "3 acknowledged writes of the load are not on pg-0; whether pg-2 has them is not known: the table on pg-2"
                        + " cannot be read: pg-2 is off",
                words(Map.of(PRIMARY, List.of(1, 2, 3, 4, 5, 6, 7))));
        assertEquals(
                "how many of them are acknowledged writes of the load is not known: the table on pg-0 cannot be read: pg-0 is off",
                words(Map.of(NODE, ALL)));
    }
}

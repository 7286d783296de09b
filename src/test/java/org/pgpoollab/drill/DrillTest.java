package org.pgpoollab.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.healthy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.Node;

class DrillTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "primary-loss | pg-0",
                "primary-stop | pg-0",
                "primary-isolated | pg-0",
                "primary-paused | pg-0",
                "standby-loss | pg-1",
                "false-primary | pg-1",
                "switchover | pg-1",
                "leader-stop | pgpool-0",
                "leader-loss | pgpool-0",
                "quorum-loss | pgpool-0 pgpool-1"
            })
    void eachHitsWhomItIsAbout(String word, String nodes) {
        var hits = Drill.named(word).hits(healthy().state());

        assertEquals(nodes, hits.stream().map(Node::name).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @EnumSource(Drill.class)
    void eachIsFoundByItsWord(Drill drill) {
        assertSame(drill, Drill.named(drill.word()));
        assertSame(drill, Drill.named(drill.name()));
    }

    @Test
    void aMistypedOneIsRefusedAndTheNearestNamed() {
        var refused = assertThrows(LabException.class, () -> Drill.named("primery-loss"));

        assertEquals(Exit.USAGE, refused.exit());
        assertEquals("drill primary-loss", refused.problems().get(0).remedy());
    }

    @Test
    void whereNobodyPlaysThePartNobodyCanBeHit() {
        var refused = assertThrows(
                LabException.class,
                () -> Drill.PRIMARY_LOSS.hits(healthy().silent("pg-0").state()));

        assertTrue(refused.problems().get(0).why().contains("pg-0 does not answer"), refused.getMessage());
    }
}

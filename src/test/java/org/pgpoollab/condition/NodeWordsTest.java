package org.pgpoollab.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.cluster.Given.healthy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.topology.Node;

class NodeWordsTest {

    @ParameterizedTest
    @CsvSource({
        "pg-1, pg-1",
        "pg_1, pg-1",
        "PG-1, pg-1",
        "primary, pg-0",
        "standbys, pg-1 pg-2",
        "leader, pgpool-0",
        "vip, pgpool-0",
        "leader vip pgpool-0 pgpool_1, pgpool-0 pgpool-1",
        "pg-2 standbys primary, pg-2 pg-1 pg-0",
        "all, pg-0 pg-1 pg-2 pgpool-0 pgpool-1 pgpool-2"
    })
    void namesAndPartsBecomeNodesEachOnce(String words, String nodes) {
        assertEquals(nodes, resolved(words, healthy()));
    }

    @Test
    void theOnlyStandbyNeedsNoName() {
        assertEquals("pg-1", resolved("standby", healthy(2, 3)));
    }

    @Test
    void severalStandbysMustBeToldApart() {
        assertProblem(Exit.FAILED, """
                ✗ "standby" can mean pg-1 and pg-2
                  because  2 nodes each: is a standby
                  try      name one of them, or all: standbys""", "standby", healthy());
    }

    @Test
    void aPartThatNobodyPlaysSaysWhatWasSeen() {
        assertProblem(Exit.FAILED, """
                ✗ no node is primary just now
                  because  pg-0 does not answer (connection refused, for 4 s); pg-1 is a standby; pg-2 is a standby
                  try      name the node itself""", "primary", healthy().silent("pg-0"));
    }

    @Test
    void aSinglePgpoolLeadsNothing() {
        assertProblem(Exit.FAILED, """
                ✗ no node leads the watchdog just now
                  because  a lab with one pgpool has no watchdog
                  try      name the node itself""", "leader", healthy(3, 1));
    }

    @Test
    void aMisspeltWordGetsTheNearest() {
        assertProblem(Exit.USAGE, """
                ✗ "primray" is no node
                  because  nearest: primary
                  try      name one of the nodes, or primary, standby, standbys, leader, vip, all""", "primray", healthy());
    }

    @Test
    void aNodeThatTheLabLacksIsAnsweredWithThoseItHas() {
        assertProblem(Exit.USAGE, """
                ✗ there is no node pg-7 in lab demo
                  because  the nodes are pg-0, pg-1, pgpool-0 and pgpool-1
                  try      name one of the nodes, or primary, standby, standbys, leader, vip, all""", "pg-7", healthy(2, 2));
    }

    @Test
    void allStrangeWordsAreToldAtOnce() {
        var state = healthy().state();

        var refusal = assertThrows(LabException.class, () -> NodeWords.resolve(List.of("pg-8", "x", "pg-9"), state));

        assertEquals(3, refusal.problems().size());
    }

    @Test
    void whereOneNodeIsMeantSeveralAreRefused() {
        var state = healthy().state();

        assertEquals(Node.postgres(0), NodeWords.resolve("primary", state));
        assertThrows(LabException.class, () -> NodeWords.resolve("standbys", state));
        assertThrows(LabException.class, () -> NodeWords.resolve("all", state));
    }

    @Test
    void completionKnowsNamesAndParts() {
        assertTrue(NodeWords.words(Given.lab(1, 2)).containsAll(List.of("pg-0", "pgpool-1", "primary", "all")));
    }

    private static String resolved(String words, Given lab) {
        return NodeWords.resolve(List.of(words.split(" ")), lab.state()).stream()
                .map(Node::name)
                .collect(Collectors.joining(" "));
    }

    private static void assertProblem(Exit exit, String text, String words, Given lab) {
        var state = lab.state();

        var refusal = assertThrows(LabException.class, () -> NodeWords.resolve(List.of(words.split(" ")), state));

        assertEquals(exit, refusal.exit());
        assertEquals(text, refusal.problems().stream().map(Problem::text).collect(Collectors.joining("\n")));
    }
}

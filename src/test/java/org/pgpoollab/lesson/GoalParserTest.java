package org.pgpoollab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.topology.Lab;

class GoalParserTest {

    private static final Lab LAB = Given.lab(3, 3);

    @ParameterizedTest
    @CsvSource({
        "pg-2 is down, SnapshotGoal",
        "pg-2 is detached, SnapshotGoal",
        "faults are none, SnapshotGoal",
        "not pg-2 is down, SnapshotGoal",
        "vip holders at most 1, VipHoldersGoal",
        "not vip holders at most 1, NegatedGoal",
        "pg-1 answered 10 reads, ReadsGoal",
        "standby answered 1 read, ReadsGoal",
        "pg-1 answered no reads for 5s, NoReadsGoal",
        "pg-1 logged \"started streaming\", AnswerGoal",
        "all logged \"auto failback\", AnswerGoal",
        "write outage below 10s, OutageGoal",
        "read outage above 500ms, OutageGoal",
        "lost writes is 0, LostWritesGoal",
        "lost writes above 0, LostWritesGoal",
        "row \"select count(*) > 5 from t\" on pg-1 is \"t\", AnswerGoal",
        "setting pgpool.auto_failback is on, AnswerGoal",
        "setting pgpool.auto_failback on pgpool-1 is off, AnswerGoal",
        "setting postgres.wal_level is replica, AnswerGoal"
    })
    void aLineIsReadAsItsKindOfGoal(String line, String kind) {
        var goal = GoalParser.parse(line, LAB);

        assertEquals(kind, goal.condition().getClass().getSimpleName());
        assertEquals(line, goal.words());
        assertFalse(goal.onceSeen());
    }

    @Test
    void wordsForTheStudentReplaceTheCondition() {
        var goal = GoalParser.parse("seen: pg-2 is down -- pg-2 was away -- for a while", LAB);

        assertTrue(goal.onceSeen());
        assertEquals("pg-2 is down", goal.text());
        assertEquals("pg-2 was away -- for a while", goal.words());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pg-9 answered 3 reads",
                "pg-1 answered some reads",
                "nobody logged \"x\"",
                "write outage below soon",
                "row \"\\copy t to x\" on pg-1 is \"\"",
                "setting repmgr.x is 1",
                "stays pg-1 is up for 3s"
            })
    void aLineThatCannotBeMeantIsRefused(String line) {
        assertThrows(LabException.class, () -> GoalParser.parse(line, LAB));
    }

    @Test
    void aQueryKeepsQuotesWithinIt() {
        var goal = GoalParser.parse("row \"select \"Name\" from t\" on pg-1 is \"a\"", LAB);

        assertEquals(
                List.of(new EvidenceQuestion.Row("pg-1", "select \"Name\" from t")),
                List.copyOf(goal.condition().questions()));
    }
}

package org.pgpoollab.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pgpoollab.engine.Shell;

class UtilityProgramsTest {

    @Test
    void theAnswerOfTheGateIsOutputStatusAndErrors() {
        assertEquals(new Shell.Ended(0, "one\ntwo", ""), UtilityPrograms.ended("one\ntwo\n\0010\n"));
        assertEquals(new Shell.Ended(1, "", "ERROR: no"), UtilityPrograms.ended("\n\0011\nERROR: no"));
    }

    @Test
    void anAnswerThatWasCutOffIsAFailure() {
        assertEquals(1, UtilityPrograms.ended("one\ntw").status());
        assertEquals(1, UtilityPrograms.ended("one\n\001").status());
    }
}

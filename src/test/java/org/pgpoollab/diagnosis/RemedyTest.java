package org.pgpoollab.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemedyTest {

    private static final Remedy TWO_WAYS = new Remedy(List.of(
            List.of("psql --on pg-0 \"set transaction read write; alter role lab reset all\"", "restart pg-0"),
            List.of("exec pg-0 -- sh -c 'true; false, or: true'"),
            List.of("exec pg-0 -- sh -c \"echo \\\"a; b\\\"\"")));

    @Test
    void theCommandsOfOneWayAreOneLineThatCanBeTyped() {
        assertEquals(
                "start pg-2; attach pg-2, or: reclone pg-2",
                Remedy.of("start pg-2", "attach pg-2")
                        .or(Remedy.of("reclone pg-2"))
                        .text());
    }

    @Test
    void whatIsQuotedEndsNoCommand() {
        assertEquals(TWO_WAYS, Remedy.parse(TWO_WAYS.text()));
    }
}

package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;

class DiagnoseTest {

    private final Typing typing = new Typing();

    @Test
    void reconfigureIsNamedWhereItHasAStep() {
        var text = diagnosed(Given.healthy().status("pg-1", "down"));

        assertTrue(text.endsWith("step by step: reconfigure\n"), text);
    }

    @Test
    void reconfigureIsNotNamedWhereItHasNone() {
        var text = diagnosed(Given.healthy().commitsWait("ghost", 9));

        assertTrue(text.contains("✗ "), text);
        assertFalse(text.contains("step by step"), text);
    }

    private String diagnosed(Given lab) {
        typing.session.looks.clear();
        typing.session.looks.add(lab.state());
        typing.type("diagnose");
        return typing.text();
    }

    @Test
    void aFaultWithoutAFindingIsListedBelow() {
        var typing = new Typing();
        typing.session.looks.clear();
        typing.session.looks.add(Given.healthy().fault("lie pgpool-1 pg-1").state());

        typing.type("diagnose");

        assertEquals("""
                ● nothing is wrong
                broken on purpose, and no finding comes of it: lie pgpool-1 pg-1   undo it: heal
                """, typing.text());
    }
}

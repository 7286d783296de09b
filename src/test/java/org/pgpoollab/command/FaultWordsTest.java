package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.Given;

/** Tests fault commands as they are typed: groups, role words, percentages. */
class FaultWordsTest {

    private final Typing typing = new Typing();

    @BeforeEach
    void allIsWell() {
        typing.session.looks.clear();
        typing.session.looks.add(Given.healthy().state());
    }

    @Test
    void aGroupIsCutFromAllOthersWithTheWordFromOrWithout() {
        typing.type("cut", "pg-0,pgpool-0", "from", "all");
        typing.type("cut", "pg-0,pgpool-0", "all");

        assertEquals(2, typing.session.done.size());
        assertEquals(typing.session.done.get(0), typing.session.done.get(1));
        assertTrue(typing.session.done.get(0).startsWith("cut pg-0,pgpool-0 "), typing.session.done.toString());
    }

    @Test
    void aThirdGroupIsNotUnderstood() {
        refused("cut takes two groups of nodes", "cut", "pg-0", "pg-1", "pg-2");
    }

    @Test
    void aGroupWithSomebodyUnknownIsRefusedAsAWhole() {
        var trouble = assertThrows(LabException.class, () -> typing.type("cut", "pg-0,pg-9", "all"));

        assertEquals(Exit.USAGE, trouble.exit());
        assertTrue(trouble.getMessage().contains("pg-9"), trouble.getMessage());
        assertEquals(List.of(), typing.session.done);
    }

    @Test
    void aGroupOfNobodyIsRefused() {
        var trouble = assertThrows(LabException.class, () -> typing.type("cut", ",", "all"));

        assertEquals(Exit.USAGE, trouble.exit());
        assertEquals(List.of(), typing.session.done);
    }

    @Test
    void roleWordsMayStandInGroups() {
        typing.type("isolate", "primary,pg-2");

        assertEquals(List.of("isolate pg-0 and pg-2"), typing.session.done);
    }

    /** A plan for one snapshot must not be applied to the nodes of another. */
    @Test
    void aFaultLooksOnce() {
        for (var line :
                List.of("kill primary", "pause standbys", "isolate leader", "lie leader standby", "lag standby")) {
            typing.session.asked.clear();
            typing.session.looks.clear();
            typing.session.looks.add(Given.healthy(2, 3).state());

            typing.type(
                    line.split(" ")[0], line.substring(line.indexOf(' ') + 1).split(" "));

            assertEquals(List.of("look"), typing.session.asked, line);
        }
    }

    @Test
    void aLossMayHaveItsPercentSign() {
        typing.type("slow", "pg-0", "pg-1", "--loss", "5%");
        typing.type("slow", "pg-0", "pg-1", "--loss", "5");

        assertEquals(typing.session.done.get(0), typing.session.done.get(1));
        assertTrue(typing.session.done.get(0).contains("5"), typing.session.done.toString());
        refused("--loss 101 is no percentage", "slow", "pg-0", "pg-1", "--loss", "101%");
    }

    @Test
    void whatWasBrokenOnPurposeIsHealedBeforeTheRestIsRecovered() {
        typing.session.looks.clear();
        typing.session.looks.addAll(List.of(
                Given.healthy().fault("isolate pg-2").state(), Given.healthy().state()));

        typing.type("recover", "--yes");

        assertEquals("heal", typing.session.done.get(0));
    }

    private void refused(String what, String command, String... words) {
        var trouble = assertThrows(LabException.class, () -> typing.type(command, words));

        assertEquals(Exit.USAGE, trouble.exit());
        assertEquals(what, trouble.problems().get(0).what());
    }
}

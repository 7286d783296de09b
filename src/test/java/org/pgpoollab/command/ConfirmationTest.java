package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;

class ConfirmationTest {

    private final Typing typing = new Typing();

    @Test
    void whatAsksNothingIsToldForTheUsualLab() {
        assertEquals("down --yes", remedy("default"));
    }

    @Test
    void whatAsksNothingNamesAnotherLabSoThatItDoesNotEndTheUsualOne() {
        assertEquals("down --yes --lab big", remedy("big"));
    }

    private String remedy(String lab) {
        typing.session.lab =
                LabFile.withoutFile(LabOptions.NONE.with(LabKey.NAME, lab)).lab();
        var refused = assertThrows(LabException.class, () -> typing.type("down"));
        return refused.problems().get(0).remedy();
    }
}

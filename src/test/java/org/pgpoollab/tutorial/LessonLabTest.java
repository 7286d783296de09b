package org.pgpoollab.tutorial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;

class LessonLabTest {

    private static final LabOptions THREE =
            LabOptions.NONE.with(LabKey.POSTGRES, "3").with(LabKey.PGPOOL, "3");

    private static List<String> differences(LabOptions has, LabOptions needs) {
        return LessonLab.differences(
                LabFile.withoutFile(has).lab(),
                needs,
                LabFile.withoutFile(needs).lab());
    }

    @Test
    void aDefaultLabFitsALessonThatNeedsNothingSpecial() {
        assertEquals(List.of(), differences(LabOptions.NONE, THREE));
    }

    @Test
    void theReleaseMattersToALessonThatNamesOne() {
        var trixie = LabOptions.NONE.with(LabKey.RELEASE, "trixie");

        assertEquals(List.of(), differences(trixie, THREE));
        assertEquals(
                List.of("release: it has machine, and the lesson needs trixie"), differences(LabOptions.NONE, trixie));
    }

    @Test
    void aLabOfAnotherSizeProfileOrSettingDoesNotFit() {
        assertEquals(
                List.of("pgpools: it has 3, and the lesson needs 2"),
                differences(THREE, THREE.with(LabKey.PGPOOL, "2")));
        assertEquals(
                List.of("profile: it has fast, and the lesson needs bitnami"),
                differences(THREE, THREE.with(LabKey.PROFILE, "bitnami")));
        assertEquals(
                List.of("it has other settings"), differences(THREE.withSetting("pgpool.auto_failback=on"), THREE));
    }
}

package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.LabException;
import org.pgpoollab.report.VersionsReport.UsingLab;

class ListVersionsTest {

    private final Typing typing = new Typing();

    @Test
    void theListingNamesWhatIsThereWhatIsDamagedAndWhatCanBeFetched() {
        typing.session.releases.add("trixie", "", new UsingLab("demo", true), new UsingLab("old", false));
        typing.session.releases.add("sid", "usr/bin/socat is missing");

        typing.type("versions");

        assertEquals("""
                release  fetched     PostgreSQL  repmgr  Pgpool-II    size  labs
                machine              15          5.3.3   4.3.5
                trixie   2026-11-28  17          5.5.0   4.6.1      130 MB  demo (runs), old (stopped)
                sid      2026-11-28  17          5.5.0   4.6.1      130 MB
                ! sid of 2026-11-28 is damaged and not used: usr/bin/socat is missing
                can be fetched: bookworm, forky, sid
                  try      versions fetch bookworm
                with another PostgreSQL, of apt.postgresql.org: bookworm-pgdg-N, trixie-pgdg-N
                  try      versions fetch trixie-pgdg-17
                """, typing.text());
    }

    @Test
    void aReleaseThatIsThereIsNotFetched() {
        typing.session.releases.add("trixie", "");

        typing.type("versions", "fetch", "trixie");

        assertEquals(List.of(), typing.session.releases.done);
        assertTrue(typing.text().contains("trixie is there already"), typing.text());
    }

    @Test
    void aReleaseThatIsNotThereIsFetched() {
        typing.type("versions", "fetch", "trixie");

        assertEquals(List.of("fetch trixie"), typing.session.releases.done);
    }

    @Test
    void aMirrorIsGivenToTheFetchAndToNothingElse() {
        typing.type("versions", "fetch", "trixie", "--mirror", "http://mirror/debian");

        assertEquals(List.of("fetch trixie http://mirror/debian"), typing.session.releases.done);
        assertThrows(LabException.class, () -> typing.type("versions", "--mirror", "http://mirror/debian"));
    }

    @Test
    void packagesForAMachineWithoutANetworkAreWrittenEvenIfTheReleaseIsThere() {
        typing.session.releases.add("trixie", "");

        typing.type("versions", "fetch", "trixie", "--to", "/media/a stick");

        assertEquals(List.of("export trixie to /media/a stick"), typing.session.releases.done);
        assertEquals(
                "the release trixie is in /media/a stick/trixie-amd64; on the other machine: versions fetch trixie --from"
                        + " '/media/a stick'\n",
                typing.text());
    }

    @Test
    void packagesOfADirectoryAreTaken() {
        typing.type("versions", "fetch", "bookworm-pgdg-16", "--from", "/media/stick");

        assertEquals(List.of("fetch bookworm-pgdg-16 from /media/stick"), typing.session.releases.done);
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefused() {
        var refused = assertThrows(
                LabException.class, () -> typing.type("versions", "fetch", "trixie", "--from", "/a", "--to", "/b"));

        assertEquals("--from does not go with --to", refused.problems().get(0).what());
        var useless = assertThrows(
                LabException.class,
                () -> typing.type("versions", "fetch", "machine", "--mirror", "http://mirror/debian"));
        assertEquals(
                "--mirror does not go with machine", useless.problems().get(0).what());
        assertEquals(
                "versions fetch trixie --from /a", refused.problems().get(0).remedy());
        assertEquals(List.of(), typing.session.releases.done);
    }

    @Test
    void theMachineIsFetchedAndNotRemoved() {
        typing.type("versions", "fetch", "machine", "--to", "/media/stick");

        assertEquals(List.of("export machine to /media/stick"), typing.session.releases.done);
        assertThrows(LabException.class, () -> typing.type("versions", "remove", "machine", "--yes"));
    }

    @Test
    void aReleaseOfPgdgNeedsAMajorVersion() {
        var refused = assertThrows(LabException.class, () -> typing.type("versions", "fetch", "bookworm-pgdg"));

        assertEquals(
                "bookworm-pgdg lacks its version of PostgreSQL",
                refused.problems().get(0).what());
        assertTrue(
                refused.problems().get(0).remedy().startsWith("versions fetch bookworm-pgdg-1"),
                refused.problems().get(0).remedy());
    }

    @Test
    void aReleaseOfARunningLabIsRefusedBeforeAQuestion() {
        typing.session.releases.add("trixie", "", new UsingLab("demo", true));

        var refused = assertThrows(LabException.class, () -> typing.type("versions", "remove", "trixie"));

        assertEquals("the lab demo runs with it", refused.problems().get(0).why());
        assertEquals("down --lab demo", refused.problems().get(0).remedy());
        assertEquals(List.of(), typing.questions);
        assertEquals(List.of(), typing.session.releases.done);
    }

    @Test
    void aReleaseOfARunningLabOfAnotherStateDirectoryIsRefusedWithHowToEndThatLab() {
        typing.session.releases.add("trixie", "", new UsingLab("demo", true, "/home/alice/.local/state", "alice"));

        var refused = assertThrows(LabException.class, () -> typing.type("versions", "remove", "trixie", "--yes"));

        assertEquals(
                "the lab demo in /home/alice/.local/state runs with it; alice started it",
                refused.problems().get(0).why());
        assertEquals(
                "XDG_STATE_HOME=/home/alice/.local/state ./pgpool-lab down --lab demo    (as alice)",
                refused.problems().get(0).remedy());
        assertEquals(List.of(), typing.session.releases.done);
    }

    @Test
    void aRemovalNeedsAYes() {
        typing.session.releases.add("trixie", "", new UsingLab("old", false));

        var refused = assertThrows(LabException.class, () -> typing.type("versions", "remove", "trixie"));

        assertEquals("versions remove trixie --yes", refused.problems().get(0).remedy());
        assertEquals(List.of(), typing.session.releases.done);
    }

    @Test
    void aRemovalSaysHowMuchRoomItFreed() {
        typing.session.releases.add("trixie", "");

        typing.type("versions", "remove", "trixie", "--yes");

        assertEquals(List.of("remove trixie"), typing.session.releases.done);
        assertEquals("removed the release trixie: 130 MB freed\n", typing.text());
    }

    @Test
    void aReleaseThatIsTooOldIsRefusedWithTheOldestThatServes() {
        var refused = assertThrows(LabException.class, () -> typing.type("versions", "fetch", "bullseye"));

        assertEquals(
                "it has Pgpool-II 4.1.4, and a lab needs 4.3 or later: before 4.3 no pgpool tells by pcp what it believes of"
                        + " all backends",
                refused.problems().get(0).why());
        assertEquals("versions fetch bookworm", refused.problems().get(0).remedy());
    }

    @Test
    void anUnknownReleaseIsRefusedWithTheNearest() {
        var refused = assertThrows(LabException.class, () -> typing.type("versions", "fetch", "trixe"));

        assertEquals("versions fetch trixie", refused.problems().get(0).remedy());
    }
}

package org.pgpoollab.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.healthy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.cluster.Given;

/** Tests milestones; each snapshot is half a second after the one before. */
class MilestonesTest {

    @Test
    void theFirstSightIsNoTurn() {
        assertTurns(List.of(), healthy().stopped("pg-2").silent("pgpool-1"));
    }

    @Test
    void aPrimaryThatIsKilledAndReplacedAndComesBack() {
        assertTurns(
                List.of(
                        "pg-0 silent",
                        "pg-1 promoted",
                        "pgpool-0 turned to pg-1",
                        "pgpool-0 holds pg-0 down",
                        "pgpool-1 turned to pg-1",
                        "pgpool-1 holds pg-0 down",
                        "pgpool-2 turned to pg-1",
                        "pgpool-2 holds pg-0 down",
                        "redundant again",
                        "whole again"),
                healthy(),
                healthy().silent("pg-0"),
                healthy().silent("pg-0"),
                promoted().silent("pg-0").status("pg-0", "up").role("pgpool-0", "pg-0", "primary"),
                believed().stopped("pg-0"),
                believed(),
                believed());
    }

    /** Returns a lab in which pg-1 is primary and the pgpools do not know it yet. */
    private static Given promoted() {
        var given = healthy().standby("pg-0").primary("pg-1");
        List.of("pgpool-0", "pgpool-1", "pgpool-2").forEach(pool -> {
            given.role(pool, "pg-0", "primary");
            given.role(pool, "pg-1", "standby");
        });
        return given;
    }

    private static Given believed() {
        return healthy().standby("pg-0").primary("pg-1");
    }

    @Test
    void theVirtualAddressMovesAndTheQuorumComesAndGoes() {
        assertTurns(
                List.of("VIP moved to pgpool-1", "quorum lost", "quorum back"),
                healthy(),
                healthy().vipOn(),
                healthy().vipOn("pgpool-1"),
                healthy().vipOn("pgpool-1").quorum("NO QUORUM"),
                healthy().vipOn("pgpool-1").quorum("QUORUM EXIST"));
    }

    @Test
    void aLookThatIsNotCompleteMendsNothing() {
        assertTurns(
                List.of(
                        "pg-2 silent",
                        "pgpool-0 holds pg-2 down",
                        "pgpool-1 holds pg-2 down",
                        "pgpool-2 holds pg-2 down"),
                healthy(),
                healthy().stopped("pg-2"),
                healthy().stopped("pg-2"),
                healthy().unasked("pg-2"));
    }

    @Test
    void aLineThatIsTornIsPassedOver(@TempDir Path directory) throws Exception {
        var file = directory.resolve("milestones.jsonl");
        var milestones = new MilestoneFile(file);
        var all = List.of(
                new Milestone(Given.NOW, Milestone.Kind.TURNED, List.of("pgpool-0", "pg-1"), "pgpool-0 turned to pg-1"),
                new Milestone(Given.NOW.plusMillis(1), Milestone.Kind.WHOLE, List.of(), "whole again"));

        milestones.append(all);
        Files.writeString(file, "{\"at\":\"2026-01-01T12:00:00Z\",\"kind\":\"sil", StandardOpenOption.APPEND);

        assertEquals(all, milestones.read());
    }

    @Test
    void whatIsNoTextIsPassedOver(@TempDir Path directory) throws Exception {
        var file = directory.resolve("milestones.jsonl");
        var one = new Milestone(Given.NOW, Milestone.Kind.WHOLE, List.of(), "whole again");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, '\n'});

        new MilestoneFile(file).append(List.of(one));

        assertEquals(List.of(one), new MilestoneFile(file).read());
    }

    private static void assertTurns(List<String> expected, Given... looks) {
        var milestones = new Milestones();
        var turns = new ArrayList<String>();
        for (var look = 0; look < looks.length; look++) {
            milestones.next(looks[look].after(Duration.ofMillis(500L * look)).state()).stream()
                    .map(Milestone::text)
                    .forEach(turns::add);
        }
        assertEquals(expected, turns);
    }
}

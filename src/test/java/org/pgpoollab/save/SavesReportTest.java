package org.pgpoollab.save;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.engine.FakeEngine;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.report.TerminalLook;
import org.pgpoollab.topology.Node;

class SavesReportTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void withoutSavesItSaysHowToMakeOne() {
        assertEquals(List.of("no saves; 'save NAME' makes one"), lines(List.of(), List.of()));
    }

    @Test
    void eachSaveIsALineAndWhatCannotBeReadIsNamed() {
        var healthy = Given.healthy().state();
        var isolated = healthy.with(Faults.of(new Fault.Isolate(Node.postgres(2))));
        var saves = List.of(
                new Save(
                        "lunch",
                        NOON,
                        150 << 20,
                        TreeContents.UNKNOWN,
                        15,
                        "PostgreSQL 15",
                        SavedState.of(healthy, new FakeEngine(true))),
                new Save(
                        "split-brain",
                        NOON.plusSeconds(90),
                        99,
                        TreeContents.UNKNOWN,
                        15,
                        "PostgreSQL 15",
                        new SavedState(true, List.of(), isolated.faults(), List.of("a", "b"))),
                new Save(
                        "cold",
                        NOON.plusSeconds(91),
                        99,
                        TreeContents.UNKNOWN,
                        15,
                        "PostgreSQL 15",
                        SavedState.stopped(healthy.lab())));

        assertEquals("""
                name         saved                  size  the lab was          with
                lunch        2026-01-01 12:00:00  150 MB  healthy              PostgreSQL 15
                split-brain  2026-01-01 12:01:30    99 B  2 findings, 1 fault  PostgreSQL 15
                cold         2026-01-01 12:01:31    99 B  stopped              PostgreSQL 15
                ! torn cannot be read: it is damaged, or a later version of this program has made it
                  try      saves remove torn""", String.join("\n", lines(saves, List.of("torn"))));
    }

    @Test
    void aRestoreThatWasNotCompletedIsTold() {
        assertEquals("""
                ! the restore of lunch was interrupted: it was ended while it exchanged the lab's files; up puts back what was \
                there, and starts it
                  try      up, or once more: restore lunch""", told(true));
        assertEquals("""
                ! the restore of lunch is not complete: the lab has the files of lunch; what it was before is kept as the save \
                before-restore
                  try      restore before-restore, or once more: restore lunch""", told(false));
    }

    private static String told(boolean isMixed) {
        var restore = new UnfinishedRestore("lunch", "before-restore", isMixed);
        var report = new SavesReport(List.of(), List.of(), List.of(restore), ZoneOffset.UTC);
        return String.join("\n", report.lines(TerminalLook.PLAIN));
    }

    private static List<String> lines(List<Save> saves, List<String> unreadable) {
        return new SavesReport(saves, unreadable, List.of(), ZoneOffset.UTC).lines(TerminalLook.PLAIN);
    }
}

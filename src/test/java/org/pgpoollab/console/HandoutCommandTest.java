package org.pgpoollab.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.Exit;
import org.pgpoollab.journal.EventJson;
import org.pgpoollab.playback.GivenPlayback;
import org.pgpoollab.topology.LabFile;

/** Tests the command handout on a lab whose directory has what was recorded of a failover. */
class HandoutCommandTest {

    private final TypedConsole console = new TypedConsole();

    @TempDir
    private Path root;

    private Path page;

    @BeforeEach
    void makeLab() throws IOException {
        var labs = Files.createDirectories(root.resolve("pgpool-lab"));
        var lab = labs.resolve("default");
        console.with("XDG_STATE_HOME", root.toString()).with("XDG_CACHE_HOME", root.toString());
        console.session.directory = lab;
        LabFile.write(console.session.lab, lab.resolve("lab.yaml"));
        Files.createDirectories(lab.resolve("snapshots"));
        Files.write(
                lab.resolve("snapshots/20260101T120000.000Z.snapshots"), GivenPlayback.file(GivenPlayback.failover()));
        Files.write(
                lab.resolve("events.jsonl"),
                GivenPlayback.events().stream().map(EventJson::line).toList());
        var typed = GivenPlayback.at(5).toEpochMilli();
        Files.writeString(
                labs.resolve("history"),
                "1000:long ago\n" + typed + ":stop pg-0\n" + typed + ":psql -c \"alter role x password 'geheim99'\"\n");
        page = root.resolve("page.html");
    }

    @Test
    void aPageOfTheUsersOwnIsWritten() throws IOException {
        assertEquals(Exit.DONE, console.run("handout", page.toString()), console.messages());

        var html = Files.readString(page);
        assertTrue(html.contains(">stop pg-0</td>"));
        assertFalse(html.contains("long ago"));
        assertFalse(html.contains("geheim99"));
        assertTrue(html.contains("data:image/svg+xml;base64,"));
        assertTrue(html.contains("Outages were not measured: there was no load."));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(page)));
        assertTrue(console.results().contains("the handout is in " + page), console.results());
    }

    @Test
    void anOlderPageIsReplaced() throws IOException {
        Files.writeString(page, "old");

        console.run("handout", page.toString());

        assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
    }

    @Test
    void aDryRunWritesNothing() {
        assertEquals(Exit.DONE, console.run("handout", page.toString(), "--dry-run"));

        assertFalse(Files.exists(page));
        assertTrue(console.results().contains("the handout would be in " + page), console.results());
    }

    @Test
    void aLabOfWhichNoSnapshotWasKeptHasAPageToo() throws IOException {
        Files.delete(console.session.directory.resolve("snapshots/20260101T120000.000Z.snapshots"));

        assertEquals(Exit.DONE, console.run("handout", page.toString()), console.messages());

        assertTrue(Files.readString(page).contains("No snapshot was kept of this time"));
    }

    @Test
    void withoutALabThereIsNothingToWrite() throws IOException {
        Files.delete(console.session.directory.resolve("lab.yaml"));

        assertEquals(Exit.FAILED, console.run("handout", page.toString()));

        assertTrue(console.messages().contains("there is no lab of this name"), console.messages());
        assertFalse(Files.exists(page));
    }

    @Test
    void aFileThatCannotBeWrittenIsRefused() {
        for (var line : List.of(
                "handout | FILE.html",
                "handout page.txt | its name has to end in .html",
                "handout " + root + "/nowhere/page.html | is no directory that can be written to",
                "handout " + page + " --from later | it is neither a length of time nor a time",
                "handout " + page + " --from 2026-01-02T10:00 --to 2026-01-01T10:00 | --to is before --from",
                "handout " + page + " --from 2999-01-01T10:00 | is still to come")) {
            var parts = line.split(" \\| ");

            assertFalse(console.run(parts[0].split(" ")) == Exit.DONE, line);

            assertTrue(console.messages().contains(parts[1]), line + ": " + console.messages());
        }
    }

    @Test
    void aDirectoryIsRefused() throws IOException {
        Files.createDirectories(page);

        assertEquals(Exit.FAILED, console.run("handout", page.toString()));

        assertTrue(console.messages().contains("it is a directory"), console.messages());
    }
}

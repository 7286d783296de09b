package org.pgpoollab.binaries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryFinderTest {

    @TempDir
    Path root;

    private final FakeApt shell = new FakeApt();

    @Test
    void findsEverythingOnAFullDebian() {
        var debian = FakeHostSystem.debian(root)
                .debianPostgres(15)
                .debianRepmgr(15)
                .pgpool()
                .networkPrograms();

        var found = find(debian.machine());

        assertEquals(Set.of(), found.missing());
        assertEquals(
                root.resolve("usr/lib/postgresql/15/bin"),
                found.postgres().get(0).bin());
        assertEquals(root.resolve("usr/sbin/ip"), found.programs().get("ip"));
    }

    @Test
    void aPostgresWithoutRepmgrDoesNotCount() {
        var debian = FakeHostSystem.debian(root).debianPostgres(15).pgpool().networkPrograms();

        assertEquals(Set.of(RequiredProgram.POSTGRESQL), find(debian.machine()).missing());
    }

    @Test
    void aRepmgrOfAnotherMajorVersionDoesNotCount() {
        var debian = FakeHostSystem.debian(root)
                .debianPostgres(17)
                .debianRepmgr(15)
                .pgpool()
                .networkPrograms();

        assertEquals(Set.of(RequiredProgram.POSTGRESQL), find(debian.machine()).missing());
    }

    @Test
    void wrappersOnThePathAreNotTheRealRepmgr() {
        var debian = FakeHostSystem.debian(root)
                .debianPostgres(15)
                .debianRepmgr(15)
                .programs("usr/bin", "repmgr", "repmgrd", "psql");
        debian.remove("usr/lib/postgresql/15/bin/repmgrd");

        assertTrue(find(debian.machine()).missing().contains(RequiredProgram.POSTGRESQL));
    }

    @Test
    void theNewestCompleteMajorVersionWins() {
        var debian = FakeHostSystem.debian(root)
                .debianPostgres(9)
                .debianPostgres(13)
                .debianRepmgr(13)
                .debianPostgres(15)
                .debianRepmgr(15)
                .debianPostgres(17);

        assertEquals(15, find(debian.machine()).postgres().get(0).major());
    }

    @Test
    void findsPostgresqlsOwnRpms() {
        var fedora = new FakeHostSystem(root).redHatPostgres(16);

        assertEquals(
                root.resolve("usr/pgsql-16/bin"),
                find(fedora.machine()).postgres().get(0).bin());
        assertEquals(List.of(), shell.lines());
    }

    @Test
    void findsAPostgresThatWasBuiltFromSource() throws IOException {
        var built = new FakeHostSystem(root).postgresIn("opt/pg", "lib", "share/postgresql");
        Files.createDirectories(built.path("usr/local/bin"));
        Files.createSymbolicLink(built.path("usr/local/bin/postgres"), built.path("opt/pg/bin/postgres"));

        var found = find(built.machine());

        assertEquals(16, found.postgres().get(0).major());
        assertEquals(
                root.toRealPath().resolve("opt/pg/bin"), found.postgres().get(0).bin());
    }

    @Test
    void onAnEmptyMachineEverythingIsMissing() {
        assertEquals(
                EnumSet.allOf(RequiredProgram.class),
                find(new FakeHostSystem(root).machine()).missing());
        assertEquals(List.of(), shell.lines());
    }

    @Test
    void anArpingThatPgpoolCannotUseIsMissing() {
        shell.withArping("ARPing 2.22, by Thomas Habets <thomas@habets.se>\n");
        var debian = FakeHostSystem.debian(root).networkPrograms();

        assertTrue(find(debian.machine()).missing().contains(RequiredProgram.ARPING));
    }

    @Test
    void pgpoolWithoutItsToolsIsMissing() {
        var debian = FakeHostSystem.debian(root).programs("usr/sbin", "pgpool");

        assertTrue(find(debian.machine()).missing().contains(RequiredProgram.PGPOOL));
    }

    @Test
    void aLinkThatLeadsOutOfAFetchedTreeIsNotTheFetchedProgram() throws IOException {
        var tree = new FakeHostSystem(root.resolve("tree")).programs("bin", "ip");
        var machine = new FakeHostSystem(root).programs("usr/bin", "ip");
        Files.createDirectories(tree.path("sbin"));
        Files.createSymbolicLink(tree.path("sbin/ip"), machine.path("usr/bin/ip"));

        var found = new BinaryFinder(shell).in(root.resolve("tree"));

        assertEquals(tree.path("bin/ip"), found.programs().get("ip"));
    }

    @Test
    void directoriesOnThePathComeFirst() {
        var debian = FakeHostSystem.debian(root).networkPrograms().programs("home/bin", "socat");

        var found = find(new HostSystem(root, List.of(debian.path("home/bin")), "amd64"));

        assertEquals(debian.path("home/bin/socat"), found.programs().get("socat"));
    }

    private SearchResult find(HostSystem machine) {
        return new BinaryFinder(shell).on(machine);
    }
}

package org.pgpoollab.binaries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;
import org.pgpoollab.apt.FetchPolicy;
import org.pgpoollab.engine.MachineCheck;
import org.pgpoollab.engine.Shell.Ended;

@Timeout(60)
class BinaryStoreTest {

    private static final String TREE = "programs/debian-12-amd64/postgresql-pgpool-arping-ping-socat";

    @TempDir
    Path root;

    @TempDir
    Path cache;

    private final FakeApt shell = new FakeApt();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aFullMachineNeedsNoFetching() {
        var debian = full();

        var binaries = store(debian).obtain();

        assertEquals(15, binaries.postgresMajor());
        assertEquals("4.3.5", binaries.pgpoolVersion());
        assertEquals("5.3.3", binaries.repmgrVersion());
        assertFalse(binaries.environment().containsKey("LD_LIBRARY_PATH"));
        assertEquals(List.of(), told);
    }

    @Test
    void whatIsMissingIsFetchedWithTheNewestPostgresThatHasRepmgr() {
        var binaries = store(bare()).obtain();

        assertEquals(
                List.of(
                        "apt-get -qq update",
                        "apt-cache pkgnames postgresql-",
                        "apt-get --print-uris install postgresql-15 postgresql-client-15 postgresql-15-repmgr pgpool2"
                                + " iputils-arping iputils-ping socat",
                        "apt-get --download-only install postgresql-15 postgresql-client-15 postgresql-15-repmgr"
                                + " pgpool2 iputils-arping iputils-ping socat",
                        "dpkg -x iputils-arping.deb tree",
                        "dpkg -x iputils-ping.deb tree",
                        "dpkg -x pgpool2.deb tree",
                        "dpkg -x postgresql-15-repmgr.deb tree",
                        "dpkg -x postgresql-15.deb tree",
                        "dpkg -x postgresql-client-15.deb tree",
                        "dpkg -x socat.deb tree"),
                shell.lines().stream()
                        .filter(line -> !line.endsWith("--version"))
                        .toList());
        assertEquals(cache.resolve(TREE).resolve("usr/lib/postgresql/15/bin"), binaries.postgresBin());
        assertEquals(root.resolve("usr/sbin/ip"), binaries.ip());
        assertEquals(
                cache.resolve(TREE).resolve("usr/lib/x86_64-linux-gnu").toString(),
                binaries.environment().get("LD_LIBRARY_PATH"));
        assertTrue(binaries.areThere());
        assertEquals("fetching 7 packages, 14 MB", told.get(1).replaceAll(":.*", ""));
    }

    @Test
    void afterAFetchNothingIsLeftButTheTreeTheStampAndTheLock() throws IOException {
        store(bare()).obtain();

        assertEquals(List.of("found.properties", "lock", "programs"), entries(cache));
    }

    @Test
    void everyCommandHasADeadlineAndSpeaksEnglish() {
        store(bare()).obtain();

        shell.commands().stream()
                .filter(command -> command.argv().get(0).startsWith("apt"))
                .forEach(command -> assertEquals("C", command.environment().get("LC_ALL")));
        assertTrue(
                shell.commands().stream().allMatch(command -> command.deadline().toMinutes() <= 15));
        assertTrue(shell.commands().stream()
                .noneMatch(command -> command.shellLine().contains("unauthenticated")));
    }

    @Test
    void aCheckTellsWhatIsThereAndFetchesNothing() {
        var lacking = store(bare()).check();
        assertEquals(MachineCheck.Result.LIMITED, lacking.result());
        assertTrue(lacking.found().startsWith("missing: PostgreSQL with repmgr, Pgpool-II"), lacking.found());
        assertTrue(lacking.remedy().startsWith("apt-get install "), lacking.remedy());
        assertEquals(List.of(), told);

        store(bare()).obtain();
        var there = store(bare()).check();
        assertEquals(MachineCheck.Result.MET, there.result());
        assertEquals("PostgreSQL 15, repmgr 5.3.3, Pgpool-II 4.3.5, fetched into " + cache, there.found());
    }

    @Test
    void theSecondTimeNoProcessIsStarted() {
        var machine = bare();
        var first = store(machine).obtain();
        var before = shell.lines().size();

        var second = store(machine).obtain();

        assertEquals(first, second);
        assertEquals(before, shell.lines().size());
    }

    @Test
    void whatWasInstalledMeanwhileIsPreferredToWhatWasFetched() {
        var machine = bare();
        store(machine).obtain();

        machine.networkPrograms().pgpool().debianPostgres(16).debianRepmgr(16);
        var binaries = store(machine).obtain();

        assertEquals(16, binaries.postgresMajor());
        assertEquals(List.of(), binaries.libraryDirectories());
    }

    @Test
    void aTreeThatHasMoreThanIsMissingServesWithoutFetching() {
        var machine = bare();
        store(machine).obtain();
        var before = told.size();

        machine.networkPrograms();
        var binaries = store(machine).obtain();

        assertEquals(root.resolve("usr/bin/socat"), binaries.socat());
        assertEquals(cache.resolve(TREE).resolve("usr/sbin/pgpool"), binaries.pgpool());
        assertEquals(before, told.size());
    }

    @Test
    void aTreeFromWhichSomethingWasDeletedIsFetchedAnew() throws IOException {
        var machine = bare();
        store(machine).obtain();
        Files.delete(cache.resolve(TREE).resolve("usr/sbin/pgpool"));

        var binaries = store(machine).obtain();

        assertTrue(binaries.areThere());
    }

    @Test
    void fetchedProgramsThatNoLongerRunAreNamed() throws IOException {
        var machine = bare();
        store(machine).obtain();
        Files.delete(cache.resolve("found.properties"));
        shell.failing("pgpool --version", 127, "pgpool: error while loading shared libraries: libmemcached.so.11\n");

        var problem = problem(machine);

        assertEquals(cache.resolve(TREE).resolve("usr/sbin/pgpool") + " does not run", problem.what());
        assertTrue(problem.remedy().startsWith("rm -r " + cache.resolve(TREE)));
    }

    @Test
    void withoutNetworkItSaysWhatAptSaidAndTheNextStartTriesAgain() throws IOException {
        var machine = bare();
        shell.offering("postgresql-15")
                .failing(
                        "update",
                        0,
                        "W: Failed to fetch http://deb/InRelease  Temporary failure resolving 'deb'\n"
                                + "W: Some index files failed to download. They have been ignored, or old ones used"
                                + " instead.\n");

        var problem = problem(machine);

        assertEquals("apt offers no PostgreSQL with repmgr", problem.what());
        assertEquals("Failed to fetch http://deb/InRelease  Temporary failure resolving 'deb'", problem.why());
        assertEquals(List.of("lock"), entries(cache));

        shell.recovered().offering("postgresql-15", "postgresql-15-repmgr");

        assertTrue(store(machine).obtain().areThere());
    }

    @Test
    void withoutNetworkASmallNeedIsToldAsTheNetworksFaultToo() {
        var machine =
                FakeHostSystem.debian(root).debianPostgres(15).debianRepmgr(15).networkPrograms();
        shell.failing("update", 0, "W: Failed to fetch http://deb/InRelease  Temporary failure resolving 'deb'\n")
                .failing("--print-uris", 100, "E: Unable to locate package pgpool2\n");

        assertEquals(
                "Failed to fetch http://deb/InRelease  Temporary failure resolving 'deb'",
                problem(machine).why());
    }

    @Test
    void aDownloadThatBreaksOffIsNeverUsedAndItsCompletePackagesAreKept() throws IOException {
        var machine = bare();
        shell.doing("--download-only", command -> {
            FakeApt.write(
                    Path.of(command.argv().get(2)).resolveSibling("archives").resolve("pgpool2.deb"));
            FakeApt.write(Path.of(command.argv().get(2))
                    .resolveSibling("archives/partial")
                    .resolve("socat.deb"));
            return new Ended(100, "", "E: Failed to fetch http://deb/socat.deb  Connection timed out\n");
        });

        var problem = problem(machine);

        assertEquals("Failed to fetch http://deb/socat.deb  Connection timed out", problem.why());
        assertFalse(Files.exists(cache.resolve("programs")));
        assertFalse(Files.exists(cache.resolve("found.properties")));

        var reused = new ArrayList<String>();
        shell.recovered().doing("--download-only", command -> {
            reused.addAll(entries(Path.of(command.argv().get(2)).resolveSibling("archives")));
            return shell.answer(command);
        });
        store(machine).obtain();

        assertEquals(List.of("partial", "pgpool2.deb"), reused);
        assertEquals(List.of("found.properties", "lock", "programs"), entries(cache));
    }

    @Test
    void whatAKilledProgramLeftBehindIsClearedAwayAndItsPackagesReused() throws IOException {
        var left = cache.resolve("fetching-123");
        FakeApt.write(left.resolve("archives/pgpool2.deb"));
        FakeApt.write(left.resolve("tree/usr/sbin/pgpool"));
        FakeApt.write(left.resolve("lists/partial/half"));

        store(bare()).obtain();

        assertEquals(List.of("found.properties", "lock", "programs"), entries(cache));
    }

    @Test
    void aFullDiskIsToldWithTheWayOut() {
        shell.failing(
                "dpkg -x",
                2,
                "tar: ./usr/bin/x: Cannot write: No space left on device\n"
                        + "dpkg-deb: error: tar subprocess returned error exit status 2\n");

        var problem = problem(bare());

        assertEquals("tar: ./usr/bin/x: Cannot write: No space left on device", problem.why());
        assertTrue(problem.remedy().startsWith("make room for 500 MB in " + cache), problem.remedy());
        assertFalse(Files.exists(cache.resolve("programs")));
    }

    @Test
    void packagesThatDoNotHoldWhatIsNeededAreNotUsed() {
        shell.doing("dpkg -x", command -> new Ended(0, "", ""));

        assertEquals(
                "the packages that apt has do not hold what the lab needs",
                problem(bare()).what());
        assertFalse(Files.exists(cache.resolve("programs")));
    }

    @Test
    void twoAtATimeFetchOnceAndTheSecondIsToldThatItWaits() throws Exception {
        var machine = bare();
        var downloading = new CountDownLatch(1);
        var waiting = new CountDownLatch(1);
        shell.doing("--download-only", command -> {
            downloading.countDown();
            await(waiting);
            return shell.answer(command);
        });
        var pool = Executors.newFixedThreadPool(2);

        var first = pool.submit(() -> store(machine).obtain());
        await(downloading);
        var second = pool.submit(() -> new BinaryStore(shell, machine.machine(), cache, line -> {
                    told.add(line);
                    waiting.countDown();
                })
                .obtain());

        assertEquals(first.get(30, TimeUnit.SECONDS), second.get(30, TimeUnit.SECONDS));
        assertEquals(
                1,
                shell.lines().stream()
                        .filter(line -> line.contains("--download-only"))
                        .count());
        assertTrue(told.contains("the programs are being fetched already; waiting for that"), told.toString());
        pool.shutdown();
    }

    @Test
    void withoutAptItNamesThePackagesOfTheSystemsOwnKind() {
        var fedora = new FakeHostSystem(root)
                .file("etc/os-release", "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\nVERSION_ID=\"9.4\"\n")
                .programs("usr/bin", "unshare", "nsenter")
                .networkPrograms();

        var problem = problem(fedora);

        assertEquals("PostgreSQL with repmgr, Pgpool-II missing on this machine", problem.what());
        assertEquals("they cannot be fetched either: there is no apt-get, apt-cache, dpkg", problem.why());
        assertEquals(
                "dnf install postgresql17-server repmgr_17 pgpool-II "
                        + "(PostgreSQL's own repository has them: https://yum.postgresql.org), or: --engine compose",
                problem.remedy());
        assertEquals(List.of("arping -V"), shell.lines());
    }

    @Test
    void aMachineWithoutNamespaceToolsIsRefusedBeforeAnythingIsFetched() {
        var debian = bare();
        debian.remove("usr/bin/nsenter");

        assertTrue(problem(debian).remedy().contains("apt-get install"));
        assertEquals(List.of(), told);
    }

    @Test
    void aCacheThatCannotBeWrittenIsTold() throws IOException {
        var file = Files.writeString(cache.resolve("file"), "");

        var refused = assertThrows(
                LabException.class,
                () -> new BinaryStore(shell, bare().machine(), file.resolve("cache"), told::add).obtain());

        assertEquals(Exit.MISSING, refused.exit());
        assertEquals(
                "the programs cannot be fetched into " + file.resolve("cache"),
                refused.problems().get(0).what());
    }

    @Test
    void aDirectoryFromAnotherMachineIsTakenInsteadOfTheMachinesSources() throws IOException {
        var machine = bare().file("usr/share/keyrings/debian-archive-keyring.gpg", "keys");
        var stick = cache.resolve("stick");
        Files.createDirectories(stick.resolve("machine-debian-12-amd64"));
        Files.createFile(stick.resolve("machine-debian-12-amd64/manifest"));
        for (var name : List.of("postgresql-15", "postgresql-client-15", "postgresql-15-repmgr", "pgpool2")) {
            Files.createFile(stick.resolve("machine-debian-12-amd64/" + name + ".deb"));
        }
        for (var name : List.of("iputils-arping", "iputils-ping", "socat")) {
            Files.createFile(stick.resolve("machine-debian-12-amd64/" + name + ".deb"));
        }
        var sources = new ArrayList<String>();
        shell.doing(" update", command -> {
            var configuration = Path.of(command.argv().get(2));
            sources.addAll(lines(configuration.resolveSibling("sources.list")));
            return new Ended(0, "", "");
        });

        store(machine).obtain(stick);

        assertEquals(3, sources.size());
        assertTrue(
                sources.get(0).endsWith(" copy:" + stick + "/machine-debian-12-amd64/debian/ bookworm main"),
                sources.get(0));
        assertEquals(15, store(machine).obtain().postgresMajor());
    }

    @Test
    void aDirectoryOfAnotherSystemIsRefusedWithWhatItHas() throws IOException {
        var stick = cache.resolve("stick");
        Files.createDirectories(stick.resolve("machine-debian-13-amd64"));
        Files.createFile(stick.resolve("machine-debian-13-amd64/manifest"));

        var refused = assertThrows(LabException.class, () -> store(bare()).obtain(stick));

        assertEquals(
                "it has packages for machine-debian-13-amd64",
                refused.problems().get(0).why());
    }

    @Test
    void theProgramsOfAnotherSystemThanDebianAreNotCarried() {
        var ubuntu = bare().file("etc/os-release", "ID=ubuntu\nVERSION_ID=24.04\nVERSION_CODENAME=noble\n");

        var refused =
                assertThrows(LabException.class, () -> store(ubuntu).export(FetchPolicy.USUAL, cache.resolve("stick")));

        assertEquals(
                "only packages of Debian are, and this is ubuntu-24.04-amd64",
                refused.problems().get(0).why());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Problem problem(FakeHostSystem machine) {
        var refused = assertThrows(LabException.class, () -> store(machine).obtain());
        assertEquals(Exit.MISSING, refused.exit());
        return refused.problems().get(0);
    }

    private BinaryStore store(FakeHostSystem machine) {
        return new BinaryStore(shell, machine.machine(), cache, told::add);
    }

    private FakeHostSystem bare() {
        return FakeHostSystem.debian(root).programs("usr/sbin", "ip");
    }

    private FakeHostSystem full() {
        return FakeHostSystem.debian(root)
                .debianPostgres(15)
                .debianRepmgr(15)
                .pgpool()
                .networkPrograms();
    }

    private static List<String> entries(Path directory) {
        try (var children = Files.list(directory)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

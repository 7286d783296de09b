package org.pgpoollab.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.pgpoollab.apt.FetchPolicy;
import org.pgpoollab.apt.PgdgSource;
import org.pgpoollab.engine.Shell.Ended;
import org.pgpoollab.topology.Release;

@Timeout(60)
class ReleaseStoreTest {

    private static final Release TRIXIE = new Release("trixie");

    @TempDir
    Path cache;

    @TempDir
    Path keyring;

    private final FakeDebian shell = new FakeDebian();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aReleaseIsFetchedOnceAndSaysWhatItIs() {
        var binaries = store().obtain(TRIXIE);

        assertEquals(17, binaries.postgresMajor());
        assertEquals("4.6.1", binaries.pgpoolVersion());
        assertEquals("5.5.0", binaries.repmgrVersion());
        assertEquals(Path.of("/usr/lib/postgresql/17/bin"), binaries.postgresBin());
        assertEquals(root("2026-11-28"), binaries.root().path());
        assertEquals("trixie", binaries.root().release());
        assertTrue(
                told.contains("fetching trixie: PostgreSQL 17.12, repmgr 5.5.0, Pgpool-II 4.6.1; 5 packages, 10 MB"),
                told.toString());

        assertEquals(binaries, store().obtain(TRIXIE));
        assertEquals(1, shell.lines(" download ").size());
    }

    @Test
    void packagesThatOnlyScriptsNeedAreNotDownloaded() {
        store().obtain(TRIXIE);

        var line = shell.lines(" download ").get(0);

        assertTrue(
                line.endsWith(
                        " dash=0.5.12-12 postgresql-17=17.12-0+deb13u1 postgresql-17-repmgr=5.5.0-2 pgpool2=4.6.1-1 libpam0g=1.7.0-5"));
    }

    @Test
    void aProgramThatNobodyNeedsAndThatLacksALibraryIsRemoved() {
        store().obtain(TRIXIE);

        assertFalse(Files.exists(root("2026-11-28").resolve("usr/bin/lslogins")));
    }

    @Test
    void aNeededProgramThatLacksALibraryIsRefused() {
        shell.when("--list", () -> new Ended(0, "# usr/sbin/pgpool\n\tlibpcp.so.2 => not found\n", ""));

        var refused = assertThrows(LabException.class, () -> store().obtain(TRIXIE));

        assertEquals(
                "usr/sbin/pgpool needs libpcp.so.2, which is in none of the packages",
                refused.problems().get(0).why());
        assertFalse(Files.exists(root("2026-11-28")));
    }

    @Test
    void aDamagedRootDirectoryIsFoundAndFetchedAgainBesideIt() throws IOException {
        store().obtain(TRIXIE);
        Files.delete(root("2026-11-28").resolve("usr/bin/socat"));

        var binaries = store().obtain(TRIXIE);

        assertEquals(root("2026-11-28-2"), binaries.root().path());
        assertEquals(
                List.of("not used: " + root("2026-11-28") + " is damaged, usr/bin/socat is missing"),
                told.stream().filter(line -> line.startsWith("not used")).toList());
    }

    @Test
    void allDatesOfAReleaseAreListedWithVersionsSizesAndDamage() throws IOException {
        store().obtain(TRIXIE);
        Files.delete(root("2026-11-28").resolve("usr/bin/socat"));
        assertFalse(store().has(TRIXIE));
        store().obtain(TRIXIE);

        var all = store().all();

        assertEquals(
                List.of("2026-11-28-2", "2026-11-28"),
                all.stream().map(CachedRelease::date).toList());
        assertEquals(
                List.of("", "usr/bin/socat is missing"),
                all.stream().map(CachedRelease::damage).toList());
        assertEquals(
                "PostgreSQL 17, repmgr 5.5.0, Pgpool-II 4.6.1",
                all.get(0).versions().text());
        assertTrue(all.get(0).bytes() > all.get(1).bytes(), all.toString());
        assertTrue(store().has(TRIXIE));
    }

    @Test
    void aRemovalRemovesAllDatesAndSaysTheirSize() throws IOException {
        store().obtain(TRIXIE);
        Files.delete(root("2026-11-28").resolve("usr/bin/socat"));
        store().obtain(TRIXIE);
        var bytes = store().all().stream().mapToLong(CachedRelease::bytes).sum();

        var freed = store().remove(TRIXIE, () -> {});

        assertEquals(bytes, freed);
        assertEquals(List.of(), store().all());
        assertFalse(Files.exists(root("2026-11-28").getParent()));
    }

    @Test
    void aRemovalThatIsRefusedRemovesNothing() {
        store().obtain(TRIXIE);

        assertThrows(
                LabException.class,
                () -> store().remove(TRIXIE, () -> {
                    throw LabException.failed("in use", "", "");
                }));

        assertTrue(store().has(TRIXIE));
    }

    @Test
    void aReleaseWithoutRepmgrIsRefusedWithOthers() {
        shell.offering("postgresql-18\n");

        var refused = assertThrows(LabException.class, () -> store().obtain(new Release("forky")));

        assertEquals(Exit.MISSING, refused.exit());
        assertEquals(
                "it has no repmgr: no package postgresql-N-repmgr",
                refused.problems().get(0).why());
        assertEquals(
                "up --release trixie, or --release sid",
                refused.problems().get(0).remedy());
    }

    @Test
    void withoutDebiansKeysNothingIsFetched() {
        keyring = keyring.resolve("none.gpg");

        var refused = assertThrows(LabException.class, () -> store().obtain(TRIXIE));

        assertEquals(
                "apt-get install debian-archive-keyring",
                refused.problems().get(0).remedy());
        assertEquals(List.of(), shell.lines(" update"));
    }

    @Test
    void aCacheInWhichNoProgramCanBeRunIsFoundBeforeTheDownload() {
        shell.when("/probe", () -> {
            throw LabException.missing("probe cannot be started", "error=13, Permission denied", "");
        });

        var refused = assertThrows(LabException.class, () -> store().obtain(TRIXIE));

        assertEquals(
                "let XDG_CACHE_HOME name a directory of a file system that is not mounted with noexec",
                refused.problems().get(0).remedy());
        assertEquals(List.of(), shell.lines(" update"));
    }

    @Test
    void aReleaseThatNeedsANewerKernelIsRefused() {
        shell.when("postgres --version", () -> new Ended(127, "", "FATAL: kernel too old"));

        var refused = assertThrows(LabException.class, () -> store().obtain(TRIXIE));

        assertEquals("FATAL: kernel too old", refused.problems().get(0).why());
        assertEquals(
                "up --release with an older release, or with machine",
                refused.problems().get(0).remedy());
        assertFalse(Files.exists(root("2026-11-28")));
    }

    @Test
    void withoutANetworkTheReasonIsTold() {
        shell.failing(
                " update",
                "E: Failed to fetch http://deb/dists/trixie/InRelease  Temporary failure resolving 'deb'\n"
                        + "E: Some index files failed to download. They have been ignored, or old ones used instead.\n");

        var refused = assertThrows(LabException.class, () -> store().obtain(TRIXIE));

        assertEquals(
                "Failed to fetch http://deb/dists/trixie/InRelease  Temporary failure resolving 'deb'",
                refused.problems().get(0).why());
    }

    @Test
    void aWrongSignatureIsRefusedWithAptsWords() {
        shell.failing(
                " update",
                "W: GPG error: http://deb trixie InRelease: The following signatures were invalid: BADSIG\n"
                        + "E: The repository 'http://deb trixie InRelease' is not signed.\n");

        var refused = assertThrows(LabException.class, () -> store().obtain(TRIXIE));

        assertEquals(
                "The repository 'http://deb trixie InRelease' is not signed.",
                refused.problems().get(0).why());
        assertEquals(List.of(), shell.lines(" download "));
    }

    @Test
    void aDownloadThatBrokeOffGoesOnWithWhatIsThere() {
        shell.when("dpkg-deb", () -> new Ended(1, "", "tar: write error: No space left on device"));
        var refused = assertThrows(LabException.class, () -> store().obtain(TRIXIE));
        assertTrue(refused.problems().get(0).remedy().startsWith("make room for 400 MB in " + cache));

        shell.when("dpkg-deb", () -> new Ended(1, "", "tar: write error: No space left on device"));
        var kept = new ArrayList<String>();
        shell.when(" update", () -> {
            kept.addAll(archives());
            return new Ended(0, "", "");
        });
        assertThrows(LabException.class, () -> store().obtain(TRIXIE));

        assertEquals(5, kept.size(), kept.toString());

        var downloads = shell.lines(" download ");
        assertEquals(2, downloads.size(), downloads.toString());
        assertEquals(packages(downloads.get(0)), packages(downloads.get(1)));
    }

    private static String packages(String download) {
        return download.substring(download.indexOf(" download "));
    }

    @Test
    void offlineNothingIsAskedForButWhatIsThereIsUsed() {
        var offline = new FetchPolicy(true, List.of(), PgdgSource.USUAL);

        var refused = assertThrows(LabException.class, () -> store(offline).obtain(TRIXIE));

        assertEquals(Exit.MISSING, refused.exit());
        assertEquals(
                "the release trixie is not in the cache",
                refused.problems().get(0).what());
        assertEquals(List.of(), shell.lines(""));

        var binaries = store().obtain(TRIXIE);
        assertEquals(binaries, store(offline).obtain(TRIXIE));
    }

    @Test
    void aChosenMirrorStandsInTheSourcesAndTheOtherStaysThatOfTheMachine() {
        var sources = new ArrayList<String>();
        shell.when(" update", () -> {
            sources.addAll(sourcesLists());
            return new Ended(0, "", "");
        });

        store(FetchPolicy.USUAL.with("http://mirror.example/debian", "")).obtain(TRIXIE);

        assertEquals(
                List.of(
                        "http://mirror.example/debian trixie",
                        "http://mirror.example/debian trixie-updates",
                        "http://deb.debian.org/debian-security/ trixie-security"),
                sources.stream()
                        .map(line -> line.replaceFirst("^deb \\[[^]]*] ", "").replaceFirst(" main$", ""))
                        .toList());
    }

    @Test
    void pgdgsPackagesAreVerifiedByTheKeysInAPackageThatDebiansKeysVerify() {
        var asked = new ArrayList<String>();
        shell.when(" update", () -> {
            asked.add(sourcesLists().size() + " sources, keys " + keys());
            return new Ended(0, "", "");
        });

        store().obtain(new Release("trixie-pgdg-17"));

        assertEquals(List.of("3 sources, keys []", "4 sources, keys [apt.postgresql.org.asc]"), asked);
        assertTrue(
                shell.lines(" download ")
                        .get(1)
                        .endsWith(" download postgresql-common=278 postgresql-client-common=278"),
                shell.lines(" download ").toString());
        assertTrue(Files.isDirectory(root("trixie-pgdg-17", "2026-11-28")));
        assertEquals(
                List.of("trixie-pgdg-17"),
                store().all().stream().map(each -> each.release().name()).toList());
    }

    @Test
    void aFileOfKeysOfTheUserIsUsedInsteadOfDebians() throws IOException {
        var file = Files.writeString(cache.resolve("my key"), "-----BEGIN PGP PUBLIC KEY BLOCK-----");
        var asked = new ArrayList<String>();
        shell.when(" update", () -> {
            asked.add(sourcesLists().get(3) + " " + keys());
            return new Ended(0, "", "");
        });
        var policy = new FetchPolicy(false, List.of(), new PgdgSource("http://127.0.0.1/pgdg", file.toString()));

        store(policy).obtain(new Release("trixie-pgdg-17"));

        assertEquals(List.of("deb http://127.0.0.1/pgdg trixie-pgdg main [pgdg.asc]"), asked);
    }

    @Test
    void aFileOfKeysThatIsNotThereIsNamed() {
        var policy = new FetchPolicy(false, List.of(), new PgdgSource("http://127.0.0.1/pgdg", "/nowhere/key"));

        var refused = assertThrows(LabException.class, () -> store(policy).obtain(new Release("trixie-pgdg-17")));

        assertEquals(
                "PGPOOL_LAB_PGDG_KEY names /nowhere/key: no such file: /nowhere/key",
                refused.problems().get(0).why());
        assertEquals(List.of(), shell.lines(" update"));
    }

    @Test
    void aMajorVersionThatPgdgHasNotIsRefusedWithThoseThatItHas() {
        shell.offering("postgresql-15\npostgresql-15-repmgr\npostgresql-16\npostgresql-17\npostgresql-17-repmgr\n");

        var refused = assertThrows(LabException.class, () -> store().obtain(new Release("bookworm-pgdg-16")));

        assertEquals(
                "there is no PostgreSQL 16 with repmgr; there is 15, 17",
                refused.problems().get(0).why());
        assertEquals("up --release bookworm-pgdg-17", refused.problems().get(0).remedy());
    }

    @Test
    void withoutAWayToPgdgTheReasonIsToldWithWhatElseThereIs() {
        shell.when(
                " update",
                () -> sourcesLists().size() < 4
                        ? new Ended(0, "", "")
                        : new Ended(
                                100,
                                "",
                                "E: Failed to fetch https://apt.postgresql.org/pub/repos/apt/dists/bookworm-pgdg/InRelease"
                                        + "  Could not resolve 'apt.postgresql.org'\n"
                                        + "E: Some index files failed to download. They have been ignored, or old ones used instead.\n"));

        var refused = assertThrows(LabException.class, () -> store().obtain(new Release("bookworm-pgdg-16")));

        assertEquals("""
                ✗ the packages of bookworm-pgdg-16 cannot be listed
                  because  Failed to fetch https://apt.postgresql.org/pub/repos/apt/dists/bookworm-pgdg/InRelease  Could not resolve 'apt.postgresql.org'
                  try      again when the network and http://deb.debian.org/debian/ and https://apt.postgresql.org/pub/repos/apt/ are in order, or name a mirror: PGPOOL_LAB_PGDG_MIRROR=URL
                           or: on a machine with a network: versions fetch bookworm-pgdg-16 --to DIRECTORY, and here: versions fetch bookworm-pgdg-16 --from DIRECTORY
                           or with other programs: up --release bookworm""", refused.problems().get(0).text());
    }

    @Test
    void aDirectoryThatDoesNotHaveTheReleaseIsRefusedWithWhatItHas() throws IOException {
        var stick = Files.createDirectories(cache.resolve("stick"));

        var empty = assertThrows(LabException.class, () -> store().obtain(TRIXIE, stick));
        assertEquals(
                "it has nothing that versions fetch --to has written",
                empty.problems().get(0).why());

        Files.createDirectories(stick.resolve("sid-m68k"));
        Files.createFile(stick.resolve("sid-m68k/manifest"));
        var other = assertThrows(LabException.class, () -> store().obtain(TRIXIE, stick));
        assertEquals("it has packages for sid-m68k", other.problems().get(0).why());
        assertEquals(
                "on a machine with a network: versions fetch trixie --to DIRECTORY, and here: versions fetch trixie --from DIRECTORY",
                other.problems().get(0).remedy());

        var none = assertThrows(LabException.class, () -> store().obtain(TRIXIE, stick.resolve("none")));
        assertEquals("there is no such directory", none.problems().get(0).why());
        assertEquals(List.of(), shell.lines(" update"));
    }

    @Test
    void aDirectoryThatWasCopiedInPartIsRefused() throws IOException {
        var repository = cache.resolve("stick")
                .resolve(root("x")
                        .getParent()
                        .getParent()
                        .getFileName()
                        .toString()
                        .substring(7));
        Files.createDirectories(repository);
        Files.writeString(repository.resolve("manifest"), "9\tdebian/pool/main/d/dash.deb\n");

        var refused = assertThrows(LabException.class, () -> store().obtain(TRIXIE, cache.resolve("stick")));

        assertEquals(
                repository + " is damaged, or only a part of it was copied",
                refused.problems().get(0).what());
        assertEquals(
                "debian/pool/main/d/dash.deb is missing",
                refused.problems().get(0).why());
    }

    @Test
    void offlineTheWayOverAnotherMachineIsNamedAndADirectoryIsTaken() throws IOException {
        var offline = new FetchPolicy(true, List.of(), PgdgSource.USUAL);
        var name = root("x").getParent().getParent().getFileName().toString().substring(7);
        Files.createDirectories(cache.resolve("stick").resolve(name));
        Files.createFile(cache.resolve("stick").resolve(name).resolve("manifest"));

        var refused = assertThrows(LabException.class, () -> store(offline).obtain(TRIXIE));
        assertEquals(
                "without --offline, where there is a network: versions fetch trixie\n"
                        + "or: on a machine with a network: versions fetch trixie --to DIRECTORY, and here: versions fetch trixie --from DIRECTORY",
                refused.problems().get(0).remedy());
        assertThrows(LabException.class, () -> store(offline).export(TRIXIE, cache.resolve("stick")));

        store(offline).obtain(TRIXIE, cache.resolve("stick"));
        assertTrue(store(offline).has(TRIXIE));
    }

    private List<String> keys() {
        try (var files = Files.walk(cache)) {
            return files.filter(file -> file.getParent().endsWith("keys"))
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> sourcesLists() {
        try (var files = Files.walk(cache)) {
            var lines = new ArrayList<String>();
            for (var file : files.filter(path -> path.endsWith("sources.list")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> archives() {
        try (var files = Files.walk(cache)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".deb"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void twoWhoFetchAtOnceFetchOnce() throws Exception {
        var downloading = new CountDownLatch(1);
        var waiting = new CountDownLatch(1);
        shell.when("indextargets", () -> {
            downloading.countDown();
            return waited(waiting);
        });
        var threads = Executors.newFixedThreadPool(2);
        try {
            var first = threads.submit(() -> store().obtain(TRIXIE));
            assertTrue(downloading.await(20, TimeUnit.SECONDS));
            var second = threads.submit(() -> new ReleaseStore(
                            shell,
                            cache,
                            line -> {
                                told.add(line);
                                waiting.countDown();
                            },
                            clock(),
                            keyring,
                            FetchPolicy.USUAL)
                    .obtain(TRIXIE));

            assertEquals(first.get(20, TimeUnit.SECONDS), second.get(20, TimeUnit.SECONDS));
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, shell.lines(" download ").size());
    }

    private static Ended waited(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
            return new Ended(0, "", "");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Path root(String date) {
        return root("trixie", date);
    }

    private Path root(String release, String date) {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : System.getProperty("os.arch");
        return cache.resolve("debian-" + release + "-" + machine).resolve(date).resolve("root");
    }

    private ReleaseStore store() {
        return store(FetchPolicy.USUAL);
    }

    private ReleaseStore store(FetchPolicy policy) {
        return new ReleaseStore(shell, cache, told::add, clock(), keyring, policy);
    }

    private static Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-28T20:00:00Z"), ZoneOffset.UTC);
    }
}

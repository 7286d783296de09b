package org.pgpoollab.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.Golden.assertGolden;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.AddressPlan;
import org.pgpoollab.topology.Credentials;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Settings;
import org.pgpoollab.topology.TimingProfile;
import org.pgpoollab.version.ProgramVersion;
import org.pgpoollab.version.ProgramVersions;

class GeneratorTest {

    private static final ToolPaths DEBIAN_12 = tools(15, ProgramVersion.of(4, 3, 5));

    @Test
    void aLabOfThreeAndThreeIsMadeOfTheseFiles() {
        var files = Generator.files(lab(3, 3, TimingProfile.FAST, Settings.NONE), DEBIAN_12);

        files.forEach(file -> assertGolden("three-and-three/" + file.path().replace("/.", "/dot"), file.content()));
        assertGolden("three-and-three.txt", listing(files));
    }

    @Test
    void oneAndOneHasNoWatchdog() {
        var files = Generator.files(lab(1, 1, TimingProfile.FAST, Settings.NONE), DEBIAN_12);

        assertGolden("one-and-one/pgpool.conf", content(files, "pgpool-0/pgpool.conf"));
        assertGolden("one-and-one/postgresql.conf", content(files, "pg-0/postgresql.conf"));
        assertGolden("one-and-one/hosts", content(files, "hosts"));
        assertTrue(content(files, "pgpool-0/pgpool.conf").contains("use_watchdog = off"));
        assertFalse(content(files, "pgpool-0/pgpool.conf").contains("delegate"));
    }

    @Test
    void theProfilesChangeNumbersOnly() {
        for (var profile : List.of(TimingProfile.BITNAMI, TimingProfile.UPSTREAM)) {
            var files = Generator.files(lab(3, 3, profile, Settings.NONE), DEBIAN_12);

            assertGolden(profile.word() + "/pgpool.conf", content(files, "pgpool-0/pgpool.conf"));
            assertGolden(profile.word() + "/repmgr.conf", content(files, "pg-0/repmgr.conf"));
            assertGolden(profile.word() + "/postgresql.conf", content(files, "pg-0/postgresql.conf"));
        }
    }

    @Test
    void settingsHaveTheNamesOfTheVersionThatIsThere() {
        var old = content(filesFor(ProgramVersion.of(4, 3, 5)), "pgpool-0/pgpool.conf");
        var middle = content(filesFor(ProgramVersion.of(4, 4, 0)), "pgpool-0/pgpool.conf");
        var late = content(filesFor(ProgramVersion.of(4, 7, 1)), "pgpool-0/pgpool.conf");

        assertEquals(Set.of("socket_dir", "delegate_IP", "logdir"), renamed(old));
        assertEquals(Set.of("unix_socket_directories", "delegate_ip", "logdir"), renamed(middle));
        assertEquals(Set.of("unix_socket_directories", "delegate_ip", "work_dir"), renamed(late));
        assertGolden("pgpool-4.7/pgpool.conf", late);
    }

    @Test
    void aNewPostgresDoesInputAndOutputInItsOwnProcesses() {
        var eighteen =
                Generator.files(lab(1, 1, TimingProfile.FAST, Settings.NONE), tools(18, ProgramVersion.of(4, 7, 1)));
        var twelve =
                Generator.files(lab(1, 1, TimingProfile.FAST, Settings.NONE), tools(12, ProgramVersion.of(4, 2, 0)));

        assertTrue(content(eighteen, "pg-0/postgresql.conf").contains("io_method = sync"));
        assertTrue(content(twelve, "pg-0/postgresql.conf").contains("wal_keep_segments = 16"));
        assertFalse(content(twelve, "pgpool-0/pgpool.conf").contains("failover_on_backend_shutdown"));
    }

    @Test
    void freeSettingsComeLastAndTheNodesOwnBeatThoseOfAll() {
        var settings = new Settings(List.of(
                new Settings.Override("postgres", "pg-1", "work_mem", "8MB"),
                new Settings.Override("postgres", "all", "work_mem", "4MB"),
                new Settings.Override("postgres", "all", "max_connections", "300"),
                new Settings.Override("pgpool", "all", "num_init_children", "8"),
                new Settings.Override("repmgr", "all", "log_level", "DEBUG")));

        var files = Generator.files(lab(2, 2, TimingProfile.FAST, settings), DEBIAN_12);

        assertGolden("overlay/pg-0-postgresql.conf", content(files, "pg-0/postgresql.conf"));
        assertGolden("overlay/pgpool-1-pgpool.conf", content(files, "pgpool-1/pgpool.conf"));
        assertGolden("overlay/pg-1-repmgr.conf", content(files, "pg-1/repmgr.conf"));
        assertTrue(content(files, "pg-0/postgresql.conf").endsWith("work_mem = 4MB\nmax_connections = 300\n"));
        assertTrue(content(files, "pg-1/postgresql.conf").endsWith("work_mem = 8MB\nmax_connections = 300\n"));
    }

    @Test
    void noValueBreaksOutOfItsQuotes() {
        var settings = new Settings(List.of(
                new Settings.Override("postgres", "all", "search_path", "a'; port = 1 # \\ '"),
                new Settings.Override("pgpool", "all", "reset_query_list", "ABORT\nport = 1"),
                new Settings.Override("repmgr", "all", "location", "")));

        var files = Generator.files(lab(1, 1, TimingProfile.FAST, settings), DEBIAN_12);

        assertTrue(content(files, "pg-0/postgresql.conf").endsWith("search_path = 'a''; port = 1 # \\\\ '''\n"));
        assertTrue(content(files, "pgpool-0/pgpool.conf").endsWith("reset_query_list = 'ABORT\\012port = 1'\n"));
        assertTrue(content(files, "pg-0/repmgr.conf").endsWith("location=''\n"));
    }

    @Test
    void passwordsSurviveEveryFormat() {
        var odd = new Credentials("admin", "a:b\\c'{{d}}", "x:y");
        var lab = lab(1, 1, TimingProfile.FAST, Settings.NONE, odd);

        var files = Generator.files(lab, DEBIAN_12);

        assertTrue(content(files, "client/.pgpass").startsWith("*:*:*:admin:a\\:b\\\\c'{{d}}\n*:*:*:repmgr:x\\:y\n"));
        assertTrue(content(files, "pgpool-0/pool_passwd").startsWith("admin:TEXTa:b\\c'{{d}}\n"));
    }

    @Test
    void passwordsStandInSecretFilesOnly() {
        var lab = lab(3, 3, TimingProfile.FAST, Settings.NONE);

        var open = Generator.files(lab, DEBIAN_12).stream()
                .filter(file -> !file.secret())
                .toList();

        assertTrue(open.stream()
                .noneMatch(file -> file.content().contains(lab.credentials().password())));
        assertTrue(open.stream()
                .noneMatch(file -> file.content().contains(lab.credentials().repmgrPassword())));
    }

    @Test
    void theSameLabGivesTheSameBytes() {
        var lab = lab(5, 4, TimingProfile.BITNAMI, Settings.NONE);

        var files = Generator.files(lab, DEBIAN_12);

        assertEquals(files, Generator.files(lab, DEBIAN_12));
        assertEquals(
                files.size(), files.stream().map(GeneratedFile::path).distinct().count());
        assertTrue(files.stream().allMatch(file -> file.content().endsWith("\n")));
    }

    @Test
    void pathsWithSpacesAreOneWordOfACommand() {
        var tools = new ToolPaths(
                versions(15, ProgramVersion.of(4, 3, 5)),
                "/home/ann o'hara/bin",
                "/home/ann o'hara/repmgr",
                "/sbin/ip",
                "/usr/bin/arping",
                "/bin/ping");

        var files = Generator.files(lab(1, 1, TimingProfile.FAST, Settings.NONE), tools);

        var conf = content(files, "pg-0/repmgr.conf");
        var script = content(files, "pg-0/follow.sh");
        var promotion = content(files, "pg-0/promote.sh");
        assertTrue(conf.contains("pg_bindir='/home/ann o''hara/bin'\n"), conf);
        assertTrue(conf.contains("service_stop_command='''/home/ann o''\\\\''''hara/bin/pg_ctl'' -D"), conf);
        assertTrue(promotion.contains(" '/home/ann o'\\''hara/repmgr' standby promote"), promotion);
        assertTrue(script.contains("    '/home/ann o'\\''hara/repmgr' standby follow"), script);
    }

    @Test
    void programsThatAreTooOldAreRefused() {
        var lab = lab(1, 1, TimingProfile.FAST, Settings.NONE);

        var postgres =
                assertThrows(LabException.class, () -> Generator.files(lab, tools(11, ProgramVersion.of(4, 3, 5))));
        var pgpool =
                assertThrows(LabException.class, () -> Generator.files(lab, tools(15, ProgramVersion.of(4, 1, 9))));

        assertEquals(Exit.MISSING, postgres.exit());
        assertEquals(Exit.MISSING, pgpool.exit());
    }

    private static Set<String> renamed(String conf) {
        var names = Set.of("socket_dir", "unix_socket_directories", "delegate_IP", "delegate_ip", "logdir", "work_dir");
        return conf.lines()
                .map(line -> line.replaceFirst(" *=.*", ""))
                .filter(names::contains)
                .collect(Collectors.toSet());
    }

    private static List<GeneratedFile> filesFor(ProgramVersion version) {
        return Generator.files(lab(3, 3, TimingProfile.FAST, Settings.NONE), tools(15, version));
    }

    private static ToolPaths tools(int postgresMajor, ProgramVersion version) {
        return new ToolPaths(
                versions(postgresMajor, version),
                "/usr/lib/postgresql/" + postgresMajor + "/bin",
                "/usr/lib/postgresql/" + postgresMajor + "/bin/repmgr",
                "/sbin/ip",
                "/usr/bin/arping",
                "/bin/ping");
    }

    private static ProgramVersions versions(int postgresMajor, ProgramVersion pgpool) {
        return ProgramVersions.of(ProgramVersion.of(postgresMajor), ProgramVersion.of(5, 3, 3), pgpool);
    }

    private static Lab lab(int postgres, int pgpool, TimingProfile profile, Settings settings) {
        return lab(postgres, pgpool, profile, settings, new Credentials("admin", "s3cretWord", "r3pmgrWord"));
    }

    private static Lab lab(
            int postgres, int pgpool, TimingProfile profile, Settings settings, Credentials credentials) {
        return new Lab(
                "demo",
                EngineKind.NATIVE,
                postgres,
                pgpool,
                new AddressPlan("10.77.0", "10.77.0.200"),
                credentials,
                profile.timing(),
                settings);
    }

    private static String content(List<GeneratedFile> files, String path) {
        return files.stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .content();
    }

    private static String listing(List<GeneratedFile> files) {
        return files.stream()
                .map(file -> (file.secret() ? "600 " : "644 ") + file.path() + "\n")
                .collect(Collectors.joining());
    }
}

package org.pgpoollab.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;

class LabFileTest {

    @TempDir
    private Path directory;

    @Test
    void withoutAFileThereAreThreeAndThree() {
        var lab = LabFile.withoutFile(LabOptions.NONE).lab();

        assertEquals("default", lab.name());
        assertEquals(EngineKind.NATIVE, lab.engine());
        assertEquals(Release.OF_MACHINE, lab.release());
        assertEquals(3, lab.postgresCount());
        assertEquals(3, lab.pgpoolCount());
        assertEquals(new AddressPlan("10.77.0", "10.77.0.200"), lab.addresses());
        assertEquals("admin", lab.credentials().user());
        assertEquals(TimingProfile.FAST.timing(), lab.timing());
        assertEquals(Settings.NONE, lab.settings());
    }

    @Test
    void aReleaseIsReadAndKept() {
        var lab = read("release: trixie\n").lab();
        var file = directory.resolve("again.yaml");

        LabFile.write(lab, file);

        assertEquals(new Release("trixie"), lab.release());
        assertEquals(lab, LabFile.read(file, LabOptions.NONE).lab());
    }

    @Test
    void anUnknownReleaseIsToldWithTheNearest() {
        var refused = assertThrows(
                LabException.class, () -> LabFile.withoutFile(LabOptions.NONE.with(LabKey.RELEASE, "trixi")));

        assertEquals(
                List.of(new Problem(
                        "--release is trixi",
                        "there is no such release; there are machine, bookworm, trixie, forky, sid, and with PostgreSQL N of"
                                + " apt.postgresql.org: bookworm-pgdg-N, trixie-pgdg-N",
                        "--release trixie")),
                refused.problems());
    }

    @Test
    void aLabOfContainersHasTheReleaseOfItsBaseImage() {
        var wish = LabOptions.NONE.with(LabKey.RELEASE, "trixie").with(LabKey.ENGINE, "compose");

        assertEquals(
                "debian:trixie-slim", LabFile.withoutFile(wish).lab().release().baseImage());
    }

    @Test
    void aReleaseWithoutRepmgrIsRefusedForContainersBeforeAnImageIsBuilt() {
        var wish = LabOptions.NONE.with(LabKey.RELEASE, "forky").with(LabKey.ENGINE, "compose");

        var refused = assertThrows(LabException.class, () -> LabFile.withoutFile(wish));

        assertEquals("--release trixie", refused.problems().get(0).remedy());
    }

    @Test
    void aLabThatExistsWithSuchAReleaseDoesNotGiveItToContainers() {
        var forky = read("release: forky\n").lab();

        var folder = LabFile.withoutFile(LabOptions.NONE.with(LabKey.ENGINE, "compose"), LabDefaults.of(forky));

        assertEquals(Release.OF_MACHINE, folder.lab().release());
    }

    @Test
    void imagesBringTheirOwnProgramsAndTakeNoRelease() {
        var refused = assertThrows(LabException.class, () -> read("""
                engine: compose
                release: trixie
                images:
                  postgres: bitnamilegacy/postgresql-repmgr
                  pgpool: bitnamilegacy/pgpool
                """));

        assertEquals(
                "the images have programs of their own",
                refused.problems().get(0).why());
    }

    @Test
    void whatIsNotNamedIsAsInTheLabThatExists() {
        var trixie = read("release: trixie\n").lab();

        var same = LabFile.withoutFile(LabOptions.NONE.with(LabKey.PGPOOL, "5"), LabDefaults.of(trixie));
        var other = LabFile.withoutFile(LabOptions.NONE.with(LabKey.RELEASE, "sid"), LabDefaults.of(trixie));

        assertEquals(new Release("trixie"), same.lab().release());
        assertEquals(new Release("sid"), other.lab().release());
    }

    @Test
    void passwordsAreMadeUpAndNeverTheSame() {
        var one = LabFile.withoutFile(LabOptions.NONE).lab().credentials();
        var other = LabFile.withoutFile(LabOptions.NONE).lab().credentials();

        assertTrue(one.password().matches("[A-Za-z0-9]{20}"));
        assertNotEquals(one.password(), other.password());
        assertNotEquals(one.password(), one.repmgrPassword());
    }

    @Test
    void everyKeyIsRead() {
        var lab = read("""
                        name: class-7
                        engine: native
                        postgres: 5
                        pgpool: 1
                        profile: bitnami
                        subnet: 192.168.33.0/24
                        vip: 192.168.33.99
                        user: teacher
                        password: "p;w'd"
                        repmgr_password: 0123
                        settings:
                          postgres:
                            work_mem: 8MB
                            jit: on
                            pg-2: { work_mem: 16MB }
                          pgpool: { all: { log_statement: off } }
                          repmgr:
                        """).lab();

        assertEquals("class-7", lab.name());
        assertEquals(EngineKind.NATIVE, lab.engine());
        assertEquals(5, lab.postgresCount());
        assertEquals(1, lab.pgpoolCount());
        assertEquals(TimingProfile.BITNAMI.timing(), lab.timing());
        assertEquals("192.168.33.0/24", lab.addresses().subnet());
        assertEquals("192.168.33.99", lab.addresses().vip());
        assertEquals(new Credentials("teacher", "p;w'd", "0123"), lab.credentials());
        assertEquals(Map.of("work_mem", "8MB", "jit", "on"), lab.settings().of("postgres", Node.postgres(0)));
        assertEquals(Map.of("work_mem", "16MB", "jit", "on"), lab.settings().of("postgres", Node.postgres(2)));
        assertEquals(Map.of("log_statement", "off"), lab.settings().of("pgpool", Node.pgpool(0)));
    }

    @Test
    void allProblemsAreToldAtOnceEachWithItsLine() {
        assertProblems("""
                name: my lab
                postgres: 0
                pgpol: 3
                pgpool: 99
                profile: fats
                subnet: 10.88.0.0/24
                vip: 10.77.0.200
                password: "a b"
                postgres: 4
                settings:
                  postgres:
                    port: 1
                    pg-9: { jit: on }
                  pgpol: { a: 1 }
                """, """
                ✗ lab.yaml line 1: name is "my lab"
                  because  a name is 1 to 31 of a-z, 0-9 and -, and begins with a letter: it names a directory
                  try      name: demo
                ✗ lab.yaml line 2: postgres is 0
                  because  a lab has 1 to 16 PostgreSQL nodes
                  try      postgres: 1
                ✗ lab.yaml line 3: there is no key pgpol
                  because  the keys are name, engine, release, postgres_version, postgres, pgpool, profile, subnet, vip, user, password, repmgr_password, images, settings
                  try      pgpool
                ✗ lab.yaml line 4: pgpool is 99
                  because  a lab has 1 to 16 Pgpool-II nodes
                  try      pgpool: 16
                ✗ lab.yaml line 5: profile is fats
                  because  there is no such profile; there are fast, slow, bitnami, upstream
                  try      profile: fast
                ✗ lab.yaml line 7: vip is 10.77.0.200
                  because  it is outside the lab's subnet 10.88.0.0/24
                  try      vip: 10.88.0.200
                ✗ lab.yaml line 8: password cannot be used
                  because  a password is 1 to 64 printable ASCII characters without spaces: it stands in files of five formats
                  try      password: a new one, or leave it out to have one made up
                ✗ lab.yaml line 9: postgres is given twice
                  because  it stands in line 2 already
                  try      remove one of the two
                ✗ lab.yaml line 12: settings.postgres.port is not free to choose
                  because  the lab's other files and its observer rely on the value that it chose
                  try      leave it out
                ✗ lab.yaml line 13: settings.postgres.pg-9.jit: the lab has no node pg-9 with such a file
                  because  it has pg-0, pg-1, pg-2
                  try      pg-0
                ✗ lab.yaml line 14: settings.pgpol.a: no file is called pgpol
                  because  settings are for postgres, pgpool, repmgr
                  try      pgpool
                """);
    }

    @Test
    void valuesOfAWrongKindAreNamed() {
        assertProblems("""
                name: [a, b]
                postgres:
                pgpool: {x: 1}
                settings: fast
                """, """
                ✗ lab.yaml line 1: name is a list
                  because  it is one value: the lab's name: its directory, and what --lab names
                  try      write it after the colon, or leave the key out
                ✗ lab.yaml line 2: postgres is nothing
                  because  it is one value: how many PostgreSQL nodes, 1 to 16
                  try      write it after the colon, or leave the key out
                ✗ lab.yaml line 3: pgpool is a group of keys
                  because  it is one value: how many Pgpool-II nodes, 1 to 16
                  try      write it after the colon, or leave the key out
                ✗ lab.yaml line 4: settings is a single value
                  because  it is a group of keys
                  try      see assets/lab.yaml
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "99", "x", "3.5", "99999999999999", "''", "0x3", "true"})
    void aCountIsAWholeNumberFrom1To16(String count) {
        var trouble = assertThrows(LabException.class, () -> read("postgres: " + count));

        assertEquals(Exit.USAGE, trouble.exit());
        assertTrue(trouble.problems().get(0).what().startsWith("lab.yaml line 1: postgres is "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a b", "A", "-a", "a/b", "", "1a", "abcdefghijklmnopqrstuvwxyz-123456"})
    void aNameNamesADirectoryAndNothingElse(String name) {
        assertThrows(LabException.class, () -> read("name: '" + name + "'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.77.1.200",
                "10.77.0.0",
                "10.77.0.255",
                "10.77.0.1",
                "10.77.0.12",
                "10.77.0.32",
                "10.77.0.300",
                "pgpool",
                "::1"
            })
    void theVipIsAFreeAddressOfTheSubnet(String vip) {
        var trouble = assertThrows(LabException.class, () -> read("vip: '" + vip + "'"));

        assertEquals("vip: 10.77.0.200", trouble.problems().get(0).remedy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.77.0.0", "10.77.0.0/16", "10.77.0.5/24", "8.8.8.0/24", "10.77.0/24", "10.256.0.0/24", "x"})
    void theSubnetIsAPrivateNetworkOf256Addresses(String subnet) {
        assertThrows(LabException.class, () -> read("subnet: " + subnet));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "repmgr", "pg_monitor", "Admin", "a-b", "all", "1a"})
    void aUserThatMeansSomethingAlreadyIsRefused(String user) {
        assertThrows(LabException.class, () -> read("user: " + user));
    }

    @Test
    void aTextThatIsNoYamlIsToldWithItsLine() {
        var trouble = assertThrows(LabException.class, () -> read("name: demo\npostgres: [1\n"));

        assertEquals(Exit.USAGE, trouble.exit());
        assertTrue(trouble.getMessage().contains("is not YAML"), trouble.getMessage());
        assertTrue(trouble.getMessage().contains("lab.yaml line "), trouble.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "just words",
                "- a\n- b\n",
                "a: 1\n---\nb: 2\n",
                "\tname: x",
                "a: &x [*x]\n",
                "? [a, b]\n: 1\n",
                "name: \"\\u0001\"",
                "{{{{",
                "%YAML 9\n---\n",
                "a: b: c",
                "name: *nobody\n",
                "\u0000\u0001\u0002"
            })
    void noFileMakesItStumble(String text) {
        var trouble = assertThrows(LabException.class, () -> read(text));

        assertEquals(Exit.USAGE, trouble.exit());
        trouble.problems().forEach(problem -> assertFalse(problem.what().isBlank()));
    }

    @Test
    void binaryFilesDirectoriesAndMissingFilesAreRefused() throws IOException {
        var binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff});

        assertUsage(binary);
        assertUsage(directory);
        assertUsage(directory.resolve("absent"));
        assertUsage(Path.of("/dev/null"));
    }

    @Test
    void aFileWithAnyByteChangedIsALabOrToldAsProblems() throws IOException {
        var sample = Files.readAllBytes(Path.of("assets/lab.yaml"));
        var random = new Random(7);
        var path = directory.resolve("lab.yaml");

        for (var i = 0; i < 500; i++) {
            var changed = sample.clone();
            for (var j = 0; j < 3; j++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Files.write(path, changed);
            try {
                LabFile.read(path, LabOptions.NONE);
            } catch (LabException trouble) {
                assertEquals(Exit.USAGE, trouble.exit());
            }
        }
    }

    @Test
    void deepNestingIsRefused() {
        assertThrows(LabException.class, () -> read("name: " + "[".repeat(5000)));
        assertThrows(LabException.class, () -> read("settings: " + "{a: ".repeat(5000)));
    }

    @Test
    void optionsOverrideTheFileAndAreNamedInsteadOfALine() {
        write("postgres: 4\npgpool: 5\nvip: 10.77.0.99\n");
        var options = LabOptions.NONE
                .with(LabKey.POSTGRES, "2")
                .with(LabKey.PROFILE, "upstream")
                .withSetting("postgres.max_connections=300")
                .withSetting("pgpool.pgpool_1.num_init_children=4")
                .withSetting("postgres.pg_stat_statements.max=7");

        var lab = LabFile.read(directory.resolve("lab.yaml"), options).lab();

        assertEquals(2, lab.postgresCount());
        assertEquals(5, lab.pgpoolCount());
        assertEquals("10.77.0.99", lab.addresses().vip());
        assertEquals("upstream", lab.timing().profile());
        assertEquals(
                Map.of("max_connections", "300", "pg_stat_statements.max", "7"),
                lab.settings().of("postgres", Node.postgres(1)));
        assertEquals(Map.of("num_init_children", "4"), lab.settings().of("pgpool", Node.pgpool(1)));
        assertEquals(Map.of(), lab.settings().of("pgpool", Node.pgpool(0)));
    }

    @Test
    void problemsOfOptionsComeAfterThoseOfTheFile() {
        write("user: postgres\npostgres: 99\n");
        var options = LabOptions.NONE
                .with(LabKey.POSTGRES, "x")
                .with(LabKey.SUBNET, "10.0.0.0/8")
                .withSetting("nonsense")
                .withSetting("pgpool.delegate_ip=10.77.0.3")
                .withSetting("postgres.pg-5.jit=off");

        var trouble = assertThrows(LabException.class, () -> LabFile.read(directory.resolve("lab.yaml"), options));

        assertEquals(
                List.of(
                        "lab.yaml line 1: user is postgres",
                        "--set nonsense is no setting",
                        "--postgres is x",
                        "--subnet is 10.0.0.0/8",
                        "--set pgpool.delegate_ip is not free to choose",
                        "--set postgres.pg-5.jit: the lab has no node pg-5 with such a file"),
                trouble.problems().stream().map(Problem::what).toList());
        assertEquals("--postgres 3", trouble.problems().get(2).remedy());
    }

    @Test
    void aReleaseOfPgdgIsGivenWithItsMajorVersionInOneWordOrTwo() {
        var release = new Release("bookworm-pgdg-16");

        assertEquals(
                release,
                read("release: bookworm-pgdg\npostgres_version: 16\n").lab().release());
        assertEquals(release, read("release: bookworm-pgdg-16\n").lab().release());
        assertEquals(
                release,
                read("release: bookworm-pgdg-16\npostgres_version: 16\n").lab().release());
        assertEquals(
                new Release("trixie"),
                read("release: trixie\npostgres_version: 17\n").lab().release());
        assertEquals(
                Release.OF_MACHINE,
                read("engine: compose\npostgres_version: 15\n").lab().release());
    }

    @Test
    void aReleaseOfPgdgNeedsItsMajorVersion() {
        assertProblems("release: bookworm-pgdg\n", """
                ✗ lab.yaml line 1: release is bookworm-pgdg without a version of PostgreSQL
                  because  apt.postgresql.org has several of them for each release of Debian
                  try      postgres_version: 17
                """);
    }

    @Test
    void aMajorVersionThatTheReleaseHasNotIsRefusedWithTheOneThatItHas() {
        assertProblems("release: trixie\npostgres_version: 16\n", """
                ✗ lab.yaml line 2: postgres_version is 16
                  because  trixie has PostgreSQL 17
                  try      release: trixie-pgdg
                """);
        assertProblems("release: sid\npostgres_version: 16\n", """
                ✗ lab.yaml line 2: postgres_version is 16
                  because  sid has PostgreSQL 18
                  try      release: trixie-pgdg
                """);
        assertProblems("release: trixie-pgdg-17\npostgres_version: 16\n", """
                ✗ lab.yaml line 2: postgres_version is 16
                  because  the release trixie-pgdg-17 has PostgreSQL 17
                  try      release: trixie-pgdg
                """);
        assertProblems("engine: compose\nrelease: trixie\npostgres_version: 16\n", """
                ✗ lab.yaml line 3: postgres_version is 16
                  because  trixie has PostgreSQL 17
                  try      postgres_version: 17
                """);
        assertProblems("postgres_version: 16\n", """
                ✗ lab.yaml line 1: postgres_version is 16
                  because  a lab with the programs of this machine has the version that is here, which versions shows
                  try      release: trixie-pgdg
                """);
        assertProblems("postgres_version: 9.6\n", """
                ✗ lab.yaml line 1: postgres_version is 9.6
                  because  it is a major version of PostgreSQL, a number from 12 on
                  try      postgres_version: 17
                """);
    }

    @Test
    void containersAreMadeOfDebiansPackages() {
        assertProblems("engine: compose\nrelease: bookworm-pgdg-16\n", """
                ✗ lab.yaml line 2: release is bookworm-pgdg-16
                  because  containers are made with Debian's own packages, and not with those of apt.postgresql.org
                  try      release: bookworm
                """);
    }

    @Test
    void theMajorVersionOnTheCommandLineIsAnOptionOfItsOwn() {
        var options = LabOptions.NONE.with(LabKey.RELEASE, "trixie-pgdg");

        var refused = assertThrows(LabException.class, () -> LabFile.withoutFile(options));
        var lab =
                LabFile.withoutFile(options.with(LabKey.POSTGRES_VERSION, "18")).lab();

        assertEquals("--postgres-version 17", refused.problems().get(0).remedy());
        assertEquals("trixie-pgdg-18", lab.release().name());
    }

    @Test
    void settingsWithDotsAreShownAsTheyBelongIntoTheFile() {
        assertProblems("""
                pgpool.num_init_children: 5
                settings:
                  pgpool.xyz: 5
                  postgres.pg-1.log_line: 'a b'
                  pgpool:
                    pgpool-1.wd_priority: 5
                """, """
                ✗ lab.yaml line 1: there is no key pgpool.num_init_children
                  because  the keys are name, engine, release, postgres_version, postgres, pgpool, profile, subnet, vip, user, password, repmgr_password, images, settings
                  try      below settings:    pgpool: { num_init_children: 5 }
                ✗ lab.yaml line 3: settings.pgpool.xyz is one key with a dot in it
                  because  program, node and setting are keys of their own here, each below the other
                  try      pgpool: { xyz: 5 }
                ✗ lab.yaml line 4: settings.postgres.pg-1.log_line is one key with a dot in it
                  because  program, node and setting are keys of their own here, each below the other
                  try      postgres: { pg-1: { log_line: 'a b' } }
                ✗ lab.yaml line 6: settings.pgpool.pgpool-1.wd_priority is one key with a dot in it
                  because  program, node and setting are keys of their own here, each below the other
                  try      pgpool-1: { wd_priority: 5 }
                """);
    }

    @Test
    void aSettingOfAComparisonIsNamedAsSuch() {
        var options = LabOptions.NONE
                .withCompared("pgpool.delegate_ip=10.77.0.3")
                .withCompared("pgpool.health_check_user=bob");

        var trouble = assertThrows(LabException.class, () -> LabFile.withoutFile(options));

        assertEquals(
                List.of(
                        "--compare pgpool.delegate_ip is not free to choose",
                        "--compare pgpool.health_check_user: the lab has no role bob"),
                trouble.problems().stream().map(Problem::what).toList());
        assertEquals(
                "--compare pgpool.health_check_user=pgpool_check,…",
                trouble.problems().get(1).remedy());
    }

    @Test
    void noPasswordIsAnOption() {
        assertThrows(IllegalArgumentException.class, () -> LabOptions.NONE.with(LabKey.PASSWORD, "x"));
    }

    @Test
    void imagesOfOthersNeedEachOtherAndContainers() {
        assertProblems("""
                images:
                  pgpool: Upper/Case
                  pg: x
                settings: { repmgr: { priority: 50 } }
                """, """
                ✗ lab.yaml line 2: images.pgpool stands alone
                  because  either all nodes are made of images with the interface of Bitnami's, or none is
                  try      name both: images.postgres and images.pgpool
                ✗ lab.yaml line 2: images.pgpool is for labs of containers
                  because  the engine is native
                  try      engine: compose
                ✗ lab.yaml line 2: images.pgpool is Upper/Case
                  because  an image is [REGISTRY/]NAME[:TAG], its name in a-z, 0-9 and . _ - /
                  try      pgpool: bitnamilegacy/pgpool:4
                ✗ lab.yaml line 3: there is no key pg
                  because  the keys are postgres, pgpool
                  try      see assets/lab.yaml
                ✗ lab.yaml line 4: settings.repmgr.priority cannot be set
                  because  the images write repmgr.conf themselves, from variables REPMGR_*
                  try      leave it out, or leave out images
                """);
    }

    @Test
    void imagesOfOthersReadBack() {
        var lab = read("""
                engine: compose
                images:
                  postgres: registry.local:5000/bitnamilegacy/postgresql-repmgr:15.2.0-debian-11
                  pgpool: bitnamilegacy/pgpool
                """).lab();
        var path = directory.resolve("new/lab.yaml");

        LabFile.write(lab, path);

        assertEquals("bitnamilegacy/pgpool", lab.images().pgpool());
        assertEquals(lab, LabFile.read(path, LabOptions.NONE).lab());
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameLab() {
        var odd = new Lab(
                "odd",
                EngineKind.NATIVE,
                16,
                2,
                new AddressPlan("172.20.5", "172.20.5.254"),
                new Credentials("_u1", "null", "a:'\"\\#{}%"),
                TimingProfile.UPSTREAM.timing(),
                new Settings(List.of(
                        new Settings.Override("pgpool", "pgpool-1", "reset_query_list", "ABORT; \"x\"\n '"),
                        new Settings.Override("postgres", "pg-10", "jit", "on"),
                        new Settings.Override("postgres", "pg-2", "jit", ""),
                        new Settings.Override("postgres", "all", "search_path", " a,  b " + "long ".repeat(60)),
                        new Settings.Override("repmgr", "all", "location", "~"))));
        var path = directory.resolve("new/lab.yaml");

        LabFile.write(odd, path);

        assertEquals(odd, LabFile.read(path, LabOptions.NONE).lab());
    }

    @Test
    void theWrittenFileIsForItsOwnerOnly() throws IOException {
        var path = directory.resolve("lab.yaml");

        LabFile.write(LabFile.withoutFile(LabOptions.NONE).lab(), path);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        assertEquals(List.of("lab.yaml"), names(directory));
    }

    @Test
    void theSampleFilesAreGood() throws IOException {
        try (var samples = Files.list(Path.of("assets"))) {
            samples.filter(sample -> sample.toString().endsWith(".yaml"))
                    .forEach(sample -> assertFalse(
                            LabFile.read(sample, LabOptions.NONE).lab().name().isEmpty()));
        }
    }

    private CheckedLab read(String text) {
        write(text);
        return LabFile.read(directory.resolve("lab.yaml"), LabOptions.NONE);
    }

    private void write(String text) {
        try {
            Files.writeString(directory.resolve("lab.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertProblems(String text, String expected) {
        var trouble = assertThrows(LabException.class, () -> read(text));

        assertEquals(Exit.USAGE, trouble.exit());
        assertEquals(
                expected.strip(), trouble.problems().stream().map(Problem::text).collect(Collectors.joining("\n")));
    }

    private static void assertUsage(Path path) {
        var trouble = assertThrows(LabException.class, () -> LabFile.read(path, LabOptions.NONE));

        assertEquals(Exit.USAGE, trouble.exit());
    }

    private static List<String> names(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aPasswordThatPgpoolCannotReadBackIsRefusedBeforeAnythingStarts() {
        for (var password : List.of("a:b", "a\\b")) {
            write("password: '" + password + "'\n");
            var path = directory.resolve("lab.yaml");

            var refused = assertThrows(LabException.class, () -> LabFile.read(path, LabOptions.NONE));

            assertTrue(refused.problems().get(0).why().contains("pool_passwd"), refused::toString);
        }
    }
}

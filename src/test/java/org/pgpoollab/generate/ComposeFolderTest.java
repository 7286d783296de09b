package org.pgpoollab.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.Golden.assertGolden;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pgpoollab.topology.AddressPlan;
import org.pgpoollab.topology.Credentials;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Images;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Release;
import org.pgpoollab.topology.Settings;
import org.pgpoollab.topology.TimingProfile;

class ComposeFolderTest {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

    @Test
    void aFolderOfThreeAndThreeIsMadeOfTheseFiles() {
        var files = ComposeFolder.files(lab(3, 3));

        for (var path :
                List.of("docker-compose.yml", ".env", "pg-1/repmgr.conf", "pg-1/pg_hba.conf", "pgpool-2/pgpool.conf")) {
            assertGolden("compose/three-and-three/" + path.replaceFirst("^\\.", "dot"), content(files, path));
        }
        assertGolden("compose/three-and-three.txt", listing(files));
    }

    @Test
    void oneAndOneHasNoWatchdog() {
        var files = ComposeFolder.files(lab(1, 1));

        assertGolden("compose/one-and-one/docker-compose.yml", content(files, "docker-compose.yml"));
        assertTrue(content(files, "pgpool-0/pgpool.conf").contains("use_watchdog = off"));
    }

    @Test
    void everyNodeOfTheLargestLabHasAnAddressOfItsOwn() {
        var compose = content(ComposeFolder.files(lab(16, 16)), "docker-compose.yml");

        var addresses = Pattern.compile("ipv4_address: \"([^\"]+)\"")
                .matcher(compose)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertEquals(34, addresses.size());
        assertEquals(34, addresses.stream().distinct().count());
    }

    @Test
    void theGatewayAndTheForwarderMakeRoomForTheVip() {
        var atGateway = content(ComposeFolder.files(lab(1, 1, "10.77.0.254")), "docker-compose.yml");
        var atForwarder = content(ComposeFolder.files(lab(1, 1, "10.77.0.2")), "docker-compose.yml");

        assertTrue(atGateway.contains("gateway: \"${NETWORK}.253\""), atGateway);
        assertTrue(atForwarder.contains("\"forward:${NETWORK}.3\""), atForwarder);
    }

    @Test
    void passwordsStandInSecretFilesOnly() {
        var lab = lab(3, 3);

        var open = ComposeFolder.files(lab).stream()
                .filter(file -> !file.secret())
                .map(GeneratedFile::content)
                .collect(Collectors.joining());

        assertFalse(open.contains(lab.credentials().password()));
        assertFalse(open.contains(lab.credentials().repmgrPassword()));
    }

    @Test
    void everyKeyThatIsReferredToStandsInTheEnvironmentAndEachIsUsed() {
        var files = ComposeFolder.files(lab(3, 3));
        var compose = content(files, "docker-compose.yml");

        assertEquals(keys(content(files, ".env")), references(compose).collect(Collectors.toSet()));
    }

    @Test
    void everyNodeIsGivenTheValuesThatItsFilesReferTo() {
        var files = ComposeFolder.files(lab(3, 3));
        var compose = content(files, "docker-compose.yml");
        var postgres = section(compose, "x-postgres:");
        var pgpool = section(compose, "x-pgpool:");

        for (var file : files) {
            var given = file.path().startsWith("pg-") ? postgres : pgpool;
            if (file.path().startsWith("pg") && file.path().endsWith(".conf")) {
                references(file.content())
                        .forEach(key -> assertTrue(given.contains("    " + key + ": "), file + " " + key));
            }
        }
    }

    @Test
    void freeSettingsBeatTheValuesOfTheEnvironment() {
        var settings = new Settings(List.of(new Settings.Override("pgpool", "all", "health_check_period", "7")));

        var conf = content(ComposeFolder.files(lab(1, 1, "10.77.0.200", settings)), "pgpool-0/pgpool.conf");

        assertTrue(conf.contains("health_check_period = ${HEALTH_CHECK_PERIOD}\n"), conf);
        assertTrue(conf.endsWith("health_check_period = 7\n"), conf);
    }

    @Test
    void imagesOfBitnamisInterfaceAreToldByTheirVariables() {
        var settings = new Settings(List.of(
                new Settings.Override("postgres", "pg-1", "work_mem", "8MB"),
                new Settings.Override("pgpool", "all", "log_statement", "on")));
        var files = ComposeFolder.files(bitnami(settings));

        for (var path : List.of("docker-compose.yml", ".env", "pg-1/postgresql.conf", "pgpool-0/pgpool.conf")) {
            assertGolden("compose/bitnami/" + path.replaceFirst("^\\.", "dot"), content(files, path));
        }
        assertGolden("compose/bitnami.txt", listing(files));
        assertTrue(files.stream()
                .filter(file -> !file.secret())
                .noneMatch(file -> file.content().contains("Word")));
    }

    @Test
    void everyKeyOfBitnamisFolderIsUsed() {
        var files = ComposeFolder.files(bitnami(Settings.NONE));

        assertEquals(
                keys(content(files, ".env")),
                references(content(files, "docker-compose.yml")).collect(Collectors.toSet()));
    }

    @Test
    void theSameLabGivesTheSameBytes() {
        var files = ComposeFolder.files(lab(5, 4));

        assertEquals(contents(files), contents(ComposeFolder.files(lab(5, 4))));
        assertEquals(
                files.size(), files.stream().map(GeneratedFile::path).distinct().count());
        assertTrue(files.stream().allMatch(file -> file.content().endsWith("\n")));
    }

    private static Set<String> keys(String environment) {
        return environment
                .lines()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toSet());
    }

    private static Lab bitnami(Settings settings) {
        return new Lab(
                "demo",
                EngineKind.COMPOSE,
                Release.OF_MACHINE,
                3,
                2,
                new AddressPlan("10.77.0", "10.77.0.200"),
                new Credentials("admin", "s3cretWord", "r3pmgrWord"),
                TimingProfile.BITNAMI.timing(),
                settings,
                new Images("bitnamilegacy/postgresql-repmgr:15", "bitnamilegacy/pgpool:4"));
    }

    private static List<String> contents(List<GeneratedFile> files) {
        return files.stream().map(GeneratedFile::content).toList();
    }

    private static Stream<String> references(String text) {
        return REFERENCE.matcher(text).results().map(found -> found.group(1));
    }

    private static String section(String text, String head) {
        var begin = text.indexOf("\n" + head);
        return text.substring(begin, text.indexOf("\n\n", begin));
    }

    private static Lab lab(int postgres, int pgpool) {
        return lab(postgres, pgpool, "10.77.0.200");
    }

    private static Lab lab(int postgres, int pgpool, String vip) {
        return lab(postgres, pgpool, vip, Settings.NONE);
    }

    private static Lab lab(int postgres, int pgpool, String vip, Settings settings) {
        return new Lab(
                "demo",
                EngineKind.COMPOSE,
                postgres,
                pgpool,
                new AddressPlan("10.77.0", vip),
                new Credentials("admin", "s3cretWord", "r3pmgrWord"),
                TimingProfile.FAST.timing(),
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

package org.pgpoollab.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.playback.GivenPlayback.at;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.LabException;
import org.pgpoollab.journal.EventJson;
import org.pgpoollab.journal.RecordedLabReader;
import org.pgpoollab.playback.GivenPlayback;
import org.pgpoollab.serverlog.LastLines;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;
import org.pgpoollab.topology.Node;

class IncidentTest {

    private static final String HASH = "AESq2h0dVvnnhGZs0ew3C6Hzg==";
    private static final String PCP_HASH = "e8a48653851e28c69d0506508fb27fc5";
    private static final String GATE = "gateSecretOfContainers23";

    private final Lab lab = LabFile.withoutFile(LabOptions.NONE.withSetting("pgpool.pool_conn_dbname=x"))
            .lab();

    @TempDir
    Path root;

    private LabDirectory directory;
    private Path file;

    @BeforeEach
    void makeLab() throws IOException {
        directory = new LabDirectory(root.resolve("lab"));
        file = root.resolve("incident.zip");
        var password = lab.credentials().password();
        var repmgr = lab.credentials().repmgrPassword();
        LabFile.write(lab, directory.labFile());
        write("snapshots/20260101T120000.000Z.snapshots", GivenPlayback.file(GivenPlayback.failover()));
        var events = new StringBuilder();
        GivenPlayback.events()
                .forEach(event -> events.append(EventJson.line(event)).append('\n'));
        write(
                "events.jsonl",
                events + EventJson.line(GivenPlayback.events().get(0)).replace("stop pg-0", "psql " + password) + "\n");
        write("pgpool-0/pool_passwd", "admin:" + HASH + "\n");
        write("pgpool-0/pcp.conf", "# users\nadmin:" + PCP_HASH + "\n");
        write("pgpool-0/pgpool.conf", "sr_check_password = '" + repmgr + "'\nport = 5432\nwd_authkey = ''\n");
        write("pgpool-0/pgpool.log", "2026-01-01 12:00:10.000: main pid 1: ERROR: hash " + HASH + "\n");
        write("pg-0/repmgr.conf", "conninfo='host=pg-0 password=" + repmgr + "'\n");
        write("pg-0/.pgpass", "*:*:*:admin:" + password + "\n*:*:*:repmgr:" + repmgr + "\n");
        write(
                "pg-0/postgresql.log",
                "2026-01-01 11:00:00.000 UTC [1] LOG:  long ago\n"
                        + "2026-01-01 12:00:05.000 UTC [1] LOG:  CREATE ROLE x PASSWORD '" + password + "'\n"
                        + "2026-01-01 12:00:20.000 UTC [1] LOG:  later\n");
        write("pg-0/data/postgresql.auto.conf", "primary_conninfo = 'user=repmgr password=" + repmgr + "'\n");
        write(".compose/secret", GATE + "\n");
        write("client/.pcppass", "localhost:9898:admin:" + password + "\n");
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        var path = directory.root().resolve(name);
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
    }

    private void pack() {
        pack(Instant.MAX);
    }

    private void pack(Instant to) {
        var recorded = RecordedLabReader.read("demo", directory);
        var span = recorded.span(Instant.MIN, to).orElseThrow();
        new Incident(lab, directory, recorded, span, Map.of("versions", Map.of("gate", GATE))).pack(file);
    }

    private Map<String, String> packed() throws IOException {
        var entries = new LinkedHashMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                var bytes = zip.getInputStream(entry).readAllBytes();
                entries.put(entry.getName(), new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
        return entries;
    }

    @Test
    void itHoldsWhatIsNeededToUnderstandIt() throws IOException {
        pack();

        assertEquals(
                List.of(
                        "incident.json",
                        "lab.yaml",
                        "events.jsonl",
                        "versions.json",
                        "logs/pg-0/postgresql.log",
                        "logs/pgpool-0/pgpool.log",
                        "configuration/pg-0/data/postgresql.auto.conf",
                        "configuration/pg-0/repmgr.conf",
                        "configuration/pgpool-0/pgpool.conf",
                        "snapshots/1.snapshots"),
                List.copyOf(packed().keySet()));
        assertFalse(packed().get("logs/pg-0/postgresql.log").contains("long ago"));
        assertTrue(packed().get("configuration/pgpool-0/pgpool.conf").contains("port = 5432"));
    }

    @Test
    void noSecretOfTheLabIsInIt() throws IOException {
        pack();

        var secrets = List.of(lab.credentials().password(), lab.credentials().repmgrPassword(), HASH, PCP_HASH, GATE);
        packed().forEach((name, text) ->
                secrets.forEach(secret -> assertFalse(text.contains(secret), name + " has " + secret)));
        var snapshots = IncidentFile.read(file).series();
        for (var index = 0; index < snapshots.moments().size(); index++) {
            var text = snapshots.record(index).toString();
            secrets.forEach(secret -> assertFalse(text.contains(secret)));
        }
    }

    @Test
    void aPasswordThatSomebodyTypedIsNotInIt() throws IOException {
        write(
                "pg-0/postgresql.log",
                "2026-01-01 12:00:05.000 UTC [1] STATEMENT:  alter role x encrypted password 'ty''ped' valid until 'now'\n"
                        + "2026-01-01 12:00:06.000 UTC [1] LOG:  postgresql://x:typed@pg-0/y\n"
                        + "2026-01-01 12:00:07.000 UTC [1] LOG:  password authentication failed for user \"x\"\n");

        pack();

        assertEquals(
                "2026-01-01 12:00:05.000 UTC [1] STATEMENT:  alter role x encrypted password ******** valid until 'now'\n"
                        + "2026-01-01 12:00:06.000 UTC [1] LOG:  postgresql://x:********@pg-0/y\n"
                        + "2026-01-01 12:00:07.000 UTC [1] LOG:  password authentication failed for user \"x\"\n",
                packed().get("logs/pg-0/postgresql.log"));
    }

    /** The times of snapshots are kept to the millisecond, those of events to the microsecond. */
    @Test
    void whatTheLastSnapshotToldIsPacked() throws IOException {
        var told = new Event(
                at(16).plusNanos(300_000),
                Event.Kind.ROLE,
                Event.Effect.RECOVERY,
                List.of("pg-1"),
                "pg-1 was promoted",
                Event.Source.SEEN);
        write("events.jsonl", EventJson.line(told) + "\n");

        pack(at(16));

        assertEquals(List.of(told), IncidentFile.read(file).events());
    }

    @Test
    void whatIsReadIsWhatWasPacked() {
        pack();

        var read = IncidentFile.read(file);

        var kept = RecordedLabReader.read("demo", directory);
        assertEquals(kept.series().moments(), read.series().moments());
        assertEquals(kept.series().record(20), read.series().record(20));
        assertEquals(
                GivenPlayback.events(),
                read.events().stream()
                        .filter(event -> !event.text().startsWith("psql"))
                        .toList());
        assertEquals(
                List.of("2026-01-01 12:00:05.000 UTC [1] LOG:  CREATE ROLE x PASSWORD ********"),
                LastLines.of(read.logs(), Node.postgres(0), at(10), 5));
    }

    @Test
    void anExistingFileIsNotOverwritten() throws IOException {
        Files.writeString(file, "mine");

        assertThrows(LabException.class, this::pack);

        assertEquals("mine", Files.readString(file));
    }

    @Test
    void entriesWithNamesThatLeadElsewhereAreRefused() throws IOException {
        for (var name : List.of("../x", "/etc/passwd", "logs/../../x", "a\\b", "logs/.ssh", "", "a//b")) {
            zip(Map.of("incident.json", "{\"format\":1}".getBytes(StandardCharsets.UTF_8), name, new byte[1]));

            assertEquals("it has an entry with a name that no incident has", refusal(), name);
        }
    }

    @Test
    void aFileThatUnpacksToTooMuchIsRefused() throws IOException {
        zip(Map.of("logs/pg-0/postgresql.log", new byte[100 << 20]));

        assertEquals("it unpacks to more than 64 MB", refusal());
    }

    @Test
    void aFileWithTooManyEntriesIsRefused() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        for (var index = 0; index < 1001; index++) {
            entries.put("logs/" + index, new byte[0]);
        }
        zip(entries);

        assertEquals("it has more than 1000 entries", refusal());
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Files.writeString(file, "no zip");
        assertEquals("it is no zip file", refusal());
        zip(Map.of("a", new byte[1]));
        assertEquals("it has no incident.json", refusal());
        zip(Map.of("incident.json", "{}".getBytes(StandardCharsets.UTF_8)));
        assertEquals("its incident.json names no format", refusal());
        zip(Map.of("incident.json", "{\"format\":2}".getBytes(StandardCharsets.UTF_8)));
        assertEquals("it has format 2, and this version reads up to 1", refusal());
    }

    @Test
    void aFileThatWasCutOffIsRefused() throws IOException {
        pack();
        var bytes = Files.readAllBytes(file);

        for (var length = 0; length < bytes.length; length += 7) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertFalse(refusal().isEmpty(), length + " of " + bytes.length);
        }
    }

    private String refusal() {
        return assertThrows(LabException.class, () -> IncidentFile.read(file))
                .problems()
                .get(0)
                .why();
    }

    private void zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    @Test
    void thePageHasEveryEventAndOnePictureForThoseThatComeTogether() {
        var page = new IncidentPage(
                        "demo",
                        "PostgreSQL 15",
                        GivenPlayback.playback(),
                        List.of(),
                        ZoneOffset.UTC,
                        at -> "<svg>" + at + "</svg>")
                .html();

        GivenPlayback.events().forEach(event -> assertTrue(page.contains(event.text())));
        assertEquals(3, page.split("data:image/svg").length - 1);
        assertFalse(page.contains("http://"), "it needs nothing from elsewhere");
    }
}

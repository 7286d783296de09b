package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;

/** Checks a real failover played back: from the lab, and from an incident where there is no lab. */
@Tag("live")
class IncidentLiveTest {

    private static final String TYPED_SECRET = "typed-Secret-99";
    private static final Pattern TIME = Pattern.compile("(?m)^(\\d\\d:\\d\\d:\\d\\d\\.\\d{3})  ");

    @TempDir
    static Path state;

    @TempDir
    static Path elsewhere;

    private static Program program;
    private static List<String> secrets;

    @BeforeAll
    static void aFailoverIsWatchedAndPacked() throws IOException {
        program = Live.program(state);
        program.run("up", "--postgres", "2", "--pgpool", "1").mustBe(0);
        secrets = secrets(state.resolve("pgpool-lab/default"));
        var watcher = program.start("events", "-f");
        try {
            awaited(() -> program.run("replay").status() == 0);
            program.run("psql", "--on", "pg-0", "alter role nobody password '" + TYPED_SECRET + "'");
            program.run("kill", "primary").mustBe(0);
            program.run("wait", "pg-1 is primary for 60s").mustBe(0);
            program.run("wait", "pool_nodes pg-0 is down on pgpool-0 for 60s").mustBe(0);
            awaited(() -> program.run("replay").output().contains("pg-1 was promoted"));
        } finally {
            watcher.destroy();
        }
        program.run("incident", "failover.zip", "--report", "failover.html").mustBe(0);
    }

    private static void awaited(BooleanSupplier seen) {
        var end = System.nanoTime() + 60_000_000_000L;
        while (!seen.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> program.told("replay").output());
        }
    }

    private static List<String> secrets(Path lab) throws IOException {
        var credentials =
                LabFile.read(lab.resolve("lab.yaml"), LabOptions.NONE).lab().credentials();
        var found = new ArrayList<>(List.of(credentials.password(), credentials.repmgrPassword(), TYPED_SECRET));
        for (var file : List.of("pgpool-0/pool_passwd", "pgpool-0/pcp.conf")) {
            Files.readAllLines(lab.resolve(file)).stream()
                    .filter(line -> !line.startsWith("#") && line.contains(":"))
                    .map(line -> line.substring(line.indexOf(':') + 1))
                    .forEach(found::add);
        }
        return found;
    }

    @AfterAll
    static void nothingIsLeft() {
        Live.leaveNothing(program);
    }

    private static Path packed() {
        return state.resolve("failover.zip");
    }

    @Test
    void whereThereIsNoLabItIsPlayedBackAsFromTheLab() {
        var fromLab = program.run("replay").mustBe(0).output();

        var fromFile = stranger().run("replay", packed().toString()).mustBe(0).output();

        assertEquals(fromLab, fromFile);
        assertTrue(fromFile.contains("kill pg-0"), fromFile);
        assertTrue(fromFile.contains("pg-0 stopped answering"), fromFile);
        assertTrue(fromFile.contains("pg-1 was promoted"), fromFile);
        assertEquals(times(fromFile).stream().sorted().toList(), times(fromFile));
        assertEquals(List.of(), stranger().labs());
    }

    private static Program stranger() {
        return Program.withLabsIn(elsewhere);
    }

    private static List<String> times(String text) {
        return TIME.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @Test
    void noSecretIsInItAndItIsItsOwnersAlone() throws IOException {
        assertTrue(secrets.size() >= 5, secrets.size() + " secrets");
        var log = Files.readString(state.resolve("pgpool-lab/default/pg-0/postgresql.log"));
        assertTrue(log.contains(TYPED_SECRET), "the server did not log it");

        try (var zip = new ZipFile(packed().toFile())) {
            for (var entry : zip.stream().toList()) {
                var text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                secrets.forEach(secret -> assertFalse(text.contains(secret), entry.getName()));
            }
            assertTrue(zip.getEntry("logs/pg-0/postgresql.log") != null);
        }
        secrets.forEach(secret -> assertFalse(page().contains(secret)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(packed())));
    }

    @Test
    void onAScreenAnEventLeadsToTheLogLinesOfAllPrograms() {
        if (!Tmux.isInstalled()) {
            Live.skip("there is no tmux: apt-get install tmux");
        }
        try (var terminals = new Tmux(elsewhere)) {
            var launcher = Path.of("pgpool-lab").toAbsolutePath();
            var window = terminals.open(160, 450).enter(launcher + " replay " + packed());
            window.await("PLAYBACK").press("End").press("F3").await("pg-1 was promoted");
            select(window, "pgpool-0 now holds pg-0 down");

            window.press("Enter").await("What the logs say").await("seen at");

            window.await("repmgrd tries reconnect_attempts times");
            window.await("The standby cannot reach its primary");
            window.await(() -> window.picture().contains("pgpool-0 main pid"), "a line of Pgpool-II");
        }
    }

    /** Moves the selection up, a row at a time: each key is sent when the last one has had its effect. */
    private static void select(Tmux.Window window, String event) {
        window.await(() -> !selected(window).isEmpty(), "an event is selected");
        for (var times = 0; times < 30 && !selected(window).contains(event); times++) {
            var before = selected(window);
            window.press("Up")
                    .await(
                            () -> !selected(window).isEmpty()
                                    && !selected(window).equals(before),
                            "another event is selected");
        }
        assertTrue(selected(window).contains(event), window.picture());
    }

    private static String selected(Tmux.Window window) {
        return window.rows().stream()
                .filter(row -> row.contains("▸"))
                .findFirst()
                .orElse("");
    }

    @Test
    void theReportIsWellFormedNeedsNothingFromElsewhereAndTellsTheEventsInTheirOrder() throws Exception {
        var html = page();

        var page = html.replaceAll("<(meta|img)([^>]*)>", "<$1$2/>");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        assertFalse(html.contains("://"), "it refers to something elsewhere");
        assertFalse(html.contains("<script"));
        var pictures = Pattern.compile("data:image/svg\\+xml;base64,([^\"]+)")
                .matcher(html)
                .results()
                .toList();
        assertFalse(pictures.isEmpty());
        for (var picture : pictures) {
            var svg = Base64.getDecoder().decode(picture.group(1));
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
            assertFalse(new String(svg, StandardCharsets.UTF_8).matches("(?s).*(href|src|url\\()=?[\"']?(?!#)\\w*:.*"));
        }
        var rows = Pattern.compile("<tr><td class=\"text\">([0-9:.]{12})</td>|<tr><td>([0-9:.]{12})</td>")
                .matcher(html)
                .results()
                .map(row -> Stream.of(row.group(1), row.group(2))
                        .filter(time -> time != null)
                        .findFirst()
                        .orElseThrow())
                .toList();
        assertTrue(rows.size() > 4, rows::toString);
        assertEquals(rows.stream().sorted().toList(), rows);
        assertTrue(html.contains("kill pg-0"));
        assertTrue(html.indexOf("kill pg-0") < html.indexOf("pg-0 stopped answering"));
        assertTrue(html.indexOf("pg-0 stopped answering") < html.indexOf("pg-1 was promoted"));
    }

    private static String page() {
        try {
            return Files.readString(state.resolve("failover.html"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFileThatIsNoIncidentIsRefusedAndLeavesNothing() throws IOException {
        var whole = Files.readAllBytes(packed());
        var noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        var half = new byte[whole.length / 2];
        System.arraycopy(whole, 0, half, 0, half.length);

        refused("noise.zip", noise);
        refused("half.zip", half);
        refused("leads-out.zip", zip("incident.json", "../../pwned"));
        refused("absolute.zip", zip("incident.json", "/tmp/pwned"));
        refused("bomb.zip", bomb());

        assertEquals(List.of(), stranger().labs());
        assertEquals("", stranger().crashes());
        assertFalse(Files.exists(elsewhere.resolve("pwned")) || Files.exists(Path.of("/tmp/pwned")));
    }

    private static void refused(String name, byte[] bytes) throws IOException {
        var file = elsewhere.resolve(name);
        Files.write(file, bytes);

        var ended = stranger().run("replay", file.toString()).mustBe(1);

        assertEquals("", ended.output());
        assertTrue(ended.errors().contains("is no incident that can be played back"), ended.errors());
        assertFalse(ended.errors().contains("Exception"), ended.errors());
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write("{\"format\":1}".getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A gigabyte of zeros in a megabyte. */
    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("logs/pg-0/postgresql.log"));
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 1024; megabyte++) {
                out.write(zeros);
            }
            out.closeEntry();
        }
        return bytes.toByteArray();
    }
}

package org.pgpoollab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.catalog.Catalog;
import org.pgpoollab.catalog.Syntax;
import org.pgpoollab.output.Output;
import org.pgpoollab.output.Style;
import org.pgpoollab.serverlog.LabLogs;
import org.pgpoollab.serverlog.LastLines;
import org.pgpoollab.serverlog.LogClock;
import org.pgpoollab.serverlog.LogMerge;
import org.pgpoollab.serverlog.LogSearch;
import org.pgpoollab.serverlog.LogTail;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.CommandEnvironment;
import org.pgpoollab.session.Display;
import org.pgpoollab.session.HistoryFile;
import org.pgpoollab.session.Interruption;
import org.pgpoollab.session.ScriptPlayer;
import org.pgpoollab.session.UserPrompt;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;

class LogsTest {

    private static final LogClock UTC = new LogClock();

    @TempDir
    private Path lab;

    @Test
    void theThreeFormatsOfTimeAreRead() {
        assertTime("2026-11-23T07:43:45.064Z", "2026-11-23 07:43:45.064 UTC [123] LOG:  database system is ready");
        assertTime("2026-11-23T06:43:45.064Z", "2026-11-23 07:43:45.064 +01 [123] LOG:  ready");
        assertTime("2026-11-23T07:43:39Z", "[2026-11-23 07:43:39] [NOTICE] promoting");
        assertTime("2026-11-23T07:43:39.123Z", "2026-11-23 07:43:39.123: main pid 12: LOG:  find_primary_node");
        assertTime("2026-11-23T07:43:39Z", "2026-11-23 07:43:39: main pid 12: LOG:  no milliseconds");
        assertEquals(Optional.empty(), UTC.time("\tDETAIL of the line before"));
        assertEquals(Optional.empty(), UTC.time("2026-99-23 07:43:39: main"));
    }

    @Test
    void logsAreMergedByTimeAndLinesWithoutATimeStayTogether() throws IOException {
        write(
                Node.postgres(0),
                "postgresql.log",
                "2026-11-23 07:00:01.000 UTC [1] one\n\tbelongs to one\n2026-11-23 07:00:05.000 UTC [1] five\n");
        write(
                Node.postgres(0),
                "repmgr.log",
                "[2026-11-23 07:00:02] [NOTICE] two\n[2026-11-23 07:00:05] [NOTICE] five too\n");
        write(
                Node.pgpool(0),
                "pgpool.log",
                "2026-11-23 07:00:01.000: main pid 1: LOG:  one too\n2026-11-23 07:00:04: child pid 1: LOG:  four, no line end");

        var lines = texts(logs(Node.postgres(0), Node.pgpool(0)));

        assertEquals(
                List.of("one", "belongs to one", "one too", "two", "four, no line end", "five", "five too"), lines);
    }

    @Test
    void aLogThatGrowsIsCutOrAppearsLaterIsFollowed() throws IOException {
        var file = write(Node.postgres(0), "postgresql.log", "first\nhalf");
        var logs = new LogMerge(LogMerge.of(Node.postgres(0), lab.resolve("pg-0"), UTC, true));

        logs.look();
        assertEquals(List.of("first"), next(logs));

        Files.writeString(file, " a line\n", StandardOpenOption.APPEND);
        write(Node.postgres(0), "repmgr.log", "came later\n");
        logs.look();
        assertEquals(List.of("half a line", "came later"), next(logs));

        Files.writeString(file, "cut\n");
        logs.look();
        assertEquals(List.of("cut"), next(logs));

        Files.delete(file);
        write(Node.postgres(0), "postgresql.log", "another file of the same name\n");
        logs.look();
        assertEquals(List.of("another file of the same name"), next(logs));
        logs.close();
    }

    @Test
    void whatPgpoolSaysOfEachPcpConnectionIsKnownAsSuch() throws IOException {
        write(Node.pgpool(0), "pgpool.log", """
                2026-11-23 12:51:40.657: pcp_main pid 49: LOG:  forked new pcp worker, pid=231 socket=7
                2026-11-23 12:51:40.658: pcp_main pid 49: LOG:  PCP process with pid: 231 exit with SUCCESS.
                2026-11-23 12:51:40.659: pcp_main pid 49: LOG:  PCP process with pid: 231 exits with status 0
                2026-11-23 12:51:40.660: main pid 1: LOG:  worth reading
                """);

        assertEquals(
                List.of("2026-11-23 12:51:40.660: main pid 1: LOG:  worth reading"),
                LastLines.of(new LabLogs(new LabDirectory(lab)), Node.pgpool(0), 10));
    }

    @Test
    void whatWouldActOnATerminalIsMadeVisible() throws IOException {
        write(Node.pgpool(0), "pgpool.log", "\033[31mred\033[m \007 \177 \u009b \u202e \ttab é\n");

        var lines = texts(logs(Node.pgpool(0)));

        assertEquals("␛[31mred␛[m ␇ ␡ \\u{9b} \\u{202e}         tab é", lines.get(0));
    }

    @Test
    void whatIsNotUtf8IsReplacedAndALongLineIsCut() throws IOException {
        var file = write(Node.pgpool(0), "pgpool.log", "");
        Files.write(file, new byte[] {'a', (byte) 0xff, 'b', '\n'});
        Files.writeString(file, "x".repeat(1_000_000) + "\nend\n", StandardOpenOption.APPEND);

        var lines = texts(logs(Node.pgpool(0)));

        assertEquals(List.of("a\ufffdb", "x".repeat(64 * 1024), "end"), lines);
    }

    @Test
    void linesAreChosenByTimeAndByExpression() throws IOException, InterruptedException {
        write(Node.pgpool(1), "pgpool.log", """
                2026-11-23 07:00:00: main pid 1: LOG:  failover of old
                2026-11-23 07:56:00: main pid 1: LOG:  failover of pg-1
                2026-11-23 07:57:00: main pid 1: LOG:  nothing
                """);

        assertEquals(
                "pgpool-1 │ 2026-11-23 07:56:00: main pid 1: LOG:  failover of pg-1\n",
                shown("logs", "pgpool-1", "--since", "5m", "--grep", "fail(over)?"));
        assertTrue(shown("logs", "--since", "07:57").endsWith("nothing\n"));
        assertTrue(shown("logs", "--since", "2026-11-23 07:57:00").endsWith("nothing\n"));
        assertEquals("no such line in the logs\n", shown("logs", "--since", "2026-11-23T07:58:00Z"));
    }

    @Test
    void theLastLinesOfAllAreShownWhereThatIsAskedFor() throws IOException, InterruptedException {
        write(Node.pgpool(1), "pgpool.log", """
                2026-11-23 07:00:00: main pid 1: LOG:  first
                2026-11-23 07:00:02: main pid 1: LOG:  third
                """);
        write(Node.postgres(0), "postgresql.log", "2026-11-23 07:00:01.000 UTC [1] second\n");

        var shown = shown("logs", "--lines", "2");

        assertEquals(
                List.of("second", "third"),
                shown.lines().map(line -> line.replaceFirst(".* ", "")).toList());
    }

    @Test
    void followingBeginsWithTheLastTenLines() throws IOException {
        write(Node.pgpool(1), "pgpool.log", "line\n".repeat(30) + "the last one\n");
        var shown = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                Thread.currentThread().interrupt();
            }
        };

        assertThrows(InterruptedException.class, () -> show(shown, "logs", "-f"));

        var lines = shown.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(10, lines.size());
        assertEquals("pgpool-1 │ the last one", lines.get(9));
    }

    @Test
    void aTimeIsFoundInALongLogWithoutReadingAllOfIt() throws IOException {
        var begin = Instant.parse("2026-11-23T07:00:00Z");
        var text = new StringBuilder();
        for (var second = 0; second < 20_000; second++) {
            var time = begin.plusSeconds(second).toString().replace('T', ' ').replace("Z", "");
            text.append(time).append(".000: main pid 1: LOG:  ").append(second).append("\n\tgoes on\n");
        }
        var file = write(Node.pgpool(0), "pgpool.log", text.toString());

        try (var channel = FileChannel.open(file)) {
            var search = new LogSearch(channel, UTC);

            assertEquals(0, search.firstSince(begin));
            assertEquals(0, search.firstSince(Instant.EPOCH));
            var place = search.firstSince(begin.plusSeconds(15_000));
            var before = text.substring(0, (int) place);
            assertTrue(place > 0 && before.endsWith("\n"));
            assertTrue(text.indexOf("  15000\n") >= place && text.indexOf("  15000\n") < place + 128 * 1024);
            var behind = search.firstSince(begin.plusSeconds(90_000));
            assertTrue(text.length() - behind <= 64 * 1024);
        }
    }

    @Test
    void asJsonEachLineIsAnObject() throws IOException, InterruptedException {
        write(Node.postgres(2), "repmgr.log", "[2026-11-23 07:43:39] [NOTICE] \"promoted\"\n");

        assertEquals(
                "{\"at\":\"2026-11-23T07:43:39Z\",\"node\":\"pg-2\",\"file\":\"repmgr.log\","
                        + "\"text\":\"[2026-11-23 07:43:39] [NOTICE] \\\"promoted\\\"\"}\n",
                shown("logs", "pg-2", "--output", "json"));
    }

    @Test
    void aBadExpressionOrTimeIsExplained() {
        assertEquals(Exit.USAGE, failure("logs", "--grep", "(").exit());
        assertEquals(Exit.USAGE, failure("logs", "--since", "yesterday").exit());
    }

    private LabException failure(String... words) {
        return assertThrows(LabException.class, () -> shown(words));
    }

    private String shown(String... words) throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        show(bytes, words);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void show(ByteArrayOutputStream bytes, String... words) throws InterruptedException {
        var typed = Syntax.of(Catalog.find(words[0])).read(List.of(words).subList(1, words.length));
        var stream = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        var output = new Output(
                stream, stream, StandardCharsets.UTF_8, typed.options().output(), Style.PLAIN);
        var session = new FakeLabSession();
        session.directory = lab;
        var clock = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
        var environment = new CommandEnvironment(
                UserPrompt.NOBODY,
                new Interruption(),
                HistoryFile.NONE,
                clock,
                true,
                false,
                Display.PLAIN,
                ScriptPlayer.ofPrompt("./pgpool-lab"));
        typed.command().run(new CommandContext(environment, typed.options(), output, () -> session));
    }

    private LogMerge logs(Node... nodes) {
        var tails = new ArrayList<LogTail>();
        List.of(nodes).forEach(node -> tails.addAll(LogMerge.of(node, lab.resolve(node.name()), UTC, false)));
        return new LogMerge(tails);
    }

    /** Reads all lines to the end, each from its last two spaces or last bracket on, without times. */
    private static List<String> texts(LogMerge logs) {
        try (logs) {
            logs.look();
            return next(logs);
        }
    }

    private static List<String> next(LogMerge logs) {
        var lines = new ArrayList<String>();
        for (var next = logs.next(); next.isPresent(); next = logs.next()) {
            lines.add(next.orElseThrow()
                    .text()
                    .replaceFirst("^\\[?2026.*(] |: {2})", "")
                    .strip());
        }
        return lines;
    }

    private Path write(Node node, String name, String text) throws IOException {
        var directory = Files.createDirectories(lab.resolve(node.name()));
        return Files.writeString(directory.resolve(name), text);
    }

    private static void assertTime(String time, String line) {
        assertEquals(Instant.parse(time), UTC.time(line).orElseThrow());
    }
}

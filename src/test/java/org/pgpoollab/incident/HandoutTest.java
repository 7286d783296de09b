package org.pgpoollab.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pgpoollab.playback.GivenPlayback.at;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgpoollab.drill.ReportTable;
import org.pgpoollab.lesson.LessonProgress;
import org.pgpoollab.lesson.LessonRecord;
import org.pgpoollab.load.Disturbance;
import org.pgpoollab.load.LoadReport;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.Milestone;
import org.pgpoollab.load.ServiceGap;
import org.pgpoollab.load.StatementOutcomes;
import org.pgpoollab.load.TenthSecond;
import org.pgpoollab.load.WriteAudit;
import org.pgpoollab.playback.GivenPlayback;
import org.pgpoollab.playback.Playback;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabOptions;

class HandoutTest {

    private static final ReportTable NO_CHALLENGE = new ReportTable(List.of("begun"), List.of());

    private final Lab lab = LabFile.withoutFile(LabOptions.NONE).lab();

    @TempDir
    private Path root;

    private List<String> typed(String... lines) throws IOException {
        var directory = new LabDirectory(Files.createDirectories(root.resolve("lab")));
        var all = IntStream.range(0, lines.length)
                .mapToObj(index -> new TypedLine(at(index), lines[index]))
                .toList();
        return TypedLine.without(all, lab, directory, at(0), at(100)).stream()
                .map(TypedLine::line)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "psql -c \"alter role admin password 'geheim99'\"",
                "psql -c \"create role x encrypted PASSWORD 'geheim99' login\"",
                "exec pg-0 -- env PGPASSWORD=geheim99 psql",
                "exec pg-0 -- psql postgresql://admin:geheim99@pgpool:5432/admin",
                "up --set pgpool.wd_authkey=x --password geheim99",
                "psql 'host=pg-0 password=geheim99'",
                "psql -c 'alter role admin password '\\''geheim99'\\''' # more",
                "psql 'host=pg-0 password='\\''geheim99'\\'''",
                "psql -c \"alter role admin password $$geheim99$$\""
            })
    void noPasswordThatWasTypedIsInIt(String line) throws IOException {
        var shown = typed(line).get(0);

        assertFalse(shown.contains("geheim99"), shown);
        assertTrue(shown.contains("********"), shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop pg-0; wait pg-0 is down for 20s",
                "explain password authentication failed",
                "psql -c 'select 1'",
                "psql \"select 'no secret'\"",
                "exec pg-0 -- cat /etc/passwd",
                "connect --url jdbc:postgresql://localhost:5432/admin"
            })
    void whatIsNoPasswordIsShown(String line) throws IOException {
        assertEquals(List.of(line), typed(line));
    }

    @Test
    void theLabsOwnPasswordIsMaskedWhereverItStands() throws IOException {
        assertEquals(
                List.of("exec pg-0 -- echo ********"),
                typed("exec pg-0 -- echo " + lab.credentials().password()));
    }

    @Test
    void linesForAnotherLabAreLeftOut() throws IOException {
        assertEquals(
                List.of("status --lab " + lab.name(), "nodes"),
                typed("status --lab " + lab.name(), "stop pg-0 --lab another", "--lab=another up", "nodes"));
    }

    private static HandoutPage page(List<TypedLine> typed, List<String> pictures, LessonProgress lessons) {
        return new HandoutPage(
                "<ann>",
                "demo",
                "PostgreSQL 17",
                at(0),
                at(40),
                ZoneOffset.UTC,
                typed,
                HandoutOutages.unknown("there was no load"),
                pictures,
                lessons,
                NO_CHALLENGE);
    }

    @Test
    void whatWasTypedIsShownAsItStands() {
        var html = page(
                        List.of(new TypedLine(at(1), "psql -c 'select 1 < 2' # <script>alert(1)</script>")),
                        HandoutPictures.none(),
                        LessonProgress.NONE)
                .html();

        assertTrue(html.contains("select 1 &lt; 2' # &lt;script&gt;"), html);
        assertFalse(html.contains("<script"), html);
        assertTrue(html.contains("by &lt;ann&gt;"), html);
        assertTrue(html.contains("No lesson was started."));
        assertTrue(html.contains("No challenge has ended."));
        assertTrue(html.contains("Outages were not measured: there was no load."));
    }

    @Test
    void ofTooManyLinesTheNewestAreShown() {
        var many = IntStream.range(0, 2100)
                .mapToObj(index -> new TypedLine(at(index), "line " + index + "."))
                .toList();

        var html = page(many, HandoutPictures.none(), LessonProgress.NONE).html();

        assertFalse(html.contains("line 99."));
        assertTrue(html.contains("line 100."));
        assertTrue(html.contains("The newest 2000 of 2100 lines."));
    }

    @Test
    void lessonsAreThereWithTheirQuestionsAndAnswers() {
        var answers = List.of(
                new LessonRecord.GivenAnswer("Who promotes?", "Pgpool-II", false),
                new LessonRecord.GivenAnswer("Who promotes?", "repmgrd", true));
        var record = new LessonRecord(
                "primary-loss", "The primary is lost", "2026-01-01T11:00:00Z", 1, 4, 4, 2, 1, 0, answers);

        var html = page(List.of(), HandoutPictures.none(), new LessonProgress(Map.of("primary-loss", record)))
                .html();

        assertTrue(html.contains("<td class=\"text\">The primary is lost</td>"), html);
        assertTrue(html.contains("2026-01-01 11:00:00"), html);
        assertTrue(html.contains(">Pgpool-II</td><td class=\"text\">wrong</td>"), html);
        assertTrue(html.contains(">repmgrd</td><td class=\"text\">right</td>"), html);
    }

    @Test
    void eachOutageIsDrawnWithWhatWasSeen() {
        var tenths = IntStream.range(0, 90)
                .mapToObj(index -> new TenthSecond(at(7 + index / 10.0), index > 30 && index < 61 ? 0 : 10, 10, 0))
                .toList();

        var parts = new HandoutOutages(report(outage()), ZoneOffset.UTC, (from, to) -> tenths).parts();

        var html = String.join("\n", parts);
        assertTrue(html.contains("<h3>12:00:10.0  write outage 3.0 s</h3>"), html);
        assertTrue(html.contains("<rect class=\"gap\""), html);
        assertTrue(html.contains("pg-1 promoted"), html);
        assertTrue(html.contains("all 1,234 acknowledged writes are on pg-1"), html);
    }

    private static LoadReport report(Disturbance... outages) {
        return new LoadReport(
                at(0),
                at(40),
                LoadShape.USUAL,
                StatementOutcomes.NONE,
                StatementOutcomes.NONE,
                new TreeMap<>(),
                "",
                List.of(outages),
                new WriteAudit(1234, 0, 0, 0, 0, 0, "pg-1", ""));
    }

    private static Disturbance outage() {
        return new Disturbance(
                at(10.2),
                at(13),
                new ServiceGap(at(10), Duration.ofSeconds(3), true),
                ServiceGap.none(at(10)),
                new TreeMap<>(),
                List.of(new Milestone(at(12.5), Milestone.Kind.PROMOTED, List.of("pg-1"), "pg-1 promoted")));
    }

    @Test
    void timeBeforeAndAfterTheLoadIsNoOutage() {
        var tenths = IntStream.range(0, 100)
                .mapToObj(index -> new TenthSecond(at(index / 10.0), index < 50 || index > 60 ? 0 : 10, 0, 0))
                .toList();

        var svg = new SpanTimeline("a load of a second", at(0), at(10), tenths, List.of(at(-1), at(5), at(11))).svg();

        assertFalse(svg.contains("class=\"gap\""), svg);
        assertEquals(2, svg.split("class=\"mark\"", -1).length, svg);
    }

    @Test
    void thereAreNoMoreOutagesThanAPageBears() {
        var many = IntStream.range(0, 31).mapToObj(index -> outage()).toArray(Disturbance[]::new);

        var parts = new HandoutOutages(report(many), ZoneOffset.UTC, (from, to) -> List.of()).parts();

        assertEquals(30, parts.stream().filter(part -> part.startsWith("<svg")).count());
        assertTrue(parts.get(parts.size() - 1).contains("There were 31 outages"), parts.toString());
    }

    private static List<String> pictures(List<Event> events, UnaryOperator<String> masked) {
        var playback = Playback.of(GivenPlayback.series(GivenPlayback.failover()), events, Instant.MIN, Instant.MAX)
                .orElseThrow();
        return new HandoutPictures(playback, ZoneOffset.UTC, at -> "<svg/>", masked).parts();
    }

    @Test
    void thereIsAPictureAtEachKeyEvent() {
        var html = String.join("\n", pictures(GivenPlayback.events(), UnaryOperator.identity()));

        assertTrue(html.contains("stop pg-0"), html);
        assertTrue(html.contains("pg-1 was promoted"), html);
        assertEquals(2, html.split("<img", -1).length - 1, html);
    }

    @Test
    void theTextsOfEventsAreMaskedToo() {
        var html = String.join("\n", pictures(GivenPlayback.events(), text -> text.replace("pg-0", "***")));

        assertTrue(html.contains("stop ***"), html);
    }

    @Test
    void ofTooManyMomentsSomeAreShownSpreadOverTheTime() {
        var events = IntStream.range(0, 60)
                .mapToObj(index -> new Event(
                        at(index * 0.6),
                        Event.Kind.NODE,
                        Event.Effect.CHANGE,
                        List.of(),
                        "event " + index,
                        Event.Source.LOG))
                .collect(Collectors.toList());
        var span = Playback.of(GivenPlayback.series(GivenPlayback.failover()), events, Instant.MIN, Instant.MAX)
                .orElseThrow();
        var moments = new ScreenPictures(span, at -> "")
                .groups(event -> true, Duration.ZERO)
                .size();

        var parts = new HandoutPictures(span, ZoneOffset.UTC, at -> "<svg/>", UnaryOperator.identity()).parts();

        assertTrue(moments > 50, "moments: " + moments);
        assertTrue(parts.stream().filter(part -> part.startsWith("<img")).count() <= 40);
    }
}

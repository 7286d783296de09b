package org.pgpoollab.screen;

import static org.pgpoollab.cluster.Given.NOW;
import static org.pgpoollab.cluster.Given.ago;
import static org.pgpoollab.cluster.Given.given;
import static org.pgpoollab.cluster.Given.healthy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.lesson.CommandCheck;
import org.pgpoollab.lesson.GoalStatus;
import org.pgpoollab.lesson.LessonEvidence;
import org.pgpoollab.lesson.LessonParser;
import org.pgpoollab.lesson.LessonRun;
import org.pgpoollab.lesson.LessonTemplate;
import org.pgpoollab.lesson.LessonView;
import org.pgpoollab.lesson.TaskProgress;
import org.pgpoollab.load.LoadShape;
import org.pgpoollab.load.LoadStatus;
import org.pgpoollab.screen.keys.KeyAction;
import org.pgpoollab.screen.keys.KeyContext;
import org.pgpoollab.screen.overlay.KeyBarLine;
import org.pgpoollab.screen.overlay.OverlayStyles;
import org.pgpoollab.screen.picture.Canvas;
import org.pgpoollab.screen.picture.GlyphStyle;
import org.pgpoollab.screen.picture.Picture;
import org.pgpoollab.screen.picture.Picture.Place;
import org.pgpoollab.timeline.Event;
import org.pgpoollab.timeline.Event.Effect;
import org.pgpoollab.timeline.Event.Kind;
import org.pgpoollab.timeline.Event.Source;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabFile;
import org.pgpoollab.topology.LabKey;
import org.pgpoollab.topology.LabOptions;

/** The states that a class sees, as views. */
public final class Scenes {

    private Scenes() {}

    public static Map<String, ScreenView> all() {
        var scenes = new LinkedHashMap<String, ScreenView>();
        scenes.put("not-running", resting(Given.lab(3, 3)));
        scenes.put("not-running-compose", resting(ofContainers()));
        scenes.put("assembling", assembling());
        scenes.put("healthy", settled(busy(healthy()).state()));
        scenes.put("standby-lost", standbyLost());
        scenes.put("primary-lost", primaryLost());
        scenes.put("promoted", promoted());
        scenes.put("pools-disagree", settled(poolsDisagree()));
        scenes.put("quorum-lost", settled(quorumLost()));
        scenes.put("two-primaries", settled(twoPrimaries()));
        scenes.put(
                "two-vip-holders",
                settled(healthy()
                        .vipOn("pgpool-0", "pgpool-2")
                        .leader("pgpool-2")
                        .state()));
        scenes.put("all-unknown", settled(allUnknown()));
        scenes.put("under-load", underLoad());
        scenes.put("nine-and-nine", settled(busy(healthy(9, 9)).state()));
        return scenes;
    }

    static ScreenView resting(Lab lab) {
        return ScreenView.of(lab, NOW, ZoneOffset.UTC, Theme.dark());
    }

    /** Returns a view of the snapshot after an equal one, so that nothing is marked as changed. */
    static ScreenView settled(ClusterState state) {
        return changing(state, state);
    }

    /** Returns a view of the second snapshot, half a second after the first. */
    static ScreenView changing(ClusterState before, ClusterState after) {
        return resting(after.lab())
                .seeing(before, NOW.minusMillis(500))
                .seeing(after, NOW)
                .withEvents(events());
    }

    static Given busy(Given given) {
        return given.clients("pgpool-0", 4).clients("pgpool-1", 1);
    }

    /** Returns a view of a busy lab with reads of the last minute. */
    public static ScreenView reading() {
        var before = busy(healthy()).state();
        var after = busy(healthy())
                .selects("pgpool-0", "pg-0", 12)
                .selects("pgpool-0", "pg-1", 1180)
                .selects("pgpool-0", "pg-2", 590)
                .selects("pgpool-1", "pg-2", 95)
                .state();
        return changing(before, after);
    }

    /** Returns a view of a load that had an outage of three seconds half a minute ago and recovered slowly. */
    static ScreenView underLoad() {
        return settled(busy(healthy()).clients("pgpool-0", 8).state()).feeling(loadStatus(98, Duration.ZERO, ""));
    }

    static LoadStatus loadStatus(int acknowledged, Duration gap, String words) {
        var beats = new ArrayList<LoadStatus.Beat>();
        for (var second = 0; second < LoadStatus.REMEMBERED; second++) {
            var ago = LoadStatus.REMEMBERED - second;
            var isHole = ago <= 30 && ago > 27;
            var count = isHole ? 0 : ago > 23 && ago < 28 ? 100 - 20 * (ago - 23) : 100 - second % 3;
            beats.add(new LoadStatus.Beat(count, isHole ? 8 : 0));
        }
        return new LoadStatus(
                NOW.minusMillis(100),
                NOW.minusSeconds(300),
                LoadShape.USUAL,
                acknowledged,
                0,
                Duration.ofMillis(1),
                Duration.ofMillis(4),
                100,
                29_500,
                24,
                gap,
                Duration.ofMillis(3120),
                beats,
                words);
    }

    private static ScreenView assembling() {
        var state = healthy()
                .silent("pg-1", "FATAL: the database system is starting up", ago(1))
                .unasked("pg-2")
                .silent("pgpool-0", "Connection refused", ago(1))
                .unasked("pgpool-1")
                .unasked("pgpool-2")
                .notSentTo("pg-1")
                .notSentTo("pg-2")
                .state();
        return resting(state.lab())
                .seeing(state, NOW)
                .withEvents(List.of(event(900, Kind.NODE, Effect.RECOVERY, "pg-0 is primary on timeline 1")));
    }

    private static ScreenView standbyLost() {
        var after = busy(healthy())
                .silent("pg-2", "connection refused", ago(4))
                .notSentTo("pg-2")
                .status("pgpool-0", "pg-2", "down")
                .status("pgpool-1", "pg-2", "down")
                .state();
        return changing(
                        busy(healthy())
                                .silent("pg-2", "connection refused", ago(4))
                                .notSentTo("pg-2")
                                .state(),
                        after)
                .withEvents(List.of(
                        event(5120, Kind.COMMAND, Effect.CHANGE, "stop pg-2"),
                        event(4690, Kind.NODE, Effect.TROUBLE, "pg-2 stopped answering (connection refused)"),
                        event(
                                158,
                                Kind.BELIEF,
                                Effect.CHANGE,
                                "pgpool-0 and pgpool-1 now hold pg-2 down; pgpool-2 still holds it up")));
    }

    private static ScreenView primaryLost() {
        var after = healthy()
                .silent("pg-0", "connection refused", ago(1))
                .notStreaming("pg-1")
                .notStreaming("pg-2")
                .state();
        return changing(healthy().state(), after);
    }

    private static ScreenView promoted() {
        var before = given().standby("pg-0")
                .standby("pg-1")
                .standby("pg-2")
                .pool("pgpool-0")
                .pool("pgpool-1")
                .pool("pgpool-2")
                .silent("pg-0", "connection refused", ago(6))
                .state();
        var after = given().standby("pg-0")
                .primary("pg-1")
                .standby("pg-2")
                .timeline("pg-1", 2)
                .timeline("pg-2", 2)
                .lsn("pg-1", "0/5000A20")
                .lsn("pg-2", "0/5000A20")
                .pool("pgpool-0")
                .pool("pgpool-1")
                .pool("pgpool-2")
                .role("pgpool-2", "pg-1", "standby")
                .stopped("pg-0")
                .status("pgpool-2", "pg-0", "up")
                .silent("pg-0", "connection refused", ago(6))
                .state();
        return changing(before, after)
                .withEvents(List.of(
                        event(6100, Kind.NODE, Effect.TROUBLE, "pg-0 stopped answering (connection refused)"),
                        event(3020, Kind.BELIEF, Effect.CHANGE, "pgpool-0 and pgpool-1 now hold pg-0 down"),
                        event(120, Kind.ROLE, Effect.RECOVERY, "pg-1 was promoted, after 6.0 s without a primary"),
                        event(60, Kind.TIMELINE, Effect.CHANGE, "pg-1 writes on timeline 2")));
    }

    private static ClusterState poolsDisagree() {
        return healthy()
                .status("pgpool-2", "pg-2", "down")
                .role("pgpool-1", "pg-1", "primary")
                .state();
    }

    private static ClusterState quorumLost() {
        return healthy()
                .silent("pgpool-1", "Connection to 10.77.0.31:5432 timed out", ago(75))
                .silent("pgpool-2", "connection refused", ago(20))
                .watchdog("pgpool-1", "LOST")
                .watchdog("pgpool-2", "SHUTDOWN")
                .vipOn()
                .state();
    }

    private static ClusterState twoPrimaries() {
        return healthy()
                .primary("pg-1")
                .timeline("pg-1", 2)
                .lsn("pg-1", "0/5000A20")
                .timeline("pg-2", 2)
                .upstream("pg-2", "pg-1")
                .state();
    }

    private static ClusterState allUnknown() {
        var given = healthy();
        for (var node : Given.lab(3, 3).nodes()) {
            given.unasked(node.name());
        }
        return given.state();
    }

    static List<Event> events() {
        return List.of(
                event(4690, Kind.NODE, Effect.TROUBLE, "pg-2 stopped answering (connection refused)"),
                event(2158, Kind.NODE, Effect.RECOVERY, "pg-2 answers again, after 2.5 s"),
                event(158, Kind.COMMAND, Effect.CHANGE, "wait cluster is healthy for 30s"));
    }

    /** Returns the first task of a lesson, the first of whose goals is met. */
    public static LessonView task() {
        return task(LessonTemplate.TEXT, 0);
    }

    /** Returns the same task when its goals are met and its question is asked. */
    static LessonView taskWithMetGoals() {
        var lesson = LessonParser.parse("mine", "mine.md", LessonTemplate.TEXT, CommandCheck.ANY);
        var status = lesson.tasks().get(0).goals().stream()
                .map(goal -> new GoalStatus(goal, true, ""))
                .toList();
        var progress = new TaskProgress(LessonEvidence.since(NOW), Set.of(0, 1), status, NOW);
        return LessonView.of(lesson, LessonRun.of("mine", "", NOW).with(progress));
    }

    /** Returns a task of a lesson with this text, likewise. */
    public static LessonView task(String text, int index) {
        var lesson = LessonParser.parse("mine", "mine.md", text, CommandCheck.ANY);
        var goals = lesson.tasks().get(index).goals();
        var status = List.of(new GoalStatus(goals.get(0), true, ""), new GoalStatus(goals.get(1), false, ""));
        var begun = LessonEvidence.since(NOW);
        var progress = new TaskProgress(begun, Set.of(0), status, TaskProgress.NEVER);
        return LessonView.of(
                lesson,
                LessonRun.of("mine", "", NOW).atTask(index, NOW).with(progress).withHint());
    }

    public static Event event(int millisAgo, Kind kind, Effect effect, String text) {
        return new Event(NOW.minus(Duration.ofMillis(millisAgo)), kind, effect, List.of(), text, Source.SEEN);
    }

    public static Picture frame(ScreenView view, int columns, int rows) {
        var layout = ScreenLayout.of(view, columns, rows);
        return Frame.of(view, layout, prompt(layout.promptArea()), keys(columns));
    }

    static Picture keys(int columns) {
        return KeyBarLine.picture(KeyContext.PROMPT, Set.of(KeyAction.LESSON), columns, OverlayStyles.PLAIN);
    }

    /** Returns a prompt with a few lines at the bottom and the cursor after the last one. */
    static Picture prompt(Area area) {
        var canvas = new Canvas(area.columns(), area.rows());
        var lines = List.of(
                "lab> stop pg-2",
                "  $ pg_ctl -D …/pg-2/data -m fast stop          (on pg-2)",
                "  pg-2 stopped in 0.3 s",
                "lab> ");
        for (var index = 0; index < lines.size(); index++) {
            canvas.write(0, index, lines.get(index), GlyphStyle.PLAIN);
        }
        return canvas.picture(Optional.of(new Place(5, 3)));
    }

    private static Lab ofContainers() {
        var options = LabOptions.NONE.with(LabKey.ENGINE, "compose").with(LabKey.RELEASE, "trixie");
        return LabFile.withoutFile(options).lab();
    }
}

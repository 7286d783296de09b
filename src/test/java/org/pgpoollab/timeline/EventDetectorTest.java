package org.pgpoollab.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pgpoollab.cluster.Given.healthy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.timeline.Event.Effect;
import org.pgpoollab.timeline.Event.Kind;

/** Tests the event detector with snapshots half a second apart. */
class EventDetectorTest {

    private static final Duration BETWEEN = Duration.ofMillis(500);

    @Test
    void theFirstSightTellsNothing() {
        assertTold(List.of(), healthy().stopped("pg-2").silent("pgpool-1"));
    }

    @Test
    void aNodeThatFallsSilentAndComesBack() {
        assertTold(
                List.of("TROUBLE pg-2 stopped answering (connection refused)", "RECOVERY pg-2 answers again"),
                healthy(),
                healthy().silent("pg-2"),
                healthy().silent("pg-2"),
                healthy(),
                only(Kind.NODE));
        assertTold(
                List.of("TROUBLE pgpool-1 stopped answering (connection refused)"),
                healthy(),
                healthy().silent("pgpool-1"));
    }

    @Test
    void aNodeThatAnswersForTheFirstTimeSaysWhatItIs() {
        assertTold(
                List.of("RECOVERY pg-0 answers: primary on timeline 1", "RECOVERY pgpool-0 answers: LEADER"),
                healthy().silent("pg-0").silent("pgpool-0").vipOn(),
                healthy().vipOn(),
                only(Kind.NODE));
    }

    @Test
    void whatWasNotAskedIsNoChange() {
        assertTold(List.of(), healthy(), healthy().unasked("pg-1").unasked("pgpool-0"), healthy());
        assertTold(List.of(), healthy().unasked("pg-0"), healthy());
    }

    @Test
    void aLabThatFallsSilentAtOnceIsOneEvent() {
        var silent =
                healthy(1, 1).silent("pg-0").silent("pgpool-0").vipUnseen("pgpool-0", "the host is off", Given.ago(1));

        assertTold(List.of("TROUBLE no node of the lab answers any more"), healthy(1, 1), silent, silent);
    }

    @Test
    void aStandbyThatIsPromoted() {
        assertTold(
                List.of(
                        "TROUBLE pg-0 stopped answering (connection refused)",
                        "CHANGE pg-1 was promoted: it is primary now, on timeline 2",
                        "CHANGE repmgr has pg-1 as the primary now",
                        "CHANGE pgpool-0 now takes pg-1 for the primary"),
                healthy(2, 1),
                healthy(2, 1).silent("pg-0"),
                given(2, 1).silent("pg-0").primary("pg-1").timeline("pg-1", 2),
                without("repmgr has pg-0"));
    }

    @Test
    void anOldPrimaryThatComesBackAsAStandby() {
        var alone = healthy(2, 1).silent("pg-0").primary("pg-1");

        assertTold(
                List.of(
                        "TROUBLE pg-0 stopped answering (connection refused)",
                        "RECOVERY pg-0 came back as a standby of pg-1"),
                healthy(2, 1),
                alone,
                healthy(2, 1).standby("pg-0").primary("pg-1"),
                only(Kind.NODE, Kind.ROLE),
                without("promoted"));
    }

    @Test
    void commitsThatWaitForAStandbyThatThereIsNotAndReturnAgain() {
        assertTold(
                List.of(
                        "TROUBLE commits on pg-0 wait: synchronous_standby_names = 'ghost', and too few of these stream",
                        "RECOVERY commits on pg-0 return again"),
                healthy(),
                healthy().commitsWait("ghost", -1),
                healthy().commitsWait("ghost", 9),
                healthy(),
                only(Kind.REPLICATION));
    }

    @Test
    void commitsThatAStreamingStandbyDoesNotConfirm() {
        assertTold(
                List.of("TROUBLE commits on pg-0 wait: synchronous_standby_names = 'pg-1', and a standby does not"
                        + " confirm them"),
                healthy().commitsWait("pg-1", 1),
                healthy().commitsWait("pg-1", 9));
    }

    @Test
    void twoPrimariesAreBelievedWhenTheyAreSeenTwice() {
        var two = healthy().primary("pg-1");

        assertTold(
                List.of(
                        "CHANGE pg-1 was promoted: it is primary now, on timeline 1",
                        "TROUBLE pg-0 and pg-1 report at the same time that they are primary",
                        "CHANGE pg-1 is a standby of pg-0 now",
                        "RECOVERY pg-0 is the only primary again"),
                healthy(),
                two,
                two,
                two,
                healthy(),
                only(Kind.ROLE));
    }

    @Test
    void standbysThatMoveToANewTimelineAreOneEvent() {
        assertTold(
                List.of("CHANGE pg-1 and pg-2 are on timeline 2 now"),
                healthy(),
                healthy().timeline("pg-1", 2).timeline("pg-2", 2));
    }

    @Test
    void aStandbyThatStopsStreamingIsBelievedWhenItIsSeenTwice() {
        assertTold(List.of(), healthy(), healthy().notStreaming("pg-2"), healthy());
        assertTold(
                List.of("TROUBLE pg-2 stopped streaming: no WAL receiver", "RECOVERY pg-2 streams from pg-0 again"),
                healthy(),
                healthy().notStreaming("pg-2"),
                healthy().notStreaming("pg-2"),
                healthy().notStreaming("pg-2"),
                healthy());
    }

    @Test
    void standbysThatStopForTheSameReasonAreOneEvent() {
        var dry = healthy().notStreaming("pg-1").notStreaming("pg-2");

        assertTold(List.of("TROUBLE pg-1 and pg-2 stopped streaming: no WAL receiver"), healthy(), dry, dry, dry);
    }

    @Test
    void aStandbyThatFollowsAnother() {
        assertTold(
                List.of("RECOVERY pg-2 streams from pg-1 now", "CHANGE repmgr has pg-2 as a standby of pg-1 now"),
                healthy(),
                healthy().upstream("pg-2", "pg-1"));
    }

    @Test
    void ofAStandbyThatFallsSilentNothingIsToldOfItsStream() {
        assertTold(
                List.of("RECOVERY pg-2 streams from pg-0 again"),
                healthy(),
                healthy().silent("pg-2").notSentTo("pg-2"),
                healthy().silent("pg-2").notSentTo("pg-2"),
                healthy(),
                only(Kind.REPLICATION));
    }

    @Test
    void repmgrsTableAndDaemon() {
        assertTold(
                List.of(
                        "TROUBLE repmgrd does not run on pg-1 any more",
                        "TROUBLE repmgr has pg-2 as an inactive standby now",
                        "RECOVERY repmgrd runs on pg-1 again",
                        "RECOVERY repmgr has pg-2 as a standby of pg-0 now"),
                healthy(),
                healthy().repmgrdStopped("pg-1").repmgrActive("pg-2", false),
                healthy());
    }

    @Test
    void aRepmgrdThatEndedWithItsServerIsNotToldWhenTheServerIsBack() {
        assertTold(
                List.of("RECOVERY repmgrd runs on pg-1 again"),
                healthy(),
                healthy().silent("pg-1"),
                healthy().serverStartedAt("pg-1", Given.NOW).repmgrdStopped("pg-1"),
                healthy().serverStartedAt("pg-1", Given.NOW),
                only(Kind.REPMGR));
    }

    @Test
    void aRepmgrdThatRunsForTheFirstTimeDoesNotRunAgain() {
        assertTold(List.of("RECOVERY repmgrd runs on pg-1"), healthy().repmgrdStopped("pg-1"), healthy());
    }

    @Test
    void poolsThatChangeTheirMindsAtOnceAreOneSentence() {
        assertTold(
                List.of(
                        "TROUBLE pgpool-0 and pgpool-1 now hold pg-2 down; pgpool-2 still holds it up",
                        "TROUBLE all pgpools now hold pg-2 down",
                        "CHANGE pgpool-1 now holds pg-2 up; pgpool-0 and pgpool-2 still hold it down",
                        "RECOVERY all pgpools hold pg-2 up again"),
                healthy(),
                healthy().status("pgpool-0", "pg-2", "down").status("pgpool-1", "pg-2", "down"),
                healthy().status("pg-2", "down"),
                healthy().status("pg-2", "down").status("pgpool-1", "pg-2", "up"),
                healthy());
    }

    @Test
    void aPoolThatDoesNotAnswerIsNotSaidToBelieveAnything() {
        assertTold(
                List.of("TROUBLE pgpool-0 and pgpool-1 now hold pg-2 down"),
                healthy(),
                healthy().queriesUnanswered("pgpool-2", "timeout", Given.ago(1)).status("pg-2", "down"));
    }

    @Test
    void whomThePoolsTakeForThePrimary() {
        assertTold(
                List.of(
                        "CHANGE pgpool-0 now takes pg-1 for the primary; pgpool-1 and pgpool-2 still take pg-0",
                        "CHANGE all pgpools now take pg-1 for the primary",
                        "TROUBLE all pgpools now take no node for the primary"),
                healthy(),
                roles("pgpool-0", healthy()),
                roles("pgpool-2", roles("pgpool-1", roles("pgpool-0", healthy()))),
                healthy()
                        .role("pgpool-0", "pg-0", "standby")
                        .role("pgpool-1", "pg-0", "standby")
                        .role("pgpool-2", "pg-0", "standby"));
    }

    @Test
    void theLeaderQuorumAndVipWithTheTimeThatItTook() {
        assertTold(
                List.of(
                        "TROUBLE pgpool-0 stopped answering (connection refused)",
                        "TROUBLE no pgpool holds the VIP",
                        "CHANGE pgpool-1 is LEADER now",
                        "RECOVERY VIP moved from pgpool-0 to pgpool-1 after 1.5 s"),
                healthy(),
                healthy().silent("pgpool-0").vipOn(),
                healthy().silent("pgpool-0").vipOn(),
                healthy().silent("pgpool-0").leader("pgpool-1").vipOn("pgpool-1"));
    }

    @Test
    void theVipThatMovesBetweenTwoLooksOrIsMissingInOneIsSimplyElsewhere() {
        assertTold(
                List.of("CHANGE VIP moved from pgpool-0 to pgpool-1 after 1.0 s"),
                healthy(),
                healthy().vipOn(),
                healthy().vipOn("pgpool-1"));
        assertTold(List.of(), healthy(), healthy().vipOn(), healthy());
        assertTold(List.of(), healthy(), healthy().vipOn("pgpool-0", "pgpool-1"), healthy());
    }

    @Test
    void statesThatAPoolOnlyPassesThroughAreNoEvents() {
        assertTold(
                List.of("TROUBLE pgpool-2 is NETWORK ISOLATION now", "CHANGE pgpool-2 is STANDBY now"),
                healthy(),
                healthy().watchdog("pgpool-2", "JOINING"),
                healthy().watchdog("pgpool-2", "NETWORK ISOLATION"),
                healthy().watchdog("pgpool-2", "INITIALIZING"),
                healthy());
    }

    @Test
    void twoHoldersOfTheVip() {
        var two = healthy().vipOn("pgpool-0", "pgpool-2");

        assertTold(
                List.of(
                        "TROUBLE VIP is on pgpool-0 and pgpool-2 at the same time",
                        "RECOVERY VIP is on pgpool-0 alone again"),
                healthy(),
                two,
                two,
                two,
                healthy());
    }

    @Test
    void theQuorumIsTheLeadersWord() {
        var lost = healthy().watchdog("pgpool-1", "LOST").watchdog("pgpool-2", "LOST");

        assertTold(
                List.of(
                        "TROUBLE the quorum is lost: 1 of 3 pgpools alive, 2 needed",
                        "RECOVERY the quorum is back: 3 of 3 pgpools alive, 2 needed"),
                healthy(),
                lost,
                healthy(),
                only(Kind.QUORUM));
    }

    @Test
    void aLabThatIsHealthyAgainSaysAfterHowLong() {
        var ill = healthy().status("pg-2", "down");

        assertTold(List.of("RECOVERY healthy again after 1.5 s"), healthy(), ill, ill, ill, healthy(), only(Kind.LAB));
        assertTold(List.of(), healthy(), ill, healthy(), only(Kind.LAB));
    }

    @Test
    void aLabTakenDownIsOneEventAndForgotten() {
        var seen = begin().next(healthy().state()).nextDetector();

        var down = seen.takenDown(Given.NOW.plusSeconds(1));
        var again = down.nextDetector()
                .next(healthy().stopped("pg-1").after(BETWEEN).state());

        assertEquals(
                List.of("the lab was taken down"),
                down.events().stream().map(Event::text).toList());
        assertEquals(List.of(), again.events());
        assertEquals(List.of(), begin().takenDown(Given.NOW).events());
    }

    static Stream<List<Given>> histories() {
        return Stream.of(
                List.of(
                        healthy(),
                        healthy().stopped("pg-0"),
                        healthy().stopped("pg-0").primary("pg-1"),
                        healthy()),
                List.of(
                        healthy(),
                        healthy().stopped("pgpool-0").vipOn(),
                        healthy().leader("pgpool-1").vipOn("pgpool-1")),
                List.of(
                        healthy().silent("pg-1"),
                        healthy(),
                        healthy().primary("pg-2"),
                        healthy().notStreaming("pg-1")),
                List.of(
                        healthy().unasked("pg-1"),
                        healthy().vipOn("pgpool-0", "pgpool-1"),
                        healthy().quorum("NO QUORUM")));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aSnapshotTellsNothingAfterItself(List<Given> history) {
        var nextDetector = begin();
        for (var state : states(history)) {
            nextDetector = nextDetector.next(state).nextDetector();

            assertEquals(List.of(), nextDetector.next(state).events());
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void whatStaysAsItIsIsToldOnce(List<Given> history) {
        var often = history.stream()
                .flatMap(given -> Stream.of(given, given, given))
                .toList();
        var nextDetector = begin();
        for (var state : states(often)) {
            nextDetector = nextDetector.next(state).nextDetector();
        }
        var last = history.get(history.size() - 1);

        for (var later = 0; later < 3; later++) {
            var step = nextDetector.next(
                    last.after(BETWEEN.multipliedBy(often.size() + later)).state());
            nextDetector = step.nextDetector();

            assertEquals(List.of(), step.events());
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void theSameSnapshotsTellTheSame(List<Given> history) {
        assertEquals(told(states(history)), told(states(history)));
    }

    private static EventDetector begin() {
        return EventDetector.begin(state -> state.pools().stream()
                .flatMap(pool -> pool.backends().value().stream().flatMap(List::stream))
                .allMatch(view -> view.isUp()));
    }

    private static Given given(int postgres, int pools) {
        return healthy(postgres, pools).standby("pg-0");
    }

    private static Given roles(String pool, Given given) {
        return given.role(pool, "pg-0", "standby").role(pool, "pg-1", "primary");
    }

    private static List<ClusterState> states(List<Given> history) {
        var states = new ArrayList<ClusterState>();
        history.forEach(given ->
                states.add(given.after(BETWEEN.multipliedBy(states.size())).state()));
        return states;
    }

    private static List<Event> told(List<ClusterState> states) {
        var nextDetector = begin();
        var events = new ArrayList<Event>();
        for (var state : states) {
            var step = nextDetector.next(state);
            nextDetector = step.nextDetector();
            events.addAll(step.events());
        }
        return events;
    }

    private interface Filter {
        boolean wants(Event event);
    }

    private static Filter only(Kind... kinds) {
        return event -> List.of(kinds).contains(event.kind());
    }

    private static Filter without(String word) {
        return event -> !event.text().contains(word);
    }

    /**
     * @param parts snapshots as {@link Given}, and filters that select which events are compared; health events count only if asked for
     */
    private static void assertTold(List<String> expected, Object... parts) {
        var history = new ArrayList<Given>();
        var filters = new ArrayList<Filter>();
        for (var part : parts) {
            if (part instanceof Given given) {
                history.add(given);
            } else {
                filters.add((Filter) part);
            }
        }
        if (filters.isEmpty()) {
            filters.add(event -> event.kind() != Kind.LAB);
        }
        var told = told(states(history)).stream()
                .filter(event -> filters.stream().allMatch(filter -> filter.wants(event)))
                .map(event -> effect(event.effect()) + event.text())
                .toList();
        assertEquals(expected, told);
    }

    private static String effect(Effect effect) {
        return effect.name() + " ";
    }
}

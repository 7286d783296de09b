package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Injects the main failures into a healthy lab and checks that the program's own commands detect, explain, repair and prove each. All
 * tests share one lab, whichever node is primary by then. {@code target/scenarios} keeps the output for readers.
 */
@Tag("live")
class ScenariosLiveTest {

    private static final Path PRINTED = Path.of("target/scenarios");

    @TempDir
    static Path state;

    private static Program program;

    @BeforeAll
    static void aLabIsUp() {
        program = Live.program(state);
        program.run("up").mustBe(0);
        program.run("psql", "create table witness (scenario text, moment text)").mustBe(0);
    }

    @AfterAll
    static void nothingIsLeft() {
        Live.leaveNothing(program);
    }

    /**
     * A failure and what the program must print about it. In all texts $primary, $standby and $leader stand for the nodes with these
     * roles at the beginning, and $pool for a pgpool that does not lead.
     *
     * @param breaks the commands that cause the failure and wait until it shows
     * @param diagnosed what {@code diagnose} must print: the finding and the remedy
     * @param happened what {@code events} must print by then
     * @param repaired what {@code reconfigure} must propose
     */
    private record Scenario(
            String name, List<String> breaks, List<String> diagnosed, List<String> happened, List<String> repaired) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scenario> scenarios() {
        return Stream.of(
                new Scenario(
                        "standby-loss",
                        List.of("kill $standby", "wait pool_nodes $standby is down for 30s"),
                        List.of("$standby does not answer: the host is off", "start $standby"),
                        List.of("kill $standby", "pgpools hold $standby down"),
                        List.of("start $standby: it does not run", "attach $standby: it streams, but")),
                new Scenario(
                        "primary-kill",
                        List.of(
                                "kill $primary",
                                "wait primary is known for 40s",
                                "wait pool_nodes $primary is down for 30s"),
                        List.of("$primary does not answer: the host is off", "rejoin $primary"),
                        List.of(
                                "kill $primary",
                                "could not reach $primary",
                                "it is primary now",
                                "pgpools hold $primary down"),
                        List.of("the true primary is", "rejoin $primary: it was primary")),
                new Scenario(
                        "primary-clean-stop",
                        List.of(
                                "stop $primary",
                                "wait primary is known for 40s",
                                "wait pool_nodes $primary is down for 30s"),
                        List.of("$primary does not answer: connection refused", "rejoin $primary"),
                        List.of("PostgreSQL on $primary received a stop request", "it is primary now"),
                        List.of("rejoin $primary: it was primary")),
                new Scenario(
                        "leader-kill",
                        List.of("kill $leader", "wait vip is not on $leader for 30s", "wait vip is held for 30s"),
                        List.of(
                                "$leader does not answer: the host is off",
                                "start $leader",
                                "the loss of one more pgpool ends the quorum"),
                        List.of(
                                "kill $leader",
                                "$leader left the watchdog",
                                "is LEADER now",
                                "reports that the quorum exists"),
                        List.of("start $leader: it does not run")),
                new Scenario(
                        "two-pgpools-lost",
                        List.of("kill $leader $pool", "wait quorum is absent for 40s", "wait vip is not held for 30s"),
                        List.of("$both do not answer: the host is off", "the quorum is lost", "start $each"),
                        List.of("kill $leader and $pool", "$pool left the watchdog"),
                        List.of("start $leader: it does not run", "start $pool: it does not run")),
                new Scenario(
                        "primary-isolated",
                        List.of(
                                "isolate $primary",
                                "wait pool_nodes $primary is down for 60s",
                                "wait primary is not known for 60s",
                                "heal"),
                        List.of("each say that they are primary: split brain", "rejoin $primary"),
                        List.of("isolate $primary", "it is primary now", "heal"),
                        List.of("rejoin $primary: it says that it is primary too")),
                new Scenario(
                        "promoted-behind",
                        List.of("promote! $standby"),
                        List.of("each say that they are primary: split brain", "reclone $standby"),
                        List.of("promote $standby without repmgr and Pgpool-II", "$standby was promoted"),
                        List.of("reclone $standby: it says that it is primary too", "ahead of $primary")),
                new Scenario(
                        "primary-paused",
                        List.of("pause $primary", "wait primary is known for 60s"),
                        List.of("$primary does not answer", "broken on purpose: pause $primary"),
                        List.of("it is primary now"),
                        List.of(
                                "fence $primary: its process was stopped by a signal",
                                "rejoin $primary: it was primary")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void isSeenExplainedRepairedAndProved(Scenario scenario) {
        var play = PlayedScenario.begin(program, scenario.name());

        play.keep("before");
        FrozenPrimary.type(program, scenario.breaks().stream().map(play::named).toList(), play::type);
        play.mustSay("diagnose", scenario.diagnosed());
        play.mustSay("events --since 2m", scenario.happened());
        play.mustSay("reconfigure --yes", scenario.repaired());

        play.type("expect cluster is healthy").mustBe(0);
        play.type("diagnose").mustBe(0);
        assertEquals(List.of(), Diagnosed.by(program).ofLab());
        play.keep("after");
        play.mustAgree();
    }

    @Test
    void aHealedOldPrimaryIsNotAttachedBeforeItIsAStandbyAgain() {
        var play = PlayedScenario.begin(program, "false-primary");
        for (var line : List.of(
                "stop $primary",
                "wait primary is known for 40s",
                "wait pool_nodes $primary is down for 30s",
                "start --force $primary")) {
            play.type(line).mustBe(0);
        }

        var refused = play.type("attach $primary").mustBe(1);

        assertTrue(refused.output().contains("must not be attached"), refused.output());
        play.type("reconfigure --yes").mustBe(0);
        play.type("expect cluster is healthy").mustBe(0);
        play.mustAgree();
    }

    /** A running scenario: it types commands, with roles replaced by names, and keeps all output. */
    private record PlayedScenario(
            Program program, String name, String primary, String standby, String leader, String pool) {

        private static final List<String> POOLS = List.of("pgpool-0", "pgpool-1", "pgpool-2");

        static PlayedScenario begin(Program program, String name) {
            write(name, "", false);
            program.run("expect", "cluster is healthy").mustBe(0);
            var seen = program.run("status").mustBe(0).output();
            var leader = first(seen, "★ LEADER");
            return new PlayedScenario(
                    program,
                    name,
                    first(seen, "● primary"),
                    first(seen, "○ standby"),
                    leader,
                    POOLS.stream()
                            .filter(pool -> !pool.equals(leader))
                            .findFirst()
                            .orElseThrow());
        }

        private static String first(String table, String cell) {
            return table.lines()
                    .filter(line -> line.contains(cell))
                    .map(line -> line.replaceFirst(" .*", ""))
                    .findFirst()
                    .orElseThrow();
        }

        private String named(String text) {
            var pools = Stream.of(leader, pool).sorted().toList();
            return text.replace("$both", String.join(" and ", pools))
                    .replace("$each", String.join(" ", pools))
                    .replace("$primary", primary)
                    .replace("$standby", standby)
                    .replace("$leader", leader)
                    .replace("$pool", pool);
        }

        Program.Ended type(String line) {
            var words = named(line);
            var began = System.nanoTime();
            var ended = program.told(words.split(" "));
            var took = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
            write(
                    name,
                    "lab> " + words + "    [" + ended.status() + ", " + took + " s]\n" + ended.output() + "\n",
                    true);
            return ended;
        }

        void mustSay(String line, List<String> sentences) {
            var said = type(line).mustBe(0).output();
            sentences.forEach(sentence -> assertTrue(said.contains(named(sentence)), named(sentence) + "\n" + said));
        }

        /** Writes a row through the VIP, and checks that all rows written before are still there. */
        void keep(String moment) {
            var row = "insert into witness values ('" + name + "', '" + moment + "')";
            program.run("psql", row).mustBe(0);
            // A write goes to the primary; a read might go to a standby that does not have the row yet.
            var touched = program.run("psql", "update witness set moment = moment where scenario = '" + name + "'")
                    .mustBe(0)
                    .output()
                    .strip();
            assertEquals(moment.equals("before") ? "UPDATE 1" : "UPDATE 2", touched);
        }

        /**
         * Checks that every pgpool and repmgr agree on the state of every node. A pgpool shows a good backend without a session since
         * its start as "waiting". The status of repmgr is not 0 if it has a warning.
         */
        void mustAgree() {
            for (var asked : POOLS) {
                var told = type("pcp node_info -h " + asked + " -a").mustBe(0).output();
                assertEquals(
                        3,
                        told.lines()
                                .filter(line -> line.matches(".* (up|waiting) up (primary primary|standby standby) .*"))
                                .count(),
                        told);
            }
            for (var node : List.of(primary, standby)) {
                type("exec " + node + " -- repmgr -f /run/lab/repmgr.conf cluster show")
                        .mustBe(0);
            }
        }

        private static void write(String name, String text, boolean more) {
            try {
                Files.createDirectories(PRINTED);
                var file = PRINTED.resolve(name + ".txt");
                Files.writeString(file, (more ? Files.readString(file) : "") + text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.observe.Sessions;

/** Breaks one lab in several ways and checks that it recovers each time, as the program itself proves. */
@Tag("live")
class RecoveryLiveTest {

    private static final int WRITERS = 3;

    /** The longest outage allowed. On an idle machine it takes a second; this leaves room for other work. */
    private static final Duration MOST_OUTAGE = Duration.ofSeconds(15);

    @TempDir
    Path state;

    private final ProcessShell shell = new ProcessShell();

    @AfterEach
    void nothingIsLeft() {
        Live.leaveNothing(Program.withLabsIn(state));
    }

    @Test
    void whateverBreaksItComesBack() throws Exception {
        var program = Live.program(state);
        program.run("up").mustBe(0);

        var idle = program.run("reconfigure", "--yes").mustBe(0);
        assertTrue(idle.output().contains("nothing to do"), idle.output());

        anOldPrimaryThatWasStartedComesBack(program);
        anOldPrimaryIsNotStartedWithTheLab(program);
        aKilledPrimaryIsRejoined(program);
        aSwitchoverLosesNoAcknowledgedWrite(program);
        aStandbyWithoutDataIsClonedAnew(program);
    }

    private void anOldPrimaryThatWasStartedComesBack(Program program) {
        program.run("stop", "pg-0").mustBe(0);
        program.run("wait", "primary is known for 30s").mustBe(0);
        var refused = program.run("start", "pg-0").mustBe(1).errors();
        assertTrue(refused.contains("pg-0 would be a second primary"), refused);
        assertTrue(refused.contains("try      rejoin pg-0"), refused);
        assertTrue(program.run("restart", "pg-0").mustBe(1).errors().contains("second primary"));
        program.run("start", "--force", "pg-0").mustBe(0);
        var diagnosis = program.run("diagnose").mustBe(0).output();
        assertTrue(diagnosis.contains("split brain") && diagnosis.contains("rejoin pg-0"), diagnosis);

        program.run("reconfigure", "--yes").mustBe(0);

        healthy(program);
    }

    /** The remaining standby has not followed, so only the WAL of the other two tells which of them was promoted last. */
    private void anOldPrimaryIsNotStartedWithTheLab(Program program) {
        var old = primary(program);
        var third = old.equals("pg-2") ? "pg-1" : "pg-2";
        program.run("pause", third, "--process", "repmgrd").mustBe(0);
        program.run("stop", old).mustBe(0);
        program.run("wait", "primary is known for 30s").mustBe(0);
        program.run("down", "--keep", "--yes").mustBe(0);

        var told = program.run("up").mustBe(1).errors();

        assertTrue(told.contains(old + " would be a second primary"), told);
        assertTrue(told.contains("try      rejoin " + old), told);
        program.run("rejoin", old).mustBe(0);
        assertTrue(program.told("rejoin", old).mustBe(0).output().contains("streams already"));
        program.run("reconfigure", "--yes").mustBe(0);
        program.run("up").mustBe(0);
        healthy(program);
    }

    private void aKilledPrimaryIsRejoined(Program program) {
        var victim = primary(program);
        program.run("exec", victim, "--", "sh", "-c", "kill -9 $(head -1 /run/lab/data/postmaster.pid)")
                .mustBe(0);
        program.run("wait", "primary is known for 30s").mustBe(0);
        program.run("wait", "pool_nodes " + victim + " is down for 30s").mustBe(0);

        var began = System.nanoTime();
        program.run("rejoin", victim, "--yes").mustBe(0);
        System.out.println("rejoin after a kill took "
                + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms, the program's start included");

        healthy(program);
    }

    private void aSwitchoverLosesNoAcknowledgedWrite(Program program) throws Exception {
        var next = primary(program).equals("pg-1") ? "pg-2" : "pg-1";
        program.run("psql", "create table ledger (n int)").mustBe(0);
        var stop = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(WRITERS);
        var writing = new ArrayList<Future<List<Acknowledged>>>();
        for (var writer = 0; writer < WRITERS; writer++) {
            writing.add(threads.submit(writer(program, writer, stop)));
        }

        program.run("switchover", next).mustBe(0);
        stop.set(true);
        var acknowledged = new ArrayList<Acknowledged>();
        for (var writer : writing) {
            acknowledged.addAll(writer.get());
        }
        threads.shutdown();

        healthy(program);
        program.run("expect", next + " is primary").mustBe(0);
        var there = program.run("psql", "select n from ledger").mustBe(0);
        var rows = there.output().lines().map(String::strip).collect(Collectors.toSet());
        assertEquals(
                List.of(),
                acknowledged.stream()
                        .map(write -> String.valueOf(write.n()))
                        .filter(n -> !rows.contains(n))
                        .toList());
        assertTrue(acknowledged.size() > 5, acknowledged.toString());
        var outage = outage(acknowledged);
        System.out.println("a switchover under " + WRITERS + " writers: no write for " + outage.toMillis() + " ms, "
                + acknowledged.size() + " acknowledged, none lost");
        assertTrue(outage.compareTo(MOST_OUTAGE) < 0, outage.toString());
    }

    private record Acknowledged(int n, long nanos) {}

    /** The longest time in which no client had a write acknowledged. */
    private static Duration outage(List<Acknowledged> writes) {
        var times = writes.stream().mapToLong(Acknowledged::nanos).sorted().toArray();
        return Duration.ofNanos(IntStream.range(1, times.length)
                .mapToLong(i -> times[i] - times[i - 1])
                .max()
                .orElseThrow());
    }

    /** Inserts numbers one after another through the VIP, each in a new session, and keeps those that were acknowledged. */
    private static Callable<List<Acknowledged>> writer(Program program, int writer, AtomicBoolean stop) {
        var connect = program.run("connect", "--export").mustBe(0).output();
        return () -> {
            var acknowledged = new ArrayList<Acknowledged>();
            for (var n = writer; !stop.get(); n += WRITERS) {
                if (insert(connect, n)) {
                    acknowledged.add(new Acknowledged(n, System.nanoTime()));
                }
            }
            return acknowledged;
        };
    }

    private static boolean insert(String connect, int n) throws Exception {
        var gate = new Endpoint("127.0.0.1", Integer.parseInt(value(connect, "PGPORT")));
        var user = value(connect, "PGUSER");
        var password =
                Files.readAllLines(Path.of(value(connect, "PGPASSFILE"))).get(0).replaceAll(".*:", "");
        try (var session = Sessions.open(gate, user, user, password, Duration.ofSeconds(3));
                var statement = session.createStatement()) {
            return statement.executeUpdate("insert into ledger values (" + n + ")") == 1;
        } catch (SQLException notAcknowledged) {
            return false;
        }
    }

    private static String value(String export, String name) {
        return export.lines()
                .filter(line -> line.contains(name + "="))
                .map(line -> line.replaceFirst(".*" + name + "=", "")
                        .replace("'", "")
                        .strip())
                .findFirst()
                .orElseThrow();
    }

    private void aStandbyWithoutDataIsClonedAnew(Program program) {
        var victim = primary(program).equals("pg-2") ? "pg-1" : "pg-2";
        program.run("stop", victim).mustBe(0);
        shell.run(Command.of("rm", "-rf", state + "/pgpool-lab/default/" + victim + "/data"));

        var repaired = program.run("reconfigure", "--yes").mustBe(0);

        assertTrue(repaired.output().contains("reclone " + victim), repaired.output());
        healthy(program);
    }

    private static void healthy(Program program) {
        program.run("expect", "cluster is healthy").mustBe(0);
    }

    private static String primary(Program program) {
        return List.of("pg-0", "pg-1", "pg-2").stream()
                .filter(node -> program.run("expect", node + " is primary").status() == 0)
                .findFirst()
                .orElseThrow();
    }
}

package org.pgpoollab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.ProcessShell;
import org.pgpoollab.engine.compose.LabImage;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Release;

/** What may befall a lab of containers behind the program's back; all else is tested by the tests of every engine. */
@Tag("live")
@Tag("compose")
class ComposeLiveTest {

    @TempDir
    Path parent;

    private Path state;
    private Program program;

    @BeforeEach
    void thereIsADaemon() throws IOException {
        state = Files.createDirectory(parent.resolve("Müllers Labore"));
        program = Live.program(state, new LiveEngine(EngineKind.COMPOSE));
    }

    @AfterEach
    void nothingIsLeft() {
        Live.leaveNothing(program);
    }

    @Test
    void whatIsDoneBehindItsBackIsSaidAndUpGoesOn() throws IOException {
        program.run("up", "--postgres", "2", "--pgpool", "1").mustBe(0);
        program.run("psql", "create table kept as select 42 as n").mustBe(0);

        docker("rm", "-f", container("pg-1"));
        var removed = program.run("status").mustBe(0).output();

        assertTrue(removed.contains("pg-1 does not answer: the host is off"), removed);

        program.run("up").mustBe(0);
        program.run("expect", "cluster is healthy").mustBe(0);

        docker("pause", container("pg-1"));
        var paused = program.run("start", "pg-1").mustBe(0);

        assertTrue((paused.output() + paused.errors()).contains("docker unpause"), paused.errors());

        program.run("wait", "pg-1 is streaming for 30s").mustBe(0);
        docker("network", "disconnect", "-f", network(), container("pg-1"));
        var apart = program.run("diagnose").output();

        assertTrue(apart.contains("pg-1's host is not in the lab's network"), apart);

        program.run("recover", "--yes").mustBe(0);

        docker("kill", container("utility"));
        var blind = program.run("status").mustBe(1).errors();

        assertTrue(blind.contains("the utility host"), blind);
        assertFalse(blind.contains("pg-0 does not answer"), blind);

        program.run("up").mustBe(0);
        program.run("expect", "cluster is healthy").mustBe(0);

        removeNetwork();
        var disconnected = program.run("up").mustBe(1).errors();

        assertTrue(disconnected.contains("pg-0, pg-1, pgpool-0, utility have no network"), disconnected);

        var name = docker("inspect", "--format", "{{.Name}}", container("pg-1")).strip();
        program.run("down", "--keep", "--yes").mustBe(0);
        whatIsForeignIsNamedAndLeftAlone(name.substring(1));
        program.run("up").mustBe(0);

        assertTrue(program.run("psql", "select n from kept").mustBe(0).output().contains("42"));
    }

    private void whatIsForeignIsNamedAndLeftAlone(String name) throws IOException {
        docker("create", "--name", name, LabImage.name(Release.OF_MACHINE), "true");
        var taken = program.run("up").mustBe(1).errors();
        docker("rm", name);
        program.run("down", "--keep", "--yes").mustBe(0);

        assertTrue(taken.contains("another container has the name"), taken);

        var port = Files.readString(state.resolve("pgpool-lab/default/.compose/vip.port"))
                .strip();
        try (var foreign = new ServerSocket(Integer.parseInt(port), 1, InetAddress.getLoopbackAddress())) {
            var refused = program.run("up").mustBe(1).errors();

            assertTrue(refused.contains("another program listens at 127.0.0.1:" + foreign.getLocalPort()), refused);
        }
    }

    @Test
    void aLabWhoseContainersAndFilesWereRemovedIsTakenDown() throws IOException {
        program.run("up", "--postgres", "1", "--pgpool", "1").mustBe(0);
        program.run("up", "--postgres", "1", "--pgpool", "1", "--name", "beside")
                .mustBe(0);

        new ProcessShell()
                .run(Command.of("rm", "-rf", state.resolve("pgpool-lab/default").toString()));
        docker("kill", container("pgpool-0"));
        var list = program.run("list").mustBe(0).output();

        assertTrue(list.contains("was removed or renamed while it ran"), list);

        program.run("down", "--yes").mustBe(0);

        assertEquals(
                List.of(state + "/pgpool-lab/beside"),
                program.engine().remains(state).stream().distinct().toList());
        program.run("expect", "--lab", "beside", "cluster is healthy").mustBe(0);
    }

    private String container(String host) {
        return docker(
                        "ps",
                        "-aq",
                        "--filter",
                        "label=pgpool-lab.directory=" + state.resolve("pgpool-lab/default"),
                        "--filter",
                        "label=pgpool-lab.host=" + host)
                .strip();
    }

    private String mine() {
        return "label=pgpool-lab.directory=" + state.resolve("pgpool-lab/default");
    }

    private String network() {
        return docker("network", "ls", "-q", "--filter", mine()).strip();
    }

    private void removeNetwork() {
        var network = network();
        docker("ps", "-q", "--filter", mine())
                .lines()
                .forEach(id -> docker("network", "disconnect", "-f", network, id));
        docker("network", "rm", network);
    }

    private static String docker(String... words) {
        var all = new ArrayList<>(List.of("docker"));
        all.addAll(List.of(words));
        var ended = new ProcessShell().run(Command.of(all));
        assertEquals(0, ended.status(), ended.errors());
        return ended.output();
    }
}

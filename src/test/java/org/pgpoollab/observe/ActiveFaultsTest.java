package org.pgpoollab.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpoollab.cluster.Given;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.engine.FakeEngine;
import org.pgpoollab.fault.Fault.Fill;
import org.pgpoollab.fault.Fault.Isolate;
import org.pgpoollab.fault.Fault.Pause;
import org.pgpoollab.fault.Fault.PauseServer;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.fault.FaultsFile;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;

/** Tests which faults are found at the hosts, although nobody typed a command of this program. */
class ActiveFaultsTest {

    private static final Node PG_1 = Node.postgres(1);
    private static final Node POOL_0 = Node.pgpool(0);

    @TempDir
    Path directory;

    @Test
    void aDiskThatWasFilledByHandIsFull() {
        var engine = new Hosts();
        engine.mounts.add("pg-1 /run/lab/data/pg_wal overlay");

        assertEquals(Faults.of(new Fill(PG_1)), faults(engine));
    }

    @Test
    void aDiskThatWasFilledByTheCommandIsFullOnce() {
        var engine = new Hosts();
        engine.mounts.add("pg-1 /run/lab/data/pg_wal overlay");
        file().write(Faults.of(new Isolate(POOL_0), new Fill(PG_1)));

        assertEquals(Faults.of(new Isolate(POOL_0), new Fill(PG_1)), faults(engine));
    }

    @Test
    void aFrozenServerAndAFullDiskThatAreHiddenStayHidden() {
        var engine = new Hosts();
        engine.frozen.add("pg-1 postgres");
        engine.mounts.add("pg-1 /run/lab/data/pg_wal overlay");
        var hidden =
                Faults.NONE.withHidden(new PauseServer(PG_1, Server.POSTGRES)).withHidden(new Fill(PG_1));
        file().write(hidden);

        assertEquals(hidden, faults(engine));
    }

    @Test
    void serversThatAreStoppedBySignalsArePaused() {
        var engine = new Hosts();
        engine.frozen.addAll(List.of("pgpool-0 pgpool", "pg-1 postgres"));

        assertEquals(Faults.of(new PauseServer(PG_1, Server.POSTGRES), new Pause(POOL_0)), faults(engine));
    }

    @Test
    void aHostThatIsHeldFromOutsideIsPaused() {
        var engine = new Hosts();
        engine.troubles.add(new HostTrouble(PG_1, HostTrouble.Kind.HELD, "somebody holds it"));
        engine.troubles.add(new HostTrouble(POOL_0, HostTrouble.Kind.DISCONNECTED, "somebody disconnected it"));

        assertEquals(Faults.of(new Pause(PG_1)), faults(engine));
    }

    private Faults faults(Hosts engine) {
        return new ActiveFaults(Given.healthy().lab(), engine, file()).now();
    }

    private FaultsFile file() {
        return new FaultsFile(directory.resolve("faults.json"), directory.resolve(".hidden"));
    }

    private static final class Hosts extends FakeEngine {

        final List<String> mounts = new ArrayList<>();
        final List<HostTrouble> troubles = new ArrayList<>();
        final List<String> frozen = new ArrayList<>();

        Hosts() {
            super(true);
        }

        @Override
        public Optional<HostTrouble> trouble(Node node) {
            return troubles.stream()
                    .filter(trouble -> trouble.node().equals(node))
                    .findFirst();
        }

        @Override
        public boolean isMounted(Node node, String path, String type) {
            return mounts.contains(node + " " + path + " " + type);
        }

        @Override
        public boolean isFrozen(Node node, String pidFile, String program) {
            return frozen.contains(node + " " + program);
        }
    }
}

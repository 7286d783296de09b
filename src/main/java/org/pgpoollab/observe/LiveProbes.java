package org.pgpoollab.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pgpoollab.cluster.BackendView;
import org.pgpoollab.cluster.ClientCount;
import org.pgpoollab.cluster.ClientFacts;
import org.pgpoollab.cluster.HostTrouble;
import org.pgpoollab.cluster.NodeFiles;
import org.pgpoollab.cluster.ObservationContext;
import org.pgpoollab.cluster.RoleTrouble;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.fault.FaultsFile;
import org.pgpoollab.topology.ConnectionBudget;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.LabDirectory;
import org.pgpoollab.topology.Node;
import org.pgpoollab.topology.Server;
import org.pgpoollab.version.ProgramVersions;

/** The probes of a real lab, which run outside the lab's network. */
final class LiveProbes implements ProbeSet {

    /**
     * How long a session to PostgreSQL is kept. An existing session may work while PostgreSQL accepts no new one, and it keeps a smart
     * shutdown from finishing.
     */
    private static final Duration RENEWAL = Duration.ofSeconds(1);

    /** Renewal time per PostgreSQL node, so that a large lab gets at most four new sessions a second. */
    private static final Duration RENEWAL_FOR_EACH_NODE = Duration.ofMillis(250);

    /**
     * How long a session with a unique application name is kept. For each such session pgpool connects to every backend, but only that
     * shows whether a client still gets a session.
     */
    private static final Duration STRANGER = Duration.ofSeconds(5);

    private static final Duration FOR_EVER = Duration.ofDays(1000);
    private static final Duration LONGEST_HANG = Duration.ofMinutes(1);

    /**
     * The deadline of a single answer. It is longer than that of the caller, so that the caller can distinguish a silent node from a busy
     * machine.
     */
    private static final Duration TIME_LIMIT = ProcessorDeadline.AT_MOST.plusSeconds(1);

    private final Lab lab;
    private final Engine engine;
    private final LabDirectory directory;
    private final NotedVersions versions;
    private final PcpProbe pcp;
    private final KnownSilence earlier;
    private final boolean continuous;
    private final RoleProbe roles;
    private volatile List<HostTrouble> hostTroubles = List.of();
    private final Map<Node, Session> superuser = new ConcurrentHashMap<>();

    /** @param continuous whether the probes run all the time and so must be cheap */
    LiveProbes(
            Lab lab,
            Engine engine,
            LabDirectory directory,
            PcpTools pcpTools,
            KnownSilence earlier,
            boolean continuous) {
        this.lab = lab;
        this.engine = engine;
        this.directory = directory;
        this.versions = new NotedVersions(directory.binaries());
        this.pcp = new PcpProbe(pcpTools, tool -> engine.clients().run(tool));
        this.earlier = earlier;
        this.continuous = continuous;
        this.roles = new RoleProbe(lab);
    }

    /** Returns the superuser's session for all probes of a PostgreSQL node. */
    private Session superuser(Node node) {
        return superuser.computeIfAbsent(
                node, first -> new Session(engine, node, TIME_LIMIT, continuous ? renewal() : FOR_EVER));
    }

    @Override
    public Probe<PostgresAnswer> postgres(Node node) {
        var session = superuser(node);
        return new Probe<>() {
            @Override
            public PostgresAnswer answer() throws Exception {
                var repmgrdRuns = engine.isAlive(node, Server.REPMGRD);
                try {
                    return session.ask(open -> PgProbe.ask(open, repmgrdRuns));
                } catch (Exception silence) {
                    throw new ProbeException(
                            StoppedNodeFiles.explained(ProbeFailureText.of(silence), node, engine), silence);
                }
            }

            @Override
            public void abandon() {
                session.abandon();
            }
        };
    }

    private Duration renewal() {
        var all = RENEWAL_FOR_EACH_NODE.multipliedBy(lab.postgresCount());
        return all.compareTo(RENEWAL) > 0 ? all : RENEWAL;
    }

    @Override
    public Probe<PoolAnswer> pool(Node node) {
        // The session is kept: a new one may be served by another of pgpool's children, which then connects to every
        // backend.
        var session = new Session(engine, node, TIME_LIMIT, FOR_EVER);
        var maxPool = new MaxPool();
        return new Probe<>() {
            @Override
            public PoolAnswer answer() throws Exception {
                return continuous ? session.ask(open -> beliefs(open, maxPool)) : believed(node, session, maxPool);
            }

            @Override
            public void abandon() {
                session.abandon();
            }
        };
    }

    private static PoolAnswer beliefs(Connection open, MaxPool maxPool) throws SQLException {
        return new PoolAnswer(PoolProbe.beliefs(open), PoolProbe.clients(open, maxPool.of(open)));
    }

    /** Asks by SQL. If pgpool gives no session, for example while it looks for a primary, it asks by pcp. */
    private PoolAnswer believed(Node node, Session session, MaxPool maxPool) throws Exception {
        var most = ConnectionBudget.children(lab, node);
        var connected = engine.connections(node, Lab.POSTGRES_PORT);
        if (connected.isPresent() && connected.getAsInt() >= most) {
            // Another session would wait until a client leaves.
            return new PoolAnswer(
                    pcp.backends(pcpOf(node), lab.postgresCount(), TIME_LIMIT),
                    new ClientCount(connected.getAsInt(), most, ConnectionBudget.maxPool(lab, node)));
        }
        try {
            return session.ask(open -> beliefs(open, maxPool));
        } catch (Exception noSession) {
            try {
                return new PoolAnswer(pcp.backends(pcpOf(node), lab.postgresCount(), TIME_LIMIT), ClientCount.UNKNOWN);
            } catch (RuntimeException noPcp) {
                throw noSession;
            }
        }
    }

    /**
     * Asks a pgpool about its backends in detail. For each answer pgpool connects to every backend twice and hangs as long as one of them
     * does. A killed pcp tool leaves a hanging worker in pgpool. So the tool is not killed, and the next probe waits for it.
     */
    @Override
    public Probe<List<BackendView>> details(Node node) {
        if (continuous) {
            return () -> pcp.backends(pcpOf(node), lab.postgresCount(), LONGEST_HANG);
        }
        // This session is separate because it may hang; pgpool's beliefs can be read all the same.
        var session = new Session(engine, node, TIME_LIMIT, STRANGER, Sessions::openAsStranger);
        return new Probe<>() {
            @Override
            public List<BackendView> answer() throws Exception {
                return session.ask(PoolProbe::backends);
            }

            @Override
            public void abandon() {
                session.abandon();
            }
        };
    }

    @Override
    public Probe<WatchdogFacts> watchdog(Node node) {
        return new InterruptibleProbe<>(() -> {
            if (!lab.hasWatchdog()) {
                throw new ProbeException("no watchdog: this lab has one pgpool");
            }
            return pcp.watchdog(pcpOf(node), TIME_LIMIT);
        });
    }

    @Override
    public Probe<Boolean> vip(Node node) {
        // A host that is off has no address.
        return () -> engine.hasAddress(node, lab.addresses().vip()).orElse(false);
    }

    @Override
    public Probe<NodeFiles> files(Node node) {
        return () -> FilesProbe.ask(node, engine);
    }

    @Override
    public Probe<List<RoleTrouble>> roles(Node node) {
        return () -> superuser(node).ask(roles::ask);
    }

    @Override
    public Probe<ClientFacts> client(Node node) {
        return () -> ClientProbe.ask(
                engine.endpoint(node, Server.PGPOOL.socketDirectory(), Lab.PGPOOL_PORT)
                        .orElseThrow(ProbeException::hostIsOff),
                lab,
                TIME_LIMIT);
    }

    @Override
    public Probe<ClientFacts> client() {
        return () -> ClientProbe.ask(engine.vip(), lab, TIME_LIMIT);
    }

    @Override
    public Probe<Faults> faults() {
        var active = new ActiveFaults(lab, engine, FaultsFile.of(directory));
        return () -> {
            hostTroubles = active.troubles();
            return active.now(hostTroubles);
        };
    }

    @Override
    public List<HostTrouble> hostTroubles() {
        return hostTroubles;
    }

    @Override
    public Optional<Instant> silentSince(Node node) {
        return earlier.since(node);
    }

    @Override
    public boolean isStarting() {
        return new StartNote(directory.starting()).isTrue();
    }

    @Override
    public boolean isUnfinished() {
        return !isStarting() && Files.exists(directory.labFile()) && !directory.isOfValue();
    }

    @Override
    public ProgramVersions versions() {
        return versions.read();
    }

    @Override
    public long room() {
        try {
            return Files.getFileStore(directory.root()).getUsableSpace();
        } catch (IOException gone) {
            return ObservationContext.ENOUGH;
        }
    }

    @Override
    public List<String> otherLabs() {
        return engine.others();
    }

    private Endpoint pcpOf(Node node) {
        return engine.endpoint(node, Server.PGPOOL.socketDirectory(), Lab.PCP_PORT)
                .orElseThrow(ProbeException::hostIsOff);
    }
}

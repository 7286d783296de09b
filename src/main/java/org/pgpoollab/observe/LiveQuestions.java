package org.pgpoollab.observe;

import java.time.Clock;
import java.time.Duration;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.engine.Endpoint;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.Shell;
import org.pgpoollab.fault.Faults;
import org.pgpoollab.fault.FaultsFile;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/** The questions of a real lab, asked from outside its network. */
final class LiveQuestions implements Questions {

    private final Lab lab;
    private final Engine engine;
    private final FaultsFile faultsFile;
    private final PcpProbe pcp;
    private final Clock clock;
    private final Duration patience;
    private final Keeping keeping;

    /** @param patience for each answer */
    LiveQuestions(
            Lab lab,
            Engine engine,
            FaultsFile faultsFile,
            Shell shell,
            PcpTools pcpTools,
            Clock clock,
            Duration patience,
            Keeping keeping) {
        this.lab = lab;
        this.engine = engine;
        this.faultsFile = faultsFile;
        this.pcp = new PcpProbe(pcpTools, shell);
        this.clock = clock;
        this.patience = patience;
        this.keeping = keeping;
    }

    @Override
    public Question<PostgresAnswer> postgres(Node node) {
        var session = new Session(lab, engine, node, patience, keeping.postgresSession());
        return new Question<>() {
            @Override
            public PostgresAnswer answer() throws Exception {
                var repmgrdRuns = Server.REPMGRD.runsOn(node, engine);
                return session.ask(open -> new PostgresAnswer(PgProbe.facts(open), PgProbe.repmgr(open, repmgrdRuns)));
            }

            @Override
            public void abandon() {
                session.abandon();
            }
        };
    }

    @Override
    public Question<PoolAnswer> pool(Node node) {
        var session = new Session(lab, engine, node, patience, keeping.poolSession());
        return new PoolQuestion(session, () -> pcp.backends(pcpOf(node), patience), clock, keeping);
    }

    @Override
    public Question<WatchdogFacts> watchdog(Node node) {
        return () -> {
            if (!lab.hasWatchdog()) {
                throw new ProbeException("no watchdog: this lab has one pgpool");
            }
            return pcp.watchdog(pcpOf(node), patience);
        };
    }

    @Override
    public Question<Boolean> vip(Node node) {
        return () -> engine.hasAddress(node, lab.addresses().vip()).orElseThrow(ProbeException::hostIsOff);
    }

    @Override
    public Question<Faults> faults() {
        return new StandingFaults(lab, engine, faultsFile)::now;
    }

    private Endpoint pcpOf(Node node) {
        return engine.endpoint(node, Server.PGPOOL.socketDirectory(), Lab.PCP_PORT)
                .orElseThrow(ProbeException::hostIsOff);
    }
}

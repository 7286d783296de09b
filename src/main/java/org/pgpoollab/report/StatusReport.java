package org.pgpoollab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.StateText;
import org.pgpoollab.cluster.WatchdogFacts;
import org.pgpoollab.diagnosis.ClusterHealth;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.diagnosis.QuorumVotes;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Fault.Off;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.LabProgram;
import org.pgpoollab.version.ProgramVersions;

/**
 * Reports the whole lab on one page. Its JSON is a stable interface: keys may be added, but not changed or removed.
 *
 * @param versions of the lab's programs; shown if the pgpools have several
 */
public record StatusReport(ClusterState state, ProgramVersions versions) implements Report {

    private static final List<TableColumn> POSTGRES = List.of(
            TableColumn.left("node"),
            TableColumn.left("says of itself"),
            TableColumn.right("TL"),
            TableColumn.left("WAL position"),
            TableColumn.right("behind"),
            TableColumn.left("replication"),
            TableColumn.left("repmgr"));
    private static final List<TableColumn> PGPOOL = List.of(
            TableColumn.left("node"),
            TableColumn.left("watchdog"),
            TableColumn.left("VIP"),
            TableColumn.left("quorum"),
            TableColumn.left("primary"),
            TableColumn.left("backends"));

    /** Creates the report of a lab whose pgpools all have the same version, or one that is not known. */
    public StatusReport(ClusterState state) {
        this(state, ProgramVersions.UNKNOWN);
    }

    @Override
    public List<String> lines(TerminalLook look) {
        var health = Diagnosis.of(state);
        var lines = new ArrayList<String>();
        lines.add(header(health).stream().map(cell -> cell.painted(look)).collect(Collectors.joining("   ")));
        lines.add("");
        lines.addAll(postgres().lines(look));
        lines.add("");
        lines.addAll(pgpool().lines(look));
        if (!versions.newerPgpools().isEmpty()) {
            lines.add(ReportCell.dim("the pgpools are " + LabProgram.PGPOOL.title() + " "
                            + versions.text(LabProgram.PGPOOL) + ": go on with upgrade pgpool")
                    .painted(look));
        }
        if (!state.faults().isEmpty()) {
            lines.add("");
            lines.add(ReportCell.marked(Tone.WARN, "broken on purpose: " + String.join("; ", faults()) + undo(health))
                    .painted(look));
        }
        if (!health.findings().isEmpty() && !isStarting(health)) {
            lines.add("");
            lines.addAll(FindingLines.lines(health, look));
        }
        return lines;
    }

    /** Returns how the faults are undone, unless findings say that: what helps may be another command after a failover. */
    private String undo(ClusterHealth health) {
        var isFound = health.findings().stream()
                .flatMap(finding -> finding.about().stream())
                .anyMatch(node -> !state.faults().touching(node).isEmpty());
        return isFound ? "" : "   undo it: " + undo();
    }

    /** Returns the commands that remove all faults; {@code heal} does not start hosts, so {@code start} is added. */
    private String undo() {
        var off = state.faults().each(Off.class).stream()
                .map(fault -> fault.node().name())
                .toList();
        var start = "start " + String.join(" ", off);
        if (off.size() == state.faults().all().size()) {
            return start;
        }
        return off.isEmpty() ? "heal" : "heal; " + start;
    }

    private List<ReportCell> header(ClusterHealth health) {
        var lab = state.lab();
        return List.of(
                ReportCell.plain("lab " + lab.name() + " · " + lab.engine().word()),
                vip(),
                quorum(),
                healthCell(health));
    }

    private List<String> faults() {
        return state.faults().all().stream().map(Fault::text).toList();
    }

    private ReportCell vip() {
        var holders = state.vipHolders();
        var text = "VIP " + state.lab().addresses().vip() + " on " + StateText.list(holders);
        if (holders.isEmpty()) {
            return ReportCell.marked(Tone.WARN, text);
        }
        return holders.size() == 1 ? ReportCell.plain(text) : ReportCell.marked(Tone.BAD, text);
    }

    private ReportCell quorum() {
        if (!state.lab().hasWatchdog()) {
            return ReportCell.dim("no watchdog");
        }
        var votes = QuorumVotes.of(state);
        var text = "quorum " + votes.alive() + " of " + votes.total();
        if (state.leadersWatchdog().isEmpty()) {
            return ReportCell.marked(Tone.DIM, text + ", no leader's word");
        }
        var present = state.leadersWatchdog().filter(WatchdogFacts::hasQuorum).isPresent();
        return present ? ReportCell.plain(text) : ReportCell.marked(Tone.BAD, text + ", needs " + votes.needed());
    }

    private boolean isStarting(ClusterHealth health) {
        return state.context().starting() && !health.isHealthy();
    }

    private ReportCell healthCell(ClusterHealth health) {
        if (health.isHealthy()) {
            return ReportCell.marked(Tone.GOOD, "healthy");
        }
        if (isStarting(health)) {
            return ReportCell.marked(Tone.DIM, "starting");
        }
        if (health.isUnknown()) {
            return ReportCell.marked(Tone.DIM, "not known yet");
        }
        var count = health.causes().size();
        return ReportCell.marked(Tone.BAD, count + (count == 1 ? " problem" : " problems"));
    }

    private Table postgres() {
        var rows = state.postgres().stream()
                .map(seen -> new PostgresCells(state, seen))
                .map(cells -> List.of(
                        ReportCell.plain(cells.seen().node()),
                        cells.says(),
                        cells.timeline(),
                        cells.written(),
                        cells.behind(),
                        cells.replication(),
                        cells.repmgr()))
                .toList();
        return new Table(POSTGRES, rows);
    }

    private Table pgpool() {
        var rows = state.pools().stream()
                .map(pool -> new PoolCells(state, pool))
                .map(cells -> List.of(
                        ReportCell.plain(cells.pool().node()),
                        cells.watchdog(),
                        cells.vip(),
                        cells.quorum(),
                        cells.primary(),
                        cells.backends()))
                .toList();
        return new Table(PGPOOL, rows);
    }

    @Override
    public boolean advises() {
        return !state.faults().isEmpty() || !Diagnosis.of(state).findings().isEmpty();
    }

    @Override
    public Optional<String> severalCommands() {
        return FindingLines.severalCommands(Diagnosis.of(state));
    }

    @Override
    public Map<String, Object> json() {
        var health = Diagnosis.of(state);
        var vip = new JsonFields()
                .with("address", state.lab().addresses().vip())
                .with("holders", state.vipHolders().stream().map(Node::name).toList());
        return new JsonFields()
                .with("lab", state.lab().name())
                .with("engine", state.lab().engine().word())
                .with("at", state.at().toString())
                .with("healthy", health.isHealthy())
                .with("starting", state.context().starting())
                .with("problems", FindingLines.json(health))
                .with("vip", vip.map())
                .with("faults", faults())
                .with("quorum", PoolJson.quorum(state))
                .with("postgres", PostgresJson.of(state))
                .with("pgpool", PoolJson.of(state))
                .with("release", state.lab().release().name())
                .with("programs", VersionsReport.json(state.context().versions()))
                .map();
    }
}

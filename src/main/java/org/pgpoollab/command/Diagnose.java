package org.pgpoollab.command;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.cluster.Dissent;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.engine.Await;
import org.pgpoollab.observe.FaultsByHand;
import org.pgpoollab.report.DiagnosisReport;
import org.pgpoollab.session.CommandContext;
import org.pgpoollab.session.LabCommand;
import org.pgpoollab.session.LabSession;
import org.pgpoollab.syntax.CommandHelp;
import org.pgpoollab.version.KnownFaults;
import picocli.CommandLine.Command;

@Command(
        description = {
            "Lists every problem of the lab with its cause and remedy.",
            "Before them it lists what other tools have broken on the hosts, such as stopped processes.",
            "After them it lists what is known of the lab's versions: faults, vulnerabilities and ends of support."
        })
@CommandHelp(
        examples = {"diagnose", "diagnose --output json"},
        byHand = {
            "repmgr -f /run/lab/repmgr.conf cluster show    (on pg-0)",
            "repmgr -f /run/lab/repmgr.conf node check    (on pg-0)"
        })
public final class Diagnose implements LabCommand {

    /** How long a leader may take after a failover to tell the other pgpools what it has learnt. */
    private static final Duration PASSING_ON = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(300);

    @Override
    public Exit run(CommandContext context) {
        // A difference between pgpools that passes by itself is no finding: its remedy would restart some of them in
        // vain.
        var state = Await.last(context.session()::examine, now -> !Dissent.isAnywhere(now), PASSING_ON, PAUSE);
        var day = LocalDate.ofInstant(state.at(), ZoneOffset.UTC);
        var notes = KnownFaults.of(context.session().versions(), day);
        return context.show(new DiagnosisReport(
                state, isGuided(context.session(), state), byHand(context.session(), state), notes));
    }

    /** Returns what other tools have broken, if anything is wrong: no other finding sees a stopped process, or a packet filter. */
    private static List<String> byHand(LabSession session, ClusterState state) {
        return Diagnosis.of(state).isHealthy()
                ? List.of()
                : new FaultsByHand(session.lab(), session.engine(), session.shell())
                        .besides(state.faults()).stream()
                                .flatMap(FaultsByHand.Sign::lines)
                                .toList();
    }

    /** Whether {@code reconfigure} has steps to propose; false for a healthy lab, and while the lab is starting or unfinished. */
    private static boolean isGuided(LabSession session, ClusterState state) {
        if (Diagnosis.of(state).isHealthy()
                || state.context().starting()
                || state.context().unfinished()) {
            return false;
        }
        try {
            return !session.repairs().propose(state, Optional.empty()).isNothing();
        } catch (LabException unknown) {
            return false;
        }
    }
}

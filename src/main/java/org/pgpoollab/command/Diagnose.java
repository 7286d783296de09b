package org.pgpoollab.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.Diagnosis;
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
            "After them it lists what is known of the lab's versions: faults, vulnerabilities and ends of support."
        })
@CommandHelp(
        examples = {"diagnose", "diagnose --output json"},
        byHand = {
            "repmgr -f /run/lab/repmgr.conf cluster show    (on pg-0)",
            "repmgr -f /run/lab/repmgr.conf node check    (on pg-0)"
        })
public final class Diagnose implements LabCommand {

    @Override
    public Exit run(CommandContext context) {
        var state = context.session().examine();
        var day = LocalDate.ofInstant(state.at(), ZoneOffset.UTC);
        var notes = KnownFaults.of(context.session().versions(), day);
        return context.show(new DiagnosisReport(state, isGuided(context.session(), state), notes));
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

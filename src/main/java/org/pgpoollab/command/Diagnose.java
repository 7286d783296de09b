package org.pgpoollab.command;

import java.util.Optional;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.report.DiagnosisReport;
import picocli.CommandLine.Command;

@Command(description = "Says all that is wrong with the lab, what it comes from, and what helps.")
@CommandHelp(
        examples = {"diagnose", "diagnose --output json"},
        byHand = {
            "repmgr -f /run/lab/repmgr.conf cluster show    (on pg-0)",
            "repmgr -f /run/lab/repmgr.conf node check    (on pg-0)"
        })
final class Diagnose implements LabCommand {

    @Override
    public Exit run(CommandContext context) {
        var state = context.session().examine();
        return context.show(new DiagnosisReport(state, isGuided(context.session(), state)));
    }

    /** Nothing is asked of a lab that works. What cannot be proposed now is not advertised. */
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

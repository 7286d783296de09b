package org.pgpoollab.command;

import org.pgpoollab.Exit;
import org.pgpoollab.report.DiagnosisReport;
import picocli.CommandLine.Command;

@Command(description = "Says all that is wrong with the lab, what it comes from, and what helps.")
@Guide(
        examples = {"diagnose", "diagnose --output json"},
        byHand = {
            "repmgr -f /run/lab/repmgr.conf cluster show    (on pg-0)",
            "repmgr -f /run/lab/repmgr.conf node check    (on pg-0)"
        })
final class Diagnose implements LabCommand {

    @Override
    public Exit run(Errand errand) {
        return errand.show(new DiagnosisReport(errand.desk().examine()));
    }
}

package org.pgpoollab.challenge;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.pgpoollab.LabException;
import org.pgpoollab.TimeSpan;
import org.pgpoollab.load.Disturbance;
import org.pgpoollab.load.LabLoad;
import org.pgpoollab.load.LoadReport;
import org.pgpoollab.load.WriteAudit;

/** Says in one sentence what a challenge cost clients. */
final class ClientCosts {

    private ClientCosts() {}

    static String of(LabLoad load, Instant from, Instant to) {
        try {
            return sentence(load.report(from, to));
        } catch (LabException none) {
            return "not known: " + none.problems().get(0).what();
        }
    }

    static String sentence(LoadReport report) {
        return report.writes().done() + " writes done, " + report.writes().failed() + " failed; "
                + report.reads().failed() + " reads failed; " + outage(report) + "; " + kept(report.verdict());
    }

    private static String outage(LoadReport report) {
        return report.disturbances().stream()
                .map(Disturbance::writeOutage)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .filter(longest -> !longest.equals(Duration.ZERO))
                .map(longest -> "longest time without a write: " + TimeSpan.text(longest))
                .orElse("writes never stopped");
    }

    private static String kept(WriteAudit verdict) {
        if (!verdict.isKnown()) {
            return "whether writes were lost is not known: " + verdict.doubt();
        }
        return verdict.lost() == 0 ? "no acknowledged write is lost" : verdict.lost() + " acknowledged writes are lost";
    }
}

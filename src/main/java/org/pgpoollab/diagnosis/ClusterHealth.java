package org.pgpoollab.diagnosis;

import java.util.List;

/**
 * The findings of a lab, the urgent ones first, and each cause before its effects. The lab is healthy if nothing is worse than a warning.
 *
 * @param isComplete whether everything is known; if not, that is one of the errors
 * @param isAsked whether every probe had its time to answer; if not, missing facts prove nothing
 */
public record ClusterHealth(List<Finding> findings, boolean isComplete, boolean isAsked) {

    public ClusterHealth {
        findings = List.copyOf(findings);
    }

    public boolean isHealthy() {
        return errors().isEmpty();
    }

    /** Returns whether nothing was found of the lab itself. A finding of the machine, such as its load, is nothing to repair. */
    public boolean isClean() {
        return findings.stream().allMatch(finding -> finding.isFoundBy(MachineTooBusy.class));
    }

    /** Returns whether the only obstacle to health is that some probes have not run yet. */
    public boolean isUnknown() {
        return !isComplete && errors().size() == 1;
    }

    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }

    public List<Finding> warnings() {
        return findings.stream().filter(finding -> !finding.isError()).toList();
    }

    /** Returns the errors that are not effects of others: the number of things to repair. */
    public List<Finding> causes() {
        return errors().stream().filter(finding -> !finding.isConsequence()).toList();
    }
}

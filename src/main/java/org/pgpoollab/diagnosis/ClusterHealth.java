package org.pgpoollab.diagnosis;

import java.util.List;

/**
 * What is wrong with a lab, the urgent first, and each cause before what comes from it. It is healthy if nothing worse than a warning was found.
 *
 * @param isComplete whether everything is known; if not, that is one of the errors
 * @param isAsked whether everything was asked and had its time; if not, nothing is to be made of what is missing
 */
public record ClusterHealth(List<Finding> findings, boolean isComplete, boolean isAsked) {

    public ClusterHealth {
        findings = List.copyOf(findings);
    }

    public boolean isHealthy() {
        return errors().isEmpty();
    }

    /** Whether nothing speaks against health but that not everything has been asked yet. */
    public boolean isUnknown() {
        return !isComplete && errors().size() == 1;
    }

    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }

    public List<Finding> warnings() {
        return findings.stream().filter(finding -> !finding.isError()).toList();
    }

    /** The errors that do not come from others: so many things are to be repaired. */
    public List<Finding> causes() {
        return errors().stream().filter(finding -> !finding.isConsequence()).toList();
    }
}

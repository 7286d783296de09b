package org.pgpoollab.diagnosis;

import java.util.List;

/**
 * What is wrong with a lab, the urgent first, and each cause before what comes from it. It is healthy if nothing worse than a warning was found.
 *
 * @param isComplete whether everything has been asked; if not, that is one of the errors
 */
public record ClusterHealth(List<Finding> findings, boolean isComplete) {

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

package org.pgpoollab.diagnosis;

import java.util.Comparator;
import java.util.List;

/** What is wrong with a lab, the errors first. It is healthy if nothing worse than a warning was found. */
public record ClusterHealth(List<Finding> findings) {

    public ClusterHealth {
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    public boolean isHealthy() {
        return errors().isEmpty();
    }

    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }

    public List<Finding> warnings() {
        return findings.stream().filter(finding -> !finding.isError()).toList();
    }
}

package org.pgpoollab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.Diagnosis;

/**
 * Reports all findings in full, each with its cause and what to type.
 *
 * @param guided whether {@code reconfigure} has steps to propose
 */
public record DiagnosisReport(ClusterState state, boolean guided) implements Report {

    @Override
    public List<String> lines(TerminalLook look) {
        var health = Diagnosis.of(state);
        if (health.findings().isEmpty()) {
            return List.of(ReportCell.marked(Tone.GOOD, "nothing is wrong").painted(look));
        }
        if (state.context().starting() && !health.isHealthy()) {
            return List.of(ReportCell.marked(Tone.DIM, "up is bringing it up just now: wait cluster is healthy")
                    .painted(look));
        }
        var lines = new ArrayList<>(FindingLines.lines(health, look));
        var last = health.isHealthy() ? "warnings only: it works" : guided ? "step by step: reconfigure" : "";
        if (!last.isEmpty()) {
            lines.add("");
            lines.add(VisibleText.of(last, look));
        }
        return lines;
    }

    @Override
    public boolean advises() {
        return !Diagnosis.of(state).findings().isEmpty();
    }

    @Override
    public Optional<String> severalCommands() {
        return FindingLines.severalCommands(Diagnosis.of(state));
    }

    @Override
    public Map<String, Object> json() {
        var health = Diagnosis.of(state);
        return new JsonFields()
                .with("lab", state.lab().name())
                .with("at", state.at().toString())
                .with("healthy", health.isHealthy())
                .with("findings", FindingLines.json(health))
                .map();
    }
}

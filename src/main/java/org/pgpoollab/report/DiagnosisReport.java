package org.pgpoollab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.cluster.ClusterState;
import org.pgpoollab.diagnosis.ClusterHealth;
import org.pgpoollab.diagnosis.Diagnosis;
import org.pgpoollab.diagnosis.ImposedFaults;
import org.pgpoollab.fault.Fault;
import org.pgpoollab.fault.Fault.Off;
import org.pgpoollab.version.VersionNote;

/**
 * Reports all findings in full, each with its cause and what to type.
 *
 * @param guided whether {@code reconfigure} has steps to propose
 * @param byHand lines about faults that were made with other tools, which may be behind any finding
 * @param notes what is known of the versions that the lab uses
 */
public record DiagnosisReport(ClusterState state, boolean guided, List<String> byHand, List<VersionNote> notes)
        implements Report {

    public DiagnosisReport {
        byHand = List.copyOf(byHand);
        notes = List.copyOf(notes);
    }

    @Override
    public List<String> lines(TerminalLook look) {
        var lines = new ArrayList<>(ofLab(look));
        if (!notes.isEmpty()) {
            lines.add("");
            lines.addAll(VersionNoteLines.summary(notes, look));
        }
        return lines;
    }

    private List<String> ofLab(TerminalLook look) {
        var health = Diagnosis.of(state);
        var besides = besides(health);
        if (health.findings().isEmpty()) {
            var well = ReportCell.marked(Tone.GOOD, "nothing is wrong").painted(look);
            return Stream.concat(Stream.of(well), besides.stream().map(line -> VisibleText.of(line, look)))
                    .toList();
        }
        if (state.context().starting() && !health.isHealthy()) {
            return List.of(ReportCell.marked(Tone.DIM, "up is bringing it up just now: wait cluster is healthy")
                    .painted(look));
        }
        var lines = new ArrayList<String>();
        byHand.forEach(line -> lines.add(VisibleText.of(line, look)));
        if (!byHand.isEmpty()) {
            lines.add("");
        }
        lines.addAll(FindingLines.lines(health, look));
        besides.forEach(line -> lines.add(VisibleText.of(line, look)));
        var last = health.isHealthy() ? "warnings only: it works" : guided ? "step by step: reconfigure" : "";
        if (!last.isEmpty()) {
            lines.add("");
            lines.add(VisibleText.of(last, look));
        }
        return lines;
    }

    /** Returns a line with the faults that no finding has named; empty if there are none. */
    private List<String> besides(ClusterHealth health) {
        var faults = ImposedFaults.unnamed(state, health.findings());
        return faults.isEmpty()
                ? List.of()
                : List.of("broken on purpose, and no finding comes of it: "
                        + faults.stream().map(Fault::text).collect(Collectors.joining(", ")) + "   undo it: "
                        + (faults.stream().allMatch(Off.class::isInstance) ? "start all" : "heal"));
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
                .with("byHand", byHand)
                .with("notes", VersionNoteLines.json(notes))
                .map();
    }
}

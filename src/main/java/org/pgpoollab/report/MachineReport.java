package org.pgpoollab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.pgpoollab.engine.MachineCheck;

/**
 * Reports what this machine can do.
 *
 * @param engines the checks of each engine
 * @param general what every engine needs, and the programs around it
 */
public record MachineReport(List<EngineChecks> engines, List<MachineCheck> general) implements Report {

    private static final String NOTHING = "";

    /** @param engine the word by which {@code --engine} chooses it */
    public record EngineChecks(String engine, List<MachineCheck> checks) {

        public EngineChecks {
            checks = List.copyOf(checks);
        }

        public boolean canRunALab() {
            return checks.stream().noneMatch(MachineCheck::isUnmet);
        }
    }

    public MachineReport {
        engines = List.copyOf(engines);
        general = List.copyOf(general);
    }

    /** Whether at least one engine can run a lab here. */
    public boolean canRunALab() {
        return engines.stream().anyMatch(EngineChecks::canRunALab)
                && general.stream().noneMatch(MachineCheck::isUnmet);
    }

    @Override
    public boolean advises() {
        return true;
    }

    @Override
    public List<String> lines(TerminalLook look) {
        var width = Stream.concat(engines.stream().flatMap(each -> each.checks().stream()), general.stream())
                .mapToInt(check -> check.subject().length())
                .max()
                .orElse(0);
        var lines = new ArrayList<String>();
        for (var each : engines) {
            lines.add("engine " + each.engine() + (each.canRunALab() ? ": can run a lab" : ": cannot run a lab"));
            each.checks().forEach(check -> lines.addAll(lines(check, width, look)));
        }
        lines.add("this machine and terminal");
        general.forEach(check -> lines.addAll(lines(check, width, look)));
        return lines;
    }

    private static List<String> lines(MachineCheck check, int width, TerminalLook look) {
        var lines = new ArrayList<String>();
        lines.add("  " + sign(check).painted(look)
                + VisibleText.of(("%-" + width + "s  ").formatted(check.subject()) + check.found(), look));
        var before = "try ";
        for (var remedy : check.remedy().lines().toList()) {
            lines.add(VisibleText.of(" ".repeat(width + 6) + before + remedy, look));
            before = "    ";
        }
        return lines;
    }

    private static ReportCell sign(MachineCheck check) {
        var tone =
                switch (check.result()) {
                    case MET -> Tone.GOOD;
                    case LIMITED -> Tone.WARN;
                    case UNMET -> Tone.BAD;
                };
        return ReportCell.marked(tone, NOTHING);
    }

    @Override
    public Map<String, Object> json() {
        return new JsonFields()
                .with("canRunALab", canRunALab())
                .with("engines", engines.stream().map(MachineReport::json).toList())
                .with("machine", general.stream().map(MachineReport::json).toList())
                .map();
    }

    private static Map<String, Object> json(EngineChecks each) {
        return new JsonFields()
                .with("engine", each.engine())
                .with("canRunALab", each.canRunALab())
                .with("checks", each.checks().stream().map(MachineReport::json).toList())
                .map();
    }

    private static Map<String, Object> json(MachineCheck check) {
        return new JsonFields()
                .with("subject", check.subject())
                .with("result", check.result().name().toLowerCase(Locale.ROOT))
                .with("found", check.found())
                .with("remedy", check.remedy())
                .map();
    }
}

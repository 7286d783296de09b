package org.pgpoollab.drill;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pgpoollab.drill.DrillResult.Figure;
import org.pgpoollab.load.Milestone;
import org.pgpoollab.load.WriteAudit;
import org.pgpoollab.topology.Node;
import org.pgpoollab.version.LabProgram;

/** Converts results of drills to JSON. Durations are seconds; null means that there is no such value. */
final class DrillJson {

    private DrillJson() {}

    static Map<String, Object> of(DrillResult result) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("drill", result.drill().word());
        tree.put("lab", result.lab().name());
        tree.put("engine", result.lab().engine().word());
        tree.put("release", result.lab().release().name());
        for (var program : LabProgram.values()) {
            tree.put(
                    program.word(),
                    result.versions().of(program).isPresent()
                            ? result.versions().text(program)
                            : null);
        }
        tree.put("profile", result.lab().timing().profile());
        tree.put("clients", result.shape().clients());
        tree.put("writesPerSecond", result.shape().writes());
        tree.put("readsPerSecond", result.shape().reads());
        tree.put("runs", result.runs().stream().map(DrillJson::of).toList());
        var spreads = new LinkedHashMap<String, Object>();
        for (var figure : Figure.values()) {
            result.spread(figure).ifPresent(spread -> spreads.put(key(figure), of(spread)));
        }
        tree.put("figures", spreads);
        tree.put("verdict", of(result.verdict()));
        return tree;
    }

    private static Map<String, Object> of(DrillRun run) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("begun", run.begun().toString());
        tree.put("fault", run.fault());
        tree.put("nodes", run.victims().stream().sorted().map(Node::name).toList());
        for (var figure : Figure.values()) {
            tree.put(key(figure), figure.of(run).map(DrillJson::seconds).orElse(null));
        }
        tree.put("missing", run.missing());
        tree.put(
                "milestones",
                run.milestones().stream().map(milestone -> of(milestone, run)).toList());
        tree.put("repairs", run.repaired().stream().map(DrillJson::of).toList());
        return tree;
    }

    private static Map<String, Object> of(Milestone milestone, DrillRun run) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("after", seconds(Duration.between(run.begun(), milestone.at())));
        tree.put("kind", milestone.kind().name().toLowerCase(Locale.ROOT));
        tree.put("nodes", milestone.nodes());
        tree.put("text", milestone.text());
        return tree;
    }

    private static Map<String, Object> of(CompletedRepair done) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("repair", done.repair().title());
        tree.put("why", done.repair().why());
        tree.put("took", seconds(done.took()));
        tree.put("discarded", done.discarded());
        return tree;
    }

    private static Map<String, Object> of(MeasurementSpread spread) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("min", seconds(spread.min()));
        tree.put("median", seconds(spread.median()));
        tree.put("max", seconds(spread.max()));
        tree.put("runs", spread.count());
        return tree;
    }

    static Map<String, Object> of(WriteAudit verdict) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("known", verdict.isKnown());
        tree.put("acknowledged", verdict.acknowledged());
        tree.put("lost", verdict.lost());
        tree.put("indeterminate", verdict.indeterminate());
        tree.put("arrived", verdict.arrived());
        tree.put("duplicated", verdict.duplicated());
        tree.put("unexplained", verdict.unexplained());
        return tree;
    }

    /** Returns the key of a figure: {@code writeOutage} for {@code WRITE_OUTAGE}. */
    static String key(Figure figure) {
        var words = List.of(figure.name().toLowerCase(Locale.ROOT).split("_"));
        var key = new StringBuilder(words.get(0));
        words.stream()
                .skip(1)
                .forEach(word -> key.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1)));
        return key.toString();
    }

    static Double seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }
}

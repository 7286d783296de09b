package org.pgpoollab.drill;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.report.Report;
import org.pgpoollab.report.TerminalLook;

/**
 * Lists the faults that a storm of this seed draws, without injecting any. A storm injects as many of these groups as its time allows.
 *
 * @param lasts how long the storm would last
 */
public record StormPreview(long seed, Duration lasts) implements Report {

    /** At most this many groups of faults fit into a minute, because each is followed by a repair. */
    private static final int GROUPS_IN_A_MINUTE = 4;

    @Override
    public List<String> lines(TerminalLook look) {
        return Stream.concat(
                        Stream.of(
                                "seed " + seed + ", " + lasts.toMinutes()
                                        + " min; faults of one line are injected together, then left alone for so many seconds"),
                        groups().stream().map(StormPreview::line))
                .toList();
    }

    private static String line(StormGenerator.FaultGroup group) {
        return String.format("  %2d s  %s", group.lasts().toSeconds(), String.join("; ", commands(group)));
    }

    private static List<String> commands(StormGenerator.FaultGroup group) {
        return group.faults().stream().map(StormFault::command).collect(Collectors.toList());
    }

    @Override
    public Map<String, Object> json() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("seed", seed);
        tree.put("minutes", lasts.toMinutes());
        tree.put("rounds", groups().stream().map(StormPreview::json).toList());
        return tree;
    }

    private static Map<String, Object> json(StormGenerator.FaultGroup group) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("faults", commands(group));
        tree.put("seconds", group.lasts().toSeconds());
        return tree;
    }

    private List<StormGenerator.FaultGroup> groups() {
        var generator = new StormGenerator(seed);
        return Stream.generate(generator::next)
                .limit(lasts.toMinutes() * GROUPS_IN_A_MINUTE)
                .toList();
    }
}

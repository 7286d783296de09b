package org.pgpoollab.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.Node;

/**
 * Counts the acknowledged writes that only one node has. What was acknowledged is read before any table, so that a write of a load that
 * goes on is never taken for one that the primary lacks. For one thread and one count.
 */
final class StakeCount {

    /** Reads the rows of these runs on one node. */
    interface Tables {
        void read(Node node, Map<Integer, Audit.Rows> runs) throws SQLException, IOException;
    }

    private final Map<Integer, Numbers> acknowledged = new TreeMap<>();
    private final Tables tables;
    private String doubt = "";

    StakeCount(List<Ledger> ledgers, Tables tables) {
        this.tables = tables;
        for (var ledger : ledgers) {
            var numbers = new Numbers();
            ledger.forEach(entry -> {
                if (entry.what() == Entry.What.ACKNOWLEDGED) {
                    numbers.add(entry.number());
                }
            });
            acknowledged.put(ledger.head().run(), numbers);
        }
    }

    AtStake of(Node node, Node primary) {
        var theirs = rows(primary);
        if (theirs.isEmpty()) {
            return AtStake.unknown(node.name(), primary.name(), doubt);
        }
        var missing = without(theirs.get());
        var count = missing.values().stream().mapToLong(Numbers::count).sum();
        var mine = count == 0 ? Optional.<Map<Integer, Audit.Rows>>empty() : rows(node);
        var there = mine.map(rows -> OptionalLong.of(missing.entrySet().stream()
                        .mapToLong(run ->
                                run.getValue().countIn(rows.get(run.getKey()).there()))
                        .sum()))
                .orElse(OptionalLong.empty());
        return new AtStake(node.name(), primary.name(), OptionalLong.of(count), there, doubt);
    }

    private Map<Integer, Numbers> without(Map<Integer, Audit.Rows> rows) {
        var left = new TreeMap<Integer, Numbers>();
        acknowledged.forEach(
                (run, numbers) -> left.put(run, numbers.without(rows.get(run).there())));
        return left;
    }

    private Optional<Map<Integer, Audit.Rows>> rows(Node node) {
        var rows = new TreeMap<Integer, Audit.Rows>();
        acknowledged.keySet().forEach(run -> rows.put(run, new Audit.Rows()));
        try {
            tables.read(node, rows);
            return Optional.of(rows);
        } catch (SQLException | IOException | LabException e) {
            doubt = "the table on " + node + " cannot be read: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return Optional.empty();
        }
    }
}

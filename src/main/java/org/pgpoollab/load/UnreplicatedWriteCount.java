package org.pgpoollab.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.Node;

/**
 * Counts the acknowledged writes that a node has and the primary lacks. It reads the ledgers before any table, so that a write of a running
 * load is never counted as missing. For one thread and one count.
 */
final class UnreplicatedWriteCount {

    /** Reads the rows of these runs on one node. */
    interface Tables {
        void read(Node node, Map<Integer, LedgerAudit.Rows> runs) throws SQLException, IOException;
    }

    private final Map<Integer, WriteNumberSet> acknowledged = new TreeMap<>();
    private final Tables tables;
    private String doubt = "";

    UnreplicatedWriteCount(List<Ledger> ledgers, Tables tables) {
        this.tables = tables;
        for (var ledger : ledgers) {
            var numbers = new WriteNumberSet();
            ledger.forEach(entry -> {
                if (entry.what() == LedgerEntry.What.ACKNOWLEDGED) {
                    numbers.add(entry.number());
                }
            });
            acknowledged.put(ledger.head().run(), numbers);
        }
    }

    UnreplicatedWrites of(Node node, Node primary) {
        var theirs = rows(primary);
        if (theirs.isEmpty()) {
            return UnreplicatedWrites.unknown(node.name(), primary.name(), doubt);
        }
        var missing = without(theirs.get());
        var count = missing.values().stream().mapToLong(WriteNumberSet::count).sum();
        var mine = count == 0 ? Optional.<Map<Integer, LedgerAudit.Rows>>empty() : rows(node);
        var there = mine.map(rows -> missing.entrySet().stream()
                        .mapToLong(run ->
                                run.getValue().countIn(rows.get(run.getKey()).there()))
                        .sum())
                .orElse(UnreplicatedWrites.UNKNOWN);
        return new UnreplicatedWrites(node.name(), primary.name(), count, there, doubt);
    }

    private Map<Integer, WriteNumberSet> without(Map<Integer, LedgerAudit.Rows> rows) {
        var left = new TreeMap<Integer, WriteNumberSet>();
        acknowledged.forEach(
                (run, numbers) -> left.put(run, numbers.without(rows.get(run).there())));
        return left;
    }

    private Optional<Map<Integer, LedgerAudit.Rows>> rows(Node node) {
        var rows = new TreeMap<Integer, LedgerAudit.Rows>();
        acknowledged.keySet().forEach(run -> rows.put(run, new LedgerAudit.Rows()));
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

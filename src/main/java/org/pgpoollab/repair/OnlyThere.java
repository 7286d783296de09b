package org.pgpoollab.repair;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.pgpoollab.cluster.Lsn;

/**
 * What one node has written since it left the primary's history: no other node has it.
 *
 * @param transactions committed ones; empty if they could not be counted
 * @param bytes of WAL
 * @param since where the histories part; empty if they do not
 */
public record OnlyThere(OptionalLong transactions, long bytes, Optional<Lsn> since) {

    public static final OnlyThere NOTHING = new OnlyThere(OptionalLong.of(0), 0, Optional.empty());

    private static final Pattern RECORD =
            Pattern.compile("len \\(rec/tot\\):\\s*\\d+/\\s*(\\d+).*lsn: ([0-9A-F]+/[0-9A-F]+)");

    /**
     * Reads two lines: how many commits {@code pg_waldump} showed since the fork, and the last record that it showed.
     *
     * @param text {@code "3\nrmgr: … len (rec/tot): 34/ 34, tx: 0, lsn: 0/4000028, …"}
     */
    public static OnlyThere parse(String text, Lsn fork) {
        var lines = text.strip().lines().toList();
        if (lines.isEmpty() || !lines.get(0).matches("[0-9]+")) {
            return uncounted(fork);
        }
        var last = lines.size() < 2 ? "" : lines.get(1);
        var record = RECORD.matcher(last);
        var end = record.find() ? Lsn.parse(record.group(2)).bytes() + Long.parseLong(record.group(1)) : fork.bytes();
        return new OnlyThere(
                OptionalLong.of(Long.parseLong(lines.get(0))), Math.max(0, end - fork.bytes()), Optional.of(fork));
    }

    public static OnlyThere uncounted(Lsn fork) {
        return new OnlyThere(OptionalLong.empty(), 0, Optional.of(fork));
    }

    /** Whether a person should be asked before it is discarded. */
    public boolean matters() {
        return transactions.orElse(1) > 0;
    }

    public String inWords() {
        if (transactions.isEmpty()) {
            return "what it wrote on its own cannot be counted";
        }
        var count = transactions.getAsLong();
        var words = count == 0 ? "no transaction" : count == 1 ? "1 transaction" : count + " transactions";
        return since.map(fork -> words + ", " + bytes + " bytes of WAL since " + fork)
                .orElse(words);
    }
}

package org.pgpoollab.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.pgpoollab.cluster.Lsn;

/**
 * What is known about the WAL that one node has written since it left the primary's history, and that no other node has.
 *
 * @param transactions how many were committed; {@link #UNCOUNTED} if that is not known
 * @param bytes of WAL
 * @param since where the histories diverge; {@link Lsn#INVALID} if they do not
 * @param firstCommit its time as text; empty if there is none
 * @param rows the changed rows of user tables, the table with most rows first
 * @param definitions how many rows of the system catalogs were changed
 * @param doubt why it could not be counted; empty if it was
 * @param ledger what the ledger of a load says of it, as a clause; empty if there was no load
 */
public record DivergedWalSummary(
        long transactions,
        long bytes,
        Lsn since,
        String firstCommit,
        String lastCommit,
        List<TableRows> rows,
        long definitions,
        String doubt,
        String ledger) {

    public static final long UNCOUNTED = -1;

    public static final DivergedWalSummary NOTHING =
            new DivergedWalSummary(0, 0, Lsn.INVALID, "", "", List.of(), 0, "", "");

    private static final int MOST_TABLES = 3;

    public DivergedWalSummary {
        Objects.requireNonNull(since);
        rows = List.copyOf(rows);
    }

    /** @param rows of the tally's tables, with the tables' names */
    public static DivergedWalSummary of(WalTally tally, Lsn fork, List<TableRows> rows) {
        if (!tally.isRead()) {
            return uncounted(fork, "its WAL cannot be read");
        }
        var bytes = Math.max(0, tally.end().bytes() - fork.bytes());
        return new DivergedWalSummary(
                tally.commits(), bytes, fork, tally.first(), tally.last(), rows, tally.definitions(), "", "");
    }

    public static DivergedWalSummary uncounted(Lsn fork, String doubt) {
        return new DivergedWalSummary(UNCOUNTED, 0, fork, "", "", List.of(), 0, doubt, "");
    }

    /** Returns a copy with what the ledger of a load says of this WAL. */
    public DivergedWalSummary with(String word) {
        return new DivergedWalSummary(
                transactions, bytes, since, firstCommit, lastCommit, rows, definitions, doubt, word);
    }

    public boolean isCounted() {
        return transactions != UNCOUNTED;
    }

    /**
     * Returns whether a later count of the same WAL found more changed rows or definitions, or could not be made. Rows of repmgr's tables do
     * not count: repmgrd writes one when it stops.
     */
    public boolean isMoreThan(DivergedWalSummary before) {
        return isCounted() ? userRows() > before.userRows() || definitions > before.definitions : before.isCounted();
    }

    private long userRows() {
        return rows.stream()
                .filter(table -> !table.table().startsWith("repmgr."))
                .mapToLong(TableRows::all)
                .sum();
    }

    /** Returns whether the user should be asked before this WAL is discarded. */
    public boolean matters() {
        return transactions != 0;
    }

    /** Describes this WAL in one line. */
    public String inWords() {
        return ledger.isEmpty() ? counted() : counted() + "; " + ledger;
    }

    private String counted() {
        if (!isCounted()) {
            return "what it wrote on its own cannot be counted" + (doubt.isEmpty() ? "" : ": " + doubt);
        }
        return since.ifValid()
                .map(fork -> commits() + ", " + number(bytes) + " bytes of WAL since " + fork + tables())
                .orElseGet(this::commits);
    }

    private String commits() {
        if (transactions == 0) {
            return "no transaction";
        }
        if (firstCommit.isEmpty()) {
            return transactions == 1 ? "1 transaction" : number(transactions) + " transactions";
        }
        return transactions == 1
                ? "1 transaction of " + firstCommit
                : number(transactions) + " transactions from " + firstCommit + " to " + lastCommit;
    }

    private String tables() {
        if (rows.isEmpty()) {
            return definitions > 0 ? "; definitions" : "";
        }
        var named = rows.stream().limit(MOST_TABLES).map(TableRows::inWords).collect(Collectors.joining(", "));
        var more = rows.size() - MOST_TABLES;
        return "; " + named + (more > 0 ? " and " + more + (more == 1 ? " more table" : " more tables") : "")
                + (definitions > 0 ? "; definitions" : "");
    }

    /** Returns the kinds of changes, a line for each table; empty if they are not known. */
    public List<String> byKind() {
        var lines = new ArrayList<>(rows.stream().map(TableRows::byKind).toList());
        if (definitions > 0) {
            lines.add("definitions (create, alter, drop, grant): " + number(definitions)
                    + (definitions == 1 ? " row" : " rows") + " of the system catalogs");
        }
        if (isCounted() && matters()) {
            lines.add("not counted: sequences, statistics of ANALYZE, and unlogged tables, which are never in WAL");
        }
        return lines;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

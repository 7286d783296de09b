package org.pgpoollab.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The number of rows of one table that were changed, counted from WAL.
 *
 * @param table its name; {@code file 16385 (no table of pg-1)} for a table that only a stopped node could name
 * @param database that contains it
 */
public record TableRows(String table, String database, long inserted, long updated, long deleted) {

    public long all() {
        return inserted + updated + deleted;
    }

    /** Returns the total with the table: {@code 3 rows of orders in lab}. */
    String inWords() {
        return count(all(), "row") + " of " + table + " in " + database;
    }

    /** Returns the numbers by kind of change: {@code orders in lab: 2 rows inserted, 1 updated}. */
    String byKind() {
        var kinds = new ArrayList<String>();
        add(kinds, inserted, "inserted");
        add(kinds, updated, "updated");
        add(kinds, deleted, "deleted");
        return table + " in " + database + ": " + String.join(", ", kinds);
    }

    private static void add(List<String> kinds, long number, String kind) {
        if (number > 0) {
            kinds.add((kinds.isEmpty() ? count(number, "row") : number(number)) + " " + kind);
        }
    }

    private static String count(long number, String word) {
        return number(number) + " " + word + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}

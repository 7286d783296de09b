package org.pgpoollab.repair;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pgpoollab.cluster.Lsn;

/**
 * The counts from a range of WAL. They are parsed from lines: {@code commits 3}, {@code first} and {@code last} with the time of a commit,
 * {@code rows 1663/16384/16385 INSERT 3}, {@code end} with the last record as pg_waldump prints it, {@code trouble} with what it could not
 * read.
 *
 * @param commits -1 if nothing could be read
 * @param files the rows of each table's file
 * @param end of the last record; {@link Lsn#INVALID} if there is none
 */
public record WalTally(long commits, String first, String last, Map<RelationFile, Changes> files, Lsn end) {

    private static final long UNREAD = -1;
    private static final Pattern RECORD =
            Pattern.compile("len \\(rec/tot\\):\\s*\\d+/\\s*(\\d+).*lsn: ([0-9A-F]+/[0-9A-F]+)");
    private static final Pattern ROWS = Pattern.compile("rows (\\d+)/(\\d+)/(\\d+) ([A-Z_]+) (\\d+)");
    private static final long FIRST_OF_USERS = 16_384;

    /** A table's file: the numbers of its tablespace, its database and the file itself. */
    public record RelationFile(long tablespace, long database, long file) {

        /**
         * Returns whether the file belongs to a system catalog. Files that initdb created have lower numbers, and their rows are
         * definitions of tables, columns and roles.
         */
        boolean isCatalog() {
            return file < FIRST_OF_USERS;
        }
    }

    /** The number of changed rows of one file. */
    public record Changes(long inserted, long updated, long deleted) {

        Changes plus(String kind, long number) {
            return switch (kind) {
                case "INSERT", "MULTI_INSERT" -> new Changes(inserted + number, updated, deleted);
                case "UPDATE", "HOT_UPDATE" -> new Changes(inserted, updated + number, deleted);
                case "DELETE" -> new Changes(inserted, updated, deleted + number);
                default -> this;
            };
        }
    }

    public WalTally {
        files = Map.copyOf(files);
    }

    /** Returns whether anything could be read. */
    boolean isRead() {
        return commits != UNREAD;
    }

    public static WalTally parse(String text) {
        var commits = UNREAD;
        var first = "";
        var last = "";
        var end = Lsn.INVALID;
        var files = new LinkedHashMap<RelationFile, Changes>();
        for (var line : text.lines().toList()) {
            var word = line.split(" ", 2);
            switch (word[0]) {
                case "commits" -> commits = Long.parseLong(word[1]);
                case "first" -> first = word[1];
                case "last" -> last = word[1];
                case "end" -> end = endOf(word[1]).orElse(Lsn.INVALID);
                case "rows" -> add(files, line);
                default -> {}
            }
        }
        return new WalTally(commits, first, last, files, end);
    }

    /** Returns where a record ends, as pg_waldump prints it; empty if the text is no record. */
    public static Optional<Lsn> endOf(String record) {
        var found = RECORD.matcher(record);
        return found.find()
                ? Optional.of(new Lsn(Lsn.parse(found.group(2)).bytes() + Long.parseLong(found.group(1))))
                : Optional.empty();
    }

    private static void add(Map<RelationFile, Changes> files, String line) {
        var found = ROWS.matcher(line);
        if (found.matches()) {
            var file = new RelationFile(number(found.group(1)), number(found.group(2)), number(found.group(3)));
            files.merge(
                    file,
                    new Changes(0, 0, 0).plus(found.group(4), number(found.group(5))),
                    (some, more) -> new Changes(
                            some.inserted() + more.inserted(),
                            some.updated() + more.updated(),
                            some.deleted() + more.deleted()));
        }
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }

    /** Returns the files of user tables, the one with most rows first. */
    public List<RelationFile> tables() {
        return files.entrySet().stream()
                .filter(entry -> !entry.getKey().isCatalog())
                .sorted(Comparator.comparingLong((Map.Entry<RelationFile, Changes> entry) ->
                                -entry.getValue().inserted()
                                        - entry.getValue().updated()
                                        - entry.getValue().deleted())
                        .thenComparing(entry -> entry.getKey().file()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns how many rows of the system catalogs were changed. */
    public long definitions() {
        return files.entrySet().stream()
                .filter(entry -> entry.getKey().isCatalog())
                .mapToLong(entry -> entry.getValue().inserted()
                        + entry.getValue().updated()
                        + entry.getValue().deleted())
                .sum();
    }
}

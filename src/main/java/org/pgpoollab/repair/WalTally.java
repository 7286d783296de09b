package org.pgpoollab.repair;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** The number of pg_largeobject, see its header file in PostgreSQL's src/include/catalog; likewise the others. */
    private static final long LARGE_OBJECTS = 2613;

    /** Of pg_largeobject, pg_largeobject_metadata, pg_statistic with its TOAST table, and pg_statistic_ext_data with its own. */
    private static final Set<Long> NO_DEFINITIONS = Set.of(LARGE_OBJECTS, 2995L, 2619L, 2840L, 3429L, 3430L);

    /** A table's file: the numbers of its tablespace, its database and the file itself. */
    public record RelationFile(long tablespace, long database, long file) {

        /** Returns whether the file belongs to a system catalog: those that initdb created have lower numbers. */
        boolean isCatalog() {
            return file < FIRST_OF_USERS;
        }

        /** Returns whether the rows are data of users: those of their tables, and the pages of large objects. */
        boolean isOfUsers() {
            return !isCatalog() || isOfLargeObjects();
        }

        /** Returns whether the file has the pages of large objects; a VACUUM FULL of that catalog gives it another number. */
        public boolean isOfLargeObjects() {
            return file == LARGE_OBJECTS;
        }

        /** Returns whether the rows define tables, columns and roles. Statistics of ANALYZE and owners of large objects do not. */
        boolean isOfDefinitions() {
            return isCatalog() && !NO_DEFINITIONS.contains(file);
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

    /** Returns the files with data of users, the one with most rows first. */
    public List<RelationFile> tables() {
        return files.entrySet().stream()
                .filter(entry -> entry.getKey().isOfUsers())
                .sorted(Comparator.comparingLong((Map.Entry<RelationFile, Changes> entry) ->
                                -entry.getValue().inserted()
                                        - entry.getValue().updated()
                                        - entry.getValue().deleted())
                        .thenComparing(entry -> entry.getKey().file()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns how many rows of the system catalogs that define something were changed. */
    public long definitions() {
        return files.entrySet().stream()
                .filter(entry -> entry.getKey().isOfDefinitions())
                .mapToLong(entry -> entry.getValue().inserted()
                        + entry.getValue().updated()
                        + entry.getValue().deleted())
                .sum();
    }
}

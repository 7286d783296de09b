package org.pgpoollab.screen;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * The columns of the PostgreSQL pane in several sets, from wide to narrow. The first set that fits is shown. The columns show what
 * the node reports about itself, then what each pgpool believes about it, then repmgr's row.
 */
final class PostgresColumns {

    private static final GridColumn<PostgresRow> NODE =
            GridColumn.of("node", 8, PostgresRow::name).marking(TrackedFact.NAME);
    private static final GridColumn<PostgresRow> SAYS =
            GridColumn.of("says of itself", 15, PostgresRow::says).upTo(16).marking(TrackedFact.SAYS);
    private static final GridColumn<PostgresRow> SAYS_MORE = SAYS.upTo(17);
    private static final GridColumn<PostgresRow> SAYS_ALL = SAYS.upTo(32);
    private static final GridColumn<PostgresRow> TIMELINE =
            GridColumn.of("TL", 2, PostgresRow::timeline).right().marking(TrackedFact.TIMELINE);
    private static final GridColumn<PostgresRow> WAL = GridColumn.of("WAL position", 10, PostgresRow::wal);
    private static final GridColumn<PostgresRow> BEHIND =
            GridColumn.of("behind", 6, PostgresRow::behind).upTo(7).right();
    private static final GridColumn<PostgresRow> REPLICATION =
            GridColumn.of("replication", 10, PostgresRow::replication).upTo(15).marking(TrackedFact.REPLICATION);
    private static final GridColumn<PostgresRow> REPLICATION_IN_FULL = GridColumn.of(
                    "replication", 19, PostgresRow::replicationInFull)
            .upTo(21)
            .marking(TrackedFact.REPLICATION);
    private static final GridColumn<PostgresRow> UP_FOR =
            GridColumn.of("up for", 6, PostgresRow::upFor).right();
    private static final GridColumn<PostgresRow> BELIEFS =
            GridColumn.of("pgpools", 11, PostgresRow::beliefs).upTo(14).group();
    private static final GridColumn<PostgresRow> REPMGR =
            GridColumn.of("repmgr", 9, PostgresRow::repmgr).group().marking(TrackedFact.REPMGR);
    private static final GridColumn<PostgresRow> REPMGR_CLOSE =
            GridColumn.of("repmgr", 8, PostgresRow::repmgrClose).group().marking(TrackedFact.REPMGR);
    private static final GridColumn<PostgresRow> REPMGR_IN_FULL = GridColumn.of("repmgr", 10, PostgresRow::repmgrInFull)
            .upTo(18)
            .group()
            .marking(TrackedFact.REPMGR);
    private static final GridColumn<PostgresRow> REPMGRD = GridColumn.of("repmgrd", 9, PostgresRow::repmgrd);

    private PostgresColumns() {}

    static List<List<GridColumn<PostgresRow>>> narrowing(Lab lab) {
        var words = beliefs(lab, BeliefWidth.WORDS, 14, 16);
        var status = beliefs(lab, BeliefWidth.STATUS, 8, 10);
        var tight = beliefs(lab, BeliefWidth.CLOSE_STATUS, 7, 7);
        var glyphs = beliefs(lab, BeliefWidth.GLYPH, 2, 2);
        var all = List.of(NODE, SAYS_ALL, TIMELINE, WAL, BEHIND, REPLICATION_IN_FULL, UP_FOR);
        var more = List.of(NODE, SAYS_MORE, TIMELINE, WAL, BEHIND, REPLICATION, UP_FOR);
        var usual = List.of(NODE, SAYS_MORE, TIMELINE, WAL, BEHIND, REPLICATION);
        var few = List.of(NODE, SAYS, TIMELINE, WAL, BEHIND);
        var fewer = List.of(NODE, SAYS, TIMELINE, BEHIND);
        var least = List.of(NODE, SAYS, TIMELINE);
        var word = List.of(NODE, SAYS);
        var folded = List.of(BELIEFS);
        var repmgr = List.of(REPMGR);
        var closeRepmgr = List.of(REPMGR_CLOSE);
        List<GridColumn<PostgresRow>> none = List.of();
        return List.of(
                columns(all, words, List.of(REPMGR_IN_FULL, REPMGRD)),
                columns(all, status, List.of(REPMGR_IN_FULL)),
                columns(more, status, repmgr),
                columns(usual, status, repmgr),
                columns(few, tight, closeRepmgr),
                columns(fewer, tight, closeRepmgr),
                columns(usual, glyphs, repmgr),
                columns(few, glyphs, repmgr),
                columns(fewer, glyphs, closeRepmgr),
                columns(least, glyphs, closeRepmgr),
                columns(fewer, glyphs, none),
                columns(least, glyphs, none),
                columns(word, glyphs, none),
                columns(few, folded, repmgr),
                columns(fewer, folded, closeRepmgr),
                columns(least, folded, none),
                columns(word, folded, none),
                word);
    }

    private static List<GridColumn<PostgresRow>> columns(
            List<GridColumn<PostgresRow>> own,
            List<GridColumn<PostgresRow>> pgpools,
            List<GridColumn<PostgresRow>> repmgr) {
        return Stream.of(own, pgpools, repmgr).flatMap(List::stream).toList();
    }

    private static List<GridColumn<PostgresRow>> beliefs(Lab lab, BeliefWidth wording, int least, int most) {
        return lab.pgpoolNodes().stream()
                .map(pool -> belief(pool, heading(lab, pool, least), wording, least, most))
                .collect(Collectors.toUnmodifiableList());
    }

    /** Returns a pgpool's name, or what fits of it: {@code pool-1} or {@code p-1}. */
    private static String heading(Lab lab, Node pool, int width) {
        var fitting = Stream.of(pool.name(), "pool-" + pool.index())
                .filter(name -> name.length() <= width)
                .findFirst();
        return lab.pgpoolCount() == 1 ? pool.name() : fitting.orElse("p-" + pool.index());
    }

    private static GridColumn<PostgresRow> belief(Node pool, String heading, BeliefWidth wording, int least, int most) {
        var column = GridColumn.<PostgresRow>of(heading, least, row -> row.belief(pool, wording))
                .marking(TrackedFact.beliefOf(pool))
                .upTo(Math.max(most, heading.length()));
        return pool.index() == 0 ? column.group() : column;
    }
}

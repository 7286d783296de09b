package org.pgpoollab.screen;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pgpoollab.topology.Lab;
import org.pgpoollab.topology.Node;

/**
 * The columns of the PostgreSQL pane, from wide to narrow: the first set that fits is shown. The node's own word comes first, then
 * what each pgpool believes, then repmgr.
 */
final class PostgresColumns {

    private static final Column<PostgresRow> NODE =
            Column.of("node", 8, PostgresRow::name).marking(Fact.NAME);
    private static final Column<PostgresRow> SAYS =
            Column.of("says of itself", 15, PostgresRow::says).marking(Fact.SAYS);
    private static final Column<PostgresRow> SAYS_MORE = SAYS.upTo(17);
    private static final Column<PostgresRow> SAYS_ALL = SAYS.upTo(32);
    private static final Column<PostgresRow> TIMELINE =
            Column.of("TL", 2, PostgresRow::timeline).right().marking(Fact.TIMELINE);
    private static final Column<PostgresRow> WAL = Column.of("WAL position", 10, PostgresRow::wal);
    private static final Column<PostgresRow> BEHIND =
            Column.of("behind", 6, PostgresRow::behind).upTo(7).right();
    private static final Column<PostgresRow> REPLICATION =
            Column.of("replication", 10, PostgresRow::replication).upTo(15).marking(Fact.REPLICATION);
    private static final Column<PostgresRow> REPLICATION_IN_FULL = Column.of(
                    "replication", 19, PostgresRow::replicationInFull)
            .upTo(21)
            .marking(Fact.REPLICATION);
    private static final Column<PostgresRow> UP_FOR =
            Column.of("up for", 6, PostgresRow::upFor).right();
    private static final Column<PostgresRow> BELIEFS =
            Column.of("pgpools", 11, PostgresRow::beliefs).upTo(14).group();
    private static final Column<PostgresRow> REPMGR =
            Column.of("repmgr", 9, PostgresRow::repmgr).group().marking(Fact.REPMGR);
    private static final Column<PostgresRow> REPMGR_CLOSE =
            Column.of("repmgr", 8, PostgresRow::repmgrClose).group().marking(Fact.REPMGR);
    private static final Column<PostgresRow> REPMGR_IN_FULL =
            Column.of("repmgr", 10, PostgresRow::repmgrInFull).upTo(18).group().marking(Fact.REPMGR);
    private static final Column<PostgresRow> REPMGRD = Column.of("repmgrd", 9, PostgresRow::repmgrd);

    private PostgresColumns() {}

    static List<List<Column<PostgresRow>>> narrowing(Lab lab) {
        var words = beliefs(lab, Belief.WORDS, 14, 16);
        var status = beliefs(lab, Belief.STATUS, 8, 10);
        var tight = beliefs(lab, Belief.CLOSE_STATUS, 7, 7);
        var glyphs = beliefs(lab, Belief.GLYPH, 2, 2);
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
        List<Column<PostgresRow>> none = List.of();
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

    private static List<Column<PostgresRow>> columns(
            List<Column<PostgresRow>> own, List<Column<PostgresRow>> pgpools, List<Column<PostgresRow>> repmgr) {
        return Stream.of(own, pgpools, repmgr).flatMap(List::stream).toList();
    }

    private static List<Column<PostgresRow>> beliefs(Lab lab, Belief wording, int least, int most) {
        return lab.pgpoolNodes().stream()
                .map(pool -> belief(pool, wording, least, most))
                .collect(Collectors.toUnmodifiableList());
    }

    private static Column<PostgresRow> belief(Node pool, Belief wording, int least, int most) {
        var isFull = least >= pool.name().length() || pool.index() == 0;
        var heading = isFull ? pool.name() : "-" + pool.index();
        var column = Column.<PostgresRow>of(heading, least, row -> row.belief(pool, wording))
                .marking(Fact.beliefOf(pool))
                .upTo(Math.max(most, heading.length()));
        return pool.index() == 0 ? column.group() : column;
    }
}

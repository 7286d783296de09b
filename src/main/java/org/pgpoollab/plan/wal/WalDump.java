package org.pgpoollab.plan.wal;

import java.time.Duration;
import java.util.Optional;
import org.pgpoollab.cluster.Lsn;
import org.pgpoollab.cluster.TimelineHistory;
import org.pgpoollab.engine.Account;
import org.pgpoollab.engine.Command;
import org.pgpoollab.engine.Engine;
import org.pgpoollab.engine.ShellQuoting;
import org.pgpoollab.plan.step.RewindMark;
import org.pgpoollab.plan.step.StepContext;
import org.pgpoollab.repair.WalTally;
import org.pgpoollab.topology.Node;

/**
 * Reads WAL records of a node with pg_waldump, whether the node runs or not. It runs on the utility host, which sees the files of all
 * nodes, because a node's own host may be off.
 */
record WalDump(StepContext context, Node node, WalFiles files) {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** How many bytes before the first differing byte are read as well, because the record that contains it begins earlier. */
    private static final long RECORD = 1 << 16;

    /**
     * Counts commits and the committed rows. It prints nothing if pg_waldump could read no record for another reason than that there is
     * none: pg_waldump ends with an error in both cases. A record counts if the next one begins after the position "from".
     */
    private static final String TALLY = """
            function pad(s) { return substr("00000000" s, length(s) + 1) }
            function place(record, part) {
                match(record, /lsn: [0-9A-F]+\\/[0-9A-F]+/)
                split(substr(record, RSTART + 5, RLENGTH - 5), part, "/")
                return pad(part[1]) pad(part[2])
            }
            function settle(tx, n, i, keys) {
                n = split(touched[tx], keys, ";")
                for (i = 1; i <= n; i++) if (keys[i] != "") { rows[keys[i]] += changed[tx, keys[i]]; delete changed[tx, keys[i]] }
                delete touched[tx]
            }
            function take(record, tx, word, rest, n, rel, key, i, subs) {
                end = record
                match(record, /tx: +[0-9]+/); tx = substr(record, RSTART + 3, RLENGTH - 3) + 0
                if (record ~ /^rmgr: Transaction .*desc: COMMIT/) {
                    commits++
                    if (match(record, /COMMIT [0-9-]+ [0-9:]+/)) {
                        last = substr(record, RSTART + 7, RLENGTH - 7)
                        if (first == "") first = last
                    }
                    if (match(record, /subxacts:[ 0-9]+/)) {
                        n = split(substr(record, RSTART + 9, RLENGTH - 9), subs, " ")
                        for (i = 1; i <= n; i++) settle(subs[i])
                    }
                    settle(tx)
                } else if (record ~ /^rmgr: Heap2? .*desc: (INSERT|MULTI_INSERT|UPDATE|HOT_UPDATE|DELETE)/) {
                    match(record, /desc: [A-Z_]+/)
                    word = substr(record, RSTART + 6, RLENGTH - 6); rest = substr(record, RSTART + RLENGTH); n = 1
                    if (word == "MULTI_INSERT" && match(rest, /[0-9]+/)) n = substr(rest, RSTART, RLENGTH) + 0
                    if (match(record, /rel [0-9]+\\/[0-9]+\\/[0-9]+/)) {
                        key = substr(record, RSTART + 4, RLENGTH - 4) " " word
                        if (!((tx, key) in changed)) touched[tx] = touched[tx] ";" key
                        changed[tx, key] += n
                    }
                }
            }
            /^pg_waldump:/ { trouble = $0; next }
            { if (held != "" && (past || place($0) > from)) { past = 1; take(held) } held = $0 }
            END {
                if (held != "") take(held); else if (trouble !~ /valid record/) exit
                print "commits " commits + 0
                if (first != "") { print "first " first; print "last " last }
                for (key in rows) print "rows " key " " rows[key]
                if (end != "") print "end " end
            }
            """;

    /** Counts what the node has from there to the end of its WAL, along its timelines; empty if some of these WAL files are gone. */
    Optional<WalTally> since(Lsn fork) {
        var dumps = new StringBuilder();
        for (var span : files.history().spans()) {
            if (span.end().compareTo(fork) > 0) {
                var from = span.begin().compareTo(fork) > 0 ? span.begin() : fork;
                var dump = from.equals(fork) ? dumpFromBefore(fork, span) : dump(span, from);
                if (dump.isEmpty()) {
                    return Optional.empty();
                }
                dumps.append(dump.get()).append("; ");
            }
        }
        var line = "{ " + dumps + "} 2>&1 | awk -v from=" + padded(fork) + " '" + TALLY + "'";
        return Optional.of(WalTally.parse(run(line)));
    }

    /**
     * Dumps from a little before the fork on. A segment that pg_switch_wal or a base backup ended early has no records up to its end, and
     * pg_waldump finds none if it begins there: then it begins with the segment of the fork.
     */
    private Optional<String> dumpFromBefore(Lsn fork, TimelineHistory.Span span) {
        if (files.size() == 0 || fork.equals(span.begin())) {
            return dump(span, fork);
        }
        var wished = new Lsn(Math.max(span.begin().bytes(), fork.bytes() - RECORD));
        var segment = new Lsn(fork.bytes() / files.size() * files.size());
        if (wished.compareTo(segment) >= 0) {
            return dump(span, wished);
        }
        var fromSegment = dump(span, segment);
        return dump(span, wished)
                .map(dump -> "if " + dump + " 2>/dev/null | grep -q .\nthen " + dump + "; else "
                        + fromSegment.orElse("false") + "; fi")
                .or(() -> fromSegment);
    }

    /**
     * Dumps the WAL of one timeline. Both segments are named: with one alone pg_waldump stops at its end, and with none it may begin with
     * an empty segment.
     */
    private Optional<String> dump(TimelineHistory.Span span, Lsn from) {
        if (files.size() == 0) {
            return Optional.empty();
        }
        var isOpen = span.end().equals(TimelineHistory.OPEN_END);
        var first = files.named(from, span.timeline());
        var last = isOpen
                ? files.last(span.timeline())
                : files.named(new Lsn(span.end().bytes() - 1), span.timeline());
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                ShellQuoting.quote(context.binaries().postgres("pg_waldump").toString()) + " -s " + from
                        + (isOpen ? "" : " -e " + span.end()) + " " + wal() + first.get() + " " + wal() + last.get());
    }

    private String data() {
        return RewindMark.of(context, node).data();
    }

    private String wal() {
        return Engine.NODE_DIRECTORY + "/" + node + "/" + data() + "/pg_wal/";
    }

    /** Returns where the valid WAL of a stopped node ends, found by reading on from its last checkpoint. */
    Optional<Lsn> end() {
        return redo().flatMap(this::end);
    }

    /** Returns the end of the last complete record after the given position, on the node's current timeline. */
    Optional<Lsn> end(Lsn after) {
        var current = files.history().current();
        return dump(current, after.compareTo(current.begin()) > 0 ? after : current.begin())
                .map(dump -> run(dump + " 2>/dev/null | tail -n 1"))
                .flatMap(WalTally::endOf)
                .map(WalDump::aligned);
    }

    private static Lsn aligned(Lsn place) {
        return new Lsn((place.bytes() + 7) / 8 * 8);
    }

    private Optional<Lsn> redo() {
        var line = "LC_ALL=C "
                + ShellQuoting.quote(
                        context.binaries().postgres("pg_controldata").toString()) + " " + Engine.NODE_DIRECTORY + "/"
                + node + "/" + data() + " | sed -n \"s/^Latest checkpoint's REDO location: *//p\"";
        var text = run(line).strip();
        return text.matches("[0-9A-F]+/[0-9A-F]+") ? Optional.of(Lsn.parse(text)) : Optional.empty();
    }

    private String run(String line) {
        var command = Command.of("sh", "-c", line).with("TZ", "UTC").within(LIMIT);
        return context.shell()
                .run(context.engine().on(Engine.UTILITY, Account.ROOT, command))
                .output();
    }

    private static String padded(Lsn place) {
        return String.format("%08X%08X", place.bytes() >>> 32, place.bytes() & 0xffffffffL);
    }
}

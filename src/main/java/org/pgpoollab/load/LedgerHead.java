package org.pgpoollab.load;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first line of a ledger, in readable text, padded to a fixed length.
 *
 * @param run the number of the run, counted from 1; part of the key of every row that it writes
 * @param began the time at which the ledger's clock was zero
 */
record LedgerHead(int run, Instant began, LoadShape shape) {

    static final int BYTES = 4 * LedgerEntry.BYTES;

    private static final Pattern LINE = Pattern.compile(
            "pgpool-lab load 1 run ([0-9]{1,9}) began (\\S+) clients ([0-9]{1,6}) writes ([0-9]{1,6}) reads ([0-9]{1,6}) *\n");

    byte[] bytes() {
        var text = "pgpool-lab load 1 run " + run + " began " + began.toEpochMilli() + " clients " + shape.clients()
                + " writes " + shape.writes() + " reads " + shape.reads();
        return (text + " ".repeat(BYTES - 1 - text.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Parses a head; empty if the line is incomplete or of a later version. */
    static Optional<LedgerHead> read(byte[] bytes) {
        var line = LINE.matcher(new String(bytes, StandardCharsets.US_ASCII));
        if (!line.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LedgerHead(
                    Integer.parseInt(line.group(1)),
                    Instant.ofEpochMilli(Long.parseLong(line.group(2))),
                    new LoadShape(
                            Integer.parseInt(line.group(3)),
                            Integer.parseInt(line.group(4)),
                            Integer.parseInt(line.group(5)))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Instant instant(long micros) {
        return began.plusNanos(micros * 1000);
    }
}

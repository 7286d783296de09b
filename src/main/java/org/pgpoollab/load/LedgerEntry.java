package org.pgpoollab.load;

import java.nio.ByteBuffer;

/**
 * One line of the ledger.
 *
 * @param node the index of the PostgreSQL node that answered a read; {@link #NOBODY} of all else
 * @param client its number, counted from 0, writers and readers each for themselves
 * @param number of the write, unique in its run; 0 of all else
 * @param atMicros when it was noted, since the run began, by a clock that is never set
 * @param tookMicros from sending to the answer
 */
record LedgerEntry(What what, int node, int client, int number, long atMicros, int tookMicros, SqlFailure trouble) {

    static final int NOBODY = 255;

    /** The length of an entry in the file, in bytes. */
    static final int BYTES = 24;

    /** What became of a statement, and the letter by which it stands in the file. */
    enum What {
        /** A write is about to be sent: if nothing more is noted of it, nobody knows what became of it. */
        SENT('s'),
        /** The client was told that it is done. */
        ACKNOWLEDGED('a'),
        /** The server refused it: surely not done. */
        REFUSED('r'),
        /** The connection broke, or time ran out, before the client was told. */
        INDETERMINATE('i'),
        /** A writer could not connect. */
        NO_WAY_TO_WRITE('w'),
        READ('R'),
        READ_FAILED('F'),
        /** A reader could not connect. */
        NO_WAY_TO_READ('W');

        private static final What[] BY_LETTER = byLetter();

        private final char letter;

        What(char letter) {
            this.letter = letter;
        }

        private static What[] byLetter() {
            var all = new What[128];
            for (var what : values()) {
                all[what.letter] = what;
            }
            return all;
        }

        boolean isOfWriter() {
            return compareTo(READ) < 0;
        }

        boolean isFailure() {
            return this != SENT && this != ACKNOWLEDGED && this != READ;
        }
    }

    void write(ByteBuffer bytes) {
        bytes.put((byte) what.letter)
                .put((byte) node)
                .putShort((short) client)
                .putInt(number)
                .putLong(atMicros)
                .putInt(tookMicros)
                .putInt(trouble.number());
    }

    /** @throws IllegalArgumentException if these bytes were not written by {@link #write} */
    static LedgerEntry read(ByteBuffer bytes) {
        var letter = bytes.get();
        if (letter < 0 || What.BY_LETTER[letter] == null) {
            throw new IllegalArgumentException("no entry begins with " + letter);
        }
        return new LedgerEntry(
                What.BY_LETTER[letter],
                Byte.toUnsignedInt(bytes.get()),
                Short.toUnsignedInt(bytes.getShort()),
                bytes.getInt(),
                bytes.getLong(),
                bytes.getInt(),
                trouble(bytes.getInt()));
    }

    private static SqlFailure trouble(int number) {
        return number == 0 ? SqlFailure.NONE : SqlFailure.ofNumber(number);
    }
}

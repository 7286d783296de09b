package org.pgpoollab.load;

import java.nio.ByteBuffer;

/**
 * One entry of the ledger.
 *
 * @param node the index of the PostgreSQL node that answered a read; {@link #NOBODY} for all other entries
 * @param client the number of the client, counted from 0, separately for writers and readers
 * @param number the number of the write, unique in its run; 0 for all other entries
 * @param atMicros when the entry was written, in microseconds since the run began, by a monotonic clock
 * @param tookMicros microseconds from sending the statement to its answer
 */
record LedgerEntry(What what, int node, int client, int number, long atMicros, int tookMicros, SqlFailure trouble) {

    static final int NOBODY = 255;

    /** The length of an entry in the file, in bytes. */
    static final int BYTES = 24;

    /** The outcome of a statement, with the letter that stands for it in the file. */
    enum What {
        /** A write is about to be sent. If no other entry follows for it, its outcome is unknown. */
        SENT('s'),
        /** The server acknowledged the write. */
        ACKNOWLEDGED('a'),
        /** The server refused the write: it surely was not committed. */
        REFUSED('r'),
        /** The connection broke or the deadline passed before the server answered. */
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

package org.pgpoollab.fault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Text that nobody reads by accident, nor with the tools that lie at hand: it is deflated with a dictionary that stands only here, and zlib
 * opens nothing without it. It hides nothing from somebody who reads this program.
 */
public final class SealedText {

    /** What such texts have in common. All that a text has of it is a distance in the sealed one. To change it closes all texts. */
    private static final byte[] DICTIONARY = ("one-waynetworkrepmgrdpgpool-2pgpool-1pgpool-0pg-2pg-1pg-0"
                    + "\"leader\":\"standby\":\"primary\":\"frozen killed detached isolated slow cut lag lie pause fill"
                    + "\"cast\":{\"situation\":\"{\"faults\":[\"{\"situation\":\"")
            .getBytes(StandardCharsets.UTF_8);

    private static final int MOST_BYTES = 1 << 20;

    /** More than zlib adds to a text that cannot be deflated. */
    private static final int MOST_OVERHEAD = 64;

    private SealedText() {}

    public static String seal(String text) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(bytes);
            deflater.finish();
            var sealed = new byte[bytes.length + MOST_OVERHEAD + bytes.length / 8];
            var length = deflater.deflate(sealed);
            return Base64.getMimeEncoder().encodeToString(Arrays.copyOf(sealed, length)) + "\n";
        } finally {
            deflater.end();
        }
    }

    /** Returns the text that was sealed; empty if it is damaged, or another version of this program has sealed it. */
    public static Optional<String> open(String sealed) {
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(Base64.getMimeDecoder().decode(sealed));
            var opened = new byte[MOST_BYTES];
            var length = inflater.inflate(opened);
            if (inflater.needsDictionary()) {
                inflater.setDictionary(DICTIONARY);
                length = inflater.inflate(opened);
            }
            return inflater.finished()
                    ? Optional.of(new String(opened, 0, length, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (DataFormatException | IllegalArgumentException damaged) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}

package org.pgpoollab.binaries;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Caches the result of a search as long as the machine's fingerprint stays the same. It only saves time, so its errors are ignored.
 *
 * @param fingerprint the machine's fingerprint before the search
 */
record MachineFingerprint(Path file, String fingerprint) {

    private static final String KEY = "machine";

    Optional<Binaries> read() {
        try {
            var properties = BinariesFile.readProperties(file);
            if (!fingerprint.equals(properties.getProperty(KEY))) {
                return Optional.empty();
            }
            return Optional.of(BinariesFile.fromProperties(properties)).filter(Binaries::areThere);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void write(Binaries binaries) {
        var properties = BinariesFile.toProperties(binaries);
        properties.setProperty(KEY, fingerprint);
        try {
            BinariesFile.write(properties, file);
        } catch (IOException e) {
            return;
        }
    }
}

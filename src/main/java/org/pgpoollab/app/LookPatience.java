package org.pgpoollab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** After how long a node that was looked at is called unreachable: where more wants to run than can, what is well answers late, too. */
final class LookPatience {

    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final Duration ON_A_BUSY_MACHINE = Duration.ofSeconds(6);

    /** Of processes that run or wait to run, for each processor. */
    private static final double BUSY = 2;

    private LookPatience() {}

    static Duration now() {
        try {
            return of(Files.readString(LOAD), Runtime.getRuntime().availableProcessors());
        } catch (IOException unknown) {
            return USUAL;
        }
    }

    /** @param load as in {@code /proc/loadavg}, see proc(5): the average of the last minute comes first */
    static Duration of(String load, int processors) {
        return Double.parseDouble(load.split(" ", 2)[0]) > BUSY * processors ? ON_A_BUSY_MACHINE : USUAL;
    }
}

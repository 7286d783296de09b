package org.pgpoollab.command;

import org.pgpoollab.load.LoadShape;
import picocli.CommandLine.Option;

/** The options that say how much is asked of a lab. */
final class LoadOptions {

    @Option(
            names = "--clients",
            paramLabel = "N",
            description = "Connections that write, and as many that read (usually 4).")
    private int clients = LoadShape.USUAL.clients();

    @Option(names = "--writes", paramLabel = "N", description = "Writes a second, of all together (usually 100).")
    private int writes = LoadShape.USUAL.writes();

    @Option(
            names = "--reads",
            paramLabel = "N",
            description = "Reads a second, of all together; 0 for none (usually 100).")
    private int reads = LoadShape.USUAL.reads();

    LoadShape shape() {
        return new LoadShape(clients, writes, reads);
    }
}

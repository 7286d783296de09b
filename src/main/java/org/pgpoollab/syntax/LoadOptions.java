package org.pgpoollab.syntax;

import org.pgpoollab.load.LoadShape;
import picocli.CommandLine.Option;

/** The options that set the amount of load. */
public final class LoadOptions {

    @Option(
            names = "--clients",
            paramLabel = "N",
            description = "Connections that write, and the same number that read (default 4).")
    private int clients = LoadShape.USUAL.clients();

    @Option(
            names = "--writes",
            paramLabel = "N",
            description = "Writes per second, of all clients together (default 100).")
    private int writes = LoadShape.USUAL.writes();

    @Option(
            names = "--reads",
            paramLabel = "N",
            description = "Reads per second, of all clients together; 0 for none (default 100).")
    private int reads = LoadShape.USUAL.reads();

    public LoadShape shape() {
        return new LoadShape(clients, writes, reads);
    }
}

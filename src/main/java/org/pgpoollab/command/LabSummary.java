package org.pgpoollab.command;

/** A lab that has a directory on this machine. */
public record LabSummary(
        String name, String engine, int postgresCount, int pgpoolCount, boolean running, String directory) {}

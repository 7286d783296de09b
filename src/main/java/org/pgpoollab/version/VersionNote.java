package org.pgpoollab.version;

/**
 * Something that is known of a version that a lab uses.
 *
 * @param what a sentence: {@code Pgpool-II 4.6.1 receives no heartbeats from other hosts}
 * @param why its cause or consequence
 * @param remedy what to do; empty if nothing helps
 * @param source the address of the page that says so
 */
public record VersionNote(String what, String why, String remedy, String source) {}

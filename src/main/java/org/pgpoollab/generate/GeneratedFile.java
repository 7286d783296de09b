package org.pgpoollab.generate;

/**
 * A file of a lab, not yet written.
 *
 * @param path relative to the lab's directory, with {@code /}: {@code pg-0/postgresql.conf}
 * @param secret whether it holds a password or what would serve as one: its mode is 600, else 644
 */
public record GeneratedFile(String path, String content, boolean secret) {

    /** Shows no content: it may be secret. */
    @Override
    public String toString() {
        return path;
    }
}

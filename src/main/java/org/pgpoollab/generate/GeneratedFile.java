package org.pgpoollab.generate;

/**
 * The path and content of a generated file of a lab.
 *
 * @param path relative to the lab's directory, with {@code /}: {@code pg-0/postgresql.conf}
 * @param secret whether it holds a password or an equivalent; its mode is then 600, else 644
 */
public record GeneratedFile(String path, String content, boolean secret) {

    /** Returns only the path, because the content may be secret. */
    @Override
    public String toString() {
        return path;
    }
}

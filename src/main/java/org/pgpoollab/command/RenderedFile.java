package org.pgpoollab.command;

/**
 * A file that {@code generate} would write.
 *
 * @param path below the lab's directory
 * @param secret whether it holds a password: its content is not shown
 */
public record RenderedFile(String path, String content, boolean secret) {}

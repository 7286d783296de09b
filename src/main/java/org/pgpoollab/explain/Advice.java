package org.pgpoollab.explain;

/**
 * A command of this program that helps.
 *
 * @param command what to type
 * @param effect what it does: {@code shows who holds it}
 */
public record Advice(String command, String effect) {}

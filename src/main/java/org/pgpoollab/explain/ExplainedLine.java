package org.pgpoollab.explain;

/**
 * An explanation of a log line.
 *
 * @param pattern the pattern of the explanation that occurs in the line
 */
public record ExplainedLine(Explanation explanation, LinePattern pattern) {}

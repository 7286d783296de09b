package org.pgpoollab.lesson;

/**
 * A goal at one moment.
 *
 * @param isMet whether it is ticked
 * @param why what was seen, as a sentence
 */
public record GoalStatus(Goal goal, boolean isMet, String why) {}

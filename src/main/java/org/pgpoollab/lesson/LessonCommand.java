package org.pgpoollab.lesson;

/**
 * A command that the program types.
 *
 * @param reason why it is typed; may be empty
 * @param text the command as a user would type it
 * @param line its line in the file, from 1
 */
public record LessonCommand(String reason, String text, int line) {}

package org.pgpoollab.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The part of a command's help that picocli has no place for. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface CommandHelp {

    /** Lines that can be typed as they stand; a test parses them. */
    String[] examples();

    /**
     * The plain shell lines that do the same, each with where it is typed if that is not a shell on this machine; with the names that a
     * lab has which nobody has named otherwise.
     */
    String[] byHand() default {};
}

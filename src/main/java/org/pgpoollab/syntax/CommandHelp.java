package org.pgpoollab.syntax;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Holds the part of a command's help for which picocli has no attribute. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CommandHelp {

    /** Lines that can be typed as they are; a test parses them. */
    String[] examples();

    /**
     * The plain shell lines that do the same as the command. Each says where to type it, unless that is a shell on this machine. They
     * use the names of a lab with the default name.
     */
    String[] byHand() default {};

    /** The lines for a lab of containers, if they differ from {@link #byHand}; empty if they do not. */
    String[] byHandInContainers() default {};
}

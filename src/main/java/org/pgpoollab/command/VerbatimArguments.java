package org.pgpoollab.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** After its first word that is no option, all words belong to the program that the command starts. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface VerbatimArguments {}

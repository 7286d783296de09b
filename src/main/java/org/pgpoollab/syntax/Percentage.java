package org.pgpoollab.syntax;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts {@code 5%} or {@code 5} to a number for picocli. */
public final class Percentage implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        try {
            return Integer.valueOf(text.replaceFirst("%$", ""));
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is no percentage");
        }
    }
}

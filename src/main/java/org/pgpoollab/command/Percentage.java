package org.pgpoollab.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 5%}, or {@code 5} alone, for picocli. */
final class Percentage implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        try {
            return Integer.valueOf(text.replaceFirst("%$", ""));
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is no percentage");
        }
    }
}

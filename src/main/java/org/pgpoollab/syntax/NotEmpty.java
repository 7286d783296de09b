package org.pgpoollab.syntax;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Requires a text of at least one character, so that an unset shell variable is an error and not the same as a missing option. */
final class NotEmpty implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("it is empty, as a shell's variable is that was never set");
        }
        return text;
    }
}

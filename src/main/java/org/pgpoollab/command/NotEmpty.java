package org.pgpoollab.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A text of at least one character. An unset variable of a shell must not mean what is meant where the option is left out. */
final class NotEmpty implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("it is empty, as a shell's variable is that was never set");
        }
        return text;
    }
}

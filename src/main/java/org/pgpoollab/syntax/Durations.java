package org.pgpoollab.syntax;

import java.time.Duration;
import org.pgpoollab.LabException;
import org.pgpoollab.TimeSpan;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts words to durations for picocli, in the format of {@link TimeSpan}. */
public final class Durations implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            return TimeSpan.parse(text);
        } catch (LabException e) {
            throw new TypeConversionException(e.problems().get(0).why());
        }
    }
}

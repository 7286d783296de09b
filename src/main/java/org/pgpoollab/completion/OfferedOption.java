package org.pgpoollab.completion;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option as shells complete it.
 *
 * @param names all its names, the longest first
 * @param takesValue whether the next word belongs to it
 * @param values what is offered for its value
 * @param isListed whether it is offered itself
 * @param summary the first sentence of its description
 */
record OfferedOption(List<String> names, boolean takesValue, List<Offer> values, boolean isListed, String summary) {

    OfferedOption {
        names = List.copyOf(names);
        values = List.copyOf(values);
    }

    static OfferedOption of(OptionSpec option, boolean isListed) {
        var names = Arrays.stream(option.names())
                .sorted((one, other) -> other.length() - one.length())
                .toList();
        var takesValue = option.arity().max() > 0;
        return new OfferedOption(
                names,
                takesValue,
                takesValue ? ArgumentOffers.of(option, List.of()) : List.of(),
                isListed,
                Summary.of(String.join(" ", option.description())));
    }

    String name() {
        return names.get(0);
    }
}

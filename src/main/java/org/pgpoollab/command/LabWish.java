package org.pgpoollab.command;

import java.util.List;
import java.util.Map;

/**
 * How a lab shall be, as it was typed: nothing is checked yet, so that all that is wrong can be told at once. Lies over lab.yaml.
 *
 * @param values by the long name of the option without its dashes: {@code postgres}, {@code pgpool}, {@code profile}, {@code name},
 *     {@code subnet}, {@code vip}, {@code user}; only those that were given
 * @param settings {@code [FILE.][NODE.]NAME=VALUE}, in the order given
 */
public record LabWish(Map<String, String> values, List<String> settings) {

    public static final LabWish NONE = new LabWish(Map.of(), List.of());

    public LabWish {
        values = Map.copyOf(values);
        settings = List.copyOf(settings);
    }
}

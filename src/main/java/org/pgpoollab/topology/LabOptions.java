package org.pgpoollab.topology;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The options of the command line as they were typed; they override lab.yaml and are checked together with it.
 *
 * @param values the values by their keys; contains no secret
 * @param settings free settings such as {@code postgres.max_connections=200} or {@code pgpool.pgpool-1.num_init_children=4}
 * @param compared free settings in which labs differ that are compared; they win
 */
public record LabOptions(Map<LabKey, String> values, List<String> settings, List<String> compared) {

    public static final LabOptions NONE = new LabOptions(Map.of(), List.of());

    public LabOptions(Map<LabKey, String> values, List<String> settings) {
        this(values, settings, List.of());
    }

    public LabOptions {
        if (values.keySet().stream().anyMatch(LabKey::isSecret)) {
            throw new IllegalArgumentException(
                    "a password on the command line can be read by every user of the machine");
        }
        values = Map.copyOf(values);
        settings = List.copyOf(settings);
        compared = List.copyOf(compared);
    }

    public boolean has(LabKey key) {
        return values.containsKey(key);
    }

    public LabOptions with(LabKey key, String value) {
        var all = new EnumMap<LabKey, String>(LabKey.class);
        all.putAll(values);
        all.put(key, value);
        return new LabOptions(all, settings, compared);
    }

    /** Adds a free setting, as it is written after {@code --set}. */
    public LabOptions withSetting(String setting) {
        var all = new ArrayList<>(settings);
        all.add(setting);
        return new LabOptions(values, all, compared);
    }

    /** Adds a free setting that was written after {@code --compare}. */
    public LabOptions withCompared(String setting) {
        var all = new ArrayList<>(compared);
        all.add(setting);
        return new LabOptions(values, settings, all);
    }

    /** Returns whether the options only name the lab, so that an existing one stays as it is. */
    public boolean isEmpty() {
        return settings.isEmpty()
                && compared.isEmpty()
                && values.keySet().stream().allMatch(LabKey.NAME::equals);
    }
}

package org.pgpoollab.topology;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked for on the command line, as it was typed; it is laid over lab.yaml and checked together with it.
 *
 * @param values by what they are about; a secret is not among them
 * @param settings like {@code postgres.max_connections=200} or {@code pgpool.pgpool-1.num_init_children=4}
 */
public record LabOptions(Map<LabKey, String> values, List<String> settings) {

    public static final LabOptions NONE = new LabOptions(Map.of(), List.of());

    public LabOptions {
        if (values.keySet().stream().anyMatch(LabKey::isSecret)) {
            throw new IllegalArgumentException(
                    "a password on the command line can be read by every user of the machine");
        }
        values = Map.copyOf(values);
        settings = List.copyOf(settings);
    }

    public LabOptions with(LabKey key, String value) {
        var all = new EnumMap<LabKey, String>(LabKey.class);
        all.putAll(values);
        all.put(key, value);
        return new LabOptions(all, settings);
    }

    /** One more free setting, as it stands after {@code --set}. */
    public LabOptions withSetting(String setting) {
        var all = new ArrayList<>(settings);
        all.add(setting);
        return new LabOptions(values, all);
    }

    /** Whether nothing was asked for but which lab is meant, so that an existing one stays as it is. */
    public boolean isEmpty() {
        return settings.isEmpty() && values.keySet().stream().allMatch(LabKey.NAME::equals);
    }
}

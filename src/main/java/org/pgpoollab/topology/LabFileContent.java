package org.pgpoollab.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys and values that a lab file has for a lab, in the order in which they are written. */
final class LabFileContent {

    private LabFileContent() {}

    static Map<String, Object> of(Lab lab) {
        var content = new LinkedHashMap<String, Object>();
        content.put(LabKey.NAME.word(), lab.name());
        content.put(LabKey.ENGINE.word(), lab.engine().word());
        content.put(LabKey.RELEASE.word(), lab.release().name());
        content.put(LabKey.POSTGRES.word(), lab.postgresCount());
        content.put(LabKey.PGPOOL.word(), lab.pgpoolCount());
        content.put(LabKey.PROFILE.word(), lab.timing().profile());
        content.put(LabKey.SUBNET.word(), lab.addresses().subnet());
        content.put(LabKey.VIP.word(), lab.addresses().vip());
        content.put(LabKey.USER.word(), lab.credentials().user());
        content.put(LabKey.PASSWORD.word(), lab.credentials().password());
        content.put(LabKey.REPMGR_PASSWORD.word(), lab.credentials().repmgrPassword());
        if (!lab.images().areOwn()) {
            var images = new LinkedHashMap<String, Object>();
            images.put(LabKey.POSTGRES_IMAGE.key(), lab.images().postgres());
            images.put(LabKey.PGPOOL_IMAGE.key(), lab.images().pgpool());
            content.put(LabKey.IMAGES, images);
        }
        if (!lab.settings().overrides().isEmpty()) {
            content.put(LabKey.SETTINGS, settings(lab.settings().overrides()));
        }
        return content;
    }

    private static Map<String, Map<String, Map<String, String>>> settings(List<Settings.Override> overrides) {
        return overrides.stream()
                .collect(Collectors.groupingBy(
                        Settings.Override::file,
                        LinkedHashMap::new,
                        Collectors.groupingBy(
                                Settings.Override::scope,
                                LinkedHashMap::new,
                                Collectors.toMap(
                                        Settings.Override::name,
                                        Settings.Override::value,
                                        (first, second) -> second,
                                        LinkedHashMap::new))));
    }
}

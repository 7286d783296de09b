package org.pgpoollab.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keys of a lab's definition that have one value, in lab.yaml or as an option. */
public enum LabKey {
    NAME("the lab's name: its directory, and what --lab names"),
    ENGINE("what the nodes are made of: native, which is Linux namespaces, or compose, which is containers"),
    POSTGRES("how many PostgreSQL nodes, 1 to 16"),
    PGPOOL("how many Pgpool-II nodes, 1 to 16"),
    PROFILE("how soon trouble is noticed: fast, bitnami or upstream"),
    SUBNET("the lab's network, a private /24"),
    VIP("the virtual IP, a free address of the subnet"),
    USER("the superuser that clients use"),
    PASSWORD("the user's password; made up if not given"),
    REPMGR_PASSWORD("the password of the role repmgr; made up if not given");

    private final String meaning;

    LabKey(String meaning) {
        this.meaning = meaning;
    }

    /** Returns the key in lab.yaml. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the option: {@code --postgres}. A secret has no option, because other users can see command lines. */
    public String option() {
        return "--" + word();
    }

    /** Returns its meaning, for help; one line without a full stop. */
    public String meaning() {
        return meaning;
    }

    public boolean isSecret() {
        return this == PASSWORD || this == REPMGR_PASSWORD;
    }

    static Optional<LabKey> of(String word) {
        return Arrays.stream(values()).filter(key -> key.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(LabKey::word).toList();
    }
}

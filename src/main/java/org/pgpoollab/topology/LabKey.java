package org.pgpoollab.topology;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a lab's definition that have one value, in lab.yaml or as an option. */
public enum LabKey {
    NAME("the lab's name: its directory, and what --lab names"),
    ENGINE("what the nodes are made of: native, which is Linux namespaces, or compose, which is containers"),
    RELEASE("whose programs the nodes run: machine, or a release of Debian such as trixie"),
    POSTGRES_VERSION("the major version of PostgreSQL, which a release such as bookworm-pgdg needs"),
    POSTGRES("how many PostgreSQL nodes, 1 to 16"),
    PGPOOL("how many Pgpool-II nodes, 1 to 16"),
    PROFILE("how soon trouble is noticed: fast, slow, bitnami or upstream"),
    SUBNET("the lab's network, a private /24"),
    VIP("the virtual IP, a free address of the subnet"),
    USER("the superuser that clients use"),
    PASSWORD("the user's password; made up if not given"),
    REPMGR_PASSWORD("the password of the role repmgr; made up if not given"),
    POSTGRES_IMAGE(
            LabKey.IMAGES, "postgres", "a container image with the interface of bitnamilegacy/postgresql-repmgr"),
    PGPOOL_IMAGE(LabKey.IMAGES, "pgpool", "a container image with the interface of bitnamilegacy/pgpool");

    /** The group of keys that name images. */
    static final String IMAGES = "images";

    /** The group of the settings of programs. */
    static final String SETTINGS = "settings";

    private final String group;
    private final String key;
    private final String meaning;

    LabKey(String meaning) {
        this.group = "";
        this.key = name().toLowerCase(Locale.ROOT);
        this.meaning = meaning;
    }

    LabKey(String group, String key, String meaning) {
        this.group = group;
        this.key = key;
        this.meaning = meaning;
    }

    /** Returns the key in lab.yaml, for messages with its group: {@code images.pgpool}. */
    public String word() {
        return group.isEmpty() ? key : group + "." + key;
    }

    /** Returns the key as it stands in its group. */
    String key() {
        return key;
    }

    /** Returns the option: {@code --postgres}. A secret has no option, because other users can see command lines. */
    public String option() {
        return "--" + word().replace('_', '-');
    }

    /** Returns its meaning, for help; one line without a full stop. */
    public String meaning() {
        return meaning;
    }

    public boolean isSecret() {
        return this == PASSWORD || this == REPMGR_PASSWORD;
    }

    /** @param group empty for a key that is in none */
    static Optional<LabKey> of(String group, String key) {
        return in(group).filter(each -> each.key.equals(key)).findFirst();
    }

    static List<String> keys(String group) {
        return in(group).map(LabKey::key).toList();
    }

    private static Stream<LabKey> in(String group) {
        return Arrays.stream(values()).filter(each -> each.group.equals(group));
    }
}

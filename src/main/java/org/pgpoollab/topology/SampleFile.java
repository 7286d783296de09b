package org.pgpoollab.topology;

import java.util.Map;

/** The examples that come with the program: a lab.yaml that has every key, with comments, and the script of a workshop. */
public final class SampleFile {

    /** The environment variable in which the launcher of an installed program says where it is. */
    private static final String DIRECTORY = "PGPOOL_LAB_EXAMPLES";

    private SampleFile() {}

    /** Returns whether the program was started from where it is installed, and not from a clone, which has to be built. */
    public static boolean isInstalled(Map<String, String> environment) {
        return !environment.getOrDefault(DIRECTORY, "").isEmpty();
    }

    /** Returns the path of the lab.yaml as it is typed. */
    static String path() {
        return typed("lab.yaml");
    }

    /** Returns the path of the script as it is typed. */
    public static String script() {
        return typed("workshop.txt");
    }

    private static String typed(String name) {
        var path = System.getenv().getOrDefault(DIRECTORY, "assets") + "/" + name;
        return path.matches("[\\w./+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}

package org.pgpoollab.apt;

/**
 * The file of a package of Debian.
 *
 * @param address from where it comes
 * @param file its name in a directory of downloads, {@code NAME_VERSION_ARCHITECTURE.deb}, with a colon written as {@code %3a}
 */
public record PackageFile(String address, String file, long bytes) {

    public String name() {
        return part(0);
    }

    /** Returns Debian's version: {@code 1:4.17.4-2+deb13u1}. */
    public String version() {
        return part(1).replace("%3a", ":");
    }

    /** Returns the version of the program in it: {@code 17.12} for {@code 17.12-0+deb13u1}. */
    public String upstreamVersion() {
        return version().replaceFirst("^[0-9]+:", "").replaceFirst("[-+~].*", "");
    }

    /** Returns it as apt's commands name it: {@code dash=0.5.12-12}. */
    String nameAndVersion() {
        return name() + "=" + version();
    }

    private String part(int index) {
        var parts = file.split("_", -1);
        return index < parts.length ? parts[index] : "";
    }
}

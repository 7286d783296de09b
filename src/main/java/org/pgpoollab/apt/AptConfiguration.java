package org.pgpoollab.apt;

import java.nio.file.Path;

/** Creates an apt.conf(5) with which apt writes into one directory only, and needs no root. */
public final class AptConfiguration {

    private AptConfiguration() {}

    /**
     * Returns the configuration for the machine's sources, keys and installed packages. It omits the machine's hooks, which belong to real installations, and indexes that only desktops need. Apt
     * does not write the dpkg database, so it needs no lock, which only root could take.
     */
    public static String ofMachine(Path directory) {
        return """
            Dir::State::Lists "%1$s/lists";
            Dir::State::extended_states "%1$s/extended_states";
            Dir::Cache "%1$s";
            Dir::Cache::archives "%1$s/archives";
            Dir::Cache::pkgcache "%1$s/pkgcache.bin";
            Dir::Cache::srcpkgcache "";
            Dir::Log "%1$s";
            Debug::NoLocking "true";
            APT::Sandbox::User "";
            APT::Get::AllowUnauthenticated "false";
            APT::Install-Recommends "false";
            APT::Keep-Downloaded-Packages "true";
            Acquire::Languages "none";
            Acquire::Retries "2";
            Acquire::http::Timeout "20";
            Acquire::https::Timeout "20";
            #clear Acquire::IndexTargets::deb-src;
            #clear Acquire::IndexTargets::deb::CNF;
            #clear Acquire::IndexTargets::deb::Contents-deb;
            #clear Acquire::IndexTargets::deb::DEP-11;
            #clear Acquire::IndexTargets::deb::DEP-11-icons;
            #clear Acquire::IndexTargets::deb::DEP-11-icons-small;
            #clear Acquire::IndexTargets::deb::DEP-11-icons-large;
            #clear Acquire::IndexTargets::deb::DEP-11-icons-hidpi;
            #clear Acquire::IndexTargets::deb::DEP-11-icons-large-hidpi;
            #clear APT::Update::Pre-Invoke;
            #clear APT::Update::Post-Invoke;
            #clear APT::Update::Post-Invoke-Success;
            #clear DPkg::Pre-Install-Pkgs;
            #clear DPkg::Pre-Invoke;
            #clear DPkg::Post-Invoke;
            """.formatted(directory);
    }

    /**
     * Returns the configuration for another release: nothing counts as installed, the sources are those of a file in the directory, and the
     * machine's pins do not apply. Its settings for networks and proxies do. Signatures are verified, whatever the machine's configuration
     * says; whether a list may be out of date is left to it, see {@code Acquire::Check-Valid-Until}.
     */
    public static String ofRelease(Path directory) {
        return ofMachineWithSources(directory) + """
            Dir::State::status "%1$s/status";
            """.formatted(directory);
    }

    /** Returns the configuration for the machine's installed packages, with the sources of a file in the directory instead of its own. */
    public static String ofMachineWithSources(Path directory) {
        return ofMachine(directory) + """
            Dir::Etc::sourcelist "%1$s/sources.list";
            Dir::Etc::sourceparts "/dev/null";
            Dir::Etc::trusted "/dev/null";
            Dir::Etc::trustedparts "%1$s/keys";
            Dir::Etc::preferences "/dev/null";
            Dir::Etc::preferencesparts "/dev/null";
            APT::Default-Release "";
            APT::Update::Error-Mode "any";
            Acquire::GzipIndexes "false";
            Acquire::AllowInsecureRepositories "false";
            Acquire::AllowWeakRepositories "false";
            Acquire::AllowDowngradeToInsecureRepositories "false";
            """.formatted(directory);
    }
}

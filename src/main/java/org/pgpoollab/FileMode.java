package org.pgpoollab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;

/**
 * The modes of this program's files. On a file system without POSIX modes, as Windows has, they mean nothing: files there have the access
 * list of the user's directory that they are in.
 */
public enum FileMode {
    SECRET("rw-------"),
    OPEN("rw-r--r--"),
    SECRET_DIRECTORY("rwx------");

    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final Set<PosixFilePermission> permissions;

    FileMode(String permissions) {
        this.permissions = Collections.unmodifiableSet(PosixFilePermissions.fromString(permissions));
    }

    /** Returns the attributes with which a file at this path is created, so that it has its mode before its first byte. */
    public FileAttribute<?>[] attributes(Path path) {
        return hasModes(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /** Gives a file or directory this mode. */
    public void set(Path path) throws IOException {
        if (hasModes(path)) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    /** Returns whether the file's mode lets anybody but its owner read, write or run it. */
    public static boolean isOpenToOthers(Path path) throws IOException {
        return hasModes(path) && !Collections.disjoint(Files.getPosixFilePermissions(path), OTHERS);
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

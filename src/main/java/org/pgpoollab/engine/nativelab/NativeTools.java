package org.pgpoollab.engine.nativelab;

import java.util.Map;

/**
 * What the native engine runs with: {@code unshare}, {@code nsenter}, {@code setsid}, {@code mount}, {@code ip} and {@code socat} are
 * found by the PATH of this environment.
 */
public record NativeTools(Map<String, String> environment) {

    public NativeTools {
        environment = Map.copyOf(environment);
    }
}

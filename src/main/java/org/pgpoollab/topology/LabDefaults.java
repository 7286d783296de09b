package org.pgpoollab.topology;

import java.util.function.Supplier;

/**
 * What a lab has for which its definition names none.
 *
 * @param engine called only for a lab that names no engine
 */
public record LabDefaults(Supplier<EngineKind> engine, Release release) {

    /** The engine native, and the programs of the machine. */
    public static final LabDefaults USUAL = withEngine(() -> EngineKind.NATIVE);

    public static LabDefaults withEngine(Supplier<EngineKind> engine) {
        return new LabDefaults(engine, Release.OF_MACHINE);
    }

    /** Returns those of a lab that exists. */
    public static LabDefaults of(Lab lab) {
        return new LabDefaults(lab::engine, lab.release());
    }
}

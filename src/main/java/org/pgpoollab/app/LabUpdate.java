package org.pgpoollab.app;

import org.pgpoollab.LabException;
import org.pgpoollab.topology.Lab;

/** Lays what is asked for over a lab that was made before. */
final class LabUpdate {

    private LabUpdate() {}

    /**
     * The lab to go on with. Its passwords stay what they are.
     *
     * @param ready whether it was ever ready, so that its data is of value and its shape fixed
     * @throws LabException if a ready lab is asked to be another
     */
    static Lab over(Lab made, Lab wished, boolean ready) {
        var same = withPasswordsOf(made, wished);
        if (!ready || same.equals(made)) {
            return same;
        }
        throw LabException.failed(
                "the lab " + made.name() + " is there already, and is another than is asked for",
                "it has " + shape(made) + "; asked for: " + shape(wished)
                        + (shape(made).equals(shape(wished)) ? ", with other settings" : ""),
                LabRegistry.typed("down", made.name())
                        + ", then up with the new shape; or up --name with another name beside it");
    }

    private static Lab withPasswordsOf(Lab made, Lab wished) {
        if (!made.credentials().user().equals(wished.credentials().user())) {
            return wished;
        }
        return new Lab(
                wished.name(),
                wished.engine(),
                wished.postgresCount(),
                wished.pgpoolCount(),
                wished.addresses(),
                made.credentials(),
                wished.timing(),
                wished.settings());
    }

    private static String shape(Lab lab) {
        return lab.postgresCount() + " PostgreSQL and " + lab.pgpoolCount() + " Pgpool-II nodes, profile "
                + lab.timing().profile();
    }
}

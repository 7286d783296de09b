package org.pgpoollab.app;

import org.pgpoollab.LabException;
import org.pgpoollab.topology.AddressPlan;
import org.pgpoollab.topology.EngineKind;
import org.pgpoollab.topology.Lab;

/** Applies a requested configuration to a lab that was created before. */
final class LabUpdate {

    private LabUpdate() {}

    /**
     * Returns the lab to continue with. It keeps its passwords, and its addresses unless others are chosen.
     *
     * @param ready whether the lab was ever ready, so that its data is of value and its shape fixed
     * @throws LabException if the lab was ready and the request differs from it
     */
    static Lab over(Lab made, Lab wished, boolean ready) {
        var same = withPasswordsOf(made, atAddressesOf(made, wished));
        if (!ready || same.equals(made)) {
            return same;
        }
        throw LabException.failed(
                "the lab " + made.name() + " is there already, and is another than is asked for",
                "it has " + shape(made) + "; asked for: " + shape(wished) + difference(made, wished),
                LabRegistry.typed("down", made.name()) + ", or keep it and make another beside it: up --name other");
    }

    /** A lab of containers may have been moved to free addresses, and stays there unless others are chosen. */
    private static Lab atAddressesOf(Lab made, Lab wished) {
        return made.engine() == EngineKind.COMPOSE && wished.addresses().equals(AddressPlan.DEFAULT)
                ? wished.with(made.addresses())
                : wished;
    }

    private static Lab withPasswordsOf(Lab made, Lab wished) {
        if (!made.credentials().user().equals(wished.credentials().user())) {
            return wished;
        }
        return new Lab(
                wished.name(),
                wished.engine(),
                wished.release(),
                wished.postgresCount(),
                wished.pgpoolCount(),
                wished.addresses(),
                made.credentials(),
                wished.timing(),
                wished.settings(),
                wished.images());
    }

    private static String difference(Lab made, Lab wished) {
        if (made.engine() != wished.engine()) {
            return ", with the engine " + wished.engine().word() + " instead of "
                    + made.engine().word();
        }
        if (!made.release().equals(wished.release())) {
            return ", with the release " + wished.release() + " instead of " + made.release();
        }
        return shape(made).equals(shape(wished)) ? ", with other settings" : "";
    }

    private static String shape(Lab lab) {
        return lab.postgresCount() + " PostgreSQL and " + lab.pgpoolCount() + " Pgpool-II nodes, profile "
                + lab.timing().profile();
    }
}

package org.pgpoollab.load;

import java.util.BitSet;

/** A set of write numbers of one run; a million take 125 kB. For one thread. */
final class Numbers {

    private final BitSet bits = new BitSet();

    /** @return whether it was not there before */
    boolean add(int number) {
        var isNew = !bits.get(number);
        bits.set(number);
        return isNew;
    }

    void addAll(Numbers others) {
        bits.or(others.bits);
    }

    long count() {
        return bits.cardinality();
    }

    long countIn(Numbers others) {
        var common = (BitSet) bits.clone();
        common.and(others.bits);
        return common.cardinality();
    }

    long countNotIn(Numbers others) {
        return count() - countIn(others);
    }

    Numbers without(Numbers others) {
        var left = new Numbers();
        left.bits.or(bits);
        left.bits.andNot(others.bits);
        return left;
    }
}

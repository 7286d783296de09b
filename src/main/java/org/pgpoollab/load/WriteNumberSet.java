package org.pgpoollab.load;

import java.util.BitSet;

/** A set of write numbers of one run; a million take 125 kB. For one thread. */
final class WriteNumberSet {

    private final BitSet bits = new BitSet();

    /** @return whether the number was not in the set before */
    boolean add(int number) {
        var isNew = !bits.get(number);
        bits.set(number);
        return isNew;
    }

    void addAll(WriteNumberSet others) {
        bits.or(others.bits);
    }

    long count() {
        return bits.cardinality();
    }

    long countIn(WriteNumberSet others) {
        var common = (BitSet) bits.clone();
        common.and(others.bits);
        return common.cardinality();
    }

    long countNotIn(WriteNumberSet others) {
        return count() - countIn(others);
    }

    WriteNumberSet without(WriteNumberSet others) {
        var left = new WriteNumberSet();
        left.bits.or(bits);
        left.bits.andNot(others.bits);
        return left;
    }
}

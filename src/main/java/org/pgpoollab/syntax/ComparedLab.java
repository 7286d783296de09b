package org.pgpoollab.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.pgpoollab.LabException;
import org.pgpoollab.topology.LabOptions;

/**
 * One of the labs of a comparison.
 *
 * @param title what distinguishes it: {@code trixie fast}
 * @param options what it is made with
 */
public record ComparedLab(String title, LabOptions options) {

    private static final int MOST = 12;

    /**
     * Returns the labs that have all combinations of the values of all axes.
     *
     * @param axes the axes as they were typed, at least one
     * @param base the options that all labs have
     * @throws LabException with status 2 if a word is unknown, or there are too few or too many labs
     */
    public static List<ComparedLab> of(List<String> axes, LabOptions base) {
        var labs = List.of(new ComparedLab("", base));
        var keys = new HashSet<String>();
        for (var typed : axes) {
            var axis = CompareAxis.parse(typed);
            if (!keys.add(axis.key())) {
                throw refused("--compare has " + axis.key() + " twice", "name all its values at once, with commas");
            }
            labs = combined(labs, axis);
        }
        if (labs.size() > MOST) {
            throw refused("--compare takes at most " + MOST + " labs", "these are " + labs.size());
        }
        return labs;
    }

    private static List<ComparedLab> combined(List<ComparedLab> labs, CompareAxis axis) {
        var all = new ArrayList<ComparedLab>();
        for (var lab : labs) {
            for (var value : axis.values()) {
                var title = lab.title.isEmpty() ? axis.title(value) : lab.title + " " + axis.title(value);
                all.add(new ComparedLab(title, axis.apply(value, lab.options)));
            }
        }
        return List.copyOf(all);
    }

    private static LabException refused(String what, String why) {
        return LabException.usage(what, why, "drill primary-loss --compare fast,bitnami");
    }

    /**
     * Returns the end of this lab's name: its title as far as a name may have its characters.
     *
     * @param index the position of this lab among the compared ones, which stands for a title that is too long
     * @param most the longest suffix in characters
     */
    public String suffix(int index, int most) {
        var word = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return word.length() <= most ? word : "lab" + (index + 1);
    }
}

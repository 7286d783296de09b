package org.pgpoollab.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pgpoollab.Exit;
import org.pgpoollab.LabException;
import org.pgpoollab.Problem;

/** Collects wishes from a file and from options, and checks them all before it says what is wrong with any. */
final class LabDraft {

    private final Map<LabKey, Wish> wishes = new EnumMap<>(LabKey.class);
    private final List<SettingWish> settings = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    /** @param text as it was written */
    private record Wish(String text, Place place) {}

    private record Found(int order, Problem problem) {}

    /** A later wish for the same key wins. */
    void wish(LabKey key, String text, Place place) {
        wishes.put(key, new Wish(text, place));
    }

    void wish(SettingWish setting) {
        settings.add(setting);
    }

    void refuse(Place place, String what, String why, String remedy) {
        found.add(new Found(place.order(), new Problem(what, why, remedy)));
    }

    /** @throws LabException status 2, with all problems in the order of their lines */
    Checked check() {
        var name = take(LabKey.NAME, Lab.USUAL_NAME, Rules::name);
        var engine = take(LabKey.ENGINE, EngineKind.NATIVE, Rules::engine);
        var postgres = take(LabKey.POSTGRES, 3, text -> Rules.count(text, "PostgreSQL nodes"));
        var pgpool = take(LabKey.PGPOOL, 3, text -> Rules.count(text, "Pgpool-II nodes"));
        var profile = take(LabKey.PROFILE, TimingProfile.FAST, Rules::profile);
        var lab = new Lab(
                name,
                engine,
                postgres,
                pgpool,
                addresses(postgres, pgpool),
                credentials(),
                CheckBudget.bound(profile.timing(), postgres, pgpool),
                Settings.NONE);
        var overrides = settings.stream()
                .flatMap(wish -> wish.check(lab, this).stream())
                .toList();
        if (!found.isEmpty()) {
            throw new LabException(Exit.USAGE, problems());
        }
        var complete = lab.with(new Settings(overrides));
        return new Checked(complete, Advice.on(complete));
    }

    private AddressPlan addresses(int postgres, int pgpool) {
        var before = found.size();
        var network = take(LabKey.SUBNET, AddressPlan.DEFAULT.network(), Rules::network);
        var plan = new AddressPlan(network, network + "." + AddressPlan.DEFAULT_VIP);
        if (found.size() > before) {
            return plan;
        }
        var nodes = Stream.concat(Lab.nodes(Role.POSTGRES, postgres), Lab.nodes(Role.PGPOOL, pgpool))
                .toList();
        var vip = take(LabKey.VIP, plan.vip(), text -> Rules.vip(text, plan, nodes));
        return new AddressPlan(network, vip);
    }

    private Credentials credentials() {
        return new Credentials(
                take(LabKey.USER, "admin", Rules::user),
                wishes.containsKey(LabKey.PASSWORD) ? take(LabKey.PASSWORD, "", Rules::userPassword) : Passwords.made(),
                wishes.containsKey(LabKey.REPMGR_PASSWORD)
                        ? take(LabKey.REPMGR_PASSWORD, "", Rules::password)
                        : Passwords.made());
    }

    private <T> T take(LabKey key, T otherwise, Rules.Rule<T> rule) {
        var wish = wishes.get(key);
        if (wish == null) {
            return otherwise;
        }
        try {
            return rule.read(wish.text());
        } catch (Refusal refusal) {
            var shown = key.isSecret() ? " cannot be used" : " is " + Shown.text(wish.text());
            refuse(
                    wish.place(),
                    wish.place().subject(key) + shown,
                    refusal.why(),
                    wish.place().written(key, refusal.instead()));
            return otherwise;
        }
    }

    private List<Problem> problems() {
        return found.stream()
                .sorted(Comparator.comparingInt(Found::order))
                .map(Found::problem)
                .toList();
    }
}

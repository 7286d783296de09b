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

/** Collects values from a file and from options, and checks all of them before it reports any problem. */
final class LabDraft {

    private final LabDefaults defaults;
    private final Map<LabKey, Wish> wishes = new EnumMap<>(LabKey.class);
    private final List<SettingWish> settings = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    /** @param text the value as it was written */
    private record Wish(String text, SourceLocation place) {}

    private record Found(int order, Problem problem) {}

    LabDraft(LabDefaults defaults) {
        this.defaults = defaults;
    }

    /** Sets a value. A later value for the same key wins. */
    void wish(LabKey key, String text, SourceLocation place) {
        wishes.put(key, new Wish(text, place));
    }

    void wish(SettingWish setting) {
        settings.add(setting);
    }

    void refuse(SourceLocation place, String what, String why, String remedy) {
        found.add(new Found(place.order(), new Problem(what, why, remedy)));
    }

    /** @throws LabException with status 2 and all problems in the order of their lines */
    CheckedLab check() {
        var name = take(LabKey.NAME, Lab.USUAL_NAME, ValueRules::name);
        var engine = wishes.containsKey(LabKey.ENGINE)
                ? take(LabKey.ENGINE, EngineKind.NATIVE, ValueRules::engine)
                : defaults.engine().get();
        var release = new ReleaseChoice(this, engine).of(defaults.release());
        var postgres = take(LabKey.POSTGRES, 3, text -> ValueRules.count(text, "PostgreSQL nodes"));
        var pgpool = take(LabKey.PGPOOL, 3, text -> ValueRules.count(text, "Pgpool-II nodes"));
        var profile = take(LabKey.PROFILE, TimingProfile.FAST, ValueRules::profile);
        var lab = new Lab(
                name,
                engine,
                release,
                postgres,
                pgpool,
                addresses(postgres, pgpool),
                credentials(),
                HealthCheckBudget.bound(profile.timing(), postgres, pgpool),
                Settings.NONE,
                images(engine, release));
        var overrides = settings.stream()
                .flatMap(wish -> wish.check(lab, this).stream())
                .toList();
        if (!found.isEmpty()) {
            throw new LabException(Exit.USAGE, problems());
        }
        var complete = lab.with(new Settings(overrides));
        return new CheckedLab(complete, LabAdvice.on(complete));
    }

    private AddressPlan addresses(int postgres, int pgpool) {
        var before = found.size();
        var network = take(LabKey.SUBNET, AddressPlan.DEFAULT.network(), ValueRules::network);
        var plan = new AddressPlan(network, network + "." + AddressPlan.DEFAULT_VIP);
        if (found.size() > before) {
            return plan;
        }
        var nodes = Stream.concat(Lab.nodes(NodeKind.POSTGRES, postgres), Lab.nodes(NodeKind.PGPOOL, pgpool))
                .toList();
        var vip = take(LabKey.VIP, plan.vip(), text -> ValueRules.vip(text, plan, nodes));
        return new AddressPlan(network, vip);
    }

    private Images images(EngineKind engine, Release chosen) {
        var given = Stream.of(LabKey.POSTGRES_IMAGE, LabKey.PGPOOL_IMAGE)
                .filter(wishes::containsKey)
                .toList();
        if (given.isEmpty()) {
            return Images.OWN;
        }
        var place = wishes.get(given.get(0)).place();
        if (given.size() == 1) {
            refuse(
                    place,
                    place.subject(given.get(0)) + " stands alone",
                    "either all nodes are made of images with the interface of Bitnami's, or none is",
                    "name both: images.postgres and images.pgpool");
        }
        if (engine != EngineKind.COMPOSE) {
            refuse(
                    place,
                    place.subject(given.get(0)) + " is for labs of containers",
                    "the engine is " + engine.word(),
                    "engine: compose");
        }
        if (wishes.containsKey(LabKey.RELEASE) && !chosen.isOfMachine()) {
            var release = wishes.get(LabKey.RELEASE).place();
            refuse(
                    release,
                    release.subject(LabKey.RELEASE) + " is given beside images",
                    "the images have programs of their own",
                    "leave it out, or leave out images");
        }
        settings.stream()
                .filter(wish -> wish.file().equals(Settings.REPMGR))
                .forEach(wish -> refuse(
                        wish.place(),
                        wish.place().subject(Settings.REPMGR + "." + wish.name()) + " cannot be set",
                        "the images write repmgr.conf themselves, from variables REPMGR_*",
                        "leave it out, or leave out images"));
        return new Images(
                take(LabKey.POSTGRES_IMAGE, "", ValueRules::image), take(LabKey.PGPOOL_IMAGE, "", ValueRules::image));
    }

    private Credentials credentials() {
        return new Credentials(
                take(LabKey.USER, "admin", ValueRules::user),
                wishes.containsKey(LabKey.PASSWORD)
                        ? take(LabKey.PASSWORD, "", ValueRules::userPassword)
                        : Passwords.made(),
                wishes.containsKey(LabKey.REPMGR_PASSWORD)
                        ? take(LabKey.REPMGR_PASSWORD, "", ValueRules::password)
                        : Passwords.made());
    }

    boolean isGiven(LabKey key) {
        return wishes.containsKey(key);
    }

    /** Returns where a key was given; as an option if it was not. */
    SourceLocation place(LabKey key) {
        return isGiven(key) ? wishes.get(key).place() : SourceLocation.Option.USUAL;
    }

    /** Returns the value of a key that was given; the other one if it was not, or it is refused. */
    <T> T take(LabKey key, T otherwise, ValueRules.Rule<T> rule) {
        var wish = wishes.get(key);
        if (wish == null) {
            return otherwise;
        }
        try {
            return rule.read(wish.text());
        } catch (InvalidValue refusal) {
            var shown = key.isSecret() ? " cannot be used" : " is " + MessageText.text(wish.text());
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

package org.fengqiao.reporting.sets;

import jakarta.enterprise.context.RequestScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.fengqiao.kit.divisions.DivisionCode;
import org.fengqiao.kit.divisions.DivisionCode.Level;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.divisions.OwnUnit;
import org.fengqiao.reporting.sets.Filing.Key;
import org.fengqiao.reporting.sets.Filing.Taken;

/** Reads which figure sets a caller means; refuses what is no set, or not the caller's. */
@RequestScoped
class Asked {

    /** A set, and its form. */
    record Asking(Form form, Key key) {}

    private final Forms forms;
    private final Divisions divisions;
    private final Caller caller;
    private final Clock clock;

    Asked(Forms forms, Divisions divisions, Caller caller, Clock clock) {
        this.forms = forms;
        this.divisions = divisions;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A set of a township.
     *
     * @throws Refusal 404 where the township lies outside the caller's area or its county has no
     *     such form
     */
    Asking set(String form, String division, String period) throws SQLException {
        String unit = caller.division(division);
        if (level(unit) != Level.TOWNSHIP || !divisions.mayBe(unit)) {
            throw Refusal.notFound();
        }
        Form found = forms.get(Form.countyOf(unit), form);
        return new Asking(found, new Key(form, unit, found.period(period)));
    }

    /** A set that its own unit answers for. */
    Asking ownSet(String form, String division, String period) throws SQLException {
        Asking asking = set(form, division, period);
        OwnUnit.require(asking.key().division(), caller);
        return asking;
    }

    /** A set that the caller's county decides on. */
    Asking countysSet(String form, String division, String period) throws SQLException {
        Asking asking = set(form, division, period);
        if (!asking.form().county().equals(caller.division())) {
            throw Refusal.of(
                    403, "COUNTY_DECIDES", "只能由县级审核", "Only the county decides on a figure set");
        }
        return asking;
    }

    /**
     * The caller's county.
     *
     * @throws Refusal 403 where the caller's office is that of no county
     */
    String county() {
        if (level(caller.division()) != Level.COUNTY) {
            throw Refusal.of(403, "COUNTY_ONLY", "只限县级使用", "This is for the office of a county");
        }
        return caller.division();
    }

    /** The caller's area, where the caller asks for no part of it. */
    String area(String division) {
        return division == null ? caller.division() : caller.division(division);
    }

    Form form(String code, String area) throws SQLException {
        if (code == null) {
            throw Refusal.parameter("form", "form 必填", "form is required");
        }
        return forms.get(Form.countyOf(area), code);
    }

    Taken taken(SetStep step, List<String> nil, String reason) {
        return new Taken(step, nil, reason, caller.subject(), clock.instant());
    }

    static Level level(String division) {
        return new DivisionCode(division).level();
    }
}

package org.fengqiao.legal.disclosure;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import org.fengqiao.kit.calendar.Course;
import org.fengqiao.kit.calendar.Deadline;
import org.fengqiao.kit.calendar.Rule;
import org.fengqiao.kit.calendar.Rule.Holder;
import org.fengqiao.legal.registers.DatedRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterClocks;
import org.fengqiao.legal.registers.RegisterDoor;

/**
 * Items to disclose: government information within twenty working days (ZX 26), affairs of a
 * village at least once a quarter (CW 30), so by the end of the quarter after the one they are of.
 */
@Singleton
class DisclosureItems extends DatedRegister<DisclosureItem, DisclosureItem.Kept> {

    // @formatter:off
    static final Rule GOVERNMENT = Rule.limit("DISCLOSURE", Holder.ORGAN, "formedOn", "ZX 26")
            .workingDays(20).titled("公开政府信息", "Publish government information");
    static final Rule VILLAGE = Rule.limit("VILLAGE_DISCLOSURE", Holder.ORGAN, "quarterEnds", "CW 30")
            .days(0).rolling(false).titled("公开村务（下一季度末前）", "Publish affairs of the village by the next quarter's end");
    // @formatter:on

    DisclosureItems(RegisterDoor door, RegisterClocks clocks) {
        super(
                door,
                clocks,
                DisclosureItem.Kept::new,
                DisclosureItem.class,
                new Names("disclosure-items", "formedOn", "公开事项台账", "Ledger of items to disclose"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(GOVERNMENT, VILLAGE);
    }

    @Override
    protected void check(DisclosureItem given, DisclosureItem.Kept it, Looking looking) {
        if ((given.publishedOn() == null) != (given.channel() == null)) {
            throw looking.refuse(
                    given.publishedOn() == null ? "publishedOn" : "channel",
                    "CHANNEL",
                    "公开日期和公开方式须同时填写",
                    "Day and channel come together");
        }
    }

    @Override
    protected DisclosureItem derived(
            DisclosureItem given, DisclosureItem.Kept it, Looking looking) {
        return given.due(deadline(given).dueOn());
    }

    @Override
    protected List<Deadline> deadlines(DisclosureItem said) {
        return List.of(deadline(said));
    }

    private Deadline deadline(DisclosureItem it) {
        return switch (it.disclosureKind()) {
            case GOVERNMENT_INFORMATION, SERVICE_COMMITMENT, ENFORCEMENT ->
                    deadline(GOVERNMENT, course(it.formedOn(), it));
            case PARTY_AFFAIRS, VILLAGE_AFFAIRS, FINANCE ->
                    deadline(VILLAGE, course(nextQuarterEnd(it.formedOn()), it));
        };
    }

    private static Course course(LocalDate start, DisclosureItem it) {
        return Course.startedOn(start).endedOn(it.publishedOn());
    }

    static LocalDate nextQuarterEnd(LocalDate day) {
        LocalDate next = day.plus(1, IsoFields.QUARTER_YEARS);
        return next.with(IsoFields.DAY_OF_QUARTER, 1).plus(1, IsoFields.QUARTER_YEARS).minusDays(1);
    }
}

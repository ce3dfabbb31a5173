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
 * Items to disclose, each with the day by which it has to be public: government information within
 * twenty working days (ZX 26). Village affairs are published at least once a quarter (CW 30): what
 * was formed in one stands on the board by the end of the next, a day that no calendar moves. For
 * party affairs no text of the suite sets a day; the same rhythm is a setting.
 */
@Singleton
class DisclosureItems extends DatedRegister<DisclosureItem, DisclosureItem.Kept> {

    // @formatter:off
    static final Rule GOVERNMENT = Rule.limit("DISCLOSURE", Holder.ORGAN, "formedOn", "ZX 26")
            .workingDays(20).titled("自形成之日起二十个工作日内公开", "Publish within twenty working days");
    static final Rule VILLAGE = Rule.limit("VILLAGE_DISCLOSURE", Holder.ORGAN, "endOfNextQuarter", "CW 30")
            .days(0).rolling(false).titled("村务、财务至少每季度公布一次", "Publish village affairs at least quarterly");
    static final Rule PARTY = Rule.limit("PARTY_DISCLOSURE", Holder.ORGAN, "endOfNextQuarter", "SETTING")
            .days(0).rolling(false).titled("党务随村务按季度公布", "Publish party affairs with those of the village");
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
        return List.of(GOVERNMENT, VILLAGE, PARTY);
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
        return with(given, "dueOn", deadline(given).dueOn());
    }

    @Override
    protected List<Deadline> deadlines(DisclosureItem said) {
        return List.of(deadline(said));
    }

    private Deadline deadline(DisclosureItem it) {
        return switch (it.disclosureKind()) {
            case GOVERNMENT_INFORMATION, SERVICE_COMMITMENT, ENFORCEMENT ->
                    deadline(GOVERNMENT, course(it.formedOn(), it));
            case VILLAGE_AFFAIRS, FINANCE ->
                    deadline(VILLAGE, course(endOfNextQuarter(it.formedOn()), it));
            case PARTY_AFFAIRS -> deadline(PARTY, course(endOfNextQuarter(it.formedOn()), it));
        };
    }

    private static Course course(LocalDate start, DisclosureItem it) {
        return Course.startedOn(start).endedOn(it.publishedOn());
    }

    private static LocalDate endOfNextQuarter(LocalDate day) {
        LocalDate next = day.plus(1, IsoFields.QUARTER_YEARS);
        return next.with(IsoFields.DAY_OF_QUARTER, 1).plus(1, IsoFields.QUARTER_YEARS).minusDays(1);
    }
}

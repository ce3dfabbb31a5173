package org.fengqiao.reporting.indicators;

import static org.fengqiao.reporting.indicators.Indicator.count;
import static org.fengqiao.reporting.indicators.Indicator.distinct;
import static org.fengqiao.reporting.indicators.Indicator.share;
import static org.fengqiao.reporting.indicators.Indicator.sum;
import static org.fengqiao.reporting.indicators.PetitionFacts.BACKLOG;
import static org.fengqiao.reporting.indicators.PetitionFacts.PETITIONS;
import static org.fengqiao.reporting.indicators.PetitionFacts.VISITS;
import static org.fengqiao.reporting.indicators.Unit.BATCH;
import static org.fengqiao.reporting.indicators.Unit.CASE;
import static org.fengqiao.reporting.indicators.Unit.PERSON_TIME;
import static org.fengqiao.reporting.indicators.Unit.TIME;

import java.util.List;
import org.fengqiao.reporting.facts.Column;
import org.fengqiao.reporting.indicators.Filter.ClosesLater;
import org.fengqiao.reporting.indicators.Filter.InTime;
import org.fengqiao.reporting.indicators.Filter.NotEndedBy;
import org.fengqiao.reporting.indicators.Filter.NotYet;
import org.fengqiao.reporting.indicators.Filter.Settled;
import org.fengqiao.reporting.indicators.Filter.Without;
import org.fengqiao.reporting.indicators.Filter.Yes;

/** Petitions and visits: the indicators in the report's order (D1, P-01 to P-12). */
final class PetitionChapter {

    // @formatter:off
    private static final Filter BY_LETTER_OR_VISIT = is("form", "LETTER", "VISIT");
    private static final Filter ONLINE             = is("form", "ONLINE");
    private static final Filter REPEAT             = is("repetition", "REPEAT");
    private static final Filter NOT_TAKEN_ON       = is("status", "REFUSED", "REDIRECTED");
    private static final Filter RATEABLE           = new Yes(PETITIONS.column("rateable"));
    private static final Filter DEPARTMENT_RATED   = is("departmentRating", "SATISFIED", "FAIRLY_SATISFIED", "DISSATISFIED");
    private static final Filter UNIT_RATED         = is("unitRating", "SATISFIED", "FAIRLY_SATISFIED", "DISSATISFIED");
    private static final Filter DEPARTMENT_PLEASED = is("departmentRating", "SATISFIED", "FAIRLY_SATISFIED");
    private static final Filter UNIT_PLEASED       = is("unitRating", "SATISFIED", "FAIRLY_SATISFIED");
    private static final Filter CONCLUDED_OR_DUE   = new Settled(
            PETITIONS.column("concludedOn"), PETITIONS.column("dueOn"));
    private static final Filter CONCLUDED_IN_TIME  = new InTime(
            PETITIONS.column("concludedOn"), PETITIONS.column("dueOn"));
    private static final Filter ENTERED_LATE       = new InTime(
            PETITIONS.column("concludedOn"), PETITIONS.column("enteredOn"));
    private static final Filter TOLD_OR_DUE        = new Settled(
            PETITIONS.column("toldOn"), PETITIONS.column("tellDueOn"));
    private static final Filter TOLD_IN_TIME       = new InTime(
            PETITIONS.column("toldOn"), PETITIONS.column("tellDueOn"));

    private static final Column REFUSED            = PETITIONS.column("refusedOn");
    private static final Column WITHDRAWN          = PETITIONS.column("withdrawnOn");

    private static final Cohort ACCEPTED   = Cohort.by(PETITIONS, "acceptedOn");
    // Whoever holds it by now: a transfer in January changes nothing of December.
    private static final Cohort REGISTERED = Cohort.by(PETITIONS, "registeredOn").countedAt("registeredDivision");
    private static final Cohort RATE       = Cohort.by(PETITIONS, "concludedOn", RATEABLE);
    // There is a last day to tell where XF 23 asks for it; a petition department sorts (XF 22).
    private static final Cohort TOLD       = Cohort.by(PETITIONS, "tellDueOrToldOn", TOLD_OR_DUE)
            .narrowedTo(new NotEndedBy(WITHDRAWN, PETITIONS.column("toldOn"), PETITIONS.column("tellDueOn")));
    private static final Cohort TO_TELL    = Cohort.open(PETITIONS, "receivedOn", "toldOn")
            .narrowedTo(new NotYet(WITHDRAWN))
            .narrowedTo(new ClosesLater(PETITIONS.column("tellDueOn")));
    // The period of a matter is that of its conclusion or of its due date, the earlier (D1).
    // Refused or withdrawn before its limit it is none of them; after it, it is late.
    private static final Cohort LIMITED    = Cohort.by(PETITIONS, "dueOrConcludedOn", CONCLUDED_OR_DUE)
            .narrowedTo(new NotEndedBy(REFUSED, PETITIONS.column("concludedOn"), PETITIONS.column("dueOn")))
            .narrowedTo(new NotEndedBy(WITHDRAWN, PETITIONS.column("concludedOn"), PETITIONS.column("dueOn")));
    private static final Cohort NOT_DUE    = Cohort.open(PETITIONS, "limitStartedOn", "concludedOn")
            .narrowedTo(new NotYet(REFUSED))
            .narrowedTo(new NotYet(WITHDRAWN))
            .narrowedTo(new ClosesLater(PETITIONS.column("dueOn")));
    // Matters of XF 29 and 31(1) to (5). A withdrawn one has lost its limit: it is none of them.
    private static final Cohort NO_LIMIT   = ACCEPTED
            .narrowedTo(new Without(PETITIONS.column("dueOn")))
            .narrowedTo(new Without(WITHDRAWN));
    private static final Cohort VISITED    = Cohort.by(VISITS, "visitedOn");
    private static final Cohort BEIJING    = to("BEIJING");
    private static final Cohort PROVINCE   = to("PROVINCE");
    private static final Cohort CITY       = to("CITY");
    private static final Cohort GROUPS     = VISITED.narrowedTo(new Yes(VISITS.column("groupVisit")));
    private static final Cohort RESOLVED   = Cohort.by(BACKLOG, "resolvedOn");

    static final List<Indicator> INDICATORS = List.of(
            count("P-01",      "受理群众来信来访件", CASE, "XF 23", ACCEPTED.narrowedTo(BY_LETTER_OR_VISIT))
                    .en("Petitions by letter and visit accepted"),
            share("P-02",      "按时办结率", "XF 34", LIMITED, LIMITED.narrowedTo(CONCLUDED_IN_TIME))
                    .apart(NOT_DUE, NO_LIMIT)
                    .en("Concluded within the limit"),
            share("P-02-L",    "事后补登率", "P7", LIMITED, LIMITED.narrowedTo(ENTERED_LATE))
                    .apart(null, null)
                    .en("Entered on or after the day of conclusion"),
            sum("P-03",        "进京访", PERSON_TIME, "XF 20", BEIJING, "persons")
                    .en("Visits to Beijing, person-times"),
            count("P-03-B",    "进京访批次", BATCH, "XF 20", BEIJING)
                    .en("Visits to Beijing, batches"),
            distinct("P-03-M", "进京访件数", CASE, "XF 20", BEIJING, "matterId")
                    .en("Visits to Beijing, matters"),
            sum("P-04",        "到省信访", PERSON_TIME, "XF 20", PROVINCE, "persons")
                    .en("Visits to the province, person-times"),
            count("P-04-B",    "到省信访批次", BATCH, "XF 20", PROVINCE)
                    .en("Visits to the province, batches"),
            distinct("P-04-M", "到省信访件数", CASE, "XF 20", PROVINCE, "matterId")
                    .en("Visits to the province, matters"),
            sum("P-05",        "到市信访", PERSON_TIME, "XF 20", CITY, "persons")
                    .en("Visits to the city, person-times"),
            count("P-05-B",    "到市信访批次", BATCH, "XF 20", CITY)
                    .en("Visits to the city, batches"),
            distinct("P-05-M", "到市信访件数", CASE, "XF 20", CITY, "matterId")
                    .en("Visits to the city, matters"),
            share("P-06",      "按期告知率", "XF 23", TOLD, TOLD.narrowedTo(TOLD_IN_TIME))
                    .apart(TO_TELL, null)
                    .en("Told within 15 days"),
            share("P-07-PD",   "参评率（信访部门）", "XF 21", RATE, RATE.narrowedTo(DEPARTMENT_RATED))
                    .en("Petition departments rated, of those that could be"),
            share("P-07-PU",   "参评率（责任单位）", "XF 21", RATE, RATE.narrowedTo(UNIT_RATED))
                    .en("Handling units rated, of those that could be"),
            share("P-07-SD",   "满意率（信访部门）", "XF 21", RATE.narrowedTo(DEPARTMENT_RATED),
                               RATE.narrowedTo(DEPARTMENT_RATED).narrowedTo(DEPARTMENT_PLEASED))
                    .en("Satisfied or fairly satisfied with the petition department, of those who rated"),
            share("P-07-SU",   "满意率（责任单位）", "XF 21", RATE.narrowedTo(UNIT_RATED),
                               RATE.narrowedTo(UNIT_RATED).narrowedTo(UNIT_PLEASED))
                    .en("Satisfied or fairly satisfied with the handling unit, of those who rated"),
            count("P-08",      "积案化解", CASE, "XF 18", RESOLVED)
                    .en("Backlog cases resolved"),
            sum("P-09",        "集体访", PERSON_TIME, "XF 20", GROUPS, "persons")
                    .en("Group visits, person-times"),
            count("P-09-B",    "集体访批次", BATCH, "XF 20", GROUPS)
                    .en("Group visits, batches"),
            distinct("P-09-M", "集体访件数", CASE, "XF 20", GROUPS, "matterId")
                    .en("Group visits, matters"),
            share("P-10",      "重复信访占比", "GK", REGISTERED, REGISTERED.narrowedTo(REPEAT))
                    .en("Repeat petitions, of those registered"),
            share("P-11",      "网上信访占比", "XF 21", REGISTERED, REGISTERED.narrowedTo(ONLINE))
                    .en("Petitions online, of those registered"),
            count("P-12",      "登记件次", TIME, "XF 41", REGISTERED)
                    .en("Petitions registered"),
            count("P-12-N",    "其中不予受理、告知另行提出", TIME, "XF 41", REGISTERED.narrowedTo(NOT_TAKEN_ON))
                    .en("of them refused or redirected"),
            count("P-12-R",    "其中重件", TIME, "XF 41", REGISTERED.narrowedTo(REPEAT))
                    .en("of them repeats"));
    // @formatter:on

    private PetitionChapter() {}

    private static Cohort to(String level) {
        return VISITED.narrowedTo(Filter.in(VISITS, "visitLevel", level));
    }

    private static Filter is(String column, String... values) {
        return Filter.in(PETITIONS, column, values);
    }
}

package org.fengqiao.kit.calendar;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.limits.TakesLong;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;

/** The years of the State Council's notices. */
@IfBuildProperty(name = "fengqiao.records", stringValue = "true")
@Path("v1/calendars/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendars", description = "工作日历 Working calendar")
public class CalendarResource {

    /** A day that the notice names. */
    @Schema(
            name = "CalendarDayEntry",
            examples =
                    "{\"day\":\"2024-02-18\",\"kind\":\"MAKE_UP_WORKDAY\",\"name\":\"春节\",\"notice\":\"国办发明电〔2023〕7号\"}")
    public record Entry(
            @NotNull LocalDate day,
            @NotNull CalendarDay.Kind kind,
            @NotBlank @Size(max = 30) String name,
            @NotBlank @Size(max = 60) String notice) {}

    /**
     * All days of one year that a notice names.
     *
     * @param days at least one, each in that year and once
     */
    @Schema(name = "CalendarYearEntry")
    public record Year(@NotNull @Size(min = 1, max = 366) List<@NotNull @Valid Entry> days) {}

    /**
     * A year as this service counts by it.
     *
     * @param days in order
     * @param deadlinesMoved number of open deadlines whose last day this request moved; absent on
     *     reading
     */
    @Schema(name = "CalendarYear")
    public record View(int year, List<Entry> days, Integer deadlinesMoved) {}

    private final CalendarLoading loading;
    private final Calendars calendars;
    private final Caller caller;
    private final Clock clock;

    CalendarResource(CalendarLoading loading, Calendars calendars, Caller caller, Clock clock) {
        this.loading = loading;
        this.calendars = calendars;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("records:read")
    @Operation(
            operationId = "getCalendar",
            summary = "某年的放假安排 The days of a year that a notice names")
    public View get(@PathParam("year") int year) {
        return view(calendars.refresh(), year, null);
    }

    @PUT
    @RolesAllowed("calendars:write")
    @TakesLong
    @Operation(
            operationId = "putCalendar",
            summary = "录入某年的放假安排 Load the notice of a year",
            description =
                    "Replaces the whole year. Open deadlines that touch it are counted again, keeping the"
                            + " last day before; ended ones stay. Repeating it changes nothing.")
    public View put(@PathParam("year") int year, @NotNull @Valid Year body) {
        check(year, body.days());
        List<CalendarDay> days =
                body.days().stream()
                        .map(it -> new CalendarDay(it.day(), it.kind(), it.name(), it.notice()))
                        .sorted(Comparator.comparing(CalendarDay::day))
                        .toList();
        int moved = loading.load(year, days, caller.subject(), clock.instant());
        return view(calendars.refresh(), year, moved);
    }

    private static View view(WorkCalendar calendar, int year, Integer moved) {
        if (!calendar.covers(year)) {
            throw Refusal.notFound();
        }
        List<Entry> days =
                calendar.years().get(year).values().stream()
                        .sorted(Comparator.comparing(CalendarDay::day))
                        .map(it -> new Entry(it.day(), it.kind(), it.name(), it.notice()))
                        .toList();
        return new View(year, days, moved);
    }

    private static void check(int year, List<Entry> days) {
        Refusal refusal = Refusal.of(400, "CALENDAR_INVALID", "放假安排有误", "The calendar is faulty");
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            Entry it = days.get(i);
            String pointer = "/days/" + i + "/day";
            if (it.day().getYear() != year) {
                refusal = refusal.at(pointer, "不在" + year + "年内", "Not in " + year);
            } else if (!seen.add(it.day())) {
                refusal = refusal.at(pointer, "日期重复", "The day is listed twice");
            } else if (it.kind() == CalendarDay.Kind.MAKE_UP_WORKDAY
                    && !CalendarDay.weekend(it.day())) {
                refusal =
                        refusal.at(
                                pointer,
                                "调休上班日应为周六或周日",
                                "A make-up working day is a Saturday or Sunday");
            }
        }
        if (!refusal.faults().isEmpty()) {
            throw refusal;
        }
    }
}

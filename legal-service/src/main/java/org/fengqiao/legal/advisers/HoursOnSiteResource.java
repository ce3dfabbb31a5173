package org.fengqiao.legal.advisers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Refusal;

/**
 * Whether counsel is in each village as long as is asked for. No law says how long: local rules ask
 * for 4 hours a month, others for 8, so that it is a setting.
 */
@Path("v1/hours-on-site")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "hours-on-site", description = "到村服务时长 Hours on site")
public class HoursOnSiteResource {

    private final Villages villages;
    private final SiteHours hours;
    private final Caller caller;
    private final Commands commands;
    private final BigDecimal hoursPerMonth;

    HoursOnSiteResource(
            Villages villages,
            SiteHours hours,
            Caller caller,
            Commands commands,
            @ConfigProperty(name = "fengqiao.legal.hours-on-site-per-month", defaultValue = "4")
                    BigDecimal hoursPerMonth) {
        this.villages = villages;
        this.hours = hours;
        this.caller = caller;
        this.commands = commands;
        this.hoursPerMonth = hoursPerMonth;
    }

    @GET
    @RolesAllowed("legal:read")
    @Operation(
            operationId = "getHoursOnSite",
            summary = "村（居）法律顾问到村服务时长 Hours of counsel in each village and month",
            description =
                    """
                    本机关辖区内各村（居）每月走访的现场时长，与设定的每月时长对照；不足的月份标明，未结束的月份不算。\
                    年度尚未开始的为 400。

                    Hours of the visits to each village of the caller's area by month, against the setting
                    `fengqiao.legal.hours-on-site-per-month`; months that are over and fall short are flagged.
                    400 for a year that has not begun.""")
    public HoursOnSite year(
            @Parameter(description = "年度 The year", example = "2024")
                    @QueryParam("year")
                    @NotNull
                    @Min(1949)
                    @Max(9999)
                    Integer year) {
        LocalDate today = commands.today();
        if (year > today.getYear()) {
            throw Refusal.parameter("year", "该年度尚未开始", "the year has not begun");
        }
        return HoursOnSite.of(
                year,
                hoursPerMonth,
                villages.of(caller.division()),
                hours.of(year, caller.scope()),
                today);
    }
}

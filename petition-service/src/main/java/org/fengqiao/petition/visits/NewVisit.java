package org.fengqiao.petition.visits;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.petition.codes.VisitLevel;
import org.fengqiao.petition.codes.VisitNotifier;
import org.fengqiao.petition.codes.VisitPlace;

/**
 * A visit by petitioners: one record is one batch (批).
 *
 * @param division the organ responsible for the matter (属地), 12 digits
 * @param visitedOn not in the future
 * @param level where they went
 * @param persons how many came, as they were
 * @param representatives of them elected to speak; more than five is a warning (XF 20)
 * @param petitionId the petition it was about, where there is one
 * @param notifiedBy who told the organ responsible of a visit made elsewhere
 * @param petitioners names, as far as they are known; left out in a correction: stay as they were
 * @param account what happened; left out in a correction: stays as it was
 */
@Schema(
        name = "NewVisit",
        examples =
                """
                {"division":"410423106000","visitedOn":"2024-04-02","level":"CITY","persons":3,
                 "representatives":3,"place":"RECEPTION","notifiedBy":"CITY_PETITION_DEPARTMENT",
                 "petitioners":["张三"],"account":"反映宅基地边界，当日劝返"}""")
record NewVisit(
        @NotNull @Pattern(regexp = "\\d{12}") String division,
        @NotNull LocalDate visitedOn,
        @NotNull VisitLevel level,
        @NotNull @Min(1) @Max(MAX_PERSONS) Integer persons,
        @Min(1) @Max(MAX_PERSONS) Integer representatives,
        UUID petitionId,
        @NotNull VisitPlace place,
        VisitNotifier notifiedBy,
        @Size(max = 500) List<@NotNull @Size(min = 1, max = 100) String> petitioners,
        @Size(min = 1, max = 2000) String account) {

    static final int MAX_PERSONS = 100_000;
}

package org.fengqiao.petition.supervision;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengqiao.petition.codes.ContentClass;
import org.fengqiao.petition.codes.HandlingUnit;
import org.fengqiao.petition.codes.PetitionForm;
import org.fengqiao.petition.codes.PetitionSource;
import org.fengqiao.petition.codes.ProposalKind;
import org.fengqiao.petition.codes.SupervisionCause;

/**
 * What the annual report of a petition department contains in figures (XF 41): counts only, no
 * person. Accusations are in none of them, and void records neither.
 *
 * @param registered petitions registered in the year; two of the lists below split them
 * @param byContentClass by class of the first level, most first
 * @param byFormAndSource by form and source, most first
 * @param mostComplainedOf the ten organs and units with most appeals and requests, most first
 * @param transfers sent on by organs of the area in the year, by the day of sending (XF 22)
 * @param assignments the same with a limit set
 * @param supervisions of organs of the area, by cause
 * @param proposals to organs of the area, by kind
 */
@Schema(name = "AnnualPetitionStatistics")
record AnnualPetitionStatistics(
        int year,
        String division,
        String divisionName,
        LocalDate from,
        LocalDate to,
        long registered,
        List<OfClass> byContentClass,
        List<OfForm> byFormAndSource,
        List<OfUnit> mostComplainedOf,
        long transfers,
        long assignments,
        List<OfCause> supervisions,
        List<OfKind> proposals) {

    @Schema(name = "PetitionsOfContentClass")
    record OfClass(ContentClass contentClass, String label, long petitions) {}

    @Schema(name = "PetitionsOfForm")
    record OfForm(PetitionForm form, PetitionSource source, long petitions) {}

    /**
     * @param division the organ that holds the petitions
     * @param handlingUnit inside it; absent where it was given to none
     */
    @Schema(name = "PetitionsOfUnit")
    record OfUnit(
            String division, String divisionName, HandlingUnit handlingUnit, long petitions) {}

    /**
     * @param answered of them, by now
     */
    @Schema(name = "SupervisionsOfCause")
    record OfCause(SupervisionCause cause, long supervisions, long answered) {}

    /**
     * @param adopted of them, by now; the rest has not been answered
     */
    @Schema(name = "ProposalsOfKind")
    record OfKind(
            ProposalKind kind, long proposals, long adopted, long partlyAdopted, long notAdopted) {}
}

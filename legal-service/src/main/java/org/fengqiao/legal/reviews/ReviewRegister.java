package org.fengqiao.legal.reviews;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.fengqiao.kit.journal.Step;
import org.fengqiao.legal.registers.LegalRecord;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;
import org.fengqiao.legal.registers.StepRow;

/** A register of reviews: both have the same life. */
abstract class ReviewRegister<S extends Reviewed, R extends LegalRecord<S>>
        extends LegalRegister<S, R> {

    ReviewRegister(RegisterDoor door, Supplier<R> blank, Class<S> said, Names names) {
        super(door, blank, said, names);
    }

    /** With another course. */
    private S with(S it, ReviewCourse course) {
        return with(
                it,
                "opinions",
                course.opinions(),
                "adopted",
                course.adopted(),
                "decidedOn",
                course.decidedOn(),
                "withdrawnOn",
                course.withdrawnOn());
    }

    @Override
    protected void check(S given, R it, Looking looking) {
        given.course().require(looking);
    }

    @Override
    protected S derived(S given, R it, Looking looking) {
        ReviewCourse course = given.course();
        return with(
                given,
                "status",
                course.status(looking),
                "opinions",
                course.opinions(),
                "reviewedOn",
                course.reviewedOn(),
                "opinionVersions",
                course.opinionVersions(),
                "risksFound",
                course.risksFound());
    }

    @Override
    protected Step<?> row(Step<?> step, S open) {
        return StepRow.goneBy((ReviewStep) step, open.status());
    }

    /** With one more version of the opinion. */
    S reviewed(S it, ReviewOpinion opinion) {
        ReviewCourse said = it.course();
        return with(it, new ReviewCourse(said.receivedOn(), said.with(opinion), null, null, null));
    }

    S answered(S it, OpinionAdoption adopted, LocalDate on) {
        return with(it, ended(it.course(), adopted, on, null));
    }

    S withdrawn(S it, LocalDate on) {
        return with(it, ended(it.course(), null, null, on));
    }

    private static ReviewCourse ended(
            ReviewCourse it, OpinionAdoption adopted, LocalDate decidedOn, LocalDate withdrawnOn) {
        return new ReviewCourse(it.receivedOn(), it.opinions(), adopted, decidedOn, withdrawnOn);
    }
}

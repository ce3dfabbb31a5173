package org.fengqiao.reporting.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.fengqiao.kit.divisions.Divisions;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Days;
import org.fengqiao.kit.journal.Once;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.indicators.Catalogue;
import org.fengqiao.reporting.reports.AnnualReport.Taken;
import org.fengqiao.reporting.reports.Editions.Kept;

/** The one door through which an annual report is written, and goes its way. */
@ApplicationScoped
class ReportService {

    /** More than documents may take. */
    private static final int LONGEST_SECONDS = 600;

    private final AnnualReports reports;
    private final Editions editions;
    private final Signing signing;
    private final Publication publication;
    private final Catalogue catalogue;
    private final Divisions divisions;

    ReportService(
            AnnualReports reports,
            Editions editions,
            Signing signing,
            Publication publication,
            Catalogue catalogue,
            Divisions divisions) {
        this.reports = reports;
        this.editions = editions;
        this.signing = signing;
        this.publication = publication;
        this.catalogue = catalogue;
        this.divisions = divisions;
    }

    /**
     * Begins a report.
     *
     * @throws Refusal 422 before the year, for a division that nobody knows or that was no more,
     *     and where the text cannot be read; 409 {@code REPORT_EXISTS}
     */
    AnnualReport begin(String division, int year, LocalDate on, Draft draft, Command command)
            throws SQLException {
        requireBegun(year, command.today());
        requireExisted(division, year);
        draft.require(catalogue.of(division));
        return once(command, () -> begun(division, year, on, draft, command));
    }

    private AnnualReport begun(
            String division, int year, LocalDate on, Draft draft, Command command)
            throws SQLException {
        Taken begun =
                new Taken(
                        1,
                        ReportStep.BEGIN,
                        command.dateOr(on),
                        command.at(),
                        command.subject(),
                        null);
        AnnualReport first =
                new AnnualReport(
                        UUID.randomUUID(),
                        division,
                        year,
                        ReportStep.BEGIN.takenFrom(null),
                        1,
                        draft,
                        List.of(begun));
        reports.write(first, command);
        return first;
    }

    /** Writes the text anew; the one before stays in the history. */
    AnnualReport edit(String division, int year, Draft draft, Command command) throws SQLException {
        draft.require(catalogue.of(division));
        return once(
                command,
                () -> {
                    AnnualReport it = reports.get(division, year, command.scope());
                    return take(it, ReportStep.EDIT, draft, null, null, command);
                });
    }

    /** The text is ready for who signs: it stands as it is until it is sent back. */
    AnnualReport check(String division, int year, LocalDate on, Command command)
            throws SQLException {
        return once(command, () -> take(division, year, ReportStep.CHECK, on, null, command));
    }

    /** Back to be changed, with the reason; what was signed is no edition then. */
    AnnualReport giveBack(String division, int year, LocalDate on, String reason, Command command)
            throws SQLException {
        return once(
                command,
                () -> {
                    AnnualReport it = reports.get(division, year, command.scope());
                    AnnualReport after =
                            take(it, ReportStep.RETURN, it.draft(), on, reason, command);
                    if (it.status() != ReportStatus.CHECKED) {
                        editions.giveBack(
                                editions.signed(it.id()).orElseThrow().id(), command.at());
                    }
                    return after;
                });
    }

    /**
     * Signs: freezes the figures of one moment with the records behind them.
     *
     * @throws Refusal 422 {@code SIGNER_DRAFTED} for who wrote in the text; as {@link Signing#sign}
     */
    AnnualReport sign(
            String division,
            int year,
            LocalDate on,
            List<Signing.Overriding> overrides,
            Command command)
            throws SQLException {
        return once(
                command,
                () -> {
                    signing.holdMoment();
                    AnnualReport it = reports.get(division, year, command.scope());
                    requireOver(year, command.today());
                    requireOther(it, command);
                    AnnualReport after = take(it, ReportStep.SIGN, it.draft(), on, null, command);
                    signing.sign(after, overrides);
                    return after;
                });
    }

    /** There is nothing to be told of a year to come. */
    private static void requireBegun(int year, LocalDate today) {
        if (year > today.getYear()) {
            throw Refusal.of(
                            422,
                            "YEAR_NOT_BEGUN",
                            "%d年尚未开始，不能起草".formatted(year),
                            "%d has not begun: there is nothing to report on".formatted(year))
                    .citing("SETTING")
                    .at("/year", "不能晚于今年", "not after this year");
        }
    }

    /** A division that was no more in the year is reported on by those in its place. */
    private void requireExisted(String division, int year) {
        divisions.require(division, "/division");
        if (divisions.isSucceeded(division)
                && !divisions.existed(
                        division, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))) {
            throw divisions.ended(division, "/division");
        }
    }

    /** A year is reported on when it is over. */
    static LocalDate firstDayOfSigning(int year) {
        return LocalDate.of(year + 1, 1, 1);
    }

    private static void requireOver(int year, LocalDate today) {
        if (today.isBefore(firstDayOfSigning(year))) {
            throw Refusal.of(
                            422,
                            "YEAR_NOT_OVER",
                            "%d年尚未结束，不能签发".formatted(year),
                            "%d is not over: its report cannot be signed".formatted(year))
                    .citing("SETTING");
        }
    }

    /** Another person than who wrote in the text (D6). */
    private static void requireOther(AnnualReport it, Command command) {
        if (it.wasDraftedBy(command.subject())) {
            throw Refusal.of(
                            422,
                            "SIGNER_DRAFTED",
                            "起草过本报告的人不能签发和审查，须由另一人办理",
                            "Who drafted the report neither signs nor reviews it: another person has to")
                    .citing("SETTING");
        }
    }

    /** Reported up (before 1 March). */
    AnnualReport submit(String division, int year, LocalDate on, Command command)
            throws SQLException {
        return once(command, () -> take(division, year, ReportStep.SUBMIT, on, null, command));
    }

    /**
     * Reviewed for what must not be made public (ZX 17).
     *
     * @throws Refusal 422 {@code SMALL_CELLS} where a small number is neither confirmed nor
     *     suppressed
     */
    AnnualReport review(
            String division, int year, LocalDate on, Publication.Release release, Command command)
            throws SQLException {
        return once(
                command,
                () -> {
                    AnnualReport it = reports.get(division, year, command.scope());
                    requireOther(it, command);
                    AnnualReport after =
                            take(it, ReportStep.REVIEW, it.draft(), on, release.words(), command);
                    publication.release(editions.signed(it.id()).orElseThrow(), release);
                    return after;
                });
    }

    /** Publishes: seals the edition and renders its documents, once and for all. */
    AnnualReport publish(String division, int year, LocalDate on, Command command)
            throws SQLException {
        return once(
                command,
                () -> {
                    AnnualReport it = reports.get(division, year, command.scope());
                    Kept signed = editions.signed(it.id()).orElse(null);
                    ReportStep step =
                            signed != null && signed.number() > 1
                                    ? ReportStep.PUBLISH_REVISION
                                    : ReportStep.PUBLISH;
                    AnnualReport after = take(it, step, it.draft(), on, null, command);
                    publication.publish(signed, after.lastDay(), command.at());
                    return after;
                });
    }

    /** Begins a revision: the editions before stay readable. */
    AnnualReport revise(String division, int year, LocalDate on, String reason, Command command)
            throws SQLException {
        return once(command, () -> take(division, year, ReportStep.REVISE, on, reason, command));
    }

    /**
     * Gives a revision up: the report is as it was when it was published last, its text too.
     *
     * @throws Refusal 409 {@code STEP_FORBIDDEN} before the first edition
     */
    AnnualReport abandon(String division, int year, LocalDate on, String reason, Command command)
            throws SQLException {
        return once(
                command,
                () -> {
                    AnnualReport it = reports.get(division, year, command.scope());
                    Taken published =
                            it.lastOf(ReportStep.PUBLISH, ReportStep.PUBLISH_REVISION)
                                    .orElseThrow(ReportService::nothingToAbandon);
                    ReportStep step =
                            published.step() == ReportStep.PUBLISH
                                    ? ReportStep.ABANDON
                                    : ReportStep.ABANDON_AGAIN;
                    Draft text = reports.draft(it.id(), published.version());
                    return take(it, step, text, on, reason, command);
                });
    }

    private static Refusal nothingToAbandon() {
        return Refusal.of(
                        409,
                        "STEP_FORBIDDEN",
                        "报告尚未公开，没有可以撤销的修订",
                        "The report was never published: there is no revision to abandon")
                .citing(ReportStep.ABANDON.legalBasis());
    }

    /** A repeat, late or at the same moment, is answered with the report as the step left it. */
    private AnnualReport once(Command command, Callable<AnnualReport> act) throws SQLException {
        return Once.of(() -> reports.answered(command), LONGEST_SECONDS, act);
    }

    /** A step that does no more than what the table says. */
    private AnnualReport take(
            String division,
            int year,
            ReportStep step,
            LocalDate on,
            String reason,
            Command command)
            throws SQLException {
        AnnualReport it = reports.get(division, year, command.scope());
        return take(it, step, it.draft(), on, reason, command);
    }

    private AnnualReport take(
            AnnualReport it,
            ReportStep step,
            Draft draft,
            LocalDate on,
            String reason,
            Command command)
            throws SQLException {
        ReportStatus status = step.takenFrom(it.status());
        command.requireVersion(it.version());
        LocalDate day = command.dateOr(on);
        ReportStep last = it.steps().get(it.steps().size() - 1).step();
        Days.requireNotBefore(
                day,
                it.lastDay(),
                "/on",
                "上一步“" + last.zh() + "”的日期",
                "the day of " + last + ", the step before");
        int version = it.version() + 1;
        List<Taken> steps = new ArrayList<>(it.steps());
        steps.add(new Taken(version, step, day, command.at(), command.subject(), reason));
        AnnualReport after =
                new AnnualReport(it.id(), it.division(), it.year(), status, version, draft, steps);
        reports.write(after, command);
        return after;
    }
}

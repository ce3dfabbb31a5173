package org.fengqiao.reporting.reports;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Days;
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

    ReportService(
            AnnualReports reports,
            Editions editions,
            Signing signing,
            Publication publication,
            Catalogue catalogue) {
        this.reports = reports;
        this.editions = editions;
        this.signing = signing;
        this.publication = publication;
        this.catalogue = catalogue;
    }

    /**
     * Begins a report.
     *
     * @throws Refusal 422 where the text cannot be read; 409 {@code REPORT_EXISTS}
     */
    @Transactional(rollbackOn = SQLException.class)
    AnnualReport begin(String division, int year, LocalDate on, Draft draft, Command command)
            throws SQLException {
        draft.require(catalogue.of(division));
        if (reports.isRepeated(command)) {
            return reports.get(division, year, command.scope());
        }
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
    @Transactional(rollbackOn = SQLException.class)
    AnnualReport edit(String division, int year, Draft draft, Command command) throws SQLException {
        draft.require(catalogue.of(division));
        AnnualReport it = reports.get(division, year, command.scope());
        return reports.isRepeated(command)
                ? it
                : take(it, ReportStep.EDIT, draft, null, null, command);
    }

    /** The text is ready for who signs: it stands as it is until it is sent back. */
    @Transactional(rollbackOn = SQLException.class)
    AnnualReport check(String division, int year, LocalDate on, Command command)
            throws SQLException {
        AnnualReport it = reports.get(division, year, command.scope());
        return once(it, ReportStep.CHECK, on, null, command);
    }

    /** Back to be changed, with the reason; what was signed is no edition then. */
    @Transactional(rollbackOn = SQLException.class)
    AnnualReport giveBack(String division, int year, LocalDate on, String reason, Command command)
            throws SQLException {
        AnnualReport it = reports.get(division, year, command.scope());
        if (reports.isRepeated(command)) {
            return it;
        }
        AnnualReport after = take(it, ReportStep.RETURN, it.draft(), on, reason, command);
        if (it.status() != ReportStatus.CHECKED) {
            editions.giveBack(editions.signed(it.id()).orElseThrow().id(), command.at());
        }
        return after;
    }

    /**
     * Signs: freezes the figures of one moment with the records behind them.
     *
     * @throws Refusal 422 {@code SIGNER_DRAFTED} for who wrote in the text; {@code CHECKS_BLOCK}
     *     where a blocking check did not pass and no reason is given
     */
    @Transactional(rollbackOn = SQLException.class)
    AnnualReport sign(
            String division,
            int year,
            LocalDate on,
            List<Signing.Overriding> overrides,
            Command command)
            throws SQLException {
        signing.holdMoment();
        AnnualReport it = reports.get(division, year, command.scope());
        if (reports.isRepeated(command)) {
            return it;
        }
        requireOver(year, command.today());
        requireOther(it, command);
        AnnualReport after = take(it, ReportStep.SIGN, it.draft(), on, null, command);
        signing.sign(after, overrides);
        return after;
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
    @Transactional(rollbackOn = SQLException.class)
    AnnualReport submit(String division, int year, LocalDate on, Command command)
            throws SQLException {
        AnnualReport it = reports.get(division, year, command.scope());
        return once(it, ReportStep.SUBMIT, on, null, command);
    }

    /**
     * Reviewed for what must not be made public (ZX 17).
     *
     * @throws Refusal 422 {@code SMALL_CELLS} where a small number is neither confirmed nor
     *     suppressed
     */
    @Transactional(rollbackOn = SQLException.class)
    AnnualReport review(
            String division, int year, LocalDate on, Publication.Release release, Command command)
            throws SQLException {
        AnnualReport it = reports.get(division, year, command.scope());
        if (reports.isRepeated(command)) {
            return it;
        }
        requireOther(it, command);
        AnnualReport after = take(it, ReportStep.REVIEW, it.draft(), on, release.words(), command);
        publication.release(editions.signed(it.id()).orElseThrow(), release);
        return after;
    }

    /** Publishes: seals the edition and renders its documents, once and for all. */
    @Transactional(rollbackOn = SQLException.class)
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    AnnualReport publish(String division, int year, LocalDate on, Command command)
            throws SQLException {
        AnnualReport it = reports.get(division, year, command.scope());
        if (reports.isRepeated(command)) {
            return it;
        }
        Kept signed = editions.signed(it.id()).orElse(null);
        ReportStep step =
                signed != null && signed.number() > 1
                        ? ReportStep.PUBLISH_REVISION
                        : ReportStep.PUBLISH;
        AnnualReport after = take(it, step, it.draft(), on, null, command);
        publication.publish(signed, after.lastDay(), command.at());
        return after;
    }

    /** Begins a revision: the editions before stay readable. */
    @Transactional(rollbackOn = SQLException.class)
    AnnualReport revise(String division, int year, LocalDate on, String reason, Command command)
            throws SQLException {
        AnnualReport it = reports.get(division, year, command.scope());
        return once(it, ReportStep.REVISE, on, reason, command);
    }

    private AnnualReport once(
            AnnualReport it, ReportStep step, LocalDate on, String reason, Command command)
            throws SQLException {
        return reports.isRepeated(command) ? it : take(it, step, it.draft(), on, reason, command);
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
        Days.requireNotBefore(day, it.lastDay(), "/on");
        int version = it.version() + 1;
        List<Taken> steps = new ArrayList<>(it.steps());
        steps.add(new Taken(version, step, day, command.at(), command.subject(), reason));
        AnnualReport after =
                new AnnualReport(it.id(), it.division(), it.year(), status, version, draft, steps);
        reports.write(after, command);
        return after;
    }
}

package org.fengqiao.reporting.reports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.kit.journal.Commands;
import org.fengqiao.kit.security.Caller;
import org.fengqiao.kit.web.Cursor;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.reporting.checks.Checks.Check;
import org.fengqiao.reporting.divisions.OwnUnit;
import org.fengqiao.reporting.figures.Questions;
import org.fengqiao.reporting.figures.Receipts.Receipt;
import org.fengqiao.reporting.indicators.Chapter;
import org.fengqiao.reporting.reports.Editions.Kept;
import org.fengqiao.reporting.reports.Signing.Overriding;

/** Annual reports for the pages: what a person sees of one, and does with it. */
@RequestScoped
public class ReportDesk {

    /**
     * A report as it lies on the desk.
     *
     * @param text as it would be printed now; what was signed as it was frozen
     * @param frozen whether it was
     * @param checks of the text as it stands, those that block first
     * @param steps that the table allows now, and the caller's rights
     * @param drafted whether the caller wrote in the text, and so does not sign it
     * @param returned why it was sent back; null where it was not
     * @param small figures so small that somebody might be known by them; while it is reviewed
     * @param causes why a figure is another now than in the last edition
     * @param signableFrom the first day on which it can be signed, where it was not reached
     */
    public record Sheet(
            ReportViews.View view,
            Edition text,
            boolean frozen,
            List<Check> checks,
            List<ReportStep> steps,
            boolean drafted,
            String returned,
            Set<String> small,
            List<Cause> causes,
            LocalDate signableFrom) {}

    /** Why a figure is another now, in words: 调处矛盾纠纷 410 → 411：新增… */
    public record Cause(String zh, String en) {}

    /**
     * What a person enters with a step.
     *
     * @param key of the form, which is carried out once
     * @param version that the form showed; null where a report is begun
     * @param on default today
     * @param reasons why it is signed although a check blocks, by the check's code
     * @param confirmed keys of figures that identify nobody; {@code suppressed} of those that are
     *     not made public
     */
    public record Entry(
            String key,
            Integer version,
            LocalDate on,
            String reason,
            Map<String, String> reasons,
            Set<String> confirmed,
            Set<String> suppressed) {}

    private static final int LONGEST_REASON = 500;

    private final AnnualReports reports;
    private final ReportService service;
    private final ReportViews views;
    private final ReportChecks checks;
    private final FirstDraft firstDraft;
    private final Editions editions;
    private final SmallNumbers small;
    private final PendingRevision pending;
    private final EditionReceipts receipts;
    private final CarryOver carryOver;
    private final Questions questions;
    private final Validator validator;
    private final Caller caller;
    private final Commands commands;
    private final Clock clock;

    ReportDesk(
            AnnualReports reports,
            ReportService service,
            ReportViews views,
            ReportChecks checks,
            FirstDraft firstDraft,
            Editions editions,
            SmallNumbers small,
            PendingRevision pending,
            EditionReceipts receipts,
            CarryOver carryOver,
            Questions questions,
            Validator validator,
            Caller caller,
            Commands commands,
            Clock clock) {
        this.reports = reports;
        this.service = service;
        this.views = views;
        this.checks = checks;
        this.firstDraft = firstDraft;
        this.editions = editions;
        this.small = small;
        this.pending = pending;
        this.receipts = receipts;
        this.carryOver = carryOver;
        this.questions = questions;
        this.validator = validator;
        this.caller = caller;
        this.commands = commands;
        this.clock = clock;
    }

    /** The report of a division and year, where there is one within the caller's area. */
    public Optional<Sheet> find(String division, int year) throws SQLException {
        Optional<AnnualReport> found = reports.find(division, year, caller.scope());
        return found.isEmpty() ? Optional.empty() : Optional.of(sheet(found.get()));
    }

    private Sheet sheet(AnnualReport it) throws SQLException {
        Optional<Kept> signed = editions.signed(it.id());
        Optional<Kept> shown =
                signed.isPresent() ? signed : editions.published(it.id()).stream().findFirst();
        boolean written = it.status() == ReportStatus.DRAFT || it.status() == ReportStatus.CHECKED;
        Edition text = written ? views.preview(it) : editions.content(shown.orElseThrow());
        boolean drafted = it.wasDraftedBy(caller.subject());
        AnnualReport.Taken last = it.last();
        LocalDate over = ReportService.firstDayOfSigning(it.year());
        boolean early = LocalDate.now(clock).isBefore(over);
        return new Sheet(
                views.view(it),
                text,
                !written,
                checks.of(it.division(), it.year(), it.draft()).stream()
                        .sorted(Comparator.comparing(check -> !check.blocks()))
                        .toList(),
                Stream.of(ReportStep.values())
                        .filter(step -> step.from().contains(it.status()))
                        .filter(step -> !step.isOfLaterEditions())
                        .filter(step -> step != ReportStep.ABANDON || wasPublished(it))
                        .filter(step -> OwnUnit.is(it.division(), caller))
                        .filter(step -> caller.may(scope(step)))
                        .filter(step -> step != ReportStep.SIGN || !drafted && !early)
                        .toList(),
                drafted,
                last.step() == ReportStep.RETURN ? last.reason() : null,
                it.status() == ReportStatus.SUBMITTED ? Set.copyOf(small.in(text)) : Set.of(),
                pending.of(it).changes().stream()
                        .map(cause -> new Cause(cause.zh(), cause.en()))
                        .toList(),
                early ? over : null);
    }

    /**
     * What a report has to come back to; empty for a caller who may not list it.
     *
     * @param division within the caller's area
     */
    public Optional<CarryOver.Result> carryOver(String division, int year) throws SQLException {
        return questions.mayList(Chapter.LEGAL.source())
                ? Optional.of(carryOver.of(division, year))
                : Optional.empty();
    }

    /**
     * The records behind a figure of what was signed, as they were frozen.
     *
     * @param key of the figure: {@code M-01}, of the year before {@code M-01@2023}
     * @throws Refusal 404 where nothing of that number was signed
     */
    public Receipt receipt(
            String division, int year, int number, String key, String part, String cursor)
            throws SQLException {
        AnnualReport it = reports.get(caller.division(division), year, caller.scope());
        Kept edition =
                Stream.concat(
                                editions.signed(it.id()).stream(),
                                editions.published(it.id()).stream())
                        .filter(one -> one.number() == number)
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        return receipts.of(edition, it.division(), year, key, part, cursor, Cursor.limit(null));
    }

    private static boolean wasPublished(AnnualReport it) {
        return it.lastOf(ReportStep.PUBLISH).isPresent();
    }

    /** What the checks say of the report's own text; empty where nobody began it. */
    public Optional<List<Check>> checks(String division, int year) throws SQLException {
        Optional<AnnualReport> found = reports.find(division, year, caller.scope());
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(checks.of(division, year, found.get().draft()));
    }

    private static String scope(ReportStep step) {
        return switch (step) {
            case RETURN, SIGN, REVIEW, PUBLISH, PUBLISH_REVISION -> "reports:sign";
            case BEGIN, EDIT, CHECK, SUBMIT, REVISE, ABANDON, ABANDON_AGAIN -> "reports:write";
        };
    }

    /** Whether the caller may begin the report of a division, which nobody has begun. */
    public boolean mayBegin(String division) {
        return caller.may(scope(ReportStep.BEGIN)) && OwnUnit.is(division, caller);
    }

    /** The text to begin with: last year's, or else the suite's own words. */
    public Draft firstDraft(String division, int year) throws SQLException {
        return firstDraft.of(caller.division(division), year);
    }

    /**
     * The report of a division and those right below it, whoever owes one and has none is there,
     * too; further below those that somebody began.
     */
    public List<ReportViews.Line> lines(String division, int year) throws SQLException {
        return views.lines(division, year, caller.scope());
    }

    /**
     * Writes a report's text, of a new report the first.
     *
     * @throws Refusal 422 {@code DRAFT_INVALID} with a pointer to each text that is empty, too long
     *     or cannot be read; 412 where it was written meanwhile
     */
    public void write(String division, int year, Draft draft, Entry entry) throws SQLException {
        String place = AnnualReport.own(division, caller);
        requireSizes(draft);
        Command command = commands.of(draft, entry.key(), entry.version());
        if (entry.version() == null) {
            service.begin(place, year, entry.on(), draft, command);
        } else {
            service.edit(place, year, draft, command);
        }
    }

    private void requireSizes(Draft draft) {
        Refusal refusal =
                Refusal.of(422, "DRAFT_INVALID", "报告文本有误", "The text of the report is at fault");
        Refusal found = refusal;
        for (ConstraintViolation<Draft> it : validator.validate(draft)) {
            found = found.at(pointer(it.getPropertyPath()), "不能为空，也不能太长", "is empty, or too long");
        }
        if (found != refusal) {
            throw found;
        }
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            pointer.append('/').append(node.getName());
        }
        return pointer.toString();
    }

    /** Takes a step other than to write. */
    public void take(ReportStep step, String division, int year, Entry entry) throws SQLException {
        String place = AnnualReport.own(division, caller);
        requireReasons(step, entry);
        Command command = commands.of(entry, entry.key(), entry.version());
        LocalDate on = entry.on();
        switch (step) {
            case CHECK -> service.check(place, year, on, command);
            case RETURN -> service.giveBack(place, year, on, entry.reason(), command);
            case SIGN -> service.sign(place, year, on, overrides(entry), command);
            case SUBMIT -> service.submit(place, year, on, command);
            case REVIEW ->
                    service.review(
                            place,
                            year,
                            on,
                            new Publication.Release(entry.confirmed(), entry.suppressed()),
                            command);
            case PUBLISH -> service.publish(place, year, on, command);
            case REVISE -> service.revise(place, year, on, entry.reason(), command);
            case ABANDON -> service.abandon(place, year, on, entry.reason(), command);
            case BEGIN, EDIT, PUBLISH_REVISION, ABANDON_AGAIN -> throw Refusal.notFound();
        }
    }

    private static List<Overriding> overrides(Entry entry) {
        return entry.reasons().entrySet().stream()
                .map(it -> new Overriding(it.getKey(), it.getValue()))
                .toList();
    }

    private static void requireReasons(ReportStep step, Entry entry) {
        boolean tooLong =
                Stream.concat(Stream.ofNullable(entry.reason()), entry.reasons().values().stream())
                        .anyMatch(it -> it.length() > LONGEST_REASON);
        if ((step.isReasoned() && entry.reason() == null) || tooLong) {
            throw Refusal.of(
                    422,
                    "REASON_INVALID",
                    "请写明理由，不超过%d字".formatted(LONGEST_REASON),
                    "A reason is needed, of at most %d characters".formatted(LONGEST_REASON));
        }
        if (entry.version() == null) {
            throw Refusal.parameter("version", "须有版本", "version is missing");
        }
    }
}

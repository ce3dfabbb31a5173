package org.fengqiao.legal.consultations;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengqiao.kit.journal.Command;
import org.fengqiao.legal.advisers.AdviserRole;
import org.fengqiao.legal.advisers.LegalAdvisers;
import org.fengqiao.legal.consultations.CounselWork.CounselWorkKind;
import org.fengqiao.legal.consultations.LegalConsultation.ConsultationProvider;
import org.fengqiao.legal.publicity.PublicityActivities;
import org.fengqiao.legal.publicity.PublicityActivity;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/**
 * The service log: what an entry says is written once, and stands in the registers that are counted
 * as well. Those records are parts of the entry: corrected with it, voided with it.
 */
@Singleton
class ServiceLog extends LegalRegister<ServiceLogEntry, ServiceLogEntry.Kept> {

    private static final String ENTRY = "serviceLogId";

    private final VillageVisits visits;
    private final LegalConsultations consultations;
    private final CounselWorks works;
    private final PublicityActivities activities;
    private final LegalAdvisers advisers;

    ServiceLog(
            RegisterDoor door,
            VillageVisits visits,
            LegalConsultations consultations,
            CounselWorks works,
            PublicityActivities activities,
            LegalAdvisers advisers) {
        super(
                door,
                ServiceLogEntry.Kept::new,
                ServiceLogEntry.class,
                new Names(
                        "service-log", "servedOn", "村法律顾问工作日志", "Service log of village counsel"));
        this.visits = visits;
        this.consultations = consultations;
        this.works = works;
        this.activities = activities;
        this.advisers = advisers;
    }

    @Override
    protected void check(ServiceLogEntry given, ServiceLogEntry.Kept it, Looking looking) {
        // What is made of it says so of provider and speaker, and is counted by that (L-08, L-09).
        if (it.said() == null || !given.adviserId().equals(it.said().adviserId())) {
            advisers.requireRole(given.adviserId(), AdviserRole.VILLAGE, "adviserId", looking);
        }
        if (given.onSite()) {
            looking.requireVillage(given.division());
        }
        if (!given.onSite() && given.hoursOnSite() != null) {
            throw looking.refuse(
                    "hoursOnSite", "NOT_ON_SITE", "未到村的不填现场时长", "No hours on site without a visit");
        }
        if (given.lectureTitle() == null && given.lectureAttendance() != null) {
            throw looking.refuse(
                    "lectureTitle", "LECTURE", "有讲座人数的须填讲座主题", "A lecture needs its subject");
        }
    }

    @Override
    protected void described(ServiceLogEntry.Kept it, Command command) {
        align(it.id(), open(it), command);
    }

    @Override
    protected void voided(ServiceLogEntry.Kept it, Command command) {
        write(
                List.of(
                        visits.aligning(ENTRY, it.id(), List.of(), command),
                        consultations.aligning(ENTRY, it.id(), List.of(), command),
                        works.aligning(ENTRY, it.id(), List.of(), command),
                        activities.aligning(ENTRY, it.id(), List.of(), command)));
    }

    private void align(UUID entry, ServiceLogEntry said, Command command) {
        write(
                List.of(
                        visits.aligning(ENTRY, entry, visit(entry, said), command),
                        consultations.aligning(ENTRY, entry, advice(entry, said), command),
                        works.aligning(ENTRY, entry, works(entry, said), command),
                        activities.aligning(ENTRY, entry, lecture(entry, said), command)));
    }

    /** Only once all of them were looked at: a refusal leaves nothing behind. */
    private static void write(List<Runnable> aligned) {
        aligned.forEach(Runnable::run);
    }

    private static List<VillageVisit> visit(UUID entry, ServiceLogEntry it) {
        if (!it.onSite()) {
            return List.of();
        }
        int counsel = it.counselPresent() == null ? 1 : it.counselPresent();
        return List.of(
                new VillageVisit(
                        it.division(),
                        it.adviserId(),
                        it.servedOn(),
                        counsel,
                        it.personsMet(),
                        it.hoursOnSite(),
                        entry));
    }

    private static List<LegalConsultation> advice(UUID entry, ServiceLogEntry it) {
        List<LoggedConsultation> said = it.consultations() == null ? List.of() : it.consultations();
        return said.stream()
                .map(
                        asked ->
                                new LegalConsultation(
                                        it.division(),
                                        ConsultationProvider.VILLAGE_COUNSEL,
                                        it.adviserId(),
                                        it.servedOn(),
                                        asked.channel(),
                                        asked.topic(),
                                        asked.persons(),
                                        asked.person(),
                                        asked.phone(),
                                        asked.summary(),
                                        entry))
                .toList();
    }

    private static List<CounselWork> works(UUID entry, ServiceLogEntry it) {
        return Stream.of(
                        work(CounselWorkKind.DRAFTING, it.draftings(), entry, it),
                        work(CounselWorkKind.DECISION_OPINION, it.decisionOpinions(), entry, it),
                        work(CounselWorkKind.LITIGATION, it.litigations(), entry, it),
                        work(CounselWorkKind.LEGAL_OPINION, it.legalOpinions(), entry, it),
                        work(CounselWorkKind.LAWYERS_LETTER, it.lawyersLetters(), entry, it))
                .flatMap(work -> work)
                .toList();
    }

    private static Stream<CounselWork> work(
            CounselWorkKind kind, Integer pieces, UUID entry, ServiceLogEntry it) {
        return pieces == null || pieces == 0
                ? Stream.of()
                : Stream.of(
                        new CounselWork(
                                it.division(),
                                it.adviserId(),
                                it.servedOn(),
                                kind,
                                pieces,
                                null,
                                entry));
    }

    private static List<PublicityActivity> lecture(UUID entry, ServiceLogEntry it) {
        return it.lectureTitle() == null
                ? List.of()
                : List.of(
                        PublicityActivity.lectureOfVillageCounsel(
                                it.division(),
                                it.servedOn(),
                                it.lectureTitle(),
                                it.lectureAttendance(),
                                it.adviserId(),
                                entry));
    }
}

package org.fengqiao.kit.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fengqiao.kit.events.Recorded;
import org.fengqiao.kit.security.ReadAudit;

/** The history of a record as the present caller may see it. */
@ApplicationScoped
public class History {

    private final Journal journal;
    private final ReadAudit audit;

    History(Journal journal, ReadAudit audit) {
        this.journal = journal;
        this.audit = audit;
    }

    /**
     * The steps, oldest first. Reasons are free text and name people as often as not: they are
     * shown as persons are, and that read is audited.
     *
     * @param record one the caller may read
     * @param operation that shows it, for the audit
     */
    public List<Journal.Step> of(Recorded record, String operation) {
        List<Journal.Step> steps = journal.history(record.id());
        return audit.showsPersons(operation, record.kind(), record.id())
                ? steps
                : steps.stream().map(Journal.Step::withoutReason).toList();
    }
}

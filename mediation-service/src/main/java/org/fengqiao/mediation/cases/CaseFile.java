package org.fengqiao.mediation.cases;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fengqiao.mediation.codes.AgreementForm;
import org.fengqiao.mediation.codes.FileItem;

/**
 * The file of a case: thirteen items, in order (RT 27). "Must" items are those of the file list; an
 * oral agreement needs its register alone, which is then the whole file (definitions D3).
 */
final class CaseFile {

    private static final Set<FileItem> MUST =
            EnumSet.of(
                    FileItem.APPLICATION,
                    FileItem.RIGHTS_NOTICE,
                    FileItem.IDENTITY_PROOF,
                    FileItem.MEDIATION_RECORD,
                    FileItem.BACK_COVER);

    private CaseFile() {}

    /** Whether the item must be in this case's file. */
    static boolean must(MediationCase it, FileItem item) {
        Proceedings.Agreement agreement = it.proceedings.agreement;
        if (agreement != null && agreement.form() == AgreementForm.ORAL) {
            return item == FileItem.AGREEMENT;
        }
        if (it.status == CaseStatus.REFUSED || it.status == CaseStatus.WITHDRAWN) {
            return item == FileItem.APPLICATION;
        }
        return MUST.contains(item) || (item == FileItem.AGREEMENT && agreement != null);
    }

    /** The items the file must have and lacks, in order. */
    static List<FileItem> missing(MediationCase it, Collection<FileItem> present) {
        return EnumSet.allOf(FileItem.class).stream()
                .filter(item -> must(it, item) && !present.contains(item))
                .toList();
    }
}

package org.fengqiao.legal.decisions;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** The normative documents; one stands in the ledger of each year in which it was in force. */
@Singleton
class NormativeDocuments extends LegalRegister<NormativeDocument, NormativeDocument.Kept> {

    NormativeDocuments(RegisterDoor door) {
        super(
                door,
                NormativeDocument.Kept::new,
                NormativeDocument.class,
                new Names(
                        "normative-documents",
                        "issuedOn",
                        "行政规范性文件台账",
                        "Ledger of normative documents"));
    }

    @Override
    protected boolean belongsTo(int year, NormativeDocument.Kept it) {
        return standsIn(year, it.said().issuedOn(), it.said().inForceUntil());
    }
}

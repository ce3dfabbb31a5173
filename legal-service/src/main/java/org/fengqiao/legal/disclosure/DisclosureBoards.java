package org.fengqiao.legal.disclosure;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** The boards; one stands in the ledger of each year in which it was up. */
@Singleton
class DisclosureBoards extends LegalRegister<DisclosureBoard, DisclosureBoard.Kept> {

    DisclosureBoards(RegisterDoor door) {
        super(
                door,
                DisclosureBoard.Kept::new,
                DisclosureBoard.class,
                new Names("disclosure-boards", "setUpOn", "公开栏台账", "Ledger of disclosure boards"));
    }

    @Override
    protected boolean belongsTo(int year, DisclosureBoard.Kept it) {
        return standsIn(year, it.said().setUpOn(), it.said().removedOn());
    }
}

package org.fengqiao.legal.study;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Study sessions. */
@Singleton
class StudySessions extends LegalRegister<StudySession, StudySession.Kept> {

    StudySessions(RegisterDoor door) {
        super(
                door,
                StudySession.Kept::new,
                StudySession.class,
                new Names("study-sessions", "heldOn", "学法台账", "Ledger of study sessions"));
    }
}

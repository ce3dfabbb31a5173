package org.fengqiao.legal.decisions;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.RegisterDoor;

/** The meetings of the leadership. */
@Singleton
class LeadershipMeetings extends LegalRegister<LeadershipMeeting, LeadershipMeeting.Kept> {

    LeadershipMeetings(RegisterDoor door) {
        super(
                door,
                LeadershipMeeting.Kept::new,
                LeadershipMeeting.class,
                "leadership-meetings",
                "heldOn",
                "班子会议台账",
                "Ledger of leadership meetings");
    }
}

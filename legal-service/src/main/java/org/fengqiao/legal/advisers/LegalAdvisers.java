package org.fengqiao.legal.advisers;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Legal advisers. */
@Singleton
class LegalAdvisers extends LegalRegister<LegalAdviser, LegalAdviser.Kept> {

    private static final int TIME_ORDERED = 7;

    LegalAdvisers(RegisterDoor door) {
        super(
                door,
                LegalAdviser.Kept::new,
                LegalAdviser.class,
                new Names("legal-advisers", "engagedOn", "法律顾问名册", "Roster of legal advisers"));
    }

    @Override
    protected UUID idOf(LegalAdviser given) {
        return given.adviserId() == null ? super.idOf(given) : given.adviserId();
    }

    @Override
    protected void check(LegalAdviser given, LegalAdviser.Kept it, Looking looking) {
        UUID id = given.adviserId();
        if (id == null) {
            return;
        }
        if (id.version() != TIME_ORDERED) {
            throw looking.refuse("adviserId", "ADVISER_ID", "须为 UUIDv7", "Must be a UUIDv7");
        }
        if (!id.equals(it.id())) {
            throw looking.refuse("adviserId", "ADVISER_ID", "编号不能更正", "The id is fixed");
        }
        if (it.said() == null && isKnown(id)) {
            throw looking.refuse("adviserId", "ADVISER_ID", "编号已经使用", "The id is taken");
        }
    }

    @Override
    protected LegalAdviser derived(LegalAdviser given, LegalAdviser.Kept it, Looking looking) {
        return with(given, "adviserId", it.id());
    }

    @Override
    protected boolean belongsTo(int year, LegalAdviser.Kept it) {
        return standsIn(year, it.said().engagedOn(), it.said().endedOn());
    }
}

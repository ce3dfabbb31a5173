package org.fengqiao.legal.advisers;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.fengqiao.kit.ledger.ImportContext;
import org.fengqiao.kit.ledger.LedgerRow;
import org.fengqiao.kit.web.Refusal;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/**
 * The roster of advisers. Ledgers of other services name counsel by the id given here, so that a
 * roster may bring it along.
 */
@Singleton
public class LegalAdvisers extends LegalRegister<LegalAdviser, LegalAdviser.Kept> {

    private static final String ID = "顾问编号";
    private static final int TIME_ORDERED = 7;

    LegalAdvisers(RegisterDoor door) {
        super(
                door,
                LegalAdviser.Kept::new,
                LegalAdviser.class,
                new Names("legal-advisers", "engagedOn", "法律顾问名册", "Roster of legal advisers"));
    }

    /** What is said of the adviser, texts as ciphertexts: to look at their roles and days. */
    LegalAdviser adviser(UUID id) {
        return find(id).said();
    }

    /**
     * Refuses an adviser whom the roster does not have in the role.
     *
     * @param component that says so, of what is looked at
     */
    public void requireRole(UUID id, AdviserRole role, String component, Looking looking) {
        if (!adviser(id).roles().contains(role)) {
            throw looking.refuse(
                    component,
                    "ROLE_NOT_HELD",
                    "该法律顾问名册中没有此类别：" + role.label().zh(),
                    "The roster does not have the adviser in this role: " + role.label().en());
        }
    }

    @Override
    protected UUID idOf(LegalAdviser given) {
        UUID id = given.adviserId();
        if (id == null) {
            return super.idOf(given);
        }
        // One of another kind somebody made up: it may say who it is.
        if (id.version() != TIME_ORDERED) {
            throw Refusal.of(422, "ADVISER_ID", "法律顾问编号无效", "Not an id of an adviser")
                    .at("/adviserId", "须为 UUIDv7", "must be a UUIDv7");
        }
        if (find(id) != null) {
            throw Refusal.of(
                            409,
                            "ADVISER_EXISTS",
                            "该编号的法律顾问已登记，有变动的请更正",
                            "An adviser of this id is entered: correct that record")
                    .at("/adviserId", "已使用", "in use");
        }
        return id;
    }

    @Override
    protected void check(LegalAdviser given, LegalAdviser.Kept it, Looking looking) {
        if (given.adviserId() != null && !given.adviserId().equals(it.id())) {
            throw looking.refuse(
                    "adviserId",
                    "ADVISER_ID_FIXED",
                    "顾问编号不能更正，其他台账以此指人",
                    "The id is fixed: other ledgers name the adviser by it");
        }
    }

    @Override
    protected LegalAdviser derived(LegalAdviser given, LegalAdviser.Kept it, Looking looking) {
        return with(given, "adviserId", it.id());
    }

    /** The adviser of the id that the row gives: rosters of several years hold the same people. */
    @Override
    public UUID standing(LedgerRow row, ImportContext context) {
        try {
            UUID id = row.has(ID) ? UUID.fromString(row.text(ID)) : null;
            LegalAdviser.Kept it = id == null ? null : find(id);
            return it != null && context.scope().contains(it.division()) ? id : null;
        } catch (IllegalArgumentException e) {
            // The row is refused by its column when it is applied.
            return null;
        }
    }

    @Override
    protected boolean belongsTo(int year, LegalAdviser.Kept it) {
        return it.said().engagement().touches(year);
    }
}

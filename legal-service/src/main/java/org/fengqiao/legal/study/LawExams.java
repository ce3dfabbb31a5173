package org.fengqiao.legal.study;

import jakarta.inject.Singleton;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Exams in law. */
@Singleton
class LawExams extends LegalRegister<LawExam, LawExam.Kept> {

    LawExams(RegisterDoor door) {
        super(
                door,
                LawExam.Kept::new,
                LawExam.class,
                new Names("law-exams", "heldOn", "学法考试台账", "Ledger of exams in law"));
    }

    @Override
    protected void check(LawExam given, LawExam.Kept it, Looking looking) {
        if (given.taken() > given.due()) {
            throw looking.refuse("taken", "TAKEN", "参考人数多于应考人数", "More took it than were due");
        }
        if (given.passed() > given.taken()) {
            throw looking.refuse("passed", "PASSED", "合格人数多于参考人数", "More passed than took it");
        }
    }
}

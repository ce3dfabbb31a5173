package org.fengqiao.legal.publicity;

import jakarta.inject.Singleton;
import org.fengqiao.legal.publicity.PublicityActivity.PublicityTag;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.Names;
import org.fengqiao.legal.registers.RegisterDoor;

/** Publicity activities. */
@Singleton
public class PublicityActivities extends LegalRegister<PublicityActivity, PublicityActivity.Kept> {

    PublicityActivities(RegisterDoor door) {
        super(
                door,
                PublicityActivity.Kept::new,
                PublicityActivity.class,
                new Names(
                        "publicity-activities",
                        "heldOn",
                        "法治宣传活动台账",
                        "Ledger of publicity activities"));
    }

    @Override
    protected void check(PublicityActivity given, PublicityActivity.Kept it, Looking looking) {
        boolean lecture =
                given.tags().contains(PublicityTag.LECTURE)
                        || given.tags().contains(PublicityTag.SCHOOL_LECTURE);
        if (lecture && given.speaker() == null) {
            throw looking.refuse(
                    "speaker", "SPEAKER", "讲座须填主讲人（L-09按主讲人统计）", "A lecture needs its speaker");
        }
        if (given.tags().contains(PublicityTag.THEME_DAY) && given.themeDay() == null) {
            throw looking.refuse("themeDay", "THEME_DAY", "主题日活动须填主题日", "Which theme day?");
        }
    }
}

package org.fengqiao.legal.publicity;

import jakarta.inject.Singleton;
import java.util.List;
import org.fengqiao.legal.publicity.PublicityActivity.PublicityTag;
import org.fengqiao.legal.registers.LegalRegister;
import org.fengqiao.legal.registers.Looking;
import org.fengqiao.legal.registers.RegisterDoor;

/** The activities of legal publicity, lectures among them. */
@Singleton
public class PublicityActivities extends LegalRegister<PublicityActivity, PublicityActivity.Kept> {

    private static final List<PublicityTag> LECTURES =
            List.of(PublicityTag.LECTURE, PublicityTag.SCHOOL_LECTURE);

    PublicityActivities(RegisterDoor door) {
        super(
                door,
                PublicityActivity.Kept::new,
                PublicityActivity.class,
                "publicity-activities",
                "heldOn",
                "法治宣传活动台账",
                "Ledger of publicity activities");
    }

    @Override
    protected void check(PublicityActivity given, PublicityActivity.Kept it, Looking looking) {
        if (given.tags().contains(PublicityTag.THEME_DAY) && given.themeDay() == null) {
            throw looking.refuse("themeDay", "THEME_DAY", "主题日活动须填主题日", "Which theme day it is");
        }
        // L-09 counts the lectures of village counsel: who spoke has to be known.
        if (given.speaker() == null && given.tags().stream().anyMatch(LECTURES::contains)) {
            throw looking.refuse("speaker", "SPEAKER", "讲座须填主讲人单位", "A lecture needs its speaker");
        }
    }
}

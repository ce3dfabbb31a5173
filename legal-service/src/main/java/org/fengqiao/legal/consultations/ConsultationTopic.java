package org.fengqiao.legal.consultations;

import org.fengqiao.kit.web.Labelled;

/** What was asked about, in the words that offices use (codes 3.6). */
public enum ConsultationTopic implements Labelled {
    LABOUR("劳动人事", "Labour", "劳动"),
    CONTRACT("合同", "Contracts"),
    DEBT("债权债务", "Debts", "债务"),
    CONSUMER("消费维权", "Consumer rights", "消费"),
    CRIMINAL("刑事", "Criminal matters"),
    TRAFFIC("交通事故", "Traffic accidents"),
    TORT("侵权", "Torts"),
    HOUSING("房产", "Housing"),
    WORK_INJURY("工伤", "Work injuries"),
    CHILD_SUPPORT("子女抚养", "Support of children"),
    SOCIAL_SECURITY("社会保障", "Social security"),
    LAND("土地", "Land", "土地承包"),
    INHERITANCE("遗产继承", "Inheritance", "继承"),
    PROPERTY_MANAGEMENT("物业", "Property management"),
    ADMINISTRATIVE("行政", "Administrative matters"),
    EXPROPRIATION("征收补偿", "Expropriation", "拆迁"),
    WAGE_ARREARS("欠薪", "Unpaid wages"),
    ELDERLY_SUPPORT("老人赡养", "Support of the elderly", "赡养"),
    NEIGHBOURS("邻里", "Neighbours"),
    MARRIAGE_FAMILY("婚姻家庭", "Marriage and family", "婚姻"),
    MEDICAL("医疗", "Medical matters"),
    ENVIRONMENT("环境", "Environment"),
    OTHER("其他", "Other");

    ConsultationTopic(String zh, String en, String... aliases) {
        called(zh, en, aliases);
    }
}

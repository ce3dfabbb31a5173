package org.fengqiao.legal.reviews;

import org.fengqiao.kit.web.Labelled;

/** Who reviews: the two sets of a report are never added without this split (R5). */
public enum ReviewerRole implements Labelled {
    GOVERNMENT_COUNSEL("政府法律顾问", "Government counsel"),
    VILLAGE_COUNSEL("村（居）法律顾问", "Village counsel", "村法律顾问", "农村法律顾问"),
    JUSTICE_OFFICE("司法所", "Justice office"),
    PUBLIC_LAWYER("公职律师", "Public lawyer"),
    OTHER("其他", "Other");

    ReviewerRole(String zh, String en, String... aliases) {
        called(zh, en, aliases);
    }
}
